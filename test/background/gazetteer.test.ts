/** Who scans: by the gazetteer's size, and by what the browser's messages carry. */
import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { createGazetteerService, type NameBuilding, type Scanning } from '@/background/gazetteer';
import type { Gazetteer } from '@/core/gazetteer/types';
import { createStore, type Store } from '@/store/store';

let count = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

const named: Gazetteer = {
  size: 1,
  scan: (text) => (text ? [{ start: 0, end: text.length, candidates: [{ subject: 3, form: 'weak' }] }] : []),
  subject: () => ({ id: 'a:b', kind: 'person', open: true, offices: 0 }),
};

function serviceOf(bytes: number, tools: Partial<NameBuilding & Scanning> = {}) {
  const store = createStore({ name: `gazetteer-test-${count++}` });
  open.push(store);
  const all: NameBuilding & Scanning = {
    compile: () => ({ bytes: new Uint8Array(bytes), workings: new Uint8Array() }),
    recompile: () => null,
    open: () => named,
    load: async () => named,
    namesOf: () => ({ id: 'a:b', kind: 'person', names: [], surnames: [], open: true }),
    ...tools,
  };
  /** As a background that starts again has it. */
  const start = () => createGazetteerService(store, '1.0.0', { building: async () => all, scanning: all }, async () => undefined);
  return { start, service: start() };
}

it.each([
  [900_000, 'page', 'page'],
  [1_100_000, 'page', 'worker'],
  [5_900_000, 'page', 'worker'],
  [6_100_000, 'worker', 'worker'],
])('%d bytes are scanned in the %s where messages carry bytes, else in the %s', async (bytes, binary, text) => {
  const { service } = serviceOf(bytes);
  const where = async (probe?: unknown) => (await service.orders(probe)).where;
  // A byte array that went through JSON is an object; an older content script sends none.
  expect([await where(new Uint8Array(1)), await where({ 0: 0 }), await where()]).toEqual([binary, text, text]);
});

it('what is too much for a tab is read into the scanner in pieces, and built again where they are damaged', async () => {
  const size = 7_000_000;
  let sound = true;
  const load = vi.fn<Scanning['load']>(async (_size, pieces) => {
    let read = 0;
    for await (const piece of pieces) read += piece.length;
    if (!sound || read !== size) throw new Error('damaged');
    return named;
  });
  const compile = vi.fn(() => ({ bytes: new Uint8Array(size), workings: new Uint8Array() }));
  const first = serviceOf(size, { compile, load });
  await first.service.scan(['Bo']);
  await first.start().scan(['Bo']);
  expect([compile.mock.calls.length, load.mock.calls.length]).toEqual([1, 1]);
  sound = false;
  await first.start().scan(['Bo']);
  expect([compile.mock.calls.length, load.mock.calls.length]).toEqual([2, 2]);
});
