/** A packed segment against the same records held plainly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from '@/core/search/evaluate';
import { createSegmentBuilder, eachRecord, endOf, orderOfRecord, runsBetween, termsBetween, termsIn } from '@/core/search/segment';
import { foldText, typedWords, wordsOf } from '@/core/search/words';

const UNDATED = 100_000_000;
const termOf = (maxLength: number) =>
  fc.array(fc.constantFrom('\u0001', 'a', 'b', 'é', '東'), { minLength: 1, maxLength }).map((letters) => letters.join(''));
const terms = fc.array(termOf(3), { maxLength: 6 });
const records = fc.array(fc.record({ order: fc.constantFrom(1, 2, 70_000_000, UNDATED), terms }), { minLength: 1, maxLength: 60 });

/** The records that hold a term that lies in a span, by their numbers, upwards. */
function holding(built: ReturnType<ReturnType<typeof createSegmentBuilder>['close']>, first: string, end: string): number[] {
  const found = new Set<number>();
  const [from, to] = runsBetween(built.head.firsts, first, end);
  for (const run of built.runs.slice(from, to)) {
    const [low, high] = termsBetween(termsIn(run), first, end);
    for (let place = low; place < high; place++) eachRecord(run, place, built.head.size, (record) => found.add(record));
  }
  return [...found].sort((a, b) => a - b);
}

describe('a segment', () => {
  it('holds every record under every term, in the order of its dates', () => {
    fc.assert(
      fc.property(records, termOf(2), (list, beginning) => {
        const builder = createSegmentBuilder();
        for (const record of list) builder.add(record.order, record.terms);
        const built = builder.close();
        const listed = Array.from(built.head.items, (place) => list[place]);
        expect(listed).toEqual([...list].sort((a, b) => a.order - b.order));
        expect(listed.map((_, record) => orderOfRecord(built.head, record))).toEqual(listed.map((record) => record?.order));
        const wanted = listed.flatMap((record, number) => (record?.terms.some((term) => term.startsWith(beginning)) ? [number] : []));
        expect(holding(built, beginning, endOf(beginning))).toEqual(wanted);
      }),
    );
  });

  it('is cut into runs that are found again, those of common terms as bits', () => {
    const builder = createSegmentBuilder();
    const many = Array.from({ length: 20_000 }, (_, i) => ['all', `n${i}`, `m${i % 700}`, i % 3 === 0 ? 'third' : 'other']);
    for (const [i, words] of many.entries()) builder.add(i, words);
    const built = builder.close();
    expect(built.runs.length).toBeGreaterThan(3);
    for (const word of ['all', 'n17', 'n19999', 'm3', 'third', 'none']) {
      const wanted = many.flatMap((words, i) => (words.includes(word) ? [i] : []));
      expect(holding(built, word, `${word}\0`)).toEqual(wanted);
    }
  });
});

it('takes the best first, of equals the newest, and the undated last when the oldest are wanted', () => {
  const builder = createSegmentBuilder();
  for (const order of [5, 3, UNDATED, 4]) builder.add(order, []);
  const { head } = builder.close();
  const list = (weight: number, ...numbers: number[]) => ({ weight, each: (take: (record: number) => void) => numbers.forEach(take) });
  const ask = (needs: readonly (readonly ReturnType<typeof list>[])[], way: 'newest' | 'oldest', most: number, wanted = 9) => [
    ...createEvaluator()({ head, needs, orders: null, holds: null }, { most, way, wanted, undated: UNDATED }).records,
  ];
  expect(ask([], 'newest', 0)).toEqual([0, 1, 2, 3]);
  expect(ask([], 'oldest', 0)).toEqual([2, 1, 0, 3]);
  expect(ask([], 'oldest', 0, 2)).toEqual([2, 1]);
  expect(ask([[list(1, 2), list(0.5, 0, 2, 3)]], 'newest', 1)).toEqual([2, 0, 3]);
  expect(ask([[list(1, 0, 1, 2)], [list(1, 1, 2, 3)]], 'newest', 2)).toEqual([1, 2]);
});

it('words: without capitals, accents and marks, in any script', () => {
  expect(wordsOf('Zełenski’s Öl-Preis')).toEqual(['zelenskis', 'ol', 'preis']);
  expect(wordsOf('東京で 3,5 %')).toEqual(['東', '京', 'て', '3', '5']);
  expect(foldText('STRAẞE Straße Ærø')).toBe('strasse strasse aero');
  expect(typedWords('man manner Man')).toEqual(['manner']);
  expect(wordsOf('x'.repeat(100))[0]).toHaveLength(32);
});
