/**
 * What the words around one match say about it: part of another thing's name, somebody else's surname, announced
 * by a title, or nothing. Local rules only; what the rest of the article says is link.ts.
 * A rule that can't tell answers "nothing", and a mark is lost only where something speaks against it.
 */
import type { SubjectEntry } from '../gazetteer/types';
import type { SubjectKind } from '../model/actor';
import { after, before, type LineCase, type Neighbour, startsSentence } from './context';
import {
  BIRD,
  DIRECTIONS_BEFORE,
  FOOD,
  HUNG_ON,
  INSTITUTIONS_AFTER,
  OCCASIONS_AFTER,
  OF_PLACE_BEFORE,
  OTHER_PHRASE,
  OTHER_PLACE_BEFORE,
  PART_HUNG_ON,
  SENTENCE_WORDS,
  SHIPS_AND_DISHES_BEFORE,
  STATE_AFTER,
  STREETS_BEFORE,
  THINGS_AFTER,
} from './entity-words';
import { foldName, isGivenName, isPlaceAsGivenName } from './given-names';
import { titleOf } from './titles';

export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Ends of the match before and start of the match after in the same text; they are names, not strangers. */
  readonly previousEnd: number;
  readonly nextStart: number;
  readonly german: boolean;
  readonly lineCase: (at: number) => LineCase;
  /** Does the article write this word in small letters somewhere? */
  readonly isSmall: (word: string) => boolean;
}

export type Verdict =
  /** Nothing against it. */
  | { readonly is: 'free' }
  /** Part of the name of something else: never a mark. */
  | { readonly is: 'other-thing' }
  /** The surname as the given name of somebody else: "Kim Kardashian". */
  | { readonly is: 'namesake' }
  /** A given name stands before the surname: the actor's own, or somebody else's. `common`: it can hardly be anything else. */
  | { readonly is: 'given-name'; readonly name: string; readonly initial: boolean; readonly common: boolean }
  | { readonly is: 'title'; readonly kind: 'office' | 'honorific'; readonly offices: number };

const FREE: Verdict = { is: 'free' };
const OTHER_THING: Verdict = { is: 'other-thing' };

/** "US and them", "US or you": the pronoun in capitals. */
const PRONOUNS_AFTER = /^\s+(?:and|or|vs\.?|versus|against)\s+(?:them|they|me|you|him|her)\b/i;
/** Longest phrase or state looked for after a name, in UTF-16 units. */
const PHRASE_REACH = 60;

/** An abbreviation this short is an ordinary word when a whole line is in capitals. */
const LONGEST_AMBIGUOUS_CAPITALS = 3;

/** "J.", "Дж.", "Ch." */
const INITIAL = /^\p{Lu}\p{Ll}?\.$/u;
/** "M." is monsieur in French and an initial elsewhere; a French sentence shows itself by its articles. */
const FRENCH = /\s(?:le|la|les|des|du|et|une?|au|aux)\s|\s[ldq]u?['’]/;
const FRENCH_REACH = 200;

/** Whose states and provinces STATE_AFTER lists. */
const NORTH_AMERICA = /^(?:US|CA)$/;
/** "Hoy Sánchez": what is shorter at a sentence's start is an adverb or a preposition oftener than a name. */
const SHORTEST_NAME = 4;
/** "Bavaria's Smith" */
const POSSESSIVE = /['’]s?$/;
/** How German words for what somebody is end: "Gastgeber", "Parteichef", "Kollegin". */
const GERMAN_ROLE = /(?:er|ern|ers|in|ent|ant|ist|(?:ent|ant|ist)en|eur|or|chefs?|mann|frau|rat|star|boss|sohn|freund|kollegen?)$/u;
/** How such words end in other languages with Latin letters: "Texan", "Democrat". */
const ROLE = /(?:an|ish|ese|crat|aire|er|or|ent|ant|ist)$/u;
/** "Собеседник Смита": a man's name and surname would stand in the same case. */
const NOMINATIVE = /[бвгґджзйклмнпрстфхцчшщь]$/;
const OBLIQUE = /(?:а|у|е|і|ом|ем|[иыі]м|ого|ому|ові)$/;
/** An article or a possessive, with an adjective or without. */
const GERMAN_ARTICLE_BEFORE =
  /(?:^|\s)(?:d(?:er|ie|as|em|en|es)|(?:k?ein|sein|ihr|unser)[ermns]{0,2}|beim|zu[rm]|vo[nm]|im)\s+(?:[a-zäöüß]+\s+)?$/i;

/** Letters of Polish and Czech that the languages west of them lack. */
const POLISH_OR_CZECH = /[ąęłńśźżěřůťďň]/i;

/** Rules for any kind of name; `subject` is whose name it may be. */
export function isOtherThing(place: Place, { kind, country }: Pick<SubjectEntry, 'kind' | 'country'>): boolean {
  const { text, start, end } = place;
  const surface = text.slice(start, end);
  const letters = surface.replace(/[^\p{L}]/gu, '');
  const following = text.slice(end, end + PHRASE_REACH);
  if (letters.length <= LONGEST_AMBIGUOUS_CAPITALS && /^\p{Lu}+$/u.test(surface)) {
    if (place.lineCase(start) === 'capitals' || PRONOUNS_AFTER.test(following)) return true;
  }
  if (OTHER_PHRASE.test(surface + following)) return true;
  const previous = strangerBefore(place);
  if (previous && !previous.hyphen) {
    if (SHIPS_AND_DISHES_BEFORE.has(previous.word)) return true;
    // Streets, squares and carriers are named after persons; "place" and "via" are also words before a country.
    if (kind === 'person' && STREETS_BEFORE.has(previous.word.replace(/\.$/, ''))) return true;
  }
  if (kind === 'person') return isNamesake(place);
  if (kind === 'organisation' && previous && !previous.hyphen && DIRECTIONS_BEFORE.has(previous.word)) return true;
  if (kind !== 'event' && (isCompetition(place) || isHeadOfLongerName(place, kind))) return true;
  if (kind !== 'place') return false;
  // "Houston, Texas" is its own; "Lebanon, Ohio" is not the country.
  return (!NORTH_AMERICA.test(country ?? '') && STATE_AFTER.test(following)) || isOtherPlace(place, previous);
}

/** "London Marathon", "Example International Open": what follows in capitals, one word between at most, makes it an occasion. */
function isCompetition(place: Place): boolean {
  const next = strangerAfter(place);
  if (!next?.capital) return false;
  if (isOccasion(next, place)) return true;
  const second = strangerAfter({ ...place, end: next.end });
  return second?.capital === true && !second.hyphen && isOccasion(second, place);
}

/** In a headline "Open" may be a verb. */
function isOccasion(word: Neighbour, place: Place): boolean {
  return OCCASIONS_AFTER.has(word.word) && (word.word !== 'Open' || place.lineCase(word.start) === 'sentence');
}

/** Slavic names begin with their noun: "Rada" before a capital is the beginning of some other council's name. */
function isHeadOfLongerName(place: Place, kind: SubjectKind): boolean {
  const surface = place.text.slice(place.start, place.end);
  if (kind !== 'organisation' || !/^\p{Lu}\p{Ll}+$/u.test(surface)) return false;
  if (!/\p{Script=Cyrillic}/u.test(surface) && !POLISH_OR_CZECH.test(place.text)) return false;
  const next = strangerAfter(place);
  return next !== null && !next.hyphen && next.capital && !isGivenName(next.word) && titleOf(next.word) === null && speaks(next, place);
}

/** A person's name in the name of a building, a prize, a company, a junior. */
function isNamesake(place: Place): boolean {
  // "Johnson & Johnson"
  if (place.text.slice(Math.max(0, place.start - 2), place.start).includes('&') || /^\s?&/.test(place.text.slice(place.end, place.end + 2)))
    return true;
  if (HUNG_ON.test(place.text.slice(place.end, place.end + 14))) return true;
  const next = strangerAfter(place);
  return next !== null && !next.hyphen && THINGS_AFTER.has(next.word.replace(/\.$/, ''));
}

function isOtherPlace(place: Place, previous: Neighbour | null): boolean {
  const { text, start, end } = place;
  const surface = text.slice(start, end);
  if (BIRD.test(surface) && (place.isSmall(surface) || FOOD.test(text))) return true;
  const next = strangerAfter(place);
  if (next && !next.hyphen && next.capital) {
    if (INSTITUTIONS_AFTER.has(next.word)) return true;
    // "Paris Hilton": a place that is a given name, before a word that nothing but a surname explains.
    if (isPlaceAsGivenName(surface) && speaks(next, place) && !THINGS_AFTER.has(next.word) && titleOf(next.word) === null) return true;
  }
  if (PART_HUNG_ON.test(text.slice(end, end + 8))) return true;
  if (OF_PLACE_BEFORE.test(text.slice(Math.max(0, start - 40), start))) return true;
  if (!previous || previous.hyphen || !previous.capital) return false;
  // At a sentence's start "New" and "North" may be plain adjectives; a mark lost there is the smaller harm.
  if (OTHER_PLACE_BEFORE.has(previous.word)) return true;
  return isGivenName(previous.word) && !/\s/.test(surface) && !previous.startsSentence;
}

/** What stands before and after a name that is a family name or could be one. */
export function surnameVerdict(place: Place): Verdict {
  const { text, start } = place;
  // O'Brien is not Brien.
  if (/(?:^|[^\p{L}])[OD]['’]$/u.test(text.slice(Math.max(0, start - 3), start))) return OTHER_THING;
  const verdict = verdictBefore(place);
  if (verdict.is !== 'free') return verdict;
  const next = strangerAfter(place);
  if (!next || next.hyphen || !next.capital || next.allCapitals || titleOf(next.word) !== null) return FREE;
  // The second word of a German sentence is its verb: a noun there belongs to the first.
  // "Trump Meets Allies" is no company even in a headline of few words.
  const speaksHere = speaks(next, place) && place.lineCase(next.start) === 'sentence';
  if (!speaksHere && !(place.german && startsSentence(text, start) && !SENTENCE_WORDS.has(next.word))) return FREE;
  return isGivenName(text.slice(start, place.end)) ? { is: 'namesake' } : OTHER_THING;
}

function verdictBefore(place: Place): Verdict {
  const { start } = place;
  const previous = strangerBefore(place);
  if (!previous) return FREE;
  const { word } = previous;
  if (word === 'M.' && FRENCH.test(place.text.slice(Math.max(0, start - FRENCH_REACH), start + FRENCH_REACH)))
    return { is: 'title', kind: 'honorific', offices: 0 };
  if (INITIAL.test(word) && !titleOf(word)) return beforeInitial(place, previous);
  const title = titleOf(word);
  if (title && !(previous.hyphen && title.kind === 'honorific')) return { is: 'title', ...title };
  if (!previous.capital || word.endsWith('.')) return FREE;
  if (previous.hyphen) {
    // "Parker-Bowles"; but "EU-Macron" and the second of two tracked names are free.
    return previous.allCapitals || place.german ? FREE : OTHER_THING;
  }
  if (isGivenName(word)) return { is: 'given-name', name: foldName(word), initial: false, common: true };
  // "президентом Украины Зеленским": the capital is the country's.
  const office = titleOf(strangerBefore({ ...place, start: previous.start })?.word ?? '');
  if (office?.kind === 'office') return { is: 'title', ...office };
  return isStranger(previous, place) ? { is: 'given-name', name: foldName(word), initial: false, common: isName(previous, place) } : FREE;
}

/** Is a capitalised word before a surname, in no list of given names, most likely one? */
function isStranger(word: Neighbour, place: Place): boolean {
  if (POSSESSIVE.test(word.word)) return false;
  if (place.german) return isUnlistedGermanName(word, place);
  if (word.startsSentence && NOMINATIVE.test(word.word) && OBLIQUE.test(place.text.slice(place.start, place.end))) return false;
  return speaks(word, place) && !(word.startsSentence && (word.word.length < SHORTEST_NAME || place.isSmall(word.word)));
}

/** Can the stranger's word hardly be anything but a name? Not an adverb, a country's people, a German noun. */
function isName(word: Neighbour, place: Place): boolean {
  return !place.german && !word.startsSentence && !ROLE.test(word.word) && place.lineCase(word.start) === 'sentence';
}

/** A German capital says nothing: "Amtsinhaber", "ihr Rivale". What is no office's or kinsman's word and has no article is a name. */
function isUnlistedGermanName({ word, start, allCapitals }: Neighbour, { text }: Place): boolean {
  const preceding = text.slice(Math.max(0, start - PHRASE_REACH), start);
  return !allCapitals && !SENTENCE_WORDS.has(word) && !GERMAN_ROLE.test(word) && !GERMAN_ARTICLE_BEFORE.test(preceding);
}

/** "T. Sanchez", "Linda T. Sanchez": the given name before the initial says more than the initial. */
function beforeInitial(place: Place, initial: Neighbour): Verdict {
  const given = strangerBefore({ ...place, start: initial.start });
  if (given?.capital && !given.word.endsWith('.') && !titleOf(given.word) && (isGivenName(given.word) || speaks(given, place))) {
    return { is: 'given-name', name: foldName(given.word), initial: false, common: true };
  }
  return { is: 'given-name', name: initial.word.charAt(0), initial: true, common: true };
}

/** Is the capital of a neighbour evidence of a name? Not in German, headlines, abbreviations, dates, and common words. */
function speaks(word: Neighbour, place: Place): boolean {
  return (
    !place.german && !word.allCapitals && !SENTENCE_WORDS.has(word.word) && /^(?:sentence|short-title)$/.test(place.lineCase(word.start))
  );
}

/** The neighbour before, unless it belongs to the match before; of "NATO-Generalsekretär" after NATO, the rest. */
function strangerBefore(place: Place): Neighbour | null {
  const previous = before(place.text, place.start);
  if (!previous || previous.start >= place.previousEnd) return previous;
  const rest = /^[-‐‑](.+)$/u.exec(place.text.slice(place.previousEnd, previous.end))?.[1];
  return rest
    ? { ...previous, word: rest, start: previous.end - rest.length, capital: /^\p{Lu}/u.test(rest), startsSentence: false }
    : null;
}

function strangerAfter(place: Place): Neighbour | null {
  const next = after(place.text, place.end);
  return next && next.end <= place.nextStart ? next : null;
}
