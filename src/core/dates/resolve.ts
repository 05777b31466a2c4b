/**
 * Places what a pattern found on the calendar: which unit of time it means, given the article's day, the dates
 * already found in the text, and the tense around it. What can't be placed gives null.
 * Knows nothing of words: only slots, shapes and directions.
 */
import {
  civilDay,
  dayNumber,
  FIRST_YEAR,
  firstDay,
  LAST_YEAR,
  lastDay,
  partOfYear,
  type Unit,
  type UnitKind,
  unitAt,
  weekdayOf,
  yearOf,
} from './calendar';
import { type Shape, type Slots, UNITS } from './language';
import { type Anchor, type Context, type Placed, placed } from './placed';
import { atOrBefore, dayWithoutYear, recurring, weekday, type YearlessDay } from './without-year';

/** "Les années 30" and below could be this century's. */
const FIRST_SHORT_DECADE = 40;

const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** The year that the slots name: in figures, or by DIR and the word year ("June last year"). */
function namedYear(slots: Slots, context: Context): { readonly year: number; readonly anchor: Anchor } | null {
  if (slots.YEAR !== undefined) return { year: slots.YEAR, anchor: 'none' };
  if (slots.UNIT === undefined || UNITS[slots.UNIT] !== 'year') return null;
  if (slots.DIR !== undefined)
    return context.published === null ? null : { year: civilDay(context.published).year + slots.DIR, anchor: 'published' };
  if (slots.SHIFT !== undefined) return context.last && { year: yearOf(context.last) + slots.SHIFT, anchor: 'text' };
  return null;
}

function decade(first: number): Placed | null {
  return isYear(first) && first % 10 === 0 ? placed({ kind: 'decade', n: first / 10 }, 'none') : null;
}

function interval(kind: UnitKind, from: number, to: number, anchor: Anchor): Placed {
  return { unit: { kind, n: from }, until: { kind, n: to }, anchor };
}

/** A year of two figures: of the article's century, or of the one before. */
function shortYear(figures: number, context: Context): Placed {
  const now = context.published === null ? (context.last ? yearOf(context.last) : 1999) : civilDay(context.published).year;
  const year = Math.floor(now / 100) * 100 + figures;
  // Some years ahead are still near: '28 in 2026.
  return placed({ kind: 'year', n: year > now + 10 ? year - 100 : year }, 'none');
}

function calendar(slots: Slots, context: Context): Placed | null {
  if (slots.YEARS !== undefined) return interval('year', Math.floor(slots.YEARS / 10_000), slots.YEARS % 10_000, 'none');
  if (slots.DECADE !== undefined) return decade(slots.DECADE);
  if (slots.NUMERIC !== undefined) {
    const monthAndDay = slots.NUMERIC % 10_000;
    const n = dayNumber({ year: Math.floor(slots.NUMERIC / 10_000), month: Math.floor(monthAndDay / 100), day: monthAndDay % 100 });
    return n === null ? null : placed({ kind: 'day', n }, 'none');
  }
  if (slots.DOTTED !== undefined) return dayWithoutYear({ month: Math.floor(slots.DOTTED / 100), day: slots.DOTTED % 100 }, context);
  const named = namedYear(slots, context);
  if (slots.UNIT !== undefined && UNITS[slots.UNIT] === 'year' && !named) return null;
  if (slots.UNIT !== undefined && UNITS[slots.UNIT] === 'decade') {
    const figures = slots.NUM ?? 0;
    return slots.YEAR === undefined && figures < FIRST_SHORT_DECADE ? null : decade(slots.YEAR ?? 1900 + figures);
  }
  if (slots.MONTH !== undefined && slots.DAYS !== undefined) {
    const [from, to] = [Math.floor(slots.DAYS / 100), slots.DAYS % 100];
    const first = day({ month: slots.MONTH, day: from }, named, context);
    const length = to - from;
    const last = first && dayNumber({ ...civilDay(first.unit.n), day: to });
    return first && last === first.unit.n + length ? interval('day', first.unit.n, last, first.anchor) : null;
  }
  if (slots.MONTH !== undefined && slots.DAY !== undefined) {
    return day({ month: slots.MONTH, day: slots.DAY, weekday: slots.WEEKDAY }, named, context);
  }
  const part = partSlots(slots);
  if (part)
    return named ? placed(partOfYear(part.kind, named.year, part.place), named.anchor) : recurring(part.kind, part.place, slots, context);
  if (slots.WEEKDAY !== undefined) return weekday(slots.WEEKDAY, slots, context);
  const ordinal = ordinalOf(slots);
  if (ordinal !== undefined && slots.UNIT !== undefined && UNITS[slots.UNIT] === 'century')
    return placed({ kind: 'century', n: ordinal - 1 }, 'none');
  if (slots.SHORT_YEAR !== undefined) return shortYear(slots.SHORT_YEAR, context);
  return named && isYear(named.year) ? placed({ kind: 'year', n: named.year }, named.anchor) : null;
}

function day(of: YearlessDay, named: ReturnType<typeof namedYear>, context: Context): Placed | null {
  if (!named) return dayWithoutYear(of, context);
  const n = dayNumber({ year: named.year, month: of.month, day: of.day });
  return n === null ? null : placed({ kind: 'day', n }, named.anchor);
}

/** "… and 25, 2025": days of a list rise within their month. */
function furtherDay(slots: Slots, { last }: Context): Placed | null {
  if (last?.kind !== 'day' || slots.DAY === undefined) return null;
  const before = civilDay(last.n);
  const n = dayNumber({ year: slots.YEAR ?? before.year, month: before.month, day: slots.DAY });
  return n === null || slots.DAY <= before.day ? null : placed({ kind: 'day', n }, slots.YEAR === undefined ? 'text' : 'none');
}

/** First, second …; where a language writes it with a point (2. Quartal) the number was read as a day. */
function ordinalOf(slots: Slots): number | undefined {
  return slots.ORD ?? slots.DAY;
}

function partSlots(slots: Slots): { readonly kind: 'month' | 'quarter' | 'half' | 'season'; readonly place: number } | null {
  if (slots.MONTH !== undefined) return { kind: 'month', place: slots.MONTH };
  if (slots.SEASON !== undefined) return { kind: 'season', place: slots.SEASON };
  const ordinal = ordinalOf(slots);
  if (ordinal === undefined) return null;
  if (slots.QUARTER !== undefined && ordinal <= 4) return { kind: 'quarter', place: ordinal };
  if (slots.HALF !== undefined && ordinal <= 2) return { kind: 'half', place: ordinal };
  return null;
}

/** `n` units from the one that holds `from`: days stay days, a week from a day is the same weekday. */
function moved(from: Unit, kind: UnitKind, n: number): Unit | null {
  const at = firstDay(from);
  if (at === null) return null;
  if (kind === 'week' && from.kind === 'day') return { kind: 'day', n: from.n + n * 7 };
  const fine = from.kind !== 'day' && from.kind !== 'week' && from.kind !== 'weekend' && from.kind !== 'decade' && from.kind !== 'century';
  // The same quarter or month a year earlier, where the text spoke of quarters or months.
  if (kind === 'year' && fine)
    return { kind: from.kind, n: from.n + n * ({ month: 12, quarter: 4, half: 2, season: 4, year: 1 } as const)[from.kind] };
  if (kind === 'decade') return { kind: 'year', n: yearOf(from) + n * 10 };
  const unit = unitAt(kind, at);
  return { kind, n: unit.n + n };
}

function ago(slots: Slots, { published, lastPeriod }: Context): Placed | null {
  const kind = UNITS[slots.UNIT ?? -1];
  if (published === null || !kind) return null;
  const n = -(slots.NUM ?? 1);
  if (kind === 'year' && n === -1 && lastPeriod) {
    const unit = moved(lastPeriod, 'year', n);
    return unit && placed(unit, 'text');
  }
  const unit = moved({ kind: 'day', n: published }, kind, n);
  return unit && placed(unit, 'published');
}

function shift(slots: Slots, { published, last, lastDay: day, lastPeriod }: Context): Placed | null {
  const kind = UNITS[slots.UNIT ?? -1];
  if (!kind || slots.SHIFT === undefined) return null;
  const n = (slots.NUM ?? 1) * slots.SHIFT;
  if (slots.QUARTER !== undefined) return quarterEarlier(slots, n, lastPeriod, published);
  const from =
    kind === 'day' || (kind === 'week' && last?.kind !== 'week')
      ? day
      : kind === 'year' && slots.NUM !== undefined && lastPeriod
        ? lastPeriod
        : last;
  if (from) {
    // "The previous year" is a year; "a year earlier" is the same month or quarter.
    const unit = slots.NUM === undefined && kind === 'year' ? { kind, n: yearOf(from) + n } : moved(from, kind, n);
    return unit && placed(unit, 'text');
  }
  // Reports compare with a year before their own day; days and weeks are counted from a date that the text tells.
  if (last || published === null || kind !== 'year' || n > 0) return null;
  return placed({ kind, n: civilDay(published).year + n }, 'published');
}

function same(slots: Slots, { published, last, lastDay: lastWhole, lastPeriod }: Context): Placed | null {
  const kind = UNITS[slots.UNIT ?? -1];
  if (!kind) return null;
  // "The latest quarter" is the one that the text speaks of, else the last that is over.
  if (kind === 'quarter' && !lastPeriod && slots.DIR !== undefined && published !== null) {
    return placed({ kind, n: unitAt(kind, published).n - 1 }, 'published');
  }
  const from = kind === 'quarter' ? lastPeriod : kind === 'day' ? lastWhole : last;
  const at = from && firstDay(from);
  if (at === null || (kind === 'quarter' && from?.kind !== 'quarter')) return null;
  const unit = unitAt(kind, at);
  // A month does not tell which day "the same day" was.
  const [a, b] = [firstDay(unit), lastDay(unit)];
  const end = from && lastDay(from);
  return a !== null && b !== null && end !== null && end <= b ? placed(unit, 'text') : null;
}

/** "Over the weekend" on a Monday is the one before, unless the tense says that it lies ahead. */
function undirected(kind: UnitKind, published: number, { tense }: Context): number {
  return kind === 'weekend' && weekdayOf(published) < 6 && tense?.direction !== 'future' ? -1 : 0;
}

/** The year-ago quarter: of the one that the text speaks of, or of the one that it names. */
function quarterEarlier(slots: Slots, years: number, lastPeriod: Unit | null, published: number | null): Placed | null {
  if (slots.ORD === undefined) return lastPeriod && placed({ kind: 'quarter', n: lastPeriod.n + 4 * years }, 'text');
  if (published === null || slots.ORD > 4) return null;
  const recent = atOrBefore(partOfYear('quarter', 0, slots.ORD), unitAt('quarter', published), 4);
  return placed({ kind: 'quarter', n: recent.n + 4 * years }, 'published');
}

/** Places a match; null where it can't be, or where the day does not exist. */
export function resolve(shape: Shape, slots: Slots, context: Context): Placed | null {
  const { published } = context;
  switch (shape) {
    case 'calendar':
      return calendar(slots, context);
    case 'more':
      return furtherDay(slots, context);
    case 'step': {
      const kind = UNITS[slots.UNIT ?? -1];
      if (published === null || !kind) return null;
      const now = unitAt(kind, published);
      return placed({ kind, n: now.n + (slots.DIR ?? undirected(kind, published, context)) }, 'published');
    }
    case 'ago':
      return ago(slots, context);
    case 'shift':
      return shift(slots, context);
    case 'same':
      return same(slots, context);
    case 'deictic':
      return published === null || slots.DEICTIC === undefined ? null : placed({ kind: 'day', n: published + slots.DEICTIC }, 'published');
    case 'not':
      return null;
    case 'fiscal': {
      const named = namedYear(slots, context);
      return named && isYear(named.year) ? placed({ kind: 'year', n: named.year }, named.anchor) : null;
    }
  }
}
