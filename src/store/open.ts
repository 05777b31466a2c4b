/**
 * Opens the database: at the version of this code, or read-only where a newer version of Sidelight wrote it.
 * Knows versions and connections, nothing of what the tables hold.
 */
import Dexie from 'dexie';
import { mayBeHeld, openingFailed, storeBlocked, storeUnknown } from './faults';
import { CODE_VERSION, type Database, declareNewest, declareVersions } from './versions';

export interface OpenOptions {
  readonly name: string;
  readonly indexedDB: IDBFactory;
  /** How long another context may hold an upgrade up, in ms. */
  readonly patience?: number | undefined;
}

export interface Opened {
  readonly db: Database;
  /** False where the database is newer than this code. */
  readonly writable: boolean;
}

/** Another context closes within milliseconds when asked to; one that has not after 4 s will not, and a reader waits no longer. */
const PATIENCE_MS = 4000;

/**
 * A browser that died and was started again at once may find its files held by what is left of it: Chromium answers an UnknownError
 * until the old processes are gone, which a busy machine makes a second of. Tried again after 100 ms, then after twice as long each time.
 */
const FIRST_PAUSE_MS = 100;
const TRIES = 6;

/** Dexie multiplies its versions by ten and keeps the last digit for its own repairs. */
const DEXIE_FACTOR = 10;

/** Opens or creates the database. Throws a FaultError with a sentence for the reader. */
export async function openDatabase({ name, indexedDB, patience = PATIENCE_MS }: OpenOptions): Promise<Opened> {
  for (let tries = 1; ; tries++) {
    try {
      return await openOnce(name, indexedDB, patience);
    } catch (error) {
      if (tries === TRIES || !mayBeHeld(error)) throw openingFailed(error);
      await new Promise((done) => setTimeout(done, FIRST_PAUSE_MS * 2 ** (tries - 1)));
    }
  }
}

async function openOnce(name: string, indexedDB: IDBFactory, patience: number): Promise<Opened> {
  // Looked up first: Dexie reopens a newer database silently, and would even mend it to the old layout.
  const installed = (await indexedDB.databases()).find((found) => found.name === name)?.version ?? 0;
  const version = Math.floor(installed / DEXIE_FACTOR);
  const writable = version <= CODE_VERSION;
  const db = createDexie(name, indexedDB);
  if (version === 0 || version === CODE_VERSION) declareNewest(db);
  else if (writable) declareVersions(db);
  await openWithin(db, patience);
  if (!writable) {
    if (!holdsKnownTables(db)) {
      db.close();
      throw storeUnknown();
    }
    // Dexie makes the tables properties only where it was told of them.
    Object.assign(db, Object.fromEntries(db.tables.map((table) => [table.name, table])));
  }
  return { db, writable };
}

/** Deletes the database. Other contexts close theirs when they are told; a FaultError where one does not in time. */
export async function eraseDatabase({ name, indexedDB, patience = PATIENCE_MS }: OpenOptions): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      const timer = setTimeout(() => reject(storeBlocked()), patience);
      request.onsuccess = () => {
        clearTimeout(timer);
        resolve();
      };
      request.onerror = () => {
        clearTimeout(timer);
        reject(request.error);
      };
    });
  } catch (error) {
    throw openingFailed(error);
  }
}

function createDexie(name: string, indexedDB: IDBFactory): Database {
  return new Dexie(name, {
    indexedDB,
    // Reopening is store.ts's business: it looks at the version again.
    autoOpen: false,
    // A fact that was reported as written is on the disk. The relaxed way gains little: an import commits in a few large
    // transactions, and each waits for the disk once.
    chromeTransactionDurability: 'strict',
  }) as Database;
}

/** Opens, or gives up after `patience` ms. The connection closes by itself when another context upgrades or deletes. */
async function openWithin(db: Dexie, patience: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(storeBlocked()), patience);
  });
  try {
    await Promise.race([db.open(), late]);
  } catch (error) {
    db.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Does a newer database still hold every table and index that this code reads, keyed as it knows them? */
function holdsKnownTables(db: Database): boolean {
  const known = new Dexie(db.name);
  declareNewest(known);
  return known.tables.every(({ name, schema }) => {
    const found = db.tables.find((table) => table.name === name)?.schema;
    return found?.primKey.src === schema.primKey.src && schema.indexes.every(({ src }) => found.indexes.some((index) => index.src === src));
  });
}
