/** The library's session over a played world: files become imports, reports become states, and the background is told. */
import { expect, it } from 'vitest';
import { fail, ok } from '@/core/result';
import type { Order, Report } from '@/imports/protocol';
import { type LibraryWorld, startLibrary } from '@/own-pages/library';
import type { LibraryCallbacks, LibraryState } from '@/ui/library/state';

const NONE = { actors: 0, outlets: 0, events: 0, articles: 0, claims: 0 };
const STAGED: Report = {
  report: 'staged',
  staged: {
    info: { id: 'dossier', revision: 2, title: 'Dossier', licence: 'CC0-1.0', sources: {} },
    shownRevision: 1,
    counts: NONE,
    changes: { added: NONE, changed: NONE, withdrawn: NONE, samples: [] },
  },
  warnings: [{ file: 'a.json', at: 'claims[0]', what: 'odd', found: '1' }],
  warned: 1,
};

function play() {
  const jobs: { orders: Order[]; report: (report: Report) => void; fail: (words: string) => void; ended: boolean }[] = [];
  const asked: string[] = [];
  const saved: string[] = [];
  let last: { state: LibraryState; on: LibraryCallbacks } | null = null;
  let clock = 0;
  let hash = '';
  let moved = (): void => undefined;
  startLibrary({
    ask: (async (call: string) => {
      asked.push(call);
      if (call === 'packs/undo') return fail('nothing-to-undo', 'Nothing left.');
      const answers: Readonly<Record<string, unknown>> = {
        'packs/list': { shown: [], removed: [] },
        'subscriptions/list': [],
        'library/search': { total: 0, exact: true, rows: [], indexing: null },
        'storage/holdings': [],
        'travel/get': { on: false, fault: null },
      };
      return ok(answers[call] ?? true);
    }) as LibraryWorld['ask'],
    startJob(report, onFailure) {
      const job = { orders: [] as Order[], report, fail: onFailure, ended: false };
      jobs.push(job);
      return {
        send: (order) => void job.orders.push(order),
        end: () => {
          job.ended = true;
        },
      };
    },
    save: (name) => void saved.push(name),
    draw: (state, on) => {
      last = { state, on };
    },
    now: () => clock,
    hash: () => hash,
    onHash: (listener) => {
      moved = listener;
    },
    go: async (to) => {
      hash = to;
      moved();
    },
    persisted: async () => false,
    persist: async () => true,
    request: async () => true,
    wait: () => new Promise(() => undefined),
    copies: { list: async () => new Map(), remove: async () => undefined },
    estimate: async () => ({ usage: 4_200_000, quota: 8_000_000_000 }),
  });
  const drawn = () => last as unknown as { state: LibraryState; on: LibraryCallbacks };
  return {
    jobs,
    asked,
    saved,
    on: drawn().on,
    state: () => drawn().state,
    pass: (ms: number) => {
      clock += ms;
    },
    go: (to: string) => {
      hash = to;
      moved();
    },
    settle: () => new Promise((done) => setTimeout(done, 5)),
  };
}

it('follows an import from file to pack', async () => {
  const page = play();
  page.on.files([new File(['{}'], 'a.json')]);
  // Dropped on the list of claims, it is seen among the packs.
  expect(page.state().place.section).toBe('packs');
  const [job] = page.jobs;
  expect(job?.orders).toMatchObject([{ order: 'read' }]);
  page.pass(1000);
  job?.report({ report: 'progress', progress: { phase: 'reading', bytes: 1, size: 4, records: 3, done: 0.25 } });
  expect(page.state().imports[0]?.state).toMatchObject({ kind: 'reading', left: 3000 });
  job?.report(STAGED);
  expect(page.state().imports[0]?.state).toMatchObject({ kind: 'staged', warnings: ['a.json, claims[0]: odd (1)'] });
  page.on.apply(0);
  expect(job?.orders.at(-1)).toEqual({ order: 'apply' });
  expect(page.asked).not.toContain('packs/changed');
  job?.report({ report: 'applied', pack: 'dossier' });
  await page.settle();
  expect(page.asked.filter((call) => call === 'packs/changed')).toHaveLength(1);
  expect(page.state().imports[0]?.state).toEqual({ kind: 'applied', pack: 'dossier' });
  expect(job?.ended).toBe(true);
  page.on.dismiss(0);
  expect(page.state().imports).toEqual([]);
});

it('tells what a file lacks, what the store says, and that a worker broke', () => {
  const page = play();
  page.on.files(['a', 'b', 'c', 'd'].map((name) => new File(['x'], name)));
  page.jobs[0]?.report({ report: 'refused', faults: ['a: expected JSON, found x'] });
  page.jobs[1]?.report({ report: 'failed', fault: { code: 'store-full', message: 'The disk is full.' } });
  page.jobs[2]?.fail('no memory');
  page.on.cancel(3);
  expect(page.jobs[3]?.orders.at(-1)).toEqual({ order: 'cancel' });
  page.jobs[3]?.report({ report: 'cancelled' });
  expect(page.state().imports.map(({ name, state }) => [name, state.kind, state.kind === 'refused' ? state.sentences[0] : ''])).toEqual([
    ['d', 'cancelled', ''],
    ['c', 'refused', expect.stringContaining('no memory')],
    ['b', 'refused', 'The disk is full.'],
    ['a', 'refused', 'a: expected JSON, found x'],
  ]);
});

it('shows what the background can’t do, and saves an export', async () => {
  const page = play();
  page.on.undo('dossier');
  await page.settle();
  expect(page.state().problem).toBe('Nothing left.');
  page.on.save('dossier', 'csv');
  expect(page.jobs[0]?.orders).toEqual([{ order: 'export', pack: 'dossier', form: 'csv' }]);
  page.jobs[0]?.report({ report: 'written', file: new Blob(['x']), extension: 'csv' });
  expect(page.saved).toEqual(['dossier.csv']);
});

it('goes where the address says, and reads there what the section shows', async () => {
  const page = play();
  expect(page.state().place).toEqual({ section: 'claims', id: null });
  page.go('#storage');
  await page.settle();
  expect(page.state()).toMatchObject({ place: { section: 'storage', id: null }, room: { used: 4_200_000, quota: 8_000_000_000 } });
  page.go('#nowhere/at%all');
  expect(page.state().place.section).toBe('claims');
});

it('opens the box of what travels last, once all above it stands where it stays', async () => {
  const page = play();
  page.go('#storage');
  expect(page.asked).toContain('storage/holdings');
  expect(page.asked).not.toContain('travel/get');
  await page.settle();
  expect(page.state()).toMatchObject({ holdings: [], travel: { on: false, fault: null } });
});
