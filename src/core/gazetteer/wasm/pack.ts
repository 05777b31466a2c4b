/**
 * The loops of packing: names that end at prefixes put together as records, what is alike once; then slots and filter. ../packed.ts draws
 * what comes out, ../pack.ts asks for it. Works in a memory of its own, which it fills from the start. Knows neither names nor subjects.
 * AssemblyScript: compiled by scripts/build/scanner.ts.
 */
import { allocate } from './memory';

export { allocate };

/** As in ../packed.ts. */
const LAST_OF_GROUP: u32 = 0x80000000;
const CONTINUES: u32 = 0x80000000;
const ALONE: u32 = 0x40000000;
const PAYLOAD: u64 = 0x3fffffff;
const SUBJECT_MASK: u32 = 0x1ffffff;
/** Words of a pool to begin with. */
const SMALLEST_POOL = 256;

/** Sequences of records, two words each, that stand one after the other, each kept once. */
@unmanaged
class Pool {
  words: i32;
  /** How many there is room for. */
  room: i32;
  /** Where each sequence begins, by the hash of what it holds: + 1, in words; 0 is free. Never more than half full. */
  table: i32;
  slots: i32;
  begin: i32;
  end: i32;
  sequences: i32;
}

let sorts: Pool = changetype<Pool>(0);
let groups: Pool = changetype<Pool>(0);

function createPool(): Pool {
  const pool = changetype<Pool>(allocate(offsetof<Pool>()));
  pool.words = allocate(SMALLEST_POOL << 2);
  pool.room = SMALLEST_POOL;
  pool.table = allocate(SMALLEST_POOL << 2);
  pool.slots = SMALLEST_POOL;
  return pool;
}

function hashOf(pool: Pool, from: i32): u32 {
  let hash: u32 = 0;
  let at = pool.words + (from << 2);
  for (let last = false; !last; at += 8) {
    const who = load<u32>(at);
    hash = (hash ^ who) * 0x9e3779b1;
    hash = (hash ^ (hash >>> 15) ^ load<u32>(at + 4)) * 0x85ebca6b;
    last = (who & LAST_OF_GROUP) !== 0;
  }
  return hash ^ (hash >>> 13);
}

function add(pool: Pool, who: u32, rule: u32): void {
  if (pool.end === pool.room) {
    const before = pool.words;
    pool.room <<= 1;
    pool.words = allocate(pool.room << 2);
    memory.copy(pool.words, before, pool.end << 2);
  }
  const at = pool.words + (pool.end << 2);
  store<u32>(at, who);
  store<u32>(at + 4, rule);
  pool.end += 2;
}

/** Both end where LAST_OF_GROUP is set, so the shorter differs there. */
function isLast(pool: Pool, older: i32): bool {
  for (let i = 0; pool.begin + i < pool.end; i++) {
    if (load<u32>(pool.words + ((older + i) << 2)) !== load<u32>(pool.words + ((pool.begin + i) << 2))) return false;
  }
  return true;
}

/** Ends a sequence; answers which record it begins with: itself, or an older one that is the same. */
function close(pool: Pool): i32 {
  let at = hashOf(pool, pool.begin) & (pool.slots - 1);
  for (let older = load<i32>(pool.table + (at << 2)); older !== 0; older = load<i32>(pool.table + (at << 2))) {
    if (isLast(pool, older - 1)) {
      pool.end = pool.begin;
      return (older - 1) >>> 1;
    }
    at = (at + 1) & (pool.slots - 1);
  }
  store<i32>(pool.table + (at << 2), pool.begin + 1);
  const made = pool.begin >>> 1;
  pool.begin = pool.end;
  if (++pool.sequences << 1 > pool.slots) growTable(pool);
  return made;
}

function growTable(pool: Pool): void {
  const before = pool.table;
  const slots = pool.slots;
  pool.slots = slots << 1;
  pool.table = allocate(pool.slots << 2);
  for (let slot = before; slot < before + (slots << 2); slot += 4) {
    const sequence = load<i32>(slot);
    if (sequence === 0) continue;
    let at = hashOf(pool, sequence - 1) & (pool.slots - 1);
    while (load<i32>(pool.table + (at << 2)) !== 0) at = (at + 1) & (pool.slots - 1);
    store<i32>(pool.table + (at << 2), sequence);
  }
}

/**
 * The names that end at prefixes: one alone as its sort and subject, several as a group of records. Gives the place of what a slot says of
 * the names that end at it, by prefix.
 */
export function group(count: i32, subjects: i32, recordsFrom: i32, whoAt: i32, ruleAt: i32): i32 {
  sorts = createPool();
  groups = createPool();
  const which = allocate(count << 2);
  for (let k = 0; k < count; k++) {
    const from = load<i32>(recordsFrom + (k << 2));
    const end = load<i32>(recordsFrom + (k << 2) + 4);
    if (from === end) continue;
    if (end - from === 1) {
      const who = load<u32>(whoAt + (from << 2));
      add(sorts, (who & ~SUBJECT_MASK) | LAST_OF_GROUP, load<u32>(ruleAt + (from << 2)));
      const alone = <u64>close(sorts) * <u64>subjects + (who & SUBJECT_MASK);
      if (alone <= PAYLOAD) {
        store<u32>(which + (k << 2), ALONE | <u32>alone);
        continue;
      }
    }
    for (let r = from; r < end; r++) {
      add(groups, load<u32>(whoAt + (r << 2)) | (r + 1 === end ? LAST_OF_GROUP : 0), load<u32>(ruleAt + (r << 2)));
    }
    store<i32>(which + (k << 2), close(groups) + 1);
  }
  return which;
}

/** Words of both pools, and where they stand. */
export function sortWords(): i32 {
  return sorts.end;
}
export function sortsAt(): i32 {
  return sorts.words;
}
export function groupWords(): i32 {
  return groups.end;
}
export function groupsAt(): i32 {
  return groups.words;
}

/** Marks of each prefix whether others go on from it, behind one of none; gives their place. */
export function continued(count: i32, parents: i32): i32 {
  const marks = allocate(count + 1);
  for (let k = 0; k < count; k++) store<u8>(marks + load<i32>(parents + (k << 2)), 1);
  return marks;
}

/** How many prefixes are first words. */
export function firstWords(count: i32, parents: i32): i32 {
  let first = 0;
  for (let k = 0; k < count; k++) if (load<i32>(parents + (k << 2)) === 0) first++;
  return first;
}

/** First slot to probe for a prefix: as in scan.ts. */
function homeSlot(lower: u32, slots: i32): i32 {
  return <i32>((<u64>lower * <u64>slots) >>> 32);
}

/** Fills filter and slots. The prefixes are sorted by the lower halves of their hashes, and fewer than there are slots. */
export function fill(
  count: i32,
  lower: i32,
  upper: i32,
  parents: i32,
  continues: i32,
  which: i32,
  filterAt: i32,
  filterBits: u32,
  slotsAt: i32,
  slots: i32,
): void {
  let next = 0;
  for (let k = 0; k < count; k++) {
    const hash = load<u32>(upper + (k << 2));
    const home = homeSlot(load<u32>(lower + (k << 2)), slots);
    let slot = max(next, home);
    // The last ones find the table full to its end, and go where it is free at its start.
    if (slot >= slots) {
      slot = 0;
      while (load<u32>(slotsAt + (slot << 3) + 4) !== 0) slot++;
    } else next = slot + 1;
    const at = slotsAt + (slot << 3);
    store<u32>(at, hash);
    store<u32>(at + 4, (load<u8>(continues + k + 1) !== 0 ? CONTINUES : 0) | load<u32>(which + (k << 2)));
    if (load<i32>(parents + (k << 2)) !== 0) continue;
    // As filterBit in scan.ts: the upper bits of the hash's upper half.
    const bit = hash >>> (32 - filterBits);
    const word = filterAt + ((bit >>> 5) << 2);
    store<u32>(word, load<u32>(word) | (1 << (bit & 31)));
  }
}

/** Records of those that were unpacked: first record of each prefix's, and one more. */
let records: i32 = 0;

/**
 * Reads back of prefixes what {@link fill} and {@link group} wrote of them, given the lower halves of their hashes; gives the place of the upper
 * halves and, behind them, of where each one's records begin, with the end of the last. Who and rule: {@link unpacked}.
 */
export function unpack(count: i32, lower: i32, subjects: i32, slotsAt: i32, slots: i32, sortsAt: i32, recordsAt: i32): i32 {
  const places = placesOf(count, lower, slots);
  const upper = allocate((2 * count + 1) << 2);
  const recordsFrom = upper + (count << 2);
  let end = 0;
  for (let k = 0; k < count; k++) {
    const slot = slotsAt + (load<i32>(places + (k << 2)) << 3);
    store<u32>(upper + (k << 2), load<u32>(slot));
    const go = load<u32>(slot + 4);
    const payload = go & <u32>PAYLOAD;
    if ((go & ALONE) !== 0) end++;
    else if (payload !== 0) {
      let at = recordsAt + ((payload - 1) << 3);
      for (end++; (load<u32>(at) & LAST_OF_GROUP) === 0; at += 8) end++;
    }
    store<i32>(recordsFrom + (k << 2) + 4, end);
  }
  const who = allocate(end << 3);
  const rule = who + (end << 2);
  for (let k = 0; k < count; k++) {
    const go = load<u32>(slotsAt + (load<i32>(places + (k << 2)) << 3) + 4);
    const payload = go & <u32>PAYLOAD;
    const from = load<i32>(recordsFrom + (k << 2));
    let at = recordsAt + ((payload - 1) << 3);
    let alone: u32 = 0;
    if ((go & ALONE) !== 0) {
      const sort = payload / <u32>subjects;
      at = sortsAt + (sort << 3);
      alone = payload - sort * <u32>subjects;
    }
    for (let r = from; r < load<i32>(recordsFrom + (k << 2) + 4); r++) {
      store<u32>(who + (r << 2), (load<u32>(at) & ~LAST_OF_GROUP) + alone);
      store<u32>(rule + (r << 2), load<u32>(at + 4));
      at += 8;
    }
  }
  records = who;
  return upper;
}

/** Place of who of each record that was unpacked; behind them, rule. */
export function unpacked(): i32 {
  return records;
}

/** The slot of each prefix, as {@link fill} chose it. */
function placesOf(count: i32, lower: i32, slots: i32): i32 {
  const places = allocate(count << 2);
  let k = 0;
  for (let next = 0; k < count; k++) {
    const slot = max(next, homeSlot(load<u32>(lower + (k << 2)), slots));
    if (slot >= slots) break;
    store<i32>(places + (k << 2), slot);
    next = slot + 1;
  }
  for (let slot = 0, taken = 0; k < count; slot++) {
    if (load<i32>(places + (taken << 2)) === slot) taken++;
    else store<i32>(places + (k++ << 2), slot);
  }
  return places;
}
