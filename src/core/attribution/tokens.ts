/**
 * A text cut into words and marks, once, for all rules of a language. Knows no language: a word is a run of letters
 * and digits with inner hyphens and apostrophes; "Macron's" is two words, "U.S." is one.
 */
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

// Each alternative starts with a class of its own or is tried in a fixed order without overlapping repeats, so matching is linear.
const TOKEN = /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu}\p{Ll})|[\p{L}\p{N}\p{M}]+(?:[-‐‑'’.,&/][\p{L}\p{N}\p{M}]+)*|``|''|\.\.\.|--|[^\s]/gu;
const WORD = /[\p{L}\p{N}]/u;
const CAPITAL = /^\p{Lu}/u;
const POSSESSIVE = /['’]s$/i;
/** A dot or comma inside a word joins digits (1,000 · 9.30) or an address (example.com); between words it was a missing space. */
const JOINED_SENTENCES = /^(\p{L}+)[.,]\p{Lu}\p{L}*$/u;

/** Tokens cut between two pauses. */
const TOKENS_A_STEP = 1_000;

/** Cuts `text` into tokens at once; linear in its length. */
export const tokenise = (text: string): Token[] => finish(tokeniseInSteps(text));

/** The same in small steps. */
export function* tokeniseInSteps(text: string): Steps<Token[]> {
  const tokens: Token[] = [];
  let last = 0;
  const add = (start: number, end: number) => {
    const written = text.slice(start, end);
    const between = text.slice(last, start);
    tokens.push({
      start,
      end,
      text: written,
      lower: written.toLowerCase().replaceAll('’', "'"),
      word: WORD.test(written),
      capital: CAPITAL.test(written),
      spaced: between.length > 0 || start === 0,
      opensParagraph: start === 0 || tokens.length === 0 || between.includes('\n'),
    });
    last = end;
  };
  let pause = TOKENS_A_STEP;
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length >= pause) {
      pause += TOKENS_A_STEP;
      yield;
    }
    const start = match.index;
    const end = start + match[0].length;
    const joined = JOINED_SENTENCES.exec(match[0]);
    if (joined?.[1]) {
      const dot = start + joined[1].length;
      add(start, dot);
      add(dot, dot + 1);
      add(dot + 1, end);
    } else if (match[0].length > 2 && POSSESSIVE.test(match[0])) {
      add(start, end - 2);
      add(end - 2, end);
    } else add(start, end);
  }
  return tokens;
}
