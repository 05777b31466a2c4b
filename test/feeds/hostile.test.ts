/** Feeds that are broken or mean harm: each with the one answer that it must get. Numbers are those of the list of bad inputs. */
import { describe, expect, it } from 'vitest';
import { MOST_ITEMS } from '@/feeds/model';
import { read, refusal, rss } from './read';

const item = (inner: string) => `<item>${inner}</item>`;
const MEGA = 1_000_000;

describe('hostile feeds', () => {
  it('34 refuses any document type before parsing, and says where', () => {
    const fault = refusal(`<?xml version="1.0"?>\n<!-- note -->\n<!DOCTYPE rss SYSTEM "https://evil.test/x.dtd">${rss('')}`);
    expect(fault).toMatchObject({ code: 'feed-doctype', message: expect.stringContaining('line 3') });
    expect(refusal(`<!doctype rss>${rss('')}`).code).toBe('feed-doctype');
    // Out of place, where other parsers would still take it.
    expect(refusal(rss('<!DOCTYPE x [<!ENTITY a "b">]>')).code).toBe('feed-doctype');
  });

  it('34 but takes a web page quoted in an item for what it is', () => {
    const feed = read(rss(item('<title>T</title><guid>1</guid><description><![CDATA[<!DOCTYPE html><p>Body</p>]]></description>')));
    expect(feed.items[0]?.summary).toBe('Body');
  });

  it('35 refuses a billion laughs, and quadratic entities, without expanding one', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    expect(refusal(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">${laughs}]>${rss(item('<title>&l9;</title>'))}`).code).toBe(
      'feed-doctype',
    );
    expect(refusal(`<!DOCTYPE q [<!ENTITY a "${'a'.repeat(50_000)}">]>${rss(item(`<title>${'&a;'.repeat(50_000)}</title>`))}`).code).toBe(
      'feed-doctype',
    );
    // Without the declaration an unknown entity is the text that it is.
    expect(read(rss(item('<title>&l9; and &amp;</title><guid>1</guid>'))).items[0]?.title).toBe('&l9; and &');
  });

  it('36 refuses deep nesting, in XML and JSON, and says where', () => {
    expect(refusal(rss(`\n\n${'<a>'.repeat(MEGA)}`))).toMatchObject({ code: 'feed-deep', message: expect.stringContaining('line 4') });
    expect(refusal(`{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(MEGA)}`)).toMatchObject({
      code: 'feed-json',
      message: expect.stringContaining('character'),
    });
    // Brackets in a text are none.
    const text = `"${'['.repeat(99)}\\"`;
    expect(read(`{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":${text}"}]}`).items).toHaveLength(1);
  });

  it('refuses a flood of attributes', () => {
    const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ');
    expect(refusal(rss(`<item ${attributes}>`)).code).toBe('feed-attributes');
  });

  it.each(['<!DOCTYPE html><html><body>Not found</body></html>', '<html lang="en"><p>Sign in</p></html>', '\n<!-- x --><!doctype HTML>'])(
    '37 says that it got a web page: %s',
    (page) => {
      expect(refusal(page, 'application/rss+xml').code).toBe('feed-is-page');
    },
  );

  it('38 takes items without an id by their address, and drops those that have neither', () => {
    const feed = read(rss(item('<title>A</title><link>https://a.test/1</link>') + item('<title>B</title>')));
    expect(feed.items).toMatchObject([{ guid: null, link: 'https://a.test/1' }]);
    expect(feed.left).toBe(1);
  });

  describe('40 wrong charset', () => {
    const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
    const body = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><rss><channel>\n${item('<title>Zürich</title><guid>1</guid>')}</channel></rss>`;

    it('reads what is labelled rightly', () => {
      expect(read(latin(body('ISO-8859-1'))).items[0]?.title).toBe('Zürich');
      expect(read(latin(body('x')), 'text/xml; charset=windows-1252').items[0]?.title).toBe('Zürich');
      const utf16 = new Uint8Array([0xff, 0xfe, ...[...body('utf-16')].flatMap((c) => [c.charCodeAt(0), 0])]);
      expect(read(utf16).items[0]?.title).toBe('Zürich');
    });

    it('trusts the label that the bytes bear out where two contradict', () => {
      expect(read(new TextEncoder().encode(body('utf-8')), 'text/xml; charset=iso-8859-1').items[0]?.title).toBe('Zürich');
      expect(read(latin(body('iso-8859-1')), 'text/xml; charset=utf-8').items[0]?.title).toBe('Zürich');
    });

    it('refuses what is not what it says, and says where', () => {
      expect(refusal(latin(body('utf-8')))).toMatchObject({ code: 'feed-charset', message: expect.stringContaining('UTF-8') });
      expect(refusal(latin(body('utf-8'))).message).toContain('line 2');
      expect(refusal(latin('<rss>\xff</rss>'), 'text/xml; charset=klingon').code).toBe('feed-charset-unknown');
    });
  });

  it('41 keeps the newest 500 of 100,000 items, wherever they stand', () => {
    const start = Date.UTC(2020, 0, 1);
    const items = Array.from({ length: 100_000 }, (_, i) => {
      // Every nth step through all of them, so that order in the file says nothing.
      const nth = (i * 7919) % 100_000;
      return item(`<title>Item ${nth}</title><guid>${nth}</guid><pubDate>${new Date(start + nth * 60_000).toUTCString()}</pubDate>`);
    });
    const feed = read(rss(items.join('')));
    expect(feed.items).toHaveLength(MOST_ITEMS);
    expect(feed.items.map(({ guid }) => Number(guid))).toEqual(Array.from({ length: MOST_ITEMS }, (_, i) => 99_999 - i));
    expect(feed.left).toBe(99_500);
  });

  it('takes nothing of a feed that breaks off', () => {
    const whole = rss(item('<title>A</title><guid>1</guid>') + item('<title>B</title><guid>2</guid>'));
    for (const end of ['</rss>', '</channel></rss>', '<guid>2</guid></item></channel></rss>']) {
      expect(refusal(whole.slice(0, -end.length)).code, end).toBe('feed-truncated');
    }
    expect(refusal('{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"').code).toBe('feed-json');
    expect(refusal('<?xml version="1.0"').code).toBe('feed-empty');
  });

  it('44 keeps a script in a title as the words that it is', () => {
    const title = (markup: string) => read(rss(item(`<title>${markup}</title><guid>1</guid>`))).items[0]?.title;
    expect(title('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('<script>alert(1)</script>');
    expect(title('<![CDATA[<img src=x onerror=alert(1)> & more]]>')).toBe('<img src=x onerror=alert(1)> & more');
    expect(title('&amp;lt;b&amp;gt;')).toBe('<b>');
  });

  it('45 resolves relative links: from the feed’s address, or from where it says', () => {
    const link = (inner: string, attributes = '') => read(rss(`<item ${attributes}><title>T</title>${inner}</item>`)).items[0]?.link;
    expect(link('<link>/world/1</link>')).toBe('https://www.meridian-post.test/world/1');
    expect(link('<link>1?a=b</link>')).toBe('https://www.meridian-post.test/feeds/1?a=b');
    expect(link('<link>1</link>', 'xml:base="https://cdn.test/x/"')).toBe('https://cdn.test/x/1');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://a.test/1',
    'https://u:p@a.test/',
    'ftp://a.test/',
  ])('hands on no link that must not be clicked: %s', (address) => {
    expect(read(rss(item(`<title>T</title><guid isPermaLink="false">1</guid><link>${address}</link>`))).items[0]?.link).toBeNull();
  });

  it('refuses what is no feed, and an index of sitemaps', () => {
    expect(refusal('<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchObject({
      code: 'feed-unknown',
      message: expect.stringContaining('svg'),
    });
    expect(refusal('{"a":1}').code).toBe('feed-unknown');
    expect(refusal('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>').code).toBe('feed-index');
    expect(refusal('Gone fishing').code).toBe('feed-empty');
    expect(refusal(' \n ').code).toBe('feed-empty');
  });

  it('takes keys that are names of the language for the words that they are', () => {
    const feed = read(
      '{"version":"https://jsonfeed.org/version/1","__proto__":{"title":"x"},"items":[{"id":"1","title":"T","constructor":1}]}',
    );
    expect(feed).toMatchObject({ title: '', items: [{ title: 'T' }] });
    expect(read(rss(item('<title>T</title><guid>1</guid><constructor>x</constructor><__proto__>y</__proto__>'))).items).toHaveLength(1);
  });

  it('cuts half characters and endless texts', () => {
    const [found] = read(
      rss(item(`<title>${'word '.repeat(200_000)}</title><guid>${'g'.repeat(9999)}</guid><description>a\u0001b</description>`)),
    ).items;
    expect(found?.title.length).toBeLessThanOrEqual(301);
    expect(found?.guid).toHaveLength(1000);
    expect(found?.summary).toBe('a b');
  });
});
