/** Golden pages, written for the project: what is read off each stands beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readMainText } from '@/article/main-text';
import { readArticle } from '@/article/metadata';

const PAGES = new URL('../pages/', import.meta.url);
const slugs = readdirSync(PAGES);

describe('golden pages', () => {
  it('are there', () => expect(slugs.length).toBeGreaterThanOrEqual(3));

  it.each(slugs)('%s', (slug) => {
    const { address, blocks, ...expected } = JSON.parse(readFileSync(new URL(`${slug}/expected.json`, PAGES), 'utf8'));
    const { document } = parseHTML(readFileSync(new URL(`${slug}/source.html`, PAGES), 'utf8'));
    const before = document.toString();
    const article = readArticle(document, address);
    expect(article).toMatchObject(expected);
    expect(readMainText(document, article).blocks).toEqual(blocks);
    expect(document.toString()).toBe(before);
  });
});
