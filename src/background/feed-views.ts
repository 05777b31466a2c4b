/** Feeds, offers and requests as the pages *Sources* and *Ledger* show them. */
import type { FeedOffer, FeedView, LedgerView, SourcesView } from '@/core/model/feed-view';
import type { KeepMonths } from '@/core/model/keeping';
import { patternOf, readFeedAddress, shownHost } from '@/feeds/address';
import type { Permissions } from '@/platform/types';
import type { Store } from '@/store/store';
import type { Ledger } from './ledger';

/** Requests listed: more than a reader scrolls through; all that are kept are in the store. */
const LISTED = 500;

export async function sourcesView(store: Store, permissions: Permissions, months: KeepMonths): Promise<SourcesView> {
  const rows = await store.feeds.all();
  const allowed = await Promise.all(rows.map((row) => permissions.contains([patternOf(row)])));
  const chosen = new Set(rows.map(({ url }) => url));
  const { names, offers } = await store.read(async (facts) => {
    const outlets = (await facts.subjects.all()).flatMap(({ subject }) => (subject.kind === 'outlet' ? [subject.record] : []));
    return {
      names: new Map(outlets.map(({ id, name }) => [id, name])),
      offers: outlets.flatMap(({ id, name, country, languages, feeds }) =>
        (feeds ?? []).flatMap((url): FeedOffer[] => {
          const read = readFeedAddress(url);
          if (!read.ok || read.value.local || chosen.has(read.value.url)) return [];
          const { host } = read.value;
          const pattern = patternOf(read.value);
          return [{ outlet: id, name, country: country ?? null, languages, url: read.value.url, host: shownHost(host), pattern }];
        }),
      ),
    };
  });
  const feeds = rows.map((row, i): FeedView => {
    const { url, host, title, outlet, articles, okAt, schedule, fault } = row;
    const name = outlet === null ? null : (names.get(outlet) ?? null);
    return {
      ...{ url, host: shownHost(host), title, outlet: name, articles, okAt, nextAt: schedule.nextAt },
      ...{ fault: fault?.message ?? null, pattern: patternOf(row), allowed: allowed[i] === true },
    };
  });
  const label = ({ title, outlet, host }: FeedView) => outlet ?? (title || host);
  return {
    feeds: feeds.sort((a, b) => label(a).localeCompare(label(b))),
    offers: offers.sort((a, b) => a.name.localeCompare(b.name)),
    // Of feeds that were given up, too: theirs stay.
    keep: { months, articles: await store.feeds.count() },
  };
}

export async function ledgerView(store: Store, ledger: Ledger): Promise<LedgerView> {
  const [total, requests] = await Promise.all([ledger.requests(), store.requests.newest(LISTED)]);
  return {
    total,
    requests: requests.map(({ at, host, path, why, bytes, outcome }) => ({ at, host: shownHost(host), path, why, bytes, outcome })),
  };
}
