/**
 * Imports that never leave half a pack: all rows are written under a new generation that nothing shows, then one strict
 * transaction flips the pointer. A kill at any moment leaves the old state; what it left behind is cleaned away at the next
 * start. What was shown before a reader's change is kept for a while, so that the change can be undone.
 */
import type { IndexableType, Table } from 'dexie';
import { FaultError } from '@/core/result';
import { rowAt } from './meta';
import type { ActivePack, UndoRow } from './rows';
import { type Database, FACT_TABLES, INDEX_TABLES } from './versions';

/**
 * For how long what a reader replaced or removed can be had back. A month: whoever finds an import to be wrong finds it when
 * the next story comes; for ever would double the disk that every pack takes.
 */
const UNDO_MS = 30 * 24 * 3600 * 1000;

/** Rows of claims deleted in one transaction. */
const DELETED_AT_ONCE = 2000;

/** Which packs are shown, by id. */
export function activePacks(db: Database): PromiseLike<Readonly<Record<string, ActivePack>>> {
  return rowAt(db.meta, 'active').then((row) => row?.packs ?? {});
}

const undoKey = (pack: string): UndoRow['key'] => `undo:${pack}`;

const undoRow = (db: Database, pack: string): PromiseLike<UndoRow | undefined> => rowAt(db.meta, undoKey(pack));

/** Names of locks: imports hold one each, so that the cleaning leaves them alone. */
export const LOCKS = { generation: 'sidelight-generation:' } as const;

/** Begins a generation of `pack`; `lock` is held by the caller for as long as it writes. */
export function beginGeneration(db: Database, pack: string, lock: string): Promise<number> {
  return Promise.resolve(db.generations.add({ pack, lock }));
}

/**
 * The one moment at which an import takes effect. `expected`: the generation of the pack that was shown when the import was
 * judged, undefined for none; a fault where it is another by now. `undoAt`: in ms, where the reader may undo it.
 */
export async function flip(
  db: Database,
  pack: ActivePack,
  options: { expected?: number | undefined; undoAt?: number },
): Promise<ActivePack> {
  const { id } = pack.info;
  await db.transaction('rw', db.meta, async () => {
    const packs = await activePacks(db);
    const before = packs[id];
    if ('expected' in options && before?.generation !== options.expected) {
      throw new FaultError({
        code: 'changed-meanwhile',
        message: `“${pack.info.title}” was changed on another Sidelight page meanwhile. Nothing was changed here. Import the file again.`,
      });
    }
    await db.meta.put({ key: 'active', packs: { ...packs, [id]: pack } });
    if (options.undoAt === undefined) await db.meta.delete(undoKey(id));
    else await db.meta.put({ key: undoKey(id), before: before ?? null, at: options.undoAt });
  });
  return pack;
}

/** Shows what a pack was before the reader's last change; a second time takes that back. Null where there is nothing to undo. */
export async function undo(db: Database, pack: string, now: number): Promise<{ readonly shown: ActivePack | null } | null> {
  return db.transaction('rw', db.meta, async () => {
    const row = await undoRow(db, pack);
    if (!row) return null;
    const { [pack]: current, ...others } = await activePacks(db);
    await db.meta.put({ key: 'active', packs: row.before ? { ...others, [pack]: row.before } : others });
    await db.meta.put({ key: undoKey(pack), before: current ?? null, at: now });
    return { shown: row.before };
  });
}

/** Takes a pack out of what is shown; false where it is not there. */
export async function remove(db: Database, pack: string, now: number): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const { [pack]: current, ...others } = await activePacks(db);
    if (!current) return false;
    await db.meta.put({ key: 'active', packs: others });
    await db.meta.put({ key: undoKey(pack), before: current, at: now });
    return true;
  });
}

/** What can be undone: for each pack when it was changed, and what it was. */
export async function undoable(db: Database): Promise<UndoRow[]> {
  const rows = await db.meta.where('key').startsWith('undo:').toArray();
  return rows.filter((row): row is UndoRow => 'before' in row);
}

/** Shows the built-in packs of these ids only; answers how many went. */
export async function withdrawBuiltIn(db: Database, ids: ReadonlySet<string>): Promise<number> {
  return db.transaction('rw', db.meta, async () => {
    const packs = Object.entries(await activePacks(db));
    const kept = packs.filter(([id, { builtIn }]) => !builtIn || ids.has(id));
    if (kept.length < packs.length) await db.meta.put({ key: 'active', packs: Object.fromEntries(kept) });
    return packs.length - kept.length;
  });
}

/**
 * Deletes the rows of every generation that is neither shown, nor kept to be shown again, nor just being written; answers
 * how many there were. `held`: the names of all locks that are held now, asked for after the generations were listed.
 */
export async function cleanOrphans(db: Database, held: () => Promise<ReadonlySet<string>>, now: number): Promise<number> {
  const generations = await db.generations.toArray();
  const alive = await held();
  const kept = await db.transaction('rw', db.meta, db.setAside, async () => {
    const rows = await undoable(db);
    const past = rows.filter(({ at }) => now - at > UNDO_MS);
    await db.meta.bulkDelete(past.map(({ key }) => key));
    const shown = Object.values(await activePacks(db));
    const undone = rows.filter((row) => !past.includes(row)).flatMap(({ before }) => before ?? []);
    const kept = await rowAt(db.meta, 'set-aside');
    if (kept && now - kept.at > UNDO_MS) {
      await db.meta.delete('set-aside');
      await db.setAside.clear();
    }
    const brought =
      kept && now - kept.at <= UNDO_MS ? [...Object.values(kept.packs), ...kept.undoable.flatMap(({ before }) => before ?? [])] : [];
    return new Set([...shown, ...undone, ...brought].map(({ generation }) => generation));
  });
  const orphans = generations.filter(({ number, lock }) => number !== undefined && !kept.has(number) && !alive.has(lock));
  for (const { number = 0 } of orphans) await deleteGeneration(db, number);
  return orphans.length;
}

/** Deletes a generation's rows, a run at a time, and its own row last: a kill in between leaves an orphan as before. */
export async function deleteGeneration(db: Database, generation: number): Promise<void> {
  for (const table of [...INDEX_TABLES, ...FACT_TABLES]) {
    for await (const keys of keysIn(db.table(table), generation)) await db.table(table).bulkDelete(keys);
  }
  await db.generations.delete(generation);
}

/** The keys of a generation's rows in a table, a run at a time; a run may be deleted before the next is asked for. */
async function* keysIn(table: Table, generation: number): AsyncGenerator<IndexableType[]> {
  const { src } = table.schema.primKey;
  if (!src.includes('+')) return yield [generation];
  // Pages begin with their subject, and no index tells their generations: one would cost an import more than all their keys a removal.
  const at = src.slice(1, -1).split('+').indexOf('generation');
  let after: IndexableType = at === 0 ? [generation] : [];
  const end = at === 0 ? [generation, []] : [[]];
  for (;;) {
    const keys: unknown[] = await table.where(':id').between(after, end, false, false).limit(DELETED_AT_ONCE).primaryKeys();
    const own = at === 0 ? keys : keys.filter((key) => (key as readonly unknown[])[at] === generation);
    if (own.length > 0) yield own as IndexableType[];
    if (keys.length < DELETED_AT_ONCE) return;
    after = keys.at(-1) as IndexableType;
  }
}
