/**
 * Declension by tables of endings: what a word, a paradigm and a declension are, and the one rule that applies them.
 * Knows no language; the tables are inflect-cyrillic.ts and inflect-latin.ts.
 */

/** A word to decline. `first` and `last`: its place in the name. */
export interface Word {
  readonly text: string;
  readonly person: boolean;
  readonly first: boolean;
  readonly last: boolean;
}

/** One entry a case: genitive, dative, accusative, instrumental, locative; each with its possible forms. */
export interface Declension extends ReadonlyArray<readonly string[]> {
  /** Adjectives stand before the noun that carries the name. */
  readonly adjective?: boolean;
}

/** A nominative ending, how much of it falls, and the endings of the five cases, alternatives parted by commas. */
export interface Paradigm {
  readonly ends: RegExp;
  readonly drop: number;
  readonly endings: string;
  readonly adjective?: true;
  /** Only for words before the last one of a name (adjectives that look like nouns), or only for persons. */
  readonly only?: 'inner' | 'person';
}

/** The cases of a word by the first paradigm that takes its ending; no cases where none does. */
export function decline(word: Word, paradigms: readonly Paradigm[]): Declension {
  const lower = word.text.toLowerCase();
  const paradigm = paradigms.find((p) => p.ends.test(lower) && (!p.only || (p.only === 'person' ? word.person : !word.last)));
  if (!paradigm) return [];
  const stem = word.text.slice(0, word.text.length - paradigm.drop);
  // A word in capitals keeps to them; its endings come in capitals too.
  const capitals = word.text.length > 1 && word.text === word.text.toUpperCase();
  const cases = paradigm.endings
    .split(' ')
    .map((group) => group.split(',').map((ending) => stem + (capitals ? ending.toUpperCase() : ending)));
  return Object.assign(cases, { adjective: paradigm.adjective === true });
}
