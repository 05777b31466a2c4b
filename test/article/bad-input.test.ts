/** Pages that are broken, hostile or empty: read as far as they go, never thrown at, and with work that grows with the page. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { mainTextInSteps, readMainText } from '@/article/main-text';
import { readArticle } from '@/article/metadata';
import { readStory } from '@/core/attribution/story';

const ADDRESS = 'https://quaycourier.test/x';
const open = (head: string, body: string, lang = 'en') =>
  parseHTML(`<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`).document;
const jsonLd = (text: string) => `<script type="application/ld+json">${text}</script>`;
const story = (text: string, published: string | null = '2025-03-05', lang = 'en') =>
  readStory(text, { lang, published, mentions: [], speaking: [], events: [] });

describe('JSON-LD', () => {
  it.each([
    ['cut off', '{"@type":"NewsArticle","headline":"H'],
    ['no JSON at all', 'var x = 1'],
    ['a bare string', '"NewsArticle"'],
    ['ten megabytes', `{"@type":"NewsArticle","headline":"H","articleBody":"${'x'.repeat(10_000_000)}"}`],
    ['a hundred thousand arrays in each other', '['.repeat(100_000)],
    ['a graph that refers to itself', '{"@graph":[{"@id":"a","@type":"Person","author":{"@id":"a"}}]}'],
    ['keys of prototypes', '{"__proto__":{"@type":"NewsArticle"},"constructor":{"headline":"H"}}'],
  ])('%s: the page is read by its other places', (_, text) => {
    const article = readArticle(open(`${jsonLd(text)}<title>Rates held</title>`, ''), ADDRESS);
    expect(article.title).toBe('Rates held');
    expect(article.published).toBeNull();
  });

  it.each([
    ['a day that does not exist', '2025-02-30'],
    ['two readings', '01/02/2025'],
    ['year 0', '0000-01-01T00:00:00Z'],
    ['beyond the calendar', '+275760-09-13T00:00:00Z'],
  ])('%s is no date', (_, value) => {
    const article = readArticle(open(jsonLd(`{"@type":"NewsArticle","datePublished":"${value}"}`), ''), ADDRESS);
    expect(article.published).toBeNull();
  });

  it('keeps a time without a zone as local', () => {
    const article = readArticle(open(jsonLd('{"@type":"NewsArticle","datePublished":"2025-03-03T10:04"}'), ''), ADDRESS);
    expect(article.published).toMatchObject({ value: '2025-03-03T10:04:00', precision: 'time' });
  });
});

describe('pages', () => {
  it('without any text have none', () => {
    for (const body of ['', '<p></p>', '<img src="x">', '<script>1</script>']) {
      const document = open('', body);
      expect(readMainText(document, readArticle(document, ADDRESS))).toMatchObject({ text: '', blocks: [] });
    }
  });

  it('in five languages are read, and claims only in the language that the page says', () => {
    const lines = [
      'The mayor said that the bridge is closed to all traffic until the end of the ninth week of the year.',
      'Der Bürgermeister sagte, dass die Brücke bis zum Ende der neunten Woche für den Verkehr gesperrt bleibt.',
      'Le maire a déclaré que le pont restera fermé à toute circulation jusqu’à la fin de la neuvième semaine.',
      'El alcalde dijo que el puente seguirá cerrado al tráfico hasta el final de la novena semana del año.',
      'Мер заявив, що міст залишиться закритим для всього руху до кінця девʼятого тижня цього року.',
    ];
    const document = open('', lines.map((line) => `<p>${line}</p>`).join(''));
    const { text, blocks } = readMainText(document, { title: null });
    expect(blocks).toEqual(lines);
    expect(story(text).claims.map((c) => text.slice(c.cue.start, c.cue.end))).toEqual(['said']);
    expect(story(text, null, 'tlh').claims).toEqual([]);
  });

  /** A page of elements that lie in each other, built without a parser, whose own cost grows faster than its depth. */
  function nested(depth: number): Document {
    const document = open('', '<h1>The bridge stays closed for the winter</h1>');
    let inner: Element | null = null;
    for (let i = 0; i < depth; i++) {
      const element = document.createElement('div');
      element.setAttribute('class', 'related');
      element.append('x');
      if (inner) element.append(inner);
      inner = element;
    }
    if (inner) document.querySelector('body')?.append(inner);
    return document;
  }

  const pauses = (document: Document): number => {
    const steps = mainTextInSteps(document, { title: null });
    let count = 0;
    while (!steps.next().done) count++;
    return count;
  };

  it('nested very deep cost steps in line with their depth, and no stack', { timeout: 60_000 }, () => {
    const [shallow, deep] = [pauses(nested(1_000)), pauses(nested(8_000))];
    expect(deep).toBeLessThanOrEqual(8 * shallow + 8);
    expect(() => readArticle(nested(8_000), ADDRESS)).not.toThrow();
  });

  it('with very many siblings cost steps in line with their number', () => {
    const of = (count: number) => pauses(open('', `<article>${'<p>One more short line.</p>'.repeat(count)}</article>`));
    expect(of(4_000)).toBeLessThanOrEqual(8 * of(500) + 8);
  });

  it('of any markup never throw', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<article>',
        '<h1>',
        '</h1>',
        '<time datetime="2025-02-30">',
        '<a href="/x">',
        '<br><br>',
        '<li>',
        '</div>',
        '"',
        '“',
      ),
      fc.string({ maxLength: 8 }),
      fc.constant('The mayor said on Monday that the bridge would stay closed for another winter. '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const document = open('', pieces.join(''));
        const article = readArticle(document, ADDRESS);
        const { text } = readMainText(document, article);
        story(text, article.published?.value ?? null);
      }),
      { numRuns: 200 },
    );
  });
});

describe('texts', () => {
  it('with quotation marks that never close are read as prose', () => {
    const text = '“The bridge is closed, Kovac said. It will stay closed, the council decided on 3 March 2025.';
    const { claims, dates } = story(text);
    expect(claims.map((c) => c.content.map((s) => text.slice(s.start, s.end)).join())).toEqual(['“The bridge is closed']);
    expect(dates.map((d) => d.edtf)).toEqual(['2025-03-03']);
  });

  it('published at no day, or one that does not exist, place nothing against it', () => {
    for (const published of [null, '2025-02-30', '0000-01-01', 'yesterday', '2025'])
      expect(story('Kovac said on Monday that it closed last week.', published).dates).toEqual([]);
  });

  it('of a hundred thousand characters are read', { timeout: 60_000 }, () => {
    const sentence = 'Kovac said on 3 March 2025 that the bridge would stay closed. ';
    const times = Math.ceil(100_000 / sentence.length);
    expect(story(sentence.repeat(times)).claims).toHaveLength(times);
  });
});
