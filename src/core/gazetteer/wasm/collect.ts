/**
 * Collects the prefixes of names, each once by its hash, and the names that end at them, in a hash table over rows that grow; then sorts
 * them. Works in the memory of the scanner's machine, behind whatever stands in it, and reads names with its words (words.ts), so that
 * the two can't disagree on what a word is. Most names are plain ones, which are read hundreds at once (../plain-names.ts says what they are).
 * Knows neither who bears the names nor the packed form. AssemblyScript: compiled by scripts/build/scanner.ts.
 */
import { EXPANDED } from '../../text/classes';
import {
  CLASSES,
  EXPANSIONS,
  GAZETTEER,
  KNOWN_FIRST,
  KNOWN_INNER,
  KNOWN_LAST,
  KNOWN_PLACES,
  LONGEST_PLAIN,
  MOST_TEXTS,
  OUT,
  TEXT_WORDS,
} from './layout';
import { allocate, takeFrom } from './memory';
import { JOIN, mixed, SEED } from './words';

/** Reads a name into OUT, hash by hash: wasm/scan.ts. */
declare function spell(from: i32, length: i32): i32;

/** Filled slots of the table, of ten: probes stay short. */
const LOAD = 7;
const SMALLEST_TABLE = 256;
/** Bytes of a row: the hash's halves, row + 1 of the parent, newest record + 1 or 0 where no name ends. */
const ROW = 16;
const UPPER = 4;
const PARENT = 8;
const HEAD = 12;
/** Bytes of a record: who, rule, the next older record of the same prefix + 1. */
const RECORD = 12;
const RULE = 4;
const OLDER = 8;
/** As in ../packed.ts. */
const SUBJECT_MASK: u32 = 0x1ffffff;
const SURNAME: u32 = 1 << 29;
/** As initialsRule in ../case-rule.ts gives it. */
const INITIALS: u32 = 2 << 30;
const MOST_WORDS = 30;
const FEWEST_LETTERS = 3;

const SPACE = 0x20;
/** First byte in UTF-8 of the letters from À to ÿ; their second bytes: capitals below, small ones from here, and × and ÷ among them. */
const ACCENTED = 0xc3;
const ACCENTED_SMALL = 0x9f;
const TIMES = 0x97;
const DIVISION = 0xb7;
/** Second bytes of ä ö ü ø. */
const A_UMLAUT = 0xa4;
const O_UMLAUT = 0xb6;
const U_UMLAUT = 0xbc;
const O_STROKE = 0xb8;
/** How far small letters lie behind their capitals. */
const TO_SMALL = 0x20;
const HASH_STEP = 31;
const EACH_0X20: u64 = 0x2020202020202020;
const EACH_0X40: u64 = 0x4040404040404040;
const EACH_0X80: u64 = 0x8080808080808080;

/** Words of a text, after what is given of it: where it begins and ends, its words (0: no plain name), where the last begins, its umlauts. */
const FROM = 12;
const END = 16;
const WORDS = 20;
const LAST = 24;
const UMLAUT = 28;

let known: i32 = 0;
let texts: i32 = 0;
/** Where a text is written in another way. */
let scratch: i32 = 0;
let count: i32 = 0;
let capacity: i32 = 0;
/** Row + 1, 0 where it is free. Rows lie apart from it: most of what is looked up is new, and found so in a small array. */
let table: i32 = 0;
let tableShift: u32 = 0;
let rows: i32 = 0;
let room: i32 = 0;
let ended: i32 = 0;
let records: i32 = 0;
let recordRoom: i32 = 0;

function roomIn(slots: i32): i32 {
  return <i32>((<i64>slots * LOAD) / 10);
}

function makeTable(slots: i32): void {
  capacity = slots;
  tableShift = clz(slots) + 1;
  room = roomIn(slots);
  table = allocate(slots << 2);
}

/** Begins with room for so many prefixes; gives the place of the marks of known words, and behind them of the texts of {@link read}. */
export function collect(expected: i32): i32 {
  takeFrom(memory.size() << 16);
  known = allocate(KNOWN_PLACES);
  texts = allocate(MOST_TEXTS * TEXT_WORDS * 4);
  scratch = allocate(LONGEST_PLAIN * 2 + 8);
  let slots = SMALLEST_TABLE;
  while (roomIn(slots) < expected) slots <<= 1;
  count = 0;
  ended = 0;
  makeTable(slots);
  rows = allocate(room * ROW);
  recordRoom = room;
  records = allocate(recordRoom * RECORD);
  return known;
}

function grow(): void {
  const before = rows;
  makeTable(capacity << 1);
  rows = allocate(room * ROW);
  memory.copy(rows, before, count * ROW);
  for (let row = 0; row < count; row++) {
    let at = load<u32>(rows + row * ROW) >>> tableShift;
    while (load<i32>(table + (at << 2)) !== 0) at = (at + 1) & (capacity - 1);
    store<i32>(table + (at << 2), row + 1);
  }
}

/** Row of the prefix with this hash, made where it is new; `parent`: row + 1 of the prefix one word shorter, 0 for a first word. */
function place(lower: u32, upper: u32, parent: i32): i32 {
  let at = lower >>> tableShift;
  for (let row = load<i32>(table + (at << 2)); row !== 0; row = load<i32>(table + (at << 2))) {
    const met = rows + (row - 1) * ROW;
    if (load<u32>(met) === lower && load<u32>(met + UPPER) === upper) return row - 1;
    at = (at + 1) & (capacity - 1);
  }
  const made = rows + count * ROW;
  store<i32>(table + (at << 2), ++count);
  store<u32>(made, lower);
  store<u32>(made + UPPER, upper);
  store<i32>(made + PARENT, parent);
  if (count === room) grow();
  return count - 1;
}

/** Says that a name ends at a row. Subjects must come one after the other. The same twice counts once. */
function end(row: i32, who: u32, rule: u32): void {
  const head = load<i32>(rows + row * ROW + HEAD);
  for (let r = head; r !== 0; ) {
    const at = records + (r - 1) * RECORD;
    const met = load<u32>(at);
    if (((met ^ who) & SUBJECT_MASK) !== 0) break;
    if (met === who && load<u32>(at + RULE) === rule) return;
    r = load<i32>(at + OLDER);
  }
  if (ended === recordRoom) {
    const before = records;
    recordRoom <<= 1;
    records = allocate(recordRoom * RECORD);
    memory.copy(records, before, ended * RECORD);
  }
  const at = records + ended * RECORD;
  store<u32>(at, who);
  store<u32>(at + RULE, rule);
  store<i32>(at + OLDER, head);
  store<i32>(rows + row * ROW + HEAD, ++ended);
}

/** Adds the name that stands in memory; answers how many words it has, 0 where it is none. */
export function add(from: i32, length: i32, who: u32, rule: u32): i32 {
  const words = spell(from, length);
  if (words === 0) return 0;
  let parent = 0;
  for (let hash = OUT; hash < OUT + (words << 3); hash += 8) parent = place(load<u32>(hash), load<u32>(hash + 4), parent) + 1;
  end(parent - 1, who, rule);
  return words;
}

/** Reads so many texts that stand at GAZETTEER one after the other, with so many bytes between them, and notes of each what it is. */
export function read(some: i32, between: i32): void {
  let at = GAZETTEER;
  for (let i = 0; i < some; i++) at = readText(texts + i * TEXT_WORDS * 4, at) + between;
}

function umlautAt(second: i32): bool {
  const small = second | TO_SMALL;
  return small === A_UMLAUT || small === O_UMLAUT || small === U_UMLAUT || small === O_STROKE;
}

/** May a rule know a word with this hash there? */
function isKnown(hash: i32, place: i32): bool {
  return (load<u8>(known + (hash & (KNOWN_PLACES - 1))) & place) !== 0;
}

/** Notes one that begins at a byte; gives its end. */
function readText(text: i32, from: i32): i32 {
  let at = from;
  let left = load<i32>(text + 4);
  let words = 0;
  let last = 0;
  let umlaut = 0;
  /** Letters of the word so far, and its hash. */
  let letters = 0;
  let hash = 0;
  for (; left > 0; left--) {
    const byte: i32 = load<u8>(at);
    if (byte === SPACE) {
      if (letters < 2 || isKnown(hash, words === 1 ? KNOWN_FIRST : KNOWN_INNER)) break;
      letters = 0;
      hash = 0;
      at++;
      continue;
    }
    if (letters === 0) {
      words++;
      last = at;
      umlaut &= 1;
    }
    const small = byte | TO_SMALL;
    if (small >= 0x61 && small <= 0x7a) {
      if ((byte === small) !== letters > 0) break;
      hash = hash * HASH_STEP + byte;
      at++;
    } else {
      const second: i32 = load<u8>(at + 1);
      if (byte !== ACCENTED || second >= ACCENTED_SMALL !== letters > 0 || second === TIMES || second === DIVISION) break;
      if (umlautAt(second)) umlaut = 3;
      hash = (hash * HASH_STEP + byte) * HASH_STEP + second;
      at += 2;
    }
    letters++;
  }
  const plain = left === 0 && letters >= FEWEST_LETTERS && words <= MOST_WORDS && !isKnown(hash, KNOWN_LAST);
  for (; left > 0; left--) {
    const byte: i32 = load<u8>(at);
    at += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    // A character of four bytes is two units.
    if (byte >= 0xf0) left--;
  }
  store<i32>(text + FROM, from);
  store<i32>(text + END, at);
  store<i32>(text + WORDS, plain ? words : 0);
  store<i32>(text + LAST, last);
  store<i32>(text + UMLAUT, umlaut);
  return at;
}

/** Is the text a plain name? */
export function isPlain(i: i32): bool {
  return load<i32>(texts + i * TEXT_WORDS * 4 + WORDS) > 0;
}

/**
 * Adds the texts that {@link read} read from one on, all those of a subject or none; gives the first of a subject that has others than plain
 * ones, `stop` where there is none.
 */
export function addPlain(from: i32, stop: i32): i32 {
  let next = from;
  for (let i = from; i < stop; i = next) {
    const subject = load<u32>(texts + i * TEXT_WORDS * 4) & SUBJECT_MASK;
    let plain = true;
    for (next = i; next < stop && (load<u32>(texts + next * TEXT_WORDS * 4) & SUBJECT_MASK) === subject; next++) {
      if (!isPlain(next)) plain = false;
    }
    if (!plain) return i;
    for (let k = i; k < next; k++) addText(texts + k * TEXT_WORDS * 4);
    for (let k = i; k < next; k++) addSurname(texts + k * TEXT_WORDS * 4);
  }
  return stop;
}

function ruleOf(words: i32): u32 {
  return INITIALS | ((1 << words) - 1);
}

function addText(text: i32): void {
  const from = load<i32>(text + FROM);
  addSpellings(from, load<i32>(text + END) - from, load<i32>(text + UMLAUT) !== 0, load<u32>(text), ruleOf(load<i32>(text + WORDS)));
}

/** Adds the last word of a text whose family name that is. */
function addSurname(text: i32): void {
  if (load<i32>(text + 8) === 0 || load<i32>(text + WORDS) < 2) return;
  const last = load<i32>(text + LAST);
  addSpellings(last, load<i32>(text + END) - last, load<i32>(text + UMLAUT) > 1, load<u32>(text) | SURNAME, ruleOf(1));
}

/** Adds a plain name, and with its umlauts written out. */
function addSpellings(from: i32, length: i32, umlaut: bool, who: u32, rule: u32): void {
  addWords(from, from + length, who, rule);
  if (!umlaut) return;
  memory.copy(scratch, from, length);
  store<u64>(scratch + length, 0);
  writeOutUmlauts(scratch, scratch + length);
  addWords(scratch, scratch + length, who, rule);
}

/** Adds a plain name: as {@link add}, but most of what {@link spell} asks of each letter and of what stands between words is known here. */
function addWords(from: i32, stop: i32, who: u32, rule: u32): void {
  let hash = SEED;
  let parent = 0;
  for (let at = from; ; ) {
    // Letters that are not hashed yet, eight at most, and how many bits of them there are: as words.ts has them.
    let held: u64 = 0;
    let bits: u64 = 0;
    for (;;) {
      if (bits === 0) {
        const eight = load<u64>(at);
        // Bit 6 is set in letters of ASCII, bit 7 in others; neither in the space, and in the zeros behind the text.
        const others = (~eight & EACH_0X40) | (eight & EACH_0X80);
        if (others === 0) {
          // Small, they are what they fold to.
          hash = mixed(hash, eight | EACH_0X20);
          at += 8;
          continue;
        }
        bits = <u64>ctz(others) & ~7;
        held = (eight | EACH_0X20) & (((<u64>1) << bits) - 1);
        at += <i32>(bits >>> 3);
      }
      const byte: i32 = load<u8>(at);
      if (byte <= SPACE) break;
      let folded: i32 = byte | TO_SMALL;
      at++;
      let more = 0;
      if (byte >= 0x80) {
        folded = load<u16>(CLASSES + ((0xc0 | (load<u8>(at) & 0x3f)) << 1));
        at++;
        if (folded >= EXPANDED) {
          more = EXPANSIONS + ((folded - EXPANDED) << 2);
          folded = load<u8>(more);
        }
      }
      for (; folded !== 0; folded = more === 0 ? 0 : load<u8>(++more)) {
        held |= (<u64>folded) << bits;
        bits += 8;
        if (bits === 64) {
          hash = mixed(hash, held);
          held = bits = 0;
        }
      }
    }
    if (bits !== 0) hash = mixed(hash, held);
    parent = place(<u32>hash, <u32>(hash >>> 32), parent) + 1;
    if (++at >= stop) break;
    hash = mixed(hash, JOIN);
  }
  end(parent - 1, who, rule);
}

/** Writes the umlauts of a plain name out, in place: ö takes as many bytes as oe. */
function writeOutUmlauts(from: i32, stop: i32): void {
  for (let at = from; at < stop; at++) {
    if (<i32>load<u8>(at) !== ACCENTED) continue;
    const second: i32 = load<u8>(at + 1);
    if (!umlautAt(second)) continue;
    const small = second | TO_SMALL;
    const letter = small === A_UMLAUT ? 0x61 : small === U_UMLAUT ? 0x75 : 0x6f;
    store<u8>(at, letter & (second & TO_SMALL ? 0xff : ~TO_SMALL));
    store<u8>(at + 1, 0x65);
  }
}

/** How many prefixes there are. */
export function prefixes(): i32 {
  return count;
}

/** How many records there are. */
export function names(): i32 {
  return ended;
}

/**
 * The prefixes in the order of their hashes; gives the place of lower halves, upper halves, parents + 1, where records begin (one more), who
 * and rule, one behind the other: ../draft.ts.
 */
export function sort(): i32 {
  const order = byHash();
  const places = allocate((count + 1) << 2);
  for (let k = 0; k < count; k++) store<i32>(places + ((load<i32>(order + (k << 3)) + 1) << 2), k + 1);
  const lower = allocate((4 * count + 1 + 2 * ended) << 2);
  const upper = lower + (count << 2);
  const parents = upper + (count << 2);
  const recordsFrom = parents + (count << 2);
  const who = recordsFrom + ((count + 1) << 2);
  const rule = who + (ended << 2);
  let stop = 0;
  for (let k = 0; k < count; k++) {
    const row = rows + load<i32>(order + (k << 3)) * ROW;
    store<u32>(lower + (k << 2), load<u32>(row));
    store<u32>(upper + (k << 2), load<u32>(row + UPPER));
    store<u32>(parents + (k << 2), load<u32>(places + (load<i32>(row + PARENT) << 2)));
    const head = load<i32>(row + HEAD);
    for (let r = head; r !== 0; r = load<i32>(records + (r - 1) * RECORD + OLDER)) stop++;
    // The chain has the newest first.
    let at = stop;
    for (let r = head; r !== 0; ) {
      const record = records + (r - 1) * RECORD;
      at--;
      store<u32>(who + (at << 2), load<u32>(record));
      store<u32>(rule + (at << 2), load<u32>(record + RULE));
      r = load<i32>(record + OLDER);
    }
    store<i32>(recordsFrom + ((k + 1) << 2), stop);
  }
  return lower;
}

/**
 * The rows in the order of their hashes, each in the lower half of eight bytes, below its hash's lower half: put into about as many buckets as
 * there are rows, then those of a bucket sorted.
 */
function byHash(): i32 {
  const bits = 32 - clz(count + 1);
  const shift = 32 - bits;
  const buckets = 1 << bits;
  const next = allocate((buckets + 1) << 2);
  for (let row = 0; row < count; row++) {
    const at = next + (((load<u32>(rows + row * ROW) >>> shift) + 1) << 2);
    store<i32>(at, load<i32>(at) + 1);
  }
  for (let bucket = 1; bucket <= buckets; bucket++) {
    const at = next + (bucket << 2);
    store<i32>(at, load<i32>(at) + load<i32>(at - 4));
  }
  const order = allocate(count << 3);
  for (let row = 0; row < count; row++) {
    const lower = load<u32>(rows + row * ROW);
    const at = next + ((lower >>> shift) << 2);
    const to = load<i32>(at);
    store<i32>(at, to + 1);
    store<u64>(order + (to << 3), ((<u64>lower) << 32) | row);
  }
  for (let at = order + 8; at < order + (count << 3); at += 8) {
    const entry = load<u64>(at);
    let to = at;
    for (; to > order; to -= 8) {
      const before = load<u64>(to - 8);
      if (!isBelow(entry, before)) break;
      store<u64>(to, before);
    }
    if (to !== at) store<u64>(to, entry);
  }
  return order;
}

/** Is one's hash less than the other's? */
function isBelow(a: u64, b: u64): bool {
  if (a >>> 32 !== b >>> 32) return a < b;
  return load<u32>(rows + <i32>a * ROW + UPPER) < load<u32>(rows + <i32>b * ROW + UPPER);
}
