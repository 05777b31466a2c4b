/**
 * Version 11: pages without an index of their generations. It served only the removal of a pack, which walks the keys instead, and
 * cost an import a sixth of its time.
 */
import type { Migration } from '../versions';

export const v011: Migration = {
  version: 11,
  stores: {
    claimPages: '[subject+order+generation+part]',
    articlePages: '[subject+order+generation+part]',
  },
};
