/**
 * What the library lists, found over everything that is kept: the shown packs, what the reader kept and remembered, and what feeds
 * brought. Answers records; what the reader sees of them is made in background/.
 */
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import { packOf, type QualifiedId } from '@/core/model/ids';
import type { LibraryPage, LibraryQuery } from '@/core/model/library';
import type { Verdict } from '@/core/model/page-claim';
import { claimOf } from '@/core/pack/claim-text';
import {
  articleDay,
  articlePasses,
  articleSubjects,
  claimDay,
  claimPasses,
  claimSubjects,
  claimTexts,
  hasStatus,
  hasWords,
  subjectTexts,
} from '@/core/search/match';
import { typedWords } from '@/core/search/words';
import type { Reader } from './reader';
import type { ActivePack, Subject } from './rows';
import type { Database } from './versions';

export type Hit =
  | { readonly kind: 'claim'; readonly claim: Claim; readonly superseded: boolean; readonly verdict: Verdict | null }
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'article'; readonly article: Article; readonly from: 'pack' | 'read' | 'feed' };

export type ClaimHit = Extract<Hit, { kind: 'claim' }>;

export interface Found extends Omit<LibraryPage, 'rows'> {
  readonly hits: readonly Hit[];
}

/** Blocks of claims that are read for one question: 64,000 claims. */
const MOST_BLOCKS = 1000;

export type Facts = Pick<Reader, 'packs' | 'subjects'>;

/** Inside one transaction, as every question of a {@link Reader}. */
export async function findInLibrary(db: Database, facts: Facts, query: LibraryQuery): Promise<Found> {
  const subjects = (await facts.subjects.all()).map(({ subject }) => subject);
  const typed = typedWords(query.text);
  if (query.kind === 'claim') return claims(db, facts.packs, subjects, typed, query);
  if (query.kind === 'article') return articles(db, facts.packs, subjects, typed, query);
  const wanted = subjects.filter(
    ({ kind, record }) =>
      (query.kind === 'actor' ? kind !== 'outlet' && kind !== 'event' : kind === query.kind) && hasWords(typed, subjectTexts(record)),
  );
  wanted.sort((a, b) => compare(a.record.name, b.record.name) || compare(a.record.id, b.record.id));
  return page(
    wanted.map((subject) => ({ kind: 'subject', subject })),
    query,
  );
}

async function claims(
  db: Database,
  packs: Readonly<Record<string, ActivePack>>,
  subjects: readonly Subject[],
  typed: readonly string[],
  query: LibraryQuery,
): Promise<Found> {
  const nameOf = namesById(subjects);
  const found: ClaimHit[] = [];
  const superseded = new Set<QualifiedId>();
  let [blocks, exact] = [0, true];
  for (const [id, { generation }] of Object.entries(packs)) {
    const rows = await db.claimBlocks
      .where(':id')
      .between([generation], [generation, []])
      .limit(MOST_BLOCKS - blocks)
      .toArray();
    blocks += rows.length;
    if (blocks >= MOST_BLOCKS) exact = false;
    for (const line of rows.flatMap(({ lines }) => lines)) {
      if (line === null) continue;
      const claim = claimOf(id, line);
      if (claim.supersedes) superseded.add(claim.supersedes);
      found.push({ kind: 'claim', claim, superseded: false, verdict: null });
    }
  }
  const [own, fed, judged] = await Promise.all([db.ownClaims.toArray(), db.feedClaims.toArray(), db.judgements.toArray()]);
  const verdicts = new Map(judged.map(({ id, verdict }) => [id, verdict]));
  for (const { claim } of [...own, ...fed]) {
    found.push({ kind: 'claim', claim, superseded: false, verdict: verdicts.get(claim.id) ?? null });
  }
  const hits = found
    .map((hit) => ({ ...hit, superseded: superseded.has(hit.claim.id) }))
    .filter(
      ({ claim, superseded, verdict }) =>
        hasStatus({ withdrawn: claim.status === 'withdrawn', superseded, verdict }, query.status) &&
        claimPasses(claim, query) &&
        hasWords(typed, [...claimTexts(claim), ...claimSubjects(claim).flatMap(nameOf)]),
    );
  byDay(hits, ({ claim }) => claimDay(claim), query);
  return { ...page(hits, query), exact };
}

async function articles(
  db: Database,
  packs: Readonly<Record<string, ActivePack>>,
  subjects: readonly Subject[],
  typed: readonly string[],
  query: LibraryQuery,
): Promise<Found> {
  const nameOf = namesById(subjects);
  const generations = Object.values(packs).map(({ generation }) => generation);
  const rows = await Promise.all(
    generations.map((generation) => db.articles.where(':id').between([generation], [generation, []]).toArray()),
  );
  const [own, fed] = await Promise.all([db.ownArticles.toArray(), db.feedArticles.toArray()]);
  const all: Extract<Hit, { kind: 'article' }>[] = [
    ...rows.flat().map(({ record }) => ({ kind: 'article' as const, article: record, from: 'pack' as const })),
    ...own.map(({ record }) => ({ kind: 'article' as const, article: record, from: 'read' as const })),
    ...fed.map(({ record }) => ({ kind: 'article' as const, article: record, from: 'feed' as const })),
  ];
  const hits = all.filter(
    ({ article }) => articlePasses(article, query) && hasWords(typed, [article.title, ...articleSubjects(article).flatMap(nameOf)]),
  );
  if (query.sort === 'name') hits.sort((a, b) => compare(a.article.title, b.article.title));
  else byDay(hits, ({ article }) => articleDay(article), query);
  return page(hits, query);
}

/**
 * The claim with all that it took the place of and all that took its place, the oldest first; nothing where it is not kept. A pack
 * is checked for circles when it is read.
 */
export async function chainOf(db: Database, facts: Pick<Reader, 'packs' | 'claims'>, id: QualifiedId): Promise<ClaimHit[]> {
  const get = async (wanted: QualifiedId) => (await facts.claims.get([wanted])).get(wanted);
  const claim = await get(id);
  if (!claim) return [];
  const older: Claim[] = [];
  for (let at = claim.supersedes && (await get(claim.supersedes)); at; at = at.supersedes && (await get(at.supersedes))) older.unshift(at);
  const newer = await successorsOf(db, facts.packs, id);
  const chain = [...older, claim, ...newer];
  const superseded = new Set(chain.map(({ supersedes }) => supersedes));
  const verdicts = await db.judgements.bulkGet(chain.map((one) => one.id));
  return chain.map((one, i) => ({
    kind: 'claim',
    claim: one,
    superseded: superseded.has(one.id),
    verdict: verdicts[i]?.verdict ?? null,
  }));
}

/** Claims that took the place of one, directly or not. */
async function successorsOf(db: Database, packs: Readonly<Record<string, ActivePack>>, id: QualifiedId): Promise<Claim[]> {
  const pack = packs[packOf(id)];
  if (!pack) return [];
  const by = new Map<QualifiedId, Claim[]>();
  const rows = await db.claimBlocks.where(':id').between([pack.generation], [pack.generation, []]).limit(MOST_BLOCKS).toArray();
  for (const line of rows.flatMap(({ lines }) => lines)) {
    if (!line?.includes('"supersedes"')) continue;
    const claim = claimOf(pack.info.id, line);
    if (claim.supersedes) by.set(claim.supersedes, [...(by.get(claim.supersedes) ?? []), claim]);
  }
  const found: Claim[] = [];
  for (let next = by.get(id) ?? []; next.length > 0; next = next.flatMap((claim) => by.get(claim.id) ?? [])) found.push(...next);
  return found;
}

function namesById(subjects: readonly Subject[]): (id: QualifiedId) => readonly string[] {
  const texts = new Map(subjects.map(({ record }) => [record.id, subjectTexts(record)]));
  return (id) => texts.get(id) ?? [];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Undated ones last, either way. */
function byDay<T>(hits: T[], dayOf: (hit: T) => string, { sort }: LibraryQuery): void {
  const way = sort === 'oldest' ? 1 : -1;
  hits.sort((a, b) => {
    const [x, y] = [dayOf(a), dayOf(b)];
    return x === '' || y === '' ? Number(x === '') - Number(y === '') : way * compare(x, y);
  });
}

const page = (hits: readonly Hit[], { offset, limit }: LibraryQuery): Found => ({
  total: hits.length,
  exact: true,
  hits: hits.slice(offset, offset + limit),
  indexing: null,
});
