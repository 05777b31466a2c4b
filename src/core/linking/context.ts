/**
 * What stands around a match: the word before and after, where the sentence and the line begin, how the line is
 * capitalised. Reads a bounded stretch of text on each side. Knows no names and no actors.
 */

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

export interface Neighbour {
  readonly word: string;
  /** What parts it from the match: spaces, or one hyphen. */
  readonly hyphen: boolean;
  /** Offset of its first unit. */
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  readonly allCapitals: boolean;
  /** First in its sentence, or after a quotation mark or colon: its capital proves nothing. */
  readonly startsSentence: boolean;
}

const BEFORE = /([\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad]*(?:[-‐‑'’][\p{L}\p{M}\p{N}]+)*\.?)(\s+|[-‐‑–])$/u;
const AFTER = /^(\s+|[-‐‑–])([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‐‑][\p{L}\p{M}\p{N}]+)*)/u;
const SENTENCE_START = /(?:^|[.!?…:;•|\n"“„«»‘(–—]|--)\s*["'“„«‘(]*$/u;
/** Room for a full stop, a dash, a quotation mark and the spaces between them. */
const SENTENCE_REACH = 6;

/** The word directly before `start`, null where punctuation or the text's edge stands there. */
export function before(text: string, start: number): Neighbour | null {
  const from = Math.max(0, start - REACH);
  const m = BEFORE.exec(text.slice(from, start));
  if (!m?.[1]) return null;
  const at = from + m.index;
  return neighbour(m[1], m[2] ?? '', at, startsSentence(text, at));
}

/** The word directly after `end`, null where punctuation or the text's edge stands there. */
export function after(text: string, end: number): Neighbour | null {
  const m = AFTER.exec(text.slice(end, end + REACH));
  if (!m?.[2]) return null;
  return neighbour(m[2], m[1] ?? '', end + (m[1] ?? '').length, false);
}

function neighbour(word: string, gap: string, start: number, startsSentence: boolean): Neighbour {
  return {
    word,
    hyphen: !/\s/.test(gap),
    start,
    end: start + word.length,
    capital: /^\p{Lu}/u.test(word),
    allCapitals: /^[\p{Lu}\p{N}.-]{2,}$/u.test(word) && !/^\p{Lu}\.$/u.test(word),
    startsSentence,
  };
}

/** May a sentence begin at this offset? After quotation marks and dashes too. */
export function startsSentence(text: string, at: number): boolean {
  return SENTENCE_START.test(text.slice(Math.max(0, at - SENTENCE_REACH), at));
}

/** How the line around an offset is set. Answers are kept per line: make one reader for a text. */
/** `short-title`: a headline of few words, or names side by side. */
export type LineCase = 'sentence' | 'short-title' | 'title' | 'capitals';

/** `names`: stretches whose capitals say nothing of the line, sorted by start. */
export function createLineReader(text: string, names: readonly Stretch[] = []): (at: number) => LineCase {
  const known = new Map<number, LineCase>();
  let unnamed: string | null = null;
  return (at) => {
    // Whatever lies further away than the longest headline need not be looked for.
    const head = text.slice(Math.max(0, at - LONGEST_HEADLINE), at);
    if (at > LONGEST_HEADLINE && !head.includes('\n')) return 'sentence';
    const lineStart = at - head.length + head.lastIndexOf('\n') + 1;
    let answer = known.get(lineStart);
    if (!answer) {
      const line = text.slice(lineStart, lineStart + LONGEST_HEADLINE + 1).split('\n', 1)[0] ?? '';
      if (line.length > LONGEST_HEADLINE) answer = 'sentence';
      else {
        unnamed ??= withoutNames(text, names);
        answer = lineCase(line, unnamed.slice(lineStart, lineStart + line.length));
      }
      known.set(lineStart, answer);
    }
    return answer;
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The text with spaces for names, as long as it was. */
function withoutNames(text: string, names: readonly Stretch[]): string {
  let out = '';
  for (const { start, end } of names) {
    if (end > out.length) out += text.slice(out.length, Math.max(start, out.length)) + ' '.repeat(end - Math.max(start, out.length));
  }
  return out + text.slice(out.length);
}

function lineCase(line: string, unnamed: string): LineCase {
  const letters = line.match(/\p{L}/gu) ?? [];
  const capitals = line.match(/\p{Lu}/gu) ?? [];
  // "JOIN US NOW", over all letters; but a list of abbreviations is none: two words stand side by side.
  if (capitals.length >= letters.length * TITLE_SHARE && /\p{L}\s+\p{L}/u.test(line)) return 'capitals';
  const telling = (unnamed.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).filter((word) => word.length >= TELLING_LETTERS);
  const capitalised = telling.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (telling.length === 0 || capitalised < telling.length * TITLE_SHARE || FULL_STOP.test(line)) return 'sentence';
  if (telling.length >= FEWEST_TELLING_WORDS) return 'title';
  return capitalised === telling.length ? 'short-title' : 'sentence';
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

/** Says whether the article writes a word in small letters somewhere. Each word is looked for once. */
export function createSmallWords(texts: readonly string[]): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const small = word.toLowerCase();
    let answer = known.get(small);
    if (answer === undefined) {
      answer = occurs(texts, small);
      known.set(small, answer);
    }
    return answer;
  };
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
