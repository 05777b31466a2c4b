import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import type { Claim } from '@/core/model/claim';
import type { Pack } from '@/core/pack/parse';
import { FaultError } from '@/core/result';
import { installPack } from '@/store/imports';
import { openDatabase } from '@/store/open';
import { createStore, type Store } from '@/store/store';
import { declareVersions, FACT_TABLES } from '@/store/versions';
import { claim, outlet, person, samplePack } from './sample-pack';

let count = 0;
const open: Store[] = [];
const freshName = () => `store-test-${count++}`;

function storeNamed(name: string, patience?: number): Store {
  const store = createStore({ name, patience });
  open.push(store);
  return store;
}

afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

const ids = (claims: readonly Claim[]) => claims.map(({ id }) => id);
const fault = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof FaultError ? error.fault : error;
};

/** Every row of every fact table, with its generation: what must not change when an import fails. */
async function allRows(name: string): Promise<unknown> {
  const { db } = await openDatabase({ name, indexedDB });
  const rows = await Promise.all([...FACT_TABLES, 'meta'].map(async (table) => [table, await db.table(table).toArray()]));
  db.close();
  return rows;
}

const first = samplePack({
  actors: [person('ann'), person('bob')],
  outlets: [outlet('daily', ['daily.test'], { family: 'House' }), outlet('sports', ['sports.daily.test'])],
  events: [{ id: 'summit', name: 'The Summit', kind: 'summit', participants: ['ann', 'bob'] }],
  articles: [
    { id: 'a1', outlet: 'daily', title: 'Summit ends', url: 'https://daily.test/1', published: '2025-05-02', events: ['summit'] },
    { id: 'a2', outlet: 'daily', title: 'Summit begins', url: null, published: '2025-05-01', events: ['summit'] },
  ],
  claims: [
    claim('old', '2024', { actors: ['ann'], outlet: 'daily' }),
    claim('unknown', null, { actors: ['ann'], outlet: 'sports' }),
    claim('day', '2025-05-02', { speaker: 'ann', actors: ['bob'], events: ['summit'], outlet: 'daily' }),
    claim('month', '2025-05', { actors: ['ann'], via: [{ name: 'Daily', id: 'daily' }] }),
  ],
});

describe('a store', () => {
  it('answers what a pack holds', async () => {
    const store = storeNamed(freshName());
    const active = await store.install(first, { builtIn: true });
    expect(active?.counts).toEqual({ actors: 2, outlets: 2, events: 1, articles: 2, claims: 4 });
    await store.read(async (facts) => {
      const subjects = await facts.subjects.get(['sample:ann', 'sample:summit', 'sample:nobody', 'other:ann']);
      expect([...subjects].map(([id, { kind, record }]) => [id, kind, record.name])).toEqual([
        ['sample:ann', 'person', 'Person ann'],
        ['sample:summit', 'event', 'The Summit'],
      ]);
      expect(ids(await facts.claims.latestOf('sample:ann', 10))).toEqual(['sample:day', 'sample:month', 'sample:old', 'sample:unknown']);
      expect(ids(await facts.claims.latestOf('sample:ann', 2))).toEqual(['sample:day', 'sample:month']);
      expect(ids(await facts.claims.latestOf('sample:daily', 10))).toEqual(['sample:day', 'sample:month', 'sample:old']);
      expect(await facts.claims.tally('sample:ann')).toEqual({ claims: 4, outlets: 2 });
      expect(await facts.claims.tally('sample:nobody')).toEqual({ claims: 0, outlets: 0 });
      const both = await facts.claims.about(['sample:bob', 'sample:ann', 'sample:ann'], { perSubject: 10, limit: 10 });
      expect([ids(both.claims), both.complete]).toEqual([['sample:day', 'sample:month', 'sample:old', 'sample:unknown'], true]);
      const two = await facts.claims.about(['sample:ann'], { perSubject: 3, limit: 2 });
      expect([ids(two.claims), two.total, two.complete]).toEqual([['sample:day', 'sample:month'], 3, false]);
      // What an outlet only carried is not about it.
      expect((await facts.claims.about(['sample:daily'], { perSubject: 10, limit: 10 })).claims).toEqual([]);
      const byId = await facts.claims.get(['sample:day', 'sample:nothing', 'other:day', 'sample:old']);
      expect([...byId].map(([id, claim]) => [id, claim.text])).toEqual([
        ['sample:day', 'Claim day'],
        ['sample:old', 'Claim old'],
      ]);
      expect((await facts.articles.latestOf('sample:summit', 5)).map(({ id }) => id)).toEqual(['sample:a1', 'sample:a2']);
      expect((await facts.articles.get(['sample:a2'])).get('sample:a2')?.title).toBe('Summit begins');
      expect((await facts.events.withParticipants(['sample:ann', 'sample:bob'])).map(({ id }) => id)).toEqual(['sample:summit']);
      expect((await facts.subjects.all()).map(({ id, builtIn }) => [id, builtIn])).toHaveLength(5);
    });
  });

  it('finds an outlet by the longest domain of a host, and by whole labels only', async () => {
    const store = storeNamed(freshName());
    await store.install(first, { builtIn: true });
    const owner = (host: string) => store.read(async (facts) => (await facts.outlets.byHost(host))?.id ?? null);
    expect(await owner('daily.test')).toBe('sample:daily');
    expect(await owner('WWW.daily.test')).toBe('sample:daily');
    expect(await owner('live.sports.daily.test')).toBe('sample:sports');
    expect(await owner('notdaily.test')).toBe(null);
    expect(await owner('test')).toBe(null);
  });

  it('answers native promises', async () => {
    const store = storeNamed(freshName());
    const answers = [
      store.open(),
      store.install(first, { builtIn: true }),
      store.read(async () => 1),
      store.starterRelease(),
      store.clean(),
    ];
    for (const answer of answers) expect(answer.constructor).toBe(Promise);
    await Promise.all(answers);
  });

  it('asks all of a reading in one transaction, is out of it with the answer, and hears of one that fails', async () => {
    const store = storeNamed(freshName());
    await store.install(first, { builtIn: true });
    const inside = await store.read(async ({ claims, subjects }) => {
      await claims.latestOf('sample:ann', 2);
      await subjects.get(['sample:ann']);
      return Dexie.currentTransaction?.mode;
    });
    expect([inside, Dexie.currentTransaction]).toEqual(['readonly', null]);
    expect(await fault(store.read(() => Promise.reject(new Error('no answer'))))).toMatchObject({ code: 'store-failed' });
  });

  it('answers of more subjects than are asked for in one list, each once', async () => {
    const store = storeNamed(freshName());
    const people = Array.from({ length: 20 }, (_, i) => `p${i}`);
    const claims = people.flatMap((id, i) => (i % 3 === 0 ? [] : [claim(`of-${id}`, '2025', { actors: [id] })]));
    await store.install(samplePack({ actors: people.map((id) => person(id)), claims }), { builtIn: true });
    const found = await store.read((facts) => Promise.all([...people, 'p1'].map((id) => facts.claims.latestOf(`sample:${id}`, 20))));
    expect(found.map(ids)).toEqual([...people, 'p1'].map((id, i) => (i < 20 && i % 3 === 0 ? [] : [`sample:of-${id}`])));
  });

  it('shows a new revision instead of the old, and neither the same again nor an older one', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await store.install(first, { builtIn: true });
    const second = samplePack({
      revision: 2,
      actors: [person('ann', { name: 'Ann Renamed' })],
      claims: [claim('new', '2026', { actors: ['ann'] })],
    });
    expect((await store.install(second, { builtIn: true }))?.info.revision).toBe(2);
    expect(await store.install(second, { builtIn: true })).toBe(null);
    expect(await store.install(first, { builtIn: true })).toBe(null);
    await store.read(async (facts) => {
      expect(ids(await facts.claims.latestOf('sample:ann', 10))).toEqual(['sample:new']);
      expect((await facts.subjects.get(['sample:ann'])).get('sample:ann')?.record.name).toBe('Ann Renamed');
      expect((await facts.subjects.get(['sample:bob'])).size).toBe(0);
      expect(await facts.outlets.byHost('daily.test')).toBe(null);
      expect(await facts.events.withParticipants(['sample:ann'])).toEqual([]);
    });
    // The old generation's rows are gone, not only hidden.
    expect(JSON.stringify(await allRows(name))).not.toContain('The Summit');
  });

  it('keeps packs apart and joins what they say of one subject', async () => {
    const store = storeNamed(freshName());
    await store.install(first, { builtIn: true });
    const dossier = samplePack({ id: 'dossier', claims: [claim('c', '2024-06', { actors: ['sample:ann'], outlet: 'sample:sports' })] });
    await store.install(dossier, { builtIn: false });
    await store.read(async (facts) => {
      expect(ids(await facts.claims.latestOf('sample:ann', 3))).toEqual(['sample:day', 'sample:month', 'dossier:c']);
      expect(await facts.claims.tally('sample:ann')).toEqual({ claims: 5, outlets: 2 });
      expect(Object.keys(facts.packs)).toEqual(['sample', 'dossier']);
    });
  });

  it('finds what any pack says of a subject, whatever else that pack is about, and nothing of what is not shown', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await store.install(first, { builtIn: true });
    const aside = samplePack({
      id: 'aside',
      actors: [person('eve')],
      claims: [claim('own', '2020', { actors: ['eve'] }), claim('of-ann', '2026', { actors: ['sample:ann'] })],
    });
    const before = samplePack({
      id: 'before',
      actors: [person('old')],
      claims: [claim('own', '1999', { actors: ['old'] }), claim('of-ann', '1990', { actors: ['sample:ann'] })],
    });
    await store.install(before, { builtIn: false });
    expect((await store.read(({ claims }) => claims.latestOf('sample:ann', 20))).map(({ id }) => id)).toContain('before:of-ann');
    await store.install(aside, { builtIn: false });
    const newest = (subject: string, limit: number) => store.read(async ({ claims }) => ids(await claims.latestOf(subject, limit)));
    expect(await newest('sample:ann', 2)).toEqual(['aside:of-ann', 'sample:day']);
    expect(await newest('aside:eve', 2)).toEqual(['aside:own']);
    const { db } = await openDatabase({ name, indexedDB });
    const pages = await db.claimPages.toArray();
    await db.claimPages.bulkAdd(pages.map((page) => ({ ...page, order: 0, generation: page.generation + 900 })));
    db.close();
    expect(await newest('sample:ann', 2)).toEqual(['aside:of-ann', 'sample:day']);
    expect(await newest('aside:eve', 2)).toEqual(['aside:own']);
    expect(await newest('aside:nobody', 2)).toEqual([]);
  });

  it('finds the newest of a subject of many pages, few of them or all', async () => {
    const store = storeNamed(freshName());
    const many = 700;
    const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
    const claims = Array.from({ length: many }, (_, n) => claim(`c${n}`, day(n), { actors: ['ann'] }));
    await store.install(samplePack({ id: 'long', actors: [person('ann')], claims }), { builtIn: false });
    const all = claims.map(({ id }) => `long:${id}`).reverse();
    await store.read(async ({ claims }) => {
      for (const limit of [1, 20, 512, 513, 700, 800]) {
        expect(ids(await claims.latestOf('long:ann', limit))).toEqual(all.slice(0, limit));
        const about = await claims.about(['long:ann'], { perSubject: limit, limit });
        expect([about.claims.length, about.complete]).toEqual([Math.min(limit, many), limit >= many]);
      }
    });
  });

  it('installs one pack once when two contexts do so at the same time', async () => {
    const name = freshName();
    const answers = await Promise.all([storeNamed(name), storeNamed(name)].map((store) => store.install(first, { builtIn: true })));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });
});

describe('built-in packs that come no more', () => {
  it('go with all their rows; those of the list and the reader’s own stay', async () => {
    const name = freshName();
    const store = storeNamed(name);
    const pack = (id: string) => samplePack({ id, actors: [person('ann')], claims: [claim('c', '2025', { actors: ['ann'] })] });
    for (const id of ['kept', 'gone']) await store.install(pack(id), { builtIn: true });
    await store.install(pack('own'), { builtIn: false });
    expect(await store.keepBuiltIn(new Set(['kept']))).toBe(1);
    expect(await store.keepBuiltIn(new Set(['kept']))).toBe(0);
    expect(await store.read(async ({ packs }) => Object.keys(packs))).toEqual(['kept', 'own']);
    expect(await store.clean()).toBe(0);
    expect(JSON.stringify(await allRows(name))).not.toContain('gone:');
    // Not forgotten for good: the same revision can come back.
    expect(await store.install(pack('gone'), { builtIn: true })).not.toBe(null);
  });
});

describe('an import that fails', () => {
  /** A pack whose last record cannot be stored: its rows are refused after the others were written. */
  const poisoned = (): Pack => {
    const pack = samplePack({
      revision: 2,
      actors: [person('ann', { name: 'Half new' })],
      claims: [claim('new', '2026', { actors: ['ann'] })],
    });
    return { ...pack, actors: pack.actors.map((record) => ({ ...record, name: (() => '') as unknown as string })) };
  };

  it('leaves the old state, to the byte, and the next one works', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await store.install(first, { builtIn: true });
    const before = await allRows(name);
    expect(await fault(store.install(poisoned(), { builtIn: true }))).toMatchObject({ code: 'store-failed' });
    expect(await allRows(name)).toEqual(before);
    const third = samplePack({ revision: 3, actors: [person('ann', { name: 'Whole new' })] });
    expect((await store.install(third, { builtIn: true }))?.info.revision).toBe(3);
  });

  it('that was killed before the flip shows nothing and is cleaned away at the next start', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await store.install(first, { builtIn: true });
    const before = await allRows(name);
    // All but the flip, and nothing after it either: whoever is killed cleans nothing up.
    let killed = false;
    const { db } = await openDatabase({ name, indexedDB });
    const dead = new Proxy(db, {
      get: (target, key) => {
        if (key === 'meta') killed = true;
        if (killed) throw new Error('killed');
        return Reflect.get(target, key);
      },
    });
    const update = samplePack({
      revision: 2,
      actors: [person('ann', { name: 'Half new' })],
      outlets: [outlet('half', ['half.test'])],
      events: [{ id: 'half-event', name: 'Half an event', kind: 'other', participants: ['ann'] }],
      claims: [claim('new', '2026', { actors: ['ann'] })],
    });
    await expect(installPack(dead, async () => async () => undefined, update, true)).rejects.toThrow('killed');
    db.close();
    expect(JSON.stringify(await allRows(name))).toContain('Half new');
    const view = await store.read(async (facts) => ({
      name: (await facts.subjects.get(['sample:ann'])).get('sample:ann')?.record.name,
      claims: ids(await facts.claims.latestOf('sample:ann', 10)),
      tally: await facts.claims.tally('sample:ann'),
      outlet: await facts.outlets.byHost('half.test'),
      events: (await facts.events.withParticipants(['sample:ann'])).map(({ id }) => id),
      all: (await facts.subjects.all()).length,
    }));
    expect(view).toEqual({
      name: 'Person ann',
      claims: ['sample:day', 'sample:month', 'sample:old', 'sample:unknown'],
      tally: { claims: 4, outlets: 2 },
      outlet: null,
      events: ['sample:summit'],
      all: 5,
    });
    expect(await store.clean()).toBe(1);
    expect(await allRows(name)).toEqual(before);
    expect(await store.clean()).toBe(0);
  });
});

describe('a store that cannot be used', () => {
  /** The browser's databases, of which none opens while `fails` gives an error. */
  const failing = (fails: () => DOMException | false): IDBFactory =>
    new Proxy(indexedDB, {
      get: (target, key) => {
        const error = key === 'open' && fails();
        if (error) throw error;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });

  it('opens where its files were held for a moment by a browser that died, and no disk was full', async () => {
    const held = () => new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    // Dexie asks four times itself, without waiting.
    let times = 6;
    const { db } = await openDatabase({ name: freshName(), indexedDB: failing(() => times-- > 0 && held()) });
    db.close();
    expect(times).toBe(-1);

    const full = () => new DOMException('Internal error: FILE_ERROR_NO_SPACE', 'UnknownError');
    let asked = 0;
    const factory = failing(() => ++asked > 0 && full());
    expect(await fault(openDatabase({ name: freshName(), indexedDB: factory }))).toMatchObject({ code: 'store-full' });
    expect(asked).toBe(4);
  });

  it('says that it could not be opened, and opens when asked again later', async () => {
    let broken = true;
    const factory = failing(() => broken && new DOMException('A mutation operation was attempted', 'InvalidStateError'));
    const store = createStore({ name: freshName(), indexedDB: factory });
    open.push(store);
    const answer = await fault(store.read(async () => 1));
    expect(answer).toMatchObject({ code: 'store-unopened', message: expect.stringContaining('could not be opened (') });
    broken = false;
    expect(await store.open()).toEqual({ writable: true });
  });

  /** A database as a later release would leave it. */
  async function laterRelease(name: string, stores: Record<string, string>): Promise<void> {
    const store = storeNamed(name);
    await store.install(first, { builtIn: true });
    store.close();
    const later = new Dexie(name);
    declareVersions(later);
    later.version(1000).stores(stores);
    await later.open();
    later.close();
  }

  it('written by a newer version it still answers, refuses to write, and stays as it was', async () => {
    const name = freshName();
    await laterRelease(name, { invented: 'id' });
    const store = storeNamed(name);
    expect(await store.open()).toEqual({ writable: false });
    expect(await store.read(async (facts) => ids(await facts.claims.latestOf('sample:ann', 1)))).toEqual(['sample:day']);
    const update = samplePack({ revision: 2 });
    expect(await fault(store.install(update, { builtIn: true }))).toMatchObject({ code: 'store-newer' });
    expect(await fault(store.clean())).toMatchObject({ code: 'store-newer' });
    expect((await indexedDB.databases()).find((found) => found.name === name)?.version).toBe(10_000);
  });

  it('written by a newer version without a table that it reads, it says so', async () => {
    const name = freshName();
    await laterRelease(name, { claimPages: null as unknown as string });
    expect(await fault(storeNamed(name).open())).toMatchObject({ code: 'store-unknown' });
  });

  it('opens again after another context upgraded it', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await store.install(first, { builtIn: true });
    const later = new Dexie(name);
    declareVersions(later);
    later.version(1000).stores({ invented: 'id' });
    await later.open();
    later.close();
    expect(await store.open()).toEqual({ writable: false });
    expect(await store.read(async (facts) => Object.keys(facts.packs))).toEqual(['sample']);
  });

  it('held up by another context it gives up in time and says what to do', async () => {
    const name = freshName();
    const holder = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const answer = await fault(storeNamed(name, 50).open());
    expect(answer).toMatchObject({ code: 'store-blocked', message: expect.stringContaining('Close other Sidelight tabs') });
    holder.close();
  });
});

describe('what can be made again', () => {
  it('is kept with its revision', async () => {
    const name = freshName();
    const store = storeNamed(name);
    expect(await store.gazetteer.get()).toBe(null);
    await store.gazetteer.put({ revision: 'r1', names: 3, bytes: new Uint8Array([1, 2, 3]) });
    store.close();
    const kept = await store.gazetteer.get();
    expect(kept).toMatchObject({ revision: 'r1', names: 3, size: 3 });
    expect(await kept?.bytes()).toEqual(new Uint8Array([1, 2, 3]));
    expect(await store.starterRelease()).toBe(null);
    await store.setStarterRelease('0.1.0');
    expect(await store.starterRelease()).toBe('0.1.0');
  });

  it('is read in pieces that come to the same', async () => {
    const store = storeNamed(freshName());
    const bytes = Uint8Array.from({ length: 3_000_001 }, (_, i) => i * 7 + (i >> 8));
    await store.gazetteer.put({ revision: 'r1', names: 3, bytes });
    const kept = await store.gazetteer.get();
    const read = new Uint8Array(kept?.size ?? 0);
    let at = 0;
    let pieces = 0;
    for await (const piece of kept?.pieces() ?? []) {
      read.set(piece, at);
      at += piece.length;
      pieces++;
    }
    expect(pieces).toBeGreaterThan(1);
    expect(at).toBe(bytes.length);
    expect(Buffer.compare(read, bytes)).toBe(0);
  });
});
