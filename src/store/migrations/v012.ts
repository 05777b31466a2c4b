/**
 * Version 12: the index of related coverage holds what packs list and what was read, too. Its segments bear the days that they reach
 * over and the source that they are made of, and are packed otherwise than before; those of before have no place in the new indexes,
 * and go when the articles are put in again (coverage-build.ts), not here, where every context waits. No import touches these.
 */
import type { Migration } from '../versions';

export const v012: Migration = {
  version: 12,
  stores: {
    // By days, so that a question reads those near its own; by source, so that a pack's go with the pack.
    coverageSegments: '++number, source, [first+last]',
    coverageStates: 'source',
  },
};
