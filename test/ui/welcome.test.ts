// @vitest-environment happy-dom
import { h, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Welcome, type WelcomeProps } from '@/ui/welcome/welcome';
import { RUTTE } from '../gallery/fixtures';

let root: HTMLElement;
const onGrant = vi.fn();
const PROPS: WelcomeProps = {
  example: { kind: 'ready', view: RUTTE, surface: 'Mark Rutte', reason: 'full-name' },
  sites: 312,
  shortcuts: [
    { does: 'Next mention', keys: 'Alt+N' },
    { does: 'Open the card', keys: '' },
  ],
  access: 'granted',
  onGrant,
};

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});
const show = (props: Partial<WelcomeProps>) => render(h(Welcome, { ...PROPS, ...props }), root);

it('asks for the news sites only where the browser has not granted them', () => {
  show({});
  expect(root.querySelector('.grant')).toBeNull();
  show({ access: 'missing' });
  expect(root.querySelector('.grant')?.textContent).toContain('the 312 news sites');
  root.querySelector<HTMLElement>('.grant button')?.click();
  expect(onGrant.mock.calls).toEqual([[]]);
});

it('shows a real card that is part of the page: no dialog, no close button', () => {
  show({});
  expect(root.querySelector('.example .card h2')?.textContent).toBe('Mark Rutte');
  expect(root.querySelector('[role=dialog], .close')).toBeNull();
  show({ example: null });
  expect(root.querySelector('.example')?.textContent).toContain('being installed');
});

it('tells the keys as they are set, and where none is', () => {
  show({});
  expect([...root.querySelectorAll('.keys div')].map((row) => row.textContent)).toEqual(['Next mentionAlt+N', 'Open the cardnot set']);
  show({ shortcuts: [] });
  expect(root.querySelector('.keys')).toBeNull();
});
