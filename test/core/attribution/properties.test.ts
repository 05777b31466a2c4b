/** What holds for any text: nothing throws, every span lies in the text and in order, and the work grows with the length. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAttributions } from '@/core/attribution/attributions';
import { readClaims } from '@/core/attribution/claims';
import { readPrepared } from '@/core/attribution/english/read';
import { readText } from '@/core/attribution/english/reading';
import { readGermanTokens } from '@/core/attribution/german/read';
import { readTokens } from '@/core/attribution/others/read';
import { REPORTING_WORDS } from '@/core/attribution/others/words';
import { tokenise } from '@/core/attribution/tokens';
import { finish } from '@/core/text/steps';

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

describe('work', () => {
  /** Characters of the shorter text; four times as long may be looked at four times as often. */
  const LENGTH = 6_000;

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
    'As he said, ',
    'There was a warning that ',
    ', a dit que ',
    '« , a-t-il dit, ',
    ', dijo Kovac, ',
    'Según ',
    'zufolge ',
    'wird erwartet, dass ',
  ];

  /** A list that counts how often an item of it is looked at. */
  function counted<T>(list: readonly T[], count: { looks: number }): readonly T[] {
    return new Proxy(list, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d/.test(key)) count.looks++;
        return Reflect.get(target, key, receiver);
      },
    });
  }

  function looks(lang: string, text: string): number {
    const count = { looks: 0 };
    const other = REPORTING_WORDS[lang];
    if (lang === 'en') {
      const r = finish(readText(tokenise(text), text, []));
      finish(readPrepared({ ...r, tokens: counted(r.tokens, count), tags: counted(r.tags, count) }));
    } else if (lang === 'de') finish(readGermanTokens(counted(tokenise(text), count)));
    else if (other) finish(readTokens(other, counted(tokenise(text), count)));
    return count.looks;
  }

  it.each(UNITS.flatMap((unit) => LANGS.map((lang) => [lang, unit] as const)))('is linear in %s: %j', (lang, unit) => {
    const of = (length: number) => looks(lang, unit.repeat(Math.ceil(length / unit.length)));
    const small = of(LENGTH);
    expect(small).toBeGreaterThan(0);
    // The ends of the text cost a little of their own.
    expect(of(LENGTH * 4)).toBeLessThan(5 * small);
  });
});
