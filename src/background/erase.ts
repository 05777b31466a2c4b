/**
 * How much is kept, and deleting all of it: the database, the settings, the alarms, and the permissions that the reader gave, so that
 * Sidelight is as on the day it was installed.
 */
import type { Alarms, KeyValueStorage, Permissions } from '@/platform/types';
import type { Store } from '@/store/store';

export interface Holding {
  readonly what: string;
  readonly count: number;
}

/** In words, the packs' records first. */
export async function holdingsOf(store: Store): Promise<readonly Holding[]> {
  const [packs, own] = await Promise.all([store.read(async (facts) => Object.values(facts.packs)), store.holdings()]);
  const inPacks = (kind: 'actors' | 'outlets' | 'events' | 'articles' | 'claims') =>
    packs.reduce((sum, { counts }) => sum + counts[kind], 0);
  return [
    { what: 'Packs', count: packs.length },
    { what: 'Claims in packs', count: inPacks('claims') },
    { what: 'Actors in packs', count: inPacks('actors') },
    { what: 'Events in packs', count: inPacks('events') },
    { what: 'Outlets in packs', count: inPacks('outlets') },
    { what: 'Articles in packs', count: inPacks('articles') },
    { what: 'Names that you track', count: own.ownActors + own.ownEvents },
    { what: 'Claims kept or remembered', count: own.ownClaims },
    { what: 'Articles read and remembered', count: own.ownArticles },
    { what: 'Facts that you changed', count: own.edits },
    { what: 'Corrections of words', count: own.corrections },
    { what: 'Feeds followed', count: own.feeds },
    { what: 'Articles from feeds', count: own.feedArticles },
    { what: 'Requests in the ledger', count: own.requests },
  ];
}

export interface Erased {
  readonly store: Store;
  readonly storage: KeyValueStorage;
  readonly permissions: Permissions;
  readonly alarms: Alarms;
  /** Match patterns of the manifest: they are not the reader's to give or take. */
  readonly builtIn: readonly string[];
  /** Alarms of what is deleted. */
  readonly alarmNames: readonly string[];
}

/** Everything, or a fault where the database could not be deleted: nothing else is touched then. */
export async function eraseAll({ store, storage, permissions, alarms, builtIn, alarmNames }: Erased): Promise<void> {
  await store.erase();
  await storage.clear();
  await Promise.all(alarmNames.map((name) => alarms.clear(name)));
  const given = (await permissions.granted()).filter((origin) => !builtIn.includes(origin));
  // A browser that holds on to one of them must not keep the others.
  for (const origin of given) await permissions.remove([origin]).catch(() => false);
}
