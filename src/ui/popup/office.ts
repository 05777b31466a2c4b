/** Whether an office can still be read as held: a pack vouches for it up to a day, and offices change hands. Pure. */
import { type Edtf, parseEdtf } from '@/core/model/edtf';
import { dayNumber } from '../primitives/days';

/** About six months: a pack renewed with each season never shows the date, and one left alone for longer always does. */
const FRESH_DAYS = 183;

/**
 * False where `asOf` is so old that it must be said, and where it is no date or lies in the future. A month or a year
 * counts from its first day, the least that it vouches for. `today` is `YYYY-MM-DD`.
 */
export function isFresh(asOf: Edtf, today: string): boolean {
  const vouched = parseEdtf(asOf)?.first;
  if (!vouched) return false;
  const age = dayNumber(today) - dayNumber(vouched);
  // A pack made further east may be a day ahead of the reader.
  return age >= -1 && age <= FRESH_DAYS;
}
