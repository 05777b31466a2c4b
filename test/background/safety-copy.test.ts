/** Safety copies: what the browser took is put in again to the byte, and nothing of the reader's is ever put aside for them. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createSafetyCopies } from '@/background/safety-copy';
import { readPack } from '@/core/pack/read';
import { readBackup, writeBackup } from '@/imports/backups';
import { createStore, type Store } from '@/store/store';
import { locksHere } from '../store/locks-here';
import { claim, packData, person } from '../store/sample-pack';
import { fakePlatform, filesHere } from './fake-platform';

let count = 0;

/** The reader's machine: files and a database, which `emptied` begins anew as a browser does. */
function machine() {
  const files = new Map<string, File>();
  const { alarms, clocks } = fakePlatform();
  const kept = filesHere(files);
  const start = () => {
    const store = createStore({ name: `copies-test-${count++}`, locks: locksHere(), now: () => 1 });
    return { store, copies: createSafetyCopies(store, kept, alarms) };
  };
  return { files, alarms, clocks, start };
}

async function importPack(store: Store, revision: number, id = 'harbour'): Promise<void> {
  const work = await store.beginImport();
  const data = packData({
    id,
    revision,
    actors: [person('ann')],
    claims: [claim('c', '2025-03', { actors: ['ann'], text: `r${revision}` })],
  });
  const bytes = new Blob([JSON.stringify(data)]).stream();
  const result = await readPack({ name: 'p', bytes }, work.sink);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  await work.stage(result.claims);
  await work.apply();
}

const unzipped = (file: Blob): Promise<string> => new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
const textOf = async (store: Store): Promise<string> => unzipped(await writeBackup(store, undefined));
const note = (store: Store, word: string) =>
  store.overlay.corrections.put([{ id: word, word, says: { is: 'never' }, where: { in: 'everywhere' }, made: '2026-03-03T10:00:00Z' }]);

/** A reader's beginning: a note of Ann and a pack, both copied. */
async function copied(here: ReturnType<ReturnType<typeof machine>['start']>) {
  await here.copies.mend();
  await note(here.store, 'Ann');
  await importPack(here.store, 1);
  await here.copies.due('copy-own');
  await here.copies.packs();
  return here;
}

it('brings back what the reader made and imported, to the byte, and tells when', async () => {
  const { start, files } = machine();
  const before = start();
  expect(await before.copies.mend()).toBe(false);
  await note(before.store, 'Ann');
  await importPack(before.store, 1);
  await importPack(before.store, 1, 'quay');
  await before.copies.due('copy-own');
  await before.copies.packs();
  const text = await textOf(before.store);
  const copiedAt = Math.max(...[...files.values()].map(({ lastModified }) => lastModified));

  const after = start();
  expect(await after.copies.mend()).toBe(true);
  expect(await textOf(after.store)).toBe(text);
  expect(await after.store.copies.mended()).toEqual({ at: 1, copiedAt });
  // Once: what is there now is copied from now on, under names of its own.
  expect(await after.copies.mend()).toBe(false);
  const old = [...files.keys()];
  await after.copies.packs();
  expect([...files.keys()].filter((name) => name.startsWith('pack.') && old.includes(name))).toEqual([]);
  const third = start();
  expect(await third.copies.mend()).toBe(true);
  expect(await textOf(third.store)).toBe(text);
});

it('keeps the copies and tries again where the putting in fails, and puts nothing in place of what the reader made since', async () => {
  const { start, files } = machine();
  const before = start();
  await before.copies.mend();
  await note(before.store, 'Ann');
  await before.copies.due('copy-own');
  const copy = files.get('own');

  const after = start();
  await note(after.store, 'Bob');
  expect(await after.copies.mend()).toBe(false);
  expect(await textOf(after.store)).toContain('Bob');
  files.clear();

  const damaged = start();
  files.set(
    'own',
    new File(['{"format":"sidelight-backup","version":1,"rows":{"corrections":2},"packs":0}\n'], 'own', { lastModified: 9 }),
  );
  await expect(damaged.copies.mend()).rejects.toThrow('safety copy can’t be read');
  expect(await damaged.store.copies.begun()).toBeNull();
  // Nothing is copied over it meanwhile.
  await damaged.copies.due('copy-own');
  if (copy) files.set('own', copy);
  expect(await damaged.copies.mend()).toBe(true);
  expect(await textOf(damaged.store)).toContain('Ann');
});

it('sets aside what could not be put in before the reader made something new, whole and readable', async () => {
  const { start, files } = machine();
  const before = await copied(start());
  const text = await textOf(before.store);

  const after = start();
  await note(after.store, 'Bob');
  const { list } = filesHere(files);
  const full = createSafetyCopies(
    after.store,
    { list, write: () => Promise.reject(new Error('disk full')), remove: async () => undefined },
    fakePlatform().alarms,
  );
  // A disk without room for it: nothing is taken away, nothing begins.
  await expect(full.mend()).rejects.toThrow('disk full');
  expect([...files.keys()].sort()).toEqual(['own', expect.stringMatching(/^pack\./)]);
  expect(await after.copies.mend()).toBe(false);
  const aside = [...files.keys()].filter((name) => name.startsWith('aside.'));
  expect(aside).toHaveLength(1);
  expect(await after.copies.mend()).toBe(false);
  // What is new has copies of its own from then on, and packs' cleaning leaves the old one.
  await after.copies.packs();
  expect(files.has('own') && files.has(aside[0] ?? '')).toBe(true);
  const waiting = files.get(aside[0] ?? '') as File;
  const read = await readBackup(after.store, { name: 'w', bytes: waiting.stream() }, {});
  if (!read.ok) throw new Error(read.faults[0]);
  await read.restoring.apply(undefined, null);
  expect(await textOf(after.store)).toBe(text);
});

it('sets aside by itself what is damaged, and puts in what is whole where nothing is new', async () => {
  for (const torn of ['pack', 'own']) {
    for (const isNew of [true, false]) {
      const { start, files } = machine();
      await copied(start());
      // As gzip, cut off.
      for (const [name, file] of files)
        if (name.startsWith(torn)) files.set(name, new File([file.slice(0, 30)], name, { lastModified: 7 }));
      const after = start();
      if (isNew) await note(after.store, 'Bob');
      expect(await after.copies.mend()).toBe(!isNew);
      const aside = [...files].filter(([name]) => name.startsWith('aside.'));
      expect(aside.find(([name]) => name.startsWith(`aside.7.${torn}`))?.[1].size).toBe(30);
      const whole = aside.find(([name]) => name.endsWith('.whole'))?.[1];
      const back = isNew ? await unzipped(whole as File) : await textOf(after.store);
      expect([back.includes('Ann'), back.includes('harbour')]).toEqual([torn === 'pack', torn === 'own']);
    }
  }
});

it('brings back the reader’s own where the copy of a pack is damaged', async () => {
  const { start, files } = machine();
  await copied(start());
  for (const name of files.keys()) if (name.startsWith('pack.')) files.set(name, new File(['torn'], name));
  const after = start();
  expect(await after.copies.mend()).toBe(true);
  expect(await textOf(after.store)).toContain('Ann');
  expect(await after.store.copies.packs()).toEqual([]);
});

it('copies a pack once, again when it changes, and forgets it when it is gone', async () => {
  const { start, files } = machine();
  const { store, copies } = start();
  await copies.mend();
  await importPack(store, 1);
  await copies.packs();
  const [first] = [...files.keys()];
  const written = files.get(first ?? '');
  await copies.packs();
  expect(files.get(first ?? '')).toBe(written);
  await importPack(store, 2);
  await copies.packs();
  expect([...files.keys()].filter((name) => name.startsWith('pack.'))).toHaveLength(1);
  expect(files.has(first ?? '')).toBe(false);
  await store.remove('harbour');
  await copies.packs();
  expect([...files.keys()].filter((name) => name.startsWith('pack.'))).toEqual([]);
  await copies.forget();
  expect(files.size).toBe(0);
});

it('is due a while after a change, sooner for what the reader made, and asks again where it fails', async () => {
  const { start, clocks, files } = machine();
  const { store, copies } = start();
  await copies.mend();
  const heard: string[] = [];
  store.copies.onChange((tables) => heard.push(...tables));
  await note(store, 'Ann');
  expect(heard).toContain('corrections');
  await copies.changed(new Set(['requests']));
  expect(clocks.size).toBe(0);
  await copies.changed(new Set(['corrections']));
  await copies.changed(new Set(['feedArticles']));
  expect([...clocks]).toEqual([
    ['copy-own', 1],
    ['copy-feeds', 60],
  ]);
  await copies.due('copy-own');
  expect([...clocks.keys()]).toEqual(['copy-feeds']);
  // Of what is large not every minute.
  files.set('own', new File([new Uint8Array(1_200_000)], 'own'));
  await copies.changed(new Set(['corrections']));
  expect(clocks.get('copy-own')).toBe(3);
  store.close();
  const full = createSafetyCopies(
    store,
    { ...filesHere(files), write: () => Promise.reject(new Error('the disk is full')) },
    machineAlarms(clocks),
  );
  await expect(full.due('copy-own')).rejects.toThrow('the disk is full');
  expect(clocks.get('copy-own')).toBe(1);
});

const machineAlarms = (clocks: Map<string, number>) => ({
  has: async (name: string) => clocks.has(name),
  every: async (name: string, minutes: number) => void clocks.set(name, minutes),
  clear: async (name: string) => void clocks.delete(name),
  onAlarm: () => () => undefined,
});
