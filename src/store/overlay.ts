/**
 * The reader's overlay: corrections, own actors, and how names are to be drawn. Kept apart from everything that packs bring, so that
 * no update can write over it. Knows its three tables, and the counter in `meta` that tells when names have changed.
 */
import type { Actor } from '@/core/model/actor';
import type { Correction } from '@/core/model/correction';
import type { QualifiedId } from '@/core/model/ids';
import { type DiscreetLines, NO_CHOICES, type Paint, type Painting } from '@/core/model/painting';
import type { Using } from './connection';
import { countUp } from './meta';
import type { ChoiceRow } from './rows';
import type { Database } from './versions';

export interface Overlay {
  corrections: {
    /** In no particular order. */
    all(): Promise<readonly Correction[]>;
    /** Adds, and replaces those of the same id. */
    put(corrections: readonly Correction[]): Promise<void>;
    /** Answers those that were there. */
    remove(ids: readonly string[]): Promise<readonly Correction[]>;
  };
  actors: {
    all(): Promise<readonly Actor[]>;
    put(actors: readonly Actor[]): Promise<void>;
    remove(ids: readonly QualifiedId[]): Promise<readonly Actor[]>;
  };
  /** Puts both in one transaction. */
  take(actors: readonly Actor[], corrections: readonly Correction[]): Promise<void>;
  painting: {
    get(): Promise<Painting>;
    /** Null takes the reader's choice back. */
    choose(of: 'pack' | 'subject', id: string, paint: Paint | null): Promise<void>;
    lines(lines: DiscreetLines): Promise<void>;
  };
}

export function createOverlay({ using, changing }: Using): Overlay {
  /** Changes own actors and tells so, in one transaction. */
  const changingNames = <T>(work: (db: Database) => PromiseLike<T>): Promise<T> =>
    changing((db) =>
      db.transaction('rw', [db.ownActors, db.corrections, db.meta], async () => {
        const done = await work(db);
        await countUp(db, 'own-names');
        return done;
      }),
    );

  return {
    corrections: {
      all: () => using((db) => db.corrections.toArray()),
      put: (corrections) => changing(async (db) => void (await db.corrections.bulkPut([...corrections]))),
      remove: (ids) =>
        changing((db) =>
          db.transaction('rw', db.corrections, async () => {
            const there = (await db.corrections.bulkGet([...ids])).filter((row) => row !== undefined);
            await db.corrections.bulkDelete([...ids]);
            return there;
          }),
        ),
    },
    actors: {
      all: () => using((db) => db.ownActors.toArray()),
      put: (actors) => changingNames(async (db) => void (await db.ownActors.bulkPut([...actors]))),
      remove: (ids) =>
        changingNames(async (db) => {
          const there = (await db.ownActors.bulkGet([...ids])).filter((row) => row !== undefined);
          await db.ownActors.bulkDelete([...ids]);
          return there;
        }),
    },
    take: (actors, corrections) =>
      changingNames(async (db) => {
        await db.ownActors.bulkPut([...actors]);
        await db.corrections.bulkPut([...corrections]);
      }),
    painting: {
      get: () => using(async (db) => paintingOf(await db.choices.toArray())),
      choose: (of, id, paint) =>
        changing(async (db) => {
          const key = `${of}:${id}`;
          if (paint) await db.choices.put({ key, value: paint });
          else await db.choices.delete(key);
        }),
      lines: (lines) => changing(async (db) => void (await db.choices.put({ key: 'lines', value: lines }))),
    },
  };
}

function paintingOf(rows: readonly ChoiceRow[]): Painting {
  const packs: Record<string, Paint> = {};
  const subjects: Record<string, Paint> = {};
  let { lines } = NO_CHOICES;
  for (const { key, value } of rows) {
    if (value === 'always' || value === 'pointed') lines = value;
    else if (key.startsWith('pack:')) packs[key.slice('pack:'.length)] = value;
    else if (key.startsWith('subject:')) subjects[key.slice('subject:'.length)] = value;
  }
  return { lines, packs, subjects };
}
