/**
 * The sample news stand: every page is there, is answered, says that it is a sample and asks nothing of any other
 * host; pack.json agrees with the pages that it describes.
 */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { parsePackText } from '@/core/pack/parse';
import { answer, FRONT_PAGE, STAND_OUTLETS, STAND_PAGES } from '../../scripts/stand/stand';

const read = parsePackText('stand', readFileSync(new URL('../../scripts/stand/pack.json', import.meta.url), 'utf8'));
if (!read.ok) throw new Error(JSON.stringify(read.faults, null, 2));
const { pack } = read;

const SAMPLE =
  /Sample article written for Sidelight|Beispielartikel, für Sidelight|Article d’exemple écrit pour Sidelight|Зразок статті, написаний для Sidelight/i;
const NOT_EXISTING = /not exist|gibt es nicht|n’existe pas|не існує|None of these outlets exists/;

/** The page as its file has it, with what a template holds unfolded: linkedom keeps it apart as browsers do. */
function documentOf(url: string): Document {
  const { status, body } = answer(new URL(url));
  expect(status, url).toBe(200);
  return parseHTML(body.replace(/<(\/?)template\b/g, '<$1section')).document;
}

/** Text as a reader sees it: no soft hyphens, every run of blanks one space. */
function visible(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

interface LinkedData {
  readonly '@type'?: string | readonly string[];
  readonly '@graph'?: readonly LinkedData[];
  readonly headline?: string;
  readonly datePublished?: string;
  readonly publisher?: { readonly name?: string };
}

function linkedData(document: Document): LinkedData[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    const data = JSON.parse(script.textContent ?? '') as LinkedData | LinkedData[];
    return [data].flat().flatMap((item) => item['@graph'] ?? [item]);
  });
}

const every = [FRONT_PAGE, ...STAND_PAGES.map((p) => p.url)];

describe('the sample news stand', () => {
  it('has at least eight articles of at least six outlets, each with a page', () => {
    expect(STAND_PAGES.length).toBeGreaterThanOrEqual(8);
    expect(STAND_PAGES.length).toBe(pack.articles.length);
    expect(new Set(STAND_PAGES.map((p) => p.outlet)).size).toBeGreaterThanOrEqual(6);
    expect(STAND_OUTLETS.map((o) => o.id).sort()).toEqual([...new Set(STAND_PAGES.map((p) => p.outlet))].sort());
  });

  it('is served under .test hosts of the outlet only', () => {
    for (const { url, outlet } of STAND_PAGES) {
      const { hostname } = new URL(url);
      const domains = STAND_OUTLETS.find((o) => o.id === outlet)?.domains ?? [];
      expect(
        domains.some((d) => d.endsWith('.test') && (hostname === d || hostname.endsWith(`.${d}`))),
        url,
      ).toBe(true);
    }
  });

  it.each(every)('%s says that it is a sample of an outlet that does not exist', (url) => {
    const note = documentOf(url).querySelector('[data-sample]')?.textContent ?? '';
    expect(note).toMatch(SAMPLE);
    expect(note).toMatch(NOT_EXISTING);
    expect(note).toContain('Ukraine security guarantees, 2025');
  });

  it.each(every)('%s asks nothing of another host and links to .test only', (url) => {
    const document = documentOf(url);
    expect(document.querySelectorAll('img, iframe, video, audio, object, embed, script[src], link[rel=stylesheet]').length).toBe(0);
    for (const element of document.querySelectorAll('[href], [src], [srcset], [action]')) {
      for (const name of ['href', 'src', 'srcset', 'action']) {
        const value = element.getAttribute(name);
        if (value && value !== 'data:,') expect(new URL(value, url).hostname, value).toMatch(/\.test$/);
      }
    }
    for (const style of document.querySelectorAll('style')) expect(style.textContent).not.toMatch(/url\(|@import/);
  });

  it.each(STAND_PAGES)('$title has the length of a news article', ({ url, title, outlet }) => {
    const document = documentOf(url);
    const holder = [...document.querySelectorAll('[data-title]')].find((e) => e.getAttribute('data-title') === title) ?? document;
    const paragraphs = [...holder.querySelectorAll('p')].filter((p) => !p.hasAttribute('data-sample') && !p.closest('aside'));
    const words = visible(paragraphs.map((p) => p.textContent).join(' ')).split(' ').length;
    // A live page starts short and grows by script.
    expect(words).toBeGreaterThanOrEqual(outlet === 'tideline' ? 150 : 250);
    expect(words).toBeLessThanOrEqual(450);
  });

  it.each(STAND_PAGES.filter((p) => p.outlet !== 'corridor' && p.published !== null))('$title: metadata and pack agree', (page) => {
    const document = documentOf(page.url);
    const article = linkedData(document).find((d) => d.headline);
    expect(article?.headline).toBe(page.title);
    expect(article?.datePublished).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00(?:Z|[+-]\d\d:\d\d)$/);
    expect(article?.datePublished?.slice(0, 10)).toBe(page.published);
    expect(visible(document.querySelector('h1')?.textContent ?? '')).toBe(page.title);
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(page.url);
    const names = pack.outlets.find((o) => o.id === `stand:${page.outlet}`);
    const site = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content');
    expect([names?.name, ...(names?.names.map((n) => n.text) ?? [])]).toContain(site);
  });

  it('keeps both stories of the single-page application in one document', () => {
    const pages = STAND_PAGES.filter((p) => p.outlet === 'corridor');
    expect(pages.length).toBe(2);
    for (const page of pages) {
      const story = documentOf(page.url).getElementById(page.url.split('/').at(-1) ?? '');
      expect(story?.getAttribute('data-title')).toBe(page.title);
      expect(story?.getAttribute('data-published')?.slice(0, 10)).toBe(page.published);
    }
  });

  it('has one page without any metadata', () => {
    const bare = STAND_PAGES.filter((p) => p.published === null);
    expect(bare.map((p) => p.outlet)).toEqual(['lowmarsh-herald']);
    for (const { url } of bare) expect(documentOf(url).querySelectorAll('meta, time, script, link[rel=canonical], [lang]').length).toBe(0);
  });

  it('shows each claim’s evidence on the page that the claim names', () => {
    expect(pack.claims.length).toBeGreaterThan(0);
    for (const claim of pack.claims) {
      const { exact = '', url = '' } = claim.evidence ?? {};
      expect(exact.length, claim.id).toBeGreaterThan(20);
      expect(url, claim.id).toBe(pack.articles.find((a) => a.id === claim.readIn)?.url);
      expect(visible(documentOf(url).body.textContent ?? ''), claim.id).toContain(visible(exact));
    }
  });

  it('calls its facts samples and dates them as the page does', () => {
    expect(Object.keys(pack.info.sources)).toEqual(['sample']);
    for (const claim of pack.claims) {
      const article = pack.articles.find((a) => a.id === claim.readIn);
      expect(claim.outlet, claim.id).toBe(article?.outlet);
      expect(claim.clocks.published?.edtf ?? null, claim.id).toBe(article?.published);
    }
  });

  it('lists every article on the front page, once', () => {
    const links = [...documentOf(FRONT_PAGE).querySelectorAll('a')].map((a) => a.getAttribute('href'));
    expect([...links].sort()).toEqual(STAND_PAGES.map((p) => p.url).sort());
  });

  it('ignores query and fragment, sends a host’s root to the stand, and knows nothing else', () => {
    const [first] = STAND_PAGES;
    expect(answer(new URL(`${first?.url}?from=mail#top`)).status).toBe(200);
    expect(answer(new URL('http://www.meridian-post.test/'))).toMatchObject({ status: 302, headers: { location: FRONT_PAGE } });
    expect(answer(new URL('http://www.meridian-post.test/../../package.json')).status).toBe(404);
    expect(answer(new URL('http://elsewhere.test/')).status).toBe(404);
  });
});
