/** Addresses that feeds may be fetched from. Numbers are those of the list of bad inputs. */
import { describe, expect, it } from 'vitest';
import { patternOf, readFeedAddress, shownHost } from '@/feeds/address';

const fault = (address: string) => {
  const read = readFeedAddress(address);
  return read.ok ? null : read.fault.code;
};

describe('the address of a feed', () => {
  it('is https, and what a person types', () => {
    expect(readFeedAddress(' feeds.meridian-post.test/world?x=1#top ')).toEqual({
      ok: true,
      value: { url: 'https://feeds.meridian-post.test/world?x=1', host: 'feeds.meridian-post.test', local: false },
    });
    expect(readFeedAddress('feed:https://a.test/f')).toMatchObject({ ok: true, value: { url: 'https://a.test/f' } });
    expect(readFeedAddress('a.test:8443/f')).toMatchObject({ ok: true, value: { url: 'https://a.test:8443/f', host: 'a.test' } });
    expect(patternOf({ host: 'a.test' })).toBe('https://a.test/*');
  });

  it.each([
    ['55', 'http://a.test/feed', 'feed-http'],
    ['56', 'https://user@a.test/feed', 'feed-user'],
    ['56', 'https://news.test:pass@a.test/feed', 'feed-user'],
    ['57', 'https://2130706433/feed', 'feed-number'],
    ['57', 'https://0x7f.1/feed', 'feed-number'],
    ['58', 'file:///home/feed.xml', 'feed-scheme'],
    ['58', 'blob:https://a.test/1', 'feed-scheme'],
    ['58', 'data:text/xml,<rss/>', 'feed-scheme'],
    ['58', 'javascript:alert(1)', 'feed-scheme'],
    ['', '', 'feed-address'],
    ['', 'https://', 'feed-address'],
    ['', `https://a.test/${'x'.repeat(3000)}`, 'feed-address'],
  ])('%s refuses %s', (_case, address, code) => {
    expect(fault(address)).toBe(code);
  });

  it.each([
    '127.0.0.1',
    '[::1]',
    '192.168.1.4',
    '10.0.0.1',
    '169.254.169.254',
    '[fd00::1]',
    '[::ffff:10.0.0.1]',
    'router',
    'nas.local',
    'x.localhost',
  ])('57 knows %s for a place of the reader’s own', (host) => {
    expect(readFeedAddress(`https://${host}/feed`)).toMatchObject({ ok: true, value: { local: true } });
  });

  it('59 shows a host in letters and as it goes over the wire', () => {
    expect(shownHost('xn--bcher-kva.example')).toBe('bücher.example (xn--bcher-kva.example)');
    expect(shownHost('a.test')).toBe('a.test');
    expect(shownHost('xn--\u{fffd}.test')).toContain('xn--');
  });
});
