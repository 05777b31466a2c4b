/** Names that are read as bytes, hundreds at once, come out as those that go through every rule one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector } from '@/core/gazetteer/collector';
import { createMachine } from '@/core/gazetteer/machine';
import { packDraft } from '@/core/gazetteer/pack';
import type { WordsByPlace } from '@/core/gazetteer/plain-names';
import { draftOf } from '@/core/gazetteer/spellings';
import { SURNAME_WORDS } from '@/core/gazetteer/surnames';
import type { SubjectNames } from '@/core/gazetteer/types';
import { VARIANT_WORDS } from '@/core/gazetteer/variants';
import { SUBJECT_KINDS } from '@/core/model/actor';

/** Each as a subject of its own. */
function isPlain(...texts: string[]): boolean[] {
  const plain = texts.map(() => true);
  const collector = createCollector(createMachine, texts.length);
  const settle = () =>
    collector.settle((subject) => {
      plain[subject] = false;
      return 1;
    });
  texts.forEach((text, subject) => {
    if (collector.isFull(1, text.length)) settle();
    collector.take(text, subject, false);
  });
  settle();
  return plain;
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const known = (place: keyof WordsByPlace) =>
  [...SURNAME_WORDS[place], ...VARIANT_WORDS[place]].filter((each) => /^[a-z]+$/i.test(each)).map(capitalised);
/** Words that are plain, words that rules know, and what is neither. */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('Anna', 'Berit', 'Ödön', 'Müller', 'Straße', 'Ærøskøbing', 'Łukasz', 'Œuvre', 'Çelik', 'Þór', 'Zoë'),
  },
  { weight: 2, arbitrary: fc.constantFrom(...known('first'), ...known('inner'), ...known('last')) },
  // Some of them by name, in case the lists should forget them.
  {
    weight: 2,
    arbitrary: fc.constantFrom('The', 'Party', 'River', 'St', 'Jr', 'Junior', 'Iii', 'May', 'Van', 'Abu', 'Kim', 'Xi', 'Ng', 'Wu'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'von',
      'J.',
      'Q',
      'EU',
      'McKay',
      'O’Neil',
      'Jean-Luc',
      '7',
      'Юрій',
      '中国',
      '𠀋',
      '\ud800',
      'A\0B',
      '',
      '×ab',
      'Za×b',
      'a',
    ),
  },
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const subjects = fc.array(
  fc.record({
    kind: fc.constantFrom(...SUBJECT_KINDS),
    names: fc.array(fc.record({ text: name }), { minLength: 1, maxLength: 2 }),
    surnames: fc.array(word, { maxLength: 1 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('plain names', () => {
  it('are words of one capital and small letters, with one space between them', () => {
    expect(isPlain('Ann Bergman', 'Örn Ærø', 'Madonna', 'Zoë Saint Straße')).toEqual([true, true, true, true]);
    const odd = [
      'ann Lee',
      'Ann lee',
      'Ann  Lee',
      ' Ann',
      'Ann ',
      'Ann J. Lee',
      'Ann J Lee',
      'AnnLee',
      'NATO',
      'Łukasz',
      'A÷b',
      '',
      'Ann𠀋',
    ];
    expect(isPlain(...odd)).toEqual(odd.map(() => false));
  });

  it('hold no word that a rule knows where it stands', () => {
    const inPlace = [
      ...known('first').map((each) => `${each} Bergman`),
      ...known('inner').map((each) => `Anna ${each} Bergman`),
      ...known('last').map((each) => `Anna ${each}`),
    ];
    expect(isPlain(...inPlace)).not.toContain(true);
    expect(isPlain('Anna Ma Bergman', 'Van Bergman', 'May Bergman', 'River Bergman')).not.toContain(false);
  });

  it('are compiled as each of them would be alone', () => {
    let plain = 0;
    fc.assert(
      fc.property(subjects, (parts) => {
        const given = parts.map((part, i): SubjectNames => ({ ...part, id: `p:${i}`, open: true }));
        plain += isPlain(...given.flatMap(({ names }) => names.map(({ text }) => text))).filter(Boolean).length;
        // Nothing is compiled of a name without a letter, but a subject with a weak one goes the long way.
        const slow = given.map((subject) => ({ ...subject, names: [...subject.names, { text: '…', weak: true }] }));
        expect(packDraft(draftOf(createMachine, given, false))).toEqual(packDraft(draftOf(createMachine, slow, false)));
      }),
      { numRuns: 400 },
    );
    expect(plain).toBeGreaterThan(400);
  });
});
