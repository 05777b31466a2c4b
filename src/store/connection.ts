/**
 * The one connection of a context to its database: opened when first needed, again after a fault or when another context upgraded it.
 * What goes wrong is a FaultError with a sentence for the reader. Knows no table.
 */
import { storeNewer, workFailed } from './faults';
import { eraseDatabase, type Opened, type OpenOptions, openDatabase } from './open';
import type { Database } from './versions';

export interface Connection {
  /** The database's. */
  readonly name: string;
  opened(): Promise<Opened>;
  /** Runs work on the open database. Answers native promises: a Dexie promise that a message listener returns is ignored by both browsers. */
  using<T>(work: (db: Database) => PromiseLike<T>): Promise<T>;
  /** The same for work that writes: refused where a newer version of Sidelight wrote the database. */
  changing<T>(work: (db: Database) => PromiseLike<T>): Promise<T>;
  /** Deletes the database, for good; the next call begins an empty one. */
  erase(): Promise<void>;
  /** The next call opens it again. */
  close(): void;
}

/** What the store's parts run their work with. */
export type Using = Pick<Connection, 'using' | 'changing'>;

const NAME = 'sidelight';

export function createConnection({ name = NAME, indexedDB = globalThis.indexedDB, patience }: Partial<OpenOptions> = {}): Connection {
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

  return {
    name,
    opened,
    using,
    async changing(work) {
      if (!(await opened()).writable) throw storeNewer();
      return using(work);
    },
    async erase() {
      const open = await connection?.catch(() => null);
      open?.db.close();
      connection = null;
      await eraseDatabase({ name, indexedDB, patience });
    },
    close() {
      void connection?.then(
        ({ db }) => db.close(),
        () => undefined,
      );
      connection = null;
    },
  };
}
