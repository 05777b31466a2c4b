/** A gazetteer that was changed is, to the last byte, the one that all its subjects would give if they were compiled anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Compiled, compileWith, recompileWith } from '@/core/gazetteer/compiler';
import { createMachine } from '@/core/gazetteer/machine';
import { mergeDrafts } from '@/core/gazetteer/merge';
import { openGazetteer } from '@/core/gazetteer/open';
import { packDraft } from '@/core/gazetteer/pack';
import { MOST_PREFIXES } from '@/core/gazetteer/packed';
import { draftOf } from '@/core/gazetteer/spellings';
import type { SubjectNames } from '@/core/gazetteer/types';
import { draftIn, workingsOf } from '@/core/gazetteer/workings';
import { SUBJECT_KINDS } from '@/core/model/actor';
import { packOf } from '@/core/model/ids';

/** Few words, so that names share beginnings, are each other's beginnings, and belong to several. */
const WORDS = [
  'Ann',
  'Bo',
  'Lee',
  'Berg',
  'Müller',
  'von',
  'der',
  'van',
  'J.',
  'EU',
  'NATO',
  'Юрій',
  'Рада',
  '王毅',
  'محمد',
  'élan',
  'iPad',
  '7',
  '…',
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const PACKS = ['mine', 'world', 'é', 'a', 'b'];
const id = fc.tuple(fc.constantFrom(...PACKS), fc.constantFrom('a', 'b', 'c-1', 'c-10', 'c-2', 'ж')).map((parts) => parts.join(':'));
const subject: fc.Arbitrary<SubjectNames> = fc.record(
  {
    id,
    kind: fc.constantFrom(...SUBJECT_KINDS),
    names: fc.array(fc.record({ text, weak: fc.boolean(), lang: fc.constantFrom('uk', 'pl') }, { requiredKeys: ['text'] }), {
      minLength: 1,
      maxLength: 3,
    }),
    surnames: fc.array(text, { maxLength: 1 }),
    open: fc.boolean(),
    offices: fc.nat(15),
    country: fc.constantFrom('DE', 'UA'),
  },
  { requiredKeys: ['id', 'kind', 'names', 'surnames', 'open'] },
);
const edit = fc.record({
  packs: fc.array(fc.constantFrom(...PACKS), { maxLength: 1 }),
  ids: fc.array(id, { maxLength: 4 }),
  come: fc.uniqueArray(subject, { maxLength: 4, selector: (each) => each.id }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;
const start = fc.uniqueArray(subject, { maxLength: 25, selector: (each) => each.id });

const byId = (all: Iterable<SubjectNames>): SubjectNames[] => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

function apply(all: Map<string, SubjectNames>, { packs, ids, come }: Edit): void {
  for (const each of all.keys()) if (packs.includes(packOf(each)) || ids.includes(each)) all.delete(each);
  for (const each of come) all.set(each.id, each);
}

describe('a changed gazetteer', () => {
  it('is what compiling all of it anew gives, after any number of changes', () => {
    let changed = 0;
    fc.assert(
      fc.property(start, fc.array(edit, { minLength: 1, maxLength: 5 }), (given, edits) => {
        const all = new Map(given.map((each) => [each.id, each]));
        let compiled = compileWith(createMachine, byId(all.values()));
        for (const each of edits) {
          apply(all, each);
          const next = recompileWith(createMachine, compiled, each, each.come) as Compiled;
          expect(next).toEqual(compileWith(createMachine, byId(all.values())));
          if (next.bytes.length !== compiled.bytes.length) changed++;
          compiled = next;
        }
        const gazetteer = openGazetteer(compiled.bytes);
        expect(byId(all.values()).map((_, i) => gazetteer.subject(i).id)).toEqual(byId(all.values()).map((each) => each.id));
      }),
      { numRuns: 80 },
    );
    expect(changed).toBeGreaterThan(80);
  });

  it('is the same where names are not derived', () => {
    const draft = (all: Iterable<SubjectNames>) => draftOf(createMachine, byId(all), false);
    fc.assert(
      fc.property(start, edit, (given, change) => {
        const all = new Map(given.map((each) => [each.id, each]));
        const before = draft(all.values());
        apply(all, change);
        const ids = [...change.ids, ...change.come.map((each) => each.id)];
        const merged = mergeDrafts(before, { packs: change.packs, ids }, draft(change.come));
        const anew = draft(all.values());
        expect(packDraft(merged)).toEqual(packDraft(anew));
        expect(workingsOf(merged)).toEqual(workingsOf(anew));
      }),
      { numRuns: 80 },
    );
  });

  it('forgets a name’s beginning with the last name that has it', () => {
    const one = (each: string, name: string): SubjectNames => ({
      id: each,
      kind: 'person',
      names: [{ text: name }],
      surnames: [],
      open: true,
    });
    const given = [one('t:a', 'Donald Trump'), one('t:b', 'Donald J. Duck')];
    const changed = recompileWith(createMachine, compileWith(createMachine, given), { packs: [], ids: ['t:b'] }, []);
    const scan = (bytes: Uint8Array | undefined) =>
      openGazetteer(bytes ?? new Uint8Array())
        .scan('Donald J. Trump')
        .map(({ start }) => start);
    // As long as a name goes on with the initial, it is not passed over.
    expect(scan(compileWith(createMachine, given).bytes)).toEqual([10]);
    expect(scan(changed?.bytes)).toEqual([0]);
  });

  it('has every id, of however many packs', () => {
    const packs = Array.from({ length: MOST_PREFIXES + 3 }, (_, i) => `pack-${i}`);
    const of = (pack: string, n: number): SubjectNames => ({
      ...{ id: `${pack}:${n}`, kind: 'person' as const, surnames: [], open: true },
      names: [{ text: `Bo ${pack} ${n}` }],
    });
    const all = new Map(packs.flatMap((pack, i) => Array.from({ length: i + 1 }, (_, n) => [`${pack}:${n}`, of(pack, n)] as const)));
    const before = compileWith(createMachine, byId(all.values()));
    const change: Edit = {
      packs: ['pack-17'],
      ids: ['pack-16:3'],
      come: [of('pack-0', 1), of('pack-0', 2), of('pack-1', 5), of('new', 1)],
    };
    apply(all, change);
    expect(recompileWith(createMachine, before, change, change.come)).toEqual(compileWith(createMachine, byId(all.values())));
  });

  it('is not made where as many names would be spelled in another way, nor of what is damaged', () => {
    const many = (count: number) =>
      byId(
        Array.from({ length: count }, (_, i) => ({
          id: `p:${i}`,
          kind: 'place' as const,
          names: [{ text: `Fa${i}` }],
          surnames: [],
          open: true,
        })),
      );
    const before = compileWith(createMachine, many(5_000));
    const [more] = many(1).map((each) => ({ ...each, id: 'p:more' }));
    expect(recompileWith(createMachine, before, { packs: [], ids: [] }, more ? [more] : [])).toBe(null);
    expect(recompileWith(createMachine, before, { packs: [], ids: ['p:7'] }, more ? [more] : [])).not.toBe(null);
    const torn = before.workings.slice();
    torn[8] = (torn[8] ?? 0) ^ 1;
    expect(() => draftIn(before.bytes, torn)).toThrow('damaged workings');
    expect(() => draftIn(before.bytes, before.workings.slice(0, 60))).toThrow('damaged workings');
    expect(() => draftIn(before.bytes.slice(4), before.workings)).toThrow('not a gazetteer');
  });
});
