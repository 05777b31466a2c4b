// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import type { Difference, Side } from '@/core/coverage/disagreement';
import { Differs } from '@/ui/primitives/differs';

const side = (statement: string, says: string, rest: Partial<Side> = {}): Side => ({
  statement,
  text: `Sentence ${statement}.`,
  says,
  outlet: null,
  speaker: null,
  dated: null,
  ...rest,
});

it('sets both accounts side by side with who says so and when, in its own sentence, and dates as dates', () => {
  const differences: Difference[] = [
    {
      about: 'number',
      of: 'country',
      sides: [side('a', '26 nations', { outlet: 'PBX', dated: '2025-09-04' }), side('b', 'over 26 countries', { outlet: 'this page' })],
    },
    {
      about: 'attribution',
      of: null,
      sides: [side('a', 'Edda Holm', { speaker: 'Edda Holm' }), side('b', 'Aldo Kern', { speaker: 'Aldo Kern', outlet: 'PBX' })],
    },
    {
      about: 'date',
      of: 'e',
      sides: [side('a', '2025-02-24', { text: null }), side('b', '2025-03', { text: null, outlet: 'CNN transcripts' })],
    },
  ];
  const root = document.createElement('div');
  render(h(Differs, { of: differences }), root);
  expect([...root.querySelectorAll('h3, p')].map((node) => node.textContent)).toEqual([
    'Numbers differ',
    '26 nations',
    'PBX · Sep 4, 2025',
    'Sentence a.',
    'over 26 countries',
    'this page',
    'Sentence b.',
    'Attributed to different people',
    'Edda Holm',
    'no outlet named',
    'Sentence a.',
    'Aldo Kern',
    'PBX',
    'Sentence b.',
    'Dates differ',
    ' Feb 24, 2025',
    'nobody named',
    ' Mar 2025',
    'CNN transcripts',
  ]);
});
