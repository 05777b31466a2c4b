/**
 * A date as pages write it, for machines or for readers → ISO 8601 or EDTF, or nothing.
 * The clock time and zone stay as given: without a zone the time is local, a day alone stays a day.
 * What cannot be read for sure (01/02/2025, 2025-02-30, year 0) is not read.
 */
import { parseEdtf } from '@/core/model/edtf';

/** `day` or `month` where the page gives no more; `time` has a clock time, with or without a zone. */
export type DatePrecision = 'time' | 'day' | 'month';

export interface DateRead {
  readonly value: string;
  readonly precision: DatePrecision;
}

/** Printed news begins in the 1600s; a year before that, or after 2199, is a number of another kind. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 2199;

const ISO =
  /^(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ]\s*(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\[[^\]]*\])?)?$/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?$/;
/** Tue, 05 Mar 2024 10:00:00 +0100, and JavaScript's Tue Mar 05 2024 10:00:00 GMT+0100 (CET). */
const RFC =
  /^(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})\s+([a-z]{3})[a-z]*|([a-z]{3})[a-z]*\s+(\d{1,2}),?)\s+(\d{4})[,\s]+(\d\d):(\d\d)(?::(\d\d))?\s*(?:(Z|UTC|GMT)?([+-]\d\d:?\d\d)?)(?:\s*\(.*\))?$/i;
const EPOCH = /^1\d{9}(?:\d{3})?$/;
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const two = (n: string | number): string => String(n).padStart(2, '0');

/** The day if it exists in the calendar and in the years of news; null otherwise. */
export function calendarDay(year: string | number, month: string | number, day: string | number): string | null {
  const text = `${year}-${two(month)}-${two(day)}`;
  return Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR && parseEdtf(text)?.precision === 'day' ? text : null;
}

function withTime(day: string | null, hour?: string, minute?: string, second?: string, zone?: string): DateRead | null {
  if (!day) return null;
  if (hour === undefined || minute === undefined) return { value: day, precision: 'day' };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  return { value: `${day}T${hour}:${minute}:${second ?? '00'}${zoneAs(zone)}`, precision: 'time' };
}

function zoneAs(zone: string | undefined): string {
  if (!zone) return '';
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z';
  return `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
}

/** Reads a date written for machines: ISO 8601 in its forms, RFC 2822, seconds or milliseconds since 1970. */
export function readMachineDate(text: string): DateRead | null {
  const s = text.trim();
  if (s.length > 80) return null;
  const iso = ISO.exec(s.replace(/^(\d{4})[/.](\d\d)[/.](\d\d)/, '$1-$2-$3')) ?? COMPACT.exec(s);
  if (iso) {
    const [, y = '', mo = '', d, h, mi, sec, zone] = iso;
    if (d !== undefined) return withTime(calendarDay(y, mo, d), h, mi, sec, zone);
    return calendarDay(y, mo, 1) ? { value: `${y}-${mo}`, precision: 'month' } : null;
  }
  const rfc = RFC.exec(s);
  if (rfc) {
    const month = ENGLISH_MONTHS.indexOf((rfc[2] ?? rfc[3] ?? '').toLowerCase()) + 1;
    const day = month ? calendarDay(rfc[5] ?? '', month, rfc[1] ?? rfc[4] ?? '') : null;
    return withTime(day, rfc[6], rfc[7], rfc[8], rfc[10] ?? rfc[9]);
  }
  if (EPOCH.test(s)) {
    const at = new Date(Number(s) * (s.length === 10 ? 1000 : 1));
    return { value: `${at.toISOString().slice(0, 19)}Z`, precision: 'time' };
  }
  return null;
}

/** Months by name in the page's language and in English; filled on first use, from the browser's own tables. */
const monthTables = new Map<string, readonly (readonly string[])[]>();

function monthNames(lang: string): readonly (readonly string[])[] {
  const known = monthTables.get(lang);
  if (known) return known;
  let table: string[][] = [];
  try {
    const styles: Intl.DateTimeFormatOptions[] = [
      { month: 'long' },
      { month: 'short' },
      { day: 'numeric', month: 'long' },
      { day: 'numeric', month: 'short' },
    ];
    const formats = styles.map((style) => new Intl.DateTimeFormat(lang, { ...style, timeZone: 'UTC', calendar: 'gregory' }));
    table = Array.from({ length: 12 }, (_, month) =>
      formats.map((f) => {
        const parts = f.formatToParts(Date.UTC(2024, month, 15));
        return (parts.find((p) => p.type === 'month')?.value ?? '').toLowerCase().replace(/\./g, '');
      }),
    );
  } catch {
    // An attribute that is no language tag: no names of its own.
  }
  monthTables.set(lang, table);
  return table;
}

/** 1–12 where the word, or its first three letters or more, names just one month; 0 otherwise. */
function monthNumber(word: string, langs: readonly string[]): number {
  const w = word.toLowerCase();
  for (const lang of langs) {
    const hits = monthNames(lang).flatMap((names, i) => (names.some((n) => n === w) ? [i + 1] : []));
    if (hits.length === 1) return hits[0] ?? 0;
    const starts = monthNames(lang).flatMap((names, i) => (names.some((n) => n.startsWith(w)) ? [i + 1] : []));
    if (w.length >= 3 && starts.length === 1) return starts[0] ?? 0;
  }
  return 0;
}

/** Tried where a page does not say its language; their months' names do not contradict each other. */
const COMMON_LANGUAGES = ['en', 'de', 'fr', 'es', 'it'];

// A page's own markup often glues the time to the year: "3 Nov, 20239:59 am".
const DAY_MONTH_YEAR =
  /(?<![\p{L}\d])(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s\-/]+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?[\s\-/]+(?:de\s+)?(\d{4})(?!\d(?!\d?:\d\d))/giu;
const MONTH_DAY_YEAR = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})(?!\d(?!\d?:\d\d))/giu;
const YEAR_FIRST = /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)/gu;
const DOTTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\.?\d)/gu;
const SLASHED = /(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/])/gu;
/** Languages in which a numeric date with slashes begins with the day wherever they are written; English is divided. */
const DAY_FIRST = /^(?:fr|es|it|pt|nl|da|nb|no|el|ro|pl|cs|uk|ru|be|bg|hr|sr|id|tr|vi|ar|he|en-(?:gb|ie|au|nz|in))\b/i;

/**
 * Finds the first date in visible text, as a day. `lang` is the page's language, null where unknown.
 * Only whole dates: a month or weekday alone is nothing here.
 */
export function readVisibleDate(text: string, lang: string | null): DateRead | null {
  const langs = lang ? (lang.startsWith('en') ? ['en'] : [lang, 'en']) : COMMON_LANGUAGES;
  let best: { readonly at: number; readonly day: string } | null = null;
  const offer = (at: number, day: string | null) => {
    if (day && (!best || at < best.at)) best = { at, day };
  };
  for (const m of text.matchAll(DAY_MONTH_YEAR)) offer(m.index, calendarDay(m[3] ?? '', monthNumber(m[2] ?? '', langs), m[1] ?? ''));
  for (const m of text.matchAll(MONTH_DAY_YEAR)) offer(m.index, calendarDay(m[3] ?? '', monthNumber(m[1] ?? '', langs), m[2] ?? ''));
  for (const m of text.matchAll(YEAR_FIRST)) offer(m.index, calendarDay(m[1] ?? '', m[2] ?? '', m[3] ?? ''));
  for (const m of text.matchAll(DOTTED)) offer(m.index, calendarDay(m[3] ?? '', m[2] ?? '', m[1] ?? ''));
  for (const m of text.matchAll(SLASHED)) {
    const [a = '', b = '', year = ''] = [m[1], m[2], m[3]];
    const dayFirst = Number(a) > 12 || a === b || (lang !== null && DAY_FIRST.test(lang));
    const monthFirst = Number(b) > 12 || (lang !== null && /^en-us\b/i.test(lang));
    if (dayFirst !== monthFirst) offer(m.index, dayFirst ? calendarDay(year, b, a) : calendarDay(year, a, b));
  }
  const found = best as { readonly at: number; readonly day: string } | null;
  return found && { value: found.day, precision: 'day' };
}
