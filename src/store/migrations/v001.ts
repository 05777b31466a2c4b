/**
 * Version 1: the first layout. Released versions are never edited; versions.ts says how to add one.
 * Keys, Dexie's way: the first is the primary key, `++` counts up, `*` indexes each member of a list.
 */
import type { Migration } from '../versions';

export const v001: Migration = {
  version: 1,
  stores: {
    meta: 'key',
    generations: '++number',
    // Only outlets have domains and only events have participants, so these indexes cost the other rows nothing.
    subjects: '[generation+id], *record.domains, *record.participants',
    articles: '[generation+id]',
    // The subject comes first so that its newest claims, over all packs, are one range; the index serves deletion.
    claimPages: '[subject+order+generation+part], generation',
    articlePages: '[subject+order+generation+part], generation',
    tallies: '[subject+generation], generation',
    derived: 'key',
  },
};
