/**
 * One match with what the words around it say: whose name it may be, and what speaks against that. Reads one block at a time
 * and knows nothing of the rest of the article but its language; what the whole tells is article.ts.
 */
import type { Candidate, Match, SubjectEntry } from '../gazetteer/types';
import { createLineReader } from './context';
import { isOtherThing, type Place, surnameVerdict, type Verdict } from './evidence';
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
}

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
  for (const [i, match] of matches.entries()) {
    if (i % MATCHES_A_STEP === MATCHES_A_STEP - 1) yield;
    const { start, end } = match;
    const event = isEvent(match);
    // The words of an event's name are no strangers to the actors in it.
    let coveredUntil = event ? 0 : eventEnd;
    let next = i + 1;
    for (let following = matches[next]; following && following.start < end; following = matches[++next]) {
      if (!event && isEvent(following)) coveredUntil = Math.max(coveredUntil, following.end);
    }
    const previousEnd = Math.max(eventEnd <= start ? eventEnd : 0, actorEnd <= start ? actorEnd : 0);
    const place: Place = {
      text,
      start,
      end,
      previousEnd: !event && eventEnd > start ? start : previousEnd,
      nextStart: coveredUntil > end ? end : (matches[next]?.start ?? text.length),
      ...article,
      lineCase,
    };
    if (event) eventEnd = end;
    else actorEnd = end;
    readings.push(readMatch(subjects, match, place));
  }
  return readings;
}

function readMatch(subjects: Subjects, match: Match, place: Place): Reading {
  const { text, start, end } = place;
  const surface = text.slice(start, end);
  const candidates = match.candidates.filter((c) => !isOtherThing(place, subjects.subject(c.subject)));
  const persons = candidates.filter((c) => subjects.subject(c.subject).kind === 'person');
  const oneWord = !/[\s\-‐‑]/.test(surface);
  const surname = persons.some((c) => c.form === 'surname' || oneWord);
  // With nobody but persons possible, a stranger's first name ends it; a place or an outlet of the same name stays.
  const verdict: Verdict = surname && persons.length === candidates.length ? surnameVerdict(place) : { is: 'free' };
  const outlet = candidates.find((c) => subjects.subject(c.subject).kind === 'outlet');
  const ordinary = outlet !== undefined && mayBeOrdinaryWord(text, start, end, outlet.form === 'weak', place.german);
  return { match, surface, candidates, verdict, surname, ordinary };
}
