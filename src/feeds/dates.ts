/** Dates as feeds write them: what article pages write, and the older forms of RFC 822. */
import { type DateRead, readMachineDate } from '@/article/date-text';

/** The zones that RFC 822 names. Other abbreviations mean several zones each. */
const ZONES: Readonly<Record<string, string>> = {
  UT: '+0000',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
};

/** Null where it cannot be read for sure. A zone that could be several is dropped: the time is then local. */
export function readFeedDate(text: string): DateRead | null {
  const zoned = text.trim().replace(/\s+([A-Z]{2,5})$/, (all, name: string) => {
    if (/^(?:UTC|GMT)$/.test(name)) return all;
    const offset = ZONES[name];
    return offset ? ` ${offset}` : '';
  });
  // RFC 822 years had two digits; feeds began in 1999.
  return readMachineDate(zoned.replace(/^((?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+)(\d\d)(?=\s)/, '$120$2'));
}

/** Milliseconds since 1970, for ordering only; a time without a zone counts as UTC, a day as its beginning. */
export function instantOf(date: DateRead | null): number | null {
  if (!date) return null;
  const zoned = date.precision !== 'time' || /(?:Z|[+-]\d\d:\d\d)$/.test(date.value);
  const at = Date.parse(zoned ? date.value : `${date.value}Z`);
  return Number.isNaN(at) ? null : at;
}
