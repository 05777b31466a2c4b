/**
 * Which of what feeds brought about a subject is newest: a list of keys in memory for each subject that was asked for, made anew when
 * a feed brought something. A war fills an index entry with thousands of rows, of which thirty are shown. Knows the rows' dates, and
 * the counter that tells of changes.
 */
import type { Table } from 'dexie';
import { type Edtf, newestFirst } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import type { Database } from './versions';

/** Lists kept: the subjects of the last few pages. A list of a thousand keys takes 50 kB. */
const LISTS = 64;

interface Lists {
  readonly revision: number;
  readonly ids: Map<string, readonly QualifiedId[]>;
}

const kept = new WeakMap<Database, Lists>();

/** The newest `limit` rows of one index entry, newest first. `revision`: how often what feeds brought has changed, as of this transaction. */
export async function newestRows<Row extends { readonly id: QualifiedId }>(
  db: Database,
  revision: number,
  table: Table<Row, string>,
  index: string,
  subject: QualifiedId,
  limit: number,
  dateOf: (row: Row) => Edtf | null,
): Promise<Row[]> {
  let lists = kept.get(db);
  if (lists?.revision !== revision) {
    lists = { revision, ids: new Map() };
    kept.set(db, lists);
  }
  const name = `${table.name} ${subject}`;
  const known = lists.ids.get(name);
  if (known) return (await table.bulkGet(known.slice(0, limit))).flatMap((row) => row ?? []);
  const dated = (await table.where(index).equals(subject).toArray()).map((row) => ({ row, date: dateOf(row) }));
  dated.sort((a, b) => newestFirst(a.date, b.date));
  // The oldest list goes: maps keep the order in which they were filled.
  for (const [oldest] of lists.ids) {
    if (lists.ids.size < LISTS) break;
    lists.ids.delete(oldest);
  }
  lists.ids.set(
    name,
    dated.map(({ row }) => row.id),
  );
  return dated.slice(0, limit).map(({ row }) => row);
}
