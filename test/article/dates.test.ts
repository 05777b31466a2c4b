import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { dateInAddress } from '@/article/address';
import { readMachineDate, readVisibleDate } from '@/article/date-text';
import { readArticle } from '@/article/metadata';

describe('dates for machines', () => {
  it.each([
    ['2025-03-03T10:04:00+0100', '2025-03-03T10:04:00+01:00'],
    ['2025-03-03T10:04:00.123Z', '2025-03-03T10:04:00Z'],
    ['2025-03-03 10:04', '2025-03-03T10:04:00'],
    ['2025-03-03', '2025-03-03'],
    ['20250303', '2025-03-03'],
    ['2025-03', '2025-03'],
    ['Mon, 03 Mar 2025 10:04:00 GMT', '2025-03-03T10:04:00Z'],
    ['Mon Mar 03 2025 10:04:00 GMT+0100 (CET)', '2025-03-03T10:04:00+01:00'],
    ['1740996240', '2025-03-03T10:04:00Z'],
  ])('%s is %s', (text, value) => expect(readMachineDate(text)?.value).toBe(value));

  it.each(['2025-02-30', '0000-01-01', '275760-09-13', '2025-13-01T00:00:00Z', '2025-01-01T25:00:00Z', '01/02/2025', 'today', ''])(
    '%s is none',
    (text) => expect(readMachineDate(text)).toBeNull(),
  );
});

describe('dates for readers', () => {
  it.each([
    ['Published 3 March 2025, 10:04 GMT', 'en', '2025-03-03'],
    ['March 3rd, 2025', 'en', '2025-03-03'],
    ['Stand: 03.03.2025', 'de', '2025-03-03'],
    ['Samstag, 1. März 2025', 'de', '2025-03-01'],
    ['Publié le 3 mars 2025', 'fr', '2025-03-03'],
    ['3 de marzo de 2025', 'es', '2025-03-03'],
    ['3 березня 2025', 'uk', '2025-03-03'],
    ['3 марта 2025 г.', 'ru', '2025-03-03'],
    ['2025年3月3日', 'ja', '2025-03-03'],
    ['13/02/2025', 'en', '2025-02-13'],
    ['02/01/2025', 'fr', '2025-01-02'],
    ['02/01/2025', 'en-US', '2025-02-01'],
  ])('%s (%s) is %s', (text, lang, day) => expect(readVisibleDate(text, lang)).toEqual({ value: day, precision: 'day' }));

  it.each([
    ['01/02/2025', 'en'],
    ['01/02/2025', null],
    ['30 February 2025', 'en'],
    ['version 10.12.2025.4 of', 'tlh-not-a-language'],
    ['May march on', 'en'],
  ])('%s (%s) is none', (text, lang) => expect(readVisibleDate(text, lang)).toBeNull());
});

describe('dates of a page', () => {
  const page = (head: string, body = '') =>
    parseHTML(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`).document;

  it('ranks JSON-LD over meta over the address, and names who disagrees', () => {
    const document = page(
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-03"}</script><meta property="article:published_time" content="2025-03-09T08:00:00Z">',
    );
    const article = readArticle(document, 'https://a.test/2025/03/03/x');
    expect(article.published).toMatchObject({ value: '2025-03-03', basis: 'json-ld' });
    expect(article.disagreements).toEqual([
      {
        about: 'published',
        values: [expect.objectContaining({ value: '2025-03-03' }), expect.objectContaining({ value: '2025-03-09T08:00:00Z' })],
      },
    ]);
  });

  const body = (html: string, head = '', lang = 'en', address = 'https://a.test/x') =>
    readArticle(parseHTML(`<!doctype html><html lang="${lang}"><head>${head}</head><body>${html}</body></html>`).document, address);
  const HEADING = '<h1>The harbour bridge stays closed for the winter</h1>';

  it.each([
    ['<p class="byline">By A. Fenwick</p><time datetime="2025-03-03T10:04:00+01:00">3 March</time>', '2025-03-03T10:04:00+01:00', 'time'],
    ['<div class="meta">Published 3 March 2025, 10:04 GMT</div>', '2025-03-03', 'text'],
    ['<span itemprop="datePublished" content="2025-03-03">today</span>', '2025-03-03', 'microdata'],
    ['<p class="author_meta">Monday, 3 Mar, 20259:59 am</p>', '2025-03-03', 'text'],
    ['<aside><span class="article-date">3 March 2025</span></aside>', '2025-03-03', 'text'],
  ])('reads what readers see: %s', (html, value, basis) => {
    expect(body(HEADING + html).published).toMatchObject({ value, basis });
  });

  it.each([
    ['de', 'Veröffentlicht am 3. März 2025'],
    ['fr', 'Publié le 3 mars 2025 à 10h04'],
    ['es', 'Publicado el 3 de marzo de 2025'],
    ['uk', 'Опубліковано 3 березня 2025, 10:04'],
    ['ru', 'Опубликовано 3 марта 2025'],
  ])('reads it in %s', (lang, line) => {
    expect(body(`${HEADING}<div class="meta">${line}</div>`, '', lang).published?.value).toBe('2025-03-03');
  });

  it('takes the date beside the heading, not those of other stories', () => {
    const teaser = (day: string) => `<div><a href="/${day}">Other</a><span class="date">${day} March 2025</span></div>`;
    const html = `${teaser('9')}${teaser('8')}<div class="head">${HEADING}<span class="when-date">3 March 2025</span></div>${teaser('7')}`;
    expect(body(html).published?.value).toBe('2025-03-03');
    expect(body(`${HEADING}${teaser('9')}${teaser('8')}${teaser('7')}`).published).toBeNull();
    expect(body(`<article>${HEADING}</article><article><time datetime="2025-03-09">9</time></article>`).published).toBeNull();
  });

  it('does not take the day of a change for that of publication', () => {
    const article = body(`${HEADING}<p class="byline">Updated 4 March 2025</p>`);
    expect([article.published, article.modified?.value]).toEqual([null, '2025-03-04']);
  });

  it('keeps the zone of the site where one account has it', () => {
    const head =
      '<meta property="article:published_time" content="2025-03-03T23:04:00Z"><meta name="date" content="2025-03-04T00:04:00+01:00">';
    expect(body(HEADING, head).published?.value).toBe('2025-03-04T00:04:00+01:00');
  });

  it('takes the day of the site where a moment in UTC lies in another, and address and text agree', () => {
    const head = '<meta property="article:published_time" content="2025-03-04T02:25:54Z">';
    const shown = `${HEADING}<div class="date">3 March 2025 | 9:25pm</div>`;
    expect(body(shown, head, 'en', 'https://a.test/2025/03/03/x').published).toMatchObject({ value: '2025-03-03', basis: 'url' });
    expect(body(shown, head).published?.value).toBe('2025-03-04T02:25:54Z');
  });

  it('trusts a meta tag called only date less than what the page shows', () => {
    expect(body(`${HEADING}<div class="date">3 March 2025</div>`, '<meta name="date" content="2025-03-09">').published?.value).toBe(
      '2025-03-03',
    );
    expect(body(HEADING, '<meta name="date" content="2025-03-09">').published?.value).toBe('2025-03-09');
  });

  it('shows who disagrees: the metadata and the line that readers see', () => {
    const article = body(
      `${HEADING}<div class="meta">Published 3 March 2025</div>`,
      '<meta property="article:published_time" content="2025-03-09">',
    );
    expect(article.published?.value).toBe('2025-03-09');
    expect(article.disagreements.map((d) => [d.about, ...d.values.map((v) => [v.value, v.basis])])).toEqual([
      ['published', ['2025-03-09', 'meta'], ['2025-03-03', 'text']],
    ]);
  });

  it('keeps a date in the future and one modified before it was published, and says so', () => {
    const document = page(
      '<meta property="article:published_time" content="2030-01-05"><meta property="article:modified_time" content="2029-01-01">',
    );
    const article = readArticle(document, 'https://a.test/x', { now: Date.UTC(2025, 10, 23) });
    expect([article.published?.value, article.modified?.value]).toEqual(['2030-01-05', '2029-01-01']);
    expect(article.disagreements.map((d) => d.about)).toEqual(['order', 'future']);
  });

  it('reads a day from an address, not from a number', () => {
    expect(dateInAddress('https://a.test/2025/mar/03/x')?.value).toBe('2025-03-03');
    expect(dateInAddress('https://a.test/20250303-x')?.value).toBe('2025-03-03');
    expect(dateInAddress('https://a.test/article-4202503031')).toBeNull();
    expect(dateInAddress('https://a.test/2025/02/30/x')).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => void readArticle(page(`<meta name="date" content="${a.replace(/["<>]/g, '')}">`), b)),
      { numRuns: 200 },
    );
  });
});
