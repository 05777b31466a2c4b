/**
 * The ledger's rows: every request that left this browser, written before it is sent and finished when it ended. Bounded, and
 * counted beyond the bound. Knows its two tables.
 */
import type { Using } from './connection';
import { rowAt } from './meta';
import type { Database } from './versions';

export interface RequestRow {
  readonly number?: number;
  /** Milliseconds since 1970, by the reader's clock. */
  readonly at: number;
  /** As it went over the wire. */
  readonly host: string;
  readonly path: string;
  /** What the reader switched on that asked for it. */
  readonly why: string;
  /** Bytes of the answer's body as they were received; null while it is under way, or where the worker was stopped. */
  readonly bytes: number | null;
  /** How it ended, for the reader; null as above. */
  readonly outcome: string | null;
}

export interface RequestLog {
  /** Answers its number, to finish it by. */
  begin(row: Pick<RequestRow, 'at' | 'host' | 'path' | 'why'>): Promise<number>;
  finish(number: number, end: { readonly bytes: number; readonly outcome: string }): Promise<void>;
  /** The newest first. */
  newest(limit: number): Promise<readonly RequestRow[]>;
  /** Ever sent, those that are no longer listed among them. */
  total(): Promise<number>;
}

/** Rows kept: weeks of a few feeds, about 200 kB. */
const KEPT = 1_000;
/** Rows beyond that are let go in batches: one deletion for many requests. */
const SLACK = 100;

export function createRequestLog({ using, changing }: Using): RequestLog {
  const totalOf = async (db: Database): Promise<number> => {
    const row = await rowAt(db.feedState, 'requests');
    return row?.total ?? 0;
  };
  return {
    begin: (row) =>
      changing((db) =>
        db.transaction('rw', [db.requests, db.feedState], async () => {
          const number = await db.requests.add({ ...row, bytes: null, outcome: null });
          await db.feedState.put({ key: 'requests', total: (await totalOf(db)) + 1 });
          const over = (await db.requests.count()) - KEPT;
          if (over >= SLACK) {
            await db.requests.bulkDelete(await db.requests.toCollection().limit(over).primaryKeys());
          }
          return number;
        }),
      ),
    finish: (number, end) => changing(async (db) => void (await db.requests.update(number, { ...end }))),
    newest: (limit) => using((db) => db.requests.reverse().limit(limit).toArray()),
    total: () => using(totalOf),
  };
}
