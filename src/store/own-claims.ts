/**
 * What the reader kept, dismissed and remembered of pages read: judgements, own claims, and the articles they were read in.
 * The reader's overlay: no pack writes here. Knows its three tables; whether a page may be remembered is not its business.
 */
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import { isWritten, OWN_PACK, type QualifiedId } from '@/core/model/ids';
import type { Verdict } from '@/core/model/page-claim';
import type { Using } from './connection';
import { readCoverage } from './coverage-build';
import { COVERAGE_TABLES } from './coverage-rows';
import { concerned } from './layout';
import { noteLiveChange } from './live-records';
import type { Database } from './versions';

/** `status` is `confirmed` for what was kept or captured, `unconfirmed` for what was only read. */
export interface OwnClaimRow {
  readonly id: QualifiedId;
  readonly subjects: readonly QualifiedId[];
  /** '' for one that was written by hand. */
  readonly article: QualifiedId | '';
  readonly claim: Claim;
}

/** `remembered`: with all its claims, because the reader remembers what is read; else only for those that were kept, or written by hand. */
export interface OwnArticleRow {
  readonly id: QualifiedId;
  readonly record: Article;
  readonly remembered: boolean;
}

/** `claim`: of a dismissed one, so that it can be looked up and had back; until what is remembered is forgotten. */
export interface JudgementRow {
  readonly id: QualifiedId;
  readonly verdict: Verdict;
  readonly claim?: Claim;
}

export interface OwnClaims {
  /** What was decided about these; those that nothing was decided about are left out. */
  verdicts(ids: readonly QualifiedId[]): Promise<ReadonlyMap<QualifiedId, Verdict>>;
  /**
   * Keeps a claim, dismisses it, or takes either back (null): then it is as it was before it was judged, unconfirmed where its
   * article is remembered and nowhere else.
   */
  judge(claim: Claim, article: Article, verdict: Verdict | null): Promise<void>;
  /** Keeps an article with its claims, unconfirmed, in place of what was remembered of it before; judged claims stay as they are. */
  remember(article: Article, claims: readonly Claim[]): Promise<void>;
  /** How many articles are remembered. */
  remembered(): Promise<number>;
  /** Forgets what is remembered, all of it. What was kept stays, with the articles it was read in. */
  forget(): Promise<void>;
}

const rowOf = (claim: Claim, article: Article, status: Claim['status']): OwnClaimRow => ({
  id: claim.id,
  subjects: [...concerned(claim).keys()],
  article: article.id,
  claim: { ...claim, status },
});

export function createOwnClaims({ using, changing }: Using): OwnClaims {
  const writing = <T>(work: (db: Database) => PromiseLike<T>): Promise<T> =>
    changing((db) =>
      db.transaction(
        'rw',
        [db.meta, db.judgements, db.ownClaims, db.ownArticles, ...COVERAGE_TABLES.map((table) => db.table(table))],
        async () => {
          await noteLiveChange(db);
          return work(db);
        },
      ),
    );

  return {
    verdicts: (ids) =>
      using(async (db) => {
        const rows = await db.judgements.bulkGet([...ids]);
        return new Map(rows.flatMap((row) => (row ? [[row.id, row.verdict]] : [])));
      }),
    judge: (claim, article, verdict) =>
      writing(async (db) => {
        const known = await db.ownArticles.get(article.id);
        if (verdict) await db.judgements.put({ id: claim.id, verdict, ...(verdict === 'dismissed' ? { claim } : {}) });
        else await db.judgements.delete(claim.id);
        if (verdict === 'kept') {
          await db.ownClaims.put(rowOf(claim, article, 'confirmed'));
          if (!known) await putArticle(db, article, false);
        } else if (verdict === null && known?.remembered) {
          await db.ownClaims.put(rowOf(claim, article, 'unconfirmed'));
        } else {
          await db.ownClaims.delete(claim.id);
          const left = await db.ownClaims.where('article').equals(article.id).count();
          if (known && !known.remembered && left === 0) await dropArticle(db, article.id);
        }
      }),
    remember: (article, claims) =>
      writing(async (db) => {
        const judged = await db.judgements.bulkGet(claims.map(({ id }) => id));
        const old = await db.ownClaims.where('article').equals(article.id).toArray();
        await db.ownClaims.bulkDelete(old.flatMap(({ id, claim }) => (claim.status === 'unconfirmed' ? [id] : [])));
        await db.ownClaims.bulkPut(claims.flatMap((claim, i) => (judged[i] ? [] : [rowOf(claim, article, 'unconfirmed')])));
        await putArticle(db, article, true);
      }),
    remembered: () => using((db) => db.ownArticles.filter(({ remembered }) => remembered).count()),
    forget: () =>
      writing(async (db) => {
        const kept = new Set<QualifiedId>();
        const gone: QualifiedId[] = [];
        await db.ownClaims.each(({ id, article, claim }) => {
          if (claim.status === 'unconfirmed') gone.push(id);
          else kept.add(article);
        });
        await db.ownClaims.bulkDelete(gone);
        await db.judgements.filter((row) => row.claim !== undefined).modify({ claim: undefined });
        await forgetCoverage(db);
        for (const { id, record } of await db.ownArticles.toArray()) {
          if (isWritten(id)) await db.coverageLoose.put(readCoverage(record));
          else if (kept.has(id)) await putArticle(db, record, false);
          else await db.ownArticles.delete(id);
        }
      }),
  };
}

async function putArticle(db: Database, article: Article, remembered: boolean): Promise<void> {
  await db.ownArticles.put({ id: article.id, record: article, remembered });
  await cover(db, article);
}

async function dropArticle(db: Database, id: QualifiedId): Promise<void> {
  await db.ownArticles.delete(id);
  await uncover(db, id);
}

/** Read and written articles are coverage for what is read later: they are in its index from the same moment on, as they are then. */
export async function cover(db: Database, article: Article): Promise<void> {
  await db.coverageGone.delete(article.id);
  await db.coverageLoose.put(readCoverage(article));
}

export async function uncover(db: Database, id: QualifiedId): Promise<void> {
  await db.coverageLoose.delete(id);
  // Only a packed segment could still hold it.
  if ((await db.coverageSegments.where('source').equals('read').count()) > 0) await db.coverageGone.put({ id });
}

/** What is forgotten leaves nothing in the index, packed or not. What is kept must be put in again. */
async function forgetCoverage(db: Database): Promise<void> {
  const own = `${OWN_PACK}:`;
  await db.coverageLoose.where('id').startsWith(own).delete();
  await db.coverageGone.where('id').startsWith(own).delete();
  await db.coverageSegments.where('source').equals('read').delete();
}
