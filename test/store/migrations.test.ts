/**
 * Databases of every release before, brought up to this one. test/migrations/ holds what each release left behind: its
 * rows, under the layout that it declared. A released layout is written out here and never taken from the code.
 */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { createStore, type Store } from '@/store/store';
import { CODE_VERSION, declareNewest, declareVersions } from '@/store/versions';
import { claim, person, samplePack } from './sample-pack';

const FOLDER = new URL('../migrations/', import.meta.url);

interface Fixture {
  readonly version: number;
  readonly tables: Readonly<Record<string, readonly object[]>>;
}

const LAYOUTS: Readonly<Record<string, { readonly version: number; readonly stores: Readonly<Record<string, string>> }>> = {
  '0.1.0': {
    version: 1,
    stores: {
      meta: 'key',
      generations: '++number',
      subjects: '[generation+id], *record.domains, *record.participants',
      articles: '[generation+id]',
      claimPages: '[subject+order+generation+part], generation',
      articlePages: '[subject+order+generation+part], generation',
      tallies: '[subject+generation], generation',
      derived: 'key',
    },
  },
};

let count = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

/** A database as that release left it, and a store of this release over it. */
async function leftBy(release: string): Promise<{ name: string; store: Store }> {
  const name = `migrations-test-${count++}`;
  const layout = LAYOUTS[release];
  if (!layout) throw new Error(`no layout of ${release}`);
  const { version, tables } = JSON.parse(readFileSync(new URL(`${release}.json`, FOLDER), 'utf8')) as Fixture;
  const db = new Dexie(name);
  db.version(layout.version).stores({ ...layout.stores });
  await db.open();
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkAdd([...rows]);
  expect(db.verno * 10).toBe(version);
  db.close();
  const store = createStore({ name });
  open.push(store);
  return { name, store };
}

it('every release has its database here', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(LAYOUTS).map((release) => `${release}.json`));
});

it('is declared alike by the newest version alone and by all of them', () => {
  const layoutBy = (declare: (db: Dexie) => void) => {
    const db = new Dexie('nobody opens it');
    declare(db);
    const tables = db.tables.map(({ name, schema }) => [name, schema.primKey.src, ...schema.indexes.map(({ src }) => src).sort()]);
    return { version: db.verno, tables: tables.sort() };
  };
  const all = layoutBy(declareVersions);
  expect(layoutBy(declareNewest)).toEqual(all);
  expect(all.tables.map(([name]) => name)).not.toContain('tallies');
});

describe('a database of 0.1.0', () => {
  const world = samplePack({ id: 'world', revision: 1, actors: [person('ann')], claims: [claim('c1', '2025-05-02', { actors: ['ann'] })] });

  it('opens, asks for its starter packs again, and answers the same with them', async () => {
    const { name, store } = await leftBy('0.1.0');
    expect(await store.open()).toEqual({ writable: true });
    expect(await store.starterRelease()).toBe(null);
    expect(await store.install(world, { builtIn: true })).not.toBe(null);
    await store.read(async ({ subjects, claims }) => {
      expect((await subjects.get(['world:ann'])).get('world:ann')?.record.name).toBe('Person ann');
      expect((await claims.latestOf('world:ann', 5)).map(({ id }) => id)).toEqual(['world:c1']);
    });
    expect((await indexedDB.databases()).find((found) => found.name === name)?.version).toBe(CODE_VERSION * 10);
  });

  it('is upgraded once while fifty contexts open it at the same time', async () => {
    const { name, store } = await leftBy('0.1.0');
    const contexts = Array.from({ length: 50 }, () => createStore({ name }));
    open.push(...contexts);
    const answers = await Promise.all([store, ...contexts].map((context) => context.open()));
    expect(answers.every(({ writable }) => writable)).toBe(true);
    await contexts[7]?.install(world, { builtIn: true });
    expect(await store.read(async ({ packs }) => Object.keys(packs))).toEqual(['world']);
  });

  it('follows no feed and has sent no request, and can begin to', async () => {
    const { store } = await leftBy('0.1.0');
    expect(await store.feeds.all()).toEqual([]);
    expect([await store.requests.total(), await store.requests.newest(5)]).toEqual([0, []]);
    await store.requests.begin({ at: 1, host: 'daily.test', path: '/feed', why: 'Feed of The Daily' });
    expect(await store.requests.total()).toBe(1);
  });
});

describe('a database of layout 10, whose pages had an index of their generations', () => {
  /** A pack of one actor and one claim, as that layout kept it, and an orphan beside it. */
  async function leftByTen(): Promise<{ name: string; store: Store }> {
    const name = `migrations-test-${count++}`;
    const store = createStore({ name });
    await store.install(samplePack({ id: 'world', actors: [person('ann')], claims: [claim('c1', '2025-05-02', { actors: ['ann'] })] }), {
      builtIn: false,
    });
    store.close();
    const now = await new Dexie(name).open();
    const rows = new Map(
      await Promise.all(now.tables.map(async (table): Promise<[string, object[]]> => [table.name, await table.toArray()])),
    );
    const { setAside: _later, ...stores } = Object.fromEntries(
      now.tables.map(({ name, schema }) => [name, [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(',')]),
    );
    await now.delete();
    const ten = new Dexie(name);
    const keyed = '[subject+order+generation+part], generation';
    ten.version(10).stores({ ...stores, claimPages: keyed, articlePages: keyed, ownActors: 'id' });
    await ten.open();
    for (const [table, list] of rows) if (list.length > 0) await ten.table(table).bulkAdd(list);
    const pages = await ten.table('claimPages').toArray();
    await ten.table('claimPages').bulkAdd(pages.map((page: object) => ({ ...page, generation: 77 })));
    await ten.table('generations').add({ number: 77, pack: 'world', lock: 'nobody holds it' });
    ten.close();
    open.push(store);
    return { name, store };
  }

  it('answers the same, and loses the pages of what is cleaned away and no others', async () => {
    const { name, store } = await leftByTen();
    const latest = () => store.read(async ({ claims }) => (await claims.latestOf('world:ann', 5)).map(({ id }) => id));
    expect(await latest()).toEqual(['world:c1']);
    expect(await store.clean()).toBe(1);
    expect(await latest()).toEqual(['world:c1']);
    store.close();
    const after = await new Dexie(name).open();
    expect((await after.table('claimPages').toArray()).map(({ generation }) => generation)).not.toContain(77);
    expect(after.table('claimPages').schema.indexes).toEqual([]);
    after.close();
  });
});
