/** Keeps the newest items of however many come by, in bounded memory. */
import { instantOf } from './dates';
import { type FeedItem, MOST_ITEMS } from './model';

export interface Newest {
  add(item: FeedItem): void;
  /** Newest first; undated ones last, in the order of the feed, which is newest first in most. */
  take(): { readonly items: readonly FeedItem[]; readonly over: number };
}

export function createNewest(most = MOST_ITEMS): Newest {
  let kept: { readonly item: FeedItem; readonly at: number; readonly nth: number }[] = [];
  let seen = 0;
  const prune = () => {
    kept.sort((a, b) => b.at - a.at || a.nth - b.nth);
    kept = kept.slice(0, most);
  };
  return {
    add(item) {
      kept.push({ item, at: instantOf(item.published ?? item.modified) ?? Number.MIN_SAFE_INTEGER, nth: seen++ });
      // Now and then, so that sorting costs little for each.
      if (kept.length >= most * 2) prune();
    },
    take() {
      prune();
      return { items: kept.map(({ item }) => item), over: seen - kept.length };
    },
  };
}
