import { describe, expect, it } from 'vitest';
import { linkTo } from '@/background/text-fragment';

describe('linkTo', () => {
  it('points at the wording', () => {
    expect(linkTo('https://a.test/x', { exact: 'well-known, & so', prefix: 'it is', suffix: 'far' })).toBe(
      'https://a.test/x#:~:text=it%20is-,well%2Dknown%2C%20%26%20so,-far',
    );
    expect(linkTo('https://a.test/x#part', { exact: 'a' })).toBe('https://a.test/x#part:~:text=a');
  });

  it('takes the place of a text fragment that the address has', () => {
    expect(linkTo('https://a.test/x#:~:text=old', { exact: 'new' })).toBe('https://a.test/x#:~:text=new');
    expect(linkTo('https://a.test/x#part:~:text=old&text=older', { exact: 'new' })).toBe('https://a.test/x#part:~:text=new');
    expect(linkTo('https://a.test/x#:~:text=old')).toBe('https://a.test/x#:~:text=old');
  });

  it('gives long wordings by their ends', () => {
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`);
    expect(linkTo('https://a.test/', { exact: words.join(' ') })).toBe(
      `https://a.test/#:~:text=${words.slice(0, 6).join('%20')},${words.slice(-6).join('%20')}`,
    );
  });

  it('is the address alone where no wording is known', () => {
    expect(linkTo('http://a.test/x')).toBe('http://a.test/x');
    expect(linkTo('http://a.test/x', { exact: '  ' })).toBe('http://a.test/x');
  });

  it('survives half a character', () => {
    expect(linkTo('https://a.test/', { exact: 'a\ud800b' })).toBe('https://a.test/#:~:text=a%EF%BF%BDb');
  });

  it.each([null, undefined, '', 'no address', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/hosts'])(
    'is nothing for %j',
    (address) => {
      expect(linkTo(address, { exact: 'a' })).toBe(null);
    },
  );
});
