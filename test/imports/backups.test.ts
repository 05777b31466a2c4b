/** Backups: what is written is put in again to the byte, what is broken is refused with its place, and nothing is written then. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BACKUP_TABLES, readBackupHead, readBackupLine } from '@/core/pack/backup';
import { readPack } from '@/core/pack/read';
import { firstSchedule, PACK_PACE } from '@/feeds/schedule';
import { readBackup, writeBackup } from '@/imports/backups';
import { NOT_IN_BACKUP } from '@/store/backup';
import { createStore, type Store } from '@/store/store';
import { declareVersions } from '@/store/versions';
import { locksHere } from '../store/locks-here';
import { claim, packData, person } from '../store/sample-pack';

/** Each store is its own. */
let count = 0;
const freshStore = (now = () => 1): Store => createStore({ name: `backups-test-${count++}`, locks: locksHere(), now });

const textOf = async (store: Store, settings?: unknown): Promise<string> => {
  const zipped = await writeBackup(store, settings);
  return new Response(zipped.stream().pipeThrough(new DecompressionStream('gzip'))).text();
};
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += 5000) yield bytes.subarray(i, i + 5000);
}
const read = (store: Store, text: string | Uint8Array) =>
  readBackup(store, { name: 'backup', bytes: pieces(typeof text === 'string' ? new TextEncoder().encode(text) : text) }, { now: 1 });
async function restore(store: Store, text: string | Uint8Array, before?: unknown): Promise<void> {
  const result = await read(store, text);
  if (!result.ok) throw new Error(result.faults.join());
  await result.restoring.apply(result.summary.settings, before);
}
async function importPack(store: Store, data: object): Promise<void> {
  const work = await store.beginImport();
  const bytes = pieces(new TextEncoder().encode(JSON.stringify(data)));
  const result = await readPack({ name: 'p', bytes }, work.sink);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  await work.stage(result.claims);
  await work.apply();
}

const OWN = {
  actor: (n: number, name: string) => ({
    id: `mine:a${n}`,
    kind: 'person' as const,
    name,
    names: [{ text: name }],
    surnames: [],
    offices: [],
    sources: ['reader'],
  }),
  article: (n: number, title: string) => ({
    id: `mine:a-${n}`,
    outlet: null,
    title,
    url: `https://daily.test/${n}`,
    published: '2025-03-03',
    actors: [],
    events: [],
    sources: [],
  }),
  claim: (n: number, text: string) => ({
    ...{ id: `mine:c-${n}`, text, speaker: `mine:a${n}`, outlet: null, via: [], actors: [`mine:a${n}`], events: [], sources: [] },
    clocks: { said: { edtf: '2025-03', basis: 'reader' as const } },
    status: 'unconfirmed' as const,
    readIn: `mine:a-${n}`,
  }),
};

interface Kept {
  readonly words: readonly string[];
  readonly packs: readonly { readonly id: string; readonly texts: readonly string[] }[];
  readonly discreet: boolean;
}

/** Everything that a reader can keep, from a few words. */
async function fill(store: Store, { words, packs, discreet }: Kept): Promise<void> {
  for (const { id, texts } of packs)
    await importPack(
      store,
      packData({ id, actors: [person('ann')], claims: texts.map((text, n) => claim(`c${n}`, '2025', { text, actors: ['ann'] })) }),
    );
  for (const [n, word] of words.entries()) {
    await store.overlay.corrections.put([
      {
        id: `r${n}`,
        word,
        says: n % 2 ? { is: 'never' } : { is: 'not', subject: 'world:ann' },
        where: { in: 'everywhere' },
        made: '2025-12-24T20:00:00.000Z',
      },
    ]);
    await store.overlay.actors.put([OWN.actor(n, word)]);
    await store.ownClaims.judge(OWN.claim(n, word), OWN.article(n, word), n % 3 ? 'kept' : 'dismissed');
    await store.ownClaims.remember(OWN.article(n + 100, word), [OWN.claim(n + 100, word)]);
    const edit = { id: `world:a${n}`, note: word, made: '2025-12-24T20:00:00.000Z' };
    const written = { ...OWN.claim(n, word), id: `mine:n-${n}`, status: 'confirmed' as const };
    const event = { id: `mine:e${n}`, name: word, names: [], kind: 'other' as const, dates: [], participants: [], sources: ['reader'] };
    const recordEdit = { ...edit, of: 'claim' as const, subjects: ['world:ann'] };
    await store.deeds.do({ did: 'noted', kind: 'actor', id: edit.id, name: word }, async () => [
      { table: 'subjectEdits', id: edit.id, row: edit },
      { table: 'recordEdits', id: edit.id, row: recordEdit },
      // Written by hand: read in no article.
      { table: 'ownClaims', id: written.id, row: { id: written.id, subjects: [], article: '', claim: written } },
      { table: 'ownEvents', id: event.id, row: event },
    ]);
    await store.openings.opened([`mine:a${n}`], 1000 + n);
    await store.overlay.painting.choose('subject', `mine:a${n}`, 'off');
    const schedule = firstSchedule(5 + n);
    const url = `https://feeds.test/${n}`;
    await store.feeds.add([
      {
        ...{ url, host: 'feeds.test', local: false, title: word, outlet: null, home: null, addedAt: n, schedule },
        etag: 'x',
        lastModified: null,
        okAt: 3,
        fault: null,
        articles: 0,
      },
    ]);
    const record = { ...OWN.article(n, word), id: `feeds:a-${n}` };
    const article = {
      id: record.id,
      feed: url,
      guid: word,
      record,
      summary: word,
      published: null,
      modified: null,
      future: false,
      origin: null,
      seenAt: 7,
      earlier: [],
    };
    const said = { ...OWN.claim(n, word), id: `feeds:c-${n}` };
    await store.feeds.take(url, { articles: [article], claims: [{ id: said.id, subjects: [], article: record.id, claim: said }] }, {});
    await store.subscriptions.add({
      ...{
        url: `https://packs.test/${n}`,
        host: 'packs.test',
        local: false,
        pack: null,
        title: word,
        addedAt: n,
        daily: true,
        automatic: false,
      },
      ...{ schedule: firstSchedule(9, PACK_PACE), etag: 'y', lastModified: null, okAt: 1, fault: null, held: null, incoming: null },
    });
  }
  if (discreet) await store.overlay.painting.lines('pointed');
}

const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() === text && text.isWellFormed());
const kept: fc.Arbitrary<Kept> = fc.record({
  words: fc.array(word, { maxLength: 5 }),
  packs: fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-l]{1,6}$/), texts: fc.array(word, { maxLength: 5 }) }), {
    selector: ({ id }) => id,
    maxLength: 3,
  }),
  discreet: fc.boolean(),
});
const SETTINGS = { version: 1, paused: false, sites: { on: ['a.test'], off: [] }, remember: true };

it('puts in what it wrote, to the byte, whatever was there before', async () => {
  await fc.assert(
    fc.asyncProperty(kept, kept, async (one, other) => {
      const [from, to] = [freshStore(), freshStore()];
      await fill(from, one);
      await fill(to, other);
      const written = await textOf(from, SETTINGS);
      await restore(to, written);
      expect(await textOf(to, SETTINGS)).toBe(written);
      expect(await to.backup.restored()).toEqual({ settings: SETTINGS });
      // Packs as they were can be had back.
      expect((await to.undoable()).map(({ pack }) => pack).sort()).toEqual([...new Set([...other.packs.map(({ id }) => id)])].sort());
      // Nothing but what is shown and what can be had back is left.
      expect(await to.clean()).toBe(0);
      from.close();
      to.close();
    }),
    { numRuns: 15 },
  );
});

it('is undone as a whole, to the byte, and put in again, whatever was changed in between', async () => {
  const mine = { ...SETTINGS, sites: { on: ['b.test'], off: [] } };
  await fc.assert(
    fc.asyncProperty(kept, kept, kept, async (one, other, later) => {
      const [from, to] = [freshStore(), freshStore()];
      await fill(from, one);
      await fill(to, other);
      const [written, before] = [await textOf(from, SETTINGS), await textOf(to, mine)];
      const undoable = () => to.undoable().then((list) => list.map(({ pack, revision }) => `${pack} ${revision}`).sort());
      const undone = await undoable();
      await restore(to, written, mine);
      expect(await to.backup.aside()).toMatchObject({ again: false, settings: mine });
      await fill(to, { ...later, packs: [] });
      const changed = await textOf(to, SETTINGS);
      expect(await to.backup.bringBack(SETTINGS)).toBe(true);
      expect(await textOf(to, mine)).toBe(before);
      expect(await undoable()).toEqual(undone);
      expect(await to.backup.restored()).toEqual({ settings: mine });
      // A start in between takes nothing of what can be had back.
      expect(await to.clean()).toBe(0);
      expect(await to.backup.bringBack(mine)).toBe(true);
      expect(await textOf(to, SETTINGS)).toBe(changed);
      from.close();
      to.close();
    }),
    { numRuns: 15 },
  );
});

it('keeps what was before for a month, and until the next', async () => {
  let now = 1_000;
  const store = freshStore(() => now);
  expect(await store.backup.bringBack(SETTINGS)).toBe(false);
  await fill(store, { words: ['Ann'], packs: [{ id: 'harbour', texts: ['x'] }], discreet: false });
  const [first, second] = [await textOf(store), await textOf(freshStore())];
  await restore(store, second);
  expect((await store.backup.aside())?.hosts).toEqual(['feeds.test', 'packs.test']);
  await restore(store, first);
  expect((await store.backup.aside())?.hosts).toEqual([]);
  now += 32 * 24 * 3600 * 1000;
  await store.clean();
  expect(await store.backup.aside()).toBe(null);
  expect(await store.backup.bringBack(SETTINGS)).toBe(false);
  expect(await textOf(store)).toBe(first);
});

it('is taken plain and gzipped', async () => {
  const [from, to] = [freshStore(), freshStore()];
  await fill(from, { words: ['Ann'], packs: [{ id: 'harbour', texts: ['x', 'y'] }], discreet: false });
  const zipped = new Uint8Array(await (await writeBackup(from, undefined)).arrayBuffer());
  await restore(to, zipped);
  expect(await textOf(to)).toBe(await textOf(from));
  expect(await to.read(async ({ packs }) => packs.harbour?.counts.claims)).toBe(2);
});

it('refuses a backup that is cut off anywhere, and writes nothing', async () => {
  const [from, to] = [freshStore(), freshStore()];
  await fill(from, { words: ['Ann', 'Bo'], packs: [{ id: 'harbour', texts: ['x', 'y'] }], discreet: true });
  await fill(to, { words: ['Cy'], packs: [{ id: 'quay', texts: ['z'] }], discreet: false });
  const [written, before] = [await textOf(from, SETTINGS), await textOf(to)];
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: written.length - 2 }), async (at) => {
      const result = await read(to, written.slice(0, at));
      expect(!result.ok && result.faults[0]).toMatch(/^backup, (?:line \d+|at the end|after line \d+|pack harbour)/);
      expect(await textOf(to)).toBe(before);
      expect(await to.clean()).toBe(0);
    }),
    { numRuns: 60 },
  );
});

it('names the place of what is wrong', async () => {
  const store = freshStore();
  await fill(store, { words: ['Ann'], packs: [{ id: 'harbour', texts: ['x'] }], discreet: false });
  const lines = (await textOf(store)).split('\n');
  const told = async (from: string | RegExp, to: string) => {
    const result = await read(store, lines.join('\n').replace(from, to));
    if (result.ok) await result.restoring.discard();
    return result.ok ? null : result.faults.join();
  };
  expect(await told('', '')).toBe(null);
  expect(await told('"version":1,"rows"', '"version":9,"rows"')).toMatch(/^backup, line 1, version: expected version 1 of the backup/);
  expect(await told('"rows":{', '"rows":{"spells":0,')).toMatch(/^backup, line 1, rows.spells: expected a table that this version/);
  expect(await told('"sidelight-backup"', '"sidelight-pack"')).toMatch(/^backup, line 1, format: expected "sidelight-backup"/);
  const place = lines.findIndex((line) => line.startsWith('{"in":"corrections"')) + 1;
  expect(await told('"is":"not"', '"is":"perhaps"')).toMatch(new RegExp(`^backup, line ${place}, row\\.says\\.is: expected`));
  expect(await told('{"in":"corrections"', '{"in":"spells"')).toMatch(
    new RegExp(`^backup, line ${place}: expected settings, a row of a table, or a pack`),
  );
  expect(await told('"word":"Ann"', '"word":7')).toMatch(new RegExp(`^backup, line ${place}, row\\.word: expected string, found 7`));
  expect(await told('{"pack":"harbour"', '{"pack":"quay"')).toMatch(/expected the pack “quay”, found “harbour”/);
  expect(await told('"edtf":"2025","basis"', '"edtf":"2025-02-30","basis"')).toMatch(
    /^backup, pack harbour, line 3, clocks\.said\.edtf: expected an EDTF date/,
  );
  expect(await told(/\{"in":"corrections".*\n/, '')).toBe('backup, at the end: expected 1 rows of corrections, as line 1 says, found 0');
});

it('reads any line or names a place, and throws nothing', () => {
  const value = fc.oneof(
    fc.json(),
    fc.record({ in: fc.constantFrom(...BACKUP_TABLES, 'meta'), row: fc.object() }).map((line) => JSON.stringify(line)),
    fc.string(),
  );
  fc.assert(
    fc.property(value, (line) => {
      for (const read of [readBackupHead, readBackupLine]) {
        const result = read({ file: 'b', number: 3 }, line);
        expect(result.ok || result.faults[0]?.at.startsWith('line 3')).toBe(true);
      }
    }),
  );
});

it('is cancelled without a trace, and is one at a time', async () => {
  const store = freshStore();
  await fill(store, { words: ['Ann'], packs: [{ id: 'harbour', texts: ['x'] }], discreet: false });
  const before = await textOf(store);
  const result = await read(store, before);
  await expect(read(store, before)).rejects.toThrow('A backup is being restored on another Sidelight page');
  if (!result.ok) throw new Error('refused');
  await result.restoring.discard();
  expect(await textOf(store)).toBe(before);
  expect(await store.clean()).toBe(0);
  await restore(store, before);
});

it('leaves the old state where the page is closed before it is put in, and the next start cleans up', async () => {
  const name = `backups-test-${count++}`;
  const store = createStore({ name, locks: locksHere(), now: () => 1 });
  await fill(store, { words: ['Ann'], packs: [{ id: 'harbour', texts: ['x'] }], discreet: false });
  const before = await textOf(store);
  const other = freshStore();
  await fill(other, { words: ['Bo', 'Cy'], packs: [{ id: 'quay', texts: ['y', 'z'] }], discreet: true });
  // Read whole, and then nobody answers any more: the locks of a closed page are free.
  const result = await read(store, await textOf(other));
  expect(result.ok).toBe(true);
  store.close();
  const next = createStore({ name, locks: locksHere(), now: () => 1 });
  expect(await textOf(next)).toBe(before);
  expect(await next.clean()).toBe(1);
  expect(await textOf(next)).toBe(before);
});

it('keeps the packs that come with Sidelight as they are, and refuses one of their names', async () => {
  const [from, to] = [freshStore(), freshStore()];
  await importPack(from, packData({ id: 'world', actors: [person('ann')] }));
  const { parsePack } = await import('@/core/pack/parse');
  const world = parsePack('world', packData({ id: 'world', actors: [person('bo')] }));
  if (!world.ok) throw new Error('no pack');
  await to.install(world.pack, { builtIn: true });
  await expect(read(to, await textOf(from))).rejects.toThrow('comes with Sidelight');
  await restore(to, await textOf(freshStore()));
  expect(await to.read(async ({ packs }) => packs.world?.builtIn)).toBe(true);
});

it('knows of every table whether it is in a backup', () => {
  const db = new Dexie('tables');
  declareVersions(db);
  const known = [...BACKUP_TABLES, ...Object.values(NOT_IN_BACKUP).flat()];
  expect(db.tables.map(({ name }) => name).sort()).toEqual([...known].sort());
});
