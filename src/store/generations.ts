/**
 * Imports that never leave half a pack: all rows are written under a new generation that nothing shows, then one
 * strict transaction flips the pointer. A kill at any moment leaves the old state; what it left behind is cleaned
 * away at the next start. Knows tables; what the rows are is layout.ts.
 */
import type { Pack } from '@/core/pack/parse';
import { countsOf, layOut } from './layout';
import type { ActivePack } from './rows';
import { type Database, FACT_TABLES } from './versions';

/** Rows written in one transaction: a fraction of a second's work, so that readers in other tabs are not held up. */
const BATCH = 2000;

/** Which packs are shown, by id. */
export async function activePacks(db: Database): Promise<Readonly<Record<string, ActivePack>>> {
  const row = await db.meta.get('active');
  return row?.key === 'active' ? row.packs : {};
}

/** Writes `pack` as a new generation and shows it instead of the one before. Callers hold the import lock. */
export async function installGeneration(db: Database, pack: Pack, builtIn: boolean): Promise<ActivePack> {
  const generation = await db.generations.add({ pack: pack.info.id });
  try {
    const rows = layOut(pack, generation);
    await writeInBatches(
      db,
      FACT_TABLES.flatMap((table) => rows[table].map((row): FactRow => [table, row])),
    );
    return await flip(db, { generation, builtIn, info: pack.info, counts: countsOf(pack) });
  } finally {
    // The generation that was replaced, or the one that failed; a failure to clean is mended at the next start.
    await cleanOrphans(db).catch(() => undefined);
  }
}

type FactRow = readonly [table: (typeof FACT_TABLES)[number], row: object];

/** Each batch is one transaction over all tables, because what costs time is its flush to the disk. */
async function writeInBatches(db: Database, rows: readonly FactRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) {
    const batch = rows.slice(i, i + BATCH);
    await db.transaction('rw', FACT_TABLES, async () => {
      await Promise.all(FACT_TABLES.map((table) => db.table(table).bulkAdd(batch.flatMap(([of, row]) => (of === table ? [row] : [])))));
    });
  }
}

/** The one moment at which an import takes effect. */
async function flip(db: Database, pack: ActivePack): Promise<ActivePack> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: 'active', packs: { ...(await activePacks(db)), [pack.info.id]: pack } });
  });
  return pack;
}

/** Shows the built-in packs of these ids only; answers how many went. Callers hold the import lock. */
export async function withdrawBuiltIn(db: Database, ids: ReadonlySet<string>): Promise<number> {
  const gone = await db.transaction('rw', db.meta, async () => {
    const packs = Object.entries(await activePacks(db));
    const kept = packs.filter(([id, { builtIn }]) => !builtIn || ids.has(id));
    if (kept.length < packs.length) await db.meta.put({ key: 'active', packs: Object.fromEntries(kept) });
    return packs.length - kept.length;
  });
  // What a failure leaves is not shown, and cleaned at the next start.
  if (gone > 0) await cleanOrphans(db).catch(() => undefined);
  return gone;
}

/** Deletes the rows of every generation that is not shown. Callers hold the import lock: no import is under way. */
export async function cleanOrphans(db: Database): Promise<number> {
  const shown = new Set(Object.values(await activePacks(db)).map(({ generation }) => generation));
  const orphans = (await db.generations.toCollection().primaryKeys()).filter((generation) => !shown.has(generation));
  for (const generation of orphans) {
    const all = [[generation], [generation, []]] as const;
    await db.subjects
      .where(':id')
      .between(...all)
      .delete();
    await db.articles
      .where(':id')
      .between(...all)
      .delete();
    for (const name of ['claimPages', 'articlePages', 'tallies'] as const)
      await db.table(name).where('generation').equals(generation).delete();
    await db.generations.delete(generation);
  }
  return orphans.length;
}
