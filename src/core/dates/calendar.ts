/**
 * The calendar as whole numbers: a unit (a day, a week, a month …) is its kind and how many of that kind
 * lie before it, so that "the next one" is plus one and no time zone can enter.
 * Knows nothing of text, languages or of what today is.
 */
import { daysInMonth, type Edtf } from '../model/edtf';

/** `week` is Monday to Sunday, `season` the northern one, `century` the hundred years that begin with the same digits. */
export type UnitKind = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century';

/**
 * `n` counts units of the kind: days since 1970-01-01, weeks and weekends since the week of 1969-12-29 (a Monday),
 * months, quarters, halves and seasons since year 0, years, decades and centuries as such.
 */
export interface Unit {
  readonly kind: UnitKind;
  readonly n: number;
}

/** News tells of nothing earlier by number alone, and of nothing later than plans and bonds reach. */
export const FIRST_YEAR = 1000;
export const LAST_YEAR = 2199;

/** 1970-01-01 was a Thursday, the fourth day of its week. */
const DAYS_BEFORE_EPOCH_IN_WEEK = 3;

const PARTS_OF_YEAR = { month: 12, quarter: 4, half: 2, season: 4 } as const;
const YEARS_IN = { year: 1, decade: 10, century: 100 } as const;
/** What ISO 8601-2 adds to a part's place in the year: 21 spring … 24 winter, 33–36 quarters, 40 and 41 halves. */
const SUB_YEAR_CODE = { season: 21, quarter: 33, half: 40 } as const;

export interface CivilDay {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 of a day that exists; null for 30 February and for years outside those of news. */
export function dayNumber({ year, month, day }: CivilDay): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || day < 1 || day > daysInMonth(year, month)) return null;
  // Years are counted from March, so that the leap day is the last of its year.
  const y = month > 2 ? year : year - 1;
  const marchBased = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * marchBased + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

/** The reverse of {@link dayNumber}. */
export function civilDay(n: number): CivilDay {
  const shifted = n + 719_468;
  const era = Math.floor(shifted / 146_097); // days in 400 years
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchBased = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchBased < 10 ? marchBased + 3 : marchBased - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchBased + 2) / 5) + 1,
  };
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + DAYS_BEFORE_EPOCH_IN_WEEK) % 7) + 7) % 7) + 1;
}

/** The unit of a kind in which a day lies; a weekday's weekend is that of its week. A winter begins in December. */
export function unitAt(kind: UnitKind, day: number): Unit {
  if (kind === 'day') return { kind, n: day };
  if (kind === 'week' || kind === 'weekend') return { kind, n: Math.floor((day + DAYS_BEFORE_EPOCH_IN_WEEK) / 7) };
  const { year, month } = civilDay(day);
  if (kind === 'season') return { kind, n: Math.floor((year * 12 + month - 3) / 3) };
  if (kind === 'month' || kind === 'quarter' || kind === 'half') {
    const parts = PARTS_OF_YEAR[kind];
    return { kind, n: year * parts + Math.floor(((month - 1) * parts) / 12) };
  }
  return { kind, n: Math.floor(year / YEARS_IN[kind]) };
}

/** A month, quarter, half or season by its place in the year, counted from 1 (spring is 1). */
export function partOfYear(kind: keyof typeof PARTS_OF_YEAR, year: number, place: number): Unit {
  return { kind, n: year * PARTS_OF_YEAR[kind] + place - 1 };
}

/** The first month of a unit that is at least a month, as months since year 0. */
function firstMonth({ kind, n }: Unit): number {
  if (kind === 'season') return n * 3 + 2;
  if (kind === 'month' || kind === 'quarter' || kind === 'half') return (n * 12) / PARTS_OF_YEAR[kind];
  return kind === 'year' || kind === 'decade' || kind === 'century' ? n * YEARS_IN[kind] * 12 : 0;
}

/** First day of a unit, in days since 1970-01-01; null outside the years of news. */
export function firstDay(unit: Unit): number | null {
  if (unit.kind === 'day') return unit.n;
  if (unit.kind === 'week') return unit.n * 7 - DAYS_BEFORE_EPOCH_IN_WEEK;
  if (unit.kind === 'weekend') return unit.n * 7 - DAYS_BEFORE_EPOCH_IN_WEEK + 5;
  const month = firstMonth(unit);
  return dayNumber({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
}

/** Last day of a unit, in days since 1970-01-01; null outside the years of news. */
export function lastDay(unit: Unit): number | null {
  if (unit.kind === 'day') return unit.n;
  const first = firstDay(unit);
  if (unit.kind === 'week' || unit.kind === 'weekend') return first === null ? null : first + (unit.kind === 'week' ? 6 : 1);
  const lastMonth = firstMonth({ kind: unit.kind, n: unit.n + 1 }) - 1;
  const [year, month] = [Math.floor(lastMonth / 12), (lastMonth % 12) + 1];
  return dayNumber({ year, month, day: daysInMonth(year, month) });
}

/** The year in which a unit begins. */
export function yearOf(unit: Unit): number {
  const first = firstDay(unit);
  return first === null ? 0 : civilDay(first).year;
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

function isoDay(n: number): string {
  const { year, month, day } = civilDay(n);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** A unit as EDTF: weeks, weekends and centuries as intervals, for which EDTF has no name. Null outside the years of news. */
export function edtfOf(unit: Unit): Edtf | null {
  const [first, last] = [firstDay(unit), lastDay(unit)];
  if (first === null || last === null) return null;
  const year = yearOf(unit);
  if (year < FIRST_YEAR || civilDay(last).year > LAST_YEAR) return null;
  switch (unit.kind) {
    case 'day':
      return isoDay(first);
    case 'week':
    case 'weekend':
      return `${isoDay(first)}/${isoDay(last)}`;
    case 'month':
      return isoDay(first).slice(0, 7);
    case 'quarter':
    case 'half':
    case 'season':
      return `${pad(year, 4)}-${SUB_YEAR_CODE[unit.kind] + (unit.n % PARTS_OF_YEAR[unit.kind])}`;
    case 'year':
      return pad(year, 4);
    case 'decade':
      return `${pad(unit.n, 3)}X`;
    case 'century':
      return `${pad(year, 4)}/${pad(year + 99, 4)}`;
  }
}
