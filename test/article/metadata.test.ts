import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readJsonLd } from '@/article/json-ld';
import { readMainText } from '@/article/main-text';
import { readArticle } from '@/article/metadata';
import { createOutletLookup } from '@/article/publisher';
import { cleanTitle } from '@/article/title';
import { wireCredits } from '@/article/wire-credit';
import { canonicalAddress, cleanAddress } from '@/core/model/address';

const page = (head: string, body = '') =>
  parseHTML(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`).document;
const linked = (json: string) => readJsonLd(page(`<script type="application/ld+json">${json}</script>`), 'https://a.test/x');

describe('JSON-LD', () => {
  it.each([
    ['an array', '[{"@type":"BreadcrumbList"},{"@type":["NewsArticle"],"headline":"H"}]'],
    ['@graph', '{"@graph":[{"@type":"WebPage"},{"@type":"ReportageNewsArticle","headline":"H"}]}'],
    ['trailing commas', '{"@type":"NewsArticle","headline":"H",}'],
    ['raw line breaks', '{"@type":"NewsArticle","headline":"H","articleBody":"a\nb"}'],
    ['comments and CDATA', '//<![CDATA[\n{/* c */"@type":"NewsArticle","headline":"H"}\n//]]>'],
    ['entities', '{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;H&quot;}'],
  ])('reads %s', (_, json) => expect(linked(json)?.headline).toBe('H'));

  it('takes no publisher from a review of a claim', () => {
    expect(linked('{"@type":"ClaimReview","publisher":{"name":"Someone Else"},"datePublished":"2025-01-01"}')).toBeNull();
  });

  it('is not stopped by junk', () => {
    // Backtracking over this would outlast any test run.
    expect(linked(`{"@type":"NewsArticle","x":"${'b,}'.repeat(4_000_000)}`)).toBeNull();
  });
});

describe('title', () => {
  it.each([
    ['Rates held | The Quay Courier', null, ['The Quay Courier'], 'Rates held'],
    ['The Quay Courier - Rates held', null, ['The Quay Courier'], 'Rates held'],
    ['Ukraine: what we know', null, ['The Quay Courier'], 'Ukraine: what we know'],
    ['Rates held – for now', null, ['quaycourier.test'], 'Rates held – for now'],
    ['橋は冬の間閉鎖｜海辺新聞', null, ['海辺新聞'], '橋は冬の間閉鎖'],
    ['港口大桥将在整个冬季关闭--时政--海边网', '港口大桥将在整个冬季关闭', [], '港口大桥将在整个冬季关闭'],
    ['The bank holds its rates - Economy - News', 'The bank holds its rates', [], 'The bank holds its rates'],
  ])('%s', (candidate, heading, site, title) => expect(cleanTitle(candidate, heading, site)).toBe(title));
});
describe('places that disagree about the title', () => {
  const titleOf = (headline: string, social: string, heading: string, title: string) =>
    readArticle(
      page(
        `<title>${title}</title><meta property="og:title" content="${social}"><script type="application/ld+json">{"@type":"NewsArticle","headline":"${headline}"}</script>`,
        `<h1>${heading}</h1>`,
      ),
      'https://quaycourier.test/x',
    ).title;
  const SEARCH = 'Harbour bridge closed: what drivers need to know this winter';
  const OWN = 'Nobody crosses the Tide before the spring comes';

  it('takes the social title where everything else repeats what was written for search engines', () => {
    expect(titleOf(SEARCH, OWN, SEARCH, `${SEARCH} | Quay Courier`)).toBe(OWN);
  });

  it('takes the heading where only the headline of the data repeats it', () => {
    expect(titleOf(SEARCH, OWN, OWN, SEARCH)).toBe(OWN);
  });

  it.each([
    ['the heading cut short', 'Harbour bridge closed: what drivers need to know', SEARCH, `${SEARCH} | Quay Courier`],
    ['its words in another order', 'What drivers need to know: harbour bridge closed', SEARCH, `${SEARCH} | Quay Courier`],
    ['a section’s name', 'Quay Courier Traffic', SEARCH, `${SEARCH} | Quay Courier`],
    ['in the browser’s title as well', OWN, SEARCH, `${SEARCH} — ${OWN}`],
    ['alone against the heading, and the browser’s title is another', OWN, SEARCH, 'Traffic news'],
  ])('keeps the headline where the social title is %s', (_, social, heading, title) => {
    expect(titleOf(heading, social, heading, title)).toBe(heading);
  });
});

describe('titles of another story', () => {
  const data =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge over the harbour is shut for repairs"}</script>';

  it('are told with their place, each once', () => {
    const og = '<meta property="og:title" content="Choir festival opens with a record number of singers">';
    const article = readArticle(page(data + og, '<h1>Choir festival opens with a record number</h1>'), 'https://a.test/x');
    expect([article.title, article.titles]).toEqual([
      'The bridge over the harbour is shut for repairs',
      [{ value: 'Choir festival opens with a record number of singers', basis: 'meta' }],
    ]);
  });

  it('are told of the page’s one main heading, though nothing repeats it', () => {
    const { titles } = readArticle(page(data, '<h1>Choir festival opens with a record number</h1>'), 'https://a.test/x');
    expect(titles).toEqual([{ value: 'Choir festival opens with a record number', basis: 'heading' }]);
  });

  it.each([
    ['worded anew', '<h1>Harbour bridge shut: repairs begin</h1>'],
    ['a logo or a section', '<h1>The Daily News</h1>'],
    ['one of many main headings', '<h1>Choir festival opens with a record number</h1><h1>Ferries run late on Sunday again</h1>'],
    ['none', ''],
  ])('are not told of a heading that is %s', (_, body) => {
    expect(readArticle(page(data, body), 'https://a.test/x').titles).toEqual([]);
  });
});

it('a browser’s title that is the site’s name alone is no title, where a smaller heading is one', () => {
  const old = (title: string, body: string) =>
    readArticle(page(`<title>${title}</title>`, body), 'https://old.lowmarsh-herald.test/1').title;
  const heading = '<h2>From our reading table: how to keep a cutting</h2>';
  expect(old('Lowmarsh Herald', heading)).toBe('From our reading table: how to keep a cutting');
  expect(old('Lowmarsh Herald', '<h2>Letters</h2>')).toBe('Lowmarsh Herald');
  expect(old('How to keep a cutting, and other advice', heading)).toBe('How to keep a cutting, and other advice');
});

describe('microdata', () => {
  it('gives headline, publisher and authors where nothing else does', () => {
    const document = page(
      '<title>x</title>',
      `<article itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">The bridge is closed</h2>
      <span itemprop="author" itemscope><b itemprop="name">A. Fenwick</b></span>
      <div itemprop="publisher" itemscope><meta itemprop="name" content="Quay Courier"></div></article>`,
    );
    expect(readArticle(document, 'https://quaycourier.test/x')).toMatchObject({
      title: 'The bridge is closed',
      titleBasis: 'microdata',
      publisher: { name: 'Quay Courier', basis: 'microdata' },
      authors: ['A. Fenwick'],
    });
  });
});

describe('publisher', () => {
  const outletOf = createOutletLookup([{ name: 'Quay Courier', domains: ['quaycourier.test'] }]);
  const site = (name: string) => page(`<meta property="og:site_name" content="${name}">`);

  it('is the outlet of the domain, subdomains included', () => {
    expect(readArticle(site('Whatever'), 'https://edition.quaycourier.test/x', { outletOf }).publisher).toEqual({
      name: 'Quay Courier',
      domain: 'quaycourier.test',
      basis: 'outlet',
    });
    expect(readArticle(site('Other'), 'https://notquaycourier.test/x', { outletOf }).publisherName).toBe('Other');
  });

  it('is a publication of its own where its subdomain bears its name', () => {
    expect(readArticle(site('Harbour Weekly'), 'https://harbourweekly.quaycourier.test/x', { outletOf }).publisherName).toBe(
      'Harbour Weekly',
    );
  });

  it('is the name that the domain repeats rather than the company', () => {
    const document = page(
      '<meta property="og:site_name" content="Kaiblatt"><script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Medien Holding GmbH"}}</script>',
    );
    expect(readArticle(document, 'https://kaiblatt.test/x').publisherName).toBe('Kaiblatt');
  });
});

describe('address', () => {
  it.each([
    ['https://u:p@www.a.test/x?id=7&utm_source=y&fbclid=1&access_token=s#top', 'https://www.a.test/x?id=7'],
    ['https://m.a.test/x/amp/', 'https://www.a.test/x'],
    ['https://a.test/amp/x', 'https://a.test/x'],
    ['https://a.test/x?outputType=amp&id=7', 'https://a.test/x?id=7'],
    ['https://www-a-test.cdn.ampproject.org/c/s/www.a.test/news/x/amp/', 'https://www.a.test/news/x'],
    ['https://www.google.com/amp/s/amp.a.test/news/x', 'https://www.a.test/news/x'],
    ['https://mobile.a.test/x?sessionid=1&gclid=2', 'https://www.a.test/x'],
  ])('%s', (given, clean) => expect(cleanAddress(given)).toBe(clean));

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nonsense'])('%s is none', (given) =>
    expect(cleanAddress(given)).toBeNull(),
  );

  it('trusts a canonical link only within the site and below its front page', () => {
    const own = 'https://www.a.test/news/x?ref=home';
    expect(canonicalAddress(['https://a.test/news/x'], own)).toBe('https://a.test/news/x');
    expect(canonicalAddress(['https://evil.test/news/x'], own)).toBe('https://www.a.test/news/x');
    expect(canonicalAddress(['https://a.test/'], own)).toBe('https://www.a.test/news/x');
    const cache = 'https://www-a-test.cdn.ampproject.org/c/s/www.a.test/news/x';
    expect(canonicalAddress(['https://a.test/news/x'], cache)).toBe('https://a.test/news/x');
  });
});

describe('wire credit', () => {
  const prose = 'The bridge over the harbour stays closed to all traffic until the ice has gone, the council decided on Monday evening.';
  const credits = (blocks: readonly string[], authors: readonly string[] = []) =>
    wireCredits(blocks, authors).map(({ agency, share }) => `${agency} ${share}`);

  it.each([
    [[`LONDON (AP) — ${prose}`], [], ['AP whole']],
    [[`Kiel (dpa/lno) - ${prose}`], [], ['dpa whole']],
    [[`PARIS, 3 May — Reuters — ${prose}`], [], ['Reuters whole']],
    [[prose, 'Reuters contributed to this report.'], [], ['Reuters part']],
    [[prose, 'With reporting by the Associated Press'], [], ['AP part']],
    [[prose, 'Mit Material von dpa und AFP'], [], ['AFP part', 'dpa part']],
    [[prose, 'avec AFP'], [], ['AFP part']],
    [[prose, 'Con información de EFE'], [], ['EFE part']],
    [[prose, 'Quelle: dpa'], [], ['dpa whole']],
    [[prose, 'dpa/AFP'], [], ['AFP whole', 'dpa whole']],
    [[prose, '© 2025 The Associated Press. All rights reserved.'], [], ['AP whole']],
    [[prose], ['dpa/lno'], ['dpa whole']],
    [[prose], ['Anna Fenwick', 'AFP'], ['AFP part']],
    [[prose], ['By Anna Fenwick, Associated Press'], ['AP whole']],
  ] as const)('%j by %j', (blocks, authors, expected) => expect(credits(blocks, authors)).toEqual(expected));

  it.each([
    ['The minister told Reuters that the bridge is closed.'],
    ['APPLE opens a shop at the harbour, and PA systems are installed along the whole of the quay for it.'],
    ['The mayor (PA) was not at the meeting of the council of the harbour town, and neither was her deputy.'.replace('(PA)', 'PA')],
    [`${prose} “The source is AP,” she said. ${prose} ${prose}`],
  ])('no credit: %s', (text) => expect(credits([prose, text, prose])).toEqual([]));

  it('is read with the main text, lines behind the story included', () => {
    const document = page('', `<article><p>${prose}</p><p>${prose}</p><div>AFP</div></article>`);
    const { blocks, wire } = readMainText(document, { title: null });
    expect([blocks.length, wire]).toEqual([2, [{ agency: 'AFP', share: 'whole' }]]);
  });
});
