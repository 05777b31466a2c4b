/** Who scans: by the gazetteer's size, and by what the browser's messages carry. */
import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { createGazetteerService, type GazetteerTools } from '@/background/gazetteer';
import { createStore, type Store } from '@/store/store';

const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function serviceOf(bytes: number) {
  const store = createStore({ name: `gazetteer-test-${bytes}` });
  open.push(store);
  const tools: GazetteerTools = {
    compile: () => ({ bytes: new Uint8Array(bytes), workings: new Uint8Array() }),
    recompile: () => null,
    open: () => ({ size: 1, scan: () => [], subject: () => ({ id: 'a:b', kind: 'person', open: true, offices: 0 }) }),
    namesOf: () => ({ id: 'a:b', kind: 'person', names: [], surnames: [], open: true }),
  };
  return createGazetteerService(store, '1.0.0', tools, async () => undefined);
}

it.each([
  [900_000, 'page', 'page'],
  [1_100_000, 'page', 'worker'],
  [5_900_000, 'page', 'worker'],
  [6_100_000, 'worker', 'worker'],
])('%d bytes are scanned in the %s where messages carry bytes, else in the %s', async (bytes, binary, text) => {
  const service = serviceOf(bytes);
  const where = async (probe?: unknown) => (await service.orders(probe)).where;
  // A byte array that went through JSON is an object; an older content script sends none.
  expect([await where(new Uint8Array(1)), await where({ 0: 0 }), await where()]).toEqual([binary, text, text]);
});
