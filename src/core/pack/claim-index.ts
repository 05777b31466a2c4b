/**
 * The ids of a pack's claims, in the order of the file: which occur twice, which is superseded by which, and what differs
 * between two revisions. Holds numbers only, 28 bytes a claim, because a pack may hold millions.
 */

import { hash53, hashOfBody, hashRest } from './hash';

/** Where a claim's id is found, sorted by `hash`, then `rest`. Entries of one index belong together by position. */
export interface ClaimIndex {
  readonly hash: Float64Array;
  readonly rest: Uint32Array;
  /** Of the claim's whole text: two revisions of a claim differ where this does. */
  readonly body: Float64Array;
  /** The claim's place among the claims of the file, from 0. */
  readonly ordinal: Uint32Array;
}

export interface ClaimIndexBuilder {
  readonly size: number;
  /** `place`: as the caller counts places in the file; `supersedes`: a local id. */
  add(id: string, text: string, place: number, supersedes?: string): void;
  /** Sorts; call it once. */
  close(): ClosedClaimIndex;
}

export interface ClosedClaimIndex {
  /** Each id once: of claims that stand twice with the same text, the first. */
  readonly index: ClaimIndex;
  /** Ordinals of claims that stand in the file already, word for word. */
  readonly repeated: readonly number[];
  /** Places of two claims of one id and different texts. */
  readonly conflicts: readonly (readonly [place: number, before: number])[];
  /** Places of claims whose `supersedes` leads nowhere, or round in a circle. */
  readonly dangling: readonly number[];
  readonly circular: readonly number[];
}

/** Growing typed arrays: a JavaScript list of a million floats takes three times as much. */
class Column<T extends Float64Array | Uint32Array> {
  #items: T;
  #length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#items = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#items.length) {
      const grown = this.#make(this.#length * 2);
      grown.set(this.#items);
      this.#items = grown;
    }
    this.#items[this.#length++] = value;
  }

  done(): T {
    return this.#items.subarray(0, this.#length) as T;
  }
}

export const floats = () => new Column((length) => new Float64Array(length));
export const integers = () => new Column((length) => new Uint32Array(length));

export function createClaimIndex(): ClaimIndexBuilder {
  const [hash, rest, body, places] = [floats(), integers(), floats(), integers()];
  const [from, toHash, toRest] = [integers(), floats(), integers()];
  return {
    get size() {
      return hash.length;
    },
    add(id, text, place, supersedes) {
      if (supersedes !== undefined) {
        from.push(hash.length);
        toHash.push(hash53(supersedes));
        toRest.push(hashRest(supersedes));
      }
      hash.push(hash53(id));
      rest.push(hashRest(id));
      body.push(hashOfBody(text));
      places.push(place);
    },
    close() {
      const all = { hash: hash.done(), rest: rest.done(), body: body.done(), place: places.done() };
      const order = sorted(all.hash, all.rest);
      const [kept, repeated, conflicts] = [integers(), [] as number[], [] as [number, number][]];
      let before = -1;
      for (const ordinal of order) {
        const same = before >= 0 && all.hash[before] === all.hash[ordinal] && all.rest[before] === all.rest[ordinal];
        if (!same) {
          kept.push(ordinal);
          before = ordinal;
        } else if (all.body[before] === all.body[ordinal]) repeated.push(ordinal);
        else conflicts.push([all.place[ordinal] ?? 0, all.place[before] ?? 0]);
      }
      const ordinals = kept.done();
      const index: ClaimIndex = {
        hash: Float64Array.from(ordinals, (ordinal) => all.hash[ordinal] ?? 0),
        rest: Uint32Array.from(ordinals, (ordinal) => all.rest[ordinal] ?? 0),
        body: Float64Array.from(ordinals, (ordinal) => all.body[ordinal] ?? 0),
        ordinal: ordinals,
      };
      const chains = followChains(index, from.done(), toHash.done(), toRest.done());
      const placesOf = (list: readonly number[]) => list.map((ordinal) => all.place[ordinal] ?? 0);
      return { index, repeated, conflicts, dangling: placesOf(chains.dangling), circular: placesOf(chains.circular) };
    },
  };
}

/** Most buckets by which {@link sorted} begins: hashes are spread evenly, so that of a million a few fall into each. */
const MOST_BUCKETS = 2 ** 18;
const HASHES = 2 ** 53;

/** Positions in order of their hashes; those with the same id in the order of the file. */
function sorted(hash: Float64Array, rest: Uint32Array): Uint32Array {
  // As many as there are hashes, or a pack of ten would pay for a million. A power of two: the quotient stays exact.
  const buckets = Math.min(MOST_BUCKETS, 2 ** Math.ceil(Math.log2(hash.length + 1)));
  const bucketOf = (value: number): number => Math.floor(value * (buckets / HASHES));
  const begins = new Uint32Array(buckets + 1);
  for (let i = 0; i < hash.length; i++) {
    const after = bucketOf(hash[i] ?? 0) + 1;
    begins[after] = (begins[after] ?? 0) + 1;
  }
  for (let i = 1; i <= buckets; i++) begins[i] = (begins[i] ?? 0) + (begins[i - 1] ?? 0);
  const next = begins.slice();
  const order = new Uint32Array(hash.length);
  for (let i = 0; i < hash.length; i++) {
    const bucket = bucketOf(hash[i] ?? 0);
    const at = next[bucket] ?? 0;
    order[at] = i;
    next[bucket] = at + 1;
  }
  const compare = (a: number, b: number) => (hash[a] ?? 0) - (hash[b] ?? 0) || (rest[a] ?? 0) - (rest[b] ?? 0) || a - b;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const [from, to] = [begins[bucket] ?? 0, begins[bucket + 1] ?? 0];
    if (to - from > 1) order.subarray(from, to).sort(compare);
  }
  return order;
}

/** The position of an id in an index; -1 where it is not there. */
export function findId({ hash, rest }: Pick<ClaimIndex, 'hash' | 'rest'>, wanted: number, wantedRest: number): number {
  let [low, high] = [0, hash.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = hash[middle] ?? 0;
    if (value < wanted || (value === wanted && (rest[middle] ?? 0) < wantedRest)) low = middle + 1;
    else high = middle;
  }
  return hash[low] === wanted && rest[low] === wantedRest ? low : -1;
}

/** Follows each claim to the one that it supersedes. Every claim supersedes one at most, so a circle is met by walking on. */
function followChains(index: ClaimIndex, from: Uint32Array, toHash: Float64Array, toRest: Uint32Array) {
  const next = new Map<number, number>();
  const dangling: number[] = [];
  for (const [i, ordinal] of from.entries()) {
    const at = findId(index, toHash[i] ?? 0, toRest[i] ?? 0);
    if (at < 0) dangling.push(ordinal);
    else next.set(ordinal, index.ordinal[at] ?? 0);
  }
  const circular: number[] = [];
  const settled = new Set<number>();
  for (const start of next.keys()) {
    const walked = new Set<number>();
    let at: number | undefined = start;
    while (at !== undefined && !settled.has(at) && !walked.has(at)) {
      walked.add(at);
      at = next.get(at);
    }
    if (at !== undefined && walked.has(at)) circular.push(at);
    for (const one of walked) settled.add(one);
  }
  return { dangling, circular };
}

/** One index of the entries of two that share no id. */
export function mergeIndexes(a: ClaimIndex, b: ClaimIndex): ClaimIndex {
  const size = a.hash.length + b.hash.length;
  const merged = {
    hash: new Float64Array(size),
    rest: new Uint32Array(size),
    body: new Float64Array(size),
    ordinal: new Uint32Array(size),
  };
  let [i, j] = [0, 0];
  for (let n = 0; n < size; n++) {
    const fromA = j >= b.hash.length || (i < a.hash.length && compareAt(a, i, b, j) < 0);
    const [from, at] = fromA ? [a, i++] : [b, j++];
    merged.hash[n] = from.hash[at] ?? 0;
    merged.rest[n] = from.rest[at] ?? 0;
    merged.body[n] = from.body[at] ?? 0;
    merged.ordinal[n] = from.ordinal[at] ?? 0;
  }
  return merged;
}

const compareAt = (a: ClaimIndex, i: number, b: ClaimIndex, j: number): number =>
  (a.hash[i] ?? 0) - (b.hash[j] ?? 0) || (a.rest[i] ?? 0) - (b.rest[j] ?? 0);

/** What differs between two revisions' claims, as ordinals in each. */
export interface ClaimChanges {
  /** In the new revision. */
  readonly added: readonly number[];
  readonly changed: readonly (readonly [before: number, now: number])[];
  /** In the old revision: no longer in the new one. */
  readonly gone: readonly number[];
}

/** Compares two indexes in one walk over both. */
export function compareIndexes(before: ClaimIndex, now: ClaimIndex): ClaimChanges {
  const [added, changed, gone] = [[] as number[], [] as [number, number][], [] as number[]];
  let [i, j] = [0, 0];
  while (i < before.hash.length || j < now.hash.length) {
    const side = i >= before.hash.length ? 1 : j >= now.hash.length ? -1 : compareAt(before, i, now, j);
    if (side < 0) gone.push(before.ordinal[i++] ?? 0);
    else if (side > 0) added.push(now.ordinal[j++] ?? 0);
    else {
      if (before.body[i] !== now.body[j]) changed.push([before.ordinal[i] ?? 0, now.ordinal[j] ?? 0]);
      i++;
      j++;
    }
  }
  const ascending = (a: number, b: number) => a - b;
  return { added: added.sort(ascending), changed: changed.sort((a, b) => a[1] - b[1]), gone: gone.sort(ascending) };
}
