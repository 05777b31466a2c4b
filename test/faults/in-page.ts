/**
 * What the fault runs do inside a real browser: the store's own imports, each revision of a pack marked in every claim; a
 * check of everything that is left after a kill; and the control, which writes in place as a careless store would.
 */
import Dexie from 'dexie';
import { createSafetyCopies } from '@/background/safety-copy';
import { readPack } from '@/core/pack/read';
import { FaultError } from '@/core/result';
import { createKeptFiles } from '@/platform/kept-files';
import { v001 } from '@/store/migrations/v001';
import { v002 } from '@/store/migrations/v002';
import { v003 } from '@/store/migrations/v003';
import { v004 } from '@/store/migrations/v004';
import { v005 } from '@/store/migrations/v005';
import { v006 } from '@/store/migrations/v006';
import { createStore } from '@/store/store';

const NAME = 'faults';
const CONTROL = 'faults-control';
/** Rows that the control changes in one transaction: as small as a careless store's batches. */
const CONTROL_BATCH = 200;

export interface Found {
  /** The revision that is shown; 0 for none. */
  readonly revision: number;
  /** Claims of other revisions among those shown, wherever they are looked for. */
  readonly mixed: number;
  /** Claims that should be there and are not, and more than once those that are. */
  readonly missing: number;
  readonly duplicated: number;
  /** Rows of generations that are neither shown nor kept for undoing, after the cleaning. */
  readonly orphans: number;
  /** Had the browser deleted the database, so that the safety copies were put in? */
  readonly emptied: boolean;
}

const store = createStore({ name: NAME });
/** As the background makes them; a page is told when by no alarm. */
const copies = createSafetyCopies(
  store,
  createKeptFiles(() => navigator.storage.getDirectory()),
  { has: async () => true, every: async () => undefined, clear: async () => undefined, onAlarm: () => () => undefined },
);
/** Once in each page, before anything else: as at the start of a background. */
let mended: Promise<boolean> | null = null;
const mend = (): Promise<boolean> => {
  mended ??= copies.mend();
  return mended;
};

function* lines(revision: number, claims: number, actors: number): Generator<string> {
  const line = (value: object) => `${JSON.stringify(value)}\n`;
  const sources = ['made'];
  const head = { format: 'sidelight-pack', version: 1, id: 'faults', revision, title: 'Faults', licence: 'CC0-1.0' };
  yield line({ ...head, sources: { made: { title: 'Made up' } } });
  for (let i = 0; i < actors; i++) yield line({ type: 'actor', id: `a${i}`, kind: 'person', name: `Person r${revision}`, sources });
  for (let i = 0; i < claims; i++) {
    const clocks = { said: { edtf: '2025-03-03', basis: 'record' } };
    const actor = `a${i % actors}`;
    yield line({
      type: 'claim',
      id: `c${i}`,
      text: `Said r${revision}`,
      speaker: actor,
      outlet: null,
      clocks,
      actors: [actor],
      status: 'curated',
      sources,
    });
  }
}

/** Rows of the ballast: a few, so that the last still fits a nearly full disk. */
const BALLAST_ROW = 500_000;

/** The layout as it was before version 7. */
function openOld(name: string): Dexie {
  const db = new Dexie(name);
  for (const { version, stores } of [v001, v002, v003, v004, v005, v006]) db.version(version).stores({ ...stores });
  return db;
}

async function exportedText(): Promise<string> {
  let text = '';
  for await (const some of (await store.exportPack('faults')) ?? []) text += some;
  return text;
}

export const faults = {
  /** Imports a revision and applies it; `report` hears of each step. */
  async import(revision: number, claims: number, actors: number, report: (step: string) => void) {
    await mend();
    const encoder = new TextEncoder();
    async function* bytes() {
      for (const line of lines(revision, claims, actors)) yield encoder.encode(line);
    }
    const work = await store.beginImport();
    try {
      const read = await readPack({ name: 'faults.jsonl', bytes: bytes() }, work.sink);
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      await work.stage(read.claims);
      report('applying');
      await work.apply();
      await copies.packs();
      report('applied');
    } catch (error) {
      await work.discard().catch(() => undefined);
      throw error;
    }
  },

  /** Imports a revision as {@link import} does; the fault where it does not go through. */
  async tryImport(revision: number, claims: number, actors: number): Promise<{ readonly code: string; readonly message: string } | null> {
    try {
      await this.import(revision, claims, actors, () => undefined);
      return null;
    } catch (error) {
      const { code, message } = error instanceof FaultError ? error.fault : { code: 'no-fault', message: String(error) };
      return { code, message };
    }
  },

  /** SHA-256 of the shown pack's file; '' where none is shown. */
  async exported(): Promise<string> {
    const text = await exportedText();
    if (!text) return '';
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },

  /** Shows the exported pack under the next revision, `times` times over; answers the different files that it was exported as. */
  async reimport(times: number): Promise<readonly string[]> {
    const seen = new Set<string>();
    for (let i = 0; i < times; i++) {
      const text = await exportedText();
      seen.add(text);
      const work = await store.beginImport();
      const read = await readPack({ name: 'again.jsonl', bytes: new Blob([text]).stream() }, work.sink);
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      await work.stage(read.claims);
      await work.apply();
      await store.clean();
    }
    seen.add(await exportedText());
    return [...seen].map((text) => `${text.length} characters`);
  },

  /** Lays down a database of the layout before the index of search, with one row that must be there afterwards. */
  async makeOld(name: string) {
    const db = openOld(name);
    await db.open();
    await db.table('choices').put({ key: 'lines', value: 'pointed' });
    db.close();
  },

  /** A page of the release before, which holds the database open and gives way when it is asked to. */
  async holdOld(name: string) {
    await openOld(name).open();
  },

  /** Opens the database as this release does; ms, and whether the old row is there. */
  async upgrade(name: string): Promise<{ readonly ms: number; readonly kept: boolean }> {
    const began = performance.now();
    const upgraded = createStore({ name });
    await upgraded.open();
    const ms = performance.now() - began;
    const { lines } = await upgraded.overlay.painting.get();
    upgraded.close();
    return { ms, kept: lines === 'pointed' };
  },

  /** Takes so many bytes of the browser's space for this site, or all that it gives; answers how many. */
  async fill(bytes: number): Promise<number> {
    const db = new Dexie('faults-ballast');
    db.version(1).stores({ ballast: '++' });
    let taken = 0;
    while (taken < bytes) {
      // Random, so that no browser packs it.
      const row = new Uint8Array(BALLAST_ROW);
      for (let at = 0; at < row.length; at += 65_536) crypto.getRandomValues(row.subarray(at, at + 65_536));
      try {
        await db.table('ballast').add(row);
      } catch {
        // Full: that is what it is for.
        break;
      }
      taken += BALLAST_ROW;
    }
    db.close();
    return taken;
  },

  async free() {
    await Dexie.delete('faults-ballast');
  },

  /** Cleans up as every start does, then looks at everything. */
  async check(claims: number, actors: number): Promise<Found> {
    const emptied = await mend();
    await copies.packs();
    await store.clean();
    const shown = await store.read(async ({ packs }) => packs.faults ?? null);
    if (!shown) return { revision: 0, mixed: 0, missing: 0, duplicated: 0, orphans: 0, emptied };
    const { revision } = shown.info;
    const mark = ` r${revision}`;
    let mixed = 0;
    const ids = new Map<string, number>();
    let text = '';
    for await (const some of (await store.exportPack('faults')) ?? []) text += some;
    for (const line of text.trimEnd().split('\n').slice(1)) {
      const record = JSON.parse(line) as { type: string; id: string; name?: string; text?: string };
      if (!(record.text ?? record.name ?? '').endsWith(mark)) mixed++;
      ids.set(record.id, (ids.get(record.id) ?? 0) + 1);
    }
    let looked = 0;
    await store.read(async (facts) => {
      for (let i = 0; i < actors; i++) {
        const found = await facts.claims.latestOf(`faults:a${i}`, claims);
        looked += found.length;
        mixed += found.filter((claim) => !claim.text.endsWith(mark)).length;
        const { claims: tallied } = await facts.claims.tally(`faults:a${i}`);
        if (tallied !== found.length) mixed++;
      }
    });
    const duplicated = [...ids.values()].filter((times) => times > 1).length;
    const kept = new Set([shown.generation]);
    const db = await new Dexie(NAME).open();
    for (const row of (await db.table('meta').toArray()) as { before?: { generation: number } | null }[])
      if (row.before) kept.add(row.before.generation);
    let orphans = 0;
    for (const table of ['subjects', 'claimBlocks', 'claimIds', 'claimPages', 'searchHeads', 'searchRuns', 'generations']) {
      const rows = (await db.table(table).toArray()) as { generation?: number; number?: number }[];
      orphans += rows.filter(({ generation, number }) => !kept.has(generation ?? number ?? 0)).length;
    }
    db.close();
    return { revision, mixed, missing: 2 * (claims + actors) - ids.size - looked - actors, duplicated, orphans, emptied };
  },

  /** Rewrites every row of a table in place, again and again, until it is killed. */
  async writeInPlace(claims: number, revision: number) {
    const db = await openControl();
    for (let next = revision; ; next++) {
      for (let from = 0; from < claims; from += CONTROL_BATCH) {
        await db.table('claims').bulkPut(Array.from({ length: CONTROL_BATCH }, (_, i) => ({ id: from + i, revision: next })));
      }
    }
  },

  /** How many revisions the control's rows are of: more than one is a mixture. */
  async checkInPlace(): Promise<number> {
    const db = await openControl();
    const rows = (await db.table('claims').toArray()) as { revision: number }[];
    db.close();
    return new Set(rows.map(({ revision }) => revision)).size;
  },
};

async function openControl(): Promise<Dexie> {
  const db = new Dexie(CONTROL, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ claims: 'id' });
  return db.open();
}
