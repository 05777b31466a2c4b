/**
 * Collects the prefixes of names, each once by its hash, and the names that end at them, in a hash table over rows that grow;
 * then sorts them. Knows neither texts nor the packed form.
 */
import type { PrefixTable } from './draft';
import { enlarged } from './enlarged';
import { SUBJECT_MASK } from './packed';

/** Filled slots of the table: probes stay short. */
const LOAD = 0.7;
const SMALLEST_TABLE = 256;

const ROW = 4;
const UPPER = 1;
const PARENT = 2;
const HEAD = 3;
const RECORD = 3;
const RULE = 1;
const OLDER = 2;

export interface Prefixes {
  /** Row of the prefix with this hash, made where it is new; `parent`: row + 1 of the prefix one word shorter, 0 for a first word. */
  place(lower: number, upper: number, parent: number): number;
  /** Says that a name ends at a row. Subjects must come one after the other. The same twice counts once. */
  end(row: number, who: number, rule: number): void;
  sorted(): PrefixTable;
}

/** How many rows a table of so many slots serves. */
const roomIn = (capacity: number): number => Math.floor(capacity * LOAD);

/** `expected`: about so many prefixes; more make it grow. */
export function createPrefixes(expected: number): Prefixes {
  let count = 0;
  let capacity = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST_TABLE, expected / LOAD)));
  /** Row + 1, 0 where it is free. Rows lie apart from it: most of what is looked up is new, and found so in a small array. */
  let table = new Uint32Array(capacity);
  /** ROW words each: the hash's halves, row + 1 of the parent, newest record + 1 or 0 where no name ends. */
  let rows = new Uint32Array(roomIn(capacity) * ROW);
  let ended = 0;
  /** RECORD words each: who, rule, the next older record of the same prefix + 1. */
  let records = new Uint32Array(roomIn(capacity) * RECORD);

  function grow(): void {
    capacity *= 2;
    rows = enlarged(rows, roomIn(capacity) * ROW);
    table = new Uint32Array(capacity);
    const shift = Math.clz32(capacity) + 1;
    for (let row = 0; row < count; row++) {
      let at = (rows[row * ROW] ?? 0) >>> shift;
      while (table[at]) at = (at + 1) & (capacity - 1);
      table[at] = row + 1;
    }
  }

  return {
    place(lower, upper, parent) {
      const low = lower >>> 0;
      const up = upper >>> 0;
      let at = low >>> (Math.clz32(capacity) + 1);
      for (let row = table[at] ?? 0; row !== 0; row = table[at] ?? 0) {
        const known = (row - 1) * ROW;
        if (rows[known] === low && rows[known + UPPER] === up) return row - 1;
        at = (at + 1) & (capacity - 1);
      }
      const row = count++;
      table[at] = count;
      rows[row * ROW] = low;
      rows[row * ROW + UPPER] = up;
      rows[row * ROW + PARENT] = parent;
      if (count * ROW === rows.length) grow();
      return row;
    },
    end(row, who, rule) {
      const head = rows[row * ROW + HEAD] ?? 0;
      for (let r = head; r !== 0; ) {
        const at = (r - 1) * RECORD;
        const known = records[at] ?? 0;
        if (((known ^ who) & SUBJECT_MASK) !== 0) break;
        if (known === who && records[at + RULE] === rule) return;
        r = records[at + OLDER] ?? 0;
      }
      if (ended * RECORD === records.length) records = enlarged(records, records.length * 2);
      const at = ended * RECORD;
      records[at] = who;
      records[at + RULE] = rule;
      records[at + OLDER] = head;
      rows[row * ROW + HEAD] = ++ended;
    },
    sorted() {
      const order = byHash(rows, count);
      const place = new Uint32Array(count + 1);
      for (let k = 0; k < count; k++) place[(order[k] ?? 0) + 1] = k + 1;
      const lower = new Uint32Array(count);
      const upper = new Uint32Array(count);
      const parent = new Uint32Array(count);
      const recordsFrom = new Uint32Array(count + 1);
      const who = new Uint32Array(ended);
      const rule = new Uint32Array(ended);
      let end = 0;
      for (let k = 0; k < count; k++) {
        const row = (order[k] ?? 0) * ROW;
        lower[k] = rows[row] ?? 0;
        upper[k] = rows[row + UPPER] ?? 0;
        parent[k] = place[rows[row + PARENT] ?? 0] ?? 0;
        const head = rows[row + HEAD] ?? 0;
        let many = 0;
        for (let r = head; r !== 0; r = records[(r - 1) * RECORD + OLDER] ?? 0) many++;
        // The chain has the newest first.
        for (let r = head, at = end + many - 1; r !== 0; r = records[(r - 1) * RECORD + OLDER] ?? 0, at--) {
          who[at] = records[(r - 1) * RECORD] ?? 0;
          rule[at] = records[(r - 1) * RECORD + RULE] ?? 0;
        }
        end += many;
        recordsFrom[k + 1] = end;
      }
      return { count, lower, upper, parent, recordsFrom, who, rule };
    },
  };
}

/** The rows in the order of their hashes: put into about as many buckets as there are rows, then those of a bucket sorted. */
function byHash(rows: Uint32Array, count: number): Uint32Array {
  const bits = Math.ceil(Math.log2(count + 2));
  const shift = 32 - bits;
  const next = new Uint32Array(2 ** bits + 1);
  for (let row = 0; row < count; row++) {
    const bucket = ((rows[row * ROW] ?? 0) >>> shift) + 1;
    next[bucket] = (next[bucket] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < next.length; bucket++) next[bucket] = (next[bucket] ?? 0) + (next[bucket - 1] ?? 0);
  const order = new Uint32Array(count);
  /** Their lower halves, in that order. */
  const lower = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const key = rows[row * ROW] ?? 0;
    const at = next[key >>> shift] ?? 0;
    next[key >>> shift] = at + 1;
    order[at] = row;
    lower[at] = key;
  }
  for (let k = 1; k < count; k++) {
    const key = lower[k] ?? 0;
    if (key > (lower[k - 1] ?? 0)) continue;
    const row = order[k] ?? 0;
    const upper = rows[row * ROW + UPPER] ?? 0;
    let at = k;
    for (; at > 0; at--) {
      const before = lower[at - 1] ?? 0;
      const rowBefore = order[at - 1] ?? 0;
      if (before < key || (before === key && (rows[rowBefore * ROW + UPPER] ?? 0) < upper)) break;
      lower[at] = before;
      order[at] = rowBefore;
    }
    lower[at] = key;
    order[at] = row;
  }
  return order;
}
