/** Version 10: when the reader last opened whom, so that what is new since can be told. No import touches it. */
import type { Migration } from '../versions';

export const v010: Migration = {
  version: 10,
  stores: { openings: 'id, at' },
};
