/**
 * Names that are also somebody else's or a word (Georgia, Jordan, Chad; "King Abdullah"): whether the article makes one of their
 * bearers plain. Signs are weighed, each with its reason; how the weights decide is choose.ts.
 */
import type { SubjectEntry } from '../gazetteer/types';
import type { Basis } from '../model/mention';
import type { Article } from './article';
import type { Reading, Subjects } from './readings';

/** What each sign weighs. Two together, or one strong one, are enough; see {@link ENOUGH}. */
export const SIGNS = {
  /** A town or region of the same country is named: "Tbilisi". */
  placeOfItsCountry: 3,
  /** A person or a body of the same country is: its president, its party. */
  bodyOfItsCountry: 2,
  /** Anything of the United States: every paper names it, whatever it speaks of. */
  unitedStates: 1,
  /** Side by side with a place of the same country, or after it: "Atlanta, Georgia", "Texas and Georgia". */
  besideItsOwn: 3,
  /** In a list with places of other countries: "Armenia, Georgia and Moldova". */
  besideOthers: 3,
  /** The article uses the adjective: "Georgian". */
  adjective: 1,
  /** A word before it that stands before places: "in Jordan". */
  whereWord: 1,
  /** The article has already meant this one. */
  meantBefore: 2,
} as const;

/** With less than this a name stays unmarked: one weak sign is chance. */
export const ENOUGH = 2;

const UNITED_STATES = 'US';
/** What stands before places, hardly before persons. English; elsewhere the other signs must do. */
const WHERE = /^(?:in|into|across|throughout|neighbou?ring|near|visit|visiting|visited|via)$/i;
/** What the adjective of a country adds to its name. */
const ADJECTIVES = ['n', 'ian', 'an', 'ese'];

/** The sum of the signs for one bearer of a weak name, and the words that speak most for it. */
export interface Sign {
  readonly weight: number;
  readonly basis: Basis | null;
}

const NONE: Sign = { weight: 0, basis: null };

/** What speaks for the subject as the bearer of the reading's name. Nothing does for bodies and outlets: their weak names are words. */
export function signsFor(subjects: Subjects, reading: Reading, index: number, article: Article): Sign {
  const subject = subjects.subject(index);
  const { country, kind } = subject;
  if (!country || (kind !== 'place' && kind !== 'person')) return NONE;
  const home = article.country(country);
  const place = home?.place ?? null;
  const body = home?.body ?? null;
  let weight = 0;
  if (country === UNITED_STATES) weight += place || body ? SIGNS.unitedStates : 0;
  else weight += (place ? SIGNS.placeOfItsCountry : 0) + (body ? SIGNS.bodyOfItsCountry : 0);
  if (article.memory(index)?.meant) weight += SIGNS.meantBefore;
  if (kind === 'place') {
    weight += besideWeight(subjects, reading, subject);
    if (reading.previous && WHERE.test(reading.previous)) weight += SIGNS.whereWord;
    // A state of the United States has none of its own.
    if (country !== UNITED_STATES && ADJECTIVES.some((ending) => article.has(reading.surface + ending))) weight += SIGNS.adjective;
  }
  return { weight, basis: place ?? body };
}

function besideWeight(subjects: Subjects, reading: Reading, { country }: SubjectEntry): number {
  let weight = 0;
  for (const index of reading.beside) {
    const other = subjects.subject(index).country;
    if (other === country) weight = Math.max(weight, SIGNS.besideItsOwn);
    else if (other && other !== UNITED_STATES && country !== UNITED_STATES) weight = Math.max(weight, SIGNS.besideOthers);
  }
  return weight;
}
