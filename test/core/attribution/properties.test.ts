/** What holds for any text: nothing throws, every span lies in the text and in order, and the time grows with the length. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAttributions } from '@/core/attribution/attributions';
import { readClaims } from '@/core/attribution/claims';

const LANGS = ['en', 'de', 'fr', 'es', 'uk', 'ru'];
const PIECES = [
  ...[
    'said',
    'that',
    'according to',
    'told',
    'was',
    'accused of',
    'sagte',
    'er sei',
    'nach Angaben',
    'a déclaré',
    'que',
    'заявив, що',
    'Kovac',
    'the mayor',
    'who',
  ],
  ...[
    '"',
    '“',
    '”',
    '„',
    '«',
    '»',
    "'",
    '‘',
    '’',
    "''",
    '``',
    '(',
    ')',
    ',',
    '.',
    '?',
    ':',
    ';',
    '—',
    '\n',
    '\n\n',
    '’s',
    '2024',
    'U.S.',
    '12.',
    '\u00ad',
    '😀',
    '\ud800',
  ],
];

const newsLike = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 6 })), { maxLength: 80 })
  .map((p) => p.join(' '));
const glued = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((p) => p.join(''));

describe('any text', () => {
  it('gives spans inside the text, in order, never empty', () => {
    fc.assert(
      fc.property(fc.oneof(newsLike, glued, fc.string()), fc.constantFrom(...LANGS), (text, lang) => {
        const found = readAttributions(text, { lang, names: [] });
        for (const a of found) {
          for (const s of [a.cue, a.frame, a.sentence, ...a.content, ...(a.source ? [a.source] : [])]) {
            expect(s.start).toBeGreaterThanOrEqual(0);
            expect(s.end).toBeGreaterThan(s.start);
            expect(s.end).toBeLessThanOrEqual(text.length);
          }
          expect(a.content.length).toBeGreaterThan(0);
          if (a.within !== null) expect(found[a.within]).toBeDefined();
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('takes words that objects have as properties for words', () => {
    for (const word of ['valueOf', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])
      for (const lang of LANGS)
        expect(() => readAttributions(`${word}! "${word} to say", said ${word} that`, { lang, names: [] })).not.toThrow();
  });

  it('gives claims for names placed anywhere', () => {
    fc.assert(
      fc.property(newsLike, fc.integer({ min: 0, max: 200 }), (text, at) => {
        const start = Math.min(at, Math.max(0, text.length - 2));
        const end = Math.min(text.length, start + 5);
        const mentions =
          end > start
            ? [{ start, end, subject: 'x:y', kind: 'outlet' as const, surface: text.slice(start, end), reason: 'full-name' as const }]
            : [];
        readClaims(text, { lang: 'en', mentions, dates: [], published: null });
      }),
      { numRuns: 500 },
    );
  });
});

describe('time', () => {
  /** Characters of the shorter text; four times as long may take four times as long, with room for a busy machine. */
  const LENGTH = 12_000;
  const FACTOR = 12;
  const RUNS = 3;
  /** Below this many milliseconds the clock measures something else. */
  const FLOOR = 30;

  const UNITS = [
    'He said "',
    '“ said, ',
    'a, b said that ',
    'Nach Angaben der Polizei sagte ',
    '"" ',
    '( ',
    "' ",
    'said that he said that ',
    'X: said. ',
    'sei « ',
    ', who said',
  ];
  it.each(UNITS.flatMap((unit) => ['en', 'de', 'fr'].map((lang) => [lang, unit] as const)))('is linear in %s: %j', (lang, unit) => {
    // The best of a few runs: other work on the machine only ever adds time.
    const took = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < RUNS; run++) {
        const began = performance.now();
        readClaims(text, { lang, mentions: [], dates: [], published: '2024-03-07' });
        best = Math.min(best, performance.now() - began);
      }
      return best;
    };
    took(LENGTH / 4);
    expect(took(LENGTH * 4)).toBeLessThan(FACTOR * Math.max(FLOOR, took(LENGTH)));
  });
});
