/**
 * Movement: the claims of an actor or an event on one axis of days. A day is a dot, anything less sure a span; what was
 * withdrawn or overtaken says so; what is old beside the article in hand says by how much. Only the model: the UI draws it.
 */
import type { ClaimStatus, Clock } from '../model/claim';
import { type Edtf, newestFirst, parseEdtf } from '../model/edtf';
import type { Difference } from './disagreement';

export interface TimelineItem {
  readonly id: string;
  readonly clock: Clock | null;
  readonly date: Edtf | null;
  readonly status: ClaimStatus;
  /** Publisher family of the outlet that carried it; null where unknown. */
  readonly voice: string | null;
  readonly speaker: string | null;
  /** The earlier claim that its pack says it replaces. */
  readonly supersedes?: string;
}

export interface TimelineMark {
  readonly id: string;
  readonly clock: Clock;
  readonly date: Edtf;
  readonly shape: 'dot' | 'span';
  /** First and last day, `YYYY-MM-DD`; an open end is the axis's own. */
  readonly from: string;
  readonly to: string;
  /** Place on the axis, 0 to 1. */
  readonly start: number;
  readonly end: number;
  /** Approximate, uncertain or open: drawn softly. */
  readonly soft: boolean;
  readonly state: 'standing' | 'superseded' | 'withdrawn';
  /** For `superseded`: the newer claim. */
  readonly by?: string;
  /** For a claim old beside the article: how long before it. */
  readonly before?: Age;
}

/** In the largest unit that fits twice; `atLeast` where the claim's date is a span. */
export interface Age {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly atLeast: boolean;
}

export interface Timeline {
  /** Oldest first. */
  readonly marks: readonly TimelineMark[];
  /** First and last day of the axis; null where nothing is dated. */
  readonly axis: { readonly from: string; readonly to: string } | null;
  /** Ids of claims without a date: listed apart, never drawn. */
  readonly undated: readonly string[];
}

const DAY = 86_400_000;
/** News of a fortnight is one story; what was said earlier than that is worth a word. */
const OLD_DAYS = 14;
const WEEK = 7;
/** Mean lengths in days, of the Gregorian calendar. */
const MONTH = 30.44;
const YEAR = 365.25;

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** `article`: the date of the article in hand, for what is old beside it. `differences`: what {@link findDifferences} found among these claims. */
export function makeTimeline(items: readonly TimelineItem[], article: Edtf | null, differences: readonly Difference[] = []): Timeline {
  const dated = items.flatMap((item) => {
    const range = item.date && parseEdtf(item.date);
    return item.date && item.clock && range ? [{ item, date: item.date, clock: item.clock, range }] : [];
  });
  const shown = new Set(dated.map(({ item }) => item.id));
  const undated = items.filter(({ id }) => !shown.has(id)).map(({ id }) => id);
  const days = dated.flatMap(({ range }) => [range.first, range.last].filter(Boolean)).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) return { marks: [], axis: null, undated };
  const length = time(to) - time(from);
  const place = (day: string): number => (length === 0 ? 0.5 : (time(day) - time(from)) / length);
  const overtaken = supersededBy(items, differences);
  const marks = dated.map(({ item, date, clock, range }): TimelineMark => {
    const [first, last] = [range.first || from, range.last || to];
    const by = overtaken.get(item.id);
    const before = article && ageBefore(date, article);
    return {
      id: item.id,
      clock,
      date,
      shape: first === last ? 'dot' : 'span',
      from: first,
      to: last,
      start: place(first),
      end: place(last),
      soft: range.approximate || range.uncertain || !range.first || !range.last,
      state: item.status === 'withdrawn' ? 'withdrawn' : by === undefined ? 'standing' : 'superseded',
      ...(by === undefined ? {} : { by }),
      ...(before ? { before } : {}),
    };
  });
  marks.sort((a, b) => newestFirst(b.date, a.date) || (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  return { marks, axis: { from, to }, undated };
}

/**
 * What a pack says is replaced, and figures: an earlier one is overtaken by a later one of the same voice or speaker only: two outlets that differ stand side by
 * side, and neither is made the newer truth.
 */
function supersededBy(items: readonly TimelineItem[], differences: readonly Difference[]): Map<string, string> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const found = new Map<string, string>();
  for (const { id, supersedes } of items) if (supersedes !== undefined) found.set(supersedes, id);
  for (const { about, sides } of differences) {
    if (about !== 'update') continue;
    const [a, b] = sides.map(({ statement }) => (statement === null ? undefined : byId.get(statement)));
    if (!a?.date || !b?.date) continue;
    if (!(a.voice !== null && a.voice === b.voice) && !(a.speaker !== null && a.speaker === b.speaker)) continue;
    const [older, newer] = newestFirst(a.date, b.date) > 0 ? [a, b] : [b, a];
    const known = byId.get(found.get(older.id) ?? '');
    if (!known || newestFirst(newer.date, known.date) < 0) found.set(older.id, newer.id);
  }
  return found;
}

/** How long before `article` a claim's date surely lies; null where that is less than a fortnight, or not sure. */
export function ageBefore(date: Edtf, article: Edtf): Age | null {
  const [claim, page] = [parseEdtf(date), parseEdtf(article)];
  if (!claim?.last || !page?.first || claim.approximate || claim.uncertain) return null;
  const days = Math.floor((time(page.first) - time(claim.last)) / DAY);
  if (days < OLD_DAYS) return null;
  const atLeast = claim.first !== claim.last || page.first !== page.last;
  if (days >= 2 * YEAR) return { count: Math.floor(days / YEAR), unit: 'year', atLeast };
  if (days >= 2 * MONTH) return { count: Math.round(days / MONTH - (atLeast ? 0.5 : 0)), unit: 'month', atLeast };
  return days >= 2 * WEEK ? { count: Math.floor(days / WEEK), unit: 'week', atLeast } : { count: days, unit: 'day', atLeast };
}
