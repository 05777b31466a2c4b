import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoverageArticle, createRelatedIndex, indexedArticle } from '@/core/coverage/related';
import { openSealed, sealSegment } from '@/core/coverage/segment';
import { articleTerms } from '@/core/coverage/terms';

const article = (id: string, publisher: string | null, title: string, text = '', published: string | null = null): CoverageArticle => ({
  id,
  publisher,
  title,
  text,
  published,
});
const BRIDGE = article(
  'b1',
  'Quay Courier',
  'Harbour bridge closes for nine weeks',
  'Council leader Ruth Okello said the harbour bridge closes on 7 April.',
);
const STORE = [
  BRIDGE,
  article('b2', 'Kaiblatt', 'Nine-week closure for the harbour bridge', 'The bridge will be shut from April, said Ruth Okello.'),
  article('b3', 'The Quay Courier', 'Harbour bridge: ferries every ten minutes', 'Ferries replace the harbour bridge.'),
  article('v1', 'Kaiblatt', 'Tram drivers vote on a new offer', 'The union will count the votes on Friday.'),
  article('v2', 'Inland Post', 'Rates held by the central bank', 'The bank held its rates.'),
];

function indexOf(articles: readonly CoverageArticle[], family?: (p: string) => string) {
  const index = createRelatedIndex(family ? { family } : {});
  for (const a of articles) index.add(a);
  return index;
}

describe('related coverage', () => {
  it('finds the other outlet that reports the same event, and never the same publisher in another spelling', () => {
    const found = indexOf(STORE).related(BRIDGE, 10);
    expect(found[0]?.id).toBe('b2');
    expect(found.map((r) => r.id)).not.toContain('b3');
    expect(found.map((r) => r.id)).not.toContain('b1');
  });

  it('counts a family as one publisher', () => {
    expect(indexOf(STORE, () => 'one').related(BRIDGE, 10)).toEqual([]);
  });

  it('puts the nearer in time first where the words are the same', () => {
    const copy = (id: string, day: string) => article(id, id, 'Harbour bridge closes', 'Ruth Okello closed it.', day);
    const index = indexOf([copy('a-far', '2024-12-03'), copy('b-near', '2025-03-04T08:00:00Z'), ...STORE.slice(3)]);
    const found = index.related(article('q', 'q', 'Harbour bridge closes', 'Ruth Okello closed it.', '2025-03-03'), 2);
    expect(found.map((r) => r.id)).toEqual(['b-near', 'a-far']);
  });

  it('replaces an article of the same id and forgets a removed one', () => {
    const index = indexOf(STORE);
    index.add(article('b2', 'Kaiblatt', 'Something else entirely', ''));
    expect(index.size).toBe(STORE.length);
    expect(index.related(BRIDGE, 10).map((r) => r.id)).not.toContain('b2');
    index.remove('v1');
    expect(index.size).toBe(STORE.length - 1);
  });

  it('does not depend on the order in which articles came', () => {
    const forwards = indexOf(STORE).related(BRIDGE, 10);
    expect(
      indexOf(STORE.toReversed())
        .related(BRIDGE, 10)
        .map((r) => r.id),
    ).toEqual(forwards.map((r) => r.id));
  });

  it('keeps scores between 0 and 1, best first, at most the limit', () => {
    const word = fc.constantFrom('bridge', 'Okello', 'council', '7', 'April', 'мост', '橋梁閉鎖', '');
    const any = fc.record({
      title: fc.array(word).map((w) => w.join(' ')),
      text: fc.array(word).map((w) => w.join(' ')),
      publisher: fc.option(fc.constantFrom('a', 'b', 'c')),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.integer({ min: 0, max: 5 }), (rows, limit) => {
        const articles = rows.map((r, i) => article(String(i), r.publisher, r.title, r.text));
        const index = indexOf(articles);
        for (const a of articles) {
          const scores = index.related(a, limit).map((r) => r.score);
          expect(scores.length).toBeLessThanOrEqual(limit);
          expect(scores).toEqual(scores.toSorted((x, y) => y - x));
          expect(scores.every((s) => s >= 0 && s <= 1)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('sealed segments', () => {
  const word = fc.constantFrom('bridge', 'Okello', 'council', 'ferry', 'April', '9', 'мост', 'tram', 'union', 'rates');
  const rows = fc.array(
    fc.record({
      title: fc.array(word, { minLength: 1, maxLength: 6 }).map((w) => w.join(' ')),
      text: fc.array(word, { maxLength: 12 }).map((w) => w.join(' ')),
      publisher: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
      published: fc.option(fc.constantFrom('2025-03-01', '2025-03-09', '2025-07')),
    }),
    { minLength: 1, maxLength: 14 },
  );

  it('answer as the open one does, wherever the cuts fall and whatever was removed', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), fc.nat(), (made, size, gone) => {
        const articles = made.map((row, i) => ({ id: `n${i}`, ...row }));
        const plain = indexOf(articles);
        const packed = createRelatedIndex();
        for (let i = 0; i < articles.length; i += size) packed.addSealed(sealSegment(articles.slice(i, i + size).map(indexedArticle)));
        for (const index of [plain, packed]) index.remove(`n${gone % articles.length}`);
        for (const index of [plain, packed]) index.add(article('new', 'e', 'Okello bridge', 'ferry union'));
        for (const a of articles) expect(packed.related(a, 5)).toEqual(plain.related(a, 5));
      }),
      { numRuns: 60 },
    );
  });

  it('keep what is newer where an id comes twice', () => {
    const index = indexOf([article('b2', 'Kaiblatt', 'Something else entirely')]);
    index.addSealed(sealSegment(STORE.map(indexedArticle)));
    expect(index.size).toBe(STORE.length);
    expect(index.related(BRIDGE, 10).map((r) => r.id)).not.toContain('b2');
  });

  it('refuse what is not one, or is cut off', () => {
    const bytes = sealSegment(STORE.map(indexedArticle));
    for (const bad of [new Uint8Array(0), new Uint8Array(64), bytes.slice(0, -1)])
      expect(() => openSealed(bad)).toThrow('not a packed segment');
  });
});

describe('subjects', () => {
  it('meets coverage in another language by the subjects named', () => {
    const index = indexOf([
      ...STORE,
      { ...article('de', 'Kaiblatt', 'Lenk tritt zurück', 'Der Minister geht.'), subjects: ['world:lenk', 'world:resignation-lenk'] },
    ]);
    const asked = {
      ...article('q', 'Quay Courier', 'Minister Lenk resigns', 'He goes.'),
      subjects: ['world:lenk', 'world:resignation-lenk'],
    };
    expect(index.related(asked, 1).map((r) => r.id)).toEqual(['de']);
  });
});

describe('terms', () => {
  it('weighs the title over the text and a pair of names once more', () => {
    const terms = articleTerms('Bridge closed', 'the bridge; said Ruth Okello');
    expect(terms.get('bridge')).toBe(4.5);
    expect(terms.get('ruth okello')).toBe(0.75);
  });

  it('reads scripts without spaces as pairs of characters', () => {
    expect([...articleTerms('', '橋閉鎖').keys()]).toEqual(['橋閉', '閉鎖']);
  });
});
