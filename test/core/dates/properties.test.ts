/** For any text: no throw, offsets inside it, no overlap, every EDTF valid for two parsers, work in line with length. */
import parse from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '@/core/dates/english';
import { datesInSteps, findDates } from '@/core/dates/find';
import { german } from '@/core/dates/german';
import { compileGrammar, matchesAt } from '@/core/dates/pattern';
import { tokenize } from '@/core/dates/tokens';
import { parseEdtf } from '@/core/model/edtf';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'uk', 'ru'] as const;
/** Pieces of dates, so that random texts are full of near misses. */
const PIECES = [
  ...[
    'on',
    'the',
    'of',
    ',',
    '.',
    ' ',
    '-',
    '–',
    '/',
    "'",
    '’',
    '\n',
    'last',
    'this',
    'next',
    'two',
    'days',
    'years',
    'ago',
    'earlier',
    'May',
    'march',
  ],
  ...[
    'Dec.',
    'Monday',
    'Friday',
    '8',
    '31',
    '2025',
    '1999-2001',
    '3-5',
    '08.12.2025',
    '2/13/2025',
    '1980s',
    '3rd',
    'quarter',
    'century',
    'summer',
    '2010/11',
  ],
  ...[
    'Montag',
    'Dezember',
    'vor',
    'drei',
    'Monaten',
    'letzte',
    'Woche',
    'lundi',
    'mars',
    'dernière',
    'années',
    'de',
    'enero',
    'pasado',
    'грудня',
    'року',
    'тому',
  ],
  ...[
    'декабря',
    'года',
    'назад',
    'fiscal',
    'mid',
    'late',
    'end',
    'was',
    'will',
    'said',
    '🙂',
    '\u0301',
    '0',
    '99999',
    '1.5',
    '%',
    '$',
    '2199',
    '1000',
    'weekend',
  ],
];
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((p) => p.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((p) => p.join('')),
);
const published = fc.constantFrom(
  null,
  '2025-11-19',
  '1000-01-01',
  '2199-12-31',
  '2024-02-29',
  '2025-02-30',
  '0000-01-01',
  'soon',
  '2025-11-19T10:00:00Z',
);

test('never throws, offsets lie inside the text, nothing overlaps, every EDTF is valid', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...LANGUAGES), published, (source, lang, day) => {
      let end = 0;
      for (const date of findDates(source, { lang, published: day })) {
        expect(date.start).toBeGreaterThanOrEqual(end);
        expect(date.end).toBeGreaterThan(date.start);
        expect(date.end).toBeLessThanOrEqual(source.length);
        expect(date.text).toBe(source.slice(date.start, date.end));
        expect(parseEdtf(date.edtf), date.edtf).not.toBeNull();
        expect(() => parse(date.edtf), date.edtf).not.toThrow();
        end = date.end;
      }
    }),
    { numRuns: 1500 },
  );
});

test('rules kept by the signatures of two tokens find what all rules find', () => {
  for (const language of [english, german]) {
    const kept = compileGrammar(language);
    fc.assert(
      fc.property(text, (source) => {
        const tokens = tokenize(source, language.slashOrder);
        // Nothing kept: the rules are chosen anew by these very tokens.
        for (const at of tokens.keys()) expect(matchesAt(kept, tokens, at)).toEqual(matchesAt({ ...kept, pairs: new Map() }, tokens, at));
      }),
      { numRuns: 200 },
    );
  }
});

describe('work grows in line with the text', () => {
  const HOSTILE = [
    'on Monday and Tuesday or ',
    'May ',
    '1.',
    '1-',
    '3/',
    'the end of the ',
    'last last ',
    'two days earlier ',
    'In 2024 ',
    'a',
    '7',
    "' ",
    'Dec. ',
    '\n',
    'said , ',
    'between 2014 and 2016 and ',
  ];

  test.each(HOSTILE)('tokens and matches of %j repeated', (piece) => {
    // Counted, not timed: tokens, and matches tried to the end, per token.
    for (const language of [english, german]) {
      const grammar = compileGrammar(language);
      const count = (repeats: number): number => {
        const tokens = tokenize(piece.repeat(repeats), language.slashOrder);
        return tokens.reduce((sum, _, at) => sum + 1 + matchesAt(grammar, tokens, at).length, 0);
      };
      const [small, large] = [count(200), count(1600)];
      expect(large).toBeLessThanOrEqual(8 * small + 8);
    }
  });

  test.each(HOSTILE)('pauses for %j repeated', (piece) => {
    // A step looks at a few hundred tokens at most, so pauses grow with the text too.
    const pauses = (repeats: number): number => {
      const steps = datesInSteps(piece.repeat(repeats), { lang: 'en', published: '2025-11-19' });
      let count = 0;
      while (!steps.next().done) count++;
      return count;
    };
    const [small, large] = [pauses(2_000), pauses(16_000)];
    expect(large).toBeLessThanOrEqual(8 * small + 8);
  });
});
