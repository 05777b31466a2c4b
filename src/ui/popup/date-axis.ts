/**
 * Lays dates out on one horizontal axis: where each begins and ends, as fractions of the axis. Pure.
 */
import type { ClockValue } from '@/core/model/claim';
import { type Edtf, parseEdtf } from '@/core/model/edtf';
import { dayNumber } from '../primitives/days';

export interface AxisMark {
  /** 0 to 1, from the earliest day on the axis to the latest. Equal for a single day. */
  readonly from: number;
  readonly to: number;
  /** Not sharp: approximate, uncertain, a part of a unit, or open at one end. */
  readonly soft: boolean;
}

interface DateAxis {
  /** First and last day on the axis. */
  readonly first: Edtf;
  readonly last: Edtf;
  readonly marks: readonly AxisMark[];
}

/** Null where fewer than two different days are known: a single date needs no axis. */
export function dateAxis(values: readonly Pick<ClockValue, 'edtf' | 'qualifier'>[]): DateAxis | null {
  const ranges = values.flatMap((value) => {
    const range = parseEdtf(value.edtf);
    if (!range) return [];
    const soft = Boolean(value.qualifier) || range.approximate || range.uncertain || !range.first || !range.last;
    return [{ first: range.first || range.last, last: range.last || range.first, soft }];
  });
  const first = ranges.map((range) => range.first).sort()[0];
  const last = ranges
    .map((range) => range.last)
    .sort()
    .at(-1);
  if (!first || !last) return null;
  const span = dayNumber(last) - dayNumber(first);
  if (span === 0) return null;
  const place = (day: string) => (dayNumber(day) - dayNumber(first)) / span;
  const marks = new Map<string, AxisMark>();
  for (const { first: a, last: b, soft } of ranges) marks.set(`${a} ${b} ${soft}`, { from: place(a), to: place(b), soft });
  return { first, last, marks: [...marks.values()] };
}
