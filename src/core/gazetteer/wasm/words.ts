/**
 * Reads words and what stands between them, left to right, folding and hashing as it goes. The compiler reads names and the
 * scanner reads pages with these same functions, so that the two can't disagree on what a word is.
 * Places are bytes of the text in memory; behind its end stand zeros, which end every word. Knows no names.
 */
import {
  APOSTROPHE,
  COMPOSING,
  COMPOSING_END,
  DOT,
  EXPANDED,
  HAN_FIRST,
  HAN_LAST,
  HYPHEN,
  IGNORABLE,
  isCyrillic,
  isKatakana,
  isUnitScript,
  LETTER,
  MARK,
  PLAIN_END,
  SPACE,
} from '../../text/classes';
import { CAPITAL, CLASSES, COMPOSED, EXPANSIONS } from './layout';
import { caseOf, classOf, codePointAt, size, unitAt } from './text';

/** Start value and multiplier of the hash: odd constants with well spread bits. */
export const SEED: u64 = 0x2f0b4c475bd1e995;
const MULTIPLIER: u64 = 0x9e3779b185ebca6b;

/** Separators are hashed as values that no eight letters give. */
export const JOIN: u64 = 0x10001;
const INITIAL: u64 = 0x10002;
/** Separators with punctuation of their own get a value from here on. */
const PUNCTUATION: u64 = 0x2000000000;
/** A comma, a bracket and a quote may stand between the words of a name; more punctuation is no name. */
const MAX_PUNCTUATION = 3;

const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const HYPHEN_UNIT = 0x2d;
const STOP = 0x2e;

/** The hash of everything read since {@link begin}. */
export let hash: u64 = SEED;
/** Letters of the present word that are not hashed yet, at most eight bytes, and how many bits of them there are. */
let held: u64 = 0;
let bits: u64 = 0;
/** End of the last word read: after its last letter and that letter's marks. */
export let end: i32 = 0;
/** First byte not consumed: after ignorables that may follow the word. */
export let next: i32 = 0;
/** Letters and digits in the last word. */
export let letters: i32 = 0;
/** Was the last separator the dot after a word of one letter: "J. D.", "U.S"? */
export let initial: bool = false;

export function begin(): void {
  hash = SEED;
  initial = false;
}

/** The hash with eight bytes more: both halves of it are good. */
export function mixed(before: u64, value: u64): u64 {
  const product = (before ^ value) * MULTIPLIER;
  return product ^ (product >>> 32);
}

function hold(byte: i32): void {
  held |= (<u64>byte) << bits;
  bits += 8;
  if (bits === 64) release();
}

/** Hashes what is held; at the end of each word. */
function release(): void {
  if (bits === 0) return;
  hash = mixed(hash, held);
  held = 0;
  bits = 0;
}

/** A folded unit: ASCII is a byte, as scan.ts has it eight at a time; others are two or three. */
function mix(unit: i32): void {
  if (unit < 0x80) {
    hold(unit);
    return;
  }
  hold(0x80 | (unit & 0x7f));
  hold(0x80 | ((unit >>> 7) & 0x7f));
  if (unit >= 0x4000) hold(0x80 | (unit >>> 14));
}

function mixFolded(folded: i32): void {
  if (folded < EXPANDED || folded >= COMPOSING) {
    mix(folded);
    return;
  }
  let at = EXPANSIONS + ((folded - EXPANDED) << 2);
  for (let unit: i32 = load<u8>(at); unit !== 0; unit = load<u8>(++at)) mix(unit);
}

/** Does a character of four bytes stand at `at` that is Han? Each is a word. */
function isHan(at: i32): bool {
  const point = codePointAt(at);
  return point >= HAN_FIRST && point < HAN_LAST;
}

/** Does a word start or go on at `at`? Reads the character for `size`. */
export function isWordAt(at: i32): bool {
  const unit = unitAt(at);
  return size === 4 ? isHan(at) : classOf(unit) >= LETTER;
}

/**
 * Reads the word that starts at `at`. A word is a run of letters and digits, ignorables and marks skipped; in Cyrillic an
 * apostrophe between letters is part of the word (п'ять). Characters of scripts without spaces are words of one character.
 */
export function readWord(at: i32): void {
  const first = unitAt(at);
  if (first < PLAIN_END) {
    readLetters(at, false);
    return;
  }
  if (size === 4) {
    mix(first);
    mix(0xdc00 + (codePointAt(at) & 0x3ff));
  } else if (isUnitScript(first)) mix(classOf(first));
  else {
    readLetters(at, isKatakana(first));
    return;
  }
  release();
  letters = 1;
  end = next = at + size;
}

/** Reads a word of a script with words. */
function readLetters(from: i32, katakana: bool): void {
  let at = from;
  let last = 0;
  let count = 0;
  let ends = from;
  // Letters of one or two bytes that fold to one, which is most words to their end.
  for (;;) {
    const byte: i32 = load<u8>(at);
    if (katakana || byte >= 0xe0) break;
    const folded: i32 = load<u16>(CLASSES + ((byte < 0x80 ? byte : ((byte & 0x1f) << 6) | (load<u8>(at + 1) & 0x3f)) << 1));
    if (folded < LETTER || folded >= EXPANDED) break;
    mix(folded);
    last = folded;
    count++;
    at += byte < 0x80 ? 1 : 2;
    ends = at;
  }
  for (;;) {
    const unit = unitAt(at);
    if (size === 4) break;
    const after = at + size;
    let folded = classOf(unit);
    if (folded >= LETTER) {
      if (unit >= PLAIN_END && (isUnitScript(unit) || isKatakana(unit) !== katakana)) break;
      if (unit < PLAIN_END && katakana) break;
      if (folded >= COMPOSING && folded < COMPOSING_END) {
        const rule = COMPOSED + ((folded - COMPOSING) << 3);
        folded = unitAt(after) === load<u16>(rule + 2) ? load<u16>(rule + 4) : load<u16>(rule);
      }
      mixFolded(folded);
      last = folded;
      count++;
      ends = after;
    } else if (folded === MARK) {
      if (ends === at) ends = after;
    } else if (folded === APOSTROPHE && isCyrillic(last) && isCyrillic(classOf(unitAt(after)))) {
      // Goes on: the apostrophe is a letter here and folds away.
    } else if (folded !== IGNORABLE) break;
    at = after;
  }
  release();
  letters = count;
  end = ends;
  next = at;
}

/** Quotation marks in all their shapes are one. */
function canonicalPunctuation(unit: i32, kind: i32): i32 {
  if (kind === APOSTROPHE) return SINGLE_QUOTE;
  if (kind === HYPHEN) return HYPHEN_UNIT;
  if (kind === DOT) return STOP;
  if (unit === 0xab || unit === 0xbb || (unit >= 0x201c && unit <= 0x201f)) return QUOTE;
  return unit;
}

/**
 * Reads what stands between the word just read and the next one, and leaves `next` at the next word's start; false where no
 * name can go on (end of text, too much punctuation).
 * Spaces of any kind and number, one hyphen without spaces, and nothing at all (scripts without spaces) are the same joiner.
 * A dot after a one-letter word joins initials, with or without a space. Everything else is hashed as it stands, so that only
 * a name written with it goes on across it: "Paris. Hilton" is not "Paris Hilton".
 */
export function readSeparator(textEnd: i32): bool {
  let punctuation = 0;
  let value = 0;
  let only = 0;
  let spaced = false;
  for (let at = next; at < textEnd; ) {
    const unit = unitAt(at);
    const pair = size === 4;
    const after = at + size;
    const kind = pair ? 0 : classOf(unit);
    if (kind >= LETTER || (pair && isHan(at))) {
      const afterInitial = punctuation === 1 && only === STOP && letters === 1;
      if (punctuation === 0 || (punctuation === 1 && only === HYPHEN_UNIT && !spaced)) hash = mixed(hash, JOIN);
      else if (afterInitial) hash = mixed(hash, INITIAL);
      else hash = mixed(hash, PUNCTUATION + <u64>value * 2 + (spaced && only !== AMPERSAND ? 1 : 0));
      initial = afterInitial;
      next = at;
      return true;
    }
    if (kind === SPACE) spaced = true;
    else if (kind !== IGNORABLE && kind !== MARK) {
      // A pair counts as its two halves.
      punctuation += pair ? 2 : 1;
      if (punctuation > MAX_PUNCTUATION) return false;
      const canonical = canonicalPunctuation(unit, kind);
      only = punctuation === 1 ? canonical : 0;
      value = (value * 31 + canonical) & 0xfffffff;
      if (pair) value = (value * 31 + (0xdc00 + (codePointAt(at) & 0x3ff))) & 0xfffffff;
    }
    at = after;
  }
  return false;
}

/** Was the word just read, which began at `at`, one capital letter with a dot and a space after it? */
export function isInitial(at: i32): bool {
  return letters === 1 && next === end && load<u8>(end) === STOP && caseOf(unitAt(at)) === CAPITAL && classOf(unitAt(end + 1)) === SPACE;
}

/** Moves past the dot of an initial as if the initial were not there, back to the hash before it: spaces join what follows. */
export function passInitial(before: u64): void {
  hash = before;
  next = end + 1;
  letters = 0;
}

/** Does the word just read end with the dot of an abbreviation, "U.S."? */
export function isDotted(): bool {
  return initial && letters === 1 && load<u8>(end) === STOP;
}

/** First word start at or after `at`; `textEnd` or beyond where there is none. */
export function nextWordStart(at: i32, textEnd: i32): i32 {
  while (at < textEnd && !isWordAt(at)) at += size;
  return at;
}
