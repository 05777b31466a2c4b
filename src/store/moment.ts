/**
 * What every reading of facts begins with: which packs are shown, and what of the reader's own lies over them. A card waits for each
 * request, so what changes seldom is remembered under the counters that tell of changes, and is not waited for but held against them.
 * Knows those counters and the tables whose changes they tell of.
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

const remembered = new WeakMap<Database, Moment>();

/** Rows of `meta` from the pointer to the counters, which its keys' order puts side by side: a few more are read with them. */
const FIRST_KEY: MetaRow['key'] = 'active';
const LAST_KEY: MetaRow['key'] = 'own-names';

type Counters = Pick<Moment, 'packs' | 'ownNames' | 'live'>;

function countersIn(rows: readonly MetaRow[]): Counters {
  let [packs, ownNames, live]: [Moment['packs'], number, number] = [{}, 0, 0];
  for (const row of rows) {
    if (row.key === 'active') packs = row.packs;
    if (row.key === 'own-names') ownNames = row.revision;
    if (row.key === 'live-records') live = row.revision;
  }
  return { packs, ownNames, live };
}

/** All packs of the one are shown by the other. A generation is of one pack, and is never written again once it is shown. */
const areShown = (packs: Moment['packs'], others: Moment['packs']): boolean =>
  Object.entries(packs).every(([id, { generation }]) => others[id]?.generation === generation);

const isStill = (known: Moment, now: Counters): boolean =>
  known.ownNames === now.ownNames && known.live === now.live && areShown(known.packs, now.packs) && areShown(now.packs, known.packs);

const countersOf = (db: Database): PromiseLike<Counters> =>
  db.meta.where(':id').between(FIRST_KEY, LAST_KEY, true, true).toArray().then(countersIn);

/**
 * As of the transaction that it is called in. Without an `await`: Dexie exchanges the browser's own promises for its own and back at
 * every await inside a transaction, which in Firefox takes longer than the reading.
 */
export function momentOf(db: Database): PromiseLike<Moment> {
  const standing = () => Promise.all([db.subjectEdits.toArray(), db.ownClaims.limit(1).count(), db.recordEdits.count()]);
  const counters = countersOf(db);
  // Where nothing is remembered, all of it is asked for at once.
  const first = remembered.has(db) ? null : standing();
  const keep = (moment: Moment): Moment => {
    remembered.set(db, moment);
    return moment;
  };
  return counters.then((now) => {
    const known = remembered.get(db);
    if (known?.ownNames === now.ownNames && known.live === now.live) return keep({ ...known, packs: now.packs });
    return (first ?? standing()).then(([rows, ownClaims, recordEdits]) => {
      const edits = new Map(rows.map((row) => [row.id, row]));
      return keep({ ...now, edits, merges: createMerges(rows), ownClaims: ownClaims > 0, recordEdits });
    });
  });
}

/** Thrown in a transaction that began with what is no longer so: Dexie ends it, and nothing more is read in it. */
const CHANGED = new Error('the moment is another');

/**
 * What `run` makes of the moment of one transaction, in which `reading` runs what it is given. Begins with the moment as it was last
 * time, while the counters are still on their way, and answers once they have said that it is the same: a question is one way to the
 * database and back instead of two. Where something changed, that is dropped, and `run` is called again in another transaction.
 */
export async function asOfNow<T>(
  db: Database,
  reading: (work: () => PromiseLike<T>) => Promise<T>,
  run: (moment: Moment) => PromiseLike<T>,
): Promise<T> {
  const known = remembered.get(db);
  if (known) {
    try {
      return await reading(() => {
        const counters = countersOf(db);
        const answer = Promise.resolve(known).then(run);
        // What goes wrong with a moment that is past is no fault.
        answer.catch(() => undefined);
        return counters.then((now) => {
          if (isStill(known, now)) return answer;
          throw CHANGED;
        });
      });
    } catch (error) {
      if (error !== CHANGED) throw error;
    }
  }
  return reading(() => momentOf(db).then(run));
}
