/** The library's part on storage: how much room is used. Draws nothing and knows no browser API: both come in. */
import type { StorageState } from '@/ui/library/state';
import type { LibraryWorld, Part } from './library';

export const NO_ROOM: StorageState = { room: null };

export function createStorage(world: LibraryWorld, { show }: Part): { refresh(): Promise<void> } {
  return {
    async refresh() {
      const room = await world.estimate();
      show({ room: room?.usage === undefined ? null : { used: room.usage, quota: room.quota ?? null } });
    },
  };
}
