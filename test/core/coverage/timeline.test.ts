import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Difference } from '@/core/coverage/disagreement';
import { ageBefore, makeTimeline, type TimelineItem } from '@/core/coverage/timeline';

const item = (id: string, date: string | null, rest: Partial<TimelineItem> = {}): TimelineItem => ({
  id,
  clock: date === null ? null : 'said',
  date,
  status: 'curated',
  voice: null,
  speaker: null,
  ...rest,
});

describe('timeline', () => {
  it('draws days as dots, anything less sure as spans, and lists the undated apart', () => {
    const { marks, axis, undated } = makeTimeline(
      [item('b', '2025-03'), item('a', '2025-01-01'), item('u', null), item('c', '2025-04-11~')],
      null,
    );
    expect(axis).toEqual({ from: '2025-01-01', to: '2025-04-11' });
    expect(marks.map(({ id, shape, from, to, soft }) => [id, shape, from, to, soft])).toEqual([
      ['a', 'dot', '2025-01-01', '2025-01-01', false],
      ['b', 'span', '2025-03-01', '2025-03-31', false],
      ['c', 'dot', '2025-04-11', '2025-04-11', true],
    ]);
    expect(marks.map(({ start, end }) => [start, end])).toEqual([
      [0, 0],
      [0.59, 0.89],
      [1, 1],
    ]);
    expect(undated).toEqual(['u']);
  });

  it('says what was withdrawn, what a pack replaced, and what one voice itself overtook', () => {
    const sides = (a: string, b: string): Difference['sides'] => {
      const side = (statement: string) => ({ statement, text: null, says: '', outlet: null, speaker: null, dated: null, onPage: false });
      return [side(a), side(b)];
    };
    const items = [
      item('gone', '2025-01-01', { status: 'withdrawn' }),
      item('old', '2025-01-02', { voice: 'x' }),
      item('new', '2025-01-03', { voice: 'x' }),
      item('other', '2025-01-04', { voice: 'y' }),
      item('first', '2025-01-05'),
      item('second', '2025-01-06', { supersedes: 'first' }),
    ];
    const differences: Difference[] = [
      { about: 'update', of: 'people', sides: sides('old', 'new') },
      { about: 'update', of: 'people', sides: sides('new', 'other') },
      { about: 'number', of: 'people', sides: sides('old', 'other') },
    ];
    expect(makeTimeline(items, null, differences).marks.map(({ id, state, by }) => [id, state, by])).toEqual([
      ['gone', 'withdrawn', undefined],
      ['old', 'superseded', 'new'],
      ['new', 'standing', undefined],
      ['other', 'standing', undefined],
      ['first', 'superseded', 'second'],
      ['second', 'standing', undefined],
    ]);
  });

  it.each([
    ['2025-03-24', '2025-12-24', { count: 9, unit: 'month', atLeast: false }],
    ['2025-12-11', '2025-12-24', null],
    ['2025-12-10', '2025-12-24', { count: 2, unit: 'week', atLeast: false }],
    ['2023', '2025-12-24', { count: 23, unit: 'month', atLeast: true }],
    ['2020-05-01', '2025-12-24', { count: 5, unit: 'year', atLeast: false }],
    ['2025-03~', '2025-12-24', null],
    ['2025-12-30', '2025-12-24', null],
    ['2025-12', '2025-12-24', null],
  ] as const)('%s before %s', (claim, article, age) => {
    expect(ageBefore(claim, article)).toEqual(age);
  });

  it('keeps every item, places within the axis, oldest first', () => {
    const date = fc.option(
      fc.constantFrom('2025', '2025-03', '2025-03-09', '2024-12-30/2025-01-02', '2025-02-01/..', '199X', 'rubbish', '2025-04-01~'),
    );
    fc.assert(
      fc.property(fc.array(date, { maxLength: 8 }), (dates) => {
        const items = dates.map((d, i) => item(String(i), d));
        const { marks, undated } = makeTimeline(items, '2025-06-01');
        expect([...marks.map(({ id }) => id), ...undated].sort()).toEqual(items.map(({ id }) => id).sort());
        for (const { start, end } of marks) expect(start >= 0 && end <= 1 && start <= end).toBe(true);
        expect(marks.map(({ from }) => from)).toEqual(marks.map(({ from }) => from).toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
