/**
 * What the fault runs do inside a real browser: the store's own imports, each revision of a pack marked in every claim; a
 * check of everything that is left after a kill; and the control, which writes in place as a careless store would.
 */
import Dexie from 'dexie';
import { readPack } from '@/core/pack/read';
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
}

const store = createStore({ name: NAME });

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

export const faults = {
  /** Imports a revision and applies it; `report` hears of each step. */
  async import(revision: number, claims: number, actors: number, report: (step: string) => void) {
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
      report('applied');
    } catch (error) {
      await work.discard().catch(() => undefined);
      throw error;
    }
  },

  /** Cleans up as every start does, then looks at everything. */
  async check(claims: number, actors: number): Promise<Found> {
    await store.clean();
    const shown = await store.read(async ({ packs }) => packs.faults ?? null);
    if (!shown) return { revision: 0, mixed: 0, missing: 0, duplicated: 0, orphans: 0 };
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
    for (const table of ['subjects', 'claimBlocks', 'claimIds', 'claimPages', 'generations']) {
      const rows = (await db.table(table).toArray()) as { generation?: number; number?: number }[];
      orphans += rows.filter(({ generation, number }) => !kept.has(generation ?? number ?? 0)).length;
    }
    db.close();
    return { revision, mixed, missing: 2 * (claims + actors) - ids.size - looked - actors, duplicated, orphans };
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
