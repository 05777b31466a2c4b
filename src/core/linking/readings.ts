/**
 * One match with what the words around it say: whose name it may be, and what speaks against that. Reads one block at a time
 * and knows nothing of the rest of the article but its language; what the whole tells is article.ts.
 */
import type { Candidate, Match, SubjectEntry } from '../gazetteer/types';
import { createLineReader } from './context';
import { isOtherThing, type Place, strangerAfter, strangerBefore, surnameVerdict, type Verdict } from './evidence';
import { mayBeOrdinaryWord } from './outlet-names';

/** One block of text (a heading, a paragraph) and what the scan found in it. */
export interface ScannedBlock {
  readonly text: string;
  readonly matches: readonly Match[];
}

/** All that linking needs of a gazetteer: what a subject index stands for. */
export interface Subjects {
  subject(index: number): SubjectEntry;
}

/** A match with what its surroundings say. */
export interface Reading {
  readonly match: Match;
  readonly surface: string;
  readonly candidates: readonly Candidate[];
  readonly verdict: Verdict;
  /** A person by one family name: the gate, the namesakes and the titles are about these. */
  readonly surname: boolean;
  /** An outlet's name that is as likely an ordinary word here. */
  readonly ordinary: boolean;
  /** Of a name that has a weak bearer only: the word before it, and the places with which it stands in a list. */
  readonly previous: string | null;
  readonly beside: readonly number[];
}

const OPENING = 0x28;
const CLOSING = 0x29;
const SEVERAL_WORDS = /[\s\-‐‑·・]/;

/** What reading a block takes from the rest of the article. */
export type ArticleSide = Pick<Place, 'german' | 'isSmall'>;

/** Matches read between two yields: far less than a millisecond with warm code, a few with cold. */
const MATCHES_A_STEP = 16;

/** The readings of a block's matches, in their order. Yields between a few of them. */
export function* readBlock(subjects: Subjects, block: ScannedBlock, article: ArticleSide): Generator<undefined, Reading[]> {
  const { text, matches } = block;
  const lineCase = createLineReader(text, matches);
  const isEvent = (match: Match) => match.candidates.some((c) => subjects.subject(c.subject).kind === 'event');
  const readings: Reading[] = [];
  /** Where the last event and the last actor end. */
  let eventEnd = 0;
  let actorEnd = 0;
  for (let i = 0; i < matches.length; i++) {
    const match = matches[i];
    if (!match) break;
    if (i % MATCHES_A_STEP === MATCHES_A_STEP - 1) yield;
    const { start, end } = match;
    const event = isEvent(match);
    // The words of an event's name are no strangers to the actors in it.
    let coveredUntil = event ? 0 : eventEnd;
    let next = i + 1;
    for (let following = matches[next]; following && following.start < end; following = matches[++next]) {
      if (!event && isEvent(following)) coveredUntil = Math.max(coveredUntil, following.end);
    }
    const ended = Math.max(eventEnd <= start ? eventEnd : 0, actorEnd <= start ? actorEnd : 0);
    const previousEnd = !event && eventEnd > start ? start : ended;
    const nextStart = coveredUntil > end ? end : (matches[next]?.start ?? text.length);
    readings.push(
      readMatch(
        subjects,
        match,
        {
          text,
          start,
          end,
          previousEnd,
          nextStart,
          previous: strangerBefore({ text, previousEnd }, start),
          next: strangerAfter({ text, nextStart }, end),
          german: article.german,
          isSmall: article.isSmall,
          lineCase,
        },
        () => besides(subjects, text, matches, i),
      ),
    );
    if (event) eventEnd = end;
    else actorEnd = end;
  }
  return readings;
}

const FREE: Verdict = { is: 'free' };
const NOBODY: readonly number[] = [];

function isBracketed(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start - 1) === OPENING && text.charCodeAt(end) === CLOSING;
}

/** What parts the members of a list. */
const LIST_GAP = /^,? (?:(?:and|or|und|oder|et|ou|y|o|e|та|і|й|и|або|или|oraz|i|lub) )?$/;
const LONGEST_LIST_GAP = 7;

/** The places directly before and after the match in a list, as subjects; only names that count alone and are one place's. */
function besides(subjects: Subjects, text: string, matches: readonly Match[], i: number): number[] {
  const found: number[] = [];
  const match = matches[i];
  for (const other of [matches[i - 1], matches[i + 1]]) {
    if (!match || !other) continue;
    const [first, second] = other.start < match.start ? [other, match] : [match, other];
    if (second.start < first.end || second.start - first.end > LONGEST_LIST_GAP) continue;
    const only = other.candidates.length === 1 ? other.candidates[0] : undefined;
    if (only?.form !== 'full' || subjects.subject(only.subject).kind !== 'place') continue;
    if (LIST_GAP.test(text.slice(first.end, second.start))) found.push(only.subject);
  }
  return found;
}

function readMatch(subjects: Subjects, match: Match, place: Place, beside: () => number[]): Reading {
  const { text, start, end } = place;
  const surface = text.slice(start, end);
  const candidates: Candidate[] = [];
  let persons = 0;
  let surname = false;
  let outlet: Candidate | null = null;
  let weak = false;
  for (const candidate of match.candidates) {
    const subject = subjects.subject(candidate.subject);
    if (isOtherThing(place, subject)) continue;
    // "Quay Harbour Board (QHB)": part of the naming, no mention of its own.
    if (candidate.form === 'surname' && subject.kind !== 'person' && isBracketed(text, start, end)) continue;
    candidates.push(candidate);
    if (subject.kind === 'outlet') outlet ??= candidate;
    else weak ||= candidate.form === 'weak';
    if (subject.kind !== 'person') continue;
    persons++;
    surname ||= candidate.form === 'surname' || !SEVERAL_WORDS.test(surface);
  }
  // With nobody but persons possible, a stranger's first name ends it; a place or an outlet of the same name stays.
  // A weak name beside a given name or a title is a person's, too.
  const verdict = (surname && persons === candidates.length) || (weak && !SEVERAL_WORDS.test(surface)) ? surnameVerdict(place) : FREE;
  const ordinary = outlet !== null && mayBeOrdinaryWord(text, start, end, outlet.form === 'weak', place.german);
  const previous = weak ? (place.previous?.word ?? null) : null;
  return { match, surface, candidates, verdict, surname, ordinary, previous, beside: weak ? beside() : NOBODY };
}
