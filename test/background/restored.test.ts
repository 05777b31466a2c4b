/** After a backup was put in: what is left to do is done, once more where the worker died, and never with damaged settings. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { backupCalls, finishRestoring } from '@/background/restored';
import { createSettings } from '@/background/settings';
import { firstSchedule } from '@/feeds/schedule';
import { createStore } from '@/store/store';
import { locksHere } from '../store/locks-here';
import { fakePlatform } from './fake-platform';

let count = 0;
const SETTINGS = { version: 1, paused: true, sites: { on: [], off: ['a.test'] }, remember: false };

async function world(restored: unknown) {
  const store = createStore({ name: `restored-test-${count++}`, locks: locksHere() });
  const platform = fakePlatform();
  const settings = createSettings(platform.storage);
  const did: string[] = [];
  const old = { url: 'https://old.test/', host: 'old.test', local: false, title: '', outlet: null, home: null, addedAt: 1 };
  const unasked = { etag: null, lastModified: null, okAt: null, fault: null, articles: 0 };
  await store.feeds.add([{ ...old, ...unasked, schedule: firstSchedule(1) }]);
  const restoring = await store.backup.begin();
  const record = {
    id: 'feeds:a-1',
    outlet: null,
    title: 'Ann Ace met Bob Bell',
    url: null,
    published: '2025-03-03',
    actors: [],
    events: [],
    sources: [],
  };
  const url = 'https://feeds.test/';
  restoring.row('feeds', {
    ...{ url, host: 'feeds.test', local: false, title: '', outlet: null, home: null, addedAt: 1, schedule: firstSchedule(1), articles: 1 },
  });
  restoring.row('feedArticles', { id: record.id, feed: url, guid: '', record, summary: '', seenAt: 7, earlier: [], future: false });
  await restoring.apply(restored, { ...SETTINGS, sites: { on: ['b.test'], off: [] } });
  const given = {
    ...{ store, settings },
    sites: { reconcile: async () => void did.push('sites') },
    giveBack: async (host: string) => void did.push(`host ${host}`),
    giveBackSite: async (host: string) => void did.push(`site ${host}`),
    arm: async () => did.push('alarms'),
    changed: () => void did.push('names'),
  };
  return { store, settings, platform, did, given };
}

it('takes the settings, leaves what feeds brought to be indexed, sets the alarms, and does it once', async () => {
  const { given, store, settings, did } = await world(SETTINGS);
  await finishRestoring(given);
  expect((await settings.get()).values).toMatchObject(SETTINGS);
  expect(did).toEqual(['sites', 'host old.test', 'site b.test', 'alarms', 'names']);
  // Changed names have the indexes made again.
  await store.index(async () => undefined);
  const coverage = store.coverage.open();
  await coverage.reach();
  expect(coverage.index.size).toBe(1);
  expect(await store.backup.restored()).toBeNull();
  await finishRestoring(given);
  expect(did).toHaveLength(5);
});

it('does all of it again where the worker was stopped in the middle', async () => {
  const { given, store, did } = await world(SETTINGS);
  await expect(finishRestoring({ ...given, arm: () => Promise.reject(new Error('stopped')) })).rejects.toThrow('stopped');
  expect(await store.backup.restored()).toEqual({ settings: SETTINGS });
  await finishRestoring(given);
  const before = ['sites', 'host old.test', 'site b.test'];
  expect(did).toEqual([...before, ...before, 'alarms', 'names']);
});

it('neither writes nor takes settings that are damaged', async () => {
  const { given, platform, settings } = await world({ version: 1, paused: 'yes' });
  await settings.update((values) => ({ ...values, remember: true }));
  await finishRestoring(given);
  expect((await settings.get()).values.remember).toBe(true);
  const calls = backupCalls(given);
  const caller = { role: 'own' as const, url: '', frame: null, isPrivate: false };
  expect(await calls['backup/check']({ settings: { version: 1, paused: 'yes' } }, caller)).toMatchObject({ ok: false });
  expect(await calls['backup/check']({ settings: SETTINGS }, caller)).toMatchObject({ ok: true });
  expect(await calls['backup/settings']({}, caller)).toMatchObject({ ok: true, value: { remember: true } });
  platform.stored.set('settings', { version: 1, paused: 7 });
  expect(await calls['backup/settings']({}, caller)).toEqual({ ok: true, value: null });
});
