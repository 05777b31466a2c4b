// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import { type Account, traceOrigins } from '@/core/coverage/origins';
import { Origins } from '@/ui/primitives/origins';

const outlet = (name: string, agency = false) => ({ name, names: [name], voice: name, agency });
const account = (name: string, text: string, rest: Partial<Account> = {}): Account => ({
  id: `${name} ${text}`,
  outlet: outlet(name),
  text,
  via: [],
  credits: [],
  source: null,
  carried: null,
  ...rest,
});
const reuters = [outlet('Reuters', true)];

function drawn(accounts: readonly Account[]): { line: string | undefined; lines: (string | null)[] } | null {
  const root = document.createElement('div');
  render(h(Origins, { report: traceOrigins(accounts, reuters) }), root);
  if (!root.firstElementChild) return null;
  return {
    line: root.querySelector('summary')?.textContent.replaceAll('\u00a0', ' '),
    lines: [...root.querySelectorAll('li')].map((li) => li.textContent),
  };
}

it('counts outlets and origins, names the first, and explains who leans on whom', () => {
  expect(
    drawn([
      account('PBX', 'The pact is dead.', { via: ['Reuters'], carried: '2025-12-08' }),
      account('Inland Post', 'A diplomat told the Post that it was over.'),
      account('Quay Radio', 'The pact has reportedly failed.'),
    ]),
  ).toEqual({
    line: '3 outlets · 2 origins · 1 unclear · first Reuters (in PBX), Dec 8, 2025',
    lines: [
      'Reuters news agencyPBX named as its source',
      'PBX named as its source',
      'Inland Post its own report: “told the Post”',
      'Quay Radio unclear: reportedly (reports that nobody signs)',
    ],
  });
});

it('does not guess where nothing shows, and says nothing of one outlet alone', () => {
  const bare = drawn([account('PBX', 'It fell.'), account('Inland Post', 'It is down.')]);
  expect(bare?.line).toBe('2 outlets · origins unclear');
  expect(bare?.lines).toEqual([
    'PBX unclear: where it has it from does not show',
    'Inland Post unclear: where it has it from does not show',
  ]);
  expect(drawn([account('PBX', 'It fell.')])).toBe(null);
});

it('indents a chain under its one origin, and says what the page in hand leans on', () => {
  const report = traceOrigins(
    [account('PBX', 'It fell.', { via: ['Reuters'] }), account('Quay Radio', 'PBX reports that it fell.')],
    reuters,
  );
  const here = { account: 'page', outlet: null, standing: 'leans', grounds: [{ kind: 'wire-credit', on: 'AP' }], origins: [0] } as const;
  const root = document.createElement('div');
  render(h(Origins, { report, here }), root);
  expect([...root.querySelectorAll('.leans, details > ul > li:last-child')].map((li) => li.textContent)).toEqual([
    'PBX named as its source',
    'Quay Radio PBX (named in the text)',
    'This page leans on AP (credited)',
  ]);
});
