/** Deleting everything through the background: what is left is what a fresh installation has. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { startBackground } from '@/background/start';
import type { Result } from '@/core/result';
import { createStore, type Locks } from '@/store/store';
import { packData, person, samplePack } from '../store/sample-pack';
import { fakePlatform, ORIGIN } from './fake-platform';

const locks: Locks = { run: (_name, work) => work(), hold: async () => async () => undefined, held: async () => new Set() };

it('leaves a store as freshly installed, and no permission that the reader gave', async () => {
  const platform = fakePlatform();
  platform.files.set('packs/index.json', JSON.stringify(['world.json']));
  platform.files.set('packs/world.json', JSON.stringify(packData({ id: 'world', actors: [person('ann')] })));
  const store = createStore({ name: 'erase-test', locks });
  startBackground(platform, store);
  const ask = async <T>(call: string, input: object): Promise<T> => {
    const answer = (await platform.deliver(
      { to: 'background', call, input },
      { id: 'sidelight-under-test', url: `${ORIGIN}library.html` },
    )) as Result<T>;
    if (!answer.ok) throw new Error(answer.fault.message);
    return answer.value;
  };
  const whole = async () => ({
    holdings: await ask('storage/holdings', {}),
    packs: await ask('packs/list', {}),
    stored: [...platform.stored],
    inMemory: [...platform.inMemory],
    granted: [...platform.granted],
    clocks: [...platform.clocks],
    corrections: await ask('correction/list', {}),
  });
  const fresh = await whole();

  await store.install(samplePack({ id: 'dossier', actors: [person('bob')] }), { builtIn: false });
  await ask('own-actor/save', { kind: 'person', name: 'Zoe Akes', names: [], surnames: [] });
  await ask('tend/note', { kind: 'subject', id: 'world:ann', note: 'Ask her.' });
  await ask('correction/add', { word: 'Ann', says: { is: 'never' }, where: { in: 'everywhere' } });
  await ask('pause/set', { paused: true });
  platform.granted.add('*://*.blog.test/*');
  platform.clocks.set('feeds', 15);
  platform.inMemory.set('tab:7', { at: 1 });
  expect(await whole()).not.toEqual(fresh);
  expect((await ask<{ what: string; count: number }[]>('storage/holdings', {})).filter(({ count }) => count > 0)).toEqual([
    { what: 'Packs', count: 2 },
    { what: 'Actors in packs', count: 2 },
    { what: 'Names that you track', count: 1 },
    { what: 'Facts that you changed', count: 1 },
    { what: 'Corrections of words', count: 1 },
  ]);

  // Another context has the database open: it is cut off and does not hold the deletion up.
  const other = createStore({ name: 'erase-test', locks });
  await other.open();
  await ask('storage/erase', {});
  // The index is made again meanwhile; its alarm stands until it is.
  await expect.poll(whole).toEqual(fresh);
  expect(await ask('subject/get', { id: 'world:ann' })).toMatchObject({ name: 'Person ann' });
  other.close();
  store.close();
});
