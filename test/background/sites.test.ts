import { describe, expect, it } from 'vitest';
import { createSettings } from '@/background/settings';
import { createSites } from '@/background/sites';
import { fakePlatform } from './fake-platform';

function setUp() {
  const platform = fakePlatform(['*://*.daily.test/*']);
  const settings = createSettings(platform.storage);
  return { ...platform, settings, sites: createSites(settings, platform.permissions, platform.scripting, platform.manifest.matches) };
}
const PATTERN = '*://*.blog.test/*';

describe('a built-in site', () => {
  it('is read until it is switched off, its parts with it', async () => {
    const { sites } = setUp();
    expect(await sites.get('www.daily.test')).toEqual({ ok: true, value: { kind: 'built-in', on: true, paused: false } });
    expect(await sites.set('daily.test', false, 1)).toMatchObject({ value: { kind: 'built-in', on: false } });
    expect(await sites.get('live.daily.test')).toMatchObject({ value: { on: false } });
    expect(await sites.set('live.daily.test', true, 1)).toMatchObject({ value: { on: true } });
    expect(await sites.get('daily.test')).toMatchObject({ value: { on: true } });
  });

  it('that the browser does not let us onto is not read, and needs the permission first', async () => {
    const { sites, granted } = setUp();
    granted.clear();
    expect(await sites.get('www.daily.test')).toMatchObject({ value: { kind: 'other', on: false } });
    expect(await sites.set('daily.test', true, 1)).toMatchObject({ fault: { code: 'no-permission' } });
    // As Chromium's own menu grants one site of those that the manifest names.
    granted.add('https://www.daily.test/*');
    expect(await sites.get('www.daily.test')).toMatchObject({ value: { kind: 'built-in', on: true } });
    expect(await sites.get('live.daily.test')).toMatchObject({ value: { kind: 'other', on: false } });
    granted.clear();
    granted.add('<all_urls>');
    expect(await sites.get('live.daily.test')).toMatchObject({ value: { kind: 'built-in', on: true } });
  });

  it('whose part is switched off is read elsewhere', async () => {
    const { sites } = setUp();
    await sites.set('sport.daily.test', false, undefined);
    expect(await sites.get('daily.test')).toMatchObject({ value: { on: true } });
    expect(await sites.get('sport.daily.test')).toMatchObject({ value: { on: false } });
  });
});

describe('any other site', () => {
  it('is not read, and cannot be without the permission', async () => {
    const { sites, scripts, stored } = setUp();
    expect(await sites.get('blog.test')).toMatchObject({ value: { kind: 'other', on: false } });
    expect(await sites.set('blog.test', true, 1)).toMatchObject({ fault: { code: 'no-permission' } });
    expect(scripts.size).toBe(0);
    expect(stored.get('settings')).toMatchObject({ sites: { on: [] } });
  });

  it('is registered, kept and started at once', async () => {
    const { sites, granted, scripts, openTabs, log } = setUp();
    granted.add(PATTERN);
    openTabs.set(4, null);
    expect(await sites.set('www.blog.test', true, 4)).toMatchObject({ value: { kind: 'granted', on: true } });
    expect([...scripts.values()]).toEqual([
      { id: 'site:blog.test', matches: [PATTERN], js: ['linking.js', 'reader.js'], css: ['assets/marks.css'] },
    ]);
    expect(log.ran).toEqual([4]);
    expect(await sites.set('blog.test', true, 4)).toMatchObject({ value: { on: true } });
    expect(scripts.size).toBe(1);
  });

  it('stays on where its tab is gone, and says to reload', async () => {
    const { sites, granted } = setUp();
    granted.add(PATTERN);
    expect(await sites.set('blog.test', true, 99)).toMatchObject({
      fault: { code: 'not-started', message: expect.stringContaining('Reload') },
    });
    expect(await sites.get('blog.test')).toMatchObject({ value: { on: true } });
  });

  it('gives its permission back when switched off', async () => {
    const { sites, granted, scripts } = setUp();
    granted.add(PATTERN);
    await sites.set('blog.test', true, undefined);
    expect(await sites.set('blog.test', false, undefined)).toMatchObject({ value: { kind: 'other', on: false } });
    expect([scripts.size, granted.has(PATTERN)]).toEqual([0, false]);
  });

  it('is forgotten when its permission is withdrawn', async () => {
    const { sites, granted, scripts, stored } = setUp();
    granted.add(PATTERN);
    await sites.set('blog.test', true, undefined);
    granted.clear();
    await sites.reconcile();
    expect(scripts.size).toBe(0);
    expect(stored.get('settings')).toMatchObject({ sites: { on: [] } });
  });

  it('is registered again after an update dropped its registration', async () => {
    const { sites, granted, scripts } = setUp();
    granted.add(PATTERN);
    await sites.set('blog.test', true, undefined);
    scripts.clear();
    scripts.set('site:left.test', { id: 'site:left.test', matches: [], js: [], css: [] });
    await Promise.all([sites.reconcile(), sites.reconcile()]);
    expect([...scripts.keys()]).toEqual(['site:blog.test']);
  });

  it('keeps its registration where the settings cannot be read', async () => {
    const { sites, granted, scripts, stored } = setUp();
    granted.add(PATTERN);
    await sites.set('blog.test', true, undefined);
    stored.set('settings', 'damaged');
    await sites.reconcile();
    expect([...scripts.keys()]).toEqual(['site:blog.test']);
  });
});

describe('damaged settings', () => {
  it('let no site be read, until they are repaired', async () => {
    const { sites, stored } = setUp();
    stored.set('settings', { version: 1, paused: false, sites: { on: [], off: 'lost' } });
    expect(await sites.get('daily.test')).toMatchObject({ value: { kind: 'built-in', on: false } });
    await expect(sites.set('daily.test', true, 1)).rejects.toMatchObject({ fault: { code: 'settings-damaged' } });
    expect(await sites.repair()).toBe(true);
    expect(await sites.get('daily.test')).toMatchObject({ value: { on: true, paused: true } });
    expect(await sites.repair()).toBe(false);
  });

  it('that lost the reader’s sites get them back from the permissions, and nothing else', async () => {
    const { sites, stored, granted, scripts } = setUp();
    for (const origin of [PATTERN, '*://*/*', '*://*.daily.test/*']) granted.add(origin);
    stored.set('settings', 'damaged');
    await sites.repair();
    expect([...scripts.keys()]).toEqual(['site:blog.test']);
    expect(stored.get('settings')).toMatchObject({ sites: { on: ['blog.test'] } });
  });
});

it('what is no host is refused, and a host cannot widen its pattern', async () => {
  const { sites, granted } = setUp();
  granted.add('*://*/*');
  for (const host of ['*', 'a/b', ' ', 'x@daily.test'])
    expect(await sites.set(host, true, 1)).toMatchObject({ fault: { code: 'no-site' } });
});

describe('a permission granted while no popup is there to switch the site on', () => {
  it('switches it on, in the tab that the reader looks at', async () => {
    const { sites, granted, scripts, log, openTabs } = setUp();
    granted.add(PATTERN);
    openTabs.set(4, null);
    await sites.adopt([PATTERN], { id: 4, url: 'https://www.blog.test/post' });
    expect([...scripts.keys()]).toEqual(['site:blog.test']);
    expect(log.ran).toEqual([4]);
  });

  it('starts in the tab looked at also on a built-in site, and switches that on', async () => {
    const { sites, granted, scripts, log, openTabs } = setUp();
    await sites.set('daily.test', false, undefined);
    granted.clear();
    granted.add('*://*.daily.test/*');
    openTabs.set(4, null);
    await sites.adopt(['*://*.daily.test/*'], { id: 4, url: 'https://www.daily.test/a' });
    expect(log.ran).toEqual([4]);
    expect(scripts.size).toBe(0);
    expect(await sites.get('daily.test')).toMatchObject({ value: { kind: 'built-in', on: true } });
  });

  it('leaves other tabs, built-in sites and grants of all sites alone', async () => {
    const { sites, granted, scripts, log, openTabs } = setUp();
    for (const origin of [PATTERN, '*://*.daily.test/*', '*://*/*']) granted.add(origin);
    openTabs.set(4, null);
    await sites.adopt(['*://*.daily.test/*', '*://*/*'], { id: 4, url: 'https://other.test/' });
    expect(scripts.size).toBe(0);
    await sites.adopt([PATTERN], { id: 4, url: 'https://daily.test/' });
    expect([...scripts.keys()]).toEqual(['site:blog.test']);
    expect(log.ran).toEqual([]);
  });
});
