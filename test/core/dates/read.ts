/** What the tests of dates share: a text's dates as short strings, against a fixed day. */
import { findDates } from '@/core/dates/find';

/** A Wednesday. */
export const WEDNESDAY = '2025-11-19';

/** Each date as `text = EDTF`, with its part of the unit where it names one. */
export function datesIn(text: string, lang: string, published: string | null = WEDNESDAY): string[] {
  return findDates(text, { lang, published }).map((date) => `${date.text} = ${date.edtf}${date.qualifier ? ` ${date.qualifier}` : ''}`);
}
