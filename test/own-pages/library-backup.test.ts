/** The library's part on backups: what a file holds is seen before it is put in, and nothing is put in that is not whole. */
import { expect, it } from 'vitest';
import { fail, ok } from '@/core/result';
import type { Order, Report } from '@/imports/protocol';
import type { LibraryWorld, Part } from '@/own-pages/library';
import { createBackup, NO_BACKUP } from '@/own-pages/library-backup';
import type { LibraryState } from '@/ui/library/state';

const SUMMARY = {
  rows: { corrections: 2 },
  packs: [{ id: 'harbour', title: 'The harbour', revision: 2, claims: 3 }],
  settings: { version: 1 },
};

function play(settingsWhole = true, copies = new Map<string, File>()) {
  const orders: Order[] = [];
  const did: string[] = [];
  let report: (report: Report) => void = () => undefined;
  let ended = 0;
  let state = { ...NO_BACKUP } as LibraryState;
  const part: Part = {
    state: () => state,
    show: (change) => {
      state = { ...state, ...change };
    },
  };
  const world = {
    ask: (async (call: string) => {
      did.push(call);
      if (call === 'backup/settings') return ok({ version: 1, paused: true });
      return call === 'backup/check' && !settingsWhole ? fail('bad-settings', 'The settings are damaged.') : ok(true);
    }) as LibraryWorld['ask'],
    startJob: (hear: (report: Report) => void) => {
      report = hear;
      return { send: (order: Order) => void orders.push(order), end: () => void ended++ };
    },
    copies: { list: async () => copies, remove: async (name: string) => void copies.delete(name) },
    save: (name: string) => void did.push(name.replace(/\d{4}-\d\d-\d\d/, 'DAY')),
  } as unknown as LibraryWorld;
  const { on, refresh } = createBackup(world, part, () => void did.push('anew'));
  const settle = () => new Promise((done) => setTimeout(done, 5));
  return {
    orders,
    did,
    on,
    hear: (given: Report) => report(given),
    state: () => state.backup,
    waiting: () => state.waiting,
    refresh,
    ended: () => ended,
    settle,
  };
}

it('writes one with the settings, and saves it under the day', async () => {
  const page = play();
  page.on.writeBackup();
  expect(page.state().kind).toBe('writing');
  await page.settle();
  expect(page.orders).toEqual([{ order: 'backup', settings: { version: 1, paused: true } }]);
  page.hear({ report: 'written', file: new Blob(['x']), extension: 'jsonl.gz' });
  expect(page.did).toEqual(['backup/settings', 'sidelight-backup-DAY.jsonl.gz']);
  expect([page.state().kind, page.ended()]).toEqual(['none', 1]);
});

it('shows what it holds, puts it in when told to, and has the background take the rest', async () => {
  const page = play();
  page.on.readBackup(new File(['x'], 'b.gz'));
  page.hear({ report: 'backup-read', summary: SUMMARY });
  await page.settle();
  expect(page.state()).toEqual({ kind: 'read', summary: { rows: SUMMARY.rows, packs: SUMMARY.packs } });
  expect(page.orders.map(({ order }) => order)).toEqual(['read-backup']);
  page.on.restoreBackup();
  await page.settle();
  // What is here now is set aside with its settings.
  expect(page.orders.at(-1)).toEqual({ order: 'restore', settings: { version: 1, paused: true } });
  page.hear({ report: 'restored' });
  await page.settle();
  expect(page.did).toEqual(['backup/check', 'backup/settings', 'backup/restored', 'anew', 'backup/aside']);
  expect(page.state()).toEqual({ kind: 'restored', brought: false });
});

it('brings back what was here before', async () => {
  const page = play();
  page.on.bringBack();
  expect(page.state().kind).toBe('restoring');
  await page.settle();
  expect(page.did).toEqual(['backup/bring-back', 'anew', 'backup/aside']);
  expect(page.state()).toEqual({ kind: 'restored', brought: true });
});

it('puts nothing in where the file or its settings are broken, or the reader cancels', async () => {
  const page = play(false);
  page.on.readBackup(new File(['x'], 'b.gz'));
  page.hear({ report: 'backup-read', summary: SUMMARY });
  await page.settle();
  expect(page.orders.at(-1)).toEqual({ order: 'cancel' });
  expect(page.state()).toEqual({ kind: 'refused', sentences: ['The settings are damaged.'] });
  page.on.readBackup(new File(['x'], 'b.gz'));
  page.hear({ report: 'refused', faults: ['b.gz, line 2: expected JSON, found nothing'] });
  expect(page.state()).toEqual({ kind: 'refused', sentences: ['b.gz, line 2: expected JSON, found nothing'] });
  page.on.readBackup(new File(['x'], 'b.gz'));
  page.on.cancelBackup();
  page.hear({ report: 'cancelled' });
  expect(page.state().kind).toBe('none');
  expect(page.did).not.toContain('backup/restored');
});

it('puts in, saves or deletes the safety copy that waits, and one that was put in waits no longer', async () => {
  const copy = new File(['x'], 'aside.1770000000000', { lastModified: 5 });
  const copies = new Map([
    ['own', new File(['y'], 'own', { lastModified: 9 })],
    [copy.name, copy],
  ]);
  const page = play(true, copies);
  await page.refresh();
  expect(page.waiting()).toBe(1_770_000_000_000);
  page.on.saveWaiting();
  await page.settle();
  expect(page.did).toContain('sidelight-safety-copy-DAY.jsonl.gz');

  page.on.readWaiting();
  await page.settle();
  expect(page.orders.at(-1)).toEqual({ order: 'read-backup', file: copy });
  page.hear({ report: 'backup-read', summary: SUMMARY });
  await page.settle();
  expect(copies.has(copy.name)).toBe(true);
  page.on.restoreBackup();
  await page.settle();
  page.hear({ report: 'restored' });
  await page.settle();
  expect([[...copies.keys()], page.waiting()]).toEqual([['own'], null]);

  copies.set(copy.name, copy);
  // A file that the reader chose in the meantime leaves it where it is.
  page.on.readWaiting();
  await page.settle();
  page.on.readBackup(new File(['z'], 'b.gz'));
  page.hear({ report: 'restored' });
  await page.settle();
  expect(page.waiting()).toBe(1_770_000_000_000);
  page.on.deleteWaiting();
  await page.settle();
  expect([[...copies.keys()], page.waiting()]).toEqual([['own'], null]);
});
