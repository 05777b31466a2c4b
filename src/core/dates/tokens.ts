/**
 * Cuts text into words, numbers and signs, and reads what a number could be in a date. A number with points,
 * dashes or slashes inside stays one token, so that 1.5, 2,000, 3-1 and 12:30 never look like days or years.
 * Knows nothing of languages but how they write numeric dates.
 */
import { COMBINING, classOf, DIGIT, LETTER, pointAt, WHITE, widthOf } from '../text/character-class';
import { finish, type Steps } from '../text/steps';
import type { Slots } from './language';

export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case; typographic apostrophes and dashes as ' and –. */
  readonly text: string;
  readonly kind: 'word' | 'number' | 'sign';
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** No space between it and the token before. */
  readonly glued: boolean;
  /** A line break lies between it and the token before. */
  readonly newLine: boolean;
  /** What a number could mean; words are looked up in the language's tables. */
  readonly slots: Slots;
}

/** A number with what hangs on it: 4th, 1980s, 1990-х. */
const NUMBER = /(\d(?:[\d.,:/–-]*\d)?)((?:-(?=(?:х|ті|тих|ые|ых|их|го|е|й|му)(?!\p{L})))?[\p{L}\p{M}]*)/uy;
const IN_WORDS = LETTER | COMBINING;
/** Join parts of one word where a Cyrillic letter follows: п'ятниця. */
const APOSTROPHES = new Set("'’ʼ");
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LINE_BREAK = 0x0a;

const NONE: Slots = {};
const ORDINAL_SUFFIX = /^(?:st|nd|rd|th|er|ère|e|º|ª|-го|-е|-й|-му)$/;
/** 1980s, 1980er, 1980-х name a decade. */
const DECADE_SUFFIX = /^(?:s|er|ern|-х|-ті|-тих|-ые|-ых|-их)$/;

/** Which number comes first in 3/4/2025: the day, or nobody knows. */
export type SlashOrder = 'day-first' | 'unknown';

const dateSlots = (year: string, month: string, day: string): Slots => ({
  NUMERIC: Number(year) * 10_000 + Number(month) * 100 + Number(day),
});

/** A year range as its end years; the second may be written with two digits. Null where it runs backwards. */
function yearRange(first: string, second: string): Slots {
  const from = Number(first);
  const to = second.length === 2 ? Math.floor(from / 100) * 100 + Number(second) : Number(second);
  return from >= 1000 && from <= 2199 && to > from && to <= 2199 ? { YEARS: from * 10_000 + to } : NONE;
}

function numberSlots(digits: string, suffix: string, order: SlashOrder): Slots {
  if (/^\d+$/.test(digits)) {
    const value = Number(digits);
    const slots: { -readonly [K in keyof Slots]: Slots[K] } = {};
    const ordinal = ORDINAL_SUFFIX.test(suffix);
    if (digits.length <= 2 && value >= 1 && value <= 31 && (suffix === '' || ordinal)) slots.DAY = value;
    if (suffix !== '') {
      if (ordinal) slots.ORD = value;
      const tens = value % 10 === 0 && DECADE_SUFFIX.test(suffix);
      if (tens && digits.length === 4) slots.DECADE = value;
      // '30s and below could be this century's or last's, or somebody's age.
      if (tens && digits.length === 2 && value >= 40) slots.DECADE = 1900 + value;
      return slots;
    }
    if (digits.length <= 3 && value >= 1) slots.NUM = value;
    if (digits.length === 2) slots.SHORT_YEAR = value;
    if (digits.length === 4 && value >= 1000 && value <= 2199) slots.YEAR = value;
    return slots;
  }
  if (suffix !== '') return NONE;
  let m = /^(\d{4})[-/.](\d\d)[-/.](\d\d)$/.exec(digits);
  if (m) return dateSlots(m[1] ?? '', m[2] ?? '', m[3] ?? '');
  m = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(digits);
  if (m) return dateSlots(m[3] ?? '', m[2] ?? '', m[1] ?? '');
  m = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(digits);
  if (m) {
    const [a, b] = [Number(m[1]), Number(m[2])];
    if (order === 'day-first' || a > 12 || a === b) return dateSlots(m[3] ?? '', m[2] ?? '', m[1] ?? '');
    return b > 12 ? dateSlots(m[3] ?? '', m[1] ?? '', m[2] ?? '') : NONE;
  }
  m = /^(\d{4})(?:[-–](\d{4})|[–/](\d\d))$/.exec(digits);
  if (m) return yearRange(m[1] ?? '', m[2] ?? m[3] ?? '');
  m = /^(\d{4})-(\d\d)$/.exec(digits);
  // 2010-11 is a season of sport or school or a month; 2010-13 can only be years.
  if (m) return Number(m[2]) > 12 ? yearRange(m[1] ?? '', m[2] ?? '') : NONE;
  m = /^(\d{1,2})\.?[-–/](\d{1,2})$/.exec(digits);
  if (m) {
    const [from, to] = [Number(m[1]), Number(m[2])];
    return from >= 1 && from < to && to <= 31 ? { DAYS: from * 100 + to } : NONE;
  }
  m = /^(\d{1,2})\.(\d{1,2})$/.exec(digits);
  if (m) return { DOTTED: Number(m[2]) * 100 + Number(m[1]) };
  return NONE;
}

const inWords = (point: number): boolean => point >= 0 && (classOf(point) & IN_WORDS) !== 0;

/** End of the run of letters that begins at `at`. */
function lettersEnd(text: string, at: number): number {
  let end = at;
  for (let point = pointAt(text, end); inWords(point); point = pointAt(text, end)) end += widthOf(point);
  return end;
}

/** End of the word that begins at `at`; `at` where none does. */
function wordEnd(text: string, at: number): number {
  let end = lettersEnd(text, at);
  // Q3 is one word.
  if (end === at + 1 && text.charAt(at) === 'Q' && /[1-4]/.test(text.charAt(end))) {
    const next = pointAt(text, end + 1);
    if (next < 0 || !(classOf(next) & (IN_WORDS | DIGIT))) return end + 1;
  }
  while (end > at && APOSTROPHES.has(text.charAt(end)) && isCyrillicAt(text, end + 1)) end = lettersEnd(text, end + 1);
  return end;
}

function isCyrillicAt(text: string, at: number): boolean {
  const point = pointAt(text, at);
  return inWords(point) && CYRILLIC.test(String.fromCodePoint(point));
}

/** What a word or sign is wherever it stands: worked out once for all its places. */
type Written = Pick<Token, 'text' | 'kind' | 'capital'>;

function written(found: string): Written {
  const first = found.charAt(0);
  return {
    text: /[’‘]/.test(first) ? "'" : /[—−‐‑]/.test(first) ? '–' : found.toLowerCase().replace(/[’ʼ]/g, "'"),
    kind: /[\p{L}\p{M}]/u.test(first) ? 'word' : 'sign',
    capital: first !== first.toLowerCase(),
  };
}

/**
 * Tokens of a text, with UTF-16 offsets. A number glued to a letter or a sign of money before it (A380, $1995) means nothing.
 */
export const tokenize = (text: string, order: SlashOrder): Token[] => finish(tokenizeInSteps(text, order));

/** Tokens cut between two pauses. */
const TOKENS_A_STEP = 1_000;

/** The same in small steps. */
export function* tokenizeInSteps(text: string, order: SlashOrder): Steps<Token[]> {
  const tokens: Token[] = [];
  const known = new Map<string, Written>();
  let glued = false;
  let newLine = false;
  for (let at = 0; at < text.length; ) {
    const point = pointAt(text, at);
    const kind = classOf(point);
    if (kind & WHITE) {
      glued = false;
      if (point === LINE_BREAK) newLine = true;
      at++;
      continue;
    }
    if (tokens.length % TOKENS_A_STEP === TOKENS_A_STEP - 1) yield;
    const start = at;
    if (kind & DIGIT) {
      NUMBER.lastIndex = at;
      const [found = '', digits = '', suffix = ''] = NUMBER.exec(text) ?? [];
      at += found.length;
      const slots = readsAsNumber(tokens, glued, digits) ? numberSlots(digits, suffix.toLowerCase(), order) : NONE;
      const shown = found.toLowerCase().replace(/[’ʼ]/g, "'");
      tokens.push({ start, end: at, text: shown, kind: 'number', capital: false, glued, newLine, slots });
    } else {
      at = kind & IN_WORDS ? wordEnd(text, at) : at + widthOf(point);
      const found = text.slice(start, at);
      let is = known.get(found);
      if (!is) {
        is = written(found);
        known.set(found, is);
      }
      tokens.push({ start, end: at, text: is.text, kind: is.kind, capital: is.capital, glued, newLine, slots: NONE });
    }
    glued = true;
    newLine = false;
  }
  return tokens;
}

/** Not part of a name (A380, F-16, COVID-19), a sum ($1995) or an address; but mid-2011 is a year. */
function readsAsNumber(tokens: readonly Token[], glued: boolean, digits: string): boolean {
  const before = tokens.at(-1);
  if (!glued || !before) return true;
  if (digits.length < 4 && before.text === '-' && before.glued && tokens.at(-2)?.kind === 'word') return false;
  return before.kind === 'sign' && !/[#$€£¥№+*=_@&\\~^]/.test(before.text);
}
