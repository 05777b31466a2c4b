/**
 * Reading a page's claims never holds the page up: what one step may touch is bounded, whatever the page holds. Counted and not timed:
 * characters that are read out of text nodes, and attributes that are asked for.
 */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { NODES_A_STEP } from '@/article/text-blocks';
import { LONGEST_STORY, type PageStory, pageInSteps } from '@/page/claims/read-page';
import type { TextBlock } from '@/page/text-map';

const SENTENCE = 'On Monday the mayor of the harbour town said that the bridge was safe, and 26 ferries left for the islands. ';
const META = '<title>A report</title><meta property="article:published_time" content="2025-03-06T10:00:00Z">';

interface Work {
  readonly characters: number;
  readonly asked: number;
}

/** Drives the reading of a page and counts, step by step, what it takes out of the document. */
function counted(body: string, head = META, mentioned = 0) {
  const { document } = parseHTML(
    `<html lang="en"><head>${head}</head><body><article><h1>A report on the bridge</h1>${body}</article></body></html>`,
  );
  let characters = 0;
  let asked = 0;
  const count = (prototype: object, name: string, add: (value: unknown) => void): void => {
    for (let at = prototype; at; at = Object.getPrototypeOf(at)) {
      const found = Object.getOwnPropertyDescriptor(at, name);
      if (!found) continue;
      const { get, value } = found;
      Object.defineProperty(prototype, name, {
        configurable: true,
        ...(get
          ? {
              get(this: object) {
                const given = get.call(this);
                add(given);
                return given;
              },
            }
          : {
              value(this: object, ...args: unknown[]) {
                const given = value.apply(this, args);
                add(given);
                return given;
              },
            }),
      });
      return;
    }
    throw new Error(`no ${name}`);
  };
  const paragraphs = [...document.querySelectorAll('p')];
  const text = paragraphs[0]?.firstChild as Text;
  const element = Object.getPrototypeOf(document.createElement('p'));
  count(Object.getPrototypeOf(text), 'nodeValue', (value) => {
    characters += String(value ?? '').length;
  });
  count(element, 'getAttribute', () => {
    asked += 1;
  });
  // Browsers find elements by machine code, and this document by asking each.
  const find = document.querySelectorAll.bind(document);
  document.querySelectorAll = ((selector: string) => {
    const before = asked;
    const found = find(selector);
    asked = before;
    return found;
  }) as typeof document.querySelectorAll;
  const blocks = paragraphs.slice(0, 1).map(
    (container): TextBlock => ({
      container,
      text: text.data,
      anchor: container,
      places: { nodes: [text], starts: [0] },
      version: 0,
      matches: [],
      undecided: [],
      mentions: Array.from({ length: mentioned }, (_, i) => ({
        ...{ start: i * SENTENCE.length + 14, end: i * SENTENCE.length + 19, subject: 'p:mayor', kind: 'person' as const },
        ...{ surface: 'mayor', reason: 'full-name' as const },
      })),
    }),
  );
  const window = { document, location: { href: 'https://daily.test/a' } } as unknown as Window;
  const steps: Work[] = [];
  const reading = pageInSteps(window, blocks, [], Date.UTC(2025, 2, 6));
  for (;;) {
    [characters, asked] = [0, 0];
    const step = reading.next();
    steps.push({ characters, asked });
    if (step.done) return { steps, page: step.value as PageStory | null };
  }
}

const most = (steps: readonly Work[], what: keyof Work) => Math.max(...steps.map((step) => step[what]));
/** Characters of a step: those of one node of the longest kind, read thrice (counted, folded, and by a neighbour), and what a step may gather. */
const CHARACTERS = 3 * 100_000 + 2 * 50_000;
/** An element is asked for a handful of attributes; one whose surroundings are looked at, for two of each around it. */
const ASKED = 14 * NODES_A_STEP;

describe('one step of reading what a page claims', () => {
  it.each([
    ['a usual article', `<p>${SENTENCE}</p>`.repeat(40)],
    ['a live report of days', `<p>${SENTENCE.repeat(6)}</p>`.repeat(1_500)],
    ['one paragraph of as many nodes', `<p>${`<b>${SENTENCE}</b>`.repeat(6_000)}</p>`],
    ['long text nodes', `<p>${SENTENCE.repeat(700)}</p>`.repeat(10)],
    ['paragraphs that lie deep', `${'<div>'.repeat(150)}${`<p>${SENTENCE}</p>`.repeat(2_000)}`],
    [
      'boxes in boxes',
      `${'<aside class="box related">'.repeat(150)}${`<p>${SENTENCE}</p>`.repeat(500)}${'</aside>'.repeat(150)}<p>${SENTENCE}</p>`,
    ],
    ['headings and empty elements', `<h2>More</h2><p>${SENTENCE}</p><span class="date"></span>`.repeat(2_000)],
  ])('touches no more than its share of %s', (_name, body) => {
    const { steps } = counted(body);
    expect(most(steps, 'characters')).toBeLessThanOrEqual(CHARACTERS);
    expect(most(steps, 'asked')).toBeLessThanOrEqual(ASKED);
  });

  it('looks at a text node that is a table of data not at all', () => {
    const { page, steps } = counted(`<p>${SENTENCE.repeat(10)}</p><p>${'1;2;3;'.repeat(100_000)}</p><p>${SENTENCE}</p>`);
    expect(page?.main.blocks.map((block) => block.length)).toEqual([SENTENCE.length * 10 - 1, SENTENCE.length - 1]);
    expect(most(steps, 'characters')).toBeLessThanOrEqual(CHARACTERS);
  });

  it('moves a few of a node’s many names, whose text is folded for each', () => {
    const { steps, page } = counted(`<p>${SENTENCE.repeat(700)}</p>`, META, 700);
    expect(page?.mentions).toHaveLength(700);
    expect(most(steps, 'characters')).toBeLessThanOrEqual(2 * 20 * SENTENCE.length * 700);
  });

  it('parses one script of data', () => {
    const script = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${SENTENCE.repeat(100)}",}</script>`;
    const few = counted(`<p>${SENTENCE}</p>`.repeat(40)).steps.length;
    // Each of these needs a repair as well.
    expect(counted(`<p>${SENTENCE}</p>`.repeat(40), META + script.repeat(10)).steps.length).toBeGreaterThanOrEqual(few + 20);
  });

  it('hands over one claim', () => {
    const { steps, page } = counted(`<p>${SENTENCE}</p>`.repeat(300));
    expect(page?.claims).toHaveLength(200);
    expect(steps.length).toBeGreaterThan(500);
  });
});

describe('a story that is longer than is read', () => {
  it('is read to a whole paragraph, and that is said', () => {
    const { page } = counted(`<p>${SENTENCE.repeat(20)}</p>`.repeat(200));
    expect(page?.readTo).toBe(page?.main.text.length);
    expect(page?.readTo).toBeLessThanOrEqual(LONGEST_STORY);
    expect(page?.readTo).toBeGreaterThan(LONGEST_STORY - SENTENCE.length * 20);
    expect(page?.main.text.endsWith('islands.')).toBe(true);
    expect(page?.main.pieces).toHaveLength(page?.main.blocks.length ?? -1);
  });

  it('is read in its first paragraph, where it has no other', () => {
    const { page } = counted(`<p>${`<b>${SENTENCE}</b>`.repeat(4_000)}</p>`);
    expect([page?.readTo, page?.main.blocks.length]).toEqual([LONGEST_STORY, 1]);
  });

  it('is read as far as its blocks are, however short they are', () => {
    const { page } = counted('<p>The harbour stays open for now.</p>'.repeat(5_200));
    expect(page?.main.text.length).toBeLessThan(LONGEST_STORY);
    expect(page?.readTo).toBe(page?.main.text.length);
  });

  it('is read whole where it is not', () => {
    expect(counted(`<p>${SENTENCE}</p>`.repeat(40)).page?.readTo).toBeNull();
  });
});
