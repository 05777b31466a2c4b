// @vitest-environment happy-dom
import { Fragment, h, render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { Card } from '@/ui/card/card';
import type { CardState } from '@/ui/card/card-state';
import { draw } from '@/ui/card/draw';
import { Fragment as Bare, jsx } from '@/ui/card/jsx-runtime';
import { CARDS } from '../gallery/states';

function drawn(tree: Parameters<typeof draw>[0]): HTMLElement {
  const root = document.createElement('div');
  root.append(...draw(tree, document));
  return root;
}

describe('draw', () => {
  it.each(Object.keys(CARDS))('draws what Preact draws: the card “%s”', (name) => {
    const card = h(Card, { state: CARDS[name] as CardState, onClose: () => undefined });
    const byPreact = document.createElement('div');
    render(card, byPreact);
    expect(byPreact.childElementCount).toBe(1);
    expect(drawn(card).innerHTML).toBe(byPreact.innerHTML);
  });

  it('draws nothing for nothing, and a zero for a zero', () => {
    for (const nothing of [null, undefined, true, false, '', []]) expect(draw(nothing, document)).toEqual([]);
    expect(drawn(h(Fragment, null, 0, ' ', [1, null, ['two']])).textContent).toBe('0 1two');
  });

  it('listens to events and writes them nowhere', () => {
    const onClick = vi.fn();
    const root = drawn(h('button', { onClick, title: undefined }));
    root.querySelector('button')?.click();
    expect(onClick).toHaveBeenCalledOnce();
    expect(root.innerHTML).toBe('<button></button>');
  });

  it('keeps SVG in its namespace, children too, and leaves what follows in HTML', () => {
    const root = drawn([h('svg', { viewBox: '0 0 1 1' }, h('path', { d: 'M0 0' })), h('p', null)]);
    expect([...root.querySelectorAll('*')].map((node) => node.namespaceURI?.split('/').at(-1))).toEqual(['svg', 'svg', 'xhtml']);
    expect(root.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 1 1');
  });

  it('draws what the runtime without Preact makes', () => {
    const Name = ({ children }: { children: string }) => jsx('b', { children });
    const tree = jsx(Bare, { children: ['by ', jsx(Name, { children: 'Mark Rutte' })] });
    expect(drawn(tree as Parameters<typeof draw>[0]).innerHTML).toBe('by <b>Mark Rutte</b>');
  });

  it('makes HTML in a document that is XML', () => {
    const xml = new DOMParser().parseFromString('<root/>', 'application/xml');
    const [time] = draw(h('time', { dateTime: '2025' }), xml) as HTMLElement[];
    expect([time?.namespaceURI, time?.getAttribute('datetime'), time?.ownerDocument === xml]).toEqual([
      'http://www.w3.org/1999/xhtml',
      '2025',
      true,
    ]);
  });
});
