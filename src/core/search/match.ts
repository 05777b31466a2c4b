/**
 * Does one record answer what the library was asked? The rule that the index of search must keep; used as it stands for the few
 * records that no index holds. Pure: names of whom a record refers to come in.
 */
import type { Actor, Outlet } from '../model/actor';
import type { Article } from '../model/article';
import { type Claim, leadingClock } from '../model/claim';
import { type Edtf, parseEdtf } from '../model/edtf';
import type { NewsEvent } from '../model/event';
import type { QualifiedId } from '../model/ids';
import type { LibraryQuery, LibraryStatus } from '../model/library';
import { wordsOf } from './words';

/** The texts of a claim that are its own: who is named in it by id is found by name. */
export function claimTexts({ text, quote, speakerName, via }: Pick<Claim, 'text' | 'quote' | 'speakerName' | 'via'>): string[] {
  return [text, quote ?? '', speakerName ?? '', ...via.map(({ name }) => name)];
}

/** Every way of writing a subject's name that it is found by. */
export function subjectTexts(record: Actor | Outlet | NewsEvent): string[] {
  return [record.name, ...record.names.map(({ text }) => text), ...('surnames' in record ? record.surnames : [])];
}

/** Everyone whose name finds the claim. */
export const claimSubjects = (claim: Claim): QualifiedId[] => [
  ...(claim.speaker ? [claim.speaker] : []),
  ...(claim.outlet ? [claim.outlet] : []),
  ...claim.via.flatMap(({ id }) => id ?? []),
  ...claim.actors,
  ...claim.events,
];

export const articleSubjects = (article: Article): QualifiedId[] => [
  ...(article.outlet ? [article.outlet] : []),
  ...article.actors,
  ...article.events,
];

export const claimDay = (claim: Claim): string => firstDay(leadingClock(claim)?.value.edtf);
export const articleDay = (article: Article): string => firstDay(article.published);

/** `YYYY-MM-DD`, or '' where it is unknown. */
const firstDay = (date: Edtf | null | undefined): string => (date && parseEdtf(date)?.first) || '';

/** Is every typed word the beginning of one of `words`, or of a word of the names? */
export function hasWords(typed: readonly string[], texts: readonly string[]): boolean {
  if (typed.length === 0) return true;
  const words = texts.flatMap(wordsOf);
  return typed.every((word) => words.some((one) => one.startsWith(word)));
}

type Filters = Pick<LibraryQuery, 'outlet' | 'actor' | 'event' | 'subject' | 'from' | 'to'>;

function inDays(day: string, { from, to }: Filters): boolean {
  if (from === undefined && to === undefined) return true;
  return day !== '' && (from === undefined || day >= from) && (to === undefined || day <= to);
}

export function claimPasses(claim: Claim, filters: Filters): boolean {
  const { outlet, actor, event, subject } = filters;
  const carriers = [claim.outlet, ...claim.via.map(({ id }) => id)];
  return (
    (outlet === undefined || carriers.includes(outlet)) &&
    (actor === undefined || claim.speaker === actor || claim.actors.includes(actor)) &&
    (event === undefined || claim.events.includes(event)) &&
    (subject === undefined || claimSubjects(claim).includes(subject)) &&
    inDays(claimDay(claim), filters)
  );
}

export function articlePasses(article: Article, filters: Filters): boolean {
  const { outlet, actor, event, subject } = filters;
  return (
    (outlet === undefined || article.outlet === outlet) &&
    (actor === undefined || article.actors.includes(actor)) &&
    (event === undefined || article.events.includes(event)) &&
    (subject === undefined || articleSubjects(article).includes(subject)) &&
    inDays(articleDay(article), filters)
  );
}

/** How a claim stands. `kept` and `dismissed` ones are of the reader's own pages. */
export interface Standing {
  readonly withdrawn: boolean;
  readonly superseded: boolean;
  readonly verdict: 'kept' | 'dismissed' | null;
}

export function hasStatus({ withdrawn, superseded, verdict }: Standing, status: LibraryStatus | undefined): boolean {
  if (status === undefined) return verdict !== 'dismissed';
  if (status === 'shown') return !withdrawn && !superseded && verdict !== 'dismissed';
  if (status === 'withdrawn') return withdrawn;
  if (status === 'superseded') return superseded;
  return verdict === status;
}
