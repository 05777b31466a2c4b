import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { RETRY_AFTER } from '@/page/controller';
import { LOADING_AFTER } from '@/page/hover';
import { eventually } from './eventually';
import { marks, middleOf, type RunningReader, runReader } from './fixture';

const STORY = `<h1>A call</h1>
<p id="one">The call was held by <a href="#">Emmanuel</a> <b>Macron</b> and Mark Rutte.</p>
<p id="two">In Paris, NATO was silent. Jane Undisclosed was there.</p>`;

let reader: RunningReader | null = null;
const start = (): RunningReader => {
  reader = runReader();
  return reader;
};
const words = () => marks().map((mark) => mark.text);
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const ready = async (running: RunningReader) => eventually(async () => expect((await running.page['page/state']({})).status).toBe('ready'));
const textOf = (id: string, child: number): Node => document.getElementById(id)?.childNodes[child] as Node;

/** Moves the real pointer to some words. */
async function pointAt(node: Node, start: number, end: number): Promise<void> {
  const { x, y } = middleOf(node, start, end);
  await userEvent.hover(document.documentElement, { position: { x: x + window.scrollX, y: y + window.scrollY }, force: true });
}

beforeEach(async () => {
  await screen.viewport(900, 700);
  document.body.innerHTML = STORY;
  window.scrollTo(0, 0);
  await userEvent.hover(document.documentElement, { position: { x: 890, y: 5 }, force: true });
});
afterEach(() => {
  reader?.stop();
  reader = null;
});

it('marks names by kind, and nothing that is not painted openly', async () => {
  await ready(start());
  expect(marks()).toEqual([
    { name: 'sidelight-person', text: 'Emmanuel Macron' },
    { name: 'sidelight-person', text: 'Mark Rutte' },
    { name: 'sidelight-place', text: 'Paris' },
    { name: 'sidelight-organisation', text: 'NATO' },
  ]);
  expect((await reader?.page['page/state']({}))?.subjects.map(({ id }) => id)).toContain('mine:secret');
});

it('changes nothing in the document but its one host, and moves nothing', async () => {
  const records: MutationRecord[] = [];
  const watch = new MutationObserver((more) => records.push(...more));
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const before = document.getElementById('two')?.getBoundingClientRect().toJSON();
  await ready(start());
  await wait(50);
  watch.disconnect();
  expect(records.map((record) => [record.target, record.addedNodes.length])).toEqual([[document.documentElement, 1]]);
  expect(document.getElementById('two')?.getBoundingClientRect().toJSON()).toEqual(before);
  const host = document.documentElement.lastElementChild as HTMLElement;
  expect(host.attributes.length).toBe(0);
  expect(host.shadowRoot).toBeNull();
});

it('opens the card over a mark and closes it after the pointer has left', async () => {
  const running = start();
  await ready(running);
  await pointAt(textOf('one', 4), 5, 15);
  await eventually(() => expect(running.states.at(-1)).toMatchObject({ kind: 'ready', surface: 'Mark Rutte', view: { id: 'w:rutte' } }));
  const box = running.container()?.getBoundingClientRect();
  const mark = middleOf(textOf('one', 4), 5, 15);
  expect(box?.top).toBeGreaterThan(mark.y);
  expect(box?.right).toBeLessThanOrEqual(window.innerWidth);
  await userEvent.hover(document.documentElement, { position: { x: 880, y: 600 }, force: true });
  await eventually(() => expect(running.states.at(-1)).toBeNull());
});

it('finds a name split over elements and one that is not painted', async () => {
  const running = start();
  await ready(running);
  await pointAt(document.querySelector('#one b')?.firstChild as Node, 0, 6);
  await eventually(() => expect(running.states.at(-1)).toMatchObject({ surface: 'Emmanuel Macron' }));
  // The card may lie on the next line.
  await userEvent.hover(document.documentElement, { position: { x: 880, y: 600 }, force: true });
  await eventually(() => expect(running.states.at(-1)).toBeNull());
  await pointAt(textOf('two', 0), 30, 40);
  await eventually(() => expect(running.states.at(-1)).toMatchObject({ surface: 'Jane Undisclosed' }));
});

it('opens nothing beside a mark, nor for a pointer that the page made up', async () => {
  document.body.innerHTML = '<p id="last">He met Mark Rutte</p>';
  const running = start();
  await ready(running);
  const { x, y } = middleOf(textOf('last', 0), 7, 17);
  document.body.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, screenX: x, screenY: y, bubbles: true }));
  await wait(LOADING_AFTER + 100);
  expect(running.asked).not.toContain('subject/get');
  // Right of the line's end the nearest caret is at the end of the name.
  await userEvent.hover(document.documentElement, { position: { x: 850, y }, force: true });
  await wait(LOADING_AFTER + 100);
  expect(running.asked).not.toContain('subject/get');
});

it('goes through the mentions by key, brings them into view, and gives the focus back', async () => {
  document.body.innerHTML = `<button id="b">first</button>${STORY}<div style="height:3000px"></div><p id="far">Then NATO spoke.</p>`;
  const running = start();
  await ready(running);
  const button = document.getElementById('b') as HTMLElement;
  button.focus();
  expect(await running.page['page/step']({ by: -1 })).toBe(true);
  await eventually(() => expect(running.states.at(-1)).toMatchObject({ surface: 'Jane Undisclosed' }));
  expect(await running.page['page/step']({ by: 1 })).toBe(true);
  await eventually(() => expect(running.states.at(-1)).toMatchObject({ kind: 'ready', surface: 'NATO' }));
  const { y } = middleOf(textOf('far', 0), 5, 9);
  expect(y).toBeGreaterThan(0);
  expect(y).toBeLessThan(window.innerHeight);
  expect(document.activeElement).toBe(button);
  expect(await running.page['page/open']({})).toBe(true);
  const root = running.container()?.getRootNode() as ShadowRoot;
  await eventually(() => expect(root.activeElement?.getAttribute('role')).toBe('dialog'));
  await userEvent.keyboard('{Tab}');
  expect(root.activeElement?.localName).toBe('a');
  await userEvent.keyboard('{Tab}{Tab}');
  expect(root.activeElement?.localName).toBe('a');
  await userEvent.keyboard('{Escape}');
  expect(running.states.at(-1)).toBeNull();
  expect(document.activeElement).toBe(button);
  expect(await running.page['page/reveal']({ id: 'w:nato', nth: 1 })).toBe(2);
});

it('follows a page that changes: text added, replaced in place, removed, shown', async () => {
  document.body.insertAdjacentHTML('beforeend', '<div id="panel" style="display:none"><p>NATO again</p></div><p id="live">Nobody.</p>');
  const running = start();
  await ready(running);
  expect(words()).toHaveLength(4);
  document.body.insertAdjacentHTML('beforeend', '<p id="new">Mark Rutte came.</p>');
  await eventually(() => expect(words()).toHaveLength(5));
  (textOf('live', 0) as Text).data = 'Then Paris heard.';
  await eventually(() => expect(words()).toHaveLength(6));
  (textOf('live', 0) as Text).data = 'In the end, nobody heard.';
  // In a microtask, before anything is painted.
  await Promise.resolve();
  expect(words()).toHaveLength(5);
  document.getElementById('new')?.remove();
  await eventually(async () => {
    const state = await running.page['page/state']({});
    expect(state.subjects.find(({ id }) => id === 'w:rutte')?.count).toBe(1);
  });
  (document.getElementById('panel') as HTMLElement).style.display = '';
  await eventually(() => expect(words().filter((text) => text === 'NATO')).toHaveLength(2));
  document.getElementById('two')?.setAttribute('hidden', '');
  await eventually(() => expect(words().filter((text) => text === 'NATO')).toHaveLength(1));
});

it('keeps a mark when the same text comes in new nodes', async () => {
  const running = start();
  await ready(running);
  const one = document.getElementById('two') as HTMLElement;
  one.replaceChildren(document.createTextNode(one.textContent ?? ''));
  const range = () => [...(CSS.highlights.get('sidelight-organisation') ?? [])][0];
  await eventually(() => expect(range()?.startContainer).toBe(one.firstChild));
  expect(words()).toHaveLength(4);
});

it('paints only near the view on a page with many names', async () => {
  document.body.innerHTML = Array.from({ length: 1500 }, (_, i) => `<p>${i}: Mark Rutte met NATO.</p>`).join('');
  await ready(start());
  await eventually(() => expect(words().length).toBeGreaterThan(0));
  await wait(100);
  expect(words().length).toBeLessThan(500);
  window.scrollTo(0, document.documentElement.scrollHeight);
  await eventually(() =>
    expect(document.querySelector('p:last-child')?.firstChild).toBe(
      [...(CSS.highlights.get('sidelight-person') ?? [])]
        .map((r) => r.startContainer)
        .find((n) => n === document.querySelector('p:last-child')?.firstChild),
    ),
  );
  expect(words().length).toBeLessThan(500);
});

it('comes back when the page takes its host away, but does not fight', async () => {
  start();
  const hostOf = () => [...document.documentElement.children].find((element) => element.localName === 'div');
  expect(hostOf()).toBeDefined();
  hostOf()?.remove();
  await eventually(() => expect(hostOf()).toBeDefined());
  for (let i = 0; i < 30; i++) {
    hostOf()?.remove();
    await Promise.resolve();
    await wait(1);
  }
  expect(hostOf()).toBeUndefined();
});

it('stops without a trace: by order, by signal, and when the extension has gone', async () => {
  const running = start();
  await ready(running);
  running.orders = { state: 'paused', revision: 'r1' };
  await running.page['page/refresh']({});
  expect(words()).toEqual([]);
  expect((await running.page['page/state']({})).status).toBe('paused');
  running.orders = { state: 'on', revision: 'r2' };
  await running.page['page/refresh']({});
  await ready(running);
  expect(words()).toHaveLength(4);
  running.alive = false;
  document.body.append('.');
  await eventually(() => expect(CSS.highlights.size).toBe(0));
  expect(document.documentElement.querySelector(':scope > div')).toBeNull();
});

it('is one reader, however often it is started', async () => {
  await ready(start());
  expect(() => runReader().page).toThrow('serves nothing');
  expect(document.documentElement.querySelectorAll(':scope > div')).toHaveLength(1);
});

it('puts its marks back where the page cleared the registry or a highlight', async () => {
  await ready(start());
  for (const clear of [() => CSS.highlights.clear(), () => CSS.highlights.get('sidelight-person')?.clear()]) {
    clear();
    expect(words().length).toBeLessThan(4);
    document.body.append('A change.');
    await eventually(() => expect(words()).toHaveLength(4));
  }
});

it('takes away what another run left: its marks', async () => {
  document.body.innerHTML = '<p>Nobody here.</p>';
  CSS.highlights.set('sidelight-event', new Highlight());
  CSS.highlights.set('the-page-s', new Highlight());
  await ready(start());
  expect([...CSS.highlights.keys()]).toEqual(['the-page-s']);
  CSS.highlights.clear();
});

it('is reading again from a new address until the next story is read', async () => {
  const running = start();
  await ready(running);
  const { href } = window.location;
  window.history.pushState({}, '', '?next');
  try {
    expect(await running.page['page/state']({})).toMatchObject({ status: 'reading', subjects: [] });
    document.body.innerHTML = '<p>Then Paris.</p>';
    expect((await running.page['page/state']({})).status).toBe('reading');
    await eventually(async () => expect((await running.page['page/state']({})).status).toBe('ready'));
    expect((await running.page['page/state']({})).subjects.map(({ id }) => id)).toEqual(['w:paris']);
  } finally {
    window.history.replaceState({}, '', href);
  }
});

it('keeps its subjects while a changed part is read again', async () => {
  const running = start();
  await ready(running);
  const before = (await running.page['page/state']({})).subjects;
  const two = document.getElementById('two') as HTMLElement;
  for (let i = 0; i < 30; i++) {
    two.innerHTML = `In Paris, NATO was silent. Jane Undisclosed was there. ${i}`;
    await wait(20);
    expect((await running.page['page/state']({})).subjects).toEqual(before);
  }
});

it('opens and keeps the card on a paragraph that the page puts in place anew all the time', async () => {
  const running = start();
  await ready(running);
  const again = () => {
    const one = document.getElementById('one') as HTMLElement;
    one.replaceWith(one.cloneNode(true));
  };
  const timer = setInterval(again, 400);
  try {
    await pointAt(textOf('one', 4), 5, 15);
    await eventually(() => expect(running.states.at(-1)).toMatchObject({ kind: 'ready', surface: 'Mark Rutte' }));
    const shown = running.states.length;
    await wait(1_500);
    expect(running.states.slice(shown)).toEqual([]);
  } finally {
    clearInterval(timer);
  }
  document.getElementById('one')?.remove();
  await eventually(() => expect(running.states.at(-1)).toBeNull());
});

it('opens no card while a modal dialog makes everything else inert', async () => {
  document.body.insertAdjacentHTML('beforeend', '<dialog><p>NATO</p></dialog>');
  const dialog = document.querySelector('dialog') as HTMLDialogElement;
  const running = start();
  dialog.showModal();
  await ready(running);
  await eventually(() => expect(words()).toHaveLength(5));
  await pointAt(dialog.querySelector('p')?.firstChild as Node, 0, 4);
  await wait(LOADING_AFTER + 200);
  expect(running.container()).toBeNull();
  expect(dialog.childNodes).toHaveLength(1);
  dialog.close();
});

it('goes on reading where the background is late, and asks once more', async () => {
  const running = start();
  await ready(running);
  running.late = true;
  running.orders = { state: 'on', revision: 'r2' };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    await running.page['page/refresh']({});
    expect((await running.page['page/state']({})).status).toBe('ready');
    expect(words()).toHaveLength(4);
    running.late = false;
    const asked = running.asked.length;
    await vi.advanceTimersByTimeAsync(RETRY_AFTER);
    expect(running.asked.slice(asked)).toEqual(['page/hello', 'gazetteer/get']);
  } finally {
    vi.useRealTimers();
  }
});

it('asks again when the browser brings the page back from its cache', async () => {
  const running = start();
  await ready(running);
  running.orders = { state: 'off', revision: 'r1' };
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await eventually(() => expect(words()).toEqual([]));
  expect((await running.page['page/state']({})).status).toBe('off');
});
