/**
 * The library's part on storage: how much there is and what room it takes, the list of feeds as a file, and deleting everything. Draws
 * nothing and knows no browser API: both come in.
 */
import { writeOpml } from '@/feeds/write-opml';
import type { OutletsState, StorageCallbacks, StorageState } from '@/ui/library/state';
import type { LibraryWorld, Part } from './library';

export const NO_ROOM: StorageState & OutletsState = { room: null, holdings: null, persisted: null, erased: false, feeds: null };

export interface Storage {
  readonly on: StorageCallbacks;
  refresh(): Promise<void>;
  /** How many feeds are followed, for the section Outlets. */
  refreshFeeds(): Promise<void>;
}

/** `erased` is called when nothing is as it was. */
export function createStorage(world: LibraryWorld, { show }: Part, erased: () => void): Storage {
  const refresh = async (): Promise<void> => {
    const [room, persisted, holdings] = await Promise.all([world.estimate(), world.persisted(), world.ask('storage/holdings', {})]);
    show({
      room: room?.usage === undefined ? null : { used: room.usage, quota: room.quota ?? null },
      persisted,
      ...(holdings.ok ? { holdings: holdings.value } : { problem: holdings.fault.message }),
    });
  };

  const erase = async (): Promise<void> => {
    const answer = await world.ask('storage/erase', {});
    if (answer.ok) erased();
    show(answer.ok ? { erased: true, problem: null } : { problem: answer.fault.message });
    await refresh();
  };

  const saveFeeds = async (): Promise<void> => {
    const answer = await world.ask('feeds/list', {});
    if (!answer.ok) return show({ problem: answer.fault.message });
    const text = writeOpml(answer.value.feeds.map(({ title, url }) => ({ title, url, home: null })));
    world.save('sidelight-feeds.opml', new Blob([text], { type: 'text/x-opml' }));
  };

  return {
    refresh,
    async refreshFeeds() {
      const answer = await world.ask('feeds/list', {});
      show(answer.ok ? { feeds: answer.value.feeds.length } : { problem: answer.fault.message });
    },
    on: {
      saveFeeds: () => void saveFeeds(),
      persist: () => void world.persist().then((persisted) => show({ persisted })),
      erase: () => void erase(),
    },
  };
}
