/** What is new since the reader last opened an actor or event: counted, shown on the card, drawn on pages and on the toolbar button. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookUp } from '@/background/lookup';
import { pageFacts } from '@/background/page-facts';
import { newCoverage, paintNews } from '@/background/page-news';
import { localDay, newsSince } from '@/background/subject-news';
import { isNew, VISIT_MS } from '@/core/coverage/news';
import { NO_CHOICES, paintOf } from '@/core/model/painting';
import type { FeedArticleRow } from '@/store/feeds';
import { createStore } from '@/store/store';
import { claim, outlet, person, samplePack } from '../store/sample-pack';
import { bring } from './one-feed';

const DAY = 86_400_000;
const NOW = Date.UTC(2025, 2, 20, 12);
const pack = samplePack({
  id: 'world',
  actors: [person('kern', { name: 'Aldo Kern' }), person('holm', { name: 'Edda Holm' }), person('other')],
  outlets: [outlet('courier', ['courier.test']), outlet('daily', ['daily.test']), outlet('radio', ['radio.test'])],
  events: [{ id: 'sund', name: 'Sund meeting', kind: 'meeting', participants: ['kern', 'holm'] }],
  claims: [
    claim('c-old', '2025-03-01', { actors: ['kern'], outlet: 'courier', events: ['sund'] }),
    claim('c-new', '2025-03-15', { actors: ['kern'], outlet: 'courier', events: ['sund'] }),
    claim('c-about', '2025-03-16', { actors: ['kern'], clocks: { said: { edtf: '2025-03-16~', basis: 'text' } } }),
    claim('c-gone', '2025-03-17', { actors: ['kern'], status: 'withdrawn' }),
  ],
});
const row = (id: string, outletOf: string, seenAt: number): FeedArticleRow => ({
  ...{ id: `feeds:a-${id}`, feed: 'https://feeds.test/x', guid: id, summary: '', published: '2025-03-02', modified: null },
  ...{ future: false, origin: null, seenAt, earlier: [] },
  record: {
    ...{ id: `feeds:a-${id}`, outlet: `world:${outletOf}`, title: `Story ${id}`, url: `https://${outletOf}.test/${id}` },
    ...{ published: '2025-03-02', actors: ['world:holm'], events: ['world:sund'], sources: [] },
  },
});
const store = createStore({ name: 'page-news-test' });
beforeAll(async () => {
  await store.install(pack, { builtIn: true });
  const articles = [row('before', 'radio', NOW - 12 * DAY), row('after', 'radio', NOW - 2 * DAY), row('own', 'daily', NOW - DAY)];
  await bring(store, articles);
});
beforeEach(() => store.openings.forget());
afterAll(() => store.close());

const ids = (...local: string[]) => local.map((id) => `world:${id}`);
/** Opened ten days ago. */
const openedBefore = (...local: string[]) => store.openings.opened(ids(...local), NOW - 10 * DAY);
const card = async (id: string, now = NOW) => {
  const answer = await lookUp(store, `world:${id}`, now);
  if (!answer.ok) throw new Error(answer.fault.message);
  return answer.value;
};

describe('what counts as new', () => {
  const opening = { at: NOW, day: '2025-03-20' };

  it.each([
    [{ date: '2025-03-21', seenAt: null }, true],
    [{ date: '2025-03-20', seenAt: null }, false],
    [{ date: '2025-03', seenAt: null }, false],
    [{ date: '2025-04', seenAt: null }, true],
    [{ date: '2025-04?', seenAt: null }, false],
    [{ date: null, seenAt: null }, false],
    // When it came is known better than what day it gives.
    [{ date: '2025-03-01', seenAt: NOW + 1 }, true],
    [{ date: '2025-03-25', seenAt: NOW - 1 }, false],
  ])('%j: %s', (arrival, fresh) => {
    expect(isNew(arrival, opening)).toBe(fresh);
  });

  it('is told since the visit before, for as long as a visit lasts', () => {
    expect(newsSince(undefined, NOW)).toBeNull();
    expect(newsSince({ id: 'a', at: NOW, before: null }, NOW + VISIT_MS)).toBeNull();
    expect(newsSince({ id: 'a', at: NOW, before: NOW - DAY }, NOW + VISIT_MS)?.at).toBe(NOW - DAY);
    expect(newsSince({ id: 'a', at: NOW, before: NOW - DAY }, NOW + VISIT_MS + 1)?.at).toBe(NOW);
  });
});

describe('openings', () => {
  it('keep the end of the visit before, over openings in one visit and a clock that went back', async () => {
    const at = async () => (await store.openings.of(['world:kern'])).get('world:kern');
    await store.openings.opened(['world:kern'], NOW - DAY);
    expect(await at()).toEqual({ id: 'world:kern', at: NOW - DAY, before: null });
    await store.openings.opened(['world:kern'], NOW);
    await store.openings.opened(['world:kern', 'world:kern'], NOW + 60_000);
    expect(await at()).toEqual({ id: 'world:kern', at: NOW + 60_000, before: NOW - DAY });
    await store.openings.opened(['world:kern'], NOW - 5 * DAY);
    expect(await at()).toMatchObject({ at: NOW - 5 * DAY, before: NOW + 60_000 });
    expect([await store.openings.count(), (await store.openings.latest(5)).length]).toEqual([1, 1]);
    await store.openings.forget();
    expect(await at()).toBeUndefined();
  });
});

describe('a card', () => {
  it('says nothing of news on the first visit, and counts and marks them on the next', async () => {
    expect((await card('kern')).news).toBeUndefined();
    await openedBefore('kern');
    const { news, claims } = await card('kern');
    expect(news).toEqual({ count: 1, since: localDay(NOW - 10 * DAY) });
    expect(claims.filter((one) => one.isNew).map(({ id }) => id)).toEqual(['world:c-new']);
  });

  it('keeps its news while the visit lasts, and has none on the next', async () => {
    await openedBefore('kern');
    await store.openings.opened(ids('kern'), NOW);
    expect((await card('kern', NOW + VISIT_MS)).news?.count).toBe(1);
    expect((await card('kern', NOW + DAY)).news).toBeUndefined();
  });
});

it('the popup counts news of those that were opened, events of its coverage among them', async () => {
  await openedBefore('kern', 'sund');
  const named = ids('kern', 'holm').map((id) => ({ id, count: 1 }));
  const { subjects, coverage } = await pageFacts(store, 'daily.test', named, { published: '2025-03-10' }, NOW);
  expect(subjects.map(({ news }) => news?.count)).toEqual([1, undefined]);
  // The claim of the pack and what the feeds brought since.
  expect(coverage.map(({ news }) => news?.count)).toEqual([3]);
});

describe('marks of names with news', () => {
  const drawn = async (from: number, choices = NO_CHOICES) => {
    const painting = await paintNews(store, choices, from);
    return Object.fromEntries(['kern', 'holm', 'other', 'sund'].map((id) => [id, paintOf(painting, { id: `world:${id}`, open: true })]));
  };

  it('are discreet lines; whom the reader opened after the news came, or who has none, is not drawn', async () => {
    await store.openings.opened(ids('kern'), NOW - 10 * DAY);
    await store.openings.opened(ids('sund'), NOW);
    expect(await drawn(NOW - 3 * DAY)).toEqual({ kern: 'discreet', holm: 'discreet', other: 'unmarked', sund: 'unmarked' });
    // Of whom nobody was ever opened, what came before this was wanted is not new.
    expect(await drawn(NOW)).toMatchObject({ holm: 'unmarked' });
  });

  it('leave off what the reader switched off', async () => {
    const choices = { ...NO_CHOICES, subjects: { 'world:holm': 'off' as const } };
    expect(await drawn(NOW - 3 * DAY, choices)).toMatchObject({ holm: 'off' });
    expect(await drawn(NOW - 3 * DAY, { ...NO_CHOICES, packs: { world: 'off' } })).toMatchObject({ holm: 'off', other: 'off' });
  });
});

it('new coverage of a page is what others brought since its event was opened, or else since the page was published', async () => {
  const page = { host: 'www.daily.test', subjects: ids('kern', 'holm') };
  expect(await newCoverage(store, { ...page, published: '2025-03-10' })).toBe(2);
  expect(await newCoverage(store, { ...page, published: '2025-03-19' })).toBe(0);
  expect(await newCoverage(store, { ...page, published: undefined })).toBe(0);
  await store.openings.opened(ids('sund'), NOW - 3 * DAY);
  expect(await newCoverage(store, { ...page, published: '2025-03-10' })).toBe(1);
});
