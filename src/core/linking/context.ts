/**
 * What stands around a match: the word before and after, where the sentence and the line begin, how the line is
 * capitalised. Reads a bounded stretch of text on each side. Knows no names and no actors.
 */

import { classOf, isUpper } from '../text/characters';
import { HYPHEN, IGNORABLE, LETTER, MARK, SPACE } from '../text/classes';

/** Longest stretch looked at on each side, in UTF-16 units: a long word and a title. */
const REACH = 60;
/** Lines longer than this are prose, whatever their capitals. */
const LONGEST_HEADLINE = 200;
/** Words of at least this many letters tell title case from sentence case; shorter ones stay small in both. */
const TELLING_LETTERS = 4;
/** Fewer prove no title case: they may be a list of names. */
const FEWEST_TELLING_WORDS = 5;
/** Share of capitalised telling words from which a line is in title case, and of capitals among letters from which it is in capitals. */
const TITLE_SHARE = 0.75;
/** Headlines have no full stop. */
const FULL_STOP = /\.["”“»’)]*\s*$/u;

/** A word directly beside a match. */
export interface Neighbour {
  readonly word: string;
  /** What parts it from the match: spaces, or one hyphen. */
  readonly hyphen: boolean;
  /** Offset of its first unit. */
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  readonly allCapitals: boolean;
}

const STOP = 0x2e;
const SENTENCE_START = /(?:^|[.!?…:;•|\n"“„«»‘(–—]|--)\s*["'“„«‘(]*$/u;
/** Room for a full stop, a dash, a quotation mark and the spaces between them. */
const SENTENCE_REACH = 6;

// Written as loops over units: compiling regular expressions of letters would take longer than reading a page.

const isLetter = (unit: number): boolean => classOf(unit) >= LETTER;
/** Belongs to a word though it can't begin one: accents, soft hyphens. */
const isInside = (unit: number): boolean => {
  const kind = classOf(unit);
  return kind >= LETTER || kind === MARK || kind === IGNORABLE;
};
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isSpace = (unit: number): boolean => unit === 0x20 || classOf(unit) === SPACE;
export const isHyphen = (unit: number): boolean => classOf(unit) === HYPHEN;
/** A hyphen that joins the parts of one word; the en dash parts words. */
const joinsWords = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

/** The word directly before `start`, with the full stop of an abbreviation; null where punctuation or the text's edge stands there. */
export function before(text: string, start: number): Neighbour | null {
  const least = Math.max(0, start - REACH);
  let at = start - 1;
  if (at < least) return null;
  const hyphen = isHyphen(text.charCodeAt(at));
  if (hyphen) at--;
  else {
    if (!isSpace(text.charCodeAt(at))) return null;
    while (at >= least && isSpace(text.charCodeAt(at))) at--;
  }
  const end = at + 1;
  if (text.charCodeAt(at) === STOP) at--;
  let first = -1;
  for (; at >= least; at--) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit)) first = at;
    else if (isInside(unit)) continue;
    else if (first !== at + 1 || !(joinsWords(unit) || isApostrophe(unit)) || !isInside(text.charCodeAt(at - 1))) break;
  }
  return first < 0 ? null : neighbour(text, first, end, hyphen);
}

/** The word directly after `end`, null where punctuation or the text's edge stands there. */
export function after(text: string, end: number): Neighbour | null {
  const most = Math.min(text.length, end + REACH);
  let at = end;
  if (at >= most) return null;
  const hyphen = isHyphen(text.charCodeAt(at));
  if (hyphen) at++;
  else {
    if (!isSpace(text.charCodeAt(at))) return null;
    while (at < most && isSpace(text.charCodeAt(at))) at++;
  }
  const first = at;
  if (!isLetter(text.charCodeAt(first))) return null;
  for (at++; at < most; at++) {
    const unit = text.charCodeAt(at);
    if (!isInside(unit) && !(joinsWords(unit) && isLetter(text.charCodeAt(at + 1)))) break;
  }
  return neighbour(text, first, at, hyphen);
}

function neighbour(text: string, start: number, end: number, hyphen: boolean): Neighbour {
  const capital = isUpper(text.charCodeAt(start));
  return { word: text.slice(start, end), hyphen, start, end, capital, allCapitals: capital && isAllCapitals(text, start, end) };
}

/** "NATO", "U.S.", "G-20"; but an initial is none. */
function isAllCapitals(text: string, start: number, end: number): boolean {
  if (end - start < 2 || (end - start === 2 && text.charCodeAt(start + 1) === STOP)) return false;
  for (let at = start + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!isUpper(unit) && unit !== STOP && unit !== 0x2d && !(unit >= 0x30 && unit <= 0x39)) return false;
  }
  return true;
}

/** May a sentence begin at this offset? After quotation marks and dashes too: there a capital proves nothing. */
export function startsSentence(text: string, at: number): boolean {
  return SENTENCE_START.test(text.slice(Math.max(0, at - SENTENCE_REACH), at));
}

/** How a line is set. `short-title`: a headline of few words, or names side by side. */
export type LineCase = 'sentence' | 'short-title' | 'title' | 'capitals';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const LINE_BREAK = 0x0a;

/**
 * How the line around an offset is set. Answers are kept per line: make one reader for a text.
 * `names`: stretches whose capitals say nothing of the line, sorted by start.
 */
export function createLineReader(text: string, names: readonly Stretch[] = []): (at: number) => LineCase {
  const known = new Map<number, LineCase>();
  return (at) => {
    // Whatever lies further away than the longest headline need not be looked for.
    let start = at;
    while (start > 0 && text.charCodeAt(start - 1) !== LINE_BREAK) if (at - --start > LONGEST_HEADLINE) return 'sentence';
    let answer = known.get(start);
    if (!answer) {
      let end = at;
      while (end < text.length && end - start <= LONGEST_HEADLINE && text.charCodeAt(end) !== LINE_BREAK) end++;
      answer = end - start > LONGEST_HEADLINE ? 'sentence' : lineCase(text, start, end, names);
      known.set(start, answer);
    }
    return answer;
  };
}

function lineCase(text: string, start: number, end: number, names: readonly Stretch[]): LineCase {
  let letters = 0;
  let capitals = 0;
  let sideBySide = false;
  let telling = 0;
  let capitalised = 0;
  let name = 0;
  /** The run of letters at hand, outside names: its length, and whether it began with a capital. */
  let run = 0;
  let big = false;
  /** The last that was no space was a letter, and spaces followed. */
  let gap = false;
  let letterBefore = false;
  for (let at = start; at <= end; at++) {
    const unit = at < end ? text.charCodeAt(at) : LINE_BREAK;
    const kind = classOf(unit);
    const letter = kind >= LETTER && !isDigit(unit);
    while (name < names.length && (names[name]?.end ?? 0) <= at) name++;
    const named = (names[name]?.start ?? end) <= at;
    if (letter) {
      const upper = isUpper(unit);
      letters++;
      if (upper) capitals++;
      sideBySide ||= gap;
      if (!named) {
        if (run === 0) big = upper;
        run++;
      }
    } else if (kind === MARK && run > 0) run++;
    if ((!letter && kind !== MARK) || named) {
      if (run >= TELLING_LETTERS) {
        telling++;
        if (big) capitalised++;
      }
      run = 0;
    }
    gap = kind === SPACE && (gap || letterBefore);
    letterBefore = letter;
  }
  // "JOIN US NOW", over all letters; but a list of abbreviations is none: two words stand side by side.
  if (capitals >= letters * TITLE_SHARE && sideBySide) return 'capitals';
  if (telling === 0 || capitalised < telling * TITLE_SHARE || FULL_STOP.test(text.slice(start, end))) return 'sentence';
  if (telling >= FEWEST_TELLING_WORDS) return 'title';
  return capitalised === telling ? 'short-title' : 'sentence';
}

/** Words that German prose can hardly do without and other languages hardly have. */
const GERMAN = /\s(?:und|ist|für|nicht|wird|auch|eine[rnms]?|dass|sich|beim|zum|zur|im|dem|auf|bei|nach)(?=\s)/g;
/** German capitalises nouns: in such a text a capital before a surname says nothing. */
const GERMAN_HITS = 3;
/** Text enough to tell the language. */
const SAMPLE = 3000;

export function looksGerman(texts: readonly string[]): boolean {
  let sample = '';
  for (const text of texts) {
    sample += ` ${text.slice(0, SAMPLE)} `;
    if (sample.length > SAMPLE) break;
  }
  return (sample.match(GERMAN)?.length ?? 0) >= GERMAN_HITS;
}

/** The beginning of an article (UTF-16 units) in which small words are looked for: its way of writing shows long before. */
const SMALL_WORDS_REACH = 500_000;
/** What a word would be part of, before and after it: a longer word, an address, a tag. */
const JOINED_BEFORE = /[\p{L}\p{N}#@./_-]/u;
const JOINED_AFTER = /[\p{L}\p{N}@/_-]/u;

/** What those leave as whole words, and a word that is one of them. */
const WHOLE = /(?<![\p{L}\p{N}#@./_-])[\p{L}\p{N}@/_-]+/gu;
const IS_WHOLE = /^[\p{L}\p{N}@/_-]+$/u;
/** What apostrophes, stops and accents part a word into, and a word of so many such parts, with one sign behind it or none: "d’Orsay", "U.S." */
const PART = /[\p{L}\p{N}@/_-]+/gu;
const MOST_PARTS = 4;
const IS_PARTED = /^[\p{L}\p{N}@/_-]+(?:[^\s\p{L}\p{N}@/_-]+[\p{L}\p{N}@/_-]+){0,3}[^\s\p{L}\p{N}@/_\-\u{10000}-\u{10ffff}]?$/u;
/** Searches after which the article's words are listed instead: a usual one needs fewer, and they cost less than the list. */
export const MOST_SEARCHES = 200;

/**
 * Says whether the article holds a word, written so. Linear in the article, however many words are asked for: what is no word (it has spaces, or
 * too many parts) is looked for as often as words are searched, and is not held after that.
 */
export function createWords(texts: readonly string[]): (word: string) => boolean {
  const known = new Map<string, boolean>();
  let whole: Set<string> | null = null;
  let parted: Set<string> | null = null;
  let others = 0;
  const look = (word: string): boolean => {
    if (known.size < MOST_SEARCHES) return occurs(texts, word);
    if (IS_WHOLE.test(word)) {
      whole ??= listed(texts, addWhole);
      return whole.has(word);
    }
    if (IS_PARTED.test(word)) {
      parted ??= listed(texts, addParted);
      return parted.has(word);
    }
    return others++ < MOST_SEARCHES && occurs(texts, word);
  };
  return (word) => {
    const answer = known.get(word) ?? look(word);
    known.set(word, answer);
    return answer;
  };
}

/** Says whether the article writes a word in small letters somewhere. */
export function createSmallWords(texts: readonly string[]): (word: string) => boolean {
  const has = createWords(texts);
  return (word) => has(word.toLowerCase());
}

function listed(texts: readonly string[], add: (words: Set<string>, text: string) => void): Set<string> {
  const words = new Set<string>();
  let read = 0;
  for (const text of texts) {
    add(words, text);
    read += text.length;
    if (read > SMALL_WORDS_REACH) break;
  }
  return words;
}

function addWhole(words: Set<string>, text: string): void {
  for (const word of text.match(WHOLE) ?? []) words.add(word);
}

/** Adds what begins at one part and ends at one of the next, with no space between them. */
function addParted(words: Set<string>, text: string): void {
  let starts: number[] = [];
  let end = 0;
  for (const { 0: part, index } of text.matchAll(PART)) {
    if (/\s/.test(text.slice(end, index))) starts = [];
    end = index + part.length;
    // A part that a stop stands before begins no word; it takes its place among the others'.
    starts = [...starts, JOINED_BEFORE.test(text.charAt(index - 1)) ? -1 : index].slice(-MOST_PARTS);
    for (const start of starts) {
      if (start < 0) continue;
      words.add(text.slice(start, end));
      if (!JOINED_AFTER.test(text.charAt(end + 1))) words.add(text.slice(start, end + 1));
    }
  }
}

function occurs(texts: readonly string[], word: string): boolean {
  let read = 0;
  for (const text of texts) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!JOINED_BEFORE.test(text.charAt(at - 1)) && !JOINED_AFTER.test(text.charAt(at + word.length))) return true;
    }
    read += text.length;
    if (read > SMALL_WORDS_REACH) return false;
  }
  return false;
}
