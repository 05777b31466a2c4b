/** What machine code collects and packs is what plain code does, to the last bit (naive-draft.ts). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector } from '@/core/gazetteer/collector';
import { createMachine } from '@/core/gazetteer/machine';
import { packDraft } from '@/core/gazetteer/pack';
import { draftOf } from '@/core/gazetteer/spellings';
import type { SubjectNames } from '@/core/gazetteer/types';
import { SUBJECT_KINDS } from '@/core/model/actor';
import { type Added, naivePacked, naivePrefixes } from './naive-draft';

const word = fc.constantFrom('Ann', 'Bo', 'Lee', 'Berg', 'Müller', 'van', 'der', 'J.', 'NATO', 'Юрій', '王毅', 'élan', '7', '…');
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
/** Names by subject; forms and rules are whatever numbers. */
const names = fc
  .array(fc.array(fc.tuple(text, fc.constantFrom(0, 1, 2, 3), fc.nat(2)), { maxLength: 5 }), { maxLength: 60 })
  .map((subjects) =>
    subjects.flatMap((given, subject) =>
      given.map(([each, form, rule]): Added => ({ text: each, who: (form * 2 ** 29 + subject) >>> 0, rule })),
    ),
  );

function collected(all: readonly Added[]) {
  const collector = createCollector(createMachine, 1);
  for (const { text: each, who, rule } of all) collector.add(collector.machine.put(each), who, rule);
  return collector.sorted();
}

describe('machine code of the compiler', () => {
  it('collects what plain code does', () => {
    fc.assert(
      fc.property(names, (all) => {
        expect(collected(all)).toEqual(naivePrefixes(createMachine(0), all));
      }),
      { numRuns: 300 },
    );
  });

  it('collects many times what it has room for, and letters read after memory grew', () => {
    const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu'];
    const wordOf = (i: number) => `L${[...String(i)].map((digit) => syllables[Number(digit)]).join('')}`;
    const all = Array.from({ length: 20_000 }, (_, i): Added => ({ text: `${wordOf(i % 300)} ${wordOf(i)}`, who: i, rule: i % 3 }));
    expect(collected(all)).toEqual(naivePrefixes(createMachine(0), all));
  });

  it('packs what plain code does, derived names and others', () => {
    const subject: fc.Arbitrary<Omit<SubjectNames, 'id'>> = fc.record({
      kind: fc.constantFrom(...SUBJECT_KINDS),
      names: fc.array(
        fc.record(
          { text, weak: fc.boolean(), lang: fc.constantFrom('uk', 'pl'), case: fc.constantFrom('any' as const, 'exact' as const) },
          { requiredKeys: ['text'] },
        ),
        { minLength: 1, maxLength: 3 },
      ),
      surnames: fc.array(text, { maxLength: 1 }),
      open: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(subject, { maxLength: 40 }), fc.boolean(), (parts, derive) => {
        const draft = draftOf(
          createMachine,
          parts.map((part, i) => ({ ...part, id: `p:${i}` })),
          derive,
        );
        expect(packDraft(draft)).toEqual(naivePacked(draft));
      }),
      { numRuns: 200 },
    );
  });

  it('packs a table that is full to its end', () => {
    // So few slots that some prefixes find theirs behind the last one, in some of the tables.
    for (let count = 1; count < 200; count++) {
      const draft = draftOf(
        createMachine,
        Array.from({ length: count }, (_, i) => ({
          id: `p:${i}`,
          kind: 'place' as const,
          names: [{ text: `Ort${i}` }],
          surnames: [],
          open: true,
        })),
        false,
      );
      expect(packDraft(draft)).toEqual(naivePacked(draft));
    }
  });
});
