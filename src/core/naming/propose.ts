/**
 * From a name that the reader wants tracked to what else it may be written as, with what speaks against each. Proposals only: what is
 * not sure comes unticked, because a wrong name marks strangers. Pure.
 */
import { guessKind } from '../gazetteer/guess-kind';
import { surnamesOf } from '../gazetteer/surnames';
import { isGivenName } from '../linking/given-names';
import { isCommonWord } from './common-words';
import { spellingsOf } from './transliterate';

export type OwnKind = 'person' | 'organisation' | 'place';

/** Why a name is proposed. `given`: the reader's own words. */
export type ProposalWhy = 'given' | 'surname' | 'initials' | 'acronym' | 'spelling';

export interface Proposal {
  readonly text: string;
  readonly why: ProposalWhy;
  /** Taken unless the reader says no. */
  readonly sure: boolean;
}

/** What may be wrong with a name. `refused`: it can't be tracked at all; the others warn. */
export type Doubt = 'refused' | 'short' | 'word' | 'first-name' | 'small';

/** A name as it is kept: what a selection brings along at its edges and in its middle is taken off. */
export function tidyName(selected: string): string {
  return selected
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”„«»‘’().,;:!?–—-]+|[\s"'“”„«»‘’(),;:!?–—-]+$/g, '')
    .replace(/['’]s$/, '')
    .replace(/(?<=\p{L}{3})\.$/u, '');
}

/** The kind that the name looks like: never `place`, which no name shows. */
export const proposeKind = (name: string): OwnKind => (guessKind(name) === 'person' ? 'person' : 'organisation');

/** Words that an acronym leaves out, in the six languages. */
const SMALL = new Set(
  'of the and for in on at to a an de la le les du des et pour en sur l d y del el los las e da do dos und für der die das des im am von zu та і й в у на з для и о по при к с'.split(
    ' ',
  ),
);
const LETTERS = { least: 2, most: 8 };
/** A shorter abbreviation is too often somebody else's to be taken unasked. */
const SURE_ACRONYM = 4;

/** Everything that the name may be written as, the name itself first, each once. */
export function proposeNames(name: string, kind: OwnKind): Proposal[] {
  const found: Proposal[] = [{ text: name, why: 'given', sure: true }];
  const add = (text: string | null, why: ProposalWhy, sure: boolean) => {
    if (text && !found.some((other) => other.text === text)) found.push({ text, why, sure });
  };
  const cyrillic = /\p{Script=Cyrillic}/u.test(name);
  // By letter from Cyrillic is how papers write people and towns; into Cyrillic it is a guess, and an organisation of several words is translated.
  const sure = cyrillic && kind !== 'organisation';
  const isTranslated = kind === 'organisation' && name.includes(' ');
  const spellings = isTranslated ? [] : spellingsOf(name).map(({ text }) => text);
  if (kind === 'person') for (const surname of familyNames([name])) add(surname, 'surname', true);
  if (kind === 'person') add(withInitials(name), 'initials', false);
  if (kind === 'organisation') {
    const acronym = acronymOf(name);
    add(acronym, 'acronym', (acronym?.length ?? 0) >= SURE_ACRONYM);
  }
  for (const text of spellings) add(text, 'spelling', sure);
  if (kind === 'person') for (const surname of familyNames(spellings)) add(surname, 'surname', sure);
  return found;
}

/** The family names in full names; none where a name is one word. */
export function familyNames(names: readonly string[]): string[] {
  const forms = names.map((text) => ({ text }));
  const found = surnamesOf({ id: '', kind: 'person', names: forms, surnames: [], open: false });
  return [...new Set(found.map(({ text }) => text))];
}

/** "James David Vance" → "J. D. Vance"; null where there is no more than one given name, whose initial alone is anybody's. */
function withInitials(name: string): string | null {
  const [family] = familyNames([name]);
  if (!family || !name.endsWith(` ${family}`)) return null;
  const given = name.slice(0, -family.length - 1).split(' ');
  if (given.length < 2 || !given.every((word) => /^\p{Lu}[\p{L}-]+$/u.test(word))) return null;
  return `${given.map((word) => `${word.charAt(0)}.`).join(' ')} ${family}`;
}

/** The first letters of the words that count, where there are at least two. */
function acronymOf(name: string): string | null {
  const words = name.split(/[\s\-‐‑]+|(?<=\p{L})['’](?=\p{L})/u).filter((word) => /^\p{L}/u.test(word) && !SMALL.has(word.toLowerCase()));
  const counted = words.filter((word) => word.length > 1);
  if (counted.length < LETTERS.least || counted.length > LETTERS.most) return null;
  const acronym = counted.map((word) => word.charAt(0).toUpperCase()).join('');
  return counted.every((word) => /^\p{Lu}/u.test(word)) || words.length >= 3 ? acronym : null;
}

/** A single word this short in letters of a script with capitals is a syllable of many others. */
const SHORT = 3;

/** What speaks against marking a name wherever it stands; empty where nothing does. The family name of a person never stands alone. */
export function doubtsOf(text: string, { surname = false }: { readonly surname?: boolean } = {}): Doubt[] {
  const letters = [...text].filter((char) => /\p{L}/u.test(char));
  if ([...text].length < 2 || letters.length === 0) return ['refused'];
  const lower = text.toLowerCase();
  const cased = lower !== text.toUpperCase();
  const one = !/\s/.test(text);
  const small = cased && text === lower;
  // As packs: a word this short in any capitals would mark every other line.
  if (small && one && letters.length <= SHORT) return ['refused'];
  const doubts: Doubt[] = [];
  const isAbbreviation = cased && text === text.toUpperCase();
  if (cased && one && letters.length <= SHORT && !isAbbreviation) doubts.push('short');
  if (one && letters.length === 2 && isAbbreviation) doubts.push('short');
  if (one && isCommonWord(text) && !isAbbreviation) doubts.push('word');
  else if (one && !surname && isGivenName(text)) doubts.push('first-name');
  if (small) doubts.push('small');
  return doubts;
}
