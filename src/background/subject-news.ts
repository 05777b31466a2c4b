/** What is new of one actor or event since the reader last opened it. */
import { type Arrival, isNew, type Opening, VISIT_MS } from '@/core/coverage/news';
import type { Article } from '@/core/model/article';
import { type Claim, leadingClock } from '@/core/model/claim';
import { FEED_PACK, OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import type { News } from '@/core/model/view';
import type { OpeningRow } from '@/store/openings';
import type { Reader } from '@/store/store';
import { accountsAbout } from './accounts';

/** Claims and articles of one that are looked at: more news than this is "30 new". */
export const LOOKED_AT = 30;

/** The reader's own day of a moment. */
export function localDay(ms: number): string {
  const then = new Date(ms);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}

export const openingAt = (at: number): Opening => ({ at, day: localDay(at) });

/** Since when news are told, for one that is opened at `now`; null on the first visit. */
export function newsSince(row: OpeningRow | undefined, now: number): Opening | null {
  if (!row) return null;
  const since = Math.abs(now - row.at) <= VISIT_MS ? row.before : row.at;
  return since === null ? null : openingAt(since);
}

/** Those of these claims that are new. What the reader kept or read is not. */
export async function newAmong(facts: Reader, claims: readonly Claim[], since: Opening): Promise<Set<QualifiedId>> {
  const announced = await facts.articles.announced(
    claims.flatMap(({ id, readIn }) => (packOf(id) === FEED_PACK && readIn ? [readIn] : [])),
  );
  return new Set(
    claims.flatMap((claim) => {
      if (packOf(claim.id) === OWN_PACK || claim.status === 'withdrawn') return [];
      const seenAt = claim.readIn ? (announced.get(claim.readIn)?.seenAt ?? null) : null;
      return isNew({ date: leadingClock(claim)?.value.edtf ?? null, seenAt }, since) ? [claim.id] : [];
    }),
  );
}

/** Null where nothing is. Articles count whose claims do not. */
export async function newsOf(facts: Reader, id: QualifiedId, since: Opening): Promise<News | null> {
  const { claims, articles } = await accountsAbout(facts, id, LOOKED_AT);
  const fresh = await newAmong(facts, claims, since);
  const told = new Set(claims.flatMap(({ readIn }) => readIn ?? []));
  const arrivals = await arrivalsOf(
    facts,
    articles.filter((article) => packOf(article.id) !== OWN_PACK && !told.has(article.id)),
  );
  const count = fresh.size + arrivals.filter((arrival) => isNew(arrival, since)).length;
  return count > 0 ? { count, since: since.day } : null;
}

export async function arrivalsOf(facts: Reader, articles: readonly Article[]): Promise<Arrival[]> {
  const announced = await facts.articles.announced(articles.map(({ id }) => id));
  return articles.map(({ id, published }) => ({ date: published, seenAt: announced.get(id)?.seenAt ?? null }));
}
