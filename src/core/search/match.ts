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

/** Conditions on records, each subject with all that the reader made one with it. */
export interface Filters extends Pick<LibraryQuery, 'from' | 'to'> {
  readonly outlet?: readonly QualifiedId[];
  readonly actor?: readonly QualifiedId[];
  readonly event?: readonly QualifiedId[];
  readonly subject?: readonly QualifiedId[];
}

/** `membersOf`: all that are one with a subject. */
export function filtersOf(query: LibraryQuery, membersOf: (id: QualifiedId) => readonly QualifiedId[]): Filters {
  const { outlet, actor, event, subject, from, to } = query;
  const all = (id: QualifiedId | undefined) => (id === undefined ? undefined : membersOf(id));
  return { outlet: all(outlet), actor: all(actor), event: all(event), subject: all(subject), from, to };
}

const isIn = (ids: readonly (QualifiedId | null | undefined)[], wanted: readonly QualifiedId[] | undefined): boolean =>
  wanted === undefined || wanted.some((id) => ids.includes(id));

function inDays(day: string, { from, to }: Filters): boolean {
  if (from === undefined && to === undefined) return true;
  return day !== '' && (from === undefined || day >= from) && (to === undefined || day <= to);
}

export function claimPasses(claim: Claim, filters: Filters): boolean {
  const { outlet, actor, event, subject } = filters;
  return (
    isIn([claim.outlet, ...claim.via.map(({ id }) => id)], outlet) &&
    isIn([claim.speaker, ...claim.actors], actor) &&
    isIn(claim.events, event) &&
    isIn(claimSubjects(claim), subject) &&
    inDays(claimDay(claim), filters)
  );
}

export function articlePasses(article: Article, filters: Filters): boolean {
  const { outlet, actor, event, subject } = filters;
  return (
    isIn([article.outlet], outlet) &&
    isIn(article.actors, actor) &&
    isIn(article.events, event) &&
    isIn(articleSubjects(article), subject) &&
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
