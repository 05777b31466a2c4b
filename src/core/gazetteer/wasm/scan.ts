/**
 * The scanner's machine code: one pass over a text in memory; a bitmap says of each word whether any name begins so, and only
 * then the prefix table is asked, word by word, for every name that begins there. Which of them counts is decided outside
 * (../scan.ts). Also spells names for the compiler, with the same words and hashes, and tells how words are capitalised.
 * packed.ts draws the table, layout.ts the memory. AssemblyScript: compiled by scripts/build/scanner.ts.
 */
import { APOSTROPHE, EXPANDED, IGNORABLE, LETTER, MARK } from '../../text/classes';
import { CAPITAL, CASES, CLASSES, HIT_WORDS, LETTER_CASE, MOST_OUT, OUT, SMALL, TABLE_END, UNKNOWN } from './layout';
import { caseOf, classOf, size, unitAt, unitsBetween } from './text';
import {
  begin,
  end,
  hash,
  isDotted,
  isInitial,
  isWordAt,
  mixed,
  next,
  nextWordStart,
  passInitial,
  readSeparator,
  readWord,
  SEED,
} from './words';

const EACH_0X05: u64 = 0x0505050505050505;
const EACH_0X1F: u64 = 0x1f1f1f1f1f1f1f1f;
const EACH_0X20: u64 = 0x2020202020202020;
const EACH_0X46: u64 = 0x4646464646464646;
const EACH_0X50: u64 = 0x5050505050505050;
const EACH_0X7F: u64 = 0x7f7f7f7f7f7f7f7f;
const EACH_0X80: u64 = 0x8080808080808080;
/** Bit of a slot: longer names begin so. */
const CONTINUES: u32 = 0x80000000;
/** The rest says which names end here, see packed.ts. */
const WHICH: u32 = 0x7fffffff;
const SPACE_UNIT = 0x20;
const SMALL_A = 0x61;
const SMALL_LETTERS = 26;
/** First byte of à to ÿ, which are small and fold to ASCII, in UTF-8; and the least of their second bytes. ÷ stands among them. */
const ACCENTED = 0xc3;
const FIRST_ACCENTED = 0x9f;
const DIVISION = 0xb7;
/** First bytes of Latin Extended-A are this and the next; with what begins further up there is nothing to pass over. */
const EXTENDED = 0xc4;
const EXTENDED_END = 0xc6;
/** A word of the initials has so many bits; words beyond are not looked at. */
const MOST_INITIALS = 30;

let filterAt: i32 = 0;
let filterShift: u32 = 0;
let slotsAt: i32 = 0;
let slots: i32 = 0;
/** With which two letters names begin that may begin small, see packed.ts, and whether there are any. */
let startsAt: i32 = 0;
let someSmall: bool = false;
/** Letters of two bytes that {@link pass} went over. */
let wide: i32 = 0;

/** Where a scan goes on, in bytes and in UTF-16 units, and where its text ends. */
let at: i32 = 0;
let units: i32 = 0;
let textEnd: i32 = 0;
let found: i32 = 0;

/** No character is known yet. Once, before anything else. */
export function start(): void {
  for (let unit = 0; unit < TABLE_END; unit++) store<u16>(CLASSES + (unit << 1), UNKNOWN);
}

/** Takes the sections of a packed gazetteer, given in bytes of memory. */
export function open(filter: i32, filterBits: i32, table: i32, count: i32, starts: i32): void {
  startsAt = starts;
  someSmall = false;
  for (let letter = 0; letter < SMALL_LETTERS; letter++) if (load<u32>(starts + (letter << 2)) !== 0) someSmall = true;
  filterAt = filter;
  filterShift = 32 - filterBits;
  slotsAt = table;
  slots = count;
}

/** Bit of the filter for a first word, from the upper half of its hash. */
function filterBit(upper: u32): u32 {
  return upper >>> filterShift;
}

/** First slot to probe for a prefix: the high half of a product spreads over any number of slots without a division. */
function homeSlot(lower: u32, count: i32): i32 {
  return <i32>((<u64>lower * <u64>count) >>> 32);
}

/** The `go` word of the prefix read, 0 where no name begins so. */
function lookUp(): u32 {
  const upper = <u32>(hash >>> 32);
  let slot = homeSlot(<u32>hash, slots);
  for (let probes = 0; probes < slots; probes++) {
    const entry = slotsAt + (slot << 3);
    const go: u32 = load<u32>(entry + 4);
    if (go === 0 || load<u32>(entry) === upper) return go;
    slot = slot + 1 === slots ? 0 : slot + 1;
  }
  return 0;
}

/** Reads a text of so many bytes, at `from`, and puts zeros behind it; otherwise as {@link more}. */
export function scan(from: i32, length: i32): i32 {
  at = from;
  units = 0;
  textEnd = close(from, length);
  return more();
}

/** Puts zeros behind a text, for whatever reads on a little; gives its end. */
export function close(from: i32, length: i32): i32 {
  store<u64>(from + length, 0);
  return from + length;
}

/**
 * Goes on to the end of the text or until OUT holds MOST_OUT hits or more; gives how many there are, and whether that was all
 * by {@link isRead}. Each is HIT_WORDS words: start and end in UTF-16 units (bit 31 of the end: a dot follows that belongs to the
 * name), which names end here, the initials (bit i: word i begins with no small letter), and start and
 * length in bytes. Those that begin at one word stand together, the shorter first.
 */
export function more(): i32 {
  found = 0;
  let place = at;
  // Bytes less UTF-16 units so far.
  let shift = place - units;
  while (place < textEnd) {
    if (<i32>load<u8>(place) < EXTENDED_END) {
      wide = 0;
      place = pass(place);
      shift += wide;
      if (place >= textEnd) break;
    }
    const from = place;
    const before = shift;
    let read = SEED;
    // ASCII letters and digits, eight at a time: small, they are what they fold to.
    let small: u64 = 0;
    let bits: u64 = 64;
    for (;;) {
      const bytes = load<u64>(place);
      small = bytes | EACH_0X20;
      const low = bytes & EACH_0X7F;
      const lowSmall = small & EACH_0X7F;
      // A sum sets a byte's upper bit where the byte is not below a bound: a, { (after z), 0, : (after 9).
      const alpha = (lowSmall + EACH_0X1F) & ~(lowSmall + EACH_0X05);
      const digit = (low + EACH_0X50) & ~(low + EACH_0X46);
      const others = ~((alpha | digit) & ~bytes) & EACH_0X80;
      if (others !== 0) {
        bits = <u64>ctz(others) & ~7;
        break;
      }
      read = mixed(read, small);
      place += 8;
    }
    let held = small & (((<u64>1) << bits) - 1);
    place += <i32>(bits >>> 3);
    let byte: i32 = load<u8>(place);
    // Then letters of one or two bytes that fold to one.
    let latin = true;
    const plain = byte < 0x80;
    if (!plain) {
      for (; byte < 0xe0; byte = load<u8>(place)) {
        const wide = byte >= 0x80;
        const kind: i32 = load<u16>(CLASSES + ((wide ? ((byte & 0x1f) << 6) | (load<u8>(place + 1) & 0x3f) : byte) << 1));
        if (kind < LETTER || kind >= EXPANDED) break;
        place++;
        if (wide) {
          place++;
          shift++;
        }
        let folded: u64 = kind;
        if (kind >= 0x80) {
          // As words.ts holds a unit beyond ASCII; below U+0800 none takes three bytes.
          latin = false;
          held |= (0x80 | (folded & 0x7f)) << bits;
          bits += 8;
          if (bits === 64) {
            read = mixed(read, held);
            held = bits = 0;
          }
          folded = 0x80 | (folded >>> 7);
        }
        held |= folded << bits;
        bits += 8;
        if (bits === 64) {
          read = mixed(read, held);
          held = bits = 0;
        }
      }
    }
    if (place === from && plain) {
      place++;
      continue;
    }
    if (place !== from && (plain || endsWord(place, latin))) {
      if (bits !== 0) read = mixed(read, held);
      // Over a space to the next word.
      if (byte === SPACE_UNIT) place++;
      if (mayBegin(read)) {
        chain(from, from - before);
        if (found >= MOST_OUT) break;
      }
      continue;
    }
    // Anything else goes the long way from the word's start.
    place = from;
    shift = before;
    if (!isWordAt(from)) {
      place += size;
      shift += size === 4 ? 2 : size - 1;
      continue;
    }
    begin();
    readWord(from);
    place = next;
    shift += place - from - unitsBetween(from, place);
    if (mayBegin(hash)) {
      chain(from, from - before);
      if (found >= MOST_OUT) break;
    }
  }
  at = place;
  units = place - shift;
  return found;
}

/** Is the text at its end? */
export function isRead(): bool {
  return at >= textEnd;
}

/**
 * From a place where no word goes on to the next word that a name may begin with: most words of a page begin small, and most names
 * do not. Goes over ASCII, sixteen bytes at a time, and small Latin letters, up to a capital, a digit, two small letters of `starts` that begin a word, or
 * any other character; then back to the start of the word that it stands in.
 */
function pass(from: i32): i32 {
  let place = from;
  for (;;) {
    const chunk = v128.load(place);
    const previous = v128.load(place - 1);
    const following = v128.load(place + 1);
    const lead = v128.and(i8x16.eq(chunk, i8x16.splat(<i8>ACCENTED)), accent(following));
    const tail = v128.and(i8x16.eq(previous, i8x16.splat(<i8>ACCENTED)), accent(chunk));
    const capital = below(i8x16.sub(chunk, i8x16.splat(0x41)), SMALL_LETTERS);
    const digit = below(i8x16.sub(chunk, i8x16.splat(0x30)), 10);
    // The upper bit of a byte is set where it is no ASCII.
    const others = v128.andnot(chunk, v128.or(lead, tail));
    let stops = i8x16.bitmask(v128.or(v128.or(capital, digit), others));
    if (someSmall) {
      // What was gone over is small letters where it is a letter; before `from` nothing counts.
      const start = v128.or(lead, below(i8x16.sub(chunk, i8x16.splat(<i8>SMALL_A)), SMALL_LETTERS));
      const within = v128.or(previous, below(i8x16.sub(previous, i8x16.splat(<i8>SMALL_A)), SMALL_LETTERS));
      let starts = i8x16.bitmask(v128.andnot(start, within));
      if (place === from) starts |= i8x16.bitmask(start) & 1;
      // Those before the first stop.
      for (starts &= (stops - 1) & ~stops; starts !== 0; starts &= starts - 1) {
        if (mayBeginSmall(place + ctz(starts))) {
          stops |= starts & -starts;
          break;
        }
      }
    }
    const leads = i8x16.bitmask(lead);
    if (stops === 0) {
      wide += popcnt(leads);
      place += 16;
      if (place >= textEnd) return place;
      continue;
    }
    const passed = ctz(stops);
    wide += popcnt(leads & ((1 << passed) - 1));
    place += passed;
    if (place >= textEnd) return place;
    const first: i32 = load<u8>(place);
    if (first < EXTENDED || first >= EXTENDED_END || (someSmall && !isWithin(from, place))) break;
    const unit = unitAt(place);
    if (classOf(unit) >= 0x80 || load<u8>(CASES + unit) !== SMALL) break;
    wide++;
    place += 2;
  }
  for (; isWithin(from, place); place--) if ((load<u8>(place - 1) & 0xc0) === 0x80) wide--;
  return place;
}

/** May a name begin with the small letter at `at`? Of any but ASCII it is not asked. */
function mayBeginSmall(at: i32): bool {
  const first: i32 = load<u8>(at);
  const second: i32 = load<u8>(at + 1);
  if (first >= 0x80 || second >= 0x80) return true;
  const letter = (second | 0x20) - SMALL_A;
  return ((load<u32>(startsAt + ((first - SMALL_A) << 2)) >>> (<u32>letter < <u32>SMALL_LETTERS ? letter : SMALL_LETTERS)) & 1) !== 0;
}

/** Bytes below a bound, none of them signed. */
function below(bytes: v128, bound: i32): v128 {
  return i8x16.lt_u(bytes, i8x16.splat(<i8>bound));
}

/** Second bytes of small letters after ACCENTED. */
function accent(bytes: v128): v128 {
  return v128.andnot(i8x16.ge_u(bytes, i8x16.splat(<i8>FIRST_ACCENTED)), i8x16.eq(bytes, i8x16.splat(<i8>DIVISION)));
}

/** Does a letter end before `place`, of those that were gone over since `from`? */
function isWithin(from: i32, place: i32): bool {
  const byte: i32 = load<u8>(place - 1);
  return place > from && (byte >= 0x80 || <u32>(byte - SMALL_A) < <u32>SMALL_LETTERS);
}

/**
 * Does the character at `place` surely end the word before it? `latin`: of letters that fold to ASCII, within
 * which no apostrophe stands.
 */
function endsWord(place: i32, latin: bool): bool {
  const unit = unitAt(place);
  if (size === 4) return true;
  const kind = classOf(unit);
  return kind < LETTER && kind !== IGNORABLE && kind !== MARK && (latin || kind !== APOSTROPHE);
}

function mayBegin(word: u64): bool {
  const bit = filterBit(<u32>(word >>> 32));
  return ((load<u32>(filterAt + ((bit >>> 5) << 2)) >>> (bit & 31)) & 1) !== 0;
}

/**
 * Finds the names that begin with the word at `from`. One initial that the name does not have may stand between its words:
 * "Donald J. Trump".
 */
function chain(from: i32, startUnits: i32): void {
  let initials = 0;
  let word = 0;
  let passed = false;
  // The hash before the separator, to go back to when the word after it is a foreign initial.
  let before: u64 = 0;
  let place = from;
  begin();
  for (;;) {
    readWord(place);
    const go = lookUp();
    if (go === 0 && word > 0 && !passed && isInitial(place)) {
      passInitial(before);
      passed = true;
    } else {
      if (word < MOST_INITIALS && caseOf(unitAt(place)) !== SMALL) initials |= 1 << word;
      const which = go & WHICH;
      if (which !== 0) emit(from, startUnits, isDotted(), which, initials);
      if ((go & CONTINUES) === 0) return;
      before = hash;
      word++;
    }
    if (!readSeparator(textEnd)) return;
    place = next;
  }
}

function emit(from: i32, startUnits: i32, dotted: bool, which: u32, initials: i32): void {
  const hit = OUT + found * HIT_WORDS * 4;
  const endUnits = startUnits + unitsBetween(from, end);
  store<i32>(hit, startUnits);
  store<i32>(hit + 4, dotted ? endUnits | 0x80000000 : endUnits);
  store<u32>(hit + 8, which);
  store<i32>(hit + 12, initials);
  store<i32>(hit + 16, from);
  store<i32>(hit + 20, end - from);
  found++;
}

/**
 * Reads the name at `from` into OUT, the hash of each prefix that ends at a word's end, lower half first; gives their number, 0 where the text
 * holds no word, or words that no separator rule reaches: half a name is another name.
 */
export function spell(from: i32, length: i32): i32 {
  const stop = close(from, length);
  let place = nextWordStart(from, stop);
  if (place >= stop) return 0;
  let prefixes = 0;
  begin();
  for (;;) {
    readWord(place);
    if (prefixes === MOST_OUT) return 0;
    store<u64>(OUT + (prefixes << 3), hash);
    prefixes++;
    if (!readSeparator(stop)) break;
    place = next;
  }
  return nextWordStart(next, stop) < stop ? 0 : prefixes;
}

/**
 * How the words of a stretch of text are capitalised, into LETTER_CASE: initials, capitals, letters that have case, those in capitals,
 * whether each word is a capital and small letters, and the pattern's hash (text/letter-case.ts).
 */
export function letterCase(from: i32, length: i32): void {
  const stop = from + length;
  let initials = 0;
  let capitals = 0;
  let cased = 0;
  let upper = 0;
  let capitalised = true;
  let pattern = 0;
  let word = 0;
  for (let place = nextWordStart(from, stop); place < stop; place = nextWordStart(next, stop)) {
    readWord(place);
    const bit = word < MOST_INITIALS ? 1 << word : 0;
    word++;
    const first = caseOf(unitAt(place));
    if (first === CAPITAL) capitals |= bit;
    if (first !== SMALL) initials |= bit;
    for (let letter = place; letter < end && letter < stop; letter += size) {
      const written = caseOf(unitAt(letter));
      if (written === 0) continue;
      cased++;
      if (written === CAPITAL) upper++;
      if ((written === CAPITAL) !== (letter === place)) capitalised = false;
      pattern = (pattern * 33 + (written === CAPITAL ? 2 : 1)) & 0x3fffffff;
    }
  }
  store<i32>(LETTER_CASE, initials);
  store<i32>(LETTER_CASE + 4, capitals);
  store<i32>(LETTER_CASE + 8, cased);
  store<i32>(LETTER_CASE + 12, upper);
  store<i32>(LETTER_CASE + 16, capitalised ? 1 : 0);
  store<i32>(LETTER_CASE + 20, pattern);
}
