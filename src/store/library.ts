/**
 * What the library lists, found over everything that is kept: the shown packs by the index of search, and the reader's own records
 * and those of feeds one by one. Answers records; what the reader sees of them is made in background/.
 */
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import { packOf, type QualifiedId } from '@/core/model/ids';
import type { LibraryPage, LibraryQuery } from '@/core/model/library';
import type { Verdict } from '@/core/model/page-claim';
import { claimOf } from '@/core/pack/claim-text';
import { SUPERSEDES } from '@/core/search/terms';
import { typedWords } from '@/core/search/words';
import { followArticle, followClaim } from '@/core/tending/claims';
import { linesAt } from './blocks';
import { type LiveRecords, liveRecords } from './live-records';
import type { Subject } from './rows';
import { isIndexed, listState } from './search-build';
import { type DatedMatch, findDated } from './search-dated';
import { type Named, namedBy, type OwnNames, ownNames } from './search-names';
import { LISTS, type ListName, type SearchStateRow } from './search-rows';
import { createSearchCache, createSegmentReader, type OpenSegment, type SearchCache } from './search-segments';
import { findSubjects } from './search-subjects';
import type { TendedReader } from './tended';
import type { Database } from './versions';

export type ClaimHit = { readonly kind: 'claim'; readonly claim: Claim; readonly superseded: boolean; readonly verdict: Verdict | null };
export type ArticleHit = { readonly kind: 'article'; readonly article: Article; readonly from: 'pack' | 'read' | 'feed' };
export type Hit = ClaimHit | ArticleHit | { readonly kind: 'subject'; readonly subject: Subject };

export interface Found extends Omit<LibraryPage, 'rows'> {
  readonly hits: readonly Hit[];
}

/** What is kept from one question to the next; one a store. */
export interface LibraryMemory {
  readonly segments: SearchCache;
  live: LiveRecords | null;
  names: OwnNames | null;
}

export const createLibraryMemory = (): LibraryMemory => ({ segments: createSearchCache(), live: null, names: null });

export interface Library {
  find(query: LibraryQuery): Promise<Found>;
  /** A claim with those that it took the place of and those that took its place, the oldest first; empty where it is not kept. */
  chainOf(claim: QualifiedId): Promise<readonly ClaimHit[]>;
}

const NOBODY: Named = { words: [], complete: true };

/** Every call must come inside one transaction over all that a {@link TendedReader} reads and the index. */
export async function createLibrary(db: Database, facts: TendedReader, memory: LibraryMemory): Promise<Library> {
  const packs = Object.values(facts.packs);
  const packIds = new Map(packs.map(({ generation, info }) => [generation, info.id]));
  const packOfSegment = ({ generation }: OpenSegment): string => packIds.get(generation) ?? '';
  const rootOf = (id: QualifiedId): QualifiedId => facts.edits.membersOf(id)[0] ?? id;
  const reader = createSegmentReader(db, memory.segments);
  const rows = await db.searchStates.bulkGet(packs.map(({ generation }) => generation));
  const states = new Map(rows.flatMap((row): [number, SearchStateRow][] => (row ? [[row.generation, row]] : [])));

  const openList = (list: ListName, of = packs): Promise<readonly OpenSegment[]> =>
    reader.open(
      list,
      of.map(({ generation }) => ({ generation, segments: listState(states.get(generation), list).segments })),
    );

  const indexing = (): Found['indexing'] => {
    if (packs.every(({ generation }) => isIndexed(states.get(generation)))) return null;
    let [done, total] = [0, 0];
    for (const { generation, counts } of packs) {
      total += counts.actors + counts.outlets + counts.events + counts.articles + counts.claims;
      for (const list of Object.keys(LISTS) as ListName[]) done += listState(states.get(generation), list).done;
    }
    return { done, total };
  };

  const live = async (): Promise<LiveRecords> => {
    memory.live = await liveRecords(db, facts, memory.live);
    return memory.live;
  };
  const own = async (): Promise<OwnNames> => {
    memory.names = await ownNames(db, facts, memory.names);
    return memory.names;
  };

  const dated = async (list: 'claims' | 'articles', query: LibraryQuery): Promise<Found> => {
    const typed = typedWords(query.text);
    const recent = await live();
    const named = typed.length > 0 ? await namedBy(reader, await openList('subjects'), await own(), typed) : NOBODY;
    const segments = await openList(list);
    const { total, matches } = await findDated(reader, {
      ...{ list, query, segments, packOf: packOfSegment, live: recent, named },
      membersOf: facts.edits.membersOf,
    });
    const hits = list === 'claims' ? await claimHits(matches, recent) : await articleHits(matches, recent);
    return { total, exact: named.complete && !recent.cut, hits, indexing: indexing() };
  };

  const claimHits = async (matches: readonly DatedMatch[], { claims }: LiveRecords): Promise<Hit[]> => {
    const wanted = new Map<number, number[]>();
    for (const match of matches) {
      if (match.in !== 'pack') continue;
      const { generation } = match.segment;
      wanted.set(generation, [...(wanted.get(generation) ?? []), match.item]);
    }
    const lines = new Map(
      await Promise.all(
        [...wanted].map(([generation, places]) => linesAt(db, generation, places).then((found) => [generation, found] as const)),
      ),
    );
    return matches.flatMap((match): Hit[] => {
      if (match.in === 'live') {
        const recent = claims[match.at];
        if (!recent) return [];
        const { claim, verdict } = recent;
        return [{ kind: 'claim', claim: followClaim(claim, rootOf), superseded: match.superseded, verdict }];
      }
      const line = lines.get(match.segment.generation)?.get(match.item);
      if (line === undefined) return [];
      const claim = followClaim(claimOf(packOfSegment(match.segment), line), rootOf);
      return [{ kind: 'claim', claim, superseded: match.superseded, verdict: null }];
    });
  };

  const articleHits = async (matches: readonly DatedMatch[], { articles }: LiveRecords): Promise<Hit[]> => {
    const inPacks = matches.flatMap((match) => (match.in === 'pack' ? [match] : []));
    const keys = await reader.keysOf(
      'articles',
      inPacks.map(({ segment, item }) => ({ segment, record: item })),
    );
    const ids = keys.map(({ id }) => id);
    const records = ids.length > 0 ? await facts.articles.get(ids) : new Map<QualifiedId, Article>();
    const idOf = new Map(inPacks.map((match, i) => [match as DatedMatch, ids[i] ?? '']));
    return matches.flatMap((match): Hit[] => {
      if (match.in === 'live') {
        const recent = articles[match.at];
        return recent ? [{ kind: 'article', article: followArticle(recent.article, rootOf), from: recent.from }] : [];
      }
      const article = records.get(idOf.get(match) ?? '');
      return article ? [{ kind: 'article', article, from: 'pack' }] : [];
    });
  };

  /** Claims of one pack that took the place of one of it. */
  const successorsOf = async (claim: Claim): Promise<Claim[]> => {
    const pack = facts.packs[packOf(claim.id)];
    if (!pack) return [];
    const term = SUPERSEDES + claim.id.slice(pack.info.id.length + 1);
    const span = { first: term, end: `${term}\0` };
    const segments = await openList('claims', [pack]);
    await reader.fetch(
      'claims',
      segments.map((segment) => ({ segment, spans: [span] })),
    );
    const places: number[] = [];
    for (const segment of segments) {
      for (const { each } of segment.terms(span)) each((record) => places.push(segment.head.items[record] ?? 0));
    }
    if (places.length === 0) return [];
    const lines = await linesAt(db, pack.generation, places);
    const ids = [...lines.values()].map((line) => claimOf(pack.info.id, line).id);
    return [...(await facts.claims.get(ids)).values()];
  };

  return {
    async find(query) {
      if (query.kind === 'claim') return dated('claims', query);
      if (query.kind === 'article') return dated('articles', query);
      const { total, ids } = await findSubjects(reader, await openList('subjects'), packOfSegment, await own(), query);
      const subjects = ids.length > 0 ? await facts.subjects.get(ids) : new Map<QualifiedId, Subject>();
      const hits = ids.flatMap((id): Hit[] => {
        const subject = subjects.get(id);
        return subject ? [{ kind: 'subject', subject }] : [];
      });
      return { total, exact: true, hits, indexing: indexing() };
    },
    async chainOf(id) {
      const get = async (wanted: QualifiedId) => (await facts.claims.get([wanted])).get(wanted);
      const claim = (await get(id)) ?? (await live()).claims.find((one) => one.claim.id === id)?.claim;
      if (!claim) return [];
      // A pack was checked for circles when it was read.
      const older: Claim[] = [];
      for (let at = claim.supersedes && (await get(claim.supersedes)); at; at = at.supersedes && (await get(at.supersedes)))
        older.unshift(at);
      const newer: Claim[] = [];
      for (let next = await successorsOf(claim); next.length > 0; ) {
        newer.push(...next);
        const after: Claim[] = [];
        for (const one of next) after.push(...(await successorsOf(one)));
        next = after;
      }
      const chain = [...older, claim, ...newer];
      const superseded = new Set(chain.map(({ supersedes }) => supersedes));
      const verdicts = await db.judgements.bulkGet(chain.map((one) => one.id));
      return chain.map((one, i) => ({
        kind: 'claim',
        claim: one,
        superseded: superseded.has(one.id),
        verdict: verdicts[i]?.verdict ?? null,
      }));
    },
  };
}
