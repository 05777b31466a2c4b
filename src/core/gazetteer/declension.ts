/**
 * Declension by tables of endings: what a word, a paradigm and a declension are, and the one rule that applies them.
 * Knows no language; the tables are inflect-cyrillic.ts and inflect-latin.ts.
 */

/** A word to decline. `last`: it ends the name; `afterHead`: the noun that carries the name stands before it. */
export interface Word {
  readonly text: string;
  readonly person: boolean;
  readonly last: boolean;
  readonly afterHead: boolean;
}

/** One entry a case: genitive, dative, accusative, instrumental, locative; each with its possible forms. */
export interface Declension extends ReadonlyArray<readonly string[]> {
  /** Adjectives decline with the noun that carries the name, before or after it; other words after it don't. */
  readonly adjective?: boolean;
}

/** A nominative ending, how much of it falls, and the endings of the five cases, alternatives parted by commas. */
export interface Paradigm {
  readonly ends: RegExp;
  readonly drop: number;
  readonly endings: string;
  readonly adjective?: true;
  /** Only for words that don't carry a name, before the last one or after its noun (adjectives that look like nouns), or only for persons. */
  readonly only?: 'inner' | 'person';
}

/** The tables' endings, taken apart once: thousands of words go through a few dozen paradigms. */
const parted = new Map<Paradigm, readonly (readonly string[])[]>();

function endingsOf(paradigm: Paradigm): readonly (readonly string[])[] {
  let cases = parted.get(paradigm);
  if (!cases) {
    cases = paradigm.endings.split(' ').map((group) => group.split(','));
    parted.set(paradigm, cases);
  }
  return cases;
}

/** The cases of a word by the first paradigm that takes its ending; no cases where none does. */
export function decline(word: Word, paradigms: readonly Paradigm[]): Declension {
  const lower = word.text.toLowerCase();
  const paradigm = paradigms.find(
    (p) => p.ends.test(lower) && (!p.only || (p.only === 'person' ? word.person : !word.last || word.afterHead)),
  );
  if (!paradigm) return [];
  const stem = word.text.slice(0, word.text.length - paradigm.drop);
  // A word in capitals keeps to them; its endings come in capitals too.
  const capitals = word.text.length > 1 && word.text === word.text.toUpperCase();
  const cases = endingsOf(paradigm).map((group) => group.map((ending) => stem + (capitals ? ending.toUpperCase() : ending)));
  return Object.assign(cases, { adjective: paradigm.adjective === true });
}
