/** What a background that was just started answers without the rest of it, and what it waits for. */
import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { startBackground } from '@/background/start';
import { createStore, type Store } from '@/store/store';
import { locksHere } from '../store/locks-here';
import { claim, packData, person } from '../store/sample-pack';
import { fakePlatform, popup } from './fake-platform';

/** How often the rest was made, and whether its file can be read. */
const rest = vi.hoisted(() => ({ made: 0, isThere: true }));
vi.mock('@/background/later', async (original) => {
  const { createLater } = await original<typeof import('@/background/later')>();
  return {
    createLater(...given: Parameters<typeof createLater>) {
      if (!rest.isThere) throw new Error('no such file');
      rest.made++;
      return createLater(...given);
    },
  };
});

const WORLD = packData({
  id: 'world',
  actors: [person('ann', { name: 'Ann Able' })],
  events: [{ id: 'talks', name: 'Harbour talks', kind: 'meeting', participants: ['ann'] }],
  claims: [claim('c', '2025-05-01', { speaker: 'ann', events: ['talks'] })],
});

const open: Store[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const store of open.splice(0)) store.close();
});

function start(): { readonly store: Store; readonly ask: (call: string, input: object) => Promise<unknown> } {
  const platform = fakePlatform();
  platform.files.set('packs/index.json', JSON.stringify(['world.json']));
  platform.files.set('packs/world.json', JSON.stringify(WORLD));
  const store = createStore({ name: 'early-test', locks: locksHere() });
  open.push(store);
  startBackground(platform, store);
  return { store, ask: (call, input) => platform.deliver({ to: 'background', call, input }, popup) };
}

it('answers the card of an actor by itself, loads the rest for any other, and tries again where it could not', async () => {
  const first = start();
  await first.ask('health/get', {});
  await vi.waitFor(async () => expect(await first.store.isIndexed()).toBe(true), { timeout: 20_000 });
  first.store.close();

  // Nothing is done of its own accord while this is asked.
  const wait = globalThis.setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms?: number) => (ms ? wait(run, ms) : 0)) as typeof setTimeout);
  rest.made = 0;
  const { ask } = start();
  rest.isThere = false;
  expect(await ask('subject/get', { id: 'world:ann' })).toMatchObject({
    ok: true,
    value: { name: 'Ann Able', claims: [{ id: 'world:c' }] },
  });
  expect(await ask('subject/get', { id: 'world:talks' })).toMatchObject({ ok: false, fault: { code: 'internal' } });
  rest.isThere = true;
  expect(rest.made).toBe(0);
  expect(await ask('subject/get', { id: 'world:talks' })).toMatchObject({ ok: true, value: { name: 'Harbour talks' } });
  expect(await ask('subject/get', { id: 'world:nobody' })).toMatchObject({ ok: false, fault: { code: 'unknown-subject' } });
  expect(await ask('packs/list', {})).toMatchObject({ ok: true });
  expect(rest.made).toBe(1);
});
