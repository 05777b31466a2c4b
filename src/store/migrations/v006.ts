/** Version 6: the feeds that the reader chose, what they brought, and every request that was sent. No import touches these. */
import type { Migration } from '../versions';

export const v006: Migration = {
  version: 6,
  stores: {
    feeds: 'url',
    feedState: 'key',
    // By their own id for what an item is already known as; by event for coverage.
    feedArticles: 'id, [feed+guid], *record.events, seenAt',
    // A claim stands on the card of each of its subjects; the article's index serves its replacement.
    feedClaims: 'id, *subjects, article',
    requests: '++number',
  },
};
