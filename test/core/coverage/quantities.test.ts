import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '@/core/coverage/quantities';

const read = (text: string) => quantitiesIn(text).map(({ bound, value, unit, words }) => [bound, value, unit, words]);

describe('quantities', () => {
  it.each([
    ['Over 26 countries pledged support.', [['over', 26, 'country', 'Over 26 countries']]],
    ['Twenty-six nations pledged support.', [['exact', 26, 'country', 'Twenty-six nations']]],
    ['It costs about 1.5 million euros.', [['about', 1_500_000, 'EUR', 'about 1.5 million euros']]],
    ['They paid $3 billion for it.', [['exact', 3_000_000_000, 'USD', '$3 billion']]],
    ['At least 1,200 people came.', [['at-least', 1200, 'people', 'At least 1,200 people']]],
    ['Turnout was 61.4 percent.', [['exact', 61.4, '%', '61.4 percent']]],
    ['The police held 31 young officers.', [['exact', 31, 'offic', '31 young officers']]],
    ['Rund 1.200 Menschen kamen.', [['about', 1200, 'people', 'Rund 1.200 Menschen']]],
    ['Mehr als 40 Häuser brannten.', [['over', 40, 'häuse', 'Mehr als 40 Häuser']]],
    ['Plus de 26 pays ont promis.', [['over', 26, 'country', 'Plus de 26 pays']]],
    ['Al menos 40 personas.', [['at-least', 40, 'people', 'Al menos 40 personas']]],
    ['Понад 26 країн обіцяли.', [['over', 26, 'country', 'Понад 26 країн']]],
    ['Около 40 человек.', [['about', 40, 'people', 'Около 40 человек']]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'In 2025 countries met.',
    'The talks of 4 September failed.',
    'He is a 42-year-old driver.',
    'They won 3-1.',
    'At 9:30 people left.',
    'The G7 countries agreed.',
    'Article 5 of the treaty.',
    'On 24 and 25 May.',
  ])('finds none in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('answers with places in the text, whatever the text', () => {
    const piece = fc.constantFrom('over ', '26', ' countries', '1,200', ' million', ' €', '.', ' people', '-', 'zwölf ', 'Ґ', '\u00a0');
    fc.assert(
      fc.property(
        fc.array(piece).map((p) => p.join('')),
        (text) => {
          for (const { start, end, words, value } of quantitiesIn(text)) {
            expect(text.slice(start, end).trim()).toBe(words);
            expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
