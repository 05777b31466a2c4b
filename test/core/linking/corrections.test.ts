/** The reader's word against the linker's: who wins, where, and what stays untouched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import type { SubjectNames } from '@/core/gazetteer/types';
import { correctionsFor, createCorrectedLinker, wordKey } from '@/core/linking/corrections';
import { createLinker } from '@/core/linking/link';
import type { PageCorrection } from '@/core/model/correction';

const person = (id: string, name: string): SubjectNames => ({ id, kind: 'person', names: [{ text: name }], surnames: [], open: true });
const gazetteer = openGazetteer(
  compileGazetteer([
    person('p:anna-brandt', 'Anna Brandt'),
    person('p:karl-brandt', 'Karl Brandt'),
    { id: 'p:ferry-board', kind: 'organisation', names: [{ text: 'Harbour Ferry Board' }], surnames: [], open: true },
    { id: 'p:oslo', kind: 'place', names: [{ text: 'Oslo' }], surnames: [], open: true },
  ]),
);

const PAGE = 'https://daily.test/story';
const not = (word: string, subject: string, address: string | null = null): PageCorrection => ({
  word,
  says: { is: 'not', subject },
  address,
});
const other = (word: string, subject: string, address: string | null = null): PageCorrection => ({
  word,
  says: { is: 'other', subject, kind: 'person', open: false },
  address,
});
const never = (word: string, address: string | null = null): PageCorrection => ({ word, says: { is: 'never' }, address });

/** Every mention as "word=subject", over all texts. */
function marked(rules: readonly PageCorrection[], ...texts: readonly string[]): string[] {
  const subjects = { subject: (index: number) => gazetteer.subject(index) };
  const linker = createCorrectedLinker(createLinker(subjects), subjects, () => correctionsFor(rules, [PAGE]));
  const run = linker.run(texts.map((text) => ({ text, matches: gazetteer.scan(text) })));
  for (;;) {
    const step = run.next();
    if (step.done) return step.value.flatMap(({ mentions }) => mentions.map(({ surface, subject }) => `${surface}=${subject.slice(2)}`));
  }
}

const STORY = 'Anna Brandt spoke in Oslo. Brandt then left for home.';

describe('corrections', () => {
  it('leave everything as it was where there is none, or none of this page', () => {
    const plain = marked([], STORY);
    expect(plain).toEqual(['Anna Brandt=anna-brandt', 'Oslo=oslo', 'Brandt=anna-brandt']);
    expect(marked([not('Brandt', 'p:anna-brandt', 'https://daily.test/else')], STORY)).toEqual(plain);
    expect(marked([not('Brandt', 'p:karl-brandt')], STORY)).toEqual(plain);
  });

  it('take a word away from one, and leave the others of its words', () => {
    expect(marked([not('Brandt', 'p:anna-brandt', PAGE)], STORY)).toEqual(['Anna Brandt=anna-brandt', 'Oslo=oslo']);
  });

  it('leave a word to whom the rest of the article names, once the wrong one is out', () => {
    const both = 'Anna Brandt met Karl Brandt. Brandt smiled.';
    expect(marked([], both).filter((line) => line.startsWith('Brandt'))).toEqual([]);
    expect(marked([not('Brandt', 'p:anna-brandt')], both)).toContain('Brandt=karl-brandt');
  });

  it('give a word to another, even to one that the article does not name', () => {
    expect(marked([other('Brandt', 'x:somebody')], STORY)).toEqual(['Anna Brandt=anna-brandt', 'Oslo=oslo', 'Brandt=somebody']);
  });

  it('never mark a word, and read what stands beside it as before', () => {
    expect(marked([never('Oslo')], STORY)).toEqual(['Anna Brandt=anna-brandt', 'Brandt=anna-brandt']);
  });

  it('reach an abbreviation that only the article introduces', () => {
    const text = 'The Harbour Ferry Board (HFB) met. The HFB decided.';
    expect(marked([], text)).toContain('HFB=ferry-board');
    expect(marked([never('HFB')], text)).toEqual(['Harbour Ferry Board=ferry-board']);
    expect(marked([other('HFB', 'x:somebody')], text)).toContain('HFB=somebody');
  });

  it('overrule each other in the order given', () => {
    expect(marked([never('Brandt'), other('Brandt', 'x:somebody')], STORY)).toContain('Brandt=somebody');
    expect(marked([other('Brandt', 'x:somebody'), never('Brandt')], STORY).join()).not.toContain('Brandt=somebody');
    expect(marked([other('Brandt', 'x:somebody'), not('Brandt', 'x:somebody')], STORY)).toContain('Brandt=anna-brandt');
    expect(marked([not('Brandt', 'x:somebody'), other('Brandt', 'x:somebody')], STORY)).toContain('Brandt=somebody');
  });

  it('are found again after a rule changed, though the page did not', () => {
    const subjects = { subject: (index: number) => gazetteer.subject(index) };
    let rules: readonly PageCorrection[] = [];
    let now = correctionsFor(rules, []);
    const linker = createCorrectedLinker(createLinker(subjects), subjects, () => now);
    const blocks = [{ text: STORY, matches: gazetteer.scan(STORY) }];
    const count = () => {
      const run = linker.run(blocks);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value[0]?.mentions.length;
      }
    };
    expect(count()).toBe(3);
    rules = [not('Brandt', 'p:anna-brandt')];
    now = correctionsFor(rules, []);
    expect(count()).toBe(2);
    now = correctionsFor([], []);
    expect(count()).toBe(3);
  });

  it('know a word again however it is set, but not an abbreviation among words', () => {
    expect(wordKey('Ma\u00adcron')).toBe(wordKey('MACRON'));
    expect(wordKey('O’Neil\u00a0 Jr')).toBe(wordKey("o'neil jr"));
    expect(wordKey('US')).not.toBe(wordKey('us'));
    fc.assert(fc.property(fc.string(), (text) => wordKey(wordKey(text)) === wordKey(text) || /^\p{Lu}{1,3}$/u.test(wordKey(text))));
  });
});
