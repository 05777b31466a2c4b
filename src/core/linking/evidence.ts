/**
 * What the words around one match say about it: part of another thing's name, somebody else's surname, announced
 * by a title, or nothing. Local rules only; what the rest of the article says is link.ts.
 * A rule that can't tell answers "nothing", and a mark is lost only where something speaks against it.
 */
import type { SubjectEntry } from '../gazetteer/types';
import type { SubjectKind } from '../model/actor';
import { classOf, isLower, isUpper } from '../text/characters';
import { LETTER } from '../text/classes';
import { after, before, isHyphen, type LineCase, type Neighbour, startsSentence } from './context';
import {
  BIRD,
  DIRECTIONS_BEFORE,
  FOOD,
  HUNG_ON,
  INSTITUTIONS_AFTER,
  LONGEST_PHRASE_NAME,
  OCCASIONS_AFTER,
  OF_PLACE_BEFORE,
  OTHER_PHRASES,
  OTHER_PLACE_BEFORE,
  PART_HUNG_ON,
  PARTS_AFTER,
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
  /** The words directly beside the match, unless they belong to those other matches. */
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
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

const COMMA = 0x2c;
const STOP = 0x2e;
const AMPERSAND = 0x26;

/** "US and them", "US or you": the pronoun in capitals. */
const PRONOUNS_AFTER = /^\s+(?:and|or|vs\.?|versus|against)\s+(?:them|they|me|you|him|her)\b/i;
/** Longest phrase or state looked for after a name, in UTF-16 units. */
const PHRASE_REACH = 60;

/** An abbreviation this short is an ordinary word when a whole line is in capitals. */
const LONGEST_AMBIGUOUS_CAPITALS = 3;

/** "J.", "Дж.", "Ch." */
function isInitial(word: string): boolean {
  if (word.length < 2 || word.length > 3 || !word.endsWith('.') || !isUpper(word.charCodeAt(0))) return false;
  return word.length === 2 || isLower(word.charCodeAt(1));
}

/** "M." is monsieur in French and an initial elsewhere; a French sentence shows itself by its articles. */
const FRENCH = /\s(?:le|la|les|des|du|et|une?|au|aux)\s|\s[ldq]u?['’]/;
const FRENCH_REACH = 200;

/** Whose states and provinces STATE_AFTER lists. */
const NORTH_AMERICA = /^(?:US|CA)$/;
/** The words directly before a place in OF_PLACE_BEFORE. */
const OF_OR_THE = /^(?:of|the)$/;
/** Room for the longest word in HUNG_ON and PART_HUNG_ON, in UTF-16 units. */
const LONGEST_HUNG_ON = 14;
/** What is shorter at a sentence's start is an adverb or a preposition oftener than a name. */
const SHORTEST_NAME = 3;
/** "Bavaria's Smith" */
const POSSESSIVE = /['’]s?$/;
/** How German words for what somebody is end: "Gastgeber", "Parteichef", "Kollegin". */
const GERMAN_ROLE = /(?:er|ern|ers|in|ent|ant|ist|(?:ent|ant|ist)en|eur|or|chefs?|mann|frau|rat|star|boss|sohn|freund|kollegen?)$/u;
/** How such words end in other languages with Latin letters: "Texan", "Democrat". */
const ROLE = /(?:an|ish|ese|crat|aire|er|or|ent|ant|ist)$/u;
/** "Собеседник Смита": a man's name and surname would stand in the same case. */
const NOMINATIVE = /[бвгґджзйклмнпрстфхцчшщь]$/;
const OBLIQUE = /(?:а|у|е|і|ом|ем|[иыі]м|ого|ому|ові)$/;
const IRISH_OR_FRENCH = /[OD]['’]$/;
/** An article or a possessive, with an adjective or without. */
const GERMAN_ARTICLE_BEFORE =
  /(?:^|\s)(?:d(?:er|ie|as|em|en|es)|(?:k?ein|sein|ihr|unser)[ermns]{0,2}|beim|zu[rm]|vo[nm]|im)\s+(?:[a-zäöüß]+\s+)?$/i;

/** Letters of Polish and Czech that the languages west of them lack. */
const POLISH_OR_CZECH = /[ąęłńśźżěřůťďň]/i;

/** Rules for any kind of name; `subject` is whose name it may be. */
export function isOtherThing(place: Place, { kind, country }: Pick<SubjectEntry, 'kind' | 'country'>): boolean {
  const { text, start, end, previous, next } = place;
  if (isAmbiguousAbbreviation(text, start, end)) {
    if (place.lineCase(start) === 'capitals' || PRONOUNS_AFTER.test(text.slice(end, end + PHRASE_REACH))) return true;
  }
  if (next && end - start <= LONGEST_PHRASE_NAME) {
    if (OTHER_PHRASES.get(text.slice(start, end).toLowerCase())?.has(next.word.toLowerCase())) return true;
  }
  // USS may be another tracked name as well.
  const ship = previous ?? before(text, start);
  if (ship && !ship.hyphen && SHIPS_AND_DISHES_BEFORE.has(ship.word)) return true;
  if (previous && !previous.hyphen) {
    // Streets, squares and carriers are named after persons; "place" and "via" are also words before a country.
    if (kind === 'person' && STREETS_BEFORE.has(withoutStop(previous.word))) return true;
  }
  if (kind === 'person') return isNamesake(place);
  if (kind === 'organisation' && previous && !previous.hyphen && DIRECTIONS_BEFORE.has(previous.word)) return true;
  if ((kind === 'organisation' || kind === 'outlet') && next && !next.hyphen && PARTS_AFTER.has(next.word)) return true;
  if (kind !== 'event' && (isCompetition(place) || isHeadOfLongerName(place, kind))) return true;
  if (kind !== 'place') return false;
  // "Houston, Texas" is its own; "Lebanon, Ohio" is not the country.
  const atComma = text.charCodeAt(end) === COMMA;
  return (atComma && !NORTH_AMERICA.test(country ?? '') && STATE_AFTER.test(text.slice(end, end + PHRASE_REACH))) || isOtherPlace(place);
}

/** US, U.S., WHO: letters so few that a line in capitals may spell a word with them. */
function isAmbiguousAbbreviation(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_AMBIGUOUS_CAPITALS * 2) return false;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isUpper(unit)) letters++;
    else if (unit !== STOP) return false;
  }
  return letters <= LONGEST_AMBIGUOUS_CAPITALS;
}

const withoutStop = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word);

/**
 * "London Marathon", "Example International Open": what follows in capitals, one word between at most, makes it an occasion,
 * be it somebody's name by itself.
 */
function isCompetition(place: Place): boolean {
  const next = after(place.text, place.end);
  if (!next?.capital) return false;
  if (isOccasion(next, place)) return true;
  const second = after(place.text, next.end);
  return second?.capital === true && !second.hyphen && isOccasion(second, place);
}

/** In a headline "Open" may be a verb. */
function isOccasion(word: Neighbour, place: Place): boolean {
  return OCCASIONS_AFTER.has(word.word) && (word.word !== 'Open' || place.lineCase(word.start) === 'sentence');
}

/** Slavic names begin with their noun: "Rada" before a capital is the beginning of some other council's name. */
function isHeadOfLongerName(place: Place, kind: SubjectKind): boolean {
  const { next } = place;
  if (kind !== 'organisation' || !next?.capital || next.hyphen) return false;
  const surface = place.text.slice(place.start, place.end);
  if (!/^\p{Lu}\p{Ll}+$/u.test(surface)) return false;
  if (!/\p{Script=Cyrillic}/u.test(surface) && !POLISH_OR_CZECH.test(place.text)) return false;
  return !isGivenName(next.word) && titleOf(next.word) === null && speaks(next, place);
}

/** A person's name in the name of a building, a prize, a company, a junior. */
function isNamesake({ text, start, end, next }: Place): boolean {
  // "Johnson & Johnson"
  const beside = (at: number, step: 1 | -1): boolean =>
    text.charCodeAt(at) === AMPERSAND || (text.charCodeAt(at) === 0x20 && text.charCodeAt(at + step) === AMPERSAND);
  if (beside(start - 1, -1) || beside(end, 1)) return true;
  if (isHyphen(text.charCodeAt(end)) && HUNG_ON.test(text.slice(end, end + LONGEST_HUNG_ON))) return true;
  return next !== null && !next.hyphen && THINGS_AFTER.has(withoutStop(next.word));
}

function isOtherPlace(place: Place): boolean {
  const { text, start, end, previous, next } = place;
  const surface = text.slice(start, end);
  if (surface === BIRD && (place.isSmall(surface) || FOOD.test(text))) return true;
  if (next?.capital && !next.hyphen) {
    if (INSTITUTIONS_AFTER.has(next.word)) return true;
    // "Paris Hilton": a place that is a given name, before a word that nothing but a surname explains.
    if (isPlaceAsGivenName(surface) && isSurname(next, place) && !THINGS_AFTER.has(next.word) && titleOf(next.word) === null) return true;
  }
  if (isHyphen(text.charCodeAt(end)) && PART_HUNG_ON.test(text.slice(end, end + LONGEST_HUNG_ON))) return true;
  if (!previous || previous.hyphen) return false;
  if (OF_OR_THE.test(previous.word) && OF_PLACE_BEFORE.test(text.slice(Math.max(0, start - PHRASE_REACH), start))) return true;
  if (!previous.capital) return false;
  // At a sentence's start "New" and "North" may be plain adjectives; a mark lost there is the smaller harm.
  if (OTHER_PLACE_BEFORE.has(previous.word)) return true;
  return isGivenName(previous.word) && !/\s/.test(surface) && !startsSentence(text, previous.start);
}

/** In German they act, and the noun behind is what they act on: "hat Paris Truppen entsandt". */
const ACTS_IN_GERMAN = /^(?:paris|london|china|israel|india)/i;

/** Does its capital make the word behind a place a surname? */
function isSurname(next: Neighbour, place: Place): boolean {
  return place.german ? !ACTS_IN_GERMAN.test(place.text.slice(place.start)) && isUnlistedGermanName(next, place) : speaks(next, place);
}

/** What stands before and after a name that is a family name or could be one. */
export function surnameVerdict(place: Place): Verdict {
  const { text, start, next } = place;
  // O'Brien is not Brien.
  if (IRISH_OR_FRENCH.test(text.slice(Math.max(0, start - 2), start)) && !isLetterAt(text, start - 3)) return OTHER_THING;
  const verdict = verdictBefore(place);
  if (verdict.is !== 'free') return verdict;
  if (!next || next.hyphen || !next.capital || next.allCapitals || titleOf(next.word) !== null) return FREE;
  // The second word of a German sentence is its verb: a noun there belongs to the first.
  // "Trump Meets Allies" is no company even in a headline of few words.
  const speaksHere = speaks(next, place) && place.lineCase(next.start) === 'sentence';
  if (!speaksHere && !(place.german && startsSentence(text, start) && !SENTENCE_WORDS.has(next.word))) return FREE;
  return isGivenName(text.slice(start, place.end)) ? { is: 'namesake' } : OTHER_THING;
}

function verdictBefore(place: Place): Verdict {
  const { start, previous } = place;
  if (!previous) return FREE;
  const { word } = previous;
  if (word === 'M.' && FRENCH.test(place.text.slice(Math.max(0, start - FRENCH_REACH), start + FRENCH_REACH)))
    return { is: 'title', kind: 'honorific', offices: 0 };
  if (isInitial(word) && !titleOf(word)) return beforeInitial(place, previous);
  const title = titleOf(word);
  if (title && !(previous.hyphen && title.kind === 'honorific')) return { is: 'title', ...title };
  if (!previous.capital || word.endsWith('.')) return FREE;
  if (previous.hyphen) {
    // "Parker-Bowles"; but "EU-Macron" and the second of two tracked names are free.
    return previous.allCapitals || place.german ? FREE : OTHER_THING;
  }
  if (isGivenName(word)) return { is: 'given-name', name: foldName(word), initial: false, common: true };
  // "президентом Украины Зеленским": the capital is the country's.
  const office = titleOf(strangerBefore(place, previous.start)?.word ?? '');
  if (office?.kind === 'office') return { is: 'title', ...office };
  return isStranger(previous, place) ? { is: 'given-name', name: foldName(word), initial: false, common: isName(previous, place) } : FREE;
}

/** Is a capitalised word before a surname, in no list of given names, most likely one? */
function isStranger(word: Neighbour, place: Place): boolean {
  if (POSSESSIVE.test(word.word)) return false;
  if (place.german) return isUnlistedGermanName(word, place);
  const first = startsSentence(place.text, word.start);
  if (first && NOMINATIVE.test(word.word) && OBLIQUE.test(place.text.slice(place.start, place.end))) return false;
  return speaks(word, place) && !(first && (word.word.length < SHORTEST_NAME || place.isSmall(word.word)));
}

/** Can the stranger's word hardly be anything but a name? Not an adverb, a country's people, a German noun. */
function isName(word: Neighbour, place: Place): boolean {
  return !place.german && !startsSentence(place.text, word.start) && !ROLE.test(word.word) && place.lineCase(word.start) === 'sentence';
}

/** A German capital says nothing: "Amtsinhaber", "ihr Rivale". What is no office's or kinsman's word and has no article is a name. */
function isUnlistedGermanName({ word, start, allCapitals }: Neighbour, { text }: Place): boolean {
  const preceding = text.slice(Math.max(0, start - PHRASE_REACH), start);
  return !allCapitals && !SENTENCE_WORDS.has(word) && !GERMAN_ROLE.test(word) && !GERMAN_ARTICLE_BEFORE.test(preceding);
}

/** "T. Sanchez", "Linda T. Sanchez": the given name before the initial says more than the initial. */
function beforeInitial(place: Place, initial: Neighbour): Verdict {
  const given = strangerBefore(place, initial.start);
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

const isLetterAt = (text: string, at: number): boolean => at >= 0 && classOf(text.charCodeAt(at)) >= LETTER;

/** The word before `at`, unless it belongs to the match before; of "NATO-Generalsekretär" after NATO, the rest. */
export function strangerBefore({ text, previousEnd }: Pick<Place, 'text' | 'previousEnd'>, at: number): Neighbour | null {
  const previous = before(text, at);
  if (!previous || previous.start >= previousEnd) return previous;
  if (!isHyphen(text.charCodeAt(previousEnd)) || previousEnd + 1 >= previous.end) return null;
  const start = previousEnd + 1;
  return { ...previous, word: text.slice(start, previous.end), start, capital: isUpper(text.charCodeAt(start)) };
}

/** The word after `at`, unless it belongs to the match after. */
export function strangerAfter({ text, nextStart }: Pick<Place, 'text' | 'nextStart'>, at: number): Neighbour | null {
  const next = after(text, at);
  return next && next.end <= nextStart ? next : null;
}
