/**
 * The whole of the fact store: what the rest of the extension sees of it. Over one connection (connection.ts), which opens lazily and
 * again after a fault. Errors are FaultErrors with a sentence for the reader.
 */
import { OWN_PACK } from '@/core/model/ids';
import { BACKUP_TABLES } from '@/core/pack/backup';
import type { Pack } from '@/core/pack/parse';
import {
  asideHead,
  asideHosts,
  type BackupPart,
  backupLines,
  beginRestoring,
  bringBack,
  importedPacks,
  type Restoring,
  restored,
} from './backup';
import { onRowsChanged } from './changed-rows';
import { type Connection, createConnection } from './connection';
import { buildNext, isBuilt } from './coverage-build';
import { type CoverageStore, createCoverageStore } from './coverage-index';
import { createDeeds, type DeedStore } from './deeds';
import { exportLines } from './export';
import { createFactStore, type FactStore, factTables, reading } from './facts';
import { packIsOwn, workFailed } from './faults';
import { createFeedStore, type FeedStore } from './feeds';
import { activePacks, cleanOrphans, remove, undo, undoable, withdrawBuiltIn } from './generations';
import { beginImport, type Hold, type Import, installPack } from './imports';
import { createLibrary, createLibraryMemory, type Library } from './library';
import { rowAt } from './meta';
import { momentOf } from './moment';
import type { OpenOptions } from './open';
import { createOpenings, type Openings } from './openings';
import { createOwnClaims, type OwnClaims } from './own-claims';
import { createRequestLog, type RequestLog } from './requests';
import { type Review, reviewsIn } from './reviews';
import type { ActivePack } from './rows';
import { indexNext, waitingForIndex } from './search-build';
import { createSubscriptionStore, type SubscriptionStore } from './subscriptions';
import { createTendedReader, type TendedReader as Reader } from './tended';
import { INDEX_TABLES } from './versions';

export type { BackupPart, Restoring } from './backup';
export type { Change, PackChanges } from './changes';
export type { Rows, Write } from './deeds';
export type { FactStore, GazetteerChange, KeptGazetteer, NewGazetteer } from './facts';
export type { Import, Staged } from './imports';
export type { ArticleHit, ClaimHit, Hit, Library } from './library';
export type { ActivePack, GazetteerBasis, Subject } from './rows';
export type { TendedReader as Reader } from './tended';

/** Runs `work` while no other context of the extension runs work under the same name. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The locks of the extension, shared by all its contexts; in tests something that keeps the same promises. */
export interface Locks {
  /** Waits for its turn. */
  readonly run: Lock;
  /** Takes a name at once or not at all. */
  readonly hold: Hold;
  /** Every name that is held now, in any context. */
  held(): Promise<ReadonlySet<string>>;
}

export interface StoreOptions extends Partial<OpenOptions> {
  readonly locks?: Locks;
  /** In ms. */
  readonly now?: () => number;
}

export interface Store extends FactStore {
  /** As {@link FactStore.read}, with the library's lists. Apart, because a card must not wait for the index to be written. */
  readLibrary<T>(run: (facts: Reader, library: Library) => Promise<T>): Promise<T>;
  /**
   * Makes what is shown searchable, a slice at a time. True when all is; false where another context is at it, or the store was
   * closed in between. `pause` is awaited every few milliseconds of work. A context that is stopped loses a slice.
   */
  index(pause: () => Promise<void>): Promise<boolean>;
  /** Is everything that is shown searchable? A database that may not be changed stays as it is. */
  isIndexed(): Promise<boolean>;
  /**
   * Shows `pack` instead of its revision before; answers null and writes nothing where the same or a newer revision is
   * shown already. All or nothing: a failure or a kill leaves what was.
   */
  install(pack: Pack, options: { readonly builtIn: boolean }): Promise<ActivePack | null>;
  /** Shows no built-in pack any more but those of these ids; answers how many went. Packs that the reader imported stay. */
  keepBuiltIn(ids: ReadonlySet<string>): Promise<number>;
  /** Begins an import that the reader is asked about; see {@link Import}. Several may run at once, of one pack only one. */
  beginImport(): Promise<Import>;
  /** A shown pack as the lines of its file, a few hundred at a time, each with its end; null where it is not shown. */
  exportPack(id: string): Promise<AsyncGenerator<string> | null>;
  /** Takes back the reader's last change of a pack, and a second time puts it in again; false where none is kept. */
  undo(pack: string): Promise<boolean>;
  /** Packs whose last change can be undone: when it was made (ms), and the revision that was shown before (null: none). */
  undoable(): Promise<readonly { readonly pack: string; readonly at: number; readonly revision: number | null }[]>;
  /** Takes a pack out; it can be had back by {@link undo} for a month. False where it is not there. */
  remove(pack: string): Promise<boolean>;
  /** Removes what imports that were cut off left behind, and what can no longer be undone; answers how many there were. */
  clean(): Promise<number>;
  setStarterRelease(release: string): Promise<void>;
  /** What the reader kept, dismissed and remembered: no pack touches it. */
  readonly ownClaims: OwnClaims;
  /** The feeds that the reader chose, and what they brought. */
  readonly feeds: FeedStore;
  /** The packs that the reader subscribed to, and the files that they are made of. */
  readonly subscriptions: SubscriptionStore;
  /** Every request that was sent. */
  readonly requests: RequestLog;
  /** The index of related coverage. */
  readonly coverage: CoverageStore;
  /** What the reader changed of facts, step by step. */
  readonly deeds: DeedStore;
  /** The claims that the reader kept or wrote a note about. */
  reviews(): Promise<readonly Review[]>;
  /** Everything that is the reader's own, as one file's lines and back; see backup.ts. */
  readonly backup: {
    /** The lines, a few hundred at a time, each with its end; of all of it where no part is named. */
    write(settings: unknown, part?: BackupPart): Promise<AsyncGenerator<string>>;
    begin(): Promise<Restoring>;
    /** What a restoring left for the background to do; null where nothing. */
    restored(): Promise<{ readonly settings: unknown } | null>;
    /** The background has done it. */
    settle(): Promise<void>;
    /** What a restoring took the place of, kept for a month or until the next; null where nothing is. `at` in ms; `hosts`: fetched from then. */
    aside(): Promise<{
      readonly at: number;
      readonly again: boolean;
      readonly settings: unknown;
      readonly hosts: readonly string[];
    } | null>;
    /** Exchanges that with what is there now, whose settings these are; false where nothing is kept. */
    bringBack(settings: unknown): Promise<boolean>;
  };
  /** What safety copies are told by; see src/background/safety-copy.ts. */
  readonly copies: {
    /** Packs that did not come with Sidelight, by the number of what is shown of each, which no later one has. */
    packs(): Promise<readonly ActivePack[]>;
    /** What copies of this database are named by; null of a new one, and of one that the browser emptied. */
    begun(): Promise<string | null>;
    /**
     * Is there anything that the reader made or imported? Whom a card was opened of is not: it alone keeps no copy from being put in.
     */
    holdsOwn(): Promise<boolean>;
    /** They may be made from now on. `copiedAt`: of when the copy was that has just been put in, in ms. */
    begin(copiedAt?: number): Promise<void>;
    /** When a copy was last put in, and of when it was, in ms. */
    mended(): Promise<{ readonly at: number; readonly copiedAt: number } | null>;
    /** Hears the names of tables in which this context changed rows, and others as far as the browser tells. */
    onChange(run: (tables: ReadonlySet<string>) => void): void;
  };
  /** How much there is of what the reader keeps beside the packs. */
  holdings(): Promise<Holdings>;
  /** Deletes everything, for good; the next call begins with an empty database. Every other context is cut off from the old one. */
  erase(): Promise<void>;
  /** When the reader last opened whom. */
  readonly openings: Openings;
}

/** Rows by kind. */
export type Holdings = Readonly<
  Record<'ownActors' | 'ownEvents' | 'ownClaims' | 'ownArticles' | 'corrections' | 'edits' | 'feeds' | 'feedArticles' | 'requests', number>
>;

/** Imports and the cleaning after them, one at a time over all contexts of the extension. */
const IMPORT_LOCK = 'sidelight-import';

/** Held by whoever makes the index of search. */
const INDEX_LOCK = 'sidelight-index';

export const webLocks: Locks = {
  run: (name, work) => navigator.locks.request(name, work),
  hold: (name) =>
    new Promise((resolve, reject) => {
      const done = navigator.locks.request(name, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        return new Promise<void>((release) => {
          resolve(async () => {
            release();
            await done;
          });
        });
      });
      done.catch(reject);
    }),
  async held() {
    const { held = [] } = await navigator.locks.query();
    return new Set(held.flatMap(({ name }) => name ?? []));
  },
};

/** `connection`: one that another part of the store has already; else the options say how to open one. */
export function createStore(options: StoreOptions = {}, connection: Connection = createConnection(options)): Store {
  const { locks = webLocks, now = Date.now } = options;
  const lock = locks.run;
  let memory = createLibraryMemory();
  const { name, opened, using, changing } = connection;

  return {
    ...createFactStore(connection),
    readLibrary: (run) =>
      using((db) =>
        reading(db, [...factTables(db), ...INDEX_TABLES.map((table) => db.table(table))], async () => {
          const facts = createTendedReader(db, await momentOf(db));
          return run(facts, await createLibrary(db, facts, memory));
        }),
      ),
    index: (pause) =>
      changing(async (db) => {
        const release = await locks.hold(INDEX_LOCK);
        if (!release) return false;
        try {
          while (await indexNext(db, pause));
          while (await buildNext(db, pause));
          return true;
        } catch (error) {
          // Closed under it: whoever opens it next goes on.
          if (db.isOpen()) throw error;
          return false;
        } finally {
          await release();
        }
      }),
    async isIndexed() {
      if (!(await opened()).writable) return true;
      return using(async (db) => (await waitingForIndex(db)).length === 0 && (await isBuilt(db)));
    },
    install: (pack, { builtIn }) =>
      changing((db) =>
        lock(IMPORT_LOCK, async () => {
          if (pack.info.id === OWN_PACK) throw packIsOwn(pack.info.id);
          const shown = (await activePacks(db))[pack.info.id];
          if (shown && shown.info.revision >= pack.info.revision) return null;
          const installed = await installPack(db, locks.hold, pack, builtIn);
          // The generation that was replaced; a failure to clean is mended at the next start.
          await cleanOrphans(db, locks.held, now()).catch(() => undefined);
          return installed;
        }),
      ),
    keepBuiltIn: (ids) =>
      changing((db) =>
        lock(IMPORT_LOCK, async () => {
          const gone = await withdrawBuiltIn(db, ids);
          // What a failure leaves is not shown, and cleaned at the next start.
          if (gone > 0) await cleanOrphans(db, locks.held, now()).catch(() => undefined);
          return gone;
        }),
      ),
    beginImport: () => changing(async (db) => watched(beginImport(db, locks.hold, now))),
    exportPack: (id) =>
      using(async (db) => {
        const pack = (await activePacks(db))[id];
        return pack ? exportLines(db, pack) : null;
      }),
    undo: (pack) => changing(async (db) => (await undo(db, pack, now())) !== null),
    undoable: () =>
      using(async (db) =>
        (await undoable(db)).map(({ key, before, at }) => ({
          pack: key.slice('undo:'.length),
          at,
          revision: before?.info.revision ?? null,
        })),
      ),
    remove: (pack) => changing((db) => remove(db, pack, now())),
    clean: () => changing((db) => lock(IMPORT_LOCK, () => cleanOrphans(db, locks.held, now()))),
    setStarterRelease: (release) => changing(async (db) => void (await db.meta.put({ key: 'starter', release }))),
    ownClaims: createOwnClaims(connection),
    feeds: createFeedStore(connection),
    subscriptions: createSubscriptionStore(connection),
    requests: createRequestLog(connection),
    coverage: createCoverageStore(connection),
    openings: createOpenings(connection),
    deeds: createDeeds({ using, changing, now }),
    reviews: () => using(reviewsIn),
    backup: {
      write: (settings, part) => using(async (db) => backupLines(db, settings, part)),
      begin: () => changing((db) => beginRestoring(db, locks.hold, now)),
      restored: () => using(restored),
      settle: () => changing((db) => db.meta.delete('restored')),
      aside: () =>
        using(async (db) => {
          const head = await asideHead(db);
          return head && { at: head.at, again: head.again, settings: head.settings, hosts: await asideHosts(db) };
        }),
      bringBack: (settings) => changing((db) => bringBack(db, locks.hold, settings, now())),
    },
    copies: {
      packs: () => using(importedPacks),
      begun: () =>
        using(async (db) => {
          const row = await rowAt(db.meta, 'copied');
          return row?.as ?? null;
        }),
      holdsOwn: () =>
        using(async (db) => {
          const tables = BACKUP_TABLES.filter((table) => table !== 'openings');
          const counts = await Promise.all(tables.map((table) => db.table(table).count()));
          return counts.some((count) => count > 0) || (await importedPacks(db)).length > 0;
        }),
      begin: (copiedAt) =>
        changing((db) =>
          db.transaction('rw', db.meta, async () => {
            await db.meta.put({ key: 'copied', as: crypto.randomUUID() });
            if (copiedAt !== undefined) await db.meta.put({ key: 'mended', at: now(), copiedAt });
          }),
        ),
      mended: () =>
        using(async (db) => {
          const row = await rowAt(db.meta, 'mended');
          return row ? { at: row.at, copiedAt: row.copiedAt } : null;
        }),
      onChange: (run) => onRowsChanged(name, run),
    },
    holdings: () =>
      using(async (db) => {
        const kinds = ['ownActors', 'ownEvents', 'ownClaims', 'ownArticles', 'corrections', 'feeds', 'feedArticles', 'requests'];
        const counts = await Promise.all([...kinds, 'subjectEdits', 'recordEdits'].map((table) => db.table(table).count()));
        const [subjects = 0, records = 0] = counts.slice(kinds.length);
        return { ...Object.fromEntries(kinds.map((kind, i) => [kind, counts[i]])), edits: subjects + records } as Holdings;
      }),
    async erase() {
      await connection.erase();
      // Generations are numbered anew: what is remembered of the old ones would be taken for the new.
      memory = createLibraryMemory();
    },
  };
}

/** An import whose failures are told as the store's others are. */
function watched(work: Import): Import {
  const told = async <T>(step: () => Promise<T>): Promise<T> => {
    try {
      return await step();
    } catch (error) {
      throw workFailed(error);
    }
  };
  return {
    sink: {
      begin: (head) => told(async () => work.sink.begin(head)),
      add: (items) => told(async () => work.sink.add(items)),
    },
    stage: (claims, onProgress) => told(() => work.stage(claims, onProgress)),
    apply: () => told(() => work.apply()),
    discard: () => told(() => work.discard()),
  };
}
