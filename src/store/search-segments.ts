/**
 * Reads the index of search: the heads of segments, and the runs that a question needs, each kept for the next letter typed. What
 * is kept never changes, so nothing here can be out of date. Knows rows, nothing of what is asked.
 */
import type { QualifiedId } from '@/core/model/ids';
import { eachRecord, type Run, runsBetween, type SegmentHead, termsBetween, termsIn } from '@/core/search/segment';
import { KEYS_IN_ROW, LISTS, type ListName, type SearchHeadRow, type SearchKeysRow } from './search-rows';
import type { Database } from './versions';

/**
 * Runs that are kept in memory, by their size: what the first letters of a name over a million claims need. A worker that is
 * stopped forgets them, and reads some hundred rows again.
 */
const KEPT_BYTES = 32_000_000;

interface KeptRun {
  readonly run: Run;
  readonly terms: readonly string[];
}

type Keys = Pick<SearchKeysRow, 'ids' | 'names'>;

/** What each of a row of ids and names takes in memory, about. */
const KEY_BYTES = 120;

/** What is kept between questions; one a store. */
export interface SearchCache {
  readonly heads: Map<string, readonly SearchHeadRow[]>;
  readonly runs: Shelf<KeptRun>;
  readonly keys: Shelf<Keys>;
}

export const createSearchCache = (): SearchCache => ({ heads: new Map(), runs: createShelf(KEPT_BYTES), keys: createShelf(KEPT_BYTES) });

/** Things by key, as many as fit; what was used longest ago goes first. */
interface Shelf<T> {
  get(key: string): T | undefined;
  put(key: string, thing: T, bytes: number): void;
}

function createShelf<T>(most: number): Shelf<T> {
  const kept = new Map<string, { readonly thing: T; readonly bytes: number }>();
  let total = 0;
  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.thing;
    },
    put(key, thing, bytes) {
      kept.set(key, { thing, bytes });
      total += bytes;
      for (const [oldest, { bytes: freed }] of kept) {
        if (total <= most) break;
        kept.delete(oldest);
        total -= freed;
      }
    },
  };
}

/** A span of terms: from `first` to before `end`. */
export interface Span {
  readonly first: string;
  readonly end: string;
}

/** A term that was found, and the records that hold it. */
export interface FoundTerm {
  readonly term: string;
  readonly count: number;
  each(take: (record: number) => void): void;
}

export interface OpenSegment {
  readonly generation: number;
  readonly segment: number;
  readonly head: SegmentHead;
  readonly superseded: Uint32Array;
  /** Only of spans that were fetched before. */
  terms(span: Span): FoundTerm[];
}

export interface SegmentReader {
  /** The segments of one list of these generations. `segments`: how many each has. */
  open(list: ListName, generations: readonly { readonly generation: number; readonly segments: number }[]): Promise<readonly OpenSegment[]>;
  /** Brings what the spans need into memory, in one reading. `spans`: by segment. */
  fetch(list: ListName, wanted: readonly { readonly segment: OpenSegment; readonly spans: readonly Span[] }[]): Promise<void>;
  /** The ids of subjects or articles by their numbers, and of subjects the folded names. */
  keysOf(
    list: 'subjects' | 'articles',
    wanted: readonly { readonly segment: OpenSegment; readonly record: number }[],
  ): Promise<readonly { readonly id: QualifiedId; readonly name: string }[]>;
}

/** Every call comes inside one transaction over the index; an open segment is of that one question. */
export function createSegmentReader(db: Database, cache: SearchCache): SegmentReader {
  /** Of this question: the cache may drop them in the middle of it. */
  const atHand = new Map<string, KeptRun>();

  const keep = (key: string, run: Run): KeptRun => {
    const kept = { run, terms: termsIn(run) };
    cache.runs.put(key, kept, run.lists.length + run.text.length * 2);
    return kept;
  };

  const runKey = (list: number, { generation, segment }: Pick<OpenSegment, 'generation' | 'segment'>, run: number): string =>
    `${generation}.${list}.${segment}.${run}`;

  const opened = (list: number, { generation, segment, superseded, ...head }: SearchHeadRow): OpenSegment => ({
    generation,
    segment,
    head,
    superseded,
    terms({ first, end }) {
      const found: FoundTerm[] = [];
      const [from, to] = runsBetween(head.firsts, first, end);
      for (let number = from; number < to; number++) {
        const kept = atHand.get(runKey(list, { generation, segment }, number));
        if (!kept) throw new TypeError('a run of the index that was not fetched');
        const [low, high] = termsBetween(kept.terms, first, end);
        for (let place = low; place < high; place++) {
          found.push({
            term: kept.terms[place] ?? '',
            count: kept.run.counts[place] ?? 0,
            each: (take) => eachRecord(kept.run, place, head.size, take),
          });
        }
      }
      return found;
    },
  });

  return {
    async open(list, generations) {
      const number = LISTS[list];
      const missing = generations.filter(
        ({ generation, segments }) => (cache.heads.get(`${generation}.${number}`)?.length ?? 0) !== segments,
      );
      const rows = await Promise.all(
        missing.map(({ generation }) => db.searchHeads.where(':id').between([generation, number], [generation, number, []]).toArray()),
      );
      for (const [i, { generation }] of missing.entries()) cache.heads.set(`${generation}.${number}`, rows[i] ?? []);
      return generations.flatMap(({ generation }) => (cache.heads.get(`${generation}.${number}`) ?? []).map((row) => opened(number, row)));
    },
    async fetch(list, wanted) {
      const number = LISTS[list];
      const missing = new Map<string, [number, number, number, number]>();
      for (const { segment, spans } of wanted) {
        for (const { first, end } of spans) {
          const [from, to] = runsBetween(segment.head.firsts, first, end);
          for (let run = from; run < to; run++) {
            const key = runKey(number, segment, run);
            if (atHand.has(key) || missing.has(key)) continue;
            const kept = cache.runs.get(key);
            if (kept) atHand.set(key, kept);
            else missing.set(key, [segment.generation, number, segment.segment, run]);
          }
        }
      }
      if (missing.size === 0) return;
      const rows = await db.searchRuns.bulkGet([...missing.values()]);
      for (const [i, key] of [...missing.keys()].entries()) {
        const row = rows[i];
        if (row) atHand.set(key, keep(key, row));
      }
    },
    async keysOf(list, wanted) {
      const number = LISTS[list];
      const found = new Map<string, Keys>();
      const missing = new Map<string, [number, number, number, number]>();
      const keyOf = ({ segment, record }: (typeof wanted)[number]) => runKey(number, segment, record - (record % KEYS_IN_ROW));
      for (const one of wanted) {
        const key = keyOf(one);
        if (found.has(key) || missing.has(key)) continue;
        const kept = cache.keys.get(key);
        if (kept) found.set(key, kept);
        else missing.set(key, [one.segment.generation, number, one.segment.segment, one.record - (one.record % KEYS_IN_ROW)]);
      }
      if (missing.size > 0) {
        const rows = await db.searchKeys.bulkGet([...missing.values()]);
        for (const [i, key] of [...missing.keys()].entries()) {
          const row = rows[i];
          if (!row) continue;
          found.set(key, row);
          cache.keys.put(key, row, row.ids.length * KEY_BYTES);
        }
      }
      return wanted.map((one) => {
        const keys = found.get(keyOf(one));
        const at = one.record % KEYS_IN_ROW;
        return { id: keys?.ids[at] ?? '', name: keys?.names[at] ?? '' };
      });
    },
  };
}
