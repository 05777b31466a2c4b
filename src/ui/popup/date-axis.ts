/**
 * Lays dates out on one horizontal axis: where each begins and ends, as fractions of the axis. Pure.
 */
import type { ClockValue } from '@/core/model/claim';
import { parseEdtf } from '@/core/model/edtf';
import { dayNumber } from '../primitives/days';

export interface AxisMark {
  /** 0 to 1, from the earliest day on the axis to the latest. Equal for a single day. */
  readonly from: number;
  readonly to: number;
  /** Not sharp: approximate, uncertain, a part of a unit, or open at one end. */
  readonly soft: boolean;
}

type AxisDate = Pick<ClockValue, 'edtf' | 'qualifier'>;

interface DateAxis {
  /** The dates at the two ends, as they were given: a month is never shown as its first day. One where it reaches both ends. */
  readonly ends: readonly AxisDate[];
  readonly marks: readonly AxisMark[];
}

interface Range {
  readonly value: AxisDate;
  /** Day numbers. */
  readonly first: number;
  readonly last: number;
  readonly soft: boolean;
}

function rangeOf(value: AxisDate): Range | [] {
  const range = parseEdtf(value.edtf);
  if (!range) return [];
  const soft = Boolean(value.qualifier) || range.approximate || range.uncertain || !range.first || !range.last;
  // An open end is drawn as if the date ended where it is known to begin, and the other way round.
  return { value, first: dayNumber(range.first || range.last), last: dayNumber(range.last || range.first), soft };
}

const sameRange = (a: Range, b: Range): boolean => a.first === b.first && a.last === b.last && a.soft === b.soft;

/** Null where fewer than two different dates are known: a single date needs no axis. */
export function dateAxis(values: readonly AxisDate[]): DateAxis | null {
  const ranges = values.flatMap(rangeOf);
  const different = ranges.filter((range, i) => ranges.findIndex((other) => sameRange(range, other)) === i);
  // Of dates that share an end, the shorter one says more about it.
  const [start] = different.toSorted((a, b) => a.first - b.first || a.last - b.last);
  const [end] = different.toSorted((a, b) => b.last - a.last || b.first - a.first);
  if (!start || !end || different.length < 2) return null;
  const span = end.last - start.first;
  if (span === 0) return null;
  const place = (day: number) => (day - start.first) / span;
  return {
    ends: start === end ? [start.value] : [start.value, end.value],
    marks: different.map(({ first, last, soft }) => ({ from: place(first), to: place(last), soft })),
  };
}
