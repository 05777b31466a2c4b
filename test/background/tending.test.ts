/** Facts changed through the background, as the library asks for it: seen on the card, in the library and in the names, and taken back. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { libraryDetail, searchLibrary } from '@/background/library-search';
import { lookUp } from '@/background/lookup';
import { pageOverlay } from '@/background/page-overlay';
import { tendingCalls } from '@/background/tending';
import { SEGMENT_ARTICLES } from '@/core/coverage/segment';
import type { ArticleDraft, ClaimDraft, OutletDraft, SubjectDraft } from '@/core/model/edit';
import type { Result } from '@/core/result';
import type { Caller } from '@/messaging/server';
import { createStore, type Store } from '@/store/store';
import { claim, outlet, person, samplePack } from '../store/sample-pack';

const OWN: Caller = { role: 'own', url: 'chrome-extension://x/library.html', frame: null, isPrivate: false };

const pack = (revision: number) =>
  samplePack({
    revision,
    actors: [
      person('ann', { name: revision === 1 ? 'Ann Able' : 'Anne Able', names: [{ text: 'A. Able', weak: true }], surnames: ['Able'] }),
      person('ann-able', { name: 'Ann Able Jr' }),
      { id: 'board', kind: 'organisation', name: 'The Board' },
    ],
    outlets: [outlet('daily', ['daily.test'], { name: 'The Daily' })],
    events: [{ id: 'talks', name: 'Harbour talks', kind: 'talks', participants: ['ann'] }],
    articles: [
      {
        ...{ id: 'story', outlet: 'daily', title: 'The quay', url: 'https://daily.test/1', published: '2025-05-02' },
        ...{ actors: ['ann', 'elsewhere:eve'], events: ['talks'] },
      },
      { id: 'local', outlet: 'daily', title: 'The ferry', url: 'https://north.daily.test/2', published: '2025-05-03', events: ['talks'] },
    ],
    claims: [
      claim('c1', '2025-05-01', { text: 'Dredging starts in May.', speaker: 'ann', outlet: 'daily' }),
      claim('c2', '2025-05-02', { text: 'The quay is sound.', speaker: 'ann' }),
    ],
  });

let count = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

async function setUp() {
  const store = createStore({ name: `tending-calls-${count++}` });
  open.push(store);
  await store.install(pack(1), { builtIn: true });
  await store.index(async () => undefined);
  let changes = 0;
  const calls = tendingCalls(store, () => {
    changes++;
  });
  const value = async <T>(answer: Result<T> | Promise<Result<T>>): Promise<T> => {
    const result = await answer;
    if (!result.ok) throw new Error(result.fault.message);
    return result.value;
  };
  return {
    store,
    calls,
    value,
    changes: () => changes,
    undo: (number: number) => value(calls['tend/undo']({ number }, OWN)),
    card: (id: string) => value(lookUp(store, id)),
    detail: (kind: 'claim' | 'subject' | 'article', id: string) => value(libraryDetail(store, kind, id)),
    actors: async (text: string) =>
      (await searchLibrary(store, { kind: 'actor', text, sort: 'name', offset: 0, limit: 10 })).rows.map(({ id }) => id),
  };
}

const place = (more: Partial<OutletDraft> = {}): OutletDraft => ({
  domains: ['courier.test'],
  languages: ['en'],
  country: 'GB',
  family: '',
  agency: false,
  ...more,
});
const story = (more: Partial<ArticleDraft> = {}): ArticleDraft => ({
  title: 'The quay',
  outlet: 'sample:daily',
  url: 'https://daily.test/1',
  published: '2025-05-02',
  actors: ['sample:ann'],
  events: ['sample:talks'],
  ...more,
});
const draft = (more: Partial<SubjectDraft> = {}): SubjectDraft => ({
  name: 'Ann Able',
  names: ['A. Able'],
  surnames: ['Able'],
  description: '',
  date: '',
  ...more,
});
const said = (more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  text: 'Dredging starts in May.',
  quote: '',
  speaker: { id: 'sample:ann', name: '' },
  outlet: 'sample:daily',
  clocks: { said: '2025-05-01', reported: '', published: '', event: '' },
  ...{ actors: [], events: [] },
  ...more,
});

describe('an actor', () => {
  it('is renamed over its pack, which a new revision does not undo, and the card says what the pack says', async () => {
    const { store, calls, value, card, actors, undo, changes, detail } = await setUp();
    const { number } = await value(
      calls['tend/subject']({ id: 'sample:ann', ...draft({ name: 'Ann Able-Berg', names: ['A. Able', 'Ann Able'] }) }, OWN),
    );
    expect(await card('sample:ann')).toMatchObject({ name: 'Ann Able-Berg', edited: [{ field: 'name', pack: 'Ann Able' }] });
    expect(await actors('berg')).toEqual(['sample:ann']);
    await store.install(pack(2), { builtIn: true });
    expect(await card('sample:ann')).toMatchObject({
      name: 'Ann Able-Berg',
      edited: [
        { field: 'name', pack: 'Anne Able' },
        { field: 'other names', pack: 'A. Able' },
      ],
    });
    // The names of both revisions find it: the one that the reader kept, and the one that the pack has now.
    expect(await detail('subject', 'sample:ann')).toMatchObject({ names: ['Ann Able-Berg', 'A. Able', 'Anne Able', 'Ann Able'] });
    expect((await card('sample:ann')).claims[0]?.speaker).toEqual({ id: 'sample:ann', name: 'Ann Able-Berg' });
    await undo(number);
    expect(await card('sample:ann')).not.toHaveProperty('edited');
    expect((await card('sample:ann')).name).toBe('Anne Able');
    expect(changes()).toBe(2);
  });

  it('is never painted openly under a name that the reader set, corrected words included', async () => {
    const { store, calls, value, undo } = await setUp();
    const where = { in: 'everywhere' } as const;
    const says = { is: 'other', subject: 'sample:ann' } as const;
    await store.overlay.corrections.put([{ id: 'r1', word: 'Able', says, where, made: '2025-05-01T00:00:00Z' }]);
    const opens = async () =>
      (await pageOverlay(store, 'daily.test')).corrections.map((rule) => (rule.says.is === 'other' ? rule.says.open : null));
    expect(await opens()).toEqual([true]);
    await value(calls['tend/subject']({ id: 'sample:ann', ...draft({ description: 'Chair' }) }, OWN));
    expect(await opens()).toEqual([true]);
    const { number } = await value(calls['tend/subject']({ id: 'sample:ann', ...draft({ names: ['A. Able', 'Annie'] }) }, OWN));
    expect(await opens()).toEqual([false]);
    await undo(number);
    expect(await opens()).toEqual([true]);
    await value(calls['tend/merge']({ id: 'sample:ann-able', into: 'sample:ann' }, OWN));
    expect(await opens()).toEqual([false]);
  });

  it('loses a name for good, and has the pack’s fields again when it is reset', async () => {
    const { store, calls, value, detail } = await setUp();
    await value(calls['tend/subject']({ id: 'sample:ann', ...draft({ names: [], description: 'Chair' }) }, OWN));
    await value(calls['tend/note']({ kind: 'subject', id: 'sample:ann', note: ' Ask her. ' }, OWN));
    await store.install(pack(2), { builtIn: true });
    expect(await detail('subject', 'sample:ann')).toMatchObject({ names: ['Anne Able'], note: 'Ask her.', view: { description: 'Chair' } });
    await value(calls['tend/reset']({ kind: 'subject', id: 'sample:ann' }, OWN));
    expect(await detail('subject', 'sample:ann')).toMatchObject({ names: ['Anne Able', 'A. Able'], note: 'Ask her.' });
  });

  it('is merged with another, taken out again, and never merged with itself or with what is no actor', async () => {
    const { calls, value, card, detail, actors } = await setUp();
    await value(calls['tend/merge']({ id: 'sample:ann-able', into: 'sample:ann' }, OWN));
    expect(await actors('able')).toEqual(['sample:ann']);
    expect(await detail('subject', 'sample:ann')).toMatchObject({
      names: ['Ann Able', 'A. Able', 'Ann Able Jr'],
      merged: [{ id: 'sample:ann-able', name: 'Ann Able Jr' }],
    });
    expect((await card('sample:ann-able')).id).toBe('sample:ann');
    expect(await calls['tend/merge']({ id: 'sample:ann', into: 'sample:ann-able' }, OWN)).toMatchObject({
      ok: false,
      fault: { code: 'same-subject' },
    });
    expect(await calls['tend/merge']({ id: 'sample:ann', into: 'sample:talks' }, OWN)).toMatchObject({
      ok: false,
      fault: { code: 'other-kind' },
    });
    await value(calls['tend/part']({ id: 'sample:ann-able' }, OWN));
    expect(await actors('able')).toEqual(['sample:ann', 'sample:ann-able']);
  });

  it('is split: the new one takes names and claims, in one step', async () => {
    const { store, calls, value, card, detail, undo } = await setUp();
    const before = await detail('subject', 'sample:ann');
    const split = { id: 'sample:ann', ...draft({ name: 'Ann Able (engineer)', names: ['A. Able'], surnames: [] }), claims: ['sample:c2'] };
    const { number } = await value(calls['tend/split'](split, OWN));
    const fresh = 'mine:ann-able-engineer';
    expect(await card(fresh)).toMatchObject({ name: 'Ann Able (engineer)', totals: { claims: 1 } });
    expect((await card(fresh)).claims.map(({ id, speaker }) => [id, speaker?.name])).toEqual([['sample:c2', 'Ann Able (engineer)']]);
    expect((await card('sample:ann')).claims.map(({ id }) => id)).toEqual(['sample:c1']);
    expect(await detail('subject', 'sample:ann')).toMatchObject({ names: ['Ann Able'] });
    await store.install(pack(2), { builtIn: true });
    expect((await card(fresh)).claims.map(({ id }) => id)).toEqual(['sample:c2']);
    await undo(number);
    await store.install(pack(3), { builtIn: true });
    expect(await detail('subject', 'sample:ann')).toMatchObject({
      ...before,
      names: ['Anne Able', 'A. Able'],
      view: { claims: [{}, {}] },
      pack: {},
    });
    expect((await lookUp(store, fresh)).ok).toBe(false);
  });

  it('of the reader’s own is added, edited and deleted as it stands', async () => {
    const { store, calls, value, card, undo } = await setUp();
    const { id } = await value(calls['tend/add']({ kind: 'person', ...draft({ name: 'Zoé Åkes', names: [], surnames: ['Åkes'] }) }, OWN));
    const again = await value(calls['tend/add']({ kind: 'event', ...draft({ name: 'Zoé Åkes', names: [], date: '2025-06' }) }, OWN));
    expect(again.id).toBe(`${id}-2`);
    expect(await card(again.id)).toMatchObject({ kind: 'event', dates: [{ edtf: '2025-06' }] });
    await value(calls['tend/subject']({ id, ...draft({ name: 'Zoe Akes', names: ['Zoé Åkes'], surnames: ['Akes'] }) }, OWN));
    expect(await store.overlay.actors.all()).toMatchObject([{ id, name: 'Zoe Akes', names: [{ text: 'Zoé Åkes' }], surnames: ['Akes'] }]);
    expect(await card(id)).not.toHaveProperty('edited');
    const { number } = await value(calls['tend/delete']({ kind: 'subject', id }, OWN));
    expect(await store.overlay.actors.all()).toEqual([]);
    await undo(number);
    expect((await card(id)).name).toBe('Zoe Akes');
  });

  it('that was deleted is named in its claims, and comes back', async () => {
    const { calls, value, detail, undo, actors } = await setUp();
    const { number } = await value(calls['tend/delete']({ kind: 'subject', id: 'sample:ann' }, OWN));
    expect(await actors('able')).toEqual(['sample:ann-able']);
    expect(await detail('claim', 'sample:c1')).toMatchObject({ row: { speaker: { id: null, name: 'Ann Able' } } });
    expect(await calls['tend/note']({ kind: 'subject', id: 'sample:ann', note: 'x' }, OWN)).toMatchObject({
      ok: false,
      fault: { code: 'gone' },
    });
    await undo(number);
    expect(await detail('claim', 'sample:c1')).toMatchObject({ row: { speaker: { id: 'sample:ann', name: 'Ann Able' } } });
  });
});

describe('an outlet', () => {
  const named = (name: string, outlet?: OutletDraft) => draft({ name, names: [], surnames: [], ...(outlet && { outlet }) });
  const on = (store: Store, host: string) => store.read(async ({ outlets }) => (await outlets.byHost(host))?.id ?? null);

  it('is added with where it publishes, found by the host of a page, edited, deleted and had back', async () => {
    const { store, calls, value, detail, undo } = await setUp();
    const { id } = await value(calls['tend/add']({ kind: 'outlet', ...named('The Courier', place()) }, OWN));
    expect(id).toBe('mine:the-courier');
    expect(await on(store, 'www.courier.test')).toBe(id);
    expect(await detail('subject', id)).toMatchObject({ view: { kind: 'outlet', outlet: { country: 'GB', agency: false } } });
    const moved = named('The Courier', place({ domains: ['post.test'], family: 'Harbour Press', agency: true }));
    await value(calls['tend/subject']({ id, ...moved }, OWN));
    expect([await on(store, 'courier.test'), await on(store, 'post.test')]).toEqual([null, id]);
    expect(await store.read(async ({ outlets }) => (await outlets.all()).map((one) => one.id))).toEqual([id, 'sample:daily']);
    const { number } = await value(calls['tend/delete']({ kind: 'subject', id }, OWN));
    expect(await on(store, 'post.test')).toBe(null);
    await undo(number);
    expect(await on(store, 'post.test')).toBe(id);
    expect(await detail('subject', id)).toMatchObject({ view: { outlet: { family: 'Harbour Press', agency: true } } });
  });

  it('must publish somewhere, and nowhere that is another’s', async () => {
    const { calls } = await setUp();
    const add = (outlet?: OutletDraft) => calls['tend/add']({ kind: 'outlet', ...named('The Courier', outlet) }, OWN);
    expect(await add()).toMatchObject({ ok: false, fault: { code: 'no-place' } });
    expect(await add(place({ domains: ['daily.test'] }))).toMatchObject({
      ok: false,
      fault: { code: 'domain-taken', message: expect.stringContaining('“daily.test” is where The Daily publishes') },
    });
    const nowhere = { id: 'sample:daily', ...named('The Ferry', place({ domains: ['daily.test'] })), claims: [] };
    expect(await calls['tend/split'](nowhere, OWN)).toMatchObject({ ok: false, fault: { code: 'no-domain' } });
  });

  it('of a pack is edited over it: what a revision adds still comes in, and the page says what the pack says', async () => {
    const { store, calls, value, detail } = await setUp();
    const edited = place({ domains: ['daily.test', 'north.daily.test'], languages: ['en', 'cy'], country: 'IE' });
    await value(calls['tend/subject']({ id: 'sample:daily', ...named('The Daily', edited) }, OWN));
    await store.install(pack(2), { builtIn: true });
    expect(await on(store, 'north.daily.test')).toBe('sample:daily');
    expect(await detail('subject', 'sample:daily')).toMatchObject({
      domains: ['daily.test', 'north.daily.test'],
      view: {
        outlet: { country: 'IE', languages: ['en', 'cy'] },
        edited: [{ field: 'domains', pack: 'daily.test' }, { field: 'languages' }, { field: 'country' }],
      },
    });
    await value(calls['tend/subject']({ id: 'sample:daily', ...named('The Daily', { ...edited, domains: ['north.daily.test'] }) }, OWN));
    expect([await on(store, 'daily.test'), await on(store, 'north.daily.test')]).toEqual([null, 'sample:daily']);
  });

  it('is split: the new one takes domains, the articles on them, and claims', async () => {
    const { store, calls, value, detail, card, undo } = await setUp();
    const both = place({ domains: ['daily.test', 'north.daily.test'] });
    await value(calls['tend/subject']({ id: 'sample:daily', ...named('The Daily', both) }, OWN));
    const before = await detail('subject', 'sample:daily');
    const north = named('The Daily North', place({ domains: ['north.daily.test'] }));
    const { number } = await value(calls['tend/split']({ id: 'sample:daily', ...north, claims: ['sample:c1'] }, OWN));
    const fresh = 'mine:the-daily-north';
    expect([await on(store, 'daily.test'), await on(store, 'north.daily.test')]).toEqual(['sample:daily', fresh]);
    const outletOf = async (article: string) => ((await detail('article', article)) as { row: { outlet: object } }).row.outlet;
    expect(await outletOf('sample:local')).toEqual({ id: fresh, name: 'The Daily North' });
    expect(await outletOf('sample:story')).toEqual({ id: 'sample:daily', name: 'The Daily' });
    expect((await card(fresh)).claims.map(({ id }) => id)).toEqual(['sample:c1']);
    await undo(number);
    expect(await detail('subject', 'sample:daily')).toEqual(before);
    expect(await outletOf('sample:local')).toEqual({ id: 'sample:daily', name: 'The Daily' });
  });
});

describe('an article', () => {
  const articles = async (store: Store, more: { text?: string; outlet?: string; from?: string }) =>
    (await searchLibrary(store, { kind: 'article', text: '', sort: 'newest', offset: 0, limit: 10, ...more })).rows.map(({ id }) => id);

  it('of a pack is edited over it, found as it is now, dated as it is now, and set back', async () => {
    const { store, calls, value, detail } = await setUp();
    const latest = () => store.read(async (facts) => (await facts.articles.latestOf('sample:talks', 1)).map(({ id }) => id));
    expect(await latest()).toEqual(['sample:local']);
    await value(calls['tend/article']({ id: 'sample:story', ...story({ title: 'The pier', published: '2025-06', outlet: null }) }, OWN));
    expect(await latest()).toEqual(['sample:story']);
    expect(await articles(store, { text: 'pier' })).toEqual(['sample:story']);
    expect(await articles(store, { text: 'quay' })).toEqual([]);
    expect(await articles(store, { outlet: 'sample:daily' })).toEqual(['sample:local']);
    expect(await articles(store, { from: '2025-06-01' })).toEqual(['sample:story']);
    await store.install(pack(2), { builtIn: true });
    expect(await detail('article', 'sample:story')).toMatchObject({
      row: {
        title: 'The pier',
        outlet: null,
        edited: [
          { field: 'title', pack: 'The quay' },
          { field: 'outlet', pack: 'The Daily' },
          { field: 'date', pack: '2025-05-02' },
        ],
      },
    });
    await value(calls['tend/reset']({ kind: 'article', id: 'sample:story' }, OWN));
    expect(((await detail('article', 'sample:story')) as { row: object }).row).not.toHaveProperty('edited');
  });

  it('saved as it stands is unchanged, though it names somebody whose pack is not here', async () => {
    const { store, calls, value } = await setUp();
    await value(calls['tend/article']({ id: 'sample:story', ...story() }, OWN));
    expect(await store.read(async ({ edits }) => (await edits.records(['sample:story'])).size)).toBe(0);
  });

  it('is about others than its pack says', async () => {
    const { store, calls, value, detail } = await setUp();
    await value(calls['tend/article']({ id: 'sample:story', ...story({ actors: ['sample:board'], events: [] }) }, OWN));
    expect(await detail('article', 'sample:story')).toMatchObject({ actors: [{ id: 'sample:board' }], events: [] });
    const kept = await store.read(async (facts) => (await facts.articles.get(['sample:story'])).get('sample:story'));
    expect(kept?.actors).toEqual(['elsewhere:eve', 'sample:board']);
    expect(await store.read(async (facts) => (await facts.articles.latestOf('sample:talks', 5)).map(({ id }) => id))).toEqual([
      'sample:local',
    ]);
  });

  it('of the reader’s own is added without what tracks in its address, edited, deleted and had back', async () => {
    const { store, calls, value, detail, undo } = await setUp();
    const url = 'https://post.test/a?utm_source=x&id=7#top';
    const { id } = await value(calls['tend/add-article'](story({ title: 'A letter', url, outlet: null }), OWN));
    expect(await detail('article', id)).toMatchObject({ row: { from: 'written', url: 'https://post.test/a?id=7' }, events: [{}] });
    await value(calls['tend/article']({ id, ...story({ title: 'A long letter', url: '', outlet: null }) }, OWN));
    expect(await detail('article', id)).toMatchObject({ row: { title: 'A long letter', url: null } });
    expect(((await detail('article', id)) as { row: object }).row).not.toHaveProperty('edited');
    await store.ownClaims.forget();
    expect(await articles(store, { text: 'letter' })).toEqual([id]);
    const { number } = await value(calls['tend/delete']({ kind: 'article', id }, OWN));
    expect(await articles(store, { text: 'letter' })).toEqual([]);
    await undo(number);
    expect(await articles(store, { text: 'letter' })).toEqual([id]);
  });

  it('of the reader’s own is coverage from the same moment on, as it is then, also where it was packed before', async () => {
    const { store, calls, value, undo } = await setUp();
    /** How like it is to a page with this title; null where it is in no index. */
    const likeness = async (id: string, title: string) => {
      const { index, reach } = store.coverage.open();
      await reach();
      const asking = { id: 'page:here', publisher: 'here.test', title, text: '', published: '2025-05-03', subjects: [] };
      return index.has(id) ? (index.related(asking, 5).find((one) => one.id === id)?.score ?? 0) : null;
    };
    const TITLES = ['Ferry timetables for the northern islands', 'Orchard prices in the southern valleys'] as const;
    const of = (title: string) => story({ title, url: 'https://post.test/b', outlet: null });
    const { id, number: added } = await value(calls['tend/add-article'](of(TITLES[0]), OWN));
    expect(await likeness(id, TITLES[0])).toBeGreaterThan(0.5);
    await undo(added);
    expect(await likeness(id, TITLES[0])).toBeNull();
    await undo(added);
    // What is made of it may stand in a segment by then.
    await seal(store);
    const { number: edited } = await value(calls['tend/article']({ id, ...of(TITLES[1]) }, OWN));
    expect(await likeness(id, TITLES[0])).toBeLessThan(0.3);
    expect(await likeness(id, TITLES[1])).toBeGreaterThan(0.5);
    const { number } = await value(calls['tend/delete']({ kind: 'article', id }, OWN));
    expect(await likeness(id, TITLES[1])).toBeNull();
    await undo(number);
    await undo(edited);
    expect(await likeness(id, TITLES[0])).toBeGreaterThan(0.5);
  });
});

/** Fills a segment with what the reader read, and packs it. */
async function seal(store: Store): Promise<void> {
  const read = (i: number) => ({
    ...{ id: `own:read-${i}`, outlet: null, url: `https://post.test/read/${i}`, published: '2025-05-03' },
    ...{ title: `Report number ${i} from the harbour`, actors: [], events: [], sources: [] },
  });
  await store.deeds.do({ did: 'added', kind: 'article', id: 'own:read', name: 'Many' }, async () =>
    Array.from({ length: SEGMENT_ARTICLES }, (_, i) => ({
      table: 'ownArticles',
      id: `own:read-${i}`,
      row: { id: `own:read-${i}`, record: read(i), remembered: true },
    })),
  );
  await store.coverage.seal();
  const { index, reach } = store.coverage.open();
  await reach();
  expect(index.has('own:read-0')).toBe(true);
}

describe('a claim', () => {
  it('is about others than its pack says, and stands on their cards', async () => {
    const { calls, value, card, detail } = await setUp();
    await value(calls['tend/claim']({ id: 'sample:c1', ...said({ actors: ['sample:board'], events: ['sample:talks'] }) }, OWN));
    expect(await detail('claim', 'sample:c1')).toMatchObject({
      actors: [{ id: 'sample:board' }],
      row: { events: [{ id: 'sample:talks' }], edited: [{ field: 'about', pack: '' }] },
    });
    expect((await card('sample:board')).claims.map(({ id }) => id)).toEqual(['sample:c1']);
    await value(calls['tend/claim']({ id: 'sample:c1', ...said() }, OWN));
    expect((await card('sample:board')).claims).toEqual([]);
  });

  it('of the reader’s own is edited as it stands', async () => {
    const { calls, value, detail } = await setUp();
    const { id } = await value(calls['tend/add-claim'](said({ text: 'Tolls rise.' }), OWN));
    await value(calls['tend/claim']({ id, ...said({ text: 'Tolls fall.' }) }, OWN));
    expect(await detail('claim', id)).toMatchObject({ row: { text: 'Tolls fall.', status: 'confirmed' } });
    expect(((await detail('claim', id)) as { row: object }).row).not.toHaveProperty('edited');
  });

  it('is edited field by field, says what the pack says, and is the pack’s where nothing is set', async () => {
    const { store, calls, value, detail } = await setUp();
    const clocks = { said: '2025-04', reported: '', published: '2025-05-02', event: '' };
    await value(
      calls['tend/claim'](
        { id: 'sample:c1', ...said({ text: 'Dredging starts in June.', speaker: { id: 'sample:board', name: '' }, clocks }) },
        OWN,
      ),
    );
    const edited = [
      { field: 'words', pack: 'Dredging starts in May.' },
      { field: 'speaker', pack: 'Ann Able' },
      { field: 'date said', pack: '2025-05-01' },
      { field: 'date published', pack: '' },
    ];
    expect(await detail('claim', 'sample:c1')).toMatchObject({
      row: {
        text: 'Dredging starts in June.',
        speaker: { name: 'The Board' },
        clocks: { said: { edtf: '2025-04', basis: 'reader' } },
        edited,
      },
    });
    await store.install(pack(2), { builtIn: true });
    expect(await detail('claim', 'sample:c1')).toMatchObject({ row: { text: 'Dredging starts in June.' } });
    // Set back to what the pack says by hand: nothing of it is the reader's any more.
    await value(calls['tend/claim']({ id: 'sample:c1', ...said() }, OWN));
    expect(((await detail('claim', 'sample:c1')) as { row: object }).row).not.toHaveProperty('edited');
  });

  it('is noted and deleted, and a note survives the reset of its fields', async () => {
    const { calls, value, detail, card } = await setUp();
    await value(calls['tend/note']({ kind: 'claim', id: 'sample:c1', note: 'Check the minutes.' }, OWN));
    await value(calls['tend/claim']({ id: 'sample:c1', ...said({ outlet: null }) }, OWN));
    await value(calls['tend/reset']({ kind: 'claim', id: 'sample:c1' }, OWN));
    expect(await detail('claim', 'sample:c1')).toMatchObject({ note: 'Check the minutes.', row: { outlet: { id: 'sample:daily' } } });
    await value(calls['tend/delete']({ kind: 'claim', id: 'sample:c1' }, OWN));
    await expect(detail('claim', 'sample:c1')).rejects.toThrow(/not kept any more/);
    expect((await card('sample:ann')).claims.map(({ id }) => id)).toEqual(['sample:c2']);
  });

  it('of the reader’s own stands on the cards of those it names', async () => {
    const { calls, value, card } = await setUp();
    const { id } = await value(
      calls['tend/add-claim'](
        { ...said({ text: 'Tolls rise.', speaker: { id: null, name: 'A clerk' } }), actors: ['sample:ann'], events: [] },
        OWN,
      ),
    );
    expect((await card('sample:ann')).claims.find((one) => one.id === id)).toMatchObject({
      text: 'Tolls rise.',
      speaker: { id: null, name: 'A clerk' },
      status: 'confirmed',
      clocks: { said: { edtf: '2025-05-01', basis: 'reader' } },
    });
  });
});

it('lists what was done', async () => {
  const { calls, value, undo } = await setUp();
  const { number } = await value(calls['tend/merge']({ id: 'sample:ann-able', into: 'sample:ann' }, OWN));
  await undo(number);
  expect(await value(calls['tend/list']({}, OWN))).toMatchObject([
    { number, did: 'merged', kind: 'actor', id: 'sample:ann-able', name: 'Ann Able Jr', other: 'Ann Able', undone: true },
  ]);
});
