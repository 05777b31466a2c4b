/**
 * Where sentences begin and end, as ranges of tokens. Knows the abbreviations that carry a dot inside a sentence.
 */
import type { Token } from './tokens';

/** Token range, end exclusive. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** No sentence is longer; a longer run (a list, a table, no full stops at all) is cut, which keeps every rule's reach bounded. */
const MAX_SENTENCE = 250;
const ENDS = new Set(['.', '?', '!', '…', '...']);
const CLOSING = new Set(['”', '"', '»', "''", '’', "'", ')', ']', '“', '«']);
/** Titles and the like, written with a dot before a name or a number; not words that end sentences. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sen sens rep reps gov gen lt col sgt capt maj cmdr adm st jr sr rev hon pres supt no vs etc jan feb aug sept oct nov dec inc corp co ltd bzw ca usw vgl nr mme mlle m sra'.split(
    ' ',
  ),
);
/** After a dotted abbreviation (U.S.) a new sentence is taken to begin only with one of these. */
const STARTERS = new Set(
  'the a an he she it they we i in on at but and this that these those his her its their as when while if for'.split(' '),
);

/** Cuts the tokens into sentences; every token belongs to exactly one. `ordinals`: a dot after one or two digits makes a number an ordinal (am 12. Mai). */
export function findSentences(tokens: readonly Token[], { ordinals = false } = {}): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const cut = (to: number) => {
    if (to > from) sentences.push({ from, to });
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.opensParagraph || i - from >= MAX_SENTENCE) cut(i);
    const dotted = token.word && token.text.endsWith('.') && token.text.length > 2;
    if (!ENDS.has(token.text) && !dotted) continue;
    const before = tokens[i - 1];
    if (token.text === '.' && before?.word && !token.spaced && ABBREVIATIONS.has(before.lower)) continue;
    if (ordinals && token.text === '.' && !token.spaced && /^\d{1,2}$/.test(before?.text ?? '')) continue;
    let end = i + 1;
    while (end < tokens.length && CLOSING.has(tokens[end]?.text ?? '') && !tokens[end]?.spaced) end++;
    const next = tokens[end];
    if (!next) break;
    // "the end.Police said": only the space is missing; "example.Com" is an address where nothing stands before it.
    if (!next.spaced && !(token.text === '.' && next.capital && before?.word && !before.capital && before.spaced)) continue;
    if (dotted) {
      if (next.capital && STARTERS.has(next.lower)) cut(end);
    } else if (!next.word || next.capital || /^\d/.test(next.text)) {
      if (next.text !== ',' && next.text !== '-') cut(end);
    }
    i = end - 1;
  }
  cut(tokens.length);
  return sentences;
}
