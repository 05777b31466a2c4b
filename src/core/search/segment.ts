/**
 * Some ten thousand records as words and where they stand, packed. The records of a segment are numbered in the order in which
 * they are listed, so that the first matches of a list are its newest, and a span of days is a span of numbers.
 *
 *     run      terms      in order, one after the other in `text`, each ended by a line feed
 *              counts     how many records hold each
 *              ends       where each one's list ends in `lists`
 *              lists      numbers of records: the steps from one to the next, seven bits a byte, the low ones first, or one bit a
 *                         record where more than one in eight holds the term
 *     head     firsts     the first term of each run, by which a run is found without reading any other
 *              days       the different orders of its records, upwards, and from which number on each stands
 *              items      what the caller calls each record
 *
 * A segment is written once and never changes. Knows no database and nothing of what the words mean.
 */

/** What is found by a search is ordered by this: lower is newer. At most nine digits; see store/pages.ts. */
export type Order = number;

export interface SegmentHead {
  readonly size: number;
  readonly firsts: readonly string[];
  readonly days: { readonly orders: Uint32Array; readonly starts: Uint32Array };
  /** Places of the records as they came, from 0, by their numbers in the segment. */
  readonly items: Uint32Array;
}

/** Many terms with their lists. */
export interface Run {
  readonly text: string;
  readonly counts: Uint32Array;
  readonly ends: Uint32Array;
  readonly lists: Uint8Array;
}

/**
 * Bytes of lists in a run: what is read to learn of one word. A larger one reads more beside it, a smaller one makes more rows to
 * write; at 16 kB a segment of 65,536 claims has about a hundred.
 */
const RUN_BYTES = 16_384;

/** Records in a segment at most: a slice of some seconds' work, and few segments to ask in a pack of a million. */
export const SEGMENT_RECORDS = 65_536;

export interface SegmentBuilder {
  readonly size: number;
  /** The next record; a term that stands twice is taken once. */
  add(order: Order, terms: Iterable<string>): void;
  /** Packs; call it once. */
  close(): { readonly head: SegmentHead; readonly runs: readonly Run[] };
}

/** A list of numbers that grows by doubling. */
class Numbers {
  #items = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.#items.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.#items);
      this.#items = grown;
    }
    this.#items[this.length++] = value;
  }

  done(): Uint32Array {
    return this.#items.subarray(0, this.length);
  }
}

export function createSegmentBuilder(): SegmentBuilder {
  const numbers = new Map<string, number>();
  /** The record that held each term last: a term is taken once of a record. */
  const last: number[] = [];
  const [orders, starts, termsOf] = [new Numbers(), new Numbers(), new Numbers()];
  let size = 0;

  return {
    get size() {
      return size;
    },
    add(order, terms) {
      size++;
      orders.push(order);
      starts.push(termsOf.length);
      for (const term of terms) {
        let number = numbers.get(term);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(term, number);
        }
        if (last[number] === size) continue;
        last[number] = size;
        termsOf.push(number);
      }
    },
    close() {
      starts.push(termsOf.length);
      const items = inOrder(orders.done());
      const held = postings(items, starts.done(), termsOf.done(), numbers.size);
      const runs: Run[] = [];
      const packer = createPacker(size, (run) => runs.push(run));
      for (const term of [...numbers.keys()].sort()) {
        const number = numbers.get(term) ?? 0;
        packer.add(term, held.records.subarray(held.begins[number], held.begins[number + 1]));
      }
      packer.end();
      const firsts = runs.map(({ text }) => text.slice(0, text.indexOf('\n')));
      return { head: { size, firsts, days: daysOf(items, orders.done()), items }, runs };
    },
  };
}

/** The places of the records, newest first; those of one order as they came. */
function inOrder(orders: Uint32Array): Uint32Array {
  // Both in one float, so that sorting needs no comparison of our own: 27 and 16 bits.
  const keys = Float64Array.from(orders, (order, place) => order * SEGMENT_RECORDS + place).sort();
  return Uint32Array.from(keys, (key) => key % SEGMENT_RECORDS);
}

/** Which records hold each term, upwards: a counting sort. */
function postings(items: Uint32Array, starts: Uint32Array, termsOf: Uint32Array, terms: number) {
  const begins = new Uint32Array(terms + 1);
  for (const term of termsOf) begins[term + 1] = (begins[term + 1] ?? 0) + 1;
  for (let i = 1; i <= terms; i++) begins[i] = (begins[i] ?? 0) + (begins[i - 1] ?? 0);
  const next = begins.slice();
  const records = new Uint32Array(termsOf.length);
  for (let record = 0; record < items.length; record++) {
    const place = items[record] ?? 0;
    const end = starts[place + 1] ?? 0;
    for (let i = starts[place] ?? 0; i < end; i++) {
      const term = termsOf[i] ?? 0;
      const at = next[term] ?? 0;
      records[at] = record;
      next[term] = at + 1;
    }
  }
  return { begins, records };
}

function daysOf(items: Uint32Array, orders: Uint32Array): SegmentHead['days'] {
  const [days, starts] = [new Numbers(), new Numbers()];
  let before = -1;
  for (const [record, place] of items.entries()) {
    const order = orders[place] ?? 0;
    if (order === before) continue;
    before = order;
    days.push(order);
    starts.push(record);
  }
  return { orders: days.done().slice(), starts: starts.done().slice() };
}

/** One bit a record takes less than a byte each. */
const isDense = (count: number, size: number): boolean => count * 8 > size;

function createPacker(size: number, onRun: (run: Run) => void) {
  let bytes = new Uint8Array(RUN_BYTES * 2);
  let [length, text] = [0, ''];
  let [counts, ends]: [number[], number[]] = [[], []];
  const end = () => {
    if (counts.length === 0) return;
    onRun({ text, counts: Uint32Array.from(counts), ends: Uint32Array.from(ends), lists: bytes.slice(0, length) });
    [length, text, counts, ends] = [0, '', [], []];
  };
  return {
    add(term: string, records: Uint32Array) {
      const most = isDense(records.length, size) ? Math.ceil(size / 8) : records.length * 5;
      if (length > 0 && length + Math.min(most, records.length * 2) > RUN_BYTES) end();
      if (length + most > bytes.length) {
        const grown = new Uint8Array((length + most) * 2);
        grown.set(bytes);
        bytes = grown;
      }
      if (isDense(records.length, size)) {
        bytes.fill(0, length, length + most);
        for (const record of records) bytes[length + (record >> 3)] = (bytes[length + (record >> 3)] ?? 0) | (1 << (record & 7));
        length += most;
      } else {
        let before = 0;
        for (const record of records) {
          let step = record - before;
          before = record;
          while (step > 127) {
            bytes[length++] = (step & 127) | 128;
            step >>>= 7;
          }
          bytes[length++] = step;
        }
      }
      text += `${term}\n`;
      counts.push(records.length);
      ends.push(length);
    },
    end,
  };
}

/** The numbers of the runs that may hold terms from `first` to before `end`. */
export function runsBetween(firsts: readonly string[], first: string, end: string): readonly [from: number, to: number] {
  const from = Math.max(0, firstWhere(firsts.length, (i) => (firsts[i] ?? '') > first) - 1);
  return [from, firstWhere(firsts.length, (i) => (firsts[i] ?? '') >= end)];
}

/** The end of all terms that begin with `beginning`: no character sorts after it. */
export const endOf = (beginning: string): string => `${beginning}\uffff`;

/** The terms of a run by their places; split once a run. */
export const termsIn = (run: Run): string[] => run.text.split('\n', run.counts.length);

/** The places of those terms of a run that lie from `first` to before `end`. */
export function termsBetween(terms: readonly string[], first: string, end: string): readonly [from: number, to: number] {
  return [firstWhere(terms.length, (i) => (terms[i] ?? '') >= first), firstWhere(terms.length, (i) => (terms[i] ?? '') >= end)];
}

/** The first of `length` places for which `is` holds, as for all after it; `length` where there is none. */
export function firstWhere(length: number, is: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Calls `take` with the number of every record that holds the term at `place` of a run, upwards. `size`: of the segment. */
export function eachRecord(run: Run, place: number, size: number, take: (record: number) => void): void {
  const { lists } = run;
  const from = place === 0 ? 0 : (run.ends[place - 1] ?? 0);
  const to = run.ends[place] ?? 0;
  if (isDense(run.counts[place] ?? 0, size)) {
    for (let at = from; at < to; at++) {
      const bits = lists[at] ?? 0;
      if (bits === 0) continue;
      const first = (at - from) << 3;
      for (let bit = 0; bit < 8; bit++) if (bits & (1 << bit)) take(first + bit);
    }
    return;
  }
  let record = 0;
  for (let at = from; at < to; ) {
    let [step, shift] = [0, 0];
    let byte = lists[at++] ?? 0;
    while (byte > 127) {
      step |= (byte & 127) << shift;
      shift += 7;
      byte = lists[at++] ?? 0;
    }
    record += step | (byte << shift);
    take(record);
  }
}

/** The first record whose order is `order` or later in the list; the size of the segment where there is none. */
export function recordFrom({ size, days }: SegmentHead, order: Order): number {
  const day = firstWhere(days.orders.length, (i) => (days.orders[i] ?? 0) >= order);
  return day < days.starts.length ? (days.starts[day] ?? 0) : size;
}

/** The order of a record. */
export function orderOfRecord({ days }: SegmentHead, record: number): Order {
  return days.orders[firstWhere(days.starts.length, (i) => (days.starts[i] ?? 0) > record) - 1] ?? 0;
}
