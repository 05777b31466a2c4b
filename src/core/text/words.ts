/**
 * Reads words and what stands between them, left to right, folding and hashing as it goes. The compiler reads
 * names and the scanner reads pages with the same cursor, so that the two can't disagree on what a word is.
 * Offsets are UTF-16 units into the text as given. Knows no names.
 */
import {
  APOSTROPHE,
  COMPOSED,
  COMPOSING,
  classOf,
  classTable,
  DOT,
  EXPANDED,
  EXPANSIONS,
  HYPHEN,
  IGNORABLE,
  isCyrillic,
  isHanPair,
  isKatakana,
  isUnitScript,
  isUpper,
  LETTER,
  MARK,
  PLAIN_END,
  SPACE,
} from './characters';

/** Start values and multipliers of the two 32-bit hashes: odd constants with well spread bits. */
export const SEED_A = 0x2f0b4c47;
export const SEED_B = 0x5bd1e995;
export const MULTIPLIER_A = 0x9e3779b1;
export const MULTIPLIER_B = 0x85ebca6b;

/** Separators are hashed as values above every UTF-16 unit, so that no letter can stand for one. */
const JOIN = 0x10001;
const INITIAL = 0x10002;
/** Separators with punctuation of their own get a value from here on. */
const PUNCTUATION = 0x20000;
/** A comma, a bracket and a quote may stand between the words of a name; more punctuation is no name. */
const MAX_PUNCTUATION = 3;

/** Where the reading stands. `a` and `b` are the hash of everything read since {@link startCursor}. */
export interface Cursor {
  a: number;
  b: number;
  /** End of the last word read: after its last letter and that letter's marks. */
  end: number;
  /** First unit not consumed: after ignorables that may follow the word. */
  next: number;
  /** Letters and digits in the last word. */
  letters: number;
  /** Whether the last separator was the dot after a one-letter word: "J. D.", "U.S". */
  initial: boolean;
}

export function createCursor(): Cursor {
  return { a: SEED_A, b: SEED_B, end: 0, next: 0, letters: 0, initial: false };
}

export function startCursor(cursor: Cursor): void {
  cursor.a = SEED_A;
  cursor.b = SEED_B;
  cursor.initial = false;
}

function mix(cursor: Cursor, value: number): void {
  cursor.a = Math.imul(cursor.a ^ value, MULTIPLIER_A);
  cursor.b = (Math.imul(cursor.b ^ (cursor.b >>> 15), MULTIPLIER_B) + value) | 0;
}

function mixFolded(cursor: Cursor, folded: number): void {
  if (folded >= EXPANDED && folded < EXPANDED + EXPANSIONS.length) {
    for (const unit of EXPANSIONS[folded - EXPANDED] ?? []) mix(cursor, unit);
  } else mix(cursor, folded);
}

/** Does a word start or go on at `at`? */
export function isWordAt(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) >= LETTER || isHanPair(text, at);
}

/** The first two folded units of the word at `at`, 0 where there is no second; what a hash of the word begins with. */
export function firstTwo(text: string, at: number): readonly [number, number] {
  const units: number[] = [];
  for (let i = at; i < text.length && units.length < 2; i++) {
    const folded = classOf(text.charCodeAt(i));
    const rule = COMPOSED[folded - COMPOSING];
    if (rule && text.charCodeAt(i + 1) === rule.mark) units.push(rule.composed);
    else if (folded >= EXPANDED && folded < COMPOSING) units.push(...(EXPANSIONS[folded - EXPANDED] ?? []));
    else if (folded >= LETTER) units.push(folded);
    else if (folded !== IGNORABLE && folded !== MARK && !(folded === APOSTROPHE && isCyrillic(units[0] ?? 0))) break;
  }
  return [units[0] ?? 0, units[1] ?? 0];
}

/**
 * Reads the word that starts at `at` into the cursor. A word is a run of letters and digits, ignorables and
 * marks skipped; in Cyrillic an apostrophe between letters is part of the word (п'ять). Characters of scripts
 * without spaces are words of one character. There must be a letter at `at`.
 */
export function readWord(text: string, at: number, cursor: Cursor): void {
  const first = text.charCodeAt(at);
  if (first < PLAIN_END) {
    readLetters(text, at, false, cursor);
    return;
  }
  if (isHanPair(text, at)) {
    mix(cursor, first);
    mix(cursor, text.charCodeAt(at + 1));
    cursor.letters = 1;
    cursor.end = cursor.next = at + 2;
    return;
  }
  if (isUnitScript(first)) {
    mix(cursor, classOf(first));
    cursor.letters = 1;
    cursor.end = cursor.next = at + 1;
    return;
  }
  readLetters(text, at, isKatakana(first), cursor);
}

/** Reads a word of a script with words. */
function readLetters(text: string, at: number, katakana: boolean, cursor: Cursor): void {
  let a = cursor.a;
  let b = cursor.b;
  let i = at;
  // The letters of the table, which is most words to their end.
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = unit < PLAIN_END ? (classTable[unit] ?? 0) : 0;
    if (folded < LETTER || folded >= EXPANDED) break;
    a = Math.imul(a ^ folded, MULTIPLIER_A);
    b = (Math.imul(b ^ (b >>> 15), MULTIPLIER_B) + folded) | 0;
  }
  cursor.a = a;
  cursor.b = b;
  let letters = i - at;
  let end = i;
  // A space after it, as nearly always, and it is over.
  if (letters > 0 && text.charCodeAt(i) === 0x20) {
    cursor.letters = letters;
    cursor.end = cursor.next = i;
    return;
  }
  let last = letters > 0 ? classOf(text.charCodeAt(i - 1)) : 0;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let folded = classOf(unit);
    if (folded >= LETTER) {
      if (isUnitScript(unit) || isKatakana(unit) !== katakana) break;
      if (folded >= COMPOSING && folded < COMPOSING + COMPOSED.length) {
        const rule = COMPOSED[folded - COMPOSING];
        if (rule) folded = text.charCodeAt(i + 1) === rule.mark ? rule.composed : rule.plain;
      }
      mixFolded(cursor, folded);
      last = folded;
      letters++;
      end = i + 1;
    } else if (folded === MARK) {
      if (end === i) end = i + 1;
    } else if (folded === APOSTROPHE && isCyrillic(last) && isCyrillic(classOf(text.charCodeAt(i + 1)))) {
      // Goes on: the apostrophe is a letter here and folds away.
    } else if (folded !== IGNORABLE) break;
  }
  cursor.letters = letters;
  cursor.end = end;
  cursor.next = i;
}

/** Quotation marks in all their shapes are one. */
function canonicalPunctuation(unit: number, kind: number): number {
  if (kind === APOSTROPHE) return 0x27;
  if (kind === HYPHEN) return 0x2d;
  if (kind === DOT) return 0x2e;
  if (unit === 0xab || unit === 0xbb || (unit >= 0x201c && unit <= 0x201f)) return 0x22;
  return unit;
}

/**
 * Reads what stands between the word just read and the next one into the cursor, and leaves `next` at the next
 * word's start; false where no name can go on (end of text, too much punctuation).
 * Spaces of any kind and number, one hyphen without spaces, and nothing at all (scripts without spaces) are the
 * same joiner. A dot after a one-letter word joins initials, with or without a space. Everything else is hashed
 * as it stands, so that only a name written with it goes on across it: "Paris. Hilton" is not "Paris Hilton".
 */
export function readSeparator(text: string, cursor: Cursor): boolean {
  // One space and a letter, as nearly always: nothing to weigh.
  const following = text.charCodeAt(cursor.next + 1);
  if (text.charCodeAt(cursor.next) === 0x20 && following < PLAIN_END && classOf(following) >= LETTER) {
    mix(cursor, JOIN);
    cursor.initial = false;
    cursor.next++;
    return true;
  }
  let punctuation = 0;
  let value = 0;
  let only = 0;
  let spaced = false;
  for (let i = cursor.next; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = classOf(unit);
    if (kind >= LETTER || isHanPair(text, i)) {
      const afterInitial = punctuation === 1 && only === 0x2e && cursor.letters === 1;
      if (punctuation === 0 || (punctuation === 1 && only === 0x2d && !spaced)) mix(cursor, JOIN);
      else if (afterInitial) mix(cursor, INITIAL);
      else mix(cursor, PUNCTUATION + value * 2 + (spaced && only !== 0x26 ? 1 : 0));
      cursor.initial = afterInitial;
      cursor.next = i;
      return true;
    }
    if (kind === SPACE) spaced = true;
    else if (kind !== IGNORABLE && kind !== MARK) {
      if (++punctuation > MAX_PUNCTUATION) return false;
      only = punctuation === 1 ? canonicalPunctuation(unit, kind) : 0;
      value = (Math.imul(value, 31) + canonicalPunctuation(unit, kind)) & 0xfffffff;
    }
  }
  return false;
}

/** Was the word just read, which began at `at`, one capital letter with a dot and a space after it? */
export function isInitial(text: string, at: number, cursor: Cursor): boolean {
  return (
    cursor.letters === 1 &&
    isUpper(text.charCodeAt(at)) &&
    text.charCodeAt(cursor.end) === 0x2e &&
    cursor.next === cursor.end &&
    classOf(text.charCodeAt(cursor.end + 1)) === SPACE
  );
}

/** Moves past the dot of an initial as if the initial were not there: what follows is joined by its spaces. */
export function passInitial(cursor: Cursor): void {
  cursor.next = cursor.end + 1;
  cursor.letters = 0;
}

/** First word start at or after `at`; -1 where the rest holds no word. */
export function nextWordStart(text: string, at: number): number {
  for (let i = at; i < text.length; i++) if (isWordAt(text, i)) return i;
  return -1;
}
