/**
 * A page → what it says of itself: title, publisher, dates, language, canonical address, authors, each with its basis.
 * Runs in the tab when the popup is opened over it: small, fast, one pass over the head. The main text is main-text.ts.
 * Takes the document as a parameter and changes nothing in it.
 */

import { canonicalAddress } from '@/core/model/address';
import { parseEdtf } from '@/core/model/edtf';
import type { DateDisagreement, PageArticle, TitleAccount } from '@/core/model/view';
import { finish, type Steps } from '@/core/text/steps';
import { jsonLdInSteps, type LinkedArticle } from './json-ld';
import { firstOf, type MetaTags, readMeta } from './meta';
import { type MicrodataArticle, readMicrodata } from './microdata';
import { datesInSteps, type PageDate } from './page-dates';
import { type KnownOutlet, type Publisher, readPublisher, siteNames } from './publisher';
import { shortText } from './short-text';
import { cleanTitle, compact, tidy } from './title';

export interface ArticleMetadata extends PageArticle {
  readonly publisher: Publisher | null;
  readonly published: PageDate | null;
  readonly modified: PageDate | null;
  readonly titleBasis: string | null;
  readonly titles: readonly TitleAccount[];
  readonly authors: readonly string[];
  readonly disagreements: readonly DateDisagreement[];
}

export interface ReadOptions {
  /** The outlet known by this host, or null. */
  readonly outletOf?: (host: string) => KnownOutlet | null;
  /** The present, milliseconds since 1970: a publication date well after it is flagged. */
  readonly now?: number;
}

/** Clocks and zones differ by up to a day each way; later than this is the future. */
const FUTURE_MS = 48 * 3_600_000;

/** Reads a page at once. Never throws: what is missing or unreadable is null. */
export const readArticle = (document: Document, address: string, options: ReadOptions = {}): ArticleMetadata =>
  finish(articleInSteps(document, address, options));

/** The same in small steps, for a page that must not be held up: one for each kind of source, and for each script of data. */
export function* articleInSteps(document: Document, address: string, options: ReadOptions = {}): Steps<ArticleMetadata> {
  const meta = readMeta(document);
  yield;
  const linked = yield* jsonLdInSteps(document, address);
  const micro = readMicrodata(document);
  yield;
  const names = siteNames(linked, meta, micro);
  const link = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  const url = canonicalAddress([link, firstOf(meta, ['og:url']), linked?.url], address);
  const host = URL.parse(address)?.hostname ?? '';
  const outlet = options.outletOf?.(host) ?? null;
  const title = readTitle(document, linked, meta, micro, [
    ...names.map((n) => n.name),
    ...(outlet ? [outlet.name] : []),
    ...domainNames(host),
  ]);
  yield;
  const publisher = readPublisher(host, outlet, names, title.tail);
  const lang = readLanguage(document, linked, meta);
  const dates = yield* datesInSteps(document, linked, meta, lang, address);
  return {
    title: title.value,
    titleBasis: title.basis,
    titles: title.others,
    url,
    host,
    publisherName: publisher?.name ?? null,
    publisher,
    published: dates.published,
    modified: dates.modified,
    lang,
    authors: readAuthors(document, linked, meta, micro),
    disagreements: dateDisagreements(dates.accounts, dates.modified, options.now),
  };
}

/** example.org → example.org, example; so that "… | Example" is known for the site's name. */
function domainNames(host: string): string[] {
  const labels = host.replace(/^www\./, '').split('.');
  return host ? [labels.join('.'), ...labels.slice(0, -1).filter((l) => l.length > 3)] : [];
}

interface TitleRead {
  readonly value: string | null;
  readonly basis: string | null;
  /** What the document's own title adds: often the site's name. */
  readonly tail: string | null;
  /** Titles that other places give, of another story. */
  readonly others: readonly TitleAccount[];
}

/** Longer than any headline; more is a page's text in the wrong place. */
const MAX_TITLE = 500;
/** The same as it stands in the page, with the white space of its markup. */
const MAX_RAW = 4_000;

function readTitle(
  document: Document,
  linked: LinkedArticle | null,
  meta: MetaTags,
  micro: MicrodataArticle,
  site: readonly string[],
): TitleRead {
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, 5)
    .map((h) => tidy((h.textContent ?? '').slice(0, MAX_RAW)).slice(0, MAX_TITLE));
  const documentTitle = tidy((document.querySelector('title')?.textContent ?? '').slice(0, MAX_RAW)).slice(0, MAX_TITLE);
  const social = firstOf(meta, ['og:title', 'twitter:title', 'dc.title', 'headline']);
  // A site's logo is often a heading too: the article's is the one that another place repeats.
  const known = [linked?.headline, social, documentTitle].flatMap((t) => (t ? [tidy(t.slice(0, MAX_TITLE))] : []));
  const heading = headings.find((h) => h.length > 15 && known.some((k) => sameStory(k, h))) ?? null;
  const candidates: readonly (readonly [string | null | undefined, string])[] = [
    ...aloneAgainstSearch(linked?.headline, social, heading, documentTitle),
    [linked?.headline, 'json-ld'],
    [social, 'meta'],
    [micro.headline, 'microdata'],
    [heading, 'heading'],
    // A title that is the site's name and nothing else is none of the article's, which has a smaller heading then.
    [namesSite(documentTitle, site) ? smallHeading(document) : null, 'heading'],
    [documentTitle, 'title'],
    [headings.find((h) => h.length > 3), 'heading'],
  ];
  const read = (accounts: typeof candidates): TitleAccount[] =>
    accounts.flatMap(([text, basis]) =>
      text ? [{ value: cleanTitle(text.slice(0, MAX_TITLE), basis === 'json-ld' ? null : heading, site), basis }] : [],
    );
  const first = read(candidates)[0];
  const tail =
    first && documentTitle.startsWith(first.value) ? documentTitle.slice(first.value.length).replace(/^[\s|–—\-·•»:]+/, '') : null;
  // The page's one main heading is an account of its own also where nothing repeats it; of several, one may be the site's.
  const main = heading ?? (headings.length === 1 ? headings[0] : null);
  const accounts = read([
    [linked?.headline, 'json-ld'],
    [social, 'meta'],
    [micro.headline, 'microdata'],
    [main, 'heading'],
  ]);
  return {
    value: first?.value ?? null,
    basis: first?.basis ?? null,
    tail: tail || null,
    others: first ? ofAnotherStory(first, accounts) : [],
  };
}

/**
 * The accounts that tell of another story than the title: each long enough to be a headline, in its own words. Headlines of one
 * story are worded anew for every place, and that is no contradiction.
 */
function ofAnotherStory(title: TitleAccount, accounts: readonly TitleAccount[]): TitleAccount[] {
  const isHeadline = ({ value }: TitleAccount) => wordsOf(value).length >= HEADLINE_WORDS;
  if (!isHeadline(title)) return [];
  const others = accounts.filter((account) => isHeadline(account) && !sameStory(account.value, title.value));
  return others.filter(({ value }, i) => others.findIndex((other) => sameStory(other.value, value)) === i);
}

const namesSite = (title: string, site: readonly string[]): boolean => site.some((name) => compact(name) === compact(title));

/** The first heading below the main one, where it is as long as a headline. */
function smallHeading(document: Document): string | null {
  const heading = document.querySelector('h2');
  const text = heading ? tidy((heading.textContent ?? '').slice(0, MAX_RAW)).slice(0, MAX_TITLE) : '';
  return wordsOf(text).length >= HEADLINE_WORDS ? text : null;
}

/** A title of fewer words is a section's or the site's name. */
const HEADLINE_WORDS = 4;

/**
 * The browser's title is the one that is written for search engines, so where two of the other places repeat it, or one does
 * and two agree against it, the editors' headline is the one that does not.
 */
function aloneAgainstSearch(
  headline: string | null | undefined,
  social: string | null | undefined,
  heading: string | null,
  documentTitle: string,
): (readonly [string, string])[] {
  if (!headline || !social || !heading) return [];
  const [ld, og, h1, search] = [headline, social, heading, documentTitle].map(compact);
  if (!ld || !og || !h1 || !search) return [];
  // A site that adds its own name to the browser's title took the headline for it, not the other way round.
  if (og === h1 && search === ld) return [[heading, 'heading']];
  const isHeadline = wordsOf(social).length >= HEADLINE_WORDS && !search.includes(og) && !isShortened(social, heading);
  return ld === h1 && search.startsWith(h1) && isHeadline ? [[social, 'meta']] : [];
}

const wordsOf = (title: string): string[] => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A title of which more than this share stands in the heading is the heading, cut short for sharing. */
const SHORTENED = 0.9;

function isShortened(title: string, heading: string): boolean {
  const known = new Set(wordsOf(heading));
  const words = wordsOf(title);
  return words.filter((word) => known.has(word)).length > words.length * SHORTENED;
}

/** Two titles of one story share a third of the shorter one's words, in whatever order. */
function sameStory(a: string, b: string): boolean {
  if (compact(a).includes(compact(b)) || compact(b).includes(compact(a))) return true;
  const words = (s: string) => new Set(s.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared >= 2 && shared * 3 >= Math.min(x.size, y.size);
}

function readLanguage(document: Document, linked: LinkedArticle | null, meta: MetaTags): string | null {
  const given = [
    document.documentElement?.getAttribute('lang'),
    linked?.lang,
    firstOf(meta, ['og:locale', 'content-language', 'dc.language', 'language']),
  ];
  for (const value of given) {
    const tag = value?.trim().replace('_', '-');
    if (tag && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return tag;
  }
  return null;
}

/** More names than this is a list of staff. */
const MAX_AUTHORS = 12;

function readAuthors(document: Document, linked: LinkedArticle | null, meta: MetaTags, micro: MicrodataArticle): string[] {
  let names = linked?.authors ?? [];
  if (!names.length) names = [...(meta.get('author') ?? []), ...(meta.get('article:author') ?? [])];
  if (!names.length) names = micro.authors;
  if (!names.length)
    names = [...document.querySelectorAll('[rel~="author" i], [itemprop~="author" i]')].slice(0, MAX_AUTHORS).map((e) => shortText(e, 100));
  const clean = names
    .map((n) => tidy(n).replace(/^(?:by|von|par|por|di)\s+/i, ''))
    .filter((n) => n.length > 1 && n.length < 100 && !/^https?:|@/.test(n));
  return [...new Set(clean)].slice(0, MAX_AUTHORS);
}

function dateDisagreements(accounts: readonly PageDate[], modified: PageDate | null, now: number | undefined): DateDisagreement[] {
  const found: DateDisagreement[] = [];
  const first = accounts[0];
  if (!first) return found;
  const other = accounts.find((a) => daysApart(a.value, first.value) > 1);
  if (other) found.push({ about: 'published', values: [first, other] });
  if (modified && daysApart(modified.value, first.value) > 1 && modified.value < first.value)
    found.push({ about: 'order', values: [first, modified] });
  if (now !== undefined && dayStart(first.value) > now + FUTURE_MS) found.push({ about: 'future', values: [first] });
  return found;
}

function dayStart(value: string): number {
  const first = parseEdtf(value.slice(0, 10))?.first;
  return first ? Date.parse(`${first}T00:00:00Z`) : Number.NaN;
}

const daysApart = (a: string, b: string): number => Math.abs(dayStart(a) - dayStart(b)) / 86_400_000;
