/**
 * Has everything that is shown made searchable, and every article found as coverage, in the worker's free moments. A browser stops a worker that is asked nothing: an
 * alarm starts it again while there is work left, and the store goes on where it was.
 */
import type { Alarms } from '@/platform/types';
import type { Store } from '@/store/store';

export const INDEX_ALARM = 'index';

/** The shortest that browsers allow everywhere. */
const WAKE_MINUTES = 1;

export interface SearchIndexing {
  /** Resolves when everything is searchable, or another context is at it. */
  run(): Promise<void>;
}

/** `pause`: lets others have their turn. */
export function createSearchIndexing(
  store: Pick<Store, 'index' | 'isIndexed'>,
  alarms: Alarms,
  pause: () => Promise<void>,
): SearchIndexing {
  return {
    async run() {
      if (!(await store.isIndexed())) {
        await alarms.every(INDEX_ALARM, WAKE_MINUTES);
        if (!(await store.index(pause))) return;
      }
      if (await alarms.has(INDEX_ALARM)) await alarms.clear(INDEX_ALARM);
    },
  };
}
