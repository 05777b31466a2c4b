/**
 * The claims and articles that no index holds as they are: what the reader kept, dismissed and remembered, what feeds announce, and
 * what the reader changed of a pack's. They change one by one, so all of them are held in memory, folded, until one changes. Knows the
 * counter that tells of changes.
 */
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import { FEED_PACK, OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import type { Verdict } from '@/core/model/page-claim';
import { claimTexts } from '@/core/search/match';
import { wordsOf } from '@/core/search/words';
import { withArticleFields, withClaimFields } from '@/core/tending/claims';
import { placesOf } from './claims';
import { countUp, revisionOf } from './meta';
import type { TendedReader } from './tended';
import type { Database } from './versions';

/**
 * Rows of each table that are looked at, those of feeds the newest: a year of a hundred lively feeds. Some 40 MB of memory while the
 * library is open.
 */
const MOST_ROWS = 50_000;

/** A record with its words, each after a space: a word begins where a space and its beginning stand. */
export interface LiveClaim {
  readonly claim: Claim;
  readonly words: string;
  readonly verdict: Verdict | null;
  /** Where the pack's own stands that the reader changed. */
  readonly place: { readonly generation: number; readonly item: number } | null;
}

export interface LiveArticle {
  readonly article: Article;
  readonly words: string;
  readonly from: 'pack' | 'read' | 'feed';
}

export interface LiveRecords {
  /** What all this was read at. */
  readonly revision: string;
  readonly claims: readonly LiveClaim[];
  readonly articles: readonly LiveArticle[];
  /** Places of claims of packs that are not to be found as the index has them, by generation. */
  readonly changedClaims: ReadonlyMap<number, ReadonlySet<number>>;
  /** Articles of packs that are not to be found as the index has them: the reader changed or deleted them. */
  readonly changedArticles: readonly QualifiedId[];
  /** There are more than were looked at. */
  readonly cut: boolean;
}

export const foldedWords = (texts: readonly string[]): string => texts.flatMap((text) => wordsOf(text).map((word) => ` ${word}`)).join('');

/** To be called in each transaction that changes one of the tables; `meta` must be among its tables. */
export const noteLiveChange = (db: Database): Promise<void> => countUp(db, 'live-records');

/** `kept`: what was read last; it is answered again while nothing has changed. */
export async function liveRecords(db: Database, facts: TendedReader, kept: LiveRecords | null): Promise<LiveRecords> {
  const packs = Object.entries(facts.packs);
  const revision = [await revisionOf(db, 'live-records'), ...packs.map(([, { generation }]) => generation)].join('.');
  if (kept?.revision === revision) return kept;
  const [judgements, ownClaims, feedClaims, ownArticles, feedArticles, rows] = await Promise.all([
    db.judgements.toArray(),
    db.ownClaims.limit(MOST_ROWS).toArray(),
    db.feedClaims.limit(MOST_ROWS).toArray(),
    db.ownArticles.limit(MOST_ROWS).toArray(),
    db.feedArticles.orderBy('seenAt').reverse().limit(MOST_ROWS).toArray(),
    db.recordEdits.toArray(),
  ]);
  const verdicts = new Map(judgements.map(({ id, verdict }) => [id, verdict]));
  const edits = new Map(rows.map((row) => [row.id, row]));
  const inPack = rows.filter(({ id, hidden, set }) => (hidden || set) && ![OWN_PACK, FEED_PACK].includes(packOf(id)));
  const there = [...ownClaims, ...feedClaims].map(({ claim }) => claim);
  const known = new Set(there.map(({ id }) => id));
  const dismissed = judgements.flatMap(({ id, claim }) => (claim && !known.has(id) ? [claim] : []));

  const places = new Map<QualifiedId, { readonly generation: number; readonly item: number }>();
  for (const [pack, { generation }] of packs) {
    for (const { id } of inPack.filter((row) => row.of === 'claim' && packOf(row.id) === pack)) {
      const [item] = await placesOf(db, generation, [id.slice(pack.length + 1)]);
      if (item !== undefined) places.set(id, { generation, item });
    }
  }
  const changed = places.size > 0 ? [...(await facts.untended.claims.get(places.keys())).values()] : [];

  const shown = (claim: Claim): LiveClaim[] => {
    const edit = edits.get(claim.id);
    if (edit?.hidden) return [];
    const now = edit?.of === 'claim' && edit.set ? withClaimFields(claim, edit.set) : claim;
    const verdict = verdicts.get(claim.id) ?? null;
    return [{ claim: now, words: foldedWords(claimTexts(now)), verdict, place: places.get(claim.id) ?? null }];
  };
  const listed = (article: Article, from: LiveArticle['from']): LiveArticle[] => {
    const edit = edits.get(article.id);
    if (edit?.hidden) return [];
    const now = edit?.of === 'article' && edit.set ? withArticleFields(article, edit.set) : article;
    return [{ article: now, words: foldedWords([now.title]), from }];
  };
  const changedArticles = inPack.flatMap(({ id, of }) => (of === 'article' ? [id] : []));
  const inPacks = changedArticles.length > 0 ? [...(await facts.untended.articles.get(changedArticles)).values()] : [];
  return {
    revision,
    claims: [...there, ...dismissed, ...changed].flatMap(shown),
    articles: [
      ...ownArticles.flatMap(({ record }) => listed(record, 'read')),
      ...feedArticles.flatMap(({ record }) => listed(record, 'feed')),
      ...inPacks.flatMap((record) => listed(record, 'pack')),
    ],
    changedClaims: new Map(packs.map(([, { generation }]) => [generation, itemsIn(generation, places.values())])),
    changedArticles,
    cut: [ownClaims, feedClaims, ownArticles, feedArticles].some(({ length }) => length === MOST_ROWS),
  };
}

function itemsIn(generation: number, places: Iterable<{ readonly generation: number; readonly item: number }>): Set<number> {
  const items = new Set<number>();
  for (const place of places) if (place.generation === generation) items.add(place.item);
  return items;
}
