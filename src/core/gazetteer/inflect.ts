/**
 * The endings that names take in running text. Ukrainian and Russian names are declined wherever they are written
 * in Cyrillic; German, Polish and Czech endings on Latin names count only in a text that shows the language,
 * because "Parisa" is a first name elsewhere; Finnish and Hungarian ones moreover only on names that are given as such. The paradigms are inflect-*.ts; this file puts words together:
 * all words of a person's name agree in case, of other names the head noun and the adjectives beside it.
 * Arabic and Hebrew names take particles in front (particles.ts). Forms that do not exist are harmless: nobody writes them.
 */
import type { Declension, Word } from './declension';
import { cyrillicDeclensions } from './inflect-cyrillic';
import { declineCzech, declineGerman, declinePolish } from './inflect-latin';
import { declineFinnish, declineHungarian } from './inflect-uralic';
import { INFLECTED_LANGUAGES, type InflectedLanguage } from './language-evidence';
import { withParticles } from './particles';

/** A spelling with an ending. `language`: 0 counts anywhere, else an index into INFLECTED_LANGUAGES. */
export interface Inflected {
  readonly text: string;
  readonly language: number;
}

/** Who declines Latin names, by the language's number. */
const LATIN: Readonly<Partial<Record<InflectedLanguage, (word: Word) => Declension>>> = {
  de: declineGerman,
  pl: declinePolish,
  cs: declineCzech,
  fi: declineFinnish,
  hu: declineHungarian,
};
/** Languages with so many endings that names take them only where they say so. */
const ONLY_ASKED: ReadonlySet<string> = new Set(['fi', 'hu']);

/** Words that decline; an initial, a number or a word of another script in the name does not. */
const CYRILLIC_WORD = /^[\u0400-\u052f](?:['’ʼ]?[\u0400-\u052f])+$/;
const LATIN_WORD = /^\p{Script=Latin}{2,}$/u;
/** Small and this short: a preposition or an article. */
const PREPOSITION = /^\p{Ll}{1,2}$/u;
/** Spellings of one case of a name: long names of words with several endings each would have hundreds. */
const MOST_SPELLINGS = 24;
/** Longer names are official titles, used once and then abbreviated. */
const MOST_WORDS = 6;

export interface Grammar {
  readonly person: boolean;
  readonly lang?: string | undefined;
  /** Decline Latin names in each language that has endings, and not only in the one given as `lang`. */
  readonly latin: boolean;
}

/** The declined spellings of a name, without the name itself. */
export function inflections(text: string, grammar: Grammar): Inflected[] {
  const prefixed = withParticles(text);
  if (prefixed.length > 0) return prefixed.map((spelling) => ({ text: spelling, language: 0 }));
  const cyrillic = /[\u0400-\u052f]/.test(text);
  if (!cyrillic && !grammar.latin && !grammar.lang) return [];
  const parts = text.split(/([\s\-–]+)/);
  if (parts.length > MOST_WORDS * 2) return [];
  const found: Inflected[] = [];
  if (cyrillic) {
    const spellings = cyrillicDeclensions(text, grammar.lang).flatMap((decline) => [
      ...agree(parts, grammar.person, CYRILLIC_WORD, decline),
    ]);
    for (const spelling of new Set(spellings)) found.push({ text: spelling, language: 0 });
  } else if (/\p{Script=Latin}/u.test(text) && !/^[\p{Lu}\d.\s-]+$/u.test(text)) {
    INFLECTED_LANGUAGES.forEach((lang, language) => {
      const decline = LATIN[lang];
      // A name in one language is declined in that one; a name without, as most persons' are, in each.
      if (!decline || (grammar.lang ? grammar.lang !== lang : !grammar.latin || ONLY_ASKED.has(lang))) return;
      for (const spelling of agree(parts, grammar.person, LATIN_WORD, decline)) found.push({ text: spelling, language });
    });
  }
  return found;
}

/** All spellings in which the declinable words of the name stand in one case. */
function agree(parts: readonly string[], person: boolean, script: RegExp, decline: (word: Word) => Declension): Set<string> {
  const spellings = new Set<string>();
  const declined = declinable(parts, person, script, decline);
  if (declined.every((word) => !word?.length)) return spellings;
  const stays = parts.map((_, i) => mayStay(parts, i, person));
  const cases = Math.max(...declined.map((word) => word?.length ?? 0));
  for (let c = 0; c < cases; c++) {
    let texts = [''];
    parts.forEach((part, i) => {
      const forms = declined[i]?.[c];
      if (!forms) {
        // Most parts, all separators among them, have one form: no new list.
        for (let t = 0; t < texts.length; t++) texts[t] += part;
        return;
      }
      const longer: string[] = [];
      for (const text of texts) {
        for (const form of forms) longer.push(text + form);
        if (stays[i] && !forms.includes(part)) longer.push(text + part);
      }
      if (longer.length > MOST_SPELLINGS) longer.length = MOST_SPELLINGS;
      texts = longer;
    });
    for (const text of texts) spellings.add(text);
  }
  spellings.delete(parts.join(''));
  return spellings;
}

/**
 * May the word keep its form while the others decline? Foreign names in a vowel (Джо), first parts of compounds,
 * and a woman's surname that ends in a consonant (Ангели Меркель) do.
 */
function mayStay(parts: readonly string[], i: number, person: boolean): boolean {
  const part = parts[i] ?? '';
  if (/[oeuiyоеуюіиэы]$/iu.test(part) || /[-–]/.test(parts[i + 1] ?? '')) return true;
  const woman = /[aаяeiуіoyь]$/iu.test(parts[0] ?? '');
  return person && parts.length > 1 && i === parts.length - 1 && woman && !/[aая]$/iu.test(part);
}

/** The declension of each part that takes one, null for the others and for what stands between words. */
function declinable(parts: readonly string[], person: boolean, script: RegExp, decline: (word: Word) => Declension): (Declension | null)[] {
  let headSeen = false;
  return parts.map((part, i) => {
    if (i % 2 === 1 || !script.test(part) || PREPOSITION.test(part)) return null;
    const hyphenated = /[-–]/.test(parts[i + 1] ?? '');
    const last = i + 2 >= parts.length;
    const afterHead = headSeen && !person;
    const word = decline({ text: part, person, last, afterHead });
    if (afterHead && !word.adjective) return null;
    if (!word.adjective && !hyphenated) headSeen = true;
    return word;
  });
}
