/**
 * What every reading of facts begins with: which packs are shown, and what of the reader's own lies over them. One request, because a
 * card waits for each: what changes seldom is remembered under the counters that tell of changes. Knows those counters and the tables
 * whose changes they tell of.
 */
import type { RecordEdit, SubjectEdit } from '@/core/model/edit';
import type { QualifiedId } from '@/core/model/ids';
import { createMerges, type Merges } from '@/core/tending/merges';
import type { ActivePack, MetaRow } from './rows';
import type { Database } from './versions';

/** What the reader's own comes to, until one of the counters goes up. */
interface Standing {
  readonly ownNames: number;
  readonly live: number;
  /** Edits of subjects, and which of them are one. */
  readonly edits: ReadonlyMap<QualifiedId, SubjectEdit>;
  readonly merges: Merges;
  /** Has the reader kept, captured or remembered any claim? Most have none, and need not be asked about each subject. */
  readonly ownClaims: boolean;
  /** How many {@link RecordEdit}s there are. */
  readonly recordEdits: number;
}

export interface Moment extends Standing {
  /** The shown packs, by id. */
  readonly packs: Readonly<Record<string, ActivePack>>;
}

const remembered = new WeakMap<Database, Standing>();

/** Rows of `meta` from the pointer to the counters, which its keys' order puts side by side: a few more are read with them. */
const FIRST_KEY: MetaRow['key'] = 'active';
const LAST_KEY: MetaRow['key'] = 'own-names';

function countersIn(rows: readonly MetaRow[]): Pick<Moment, 'packs' | 'ownNames' | 'live'> {
  let [packs, ownNames, live]: [Moment['packs'], number, number] = [{}, 0, 0];
  for (const row of rows) {
    if (row.key === 'active') packs = row.packs;
    if (row.key === 'own-names') ownNames = row.revision;
    if (row.key === 'live-records') live = row.revision;
  }
  return { packs, ownNames, live };
}

/**
 * As of the transaction that it is called in. Without an `await`: Dexie exchanges the browser's own promises for its own and back at
 * every await inside a transaction, which in Firefox takes longer than the reading.
 */
export function momentOf(db: Database): PromiseLike<Moment> {
  const standing = () => Promise.all([db.subjectEdits.toArray(), db.ownClaims.limit(1).count(), db.recordEdits.count()]);
  const counters = db.meta.where(':id').between(FIRST_KEY, LAST_KEY, true, true).toArray().then(countersIn);
  // Where nothing is remembered, all of it is asked for at once.
  const first = remembered.has(db) ? null : standing();
  return counters.then(({ packs, ...now }) => {
    const known = remembered.get(db);
    if (known?.ownNames === now.ownNames && known.live === now.live) return { ...known, packs };
    return (first ?? standing()).then(([rows, ownClaims, recordEdits]) => {
      const edits = new Map(rows.map((row) => [row.id, row]));
      const found = { ...now, edits, merges: createMerges(rows), ownClaims: ownClaims > 0, recordEdits };
      remembered.set(db, found);
      return { ...found, packs };
    });
  });
}
