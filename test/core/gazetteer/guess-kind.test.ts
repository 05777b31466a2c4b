import { expect, it } from 'vitest';
import { guessKind } from '@/core/gazetteer/guess-kind';

it.each([
  'Jonas Brandt',
  'Claire D. Moreau',
  'Ursula von der Leyen',
  'Anna-Lena O’Brien',
  'Bashar al-Assad',
  'Robert Smith Jr.',
  'Łukasz Żak',
  'Jonas W. Brandt',
  'Jonas W Brandt',
  'J. K. Brandt',
  'J.K. Brandt',
])('takes %s for a person', (name) => {
  expect(guessKind(name)).toBe('person');
});

it.each([
  'Brandt',
  'NATO',
  'Bank of Examples',
  'Example Motors',
  'Gulf Coast',
  'New Example',
  'Labour Party',
  'Deutsche Beispielpartei',
  'US Congress',
  'web summit',
  'Formel 1',
  'U.S. Quayside',
  'w Brandt',
])('does not take %s for a person', (name) => {
  expect(guessKind(name)).toBe('organisation');
});
