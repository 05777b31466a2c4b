/**
 * The one way to the network, and the count of what went over it. Files of the extension's own package are not
 * requests; everything else is counted before it is sent.
 */
import type { KeyValueStorage } from '@/platform/types';

export interface Ledger {
  fetch(url: string): Promise<Response>;
  /** Requests sent to the network since install. */
  requests(): Promise<number>;
}

const KEY = 'requests';

export function createLedger(storage: KeyValueStorage, fetch: (url: string) => Promise<Response>, ownOrigin: string): Ledger {
  const requests = async (): Promise<number> => {
    const count = await storage.get(KEY);
    return typeof count === 'number' ? count : 0;
  };
  let last: Promise<void> = Promise.resolve();
  const count = (): Promise<void> => {
    const counted = last.then(async () => storage.set(KEY, (await requests()) + 1));
    last = counted.catch(() => undefined);
    return counted;
  };

  return {
    async fetch(url) {
      if (!url.startsWith(ownOrigin)) await count();
      return fetch(url);
    },
    requests,
  };
}
