/**
 * When the article was published and last changed, by every account that the page gives, most trusted first:
 * JSON-LD, meta tags, microdata, time elements, the address, visible text.
 * Reads the document; which account wins and what disagrees is decided here, what a date means in date-text.ts.
 */
import type { Steps } from '@/core/text/steps';
import { dateInAddress } from './address';
import { type DateRead, readMachineDate, readVisibleDate } from './date-text';
import type { LinkedArticle } from './json-ld';
import type { MetaTags } from './meta';
import { type VisibleDate, visibleDatesInSteps } from './visible-dates';

export type DateBasis = 'json-ld' | 'meta' | 'microdata' | 'time' | 'url' | 'text';

/** `value` is ISO 8601 with the zone as given, or an EDTF day or month. */
export interface PageDate extends DateRead {
  readonly basis: DateBasis;
}

export interface PageDates {
  readonly published: PageDate | null;
  readonly modified: PageDate | null;
  /** Every account of the publication date that the page gives under that name, the most trusted first. */
  readonly accounts: readonly PageDate[];
}

const PUBLISHED = [
  'article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'article:published', 'article.published',
  'published_time', 'publishdate', 'publish-date', 'publish_date', 'published-date', 'pubdate', 'publication_date', 'parsely-pub-date',
  'sailthru.date', 'cxenseparse:recs:publishtime', 'dcterms.issued', 'dc.date.issued', 'dcterms.created', 'dc.date.created', 'dc.date',
  'dcterms.date', 'citation_publication_date', 'citation_date', 'rnews:datepublished', 'og:pubdate', 'datecreated',
]; // biome-ignore format: a table of names
const MODIFIED = [
  'article:modified_time',
  'og:modified_time',
  'datemodified',
  'og:updated_time',
  'article:updated',
  'dcterms.modified',
  'lastmod',
  'last-modified',
];

/** A name that some sites fill with the day of the last change. */
const AMBIGUOUS = 'date';

/**
 * Reads every account, in small steps. `lang` is the page's language; `address` its own address.
 */
export function* datesInSteps(
  document: Document,
  linked: LinkedArticle | null,
  meta: MetaTags,
  lang: string | null,
  address: string,
): Steps<PageDates> {
  const told: PageDate[] = [];
  const modified: PageDate[] = [];
  const offer = (to: PageDate[], text: string | null | undefined, basis: DateBasis) => {
    const read = text ? (readMachineDate(text) ?? readVisibleDate(text.slice(0, MAX_META), lang)) : null;
    if (read) to.push({ ...read, basis });
  };
  offer(told, linked?.published, 'json-ld');
  offer(modified, linked?.modified, 'json-ld');
  for (const name of PUBLISHED) offer(told, meta.get(name)?.[0], 'meta');
  for (const name of MODIFIED) offer(modified, meta.get(name)?.[0], 'meta');
  const visible = yield* visibleDatesInSteps(document, lang);
  for (const { says, ...date } of visible) if (says === 'modified') modified.push(date);
  const named = visible.filter((date) => date.says === 'published');
  const url = dateInAddress(address);
  const fromAddress: PageDate[] = url ? [{ ...url, basis: 'url' }] : [];
  const accounts = [...told, ...named.map(plain), ...fromAddress].toSorted((a, b) => TRUST.indexOf(a.basis) - TRUST.indexOf(b.basis));
  // What stands beside the heading without a word, and what a site may fill with its last change, count where nothing else is told.
  const weak: PageDate[] = [];
  offer(weak, meta.get(AMBIGUOUS)?.[0], 'meta');
  if (accounts.length === 0) {
    accounts.push(...visible.filter((date) => date.says === 'nothing').map(plain), ...weak);
    if (accounts.length === 0) accounts.push(...visible.filter((date) => date.says === 'perhaps modified').map(plain));
  }
  return { published: localDay(finest([...accounts, ...weak]), fromAddress, visible), modified: finest(modified), accounts };
}

const plain = ({ says: _, ...date }: VisibleDate): PageDate => date;

const MAX_META = 160;

const TRUST: readonly DateBasis[] = ['json-ld', 'meta', 'microdata', 'time', 'url', 'text'];

/** The first account; where a later one gives the same moment in the site's own zone, or the same day more finely, that one says more. */
function finest(accounts: readonly PageDate[]): PageDate | null {
  const first = accounts[0];
  if (!first) return null;
  if (first.precision === 'time') {
    if (!IN_UTC.test(first.value)) return first;
    return accounts.find((a) => a.precision === 'time' && OWN_ZONE.test(a.value) && sameMoment(a.value, first.value)) ?? first;
  }
  return (
    accounts.find((a) => a.precision === 'time' && a.value.startsWith(first.value)) ??
    accounts.find((a) => first.precision === 'month' && a.precision === 'day' && a.value.startsWith(first.value)) ??
    first
  );
}

const IN_UTC = /(?:Z|[+-]00:00)$/;
const OWN_ZONE = /[+-](?!00:00)\d\d:\d\d$/;
/** Two systems of one site write the same moment some seconds apart. */
const SAME_MOMENT_MS = 60_000;

const sameMoment = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) < SAME_MOMENT_MS;

/** Zones lie up to 14 hours before and 12 behind UTC. */
const FARTHEST_ZONES_MS = { ahead: 14 * 3_600_000, behind: 12 * 3_600_000 };

/**
 * A moment written in UTC says nothing of the site's own day. Where address and visible text agree on a day next to it,
 * which it was somewhere at that moment, that day is the article's: "today" in its text means it.
 */
function localDay(date: PageDate | null, address: readonly PageDate[], visible: readonly VisibleDate[]): PageDate | null {
  if (date?.precision !== 'time' || !IN_UTC.test(date.value)) return date;
  const day = address[0]?.value;
  if (!day || day === date.value.slice(0, 10)) return date;
  const near = visible[0]?.value.slice(0, 10);
  const start = Date.parse(`${day}T00:00:00Z`);
  const moment = Date.parse(date.value);
  const somewhere = moment >= start - FARTHEST_ZONES_MS.ahead && moment < start + 86_400_000 + FARTHEST_ZONES_MS.behind;
  return near === day && somewhere ? { value: day, precision: 'day', basis: 'url' } : date;
}
