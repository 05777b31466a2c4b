// @vitest-environment happy-dom
/** Splitting, drawn as the page draws it: from the session's state, again and again. */
import { h, render } from 'preact';
import { beforeAll, expect, it } from 'vitest';
import type { ClaimRow, SubjectDetail } from '@/core/model/library';
import { EVERYTHING } from '@/ui/library/filters';
import { SplitForm } from '@/ui/library/split-form';
import type { LibraryCallbacks, ListState } from '@/ui/library/state';
import { NO_SUBJECT } from '@/ui/library/subject-form';

const claim = (n: number): ClaimRow => ({
  ...{ id: `world:c${n}`, kind: 'claim', text: `Toll ${n}`, speaker: null, outlet: null, via: [], clocks: {}, leading: null },
  ...{ status: 'curated', hedged: false, events: [], readIn: null, link: null, superseded: false, verdict: null, pack: null },
});

beforeAll(() => {
  // Nothing is laid out here.
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

it('opens its list once, though each answer draws the whole page anew, and moves what is ticked', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const query = { ...EVERYTHING, sort: 'newest' as const };
  const done: unknown[] = [];
  let opened = 0;
  let list: ListState | undefined;
  const answer = (total: number | null) => {
    const rows = new Map(Array.from({ length: total ?? 0 }, (_, n) => [n, claim(n)] as const));
    list = { query, total, exact: true, indexing: null, rows, busy: total === null, from: 0, key: (list?.key ?? 0) + 1 };
    draw();
  };
  const on = {
    toSplit: () => {
      opened++;
      answer(null);
      setTimeout(() => answer(3));
    },
    seen: () => undefined,
    idsIn: async () => ['world:c0', 'world:c1', 'world:c2'],
    tend: async (order: unknown) => Boolean(done.push(order)),
  } as unknown as LibraryCallbacks;
  const detail = { view: { id: 'world:ann', name: 'Ann Able', kind: 'person' } } as SubjectDetail;
  const draw = () => render(h(SplitForm, { detail, draft: NO_SUBJECT, list, on, onClose: () => undefined }), root);
  const press = (label: string) =>
    [...root.querySelectorAll('button')].find((button) => button.textContent?.startsWith(label))?.dispatchEvent(new Event('click'));
  const says = (words: string) => expect.poll(() => root.textContent).toContain(words);
  draw();
  await says('3 claims · 0 ticked');
  expect(opened).toBe(1);
  press('Tick all');
  await says('3 claims · 3 ticked');
  const [first] = root.querySelectorAll<HTMLInputElement>('.window input');
  first?.dispatchEvent(new Event('change'));
  await says('3 claims · 2 ticked');
  const name = root.querySelector<HTMLInputElement>('form input[type="text"]');
  if (!name) throw new Error('no field for the name');
  name.value = 'Ann Able (ferries)';
  name.dispatchEvent(new Event('input'));
  await expect.poll(() => name.value).toBe('Ann Able (ferries)');
  root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await expect.poll(() => done).toHaveLength(1);
  expect(done).toMatchObject([{ do: 'split', draft: { name: 'Ann Able (ferries)' }, claims: ['world:c1', 'world:c2'] }]);
});
