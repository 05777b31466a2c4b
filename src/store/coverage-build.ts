/**
 * Puts articles into the index of related coverage that were not put in as they came: those that packs list, and after a restored backup
 * or an older layout all others. A slice is read, taken apart in short turns, and written in one transaction with how far its source is;
 * a worker stopped anywhere goes on behind the last slice. A pack's segments go with its generation.
 */
import { type CoverageArticle, indexedArticle } from '@/core/coverage/related';
import type { IndexedArticle } from '@/core/coverage/segment';
import type { Article } from '@/core/model/article';
import type { QualifiedId } from '@/core/model/ids';
import { type CoverageSource, type CoverageStateRow, segmentRow } from './coverage-rows';
import type { FeedArticleRow } from './feeds';
import { activePacks } from './generations';
import type { Database } from './versions';

/** Articles of one slice: read in some 50 ms, and as segments of a pack few enough to lie near in time and many enough to be few. */
const SLICE = 2048;
/** Articles taken apart in one turn: some 10 ms. */
const IN_TURN = 100;

/** The publisher by which an article is no other voice: its outlet, else the host where it stands (families know outlets by domain, too). */
export function publisherOf({ outlet, url }: Pick<Article, 'outlet' | 'url'>): string | null {
  if (outlet) return outlet;
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

/** An article as it is compared: by its title, and by `text` where more of it is known. `dated`: its date is to be trusted. */
export function coverageArticle(record: Article, text = '', dated = true): CoverageArticle {
  return {
    id: record.id,
    publisher: publisherOf(record),
    title: record.title,
    text,
    published: dated ? record.published : null,
    subjects: [...record.actors, ...record.events],
  };
}

export const feedCoverage = ({ record, summary, future }: FeedArticleRow): IndexedArticle =>
  indexedArticle(coverageArticle(record, summary, !future));

export const readCoverage = (record: Article): IndexedArticle => indexedArticle(coverageArticle(record));

const isOfPack = (source: CoverageSource): source is `pack:${number}` => source.startsWith('pack:');
const generationOf = (source: `pack:${number}`): number => Number(source.slice('pack:'.length));

/** What should be in the index now. */
async function sourcesOf(db: Database): Promise<CoverageSource[]> {
  const packs = Object.values(await activePacks(db)).filter(({ counts }) => counts.articles > 0);
  // What the reader chose to follow or read first.
  return ['feeds', 'read', ...packs.map(({ generation }): CoverageSource => `pack:${generation}`)];
}

async function plan(db: Database): Promise<{ readonly gone: readonly CoverageSource[]; readonly next: CoverageStateRow | null }> {
  const [wanted, states] = await Promise.all([sourcesOf(db), db.coverageStates.toArray()]);
  const known = new Map(states.map((state) => [state.source, state]));
  const open = wanted.map((source): CoverageStateRow => known.get(source) ?? { source, after: '', complete: false });
  return {
    gone: states.flatMap(({ source }) => (wanted.includes(source) ? [] : [source])),
    next: open.find(({ complete }) => !complete) ?? null,
  };
}

export async function isBuilt(db: Database): Promise<boolean> {
  const { gone, next } = await db.transaction('r', [db.meta, db.coverageStates], () => plan(db));
  return gone.length === 0 && next === null;
}

async function readSlice(db: Database, { source, after }: CoverageStateRow): Promise<readonly (() => IndexedArticle)[]> {
  if (source === 'feeds')
    return (await db.feedArticles.where('id').above(after).limit(SLICE).toArray()).map((row) => () => feedCoverage(row));
  if (source === 'read') {
    return (await db.ownArticles.where('id').above(after).limit(SLICE).toArray()).map(
      ({ record }) =>
        () =>
          readCoverage(record),
    );
  }
  const generation = generationOf(source);
  // In IndexedDB's order a list sorts after every text.
  const rows = await db.articles.where(':id').between([generation, after], [generation, []], false, false).limit(SLICE).toArray();
  return rows.map(
    ({ record }) =>
      () =>
        readCoverage(record),
  );
}

/**
 * Puts in what is missing, or drops the segments of a pack that is no longer shown: one slice of work. `pause` is awaited between turns.
 * False where nothing is left to do.
 */
export async function buildNext(db: Database, pause: () => Promise<void>): Promise<boolean> {
  const { gone, next } = await db.transaction('r', [db.meta, db.coverageStates], () => plan(db));
  if (gone.length > 0) {
    await db.transaction('rw', [db.coverageSegments, db.coverageStates], async () => {
      await db.coverageSegments.where('source').anyOf(gone).delete();
      await db.coverageStates.bulkDelete([...gone]);
    });
    return true;
  }
  if (!next) return false;
  const waiting = await readSlice(db, next);
  const articles: IndexedArticle[] = [];
  for (const [i, take] of waiting.entries()) {
    if (i > 0 && i % IN_TURN === 0) await pause();
    articles.push(take());
  }
  await db.transaction(
    'rw',
    [db.meta, db.articles, db.ownArticles, db.feedArticles, db.coverageSegments, db.coverageLoose, db.coverageStates],
    async () => {
      const state = (await db.coverageStates.get(next.source)) ?? { ...next, after: '' };
      // Somebody else was here, or the pack is another by now: the next look tells what is to be done.
      if (state.after !== next.after || state.complete || !(await sourcesOf(db)).includes(next.source)) return;
      if (isOfPack(next.source)) {
        if (articles.length > 0) await db.coverageSegments.add(segmentRow(next.source, articles));
      } else await putMissing(db, next.source, articles);
      if (next.source === 'feeds' && next.after === '') await dropSourceless(db);
      await db.coverageStates.put({ source: next.source, after: lastOf(articles, next.after), complete: articles.length < SLICE });
    },
  );
  return true;
}

const lastOf = (articles: readonly IndexedArticle[], before: string): string => articles.at(-1)?.id ?? before;

/** What came or went while the slice was taken apart is as it is now. */
async function putMissing(db: Database, source: 'feeds' | 'read', articles: readonly IndexedArticle[]): Promise<void> {
  const ids = articles.map(({ id }): QualifiedId => id);
  const [there, loose] = await Promise.all([
    (source === 'feeds' ? db.feedArticles : db.ownArticles).bulkGet(ids),
    db.coverageLoose.bulkGet(ids),
  ]);
  await db.coverageLoose.bulkPut(articles.filter((_, i) => there[i] && !loose[i]));
}

/** Segments of before layout 12, which nobody can read any more: they are in no index. */
async function dropSourceless(db: Database): Promise<void> {
  const [all, sourced] = await Promise.all([
    db.coverageSegments.toCollection().primaryKeys(),
    db.coverageSegments.where('source').above('').primaryKeys(),
  ]);
  const known = new Set(sourced);
  await db.coverageSegments.bulkDelete(all.filter((number) => !known.has(number)));
}
