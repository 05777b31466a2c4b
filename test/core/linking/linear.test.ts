/**
 * Linking does work in proportion to the article: counted, not timed, by the characters that its searches pass over and the steps that
 * it takes, for articles of twice and four times the length.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import { createWords, MOST_SEARCHES } from '@/core/linking/context';
import { createLinker } from '@/core/linking/link';

/** A word of its own for each number. */
const wordOf = (i: number): string => `X${[...i.toString(8)].map((digit) => 'abcdefgh'[Number(digit)]).join('')}`;
const NAMES = Array.from({ length: 500 }, (_, i) => `${wordOf(i)}a Q${wordOf(i)}o`);
const gazetteer = openGazetteer(
  compileGazetteer(NAMES.map((text, i) => ({ id: `t:${i}`, kind: 'person' as const, names: [{ text }], surnames: [], open: true }))),
);

/** Links sentences in which each surname stands beside a word that was never seen before, or always the same one. */
function work(sentences: number, beside: (i: number) => string) {
  const blocks = Array.from({ length: sentences }, (_, i) => {
    const name = NAMES[i % NAMES.length] ?? '';
    const text = `${beside(i)} ${name.split(' ')[1]} spoke, and ${name} met ${beside(i)}.`;
    return { text, matches: gazetteer.scan(text) };
  });
  let characters = 0;
  /** Counts what calls of a method cost; spies of the test runner would keep each call. */
  const count = <P extends object>(
    prototype: P,
    name: keyof P & string,
    cost: (self: string, args: unknown[], answer: unknown) => number,
  ) => {
    const method = prototype[name] as (...args: unknown[]) => unknown;
    const counted = function (this: unknown, ...args: unknown[]) {
      const answer = method.apply(this, args);
      characters += cost(String(this), args, answer);
      return answer;
    };
    Object.defineProperty(prototype, name, { configurable: true, writable: true, value: counted });
    return () => Object.defineProperty(prototype, name, { configurable: true, writable: true, value: method });
  };
  const passed = (text: string, [word, from = 0]: unknown[], at: unknown) =>
    (Number(at) < 0 ? text.length : Number(at) + String(word).length) - Number(from);
  const restore = [
    count(String.prototype, 'indexOf', passed),
    count(String.prototype, 'match', (text) => text.length),
    count(String.prototype, 'slice', (_text, _args, part) => String(part).length),
    count(RegExp.prototype, 'test', (_pattern, [text]) => String(text).length),
  ];
  let steps = 0;
  const run = createLinker(gazetteer).run(blocks);
  while (!run.next().done) steps++;
  for (const undo of restore) undo();
  return { characters, steps };
}

it.each([
  ['the same word', () => 'Harbour'],
  ['a word that no other has', (i: number) => `${wordOf(i)}ia`],
  ['a word with an apostrophe that no other has', (i: number) => `${wordOf(i)}’Na`],
  ['an abbreviation that no other has', (i: number) => `${wordOf(i)}ia.`],
])('in articles whose names stand beside %s', (_name, beside) => {
  const [once, twice, fourfold] = [400, 800, 1_600].map((sentences) => work(sentences, beside));
  if (!once || !twice || !fourfold) throw new Error('three sizes');
  // What is asked for before the words are listed is searched: the same number of searches at each size.
  for (const what of ['characters', 'steps'] as const) {
    expect(twice[what]).toBeLessThan(once[what] * 2.2);
    expect(fourfold[what]).toBeLessThan(once[what] * 4.4);
  }
});

it('a listed word is the same as one that is searched', () => {
  const letters = fc.string({ unit: fc.constantFrom(..."aaBé1-_/@#.' "), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(letters), fc.string({ unit: fc.constantFrom(..."aaBé1-_/@.'# "), minLength: 1, maxLength: 9 }), (texts, word) => {
      const listed = createWords(texts);
      for (let i = 0; i < MOST_SEARCHES; i++) listed(`zz${i}`);
      expect(listed(word)).toBe(createWords(texts)(word));
    }),
    { numRuns: 500 },
  );
});
