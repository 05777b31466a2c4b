/**
 * Version 11: pages without an index of their generations. It served only the removal of a pack, which walks the keys instead, and
 * was a quarter of what writing pages took in Chromium.
 */
import type { Migration } from '../versions';

export const v011: Migration = {
  version: 11,
  stores: {
    claimPages: '[subject+order+generation+part]',
    articlePages: '[subject+order+generation+part]',
  },
};
