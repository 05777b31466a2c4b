/** Whose permission goes back to the browser when something was given up, and whose stays. */
import { describe, expect, it } from 'vitest';
import { createGiveBack, isNeeded, type Needs } from '@/background/given-back';
import { createSettings } from '@/background/settings';
import { fakePlatform } from './fake-platform';

const NOTHING: Needs = { fetched: [], sites: [], builtIn: [] };
const HOST = 'feeds.courier.test';

describe('a host is needed', () => {
  it.each<[string, Partial<Needs>, boolean]>([
    ['by nothing', {}, false],
    ['by another feed or pack on it', { fetched: ['wire.test', HOST] }, true],
    ['by none on a host above, below or beside it', { fetched: ['courier.test', `a.${HOST}`, `x${HOST}`] }, false],
    ['by the site itself, switched on', { sites: [HOST] }, true],
    ['by the site above it', { sites: ['courier.test'] }, true],
    ['by no site below it or that ends alike', { sites: [`a.${HOST}`, 'urier.test'] }, false],
    ['by the manifest', { builtIn: ['*://*.courier.test/*'] }, true],
    ['by no other of the manifest', { builtIn: ['*://*.daily.test/*', '*://courier.test/*'] }, false],
  ])('%s', (_, needs, needed) => {
    expect(isNeeded(HOST, { ...NOTHING, ...needs })).toBe(needed);
  });

  it('with or without its www, by the site', () => {
    expect(isNeeded('www.courier.test', { ...NOTHING, sites: ['courier.test'] })).toBe(true);
  });

  it('by itself alone where it is an address of the network', () => {
    expect(isNeeded('192.0.2.1', { ...NOTHING, sites: ['192.0.2.1'] })).toBe(true);
    expect(isNeeded('192.0.2.11', { ...NOTHING, sites: ['2.11'] })).toBe(false);
  });
});

describe('giving back', () => {
  const world = async (settings: unknown) => {
    const platform = fakePlatform();
    platform.granted.add(`https://${HOST}/*`);
    if (settings !== undefined) await platform.storage.set('settings', settings);
    const none = { all: async () => [] } as never;
    const giveBack = createGiveBack(
      { feeds: none, subscriptions: none },
      createSettings(platform.storage),
      platform.permissions,
      platform.manifest.matches,
    );
    await giveBack(HOST);
    return [...platform.granted];
  };

  it('takes that host and leaves the manifest’s', async () => {
    expect(await world(undefined)).toEqual(['*://*.daily.test/*']);
  });

  it('takes nothing where a site is on, or where damaged settings do not say whether it is', async () => {
    const on = { version: 1, paused: false, sites: { on: ['courier.test'], off: [] } };
    expect(await world(on)).toContain(`https://${HOST}/*`);
    expect(await world({ ...on, sites: 'lost' })).toContain(`https://${HOST}/*`);
  });
});
