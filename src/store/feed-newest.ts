/**
 * Which of what feeds brought about a subject is newest: a list of keys in memory for each subject that was asked for, made anew when
 * a feed brought something. A war fills an index entry with thousands of rows, of which thirty are shown. Knows the rows' dates, and
 * the counter that tells of changes.
 */
import type { Table } from 'dexie';
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import { type Edtf, newestFirst } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import { articleDate, claimDate } from './layout';
import type { Database } from './versions';

/** What look-ups of facts read of what feeds brought. */
export const FEED_TABLES = ['feedArticles', 'feedClaims'] as const;

/** Lists kept: the subjects of the last few pages. A list of a thousand keys takes 50 kB. */
const LISTS = 64;

interface Lists {
  readonly revision: number;
  readonly ids: Map<string, readonly QualifiedId[]>;
}

const kept = new WeakMap<Database, Lists>();

/** The newest `limit` rows of one index entry, newest first. `revision`: how often what feeds brought has changed, as of this transaction. */
async function newestRows<Row extends { readonly id: QualifiedId }>(
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

/** The newest articles that feeds brought about an event, newest first. `revision`: see {@link newestRows}. */
export async function feedArticlesOf(db: Database, revision: number, event: QualifiedId, limit: number): Promise<Article[]> {
  const rows = await newestRows(db, revision, db.feedArticles, 'record.events', event, limit, ({ record }) => articleDate(record));
  return rows.map(({ record }) => record);
}

/** The newest claims that feeds brought about a subject, newest first. All are unconfirmed. */
export async function feedClaimsOf(db: Database, revision: number, subject: QualifiedId, limit: number): Promise<Claim[]> {
  const rows = await newestRows(db, revision, db.feedClaims, 'subjects', subject, limit, ({ claim }) => claimDate(claim));
  return rows.map(({ claim }) => claim);
}
