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
  writer.send({ order: 'export', pack: 'dossier', form: 'pack' });
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
  worker.send({ order: 'export', pack: 'nothing', form: 'pack' });
  expect(await worker.until('failed')).toMatchObject({ fault: { code: 'no-pack' } });
});

it('asks what the columns of a table are, and makes a pack of it; the same file again is its next revision', async () => {
  const name = freshName();
  const table = (rows: string) => file(`name,kind\n${rows}`, 'My people.csv');
  for (const [revision, rows] of [
    [1, 'Ada Holm,person\n'],
    [2, 'Ada Holm,person\nBo Lind,person\n'],
  ] as const) {
    const worker = start(name);
    worker.send({ order: 'read', file: table(rows) });
    const asked = await worker.until('table');
    if (asked.report !== 'table') throw new Error('no table');
    expect(asked.proposed.actors).toEqual(['name', 'kind']);
    worker.send({ order: 'table', choice: { kind: 'actors', mapping: asked.proposed.actors } });
    expect(await worker.until('staged')).toMatchObject({
      staged: { info: { id: 'my-people', revision }, changes: { added: { actors: 1 } } },
    });
    worker.send({ order: 'apply' });
    await worker.until('applied');
  }
  const cancelled = start(name);
  cancelled.send({ order: 'read', file: table('x,y\n') });
  await cancelled.until('table');
  cancelled.send({ order: 'cancel' });
  await cancelled.until('cancelled');
});

it('knows a foreign file by what it says', async () => {
  const name = freshName();
  const worker = start(name);
  const review = {
    '@type': 'ClaimReview',
    claimReviewed: 'The bridge is closed.',
    itemReviewed: { author: { '@type': 'Person', name: 'Ada Holm' } },
  };
  worker.send({ order: 'read', file: file({ '@graph': [review] }, 'download.json') });
  expect(await worker.until('staged')).toMatchObject({
    staged: { info: { id: 'download', licence: 'NOASSERTION' }, counts: { actors: 1, claims: 1 } },
  });
  worker.send({ order: 'apply' });
  await worker.until('applied');
  const writer = start(name);
  writer.send({ order: 'export', pack: 'download', form: 'markdown' });
  const written = await writer.until('written');
  expect(written.report === 'written' && (await written.file.text())).toBe('- The bridge is closed. (Ada Holm, undated, second-hand)\n');
});
