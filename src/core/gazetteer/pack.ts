/**
 * Packs a draft into the bytes that packed.ts draws. What comes out depends on nothing but the draft. Its loops are machine code (wasm/pack.ts),
 * as the collector's are, for the same reason.
 */
import { SUBJECT_KINDS } from '../model/actor';
import type { Draft, PrefixTable } from './draft';
import { arrangeIds } from './ids';
import { createPackMachine } from './pack-machine';
import { CHECKSUM_AT, checksumOf, HEADER_WORDS, KIND_MASK, layoutOf, MAGIC, RECORD_WORDS, START_WORDS, VERSION } from './packed';

/** Filled slots: bytes count, and few words get past the filter. */
const LOAD = 0.85;
/** Filter bits per distinct first word, up to the next power of two: a word in 16 to 32 that begins no name is looked up in vain. */
const FILTER_BITS_PER_WORD = 16;
const SMALLEST_FILTER = 10;
const LARGEST_FILTER = 24;

const EVENT_KIND = SUBJECT_KINDS.indexOf('event');

/** Throws a RangeError where ids take more than 268 MB. */
export function packDraft({ subjects, prefixes }: Draft): Uint8Array {
  const { count } = prefixes;
  const ids = arrangeIds(subjects);
  const { memory, code, at } = withPrefixes(prefixes);
  const which = code.group(count, subjects.count, at.recordsFrom, at.who, at.rule);
  const continues = code.continued(count, at.parent);
  let names = 0;
  let events = 0;
  for (let i = 0; i < subjects.count; i++) {
    names += subjects.names[i] ?? 0;
    if (((subjects.kinds[i] ?? 0) & KIND_MASK) === EVENT_KIND) events++;
  }
  const firstWords = code.firstWords(count, at.parent);
  const layout = layoutOf({
    names,
    subjects: subjects.count,
    // One slot more than needed at least, so that a search for what is not there always ends.
    slots: Math.ceil(count / LOAD) + 1,
    filterBits: Math.min(LARGEST_FILTER, Math.max(SMALLEST_FILTER, Math.ceil(Math.log2(firstWords * FILTER_BITS_PER_WORD + 1)))),
    records: code.groupWords() / RECORD_WORDS,
    idBytes: ids.bytes.length,
    events,
    sorts: code.sortWords() / RECORD_WORDS,
  });
  const start = code.allocate(layout.bytes);
  const { filterBits, slots } = layout;
  code.fill(
    ...([count, at.lower, at.upper, at.parent, continues, which] as const),
    ...([start + layout.filterAt * 4, filterBits, start + layout.slotsAt * 4, slots] as const),
  );
  // Nothing grows from here on.
  const packed = new Uint8Array(memory.buffer, start, layout.bytes);
  const words = new Uint32Array(memory.buffer, start, layout.bytes >>> 2);
  words.set(new Uint32Array(memory.buffer, code.sortsAt(), code.sortWords()), layout.sortsAt);
  words.set(new Uint32Array(memory.buffer, code.groupsAt(), code.groupWords()), layout.recordsAt);
  words.set(ids.starts, layout.offsetsAt);
  packed.set(subjects.kinds, layout.kindsAt);
  packed.set(subjects.countries, layout.countriesAt);
  packed.set(ids.bytes, layout.idsAt);
  words.set([MAGIC, VERSION, layout.bytes, 0, names, subjects.count, layout.slots, layout.filterBits, layout.records, layout.idBytes]);
  words.set([layout.events, layout.sorts, ids.prefixBytes], HEADER_WORDS - 4);
  for (let i = 1; i < subjects.starts.length; i += 2) {
    const letters = subjects.starts[i] ?? 0;
    const letterAt = layout.startsAt + Math.floor(letters / (START_WORDS + 1));
    words[letterAt] = (words[letterAt] ?? 0) | (1 << (letters % (START_WORDS + 1)));
  }
  words[CHECKSUM_AT] = checksumOf(words);
  return packed.slice();
}

/** Machine code whose memory holds the prefixes, and where each part of them stands. */
function withPrefixes({ lower, upper, parent, recordsFrom, who, rule }: PrefixTable) {
  const tables = [lower, upper, parent, recordsFrom, who, rule] as const;
  const machine = createPackMachine(tables.reduce((sum, { byteLength }) => sum + byteLength, 0));
  const at = {
    lower: machine.put(lower),
    upper: machine.put(upper),
    parent: machine.put(parent),
    recordsFrom: machine.put(recordsFrom),
    who: machine.put(who),
    rule: machine.put(rule),
  };
  return { ...machine, at };
}
