/**
 * The fact store: what the rest of the extension sees of it. Opens lazily, reopens after a fault or when another
 * context upgraded the database, and answers native promises only (a Dexie promise returned from a message listener
 * is ignored by both browsers). Errors are FaultErrors with a sentence for the reader.
 */
import type { Pack } from '@/core/pack/parse';
import { storeNewer, workFailed } from './faults';
import { activePacks, cleanOrphans, installGeneration, withdrawBuiltIn } from './generations';
import { type Opened, type OpenOptions, openDatabase } from './open';
import { createOwnClaims, OWN_TABLES, type OwnClaims } from './own-claims';
import { createReader, type Reader } from './reader';
import type { ActivePack } from './rows';
import { type Database, FACT_TABLES } from './versions';

export type { Reader } from './reader';
export type { ActivePack, Subject } from './rows';

/** Runs `work` while no other context of the extension runs work under the same name. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export interface StoreOptions extends Partial<OpenOptions> {
  readonly lock?: Lock;
}

export interface PackedGazetteer {
  readonly revision: string;
  readonly names: number;
  /** In bytes. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

export interface Store {
  /** Opens the database if need be; false where a newer version of Sidelight wrote it, so that nothing may be changed. */
  open(): Promise<{ readonly writable: boolean }>;
  /** Looks things up, all as of one moment. `run` may await the reader's answers only. */
  read<T>(run: (facts: Reader) => Promise<T>): Promise<T>;
  /**
   * Shows `pack` instead of its revision before; answers null and writes nothing where the same or a newer revision is
   * shown already. All or nothing: a failure or a kill leaves what was.
   */
  install(pack: Pack, options: { readonly builtIn: boolean }): Promise<ActivePack | null>;
  /** Shows no built-in pack any more but those of these ids; answers how many went. Packs that the reader imported stay. */
  keepBuiltIn(ids: ReadonlySet<string>): Promise<number>;
  /** Removes what imports that were cut off left behind; answers how many there were. */
  clean(): Promise<number>;
  /** The release of the extension whose starter packs are all installed; null where none is. */
  starterRelease(): Promise<string | null>;
  setStarterRelease(release: string): Promise<void>;
  gazetteer: {
    /** What was last kept, of whatever revision. */
    get(): Promise<PackedGazetteer | null>;
    /** Its revision and size, without its bytes. */
    head(): Promise<Omit<PackedGazetteer, 'bytes'> | null>;
    put(packed: Omit<PackedGazetteer, 'size'>): Promise<void>;
  };
  /** What the reader kept, dismissed and remembered: no pack touches it. */
  readonly ownClaims: OwnClaims;
  /** Closes the connection; the next call opens it again. */
  close(): void;
}

const NAME = 'sidelight';

/** Imports and the cleaning after them, one at a time over all contexts of the extension. */
const IMPORT_LOCK = 'sidelight-import';

const webLock: Lock = (name, work) => navigator.locks.request(name, work);

export function createStore(options: StoreOptions = {}): Store {
  const { name = NAME, indexedDB = globalThis.indexedDB, lock = webLock, patience } = options;
  let connection: Promise<Opened> | null = null;

  const opened = async (): Promise<Opened> => {
    const before = connection;
    const current = await before?.catch(() => null);
    if (current?.db.isOpen()) return current;
    // It failed, or was closed under us: another context upgraded it, or the browser dropped it.
    // Whoever finds that first opens it again for all who wait.
    if (!connection || connection === before) connection = openDatabase({ name, indexedDB, patience });
    return connection;
  };

  const using = async <T>(work: (db: Database) => PromiseLike<T>): Promise<T> => {
    const { db } = await opened();
    try {
      return await work(db);
    } catch (error) {
      throw workFailed(error);
    }
  };

  const changing = async <T>(work: (db: Database) => PromiseLike<T>): Promise<T> => {
    if (!(await opened()).writable) throw storeNewer();
    return using(work);
  };

  return {
    async open() {
      const { writable } = await opened();
      return { writable };
    },
    read: (run) =>
      using((db) =>
        db.transaction('r', [db.meta, ...[...FACT_TABLES, ...OWN_TABLES].map((table) => db.table(table))], async () =>
          run(await createReader(db)),
        ),
      ),
    install: (pack, { builtIn }) =>
      changing((db) =>
        lock(IMPORT_LOCK, async () => {
          const shown = (await activePacks(db))[pack.info.id];
          return shown && shown.info.revision >= pack.info.revision ? null : installGeneration(db, pack, builtIn);
        }),
      ),
    keepBuiltIn: (ids) => changing((db) => lock(IMPORT_LOCK, () => withdrawBuiltIn(db, ids))),
    clean: () => changing((db) => lock(IMPORT_LOCK, () => cleanOrphans(db))),
    starterRelease: () =>
      using(async (db) => {
        const row = await db.meta.get('starter');
        return row?.key === 'starter' ? row.release : null;
      }),
    setStarterRelease: (release) => changing(async (db) => void (await db.meta.put({ key: 'starter', release }))),
    gazetteer: {
      get: () =>
        using(async (db) => {
          const row = await db.derived.get('gazetteer');
          if (!row) return null;
          return { revision: row.revision, names: row.names, size: row.blob.size, bytes: new Uint8Array(await row.blob.arrayBuffer()) };
        }),
      head: () =>
        using(async (db) => {
          const row = await db.derived.get('gazetteer');
          return row ? { revision: row.revision, names: row.names, size: row.blob.size } : null;
        }),
      put: ({ revision, names, bytes }) =>
        changing(async (db) => void (await db.derived.put({ key: 'gazetteer', revision, names, blob: new Blob([bytes as BlobPart]) }))),
    },
    ownClaims: createOwnClaims({ using, changing }),
    close() {
      void connection?.then(
        ({ db }) => db.close(),
        () => undefined,
      );
      connection = null;
    },
  };
}
