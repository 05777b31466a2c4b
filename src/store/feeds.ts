/**
 * The feeds that the reader chose, and the articles and claims that they brought. What one answer brings is written in one
 * strict transaction together with the feed's new state: a worker stopped anywhere leaves both or neither. Knows its tables,
 * nothing of the network.
 */
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import { OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import type { Fault } from '@/core/result';
import type { Using } from './connection';
import { COVERAGE_TABLES, takeOut } from './coverage-rows';
import { noteLiveChange } from './live-records';
import { rowAt } from './meta';
import type { Database } from './versions';

/** The shape of {@link Schedule} in src/feeds, which the store may not import: numbers that it keeps as they are. */
export interface StoredSchedule {
  readonly nextAt: number;
  readonly triedAt: number | null;
  readonly failures: number;
  readonly interval: number;
  readonly budget: StoredBudget;
}

export interface StoredBudget {
  readonly from: number;
  readonly used: number;
}

export interface FeedRow {
  readonly url: string;
  readonly host: string;
  /** Of the reader's own machine or network. */
  readonly local: boolean;
  readonly title: string;
  /** The outlet it was chosen for; null where it is none that a pack knows. */
  readonly outlet: QualifiedId | null;
  readonly home: string | null;
  readonly addedAt: number;
  readonly schedule: StoredSchedule;
  /** What the server wants to hear again, so that it need not send what is here already. Only of an answer whose items are kept. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When it last answered with a feed; null where it never did. */
  readonly okAt: number | null;
  /** Why the last try failed, for the reader; null where it did not. */
  readonly fault: Fault | null;
  /** Articles that came from it and are kept. */
  readonly articles: number;
}

export interface FeedOrigin {
  readonly name: string;
  readonly url: string | null;
}

/** An article as a feed announced it. */
export interface FeedArticleRow {
  readonly id: QualifiedId;
  readonly feed: string;
  /** The feed's name for it; '' where it gives none. */
  readonly guid: string;
  readonly record: Article;
  readonly summary: string;
  /** As the feed gives them: ISO 8601 with time and zone, or EDTF. */
  readonly published: string | null;
  readonly modified: string | null;
  /** Dated more than two days ahead of when it was read: kept, and not to be trusted. */
  readonly future: boolean;
  readonly origin: FeedOrigin | null;
  readonly seenAt: number;
  /** What it said before, newest first. */
  readonly earlier: readonly { readonly title: string; readonly summary: string; readonly url: string | null; readonly until: number }[];
}

export interface FeedClaimRow {
  readonly id: QualifiedId;
  readonly subjects: readonly QualifiedId[];
  readonly article: QualifiedId;
  readonly claim: Claim;
}

export type FeedStateRow =
  | { readonly key: 'budget'; readonly budget: StoredBudget }
  /** Requests ever sent (requests.ts). */
  | { readonly key: 'requests'; readonly total: number }
  | ({ readonly key: 'kept' } & Kept);

/** How far deleting what is old has gone: nothing from before `before` was left, when it was last looked at. Both ms. */
export interface Kept {
  readonly before: number;
  readonly at: number;
}

export type FeedChange = Partial<Omit<FeedRow, 'url' | 'host' | 'local' | 'addedAt' | 'articles'>>;

/** `claims` replace those that these articles had before. */
export interface Brought {
  readonly articles: readonly FeedArticleRow[];
  readonly claims: readonly FeedClaimRow[];
}

export interface FeedStore {
  all(): Promise<readonly FeedRow[]>;
  get(url: string): Promise<FeedRow | null>;
  /** One that is here already stays as it is. */
  add(rows: readonly FeedRow[]): Promise<void>;
  /** Its articles stay: they are what was reported. */
  remove(url: string): Promise<void>;
  /** False where the feed is gone: the reader gave it up meanwhile. */
  update(url: string, change: FeedChange): Promise<boolean>;
  budget(): Promise<StoredBudget | null>;
  /** The feed counts as asked and the request as spent, before it is sent. False where the feed is gone. */
  begin(url: string, schedule: StoredSchedule, budget: StoredBudget): Promise<boolean>;
  /** What is kept under these ids, or came from this feed under these names. */
  known(feed: string, ids: readonly QualifiedId[], guids: readonly string[]): Promise<readonly FeedArticleRow[]>;
  /** All of it or nothing, with the feed's new state. False where the feed is gone, and then nothing is written. */
  take(url: string, brought: Brought, change: FeedChange): Promise<boolean>;
  /** Articles first seen after a moment, the newest first, at most `limit`. */
  since(at: number, limit: number): Promise<readonly FeedArticleRow[]>;
  /** Articles that are kept. */
  count(): Promise<number>;
  /** When the oldest article was first seen; null where there is none. */
  oldest(): Promise<number | null>;
  /** Ids of articles first seen before a moment, the oldest first. */
  before(at: number): Promise<readonly QualifiedId[]>;
  /**
   * Deletes articles with their claims, and from the index of related coverage, all in one transaction. What the reader noted, edited or
   * deleted by hand stays, with its claims, and so does what tells of an event of the reader's own. Answers how many went.
   */
  drop(ids: readonly QualifiedId[]): Promise<number>;
  kept(): Promise<Kept | null>;
  noteKept(kept: Kept): Promise<void>;
}

export function createFeedStore({ using, changing }: Using): FeedStore {
  return {
    all: () => using((db) => db.feeds.toArray()),
    get: (url) => using(async (db) => (await db.feeds.get(url)) ?? null),
    add: (rows) =>
      changing((db) =>
        db.transaction('rw', db.feeds, async () => {
          const known = await db.feeds.bulkGet(rows.map(({ url }) => url));
          await db.feeds.bulkPut(rows.filter((_, i) => !known[i]));
        }),
      ),
    remove: (url) => changing((db) => db.feeds.delete(url)),
    update: (url, change) => changing(async (db) => (await db.feeds.where('url').equals(url).modify(change)) > 0),
    budget: () =>
      using(async (db) => {
        const row = await rowAt(db.feedState, 'budget');
        return row?.budget ?? null;
      }),
    begin: (url, schedule, budget) =>
      changing((db) =>
        db.transaction('rw', [db.feeds, db.feedState], async () => {
          if ((await db.feeds.where('url').equals(url).modify({ schedule })) === 0) return false;
          await db.feedState.put({ key: 'budget', budget });
          return true;
        }),
      ),
    known: (feed, ids, guids) =>
      using((db) =>
        db.transaction('r', db.feedArticles, async () => {
          const [byId, byGuid] = await Promise.all([
            db.feedArticles.bulkGet([...ids]),
            db.feedArticles
              .where('[feed+guid]')
              .anyOf(guids.map((guid) => [feed, guid]))
              .toArray(),
          ]);
          return [...new Map([...byId, ...byGuid].flatMap((row) => (row ? [[row.id, row] as const] : []))).values()];
        }),
      ),
    take: (url, { articles, claims }, change) =>
      changing((db) =>
        db.transaction('rw', [db.meta, db.feeds, db.feedArticles, db.feedClaims], async () => {
          const feed = await db.feeds.get(url);
          if (!feed) return false;
          await noteLiveChange(db);
          const ids = articles.map(({ id }) => id);
          const before = (await db.feedArticles.bulkGet(ids)).filter(Boolean).length;
          await db.feedClaims.where('article').anyOf(ids).delete();
          await db.feedArticles.bulkPut([...articles]);
          await db.feedClaims.bulkPut([...claims]);
          await db.feeds.put({ ...feed, ...change, articles: feed.articles + ids.length - before });
          return true;
        }),
      ),
    count: () => using((db) => db.feedArticles.count()),
    oldest: () => using(async (db) => (await db.feedArticles.orderBy('seenAt').first())?.seenAt ?? null),
    before: (at) => using((db) => db.feedArticles.where('seenAt').below(at).primaryKeys()),
    drop: (ids) =>
      changing((db) =>
        db.transaction(
          'rw',
          [db.meta, db.feeds, db.feedArticles, db.feedClaims, db.recordEdits, ...COVERAGE_TABLES.map((table) => db.table(table))],
          () => dropArticles(db, ids),
        ),
      ),
    kept: () =>
      using(async (db) => {
        const row = await rowAt(db.feedState, 'kept');
        return row ? { before: row.before, at: row.at } : null;
      }),
    noteKept: (kept) => changing(async (db) => void (await db.feedState.put({ key: 'kept', ...kept }))),
    since: (at, limit) => using((db) => db.feedArticles.where('seenAt').above(at).reverse().limit(limit).toArray()),
  };
}

async function dropArticles(db: Database, ids: readonly QualifiedId[]): Promise<number> {
  const [articles, claims] = await Promise.all([
    db.feedArticles.bulkGet([...ids]),
    db.feedClaims
      .where('article')
      .anyOf([...ids])
      .toArray(),
  ]);
  const edits = await db.recordEdits.bulkGet([...ids, ...claims.map(({ id }) => id)]);
  const edited = new Set(edits.flatMap((edit) => (edit ? [edit.id] : [])));
  for (const { id, article } of claims) if (edited.has(id)) edited.add(article);
  const going = articles.flatMap((row) =>
    row && !edited.has(row.id) && !row.record.events.some((event) => packOf(event) === OWN_PACK) ? [row] : [],
  );
  if (going.length === 0) return 0;
  const gone = going.map(({ id }) => id);
  await noteLiveChange(db);
  await db.feedArticles.bulkDelete(gone);
  await db.feedClaims.where('article').anyOf(gone).delete();
  await takeOut(db, gone);
  for (const feed of await db.feeds.toArray()) {
    const fewer = going.filter((row) => row.feed === feed.url).length;
    if (fewer > 0) await db.feeds.put({ ...feed, articles: Math.max(0, feed.articles - fewer) });
  }
  return gone.length;
}
