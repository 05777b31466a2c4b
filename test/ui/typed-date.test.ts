/** Dates as people type them: read as what they say and no more, and never guessed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdtf } from '@/core/model/edtf';
import { typedDate } from '@/ui/library/typed-date';

describe('a date that is typed', () => {
  it.each([
    ['', ''],
    ['2025-12-24', '2025-12-24'],
    [' 2025-12 ', '2025-12'],
    ['2025', '2025'],
    ['2025-01/2025-03', '2025-01/2025-03'],
    ['24 Dec 2025', '2025-12-24'],
    ['24. Dec. 2025', '2025-12-24'],
    ['December 24th, 2025', '2025-12-24'],
    ['dec 2025', '2025-12'],
    ['5 Sept 2025', '2025-09-05'],
    ['24.12.2025', '2025-12-24'],
    ['3.4.2025', '2025-04-03'],
    ['12/24/2025', '2025-12-24'],
    ['24/12/2025', '2025-12-24'],
    ['Q3 2025', '2025-35'],
    ['autumn 2025', '2025-23'],
    ['about 2025', '2025~'],
    ['circa May 2025', '2025-05~'],
    ['202x', '202X'],
  ])('%o is %o', (text, edtf) => expect(typedDate(text)).toBe(edtf));

  it.each([
    'decade 2025',
    '3/4/2025',
    '31 Feb 2025',
    '24 Dec',
    'Decade 2025 x',
    'soon',
    '24 Dec Jan 2025',
    '2025-13',
    '13.13.2025',
    'ma 2025',
  ])('%o is none', (text) => expect(typedDate(text)).toBe(null));

  it('is EDTF, nothing, or no date, whatever is typed', () => {
    const parts = fc.constantFrom('24', '3', 'Dec', 'may', '2025', '/', '.', ' ', ',', '-', 'q2', 'about ', 'spring', '–', '~');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts, { maxLength: 7 }).map((some) => some.join('')),
        ),
        (text) => {
          const read = typedDate(text);
          expect(read === null || read === '' || isEdtf(read)).toBe(true);
        },
      ),
    );
  });
});
