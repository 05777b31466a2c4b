/** OPML: what others export is read, and what is written reads back as the same list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FaultError } from '@/core/result';
import { finish } from '@/core/text/steps';
import { MOST_FEEDS, readOpml } from '@/feeds/opml';
import { writeOpml } from '@/feeds/write-opml';

const read = (text: string) => finish(readOpml(text));

describe('OPML', () => {
  it('finds feeds in folders, each once', () => {
    const list =
      read(`<?xml version="1.0"?><opml version="1.0"><body><outline text="World"><outline text="A &amp; B" xmlUrl=" https://a.test/f " htmlUrl="https://a.test/"/>
      <outline title="Twice" xmlUrl="https://a.test/f"/></outline><outline text="A folder"/><outline xmlUrl="https://b.test/f"></outline></body></opml>`);
    expect(list).toEqual({
      feeds: [
        { title: 'A & B', url: 'https://a.test/f', home: 'https://a.test/' },
        { title: '', url: 'https://b.test/f', home: null },
      ],
      left: 0,
    });
  });

  it('refuses what is none, and what feeds are refused for', () => {
    for (const [text, code] of [
      ['<rss/>', 'opml-unknown'],
      ['<!DOCTYPE opml><opml/>', 'feed-doctype'],
      ['<opml><body>', 'feed-truncated'],
      ['{}', 'feed-empty'],
    ] as const) {
      expect(() => read(text)).toThrow(expect.objectContaining({ fault: expect.objectContaining({ code }) }) as unknown as FaultError);
    }
  });

  it('stops at a number of feeds, and says how many are left', () => {
    const outlines = Array.from({ length: MOST_FEEDS + 3 }, (_, i) => `<outline xmlUrl="https://a.test/${i}"/>`).join('');
    const list = read(`<opml><body>${outlines}</body></opml>`);
    expect([list.feeds.length, list.left]).toEqual([MOST_FEEDS, 3]);
  });

  it('writes what it reads', () => {
    const text = fc.string({ unit: 'grapheme' }).map((s) => s.replace(/[\p{Surrogate}\r\t]/gu, '').trim());
    const feeds = fc.uniqueArray(
      fc.record({ title: text.filter(Boolean), url: fc.webUrl({ withQueryParameters: true }), home: fc.option(fc.webUrl()) }),
      {
        selector: ({ url }) => url,
      },
    );
    fc.assert(
      fc.property(feeds, (list) => {
        expect(read(writeOpml(list)).feeds).toEqual(list);
      }),
    );
  });
});
