/**
 * Version 12: the index of related coverage holds what packs list and what was read, too. Its segments bear the days that they reach
 * over and the source that they are made of, and are packed otherwise than before: what was made until now is dropped, and made again
 * of the articles themselves (coverage-build.ts). No import touches these.
 */
import type { Migration } from '../versions';

export const v012: Migration = {
  version: 12,
  stores: {
    // By days, so that a question reads those near its own; by source, so that a pack's go with the pack.
    coverageSegments: '++number, source, [first+last]',
    coverageStates: 'source',
  },
  upgrade: (transaction) =>
    Promise.all(['coverageSegments', 'coverageLoose', 'coverageGone'].map((table) => transaction.table(table).clear())),
};
