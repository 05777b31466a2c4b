/**
 * Version 4: a pack's claims once each, as lines in the order of its file, and pages that refer to them.
 *
 * Before, every claim lay whole in the page of each of its subjects, which made a large import write four times as much. The
 * only packs that the releases before could hold came with the extension: they are taken out here, and the start after this
 * installs them again from the extension's own files.
 */
import type { Migration } from '../versions';

export const v004: Migration = {
  version: 4,
  stores: {
    claimBlocks: '[generation+first]',
    claimIds: '[generation+first]',
    // What a subject's claims come to stands on its first page.
    tallies: null,
  },
  async upgrade(transaction) {
    for (const table of ['subjects', 'articles', 'claimPages', 'articlePages', 'generations']) await transaction.table(table).clear();
    await transaction.table('meta').bulkDelete(['active', 'starter']);
  },
};
