/** Readings that begin with what was so last time: one way to the database, and never an answer of another time. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/core/model/actor';
import { createStore, type Reader, type Store } from '@/store/store';
import { claim, person, samplePack } from './sample-pack';

let count = 0;
const open: Store[] = [];
function storeNamed(name: string): Store {
  const store = createStore({ name });
  open.push(store);
  return store;
}
const freshName = () => `moment-test-${count++}`;

afterEach(() => {
  vi.restoreAllMocks();
  for (const store of open.splice(0)) store.close();
});

const packAt = (revision: number) =>
  samplePack({
    revision,
    actors: [person('ann', { name: `Ann the ${revision}.` })],
    claims: [claim(`c${revision}`, '2025', { speaker: 'ann' })],
  });
const ANN: Actor = { id: 'mine:ann', kind: 'person', name: 'Ann Able', names: [], surnames: ['Able'], offices: [], sources: ['reader'] };

/** All that the changes below could show in. */
async function seen(facts: Reader): Promise<unknown> {
  const [claims, subjects] = await Promise.all([facts.claims.latestOf('sample:ann', 20), facts.subjects.all()]);
  const names = subjects.map(({ id, subject, builtIn }) => [id, subject.record.name, builtIn]);
  return { claims: claims.map(({ id }) => id), names, packs: Object.keys(facts.packs), ownNames: facts.ownNames };
}

describe('a reading', () => {
  it('asks for a subject’s claims before it is told that nothing changed', async () => {
    const store = storeNamed(freshName());
    await store.install(packAt(1), { builtIn: true });
    const look = () => store.read((facts) => facts.claims.latestOf('sample:ann', 20));
    await look();
    const log: string[] = [];
    const logged = (of: IDBObjectStore, request: IDBRequest) => {
      log.push(`${of.name}?`);
      request.addEventListener('success', () => log.push(`${of.name}!`));
      return request;
    };
    const { get, getAll } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, ...about) {
      return logged(this, get.apply(this, about));
    });
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...about) {
      return logged(this, getAll.apply(this, about));
    });
    expect(await look()).toHaveLength(1);
    expect(log).toEqual(['meta?', 'claimPages?', 'meta!', 'claimPages!']);
  });

  it('begins again where something changed, whatever came of the first time', async () => {
    const name = freshName();
    const here = storeNamed(name);
    const elsewhere = storeNamed(name);
    await elsewhere.install(packAt(1), { builtIn: true });
    expect(await here.read(seen)).toMatchObject({ claims: ['sample:c1'] });
    await elsewhere.install(packAt(2), { builtIn: true });
    const revisions: (number | undefined)[] = [];
    const found = await here.read(async (facts) => {
      const revision = facts.packs.sample?.info.revision;
      revisions.push(revision);
      if (revision === 1) throw new Error('what is past');
      return seen(facts);
    });
    expect(found).toMatchObject({ claims: ['sample:c2'], names: [['sample:ann', 'Ann the 2.', true]] });
    expect(revisions).toEqual([1, 2]);
  });

  it('fails where what it was asked to do fails, and the next one answers', async () => {
    const store = storeNamed(freshName());
    await store.install(packAt(1), { builtIn: true });
    const before = await store.read(seen);
    await expect(store.read(() => Promise.reject(new RangeError('asked wrongly')))).rejects.toThrow('asked wrongly');
    expect(await store.read(seen)).toEqual(before);
  });

  it('is of its own time in every context, whatever the others change', async () => {
    const step = fc.record({ at: fc.nat(2), what: fc.constantFrom('install', 'remove', 'undo', 'track', 'untrack', 'read') });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const name = freshName();
        const contexts = [0, 1, 2].map(() => storeNamed(name));
        let revision = 0;
        for (const { at, what } of steps) {
          const store = contexts[at] as Store;
          if (what === 'install') await store.install(packAt(++revision), { builtIn: false });
          else if (what === 'remove') await store.remove('sample');
          else if (what === 'undo') await store.undo('sample');
          else if (what === 'track') await store.overlay.actors.put([ANN]);
          else if (what === 'untrack') await store.overlay.actors.remove([ANN.id]);
          else await store.read(seen);
        }
        // One that was never asked before has nothing to begin with.
        const now = await storeNamed(name).read(seen);
        for (const store of contexts) expect(await store.read(seen)).toEqual(now);
      }),
      { numRuns: 25 },
    );
  });
});
