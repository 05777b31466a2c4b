import { describe, expect, it } from 'vitest';
import { coversHost, hostOf, hostOfPattern, normalHost, originPattern } from '@/platform/hosts';

describe('hosts', () => {
  it.each([
    ['www.Daily.test', 'daily.test'],
    ['daily.test.', 'daily.test'],
    ['daily.test:8080', 'daily.test'],
    ['www.test', 'www.test'],
    ['münchen.test', 'xn--mnchen-3ya.test'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['', null],
    ['  ', null],
    ['a b', null],
    ['daily.test/path', null],
    ['user@daily.test', null],
    ['*', null],
  ])('normalHost(%j) is %j', (given, expected) => {
    expect(normalHost(given)).toBe(expected);
  });

  it('are those of web pages only', () => {
    expect(hostOf('https://www.daily.test/a?b#c')).toBe('daily.test');
    for (const url of ['about:blank', 'file:///etc/hosts', 'chrome-extension://x/popup.html', 'no address']) expect(hostOf(url)).toBe(null);
  });

  it('have a pattern that covers them and what is below, nothing else', () => {
    expect(originPattern('daily.test')).toBe('*://*.daily.test/*');
    expect(originPattern('127.0.0.1')).toBe('*://127.0.0.1/*');
    expect(originPattern('localhost')).toBe('*://localhost/*');
    const pattern = originPattern('daily.test');
    expect([coversHost(pattern, 'daily.test'), coversHost(pattern, 'live.daily.test')]).toEqual([true, true]);
    expect([coversHost(pattern, 'notdaily.test'), coversHost(pattern, 'test'), coversHost('file:///*', 'daily.test')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(coversHost('https://daily.test/*', 'live.daily.test')).toBe(false);
    for (const all of ['<all_urls>', '*://*/*']) expect(coversHost(all, 'live.daily.test')).toBe(true);
  });
});

describe('hostOfPattern', () => {
  it('is what originPattern wrote, and nothing for a pattern of many sites', () => {
    for (const host of ['blog.test', '127.0.0.1', 'intranet']) expect(hostOfPattern(originPattern(host))).toBe(host);
    expect(hostOfPattern('https://www.blog.test/*')).toBe('blog.test');
    for (const many of ['*://*/*', '<all_urls>', 'https://blog.test/news/*', 'file:///*']) expect(hostOfPattern(many)).toBeNull();
  });
});
