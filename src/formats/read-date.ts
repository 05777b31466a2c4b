/**
 * Dates as foreign files write them → EDTF, or nothing. A time of day is cut off where it stands, never moved into another
 * zone: what was dated there is the day that counts. What could be two days is none.
 */
import { isEdtf } from '@/core/model/edtf';

export interface ReadDate {
  readonly edtf: string;
  /** What the reader should know: `zone unknown`. */
  readonly note?: string;
}

const ISO_TIME = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;
/** Two numbers whose order tells languages apart, then the year. */
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

/** Languages that write the day first with slashes; with full stops everybody does. */
const DAY_FIRST = /^(?:en-(?:gb|ie|au|nz|in|za)|de|fr|es|it|nl|pt|pl|uk|ru|da|nb|nn|no|fi|cs|sk|ro|el|tr|id|vi|ar)\b/i;
const MONTH_FIRST = /^en-us\b/i;

/** `language`: BCP 47, of the file or as the reader chose; it decides what `01/02/2025` is. Null where nothing is sure. */
export function readDate(text: string, language?: string): ReadDate | null {
  const given = text.trim();
  if (isEdtf(given)) return { edtf: given };
  const time = ISO_TIME.exec(given);
  if (time?.[1]) {
    if (!isEdtf(time[1])) return null;
    return time[2] ? { edtf: time[1] } : { edtf: time[1], note: 'zone unknown' };
  }
  const numbers = NUMBERS.exec(given);
  if (!numbers) return null;
  const [, a = '', mark, b = '', year] = numbers;
  const order = orderOf(Number(a), Number(b), mark === '.', language);
  if (!order) return null;
  const [day, month] = order === 'day' ? [a, b] : [b, a];
  const edtf = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isEdtf(edtf) ? { edtf } : null;
}

/** Which of the two comes first; null where nothing tells. */
function orderOf(a: number, b: number, stops: boolean, language: string | undefined): 'day' | 'month' | null {
  if (a > 12 || a === b) return 'day';
  if (b > 12) return 'month';
  if (stops || (language !== undefined && DAY_FIRST.test(language))) return 'day';
  return language !== undefined && MONTH_FIRST.test(language) ? 'month' : null;
}
