/**
 * A week of feeds, end to end: twelve outlets over https, chosen on the page Sources, asked as the clock goes on. Nothing leaves
 * the browser that was not chosen, and nothing that was kept is lost to a server that fails.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { type Answer, isBrowsersOwn } from '../../scripts/drive/proxy';
import { pressNamed } from './own-page';
import { BROWSERS, hover, type Session, startSession, waitForCard, waitForMark } from './session';

const HOUR = 3_600_000;
/** Twelve permissions, and seven wakings of twelve requests each, on a machine that does other things as well (ms). */
const LONG = 300_000;
const START = Date.UTC(2025, 11, 22, 8);

/** Outlets of the pack, by the name and the address that it gives. */
const OUTLETS: readonly (readonly [name: string, feed: string])[] = [
  ['BBC News', 'https://feeds.bbci.co.uk/news/world/rss.xml'],
  ['The Guardian', 'https://www.theguardian.com/world/rss'],
  ['Sky News', 'https://feeds.skynews.com/feeds/rss/world.xml'],
  ['Der Spiegel', 'https://www.spiegel.de/schlagzeilen/index.rss'],
  ['Die Zeit', 'https://newsfeed.zeit.de/index'],
  ['Tagesschau', 'https://www.tagesschau.de/index~rss2.xml'],
  ['Deutsche Welle', 'https://rss.dw.com/rdf/rss-en-all'],
  ['Le Monde', 'https://www.lemonde.fr/rss/une.xml'],
  ['France 24', 'https://www.france24.com/en/rss'],
  ['Politico Europe', 'https://www.politico.eu/feed/'],
  ['Al Jazeera', 'https://www.aljazeera.com/xml/rss/all.xml'],
  ['NPR', 'https://feeds.npr.org/1001/rss.xml'],
];
const FEEDS: ReadonlySet<string> = new Set(OUTLETS.map(([, feed]) => feed));

const body = (text: string): Answer => ({ headers: { 'content-type': 'application/rss+xml; charset=utf-8', etag: '"a"' }, body: text });

/** One article a day and outlet up to the moment, about the same call. */
function feedAt(url: string, now: number): string {
  const { host } = new URL(url);
  const days = Math.floor((now - START) / (24 * HOUR)) + 1;
  const items = Array.from({ length: days }, (_, day) => {
    const date = new Date(START + day * 24 * HOUR - HOUR).toUTCString();
    return `<item><title>Emmanuel Macron and Mark Rutte confer, day ${day + 1}</title><guid isPermaLink="false">${day}</guid>
      <link>https://${host}/story/${day}?utm_source=rss</link><pubDate>${date}</pubDate>
      <description>Mark Rutte said that the guarantees were nearly ready.</description></item>`;
  });
  return `<rss version="2.0"><channel><title>World</title><language>en</language>${items.join('')}</channel></rss>`;
}

/** A page that names one of those who conferred, so that no event ties it to what the feeds bring. */
const ALONE = {
  url: 'https://www.reuters.com/world/alone',
  body: `<!doctype html><html lang="en"><title>Mark Rutte says the guarantees are nearly ready, day 3 | Reuters</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Mark Rutte says the guarantees are nearly ready, day 3","datePublished":"2025-12-24T09:00:00Z"}</script>
<article><h1>Mark Rutte says the guarantees are nearly ready, day 3</h1><p>Mark Rutte said that the guarantees were nearly ready.</p></article></html>`,
};

interface Listed {
  readonly url: string;
  readonly articles: number;
  readonly nextAt: number;
  readonly fault: string | null;
}

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  let sources: Page;
  let now = START;
  let fails: ((url: URL) => Answer | null) | null = null;
  const origins: (string | undefined)[] = [];
  /** Requests whose connection was broken: browsers repeat those by themselves, Firefox ten times. */
  let broken = 0;

  const asked = () => session.proxy.log.filter(({ url }) => FEEDS.has(url));
  const listed = (): Promise<readonly Listed[]> =>
    sources.evaluate(async () => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome;
      const answer = (await runtime.sendMessage({ to: 'background', call: 'feeds/list', input: {} })) as { value: { feeds: Listed[] } };
      return answer.value.feeds;
    });
  const press = (label: string) => pressNamed(sources, label);
  /** The clock goes on, and the alarm rings until everything due was asked. */
  const goOn = async (hours: number) => {
    now += hours * HOUR;
    await session.runInBackground(`self.Date.now = () => ${now}`);
    await until('all that is due', async () => {
      await session.runInBackground(`self.chrome.alarms.create('feeds', { delayInMinutes: 0.001, periodInMinutes: 10 })`);
      await new Promise((done) => setTimeout(done, 150));
      // A feed that is being asked waits for a quarter of an hour at first, and one that answered for most of an hour: the clock may
      // not go on under a request.
      return (await listed()).every(({ nextAt }) => nextAt > now + HOUR / 2);
    });
  };

  beforeAll(async () => {
    session = await startSession(browser, {}, (url, request) => {
      if (url.href === ALONE.url) return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: ALONE.body };
      if (!FEEDS.has(url.href)) return null;
      origins.push(request.headers.origin, request.headers.referer, request.headers.cookie);
      if (fails && url.href === OUTLETS[0]?.[1]) {
        const answer = fails(url);
        if (!answer) {
          broken += 1;
          request.socket.destroy();
        }
        return answer;
      }
      return body(feedAt(url.href, now));
    });
    sources = await session.openOwn('sources.html');
    await session.runInBackground(`self.Date.now = () => ${now}`);
  });
  afterAll(() => session?.close());

  it(
    'asks nothing before an outlet is chosen, and that outlet then',
    async () => {
      await until('the offers', () => sources.evaluate(() => document.querySelectorAll('.offer').length >= 12));
      expect(session.proxy.log.filter((request) => !isBrowsersOwn(request))).toEqual([]);
      // Headless browsers can't show the prompt, so it is answered before it is asked.
      for (const [, feed] of OUTLETS) await session.grant(`https://${new URL(feed).hostname}/*`);
      await sources.bringToFront();
      for (const [name, feed] of OUTLETS) {
        // The list moves up under the pointer when an outlet goes from it, so a press may have to be repeated.
        await until(`${name} among the followed`, async () => {
          if ((await listed()).some(({ url }) => url === feed)) return true;
          await sources.evaluate((wanted) => {
            for (const one of document.querySelectorAll<HTMLElement>('.offer'))
              one.toggleAttribute('data-chosen', one.querySelector('b')?.textContent === wanted);
          }, name);
          await sources.click('.offer[data-chosen]');
          return false;
        });
      }
      await goOn(0);
      expect(new Set(asked().map(({ url }) => url))).toEqual(FEEDS);
      expect((await listed()).map(({ articles, fault }) => [articles, fault])).toEqual(OUTLETS.map(() => [1, null]));
    },
    LONG,
  );

  it('knows when a card was opened', async () => {
    const page = await session.open('https://www.reuters.com/world/guarantees');
    await waitForMark(page, 'Rutte');
    await hover(page, 'Rutte');
    expect(await waitForCard(session, page, 'Mark Rutte')).not.toMatch(/\d new since/);
    await page.close();
  });

  it(
    'goes through a week, and asks nobody too often',
    async () => {
      const before = asked().length;
      for (let hours = 0; hours < 7 * 24; hours += 24) await goOn(24);
      const perFeed = OUTLETS.map(([, feed]) => asked().filter(({ url }) => url === feed).length);
      expect(Math.max(...perFeed)).toBeLessThanOrEqual(16);
      expect(asked().length - before).toBeGreaterThanOrEqual(7 * OUTLETS.length);
      expect((await listed()).map(({ articles }) => articles)).toEqual(OUTLETS.map(() => 8));
      // No server learns who asks, from where, or as whom.
      expect(origins.filter((value) => value !== undefined)).toEqual([]);
    },
    LONG,
  );

  it('shows in the popup of one outlet’s article what the others report', async () => {
    const page = await session.open('https://www.reuters.com/world/guarantees');
    await waitForMark(page, 'Rutte');
    const popup = await session.popup(page);
    const text = await until('the coverage', () =>
      popup.read((document) => {
        const tab = [...document.querySelectorAll<HTMLElement>('[role="tab"]')].find((one) => one.innerText.startsWith('Coverage'));
        tab?.click();
        const words = document.body.innerText;
        return words.includes('confer, day') && words;
      }),
    );
    expect(text).toContain('Emmanuel Macron and Mark Rutte confer, day');
    const names = await until('what is new of a name', () =>
      popup.read((document) => {
        [...document.querySelectorAll<HTMLElement>('[role="tab"]')].find((one) => one.innerText.startsWith('On this page'))?.click();
        const words = document.body.innerText;
        return words.includes('new since') && words;
      }),
    );
    // What the feeds brought since, of whom was opened, and of nobody else.
    expect(names.match(/\d+ new since [^\n]*2025/g)).toHaveLength(1);
    await popup.close();
    await hover(page, 'Rutte');
    expect(await waitForCard(session, page, 'Mark Rutte')).toMatch(/\d+ new since/);
    await page.close();
  });

  it('shows what is only like a page apart from what its events tie to it, with who leans on whom', async () => {
    const page = await session.open(ALONE.url);
    await waitForMark(page, 'Mark Rutte');
    const popup = await session.popup(page);
    const text = await until('what is alike', () =>
      popup.read((document) => {
        [...document.querySelectorAll<HTMLElement>('[role="tab"]')].find((one) => one.innerText.startsWith('Coverage'))?.click();
        const words = document.body.innerText.replace(/\s+/g, ' ');
        return words.includes('Perhaps the same story') && words;
      }),
    );
    expect(text).toContain('No event that you track ties these to this page');
    expect(text).toMatch(/\d+ outlets · origins? ?unclear|\d+ outlets · \d+ origins?/);
    expect(text).toContain('confer, day');
    await popup.close();
    await page.close();
  });

  const WAYS: readonly (readonly [string, (url: URL) => Answer | null, RegExp])[] = [
    ['no connection', () => null, /gave no answer/],
    ['a redirect home', () => ({ status: 302, headers: { location: 'https://127.0.0.1/' }, body: '' }), /gave no answer/],
    ['gone', () => ({ status: 404, body: '' }), /no feed at this address/],
    ['a server fault', () => ({ status: 503, body: '' }), /fault of its own/],
    ['too often', () => ({ status: 429, headers: { 'retry-after': '7200' }, body: '' }), /more seldom/],
    ['a web page', () => body('<!DOCTYPE html><p>Sign in'), /web page/],
    ['a bomb', () => body('<!DOCTYPE r [<!ENTITY a "b">]><rss/>'), /document type/],
    ['cut off', () => body(feedAt('https://x.test/', now).slice(0, -30)), /breaks off/],
    ['no feed', () => body('{"a":1}'), /no RSS/],
    ['gibberish', () => ({ headers: { 'content-type': 'text/xml' }, body: Uint8Array.of(0x3c, 0xff) }), /not written in/],
    ['oversize', () => ({ headers: { 'content-type': 'text/xml' }, body: new Uint8Array(17_000_000) }), /larger than 16 MB/],
    ['a 304 that nobody asked for', () => ({ status: 200, body: '' }), /empty/],
  ];

  it('keeps what it has when a server fails, in each way, and says so', async () => {
    const [name = '', feed = ''] = OUTLETS[0] ?? [];
    for (const [way, answer, words] of WAYS) {
      fails = answer;
      now += HOUR / 30;
      await session.runInBackground(`self.Date.now = () => ${now}`);
      await press(`Check now: ${name}`);
      const found = await until(`the fault of ${way}`, async () => {
        const one = (await listed()).find(({ url }) => url === feed);
        return one?.fault && words.test(one.fault) ? one : null;
      });
      expect(found.articles, way).toBe(8);
      expect(found.nextAt, way).toBeGreaterThan(now);
    }
    expect(await sources.evaluate(() => document.body.innerText)).toContain('What it brought before is kept');
    fails = null;
    now += 30 * HOUR;
    await session.runInBackground(`self.Date.now = () => ${now}`);
    await press(`Check now: ${name}`);
    await until('the feed to be well again', async () => (await listed()).every(({ fault, articles }) => fault === null && articles >= 8));
  });

  it('sent nothing but what was chosen, and lists it', async () => {
    const strange = session.proxy.log.filter(
      (request) => !isBrowsersOwn(request) && !FEEDS.has(request.url) && !request.url.includes('www.reuters.com'),
    );
    expect(strange).toEqual([]);
    const ledger = await session.openOwn('ledger.html');
    const words = await until('the ledger', () => ledger.evaluate(() => document.querySelector('tbody') && document.body.innerText));
    // The one that was never answered, and all that were; a browser may repeat one on a connection that had gone stale.
    const total = Number(/([\d,. ]+) requests sent/.exec(words)?.[1]?.replace(/\D/g, ''));
    const answered = asked().length - broken;
    expect(total).toBeGreaterThanOrEqual(answered - 1);
    expect(total).toBeLessThanOrEqual(answered + 1);
    expect(words).toContain('Feed of World');
    await ledger.close();
  });
});
