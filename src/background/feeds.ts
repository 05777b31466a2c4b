/**
 * The reader's feeds: chosen, given up, asked when they are due. An alarm wakes the worker while there are any; what is due is
 * worked out from the store each time, so that the worker may be stopped anywhere. Nothing is asked that was not chosen.
 */
import { fail, ok, type Result } from '@/core/result';
import { patternOf, readFeedAddress } from '@/feeds/address';
import { begin, bySetClock, type Chance, chooseDue, firstSchedule, isDue, spend, WAKE_MINUTES } from '@/feeds/schedule';
import type { Alarms, Permissions } from '@/platform/types';
import type { FeedRow } from '@/store/feeds';
import type { Lock, Store } from '@/store/store';
import { type CheckWorld, checkFeed } from './feed-check';

/** A feed as the reader, a page or a list names it. */
export interface FeedChoice {
  readonly url: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly home: string | null;
}

export interface Feeds {
  list(): Promise<readonly FeedRow[]>;
  /** The permissions were asked for before; what was not granted is not taken. Asks the new ones at once, in the background. */
  follow(choices: readonly FeedChoice[]): Promise<Result<{ readonly followed: number; readonly refused: readonly string[] }>>;
  /** With the permission for its host, where nothing else needs that. */
  unfollow(url: string): Promise<void>;
  /** Asks what is due; `url`: this one now, as the reader presses the button. */
  check(url?: string): Promise<void>;
  /** The alarm stands while there are feeds, and only then. */
  arm(): Promise<void>;
}

export interface FeedsWorld extends Omit<CheckWorld, 'feeds'> {
  readonly store: Store;
  readonly permissions: Permissions;
  readonly alarms: Alarms;
  readonly lock: Lock;
  /** Told of the host of what was given up. */
  readonly giveBack: (host: string) => Promise<void>;
}

export const FEED_ALARM = 'feeds';
/** One worker may be started while another still asks; a feed must not be asked by both. */
const LOCK = 'sidelight-feeds';

export function createFeeds(world: FeedsWorld): Feeds {
  const { store, permissions, alarms, lock, now, chance } = world;
  const checking: CheckWorld = { ...world, feeds: store.feeds };

  const arm = async (): Promise<void> => {
    const wanted = (await store.feeds.all()).length > 0;
    if (wanted && !(await alarms.has(FEED_ALARM))) await alarms.every(FEED_ALARM, WAKE_MINUTES);
    if (!wanted) await alarms.clear(FEED_ALARM);
  };

  const askOne = async (row: FeedRow, at: number, draw: Chance): Promise<void> => {
    // A permission that was taken back is no fault of the feed: it waits where it is, and says so.
    if (!(await permissions.contains([patternOf(row)]))) {
      const message = `You took back the permission to fetch from ${row.host}. Allow it again, or give the feed up.`;
      await store.feeds.update(row.url, { fault: { code: 'no-permission', message } });
      return;
    }
    const schedule = begin(row.schedule, at, draw);
    const budget = spend((await store.feeds.budget()) ?? { from: at, used: 0 }, at);
    if (await store.feeds.begin(row.url, schedule, budget)) await checkFeed(checking, { ...row, schedule });
  };

  const check = (url?: string): Promise<void> =>
    lock(LOCK, async () => {
      const at = now();
      const rows: FeedRow[] = [];
      for (const row of await store.feeds.all()) {
        const schedule = bySetClock(row.schedule, at, chance);
        if (schedule !== row.schedule) await store.feeds.update(row.url, { schedule });
        rows.push({ ...row, schedule });
      }
      const due =
        url === undefined
          ? chooseDue(rows, (await store.feeds.budget()) ?? { from: at, used: 0 }, at)
          : rows.filter((row) => row.url === url && isDue(row.schedule, at, true));
      // One after the other: the first answer is read while the second server rests.
      for (const row of due) await askOne(row, now(), chance);
    });

  return {
    list: () => store.feeds.all(),
    async follow(choices) {
      const refused: string[] = [];
      const rows: FeedRow[] = [];
      const at = now();
      for (const choice of choices) {
        const read = readFeedAddress(choice.url);
        if (!read.ok) refused.push(`${choice.title || choice.url}: ${read.fault.message}`);
        else if (!(await permissions.contains([patternOf(read.value)]))) refused.push(`${read.value.host}: you have not allowed it.`);
        else {
          const { url, host, local } = read.value;
          const { title, outlet, home } = choice;
          const schedule = firstSchedule(at);
          const unknown = { etag: null, lastModified: null, okAt: null, fault: null, articles: 0 };
          rows.push({ url, host, local, title, outlet, home, addedAt: at, schedule, ...unknown });
        }
      }
      if (rows.length === 0 && refused.length > 0) return fail('not-followed', refused.slice(0, 3).join(' '));
      await store.feeds.add(rows);
      await arm();
      return ok({ followed: rows.length, refused });
    },
    async unfollow(url) {
      const row = await store.feeds.get(url);
      await store.feeds.remove(url);
      await arm();
      if (row) await world.giveBack(row.host);
    },
    check,
    arm,
  };
}
