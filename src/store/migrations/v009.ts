/** Version 9: the packs that the reader subscribed to, and the parts that were fetched of them. No import touches these. */
import type { Migration } from '../versions';

export const v009: Migration = {
  version: 9,
  stores: {
    subscriptions: 'url',
    // Under each subscription by content, so that an update keeps what it has in common with the copy before.
    packParts: '[url+sha256]',
  },
};
