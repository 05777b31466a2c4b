/**
 * Whatever the reader and packs change, and whenever the worker is stopped in between: what is handed to pages is what building all names
 * anew would give, and all names are built but once.
 */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createGazetteerService, type NameBuilding, type Scanning } from '@/background/gazetteer';
import { compileWith, recompileWith } from '@/core/gazetteer/compiler';
import { createMachine } from '@/core/gazetteer/machine';
import { openGazetteer } from '@/core/gazetteer/open';
import type { Actor } from '@/core/model/actor';
import type { Deed, SubjectEdit } from '@/core/model/edit';
import { subjectNames } from '@/core/pack/subject-names';
import { createStore, type Store } from '@/store/store';
import { outlet, person, samplePack } from '../store/sample-pack';

let count = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

const DEED: Deed = { did: 'edited', kind: 'actor', id: 'a:ann', name: 'Ann' };
const BINARY = new Uint8Array(1);

const toolsOf = (tools: NameBuilding & Scanning) => ({ building: async () => tools, scanning: tools });

function storeAndWorkers() {
  const store = createStore({ name: `names-changed-test-${count++}` });
  open.push(store);
  const calls = { compile: 0, recompile: 0 };
  const tools: NameBuilding & Scanning = {
    compile: (subjects) => {
      calls.compile++;
      return compileWith(createMachine, subjects);
    },
    recompile: (...given) => {
      calls.recompile++;
      return recompileWith(createMachine, ...given);
    },
    open: openGazetteer,
    load: () => expect.unreachable(),
    namesOf: subjectNames,
  };
  /** What a worker that was just started hands to pages. */
  const packed = async (release = '1.0.0'): Promise<Uint8Array> => {
    const service = createGazetteerService(store, release, toolsOf(tools), async () => undefined);
    return (await service.packed(BINARY)).bytes as Uint8Array;
  };
  /** What all names give as they are now. */
  const anew = async (): Promise<Uint8Array> => {
    const all = await store.read((facts) => facts.subjects.all());
    const names = all.map(({ subject, builtIn }) => subjectNames(subject.record, builtIn)).sort((a, b) => (a.id < b.id ? -1 : 1));
    return compileWith(createMachine, names).bytes;
  };
  return { store, calls, packed, anew };
}

const own = (id: string, name: string): Actor => ({
  ...{ id: `mine:${id}`, kind: 'person', name, names: [], surnames: [], offices: [], sources: ['own'] },
});
const pack = (id: string, revision: number, names: readonly string[]) =>
  samplePack({
    ...{ id, revision, outlets: [outlet('daily', [`${id}.test`])] },
    actors: names.map((name, i) => person(['ann', 'bob', 'cy'][i] ?? `p${i}`, { name })),
    events: [{ id: 'talks', name: `${id} talks`, kind: 'talks', participants: [] }],
  });

const NAMES = ['Ann Able', 'Bob Beam', 'Cy Cole', 'Юрій Білий', 'EU', 'Ann Beam', 'Müller'];
const name = fc.constantFrom(...NAMES);
const packId = fc.constantFrom('a', 'b', 'c');
const subjectId = fc.tuple(fc.constantFrom('a', 'b', 'c', 'mine'), fc.constantFrom('ann', 'bob', 'cy')).map(([of, id]) => `${of}:${id}`);
const ownId = fc.constantFrom('ann', 'bob', 'cy');
/** One thing that is done to the store, with the revision that a pack would have. */
type Step = (store: Store, n: number) => Promise<unknown>;
const edit = (id: string, row: Partial<SubjectEdit> | null): Step => {
  const made = '2026-01-01T00:00:00.000Z';
  return (store) => store.deeds.do(DEED, async () => [{ table: 'subjectEdits', id, row: row && { id, made, ...row } }]);
};
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(ownId, name).map(
    ([id, text]): Step =>
      (store) =>
        store.overlay.actors.put([own(id, text)]),
  ),
  ownId.map(
    (id): Step =>
      (store) =>
        store.overlay.actors.remove([`mine:${id}`]),
  ),
  fc.tuple(subjectId, name).map(([id, text]) => edit(id, { set: { name: text } })),
  fc
    .tuple(subjectId, subjectId)
    .filter(([id, into]) => id !== into)
    .map(([id, into]) => edit(id, { into })),
  subjectId.map((id) => edit(id, { hidden: { name: 'Gone' } })),
  subjectId.map((id) => edit(id, null)),
  fc.tuple(packId, fc.array(name, { minLength: 1, maxLength: 3 }), fc.boolean()).map(
    ([id, names, builtIn]): Step =>
      (store, n) =>
        store.install(pack(id, n, names), { builtIn }),
  ),
  packId.map(
    (id): Step =>
      (store) =>
        store.remove(id),
  ),
  packId.map(
    (id): Step =>
      (store) =>
        store.undo(id),
  ),
);

describe('a change of names', () => {
  it('gives what building all anew gives, after any steps', { timeout: 60_000 }, async () => {
    let recompiled = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }), async (rounds) => {
        const { store, calls, packed, anew } = storeAndWorkers();
        await store.install(pack('a', 1, ['Ann Able', 'Bob Beam']), { builtIn: true });
        expect(await packed()).toEqual(await anew());
        let revision = 2;
        for (const steps of rounds) {
          for (const each of steps) await each(store, revision++);
          expect(await packed()).toEqual(await anew());
        }
        expect(calls.compile).toBe(1);
        recompiled += calls.recompile;
      }),
      { numRuns: 25 },
    );
    expect(recompiled).toBeGreaterThan(25);
  });

  it('looks at nothing that is as it was', async () => {
    const { store, calls, packed } = storeAndWorkers();
    await store.install(pack('a', 1, ['Ann Able']), { builtIn: true });
    await store.overlay.actors.put([own('ann', 'Ann Own'), own('bob', 'Bob Own')]);
    await packed();
    const seen: string[][] = [];
    const tools: NameBuilding & Scanning = {
      ...{ compile: () => expect.unreachable(), load: () => expect.unreachable(), open: openGazetteer, namesOf: subjectNames },
      recompile: (before, gone, come) => {
        seen.push(come.map(({ id }) => id));
        return recompileWith(createMachine, before, gone, come);
      },
    };
    const again = () => createGazetteerService(store, '1.0.0', toolsOf(tools), async () => undefined).packed(BINARY);
    await store.overlay.actors.put([own('bob', 'Robert Own')]);
    await again();
    await again();
    expect(seen).toEqual([['mine:bob']]);
    expect(calls).toEqual({ compile: 1, recompile: 0 });
  });

  it('builds anew for another release, and where what was kept is damaged or came without its workings', async () => {
    const { store, calls, packed, anew } = storeAndWorkers();
    await store.install(pack('a', 1, ['Ann Able']), { builtIn: true });
    await packed('1.0.0');
    await packed('1.0.1');
    expect(calls).toEqual({ compile: 2, recompile: 0 });
    const kept = await store.gazetteer.change();
    await store.gazetteer.put({ ...{ revision: 'before', names: 1, bytes: kept?.bytes.slice(4) ?? BINARY }, ...kept, workings: BINARY });
    expect(await packed('1.0.1')).toEqual(await anew());
    expect(calls.compile).toBe(3);
    await store.gazetteer.put({ revision: 'before', names: 1, bytes: BINARY });
    expect(await store.gazetteer.change()).toBe(null);
    expect(await packed('1.0.1')).toEqual(await anew());
    expect(calls.compile).toBe(4);
  });
});
