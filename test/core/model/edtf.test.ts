/** EDTF reading, held to an independent parser (the `edtf` package) on generated dates. */
import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdtf, newestFirst, parseEdtf } from '@/core/model/edtf';

const range = (text: string) => {
  const read = parseEdtf(text);
  return read && [read.first, read.last, read.precision];
};

describe('parseEdtf', () => {
  it.each([
    ['2025-12-08', '2025-12-08', '2025-12-08', 'day'],
    ['2025-02', '2025-02-01', '2025-02-28', 'month'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2025', '2025-01-01', '2025-12-31', 'year'],
    ['199X', '1990-01-01', '1999-12-31', 'decade'],
    ['2025-23', '2025-09-01', '2025-11-30', 'season'],
    ['2024-24', '2024-12-01', '2025-02-28', 'season'],
    ['2025-34', '2025-04-01', '2025-06-30', 'quarter'],
    ['2025-12-21/2025-12-31', '2025-12-21', '2025-12-31', 'interval'],
    ['2025-05/2025-06', '2025-05-01', '2025-06-30', 'interval'],
  ])('%s is %s to %s, a %s', (text, first, last, precision) => {
    expect(range(text)).toEqual([first, last, precision]);
  });

  it('keeps open ends open', () => {
    expect(range('../2025-03')).toEqual(['', '2025-03-31', 'interval']);
    expect(range('2025-03/..')).toEqual(['2025-03-01', '', 'interval']);
  });

  it('reads approximate and uncertain marks', () => {
    expect(parseEdtf('2025~')).toMatchObject({ approximate: true, uncertain: false });
    expect(parseEdtf('2025-05?')).toMatchObject({ approximate: false, uncertain: true });
    expect(parseEdtf('2025%')).toMatchObject({ approximate: true, uncertain: true });
  });

  it.each([
    '',
    '2025-02-30',
    '2025-13',
    '2025-00',
    '2025-04-31',
    '0000',
    '000X',
    '25',
    '2025-1-1',
    '2025/',
    '/',
    '../..',
    '2025-12-31/2025-12-01',
    '2025-12-08T10:00',
    '199X-05',
    'unknown',
    '8.12.2025',
  ])('refuses %j', (text) => {
    // An interval that is open at its end may be written with nothing after the slash.
    if (text === '2025/') expect(range(text)).toEqual(['2025-01-01', '', 'interval']);
    else expect(isEdtf(text)).toBe(false);
  });

  const four = (n: number) => String(n).padStart(4, '0');
  const two = (n: number) => String(n).padStart(2, '0');
  const year = fc.integer({ min: 1, max: 9999 });
  const single = fc.oneof(
    year.map(four),
    fc.tuple(year, fc.integer({ min: 0, max: 14 })).map(([y, m]) => `${four(y)}-${two(m)}`),
    fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 32 })).map(([y, m, d]) => `${four(y)}-${two(m)}-${two(d)}`),
  );

  it('agrees with the edtf package on which dates exist and what they span', () => {
    fc.assert(
      fc.property(single, (text) => {
        let theirs: { min: number; max: number } | null = null;
        try {
          theirs = edtf(text);
        } catch {
          theirs = null;
        }
        const mine = parseEdtf(text);
        // That package takes the 31st of every month, so its yes is checked against the calendar.
        const exists =
          theirs !== null &&
          !/-00(?:-|$)|-00$/.test(text) &&
          (text.length < 10 || new Date(`${text}T00:00Z`).toISOString().startsWith(text));
        expect(mine !== null, text).toBe(exists);
        if (mine && theirs) {
          expect(mine.first).toBe(new Date(theirs.min).toISOString().slice(0, 10));
          expect(mine.last).toBe(new Date(theirs.max).toISOString().slice(0, 10));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and spans never run backwards', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), (text) => {
        const read = parseEdtf(text);
        if (read?.first && read.last) expect(read.first <= read.last).toBe(true);
      }),
    );
  });
});

describe('newestFirst', () => {
  it('puts newer days first, a year below the days within it, the unknown last', () => {
    const dates = [null, '2025', '2024-12-18', '2025-12-08', '2025-12', '2025-12-21/2025-12-31', undefined];
    expect([...dates].sort(newestFirst)).toEqual(['2025-12-21/2025-12-31', '2025-12-08', '2025-12', '2025', '2024-12-18', null, undefined]);
  });
});
