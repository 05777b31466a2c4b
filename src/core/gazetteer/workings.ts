/**
 * What the packed form leaves out of a draft, kept beside it in the background so that a change need not begin with names again:
 *
 *   u32 header     as the packed form's: magic · version · bytes · checksum; then prefixes · subjects · starts, and zeros
 *   u32 lower      per prefix, in the order of hashes: the lower half of its hash, of which a slot only says where it lies about
 *   u32 parent     per prefix: index + 1 of the prefix one word shorter, 0 for none; of which the packed form only has that there is a longer one
 *   u32 names      per subject: how many of its names are compiled in
 *   u32 starts     draft.ts
 *
 * Both together are the draft again, to the last bit. They are stored in one row, and never apart: nothing here tells whose they are.
 */
import type { Draft, SubjectTable } from './draft';
import { createPackMachine } from './pack-machine';
import { CHECKSUM_AT, checksumOf, HEADER_WORDS, type Layout, layoutIn, PREFIX_BYTES_AT, PREFIX_SHIFT, START_MASK, VERSION } from './packed';

/** "SLGW" read as a little-endian number. */
const MAGIC = 0x57474c53;
const COLON = 0x3a;

export function workingsOf({ subjects, prefixes }: Draft): Uint8Array {
  const words = new Uint32Array(HEADER_WORDS + prefixes.count * 2 + subjects.count + subjects.starts.length);
  words.set([MAGIC, VERSION, words.byteLength, 0, prefixes.count, subjects.count, subjects.starts.length]);
  let at = HEADER_WORDS;
  for (const section of [prefixes.lower, prefixes.parent, subjects.names, subjects.starts]) {
    words.set(section, at);
    at += section.length;
  }
  words[CHECKSUM_AT] = checksumOf(words);
  return new Uint8Array(words.buffer);
}

/** The draft that both were made of. Throws an Error that says what is wrong with them. */
export function draftIn(bytes: Uint8Array, workings: Uint8Array): Draft {
  const layout = layoutIn(bytes);
  const kept = new Uint32Array(workings.buffer, workings.byteOffset, workings.byteLength >>> 2);
  const [magic, version, length, checksum, count = 0, subjects = 0, starts = 0] = kept;
  const isWhole = magic === MAGIC && version === VERSION && length === workings.byteLength && checksumOf(kept) === checksum;
  if (!isWhole || subjects !== layout.subjects || count >= layout.slots) throw new Error('damaged workings of a gazetteer');
  let at = HEADER_WORDS;
  const section = (words: number): Uint32Array => {
    at += words;
    return kept.subarray(at - words, at);
  };
  const lower = section(count);
  const parent = section(count);
  const names = section(subjects);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  return {
    subjects: { ...subjectsIn(bytes, words, layout), names, starts: section(starts) },
    prefixes: { count, lower, parent, ...recordsIn(words, layout, lower) },
  };
}

/** What slots say, in the order of hashes. */
function recordsIn(
  words: Uint32Array,
  { subjects, slotsAt, slots, sortsAt, recordsAt }: Layout,
  lower: Uint32Array,
): Pick<Draft['prefixes'], 'upper' | 'recordsFrom' | 'who' | 'rule'> {
  const { code, memory, put } = createPackMachine(words.byteLength + lower.byteLength);
  const count = lower.length;
  const from = put(words);
  const upperAt = code.unpack(
    ...([count, put(lower), subjects] as const),
    ...([from + slotsAt * 4, slots, from + sortsAt * 4, from + recordsAt * 4] as const),
  );
  // Nothing grows from here on.
  const section = (at: number, length: number) => new Uint32Array(memory.buffer, at, length);
  const recordsFrom = section(upperAt + count * 4, count + 1);
  const records = recordsFrom[count] ?? 0;
  const whoAt = code.unpacked();
  return { upper: section(upperAt, count), recordsFrom, who: section(whoAt, records), rule: section(whoAt + records * 4, records) };
}

function subjectsIn(bytes: Uint8Array, words: Uint32Array, layout: Layout): Omit<SubjectTable, 'names' | 'starts'> {
  const { subjects: count, kindsAt, countriesAt, idsAt, offsetsAt } = layout;
  const decoder = new TextDecoder();
  const prefixBytes = words[PREFIX_BYTES_AT] ?? 0;
  const prefixes = decoder.decode(bytes.subarray(idsAt, idsAt + prefixBytes)).split('\n');
  // The first is no prefix: each has a line feed before it.
  const numbers = new Map(prefixes.map((prefix, number) => [prefix, number]));
  const prefixOf = new Uint32Array(count);
  const restsFrom = new Uint32Array(count + 1);
  const rests = bytes.slice(idsAt + prefixBytes, idsAt + layout.idBytes);
  /** Bytes of prefixes that stand among the rests so far. */
  let cut = 0;
  for (let i = 0; i < count; i++) {
    const start = words[offsetsAt + i] ?? 0;
    let from = (start & START_MASK) - prefixBytes;
    const end = ((words[offsetsAt + i + 1] ?? 0) & START_MASK) - prefixBytes;
    let number = start >>> PREFIX_SHIFT;
    if (number === 0) {
      const colon = rests.subarray(from, end).indexOf(COLON) + 1;
      const prefix = decoder.decode(rests.subarray(from, from + colon));
      number = numbers.get(prefix) ?? prefixes.push(prefix) - 1;
      numbers.set(prefix, number);
      cut += colon;
      from += colon;
    }
    prefixOf[i] = number;
    if (cut > 0) rests.copyWithin(restsFrom[i] ?? 0, from, end);
    restsFrom[i + 1] = end - cut;
  }
  return {
    count,
    kinds: bytes.subarray(kindsAt, kindsAt + count),
    countries: bytes.subarray(countriesAt, countriesAt + count * 2),
    prefixes,
    prefixOf,
    rests: rests.subarray(0, restsFrom[count]),
    restsFrom,
  };
}
