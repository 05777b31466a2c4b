/**
 * What is new to a reader who opened something at a moment: what came here since, where that is known, else what is surely dated
 * after that day. Pure. An old report in a pack that came later is not called new: nobody said it since.
 */
import { type Edtf, parseEdtf } from '../model/edtf';

export interface Opening {
  /** Milliseconds since 1970, and the reader's day then, `YYYY-MM-DD`. */
  readonly at: number;
  readonly day: string;
}

export interface Arrival {
  readonly date: Edtf | null;
  /** When a feed brought it, in ms; null for what packs hold, of which only the date tells. */
  readonly seenAt: number | null;
}

export function isNew({ date, seenAt }: Arrival, { at, day }: Opening): boolean {
  if (seenAt !== null) return seenAt > at;
  const range = date === null ? null : parseEdtf(date);
  return range !== null && !range.approximate && !range.uncertain && range.first > day;
}

/** How long an actor stays in hand: what was new when it was opened is still shown as new when it is opened again so soon (ms). */
export const VISIT_MS = 30 * 60 * 1000;
