/** The fields of an item as its format gives them → an item. One rule for every format; knows none of them. */
import { isWebAddress } from '@/core/pack/web-address';
import { readFeedDate } from './dates';
import { type FeedItem, type FeedOrigin, LONGEST_SUMMARY } from './model';
import { summaryOf, textOfHtml, textOfText } from './plain-text';

/** A text and how it is meant: words, or HTML. */
export interface RawText {
  readonly value: string;
  readonly html: boolean;
}

export interface RawItem {
  readonly guid?: string | undefined;
  /** Candidates for the item's address, best first; relative ones count from `base`. */
  readonly links: readonly string[];
  readonly base: string;
  readonly title?: RawText | undefined;
  /** Candidates for the summary, best first. */
  readonly summaries: readonly RawText[];
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly lang?: string | undefined;
  readonly origin?: { readonly name: string; readonly url?: string | undefined } | undefined;
}

/** Longest title and name: headlines stay under 200 characters; what is longer is no headline. */
const LONGEST_TITLE = 300;
/** Longest of ids: addresses and tag URIs. A longer one would be a flood of keys. */
const LONGEST_GUID = 1000;
/** Browsers and servers take no longer addresses. */
const LONGEST_LINK = 2000;

/** Null where the item has no words, or neither an address nor an id: nothing could be kept or opened. */
export function makeItem(raw: RawItem): FeedItem | null {
  const guid = raw.guid?.trim().slice(0, LONGEST_GUID) || null;
  const link = raw.links.map((candidate) => absolute(candidate, raw.base)).find((address) => address !== null) ?? null;
  const summary = raw.summaries.map((text) => summaryOf(plain(text), LONGEST_SUMMARY)).find(Boolean) ?? '';
  // Notes have no headline; their first words stand for it.
  const title = summaryOf(raw.title ? plain(raw.title) : '', LONGEST_TITLE) || summaryOf(summary, LONGEST_TITLE / 2);
  if (!title || (!guid && !link)) return null;
  return {
    guid,
    link,
    title,
    summary: summary === title ? '' : summary,
    published: raw.published ? readFeedDate(raw.published) : null,
    modified: raw.modified ? readFeedDate(raw.modified) : null,
    lang: languageOf(raw.lang),
    origin: originOf(raw),
  };
}

const plain = ({ value, html }: RawText): string => (html ? textOfHtml(value) : textOfText(value));

/** An http(s) address, or null: a reader must never be handed anything else to click on. */
export function absolute(address: string, base: string): string | null {
  const trimmed = address.trim();
  const url = trimmed && trimmed.length <= LONGEST_LINK ? URL.parse(trimmed, base) : null;
  return url && isWebAddress(url.href) && !url.username && !url.password ? url.href : null;
}

function originOf({ origin, base }: RawItem): FeedOrigin | null {
  const name = origin ? summaryOf(textOfText(origin.name), LONGEST_TITLE) : '';
  return name ? { name, url: origin?.url ? absolute(origin.url, base) : null } : null;
}

/** A well-formed BCP 47 tag, or null. */
export function languageOf(tag: string | undefined): string | null {
  const written = tag?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(written) ? written : null;
}
