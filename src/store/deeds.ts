/**
 * The reader's changes of facts as steps: each writes all its rows in one transaction, with what they were before, so that any step can
 * be taken back, and taken back again. Knows the tables that hold what is the reader's own; of what the rows mean only that articles are
 * coverage, and in its index as they are.
 */
import type { Actor } from '@/core/model/actor';
import type { Deed, DeedView, RecordEdit, SubjectEdit } from '@/core/model/edit';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import { FaultError } from '@/core/result';
import type { Using } from './connection';
import { COVERAGE_TABLES } from './coverage-rows';
import { noteLiveChange } from './live-records';
import { countUp } from './meta';
import { cover, type OwnArticleRow, type OwnClaimRow, uncover } from './own-claims';
import type { Database } from './versions';

/** The tables that steps write, each row under its id. */
interface DeedTables {
  readonly subjectEdits: SubjectEdit;
  readonly recordEdits: RecordEdit;
  readonly ownActors: Actor;
  readonly ownEvents: NewsEvent;
  readonly ownClaims: OwnClaimRow;
  readonly ownArticles: OwnArticleRow;
}
type DeedTable = keyof DeedTables;
const DEED_TABLES = [
  'subjectEdits',
  'recordEdits',
  'ownActors',
  'ownEvents',
  'ownClaims',
  'ownArticles',
] as const satisfies readonly DeedTable[];
/** Those whose rows decide which names are tracked. */
const NAME_TABLES: readonly DeedTable[] = ['subjectEdits', 'ownActors', 'ownEvents'];

/** A row to be written; null takes it away. */
export type Write = {
  readonly [T in DeedTable]: { readonly table: T; readonly id: QualifiedId; readonly row: DeedTables[T] | null };
}[DeedTable];

/** One row of a step, as it was and as it became. */
interface Turn {
  readonly table: DeedTable;
  readonly id: QualifiedId;
  readonly before: object | null;
  readonly after: object | null;
}

export interface DeedRow {
  readonly number?: number;
  readonly at: number;
  readonly deed: Deed;
  readonly turns: readonly Turn[];
  readonly undone: boolean;
}

/** Looks at rows as they are while a step is made. */
export type Rows = <T extends DeedTable>(table: T, id: QualifiedId) => Promise<DeedTables[T] | null>;

export interface DeedStore {
  /** One step: `writes` may look at rows and await nothing else. Answers its number. */
  do(deed: Deed, writes: (rows: Rows) => Promise<readonly Write[]>): Promise<number>;
  /**
   * Takes a step back, or does it again where it was taken back. A fault where a later step changed the same, or where nothing is known
   * of it any more.
   */
  undo(number: number): Promise<void>;
  /** The latest first. */
  list(limit: number): Promise<readonly DeedView[]>;
}

/** Steps that can be taken back: what a desk does in months by hand. What older ones did stays; each record can still be reset by itself. */
const KEPT = 1000;

/** Rows come from the browser's structured clone, which keeps the order of keys. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function createDeeds({ using, changing, now }: Using & { readonly now: () => number }): DeedStore {
  const writing = <T>(work: (db: Database) => PromiseLike<T>): Promise<T> =>
    // Async itself: only then does Dexie hold the transaction over what a step awaits that is no request of its own.
    changing((db) =>
      db.transaction('rw', [...[...DEED_TABLES, ...COVERAGE_TABLES].map((table) => db.table(table)), db.deeds, db.meta], async () =>
        work(db),
      ),
    );

  const put = async (
    db: Database,
    list: readonly { readonly table: DeedTable; readonly id: QualifiedId; readonly row: object | null }[],
  ) => {
    for (const { table, id, row } of list) {
      if (row) await db.table(table).put(row);
      else await db.table(table).delete(id);
      if (table !== 'ownArticles') continue;
      if (row) await cover(db, (row as OwnArticleRow).record);
      else await uncover(db, id);
    }
    if (list.some(({ table }) => NAME_TABLES.includes(table))) {
      await countUp(db, 'own-names');
    }
    if (list.some(({ table }) => !NAME_TABLES.includes(table))) await noteLiveChange(db);
  };
  const rowOf = async (db: Database, table: DeedTable, id: QualifiedId): Promise<object | null> => (await db.table(table).get(id)) ?? null;

  return {
    do: (deed, writes) =>
      writing(async (db) => {
        const wanted = await writes(async (table, id) => (await rowOf(db, table, id)) as never);
        const turns: Turn[] = [];
        for (const { table, id, row } of wanted) turns.push({ table, id, before: await rowOf(db, table, id), after: row });
        await put(db, wanted);
        const number = await db.deeds.add({ at: now(), deed, turns, undone: false });
        await db.deeds
          .where(':id')
          .belowOrEqual(number - KEPT)
          .delete();
        return number;
      }),
    undo: (number) =>
      writing(async (db) => {
        const row = await db.deeds.get(number);
        if (!row)
          throw new FaultError({ code: 'nothing-to-undo', message: `There is nothing left to undo: the last ${KEPT} changes are kept.` });
        const back = row.turns.map(({ table, id, before, after }) =>
          row.undone ? { table, id, from: before, row: after } : { table, id, from: after, row: before },
        );
        for (const { table, id, from } of back) {
          if (!same(await rowOf(db, table, id), from)) {
            throw new FaultError({ code: 'changed-since', message: 'This was changed again later. Take the later change back first.' });
          }
        }
        await put(db, back);
        await db.deeds.put({ ...row, undone: !row.undone });
      }),
    list: (limit) =>
      using(async (db) => {
        const rows = await db.deeds.orderBy(':id').reverse().limit(limit).toArray();
        return rows.map(({ number = 0, at, deed, undone }) => ({ ...deed, number, at, undone }));
      }),
  };
}
