/** Lists actors, events or outlets by words of their names: those of packs by the index, the reader's own one by one. */
import type { QualifiedId } from '@/core/model/ids';
import type { LibraryQuery } from '@/core/model/library';
import { createEvaluator, LEVELS } from '@/core/search/evaluate';
import { endOf } from '@/core/search/segment';
import { ID, KIND, localReference } from '@/core/search/terms';
import { foldText, typedWords } from '@/core/search/words';
import { termWorth } from '@/core/search/worth';
import { UNDATED } from './pages';
import { type OwnNames, worthIn } from './search-names';
import type { OpenSegment, SegmentReader, Span } from './search-segments';

const evaluate = createEvaluator();

interface Match {
  readonly id: QualifiedId;
  readonly name: string;
  readonly level: number;
}

/** The ids of a page, by name or where asked by how well the name fits. */
export async function findSubjects(
  reader: SegmentReader,
  segments: readonly OpenSegment[],
  packOf: (segment: OpenSegment) => string,
  own: OwnNames,
  query: LibraryQuery,
): Promise<{ readonly total: number; readonly ids: readonly QualifiedId[] }> {
  const typed = typedWords(query.text);
  const most = query.sort === 'best' ? typed.length : 0;
  const kind = KIND + query.kind;
  const spans = [{ first: kind, end: `${kind}\0` }, ...typed.map((word) => ({ first: word, end: endOf(word) }))];
  await reader.fetch(
    'subjects',
    segments.map((segment) => ({ segment, spans: [...spans, ...withoutOf(packOf(segment), own)] })),
  );
  let total = 0;
  const wanted = query.offset + query.limit;
  const matches: Match[] = [];
  for (const segment of segments) {
    const needs = spans.map((span, i) =>
      segment.terms(span).map(({ term, each }) => ({ weight: i === 0 ? 0 : termWorth(typed[i - 1] ?? '', term), each })),
    );
    const without = new Set<number>();
    for (const span of withoutOf(packOf(segment), own)) for (const { each } of segment.terms(span)) each((record) => without.add(record));
    const holds = without.size > 0 ? (record: number) => !without.has(record) : null;
    const found = evaluate({ head: segment.head, needs, orders: null, holds }, { most, way: 'newest', wanted, undated: UNDATED });
    total += found.total;
    const keys = await reader.keysOf(
      'subjects',
      Array.from(found.records, (record) => ({ segment, record })),
    );
    for (const [i, { id, name }] of keys.entries()) matches.push({ id, name, level: found.levels[i] ?? 0 });
  }
  for (const { id, words, kind: of, name } of own.subjects) {
    if (of !== query.kind) continue;
    const worths = typed.map((word) => worthIn(words, word));
    if (worths.includes(0)) continue;
    total++;
    const level = most === 0 ? 0 : Math.round((worths.reduce((sum, worth) => sum + worth, 0) / most) * (LEVELS - 1));
    matches.push({ id, name: foldText(name), level });
  }
  matches.sort((a, b) => b.level - a.level || compare(a.name, b.name) || compare(a.id, b.id));
  return { total, ids: matches.slice(query.offset, wanted).map(({ id }) => id) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The terms of subjects that are listed as the reader has them. */
const withoutOf = (pack: string, { changed }: OwnNames): Span[] =>
  [...changed].flatMap((id) => {
    const term = ID + localReference(pack, id);
    // Of another pack.
    return term.includes(':') ? [] : [{ first: term, end: `${term}\0` }];
  });
