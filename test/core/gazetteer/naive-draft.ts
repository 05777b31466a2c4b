/**
 * Collecting and packing written plainly, with Maps and sorting: what the machine code of gazetteer/wasm must give to the last bit.
 * The layout's arithmetic is packed.ts's own.
 */
import type { Draft, PrefixTable } from '@/core/gazetteer/draft';
import { arrangeIds } from '@/core/gazetteer/ids';
import type { Machine } from '@/core/gazetteer/machine';
import {
  ALONE,
  CHECKSUM_AT,
  CONTINUES,
  checksumOf,
  HEADER_WORDS,
  KIND_MASK,
  LAST_OF_GROUP,
  layoutOf,
  MAGIC,
  PAYLOAD,
  START_WORDS,
  SUBJECT_MASK,
  VERSION,
} from '@/core/gazetteer/packed';
import { SUBJECT_KINDS } from '@/core/model/actor';

export interface Added {
  readonly text: string;
  readonly who: number;
  readonly rule: number;
}

interface Row {
  readonly hash: bigint;
  readonly parent: Row | null;
  readonly records: (readonly [who: number, rule: number])[];
}

export function naivePrefixes(machine: Machine, names: readonly Added[]): PrefixTable {
  const rows = new Map<bigint, Row>();
  for (const { text, who, rule } of names) {
    const words = machine.code.spell(machine.textAt, machine.put(text));
    let row: Row | null = null;
    for (let i = 0; i < words; i++) {
      const half = (at: number) => BigInt((machine.out[at] ?? 0) >>> 0);
      const hash = (half(i * 2) << 32n) | half(i * 2 + 1);
      row = rows.get(hash) ?? { hash, parent: row, records: [] };
      rows.set(hash, row);
    }
    if (row && !row.records.some(([otherWho, otherRule]) => otherWho === who && otherRule === rule)) row.records.push([who, rule]);
  }
  const sorted = [...rows.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const places = new Map(sorted.map((row, k) => [row, k + 1]));
  const records = sorted.flatMap((row) => row.records);
  let end = 0;
  return {
    count: sorted.length,
    lower: Uint32Array.from(sorted, ({ hash }) => Number(hash >> 32n)),
    upper: Uint32Array.from(sorted, ({ hash }) => Number(hash & 0xffffffffn)),
    parent: Uint32Array.from(sorted, ({ parent }) => (parent && places.get(parent)) ?? 0),
    recordsFrom: Uint32Array.from([0, ...sorted.map((row) => (end += row.records.length))]),
    who: Uint32Array.from(records, ([who]) => who),
    rule: Uint32Array.from(records, ([, rule]) => rule),
  };
}

/** First slot to probe for a hash: as homeSlot in wasm/scan.ts, in numbers that are exact. */
function homeSlot(lower: number, slots: number): number {
  return Math.floor(((lower >>> 16) * slots + Math.floor(((lower & 0xffff) * slots) / 0x10000)) / 0x10000);
}

/** The slot of each prefix; `lower`: their hashes' lower halves, sorted, fewer than there are slots. */
function slotPlaces(lower: Uint32Array, slots: number): Uint32Array {
  const places = new Uint32Array(lower.length);
  let k = 0;
  for (let free = 0; k < lower.length; k++) {
    free = Math.max(free, homeSlot(lower[k] ?? 0, slots));
    if (free === slots) break;
    places[k] = free++;
  }
  // The last ones find the table full to its end, and go where it is free at its start.
  for (let slot = 0, taken = 0; k < lower.length; slot++) {
    if (places[taken] === slot) taken++;
    else places[k++] = slot;
  }
  return places;
}

/** Sequences of records, each kept once. */
function pool() {
  const words: number[] = [];
  const known = new Map<string, number>();
  const add = (records: readonly (readonly [number, number])[]): number => {
    const key = JSON.stringify(records);
    const at = known.get(key) ?? words.length / 2;
    if (!known.has(key)) words.push(...records.flat());
    known.set(key, at);
    return at;
  };
  return { words, add };
}

export function naivePacked({ subjects, prefixes }: Draft): Uint8Array {
  const sorts = pool();
  const groups = pool();
  const which = Array.from({ length: prefixes.count }, (_, k) => {
    const records: [number, number][] = [];
    for (let r = prefixes.recordsFrom[k] ?? 0; r < (prefixes.recordsFrom[k + 1] ?? 0); r++) {
      records.push([prefixes.who[r] ?? 0, prefixes.rule[r] ?? 0]);
    }
    const [first] = records;
    if (!first) return 0;
    const [who, rule] = first;
    if (records.length === 1) {
      const alone = sorts.add([[((who & ~SUBJECT_MASK) | LAST_OF_GROUP) >>> 0, rule]]) * subjects.count + (who & SUBJECT_MASK);
      if (alone <= PAYLOAD) return (ALONE | alone) >>> 0;
    }
    const last = records.length - 1;
    return groups.add(records.map(([each, its], i) => [(each | (i === last ? LAST_OF_GROUP : 0)) >>> 0, its])) + 1;
  });
  const firsts = [...prefixes.upper].filter((_, k) => prefixes.parent[k] === 0);
  const ids = arrangeIds(subjects);
  const layout = layoutOf({
    names: subjects.names.reduce((sum, count) => sum + count, 0),
    subjects: subjects.count,
    slots: Math.ceil(prefixes.count / 0.85) + 1,
    filterBits: Math.min(24, Math.max(10, Math.ceil(Math.log2(firsts.length * 16 + 1)))),
    records: groups.words.length / 2,
    idBytes: ids.bytes.length,
    events: [...subjects.kinds].filter((kind) => SUBJECT_KINDS[kind & KIND_MASK] === 'event').length,
    sorts: sorts.words.length / 2,
  });
  const bytes = new Uint8Array(layout.bytes);
  const words = new Uint32Array(bytes.buffer);
  const parents = new Set(prefixes.parent);
  slotPlaces(prefixes.lower, layout.slots).forEach((place, k) => {
    words[layout.slotsAt + place * 2] = prefixes.upper[k] ?? 0;
    words[layout.slotsAt + place * 2 + 1] = (parents.has(k + 1) ? CONTINUES : 0) | (which[k] ?? 0);
  });
  for (const upper of firsts) {
    const bit = upper >>> (32 - layout.filterBits);
    words[layout.filterAt + (bit >>> 5)] = (words[layout.filterAt + (bit >>> 5)] ?? 0) | (1 << (bit & 31));
  }
  for (let i = 1; i < subjects.starts.length; i += 2) {
    const letters = subjects.starts[i] ?? 0;
    const at = layout.startsAt + Math.floor(letters / (START_WORDS + 1));
    words[at] = (words[at] ?? 0) | (1 << (letters % (START_WORDS + 1)));
  }
  words.set(sorts.words, layout.sortsAt);
  words.set(groups.words, layout.recordsAt);
  words.set(ids.starts, layout.offsetsAt);
  bytes.set(subjects.kinds, layout.kindsAt);
  bytes.set(subjects.countries, layout.countriesAt);
  bytes.set(ids.bytes, layout.idsAt);
  const { names, subjects: count, slots, filterBits, records, idBytes, events, sorts: kinds } = layout;
  words.set([MAGIC, VERSION, layout.bytes, 0, names, count, slots, filterBits, records, idBytes, events, kinds, ids.prefixBytes]);
  words[HEADER_WORDS - 1] = 0;
  words[CHECKSUM_AT] = checksumOf(words);
  return bytes;
}
