/**
 * What feeds brought is kept as long as the reader wants, and then deleted in slices; whatever the reader noted, edited or tied to an
 * event of their own stays. A clock that jumps ahead by a year must not empty the store: deleting goes on by a week each day at most,
 * but where the reader has just chosen to keep less.
 */
import { instantOf } from '@/feeds/dates';
import type { Feed } from '@/feeds/model';
import type { Store } from '@/store/store';
import type { SettingsStore } from './settings';

const DAY_MS = 86_400_000;
/** A month of the calendar, on average. */
const MONTH_MS = 30.44 * DAY_MS;
/** Once a day is often enough for what is counted in months. */
const EVERY_MS = DAY_MS;
/** How far one day's deleting goes beyond the last one's. */
const STRIDE_MS = 7 * DAY_MS;
/** Articles deleted in one transaction: some 50 ms. */
const SLICE = 200;

export interface FeedKeeping {
  /** Deletes what is older than the reader wants; `chosen`: because the reader chose so just now. Answers how many articles went. */
  clean(chosen?: boolean): Promise<number>;
  /** A feed without the items that are too old to be kept: they would be deleted and brought anew for ever. */
  trim(feed: Feed): Promise<Feed>;
}

interface KeepingWorld {
  readonly feeds: Store['feeds'];
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

export function createFeedKeeping({ feeds, settings, now, pause }: KeepingWorld): FeedKeeping {
  /** The moment before which nothing is kept; null where everything is, or where it is not known what the reader wants. */
  const bound = async (): Promise<number | null> => {
    const { values, unsure } = await settings.get();
    return unsure || values.keepMonths === null ? null : now() - values.keepMonths * MONTH_MS;
  };

  return {
    async clean(chosen = false) {
      const wanted = await bound();
      const oldest = await feeds.oldest();
      if (wanted === null || oldest === null) return 0;
      const last = await feeds.kept();
      if (!chosen && last && Math.abs(now() - last.at) < EVERY_MS) return 0;
      const before = chosen ? wanted : Math.min(wanted, (last?.before ?? oldest) + STRIDE_MS);
      const old = await feeds.before(before);
      let gone = 0;
      for (let i = 0; i < old.length; i += SLICE) {
        gone += await feeds.drop(old.slice(i, i + SLICE));
        await pause();
      }
      // Last, so that a worker stopped in between goes over it again.
      await feeds.noteKept({ before, at: now() });
      return gone;
    },
    async trim(feed) {
      const wanted = await bound();
      if (wanted === null) return feed;
      const items = feed.items.filter(({ published }) => (instantOf(published) ?? Number.POSITIVE_INFINITY) >= wanted);
      return items.length === feed.items.length ? feed : { ...feed, items };
    },
  };
}
