/** Imports as a reader makes them: staged, compared, applied, undone, exported again; and what else happens meanwhile. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { describeFault } from '@/core/pack/fault';
import { readPack } from '@/core/pack/read';
import { FaultError } from '@/core/result';
import type { Import, Staged } from '@/store/imports';
import { openDatabase } from '@/store/open';
import { createStore, type Store } from '@/store/store';
import { FACT_TABLES } from '@/store/versions';
import { asLines, generatedPack } from '../core/pack/generated';
import { claim, outlet, packData, person, samplePack } from './sample-pack';

let count = 0;
const open: Store[] = [];
const freshName = () => `imports-test-${count++}`;
let now = Date.parse('2026-01-15T12:00:00Z');

function storeNamed(name: string): Store {
  const store = createStore({ name, now: () => now });
  open.push(store);
  return store;
}

afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

async function begin(store: Store, text: string): Promise<{ work: Import; staged: Staged }> {
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  const work = await store.beginImport();
  const read = await readPack({ name: 'made.jsonl', bytes: bytes() }, work.sink, { now });
  if (!read.ok) throw new Error(read.faults.map(describeFault).join('\n'));
  return { work, staged: await work.stage(read.claims) };
}

async function take(store: Store, data: object): Promise<Staged> {
  const { work, staged } = await begin(store, JSON.stringify(data));
  await work.apply();
  return staged;
}

const exported = async (store: Store, id: string): Promise<string | null> => {
  const lines = await store.exportPack(id);
  if (!lines) return null;
  let text = '';
  for await (const some of lines) text += some;
  return text;
};

async function rowsOf(name: string): Promise<string> {
  const { db } = await openDatabase({ name, indexedDB });
  const rows = await Promise.all([...FACT_TABLES, 'meta', 'generations'].map(async (table) => [table, await db.table(table).toArray()]));
  db.close();
  return JSON.stringify(rows);
}

const faultOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof FaultError ? error.fault.code : error;
};

const dossier = (revision: number, claims: readonly object[], actors: readonly object[] = [person('ann'), person('bob')]) =>
  packData({ id: 'dossier', revision, actors, outlets: [outlet('daily', ['daily.test'])], claims });

const first = dossier(1, [
  claim('kept', '2025-01', { actors: ['ann'] }),
  claim('changed', '2025-02', { actors: ['ann'] }),
  claim('gone', '2025-03', { speaker: 'bob', actors: ['ann', 'bob'], outlet: 'daily' }),
  claim('retracted', '2025-04', { actors: ['ann'] }),
]);
const second = dossier(
  2,
  [
    claim('kept', '2025-01', { actors: ['ann'] }),
    claim('changed', '2025-02-03', { actors: ['ann'] }),
    claim('retracted', '2025-04', { actors: ['ann'], status: 'withdrawn' }),
    claim('new', '2025-05', { actors: ['ann'] }),
  ],
  [person('ann', { name: 'Ann Renamed' }), person('cal')],
);

describe('an import', () => {
  it('says what it changes, shows nothing before it is applied, and is undone and redone to the byte', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await take(store, first);
    const before = await exported(store, 'dossier');
    const { work, staged } = await begin(store, JSON.stringify(second));
    expect(await exported(store, 'dossier')).toBe(before);
    expect(staged).toMatchObject({ shownRevision: 1, info: { revision: 2 } });
    expect(staged.changes.added).toMatchObject({ actors: 1, claims: 1 });
    expect(staged.changes.changed).toMatchObject({ actors: 1, outlets: 0, claims: 1 });
    expect(staged.changes.withdrawn).toMatchObject({ actors: 1, claims: 2 });
    expect(staged.changes.samples.map(({ list, id }) => `${list} ${id}`).sort()).toEqual(
      ['actors ann', 'actors bob', 'actors cal', 'claims changed', 'claims gone', 'claims new', 'claims retracted'].sort(),
    );
    await work.apply();
    const after = await exported(store, 'dossier');
    expect(after).not.toBe(before);
    expect(await store.undo('dossier')).toBe(true);
    expect(await exported(store, 'dossier')).toBe(before);
    expect(await store.undo('dossier')).toBe(true);
    expect(await exported(store, 'dossier')).toBe(after);
    expect(await store.undo('nothing')).toBe(false);
  });

  it('keeps a claim that is no longer in the file, as withdrawn, by the name of who said it', async () => {
    const store = storeNamed(freshName());
    await take(store, first);
    await take(store, second);
    await store.read(async ({ claims }) => {
      const [newest] = await claims.latestOf('dossier:ann', 10);
      expect(newest?.id).toBe('dossier:new');
      const gone = (await claims.get(['dossier:gone'])).get('dossier:gone');
      expect(gone).toMatchObject({
        status: 'withdrawn',
        speaker: null,
        speakerName: 'Person bob',
        outlet: 'dossier:daily',
        actors: ['dossier:ann'],
      });
      expect((await claims.latestOf('dossier:ann', 10)).map(({ id, status }) => `${id} ${status}`)).toContain('dossier:gone withdrawn');
    });
    // What is exported can be imported, and a third revision does not withdraw it again.
    const other = storeNamed(freshName());
    const text = (await exported(store, 'dossier')) ?? '';
    const { work } = await begin(other, text);
    await work.apply();
    expect(await exported(other, 'dossier')).toBe(text);
    const third = await take(store, { ...second, revision: 3 });
    expect(third.changes.withdrawn.claims).toBe(0);
  });

  it('that is discarded, or of a file that is refused, leaves the rows as they were', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await take(store, first);
    const before = await rowsOf(name);
    const { work } = await begin(store, JSON.stringify(second));
    await work.discard();
    await work.discard();
    expect(await rowsOf(name)).toBe(before);
    const bad = JSON.stringify({ ...second, claims: [claim('a', '2025-02-30')] });
    const broken = await store.beginImport();
    async function* bytes() {
      yield new TextEncoder().encode(bad);
    }
    expect((await readPack({ name: 'bad.json', bytes: bytes() }, broken.sink, { now })).ok).toBe(false);
    await broken.discard();
    expect(await rowsOf(name)).toBe(before);
  });

  it('of a pack that comes with the extension is refused', async () => {
    const store = storeNamed(freshName());
    await store.install(samplePack({ id: 'dossier' }), { builtIn: true });
    expect(await faultOf(begin(store, JSON.stringify(second)))).toBe('built-in-pack');
  });

  it('of a pack that is being imported elsewhere is refused at once; the first goes on', async () => {
    const name = freshName();
    const [one, two] = [storeNamed(name), storeNamed(name)];
    const { work } = await begin(one, JSON.stringify(first));
    expect(await faultOf(begin(two, JSON.stringify(second)))).toBe('import-under-way');
    await work.apply();
    expect((await take(two, second)).shownRevision).toBe(1);
  });

  it('that was judged against another state than is shown now is not applied', async () => {
    const store = storeNamed(freshName());
    await take(store, first);
    const { work } = await begin(store, JSON.stringify(second));
    await store.remove('dossier');
    expect(await faultOf(work.apply())).toBe('changed-meanwhile');
    await work.discard();
    expect(await exported(store, 'dossier')).toBe(null);
  });

  it('is left alone by the cleaning while it lives, and is cleaned away when its page is gone', async () => {
    const name = freshName();
    const store = storeNamed(name);
    const { work } = await begin(store, JSON.stringify(first));
    expect(await store.clean()).toBe(0);
    expect(await rowsOf(name)).toContain('Person ann');
    await work.discard();
    // A generation whose lock nobody holds.
    const { db } = await openDatabase({ name, indexedDB });
    const generation = await db.generations.add({ pack: 'dossier', lock: 'sidelight-generation:dead' });
    await db.claimBlocks.add({ generation, first: 0, lines: ['left behind'] });
    db.close();
    expect(await store.clean()).toBe(1);
    expect(await rowsOf(name)).not.toContain('left behind');
  });
});

describe('a pack that was removed', () => {
  it('can be had back for a month, and not after', async () => {
    const name = freshName();
    const store = storeNamed(name);
    await take(store, first);
    const before = await exported(store, 'dossier');
    expect(await store.remove('dossier')).toBe(true);
    expect(await store.remove('dossier')).toBe(false);
    expect(await store.clean()).toBe(0);
    expect(await store.undoable()).toEqual([{ pack: 'dossier', at: now, revision: 1 }]);
    expect(await store.undo('dossier')).toBe(true);
    expect(await exported(store, 'dossier')).toBe(before);
    await store.remove('dossier');
    now += 31 * 24 * 3600 * 1000;
    expect(await store.clean()).toBe(1);
    expect(await store.undo('dossier')).toBe(false);
    expect(await rowsOf(name)).not.toContain('Person ann');
  });
});

describe('an export', () => {
  it('imported again, ten times and elsewhere, is the same to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPack, async (pack) => {
        const store = storeNamed(freshName());
        const apply = async (to: Store, text: string) => {
          const { work } = await begin(to, text);
          await work.apply();
        };
        await apply(store, asLines(pack));
        const text = (await exported(store, pack.id)) ?? '';
        for (let i = 0; i < 3; i++) await apply(store, text);
        expect(await exported(store, pack.id)).toBe(text);
        const other = storeNamed(freshName());
        await apply(other, text);
        expect(await exported(other, pack.id)).toBe(text);
      }),
      { numRuns: 15 },
    );
  });

  it('of claims that stood twice holds them once', async () => {
    const store = storeNamed(freshName());
    const lines = asLines({
      ...(packData({ id: 'dossier', actors: [person('ann')], claims: [] }) as { id: string }),
      revision: 1,
      claims: [],
      outlets: [],
      events: [],
      articles: [],
    });
    const one = (id: string) => `${JSON.stringify({ type: 'claim', ...claim(id, '2025', { actors: ['ann'], sources: ['desk'] }) })}\n`;
    const { work } = await begin(store, lines + one('a') + one('a') + one('b'));
    const active = await work.apply();
    expect(active.counts.claims).toBe(2);
    await store.read(async ({ claims }) => {
      expect((await claims.latestOf('dossier:ann', 10)).map(({ id }) => id)).toEqual(['dossier:a', 'dossier:b']);
      expect(await claims.tally('dossier:ann')).toEqual({ claims: 2, outlets: 0 });
    });
    expect((await exported(store, 'dossier'))?.match(/"type":"claim"/g)).toHaveLength(2);
  });
});
