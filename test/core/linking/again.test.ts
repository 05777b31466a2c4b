/** Linking a page again and again in small steps gives what linking it once in one go gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { createLinker, link, type ScannedBlock } from '@/core/linking/link';

const subject = (id: string, kind: 'person' | 'place' | 'organisation', ...names: string[]) => ({
  id,
  kind,
  names: names.map((text) => ({ text })),
  surnames: [],
  open: true,
});
const gazetteer = openGazetteer(
  compileGazetteer([
    subject('john', 'person', 'John Smith'),
    subject('mary', 'person', 'Mary Smith'),
    subject('turkey', 'place', 'Turkey'),
    subject('board', 'organisation', 'Quay Harbour Board'),
  ]),
);

/** Sentences of which each may change what another block's mean. */
const SENTENCES = [
  'John Smith spoke.',
  'Mary Smith left early.',
  'Smith was pleased.',
  'The singer Zlatana Smith sang.',
  'Supporters Smith had met came.',
  'The supporters waited.',
  'Turkey signed it.',
  'They ate turkey.',
  'The Quay Harbour Board (QHB) met.',
  'The QHB agreed.',
  'Only John knew, and Mary.',
  'The painter John Oakes did not.',
  'Es ist klar, dass die Lage nicht leicht ist und auch bei der Partei für Unruhe sorgt.',
];

const article = fc.array(
  fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
  { maxLength: 6 },
);
const blockOf = (text: string): ScannedBlock => ({ text, matches: gazetteer.scan(text) });

function finish<T>(run: Generator<undefined, T>): T {
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

describe('a linker', () => {
  it('answers the same for kept, changed, moved and removed blocks as if it read all anew', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 4 }), (states) => {
        const linker = createLinker(gazetteer);
        const kept = new Map<string, ScannedBlock>();
        for (const texts of states) {
          const blocks = texts.map((text) => kept.get(text) ?? blockOf(text));
          for (const block of blocks) kept.set(block.text, block);
          expect(finish(linker.run(blocks))).toEqual(link(gazetteer, texts.map(blockOf)));
        }
      }),
    );
  });

  it('stops every few names, in one long block too', () => {
    const run = createLinker(gazetteer).run([blockOf('John Smith met Mary Smith. '.repeat(2_000))]);
    let steps = 0;
    while (!run.next().done) steps++;
    expect(steps).toBeGreaterThan(4_000 / 20);
  });

  it('does not read a block again that stayed as it was', () => {
    let asked = 0;
    const counting = {
      subject(index: number) {
        asked++;
        return gazetteer.subject(index);
      },
    };
    const linker = createLinker(counting);
    const blocks = Array.from({ length: 50 }, () => blockOf('John Smith met the Quay Harbour Board. Smith left Turkey.'));
    finish(linker.run(blocks));
    const first = asked;
    asked = 0;
    finish(linker.run(blocks.with(7, blockOf('Mary Smith left.'))));
    expect(asked).toBeLessThan(first * 0.7);
  });
});
