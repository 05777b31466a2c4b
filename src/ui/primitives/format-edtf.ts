/**
 * An EDTF date in the reader's words: "8 Dec 2025", "Dec 2025", "late Dec 2025", "21–31 Dec 2025", "since 2024".
 * Pure. Says exactly as much as the date does; never a day for a month. Knows nothing of which clock it is.
 */
import { type Edtf, type EdtfRange, parseEdtf } from '@/core/model/edtf';
import { dayNumber, instant } from './days';

interface DateWords {
  readonly text: string;
  /** For `<time datetime>`: a plain day, month or year; null where HTML has no form for what the date says. */
  readonly datetime: string | null;
}

type Unit = 'day' | 'month' | 'year';
type Qualifier = 'early' | 'mid' | 'late';

/**
 * Gregorian whatever the locale, since a month or a year of EDTF is one of that calendar; UTC, since a date
 * has no zone and must not slip by a day.
 */
const YEAR: Intl.DateTimeFormatOptions = { year: 'numeric', calendar: 'gregory', timeZone: 'UTC' };
const MONTH: Intl.DateTimeFormatOptions = { ...YEAR, month: 'short' };
const FIELDS: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = { year: YEAR, month: MONTH, day: { ...MONTH, day: 'numeric' } };

const formats = new Map<string, Intl.DateTimeFormat>();

/** One formatter per locale and unit: making one costs far more than using it. */
function formatter(unit: Unit, locale: string | undefined): Intl.DateTimeFormat {
  const key = `${unit} ${locale ?? ''}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, FIELDS[unit]);
    formats.set(key, format);
  }
  return format;
}

const isUnit = (precision: string): precision is Unit => precision in FIELDS;

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** The unmarked words of one date without a slash. */
function core(text: string, range: EdtfRange, locale: string | undefined): string {
  if (isUnit(range.precision)) return formatter(range.precision, locale).format(instant(range.first));
  const year = text.slice(0, 4);
  if (range.precision === 'decade') return `${text.slice(0, 3)}0s`;
  const group = Number(text.slice(5, 7));
  if (range.precision === 'quarter') return `Q${group - 32} ${year}`;
  if (range.precision === 'season') {
    const crossing = range.last.slice(0, 4) !== year;
    return `${SEASONS[group - 21]} ${year}${crossing ? `/${range.last.slice(2, 4)}` : ''}`;
  }
  return `${group === 40 ? 'first' : 'second'} half of ${year}`;
}

function marked(range: EdtfRange, words: string): string {
  return `${range.uncertain ? 'possibly ' : ''}${range.approximate ? 'about ' : ''}${words}`;
}

function single(text: string, locale: string | undefined, qualifier?: Qualifier): string {
  const range = parseEdtf(text);
  if (!range) return text;
  // A part of a day is not something that a source dates by.
  const part = qualifier && range.precision !== 'day' ? `${qualifier} ` : '';
  return marked(range, part + core(text, range, locale));
}

/** An interval; the ends share what they have in common ("21–31 Dec 2025") where both are plain and alike. */
function interval(text: string, locale: string | undefined): string {
  const slash = text.indexOf('/');
  const [from, to] = [text.slice(0, slash), text.slice(slash + 1)];
  // `..` is open (it goes on), an empty end is unknown: EDTF keeps them apart, and so do the words.
  if (to === '..') return `since ${single(from, locale)}`;
  if (to === '') return `from ${single(from, locale)}, end unknown`;
  if (from === '..') return `until ${single(to, locale)}`;
  if (from === '') return `to ${single(to, locale)}, start unknown`;
  const [a, b] = [parseEdtf(from), parseEdtf(to)];
  const plain = a && b && !a.approximate && !a.uncertain && !b.approximate && !b.uncertain;
  if (plain && a.precision === b.precision && isUnit(a.precision)) {
    return formatter(a.precision, locale).formatRange(instant(a.first), instant(b.first));
  }
  return `${single(from, locale)} – ${single(to, locale)}`;
}

/**
 * Words for a date in `locale` (the browser's where it is left out). An absent date is "no date"; a string that is
 * not EDTF is given back as it stands, so that nothing a source said is hidden.
 */
export function formatEdtf(edtf: Edtf | null | undefined, qualifier?: Qualifier, locale?: string): DateWords {
  if (!edtf) return { text: 'no date', datetime: null };
  const range = parseEdtf(edtf);
  if (!range) return { text: edtf, datetime: null };
  // An interval already says which part is meant: a qualifier adds nothing to it.
  if (edtf.includes('/')) return { text: interval(edtf, locale), datetime: null };
  const exact = isUnit(range.precision) && !range.approximate && !range.uncertain && !qualifier;
  return { text: single(edtf, locale, qualifier), datetime: exact ? edtf : null };
}

/** How a date looks on a rail. `fade` says which end is not sharp; the top of a rail is later. */
interface GlyphShape {
  readonly shape: 'dot' | 'bar' | 'long' | 'hollow';
  readonly fade: 'none' | 'top' | 'bottom' | 'both';
}

/** Longest stretch drawn as the short bar, in days: a month, the unit that the bar stands for. */
const BAR_DAYS = 31;

/** The glyph is the precision: dot a day, bar up to a month, long bar more, hollow unknown. */
export function glyphOf(edtf: Edtf | null | undefined): GlyphShape {
  const range = edtf ? parseEdtf(edtf) : null;
  if (!range) return { shape: 'hollow', fade: 'none' };
  if (!range.last) return { shape: 'long', fade: 'top' };
  if (!range.first) return { shape: 'long', fade: 'bottom' };
  const days = dayNumber(range.last) - dayNumber(range.first) + 1;
  const fade = range.approximate || range.uncertain ? 'both' : 'none';
  // A day that is not certain is drawn as a short stretch: a sharp dot would claim too much.
  if (days === 1) return fade === 'none' ? { shape: 'dot', fade } : { shape: 'bar', fade };
  return { shape: days <= BAR_DAYS ? 'bar' : 'long', fade };
}
