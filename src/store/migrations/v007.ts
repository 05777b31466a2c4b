/**
 * Version 7: the index of search, made of packs and made again where it is missing. Its rows belong to generations and go with
 * them.
 */
import type { Migration } from '../versions';

export const v007: Migration = {
  version: 7,
  stores: {
    searchStates: 'generation',
    searchHeads: '[generation+list+segment]',
    searchRuns: '[generation+list+segment+run]',
    searchKeys: '[generation+list+segment+first]',
  },
};
