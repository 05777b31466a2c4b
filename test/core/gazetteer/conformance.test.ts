/** The packed gazetteer and the naive reference agree to the last offset and candidate, on generated names and texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { MOST_PREFIXES } from '@/core/gazetteer/packed';
import type { SubjectNames } from '@/core/gazetteer/types';
import { SUBJECT_KINDS } from '@/core/model/actor';
import { createReference } from './reference';

const WORDS = [
  'Anna',
  'anna',
  'Bo',
  'BO',
  'Ćwik',
  'Łuk',
  'Øst',
  'Straße',
  'Ærø',
  'O',
  'Neil',
  'D',
  'J',
  'U',
  'S',
  'U.S',
  'U.S.',
  'EU',
  'NATO',
  'UNESCO',
  'BRNTD',
  'ACLED',
  'von',
  'der',
  'Ley',
  'Müller',
  'Ünal',
  'İzmir',
  'ﬁn',
  'Ⓐ',
  'Юрій',
  'Їжак',
  'Білий',
  'дім',
  'В’яз',
  'Ёлкин',
  'Совет',
  'Рада',
  'Αθήνα',
  'ΣΟΦΟΣ',
  'محمد',
  'مُحَمَّد',
  'בגין',
  '中',
  '国',
  '王毅',
  'かな',
  'トラ',
  'トラン',
  '한',
  '국',
  'กา',
  'दिल',
  '𠀋',
  'Ｆｏｘ',
  'G7',
  '2',
  'St',
  'Jr',
  'The',
  'Xi',
  'Le',
  'Pen',
  'Ivo',
  'Unia',
  'Duda',
  'und',
  'się',
  'Wałek',
  'п’ять',
  'пять',
  'йод',
  'ход',
  'ёж',
  'їх',
  'æther',
  'œuf',
  'élan',
  'eland',
];
const GAPS = [
  ' ',
  ' ',
  ' ',
  '-',
  '.',
  '. ',
  '’',
  "'",
  ' & ',
  '&',
  ', ',
  '\u00a0',
  '\n  ',
  ' – ',
  '–',
  '—',
  '/',
  ' “',
  '” ',
  '',
  '\u200b',
  '・',
  ': ',
  '... ',
  '(',
  ') ',
];
/** How a page may write the same characters. */
const NOISE: readonly ((s: string) => string)[] = [
  (s) => s,
  (s) => s.normalize('NFD'),
  (s) => s.toUpperCase(),
  (s) => s.toLowerCase(),
  (s) => s.charAt(0) + s.slice(1).toLowerCase(),
  (s) => s.replace(/(?<=^.)/su, '\u00ad'),
  (s) => `${s}\u00ad`,
  (s) => `${s}\u0301`,
  (s) => `${s}\u00ad\u0301`,
  (s) => s.replace(/ /g, '–'),
  (s) => s.replace(/ /g, ' - '),
  (s) => s.replace(/[ -]/g, '-'),
  (s) => `${s}.`,
  (s) => s.replace(/ /g, '\u202f \t'),
  (s) => s.replace(/’/g, "'"),
  (s) => `${s}ом`,
  (s) => `${s}s`,
  (s) => `${s}’s`,
  (s) => s.slice(1),
];

const word = fc.constantFrom(...WORDS);
const phrase = (max: number) =>
  fc.array(fc.tuple(word, fc.constantFrom(...GAPS)), { minLength: 1, maxLength: max }).map((parts) => parts.flat().slice(0, -1).join(''));
const name = fc.record(
  {
    text: phrase(4),
    case: fc.constantFrom('auto' as const, 'exact' as const, 'any' as const),
    weak: fc.boolean(),
    lang: fc.constantFrom('uk', 'pl', 'en'),
  },
  { requiredKeys: ['text'] },
);
const subjects = fc.array(
  fc.record({
    kind: fc.constantFrom(...SUBJECT_KINDS),
    names: fc.array(name, { minLength: 1, maxLength: 3 }),
    surnames: fc.array(word, { maxLength: 1 }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Texts made of the names themselves, their words and strangers, each written with some noise. */
const scene = subjects.chain((given) =>
  fc.record({
    given: fc.constant(given.map((s, i): SubjectNames => ({ ...s, id: `p:${i}`, open: i % 2 === 0 }))),
    text: fc
      .array(
        fc.tuple(
          fc.oneof(fc.constantFrom(...given.flatMap((s) => s.names.map((n) => n.text))), phrase(2)),
          fc.constantFrom(...NOISE),
          fc.constantFrom(...GAPS, ' J. '),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.map(([text, noise, gap]) => noise(text) + gap).join('')),
  }),
);

/** What a scan passes over sixteen bytes at a time, and what makes it stop there: names that begin small, and odd letters within words. */
const SMALL = ['a', 'es', 'von', 'vôn', 'straße', 'élan', 'naïve', 'señor', 'łuk', 'paź', 'œuf', 'ıŉĸ', 'þing', 'ÿ'];
const BETWEEN = [
  ' ',
  ' ',
  ' ',
  '',
  '',
  '\n',
  ', ',
  '-',
  "'",
  '’',
  '÷',
  '\u00ad',
  '\u0301',
  '\u00a0',
  '“',
  '´',
  '2',
  'Mc',
  'É',
  'Ł',
  'п',
  '中',
  'カ',
  '𠀋',
];
const smallRun = fc
  .array(fc.tuple(fc.constantFrom(...SMALL), fc.constantFrom(...BETWEEN)), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));
const startsSmall = fc.constantFrom(
  'Anna Ley',
  'Øst',
  'Élan',
  'Ley',
  'von Ley',
  'élan',
  'łuk Bo',
  'es',
  'iPad',
  'œuf',
  'thing',
  '2 Bo',
  '中',
);
const longScene = fc
  .array(fc.tuple(startsSmall, fc.constantFrom('auto' as const, 'exact' as const, 'any' as const)), { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.record({
      given: fc.constant(
        names.map(
          ([text, rule], i): SubjectNames => ({ id: `p:${i}`, kind: 'place', names: [{ text, case: rule }], surnames: [], open: true }),
        ),
      ),
      text: fc
        .array(fc.tuple(smallRun, fc.constantFrom(...names.map(([text]) => text)), fc.constantFrom(...BETWEEN)), { maxLength: 4 })
        .map((parts) => parts.flat().join('')),
    }),
  );

/** Hundreds of generated cases against the naive reference take seconds where other work holds the machine. */
const PATIENCE = { timeout: 60_000 };

describe('packed gazetteer', () => {
  it('finds what the naive reference finds', PATIENCE, () => {
    let seen = 0;
    fc.assert(
      fc.property(scene, ({ given, text }) => {
        const expected = createReference(given)(text);
        seen += expected.length;
        expect(openGazetteer(compileGazetteer(given)).scan(text)).toEqual(expected);
      }),
      { numRuns: 600 },
    );
    expect(seen).toBeGreaterThan(600);
  });

  it('passes over small words to every name, at any place', PATIENCE, () => {
    let seen = 0;
    fc.assert(
      fc.property(longScene, ({ given, text }) => {
        const expected = createReference(given)(text);
        seen += expected.length;
        expect(openGazetteer(compileGazetteer(given)).scan(text)).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
    expect(seen).toBeGreaterThan(500);
  });

  it('gives each subject its id, of however many packs', () => {
    const part = fc.constantFrom('a', 'b7', 'pack', 'é', '中', '𠀋', '-', '.', ':', '\n', '');
    // More packs than there are numbers of prefixes.
    const packs = Array.from({ length: MOST_PREFIXES + 3 }, (_, i) => `pack-${i}:`);
    const prefix = fc.oneof(fc.constantFrom(...packs), part);
    fc.assert(
      fc.property(fc.array(fc.tuple(prefix, part, part), { maxLength: 60 }), (parts) => {
        const ids = [...packs, ...parts.map((each) => each.join(''))];
        const g = openGazetteer(
          compileGazetteer(ids.map((id) => ({ id, kind: 'person', names: [{ text: 'Bo Ek' }], surnames: [], open: true }))),
        );
        expect(ids.map((_, i) => g.subject(i).id)).toEqual(ids);
      }),
      { numRuns: 100 },
    );
  });

  it('gives matches in order, without overlap in a layer, that begin and end at whole characters', () => {
    fc.assert(
      fc.property(scene, ({ given, text }) => {
        const free = { actor: 0, event: 0 };
        let before = 0;
        for (const match of openGazetteer(compileGazetteer(given)).scan(text)) {
          const layers = new Set(match.candidates.map((c) => (given[c.subject]?.kind === 'event' ? 'event' : 'actor')));
          expect(layers.size).toBe(1);
          const layer = layers.has('event') ? 'event' : 'actor';
          expect(match.start).toBeGreaterThanOrEqual(Math.max(before, free[layer]));
          expect(match.end).toBeGreaterThan(match.start);
          expect(match.candidates.length).toBeGreaterThan(0);
          const surface = text.slice(match.start, match.end);
          expect(surface).not.toMatch(/\p{Cs}/u);
          expect(surface).not.toMatch(/^[\s\u00ad\u200b\p{M}]|[\s\u00ad\u200b]$/u);
          // No letter of the same word is left outside; scripts without spaces have no such words.
          if (/^[\u0020-\u052f]*$/.test(surface)) {
            expect(text.slice(0, match.start)).not.toMatch(/[a-zà-ÿ]\u00ad?$/iu);
            if (!surface.endsWith('.')) expect(text.slice(match.end)).not.toMatch(/^\u00ad?[a-zà-ÿ]/iu);
          }
          free[layer] = match.end;
          before = match.start;
        }
      }),
      { numRuns: 200 },
    );
  });
});
