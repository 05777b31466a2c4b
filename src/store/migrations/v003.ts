/**
 * Version 3: what the reader read and judged. Tables of their own, which no import and no cleaning touches.
 */
import type { Migration } from '../versions';

export const v003: Migration = {
  version: 3,
  stores: {
    judgements: 'id',
    // A claim stands on the card of each of its subjects; the article's index serves its removal.
    ownClaims: 'id, *subjects, article',
    ownArticles: 'id, *record.events',
  },
};
