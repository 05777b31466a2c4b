/** Finds claims and articles by words, names and conditions: those of packs by the index, the others one by one. */
import { packOf, type QualifiedId } from '@/core/model/ids';
import type { LibraryQuery } from '@/core/model/library';
import { createEvaluator, LEVELS, type WeighedList } from '@/core/search/evaluate';
import { articlePasses, articleSubjects, claimPasses, claimSubjects, type Filters, filtersOf, hasStatus } from '@/core/search/match';
import { compareOrders, type Matched, mergePage } from '@/core/search/merge';
import { endOf, orderOfRecord } from '@/core/search/segment';
import { ACTOR, EVENT, ID, localReference, OUTLET, WITHDRAWN } from '@/core/search/terms';
import { typedWords } from '@/core/search/words';
import { rarity, termWorth } from '@/core/search/worth';
import { articleDate, claimDate } from './layout';
import type { LiveClaim, LiveRecords } from './live-records';
import { orderOf, UNDATED } from './pages';
import { type Named, worthIn } from './search-names';
import type { FoundTerm, OpenSegment, SegmentReader, Span } from './search-segments';

/** A match: in a pack, or as it is. `item`: as its segment calls it. */
export type DatedMatch =
  | { readonly in: 'pack'; readonly segment: OpenSegment; readonly item: number; readonly superseded: boolean }
  | { readonly in: 'live'; readonly at: number; readonly superseded: boolean };

export interface DatedPage {
  readonly total: number;
  readonly matches: readonly DatedMatch[];
}

export interface DatedQuestion {
  readonly list: 'claims' | 'articles';
  readonly query: LibraryQuery;
  readonly segments: readonly OpenSegment[];
  readonly packOf: (segment: OpenSegment) => string;
  readonly live: LiveRecords;
  /** Whom each of the typed words names. */
  readonly named: Named;
  /** All that the reader made one with a subject. */
  readonly membersOf: (id: QualifiedId) => readonly QualifiedId[];
}

const evaluate = createEvaluator();

/** The one term. */
const exactly = (term: string): Span => ({ first: term, end: `${term}\0` });
const beginning = (word: string): Span => ({ first: word, end: endOf(word) });

/** The spans that a question needs of the segments of one pack. */
function planOf(pack: string, typed: readonly string[], { words }: Named, filters: Filters, without: readonly QualifiedId[]) {
  const referring = (id: QualifiedId, ...roles: string[]) => roles.map((role) => exactly(role + localReference(pack, id)));
  const anyOf = (ids: readonly QualifiedId[] | undefined, ...roles: string[]) =>
    ids === undefined ? [] : [ids.flatMap((id) => referring(id, ...roles))];
  return {
    words: typed.map((word, i) => ({
      own: beginning(word),
      named: (words[i] ?? []).map(({ id, worth }) => ({ worth, spans: referring(id, OUTLET, ACTOR, EVENT) })),
    })),
    conditions: [
      ...anyOf(filters.outlet, OUTLET),
      ...anyOf(filters.actor, ACTOR),
      ...anyOf(filters.event, EVENT),
      ...anyOf(filters.subject, OUTLET, ACTOR, EVENT),
    ],
    without: without.flatMap((id) => (packOf(id) === pack ? [exactly(ID + localReference(pack, id))] : [])),
  };
}

type Plan = ReturnType<typeof planOf>;

const spansOf = ({ words, conditions, without }: Plan): Span[] => [
  ...words.flatMap(({ own, named }) => [own, ...named.flatMap(({ spans }) => spans)]),
  ...conditions.flat(),
  ...without,
  exactly(WITHDRAWN),
];

export async function findDated(reader: SegmentReader, question: DatedQuestion): Promise<DatedPage> {
  const { list, query, segments, live, named } = question;
  const filters = filtersOf(query, question.membersOf);
  const plan = (pack: string) => planOf(pack, typed, named, filters, list === 'articles' ? live.changedArticles : []);
  const typed = typedWords(query.text);
  // What is only of the reader's pages is in no pack.
  const ofPages = list === 'claims' && (query.status === 'kept' || query.status === 'dismissed');
  const asked = ofPages ? [] : segments;
  const planOfPack = new Map([...new Set(asked.map(question.packOf))].map((pack) => [pack, plan(pack)]));
  const planned = asked.map((segment) => ({ segment, plan: planOfPack.get(question.packOf(segment)) ?? plan('') }));
  await reader.fetch(
    list,
    planned.map(({ segment, plan }) => ({ segment, spans: spansOf(plan) })),
  );
  const lists = planned.map(({ segment, plan }) => listsOf(segment, plan, typed));
  const size = segments.reduce((sum, { head }) => sum + head.size, live[list].length);
  const rarities = typed.map((_, word) =>
    rarity(
      size,
      lists.reduce((sum, { holding }) => sum + (holding[word] ?? 0), 0),
    ),
  );
  const most = query.sort === 'best' ? rarities.reduce((sum, worth) => sum + worth, 0) : 0;
  const way = query.sort === 'oldest' ? 'oldest' : 'newest';
  const superseded = supersededIn(asked);

  const found: Matched[] = [];
  const matchAt: ((place: number) => DatedMatch)[] = [];
  let total = 0;
  for (const [i, { segment }] of planned.entries()) {
    const { head } = segment;
    const gone = superseded.get(segment.generation) ?? NONE;
    const { words, conditions, withdrawn, without } = lists[i] ?? NOTHING;
    const changed = list === 'claims' ? (live.changedClaims.get(segment.generation) ?? NONE) : NONE;
    const matches = evaluate(
      {
        head,
        needs: [
          ...conditions,
          ...words.map((some, word) => some.map(({ weight, each }) => ({ weight: weight * (rarities[word] ?? 0), each }))),
        ],
        orders: ordersOf(query),
        holds: both(
          list === 'claims' ? standing(head.size, withdrawn, (record) => gone.has(head.items[record] ?? 0), query) : null,
          outside(without, changed, head.items),
        ),
      },
      { most, way, wanted: query.offset + query.limit, undated: UNDATED },
    );
    total += matches.total;
    const { records, levels } = matches;
    found.push({
      length: records.length,
      levelOf: (place) => levels[place] ?? 0,
      orderOf: (place) => orderOfRecord(head, records[place] ?? 0),
    });
    matchAt.push((place) => {
      const item = head.items[records[place] ?? 0] ?? 0;
      return { in: 'pack', segment, item, superseded: gone.has(item) };
    });
  }
  const isSuperseded = ({ place }: LiveClaim) => place !== null && (superseded.get(place.generation)?.has(place.item) ?? false);
  const recent =
    list === 'claims' ? liveClaims(live, typed, named, query, filters, isSuperseded) : liveArticles(live, typed, named, filters);
  total += recent.length;
  const ranked = recent
    .map(({ at, order, worths }) => {
      const worth = worths.reduce((sum, one, word) => sum + one * (rarities[word] ?? 0), 0);
      return { at, order, level: most === 0 ? 0 : Math.round((worth / most) * (LEVELS - 1)) };
    })
    .sort((a, b) => b.level - a.level || compareOrders(a.order, b.order, way, UNDATED) || a.at - b.at);
  found.push({ length: ranked.length, levelOf: (place) => ranked[place]?.level ?? 0, orderOf: (place) => ranked[place]?.order ?? 0 });
  matchAt.push((place) => {
    const at = ranked[place]?.at ?? 0;
    const claim = list === 'claims' ? live.claims[at] : undefined;
    return { in: 'live', at, superseded: claim !== undefined && isSuperseded(claim) };
  });

  const page = mergePage(found, { way, undated: UNDATED, offset: query.offset, limit: query.limit });
  return { total, matches: page.flatMap(([from, place]) => matchAt[from]?.(place) ?? []) };
}

const NONE: ReadonlySet<number> = new Set();
const NOTHING: ReturnType<typeof listsOf> = { words: [], conditions: [], withdrawn: [], without: [], holding: [] };

type Holds = ((record: number) => boolean) | null;
const both = (a: Holds, b: Holds): Holds => (a && b ? (record) => a(record) && b(record) : (a ?? b));

/** Leaves out what the reader changed or deleted; null where that is nothing. */
function outside(without: readonly FoundTerm[], changed: ReadonlySet<number>, items: Uint32Array): Holds {
  const records = new Set<number>();
  for (const { each } of without) each((record) => records.add(record));
  if (records.size === 0 && changed.size === 0) return null;
  return (record) => !records.has(record) && !changed.has(items[record] ?? 0);
}

/** The lists of a segment by word and condition; `holding`: how many records hold each word, those that hold it twice counted so. */
function listsOf(segment: OpenSegment, plan: Plan, typed: readonly string[]) {
  const holding: number[] = [];
  const words = plan.words.map(({ own, named }, word): WeighedList[] => {
    const terms = segment.terms(own);
    const names = named.flatMap(({ spans, worth }) => spans.flatMap((span) => segment.terms(span).map((term) => ({ ...term, worth }))));
    holding[word] = [...terms, ...names].reduce((sum, { count }) => sum + count, 0);
    return [
      ...terms.map(({ term, each }) => ({ weight: termWorth(typed[word] ?? '', term), each })),
      ...names.map(({ worth, each }) => ({ weight: worth, each })),
    ];
  });
  const conditions = plan.conditions.map((spans) =>
    spans.flatMap((span) => segment.terms(span).map(({ each }): WeighedList => ({ weight: 0, each }))),
  );
  const without = plan.without.flatMap((span) => segment.terms(span));
  return { words, conditions, withdrawn: segment.terms(exactly(WITHDRAWN)), without, holding };
}

/** Places of superseded claims, by generation: a claim can be superseded from another segment. */
function supersededIn(segments: readonly OpenSegment[]): ReadonlyMap<number, ReadonlySet<number>> {
  const places = new Map<number, Set<number>>();
  for (const { generation, superseded } of segments) {
    const known = places.get(generation) ?? new Set();
    for (const place of superseded) known.add(place);
    places.set(generation, known);
  }
  return places;
}

/** What else must hold of a record of a pack; null where the status leaves none out. */
function standing(
  size: number,
  withdrawn: readonly FoundTerm[],
  isSuperseded: (record: number) => boolean,
  { status }: LibraryQuery,
): Holds {
  if (status === undefined) return null;
  const gone = new Uint8Array(size);
  for (const { each } of withdrawn) {
    each((record) => {
      gone[record] = 1;
    });
  }
  return (record) => hasStatus({ withdrawn: gone[record] === 1, superseded: isSuperseded(record), verdict: null }, status);
}

/** The orders of the days that are asked for. A later day has a lower order. */
function ordersOf({ from, to }: LibraryQuery): readonly [number, number] | null {
  if (from === undefined && to === undefined) return null;
  return [to === undefined ? 0 : orderOf(to), from === undefined ? UNDATED - 1 : orderOf(from)];
}

interface LiveMatch {
  readonly at: number;
  readonly order: number;
  readonly worths: readonly number[];
}

/** How well each word fits; null where one does not. */
function worthsOf(typed: readonly string[], words: string, subjects: readonly QualifiedId[], named: Named): number[] | null {
  const worths: number[] = [];
  for (const [i, word] of typed.entries()) {
    const own = worthIn(words, word);
    const name = (named.words[i] ?? []).reduce((best, { id, worth }) => (subjects.includes(id) ? Math.max(best, worth) : best), 0);
    const worth = Math.max(own, name);
    if (worth === 0) return null;
    worths.push(worth);
  }
  return worths;
}

const liveClaims = (
  { claims }: LiveRecords,
  typed: readonly string[],
  named: Named,
  { status }: LibraryQuery,
  filters: Filters,
  isSuperseded: (one: LiveClaim) => boolean,
): LiveMatch[] =>
  claims.flatMap((one, at): LiveMatch[] => {
    const { claim, words, verdict } = one;
    if (!hasStatus({ withdrawn: claim.status === 'withdrawn', superseded: isSuperseded(one), verdict }, status)) return [];
    if (!claimPasses(claim, filters)) return [];
    const worths = worthsOf(typed, words, claimSubjects(claim), named);
    return worths ? [{ at, order: orderOf(claimDate(claim)), worths }] : [];
  });

const liveArticles = ({ articles }: LiveRecords, typed: readonly string[], named: Named, filters: Filters): LiveMatch[] =>
  articles.flatMap(({ article, words }, at): LiveMatch[] => {
    if (!articlePasses(article, filters)) return [];
    const worths = worthsOf(typed, words, articleSubjects(article), named);
    return worths ? [{ at, order: orderOf(articleDate(article)), worths }] : [];
  });
