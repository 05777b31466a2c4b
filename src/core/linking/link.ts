/**
 * Decides which match counts as a mention, and of whom. Every match is read with its surroundings once, then
 * against what the whole article says: who is named in full, by which title, and which namesakes occur.
 * On a tie it abstains: no mark beats a wrong one. Pure, and linear in the number of matches.
 */

import type { Candidate, Match, SubjectEntry } from '../gazetteer/types';
import type { LinkReason, Mention } from '../model/mention';
import { createLineReader, looksGerman } from './context';
import { isOtherThing, type Place, surnameVerdict, type Verdict } from './evidence';
import { foldName } from './given-names';

/** One block of text (a heading, a paragraph) and what the scan found in it. */
export interface ScannedBlock {
  readonly text: string;
  readonly matches: readonly Match[];
}

/** A bare surname seen before its full name (a headline's) needs the article to name ours this much oftener than a namesake. */
const LEAD_OVER_NAMESAKES = 2;

/** A match with what its surroundings say. */
interface Reading {
  readonly match: Match;
  readonly surface: string;
  readonly candidates: readonly Candidate[];
  readonly verdict: Verdict;
  /** A person by one family name: the gate, the namesakes and the titles are about these. */
  readonly surname: boolean;
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
 * `gazetteer` needs only to say what a subject index stands for. Mentions never overlap.
 */
export function link(gazetteer: { subject(index: number): SubjectEntry }, blocks: readonly ScannedBlock[]): Mention[][] {
  const german = blocks.some((block) => block.matches.length > 0) && looksGerman(blocks.map((block) => block.text));
  const readings = blocks.map((block) => readBlock(gazetteer, block, german));
  const memories = remember(readings);
  return readings.map((block) => {
    const mentions: Mention[] = [];
    for (const reading of block) {
      const choice = choose(gazetteer, reading, memories);
      note(reading, memories, false);
      if (!choice) continue;
      const { id, kind } = gazetteer.subject(choice.subject);
      const { start, end } = reading.match;
      mentions.push({ start, end, subject: id, kind, surface: reading.surface, reason: choice.reason });
    }
    return mentions;
  });
}

function readBlock(gazetteer: { subject(index: number): SubjectEntry }, block: ScannedBlock, german: boolean): Reading[] {
  const { text, matches } = block;
  const lineCase = createLineReader(text);
  return matches.map((match, i) => {
    const { start, end } = match;
    const place: Place = {
      text,
      start,
      end,
      previousEnd: matches[i - 1]?.end ?? 0,
      nextStart: matches[i + 1]?.start ?? text.length,
      german,
      lineCase,
    };
    const surface = text.slice(start, end);
    const candidates = match.candidates.filter((c) => !isOtherThing(place, gazetteer.subject(c.subject).kind));
    const persons = candidates.filter((c) => gazetteer.subject(c.subject).kind === 'person');
    const oneWord = !/[\s\-‐‑]/.test(surface);
    const surname = persons.some((c) => c.form === 'surname' || oneWord);
    // With nobody but persons possible, a stranger's first name ends it; a place or an outlet of the same name stays.
    const verdict: Verdict = surname && persons.length === candidates.length ? surnameVerdict(place) : { is: 'free' };
    return { match, surface, candidates, verdict, surname };
  });
}

/** First pass: who is named in full anywhere, with which given names, and how often namesakes are. */
function remember(readings: readonly (readonly Reading[])[]): Map<number, Memory> {
  const memories = new Map<number, Memory>();
  for (const reading of readings.flat()) {
    const [only] = reading.candidates;
    if (!only || reading.candidates.length > 1 || only.form !== 'full' || reading.surname) continue;
    const [given = ''] = reading.surface.split(/[\s-]/);
    memory(memories, only.subject).givenNames.add(foldName(given));
  }
  for (const reading of readings.flat()) note(reading, memories, true);
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
function note(reading: Reading, memories: Map<number, Memory>, count: boolean): void {
  const { candidates, verdict } = reading;
  const strong = candidates.filter((c) => c.form !== 'weak');
  for (const { subject, form } of strong) {
    const own = memory(memories, subject);
    const agrees = verdict.is === 'given-name' && isOwn(own, verdict);
    const byGivenName = agrees && own.givenNames.size > 0;
    const byOffice = verdict.is === 'title' && verdict.kind === 'office';
    if (verdict.is === 'given-name' && !agrees) {
      if (count) own.namesakes++;
      own.last = 'namesake';
    } else if (strong.length === 1 && (byGivenName || byOffice || (form === 'full' && !reading.surname))) {
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
function choose(gazetteer: { subject(index: number): SubjectEntry }, reading: Reading, memories: Map<number, Memory>): Choice | null {
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
  if (verdict.is === 'other-thing') return null;
  if (candidate.form === 'weak') {
    // An outlet's short name (the Times) counts where the article names the outlet in full; other weak names never do.
    return subject.kind === 'outlet' && (own?.named ?? 0) > 0 ? 'named-in-full' : null;
  }
  if (!reading.surname || subject.kind !== 'person') return candidate.form === 'full' ? 'full-name' : null;
  if (verdict.is === 'given-name') {
    if (!own || !isOwn(own, verdict)) return null;
    if (own.givenNames.size > 0) return 'named-in-full';
    return candidate.form === 'full' ? 'only-bearer' : null;
  }
  if (verdict.is === 'title' && verdict.kind === 'office') return 'title-and-surname';
  if (own && own.namesakes > 0 && !standsAgainstNamesakes(own)) return null;
  if (candidate.form === 'full') return 'only-bearer';
  if (own && own.named > 0) return 'named-in-full';
  // "Mme von der Leyen": courtesy alone names nobody, but a surname of several words is hardly shared.
  return verdict.is === 'title' && /\s/.test(reading.surface) ? 'title-and-surname' : null;
}

/** A bare surname in an article that also names somebody else of that surname. */
function standsAgainstNamesakes(own: Memory): boolean {
  if (own.last === 'namesake') return false;
  return own.last === 'own' ? own.named >= own.namesakes : own.named >= own.namesakes * LEAD_OVER_NAMESAKES;
}
