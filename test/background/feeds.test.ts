/** Feeds from chosen to stored: what is asked, what is kept, and that nothing kept is ever lost to a failing server. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readItems } from '@/background/feed-articles';
import { choicesIn } from '@/background/feed-lists';
import { ledgerView, sourcesView } from '@/background/feed-views';
import { createFeeds, FEED_ALARM } from '@/background/feeds';
import { createGiveBack } from '@/background/given-back';
import { createLedger } from '@/background/ledger';
import { pageFacts } from '@/background/page-facts';
import { createRelatedCoverage } from '@/background/page-related';
import { createSettings } from '@/background/settings';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { subjectNames } from '@/core/pack/subject-names';
import { createStore } from '@/store/store';
import { outlet, person, samplePack } from '../store/sample-pack';
import { fakePlatform, ORIGIN } from './fake-platform';

/** Each test has a store of its own. */
let count = 0;

const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 2, 8);
const URL_OF = 'https://feeds.courier.test/world';

const pack = samplePack({
  id: 'world',
  actors: [person('ann', { name: 'Ann Ace', surnames: ['Ace'] }), person('bob', { name: 'Bob Bell', surnames: ['Bell'] })],
  outlets: [
    outlet('daily', ['daily.test'], { name: 'The Daily', languages: ['en'] }),
    outlet('courier', ['courier.test'], { name: 'Courier', languages: ['en'], feeds: [URL_OF] }),
  ],
  events: [
    {
      id: 'summit',
      name: 'Town summit',
      kind: 'summit',
      participants: ['ann', 'bob'],
      dates: [{ edtf: '2026-03-01', according: 'the record', sources: ['desk'] }],
    },
  ],
  articles: [],
  claims: [],
});

interface Item {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
  readonly date?: string;
  readonly link?: string;
  readonly more?: string;
}

const item = ({ id, title = `Story ${id}`, text = '', date = 'Mon, 02 Mar 2026 07:00:00 GMT', link, more = '' }: Item) =>
  `<item><title>${title}</title><guid isPermaLink="false">${id}</guid><link>${link ?? `https://courier.test/${id}`}</link><description>${text}</description><pubDate>${date}</pubDate>${more}</item>`;
const rss = (...items: Item[]) =>
  `<rss version="2.0"><channel><title>Courier world</title><language>en</language>${items.map(item).join('')}</channel></rss>`;

async function world() {
  const platform = fakePlatform([]);
  platform.granted.add('https://feeds.courier.test/*');
  const store = createStore({ name: `feeds-test-${count++}` });
  await store.install(pack, { builtIn: true });
  let at = START;
  const now = () => at;
  const { permissions, fetch, alarms } = platform;
  const ledger = createLedger({ log: store.requests, permissions, fetch, ownOrigin: ORIGIN, now });
  const names = async () => {
    const subjects = await store.read((facts) => facts.subjects.all());
    return openGazetteer(compileGazetteer(subjects.map(({ subject }) => subjectNames(subject.record, true))));
  };
  const reading = { store, names, now, pause: async () => undefined };
  const feeds = createFeeds({
    ...{ ...reading, permissions, alarms, send: ledger.send, chance: () => 0.5, lock: (_name, work) => work() },
    read: (row, feed) => readItems(reading, row, feed),
    index: createRelatedCoverage(store).add,
    giveBack: createGiveBack(store, createSettings(platform.storage), permissions, platform.manifest.matches),
  });
  const asked: Headers[] = [];
  let answer: () => Response | Promise<Response> = () => new Response(rss());
  platform.servers.set('feeds.courier.test', (_url, init) => {
    asked.push(new Headers(init?.headers));
    return answer();
  });
  const follow = (url = URL_OF) => feeds.follow([{ url, title: '', outlet: 'world:courier', home: null }]);
  const one = async () => {
    const [row] = await store.feeds.all();
    if (!row) throw new Error('no feed');
    return row;
  };
  return {
    ...{ platform, store, ledger, feeds, asked, follow, one },
    serve: (body: string, init?: ResponseInit) => {
      answer = () => new Response(body, init);
    },
    serveBy: (make: () => Response | Promise<Response>) => {
      answer = make;
    },
    /** Goes on by so many hours, and wakes. */
    later: async (hours: number) => {
      at += hours * HOUR;
      await feeds.check();
    },
    articles: async () => (await store.feeds.since(0, 1000)).map(({ record }) => record.title).sort(),
    set clock(value: number) {
      at = value;
    },
  };
}

describe('feeds', () => {
  it('asks nothing that was not chosen, and wakes only while there is something to ask', async () => {
    const { feeds, asked, follow, platform, one } = await world();
    await feeds.arm();
    await feeds.check();
    expect([asked.length, platform.clocks.size]).toEqual([0, 0]);
    expect(await follow()).toEqual({ ok: true, value: { followed: 1, refused: [] } });
    expect([...platform.clocks]).toEqual([[FEED_ALARM, 10]]);
    expect(asked).toHaveLength(0);
    await feeds.check();
    expect(asked).toHaveLength(1);
    await feeds.unfollow((await one()).url);
    expect(platform.clocks.size).toBe(0);
  });

  it('gives the permission back with the last feed of its host, and is given up also where the browser keeps it', async () => {
    const { feeds, follow, platform, store } = await world();
    await follow();
    await follow(`${URL_OF}/2`);
    await feeds.unfollow(URL_OF);
    expect([...platform.granted]).toEqual(['https://feeds.courier.test/*']);
    await feeds.unfollow(`${URL_OF}/2`);
    expect([...platform.granted]).toEqual([]);
    platform.granted.add('https://feeds.courier.test/*');
    await follow();
    platform.permissions.remove = () => Promise.reject(new Error('a permission of the manifest'));
    await feeds.unfollow(URL_OF);
    expect(await store.feeds.all()).toEqual([]);
  });

  it('takes no feed that was not allowed, or that is no address', async () => {
    const { feeds, follow, store } = await world();
    expect(await follow('https://other.test/feed')).toMatchObject({
      ok: false,
      fault: { message: 'other.test: you have not allowed it.' },
    });
    expect(await follow('http://feeds.courier.test/')).toMatchObject({ ok: false });
    const both = [URL_OF, 'https://u@feeds.courier.test/'].map((url) => ({ url, title: '', outlet: null, home: null }));
    expect(await feeds.follow(both)).toMatchObject({ ok: true, value: { followed: 1, refused: [expect.stringContaining('user name')] } });
    expect(await store.feeds.all()).toHaveLength(1);
  });

  it('makes articles of items: whom they name, what they tell of, who says it, by which clock', async () => {
    const { follow, feeds, serve, store } = await world();
    await follow();
    serve(
      rss({
        id: 'a',
        title: 'Envoys end talks in Town',
        text: 'Ann Ace said on Sunday that the talks with Bob Bell had ended.',
        link: 'https://www.courier.test/a?utm_source=rss',
        more: '<source url="https://wire.test/">The Wire</source>',
      }),
    );
    await feeds.check();
    const [article] = await store.feeds.since(0, 10);
    expect(article).toMatchObject({
      guid: 'a',
      published: '2026-03-02T07:00:00Z',
      origin: { name: 'The Wire', url: 'https://wire.test/' },
      record: {
        outlet: 'world:courier',
        url: 'https://www.courier.test/a',
        published: '2026-03-02',
        lang: 'en',
        actors: ['world:ann', 'world:bob'],
        events: ['world:summit'],
      },
    });
    // The popup of another outlet's page has it, marked as what nobody confirmed.
    const facts = await pageFacts(
      store,
      'daily.test',
      [
        { id: 'world:ann', count: 1 },
        { id: 'world:bob', count: 1 },
      ],
      { published: '2026-03-02' },
    );
    expect(facts.coverage).toMatchObject([
      { event: { id: 'world:summit' }, items: [{ outlet: { name: 'Courier' }, text: 'Envoys end talks in Town', status: 'unconfirmed' }] },
    ]);
    const own = await pageFacts(
      store,
      'courier.test',
      [
        { id: 'world:ann', count: 1 },
        { id: 'world:bob', count: 1 },
      ],
      { published: '2026-03-02' },
    );
    expect(own.coverage).toEqual([]);
  });

  it('puts articles where related coverage is looked for', async () => {
    const { follow, feeds, serve, store } = await world();
    await follow();
    serve(rss({ id: 'a', title: 'Harbour bridge closed after storm damage', text: 'Engineers found cracks in the harbour bridge.' }));
    await feeds.check();
    const { index, reach } = store.coverage.open();
    await reach();
    const asking = { id: 'x', publisher: 'daily', title: 'Storm damage closes harbour bridge', text: '', published: '2026-03-02' };
    expect(index.related(asking, 5).map(({ id }) => id)).toEqual((await store.feeds.since(0, 5)).map(({ id }) => id));
  });

  it('asks again with what the server gave, and 304 changes nothing', async () => {
    const { follow, feeds, serve, asked, later, articles, one } = await world();
    await follow();
    serve(rss({ id: 'a' }), { headers: { etag: '"v1"', 'last-modified': 'Mon, 02 Mar 2026 07:00:00 GMT' } });
    await feeds.check();
    expect(asked[0]?.has('if-none-match')).toBe(false);
    serve('', { status: 200 });
    const empty = await one();
    await later(2);
    expect(asked[1]?.get('if-none-match')).toBe('"v1"');
    expect(asked[1]?.get('if-modified-since')).toBe('Mon, 02 Mar 2026 07:00:00 GMT');
    expect(await one()).toMatchObject({ etag: '"v1"', okAt: empty.okAt, fault: { code: 'feed-empty' }, articles: 1 });
    expect(await articles()).toEqual(['Story a']);
  });

  it('43 does not believe a 304 where nothing is here yet', async () => {
    const { follow, feeds, serveBy, one } = await world();
    await follow();
    serveBy(() => new Response(null, { status: 304 }));
    await feeds.check();
    expect(await one()).toMatchObject({ okAt: null, fault: { code: 'feed-304' }, schedule: { failures: 1 } });
  });

  it('39 keeps an id that is used again as a new revision, with what was said before', async () => {
    const { follow, feeds, serve, later, store, one } = await world();
    await follow();
    serve(rss({ id: 'a', title: 'First words' }));
    await feeds.check();
    serve(rss({ id: 'a', title: 'Other words', link: 'https://courier.test/moved' }));
    await later(2);
    const [article, ...others] = await store.feeds.since(0, 10);
    expect(others).toEqual([]);
    expect(article?.record).toMatchObject({ title: 'Other words', url: 'https://courier.test/moved' });
    expect(article?.earlier).toMatchObject([{ title: 'First words', url: 'https://courier.test/a' }]);
    expect((await one()).articles).toBe(1);
    serve(rss({ id: 'a', title: 'Other words', link: 'https://courier.test/moved' }));
    await later(2);
    expect((await store.feeds.since(0, 10))[0]?.earlier).toHaveLength(1);
  });

  it('knows one article in two feeds by its address', async () => {
    const { follow, feeds, serve, articles, platform, store } = await world();
    await follow();
    serve(rss({ id: 'a', title: 'As the world desk says' }));
    await feeds.check();
    platform.granted.add('https://more.courier.test/*');
    platform.servers.set(
      'more.courier.test',
      () => new Response(rss({ id: 'other', title: 'As the front page says', link: 'https://courier.test/a?utm_medium=x' })),
    );
    await follow('https://more.courier.test/front');
    await feeds.check();
    expect(await articles()).toEqual(['As the world desk says']);
    expect((await store.feeds.all()).map(({ articles: count }) => count).sort()).toEqual([0, 1]);
  });

  it('31 keeps an article from the future, and does not date its claims by it', async () => {
    const { follow, feeds, serve, store } = await world();
    await follow();
    serve(rss({ id: 'a', text: 'Ann Ace said that talks would end.', date: 'Mon, 09 Mar 2026 07:00:00 GMT' }));
    await feeds.check();
    expect((await store.feeds.since(0, 10))[0]).toMatchObject({ future: true, record: { published: '2026-03-09' } });
  });

  const slow = new ReadableStream({
    start: (out) => out.enqueue(new TextEncoder().encode('<rss><channel>')),
    pull: (out) => out.error(new TypeError('cut')),
  });
  it.each<[string, () => Response | Promise<Response>, string]>([
    ['no such host, refused, bad TLS', () => Promise.reject(new TypeError('Failed to fetch')), 'net-failed'],
    ['breaks off', () => new Response(slow), 'net-failed'],
    ['cut in the middle', () => new Response(rss({ id: 'b' }).slice(0, -20)), 'feed-truncated'],
    ['gone', () => new Response('', { status: 410 }), 'feed-gone'],
    ['forbidden', () => new Response('', { status: 403 }), 'feed-forbidden'],
    ['server fault', () => new Response('', { status: 503 }), 'feed-server'],
    ['too often', () => new Response('', { status: 429 }), 'feed-too-often'],
    ['a web page', () => new Response('<!DOCTYPE html><p>Sign in'), 'feed-is-page'],
    ['no feed', () => new Response('{"error":1}'), 'feed-unknown'],
    ['oversize', () => new Response('', { headers: { 'content-length': '99999999' } }), 'net-large'],
    ['a bomb', () => new Response('<!DOCTYPE r [<!ENTITY a "b">]><rss/>'), 'feed-doctype'],
    ['wrong charset', () => new Response(Uint8Array.of(0x3c, 0xff, 0x3e)), 'feed-charset'],
  ])('keeps everything and says so when it fails: %s', async (_name, fails, code) => {
    const { follow, feeds, serve, serveBy, later, articles, one, store } = await world();
    await follow();
    serve(rss({ id: 'a' }), { headers: { etag: '"v1"' } });
    await feeds.check();
    const before = await store.feeds.since(0, 10);
    serveBy(fails);
    await later(2);
    const failed = await one();
    expect(failed).toMatchObject({ fault: { code }, etag: '"v1"', articles: 1, schedule: { failures: 1 } });
    expect(failed.schedule.nextAt).toBe(START + 2.5 * HOUR);
    expect(await store.feeds.since(0, 10)).toEqual(before);
    serve(rss({ id: 'a' }, { id: 'b' }));
    await later(1);
    expect(await one()).toMatchObject({ fault: null, schedule: { failures: 0 } });
    expect(await articles()).toEqual(['Story a', 'Story b']);
  });

  it('waits as long as the server asks', async () => {
    const { follow, feeds, serve, one } = await world();
    await follow();
    serve('', { status: 429, headers: { 'retry-after': '7200' } });
    await feeds.check();
    expect((await one()).schedule.nextAt).toBeGreaterThanOrEqual(START + 2 * HOUR);
  });

  it('asks nothing where the permission was taken back, says so, and goes on when it is there again', async () => {
    const { follow, feeds, asked, platform, one, store } = await world();
    await follow();
    platform.granted.clear();
    await feeds.check();
    expect(asked).toEqual([]);
    expect(await one()).toMatchObject({ fault: { code: 'no-permission' }, schedule: { failures: 0 } });
    expect((await sourcesView(store, platform.permissions, 12)).feeds[0]?.allowed).toBe(false);
    platform.granted.add('https://feeds.courier.test/*');
    await feeds.check();
    expect(asked).toHaveLength(1);
  });

  it('writes nothing of a feed that was given up, or whose permission went, while it answered', async () => {
    const { follow, feeds, serveBy, articles, store } = await world();
    await follow();
    serveBy(async () => {
      await feeds.unfollow(URL_OF);
      return new Response(rss({ id: 'a' }));
    });
    await feeds.check();
    expect(await articles()).toEqual([]);
    expect(await store.feeds.all()).toEqual([]);
  });

  it('counts as asked before it asks: a worker that dies over and over storms nobody', async () => {
    const { follow, feeds, serveBy, asked, later, one, store } = await world();
    await follow();
    // The worker ends while the answer is awaited: nothing after this line ever runs.
    serveBy(() => new Promise<Response>(() => undefined));
    void feeds.check();
    while (asked.length === 0) await new Promise((go) => setTimeout(go));
    expect((await one()).schedule).toMatchObject({ triedAt: START, budget: { used: 1 } });
    await later(0.1);
    expect(asked).toHaveLength(1);
    expect(await store.requests.newest(5)).toMatchObject([{ bytes: null, outcome: null }]);
  });

  it('says when the disk is full, and loses nothing', async () => {
    const { follow, feeds, serve, later, articles, one, store } = await world();
    await follow();
    serve(rss({ id: 'a' }), { headers: { etag: '"v1"' } });
    await feeds.check();
    const { take } = store.feeds;
    const full = async (): Promise<never> => {
      throw new DOMException('Encountered full disk while opening backing store', 'QuotaExceededError');
    };
    Object.assign(store.feeds, { take: full });
    serve(rss({ id: 'b' }), { headers: { etag: '"v2"' } });
    await later(2);
    expect(await one()).toMatchObject({ etag: '"v1"', fault: { message: expect.stringContaining('full disk') } });
    expect(await articles()).toEqual(['Story a']);
    Object.assign(store.feeds, { take });
    await later(2);
    expect(await articles()).toEqual(['Story a', 'Story b']);
  });

  it('offers the outlets whose feed is known, until they are chosen', async () => {
    const { follow, store, platform } = await world();
    const view = () => sourcesView(store, platform.permissions, 12);
    expect((await view()).offers).toMatchObject([{ name: 'Courier', url: URL_OF, pattern: 'https://feeds.courier.test/*' }]);
    await follow();
    expect(await view()).toMatchObject({
      keep: { months: 12, articles: 0 },
      offers: [],
      feeds: [{ outlet: 'Courier', allowed: true, fault: null, articles: 0 }],
    });
  });

  it('shows the ledger, newest first', async () => {
    const { follow, feeds, store, ledger, later } = await world();
    await follow();
    await feeds.check();
    await later(2);
    expect(await ledgerView(store, ledger)).toMatchObject({
      total: 2,
      requests: [{ at: START + 2 * HOUR, outcome: '200' }, { at: START }],
    });
  });
});

describe('lists of other readers', () => {
  it('are read, not followed; http becomes https, and places of one’s own network are refused', () => {
    const outlines = ['http://a.test/f', 'https://192.168.0.1/f', 'javascript:1', 'https://a.test/f'].map(
      (url) => `<outline xmlUrl="${url}"/>`,
    );
    const { feeds, refused } = choicesIn(`<opml>${outlines.join('')}</opml>`);
    expect(feeds).toEqual([{ url: 'https://a.test/f', title: '', outlet: null, home: null }]);
    expect(refused).toHaveLength(2);
  });
});
