/** The dates of a pack, read once each: a pack of a million claims holds a few thousand different ones. */
import { type EdtfRange, parseEdtf } from '../model/edtf';

/** Different dates that are remembered: a hundred years of days. */
const REMEMBERED = 40_000;

const read = new Map<string, EdtfRange | null>();

/** {@link parseEdtf}, remembered. */
export function dateOf(edtf: string): EdtfRange | null {
  const known = read.get(edtf);
  if (known !== undefined) return known;
  if (read.size >= REMEMBERED) read.clear();
  const range = parseEdtf(edtf);
  read.set(edtf, range);
  return range;
}

/** A clock of a computer somewhere may be off by this much, and zones by half a day; what is dated later lies in the future. */
const AHEAD_MS = 48 * 3600 * 1000;

/** The last day that is not in the future, as `YYYY-MM-DD`. `now` in ms. */
export function lastCredibleDay(now: number): string {
  return new Date(now + AHEAD_MS).toISOString().slice(0, 10);
}
