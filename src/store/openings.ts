/**
 * When the reader last opened an actor or event, and the time before that: what is new is told since the visit before, for as long as
 * this one lasts. The reader's overlay: no pack writes here. Knows its one table; what counts as opened is not its business.
 */
import { VISIT_MS } from '@/core/coverage/news';
import type { QualifiedId } from '@/core/model/ids';
import type { Using } from './connection';
import type { Database } from './versions';

/** Times in ms. */
export interface OpeningRow {
  readonly id: QualifiedId;
  /** When it was last opened. */
  readonly at: number;
  /** The end of the visit before; null where this is the first. */
  readonly before: number | null;
}

export interface Openings {
  /** Told as they are opened; all of them or none. */
  opened(ids: readonly QualifiedId[], now: number): Promise<void>;
  /** Of these, as far as they were ever opened. */
  of(ids: readonly QualifiedId[]): Promise<ReadonlyMap<QualifiedId, OpeningRow>>;
  /** The most recently opened first, at most so many. */
  latest(limit: number): Promise<readonly OpeningRow[]>;
  count(): Promise<number>;
  forget(): Promise<void>;
}

export async function openingsOf(db: Database, ids: readonly QualifiedId[]): Promise<ReadonlyMap<QualifiedId, OpeningRow>> {
  const rows = await db.openings.bulkGet([...new Set(ids)]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

export function createOpenings({ using, changing }: Using): Openings {
  return {
    opened: (ids, now) =>
      changing((db) =>
        db.transaction('rw', db.openings, async () => {
          const unique = [...new Set(ids)];
          const rows = await db.openings.bulkGet(unique);
          await db.openings.bulkPut(
            unique.map((id, i) => {
              const last = rows[i];
              if (!last) return { id, at: now, before: null };
              // A clock that went back must not make everything new for ever.
              const same = Math.abs(now - last.at) <= VISIT_MS;
              return { id, at: now, before: same ? last.before : last.at };
            }),
          );
        }),
      ),
    of: (ids) => using((db) => openingsOf(db, ids)),
    latest: (limit) => using((db) => db.openings.orderBy('at').reverse().limit(limit).toArray()),
    count: () => using((db) => db.openings.count()),
    forget: () => changing((db) => db.openings.clear()),
  };
}
