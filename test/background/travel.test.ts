/** Settings of two browsers that travel: what is set on one is set on the other, where the reader wants it, and nothing else. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createSettings } from '@/background/settings';
import { createTravel } from '@/background/travel';
import { createStore } from '@/store/store';
import { fakePlatform } from './fake-platform';

let count = 0;
const SITE = '*://*.a.test/*';

/** The browser's sync between them, and computers that share it. */
function reader() {
  const synced = new Map<string, unknown>();
  let at = 1_000;
  const computer = (...granted: string[]) => {
    const platform = fakePlatform([], synced);
    for (const pattern of granted) platform.granted.add(pattern);
    const settings = createSettings(platform.storage);
    const { overlay } = createStore({ name: `travel-test-${count++}` });
    const { permissions, storage, sync } = platform;
    const travel = createTravel({ local: storage, sync, settings, permissions, painting: overlay.painting, now: () => at++ });
    const sites = async () => (await settings.get()).values.sites;
    const set = (change: { on?: string[]; off?: string[] }) =>
      settings.update((values) => ({ ...values, sites: { ...values.sites, ...change } }));
    return { platform, settings, overlay, travel, sites, set };
  };
  const tick = (ms: number) => {
    at += ms;
  };
  return { synced, computer, tick };
}

it('writes nothing before it is switched on, and no more after it is switched off', async () => {
  const { synced, computer } = reader();
  const one = computer(SITE);
  await one.set({ on: ['a.test'] });
  expect(await one.travel.run()).toBe(false);
  expect([synced.size, await one.travel.state()]).toEqual([0, { on: false, fault: null }]);
  expect(await one.travel.set(true)).toEqual({ on: true, fault: null });
  expect(synced.get('travel.0')).toEqual([['site:a.test', 'on', expect.any(Number)]]);
  await one.travel.set(false);
  const before = structuredClone([...synced]);
  await one.set({ on: [], off: ['b.test'] });
  await one.travel.run();
  expect([...synced]).toEqual(before);
});

it('sets what was set elsewhere, takes away what was taken away there, and lets the later word stand', async () => {
  const { computer, tick } = reader();
  const [one, two] = [computer(SITE), computer(SITE)];
  await one.set({ on: ['a.test'], off: ['b.test'] });
  await one.overlay.painting.lines('pointed');
  await one.travel.set(true);
  await two.set({ off: ['c.test'] });
  await two.travel.set(true);
  expect(await two.sites()).toEqual({ on: ['a.test'], off: ['c.test', 'b.test'] });
  expect((await two.overlay.painting.get()).lines).toBe('pointed');
  expect(await one.travel.run()).toBe(true);
  expect((await one.sites()).off.sort()).toEqual(['b.test', 'c.test']);
  // Both change one site; the later word stands on both.
  await one.set({ on: [], off: ['a.test', 'b.test', 'c.test'] });
  await one.travel.run();
  tick(10);
  await two.set({ on: [], off: ['b.test'] });
  await two.travel.run();
  await one.travel.run();
  expect(await one.sites()).toEqual({ on: [], off: ['b.test'] });
  expect(await two.sites()).toEqual({ on: [], off: ['b.test'] });
  // And it rests: nothing comes in any more.
  expect([await one.travel.run(), await two.travel.run()]).toEqual([false, false]);
});

it('reads no site that this browser has not allowed, and does not take it from the others for that', async () => {
  const { computer, synced } = reader();
  const [one, two] = [computer(SITE), computer()];
  await one.set({ on: ['a.test'] });
  await one.travel.set(true);
  await two.travel.set(true);
  await two.travel.run();
  expect(await two.sites()).toEqual({ on: [], off: [] });
  expect(JSON.stringify([...synced])).toContain('["site:a.test","on"');
  await one.travel.run();
  expect(await one.sites()).toEqual({ on: ['a.test'], off: [] });
  two.platform.granted.add(SITE);
  await two.travel.run();
  expect(await two.sites()).toEqual({ on: ['a.test'], off: [] });
});

it('never travels: whether it is paused, and what is remembered', async () => {
  const { computer, synced } = reader();
  const [one, two] = [computer(), computer()];
  await one.settings.update((values) => ({ ...values, paused: true, remember: true }));
  await one.travel.set(true);
  await two.travel.set(true);
  expect((await two.settings.get()).values).toMatchObject({ paused: false, remember: false });
  expect(JSON.stringify([...synced])).not.toMatch(/paused|remember/);
});

it('refuses what is damaged, here and there, and is written anew when it is switched on again', async () => {
  const { computer, synced } = reader();
  const one = computer(SITE);
  await one.set({ on: ['a.test'] });
  await one.travel.set(true);
  synced.set('travel.0', [['site:evil.test', 'on', 'late']]);
  expect(await one.travel.run()).toBe(false);
  expect(await one.sites()).toEqual({ on: ['a.test'], off: [] });
  expect((await one.travel.state()).fault).toContain('damaged');
  expect(synced.get('travel.0')).toEqual([['site:evil.test', 'on', 'late']]);
  await one.travel.set(false);
  expect(await one.travel.set(true)).toEqual({ on: true, fault: null });
  expect(synced.get('travel.0')).toEqual([['site:a.test', 'on', expect.any(Number)]]);
  // What a newer version wrote is left as it is.
  synced.set('travel', { version: 2 });
  await one.travel.run();
  expect((await one.travel.state()).fault).toContain('newer version');
  expect(synced.get('travel')).toEqual({ version: 2 });
  // Settings that can't be read here say nothing, least of all that everything was taken away.
  synced.set('travel', { version: 1, parts: 1 });
  one.platform.stored.set('settings', { version: 1, paused: 'x', sites: 7 });
  expect(await one.travel.run()).toBe(false);
  expect(synced.get('travel.0')).toEqual([['site:a.test', 'on', expect.any(Number)]]);
  await expect(computer().travel.set(true)).resolves.toMatchObject({ on: true });
});

it('takes back what travels where everything is deleted, and puts nothing there any more', async () => {
  const { computer, synced } = reader();
  const one = computer(SITE);
  await one.set({ on: ['a.test'] });
  await one.travel.set(true);
  await one.travel.forget();
  await one.travel.run();
  expect([synced.size, await one.travel.state()]).toEqual([0, { on: false, fault: null }]);
});

it('loses nothing where it is cut off after setting here and before noting it', async () => {
  const { computer } = reader();
  const [one, two] = [computer(SITE), computer(SITE)];
  await one.set({ on: ['a.test'] });
  await one.travel.set(true);
  await two.travel.set(true);
  await one.set({ on: ['a.test'], off: ['b.test'] });
  await one.travel.run();
  const { set } = two.platform.storage;
  Object.assign(two.platform.storage, {
    set: async (key: string, value: unknown) => {
      if (key === 'travel') throw new Error('stopped');
      return set(key, value);
    },
  });
  await expect(two.travel.run()).rejects.toThrow('stopped');
  Object.assign(two.platform.storage, { set });
  await two.travel.run();
  await one.travel.run();
  for (const each of [one, two]) expect(await each.sites()).toEqual({ on: ['a.test'], off: ['b.test'] });
});
