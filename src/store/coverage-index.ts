/**
 * The index of related coverage, kept: packed segments, the loose articles that fill none yet, and the ids of those taken
 * out. Work goes in slices, each one transaction, so a worker that is stopped in between loses nothing and goes on where
 * it was. Knows its three tables; what an article's terms are, and ranking, is core/coverage.
 *
 *     add ──▶ loose ── seal, a segment's worth at a time ──▶ segments          an id's newest version stands: loose before
 *                                                                              segments, a newer segment before an older
 */
import { createRelatedIndex, type RelatedIndex, type RelatedOptions } from '@/core/coverage/related';
import { type IndexedArticle, SEGMENT_ARTICLES, sealSegment } from '@/core/coverage/segment';
import type { Database } from './versions';

export interface SegmentRow {
  readonly number?: number;
  readonly articles: number;
  readonly bytes: Uint8Array;
}

export interface GoneRow {
  readonly id: string;
}

export interface CoverageStore {
  /** Keeps articles, each in place of what was kept under its id. One transaction: all or none. */
  add(articles: readonly IndexedArticle[]): Promise<void>;
  /** Takes articles out; unknown ids are passed over. */
  remove(ids: readonly string[]): Promise<void>;
  /** Packs one segment where loose articles fill it. Answers whether there is another to pack: one slice of work a call. */
  seal(): Promise<boolean>;
  /** The whole index in memory. What is damaged or of another version is left out and deleted; `lost` says how many segments. */
  load(options?: RelatedOptions): Promise<{ readonly index: RelatedIndex; readonly lost: number }>;
  /** Forgets everything: for an index of another version of the terms, which must be made again. */
  clear(): Promise<void>;
}

interface Using {
  readonly using: <T>(work: (db: Database) => PromiseLike<T>) => Promise<T>;
  readonly changing: <T>(work: (db: Database) => PromiseLike<T>) => Promise<T>;
}

export const COVERAGE_TABLES = ['coverageSegments', 'coverageLoose', 'coverageGone'] as const;

export function createCoverageStore({ using, changing }: Using): CoverageStore {
  const writing = <T>(work: (db: Database) => PromiseLike<T>): Promise<T> =>
    changing((db) => db.transaction('rw', [db.coverageSegments, db.coverageLoose, db.coverageGone], () => work(db)));

  return {
    add: (articles) =>
      writing(async (db) => {
        await db.coverageGone.bulkDelete(articles.map(({ id }) => id));
        await db.coverageLoose.bulkPut([...articles]);
      }),
    remove: (ids) =>
      writing(async (db) => {
        await db.coverageLoose.bulkDelete([...ids]);
        // A segment is never rewritten for one article; whether any holds these is not worth unpacking them all for.
        await db.coverageGone.bulkPut(ids.map((id) => ({ id })));
      }),
    seal: () =>
      writing(async (db) => {
        const full = await db.coverageLoose.limit(SEGMENT_ARTICLES).toArray();
        if (full.length < SEGMENT_ARTICLES) return false;
        await db.coverageSegments.add({ articles: full.length, bytes: sealSegment(full) });
        await db.coverageLoose.bulkDelete(full.map(({ id }) => id));
        return (await db.coverageLoose.count()) >= SEGMENT_ARTICLES;
      }),
    async load(options) {
      const index = createRelatedIndex(options);
      const damaged = await using((db) =>
        db.transaction('r', [db.coverageSegments, db.coverageLoose, db.coverageGone], async () => {
          const [loose, segments, gone] = await Promise.all([
            db.coverageLoose.toArray(),
            db.coverageSegments.reverse().toArray(),
            db.coverageGone.toCollection().primaryKeys(),
          ]);
          for (const article of loose) index.add(article);
          const unread: number[] = [];
          for (const { number, bytes } of segments) {
            try {
              index.addSealed(bytes);
            } catch {
              if (number !== undefined) unread.push(number);
            }
          }
          for (const id of gone) index.remove(id);
          return unread;
        }),
      );
      // Derived facts: a segment that cannot be read is worth nothing. Where nothing may be changed it stays.
      if (damaged.length > 0) await writing((db) => db.coverageSegments.bulkDelete(damaged)).catch(() => undefined);
      return { index, lost: damaged.length };
    },
    clear: () => writing(async (db) => void (await Promise.all(COVERAGE_TABLES.map((table) => db.table(table).clear())))),
  };
}
