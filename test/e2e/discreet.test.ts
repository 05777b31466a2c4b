/** Names that the page must not be told are marked all the same: in place through whatever moves, and nowhere that a page can look. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/drive/driver';
import { BROWSERS, hover, paintedMarks, type Session, startSession, waitForMark } from './session';

const NAME = 'Ottoline Brackwater';

const html = (body: string, head = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>A story</title>${head}</head><body style="font:20px/1.8 serif;margin:0 40px">${body}</body></html>`;

const MOVING = html(
  `<header id="sticky" style="position:sticky;top:0;height:60px;background:#eee">Sticky head</header>
<p id="first">First, ${NAME} spoke in Paris.</p>
<div id="scroller" style="height:120px;overflow:auto;border:1px solid"><p>Top of the box.</p><p id="inner">Here <b>Ottoline</b> Brackwater again.</p><div style="height:600px"></div></div>
<div id="live"></div><div style="height:2000px"></div><p>Mark Rutte, at the end.</p>`,
);

/** What a page can find out about itself, from its first script on. */
const DETECT = `<script>
window.detected = { mutations: [], errors: 0 };
addEventListener('DOMContentLoaded', () => new MutationObserver((records) => {
  for (const r of records) for (const n of [...r.addedNodes, ...r.removedNodes]) detected.mutations.push(r.type + ' ' + n.nodeName + ' ' + r.target.nodeName);
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true }), true);
addEventListener('error', () => { detected.errors += 1; });
window.detect = () => {
  const all = [...document.querySelectorAll('*')];
  const box = (e) => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.width, r.height].join(); };
  const points = [];
  for (let y = 5; y < innerHeight; y += 11) for (let x = 5; x < innerWidth; x += 37) points.push(document.elementsFromPoint(x, y).map((e) => e.nodeName).join('>'));
  const styles = all.map((e) => { const s = getComputedStyle(e); let text = ''; for (const name of s) text += name + s.getPropertyValue(name); return text; });
  const pseudo = all.map((e) => ['::before', '::after', '::highlight(sidelight-person)', '::selection'].map((p) => getComputedStyle(e, p).cssText).join());
  return JSON.stringify({
    ...detected,
    highlights: [...CSS.highlights].map(([name, highlight]) => [name, highlight.size, [...highlight].map((range) => range.startContainer.nodeValue.slice(range.startOffset, range.endOffset))]),
    all: all.map((e) => e.outerHTML.length + e.nodeName + e.childNodes.length + [...e.attributes].map((a) => a.name + a.value)),
    boxes: all.map((e) => box(e) + [e.clientWidth, e.clientHeight, e.scrollWidth, e.scrollHeight, e.offsetWidth, e.offsetHeight, e.offsetTop]),
    document: [document.documentElement.scrollWidth, document.documentElement.scrollHeight, document.body.scrollHeight],
    points, styles, pseudo,
    animations: document.getAnimations().length,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    fonts: [...document.fonts].length,
    resources: performance.getEntriesByType('resource').map((e) => e.name),
    globals: Object.keys(window).sort(),
    active: document.activeElement && document.activeElement.nodeName,
    selection: String(getSelection()),
    roots: all.filter((e) => e.shadowRoot).length,
  });
};
</script>`;
const HOSTILE = html(
  `<p>Mark Rutte was there.</p>${Array.from({ length: 50 }, (_, i) => `<p>Number ${i}: ${NAME} said so.</p>`).join('')}`,
  DETECT,
);

const PAGES: Readonly<Record<string, string>> = { '/discreet/moving': MOVING, '/discreet/hostile': HOSTILE };
const site = (url: URL) => {
  const body = PAGES[url.pathname];
  return body === undefined ? null : { headers: { 'content-type': 'text/html; charset=utf-8' }, body };
};

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

describe.each(BROWSERS)('in %s', (browser) => {
  let session: Session;
  let own: Page;
  const ask = (call: string, input: object) =>
    own.evaluate(
      async (envelope) => {
        const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } } })
          .chrome;
        return (await runtime.sendMessage(envelope)).ok;
      },
      { to: 'background', call, input },
    );
  const lines = async (page: Page): Promise<Box[]> =>
    (await session.inRoot(page, (root) =>
      [...root.querySelectorAll('.line')]
        .map((line) => line.getBoundingClientRect())
        .filter(({ width }) => width > 0)
        .map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
    )) ?? [];
  /** The boxes of some words of an element. */
  const wordsIn = (page: Page, id: string, words: string): Promise<Box> =>
    page.evaluate(
      (id, words) => {
        const element = document.getElementById(id) as HTMLElement;
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const [first = '', last = first] = [words.split(' ')[0], words.split(' ').at(-1)];
        const range = document.createRange();
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.nodeValue ?? '';
          if (text.includes(first)) range.setStart(node, text.indexOf(first));
          if (text.includes(last)) range.setEnd(node, text.indexOf(last) + last.length);
        }
        const { left, top, right, bottom } = range.getBoundingClientRect();
        return { left, top, right, bottom };
      },
      id,
      words,
    );
  /** Do lines lie under these words, from their first letter to their last? */
  const underlined = async (page: Page, id: string, words = NAME): Promise<boolean> => {
    const word = await wordsIn(page, id, words);
    const under = (await lines(page)).filter((line) => line.top > word.top && line.top < word.bottom + 4);
    if (under.length === 0) return false;
    const [left, right] = [Math.min(...under.map((line) => line.left)), Math.max(...under.map((line) => line.right))];
    return Math.abs(left - word.left) < 2 && Math.abs(right - word.right) < 2;
  };
  const isUnder = (page: Page, id: string) => until(`a line under the name in #${id}`, () => underlined(page, id));
  const isBare = (page: Page, id: string) => until(`no line under the name in #${id}`, async () => !(await underlined(page, id)));
  const track = () => ask('own-actor/save', { id: 'mine:ottoline', kind: 'person', name: NAME, names: [], surnames: ['Brackwater'] });

  beforeAll(async () => {
    session = await startSession(browser, {}, site);
    own = await session.openOwn('welcome.html');
  });
  afterAll(() => session?.close());

  it('tells a hostile page nothing: what its detectors find is the same without and with fifty private names', async () => {
    const run = async (drawnAtLeast: number) => {
      const page = await session.open('https://www.reuters.com/discreet/hostile');
      await waitForMark(page, 'Mark Rutte');
      await until('its lines', async () => (await lines(page)).length >= drawnAtLeast);
      // Both times as long, lines or none.
      await new Promise((done) => setTimeout(done, 1_500));
      const found = await page.evaluate(() => (globalThis as unknown as { detect(): string }).detect());
      const drawn = (await lines(page)).length;
      await page.close();
      return { found, drawn };
    };
    // Once before: the first load of a site asks for its icon.
    await run(0);
    const without = await run(0);
    expect(without.drawn).toBe(0);
    expect(await track()).toBe(true);
    const withThem = await run(11);
    expect(withThem.drawn).toBeGreaterThan(10);
    const [before, after] = [JSON.parse(without.found), JSON.parse(withThem.found)] as Record<string, unknown>[];
    for (const key of Object.keys(before ?? {})) expect(after?.[key], key).toEqual(before?.[key]);
    expect(withThem.found).toBe(without.found);
    expect(JSON.parse(without.found).highlights).toEqual([['sidelight-person', 1, ['Mark Rutte']]]);
  });

  it('keeps its lines on the words through scrolling, inner scrolling, sticky heads, resizing and live text', async () => {
    const page = await session.open('https://www.reuters.com/discreet/moving');
    await isUnder(page, 'first');
    await isUnder(page, 'inner');
    expect((await paintedMarks(page)).map(({ text }) => text)).not.toContain(NAME);
    // Under the sticky head, and out again.
    await page.evaluate(() => scrollTo(0, 60));
    await isBare(page, 'first');
    await page.evaluate(() => scrollTo(0, 0));
    await isUnder(page, 'first');
    await page.evaluate(() => scrollTo(0, 20));
    await isUnder(page, 'inner');
    // Inside the box, and scrolled out of it.
    await page.evaluate(() => document.getElementById('scroller')?.scrollTo(0, 20));
    await isUnder(page, 'inner');
    await page.evaluate(() => document.getElementById('scroller')?.scrollTo(0, 300));
    await isBare(page, 'inner');
    await page.evaluate(() => document.getElementById('scroller')?.scrollTo(0, 0));
    await isUnder(page, 'inner');
    await page.setViewport({ width: 420, height: 700 });
    await isUnder(page, 'first');
    await page.setViewport({ width: 1280, height: 900 });
    await page.evaluate((name) => {
      const [first, live] = [document.getElementById('first'), document.getElementById('live')];
      if (first) first.style.marginTop = '90px';
      if (live) live.innerHTML = `<p id="added">Just in: ${name}.</p>`;
    }, NAME);
    await isUnder(page, 'added');
    await isUnder(page, 'first');
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;background:white';
      document.body.append(cover);
    });
    await until('no line over what covers the page', async () => (await lines(page)).length === 0);
    await page.close();
  });

  it('draws nothing but under the pointer where the reader wants it so, and nothing at all for a name that is off', async () => {
    const page = await session.open('https://www.reuters.com/discreet/moving');
    await isUnder(page, 'first');
    expect(await ask('painting/lines', { lines: 'pointed' })).toBe(true);
    await isBare(page, 'first');
    const word = await wordsIn(page, 'first', NAME);
    await page.mouse.move(word.left + 4, word.top + 10);
    await page.mouse.move(word.left + 8, word.top + 12);
    await isUnder(page, 'first');
    await page.mouse.move(4, 500);
    await isBare(page, 'first');
    await ask('painting/lines', { lines: 'always' });
    await isUnder(page, 'first');
    await ask('painting/choose', { of: 'subject', id: 'mine:ottoline', paint: 'off' });
    await isBare(page, 'first');
    await ask('painting/choose', { of: 'subject', id: 'mine:ottoline', paint: 'open' });
    await waitForMark(page, NAME);
    await hover(page, NAME);
    await ask('painting/choose', { of: 'subject', id: 'mine:ottoline', paint: null });
    await until('no open mark', async () => !(await paintedMarks(page)).some(({ text }) => text === NAME));
    await page.close();
  });

  it('draws a built-in pack discreetly too where the reader says so, and comes back when a page clears the registry', async () => {
    const page = await session.open('https://www.reuters.com/discreet/moving');
    await waitForMark(page, 'Paris');
    await ask('painting/choose', { of: 'pack', id: 'world', paint: 'discreet' });
    await until('an empty registry', async () => (await paintedMarks(page)).length === 0);
    await until('a line under Paris', () =>
      underlined(page, 'first', 'Paris').then((is) => is || lines(page).then((all) => all.length >= 3)),
    );
    await page.evaluate(() => CSS.highlights.clear());
    await ask('painting/choose', { of: 'pack', id: 'world', paint: null });
    await waitForMark(page, 'Paris');
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.getElementById('live')?.append('more');
    });
    await waitForMark(page, 'Paris');
    await page.close();
  });
});
