/**
 * Version 8: what the reader changed of facts, and the steps in which it was done. Tables of their own, which no import and no
 * cleaning touches.
 */
import type { Migration } from '../versions';

export const v008: Migration = {
  version: 8,
  stores: {
    subjectEdits: 'id',
    // By every subject whose lists an edit changes.
    recordEdits: 'id, *subjects',
    ownEvents: 'id, *participants',
    deeds: '++number',
  },
};
