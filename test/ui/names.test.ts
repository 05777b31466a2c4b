// @vitest-environment happy-dom
/** The names page by keys: the form takes the focus as it opens and gives it back as it closes, and Escape closes it. */
import { h, render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Actor } from '@/core/model/actor';
import { Names } from '@/ui/names/names';
import type { NamesCallbacks, NamesState, TrackForm } from '@/ui/names/state';

const HOLM: Actor = { id: 'own:holm', kind: 'person', name: 'Ada Holm', names: [], surnames: [], offices: [], sources: [] };
const FORM: TrackForm = { id: null, name: '', kind: 'person', description: '', names: [], problem: 'A name is needed.' };
const LISTS: NamesState = {
  ...{ form: null, actors: [HOLM], corrections: [], painting: null, packs: [], done: null, fault: null },
};

let root: HTMLElement;
afterEach(() => {
  render(null, root);
  root.remove();
});

const onCancel = vi.fn();
function show(state: NamesState) {
  root ??= document.body.appendChild(document.createElement('div'));
  if (!root.isConnected) document.body.append(root);
  render(h(Names, { state, on: { onCancel } as unknown as NamesCallbacks }), root);
}
const button = (words: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(words));
const focused = () => document.activeElement?.textContent || document.activeElement?.tagName;

it('begins a new name in its field, and comes back to what begins the next', () => {
  show(LISTS);
  button('Track a name')?.focus();
  show({ ...LISTS, form: FORM });
  expect(document.activeElement).toBe(root.querySelector('.track input'));
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(onCancel).toHaveBeenCalledOnce();
  show(LISTS);
  expect(focused()).toBe('Track a name…');
});

it('comes back to the button of the name that was changed', () => {
  show(LISTS);
  button('Change')?.focus();
  show({ ...LISTS, form: { ...FORM, id: HOLM.id, name: HOLM.name } });
  expect(focused()).toBe('INPUT');
  show(LISTS);
  expect(focused()).toBe('Change Ada Holm');
});
