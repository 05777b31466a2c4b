/** Characters, words and separators, each rule by an example. */
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { createMachine } from '@/core/gazetteer/machine';
import { openGazetteer } from '@/core/gazetteer/open';
import { classOf } from '@/core/text/characters';
import { APOSTROPHE, HYPHEN, IGNORABLE, isUnitScript, MARK, OTHER, SPACE } from '@/core/text/classes';

const machine = createMachine(new Uint8Array());

/** The hash of a text read word by word to its end; null where the separators don't allow it, or it holds no word. */
function hash(text: string): string | null {
  const count = machine.code.spell(machine.textAt, machine.put(text));
  return count === 0 ? null : `${machine.out[count * 2 - 2]}:${machine.out[count * 2 - 1]}`;
}

const letterCase = (text: string) => {
  const length = machine.put(text);
  machine.code.close(machine.textAt, length);
  return machine.letterCase(machine.textAt, length);
};

/** What is found of the text where the word is a name. */
function found(text: string, word: string): string | undefined {
  const subjects = [{ id: 'p:0', kind: 'person' as const, names: [{ text: word, case: 'any' as const }], surnames: [], open: true }];
  const match = openGazetteer(compileGazetteer(subjects)).scan(text)[0];
  return match && text.slice(match.start, match.end);
}

describe('characters', () => {
  it.each([
    ['é', 'e'],
    ['Ł', 'l'],
    ['ø', 'o'],
    ['İ', 'i'],
    ['ı', 'i'],
    ['Đ', 'd'],
    ['ё', 'е'],
    ['ế', 'e'],
    ['ά', 'α'],
    ['ς', 'σ'],
    ['Ｆ', 'f'],
    ['أ', 'ا'],
  ])('folds %s to %s', (given, folded) => {
    expect(String.fromCharCode(classOf(given.charCodeAt(0)))).toBe(folded);
  });

  it.each(['й', 'ї', 'ґ', 'ў'])('keeps %s apart from its plain letter', (letter) => {
    expect(hash(letter)).not.toBe(hash([...letter.normalize('NFD')][0] === letter ? 'г' : ([...letter.normalize('NFD')][0] ?? '')));
  });

  it.each([
    ['\u00ad', IGNORABLE],
    ['\u200b', IGNORABLE],
    ['\u0301', MARK],
    ['\u202f', SPACE],
    ['’', APOSTROPHE],
    ['‑', HYPHEN],
    ['—', OTHER],
    ['²', OTHER],
    ['“', OTHER],
  ])('classes %j', (char, kind) => {
    expect(classOf(char.charCodeAt(0))).toBe(kind);
  });

  it('knows the scripts without spaces', () => {
    expect(['中', 'か', '한', 'ไ'].every((c) => isUnitScript(c.charCodeAt(0)))).toBe(true);
    expect(['ト', 'a', 'ж', 'ع'].some((c) => isUnitScript(c.charCodeAt(0)))).toBe(false);
  });
});

describe('words', () => {
  it.each([
    ['Straße', 'STRASSE'],
    ['Ærø', 'aero'],
    ['ﬁn', 'FIN'],
    ['José', 'Jose\u0301'],
    ['Їжак', 'І\u0308жак'],
    ['Mac\u00adron', 'Macron'],
    ['п’ять', "п'ять"],
    ['Donald  \n\u00a0Trump', 'Donald Trump'],
    ['Nord-Stream', 'Nord Stream'],
    ['エマニュエル・マクロン', 'エマニュエル マクロン'],
    ['J. D. Vance', 'J.D. Vance'],
  ])('%j is %j', (a, b) => {
    expect(hash(a)).toBe(hash(b));
  });

  it.each([
    ['Paris. Hilton', 'Paris Hilton'],
    ['Paris, Hilton', 'Paris Hilton'],
    ['Paris—Hilton', 'Paris Hilton'],
    ['Paris – Hilton', 'Paris Hilton'],
    ['Fox & Friends', 'Fox and Friends'],
    ['O’Neil', 'ONeil'],
    ['ab', 'ba'],
  ])('%j is not %j', (a, b) => {
    expect(hash(a)).not.toBe(hash(b));
  });

  it.each([
    ['Macron’s', 'Macron'],
    ['EU-weit', 'EU'],
    ['Jose\u0301, ', 'Jose\u0301'],
    ['Rutte\u00ad\u200b ', 'Rutte'],
    ['В’ячеслав', 'В’ячеслав'],
    ['NATOトップ', 'NATO'],
    ['トランプ大統領', 'トランプ'],
    ['\u{20000}\u{20001}', '\u{20000}'],
  ])('the first word of %j is %j', (text, word) => {
    expect(found(text, word)).toBe(word);
  });

  it('survives half a surrogate pair', () => {
    expect(hash('\ud840')).toBeNull();
    expect(hash('a\ud840 b')).not.toBeNull();
  });
});

describe('letter case', () => {
  it('tells initials, capitals and pattern', () => {
    const title = letterCase('von der Leyen');
    expect([title.capitals, title.letters, title.upper]).toEqual([0b100, 11, 1]);
    expect(letterCase('EU').pattern).not.toBe(letterCase('Eu').pattern);
    expect(letterCase('Nato').capitalised).toBe(true);
    expect(letterCase('NATO').capitalised).toBe(false);
    // Script without case: never a small letter at a word's start.
    expect(letterCase('中国').initials).toBe(0b11);
  });
});
