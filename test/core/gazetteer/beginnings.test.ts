/** The expression of beginnings passes over what no name begins with, and over nothing else. */
import { describe, expect, it } from 'vitest';
import { createBeginnings } from '@/core/gazetteer/beginnings';
import { SMALL_WORDS, smallBit } from '@/core/gazetteer/packed';
import { firstTwo } from '@/core/text/words';

/** The words at whose first letters a text is stopped at, where names begin so in small letters. */
function stops(text: string, small: readonly string[] = []): string[] {
  const bits = new Uint32Array(SMALL_WORDS);
  for (const name of small) {
    const bit = smallBit(...firstTwo(name, 0));
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return [...text.matchAll(createBeginnings(bits)(text))].map(({ index }) => /^\S*/.exec(text.slice(index))?.[0] ?? '');
}

describe('beginnings', () => {
  it('stops at capitals, digits and other scripts, not within words', () => {
    expect(stops('the McDonald of 2025 said Élan, 王毅 and iPhone')).toEqual(['McDonald', '2025', 'Élan,', '王毅', '毅']);
    expect(stops('говорив Іван з McDonald')).toEqual(['Іван', 'McDonald']);
  });

  it('stops at small letters that begin a name', () => {
    expect(stops('the ceasefire held at Celle, certain cities', ['cease'])).toEqual(['ceasefire', 'Celle,', 'certain']);
    expect(stops('уряд та рада радили', ['рада'])).toEqual(['рада', 'радили']);
  });

  it.each([
    ['élève', 'elan'],
    ['désir', 'dest'],
    ['cœur', 'coeur'],
    ['Straße', 'straße'],
    ['a\u0301b', 'ab'],
    ['a\u00adb', 'ab'],
    ['п’ять', 'пять'],
    ['пять', 'п’ять'],
    ['хи\u0306', 'хй'],
    ['хй', 'хи\u0306'],
    ['и\u0306од', 'йод'],
    ['ёж', 'еж'],
  ])('stops at %s for the name %s', (text, name) => {
    expect(stops(`x ${text}`, [name])).toContain(text);
  });

  it('passes over a word of one letter unless one begins a name', () => {
    expect(stops('a b, c.', ['b'])).toEqual(['b,']);
  });
});
