/** The reader's overlay: kept through every pack that comes and goes, and through the upgrade from a database without it. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, it } from 'vitest';
import type { Actor } from '@/core/model/actor';
import type { Correction } from '@/core/model/correction';
import { v001 } from '@/store/migrations/v001';
import { createStore, type Store } from '@/store/store';
import { person, samplePack } from './sample-pack';

let count = 0;
const open: Store[] = [];
const storeNamed = (name = `overlay-test-${count++}`) => {
  const store = createStore({ name });
  open.push(store);
  return store;
};
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

const ANN: Actor = { id: 'mine:ann', kind: 'person', name: 'Ann Able', names: [], surnames: ['Able'], offices: [], sources: ['reader'] };
const RULE: Correction = {
  id: 'r1',
  word: 'Able',
  says: { is: 'not', subject: 'sample:ann' },
  where: { in: 'everywhere' },
  made: '2026-01-01T00:00:00.000Z',
};

it('keeps what the reader decided when packs are updated, withdrawn and cleaned', async () => {
  const store = storeNamed();
  await store.install(samplePack({ actors: [person('ann')] }), { builtIn: true });
  await store.overlay.actors.put([ANN]);
  await store.overlay.corrections.put([RULE]);
  await store.overlay.painting.choose('pack', 'sample', 'off');
  await store.overlay.painting.choose('subject', 'sample:ann', 'discreet');
  await store.overlay.painting.lines('pointed');
  await store.install(samplePack({ revision: 2, actors: [person('bob')] }), { builtIn: true });
  await store.keepBuiltIn(new Set());
  await store.clean();
  expect(await store.overlay.actors.all()).toEqual([ANN]);
  expect(await store.overlay.corrections.all()).toEqual([RULE]);
  expect(await store.overlay.painting.get()).toEqual({
    lines: 'pointed',
    packs: { sample: 'off' },
    subjects: { 'sample:ann': 'discreet' },
  });
});

it('shows own actors among all others, never as built in, and tells when they change', async () => {
  const store = storeNamed();
  await store.install(samplePack({ actors: [person('ann')] }), { builtIn: true });
  const revision = () => store.read(async (facts) => facts.ownNames);
  expect(await revision()).toBe(0);
  await store.overlay.actors.put([ANN]);
  expect(await revision()).toBe(1);
  await store.read(async (facts) => {
    expect((await facts.subjects.get(['mine:ann', 'mine:nobody', 'sample:ann'])).get('mine:ann')?.record).toEqual(ANN);
    expect((await facts.subjects.all()).map(({ id, builtIn }) => [id, builtIn])).toEqual([
      ['sample:ann', true],
      ['mine:ann', false],
    ]);
  });
  expect(await store.overlay.actors.remove(['mine:ann', 'mine:nobody'])).toEqual([ANN]);
  expect(await revision()).toBe(2);
  expect(await store.overlay.corrections.remove(['r1'])).toEqual([]);
});

it('comes to a database of version 1', async () => {
  const name = `overlay-test-${count++}`;
  const old = new Dexie(name);
  old.version(v001.version).stores({ ...v001.stores });
  await old.open();
  old.close();
  const store = storeNamed(name);
  expect(await store.overlay.painting.get()).toEqual({ lines: 'always', packs: {}, subjects: {} });
  await store.overlay.take([ANN], [RULE]);
  expect(await store.overlay.corrections.all()).toEqual([RULE]);
});

it('can’t be written over by a pack that takes its id', async () => {
  const store = storeNamed();
  await store.overlay.actors.put([ANN]);
  await expect(store.install(samplePack({ id: 'mine', actors: [person('ann')] }), { builtIn: false })).rejects.toThrow(/your own names/);
  expect(await store.overlay.actors.all()).toEqual([ANN]);
});
