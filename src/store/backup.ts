/**
 * Everything that is the reader's own, out of the store and back into it. Out: the overlay as of one moment, then each imported pack.
 * Back: packs into generations of their own, then one strict transaction puts the rows in place of what was there and shows the packs;
 * until then nothing of a restoring shows, and a kill leaves an orphan, which the next start cleans away. Knows which tables there are.
 */
import { BACKUP_TABLES, type BackupTable, backupLine } from '@/core/pack/backup';
import type { ClosedClaimIndex } from '@/core/pack/claim-index';
import { infoOf } from '@/core/pack/parse';
import type { PackSink } from '@/core/pack/read';
import type { PackHead } from '@/core/pack/schema';
import { FaultError } from '@/core/result';
import { exportLines } from './export';
import { packIsBuiltIn } from './faults';
import type { FeedRow } from './feeds';
import { activePacks, beginGeneration, deleteGeneration, LOCKS, undoable } from './generations';
import type { Hold } from './imports';
import { noteLiveChange } from './live-records';
import { countUp, rowAt } from './meta';
import type { ActivePack, MetaRow, UndoRow } from './rows';
import type { SubscriptionRow } from './subscriptions';
import type { Database } from './versions';
import { createGenerationWriter, type GenerationWriter } from './writer';

/**
 * Tables that no backup holds, each for its reason: packs are written as packs; what is derived is made again; requests are the account
 * of one browser; parts are a server's, and fetched again when they are needed; what was set aside is a backup itself.
 */
export const NOT_IN_BACKUP = {
  facts: ['meta', 'generations', 'subjects', 'articles', 'claimBlocks', 'claimIds', 'claimPages', 'articlePages'],
  derived: [
    'derived',
    'searchStates',
    'searchHeads',
    'searchRuns',
    'searchKeys',
    'coverageSegments',
    'coverageLoose',
    'coverageGone',
    'coverageStates',
  ],
  ofThisBrowser: ['requests', 'feedState'],
  ofServers: ['packParts'],
  before: ['setAside'],
} as const;

/** What of a backup is wanted. */
export interface BackupPart {
  readonly tables: readonly BackupTable[];
  readonly wantsPack: (pack: ActivePack) => boolean;
}

const ALL_OF_IT: BackupPart = { tables: BACKUP_TABLES, wantsPack: () => true };

/**
 * A backup as lines, a few hundred at a time, each with its end: the whole, or a part that is a backup itself. `settings` as the browser
 * keeps them; undefined where it keeps none.
 */
export async function* backupLines(db: Database, settings: unknown, { tables, wantsPack } = ALL_OF_IT): AsyncGenerator<string> {
  const { rows, packs } = await db.transaction('r', [db.meta, ...tables.map((table) => db.table(table))], async () => ({
    rows: await Promise.all(tables.map(async (table) => [table, await db.table<object>(table).toArray()] as const)),
    packs: (await importedPacks(db)).filter(wantsPack).sort((a, b) => (a.info.id < b.info.id ? -1 : 1)),
  }));
  yield backupLine.head(Object.fromEntries(rows.map(([table, list]) => [table, list.length])), packs.length);
  if (settings !== undefined) yield backupLine.settings(settings);
  for (const [table, list] of rows) if (list.length > 0) yield list.map((row) => backupLine.row(table, keptOf(table, row))).join('');
  for (const pack of packs) {
    const { actors, outlets, events, articles, claims } = pack.counts;
    yield backupLine.pack(pack.info.id, 1 + actors + outlets + events + articles + claims);
    yield* exportLines(db, pack);
  }
}

/** The packs that are shown and did not come with Sidelight. */
export const importedPacks = async (db: Database): Promise<ActivePack[]> =>
  Object.values(await activePacks(db)).filter(({ builtIn }) => !builtIn);

/** A row without what the servers of this browser said last: a restored one asks again. */
function keptOf(table: BackupTable, row: object): object {
  if (table === 'feeds') {
    const { url, host, local, title, outlet, home, addedAt, schedule, articles } = row as FeedRow;
    return { url, host, local, title, outlet, home, addedAt, schedule, articles };
  }
  if (table === 'subscriptions') {
    const { url, host, local, pack, title, addedAt, daily, automatic, schedule } = row as SubscriptionRow;
    return { url, host, local, pack, title, addedAt, daily, automatic, schedule };
  }
  return row;
}

const UNASKED = { etag: null, lastModified: null, okAt: null, fault: null };

function rowOf(table: BackupTable, kept: object): object {
  if (table === 'feeds') return { ...kept, ...UNASKED };
  if (table === 'subscriptions') return { ...kept, ...UNASKED, held: null, incoming: null };
  return kept;
}

export interface Restoring {
  /** Takes one pack; {@link PackTaker.finish} before the next. */
  pack(): PackTaker;
  /** Takes a row, held until everything is. */
  row(table: BackupTable, row: object): void;
  /**
   * Puts all of it in place of what is there, which is set aside together with `before`, the settings that it goes with; null where nothing is to be set aside. `settings` wait in
   * the store until the background has taken them.
   */
  apply(settings: unknown, before: unknown): Promise<void>;
  /** Deletes everything that was written; harmless after `apply`. */
  discard(): Promise<void>;
}

export interface PackTaker {
  readonly sink: PackSink;
  /** `claims` as the reading ended with. */
  finish(claims: ClosedClaimIndex): Promise<void>;
}

/** Rows of one table that a restoring took out; {@link ROWS_SET_ASIDE} in a part. */
export interface SetAsideRow {
  readonly table: BackupTable;
  readonly part: number;
  readonly rows: readonly object[];
}

/** What all those rows belong to. */
export interface SetAsideHead {
  readonly key: 'set-aside';
  /** When, in ms. */
  readonly at: number;
  /** It is what a bringing back took out: to bring it back is to put the backup in again. */
  readonly again: boolean;
  /** The imported packs that were shown, and what could be undone of them. */
  readonly packs: Readonly<Record<string, ActivePack>>;
  readonly undoable: readonly UndoRow[];
  /** As the browser's storage held them; undefined where it held none. */
  readonly settings: unknown;
}

/** A value of some megabytes is written and read in one go, whatever the rows are. */
const ROWS_SET_ASIDE = 2000;

interface Begun {
  readonly generation: number;
  readonly head: PackHead;
  readonly writer: GenerationWriter;
}

/** One restoring at a time over all contexts. */
const RESTORE_LOCK = 'sidelight-restore';

const underWay = (): FaultError =>
  new FaultError({
    code: 'restore-under-way',
    message: 'A backup is being restored on another Sidelight page. Finish or cancel that, then try again.',
  });

/** Begins to restore. Every method throws faults as the store does. */
export async function beginRestoring(db: Database, hold: Hold, now: () => number): Promise<Restoring> {
  const releases: (() => Promise<void>)[] = [];
  const release = async () => void (await Promise.all(releases.splice(0).map((give) => give())));
  const alone = await hold(RESTORE_LOCK);
  if (!alone) throw underWay();
  releases.push(alone);
  const lock = `${LOCKS.generation}${crypto.randomUUID()}`;
  const held = await hold(lock);
  if (held) releases.push(held);
  const builtIn = new Set(Object.values(await activePacks(db)).flatMap((pack) => (pack.builtIn ? [pack.info.id] : [])));
  const generations: number[] = [];
  const packs: ActivePack[] = [];
  const rows = new Map<BackupTable, object[]>(BACKUP_TABLES.map((table) => [table, []]));
  let applied = false;

  return {
    pack() {
      let begun: Begun | null = null;
      const need = (): Begun => {
        if (!begun) throw new TypeError('a pack without a head');
        return begun;
      };
      return {
        sink: {
          async begin(head) {
            if (builtIn.has(head.id)) throw packIsBuiltIn(head.id);
            const generation = await beginGeneration(db, head.id, lock);
            generations.push(generation);
            begun = { generation, head, writer: createGenerationWriter(db, generation, head.id) };
          },
          add: (items) => need().writer.add(items),
        },
        async finish({ index, repeated }) {
          const { generation, head, writer } = need();
          await writer.finish(index, repeated);
          packs.push({ generation, builtIn: false, info: infoOf(head), ...writer.told() });
        },
      };
    },
    row: (table, row) => void rows.get(table)?.push(rowOf(table, row)),
    async apply(settings, before) {
      const at = now();
      await exchanging(db, async () => {
        const shown = await importedPacks(db);
        if (before !== null) await setAside(db, { at, again: false, settings: before });
        // Packs as they were can be had back one by one as well, as after any change of theirs.
        const undone = shown.map((pack): UndoRow => ({ key: `undo:${pack.info.id}`, before: pack, at }));
        await putIn(db, { rows, packs, undoable: [...(await undoable(db)), ...undone], settings });
      });
      applied = true;
      await release();
    },
    async discard() {
      try {
        if (!applied) for (const generation of generations.splice(0)) await deleteGeneration(db, generation);
      } finally {
        await release();
      }
    },
  };
}

/** All that a restoring and its undoing exchange. */
const EXCHANGED = [
  ...BACKUP_TABLES,
  'packParts',
  'coverageSegments',
  'coverageLoose',
  'coverageGone',
  'coverageStates',
  'setAside',
] as const;

const exchanging = (db: Database, work: () => Promise<void>): Promise<void> =>
  Promise.resolve(db.transaction('rw', [db.meta, ...EXCHANGED.map((table) => db.table(table))], work));

/** Keeps what is there now, in place of what was kept before. Within {@link exchanging}. */
async function setAside(db: Database, head: Pick<SetAsideHead, 'at' | 'again' | 'settings'>): Promise<void> {
  await db.setAside.clear();
  for (const table of BACKUP_TABLES) {
    const rows = (await db.table<object>(table).toArray()).map((row) => keptOf(table, row));
    for (let part = 0; part * ROWS_SET_ASIDE < rows.length; part++) {
      await db.setAside.put({ table, part, rows: rows.slice(part * ROWS_SET_ASIDE, (part + 1) * ROWS_SET_ASIDE) });
    }
  }
  const packs = Object.fromEntries((await importedPacks(db)).map((pack) => [pack.info.id, pack]));
  await db.meta.put({ key: 'set-aside', ...head, packs, undoable: await undoable(db) });
}

interface PutIn {
  readonly rows: ReadonlyMap<BackupTable, readonly object[]>;
  readonly packs: readonly ActivePack[];
  readonly undoable: readonly UndoRow[];
  readonly settings: unknown;
}

/** Puts this in place of what is there. Packs that come with Sidelight stay. Within {@link exchanging}. */
async function putIn(db: Database, { rows, packs, undoable: wanted, settings }: PutIn): Promise<void> {
  await noteLiveChange(db);
  await countUp(db, 'own-names');
  for (const table of EXCHANGED) if (table !== 'setAside') await db.table(table).clear();
  for (const [table, list] of rows) await db.table(table).bulkAdd([...list]);
  const builtIn = Object.entries(await activePacks(db)).filter(([, pack]) => pack.builtIn);
  const meta: MetaRow[] = [
    { key: 'active', packs: Object.fromEntries([...packs.map((pack) => [pack.info.id, pack] as const), ...builtIn]) },
    { key: 'restored', settings },
    ...wanted,
  ];
  await db.meta.bulkDelete((await undoable(db)).map(({ key }) => key));
  await db.meta.bulkPut(meta);
}

/** What the last restoring took the place of; null where there was none, or it is kept no longer. */
export async function asideHead(db: Database): Promise<SetAsideHead | null> {
  return (await rowAt(db.meta, 'set-aside')) ?? null;
}

/** The hosts that were fetched from before. */
export async function asideHosts(db: Database): Promise<readonly string[]> {
  const parts = await db.setAside.where(':id').between(['feeds'], ['feeds', []]).toArray();
  const others = await db.setAside.where(':id').between(['subscriptions'], ['subscriptions', []]).toArray();
  return [...new Set([...parts, ...others].flatMap(({ rows }) => rows.map((row) => (row as FeedRow | SubscriptionRow).host)))];
}

/**
 * Puts what was set aside in place of what is there now, which is set aside in its turn: undone, the undoing can be undone. `settings`:
 * those that go with what is there now. False where nothing is set aside.
 */
export async function bringBack(db: Database, hold: Hold, settings: unknown, at: number): Promise<boolean> {
  const alone = await hold(RESTORE_LOCK);
  if (!alone) throw underWay();
  try {
    let brought = false;
    await exchanging(db, async () => {
      const head = await asideHead(db);
      if (!head) return;
      const rows = new Map<BackupTable, object[]>(BACKUP_TABLES.map((table) => [table, []]));
      for (const part of await db.setAside.toArray()) rows.get(part.table)?.push(...part.rows.map((row) => rowOf(part.table, row)));
      await setAside(db, { at, again: !head.again, settings });
      await putIn(db, { rows, packs: Object.values(head.packs), undoable: head.undoable, settings: head.settings });
      brought = true;
    });
    return brought;
  } finally {
    await alone();
  }
}

/** What was restored and the background has not looked at yet; null where there is nothing. */
export async function restored(db: Database): Promise<{ readonly settings: unknown } | null> {
  const row = await rowAt(db.meta, 'restored');
  return row ? { settings: row.settings } : null;
}
