/** The date in an article's address. Takes strings only; what an address is and which site it belongs to is core/model/address.ts. */
import { calendarDay, type DateRead } from './date-text';

/** The day that an address carries: /2025/12/24/, /2025-12-24-, 20251224. Only one that stands alone between marks. */
export function dateInAddress(address: string): DateRead | null {
  const path = URL.parse(address)?.pathname ?? '';
  const m =
    /(?:^|[/_-])((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(path) ??
    /(?:^|[/_-])((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/.exec(path);
  const day = m ? calendarDay(m[1] ?? '', m[2] ?? '', m[3] ?? '') : null;
  if (day) return { value: day, precision: 'day' };
  const named = /\/((?:19|20)\d\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\/(\d{1,2})(?=\/|$)/i.exec(path);
  const month = named
    ? ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf((named[2] ?? '').toLowerCase()) + 1
    : 0;
  const namedDay = named ? calendarDay(named[1] ?? '', month, named[3] ?? '') : null;
  return namedDay ? { value: namedDay, precision: 'day' } : null;
}
