import { expect, it } from 'vitest';
import { isPublicAddress, isWebAddress } from '@/core/pack/web-address';

it.each([
  'https://www.reuters.com/world/?a=1#b',
  'http://daily.test:8080/',
  'https://münchen.example/',
  'https://93.184.216.34/',
  'https://172.32.0.1/',
  'https://[2606:2800:220:1::1]/',
  'https://localhost.example/',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  'http://127.0.0.1/',
  'http://127.8.9.1:3000/x',
  'http://10.0.0.8/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.0.1/',
  'http://169.254.169.254/latest',
  'http://0.0.0.0/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://0x5db8d822/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://app.localhost/',
  'http://printer.local/',
  'http://printer.local./',
  'http://intranet/',
  'https://user@daily.test/',
  'https://:secret@daily.test/',
])('%s is not', (address) => {
  expect([isWebAddress(address), isPublicAddress(address)]).toEqual([true, false]);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://a b.test/', 'https://', 'daily.test', ''])(
  '%j is no web address',
  (address) => {
    expect([isWebAddress(address), isPublicAddress(address)]).toEqual([false, false]);
  },
);
