/**
 * The index of related coverage, kept: packed segments, the loose articles that fill none yet, and the ids of those taken
 * out. Work goes in slices, each one transaction, so a worker that is stopped in between loses nothing and goes on where
 * it was. Knows its own tables; what an article's terms are, and ranking, is core/coverage; which articles there are, coverage-build.ts.
 *
 *     add ──▶ loose ── seal, a segment's worth at a time ──▶ segments          an id's newest version stands: loose before
 *                        a pack's articles, in slices ─────▶                   segments, a newer segment before an older
 */
import { createRelatedIndex, type RelatedIndex, type RelatedOptions } from '@/core/coverage/related';
import { type IndexedArticle, SEGMENT_ARTICLES } from '@/core/coverage/segment';
import { FEED_PACK, OWN_PACK } from '@/core/model/ids';
import type { Using } from './connection';
import { COVERAGE_TABLES, type CoverageSource, type SegmentRow, segmentRow, takeOut } from './coverage-rows';
import type { Database } from './versions';

/** The index in memory, as far as it was read. */
export interface OpenCoverage {
  readonly index: RelatedIndex;
  /**
   * Reads what may be near a day (days since 1970) and is not read yet; everything, where none is given. What is damaged or of another
   * version is left out and deleted; answers how many segments were.
   */
  reach(day?: number): Promise<number>;
}

export interface CoverageStore {
  /** Keeps articles of feeds, each in place of what was kept under its id. One transaction: all or none. */
  add(articles: readonly IndexedArticle[]): Promise<void>;
  /** Takes articles out; unknown ids are passed over. */
  remove(ids: readonly string[]): Promise<void>;
  /** Packs one segment where loose articles fill it. Answers whether there is another to pack: one slice of work a call. */
  seal(): Promise<boolean>;
  open(options?: RelatedOptions): OpenCoverage;
}

/**
 * Days from the asking article's own within which segments are read: further away likeness is lowered so much that nothing is shown
 * (page-related.ts shows from 0.3 on, which nearness in time alone undercuts after 73 days).
 */
const NEAR_DAYS = 75;

/** Of loose articles, by how their ids begin. */
const LOOSE: readonly (readonly [pack: string, source: CoverageSource])[] = [
  [FEED_PACK, 'feeds'],
  [OWN_PACK, 'read'],
];

export function createCoverageStore({ using, changing }: Using): CoverageStore {
  const writing = <T>(work: (db: Database) => PromiseLike<T>): Promise<T> =>
    changing((db) =>
      db.transaction(
        'rw',
        COVERAGE_TABLES.map((table) => db.table(table)),
        () => work(db),
      ),
    );

  function open(options?: RelatedOptions): OpenCoverage {
    const index = createRelatedIndex(options);
    const read = new Set<number>();
    let begun = false;
    return {
      index,
      async reach(day) {
        const damaged = await using((db) =>
          db.transaction('r', [db.coverageSegments, db.coverageLoose, db.coverageGone], async () => {
            const near: number[] = [];
            await db.coverageSegments.orderBy('[first+last]').eachKey((key, { primaryKey }) => {
              const [first, last] = key as unknown as [number, number];
              if (!read.has(primaryKey) && (day === undefined || (first <= day + NEAR_DAYS && last >= day - NEAR_DAYS)))
                near.push(primaryKey);
            });
            // What was read meanwhile was put in by the store itself (own-claims.ts); what feeds bring is added here as well.
            const own = db.coverageLoose.where('id').startsWith(`${OWN_PACK}:`);
            const missing = begun ? (await own.primaryKeys()).filter((id) => !index.has(id)) : [];
            if (begun && near.length === 0 && missing.length === 0) return [];
            const [loose, segments, gone] = await Promise.all([
              begun ? db.coverageLoose.bulkGet(missing) : db.coverageLoose.toArray(),
              db.coverageSegments.bulkGet(near.sort((a, b) => b - a)),
              db.coverageGone.toCollection().primaryKeys(),
            ]);
            for (const article of loose) if (article) index.add(article);
            const unread: SegmentRow[] = [];
            for (const segment of segments) {
              if (segment?.number === undefined) continue;
              read.add(segment.number);
              try {
                index.addSealed(segment.bytes, segment.number);
              } catch {
                unread.push(segment);
              }
            }
            for (const id of gone) index.remove(id);
            begun = true;
            return unread;
          }),
        );
        // Derived facts: a segment that cannot be read is worth nothing, and its source is put in again. Where nothing may be changed it stays.
        if (damaged.length > 0) {
          await writing(async (db) => {
            await db.coverageSegments.bulkDelete(damaged.flatMap(({ number }) => number ?? []));
            await db.coverageStates.bulkDelete(damaged.map(({ source }) => source));
          }).catch(() => undefined);
        }
        return damaged.length;
      },
    };
  }

  return {
    open,
    add: (articles) =>
      writing(async (db) => {
        await db.coverageGone.bulkDelete(articles.map(({ id }) => id));
        await db.coverageLoose.bulkPut([...articles]);
      }),
    remove: (ids) => writing((db) => takeOut(db, ids)),
    seal: () =>
      writing(async (db) => {
        for (const [pack, source] of LOOSE) {
          const ofSource = () => db.coverageLoose.where('id').startsWith(`${pack}:`);
          const full = await ofSource().limit(SEGMENT_ARTICLES).toArray();
          if (full.length < SEGMENT_ARTICLES) continue;
          await db.coverageSegments.add(segmentRow(source, full));
          await db.coverageLoose.bulkDelete(full.map(({ id }) => id));
          return (await ofSource().count()) >= SEGMENT_ARTICLES;
        }
        return false;
      }),
  };
}
