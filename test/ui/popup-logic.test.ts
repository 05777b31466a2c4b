import { describe, expect, it } from 'vitest';
import { dateAxis } from '@/ui/popup/date-axis';
import { filterFacts } from '@/ui/popup/filter';
import { isFresh } from '@/ui/popup/office';
import { FACTS } from '../gallery/fixtures';

const found = (query: string) => {
  const { subjects, coverage, claims } = filterFacts(FACTS, query);
  return [subjects.map((s) => s.name), coverage.map((g) => `${g.event.name}: ${g.items.length}`), claims.length];
};

describe('filterFacts', () => {
  it('gives everything back, untouched, for a blank query', () => {
    expect(filterFacts(FACTS, '  ')).toBe(FACTS);
  });

  it('asks for every word, in any case and with any accents', () => {
    expect(found('RÜTTE nato')).toEqual([['Mark Rutte'], [], 0]);
    expect(found('witkoff')).toEqual([[], ['Security guarantee agreed in outline: 1'], 1]);
  });

  it('keeps a group whole where its event or place is what was asked for', () => {
    expect(found('guarantee agreed')[1]).toEqual(['Security guarantee agreed in outline: 4']);
    expect(found('paris')[1]).toEqual(['Paris summit of the coalition: 1']);
  });

  it('finds kinds, sources that were leaned on, and dates as they are shown', () => {
    expect(found('person')[0]).toHaveLength(3);
    expect(found('reuters')[2]).toBe(1);
    expect(found('Aug 2025')[2]).toBe(1);
  });
});

describe('isFresh', () => {
  it.each([
    ['2026-11-23', true],
    ['2026-11', true],
    ['2026-05-24', true],
    ['2026-05-23', false],
    // A month vouches for its first day at least.
    ['2026-05', false],
    ['2025-11', false],
    ['2026', false],
    // A pack from a zone further east, and one whose date cannot be right.
    ['2026-11-24', true],
    ['2027-01', false],
    ['../2026-11', false],
    ['no date', false],
  ])('an office as of %s on 2026-11-23: %s', (asOf, fresh) => {
    expect(isFresh(asOf, '2026-11-23')).toBe(fresh);
  });
});

describe('dateAxis', () => {
  const value = (edtf: string, qualifier?: 'early') => ({ edtf, ...(qualifier ? { qualifier } : {}) });

  it('needs two different dates', () => {
    expect(dateAxis([])).toBeNull();
    expect(dateAxis([value('2025-12-08'), value('2025-12-08')])).toBeNull();
    expect(dateAxis([value('2025-08'), value('2025-08')])).toBeNull();
    expect(dateAxis([value('nonsense')])).toBeNull();
  });

  it('places days and stretches between the first and the last day', () => {
    const axis = dateAxis([value('2025-12-11'), value('2025-12-01'), value('2025-12-06/2025-12-11')]);
    expect(axis).toEqual({
      ends: [value('2025-12-01'), value('2025-12-11')],
      marks: [
        { from: 1, to: 1, soft: false },
        { from: 0, to: 0, soft: false },
        { from: 0.5, to: 1, soft: false },
      ],
    });
  });

  it('ends at the dates as they were given, no sharper; once where one reaches both ends', () => {
    const ends = (...values: ReturnType<typeof value>[]) => dateAxis(values)?.ends;
    expect(ends(value('2025-08'), value('2025-09-04'))).toEqual([value('2025-08'), value('2025-09-04')]);
    expect(ends(value('2025', 'early'), value('2025-12-08'))).toEqual([value('2025', 'early')]);
    expect(ends(value('2025-12'), value('2025-12-01'))).toEqual([value('2025-12-01'), value('2025-12')]);
  });

  it('draws one mark for equal dates, and soft ones for what is not sharp', () => {
    const axis = dateAxis([value('2025'), value('2025'), value('2025', 'early'), value('2024/..'), value('2025~')]);
    expect(axis?.marks.map((mark) => mark.soft)).toEqual([false, true, true]);
  });
});
