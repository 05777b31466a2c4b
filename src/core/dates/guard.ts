/**
 * Keeps what only looks like a date out: "may" and "march", people called May or June, years that are counts, sums,
 * house numbers or parts of a product's name, quarters of a game. Knows the words by the language's tables only.
 */
import { type Grammar, type Match, slotsOf, wordSet } from './pattern';
import type { Token } from './tokens';

/** What the whole text says about its words. */
export interface Survey {
  /** Ambiguous words that stand in it as somebody's name ("Theresa May"). */
  readonly names: ReadonlySet<string>;
  readonly business: boolean;
}

/** One word of business may stray into any story; two make a report in which quarters are quarters of a year. */
const BUSINESS_WORDS = 2;

/** Up to this length a capitalised word that opens a sentence is rather an article or a pronoun than a name. */
const SHORT_WORD = 4;

export interface Guard {
  /** Looks through the whole text once. */
  survey(tokens: readonly Token[]): Survey;
  /** Whether a match may be a date where it stands; `part`: a part of a unit ("early") stands before it. */
  allows(tokens: readonly Token[], match: Match, part: boolean, survey: Survey): boolean;
}

/** Years from which on a bare number in a sentence is a year more often than not, and to which. */
const PLAIN_YEARS = { from: 1900, to: 2099 } as const;

export function createGuard(grammar: Grammar): Guard {
  const { language } = grammar;
  const ambiguous = wordSet(language.ambiguous);
  const givenNames = wordSet(language.givenNames);
  const yearLeads = wordSet(language.yearLeads);
  const prepositions = wordSet(language.prepositions);
  const counted = wordSet(language.counted);
  const numbering = wordSet(language.numbering);
  const business = wordSet(language.business);

  const isName = (token: Token | undefined): boolean =>
    token?.kind === 'word' && token.capital && !prepositions.has(token.text) && Object.keys(slotsOf(grammar, token)).length === 0;

  /** Begins a sentence, where a capital says nothing. */
  const opens = (tokens: readonly Token[], i: number): boolean => {
    const before = tokens[i - 1];
    return !before || tokens[i]?.newLine === true || /^[.!?:"“”„«»'(–]$/.test(before.text);
  };

  /** A short word at the start of a sentence ("The May talks") is hardly a given name. */
  const mayOpen = (tokens: readonly Token[], i: number): boolean => opens(tokens, i) && (tokens[i]?.text.length ?? 0) <= SHORT_WORD;

  const allowsYear = (tokens: readonly Token[], at: number, year: number): boolean => {
    const [before, after, second] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
    const led = before !== undefined && prepositions.has(before.text);
    if (before && (numbering.has(before.text) || (before.kind === 'sign' && /[$€£¥#+*×=№]/.test(before.text)))) return false;
    if (before?.kind === 'number' && !/^\d{4}$/.test(before.text)) return false;
    if (after?.glued && (after.kind !== 'sign' || /[%°$€£*×]/.test(after.text))) return false;
    if (after && (after.text === '%' || counted.has(after.text))) return false;
    if (after?.text === '-' && second?.glued && second.kind === 'word' && counted.has(second.text)) return false;
    // "2010 Elm Street", "2010 King Street"
    if (after?.capital && [second, tokens[at + 3]].some((token) => token?.capital && counted.has(token.text))) return false;
    if (year < PLAIN_YEARS.from || year > PLAIN_YEARS.to)
      return (
        before !== undefined &&
        yearLeads.has(before.text) &&
        (after === undefined || after.kind === 'sign' || !language.capitals || !/s$/.test(after.text))
      );
    // A name and a number: a product, a machine, a street. An event's year takes its place before the name.
    return led || !language.titleCase || !isName(before) || opens(tokens, at - 1);
  };

  const endsList = (token: Token): boolean =>
    prepositions.has(token.text) || token.text === 'the' || (token.kind === 'sign' && !/[%$€£¥°#*×'’-]/.test(token.text));

  return {
    survey(tokens) {
      const names = new Set<string>();
      const seen = new Set<string>();
      tokens.forEach((token, i) => {
        if (business.has(token.text)) seen.add(token.text);
        const nameLike = ambiguous.has(token.text) || givenNames.has(token.text);
        if (language.capitals && token.capital && nameLike && isName(tokens[i - 1]) && !mayOpen(tokens, i - 1)) names.add(token.text);
      });
      return { names, business: seen.size >= BUSINESS_WORDS };
    },

    allows(tokens, match, part, { names, business: isBusiness }) {
      const { from, to, slots } = match;
      const [first, before, after] = [tokens[from], tokens[from - 1], tokens[to]];
      if (!first) return false;
      // "USA Today", "This Week with …": a title.
      if (language.titleCase && first.capital && (match.shape === 'deictic' || match.shape === 'step') && !opens(tokens, from))
        return false;
      // "version 10.4.2025"
      if ((slots.NUMERIC !== undefined || slots.DOTTED !== undefined) && before && numbering.has(before.text)) return false;
      // "On May 3 and 5 people …": a number before any other word counts something.
      if (match.shape === 'more' && slots.YEAR === undefined) return !after || after.newLine || endsList(after);
      const single = to - from === 1 || (to - from === 2 && tokens[from + 1]?.text === '.');
      if ((slots.QUARTER !== undefined || slots.HALF !== undefined) && slots.YEAR === undefined && slots.UNIT === undefined)
        return isBusiness;
      if (match.shape !== 'calendar') return slots.QUARTER === undefined || isBusiness;
      // "May 15 people": the number belongs to what it counts.
      const lastToken = tokens[to - 1];
      if (slots.DAY !== undefined && lastToken?.kind === 'number' && slots.YEAR === undefined) {
        if (after && (after.text === '%' || counted.has(after.text))) return false;
      }
      if (!single) return true;
      // "The nineties" are years; "in his nineties" is an age.
      if (slots.DECADE !== undefined) return first.kind === 'number' || part;
      if (slots.YEAR !== undefined) return allowsYear(tokens, from, slots.YEAR);
      // Elsewhere than in English and German, a capital inside a sentence makes it a name: Mars, Julio, Марта.
      if (!language.capitals && first.kind === 'word' && first.capital && !opens(tokens, from)) return false;
      const led = part || (before !== undefined && prepositions.has(before.text));
      if (names.has(first.text)) return false;
      if (ambiguous.has(first.text)) return led;
      return led || !givenNames.has(first.text) || !isName(after);
    },
  };
}
