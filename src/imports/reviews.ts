/** The reader's own reviews in the store → a file for other programs. */
import { claimReviewFeed, type ReviewedClaim } from '@/formats/out/claim-reviews';
import type { Store } from '@/store/store';

export async function writeReviews(store: Store): Promise<Blob> {
  const reviews = await store.reviews();
  const found = await store.read(async (facts): Promise<ReviewedClaim[]> => {
    const claims = await facts.claims.get(reviews.map(({ claim }) => claim));
    const [speakers, articles] = await Promise.all([
      facts.subjects.get([...claims.values()].flatMap(({ speaker }) => speaker ?? [])),
      facts.articles.get([...claims.values()].flatMap(({ readIn }) => readIn ?? [])),
    ]);
    // A claim whose pack is no longer there has no words to review.
    return reviews.flatMap(({ claim: id, kept, note, made }): ReviewedClaim[] => {
      const claim = claims.get(id);
      if (!claim) return [];
      const name = claim.speaker ? speakers.get(claim.speaker)?.record.name : claim.speakerName;
      const url = claim.evidence?.url ?? (claim.readIn ? articles.get(claim.readIn)?.url : null) ?? null;
      return [{ claim, speaker: name ?? null, url, kept, note, made }];
    });
  });
  return new Blob([claimReviewFeed(found)], { type: 'application/ld+json' });
}
