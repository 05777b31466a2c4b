/**
 * EDTF (ISO 8601-2), the part of it that Sidelight writes: days, months, quarters, seasons,
 * years, decades, intervals, and the approximate (`~`) and uncertain (`?`) marks. A date is kept
 * as its string; this file reads one into the first and last day that it can mean.
 * Knows nothing of languages or of what the date is about.
 */

/** An EDTF string known to be well formed; made only by {@link parseEdtf} or checked by a pack's schema. */
export type Edtf = string;

export type Precision = 'day' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'interval';

/** A date read: first and last day as `YYYY-MM-DD`, inclusive; '' where an interval is open. */
export interface EdtfRange {
  readonly first: string;
  readonly last: string;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** First and last month of the ISO 8601-2 sub-year groups: seasons 21–24 (northern), quarters 33–36, halves 40–41. */
const SUB_YEAR: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 14], // a winter runs on into February of the next year
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  40: [1, 6],
  41: [7, 12],
};

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** The days of a month, 1–12; 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Reads one date without a slash; null where it is not one, `2025-02-30` and year 0 included. */
function parseSingle(text: string): EdtfRange | null {
  const m = /^(\d{3}X|\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(text);
  if (!m) return null;
  const [, y = '', mo, d, mark] = m;
  const approximate = mark === '~' || mark === '%';
  const uncertain = mark === '?' || mark === '%';
  if (y.endsWith('X')) {
    if (mo) return null;
    const decade = y.slice(0, 3);
    if (decade === '000') return null;
    return { first: `${decade}0-01-01`, last: `${decade}9-12-31`, precision: 'decade', approximate, uncertain };
  }
  const year = Number(y);
  if (year === 0) return null;
  if (!mo) return { first: `${y}-01-01`, last: `${y}-12-31`, precision: 'year', approximate, uncertain };
  const month = Number(mo);
  if (month >= 1 && month <= 12) {
    if (!d) {
      return { first: `${y}-${mo}-01`, last: `${y}-${mo}-${pad(daysInMonth(year, month))}`, precision: 'month', approximate, uncertain };
    }
    const day = Number(d);
    if (day < 1 || day > daysInMonth(year, month)) return null;
    return { first: text.slice(0, 10), last: text.slice(0, 10), precision: 'day', approximate, uncertain };
  }
  const group = SUB_YEAR[month];
  if (!group || d) return null;
  const [a, b] = group;
  const lastYear = b > 12 ? year + 1 : year;
  const lastMonth = b > 12 ? b - 12 : b;
  return {
    first: `${y}-${pad(a)}-01`,
    last: `${pad(lastYear, 4)}-${pad(lastMonth)}-${pad(daysInMonth(lastYear, lastMonth))}`,
    precision: month < 30 ? 'season' : month < 40 ? 'quarter' : 'interval',
    approximate,
    uncertain,
  };
}

/**
 * Reads an EDTF string. Returns null where it is not well formed, names a day that does not exist,
 * or runs backwards. A time of day is not read here: clocks with a time are ISO 8601 in their own field.
 */
export function parseEdtf(text: string): EdtfRange | null {
  const slash = text.indexOf('/');
  if (slash < 0) return parseSingle(text);
  const [a = '', b = ''] = [text.slice(0, slash), text.slice(slash + 1)];
  const open = (s: string) => s === '..' || s === '';
  if (open(a) && open(b)) return null;
  const from = open(a) ? null : parseSingle(a);
  const to = open(b) ? null : parseSingle(b);
  if ((!open(a) && !from) || (!open(b) && !to)) return null;
  if (from && to && from.first > to.last) return null;
  return {
    first: from?.first ?? '',
    last: to?.last ?? '',
    precision: 'interval',
    approximate: Boolean(from?.approximate || to?.approximate),
    uncertain: Boolean(from?.uncertain || to?.uncertain),
  };
}

export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== null;
}

/**
 * Orders dates newest first by the first day that they can mean; unknown and unreadable ones come last.
 * The first day, because a year must not outrank a day within it.
 */
export function newestFirst(a: Edtf | null | undefined, b: Edtf | null | undefined): number {
  const x = (a && parseEdtf(a)?.first) || '';
  const y = (b && parseEdtf(b)?.first) || '';
  return x === y ? 0 : x > y ? -1 : 1;
}
