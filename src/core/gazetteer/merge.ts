/**
 * A draft with a change: some subjects gone, others come, everything else as it stood. What comes out is the draft that all its subjects
 * would give if they were spelled anew in the order of their ids. Linear in what there is, and no name is read again.
 */
import type { Draft, PrefixTable, SubjectTable } from './draft';
import { SUBJECT_MASK } from './packed';

/** Of a subject that goes. */
const GONE = 0xffffffff;

/** Which subjects go: all of these packs, and these. */
export interface Gone {
  readonly packs: readonly string[];
  readonly ids: readonly string[];
}

/**
 * `before` and `added` have their subjects in the order of their ids (by UTF-16 unit, as JavaScript compares), each once; one that is added
 * must be gone, or not there before.
 */
export function mergeDrafts(before: Draft, gone: Gone, added: Draft): Draft {
  const places = placesOf(before.subjects, gone, added.subjects);
  return {
    subjects: mergeSubjects(before.subjects, added.subjects, places),
    prefixes: mergePrefixes(before.prefixes, added.prefixes, places),
  };
}

/** Where subjects come to stand. */
interface Places {
  readonly count: number;
  /** Of those before, {@link GONE} where it goes. */
  readonly before: Uint32Array;
  readonly added: Uint32Array;
}

function placesOf(before: SubjectTable, gone: Gone, added: SubjectTable): Places {
  const decoder = new TextDecoder();
  const idAt = ({ prefixes, prefixOf, rests, restsFrom }: SubjectTable, i: number): string =>
    (prefixes[prefixOf[i] ?? 0] ?? '') + decoder.decode(rests.subarray(restsFrom[i], restsFrom[i + 1]));
  /** First subject that was there whose id is this or comes after it. */
  const search = (id: string): number => {
    let low = 0;
    let high = before.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (idAt(before, middle) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const places = new Uint32Array(before.count);
  const packs = new Set(gone.packs.map((pack) => `${pack}:`));
  const whole = before.prefixes.map((prefix) => packs.has(prefix));
  for (let i = 0; i < before.count; i++) if (whole[before.prefixOf[i] ?? 0]) places[i] = GONE;
  for (const id of gone.ids) {
    const at = search(id);
    if (at < before.count && idAt(before, at) === id) places[at] = GONE;
  }
  const addedPlaces = new Uint32Array(added.count);
  let count = 0;
  let next = 0;
  for (let i = 0; i <= added.count; i++) {
    for (const stop = i < added.count ? search(idAt(added, i)) : before.count; next < stop; next++) {
      if (places[next] !== GONE) places[next] = count++;
    }
    if (i < added.count) addedPlaces[i] = count++;
  }
  return { count, before: places, added: addedPlaces };
}

/** The two in their new order: `take` is told of each subject where it comes to stand, and whether it was there before. */
function walk(places: Places, take: (was: boolean, from: number, to: number) => void): void {
  let next = 0;
  for (let i = 0; i <= places.added.length; i++) {
    const stop = places.added[i] ?? places.count;
    for (; next < places.before.length && (places.before[next] === GONE || (places.before[next] ?? 0) < stop); next++) {
      const place = places.before[next] ?? GONE;
      if (place !== GONE) take(true, next, place);
    }
    if (i < places.added.length) take(false, i, stop);
  }
}

function mergeSubjects(before: SubjectTable, added: SubjectTable, places: Places): SubjectTable {
  const { count } = places;
  const prefixes = [...new Set([...before.prefixes, ...added.prefixes])];
  const numbers = [before, added].map((table) => table.prefixes.map((prefix) => prefixes.indexOf(prefix)));
  const kinds = new Uint8Array(count);
  const countries = new Uint8Array(count * 2);
  const prefixOf = new Uint32Array(count);
  const restsFrom = new Uint32Array(count + 1);
  const names = new Uint32Array(count);
  const rests = new Uint8Array(before.rests.length + added.rests.length);
  let end = 0;
  walk(places, (was, from, to) => {
    const table = was ? before : added;
    kinds[to] = table.kinds[from] ?? 0;
    countries[to * 2] = table.countries[from * 2] ?? 0;
    countries[to * 2 + 1] = table.countries[from * 2 + 1] ?? 0;
    prefixOf[to] = numbers[was ? 0 : 1]?.[table.prefixOf[from] ?? 0] ?? 0;
    names[to] = table.names[from] ?? 0;
    for (let at = table.restsFrom[from] ?? 0; at < (table.restsFrom[from + 1] ?? 0); at++) rests[end++] = table.rests[at] ?? 0;
    restsFrom[to + 1] = end;
  });
  const starts = mergeStarts(before.starts, added.starts, places);
  return { count, kinds, countries, prefixes, prefixOf, rests: rests.subarray(0, end), restsFrom, names, starts };
}

/** Pairs of a subject and its letters, by subject. */
function mergeStarts(before: Uint32Array, added: Uint32Array, places: Places): Uint32Array {
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < added.length) {
    const a = i < before.length ? (places.before[before[i] ?? 0] ?? GONE) : GONE;
    const b = j < added.length ? (places.added[added[j] ?? 0] ?? GONE) : GONE;
    if (a < b) merged.push(a, before[i + 1] ?? 0);
    else if (b < GONE && (a !== GONE || i >= before.length)) merged.push(b, added[j + 1] ?? 0);
    if (a < b || (a === GONE && i < before.length)) i += 2;
    else j += 2;
  }
  return new Uint32Array(merged);
}

function mergePrefixes(before: PrefixTable, added: PrefixTable, places: Places): PrefixTable {
  const stays = staying(before, places);
  const room = before.count + added.count;
  const lower = new Uint32Array(room);
  const upper = new Uint32Array(room);
  const parent = new Uint32Array(room);
  const recordsFrom = new Uint32Array(room + 1);
  const who = new Uint32Array(before.who.length + added.who.length);
  const rule = new Uint32Array(before.who.length + added.who.length);
  /** Where prefixes come to stand, + 1. */
  const to = new Uint32Array(before.count + 1);
  const addedTo = new Uint32Array(added.count + 1);
  let count = 0;
  let end = 0;
  /** Copies the records of a prefix from `r` on that are below a place; answers the first that is not. */
  const copy = (table: PrefixTable, newPlaces: Uint32Array, r: number, stop: number, below: number): number => {
    for (; r < stop; r++) {
      const old = table.who[r] ?? 0;
      const place = newPlaces[old & SUBJECT_MASK] ?? GONE;
      if (place === GONE) continue;
      if (place >= below) break;
      who[end] = (old & ~SUBJECT_MASK) | place;
      rule[end++] = table.rule[r] ?? 0;
    }
    return r;
  };
  for (let i = 0, j = 0; i < before.count || j < added.count; ) {
    if (i < before.count && !stays[i]) {
      i++;
      continue;
    }
    const order = i === before.count ? 1 : j === added.count ? -1 : compare(before, i, added, j);
    const table = order > 0 ? added : before;
    const k = order > 0 ? j : i;
    lower[count] = table.lower[k] ?? 0;
    upper[count] = table.upper[k] ?? 0;
    let a = order > 0 ? 0 : (before.recordsFrom[i] ?? 0);
    const aEnd = order > 0 ? 0 : (before.recordsFrom[i + 1] ?? 0);
    if (order >= 0) {
      // Both by subject, and no subject is in both.
      for (let b = added.recordsFrom[j] ?? 0; b < (added.recordsFrom[j + 1] ?? 0); b++) {
        a = copy(before, places.before, a, aEnd, places.added[(added.who[b] ?? 0) & SUBJECT_MASK] ?? 0);
        copy(added, places.added, b, b + 1, GONE);
      }
    }
    copy(before, places.before, a, aEnd, GONE);
    recordsFrom[++count] = end;
    if (order <= 0) to[++i] = count;
    if (order >= 0) addedTo[++j] = count;
  }
  for (let i = 1; i <= before.count; i++) if (to[i]) parent[(to[i] ?? 0) - 1] = to[before.parent[i - 1] ?? 0] ?? 0;
  for (let j = 1; j <= added.count; j++) parent[(addedTo[j] ?? 0) - 1] = addedTo[added.parent[j - 1] ?? 0] ?? 0;
  return {
    count,
    lower: lower.subarray(0, count),
    upper: upper.subarray(0, count),
    parent: parent.subarray(0, count),
    recordsFrom: recordsFrom.subarray(0, count + 1),
    who: who.subarray(0, end),
    rule: rule.subarray(0, end),
  };
}

/** Which prefixes are still needed: those at which a name ends that stays, and all before them. */
function staying({ count, parent, recordsFrom, who }: PrefixTable, places: Places): Uint8Array {
  const stays = new Uint8Array(count);
  for (let k = 0; k < count; k++) {
    let ends = false;
    for (let r = recordsFrom[k] ?? 0; r < (recordsFrom[k + 1] ?? 0); r++) {
      if (places.before[(who[r] ?? 0) & SUBJECT_MASK] !== GONE) ends = true;
    }
    for (let up = ends ? k + 1 : 0; up !== 0 && !stays[up - 1]; up = parent[up - 1] ?? 0) stays[up - 1] = 1;
  }
  return stays;
}

/** Below, at or above 0 as the first hash is smaller, the same, or larger. */
function compare(a: PrefixTable, i: number, b: PrefixTable, j: number): number {
  const lower = (a.lower[i] ?? 0) - (b.lower[j] ?? 0);
  return lower !== 0 ? lower : (a.upper[i] ?? 0) - (b.upper[j] ?? 0);
}
