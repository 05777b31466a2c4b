/** Words and signs are cut by hand; an expression says the same in a line, and both must agree on any text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenize } from '@/core/dates/tokens';

const TOKEN =
  /Q[1-4](?![\p{L}\p{M}\d])|[\p{L}\p{M}]+(?:['’ʼ](?=\p{Script=Cyrillic})[\p{L}\p{M}]+)*|(\d(?:[\d.,:/–-]*\d)?)((?:-(?=(?:х|ті|тих|ые|ых|их|го|е|й|му)(?!\p{L})))?[\p{L}\p{M}]*)|[^\s\p{L}\p{M}\d]/gu;

const PIECES = [
  'Q3',
  'Q',
  'Q33',
  'п',
  "'",
  '’',
  'ʼ',
  'ятниця',
  'May',
  'é',
  '4th',
  '1990',
  '-х',
  '-',
  '–',
  '12.5.2025',
  '\u0301',
  '\u0482',
  ' ',
  '\n',
  '€',
  '😀',
  '𝔘',
  '\ud800',
  '²',
  '٣',
  '漢',
  '.',
  ',',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

it('cuts any text as the expression does', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      const expected = [...text.matchAll(TOKEN)].map((match, i) => {
        const [found, digits] = match;
        const gap = text.slice(last, match.index);
        last = match.index + found.length;
        const kind = digits !== undefined ? 'number' : /[\p{L}\p{M}]/u.test(found.charAt(0)) ? 'word' : 'sign';
        return { start: match.index, end: last, kind, glued: i > 0 && gap === '', newLine: gap.includes('\n') };
      });
      expect(tokenize(text, 'unknown').map(({ start, end, kind, glued, newLine }) => ({ start, end, kind, glued, newLine }))).toEqual(
        expected,
      );
    }),
    { numRuns: 3000 },
  );
});
