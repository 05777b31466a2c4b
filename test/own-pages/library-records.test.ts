/** The library's lists and records over a played background: questions as one types and scrolls, changes and their undoing. */
import { expect, it } from 'vitest';
import type { SubjectDraft } from '@/core/model/edit';
import type { LibraryQuery, SubjectRow } from '@/core/model/library';
import { fail, ok, type Result } from '@/core/result';
import { type LibraryWorld, startLibrary } from '@/own-pages/library';
import type { LibraryCallbacks, LibraryState } from '@/ui/library/state';

const row = (n: number): SubjectRow => ({ id: `world:s${n}`, name: `Subject ${n}`, kind: 'person', claims: n, pack: null });
const DRAFT: SubjectDraft = { name: 'Ada Holm', names: [], surnames: [], description: '', date: '' };

type Answer = (call: string, input: never) => Result<unknown> | Promise<Result<unknown>>;

/** A background with `total` subjects, whose other answers `more` gives; waits end when the test says so. */
function play(total: number, more: Answer = () => ok(true), start = '#actors') {
  const asked: [call: string, input: Record<string, unknown>][] = [];
  const drawings: LibraryState[] = [];
  const waits: (() => void)[] = [];
  let hash = start;
  let moved = (): void => undefined;
  let last: { state: LibraryState; on: LibraryCallbacks } | null = null;
  const go = (to: string) => {
    hash = to;
    moved();
  };
  startLibrary({
    ask: (async (call: string, input: Record<string, unknown>) => {
      asked.push([call, input]);
      if (call !== 'library/search') return more(call, input as never);
      const { offset, limit, text } = input as unknown as LibraryQuery;
      const many = text === 'none' ? 0 : total;
      const rows = Array.from({ length: Math.max(0, Math.min(limit, many - offset)) }, (_, i) => row(offset + i));
      return ok({ total: many, exact: true, rows, indexing: null });
    }) as LibraryWorld['ask'],
    startJob: () => ({ send: () => undefined, end: () => undefined }),
    save: (name, file) => void saved.push([name, file]),
    draw: (state, on) => {
      last = { state, on };
      drawings.push(state);
    },
    now: () => 0,
    hash: () => hash,
    // As a browser: whoever listens is told later.
    go: async (to) => {
      await settle();
      go(to);
    },
    onHash: (listener) => {
      moved = listener;
    },
    request: async () => true,
    wait: () => new Promise((done) => waits.push(done)),
    copies: { list: async () => new Map(), remove: async () => undefined },
    estimate: async () => null,
    persisted: async () => null,
    persist: async () => true,
  });
  const saved: [string, Blob][] = [];
  const settle = () => new Promise((done) => setTimeout(done, 5));
  const drawn = () => last as unknown as { state: LibraryState; on: LibraryCallbacks };
  return {
    asked,
    drawings,
    saved,
    go,
    on: drawn().on,
    state: () => drawn().state,
    settle,
    /** Everything that waits has waited long enough. */
    pass: async () => {
      for (const done of waits.splice(0)) done();
      await settle();
    },
    searches: () => asked.flatMap(([call, input]) => (call === 'library/search' ? [input as unknown as LibraryQuery] : [])),
  };
}

it('asks after the last letter, and drops the answer to an older question', async () => {
  const page = play(3);
  await page.settle();
  expect(page.state().lists.actor).toMatchObject({ total: 3, busy: false });
  const { key } = page.state().lists.actor ?? {};
  page.on.narrow('actor', { text: 'no' });
  page.on.narrow('actor', { text: 'none' });
  expect(page.state().lists.actor).toMatchObject({ query: { text: 'none' }, busy: true, total: 3 });
  await page.pass();
  expect(page.searches().map(({ text }) => text)).toEqual(['', 'none']);
  expect(page.state().lists.actor).toMatchObject({ total: 0, busy: false, key: (key ?? 0) + 1 });
});

it('asks for the rows in the window, each page once, and lets go of those furthest off', async () => {
  const page = play(1_000_000);
  await page.settle();
  page.on.seen('actor', 95, 110);
  page.on.seen('actor', 96, 111);
  await page.settle();
  expect(page.searches().map(({ offset }) => offset)).toEqual([0, 100]);
  expect(page.state().lists.actor?.rows.get(105)).toMatchObject({ id: 'world:s105' });
  for (let from = 0; from < 4000; from += 100) {
    page.on.seen('actor', 500_000 + from, 500_010 + from);
    await page.settle();
  }
  expect(page.state().lists.actor?.rows.size).toBeLessThanOrEqual(2_000);
  expect(page.state().lists.actor?.rows.has(503_905)).toBe(true);
  expect(page.state().lists.actor?.rows.has(105)).toBe(false);
  page.on.seen('actor', 100, 110);
  await page.settle();
  expect(page.state().lists.actor?.rows.has(105)).toBe(true);
});

it('stays where it was when a list is come back to, and asks again only after a change', async () => {
  const page = play(500, (call) => ok(call === 'tend/subject' ? { number: 7, id: 'world:s250' } : { kind: 'subject' }));
  await page.settle();
  page.on.seen('actor', 240, 260);
  await page.settle();
  const before = page.searches().length;
  page.go('#actors/world%3As250');
  await page.settle();
  expect(page.state().record).toMatchObject({ id: 'world:s250', detail: { kind: 'subject' } });
  page.go('#actors');
  await page.settle();
  expect(page.searches()).toHaveLength(before);
  expect(page.state().lists.actor?.from).toBe(240);
  page.go('#actors/world%3As250');
  await page.on.tend({ do: 'subject', id: 'world:s250', draft: DRAFT });
  page.go('#actors');
  await page.settle();
  expect(page.searches().at(-1)).toMatchObject({ offset: 200 });
});

it('leads to what was added or merged into, and back to the list from what was deleted', async () => {
  const page = play(3, (call) => ok(call.startsWith('tend/') ? { number: 7, id: 'mine:ada' } : { kind: 'subject' }));
  await page.on.tend({ do: 'add', kind: 'event', draft: DRAFT });
  expect(page.state()).toMatchObject({ place: { section: 'events', id: 'mine:ada' }, done: { what: 'Tracked from now on.', number: 7 } });
  await page.on.tend({ do: 'merge', id: 'mine:ada', into: 'world:s1', kind: 'event' });
  expect(page.state().place).toEqual({ section: 'events', id: 'world:s1' });
  await page.on.tend({ do: 'delete', kind: 'subject', id: 'world:s1' });
  expect(page.state()).toMatchObject({ place: { section: 'events', id: null }, done: { what: 'Deleted.', number: 7 } });
  page.on.undoDeed(7);
  await page.settle();
  expect(page.asked).toContainEqual(['tend/undo', { number: 7 }]);
  expect(page.state().done).toEqual({ what: 'Taken back.', number: 7, undone: true });
  page.on.undoDeed(7);
  await page.settle();
  expect(page.state().done).toEqual({ what: 'Done again.', number: 7, undone: false });
});

it('follows with a list that is looked at when something is taken back', async () => {
  const page = play(3, (call) => (call.startsWith('tend/') ? ok({ number: 7, id: 'world:s1' }) : ok(true)));
  await page.settle();
  const before = page.searches().length;
  page.on.undoDeed(7);
  await page.settle();
  expect(page.searches().length).toBe(before + 1);
});

it('tells all claims that fit, beyond what is shown, and no more than are wanted', async () => {
  const page = play(450);
  await page.settle();
  expect(await page.on.idsIn('split', 1000)).toBe(null);
  page.on.toSplit({ id: 'world:s1', name: 'Subject 1', kind: 'person' });
  page.on.narrow('split', { text: 'quay' });
  expect(await page.on.idsIn('split', 1000)).toHaveLength(450);
  expect(page.searches().at(-1)).toMatchObject({ kind: 'claim', subject: 'world:s1', text: 'quay', offset: 400 });
  expect(await page.on.idsIn('split', 250)).toHaveLength(250);
});

it('says what could not be done, and leaves the form open', async () => {
  const page = play(3, (call) => (call === 'tend/merge' ? fail('other-kind', 'Only like with like.') : ok({ kind: 'subject' })));
  expect(await page.on.tend({ do: 'merge', id: 'world:s1', into: 'world:s2', kind: 'person' })).toBe(false);
  expect(page.state()).toMatchObject({ problem: 'Only like with like.', place: { section: 'actors', id: null }, done: null });
  page.go('#actors/gone');
  expect(page.state().problem).toBe(null);
});

it('lists the claims of a subject, and offers subjects by name', async () => {
  const page = play(3);
  expect((await page.on.find(['actor', 'outlet'], 'sub')).map(({ id }) => id)).toHaveLength(6);
  page.on.claimsOf({ id: 'world:s1', name: 'Subject 1', kind: 'person' });
  await page.pass();
  expect(page.state().place.section).toBe('claims');
  expect(page.searches().at(-1)).toMatchObject({ kind: 'claim', subject: 'world:s1', text: '' });
});

it('saves the feeds that are followed, and forgets everything when all is deleted', async () => {
  const page = play(3, (call) =>
    ok(call === 'feeds/list' ? { feeds: [{ title: 'Ships & quays', url: 'https://a.test/f' }], offers: [] } : []),
  );
  page.go('#outlets');
  await page.settle();
  expect(page.state().feeds).toBe(1);
  page.on.saveFeeds();
  await page.settle();
  const [name, file] = page.saved[0] ?? [];
  expect(name).toBe('sidelight-feeds.opml');
  expect(await file?.text()).toContain('title="Ships &amp; quays" xmlUrl="https://a.test/f"');
  page.go('#storage');
  page.on.erase();
  await page.settle();
  expect(page.asked).toContainEqual(['storage/erase', {}]);
  expect(page.state()).toMatchObject({ erased: true, lists: {}, deeds: null });
});

it('draws a list that the reader comes back to with the row that was left, from the first', async () => {
  const page = play(3);
  await page.settle();
  page.go('#actors/world%3As1');
  await page.settle();
  const before = page.drawings.length;
  page.go('#actors');
  await page.settle();
  const back = page.drawings.slice(before);
  expect(back.length).toBeGreaterThan(1);
  expect(new Set(back.map(({ place, left }) => `${place.id} ${left}`))).toEqual(new Set(['null world:s1']));
});
