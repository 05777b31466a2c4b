/** `Retry-After` of an answer, in seconds or as a date (RFC 9110, 10.2.3) → how long to wait. Pure. */

/**
 * Milliseconds from now, 0 or more; null where there is none or it cannot be read. A date counts from the server's own clock
 * (`date`, its Date header) where that is given, since the reader's may be wrong.
 */
export function retryAfter(value: string | null, now: number, date: string | null): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // An HTTP date; Date.parse would also take "2025" or "May".
  if (!/^[A-Za-z]{3,9},? .*\d\d:\d\d:\d\d/.test(text)) return null;
  const until = Date.parse(text);
  const from = date ? Date.parse(date) : Number.NaN;
  return Number.isNaN(until) ? null : Math.max(0, until - (Number.isNaN(from) ? now : from));
}
