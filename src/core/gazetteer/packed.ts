/**
 * The packed gazetteer: one byte array that is stored as one value, sent as one value, copied into the
 * scanner's memory and read there without parsing.
 *
 *   u32 header     magic · version · bytes · checksum · names · subjects · slots · filterBits · records · idBytes ·
 *                  events (subjects that are one) · sorts · prefixBytes · 0
 *   u32 starts × 26  by first letter from a to z, folded: bit i: a name that may begin small has the letter i of the
 *                  alphabet next; bit 26: has no letter from a to z next. Most words of a page are passed over by this.
 *   u32 filter     2^filterBits bits: may a name begin with a word of this hash? Most words of a page end here.
 *   u32 slots × 2  open addressing from the slot that hash a gives, probed one by one, put in by hash; every prefix of a name
 *                  that ends at a word's end has one:
 *                    [ hash b | go ]      go = 0: empty slot
 *                    go: bit 31: longer names begin so; bit 30: one name ends here, and bits 0–29 are its sort ×
 *                        subjects + its subject; else bits 0–29: first record + 1, 0 where no name ends here
 *   u32 sorts × 2  the records of names that stand alone, without their subjects: there are few kinds of them
 *   u32 records × 2  names of several that end at a prefix stand together; prefixes at which the same names end share theirs:
 *                    [ who | case ]
 *                    who: bit 31: last of its group; 29–30: form (full, surname, weak);
 *                         26–28: the language whose ending it carries (0: none); 25: an event; 0–24: subject
 *                    case: case-rule.ts
 *   u32 subjects + 1 bits 0–27: where each subject's id starts in ids; the extra one is the end; bits 28–31: the
 *                  number of the prefix that stands before it, 0 for none
 *   u8  kinds      per subject: bits 0–2: index in SUBJECT_KINDS; 3–6: offices (15: unknown);
 *                  bit 7: may be painted openly. Padded to 4.
 *   u8  countries × 2  per subject: the two letters of its country, 0 0 where it has none. Padded to 4.
 *   u8  ids        UTF-8: prefixBytes of prefixes, each with a line feed before it (one pack's ids begin alike), then the
 *                  ids without them, end to end. Padded to 4.
 *
 * Hashes a and b are the lower and the upper half of the hash of wasm/words.ts; the bit of the filter and the slot to begin at are
 * those of wasm/scan.ts.
 * Little-endian, as every machine that runs a browser is. Names are not stored: a slot near where hash a points and
 * 32 bits of hash b stand for each (a word that passes the filter is taken for a name by chance about once in a
 * billion), so a tab holds no list of what is tracked.
 */
import type { Candidate } from './types';

/** "SLGZ" read as a little-endian number. */
export const MAGIC = 0x5a474c53;
/** Raised with every change of layout, hash, folding, case rule or of the names that follow from others: older bytes are rebuilt, never read. */
export const VERSION = 11;

export const HEADER_WORDS = 14;
export const START_WORDS = 26;
export const CHECKSUM_AT = 3;
export const PREFIX_BYTES_AT = 12;
export const SLOT_WORDS = 2;
export const RECORD_WORDS = 2;

export const CONTINUES = 0x80000000;
/** Of a slot: the one name that ends there, itself. */
export const ALONE = 0x40000000;
/** What a slot says of ALONE names, or the first record + 1. */
export const PAYLOAD = 0x3fffffff;
export const LAST_OF_GROUP = 0x80000000;
export const SUBJECT_MASK = 0x1ffffff;
export const EVENT_SHIFT = 25;
export const EVENT_FLAG = 0x2000000;
export const FORM_SHIFT = 29;
export const LANGUAGE_SHIFT = 26;
/** Of where an id starts; above, which prefix it has. */
export const START_MASK = 0xfffffff;
export const PREFIX_SHIFT = 28;
export const MOST_PREFIXES = 15;
export const OPEN_FLAG = 0x80;
export const KIND_MASK = 0x7;
export const OFFICES_SHIFT = 3;
/** All bits set: nothing is known of the subject's offices. */
export const OFFICES_UNKNOWN = 0xf;

/** The number of a form in a record; the order is part of the format. */
export const FORMS: readonly Candidate['form'][] = ['full', 'surname', 'weak'];

/** Where the sections lie, in words but for `kinds`, `countries` and `ids`, which count bytes. */
export interface Layout {
  readonly names: number;
  readonly subjects: number;
  readonly slots: number;
  readonly filterBits: number;
  readonly records: number;
  readonly idBytes: number;
  readonly events: number;
  readonly sorts: number;
  readonly startsAt: number;
  readonly filterAt: number;
  readonly slotsAt: number;
  readonly sortsAt: number;
  readonly recordsAt: number;
  readonly offsetsAt: number;
  readonly kindsAt: number;
  readonly countriesAt: number;
  readonly idsAt: number;
  readonly bytes: number;
}

const padded = (bytes: number): number => (bytes + 3) & ~3;

export function layoutOf(
  size: Pick<Layout, 'names' | 'subjects' | 'slots' | 'filterBits' | 'records' | 'idBytes' | 'events' | 'sorts'>,
): Layout {
  const startsAt = HEADER_WORDS;
  const filterAt = startsAt + START_WORDS;
  const slotsAt = filterAt + 2 ** size.filterBits / 32;
  const sortsAt = slotsAt + size.slots * SLOT_WORDS;
  const recordsAt = sortsAt + size.sorts * RECORD_WORDS;
  const offsetsAt = recordsAt + size.records * RECORD_WORDS;
  const kindsAt = (offsetsAt + size.subjects + 1) * 4;
  const countriesAt = kindsAt + padded(size.subjects);
  const idsAt = countriesAt + padded(size.subjects * 2);
  return {
    ...size,
    startsAt,
    filterAt,
    slotsAt,
    sortsAt,
    recordsAt,
    offsetsAt,
    kindsAt,
    countriesAt,
    idsAt,
    bytes: idsAt + padded(size.idBytes),
  };
}

/** Bytes from one word that is checked to the next. */
const STRIDE = 1024;

/**
 * Checks the sizes in the header and one word of each 1,024 bytes of the rest: torn, truncated and exchanged data is found in a
 * fraction of a millisecond at a million names too. It is no guard against forgery; the bytes come from the own store.
 */
export function checksumOf(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  const add = (at: number) => {
    sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
    sum ^= sum >>> 15;
  };
  for (let at = 0; at < HEADER_WORDS; at++) if (at !== CHECKSUM_AT) add(at);
  for (let at = HEADER_WORDS; at < words.length; at += STRIDE / 4) add(at);
  add(words.length - 1);
  return sum >>> 0;
}

/** Checks the bytes and says where their sections lie. Throws an Error that says what is wrong with them. */
export function layoutIn(bytes: Uint8Array): Layout {
  if (bytes.byteLength < HEADER_WORDS * 4) throw new Error(`not a gazetteer: ${bytes.byteLength} bytes are less than its header`);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  const field = (at: number): number => words[at] ?? 0;
  const [magic, version, length, checksum] = [field(0), field(1), field(2), field(3)];
  if (magic !== MAGIC) throw new Error('not a gazetteer: the first four bytes are another format’s');
  if (version !== VERSION) throw new Error(`a gazetteer of version ${version}; this code reads version ${VERSION}: build it again`);
  if (length !== bytes.byteLength) throw new Error(`a damaged gazetteer: ${bytes.byteLength} bytes of ${length}`);
  const layout = layoutOf({
    names: field(4),
    subjects: field(5),
    slots: field(6),
    filterBits: field(7),
    records: field(8),
    idBytes: field(9),
    events: field(10),
    sorts: field(11),
  });
  if (layout.bytes !== length || checksumOf(words) !== checksum) throw new Error('a damaged gazetteer: its checksum does not match');
  return layout;
}
