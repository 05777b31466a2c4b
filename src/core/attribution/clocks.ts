/**
 * The clocks of a claim: which date of the text says when it was said or carried, and which when it happened.
 * A date is taken only from its place in the sentence; nothing is guessed. Takes dates as found, resolves none.
 */
import type { ClockValue } from '../model/claim';
import type { Edtf } from '../model/edtf';
import type { Attribution, Span } from './model';

/** A date found in the text, with its place; what core/dates gives fits. */
export interface PlacedDate extends Span {
  readonly edtf: Edtf;
  readonly qualifier?: 'early' | 'mid' | 'late';
  readonly basis: 'text' | 'relative';
}

const inside = (date: Span, { start, end }: Span) => start <= date.start && date.end <= end;

const clockOf = ({ edtf, qualifier, basis }: PlacedDate): ClockValue => (qualifier ? { edtf, qualifier, basis } : { edtf, basis });

/** Dates that lie in a span, from a list ordered by place. */
export function datesIn(dates: readonly PlacedDate[], span: Span): PlacedDate[] {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: PlacedDate[] = [];
  for (let i = low; i < dates.length; i++) {
    const date = dates[i];
    if (!date || date.start >= span.end) break;
    if (inside(date, span)) found.push(date);
  }
  return found;
}

const BEFORE_DATE = /^\s*(?:on|in|last|late|early|earlier|at)?\s*$/i;

/** The date of the reporting clause itself: the one nearest to the cue that is no part of the content. */
export function reportDate(text: string, { frame, cue, content, sentence }: Attribution, dates: readonly PlacedDate[]): ClockValue | null {
  const last = content.at(-1)?.end ?? cue.end;
  if (last > cue.end) {
    // "announced the plan on Monday": a date right behind the content belongs to the verb.
    const behind = datesIn(dates, { start: last, end: sentence.end })[0];
    if (behind && BEFORE_DATE.test(text.slice(last, behind.start))) return clockOf(behind);
  }
  let best: PlacedDate | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const date of datesIn(dates, frame)) {
    if (content.some((c) => inside(date, c))) continue;
    // A bare year counts things ("the 1956 uprising") unless "in" makes it a date.
    const before = text.slice(frame.start, date.start);
    if (/^\d{3}[\dX]/.test(date.edtf) && date.edtf.length === 4 && !/\b(?:in|since|from)\s+(?:early\s|late\s|mid-?)?$/i.test(before))
      continue;
    // A date in a relative clause about the source is no date of the report.
    if (date.end <= cue.start && /\b(?:who|which|whose|where)\b/.test(text.slice(frame.start, date.start))) continue;
    const away = date.start >= cue.end ? date.start - cue.end : cue.start - date.end;
    if (away < distance) {
      best = date;
      distance = away;
    }
  }
  return best && clockOf(best);
}

/** When what is told of happened: the only date in the content; null where it has several or none. */
export function contentDate(content: readonly Span[], dates: readonly PlacedDate[]): ClockValue | null {
  const found = content.flatMap((c) => datesIn(dates, c));
  const first = found[0];
  return first && found.every((d) => d.edtf === first.edtf) ? clockOf(first) : null;
}

/** Words of a report that was made some other time: the article's own day would be a guess. */
const OTHER_TIME =
  /\b(?:had|once|earlier|previously|formerly|often|repeatedly|frequently|always|sometimes|ago|last|then|later|never|recently|long)\b/i;

/** The day of an article, where it has one; the day on which plain reporting ("Macron said") was said. */
export function plainDay(text: string, { frame, unreal }: Attribution, published: string | null): ClockValue | null {
  const day = /^\d{4}-\d\d-\d\d(?![\d/])/.exec(published ?? '')?.[0];
  if (!day || unreal || OTHER_TIME.test(text.slice(frame.start, frame.end))) return null;
  return { edtf: day, basis: 'metadata' };
}
