/** Which feeds a page names: those of articles, each once, over https. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readFeedLinks } from '@/article/feed-links';

const read = (head: string) => {
  const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body></body></html>`);
  return readFeedLinks(document as unknown as Document, 'https://www.daily.test/world/story');
};
const link = (href: string, type = 'application/rss+xml', more = 'rel="alternate"') => `<link ${more} type="${type}" href="${href}">`;

describe('feeds that a page names', () => {
  it('are absolute, over https, and each once', () => {
    expect(read(link('/feed') + link('http://www.daily.test/feed#x') + link('https://a.test/atom', 'application/atom+xml'))).toEqual([
      'https://www.daily.test/feed',
      'https://a.test/atom',
    ]);
  });

  it('are feeds of articles', () => {
    expect(read(link('/comments/feed') + link('/x', 'application/rss+xml', 'rel="alternate" title="Comments on this"'))).toEqual([]);
    expect(read(link('/de', 'text/html') + link('/style', 'application/rss+xml', 'rel="stylesheet"') + link('javascript:1'))).toEqual([]);
  });

  it('are a few', () => {
    expect(read(Array.from({ length: 50 }, (_, i) => link(`/${i}`)).join(''))).toHaveLength(10);
  });
});
