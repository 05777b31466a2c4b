/** Node's reading of a page: elements nested deeper than browsers let them are let go, everything else stays as written. */
import { expect, it } from 'vitest';
import { readMainText } from '@/article/main-text';
import { parsePage } from '../../scripts/parse-page';

const PARAGRAPH = 'The bridge over the lower harbour stays closed for the rest of the winter, the port said.';

function depthOf(document: Document): number {
  let deepest = 0;
  for (const element of document.querySelectorAll('i')) {
    let depth = 0;
    for (let e = element.parentElement; e; e = e.parentElement) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

it('lets go of what lies deeper than in a browser, and keeps its text', () => {
  const document = parsePage(
    `<title>Bridge</title><body>${'<div>'.repeat(5_000)}<p>${PARAGRAPH}<i>x</i></p>${'</div>'.repeat(5_000)}<p>${PARAGRAPH}</p>`,
  );
  expect(depthOf(document)).toBeLessThan(600);
  expect(document.querySelector('body')?.textContent.split(PARAGRAPH)).toHaveLength(3);
});

it('reads a million elements in each other', () => {
  const document = parsePage(`<body><article><p>${PARAGRAPH}</p>${'<div>'.repeat(1_000_000)}`);
  expect(readMainText(document, { title: null }).text).toBe(PARAGRAPH);
});

it.each([
  ['paragraphs that nothing ends', `<body>${`<p>${PARAGRAPH}`.repeat(2_000)}`, 2_000],
  ['markup that a script holds', `<body><script>var s = "${'<div>'.repeat(2_000)}"</script><div><div><p>${PARAGRAPH}</div></div>`, 1],
  ['markup in a comment', `<body><!-- ${'<div>'.repeat(2_000)} --><div><p>${PARAGRAPH}</div>`, 1],
  ['empty elements', `<body>${'<svg/>'.repeat(2_000)}<p>${PARAGRAPH}`, 1],
])('takes no depth from %s', (_, html, paragraphs) => {
  expect(parsePage(html).querySelectorAll('p')).toHaveLength(paragraphs);
});

it.each(['<', '<a', '<a '.repeat(1_000), '<!--', '<script>', '</div></div>', '<div', '< p>', '<DIV><p>x</P>'])('reads %j', (html) => {
  expect(() => parsePage(html)).not.toThrow();
});
