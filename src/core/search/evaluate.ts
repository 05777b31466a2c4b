/**
 * What of a segment answers a question, and which of that comes first. Pure: the lists it needs are at hand.
 */
import { type Order, recordFrom, type SegmentHead } from './segment';

/** A list of records, and what it is worth to be in it; 0 for a condition that only holds or not. */
export interface WeighedList {
  readonly weight: number;
  each(take: (record: number) => void): void;
}

/** Every one of `needs` must be met, each by one of its lists; where several do, the one of greatest weight counts. */
export interface SegmentQuestion {
  readonly head: SegmentHead;
  readonly needs: readonly (readonly WeighedList[])[];
  /** Orders from … to, both within; null for all, the undated among them. */
  readonly orders: readonly [from: Order, to: Order] | null;
  /** What else must hold of a record; null where nothing does. */
  readonly holds: ((record: number) => boolean) | null;
}

/** How finely worth is told apart: more levels than there are kinds of matches of a few words. */
export const LEVELS = 4096;

export interface Matches {
  readonly total: number;
  /** The first ones, the best first, and of equal ones the newest (or where asked the oldest). */
  readonly records: Uint32Array;
  /** The worth of each, in levels. */
  readonly levels: Uint16Array;
}

export interface Ranking {
  /** The greatest worth that a record can have; 0 where worth does not count. */
  readonly most: number;
  readonly way: 'newest' | 'oldest';
  /** How many of the first are wanted. */
  readonly wanted: number;
  /** Undated records have this order, and come last either way. */
  readonly undated: Order;
}

/** Holds the arrays that one evaluation after the other uses. */
export function createEvaluator(): (question: SegmentQuestion, ranking: Ranking) => Matches {
  let met = new Uint8Array(0);
  let worth = new Float32Array(0);

  return ({ head, needs, orders, holds }, { most, way, wanted, undated }) => {
    const { size } = head;
    const [from, to] = orders ? [recordFrom(head, orders[0]), recordFrom(head, orders[1] + 1)] : [0, size];
    if (needs.length === 0 && holds === null) {
      const records = firstOf(from, to, way === 'newest' ? null : recordFrom(head, undated), wanted);
      return { total: Math.max(0, to - from), records, levels: new Uint16Array(records.length) };
    }
    if (met.length < size) {
      met = new Uint8Array(size);
      worth = new Float32Array(size);
    } else {
      met.fill(0, 0, size);
      worth.fill(0, 0, size);
    }
    for (const [step, lists] of needs.entries()) {
      for (const list of [...lists].sort((a, b) => b.weight - a.weight)) {
        const { weight } = list;
        list.each((record) => {
          if (met[record] !== step) return;
          met[record] = step + 1;
          worth[record] = (worth[record] ?? 0) + weight;
        });
      }
    }
    const all = needs.length;
    let total = 0;
    const found = new Uint32Array(to > from ? to - from : 0);
    for (let record = from; record < to; record++) {
      if (met[record] === all && (holds === null || holds(record))) found[total++] = record;
    }
    const matched = found.subarray(0, total);
    const inOrder = way === 'newest' ? matched : oldestFirst(matched, recordFrom(head, undated));
    if (most === 0) return { total, records: inOrder.slice(0, wanted), levels: new Uint16Array(Math.min(wanted, total)) };
    const scale = (LEVELS - 1) / most;
    return { total, ...bestOf(inOrder, (record) => Math.min(LEVELS - 1, Math.round((worth[record] ?? 0) * scale)), wanted) };
  };
}

/** The first `wanted` of all records from … to before `to`; `undated`: oldest first, but for those from that number on. */
function firstOf(from: number, to: number, undated: number | null, wanted: number): Uint32Array {
  const all = Math.max(0, to - from);
  const dated = undated === null ? all : Math.max(0, Math.min(to, undated) - from);
  return Uint32Array.from({ length: Math.min(all, wanted) }, (_, i) => (undated === null || i >= dated ? from + i : from + dated - 1 - i));
}

/** Turns a list round, the undated staying last. */
function oldestFirst(records: Uint32Array, undated: number): Uint32Array {
  const dated = records.filter((record) => record < undated).reverse();
  const turned = new Uint32Array(records.length);
  turned.set(dated);
  turned.set(
    records.filter((record) => record >= undated),
    dated.length,
  );
  return turned;
}

/** The first `wanted` by level, those of one level as they stand. Two walks and no sorting: levels are few. */
function bestOf(records: Uint32Array, levelOf: (record: number) => number, wanted: number): Pick<Matches, 'records' | 'levels'> {
  const counts = new Uint32Array(LEVELS);
  for (const record of records) {
    const level = levelOf(record);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  // Where the records of each level begin, from the highest down.
  const begins = new Uint32Array(LEVELS);
  let at = 0;
  for (let level = LEVELS - 1; level >= 0; level--) {
    begins[level] = at;
    at += counts[level] ?? 0;
  }
  const size = Math.min(wanted, records.length);
  const [best, levels] = [new Uint32Array(size), new Uint16Array(size)];
  for (const record of records) {
    const level = levelOf(record);
    const place = begins[level] ?? 0;
    if (place >= size) continue;
    best[place] = record;
    levels[place] = level;
    begins[level] = place + 1;
  }
  return { records: best, levels };
}
