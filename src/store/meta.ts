/** Rows of `meta` and of the feeds' state, each of a shape of its own that its key tells; and the counters among them. */
import type { Table } from 'dexie';
import type { MetaRow } from './rows';
import type { Database } from './versions';

/** The row of a key, as what its key says that it is. */
export function rowAt<Row extends { readonly key: string }, Key extends Row['key']>(
  table: Table<Row, string>,
  key: Key,
): PromiseLike<Extract<Row, { readonly key: Key }> | undefined> {
  return table.get(key) as PromiseLike<Extract<Row, { readonly key: Key }> | undefined>;
}

/** What {@link MetaRow} says of each. */
type Counter = Extract<MetaRow, { readonly revision: number }>['key'];

/** 0 where nothing was ever counted. */
export function revisionOf(db: Database, counter: Counter): PromiseLike<number> {
  return rowAt(db.meta, counter).then((row) => row?.revision ?? 0);
}

/** To be called in each transaction that changes what is counted; `meta` must be among its tables. */
export async function countUp(db: Database, counter: Counter): Promise<void> {
  await db.meta.put({ key: counter, revision: (await revisionOf(db, counter)) + 1 });
}
