/** A feed that a reader follows and that brought articles: as the store has it, for tests that only need what it brought. */
import type { Store } from '@/store/store';

/** Follows one feed and puts these articles of it into the store. */
export async function bring(store: Store, articles: Parameters<Store['feeds']['take']>[1]['articles']): Promise<void> {
  const schedule = { nextAt: 0, triedAt: null, failures: 0, interval: 1, budget: { from: 0, used: 0 } };
  const feed = {
    ...{ url: 'https://feeds.test/x', host: 'feeds.test', local: false, title: 'x', outlet: null, home: null, addedAt: 0, schedule },
    ...{ etag: null, lastModified: null, okAt: null, fault: null, articles: 0 },
  };
  await store.feeds.add([feed]);
  await store.feeds.take(feed.url, { articles, claims: [] }, {});
}
