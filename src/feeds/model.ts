/** What a feed says, whatever its format: shapes only. Texts are plain text, addresses absolute http(s), dates as given. */
import type { DateRead } from '@/article/date-text';

export type FeedFormat = 'rss' | 'rss-1.0' | 'atom' | 'json-feed' | 'news-sitemap';

/** Who published a thing first, where the feed says so: RSS and Atom `<source>`. */
export interface FeedOrigin {
  readonly name: string;
  readonly url: string | null;
}

export interface FeedItem {
  /** The feed's own name for the item; null where it gives none. */
  readonly guid: string | null;
  /** Absolute, as the feed gives it: not yet cleaned of tracking. */
  readonly link: string | null;
  /** Plain text: what looks like a tag in it is meant to be read. */
  readonly title: string;
  /** Plain text, at most {@link LONGEST_SUMMARY} characters; '' where there is none. */
  readonly summary: string;
  readonly published: DateRead | null;
  readonly modified: DateRead | null;
  /** BCP 47, of the item or its feed; null where neither says. */
  readonly lang: string | null;
  readonly origin: FeedOrigin | null;
}

export interface Feed {
  readonly format: FeedFormat;
  /** '' where it has none. */
  readonly title: string;
  /** The site that the feed is of. */
  readonly home: string | null;
  /** Newest first; at most {@link MOST_ITEMS}. */
  readonly items: readonly FeedItem[];
  /** Items that were older than the newest {@link MOST_ITEMS}, or said nothing. */
  readonly left: number;
}

/** A feed has 20 to 100 items, a news sitemap at most 1,000; more than a reader's week of one outlet is an archive. */
export const MOST_ITEMS = 500;

/** About a lead and its next paragraph; what comes after is the article, which is read on its own page. */
export const LONGEST_SUMMARY = 1500;
