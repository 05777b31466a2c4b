/** Lays a pack out as the rows of one generation. Pure: what is written where, and nothing of how. */
import type { Actor } from '@/core/model/actor';
import type { Article } from '@/core/model/article';
import { type Claim, leadingClock } from '@/core/model/claim';
import type { Edtf } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import type { Pack } from '@/core/pack/parse';
import { paginate } from './pages';
import type { ActivePack, ArticlePage, ArticleRow, ClaimPage, Subject, SubjectRow, Tally } from './rows';

export interface Rows {
  readonly subjects: readonly SubjectRow[];
  readonly articles: readonly ArticleRow[];
  readonly claimPages: readonly ClaimPage[];
  readonly articlePages: readonly ArticlePage[];
  readonly tallies: readonly Tally[];
}

export const claimDate = (claim: Claim): Edtf | null => leadingClock(claim)?.value.edtf ?? null;
export const articleDate = (article: Article): Edtf | null => article.published;

/** Every subject on whose card a claim belongs: who speaks, whom and what it concerns, who carried it and whence. */
export function concerned(claim: Claim): Set<QualifiedId> {
  const via = claim.via.flatMap(({ id }) => id ?? []);
  return new Set([claim.speaker, claim.outlet, ...claim.actors, ...claim.events, ...via].filter((id) => id !== null));
}

function group<Item>(items: readonly Item[], keysOf: (item: Item) => Iterable<QualifiedId>): Map<QualifiedId, Item[]> {
  const groups = new Map<QualifiedId, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const members = groups.get(key);
      if (members) members.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** The rows of `pack` under `generation`. The same pack gives the same rows, in the same order. */
export function layOut(pack: Pack, generation: number): Rows {
  const claims = [...group(pack.claims, concerned)];
  const articles = [...group(pack.articles, (article) => new Set(article.events))];
  return {
    subjects: [
      ...pack.actors.map((record) => ({ generation, id: record.id, ...actorSubject(record) })),
      ...pack.outlets.map((record) => ({ generation, id: record.id, kind: 'outlet' as const, record })),
      ...pack.events.map((record) => ({ generation, id: record.id, kind: 'event' as const, record })),
    ],
    articles: pack.articles.map((record) => ({ generation, id: record.id, record })),
    claimPages: claims.flatMap(([subject, items]) => paginate(subject, generation, items, claimDate)),
    articlePages: articles.flatMap(([event, items]) => paginate(event, generation, items, articleDate)),
    tallies: claims.map(([subject, items]) => ({
      subject,
      generation,
      claims: items.length,
      outlets: [...new Set(items.flatMap(({ outlet }) => outlet ?? []))],
    })),
  };
}

/** A pack's actors are never outlets: those have a list of their own. */
function actorSubject(record: Actor): Extract<Subject, { kind: 'person' | 'organisation' | 'place' }> {
  if (record.kind === 'outlet') throw new TypeError(`${record.id} is an outlet among the actors`);
  return { kind: record.kind, record };
}

export function countsOf(pack: Pack): ActivePack['counts'] {
  return { actors: pack.actors.length + pack.outlets.length, events: pack.events.length, claims: pack.claims.length };
}
