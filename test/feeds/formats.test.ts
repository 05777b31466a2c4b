/** What is read of each format: the same item, whoever wrote it down. */
import { describe, expect, it } from 'vitest';
import { read, rss } from './read';

const STORY = {
  guid: 'story-1',
  link: 'https://www.meridian-post.test/world/harbour-talks',
  title: 'Harbour talks resume',
  summary: 'Envoys met for a second day.',
  published: { value: '2026-03-04T08:30:00+01:00', precision: 'time' },
  modified: null,
  lang: 'en-gb',
  origin: null,
};

describe('formats', () => {
  it('RSS 2.0', () => {
    const feed = read(
      rss(`<item><title>Harbour talks resume</title><link>https://www.meridian-post.test/world/harbour-talks</link>
        <guid isPermaLink="false">story-1</guid><pubDate>Wed, 04 Mar 2026 08:30:00 +0100</pubDate>
        <description>&lt;p&gt;Envoys met for a &lt;b&gt;second&lt;/b&gt; day.&lt;/p&gt;&lt;figure&gt;&lt;figcaption&gt;A pier&lt;/figcaption&gt;&lt;/figure&gt;</description></item>`),
    );
    expect(feed).toEqual({ format: 'rss', title: 'Meridian Post', home: 'https://www.meridian-post.test/', items: [STORY], left: 0 });
  });

  it('RSS 1.0, with whatever prefixes', () => {
    const feed =
      read(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel r:about="https://www.meridian-post.test/"><title>Meridian Post</title><link>https://www.meridian-post.test/</link><d:language>en-gb</d:language></channel>
      <item r:about="x"><title>Harbour talks resume</title><link>https://www.meridian-post.test/world/harbour-talks</link>
      <description>Envoys met for a second day.</description><d:date>2026-03-04T08:30:00+01:00</d:date></item></r:RDF>`);
    expect(feed.format).toBe('rss-1.0');
    expect(feed.items).toEqual([{ ...STORY, guid: null }]);
  });

  it('Atom, with HTML and XHTML texts, and the article’s own link among others', () => {
    const feed =
      read(`<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en-gb"><a:title type="html">Meridian &lt;i&gt;Post&lt;/i&gt;</a:title>
      <a:link rel="self" href="/feeds/atom.xml"/><a:link href="/"/>
      <a:entry><a:id>story-1</a:id><a:link rel="enclosure" href="/pier.mp3"/><a:link rel="alternate" type="text/html" href="/world/harbour-talks"/>
      <a:title>Harbour talks resume</a:title><a:published>2026-03-04T08:30:00+01:00</a:published><a:updated>2026-03-04T09:00:00Z</a:updated>
      <a:summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Envoys met</p> <p>for a <b>second</b> day.</p></div></a:summary></a:entry></a:feed>`);
    expect(feed.title).toBe('Meridian Post');
    expect(feed.home).toBe('https://www.meridian-post.test/');
    expect(feed.items).toEqual([{ ...STORY, modified: { value: '2026-03-04T09:00:00Z', precision: 'time' } }]);
  });

  it('Atom that says only when an entry was updated: when it was published stays unknown', () => {
    const feed = read(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>T</title><updated>2026-03-04</updated></entry></feed>`,
    );
    expect(feed.items[0]).toMatchObject({ published: null, modified: { value: '2026-03-04', precision: 'day' } });
  });

  it('JSON Feed', () => {
    const feed = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Meridian Post',
        home_page_url: 'https://www.meridian-post.test/',
        language: 'en-gb',
        items: [
          {
            id: 'story-1',
            url: '/world/harbour-talks',
            title: 'Harbour talks resume',
            content_html: '<p>Envoys met for a second day.</p><script>alert(1)</script>',
            date_published: '2026-03-04T08:30:00+01:00',
          },
          { id: 7, content_text: 'A note without a headline.' },
          'no item',
        ],
      }),
    );
    expect(feed.items).toEqual([
      STORY,
      expect.objectContaining({ guid: '7', link: null, title: 'A note without a headline.', summary: '' }),
    ]);
    expect(feed.left).toBe(1);
  });

  it('news sitemap, whose lastmod is no date of the article', () => {
    const feed = read(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://www.meridian-post.test/world/harbour-talks</loc><lastmod>2026-03-09</lastmod><n:news>
      <n:publication><n:name>Meridian Post</n:name><n:language>en-gb</n:language></n:publication>
      <n:publication_date>2026-03-04T08:30:00+01:00</n:publication_date><n:title>Harbour talks resume</n:title></n:news></url>
      <url><loc>https://www.meridian-post.test/about</loc></url></urlset>`);
    expect(feed.items).toEqual([{ ...STORY, guid: null, summary: '' }]);
    expect(feed.left).toBe(1);
  });

  it('keeps who published first', () => {
    const [a] = read(
      rss('<item><title>T</title><guid>1</guid><source url="https://wire.northline.test/rss">Northline Wire</source></item>'),
    ).items;
    expect(a?.origin).toEqual({ name: 'Northline Wire', url: 'https://wire.northline.test/rss' });
    const [b] = read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>T</title><source><title>Northline Wire</title>
      <link href="https://wire.northline.test/"/><id>urn:x</id></source></entry></feed>`).items;
    expect(b).toMatchObject({ guid: '1', title: 'T', origin: { name: 'Northline Wire', url: 'https://wire.northline.test/' } });
  });

  it('takes the address behind a counting one, an id that is an address, and no id that denies it', () => {
    const item = (inner: string) => read(rss(`<item><title>T</title>${inner}</item>`)).items[0];
    const ns = 'xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"';
    expect(item(`<link>https://count.test/1</link><f:origLink ${ns}>https://www.meridian-post.test/a</f:origLink>`)?.link).toBe(
      'https://www.meridian-post.test/a',
    );
    expect(item('<guid>https://www.meridian-post.test/b</guid>')?.link).toBe('https://www.meridian-post.test/b');
    expect(item('<guid isPermaLink="false">https://www.meridian-post.test/b</guid>')?.link).toBeNull();
  });

  it('reads the dates of RFC 822, and drops a zone that could be several', () => {
    const published = (date: string) =>
      read(rss(`<item><title>T</title><guid>1</guid><pubDate>${date}</pubDate></item>`)).items[0]?.published;
    expect(published('Wed, 04 Mar 2026 08:30:00 EST')).toEqual({ value: '2026-03-04T08:30:00-05:00', precision: 'time' });
    expect(published('04 Mar 26 08:30 GMT')).toEqual({ value: '2026-03-04T08:30:00Z', precision: 'time' });
    expect(published('Wed, 04 Mar 2026 08:30:00 IST')).toEqual({ value: '2026-03-04T08:30:00', precision: 'time' });
    expect(published('30 Feb 2026 08:30:00 GMT')).toBeNull();
    expect(published('yesterday')).toBeNull();
  });

  it('does not take what stands beside the item’s own fields', () => {
    const ns = 'xmlns:m="http://search.yahoo.com/mrss/"';
    const [item] = read(
      rss(`<item ${ns}><m:group><m:title>A pier</m:title><title>A pier</title></m:group><title>T</title><guid>1</guid>
        <image><title>Logo</title><link>https://x.test/logo</link></image></item><image><title>Another</title></image>`),
    ).items;
    expect(item).toMatchObject({ title: 'T', link: null });
  });

  it('takes off what blogging software puts under a summary, and what was escaped once too often', () => {
    const [item] = read(
      rss(`<item><title>Macron&amp;#8217;s answer &amp;amp; ours</title><guid>1</guid>
        <description><![CDATA[<p>One line.</p><p>The post <a href="x">T</a> appeared first on <a href="y">Meridian Post</a>.</p>]]></description></item>`),
    ).items;
    expect(item).toMatchObject({ title: 'Macron’s answer & ours', summary: 'One line.' });
  });
});
