/** What the import benchmark runs in a real browser: the store as it is, and the control it is measured against. */
import Dexie from 'dexie';
import MiniSearch from 'minisearch';
import type { LibraryQuery } from '@/core/model/library';
import { claimOf } from '@/core/pack/claim-text';
import { readPack } from '@/core/pack/read';
import { createStore } from '@/store/store';

const NAME = 'bench-import';

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const { body } = await fetch(path);
  if (!body) throw new Error('nothing came');
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** The lines of claims in the pack at `path`. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let open = '';
  for await (const piece of bytesOf(path)) {
    const lines = (open + decoder.decode(piece, { stream: true })).split('\n');
    open = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('{"type":"claim"')) yield line;
  }
}

export const bench = {
  /** Imports the pack at `path` as a reader would, validation and comparison with it; ms by step. */
  async import(path: string) {
    const store = createStore({ name: NAME });
    const began = performance.now();
    const work = await store.beginImport();
    const read = await readPack({ name: 'bench.jsonl', bytes: bytesOf(path) }, work.sink);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const readMs = performance.now() - began;
    const staged = await work.stage(read.claims);
    const stagedMs = performance.now() - began - readMs;
    await work.apply();
    const ms = performance.now() - began;
    store.close();
    return { ms, readMs, stagedMs, claims: staged.counts.claims };
  },

  /** The same claims one record each under every index that the store's questions and the library's filters need; ms of writing only. */
  async control(path: string, limit: number) {
    const db = new Dexie('bench-control', { chromeTransactionDurability: 'strict' });
    db.version(1).stores({ claims: 'id, speaker, outlet, *actors, *events, said, status' });
    let ms = 0;
    let claims = 0;
    let records: object[] = [];
    const write = async () => {
      const began = performance.now();
      await db.table('claims').bulkAdd(records);
      ms += performance.now() - began;
      claims += records.length;
      records = [];
    };
    for await (const line of linesOf(path)) {
      const claim = claimOf('bench', line);
      records.push({ ...claim, said: claim.clocks.said?.edtf ?? '' });
      if (records.length === 2000) await write();
      if (claims >= limit) break;
    }
    if (records.length > 0) await write();
    db.close();
    await Dexie.delete('bench-control');
    return { ms, claims };
  },

  /** The newest 20 claims of one actor after the other, and of 30 actors in one call; ms each. */
  async lookUps(actors: readonly string[], rounds: number) {
    const store = createStore({ name: NAME });
    await store.open();
    const timed = async (run: () => Promise<unknown>) => {
      const began = performance.now();
      await run();
      return performance.now() - began;
    };
    const one: number[] = [];
    const thirty: number[] = [];
    for (const actor of actors) one.push(await timed(() => store.read(({ claims }) => claims.latestOf(actor, 20))));
    for (let i = 0; i < rounds; i++) {
      const some = actors.slice(i * 30, i * 30 + 30);
      thirty.push(await timed(() => store.read(({ claims }) => Promise.all(some.map((actor) => claims.latestOf(actor, 20))))));
    }
    store.close();
    return { one, thirty };
  },

  /** Makes everything searchable; ms. */
  async index() {
    const store = createStore({ name: NAME });
    const began = performance.now();
    await store.index(() => new Promise((go) => setTimeout(go)));
    const ms = performance.now() - began;
    store.close();
    return ms;
  },

  /** Asks the library's questions one after the other, the first with nothing in memory; ms each, and how many were found. */
  async search(queries: readonly LibraryQuery[]) {
    const store = createStore({ name: NAME });
    await store.open();
    const answers: { ms: number; total: number; exact: boolean }[] = [];
    for (const query of queries) {
      const began = performance.now();
      const { total, exact } = await store.readLibrary((_, library) => library.find(query));
      answers.push({ ms: performance.now() - began, total, exact });
    }
    store.close();
    return answers;
  },

  /** Minisearch over the texts of the same claims, held in memory as it holds them; ms of adding, of a search, and of loading it kept. */
  async minisearch(path: string, limit: number, queries: readonly string[]) {
    const index = new MiniSearch({ fields: ['text'] });
    let claims = 0;
    let addMs = 0;
    for await (const text of linesOf(path)) {
      const { id, text: words } = claimOf('bench', text);
      const began = performance.now();
      index.add({ id, text: words });
      addMs += performance.now() - began;
      if (++claims === limit) break;
    }
    const ms = queries.map((query) => {
      const began = performance.now();
      index.search(query, { prefix: true, combineWith: 'AND' });
      return performance.now() - began;
    });
    const kept = JSON.stringify(index);
    const began = performance.now();
    MiniSearch.loadJSON(kept, { fields: ['text'] });
    return { claims, addMs, ms, keptBytes: kept.length, loadMs: performance.now() - began };
  },

  async empty() {
    await Dexie.delete(NAME);
  },
};
