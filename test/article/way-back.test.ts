/** The way from a stretch of the main text back to the page's text nodes. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { PagePlace } from '@/article/block-text';
import { type MainText, placesInPage, readMainText } from '@/article/main-text';

const open = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
const read = (html: string) => readMainText(open(html), { title: null });

/** What the page holds at a place, put together without the code under test. */
function rawText(root: Node, place: PagePlace): string {
  let text = '';
  let inside = false;
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      const value = node.nodeValue ?? '';
      const from = node === place.startContainer ? place.startOffset : 0;
      const to = node === place.endContainer ? place.endOffset : value.length;
      if (node === place.startContainer) inside = true;
      if (inside) text += value.slice(from, to);
      if (node === place.endContainer) inside = false;
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(root);
  return text;
}

const fold = (text: string) =>
  text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function at(main: MainText, words: string): PagePlace[] {
  const start = main.text.indexOf(words);
  return placesInPage(main, { start, end: start + words.length });
}

describe('the way back to the page', () => {
  it('finds a sentence that runs over nodes, folded space and hidden characters', () => {
    const html =
      '<p>  The mayor <b>of\n  the  har</b>bour said the brid\u00adge <a href="/x">would   stay </a> closed, he said. Another one follows here.</p>';
    const main = read(html);
    const [place] = at(main, 'harbour said the bridge would stay closed');
    expect(place?.startContainer.nodeValue?.slice(place.startOffset)).toBe('har');
    expect(place?.endContainer.nodeValue?.slice(0, place.endOffset)).toBe(' closed');
  });

  it('gives one place for each block that a quotation runs over', () => {
    const main = read(
      '<p>“The bridge is closed,” the mayor told the council on the first evening.</p><p>“It stays closed until the ice has gone,” she said after the vote.</p>',
    );
    const start = main.text.indexOf('the council');
    const end = main.text.indexOf(' stays closed');
    const places = placesInPage(main, { start, end });
    expect(places.map((p) => [p.startOffset, p.endOffset])).toEqual([
      [main.text.indexOf('the council'), main.blocks[0]?.length],
      [0, end - (main.starts[1] ?? 0)],
    ]);
  });

  it('gives none where the page has changed what it said, or taken it away', () => {
    const document = open(
      '<p id="a">The harbour bridge stays closed until the end of the ninth week of ice.</p><p id="b">The council meets again when the ice has gone from the harbour.</p>',
    );
    const main = readMainText(document, { title: null });
    const all = { start: 0, end: main.text.length };
    expect(placesInPage(main, all)).toHaveLength(2);
    const first = document.querySelector('#a')?.firstChild;
    if (first) first.nodeValue = 'The harbour bridge is open again to all traffic from this very evening.';
    expect(placesInPage(main, all)).toHaveLength(1);
    document.querySelector('#b')?.remove();
    expect(placesInPage(main, all)).toEqual([]);
  });

  const chunk = fc.oneof(
    fc.stringMatching(/^[a-z]{1,6}$/),
    fc.constantFrom(' ', '\n  ', '\u00ad', '\u200b ', '<br>', '<b>', '</b>', '<i>x</i>', '<img>', '.', ' . '),
  );

  it('holds for any word of any page', () => {
    fc.assert(
      fc.property(fc.array(chunk, { minLength: 1, maxLength: 40 }), (chunks) => {
        const document = open(`<p>${'A sentence that is long enough to be part of a story, with words. '}${chunks.join('')}</p>`);
        const main = readMainText(document, { title: null });
        for (const word of main.text.matchAll(/\S+(?: \S+)?/g)) {
          const start = word.index;
          const places = placesInPage(main, { start, end: start + word[0].length });
          const text = places.map((place) => rawText(document.documentElement, place)).join(' ');
          // A line break stands in no node: the words on its sides are told without it.
          expect(fold(text).replaceAll(' ', '')).toBe(word[0].replaceAll(' ', ''));
          expect(text).toBe(text.trim());
        }
      }),
      { numRuns: 300 },
    );
  });
});
