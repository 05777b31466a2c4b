/**
 * A text cut into words and marks, once, for all rules of a language. Knows no language: a word is a run of letters
 * and digits with inner hyphens and apostrophes; "Macron's" is two words, "U.S." is one.
 */
import { CAPITAL, COMBINING, classOf, LETTER, NUMERAL, pointAt, SMALL, WHITE, widthOf } from '../text/character-class';
import { finish, type Steps } from '../text/steps';

export interface Token {
  readonly start: number;
  readonly end: number;
  /** As written; quotation marks are written `“` and `”` by {@link markQuotations}. */
  readonly text: string;
  /** In small letters, typographic apostrophes made straight. */
  readonly lower: string;
  /** Does a letter or digit stand in it? */
  readonly word: boolean;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** White space stands before it. */
  readonly spaced: boolean;
  /** First of a paragraph: a line break stands before it. */
  readonly opensParagraph: boolean;
}

const WORD_CHARACTER = LETTER | NUMERAL | COMBINING;
const WORD = /[\p{L}\p{N}]/u;
const FIRST_CAPITAL = /^\p{Lu}/u;
const POSSESSIVE = /['’]s$/i;
/** A dot or comma inside a word joins digits (1,000 · 9.30) or an address (example.com); between words it was a missing space. */
const JOINED_SENTENCES = /^(\p{L}+)[.,]\p{Lu}\p{L}*$/u;
/** Marks that join what stands on both sides of them to one word. */
const JOINERS = new Set("-‐‑'’.,&/");
const DOT = 0x2e;
const LINE_BREAK = 0x0a;
/** Marks of several characters. */
const LONG_MARKS = ['``', "''", '...', '--'];
const FIRST_OF_LONG = new Set(LONG_MARKS.map((mark) => mark.charCodeAt(0)));

/** What a written word is wherever it stands: worked out once for all its places. */
interface Written {
  readonly text: string;
  readonly lower: string;
  readonly word: boolean;
  readonly capital: boolean;
  /** Where it comes apart: before its possessive ending, or (`twice`) around the dot of a missing space; 0 where it does not. */
  readonly cut: number;
  readonly twice: boolean;
}

function written(text: string): Written {
  const joined = JOINED_SENTENCES.exec(text)?.[1];
  const possessive = text.length > 2 && POSSESSIVE.test(text);
  return {
    text,
    lower: text.toLowerCase().replaceAll('’', "'"),
    word: WORD.test(text),
    capital: FIRST_CAPITAL.test(text),
    cut: joined ? joined.length : possessive ? text.length - 2 : 0,
    twice: joined !== undefined,
  };
}

const isWordCharacter = (point: number): boolean => point >= 0 && (classOf(point) & WORD_CHARACTER) !== 0;

/** End of the token that begins at `at` with a character that is no white space. Each character is looked at a bounded number of times. */
function tokenEnd(text: string, at: number): number {
  const point = pointAt(text, at);
  const kind = classOf(point);
  let end = at + widthOf(point);
  if (kind & CAPITAL && text.charCodeAt(end) === DOT) {
    const dotted = dottedEnd(text, at);
    if (dotted > at) return dotted;
  }
  if (kind & WORD_CHARACTER) {
    for (;;) {
      for (let next = pointAt(text, end); isWordCharacter(next); next = pointAt(text, end)) end += widthOf(next);
      if (!JOINERS.has(text.charAt(end)) || !isWordCharacter(pointAt(text, end + 1))) return end;
      end += 1;
    }
  }
  if (FIRST_OF_LONG.has(point)) for (const mark of LONG_MARKS) if (text.startsWith(mark, at)) return at + mark.length;
  return end;
}

/** "U.S.", "J.R.R.", or one initial before a name ("J. Kovac"); `at` for neither. */
function dottedEnd(text: string, at: number): number {
  let end = at;
  let letters = 0;
  for (let point = pointAt(text, end); point >= 0 && classOf(point) & CAPITAL; point = pointAt(text, end)) {
    if (text.charCodeAt(end + widthOf(point)) !== DOT) break;
    end += widthOf(point) + 1;
    letters++;
  }
  if (letters > 1) return end;
  const space = pointAt(text, end);
  const capital = pointAt(text, end + 1);
  const small = pointAt(text, end + 1 + widthOf(capital));
  const name = space >= 0 && classOf(space) & WHITE && capital >= 0 && classOf(capital) & CAPITAL && small >= 0 && classOf(small) & SMALL;
  return name ? end : at;
}

/** Tokens cut between two pauses. */
const TOKENS_A_STEP = 1_000;

/** Cuts `text` into tokens at once; linear in its length. */
export const tokenise = (text: string): Token[] => finish(tokeniseInSteps(text));

/** The same in small steps. */
export function* tokeniseInSteps(text: string): Steps<Token[]> {
  const tokens: Token[] = [];
  const known = new Map<string, Written>();
  const read = (start: number, end: number): Written => {
    const cut = text.slice(start, end);
    let found = known.get(cut);
    if (!found) {
      found = written(cut);
      known.set(cut, found);
    }
    return found;
  };
  let spaced = true;
  let opensParagraph = true;
  const add = (start: number, end: number, { text: as, lower, word, capital }: Written) => {
    tokens.push({ start, end, text: as, lower, word, capital, spaced, opensParagraph });
    spaced = false;
    opensParagraph = false;
  };
  let pause = TOKENS_A_STEP;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (classOf(unit) & WHITE) {
      spaced = true;
      if (unit === LINE_BREAK) opensParagraph = true;
      at++;
      continue;
    }
    if (tokens.length >= pause) {
      pause += TOKENS_A_STEP;
      yield;
    }
    const end = tokenEnd(text, at);
    const whole = read(at, end);
    if (whole.cut === 0) add(at, end, whole);
    else {
      const cut = at + whole.cut;
      const rest = whole.twice ? cut + 1 : cut;
      add(at, cut, read(at, cut));
      if (whole.twice) add(cut, rest, read(cut, rest));
      add(rest, end, read(rest, end));
    }
    at = end;
  }
  return tokens;
}
