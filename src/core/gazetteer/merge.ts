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
  for (const pack of gone.packs) {
    const number = before.prefixes.indexOf(`${pack}:`);
    for (let i = 0; i < before.count; i++) if (before.prefixOf[i] === number) places[i] = GONE;
  }
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

/** Subjects in their new order, in runs: `take` is told of each where it comes from and to stand, how long it is, and whether it was there before. */
function eachRun({ before, added }: Places, take: (was: boolean, from: number, to: number, length: number) => void): void {
  let i = 0;
  let count = 0;
  for (let next = 0; i < before.length || next < added.length; ) {
    const stop = added[next] ?? GONE;
    while (before[i] === GONE) i++;
    const from = i;
    while (i < before.length && (before[i] ?? GONE) < stop) i++;
    if (i > from) take(true, from, count, i - from);
    count += i - from;
    if (next < added.length && count === stop) take(false, next++, count++, 1);
  }
}

function mergeSubjects(before: SubjectTable, added: SubjectTable, places: Places): SubjectTable {
  const { count } = places;
  const prefixes = [...new Set([...before.prefixes, ...added.prefixes])];
  const kinds = new Uint8Array(count);
  const countries = new Uint8Array(count * 2);
  const prefixOf = new Uint32Array(count);
  const restsFrom = new Uint32Array(count + 1);
  const names = new Uint32Array(count);
  const rests = new Uint8Array(before.rests.length + added.rests.length);
  let end = 0;
  eachRun(places, (was, from, to, length) => {
    const table = was ? before : added;
    const stop = from + length;
    kinds.set(table.kinds.subarray(from, stop), to);
    countries.set(table.countries.subarray(from * 2, stop * 2), to * 2);
    names.set(table.names.subarray(from, stop), to);
    // Those that were there before keep their numbers.
    if (was) prefixOf.set(table.prefixOf.subarray(from, stop), to);
    else prefixOf[to] = prefixes.indexOf(table.prefixes[table.prefixOf[from] ?? 0] ?? '');
    const start = table.restsFrom[from] ?? 0;
    rests.set(table.rests.subarray(start, table.restsFrom[stop]), end);
    for (let i = 1; i <= length; i++) restsFrom[to + i] = (table.restsFrom[from + i] ?? 0) + end - start;
    end = restsFrom[to + length] ?? 0;
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

/** What becomes of a prefix that was there. */
const DROPPED = 0;
const STAYS = 1;
/** It stays, but not all of its names. */
const LOSES = 2;

function mergePrefixes(before: PrefixTable, added: PrefixTable, places: Places): PrefixTable {
  const fates = fatesOf(before, added, places);
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
  /** Copies prefixes that stay as they are, side by side. */
  const copyRun = (from: number, stop: number): void => {
    lower.set(before.lower.subarray(from, stop), count);
    upper.set(before.upper.subarray(from, stop), count);
    const first = before.recordsFrom[from] ?? 0;
    const shift = end - first;
    const ends = before.recordsFrom[stop] ?? 0;
    rule.set(before.rule.subarray(first, ends), end);
    for (let r = first; r < ends; r++) {
      const old = before.who[r] ?? 0;
      who[end++] = (old & ~SUBJECT_MASK) | (places.before[old & SUBJECT_MASK] ?? 0);
    }
    for (let k = from; k < stop; k++) {
      to[k + 1] = ++count;
      recordsFrom[count] = (before.recordsFrom[k + 1] ?? 0) + shift;
    }
  };
  /** Copies the prefixes before one. */
  const copyBefore = (from: number, stop: number): void => {
    for (let k = from; k < stop; ) {
      const run = k;
      while (k < stop && fates[k] === STAYS) k++;
      if (k > run) copyRun(run, k);
      for (; k < stop && fates[k] !== STAYS; k++) if (fates[k] === LOSES) put(before, k, k, -1);
    }
  };
  /** Puts a prefix of both, of which one may be -1. */
  const put = (table: PrefixTable, at: number, i: number, j: number): void => {
    lower[count] = table.lower[at] ?? 0;
    upper[count] = table.upper[at] ?? 0;
    let a = i < 0 ? 0 : (before.recordsFrom[i] ?? 0);
    const stop = i < 0 ? 0 : (before.recordsFrom[i + 1] ?? 0);
    // Both by subject, and no subject is in both.
    for (let b = j < 0 ? 0 : (added.recordsFrom[j] ?? 0); b < (j < 0 ? 0 : (added.recordsFrom[j + 1] ?? 0)); b++) {
      a = copy(before, places.before, a, stop, places.added[(added.who[b] ?? 0) & SUBJECT_MASK] ?? 0);
      copy(added, places.added, b, b + 1, GONE);
    }
    copy(before, places.before, a, stop, GONE);
    recordsFrom[++count] = end;
    if (i >= 0) to[i + 1] = count;
    if (j >= 0) addedTo[j + 1] = count;
  };
  let next = 0;
  for (let j = 0; j < added.count; j++) {
    const at = find(before, added, j);
    copyBefore(next, at);
    const both = isSame(before, at, added, j);
    put(added, j, both ? at : -1, j);
    next = both ? at + 1 : at;
  }
  copyBefore(next, before.count);
  for (let k = 0; k < before.count; k++) {
    const place = to[k + 1] ?? 0;
    if (place !== 0) parent[place - 1] = to[before.parent[k] ?? 0] ?? 0;
  }
  for (let j = 0; j < added.count; j++) parent[(addedTo[j + 1] ?? 0) - 1] = addedTo[added.parent[j] ?? 0] ?? 0;
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

/** A prefix is dropped with the last name that it begins. */
function fatesOf(before: PrefixTable, added: PrefixTable, places: Places): Uint8Array {
  const { count, parent, recordsFrom, who } = before;
  const fates = new Uint8Array(count).fill(STAYS);
  if (!places.before.includes(GONE)) return fates;
  const losing: number[] = [];
  // Few records go: what each is of is asked for those alone.
  for (let r = 0; r < who.length; r++) {
    if (places.before[(who[r] ?? 0) & SUBJECT_MASK] !== GONE) continue;
    const k = ownerOf(recordsFrom, r);
    if (fates[k] === LOSES) continue;
    fates[k] = LOSES;
    losing.push(k);
  }
  /** How many prefixes go on from each, and names that end there: what needs it. */
  const needs = new Uint32Array(count + 1);
  for (let k = 0; k < count; k++) {
    const up = parent[k] ?? 0;
    needs[up] = (needs[up] ?? 0) + 1;
  }
  for (let j = 0; j < added.count; j++) {
    const at = find(before, added, j);
    if (isSame(before, at, added, j)) needs[at + 1] = (needs[at + 1] ?? 0) + 1;
  }
  const hasNames = (k: number): boolean => {
    for (let r = recordsFrom[k] ?? 0; r < (recordsFrom[k + 1] ?? 0); r++) {
      if (places.before[(who[r] ?? 0) & SUBJECT_MASK] !== GONE) return true;
    }
    return false;
  };
  for (const first of losing) {
    for (let up = first + 1; up !== 0 && fates[up - 1] !== DROPPED && needs[up] === 0 && !hasNames(up - 1); ) {
      fates[up - 1] = DROPPED;
      up = parent[up - 1] ?? 0;
      needs[up] = (needs[up] ?? 0) - 1;
    }
  }
  return fates;
}

/** The prefix that a record is of. */
function ownerOf(recordsFrom: Uint32Array, record: number): number {
  let low = 0;
  let high = recordsFrom.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((recordsFrom[middle + 1] ?? 0) <= record) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First prefix that was there which is the same as one that is added, or comes after it. */
function find(before: PrefixTable, added: PrefixTable, j: number): number {
  const lower = added.lower[j] ?? 0;
  const upper = added.upper[j] ?? 0;
  let low = 0;
  let high = before.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = before.lower[middle] ?? 0;
    if (other < lower || (other === lower && (before.upper[middle] ?? 0) < upper)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isSame = (before: PrefixTable, i: number, added: PrefixTable, j: number): boolean =>
  before.lower[i] === added.lower[j] && before.upper[i] === added.upper[j];
