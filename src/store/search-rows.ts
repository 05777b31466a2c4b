/**
 * The rows of the index of search. Shapes and sizes only; core/search/segment.ts says what a segment is, search-build.ts makes
 * them, search-segments.ts reads them.
 *
 *     searchStates  how far each generation is, by generation
 *     searchHeads   [generation, list, segment]
 *     searchRuns    [generation, list, segment, run]
 *     searchKeys    the ids of subjects and articles by their numbers, with the names that sort subjects: [generation, list,
 *                   segment, first]
 */
import type { QualifiedId } from '@/core/model/ids';
import type { Run, SegmentHead } from '@/core/search/segment';

/** The version of what is indexed and how words are folded: where it changes, the index is made again. */
export const INDEX_VERSION = 1;

/** Lists of one generation; the numbers are parts of keys. */
export const LISTS = { subjects: 0, articles: 1, claims: 2 } as const;
export type ListName = keyof typeof LISTS;

/** Ids in a row of keys: a page of a list reads one or two of some 20 kB. */
export const KEYS_IN_ROW = 512;

/** How many records are indexed, in how many segments, and whether those are all. */
export interface ListState {
  readonly done: number;
  readonly segments: number;
  readonly complete: boolean;
}

export interface SearchStateRow {
  readonly generation: number;
  readonly version: number;
  readonly lists: Readonly<Record<ListName, ListState>>;
}

interface SegmentKeyed {
  readonly generation: number;
  /** Of {@link LISTS}. */
  readonly list: number;
  readonly segment: number;
}

/** The items of claims are their places in the generation, of the rest their numbers: those that {@link SearchKeysRow} counts. */
export interface SearchHeadRow extends SegmentKeyed, SegmentHead {
  /** Places in the generation, of claims whose place one of this segment took. */
  readonly superseded: Uint32Array;
}

export interface SearchRunRow extends SegmentKeyed, Run {
  readonly run: number;
}

export interface SearchKeysRow extends SegmentKeyed {
  /** The number of the first record. */
  readonly first: number;
  readonly ids: readonly QualifiedId[];
  /** Folded; subjects only. */
  readonly names: readonly string[];
}
