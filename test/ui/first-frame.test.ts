// @vitest-environment happy-dom
/** The popup's first frame is what the popup itself shows of a page that is known from before, to the letter, and is taken over by it. */
import fc from 'fast-check';
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import type { KnownPage, SomeNames } from '@/core/model/known-page';
import type { Begun } from '@/ui/popup/begun';
import { createDraw } from '@/ui/popup/draw';
import { drawFirst } from '@/ui/popup/first-frame';
import { knownPage } from '@/ui/popup/known';
import type { PopupCallbacks, PopupPage } from '@/ui/popup/state';

const HEBREW = '\u05e9\u05dc\u05d5\u05dd';
const OVERRIDDEN = 'gpj\u202eexe';
const word = fc.constantFrom('Reuters', 'Mark Rutte', HEBREW, OVERRIDDEN, '<b>', ' ');
const names = fc.record({ first: fc.uniqueArray(word, { maxLength: 4 }), more: fc.nat(3) });
const some = names.map(({ first, more }): SomeNames => ({ first, total: first.length + more }));
const date = fc.record({
  value: fc.constantFrom('2025-12-24T20:00:00+01:00', '2025-12-24', '2025-12', 'yesterday', '2025-12-24 08:15'),
  basis: fc.constantFrom('json-ld', 'text', 'url', 'elsewhere'),
});
const placed = fc.record({ value: fc.constantFrom('2025-12-24', '2025-12-25'), basis: fc.constantFrom('meta', 'time') });
const few = fc.nat(12_000);
const known: fc.Arbitrary<KnownPage> = fc.record({
  url: fc.constant('https://www.example.test/story'),
  host: fc.constantFrom('www.example.test', 'xn--bcher-kva.example'),
  article: fc.record(
    {
      ...{ url: fc.constant('https://www.example.test/story'), host: fc.constant('www.example.test'), lang: fc.constant('en') },
      ...{ title: fc.option(word), publisherName: fc.option(word), published: fc.option(date), modified: fc.option(date) },
      disagreements: fc.array(
        fc.record({
          about: fc.constantFrom('published', 'order', 'future'),
          values: fc.uniqueArray(placed, { selector: ({ value }) => value }),
        }),
        { maxLength: 1 },
      ),
      titles: fc.uniqueArray(fc.record({ value: word, basis: fc.constantFrom('json-ld', 'heading') }), {
        maxLength: 2,
        selector: ({ value }) => value,
      }),
      feeds: fc.array(fc.constantFrom('https://www.example.test/feed?a=1&b=2'), { maxLength: 1 }),
    },
    { requiredKeys: ['url', 'host', 'lang', 'title', 'publisherName', 'published', 'modified'] },
  ) as fc.Arbitrary<KnownPage['article']>,
  sight: fc.record({
    outlet: fc.option(fc.record({ id: fc.constant('outlets:x' as const), name: word, kind: fc.constant('outlet' as const) })),
    ...{ subjects: some, outlets: fc.nat(3), events: some, differing: some },
    fresh: fc
      .option(fc.record({ names: some, news: fc.integer({ min: 1, max: 9 }), eventsOnly: fc.boolean() }))
      .map((all) => all && { ...all.names, news: all.news, eventsOnly: all.eventsOnly }),
    counts: fc.record({ article: few, coverage: few, differs: few, timeline: few }),
  }),
});

/** Elements, their attributes and their text, whatever pieces the text is in. */
function shape(node: Node): unknown {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.textContent;
  const element = node as Element;
  const inside: unknown[] = [];
  for (const child of element.childNodes) {
    const next = shape(child);
    if (typeof next === 'string' && typeof inside.at(-1) === 'string') inside.push(`${inside.pop()}${next}`);
    else if (next !== '') inside.push(next);
  }
  // This document does not write the property out as an attribute.
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== 'spellcheck')
    .map(({ name, value }) => `${name}=${value}`)
    .sort();
  return [element.namespaceURI, element.localName, attributes, inside];
}

const on = new Proxy({} as PopupCallbacks, { get: () => vi.fn() });
function drawOver(page: KnownPage, root = document.createElement('div'), begun?: Begun): HTMLElement {
  createDraw(root, begun)({ page: knownPage(page), health: null }, on);
  return root;
}

describe('the popup’s first frame', () => {
  it('is what the popup draws, before and after it has taken it over', () => {
    fc.assert(
      fc.property(known, (page) => {
        const drawn = drawOver(page);
        const whole = shape(drawn);
        render(null, drawn);
        const first = document.createElement('div');
        drawFirst(first, page);
        expect(shape(first)).toEqual(whole);
        drawOver(page, first);
        expect(shape(first)).toEqual(whole);
        render(null, first);
      }),
    );
  });

  it('keeps its elements and all that was begun in it: the focus, what was typed, what was pressed', async () => {
    const [page] = fc.sample(known, { numRuns: 1, seed: 1 }) as [KnownPage];
    const root = document.body.appendChild(document.createElement('div'));
    const begun = drawFirst(root, page);
    const press = (selector: string) => root.querySelector<HTMLElement>(selector)?.click();
    const [title, input] = [root.querySelector('h1'), root.querySelector('input') as HTMLInputElement];
    press('#tab-page');
    press('.foot button');
    press('#tab-timeline');
    input.focus();
    input.value = 'Rut';
    const calls = { onTab: vi.fn(), onPause: vi.fn() };
    const draw = createDraw(root, begun);
    draw({ page: knownPage(page), health: null }, calls as unknown as PopupCallbacks);
    expect([root.querySelector('h1'), document.activeElement, input.value]).toEqual([title, input, 'Rut']);
    expect(root.querySelector('[aria-selected=true]')?.id).toBe('tab-timeline');
    expect(calls.onTab).not.toHaveBeenCalled();
    const facts = { outlet: null, subjects: [], coverage: [], claims: [], claimsTotal: 0 };
    const { site, article } = knownPage(page) as Extract<PopupPage, { kind: 'known' }>;
    const ready = { kind: 'ready', site, article, facts, claims: { status: 'none' } } as const;
    draw({ page: ready, health: null }, calls as unknown as PopupCallbacks);
    // What is pressed from now on is done at once, and once.
    press('#tab-page');
    await new Promise((done) => setTimeout(done, 20));
    expect([calls.onTab.mock.calls, calls.onPause.mock.calls]).toEqual([[['page'], ['timeline'], ['page']], [[true]]]);
    expect(root.querySelector('[aria-selected=true]')?.id).toBe('tab-page');
    expect(input.value).toBe('Rut');
    render(null, root);
    root.remove();
  });
});
