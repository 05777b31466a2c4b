/** The import worker over a real store and a port of plain functions: what it answers to each order, at each point. */
import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import type { Order, Report } from '@/imports/protocol';
import { serveImports } from '@/imports/worker';
import { createStore, type Store } from '@/store/store';
import { claim, packData, person } from '../store/sample-pack';

let count = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function storeOf(name: string): Store {
  const store = createStore({ name });
  open.push(store);
  return store;
}

/** A worker over the database of this name. */
function start(name: string) {
  const reports: Report[] = [];
  let heard: (() => void)[] = [];
  let handle: (order: Order) => void = () => undefined;
  serveImports(storeOf(name), {
    post(report) {
      reports.push(report);
      for (const wake of heard.splice(0)) wake();
    },
    listen: (given) => {
      handle = given;
    },
  });
  const until = async (kind: Report['report']): Promise<Report> => {
    for (;;) {
      const found = reports.find(({ report }) => report === kind);
      if (found) return found;
      await new Promise<void>((wake) => {
        heard = [...heard, wake];
      });
    }
  };
  return { reports, send: (order: Order) => handle(order), until };
}

const file = (data: object | string, name = 'dossier.json') => new File([typeof data === 'string' ? data : JSON.stringify(data)], name);
const dossier = packData({ id: 'dossier', actors: [person('ann')], claims: [claim('a', '2025', { actors: ['ann'] })] });
const shown = (name: string) => storeOf(name).read(async ({ packs }) => Object.keys(packs));
const freshName = () => `worker-test-${count++}`;

it('reads, says what would change, applies, and writes the pack again', async () => {
  const name = freshName();
  const worker = start(name);
  worker.send({ order: 'read', file: file(dossier) });
  expect(await worker.until('staged')).toMatchObject({
    staged: { info: { id: 'dossier' }, shownRevision: null, counts: { actors: 1, claims: 1 } },
  });
  expect(await shown(name)).toEqual([]);
  expect(worker.reports.some(({ report }) => report === 'progress')).toBe(true);
  worker.send({ order: 'apply' });
  expect(await worker.until('applied')).toEqual({ report: 'applied', pack: 'dossier' });
  expect(await shown(name)).toEqual(['dossier']);
  const writer = start(name);
  writer.send({ order: 'export', pack: 'dossier' });
  const written = await writer.until('written');
  expect(written.report === 'written' && (await written.file.text()).split('\n')).toHaveLength(4);
});

it('names what is wrong with a file', async () => {
  const name = freshName();
  const worker = start(name);
  worker.send({ order: 'read', file: file('{ "format": 1') });
  expect(await worker.until('refused')).toMatchObject({ faults: [expect.stringMatching(/^dossier\.json: expected JSON/)] });
  expect(await shown(name)).toEqual([]);
});

it('is cancelled while it reads, and after', async () => {
  const name = freshName();
  for (const when of ['at once', 'staged'] as const) {
    const worker = start(name);
    worker.send({ order: 'read', file: file(dossier) });
    if (when === 'staged') await worker.until('staged');
    worker.send({ order: 'cancel' });
    await worker.until('cancelled');
    worker.send({ order: 'apply' });
    await new Promise((done) => setTimeout(done, 20));
    expect(await shown(name)).toEqual([]);
    expect(await storeOf(name).clean()).toBe(0);
  }
});

it('says so where a pack to be written is not there', async () => {
  const worker = start(freshName());
  worker.send({ order: 'export', pack: 'nothing' });
  expect(await worker.until('failed')).toMatchObject({ fault: { code: 'no-pack' } });
});
