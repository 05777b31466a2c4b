/** Where days lie on an axis, how marks keep out of each other's way, and which dates are written under it. Pure. */
import type { Timeline, TimelineMark } from '@/core/coverage/timeline';
import { dayNumber } from '../primitives/days';

/** Pixels between the first and the last day; the marks' own size comes on top. */
export const AXIS_WIDTH = 356;
/** Half of a dot, and the least that a span is long. */
const RADIUS = 4.5;
/** Between two marks in one lane. */
const GAP = 3;
/** Further lanes would push the claim out of sight: then marks overlap, as days with dozens of claims do. */
const LANES = 7;
/** Labels that fit under the axis side by side ("Dec 2025"). */
const LABELS = 5;

export interface PlacedMark {
  readonly mark: TimelineMark;
  /** Pixels: the middle of a dot, the ends of a span. */
  readonly x: number;
  readonly to: number;
  /** 0 is the lowest. */
  readonly lane: number;
}

export interface Tick {
  readonly x: number;
  /** An EDTF year, month or day. */
  readonly edtf: string;
}

export interface TimeScale {
  readonly marks: readonly PlacedMark[];
  readonly lanes: number;
  readonly ticks: readonly Tick[];
  /** Where the article in hand lies; null where it has no date. */
  readonly article: number | null;
}

/** Null where nothing is dated. `article`: the day of the article in hand; the axis reaches to it. */
export function timeScale({ marks, axis }: Timeline, article: string | null): TimeScale | null {
  if (!axis) return null;
  const here = article ? dayNumber(article) : Number.NaN;
  const days = [dayNumber(axis.from), dayNumber(axis.to), ...(Number.isNaN(here) ? [] : [here])];
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const place = (day: number) => (to === from ? AXIS_WIDTH / 2 : ((day - from) / (to - from)) * AXIS_WIDTH);
  // The longest first, so that they lie at the bottom and the days above them.
  const spans = marks.map((mark) => {
    const [x, end] = [place(dayNumber(mark.from)), place(dayNumber(mark.to))];
    return { mark, x, to: mark.shape === 'dot' ? x : Math.max(end, x + 2 * RADIUS) };
  });
  const ends: number[] = [];
  const lanes = new Map<string, number>();
  for (const { mark, x, to: end } of [...spans].sort((a, b) => b.to - b.x - (a.to - a.x) || a.x - b.x)) {
    const taken = spans.filter(
      ({ mark: other, ...o }) => lanes.has(other.id) && o.x - RADIUS - GAP < end + RADIUS && x - RADIUS < o.to + RADIUS + GAP,
    );
    const used = new Set(taken.map(({ mark: other }) => lanes.get(other.id)));
    let lane = 0;
    while (used.has(lane) && lane < LANES - 1) lane += 1;
    lanes.set(mark.id, lane);
    ends[lane] = end;
  }
  return {
    marks: spans.map((span) => ({ ...span, lane: lanes.get(span.mark.id) ?? 0 })),
    lanes: Math.max(1, ends.length),
    ticks: ticks(from, to).map((edtf) => ({ edtf, x: place(dayNumber(firstDay(edtf))) })),
    article: Number.isNaN(here) ? null : place(here),
  };
}

const firstDay = (edtf: string): string => `${edtf}${'0000-01-01'.slice(edtf.length)}`;

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Beginnings of years, else of months, else days, evenly; the finest that leaves room for every label. */
function ticks(from: number, to: number): string[] {
  const [first, last] = [iso(from), iso(to)];
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  if (years >= 3) {
    const step = Math.ceil((years + 1) / LABELS);
    return range(Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4)), step).map((year) => String(year).padStart(4, '0'));
  }
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const months = month(last) - month(first);
  if (months >= 2) {
    const step = [1, 2, 3, 4, 6, 12].find((n) => months / n <= LABELS) ?? 12;
    return range(Math.ceil((month(first) + 1) / step) * step, month(last), step).map(
      (n) => `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`,
    );
  }
  const step = Math.max(1, Math.ceil((to - from) / (LABELS - 2)));
  return range(from, to, step).map(iso);
}

const range = (from: number, to: number, step: number): number[] =>
  from > to ? [] : Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
