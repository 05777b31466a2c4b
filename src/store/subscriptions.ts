/**
 * The packs that the reader subscribed to: where each comes from, how it fares, the copy that is shown and the one that is being
 * fetched or waits to be applied; and the parts of both, by content. A part is written in one transaction when it came whole, so
 * that a worker stopped anywhere goes on where it was. Knows its two tables, nothing of the network.
 */
import { type Fault, FaultError } from '@/core/result';
import type { Using } from './connection';
import type { StoredSchedule } from './feeds';
import type { Database } from './versions';

/** A file by its content. */
export interface PartRef {
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** One revision of a pack as it was published: its parts, one after the other, are its file. */
export interface PackCopy {
  readonly revision: number;
  readonly title: string;
  readonly size: number;
  readonly parts: readonly PartRef[];
}

export interface IncomingCopy extends PackCopy {
  /** Are all parts here? */
  readonly complete: boolean;
  /** How often applying it was begun without the reader. */
  readonly tries: number;
}

export interface SubscriptionRow {
  /** Of the manifest, or of the one file that the pack is. */
  readonly url: string;
  readonly host: string;
  /** Of the reader's own machine or network. */
  readonly local: boolean;
  /** The pack that this address gave first: it may give no other. Null until it gave one. */
  readonly pack: string | null;
  readonly title: string;
  readonly addedAt: number;
  /** Is it asked by itself, once a day? */
  readonly daily: boolean;
  /** Is what comes applied without asking the reader? */
  readonly automatic: boolean;
  readonly schedule: StoredSchedule;
  /** By what the server knows the newest copy that is here. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When it last answered with a pack; null where it never did. */
  readonly okAt: number | null;
  /** Why the last try failed, for the reader; null where it did not. */
  readonly fault: Fault | null;
  /** The copy that was applied last; null where none was. */
  readonly held: PackCopy | null;
  readonly incoming: IncomingCopy | null;
}

/** `zipped`: gzip, since nobody reads them but whole. */
export interface PartRow {
  readonly url: string;
  readonly sha256: string;
  readonly zipped: Uint8Array;
}

export type SubscriptionChange = Partial<Omit<SubscriptionRow, 'url' | 'host' | 'local' | 'addedAt'>>;

/** A copy that is here whole, to be read as a file. */
export interface OpenCopy {
  readonly pack: string;
  readonly revision: number;
  readonly size: number;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

export interface SubscriptionStore {
  all(): Promise<readonly SubscriptionRow[]>;
  get(url: string): Promise<SubscriptionRow | null>;
  /** One that is here already stays as it is. */
  add(row: SubscriptionRow): Promise<void>;
  /** Its parts go; the pack stays. */
  remove(url: string): Promise<void>;
  /** Changes a row, and lets parts go that none of its copies has any more. False where it is gone: the reader gave it up meanwhile. */
  update(url: string, change: SubscriptionChange): Promise<boolean>;
  /** Which of these parts are not here, each once. */
  missing(url: string, parts: readonly PartRef[]): Promise<readonly PartRef[]>;
  /** Keeps a part that was found right. False where the subscription is gone. */
  keep(url: string, sha256: string, bytes: Uint8Array): Promise<boolean>;
  /** Parts one after the other; throws a fault where one is not here. */
  bytes(url: string, parts: readonly PartRef[]): AsyncGenerator<Uint8Array>;
  /** The copy that waits to be applied; a fault where there is none. */
  open(url: string): Promise<OpenCopy>;
}

const through = async (bytes: Uint8Array, transform: CompressionStream | DecompressionStream): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform)).arrayBuffer());

const gone = () =>
  new FaultError({ code: 'no-copy', message: 'Nothing new of this pack waits to be applied any more. Look for updates again.' });

export function createSubscriptionStore({ using, changing }: Using): SubscriptionStore {
  const partsOf = (db: Database, url: string) => db.packParts.where(':id').between([url], [url, []]);
  const writing = <T>(work: (db: Database) => PromiseLike<T>): Promise<T> =>
    changing((db) => db.transaction('rw', [db.subscriptions, db.packParts], () => work(db)));

  async function* bytes(url: string, parts: readonly PartRef[]): AsyncGenerator<Uint8Array> {
    for (const { sha256 } of parts) {
      const part = await using((db) => db.packParts.get([url, sha256]));
      if (!part) throw gone();
      yield await through(part.zipped, new DecompressionStream('gzip'));
    }
  }

  return {
    all: () => using((db) => db.subscriptions.toArray()),
    get: (url) => using(async (db) => (await db.subscriptions.get(url)) ?? null),
    add: (row) => writing(async (db) => void ((await db.subscriptions.get(row.url)) ?? (await db.subscriptions.add(row)))),
    remove: (url) =>
      writing(async (db) => {
        await db.subscriptions.delete(url);
        await partsOf(db, url).delete();
      }),
    update: (url, change) =>
      writing(async (db) => {
        const row = await db.subscriptions.get(url);
        if (!row) return false;
        const changed = { ...row, ...change };
        await db.subscriptions.put(changed);
        if ('held' in change || 'incoming' in change) {
          const wanted = new Set([changed.held, changed.incoming].flatMap((copy) => copy?.parts.map(({ sha256 }) => sha256) ?? []));
          const keys = await partsOf(db, url).primaryKeys();
          await db.packParts.bulkDelete(keys.filter(([, sha256]) => !wanted.has(sha256)));
        }
        return true;
      }),
    missing: (url, parts) =>
      using(async (db) => {
        const here = new Set((await partsOf(db, url).primaryKeys()).map(([, sha256]) => sha256));
        const lacking = parts.filter(({ sha256 }) => !here.has(sha256));
        return [...new Map(lacking.map((part) => [part.sha256, part])).values()];
      }),
    async keep(url, sha256, bytes) {
      // Before the transaction, which ends where it waits for anything else.
      const zipped = await through(bytes, new CompressionStream('gzip'));
      return writing(async (db) => {
        if (!(await db.subscriptions.get(url))) return false;
        await db.packParts.put({ url, sha256, zipped });
        return true;
      });
    },
    bytes,
    async open(url) {
      const row = await using((db) => db.subscriptions.get(url));
      if (!row?.incoming?.complete || row.pack === null) throw gone();
      const { parts, revision, size } = row.incoming;
      return { pack: row.pack, revision, size, bytes: bytes(url, parts) };
    },
  };
}
