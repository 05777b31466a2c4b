import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareStatements } from '@/core/coverage/disagreement';
import { pageFigures } from '@/core/coverage/page-figures';
import { statement } from './statements';

const TEXT =
  'The Harbour League met in Sund. The Harbour League now counts over 14 ports with joint guards. Kern said the Harbour League had 30 ports. Nine crews sailed.';
const mention = (surface: string, subject: string, nth = 0) => {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = TEXT.indexOf(surface, start + 1);
  return { start, end: start + surface.length, subject, kind: 'organisation' as const };
};
const said = { start: TEXT.indexOf('Kern said'), end: TEXT.indexOf(' Nine') };
const page = pageFigures({
  text: TEXT,
  mentions: [0, 1, 2].map((nth) => mention('Harbour League', 'world:league', nth)),
  attributed: [said],
  outlet: 'this page',
  voice: null,
  published: '2025-03-01',
});

it('takes sentences with a figure about something tracked, never another’s words', () => {
  expect(page).toEqual([
    {
      id: `page:${TEXT.indexOf('The Harbour League now')}`,
      text: 'The Harbour League now counts over 14 ports with joint guards.',
      speaker: null,
      outlet: 'this page',
      voice: null,
      subjects: ['world:league'],
      events: [],
      dated: '2025-03-01',
      happened: null,
    },
  ]);
});

it('stands beside a claim that counts otherwise', () => {
  const claim = statement('c', 'Fourteen ports promised joint guards.', { subjects: ['world:league'] });
  const differences = page.flatMap((own) => compareStatements(claim, own, false));
  expect(differences.map(({ about, sides }) => [about, ...sides.map(({ says }) => says)])).toEqual([
    ['number', 'Fourteen ports', 'over 14 ports'],
  ]);
});

it('leaves out what a naive look at every attributed stretch leaves out', () => {
  const sentence = 'The League counts 14 ports. ';
  const text = sentence.repeat(12);
  const mentions = Array.from({ length: 12 }, (_, i) => {
    const start = i * sentence.length + 4;
    return { start, end: start + 6, subject: 'world:league', kind: 'organisation' as const };
  });
  const stretch = fc.tuple(fc.nat(text.length), fc.nat(80)).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 8 }), (attributed) => {
      const free = mentions.flatMap(({ start }) => {
        const own = { start: start - 4, end: start - 4 + sentence.length - 1 };
        return attributed.some((words) => words.start < own.end && words.end > own.start) ? [] : [`page:${own.start}`];
      });
      const page = { text, mentions, attributed, outlet: null, voice: null, published: null };
      expect(pageFigures(page).map(({ id }) => id)).toEqual(free);
    }),
  );
});
