/**
 * When the article was published and last changed, by every account that the page gives, most trusted first:
 * JSON-LD, meta tags, microdata, time elements, the address, visible text.
 * Reads the document; which account wins and what disagrees is decided here, what a date means in date-text.ts.
 */
import { dateInAddress } from './address';
import { type DateRead, readMachineDate, readVisibleDate } from './date-text';
import type { LinkedArticle } from './json-ld';
import type { MetaTags } from './meta';
import { shortText } from './short-text';

export type DateBasis = 'json-ld' | 'meta' | 'microdata' | 'time' | 'url' | 'text';

/** `value` is ISO 8601 with the zone as given, or an EDTF day or month. */
export interface PageDate extends DateRead {
  readonly basis: DateBasis;
}

export interface PageDates {
  readonly published: PageDate | null;
  readonly modified: PageDate | null;
  /** Every account of the publication date that was read, the winner first. */
  readonly accounts: readonly PageDate[];
}

const PUBLISHED = [
  'article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'article:published', 'article.published',
  'published_time', 'publishdate', 'publish-date', 'publish_date', 'published-date', 'pubdate', 'publication_date', 'parsely-pub-date',
  'sailthru.date', 'cxenseparse:recs:publishtime', 'dcterms.issued', 'dc.date.issued', 'dcterms.created', 'dc.date.created', 'dc.date',
  'dcterms.date', 'citation_publication_date', 'citation_date', 'rnews:datepublished', 'og:pubdate', 'datecreated', 'date',
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

/** Elements that a page names after their date. */
const DATE_ELEMENTS =
  '[itemprop~="datePublished" i], time, [class*="date" i], [id*="date" i], [class*="publish" i], [class*="time" i], [class*="byline" i], [class*="meta" i], [class*="posted" i], [class*="datum" i]';
/** Elements looked at, and how much of each: dates stand at the head of a page or close under the article. */
const MAX_ELEMENTS = 300;
const MAX_TEXT = 160;
const MAX_LINE = 640;
/** Where other articles are listed; their dates are theirs. */
const ELSEWHERE =
  'aside, nav, footer, [class*="related" i], [class*="comment" i], [class*="sidebar" i], [class*="teaser" i], [class*="recommend" i], [class*="popular" i], [class*="latest" i], [id*="sidebar" i], [id*="comment" i], [class*="widget_" i], [class*="calendar" i], [class*="archive" i]';
/** "Published", "updated" and the like at the head of a stretch of text, in the languages whose pages are read most. */
const PUBLISHED_WORD =
  /(?:publi(?:shed|é|cado|cato|cerad)|posted|veröffentlicht|erschienen|erstellt|geschrieben|yayınlan|opublikowan|опублікован|опубликован|^(?:datum|date|data|fecha|дата)\s*:)/i;
const MODIFIED_WORD =
  /(?:updated|modified|aktualisiert|geändert|mis à jour|actualizado|modificato|güncellen|оновлен|обновлен|aktualizowan)/i;

/** Reads every account. `lang` is the page's language; `address` its own address. */
export function readDates(
  document: Document,
  linked: LinkedArticle | null,
  meta: MetaTags,
  lang: string | null,
  address: string,
): PageDates {
  const published: PageDate[] = [];
  const modified: PageDate[] = [];
  const offer = (to: PageDate[], text: string | null | undefined, basis: DateBasis) => {
    const read = text ? (readMachineDate(text) ?? readVisibleDate(text.slice(0, MAX_TEXT), lang)) : null;
    if (read) to.push({ ...read, basis });
  };
  offer(published, linked?.published, 'json-ld');
  offer(modified, linked?.modified, 'json-ld');
  for (const name of PUBLISHED) for (const value of (meta.get(name) ?? []).slice(0, 1)) offer(published, value, 'meta');
  for (const name of MODIFIED) for (const value of (meta.get(name) ?? []).slice(0, 1)) offer(modified, value, 'meta');
  const url = dateInAddress(address);
  const enough = published.length > 0;
  if (!enough) readElements(document, lang, published, modified);
  if (url) published.push({ ...url, basis: 'url' });
  const accounts = published.toSorted((a, b) => TRUST.indexOf(a.basis) - TRUST.indexOf(b.basis));
  return { published: finest(accounts), modified: finest(modified), accounts };
}

const TRUST: readonly DateBasis[] = ['json-ld', 'meta', 'microdata', 'time', 'url', 'text'];

/** The first account; where a later one gives the same day with a time, or the month's day, that one says more. */
function finest(accounts: readonly PageDate[]): PageDate | null {
  const first = accounts[0];
  if (!first || first.precision === 'time') return first ?? null;
  return (
    accounts.find((a) => a.precision === 'time' && a.value.startsWith(first.value)) ??
    accounts.find((a) => first.precision === 'month' && a.precision === 'day' && a.value.startsWith(first.value)) ??
    first
  );
}

function readElements(document: Document, lang: string | null, published: PageDate[], modified: PageDate[]): void {
  let seen = 0;
  const later: PageDate[] = [];
  for (const element of document.querySelectorAll(DATE_ELEMENTS)) {
    if (++seen > MAX_ELEMENTS) break;
    if (element.parentElement?.closest(ELSEWHERE)) continue;
    const microdata = /\bdatePublished\b/i.test(element.getAttribute('itemprop') ?? '');
    const isTime = element.localName === 'time';
    const written =
      element.getAttribute('datetime') ??
      (microdata ? element.getAttribute('content') : null) ??
      (isTime ? element.getAttribute('title') : null);
    const text = shortText(element, MAX_LINE).slice(0, MAX_TEXT);
    const read = (written && readMachineDate(written)) || (text ? readVisibleDate(text, lang) : null);
    if (!read) continue;
    const label = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('class') ?? ''} ${text}`;
    const changed = MODIFIED_WORD.test(label) && !PUBLISHED_WORD.test(label) && !microdata;
    const date: PageDate = { ...read, basis: microdata ? 'microdata' : isTime ? 'time' : 'text' };
    if (changed) modified.push(date);
    else if (microdata || PUBLISHED_WORD.test(label) || element.hasAttribute('pubdate')) published.push(date);
    else later.push(date);
  }
  published.push(...later);
  if (published.length === 0) readWholeText(document, lang, published);
}

/** Last resort: a date beside a word for publishing, anywhere before the article's first long paragraph. */
function readWholeText(document: Document, lang: string | null, published: PageDate[]): void {
  let seen = 0;
  for (const element of document.querySelectorAll('p, span, div, small, em, li, td, h2, h3, h4, h5, h6')) {
    if (++seen > MAX_ELEMENTS * 4) return;
    const text = shortText(element, MAX_LINE).slice(0, MAX_TEXT);
    if (!text || element.parentElement?.closest(ELSEWHERE)) continue;
    const read = readVisibleDate(text, lang);
    if (read && (PUBLISHED_WORD.test(text) || text.length < 40)) {
      published.push({ ...read, basis: 'text' });
      return;
    }
  }
}
