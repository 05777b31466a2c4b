/**
 * A feed's items → articles and the claims in them, as rows. An item that is here already and says nothing new is left out; one
 * that says something else is the same article's new revision, and what it said before is kept. Everything read is unconfirmed.
 */

import type { PlacedClaim } from '@/core/attribution/page-claims';
import type { Gazetteer } from '@/core/gazetteer/types';
import { cleanAddress } from '@/core/model/address';
import type { NewsEvent } from '@/core/model/event';
import { FEED_PACK, type QualifiedId } from '@/core/model/ids';
import { instantOf } from '@/feeds/dates';
import type { Feed, FeedItem } from '@/feeds/model';
import { hostOf } from '@/platform/hosts';
import type { Brought, FeedArticleRow, FeedClaimRow, FeedRow } from '@/store/feeds';
import type { Reader, Store, Subject } from '@/store/store';
import { articleRecord, claimRecord, dayOf } from './claim-record';
import { claimsIn, type NamedText, namedIn, nameText } from './feed-story';
import { digest } from './own-ids';
import { eventsOf } from './page-events';

export interface ReadingWorld {
  readonly store: Store;
  readonly names: () => Promise<Gazetteer>;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

/** A date further ahead than any time zone and any embargo: kept, and marked as not to be trusted. */
const FUTURE_MS = 48 * 60 * 60 * 1000;
/** Revisions kept of one article; a live report changes its headline dozens of times. */
const EARLIER = 10;

/** An item under the name that it has here. */
interface Named {
  readonly id: QualifiedId;
  readonly item: FeedItem;
  readonly url: string | null;
  readonly before: FeedArticleRow | undefined;
}

/** What it names and tells of. */
interface Told {
  readonly outlet: QualifiedId | null;
  readonly named: ReadonlyMap<QualifiedId, Subject>;
  readonly events: readonly NewsEvent[];
}

export async function readItems(world: ReadingWorld, row: FeedRow, feed: Feed): Promise<Brought> {
  const fresh = await freshOf(world, row, feed);
  if (fresh.length === 0) return { articles: [], claims: [] };
  const gazetteer = await world.names();
  const texts: NamedText[] = [];
  for (const { item } of fresh) {
    texts.push(nameText(gazetteer, item.title, item.summary));
    await world.pause();
  }
  const told = await world.store.read((facts) => Promise.all(fresh.map((one, i) => toldIn(facts, row, one, texts[i]))));
  const articles: FeedArticleRow[] = [];
  const claims: FeedClaimRow[] = [];
  for (const [i, one] of fresh.entries()) {
    const [text, about] = [texts[i], told[i]];
    if (!text || !about) continue;
    const article = articleOf(row, one, about, world.now());
    articles.push(article);
    const placed = claimsIn(text, one.item.lang, article.published, about.events);
    claims.push(...placed.map((claim, nth) => claimRow(claim, nth, article, world.now())));
    await world.pause();
  }
  return { articles, claims };
}

/** Items that are new or say something new. Of two with one address or id the feed's newest counts. */
async function freshOf({ store }: ReadingWorld, row: FeedRow, feed: Feed): Promise<Named[]> {
  const items = await Promise.all(
    feed.items.map(async (item) => {
      const url = item.link && cleanAddress(item.link);
      return { item, url, id: `${FEED_PACK}:a-${await digest(url ? [url] : [row.url, item.guid ?? ''])}` };
    }),
  );
  const guids = feed.items.flatMap(({ guid }) => guid ?? []);
  const known = await store.feeds.known(
    row.url,
    items.map(({ id }) => id),
    guids,
  );
  const byId = new Map(known.map((article) => [article.id, article]));
  const byGuid = new Map(known.flatMap((article) => (article.feed === row.url && article.guid ? [[article.guid, article] as const] : [])));
  const seen = new Set<QualifiedId>();
  return items.flatMap(({ id, item, url }): Named[] => {
    const before = byId.get(id) ?? (item.guid ? byGuid.get(item.guid) : undefined);
    const own = before?.id ?? id;
    if (seen.has(own)) return [];
    seen.add(own);
    // Two feeds of one outlet word the same article differently, and it must not change with each that is asked.
    if (before && (before.feed !== row.url || saysTheSame(before, item, url))) return [];
    return [{ id: own, item, url, before }];
  });
}

const saysTheSame = (before: FeedArticleRow, item: FeedItem, url: string | null): boolean =>
  before.record.title === item.title &&
  before.summary === item.summary &&
  before.record.url === url &&
  before.published === (item.published?.value ?? null) &&
  before.modified === (item.modified?.value ?? null);

async function toldIn(facts: Reader, row: FeedRow, { item, url }: Named, text: NamedText | undefined): Promise<Told> {
  const host = url && hostOf(url);
  const [owner, found] = await Promise.all([host ? facts.outlets.byHost(host) : null, facts.subjects.get(text ? namedIn(text) : [])]);
  const events = await eventsOf(facts, found, dayOf(item.published?.value) ?? undefined);
  // A feed may list what other outlets published; whose page it is decides.
  return { outlet: owner?.id ?? row.outlet, named: found, events };
}

function articleOf(row: FeedRow, { id, item, url, before }: Named, told: Told, now: number): FeedArticleRow {
  const { title, lang, origin } = item;
  const record = articleRecord(
    { id, outlet: told.outlet, title, url, published: dayOf(item.published?.value), lang },
    told.named,
    told.events,
  );
  const reworded = before && (before.record.title !== item.title || before.summary !== item.summary || before.record.url !== url);
  const earlier = reworded
    ? [{ title: before.record.title, summary: before.summary, url: before.record.url, until: now }, ...before.earlier].slice(0, EARLIER)
    : (before?.earlier ?? []);
  return {
    id,
    feed: row.url,
    guid: item.guid ?? '',
    record,
    summary: item.summary,
    published: item.published?.value ?? null,
    modified: item.modified?.value ?? null,
    future: (instantOf(item.published) ?? 0) > now + FUTURE_MS,
    origin,
    seenAt: before?.seenAt ?? now,
    earlier,
  };
}

function claimRow({ claim }: PlacedClaim, nth: number, article: FeedArticleRow, now: number): FeedClaimRow {
  const { record } = article;
  const full = claimRecord(claim, `${FEED_PACK}:c-${record.id.slice(record.id.indexOf('-') + 1)}-${nth}`, {
    article: record,
    published: article.future ? null : record.published,
    captured: new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length),
    // Who published it first, where the feed says so, is whom the outlet leans on.
    origin: article.origin?.name ?? null,
    // The words stand in the feed; whether they stand on the page is not known, so no fragment is made of them.
  });
  const subjects = [full.speaker, full.outlet, ...full.actors, ...full.events, ...full.via.map(({ id }) => id ?? null)];
  return { id: full.id, article: record.id, claim: full, subjects: [...new Set(subjects.filter((id) => id !== null))] };
}
