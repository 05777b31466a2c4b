/** Characters, words and separators, each rule by an example. */
import { describe, expect, it } from 'vitest';
import { APOSTROPHE, classOf, HYPHEN, IGNORABLE, isUnitScript, MARK, OTHER, SPACE } from '@/core/text/characters';
import { letterCase } from '@/core/text/letter-case';
import { createCursor, nextWordStart, readSeparator, readWord, startCursor } from '@/core/text/words';

/** The hash of a text read word by word to its end; null where the separators don't allow it. */
function hash(text: string): string | null {
  const cursor = createCursor();
  startCursor(cursor);
  for (let at = nextWordStart(text, 0); ; at = cursor.next) {
    readWord(text, at, cursor);
    if (!readSeparator(text, cursor)) return nextWordStart(text, cursor.next) < 0 ? `${cursor.a}:${cursor.b}` : null;
  }
}

function firstWord(text: string): string {
  const cursor = createCursor();
  const at = nextWordStart(text, 0);
  readWord(text, at, cursor);
  return text.slice(at, cursor.end);
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
    expect(firstWord(text)).toBe(word);
  });

  it('survives half a surrogate pair', () => {
    expect(nextWordStart('\ud840', 0)).toBe(-1);
    expect(hash('a\ud840 b')).not.toBeNull();
  });
});

describe('letter case', () => {
  it('tells initials, capitals and pattern', () => {
    const title = letterCase('von der Leyen', 0, 13);
    expect([title.capitals, title.letters, title.upper]).toEqual([0b100, 11, 1]);
    expect(letterCase('EU', 0, 2).pattern).not.toBe(letterCase('Eu', 0, 2).pattern);
    expect(letterCase('Nato', 0, 4).capitalised).toBe(true);
    expect(letterCase('NATO', 0, 4).capitalised).toBe(false);
    // Script without case: never a small letter at a word's start.
    expect(letterCase('中国', 0, 2).initials).toBe(0b11);
  });
});
