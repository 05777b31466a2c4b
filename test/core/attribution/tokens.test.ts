/** The tokeniser cuts by hand what one expression says in a line: both must agree on any text, to the last offset. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenise } from '@/core/attribution/tokens';

const TOKEN = /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu}\p{Ll})|[\p{L}\p{N}\p{M}]+(?:[-‐‑'’.,&/][\p{L}\p{N}\p{M}]+)*|``|''|\.\.\.|--|[^\s]/gu;
const JOINED_SENTENCES = /^(\p{L}+)[.,]\p{Lu}\p{L}*$/u;

/** Start and end of every token, by the expression. */
function reference(text: string): [start: number, end: number][] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: found, index }): [number, number][] => {
    const end = index + found.length;
    const joined = JOINED_SENTENCES.exec(found)?.[1];
    if (joined) {
      const dot = index + joined.length;
      return [
        [index, dot],
        [dot, dot + 1],
        [dot + 1, end],
      ];
    }
    if (found.length > 2 && /['’]s$/i.test(found))
      return [
        [index, end - 2],
        [end - 2, end],
      ];
    return [[index, end]];
  });
}

const PIECES = [
  'U.S.',
  'J. ',
  'Kovac',
  'é',
  'ё',
  "'s",
  '’S',
  '.',
  ',',
  '-',
  '‐',
  '&',
  '/',
  '``',
  "''",
  '...',
  '--',
  '1',
  '²',
  '½',
  '\u0301',
  ' ',
  '\u00a0',
  '\n',
  '😀',
  '𝔘',
  '𝔘.',
  '\ud800',
  '漢',
  '“',
  '«',
  'ß',
  'A.B',
  'x.Y',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

it('cuts any text as the expression does', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tokenise(text).map(({ start, end }) => [start, end])).toEqual(reference(text));
    }),
    { numRuns: 3000 },
  );
});

it('says of every token what stands in it and before it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const [i, token] of tokenise(text).entries()) {
        const written = text.slice(token.start, token.end);
        const between = text.slice(last, token.start);
        expect(token).toMatchObject({
          text: written,
          lower: written.toLowerCase().replaceAll('’', "'"),
          word: /[\p{L}\p{N}]/u.test(written),
          capital: /^\p{Lu}/u.test(written),
          spaced: between !== '' || token.start === 0,
          opensParagraph: i === 0 || between.includes('\n'),
        });
        last = token.end;
      }
    }),
    { numRuns: 1000 },
  );
});
