/**
 * The reader's own reviews as a schema.org DataFeed of ClaimReviews, as fact-checkers publish theirs. A review says what the reader did:
 * kept the claim, or wrote a note about it. It is no verdict on whether the claim is true, and carries no number that would be read as
 * one. Pure.
 */
import type { Claim } from '@/core/model/claim';

export interface ReviewedClaim {
  readonly claim: Claim;
  readonly speaker: string | null;
  /** Where the words stand; null where nothing has an address. */
  readonly url: string | null;
  readonly kept: boolean;
  readonly note: string | null;
  /** ISO 8601. */
  readonly made: string | null;
}

/** Dates that schema.org can write: ISO 8601, which has no seasons and no intervals of EDTF's. */
const isoDate = (edtf: string | undefined): string | undefined =>
  edtf && /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(edtf) ? edtf : undefined;

/** The whole file. */
export function claimReviewFeed(reviews: readonly ReviewedClaim[]): string {
  const items = reviews.map(({ claim, speaker, url, kept, note, made }) => {
    const said = isoDate(claim.clocks.said?.edtf ?? claim.clocks.reported?.edtf ?? claim.clocks.published?.edtf);
    return JSON.stringify({
      '@type': 'DataFeedItem',
      ...(made ? { dateModified: made } : {}),
      item: [
        {
          '@type': 'ClaimReview',
          identifier: claim.id,
          claimReviewed: claim.text,
          author: { '@type': 'Person', name: 'A reader' },
          ...(made ? { datePublished: made.slice(0, 'YYYY-MM-DD'.length) } : {}),
          ...(note ? { reviewBody: note } : {}),
          reviewRating: { '@type': 'Rating', alternateName: kept ? 'Kept by the reader' : 'Noted by the reader' },
          itemReviewed: {
            '@type': 'Claim',
            ...(speaker ? { author: { '@type': 'Thing', name: speaker } } : {}),
            ...(said ? { datePublished: said } : {}),
            ...(url ? { appearance: { '@type': 'CreativeWork', url } } : {}),
          },
        },
      ],
    });
  });
  const head = '{"@context":"https://schema.org","@type":"DataFeed","name":"My reviews","dataFeedElement":[';
  return `${head}${items.length > 0 ? `\n${items.join(',\n')}\n` : ''}]}\n`;
}
