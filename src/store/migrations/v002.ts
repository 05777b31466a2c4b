/**
 * Version 2: the reader's overlay. Tables of their own, which no import and no cleaning touches.
 */
import type { Migration } from '../versions';

export const v002: Migration = {
  version: 2,
  stores: {
    corrections: 'id',
    ownActors: 'id',
    choices: 'key',
  },
};
