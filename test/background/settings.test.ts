import { describe, expect, it } from 'vitest';
import { createSettings, KEPT_ASIDE } from '@/background/settings';
import { fakePlatform } from './fake-platform';

describe('settings', () => {
  it('have defaults, and keep what is changed', async () => {
    const { storage, stored } = fakePlatform();
    const settings = createSettings(storage);
    expect(await settings.get()).toMatchObject({
      values: { version: 1, paused: false, sites: { on: [], off: [] } },
      problem: null,
      unsure: false,
    });
    await Promise.all([
      settings.update((values) => ({ ...values, paused: true })),
      settings.update((values) => ({ ...values, sites: { on: ['a.test'], off: [] } })),
    ]);
    expect(stored.get('settings')).toEqual({
      version: 1,
      paused: true,
      sites: { on: ['a.test'], off: [] },
      remember: false,
      badge: false,
      onlyNew: null,
      keepMonths: 12,
    });
  });

  const DAMAGED: readonly (readonly [raw: unknown, values: object, lost: readonly string[]])[] = [
    ...['text', null, 7, [], {}].map((raw) => [raw, { paused: false, sites: { on: [], off: [] } }, ['on', 'off', 'paused']] as const),
    [
      { version: 1, paused: 'yes', sites: { on: ['a.test'], off: ['b.test'] } },
      { paused: false, sites: { on: ['a.test'], off: ['b.test'] } },
      ['paused'],
    ],
    [
      { version: 1, paused: true, sites: { on: ['a.test', 7], off: null } },
      { paused: true, sites: { on: ['a.test'], off: [] } },
      ['on', 'off'],
    ],
    [{ version: 0, paused: true, sites: { on: [], off: ['b.test'] } }, { paused: true, sites: { on: [], off: ['b.test'] } }, []],
    [
      { version: 1, paused: 'no', sites: { on: [], off: [] }, remember: true },
      { paused: false, sites: { on: [], off: [] }, remember: true },
      ['paused'],
    ],
    [{ version: 1, paused: true, sites: { on: [], off: [] }, remember: 'yes' }, { paused: true, sites: { on: [], off: [] } }, []],
    [{ paused: false, sites: 'none' }, { paused: false, sites: { on: [], off: [] } }, ['on', 'off']],
  ];

  it.each(DAMAGED)('that are damaged (%j) are read field by field, and never written over by a change', async (raw, values, lost) => {
    const { storage, stored } = fakePlatform();
    stored.set('settings', raw);
    const settings = createSettings(storage);
    expect(await settings.get()).toEqual({
      values: { version: 1, remember: false, badge: false, onlyNew: null, keepMonths: null, ...values },
      problem: expect.objectContaining({ code: 'settings-damaged' }),
      unsure: true,
      lost: new Set(lost),
    });
    await expect(settings.update((now) => ({ ...now, paused: true }))).rejects.toMatchObject({ fault: { code: 'settings-damaged' } });
    expect([...stored]).toEqual([['settings', raw]]);
  });

  it.each(DAMAGED)(
    'that are damaged (%j) are repaired when asked, paused where it is not known what was off',
    async (raw, values, lost) => {
      const { storage, stored } = fakePlatform();
      stored.set('settings', raw);
      const settings = createSettings(storage);
      expect(await settings.repair(['a.test', 'granted.test'])).toBe(true);
      const { values: now, problem, unsure } = await settings.get();
      expect([problem, unsure]).toEqual([null, false]);
      const before = values as typeof now;
      expect(now.paused).toBe(before.paused || lost.includes('paused') || lost.includes('off'));
      expect(now.sites).toEqual({ on: lost.includes('on') ? ['a.test', 'granted.test'] : before.sites.on, off: before.sites.off });
      expect(stored.get(KEPT_ASIDE)).toEqual([raw]);
      expect((await settings.update((v) => ({ ...v, paused: false }))).paused).toBe(false);
    },
  );

  it('that are damaged twice are both kept aside', async () => {
    const { storage, stored } = fakePlatform();
    const settings = createSettings(storage);
    for (const raw of ['first', 'second']) {
      stored.set('settings', raw);
      await settings.repair([]);
    }
    expect(stored.get(KEPT_ASIDE)).toEqual(['first', 'second']);
  });

  it('are not repaired where they are whole or newer, and stay as they are where nothing can be kept aside', async () => {
    const { storage, stored } = fakePlatform();
    const settings = createSettings(storage);
    expect(await settings.repair([])).toBe(false);
    stored.set('settings', { version: 2 });
    expect(await settings.repair([])).toBe(false);
    stored.set('settings', 'damaged');
    const full = createSettings({ ...storage, set: () => Promise.reject(new Error('full')) });
    await expect(full.repair([])).rejects.toThrow('full');
    expect([...stored]).toEqual([['settings', 'damaged']]);
  });

  it('of a newer version are used as far as understood, and not written over', async () => {
    const { storage, stored } = fakePlatform();
    const newer = { version: 2, paused: true, sites: { on: ['a.test'], off: [] }, invented: 1 };
    stored.set('settings', newer);
    const settings = createSettings(storage);
    const { values, problem, unsure } = await settings.get();
    expect([values.paused, values.sites.on, problem?.code, unsure]).toEqual([true, ['a.test'], 'settings-newer', false]);
    await expect(settings.update((now) => ({ ...now, paused: false }))).rejects.toMatchObject({ fault: { code: 'settings-newer' } });
    expect(stored.get('settings')).toEqual(newer);
    stored.set('settings', { version: 3, paused: 'by day' });
    const later = await settings.get();
    expect([later.values.paused, later.problem?.code, later.unsure]).toEqual([false, 'settings-newer', true]);
  });

  it('can be changed again after a change that failed', async () => {
    const { storage } = fakePlatform();
    const settings = createSettings(storage);
    const broken = settings.update(() => {
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect((await settings.update((values) => ({ ...values, paused: true }))).paused).toBe(true);
  });
});
