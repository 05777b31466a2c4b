/** The calendar against the platform's own, and its units against EDTF. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDay, dayNumber, edtfOf, firstDay, lastDay, type UnitKind, unitAt, weekdayOf } from '@/core/dates/calendar';
import { parseEdtf } from '@/core/model/edtf';

/** 1000-01-01 to 2199-12-31, in days since 1970. */
const anyDay = fc.integer({ min: -354_285, max: 84_005 });
const KINDS: readonly UnitKind[] = ['day', 'week', 'weekend', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'century'];

test('days agree with the platform, both ways', () => {
  fc.assert(
    fc.property(anyDay, (n) => {
      const there = new Date(n * 86_400_000);
      const civil = civilDay(n);
      expect(civil).toEqual({ year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate() });
      expect(dayNumber(civil)).toBe(n);
      expect(weekdayOf(n) % 7).toBe(there.getUTCDay());
    }),
  );
});

test('a day lies in each of its units, and EDTF says the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -354_000, max: 80_000 }), fc.constantFrom(...KINDS), (n, kind) => {
      const unit = unitAt(kind, n);
      const [first, last] = [firstDay(unit), lastDay(unit)];
      const edtf = edtfOf(unit);
      const range = edtf === null ? null : parseEdtf(edtf);
      expect(first).not.toBeNull();
      expect(last).not.toBeNull();
      if (first === null || last === null) return;
      expect(last).toBeGreaterThanOrEqual(n);
      // The weekend of a weekday is still to come.
      if (kind !== 'weekend') expect(first).toBeLessThanOrEqual(n);
      if (civilDay(first).year < 1000 || civilDay(last).year > 2199) return;
      const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect([range?.first, range?.last]).toEqual([iso(first), iso(last)]);
    }),
  );
});

test('days that do not exist have no number', () => {
  for (const [year, month, day] of [
    [2025, 2, 30],
    [2025, 2, 29],
    [2025, 13, 1],
    [2025, 0, 1],
    [2025, 4, 31],
    [0, 1, 1],
    [275_760, 1, 1],
  ] as const) {
    expect(dayNumber({ year, month, day })).toBeNull();
  }
  expect(dayNumber({ year: 2024, month: 2, day: 29 })).not.toBeNull();
});
