/**
 * Which of a match's candidates is meant: each gets its reason, the reasons are weighed, and the first counts where it
 * leads clearly. Without a clear lead the stretch stays undecided. Knows nothing of texts.
 */
import type { Candidate, SubjectEntry } from '../gazetteer/types';
import type { SubjectKind } from '../model/actor';
import type { Basis, LinkReason } from '../model/mention';
import { isUnitScript } from '../text/classes';
import { type Article, fitsOffice, isOwn, type Memory, standsAgainstNamesakes } from './article';
import type { Reading, Subjects } from './readings';
import { ENOUGH, signsFor } from './weak-names';

/** A name this short is also a word or a syllable of some language: it counts once the person is named by a longer one. */
const LONGEST_SYLLABLE = 2;

/** A Chinese name is whole with two characters, where letters make a syllable. */
function isSyllable(surface: string): boolean {
  return surface.length <= (isUnitScript(surface.charCodeAt(0)) ? 1 : LONGEST_SYLLABLE);
}

/** A reason that lies in the name itself. */
type OwnReason = Exclude<LinkReason, 'by-context' | 'corrected'>;

/**
 * What each reason weighs against others for the same words. A full name beats a surname; of two bearers of one name
 * the one that the article also names by a name of its own is meant. What context weighs is weak-names.ts.
 */
export const WEIGHTS = {
  'full-name': 6,
  'title-and-surname': 3,
  'named-in-full': 2,
  'only-bearer': 2,
  /** The article names the subject elsewhere by a name that nobody else bears. Between a place and an organisation that tells nothing: articles name both. */
  namedElsewhere: 2,
} as const satisfies Readonly<Record<OwnReason | 'namedElsewhere', number>>;

/** The first candidate counts with at least this much more than the second: with less, a single doubtful sign would decide. */
export const CLEAR_LEAD = 2;

/** A candidate that would count if it were the only one. */
export interface Choice {
  readonly subject: number;
  readonly reason: Exclude<LinkReason, 'corrected'>;
  readonly basis: Basis | null;
  weight: number;
}

/** All candidates that may be meant here, best first; none where something speaks against each. */
export function choicesOf(subjects: Subjects, reading: Reading, article: Article): Choice[] {
  const choices: Choice[] = [];
  let kind: SubjectKind | null = null;
  let mixed = false;
  let weak = false;
  let rival = false;
  const isPlaceToo = reading.candidates.some(({ form, subject }) => form === 'weak' && subjects.subject(subject).kind === 'place');
  for (const candidate of reading.candidates) {
    const subject = subjects.subject(candidate.subject);
    const own = article.memory(candidate.subject);
    weak ||= candidate.form === 'weak';
    const reason = reasonFor(candidate, subject, reading, own);
    rival ||= !reason && candidate.form !== 'weak' && subject.kind === 'person' && (own?.maybeNamed ?? 0) > 0;
    // "Washington" alone is the town or the state as well: whoever else bears it must be named in full somewhere.
    if (!reason || (reason === 'only-bearer' && isPlaceToo && (own?.named ?? 0) === 0)) continue;
    const basis = reason === 'named-in-full' ? (own?.namedAt ?? null) : null;
    choices.push({ subject: candidate.subject, reason, basis, weight: WEIGHTS[reason] });
    mixed ||= kind !== null && kind !== subject.kind;
    kind = subject.kind;
  }
  // "Ana Brandt met Mike Brandt. Brandt said …": the surname is as likely that of the one who was not marked.
  if (rival) return choices.filter(({ reason }) => reason === 'title-and-surname' || reason === 'full-name');
  // Signs decide only between those who share a weak name.
  if (choices.length === 0) return weak ? choicesByContext(subjects, reading, article) : choices;
  if (choices.length === 1) return choices;
  if (!mixed) for (const choice of choices) if ((article.memory(choice.subject)?.named ?? 0) > 0) choice.weight += WEIGHTS.namedElsewhere;
  return choices.sort((a, b) => b.weight - a.weight);
}

/** The bearers of a weak name for whom anything speaks, best first; none where it is too little for each. */
function choicesByContext(subjects: Subjects, reading: Reading, article: Article): Choice[] {
  if (reading.verdict.is !== 'free') return [];
  const choices: Choice[] = [];
  for (const { subject, form } of reading.candidates) {
    if (form !== 'weak') continue;
    const { weight, basis } = signsFor(subjects, reading, subject, article);
    if (weight > 0) choices.push({ subject, reason: 'by-context', basis, weight });
  }
  choices.sort((a, b) => b.weight - a.weight);
  return (choices[0]?.weight ?? 0) >= ENOUGH ? choices : [];
}

/** Does the first of them count? */
export function isClear(choices: readonly Choice[]): boolean {
  const first = choices[0];
  const second = choices[1];
  return first !== undefined && (second === undefined || first.weight - second.weight >= CLEAR_LEAD);
}

function reasonFor(candidate: Candidate, subject: SubjectEntry, reading: Reading, own: Memory | undefined): OwnReason | null {
  const { verdict } = reading;
  if (verdict.is === 'other-thing' || verdict.is === 'namesake') return null;
  if (candidate.form === 'weak') {
    // The Times counts where the article names the outlet in full, Georgia where it says "Republic of Georgia".
    const longer = (own?.named ?? 0) > 0 && verdict.is === 'free';
    return longer && !reading.ordinary && (subject.kind === 'outlet' || subject.kind === 'place') ? 'named-in-full' : null;
  }
  if (candidate.form === 'surname' && subject.kind !== 'person') {
    // An abbreviation, a town without its state: as the family name of a person.
    return (own?.named ?? 0) > 0 ? 'named-in-full' : null;
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
  if (candidate.form === 'full' && !isSyllable(reading.surface)) return 'only-bearer';
  if (own && own.named > 0) return 'named-in-full';
  // "Mme von der Leyen": courtesy alone names nobody, but a surname of several words is hardly shared.
  return verdict.is === 'title' && /\s/.test(reading.surface) ? 'title-and-surname' : null;
}
