/**
 * Version 13: outlets of the reader's own are found by the host of a page, as those of packs are; and what a restored backup took the
 * place of has a table of its own.
 */
import type { Migration } from '../versions';

export const v013: Migration = {
  version: 13,
  stores: {
    ownActors: 'id, *domains',
    setAside: '[table+part]',
  },
};
