/** What the reader kept and remembered about an actor or event, newest first: for look-ups of facts, which write none of it. */
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import { newestFirst } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import { articleDate, claimDate } from './layout';
import type { Database } from './versions';

export const OWN_TABLES = ['judgements', 'ownClaims', 'ownArticles'] as const;

/** The reader's own claims about a subject, of one status, newest first. */
export async function ownClaimsOf(db: Database, subject: QualifiedId, status: Claim['status']): Promise<Claim[]> {
  const rows = await db.ownClaims.where('subjects').equals(subject).toArray();
  return rows
    .map(({ claim }) => claim)
    .filter((claim) => claim.status === status)
    .sort((a, b) => newestFirst(claimDate(a), claimDate(b)));
}

/** The articles read about an event, newest first. */
export async function ownArticlesOf(db: Database, event: QualifiedId): Promise<Article[]> {
  const rows = await db.ownArticles.where('record.events').equals(event).toArray();
  return rows.map(({ record }) => record).sort((a, b) => newestFirst(articleDate(a), articleDate(b)));
}
