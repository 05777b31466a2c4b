import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { type CoverageArticle, createRelatedIndex, indexedArticle } from '@/core/coverage/related';
import { type IndexedArticle, SEGMENT_ARTICLES } from '@/core/coverage/segment';
import { openDatabase } from '@/store/open';
import { createStore, type Store } from '@/store/store';

let count = 0;
const open: Store[] = [];
const freshName = () => `coverage-test-${count++}`;
/** A new store over the same database: what a worker is that was stopped and started again. */
function storeNamed(name: string): Store {
  const store = createStore({ name });
  open.push(store);
  return store;
}

afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

const TOPICS = ['bridge closure', 'tram strike', 'grain ships', 'mayor resigns', 'dam repair', 'ferry fares', 'school roof'];
const article = (i: number): CoverageArticle => ({
  id: `feeds:n${String(i).padStart(5, '0')}`,
  publisher: `outlet ${i % 5}`,
  title: `${TOPICS[i % TOPICS.length]} ${Math.floor(i / 20)}`,
  text: '',
  published: '2025-03-01',
});
/** One segment and some more. */
const MANY = Array.from({ length: SEGMENT_ARTICLES + 30 }, (_, i) => article(i));
const PACKED: readonly IndexedArticle[] = MANY.map(indexedArticle);

/** All of the index, as a fresh worker reads it. */
async function load(store: Store) {
  const { index, reach } = store.coverage.open();
  return { index, lost: await reach() };
}

async function rows(name: string): Promise<Record<string, number>> {
  const { db } = await openDatabase({ name, indexedDB });
  const counts = {
    segments: await db.coverageSegments.count(),
    loose: await db.coverageLoose.count(),
    gone: await db.coverageGone.count(),
  };
  db.close();
  return counts;
}

describe('the kept index of related coverage', () => {
  it('answers after any restart as an index made in memory does, sealed in slices', async () => {
    const name = freshName();
    const first = storeNamed(name);
    await first.coverage.add(PACKED.slice(0, 2000));
    expect(await first.coverage.seal()).toBe(false);
    first.close();
    const second = storeNamed(name);
    await second.coverage.add(PACKED.slice(2000));
    expect(await second.coverage.seal()).toBe(false);
    await second.coverage.add([indexedArticle({ ...article(7), title: 'Replaced after it was sealed' })]);
    await second.coverage.remove(['feeds:n00003', 'nobody']);
    second.close();
    expect(await rows(name)).toEqual({ segments: 1, loose: 31, gone: 2 });

    const { index, lost } = await load(storeNamed(name));
    const memory = createRelatedIndex();
    for (const one of MANY) memory.add(one);
    memory.add({ ...article(7), title: 'Replaced after it was sealed' });
    memory.remove('feeds:n00003');
    expect([index.size, lost]).toEqual([memory.size, 0]);
    for (const i of [0, 7, 2048, 4100]) {
      const asked = MANY[i] as CoverageArticle;
      expect(index.related(asked, 5)).toEqual(memory.related(asked, 5));
    }
  });

  it('takes an article back that was removed, in its newest version', async () => {
    const store = storeNamed(freshName());
    await store.coverage.add(PACKED.slice(0, 5));
    await store.coverage.remove(['feeds:n00001']);
    expect((await load(store)).index.has('feeds:n00001')).toBe(false);
    await store.coverage.add([PACKED[1] as IndexedArticle]);
    expect((await load(store)).index.has('feeds:n00001')).toBe(true);
  });

  it('leaves out a damaged segment, deletes it and says so; the rest stands', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await store.coverage.add(PACKED.slice(0, 3));
    const { db } = await openDatabase({ name, indexedDB });
    await db.coverageSegments.add({ source: 'feeds', articles: 9, first: 0, last: 0, bytes: new Uint8Array(40) });
    db.close();
    const { index, lost } = await load(store);
    expect([index.size, lost]).toEqual([3, 1]);
    expect((await load(store)).lost).toBe(0);
  });

  it('reads only what may be near a question’s day, and further where another question reaches further', async () => {
    const name = freshName();
    const store = storeNamed(name);
    const old = MANY.slice(0, SEGMENT_ARTICLES).map((one) => indexedArticle({ ...one, published: '2020-03-01' }));
    await store.coverage.add(old);
    await store.coverage.seal();
    await store.coverage.add([indexedArticle(article(5000))]);
    const day = (date: string) => Date.parse(date) / 86_400_000;
    const { index, reach } = store.coverage.open();
    await reach(day('2025-03-02'));
    expect(index.size).toBe(1);
    await reach(day('2020-05-01'));
    expect(index.size).toBe(SEGMENT_ARTICLES + 1);
  });

  it('drops the segments of older layouts when it puts articles in again', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await store.open();
    const { db } = await openDatabase({ name, indexedDB });
    await db.coverageSegments.add({ articles: 9, bytes: new Uint8Array(40) } as never);
    db.close();
    expect((await rows(name)).segments).toBe(1);
    await store.index(async () => undefined);
    expect((await rows(name)).segments).toBe(0);
  });

  it('lets the newest version of an article stand, whichever segment is read first', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await store.coverage.add(PACKED.slice(0, SEGMENT_ARTICLES));
    await store.coverage.seal();
    const again = { ...article(3), title: 'Something else altogether', published: '2025-12-01' };
    await store.coverage.add([indexedArticle(again), ...PACKED.slice(SEGMENT_ARTICLES)]);
    await store.coverage.add(
      Array.from({ length: SEGMENT_ARTICLES }, (_, i) => indexedArticle({ ...article(i + 9000), published: '2025-12-01' })),
    );
    await store.coverage.seal();
    const asked = { ...again, id: 'x', publisher: null };
    for (const days of [
      ['2025-03-01', '2025-12-01'],
      ['2025-12-01', '2025-03-01'],
    ]) {
      const { index, reach } = store.coverage.open();
      for (const day of days) await reach(Date.parse(day) / 86_400_000);
      expect(index.related(asked, 1)[0]?.id).toBe(article(3).id);
      expect(index.size).toBe(2 * SEGMENT_ARTICLES + 30);
    }
  });
});
