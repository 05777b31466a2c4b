import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import { newestFirst } from '@/core/model/edtf';
import type { NewsEvent } from '@/core/model/event';
import { FEED_PACK, OWN_PACK, packOf } from '@/core/model/ids';
import type { ClaimView, CoverageGroup, CoverageItem } from '@/core/model/view';
import type { Reader } from '@/store/store';
import { accountsAbout, type Carrier, carrierOf, carriersOf, type OwnPage } from './accounts';
import { accountsOf } from './page-origins';
import type { Here } from './page-statements';
import { claimViews, namesOf } from './resolve';
import { linkTo } from './text-fragment';

/** Accounts read and listed of one event: the newest; the rest is for a page of its own. */
const PER_EVENT = 30;
/** Events listed: what a reader scrolls through in a popup. */
const EVENTS = 30;

/** The page in hand, and what it says, where that is read. */
export interface ReadPage extends OwnPage {
  readonly here?: Here | undefined;
}

export async function coverageOf(facts: Reader, events: readonly NewsEvent[], page: ReadPage): Promise<CoverageGroup[]> {
  const groups = await Promise.all(events.map((event) => groupOf(facts, event, page)));
  return eachOnce(
    groups
      .filter(({ items, differs = [] }) => items.length > 0 || differs.length > 0)
      .sort((a, b) => newestFirst(when(a), when(b)))
      .slice(0, EVENTS),
  );
}

/**
 * An article is mostly about what happened last; older events that it recalls may have newer accounts. One without a date stands where its
 * newest account does.
 */
const when = ({ dates, items }: CoverageGroup) => dates[0]?.edtf ?? dateOf(items[0]);

/** A claim may tell of several events: what differs about it is said under the first. */
function eachOnce(groups: readonly CoverageGroup[]): CoverageGroup[] {
  const said = new Set<string>();
  return groups.flatMap(({ differs = [], ...group }) => {
    const fresh = differs.filter(({ about, of, sides }) => {
      const key = JSON.stringify([about, of, ...sides.map(({ statement, says }) => statement ?? says).sort()]);
      return !said.has(key) && said.add(key);
    });
    return group.items.length > 0 || fresh.length > 0 ? [{ ...group, differs: fresh }] : [];
  });
}

export const dateOf = (item: CoverageItem | undefined) => item?.leading?.value.edtf;

async function groupOf(facts: Reader, event: NewsEvent, page: ReadPage): Promise<CoverageGroup> {
  const { claims: allClaims, articles: allArticles } = await accountsAbout(facts, event.id, PER_EVENT);
  const { carrier, isOther } = await carriersOf(facts, allClaims, allArticles, page);

  // A withdrawn claim is nobody's account any more; the card still shows it as withdrawn.
  const standing = allClaims.filter(({ status }) => status !== 'withdrawn');
  const claims = standing.filter((claim) => isOther(carrier(claim)));
  // What the page's own house said before stands beside what it says now, and what nobody carried is still an account.
  const compared = standing.filter((claim) => !isOther(carrier(claim)));
  // An article whose claims stand here already would say the same twice.
  const told = new Set(claims.flatMap((claim) => claim.readIn ?? []));
  const articles = allArticles.filter((article) => isOther(carrierOf(article)) && !told.has(article.id));

  const [names, views, others] = await Promise.all([
    namesOf(facts, event.place ? [event.place] : []),
    claimViews(facts, claims),
    claimViews(facts, compared),
  ]);
  const links = new Map([...views, ...others].map(({ id, link }) => [id, link]));
  const items = [...(await claimItems(facts, claims, views, carrier)), ...(await articleItems(facts, articles))];
  items.sort((x, y) => newestFirst(dateOf(x), dateOf(y)));
  const {
    origins,
    differs,
    here: leans,
  } = await accountsOf(
    facts,
    event,
    [
      ...claims.map((claim) => ({ outlet: carrier(claim), claim })),
      ...articles.map((article) => ({ outlet: carrierOf(article), article })),
    ],
    { compared: compared.map((claim) => ({ outlet: carrier(claim), claim })), here: page.here, links },
  );
  const ref = { id: event.id, name: event.name, kind: 'event' as const };
  return { event: ref, dates: event.dates, place: names.subject(event.place), items, origins, ...(leans && { here: leans }), differs };
}

/** Who of all that carried an event leans on whom: for the event's card. */
export async function originsOf(facts: Reader, event: NewsEvent) {
  return (await groupOf(facts, event, { host: '', outlet: null })).origins;
}

/** Claims as items, `views` being theirs in the same order; those that nobody carried are left out. */
export async function claimItems(
  facts: Reader,
  claims: readonly Claim[],
  views: readonly ClaimView[],
  carrier: Carrier,
): Promise<CoverageItem[]> {
  const names = await namesOf(
    facts,
    claims.flatMap((claim) => carrier(claim) ?? []),
  );
  return views.flatMap(({ via, text, leading, status, hedged, readIn, link }, i) => {
    const outlet = names.name(claims[i] ? carrier(claims[i]) : null);
    return outlet ? [{ outlet, via, text, leading, status, hedged, readIn, link }] : [];
  });
}

/** Articles as items; those that stand nowhere are left out. */
export async function articleItems(facts: Reader, articles: readonly Article[]): Promise<CoverageItem[]> {
  const names = await namesOf(
    facts,
    articles.flatMap((article) => carrierOf(article) ?? []),
  );
  return articles.flatMap((article) => {
    const outlet = names.name(carrierOf(article));
    return outlet ? [articleItem(article, outlet)] : [];
  });
}

const READ: readonly string[] = [OWN_PACK, FEED_PACK];

/** An article that a pack lists is curated; what one that was read off a page or a feed is about, nobody has confirmed. */
const articleItem = ({ id, title, published, url }: Article, outlet: CoverageItem['outlet']): CoverageItem => ({
  outlet,
  via: [],
  text: title,
  leading: published ? { clock: 'published', value: { edtf: published, basis: 'record' } } : null,
  status: READ.includes(packOf(id)) ? 'unconfirmed' : 'curated',
  hedged: false,
  readIn: null,
  link: linkTo(url),
});
