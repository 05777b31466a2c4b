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
