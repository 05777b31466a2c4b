/** What the reader judged for good: claims that were kept, and claims of anybody that carry a note of the reader's. Knows two tables. */
import type { QualifiedId } from '@/core/model/ids';
import type { Database } from './versions';

export interface Review {
  readonly claim: QualifiedId;
  readonly kept: boolean;
  /** The reader's own words about the claim. */
  readonly note: string | null;
  /** When the note was written, ISO 8601 in UTC; null without one. */
  readonly made: string | null;
}

/** By the claims' ids. */
export async function reviewsIn(db: Database): Promise<readonly Review[]> {
  const [judged, edits] = await db.transaction('r', [db.judgements, db.recordEdits], () =>
    Promise.all([db.judgements.toArray(), db.recordEdits.toArray()]),
  );
  const reviews = new Map<QualifiedId, Review>();
  for (const { id, verdict } of judged) if (verdict === 'kept') reviews.set(id, { claim: id, kept: true, note: null, made: null });
  for (const { id, of, note, hidden, made } of edits) {
    if (of !== 'claim') continue;
    if (hidden) reviews.delete(id);
    else if (note) reviews.set(id, { claim: id, kept: reviews.has(id), note, made });
  }
  return [...reviews.values()].sort((a, b) => (a.claim < b.claim ? -1 : 1));
}
