import { describe, expect, it } from 'vitest';
import { createLedger } from '@/background/ledger';
import { createSettings, KEPT_ASIDE } from '@/background/settings';
import { fakePlatform, ORIGIN } from './fake-platform';

describe('settings', () => {
  it('have defaults, and keep what is changed', async () => {
    const { storage, stored } = fakePlatform();
    const settings = createSettings(storage);
    expect(await settings.get()).toEqual({ values: { version: 1, paused: false, sites: { on: [], off: [] } }, problem: null });
    await Promise.all([
      settings.update((values) => ({ ...values, paused: true })),
      settings.update((values) => ({ ...values, sites: { on: ['a.test'], off: [] } })),
    ]);
    expect(stored.get('settings')).toEqual({ version: 1, paused: true, sites: { on: ['a.test'], off: [] } });
  });

  it.each(['text', null, 7, [], {}, { version: 1, paused: 'yes', sites: {} }, { version: 0, paused: true, sites: { on: [], off: [] } }])(
    'that are corrupt (%j) give defaults, and the raw value is kept',
    async (raw) => {
      const { storage, stored } = fakePlatform();
      stored.set('settings', raw);
      const settings = createSettings(storage);
      const { values, problem } = await settings.get();
      expect(values.paused).toBe(false);
      expect(problem?.code).toBe('settings-corrupt');
      expect(stored.get(KEPT_ASIDE)).toEqual(raw);
      expect(stored.get('settings')).toEqual(raw);
      await settings.update((now) => ({ ...now, paused: true }));
      expect((await settings.get()).problem).toBe(null);
      expect(stored.get(KEPT_ASIDE)).toEqual(raw);
    },
  );

  it('of a newer version are used as far as understood, and not written over', async () => {
    const { storage, stored } = fakePlatform();
    const newer = { version: 2, paused: true, sites: { on: ['a.test'], off: [] }, invented: 1 };
    stored.set('settings', newer);
    const settings = createSettings(storage);
    const { values, problem } = await settings.get();
    expect([values.paused, values.sites.on, problem?.code]).toEqual([true, ['a.test'], 'settings-newer']);
    await expect(settings.update((now) => ({ ...now, paused: false }))).rejects.toMatchObject({ fault: { code: 'settings-newer' } });
    expect(stored.get('settings')).toEqual(newer);
    stored.set('settings', { version: 3, paused: 'by day' });
    expect((await settings.get()).values.paused).toBe(false);
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

describe('the ledger', () => {
  it('counts what goes to the network, and not the extension’s own files', async () => {
    const { storage, fetch } = fakePlatform();
    const ledger = createLedger(storage, fetch, ORIGIN);
    await ledger.fetch(`${ORIGIN}packs/index.json`);
    expect(await ledger.requests()).toBe(0);
    await Promise.all([ledger.fetch('https://daily.test/a'), ledger.fetch('https://daily.test/b')]);
    expect(await ledger.requests()).toBe(2);
  });

  it('counts before it sends, and sends nothing that it could not count', async () => {
    const { storage, fetch, log } = fakePlatform();
    const full = { ...storage, set: () => Promise.reject(new Error('full')) };
    await expect(createLedger(full, fetch, ORIGIN).fetch('https://daily.test/')).rejects.toThrow('full');
    expect(log.fetched).toEqual([]);
  });
});
