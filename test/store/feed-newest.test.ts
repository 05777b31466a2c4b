/** The newest of what feeds brought about an event: the first reading, the remembered one, and what comes later. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { FeedArticleRow, FeedClaimRow, FeedRow } from '@/store/feeds';
import { createStore } from '@/store/store';
import { locksHere } from './locks-here';

const FEED = 'https://feeds.test/x';
const EVENT = 'harbour:strike';
const feed: FeedRow = {
  ...{ url: FEED, host: 'feeds.test', local: false, title: 'X', outlet: null, home: null, addedAt: 0, articles: 0 },
  ...{ etag: null, lastModified: null, okAt: null, fault: null },
  schedule: { nextAt: 0, triedAt: null, failures: 0, interval: 1, budget: { from: 0, used: 0 } },
};
const article = (id: string, published: string | null, events = [EVENT]): FeedArticleRow => ({
  ...{
    id: `feeds:a-${id}`,
    feed: FEED,
    guid: id,
    summary: '',
    published,
    modified: null,
    future: false,
    origin: null,
    seenAt: 0,
    earlier: [],
  },
  record: { id: `feeds:a-${id}`, outlet: null, title: id, url: null, published, actors: [], events, sources: [] },
});
const claim = (id: string, said: string): FeedClaimRow => ({
  ...{ id: `feeds:c-${id}`, article: `feeds:a-${id}`, subjects: [EVENT] },
  claim: {
    ...{ id: `feeds:c-${id}`, text: id, speaker: null, outlet: null, via: [], actors: [], events: [EVENT], sources: [] },
    ...{ status: 'unconfirmed', clocks: { said: { edtf: said, basis: 'text' } } },
  },
});

it('gives the newest first, asked again or not, and knows at once what a feed brings later', async () => {
  const store = createStore({ name: 'feed-newest', locks: locksHere() });
  await store.feeds.add([feed]);
  const days = Array.from({ length: 40 }, (_, i) => `2025-11-${String(((i * 7) % 30) + 1).padStart(2, '0')}`);
  const first = days.map((day, i) => article(String(i), i === 5 ? null : day));
  await store.feeds.take(FEED, { articles: first, claims: days.map((day, i) => claim(String(i), day)) }, {});
  const newest = (limit: number) =>
    store.read(async (facts) => [
      (await facts.articles.latestOf(EVENT, limit)).map(({ published }) => published),
      (await facts.claims.unconfirmedOf(EVENT, limit)).map(({ clocks }) => clocks.said?.edtf),
    ]);
  const sorted = days.toSorted().reverse();
  const dated = days.filter((_, i) => i !== 5).toSorted();
  const expected = [[...dated].reverse().slice(0, 12), sorted.slice(0, 12)];
  expect(await newest(12)).toEqual(expected);
  expect(await newest(12)).toEqual(expected);
  // Undated ones come last, and a longer answer is not cut to what was asked before.
  expect((await newest(100))[0]).toEqual([...dated.toReversed(), null]);
  await store.feeds.take(
    FEED,
    { articles: [article('late', '2025-12-09'), article('else', '2025-12-10', [])], claims: [claim('late', '2025-12-09')] },
    {},
  );
  expect(await newest(2)).toEqual([
    ['2025-12-09', sorted[0]],
    ['2025-12-09', sorted[0]],
  ]);
});
