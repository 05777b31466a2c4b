/**
 * What the article as a whole tells of each subject: where it is named in full, with which given names, how often, and how
 * often somebody else of its surname is. Built from all readings, then followed along in reading order.
 */
import type { SubjectEntry } from '../gazetteer/types';
import type { Basis } from '../model/mention';
import type { Verdict } from './evidence';
import { foldName, mayBeSameGivenName } from './given-names';
import type { Reading, Subjects } from './readings';
import { ANY_OFFICE } from './titles';

/** A bare surname seen before its full name (a headline's) needs the article to name ours this much oftener than a namesake. */
const LEAD_OVER_NAMESAKES = 2;

/** Where a name's first word ends. */
const WORD_END = /[\s-]/;

/** What the article tells of one subject. */
export interface Memory {
  /** Times named in full, or by office and surname. */
  named: number;
  /** The first of them. */
  namedAt: Basis | null;
  /** Given names with which it is named, folded. */
  readonly givenNames: Set<string>;
  /** Times somebody else with the surname is named. */
  namesakes: number;
  /** Was a namesake named before the reading at hand? */
  met: boolean;
  /** Meant by a weak name before, because of what else the article names. */
  meant: boolean;
  /** Times named by a whole name that others bear as well ("Mike Brandt"): too little to mark, enough to be meant by the surname. */
  maybeNamed: number;
  /** Who was named last before the reading at hand: the subject or a namesake. */
  last: 'own' | 'namesake' | null;
}

/** Where the article first names something of a country: a place of it, and anything else. */
interface Homeland {
  place: Basis | null;
  body: Basis | null;
}

/** Filled in three passes over all readings, in reading order, as the names say. */
export interface Article {
  /** What is known of the subject; undefined where no reading told anything. */
  memory(subject: number): Memory | undefined;
  /** What the article names of a country (ISO 3166-1 alpha-2) by names that count alone. */
  country(code: string): Homeland | undefined;
  /** Does the article hold this word, written so? */
  has(word: string): boolean;
  /** First of all: the given names that full names tell. */
  noteGivenName(reading: Reading): void;
  /** Second: who is named, how often and where first, and which namesakes. */
  count(reading: Reading, block: number): void;
  /** Back to the beginning: from here on {@link follow} tells who was named last. */
  rewind(): void;
  /** Third, each reading after it was decided. */
  follow(reading: Reading): void;
  /** Beside that: a weak name was taken for this subject. */
  mean(subject: number): void;
}

/** `has` says whether the article holds a word. */
export function createArticle(subjects: Subjects, has: (word: string) => boolean): Article {
  const memories = new Map<number, Memory>();
  const countries = new Map<string, Homeland>();
  /** The full names met, and the subject that each last told a given name of. */
  const fullNames = new Map<string, number>();

  function noteCountry(subject: number, basis: Basis): void {
    const { country, kind } = subjects.subject(subject);
    if (!country) return;
    let home = countries.get(country);
    if (!home) {
      home = { place: null, body: null };
      countries.set(country, home);
    }
    home[kind === 'place' ? 'place' : 'body'] ??= basis;
  }

  function memoryOf(subject: number): Memory {
    let known = memories.get(subject);
    if (!known) {
      known = { named: 0, namedAt: null, givenNames: new Set(), namesakes: 0, met: false, meant: false, maybeNamed: 0, last: null };
      memories.set(subject, known);
    }
    return known;
  }

  /** Notes what a reading says of its candidates. Without a `block` it only follows along and counts nothing. */
  function note(reading: Reading, block: number | null): void {
    const { candidates, verdict, surface, match } = reading;
    let strong = 0;
    for (const candidate of candidates) if (candidate.form !== 'weak') strong++;
    for (const { subject, form } of candidates) {
      if (form === 'weak') {
        if (block !== null && subjects.subject(subject).kind === 'person' && WORD_END.test(surface)) memoryOf(subject).maybeNamed++;
        continue;
      }
      const own = memoryOf(subject);
      const agrees = verdict.is === 'given-name' && isOwn(own, verdict);
      const byGivenName = agrees && own.givenNames.size > 0;
      const byOffice = verdict.is === 'title' && verdict.kind === 'office' && fitsOffice(subjects.subject(subject), verdict);
      if (verdict.is === 'namesake' || (verdict.is === 'given-name' && !agrees)) {
        // A word that may say what somebody is costs this mark and proves no namesake.
        if (verdict.is === 'given-name' && !verdict.common) continue;
        if (block !== null) own.namesakes++;
        own.last = 'namesake';
        own.met = true;
      } else if (strong === 1 && (byGivenName || byOffice || (form === 'full' && !reading.surname && !reading.ordinary))) {
        if (block !== null) {
          own.named++;
          if (!own.namedAt) {
            own.namedAt = { block, start: match.start, end: match.end, surface };
            noteCountry(subject, own.namedAt);
          }
        }
        own.last = 'own';
      }
    }
  }

  return {
    memory: (subject) => memories.get(subject),
    country: (code) => countries.get(code),
    has,
    noteGivenName({ candidates, surname, surface }) {
      const only = candidates[0];
      if (!only || candidates.length > 1 || only.form !== 'full' || surname) return;
      // Most full names are written alike many times.
      if (fullNames.get(surface) === only.subject) return;
      fullNames.set(surface, only.subject);
      const gap = surface.search(WORD_END);
      memoryOf(only.subject).givenNames.add(foldName(gap < 0 ? surface : surface.slice(0, gap)));
    },
    count: note,
    rewind() {
      for (const each of memories.values()) {
        each.last = null;
        each.met = false;
      }
    },
    follow: (reading) => note(reading, null),
    mean(subject) {
      memoryOf(subject).meant = true;
    },
  };
}

/** Is the given name before the surname the subject's? Short forms are ("Bob" for Robert). An initial agrees with any given name that begins so, and with none known. */
export function isOwn(own: Memory, verdict: Verdict & { readonly is: 'given-name' }): boolean {
  if (!verdict.initial) {
    for (const name of own.givenNames) if (mayBeSameGivenName(name, verdict.name)) return true;
    return false;
  }
  if (own.givenNames.size === 0) return own.namesakes === 0;
  const initial = foldName(verdict.name);
  return [...own.givenNames].some((name) => name.startsWith(initial));
}

/** Is the title one that the person bears or bore? "President Kennedy" is not a health secretary of that name. */
export function fitsOffice(subject: SubjectEntry, title: { readonly offices: number }): boolean {
  return ((subject.offices ?? ANY_OFFICE) & title.offices) !== 0;
}

/** A bare surname in an article that also names somebody else of that surname. */
export function standsAgainstNamesakes(own: Memory): boolean {
  if (own.last === 'namesake') return false;
  // So far the article has named nobody else.
  if (own.last === 'own') return !own.met || own.named > own.namesakes;
  return own.named >= own.namesakes * LEAD_OVER_NAMESAKES;
}
