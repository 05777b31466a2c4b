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
import { activePacks, beginGeneration, deleteGeneration, LOCKS } from './generations';
import type { Hold } from './imports';
import { noteLiveChange } from './live-records';
import { namesRevision } from './overlay';
import type { ActivePack, MetaRow } from './rows';
import type { SubscriptionRow } from './subscriptions';
import type { Database } from './versions';
import { createGenerationWriter, type GenerationWriter } from './writer';

/**
 * Tables that no backup holds, each for its reason: packs are written as packs; what is derived is made again; requests are the account
 * of one browser; parts are a server's, and fetched again when they are needed.
 */
export const NOT_IN_BACKUP = {
  facts: ['meta', 'generations', 'subjects', 'articles', 'claimBlocks', 'claimIds', 'claimPages', 'articlePages'],
  derived: ['derived', 'searchStates', 'searchHeads', 'searchRuns', 'searchKeys', 'coverageSegments', 'coverageLoose', 'coverageGone'],
  ofThisBrowser: ['requests', 'feedState'],
  ofServers: ['packParts'],
} as const;

/** The whole backup as lines, a few hundred at a time, each with its end. `settings` as the browser keeps them; undefined where it keeps none. */
export async function* backupLines(db: Database, settings: unknown): AsyncGenerator<string> {
  const { rows, packs } = await db.transaction('r', [db.meta, ...BACKUP_TABLES.map((table) => db.table(table))], async () => ({
    rows: await Promise.all(BACKUP_TABLES.map(async (table) => [table, await db.table<object>(table).toArray()] as const)),
    packs: Object.values(await activePacks(db))
      .filter(({ builtIn }) => !builtIn)
      .sort((a, b) => (a.info.id < b.info.id ? -1 : 1)),
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
  /** Puts all of it in place of what is there. `settings` wait in the store until the background has taken them. */
  apply(settings: unknown): Promise<void>;
  /** Deletes everything that was written; harmless after `apply`. */
  discard(): Promise<void>;
}

export interface PackTaker {
  readonly sink: PackSink;
  /** `claims` as the reading ended with. */
  finish(claims: ClosedClaimIndex): Promise<void>;
}

interface Begun {
  readonly generation: number;
  readonly head: PackHead;
  readonly writer: GenerationWriter;
}

/** One restoring at a time over all contexts. */
const RESTORE_LOCK = 'sidelight-restore';

/** Begins to restore. Every method throws faults as the store does. */
export async function beginRestoring(db: Database, hold: Hold, now: () => number): Promise<Restoring> {
  const releases: (() => Promise<void>)[] = [];
  const release = async () => void (await Promise.all(releases.splice(0).map((give) => give())));
  const alone = await hold(RESTORE_LOCK);
  if (!alone) {
    const message = 'A backup is being restored on another Sidelight page. Finish or cancel that, then try again.';
    throw new FaultError({ code: 'restore-under-way', message });
  }
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
          packs.push({ generation, builtIn: false, info: infoOf(head), counts: { ...writer.counts } });
        },
      };
    },
    row: (table, row) => void rows.get(table)?.push(rowOf(table, row)),
    async apply(settings) {
      const at = now();
      const cleared = [...BACKUP_TABLES, 'packParts', 'coverageSegments', 'coverageLoose', 'coverageGone'];
      await db.transaction('rw', [db.meta, ...cleared.map((table) => db.table(table))], async () => {
        const before = await activePacks(db);
        await noteLiveChange(db);
        const names = (await namesRevision(db)) + 1;
        for (const table of cleared) await db.table(table).clear();
        for (const [table, list] of rows) await db.table(table).bulkAdd(list);
        const kept = Object.entries(before).filter(([, pack]) => pack.builtIn);
        const meta: MetaRow[] = [
          { key: 'active', packs: { ...Object.fromEntries(kept), ...Object.fromEntries(packs.map((pack) => [pack.info.id, pack])) } },
          { key: 'own-names', revision: names },
          { key: 'restored', settings },
          // Packs as they were can be had back, as after any change of theirs.
          ...Object.values(before)
            .filter((pack) => !pack.builtIn)
            .map((pack): MetaRow => ({ key: `undo:${pack.info.id}`, before: pack, at })),
        ];
        await db.meta.bulkPut(meta);
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

/** What was restored and the background has not looked at yet; null where there is nothing. */
export async function restored(db: Database): Promise<{ readonly settings: unknown } | null> {
  const row = await db.meta.get('restored');
  return row?.key === 'restored' ? { settings: row.settings } : null;
}
