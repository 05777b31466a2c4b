/**
 * Gives a host's permission back to the browser once nothing needs it: when a feed or a subscribed pack on it was given up. Knows who
 * may need a host, and nothing of how feeds and packs are asked.
 */
import { patternOf } from '@/feeds/address';
import { coversHost, originPattern } from '@/platform/hosts';
import type { Permissions } from '@/platform/types';
import type { Store } from '@/store/store';
import type { SettingsStore } from './settings';

/** All for which a host's permission may be held. */
export interface Needs {
  /** Hosts of the feeds and packs that are fetched. */
  readonly fetched: readonly string[];
  /** Sites that the reader switched on: each with all hosts below it. */
  readonly sites: readonly string[];
  /** Match patterns of the manifest, which cannot be given back. */
  readonly builtIn: readonly string[];
}

/** Is the permission for this very host still of use? */
export function isNeeded(host: string, { fetched, sites, builtIn }: Needs): boolean {
  return fetched.includes(host) || [...builtIn, ...sites.map(originPattern)].some((pattern) => coversHost(pattern, host));
}

/** To be called after a site was switched off by a restored backup: its own pattern, unless the settings want a site that needs it. */
export function createGiveBackSite(
  settings: Pick<SettingsStore, 'get'>,
  permissions: Permissions,
  builtIn: readonly string[],
): (host: string) => Promise<void> {
  return async (host) => {
    const { values, problem } = await settings.get();
    const wanted = [...builtIn, ...values.sites.on.map(originPattern)];
    if (problem || wanted.some((pattern) => coversHost(pattern, host))) return;
    await permissions.remove([originPattern(host)]).catch(() => false);
  };
}

/** To be called after the row was deleted. A browser that holds on to the permission is no fault of what was given up. */
export function createGiveBack(
  store: Pick<Store, 'feeds' | 'subscriptions'>,
  settings: Pick<SettingsStore, 'get'>,
  permissions: Permissions,
  builtIn: readonly string[],
): (host: string) => Promise<void> {
  return async (host) => {
    const [feeds, packs, { values, problem }] = await Promise.all([store.feeds.all(), store.subscriptions.all(), settings.get()]);
    // Settings that could not be read do not say which sites are on.
    if (problem) return;
    const fetched = [...feeds, ...packs].map((row) => row.host);
    if (!isNeeded(host, { fetched, sites: values.sites.on, builtIn })) await permissions.remove([patternOf({ host })]).catch(() => false);
  };
}
