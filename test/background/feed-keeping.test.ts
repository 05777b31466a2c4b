/** How long what feeds bring is kept: what goes, what stays whatever its age, and clocks that jump. */
import 'fake-indexeddb/auto';
import { afterAll, expect, it } from 'vitest';
import { createFeedKeeping } from '@/background/feed-keeping';
import { indexedArticle } from '@/core/coverage/related';
import type { KeepMonths } from '@/core/model/keeping';
import type { Feed } from '@/feeds/model';
import { coverageArticle } from '@/store/coverage-build';
import type { FeedArticleRow, FeedClaimRow } from '@/store/feeds';
import { createStore, type Store } from '@/store/store';
import { bring } from './one-feed';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-01T12:00:00Z');
const FEED = 'https://feeds.test/x';
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
});

const article = (id: string, daysAgo: number, events: string[] = []): FeedArticleRow => ({
  ...{ id: `feeds:a-${id}`, feed: FEED, guid: id, summary: '', published: null, modified: null, future: false, origin: null, earlier: [] },
  seenAt: NOW - daysAgo * DAY,
  record: { id: `feeds:a-${id}`, outlet: null, title: `Tram strike ${id}`, url: null, published: null, actors: [], events, sources: [] },
});
const claimOf = (id: string): FeedClaimRow => ({
  ...{ id: `feeds:c-${id}`, article: `feeds:a-${id}`, subjects: ['harbour:strike'] },
  claim: {
    ...{ id: `feeds:c-${id}`, text: id, speaker: null, outlet: null, via: [], actors: [], events: ['harbour:strike'], sources: [] },
    ...{ status: 'unconfirmed', clocks: {} },
  },
});

let count = 0;
async function world(rows: readonly FeedArticleRow[], claims: readonly FeedClaimRow[] = []) {
  const store = createStore({ name: `feed-keeping-${count++}` });
  open.push(store);
  await bring(store, []);
  await store.feeds.take(FEED, { articles: rows, claims }, {});
  await store.coverage.add(rows.map(({ record }) => indexedArticle(coverageArticle(record))));
  const clock = { now: NOW, months: 12 as KeepMonths, unsure: false };
  const keeping = createFeedKeeping({
    feeds: store.feeds,
    settings: { get: async () => ({ values: { keepMonths: clock.months }, unsure: clock.unsure }) as never },
    now: () => clock.now,
    pause: async () => undefined,
  });
  const left = async () =>
    (await store.feeds.since(Number.NEGATIVE_INFINITY, 1000)).map(({ record }) => record.title.slice('Tram strike '.length)).sort();
  return { store, clock, keeping, left };
}

it('deletes what is older than was chosen, with its claims, its count and its place in the index; and the rest stays', async () => {
  const { store, keeping, left } = await world([article('old', 400), article('young', 300)], [claimOf('old'), claimOf('young')]);
  expect(await keeping.clean(true)).toBe(1);
  expect(await left()).toEqual(['young']);
  expect((await store.feeds.get(FEED))?.articles).toBe(1);
  expect(await store.read(async (facts) => (await facts.claims.unconfirmedOf('harbour:strike', 9)).map(({ id }) => id))).toEqual([
    'feeds:c-young',
  ]);
  const { index, reach } = store.coverage.open();
  await reach();
  expect([index.has('feeds:a-old'), index.has('feeds:a-young')]).toEqual([false, true]);
});

it('never deletes what the reader noted, edited or hid, nor what tells of an event of their own', async () => {
  const rows = ['noted', 'claimed', 'plain'].map((id) => article(id, 900));
  const { store, keeping, left } = await world([...rows, article('own', 900, ['mine:e-fair'])], [claimOf('claimed'), claimOf('plain')]);
  const note = { note: 'Ask them.', subjects: [], made: '2026-01-01T00:00:00Z' };
  const put = (of: 'article' | 'claim', id: string) =>
    store.deeds.do(
      { does: 'note', of, id, title: id } as never,
      async () => [{ table: 'recordEdits', id, row: { ...note, id, of } }] as never,
    );
  await put('article', 'feeds:a-noted');
  await put('claim', 'feeds:c-claimed');
  expect(await keeping.clean(true)).toBe(1);
  expect(await left()).toEqual(['claimed', 'noted', 'own']);
});

it('deletes nothing where everything is to be kept, or where what the reader wants is not known', async () => {
  const { clock, keeping } = await world([article('old', 4000)]);
  clock.months = null;
  expect(await keeping.clean(true)).toBe(0);
  clock.months = 3;
  clock.unsure = true;
  expect(await keeping.clean(true)).toBe(0);
});

it('goes on by a week a day, so that a clock set a year ahead takes little, and one set back takes nothing', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => article(String(i).padStart(2, '0'), 399 - i));
  const { clock, keeping, left } = await world(rows);
  expect(await keeping.clean()).toBe(7);
  // Not twice within a day.
  expect(await keeping.clean()).toBe(0);
  clock.now += 400 * DAY;
  expect(await keeping.clean()).toBe(7);
  expect(await keeping.clean()).toBe(0);
  clock.now -= 800 * DAY;
  expect(await keeping.clean()).toBe(0);
  expect(await left()).toHaveLength(60 - 14);
  // But where the reader chose so, all of it at once.
  clock.now = NOW;
  expect(await keeping.clean(true)).toBe(60 - 14 - 26);
});

it('takes no item that would be deleted at once, and every one of which it does not know how old it is', async () => {
  const { clock, keeping } = await world([]);
  const item = (published: string | null) => ({ published: published === null ? null : { value: published, precision: 'day' } });
  const feed = { title: '', home: null, items: [item('2026-02-01'), item('2020-01-01'), item(null)] } as unknown as Feed;
  expect((await keeping.trim(feed)).items).toEqual([feed.items[0], feed.items[2]]);
  clock.months = null;
  expect((await keeping.trim(feed)).items).toHaveLength(3);
});
