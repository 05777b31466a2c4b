/**
 * Decides which match counts as a mention, and of whom. Every match is read with its surroundings once, then
 * against what the whole article says: who is named in full, by which title, and which namesakes occur.
 * On a tie it abstains: no mark beats a wrong one. Pure, and linear in the number of matches.
 */

import type { Candidate, Match, SubjectEntry } from '../gazetteer/types';
import type { LinkReason, Mention } from '../model/mention';
import { withAcronyms } from './acronyms';
import { createLineReader, createSmallWords, looksGerman } from './context';
import { isOtherThing, type Place, surnameVerdict, type Verdict } from './evidence';
import { foldName } from './given-names';
import { mayBeOrdinaryWord } from './outlet-names';
import { ANY_OFFICE } from './titles';

/** One block of text (a heading, a paragraph) and what the scan found in it. */
export interface ScannedBlock {
  readonly text: string;
  readonly matches: readonly Match[];
}

/** All that linking needs of a gazetteer: what a subject index stands for. */
interface Subjects {
  subject(index: number): SubjectEntry;
}

/** A bare surname seen before its full name (a headline's) needs the article to name ours this much oftener than a namesake. */
const LEAD_OVER_NAMESAKES = 2;

/** A name this short is also a word or a syllable of some language: it counts once the person is named by a longer one. */
const LONGEST_SYLLABLE = 2;

/** A match with what its surroundings say. */
interface Reading {
  readonly match: Match;
  readonly surface: string;
  readonly candidates: readonly Candidate[];
  readonly verdict: Verdict;
  /** A person by one family name: the gate, the namesakes and the titles are about these. */
  readonly surname: boolean;
  /** An outlet's name that is as likely an ordinary word here. */
  readonly ordinary: boolean;
}

/** What the article tells of one subject. */
interface Memory {
  /** Times named in full, or by office and surname. */
  named: number;
  /** Given names with which it is named, folded. */
  readonly givenNames: Set<string>;
  /** Times somebody else with the surname is named. */
  namesakes: number;
  /** Who was named last before the reading at hand: the subject or a namesake. */
  last: 'own' | 'namesake' | null;
}

/**
 * Links the matches of all blocks of one article, in reading order; one list of mentions per block, same order.
 * `gazetteer` needs only to say what a subject index stands for. Mentions are sorted by start, the shorter first;
 * an event's may overlap actors', no others overlap.
 */
export function link(gazetteer: Subjects, blocks: readonly ScannedBlock[]): Mention[][] {
  const german = blocks.some((block) => block.matches.length > 0) && looksGerman(blocks.map((block) => block.text));
  const isSmall = createSmallWords(blocks.map((block) => block.text));
  const readings = blocks.map((block) => readBlock(gazetteer, block, { german, isSmall }));
  const memories = remember(gazetteer, readings);
  const mentions = readings.map((block) => {
    const mentions: Mention[] = [];
    for (const reading of block) {
      const choice = choose(gazetteer, reading, memories);
      note(gazetteer, reading, memories, false);
      if (!choice) continue;
      const { id, kind } = gazetteer.subject(choice.subject);
      const { start, end } = reading.match;
      mentions.push({ start, end, subject: id, kind, surface: reading.surface, reason: choice.reason });
    }
    return mentions;
  });
  return withAcronyms(
    blocks.map((block) => block.text),
    mentions,
  );
}

function readBlock(gazetteer: Subjects, block: ScannedBlock, article: Pick<Place, 'german' | 'isSmall'>): Reading[] {
  const { text, matches } = block;
  const lineCase = createLineReader(text, matches);
  const isEvent = (match: Match | undefined) => match?.candidates.some((c) => gazetteer.subject(c.subject).kind === 'event') ?? false;
  /** Where the last event and the last actor end. */
  let eventEnd = 0;
  let actorEnd = 0;
  return matches.map((match, i) => {
    const { start, end } = match;
    let next = i + 1;
    while ((matches[next]?.start ?? text.length) < end) next++;
    const event = isEvent(match);
    // The words of an event's name are no strangers to the actors in it.
    const coveredUntil = event
      ? 0
      : Math.max(
          eventEnd,
          ...matches
            .slice(i + 1, next)
            .filter(isEvent)
            .map((m) => m.end),
        );
    const place: Place = {
      text,
      start,
      end,
      previousEnd: !event && eventEnd > start ? start : Math.max(...[eventEnd, actorEnd].filter((at) => at <= start), 0),
      nextStart: coveredUntil > end ? end : (matches[next]?.start ?? text.length),
      ...article,
      lineCase,
    };
    if (event) eventEnd = end;
    else actorEnd = end;
    const surface = text.slice(start, end);
    const candidates = match.candidates.filter((c) => !isOtherThing(place, gazetteer.subject(c.subject)));
    const persons = candidates.filter((c) => gazetteer.subject(c.subject).kind === 'person');
    const oneWord = !/[\s\-‐‑]/.test(surface);
    const surname = persons.some((c) => c.form === 'surname' || oneWord);
    // With nobody but persons possible, a stranger's first name ends it; a place or an outlet of the same name stays.
    const verdict: Verdict = surname && persons.length === candidates.length ? surnameVerdict(place) : { is: 'free' };
    const outlet = candidates.find((c) => gazetteer.subject(c.subject).kind === 'outlet');
    const ordinary = outlet !== undefined && mayBeOrdinaryWord(text, start, end, outlet.form === 'weak', article.german);
    return { match, surface, candidates, verdict, surname, ordinary };
  });
}

/** First pass: who is named in full anywhere, with which given names, and how often namesakes are. */
function remember(gazetteer: Subjects, readings: readonly (readonly Reading[])[]): Map<number, Memory> {
  const memories = new Map<number, Memory>();
  for (const reading of readings.flat()) {
    const [only] = reading.candidates;
    if (!only || reading.candidates.length > 1 || only.form !== 'full' || reading.surname) continue;
    const [given = ''] = reading.surface.split(/[\s-]/);
    memory(memories, only.subject).givenNames.add(foldName(given));
  }
  for (const reading of readings.flat()) note(gazetteer, reading, memories, true);
  for (const each of memories.values()) each.last = null;
  return memories;
}

function memory(memories: Map<number, Memory>, subject: number): Memory {
  let known = memories.get(subject);
  if (!known) {
    known = { named: 0, givenNames: new Set(), namesakes: 0, last: null };
    memories.set(subject, known);
  }
  return known;
}

/** Notes what a reading says of its candidates; `count`: the first pass, which counts, the second only follows along. */
function note(gazetteer: Subjects, reading: Reading, memories: Map<number, Memory>, count: boolean): void {
  const { candidates, verdict } = reading;
  const strong = candidates.filter((c) => c.form !== 'weak');
  for (const { subject, form } of strong) {
    const own = memory(memories, subject);
    const agrees = verdict.is === 'given-name' && isOwn(own, verdict);
    const byGivenName = agrees && own.givenNames.size > 0;
    const byOffice = verdict.is === 'title' && verdict.kind === 'office' && fitsOffice(gazetteer.subject(subject), verdict);
    if (verdict.is === 'namesake' || (verdict.is === 'given-name' && !agrees)) {
      // A word that may say what somebody is costs this mark and proves no namesake.
      if (verdict.is === 'given-name' && !verdict.common) continue;
      if (count) own.namesakes++;
      own.last = 'namesake';
    } else if (strong.length === 1 && (byGivenName || byOffice || (form === 'full' && !reading.surname && !reading.ordinary))) {
      if (count) own.named++;
      own.last = 'own';
    }
  }
}

/** Is the given name before the surname the subject's? An initial agrees with any given name that begins so, and with none known. */
function isOwn(own: Memory, verdict: Verdict & { readonly is: 'given-name' }): boolean {
  if (!verdict.initial) return own.givenNames.has(verdict.name);
  if (own.givenNames.size === 0) return own.namesakes === 0;
  const initial = foldName(verdict.name);
  return [...own.givenNames].some((name) => name.startsWith(initial));
}

interface Choice {
  readonly subject: number;
  readonly reason: LinkReason;
}

/** The one candidate that counts here, null where none does or several do. */
function choose(gazetteer: Subjects, reading: Reading, memories: Map<number, Memory>): Choice | null {
  const choices: Choice[] = [];
  for (const candidate of reading.candidates) {
    const reason = reasonFor(candidate, gazetteer.subject(candidate.subject), reading, memories);
    if (reason) choices.push({ subject: candidate.subject, reason });
  }
  if (choices.length < 2) return choices[0] ?? null;
  // Several bear this name. A full name beats a surname; then the one that the article names by a name of its own.
  const full = choices.filter((choice) => choice.reason === 'full-name');
  const left = full.length ? full : choices;
  if (left.length === 1) return left[0] ?? null;
  const named = left.filter((choice) => (memories.get(choice.subject)?.named ?? 0) > 0);
  return named.length === 1 ? (named[0] ?? null) : null;
}

function reasonFor(candidate: Candidate, subject: SubjectEntry, reading: Reading, memories: Map<number, Memory>): LinkReason | null {
  const { verdict } = reading;
  const own = memories.get(candidate.subject);
  if (verdict.is === 'other-thing' || verdict.is === 'namesake') return null;
  if (candidate.form === 'weak') {
    // An outlet's short name (the Times) counts where the article names the outlet in full; other weak names never do.
    return subject.kind === 'outlet' && !reading.ordinary && (own?.named ?? 0) > 0 ? 'named-in-full' : null;
  }
  if (!reading.surname || subject.kind !== 'person') {
    return candidate.form === 'full' && (!reading.ordinary || (own?.named ?? 0) > 0) ? 'full-name' : null;
  }
  if (verdict.is === 'given-name') {
    if (!own || !isOwn(own, verdict)) return null;
    if (own.givenNames.size > 0) return 'named-in-full';
    return candidate.form === 'full' ? 'only-bearer' : null;
  }
  if (verdict.is === 'title' && verdict.kind === 'office') return fitsOffice(subject, verdict) ? 'title-and-surname' : null;
  if (own && own.namesakes > 0 && !standsAgainstNamesakes(own)) return null;
  if (candidate.form === 'full' && reading.surface.length > LONGEST_SYLLABLE) return 'only-bearer';
  if (own && own.named > 0) return 'named-in-full';
  // "Mme von der Leyen": courtesy alone names nobody, but a surname of several words is hardly shared.
  return verdict.is === 'title' && /\s/.test(reading.surface) ? 'title-and-surname' : null;
}

/** Is the title one that the person bears or bore? "President Kennedy" is not a health secretary of that name. */
function fitsOffice(subject: SubjectEntry, title: { readonly offices: number }): boolean {
  return ((subject.offices ?? ANY_OFFICE) & title.offices) !== 0;
}

/** A bare surname in an article that also names somebody else of that surname. */
function standsAgainstNamesakes(own: Memory): boolean {
  if (own.last === 'namesake') return false;
  return own.last === 'own' ? own.named > own.namesakes : own.named >= own.namesakes * LEAD_OVER_NAMESAKES;
}
