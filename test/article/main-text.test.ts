import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readMainText } from '@/article/main-text';

const prose = (n: number) => `Sentence number ${n} of the story says something that a reader may well want to know about.`;
const read = (html: string) => readMainText(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document, { title: 'T' });

describe('main text', () => {
  it('joins inline elements and drops soft hyphens', () => {
    expect(
      read(`<p>The <b>har</b>bour <a href="/x">bridge</a> is closed to all traf&shy;fic until the end of the ninth week.</p>`).blocks,
    ).toEqual(['The harbour bridge is closed to all traffic until the end of the ninth week.']);
  });

  it('keeps a story whose container is named like a box, and leaves out the box beside it', () => {
    const html = `<div class="related-wrap-sidebar"><h1>T</h1><p>${prose(1)}</p><p>${prose(2)}</p></div><div class="related"><p>${prose(3)}</p></div>`;
    expect(read(html).blocks).toEqual([prose(1), prose(2)]);
  });

  it('leaves out comments even where they are longer than the story', () => {
    const html = `<article><h1>T</h1><p>${prose(1)}</p></article><div class="comments">${Array.from({ length: 20 }, (_, i) => `<p>${prose(i + 5)}</p>`).join('')}</div>`;
    expect(read(html).blocks).toEqual([prose(1)]);
  });

  it('leaves out cards of other stories and what follows their heading', () => {
    const html = `<article><p>${prose(1)}</p><p>${prose(2)}</p><p>${prose(3)}</p><div><h3><a href="/o">Another story of the day</a></h3><p>${prose(4)}</p></div><p>${prose(5)}</p><h2>Related stories</h2><p>${prose(6)}</p></article>`;
    expect(read(html).blocks).toEqual([prose(1), prose(2), prose(3), prose(5)]);
  });

  it('does not cut at a heading that only begins like one', () => {
    const html = `<article><p>${prose(1)}</p><p>${prose(2)}</p><h2>More than 100 ships wait</h2><p>${prose(3)}</p></article>`;
    expect(read(html).blocks).toEqual([prose(1), prose(2), 'More than 100 ships wait', prose(3)]);
  });

  it.each(['Читайте також: інша новина дня.', 'Publié le 3 mars 2025 à 10 heures.', 'The quay at dawn (Image: A. Fenwick)'])(
    'leaves out the line %s',
    (line) => {
      expect(read(`<article><p>${prose(1)}</p><p>${line}</p><p>${prose(2)}</p></article>`).blocks).toEqual([prose(1), prose(2)]);
    },
  );

  it('gives the element of each block', () => {
    const { blocks, elements } = read(`<p id="a">${prose(1)}</p><p id="b">${prose(2)}</p>`);
    expect(elements.map((e) => e.id)).toEqual(['a', 'b']);
    expect(blocks).toHaveLength(2);
  });

  it('is empty for a page without text', () => expect(read('').blocks).toEqual([]));

  // No clock: where each paragraph looked at all others, this page would not be read before the test's own limit.
  it('reads a page of twenty thousand paragraphs', { timeout: 30_000 }, () => {
    const { document } = parseHTML(
      `<html><body><article>${`<p>${prose(1)} <a href="/x">link</a></p><h2><a href="/y">Linked</a></h2>`.repeat(20_000)}</article></body></html>`,
    );
    expect(readMainText(document, { title: null })).toBeDefined();
  });
});

describe('a page of more blocks than are read', () => {
  const paragraphs = (count: number) => Array.from({ length: count }, (_, i) => `<p>${prose(i)}</p>`).join('');

  it('has a story that is cut, where that goes on', () => {
    const { blocks, cut } = read(`<article>${paragraphs(5_010)}</article>`);
    expect([blocks.length, cut]).toEqual([5_000, true]);
  });

  it('has a whole one, where nothing or something else follows', () => {
    expect(read(`<article>${paragraphs(5_000)}</article>\n`)).toMatchObject({ cut: false });
    expect(read(`<article>${paragraphs(4_990)}</article><div class="comments">${paragraphs(20)}</div>`)).toMatchObject({ cut: false });
    expect(read(`<article>${paragraphs(4_990)}<h2>Related stories</h2>${paragraphs(20)}</article>`)).toMatchObject({ cut: false });
  });
});
