/**
 * The packs that the reader subscribed to: chosen, given up, asked. Asked when the reader says so, and by an alarm where the reader
 * switched that on; what is due is worked out from the store each time, so that the worker may be stopped anywhere.
 */
import type { SubscriptionView } from '@/core/model/subscription-view';
import { MANIFEST_FILE } from '@/core/pack/folder';
import { fail, ok, type Result } from '@/core/result';
import { patternOf, readFeedAddress, shownHost } from '@/feeds/address';
import { BATCH, begin, bySetClock, firstSchedule, isDue, PACK_PACE } from '@/feeds/schedule';
import type { Permissions } from '@/platform/types';
import type { Lock } from '@/store/store';
import type { SubscriptionRow } from '@/store/subscriptions';
import { reconciled } from './subscription-apply';
import { checkSubscription, type PackCheckWorld } from './subscription-check';
import { isLeft } from './subscription-copy';

export interface SubscriptionsWorld extends PackCheckWorld {
  readonly permissions: Permissions;
  readonly lock: Lock;
  /** Told of the host of what was given up. */
  readonly giveBack: (host: string) => Promise<void>;
}

export interface SubscriptionChoice {
  readonly daily?: boolean | undefined;
  readonly automatic?: boolean | undefined;
}

export interface Subscriptions {
  list(): Promise<readonly SubscriptionView[]>;
  /** The permission was asked for before; answers the address as it is kept. Asks nothing yet. */
  follow(address: string): Promise<Result<string>>;
  /** With the permission for its host, where nothing else needs that. */
  unfollow(url: string): Promise<void>;
  choose(url: string, choice: SubscriptionChoice): Promise<void>;
  /** Asks what is due; `url`: this one now, as the reader presses the button. Answers whether anything was asked. */
  check(url?: string): Promise<boolean>;
  /** The library could not read what came: it is dropped, and the reason shown. */
  refuse(url: string, revision: number, message: string): Promise<void>;
  /** The alarm stands while there is anything to ask by itself, and only then. */
  arm(): Promise<void>;
}

export const PACK_ALARM = 'packs';
/** Packs are asked daily, and what broke off in the middle is taken up again within the hour. */
const WAKE_MINUTES = 60;
/** One worker may be started while another still asks; a pack must not be asked by both. */
const LOCK = 'sidelight-subscriptions';

/** Asked without the reader: daily where that is switched on, and until what was begun is here. */
const byItself = ({ daily, incoming }: SubscriptionRow): boolean => daily || incoming?.complete === false;

/** An address of a folder names its manifest. */
const readPackAddress = (text: string) => {
  const read = readFeedAddress(text, 'Packs');
  if (!read.ok) return read;
  const url = new URL(read.value.url);
  if (url.pathname.endsWith('/')) url.pathname += MANIFEST_FILE;
  return ok({ ...read.value, url: url.href });
};

export function createSubscriptions(world: SubscriptionsWorld): Subscriptions {
  const { store, permissions, alarms, lock, now, chance } = world;
  const { subscriptions } = store;

  const rows = async (): Promise<SubscriptionRow[]> => {
    const [all, packs] = await Promise.all([subscriptions.all(), store.read(async (facts) => facts.packs)]);
    return Promise.all(all.map((row) => reconciled(store, row, row.pack === null ? undefined : packs[row.pack])));
  };

  const arm = async (): Promise<void> => {
    const wanted = (await subscriptions.all()).some(byItself);
    if (wanted && !(await alarms.has(PACK_ALARM))) await alarms.every(PACK_ALARM, WAKE_MINUTES);
    if (!wanted) await alarms.clear(PACK_ALARM);
  };

  const askOne = async (row: SubscriptionRow, at: number): Promise<void> => {
    // A permission that was taken back is no fault of the server: the pack waits where it is, and says so.
    if (!(await permissions.contains([patternOf(row)]))) {
      const message = `You took back the permission to fetch from ${row.host}. Allow it again, or give the subscription up.`;
      await subscriptions.update(row.url, { fault: { code: 'no-permission', message } });
      return;
    }
    const schedule = begin(row.schedule, at, chance);
    if (await subscriptions.update(row.url, { schedule })) await checkSubscription(world, { ...row, schedule });
  };

  const check = (url?: string): Promise<boolean> =>
    lock(LOCK, async () => {
      const at = now();
      const all: SubscriptionRow[] = [];
      for (const row of await rows()) {
        const schedule = bySetClock(row.schedule, at, chance);
        if (schedule !== row.schedule) await subscriptions.update(row.url, { schedule });
        all.push({ ...row, schedule });
      }
      const due =
        url === undefined
          ? all
              .filter((row) => byItself(row) && isDue(row.schedule, at))
              .sort((a, b) => a.schedule.nextAt - b.schedule.nextAt)
              .slice(0, BATCH)
          : all.filter((row) => row.url === url && isDue(row.schedule, at, true));
      for (const row of due) await askOne(row, now());
      // What broke off in the middle is taken up again.
      await arm();
      return due.length > 0;
    });

  const viewOf = async (row: SubscriptionRow, shown: number | null): Promise<SubscriptionView> => {
    const { url, host, title, pack, daily, automatic, okAt, schedule, fault, incoming } = row;
    const fetching = incoming && !incoming.complete ? incoming : null;
    const here = fetching && fetching.parts.length - (await subscriptions.missing(url, fetching.parts)).length;
    return {
      ...{ url, host: shownHost(host), title, pack, shown, daily, automatic, okAt },
      ...{ triedAt: schedule.triedAt, nextAt: schedule.nextAt, fault: fault?.message ?? null },
      waiting: incoming?.complete ? { revision: incoming.revision, size: incoming.size, left: isLeft(incoming) } : null,
      fetching: fetching && { revision: fetching.revision, here: here ?? 0, parts: fetching.parts.length },
      ...{ pattern: patternOf(row), allowed: await permissions.contains([patternOf(row)]) },
    };
  };

  return {
    async list() {
      const [all, packs] = await Promise.all([rows(), store.read(async (facts) => facts.packs)]);
      const views = await Promise.all(all.map((row) => viewOf(row, row.pack === null ? null : (packs[row.pack]?.info.revision ?? null))));
      return views.sort((a, b) => (a.title || a.url).localeCompare(b.title || b.url));
    },
    async follow(address) {
      const read = readPackAddress(address);
      if (!read.ok) return read;
      const { url, host, local } = read.value;
      if (!(await permissions.contains([patternOf(read.value)]))) return fail('no-permission', `${host}: you have not allowed it.`);
      const at = now();
      const unknown = { pack: null, title: '', etag: null, lastModified: null, okAt: null, fault: null, held: null, incoming: null };
      const schedule = firstSchedule(at, PACK_PACE);
      await subscriptions.add({ url, host, local, addedAt: at, daily: false, automatic: false, schedule, ...unknown });
      return ok(url);
    },
    async unfollow(url) {
      const row = await subscriptions.get(url);
      await subscriptions.remove(url);
      await arm();
      if (row) await world.giveBack(row.host);
    },
    async choose(url, { daily, automatic }) {
      await subscriptions.update(url, { ...(daily === undefined ? {} : { daily }), ...(automatic === undefined ? {} : { automatic }) });
      await arm();
    },
    check,
    async refuse(url, revision, message) {
      const row = await subscriptions.get(url);
      if (row?.incoming?.revision !== revision) return;
      await subscriptions.update(url, { incoming: null, etag: null, lastModified: null, fault: { code: 'copy-refused', message } });
    },
    arm,
  };
}
