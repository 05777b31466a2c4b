/** The rows of the index of related coverage, and how a segment is one. Shapes, and how an article leaves them. */
import { type IndexedArticle, SEGMENT_ARTICLES, sealSegment } from '@/core/coverage/segment';
import { FEED_PACK } from '@/core/model/ids';
import type { Database } from './versions';

export const COVERAGE_TABLES = ['coverageSegments', 'coverageLoose', 'coverageGone', 'coverageStates'] as const;

/** What a segment is made of: what feeds brought, what was read, or one generation of a pack. */
export type CoverageSource = 'feeds' | 'read' | `pack:${number}`;

export interface SegmentRow {
  readonly number?: number;
  readonly source: CoverageSource;
  readonly articles: number;
  /** The earliest and the latest day of its articles, days since 1970; of undated ones every day. */
  readonly first: number;
  readonly last: number;
  readonly bytes: Uint8Array;
}

export interface GoneRow {
  readonly id: string;
}

/** How far a source is in the index: up to which key of its articles. What comes after it is complete is put in as it comes. */
export interface CoverageStateRow {
  readonly source: CoverageSource;
  readonly after: string;
  readonly complete: boolean;
}

export function segmentRow(source: CoverageSource, articles: readonly IndexedArticle[]): SegmentRow {
  const days = articles.flatMap(({ day }) => day ?? []);
  return {
    source,
    articles: articles.length,
    first: days.reduce((a, b) => Math.min(a, b), days.length > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
    last: days.reduce((a, b) => Math.max(a, b), days.length > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY),
    bytes: sealSegment(articles),
  };
}

/** Articles that are gone and still packed, from which on the feeds' part of the index is made anew without them: four segments' worth. */
const MOST_GONE = 4 * SEGMENT_ARTICLES;

/** Takes articles of feeds out of the index, within a transaction over {@link COVERAGE_TABLES}; unknown ids are passed over. */
export async function takeOut(db: Database, ids: readonly string[]): Promise<void> {
  await db.coverageLoose.bulkDelete([...ids]);
  // A segment is never rewritten for one article; whether any holds these is not worth unpacking them all for.
  await db.coverageGone.bulkPut(ids.map((id) => ({ id })));
  const gone = db.coverageGone.where('id').startsWith(`${FEED_PACK}:`);
  if ((await gone.count()) <= MOST_GONE) return;
  await db.coverageSegments.where('source').equals('feeds').delete();
  await db.coverageStates.delete('feeds');
  await gone.delete();
}
