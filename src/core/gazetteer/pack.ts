/**
 * Packs a draft into the bytes that packed.ts draws. What comes out depends on nothing but the draft.
 */
import { SUBJECT_KINDS } from '../model/actor';
import type { Draft, PrefixTable } from './draft';
import { arrangeIds } from './ids';
import {
  ALONE,
  CHECKSUM_AT,
  CONTINUES,
  checksumOf,
  EVENT_SHIFT,
  HEADER_WORDS,
  KIND_MASK,
  LAST_OF_GROUP,
  layoutOf,
  MAGIC,
  PAYLOAD,
  RECORD_WORDS,
  SLOT_WORDS,
  START_WORDS,
  SUBJECT_MASK,
  slotPlaces,
  VERSION,
} from './packed';
import { createRecordPool } from './record-pool';

/** Filled slots: bytes count, and few words get past the filter. */
const LOAD = 0.85;
/** Filter bits per distinct first word, up to the next power of two: a word in 16 to 32 that begins no name is looked up in vain. */
const FILTER_BITS_PER_WORD = 16;
const SMALLEST_FILTER = 10;
const LARGEST_FILTER = 24;

const MET = 256;

const EVENT_KIND = SUBJECT_KINDS.indexOf('event');

/** Throws a RangeError where ids take more than 268 MB. */
export function packDraft({ subjects, prefixes }: Draft): Uint8Array {
  const { count, lower, upper, parent } = prefixes;
  const continues = new Uint8Array(count + 1);
  let firstWords = 0;
  for (let k = 0; k < count; k++) {
    const before = parent[k] ?? 0;
    continues[before] = 1;
    if (before === 0) firstWords++;
  }
  const groups = groupRecords(prefixes, subjects.count);
  const ids = arrangeIds(subjects);
  let names = 0;
  let events = 0;
  for (let i = 0; i < subjects.count; i++) {
    names += subjects.names[i] ?? 0;
    if (((subjects.kinds[i] ?? 0) & KIND_MASK) === EVENT_KIND) events++;
  }
  const layout = layoutOf({
    names,
    subjects: subjects.count,
    // One slot more than needed at least, so that a search for what is not there always ends.
    slots: Math.ceil(count / LOAD) + 1,
    filterBits: Math.min(LARGEST_FILTER, Math.max(SMALLEST_FILTER, Math.ceil(Math.log2(firstWords * FILTER_BITS_PER_WORD + 1)))),
    records: groups.packed.length / RECORD_WORDS,
    idBytes: ids.bytes.length,
    events,
    sorts: groups.sorts.length / RECORD_WORDS,
  });
  const bytes = new Uint8Array(layout.bytes);
  const words = new Uint32Array(bytes.buffer);

  const places = slotPlaces(lower, layout.slots);
  for (let k = 0; k < count; k++) {
    const hash = upper[k] ?? 0;
    const slot = layout.slotsAt + (places[k] ?? 0) * SLOT_WORDS;
    words[slot] = hash;
    words[slot + 1] = (continues[k + 1] ? CONTINUES : 0) | (groups.which[k] ?? 0);
    if (parent[k] !== 0) continue;
    // As wasm/scan.ts: the upper bits of the hash's upper half.
    const bit = hash >>> (32 - layout.filterBits);
    const at = layout.filterAt + (bit >>> 5);
    words[at] = (words[at] ?? 0) | (1 << (bit & 31));
  }
  words.set(groups.sorts, layout.sortsAt);
  words.set(groups.packed, layout.recordsAt);

  words.set(ids.starts, layout.offsetsAt);
  bytes.set(subjects.kinds, layout.kindsAt);
  bytes.set(subjects.countries, layout.countriesAt);
  bytes.set(ids.bytes, layout.idsAt);
  words.set([MAGIC, VERSION, layout.bytes, 0, names, subjects.count, layout.slots, layout.filterBits, layout.records, layout.idBytes]);
  words.set([layout.events, layout.sorts, ids.prefixBytes], HEADER_WORDS - 4);
  for (let i = 1; i < subjects.starts.length; i += 2) {
    const letters = subjects.starts[i] ?? 0;
    const at = layout.startsAt + Math.floor(letters / (START_WORDS + 1));
    words[at] = (words[at] ?? 0) | (1 << (letters % (START_WORDS + 1)));
  }
  words[CHECKSUM_AT] = checksumOf(words);
  return bytes;
}

/** What of the records is packed. */
interface Groups {
  readonly sorts: Uint32Array;
  readonly packed: Uint32Array;
  /** What a slot says of the names that end at it, by prefix. */
  readonly which: Uint32Array;
}

/** The names that end at prefixes: one alone as its sort and subject, several as a group of records. What is alike is packed once. */
function groupRecords({ count, recordsFrom, who, rule }: PrefixTable, subjects: number): Groups {
  const sorts = createRecordPool();
  const groups = createRecordPool();
  const which = new Uint32Array(count);
  /** Sorts met last, by the lower bits of what they hold: there are few, and most names are of a handful. */
  const met = new Float64Array(MET).fill(-1);
  const metSort = new Uint32Array(MET);
  for (let k = 0; k < count; k++) {
    const from = recordsFrom[k] ?? 0;
    const end = recordsFrom[k + 1] ?? 0;
    if (from === end) continue;
    if (end - from === 1) {
      const whose = who[from] ?? 0;
      const whichCase = rule[from] ?? 0;
      // Seven bits of who and all of the case: a number that is exact.
      const key = (whose >>> EVENT_SHIFT) * 2 ** 32 + whichCase;
      const at = ((whose >>> EVENT_SHIFT) ^ whichCase) & (MET - 1);
      if (met[at] !== key) {
        sorts.add((whose & ~SUBJECT_MASK) | LAST_OF_GROUP, whichCase);
        met[at] = key;
        metSort[at] = sorts.close();
      }
      const alone = (metSort[at] ?? 0) * subjects + (whose & SUBJECT_MASK);
      if (alone <= PAYLOAD) {
        which[k] = ALONE | alone;
        continue;
      }
    }
    for (let r = from; r < end; r++) groups.add((who[r] ?? 0) | (r + 1 === end ? LAST_OF_GROUP : 0), rule[r] ?? 0);
    which[k] = groups.close() + 1;
  }
  return { sorts: sorts.words(), packed: groups.words(), which };
}
