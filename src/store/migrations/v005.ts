/**
 * Version 5: the index of related coverage. Derived from articles and their texts, but slow to make again, so it is kept:
 * packed segments, and apart from them the articles that fill none yet.
 */
import type { Migration } from '../versions';

export const v005: Migration = {
  version: 5,
  stores: {
    coverageSegments: '++number',
    coverageLoose: 'id',
    coverageGone: 'id',
  },
};
