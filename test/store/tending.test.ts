/** What the reader changed, kept through every pack that comes and goes, shown in every answer, and taken back step by step. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Claim } from '@/core/model/claim';
import type { Deed, RecordEdit, SubjectEdit } from '@/core/model/edit';
import { newestFirst } from '@/core/model/edtf';
import { followClaim, withClaimFields } from '@/core/tending/claims';
import { createMerges } from '@/core/tending/merges';
import { claimDate, concerned } from '@/store/layout';
import { createStore, type Store, type Write } from '@/store/store';
import { claim, outlet, person, samplePack } from './sample-pack';

let count = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

const made = '2026-01-01T00:00:00.000Z';
const DEED: Deed = { did: 'edited', kind: 'actor', id: 'sample:ann', name: 'Ann' };

const pack = (revision: number) =>
  samplePack({
    revision,
    actors: [person('ann', { name: revision === 1 ? 'Ann Able' : 'Anne Able' }), person('bob'), person('cy')],
    outlets: [outlet('daily', ['daily.test']), outlet('courier', ['courier.test'])],
    events: [{ id: 'talks', name: 'Talks', kind: 'talks', participants: ['ann', 'bob'] }],
    articles: [{ id: 'story', outlet: 'daily', title: 'Story', url: 'https://daily.test/1', published: '2025-05-02', events: ['talks'] }],
    claims: [
      claim('c1', '2025-05-01', { speaker: 'ann', outlet: 'daily', events: ['talks'] }),
      claim('c2', '2025-05-02', { speaker: 'bob', actors: ['ann'], outlet: 'courier' }),
      claim('c3', '2025-05-03', { speaker: 'bob', outlet: 'daily' }),
      claim('c4', '2025-05-04', { speaker: 'cy', via: [{ name: 'The Courier', id: 'courier' }] }),
    ],
  });

async function storeWithPack() {
  const store = createStore({ name: `tending-test-${count++}` });
  open.push(store);
  await store.install(pack(1), { builtIn: true });
  const put = (...writes: Write[]) => store.deeds.do(DEED, async () => writes);
  const edit = (id: string, more: Partial<SubjectEdit>): Write => ({ table: 'subjectEdits', id, row: { id, made, ...more } });
  const nameOf = (id: string) => store.read(async (facts) => (await facts.subjects.get([id])).get(id)?.record.name ?? null);
  const latest = (id: string) =>
    store.read(async ({ claims }) => (await claims.latestOf(id, 10)).map((each) => each.id.slice('sample:'.length)));
  return { store, put, edit, nameOf, latest };
}

describe('what another context changes', () => {
  it('is in the next answer, although what was there is remembered', async () => {
    const { store, put, edit } = await storeWithPack();
    const other = createStore({ name: `tending-test-${count - 1}` });
    open.push(other);
    const seen = () => other.read(async ({ claims }) => (await claims.latestOf('sample:ann', 10)).map(({ id }) => id));
    const renamed = () => other.read(async (facts) => (await facts.subjects.get(['sample:ann'])).get('sample:ann')?.record.name);
    expect([await seen(), await renamed()]).toEqual([['sample:c2', 'sample:c1'], 'Ann Able']);
    await put(edit('sample:ann', { set: { name: 'Ann Able-Berg' } }));
    expect(await renamed()).toBe('Ann Able-Berg');
    await put({
      table: 'recordEdits',
      id: 'sample:c2',
      row: { id: 'sample:c2', of: 'claim', made, subjects: ['sample:ann'], hidden: true },
    });
    expect(await seen()).toEqual(['sample:c1']);
    const [known] = [...(await store.read(({ claims }) => claims.get(['sample:c1']))).values()];
    const own: Claim = { ...(known as Claim), id: 'own:kept' };
    await put({
      table: 'ownClaims',
      id: own.id,
      row: { id: own.id, subjects: ['sample:ann'], article: '', claim: { ...own, status: 'confirmed' } },
    });
    expect((await seen()).toSorted()).toEqual(['own:kept', 'sample:c1']);
  });
});

describe('a name that the reader set', () => {
  it('stays through updates, removal and return of its pack, and goes when it is undone', async () => {
    const { store, put, edit, nameOf } = await storeWithPack();
    const number = await put(edit('sample:ann', { set: { name: 'Ann Able-Berg' } }));
    expect(await nameOf('sample:ann')).toBe('Ann Able-Berg');
    await store.install(pack(2), { builtIn: true });
    expect(await nameOf('sample:ann')).toBe('Ann Able-Berg');
    await store.keepBuiltIn(new Set());
    await store.clean();
    expect(await nameOf('sample:ann')).toBe(null);
    await store.install(pack(3), { builtIn: true });
    expect(await nameOf('sample:ann')).toBe('Ann Able-Berg');
    expect(await store.read(async ({ untended }) => (await untended.subjects.get(['sample:ann'])).get('sample:ann')?.record.name)).toBe(
      'Anne Able',
    );
    await store.deeds.undo(number);
    expect(await nameOf('sample:ann')).toBe('Anne Able');
    await store.deeds.undo(number);
    expect(await nameOf('sample:ann')).toBe('Ann Able-Berg');
  });

  it('reaches the gazetteer under a new revision, never to be painted openly', async () => {
    const { store, put, edit } = await storeWithPack();
    const names = () =>
      store.read(async (facts) => {
        const all = await facts.subjects.all();
        return { revision: facts.ownNames, ann: all.find(({ id }) => id === 'sample:ann') };
      });
    expect(await names()).toMatchObject({ revision: 0, ann: { builtIn: true } });
    const number = await put(edit('sample:ann', { set: { names: { added: ['A. Able'], dropped: [] } } }));
    expect(await names()).toMatchObject({ revision: 1, ann: { builtIn: false, subject: { record: { names: [{ text: 'A. Able' }] } } } });
    await store.deeds.undo(number);
    expect(await names()).toMatchObject({ revision: 2, ann: { builtIn: true } });
    // What is no name leaves them where they are.
    await put(edit('sample:ann', { set: { description: 'Leads.' } }));
    expect(await names()).toMatchObject({ ann: { builtIn: true, subject: { record: { description: 'Leads.' } } } });
  });
});

it('shows two that were merged as one, wherever they are named, and as two again', async () => {
  const { store, put, edit, nameOf, latest } = await storeWithPack();
  const number = await put(edit('sample:ann', { into: 'sample:bob' }));
  expect(await nameOf('sample:ann')).toBe('Person bob');
  expect(await latest('sample:ann')).toEqual(['c3', 'c2', 'c1']);
  expect(await latest('sample:bob')).toEqual(['c3', 'c2', 'c1']);
  await store.read(async (facts) => {
    expect((await facts.subjects.all()).map(({ id }) => id).sort()).toEqual(
      ['bob', 'courier', 'cy', 'daily', 'talks'].map((id) => `sample:${id}`),
    );
    // Claim c2 concerns both, and counts once.
    expect(await facts.claims.tally('sample:ann')).toEqual({ claims: 3, outlets: 2 });
    expect((await facts.claims.get(['sample:c2'])).get('sample:c2')).toMatchObject({ speaker: 'sample:bob', actors: ['sample:bob'] });
    expect((await facts.events.withParticipants(['sample:ann']))[0]?.participants).toEqual(['sample:bob']);
    const about = await facts.claims.about(['sample:ann'], { perSubject: 10, limit: 10 });
    expect(about.claims.map(({ id }) => id)).toEqual(['sample:c3', 'sample:c2', 'sample:c1']);
  });
  // What was merged into another is itself again where that one’s pack is gone.
  await put(edit('sample:ann', { into: 'gone:nobody' }));
  expect(await nameOf('sample:ann')).toBe('Ann Able');
  await expect(store.deeds.undo(number)).rejects.toThrow(/changed again later/);
  await store.deeds.undo(number + 1);
  await store.deeds.undo(number);
  expect(await latest('sample:ann')).toEqual(['c2', 'c1']);
});

it('hides what was deleted, and still names it where a claim refers to it', async () => {
  const { store, put, edit, nameOf, latest } = await storeWithPack();
  await put(edit('sample:ann', { hidden: { name: 'Ann Able' } }));
  const hide = (id: string, of: RecordEdit['of']): Write => ({
    table: 'recordEdits',
    id,
    row: { id, of, hidden: true, subjects: [], made },
  });
  await put({ table: 'recordEdits', id: 'sample:c3', row: { id: 'sample:c3', of: 'claim', hidden: true, subjects: ['sample:bob'], made } });
  await put(hide('sample:story', 'article'));
  expect(await nameOf('sample:ann')).toBe(null);
  expect(await latest('sample:bob')).toEqual(['c2']);
  await store.read(async (facts) => {
    expect(facts.edits.goneName('sample:ann')).toBe('Ann Able');
    expect((await facts.subjects.all()).some(({ id }) => id === 'sample:ann')).toBe(false);
    expect((await facts.claims.get(['sample:c3'])).size).toBe(0);
    expect(await facts.claims.tally('sample:bob')).toMatchObject({ claims: 1 });
    expect(await facts.articles.latestOf('sample:talks', 5)).toEqual([]);
    expect((await facts.articles.get(['sample:story'])).size).toBe(0);
  });
});

it('tracks events of the reader’s own like any other', async () => {
  const { store, nameOf } = await storeWithPack();
  const event = {
    id: 'mine:hearing',
    name: 'Hearing',
    names: [],
    kind: 'other',
    dates: [],
    participants: ['sample:cy'],
    sources: ['reader'],
  } as const;
  await store.deeds.do({ ...DEED, did: 'added' }, async () => [{ table: 'ownEvents', id: event.id, row: event }]);
  expect(await nameOf('mine:hearing')).toBe('Hearing');
  await store.read(async (facts) => {
    expect(await facts.events.withParticipants(['sample:cy'])).toEqual([event]);
    expect((await facts.subjects.all()).find(({ id }) => id === event.id)).toMatchObject({ builtIn: false, subject: { kind: 'event' } });
  });
});

it('lists the steps, the latest first, and tells which were taken back', async () => {
  const { store, put, edit } = await storeWithPack();
  const first = await put(edit('sample:ann', { note: 'x' }));
  await put(edit('sample:bob', { note: 'y' }));
  await store.deeds.undo(first);
  expect((await store.deeds.list(10)).map(({ number, undone }) => [number, undone])).toEqual([
    [first + 1, false],
    [first, true],
  ]);
  await expect(store.deeds.undo(99)).rejects.toThrow(/nothing left to undo/);
});

it('writes a step whole or not at all', async () => {
  const { store, nameOf } = await storeWithPack();
  const broken = store.deeds.do(DEED, async (rows) => {
    expect(await rows('subjectEdits', 'sample:ann')).toBe(null);
    return [
      { table: 'subjectEdits', id: 'sample:ann', row: { id: 'sample:ann', made, set: { name: 'Half' } } },
      // No key: the database refuses it.
      { table: 'recordEdits', id: 'sample:c1', row: {} as RecordEdit },
    ];
  });
  await expect(broken).rejects.toThrow();
  expect(await nameOf('sample:ann')).toBe('Ann Able');
  expect(await store.deeds.list(10)).toEqual([]);
});

describe('lists of claims', () => {
  const SUBJECTS = ['ann', 'bob', 'cy', 'daily', 'courier', 'talks'].map((id) => `sample:${id}`);
  const actor = fc.constantFrom('sample:ann', 'sample:bob', 'sample:cy');
  const fields = fc.record(
    {
      text: fc.constant('Changed.'),
      speaker: fc.record({ id: fc.option(actor), name: fc.constant(null) }),
      outlet: fc.option(fc.constantFrom('sample:daily', 'sample:courier')),
      clocks: fc.record({
        said: fc.option(fc.constantFrom('2025-05-02', '2024', '2026-01').map((edtf) => ({ edtf, basis: 'reader' as const }))),
      }),
      instead: fc.dictionary(actor, actor, { maxKeys: 2 }),
    },
    { requiredKeys: [] },
  );
  const claimEdits = fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...['c1', 'c2', 'c3', 'c4'].map((id) => `sample:${id}`)), hidden: fc.boolean(), set: fields }),
    { selector: ({ id }) => id, maxLength: 4 },
  );
  const merges = fc.uniqueArray(fc.record({ id: actor, into: actor }), { selector: ({ id }) => id, maxLength: 3 });

  it('are what they would be if every claim were read, changed and sorted', async () => {
    const { store } = await storeWithPack();
    const all = await store.read(async ({ untended }) => [
      ...(await untended.claims.get(['c1', 'c2', 'c3', 'c4'].map((id) => `sample:${id}`))).values(),
    ]);
    await fc.assert(
      fc.asyncProperty(claimEdits, merges, fc.integer({ min: 1, max: 5 }), async (list, into, limit) => {
        const { rootOf } = createMerges(into.map((each) => ({ ...each, made })));
        const change = (one: Claim): Claim | null => {
          const edit = list.find(({ id }) => id === one.id);
          return edit?.hidden ? null : followClaim(edit ? withClaimFields(one, edit.set) : one, rootOf);
        };
        const number = await store.deeds.do(DEED, async () => [
          ...into.map((each): Write => ({ table: 'subjectEdits', id: each.id, row: { ...each, made } })),
          ...list.map(({ id, hidden, set }): Write => {
            const before = all.find((one) => one.id === id) as Claim;
            const subjects = [...new Set([...concerned(before).keys(), ...concerned(withClaimFields(before, set)).keys()])];
            return { table: 'recordEdits', id, row: { id, of: 'claim', set, subjects, made, ...(hidden ? { hidden } : {}) } };
          }),
        ]);
        const now = all.flatMap((one) => change(one) ?? []);
        await store.read(async ({ claims }) => {
          for (const subject of SUBJECTS) {
            const wanted = now.filter((one) => concerned(one).has(rootOf(subject)));
            const found = await claims.latestOf(subject, limit);
            expect(found.map(({ id }) => id).sort()).toHaveLength(Math.min(limit, wanted.length));
            const dates = [...wanted].sort((a, b) => newestFirst(claimDate(a), claimDate(b))).map(claimDate);
            expect(found.map(claimDate)).toEqual(dates.slice(0, limit));
            for (const one of found) expect(wanted).toContainEqual(one);
            expect((await claims.tally(subject)).claims).toBe(wanted.length);
            const about = wanted.filter((one) => concerned(one).get(rootOf(subject)));
            const foundAbout = await claims.about([subject], { perSubject: 10, limit: 10 });
            expect([...foundAbout.claims].sort(byId)).toEqual([...about].sort(byId));
          }
        });
        await store.deeds.undo(number);
      }),
      { numRuns: 60 },
    );
    expect(await store.read(async ({ claims }) => [...(await claims.get(all.map(({ id }) => id))).values()])).toEqual(all);
  });
});

const byId = (a: Claim, b: Claim): number => (a.id < b.id ? -1 : 1);
