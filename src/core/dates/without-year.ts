/**
 * Places weekdays, days, months, quarters and seasons of no named year: by the article's day and the tense, or by the
 * date before them in the text. Knows nothing of words.
 */
import { civilDay, dayNumber, firstDay, partOfYear, type Unit, unitAt, weekdayOf, yearOf } from './calendar';
import { type Slots, UNITS } from './language';
import { type Context, type Placed, placed } from './placed';
import type { TenseFound } from './tense';

/**
 * A day without a year is meant to be a near one, else the year would stand there: the coming one where it is nearer
 * than this part of the way back. A payment "announced yesterday, due Jan. 2" has only a past verb in sight.
 */
const MUCH_NEARER = 0.5;
/** A month this near ahead is meant where no verb tells: ten months back, the year would stand there. */
const NEAR_MONTHS = 2;
/** Tokens between a date and a verb that surely governs it: died on Nov. 30. */
const BESIDE = 2;

/** The last unit of its kind that has ended or holds the day, among those that come every `cycle` units. */
export function atOrBefore(target: Unit, now: Unit, cycle: number): Unit {
  const behind = (((now.n - target.n) % cycle) + cycle) % cycle;
  return { kind: target.kind, n: now.n - behind };
}

/** A day, month, quarter, half or season of no named year. */
export function recurring(kind: 'month' | 'quarter' | 'half' | 'season', place: number, slots: Slots, context: Context): Placed | null {
  const { published, last, tense } = context;
  const perYear = { month: 12, quarter: 4, half: 2, season: 4 }[kind];
  if (published === null) return last && slots.DIR === undefined ? placed(partOfYear(kind, yearOf(last), place), 'text') : null;
  const now = unitAt(kind, published);
  const recent = atOrBefore(partOfYear(kind, 0, place), now, perYear);
  const coming = { kind, n: recent.n === now.n ? recent.n : recent.n + perYear };
  if (slots.DIR === -1) return placed(recent.n === now.n ? { kind, n: recent.n - perYear } : recent, 'published');
  if (slots.DIR === 1) return placed(coming.n === now.n ? { kind, n: coming.n + perYear } : coming, 'published');
  if (slots.DIR === 0) return placed(partOfYear(kind, civilDay(published).year, place), 'published');
  if (kind === 'quarter') return placed(isComingQuarter(now.n - recent.n, tense) ? coming : recent, 'published');
  const near = kind === 'month' && !tense && coming.n - now.n <= NEAR_MONTHS;
  return placed(tense?.direction === 'future' || near ? coming : recent, 'published');
}

/** Reports look back at the last quarter and the current one; the one right ahead is a plan unless told as past. */
function isComingQuarter(behind: number, tense: TenseFound | null): boolean {
  return behind === 3 ? tense?.direction !== 'past' || tense.distance > BESIDE : behind === 2 && tense?.direction === 'future';
}

export interface YearlessDay {
  readonly month: number;
  readonly day: number;
  /** 1–7 where it is named too. */
  readonly weekday?: number | undefined;
}

/** A day of a month of no named year: by its weekday, else by tense, but a much nearer reading wins over a distant verb. */
export function dayWithoutYear({ month, day, weekday: named }: YearlessDay, context: Context): Placed | null {
  const { published, last, tense } = context;
  if (published === null) {
    const n = last && dayNumber({ year: yearOf(last), month, day });
    return n === null ? null : placed({ kind: 'day', n }, 'text');
  }
  const { year } = civilDay(published);
  const all = [year - 1, year, year + 1].flatMap((y) => dayNumber({ year: y, month, day }) ?? []);
  // "Monday, Dec. 8" names its year by the weekday, unless the writer got that wrong.
  const fitting = all.filter((n) => named === undefined || weekdayOf(n) === named);
  const readings = fitting.length > 0 ? fitting : all;
  const before = readings.filter((n) => n <= published).at(-1);
  const after = readings.find((n) => n >= published);
  if (before === undefined || after === undefined) {
    const only = before ?? after;
    return only === undefined ? null : placed({ kind: 'day', n: only }, 'published');
  }
  const nearer = (one: number, than: number) => Math.abs(one - published) < MUCH_NEARER * Math.abs(than - published);
  if (!tense) return placed({ kind: 'day', n: nearer(after, before) ? after : before }, 'published');
  const [told, other] = tense.direction === 'past' ? [before, after] : [after, before];
  const overruled = tense.distance > BESIDE && nearer(other, told);
  return placed({ kind: 'day', n: overruled ? other : told }, 'published');
}

export function weekday(target: number, slots: Slots, context: Context): Placed | null {
  const { published, tense, sequel } = context;
  if (published === null) return null;
  const behind = (weekdayOf(published) - target + 7) % 7;
  const day = (n: number): Placed => placed({ kind: 'day', n }, 'published');
  // "Monday last week": the week is named.
  if (slots.UNIT !== undefined && UNITS[slots.UNIT] === 'week') {
    const monday = firstDay({ kind: 'week', n: unitAt('week', published).n + (slots.DIR ?? 0) });
    return monday === null ? null : day(monday + target - 1);
  }
  if (slots.DIR === -1) return day(published - (behind || 7));
  if (slots.DIR === 1) return day(published + (7 - behind));
  if (slots.DIR === 0) {
    const monday = firstDay(unitAt('week', published));
    return monday === null ? null : day(monday + target - 1);
  }
  // "Tuesday and Wednesday", written on a Wednesday of the week before.
  if (behind === 0) return day(sequel?.kind === 'day' && sequel.n > published ? published + 7 : published);
  return day(tense?.direction === 'future' ? published + 7 - behind : published - behind);
}
