/**
 * The date that a page gives for itself, in words, with its zone as the page gave it. Pure.
 * The wall time is shown as written: turning it into the reader's zone would hide what the page says.
 */
import { formatEdtf } from './format-edtf';

const ISO_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;

function zoneWords(zone: string | undefined): string {
  if (!zone) return 'zone not given';
  if (/^z$/i.test(zone)) return 'UTC';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0] === '-' ? '−' : '+'}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** Words for an ISO 8601 time or an EDTF date; anything else is given back as it stands. */
export function formatPublished(value: string, locale?: string): string {
  const m = ISO_TIME.exec(value.trim());
  if (!m) return formatEdtf(value.trim(), undefined, locale).text;
  const [, day, time, zone] = m;
  return `${formatEdtf(day, undefined, locale).text}, ${time} (${zoneWords(zone)})`;
}

/** Its day alone. */
export function formatPublishedDay(value: string, locale?: string): string {
  const day = ISO_TIME.exec(value.trim())?.[1] ?? value.trim();
  return formatEdtf(day, undefined, locale).text;
}

const BASES: Readonly<Record<string, string>> = {
  'json-ld': 'from page data',
  meta: 'from page data',
  microdata: 'from page data',
  time: 'from page text',
  text: 'from page text',
  url: 'from the address',
};

/** Where a page's date or title was read, in a word or two: what tells two of one page apart. */
const PLACES: Readonly<Record<string, string>> = {
  'json-ld': 'JSON-LD',
  meta: 'meta tag',
  microdata: 'microdata',
  time: 'on the page',
  text: 'on the page',
  url: 'address',
  heading: 'its heading',
};

export function placeWords(basis: string): string {
  return PLACES[basis] ?? basis;
}

/** Where a page's date was read, in words. */
export function basisWords(basis: string): string {
  return BASES[basis] ?? `from ${basis}`;
}
