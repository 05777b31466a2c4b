// @vitest-environment happy-dom
/** A record's page by keys: where the focus is when a form comes and goes, and that no key drops what was typed. */
import { h, render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import type { ClaimRow, LibraryDetail } from '@/core/model/library';
import { RecordSection } from '@/ui/library/record-section';
import type { LibraryCallbacks, LibraryState } from '@/ui/library/state';

const row: ClaimRow = {
  ...{ id: 'world:c1', kind: 'claim', text: 'Tolls rise.', speaker: null, outlet: null, via: [], clocks: {}, leading: null },
  ...{ status: 'curated', hedged: false, events: [], readIn: null, link: null, superseded: false, verdict: null, pack: null },
};
const detail: LibraryDetail = { kind: 'claim', row, actors: [], evidence: null, sources: [], chain: [row], note: '' };
const state = {
  place: { section: 'claims', id: row.id },
  record: { id: row.id, detail, fault: null },
  lists: {},
} as unknown as LibraryState;

let root: HTMLElement;
afterEach(() => {
  render(null, root);
  root.remove();
});

function open() {
  const orders: unknown[] = [];
  const on = { tend: async (order: unknown) => Boolean(orders.push(order)), find: async () => [] } as unknown as LibraryCallbacks;
  root = document.body.appendChild(document.createElement('div'));
  render(h(RecordSection, { state, on }), root);
  const act = (name: string) => root.querySelector<HTMLElement>(`[data-act="${name}"]`);
  const key = (name: string, more: KeyboardEventInit = {}) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
  const type = (text: string) => {
    const field = document.activeElement as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return { orders, act, key, type };
}
const focused = () => document.activeElement?.getAttribute('data-act') ?? document.activeElement?.tagName;

it('begins at its heading, gives a form the focus, and takes it back to where that was begun', async () => {
  const { act, key } = open();
  await expect.poll(focused).toBe('H2');
  act('edit')?.click();
  await expect.poll(focused).toBe('TEXTAREA');
  key('Escape');
  await expect.poll(focused).toBe('edit');
});

it('drops what was typed only where Escape is pressed again, and keeps it by Ctrl+Enter', async () => {
  const { orders, act, key, type } = open();
  act('note')?.click();
  await expect.poll(focused).toBe('TEXTAREA');
  type('Check the minutes.');
  key('Escape');
  await expect.poll(() => root.textContent).toContain('Press Escape again');
  expect(focused()).toBe('TEXTAREA');
  type('Check the minutes again.');
  await expect.poll(() => root.textContent).not.toContain('Press Escape again');
  key('Enter', { ctrlKey: true });
  await expect.poll(() => orders).toEqual([{ do: 'note', kind: 'claim', id: row.id, note: 'Check the minutes again.' }]);
  await expect.poll(focused).toBe('note');
});
