/**
 * What a background that was just started answers first: facts, the packed names, and the reader's overlay of them. A part of the store
 * (store.ts) by itself, so that whoever points at a name need not wait for the code of all the rest.
 */
import Dexie, { type Table } from 'dexie';
import { piecesOf } from './blob-pieces';
import type { Connection } from './connection';
import { FEED_TABLES } from './feed-newest';
import { rowAt } from './meta';
import { asOfNow } from './moment';
import { createOverlay, type Overlay } from './overlay';
import { OWN_TABLES } from './own-newest';
import type { GazetteerBasis } from './rows';
import { createTendedReader, EDIT_TABLES, type TendedReader as Reader } from './tended';
import { type Database, FACT_TABLES } from './versions';

/** Packed names that are kept; of themselves they are read only where they are asked for. */
export interface KeptGazetteer {
  readonly revision: string;
  readonly names: number;
  /** In bytes. */
  readonly size: number;
  bytes(): Promise<Uint8Array>;
  /** The same in pieces; each is gone when the next is asked for. */
  pieces(): AsyncIterable<Uint8Array>;
}

export interface NewGazetteer {
  readonly revision: string;
  readonly names: number;
  readonly bytes: Uint8Array;
}

/** What a gazetteer was built of, and what its packed form leaves out. */
export interface GazetteerChange {
  readonly basis: GazetteerBasis;
  readonly workings: Uint8Array;
}

export interface FactStore {
  /** Opens the database if need be; false where a newer version of Sidelight wrote it, so that nothing may be changed. */
  open(): Promise<{ readonly writable: boolean }>;
  /**
   * Looks things up as the reader has them, all as of one moment. `run` may await the reader's answers only, and may be called twice:
   * where something changed meanwhile, the first time comes to nothing.
   */
  read<T>(run: (facts: Reader) => Promise<T>): Promise<T>;
  /** The release of the extension whose starter packs are all installed; null where none is. */
  starterRelease(): Promise<string | null>;
  gazetteer: {
    /** What was last kept, of whatever revision. */
    get(): Promise<KeptGazetteer | null>;
    put(packed: NewGazetteer & Partial<GazetteerChange>): Promise<void>;
    /** What a change of it begins with; null where that was not kept with it. */
    change(): Promise<(Pick<NewGazetteer, 'bytes'> & GazetteerChange) | null>;
  };
  /** The reader's own: no pack touches it. */
  readonly overlay: Overlay;
  /** Closes the connection; the next call opens it again. */
  close(): void;
}

/** All that a {@link Reader} reads. */
export const factTables = (db: Database) => [
  db.meta,
  db.openings,
  ...[...FACT_TABLES, ...OWN_TABLES, ...FEED_TABLES, ...EDIT_TABLES].map((table) => db.table(table)),
];

/**
 * Runs `run` in one read transaction and answers when it has: what was read stands, and the end of a transaction that writes nothing is
 * another way to the database and back. The answer leaves the transaction's zone, which Dexie keeps through every await until the
 * transaction ends: whoever waits for it would ask on in this one.
 */
export function reading<T>(db: Database, tables: Table[], run: () => PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // Async itself: only then does Dexie hold the transaction over what `run` awaits.
    const work = async () => run().then((answer) => Dexie.ignoreTransaction(() => resolve(answer)));
    db.transaction('r', tables, work).catch(reject);
  });
}

export function createFactStore(connection: Connection): FactStore {
  const { opened, using, changing, close } = connection;
  return {
    async open() {
      const { writable } = await opened();
      return { writable };
    },
    read: (run) =>
      using((db) =>
        asOfNow(
          db,
          (work) => reading(db, factTables(db), work),
          (moment) => run(createTendedReader(db, moment)),
        ),
      ),
    starterRelease: () =>
      using(async (db) => {
        const row = await rowAt(db.meta, 'starter');
        return row?.release ?? null;
      }),
    gazetteer: {
      get: () =>
        using(async (db) => {
          const row = await db.derived.get('gazetteer');
          if (!row) return null;
          const { revision, names, blob } = row;
          const bytes = async () => new Uint8Array(await blob.arrayBuffer());
          return { revision, names, size: blob.size, bytes, pieces: () => piecesOf(blob) };
        }),
      put: ({ revision, names, bytes, basis, workings }) =>
        changing(async (db) => {
          const row = { key: 'gazetteer' as const, revision, names, blob: new Blob([bytes as BlobPart]) };
          const change = basis && workings ? { change: { basis, workings: new Blob([workings as BlobPart]) } } : {};
          await db.derived.put({ ...row, ...change });
        }),
      change: () =>
        using(async (db) => {
          const row = await db.derived.get('gazetteer');
          if (!row?.change) return null;
          const [bytes, workings] = await Promise.all([row.blob.arrayBuffer(), row.change.workings.arrayBuffer()]);
          return { bytes: new Uint8Array(bytes), workings: new Uint8Array(workings), basis: row.change.basis };
        }),
    },
    overlay: createOverlay(connection),
    close,
  };
}
