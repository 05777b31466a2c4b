// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import type { DifferenceView, SideView } from '@/core/model/view';
import { Differs } from '@/ui/primitives/differs';

const side = (statement: string, says: string, rest: Partial<SideView> = {}): SideView => ({
  statement,
  text: `Sentence ${statement}.`,
  says,
  outlet: null,
  speaker: null,
  dated: null,
  onPage: false,
  link: null,
  ...rest,
});

it('sets both accounts side by side with who says so and when, in its own sentence, and dates as dates', () => {
  const differences: DifferenceView[] = [
    {
      about: 'number',
      of: 'country',
      sides: [
        side('a', '26 nations', { outlet: 'PBX', dated: '2025-09-04', link: 'https://pbx.test/a' }),
        side('b', 'over 26 countries', { onPage: true }),
      ],
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
  const shown: string[] = [];
  render(h(Differs, { of: differences, onShow: (id) => shown.push(id) }), root);
  expect([...root.querySelectorAll('h3, p, button')].map((node) => node.textContent.replaceAll('\u00a0', ' '))).toEqual([
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
  expect([...root.querySelectorAll('a')].map(({ href, textContent }) => [href, textContent])).toEqual([
    ['https://pbx.test/a', 'Sentence a.'],
  ]);
  // The page's own sentence is shown on the page; others open where they stand.
  root.querySelector('button')?.click();
  expect(shown).toEqual(['b']);
});
