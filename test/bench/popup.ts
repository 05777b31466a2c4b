/**
 * From the click on the toolbar button to a popup painted with content, in Chromium with the extension really installed and a store of
 * 100,000 articles that feeds brought, worker warm; how long each of its questions takes; and a bare page opened the same way, which is
 * the least that the browser needs. All times of paints are the browser's own, read out of the page afterwards.
 * usage: node --import ./scripts/node-loader.mjs test/bench/popup.ts [articles] [openings]
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { indexedArticle } from '@/core/coverage/related';
import { SEGMENT_ARTICLES } from '@/core/coverage/segment';
import { segmentRow } from '@/store/coverage-rows';
import { launchChromium } from '../../scripts/drive/chromium';
import { until } from '../../scripts/drive/driver';
import { startProxy } from '../../scripts/drive/proxy';
import { makeArticles } from './coverage-corpus';
import { type Paints, watchPaints } from './in-popup';
import { median, percentile, table } from './print';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ARTICLES = Number(process.argv[2] ?? 100_000);
/** Of them about the page's own event, as a war brings them in a month. */
const OF_EVENT = 400;
const OPENINGS = Number(process.argv[3] ?? 25);
/** Waited in each opening after it has everything (ms): the questions that come last are answered by then. */
const SETTLED_MS = 1000;
/** Rows put in one message to the page. */
const AT_ONCE = 5_000;
const EVENT = 'ukraine-2025:macron-rutte-call';
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Guarantees for Ukraine | Reuters</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Guarantees for Ukraine","datePublished":"2025-12-24T20:00:00+01:00"}</script>
<article><h1>Guarantees for Ukraine</h1><p>Emmanuel Macron said on Wednesday that the guarantees would be ready before the spring, and that he had spoken with Mark Rutte about them at length.</p>
<p>Mark Rutte told reporters in Brussels that the alliance would not be found wanting, whatever the coming weeks may bring for those who wait.</p>
<p>The Coalition of the Willing meets again in January, with Keir Starmer and Volodymyr Zelensky at the table, to write down what was agreed.</p></article></html>`;

execFileSync('npx', ['--no-install', 'wxt', 'build', '-b', 'chrome'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
const extension = withStopwatch(`${ROOT}.output/chrome-mv3`);
const proxy = await startProxy(async (url) =>
  url.host === 'www.reuters.com' ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE } : null,
);
const driver = await launchChromium({ extension, proxyPort: proxy.port });

/** A copy of the build in whose popup the stopwatch runs first, with a bare page beside it: what any page behind the button costs. */
function withStopwatch(built: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'sidelight-popup-'));
  cpSync(built, dir, { recursive: true });
  writeFileSync(join(dir, 'stopwatch.js'), `(${String(watchPaints)})();`);
  const popup = readFileSync(join(dir, 'popup.html'), 'utf8');
  writeFileSync(join(dir, 'popup.html'), popup.replace('<head>', '<head><script src="/stopwatch.js"></script>'));
  writeFileSync(
    join(dir, 'bare.html'),
    '<!doctype html><html lang="en"><head><script src="/stopwatch.js"></script></head><body><p class="bare">Nothing but this line</p></body></html>',
  );
  return dir;
}

/** Puts what feeds would have brought straight into the tables, which takes minutes less than reading so many feeds. */
async function fill(own: Page): Promise<void> {
  const { articles } = makeArticles(ARTICLES);
  const put = (table: string, rows: readonly object[]) =>
    own.evaluate(
      async (name, list) => {
        const open = indexedDB.open('sidelight');
        const db = await new Promise<IDBDatabase>((done, fail) => {
          open.onsuccess = () => done(open.result);
          open.onerror = () => fail(open.error);
        });
        const work = db.transaction(name, 'readwrite');
        for (const { packed, ...row } of list as { packed?: string }[]) {
          const bytes = packed === undefined ? undefined : Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
          work.objectStore(name).put(bytes ? { ...row, bytes } : row);
        }
        await new Promise<void>((done, fail) => {
          work.oncomplete = () => done();
          work.onerror = () => fail(work.error);
        });
        db.close();
      },
      table,
      rows,
    );
  const subjectsOf = (i: number) =>
    i < OF_EVENT ? { actors: ['world:emmanuel-macron', 'world:mark-rutte'], events: [EVENT] } : { actors: [], events: [] };
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    const rows = articles.slice(from, from + AT_ONCE).map(({ title, text, published }, i) => ({
      ...{ id: `feeds:a-${from + i}`, feed: 'https://feeds.test/x', guid: `${from + i}`, summary: text, published, modified: null },
      ...{ future: false, origin: null, seenAt: from + i, earlier: [] },
      record: {
        ...{ id: `feeds:a-${from + i}`, outlet: 'outlets:bbc-news', title, url: `https://www.bbc.com/${from + i}`, published },
        ...{ ...subjectsOf(from + i), sources: [] },
      },
    }));
    await put('feedArticles', rows);
  }
  const indexed = articles.map((article, i) => indexedArticle({ ...article, id: `feeds:a-${i}`, publisher: 'outlets:bbc-news' }));
  for (let from = 0; from < indexed.length; from += SEGMENT_ARTICLES) {
    const { bytes, ...row } = segmentRow('feeds', indexed.slice(from, from + SEGMENT_ARTICLES));
    await put('coverageSegments', [{ ...row, packed: Buffer.from(bytes).toString('base64') }]);
  }
}

/** Opens what stands behind the toolbar button, waits until `ready` finds it whole, and reads what was painted when. */
async function openOnce(page: Page, file: string, ready: string): Promise<Paints & { readonly opened: number }> {
  await page.bringToFront();
  const [extension] = (await driver.browser.extensions()).values();
  if (!extension) throw new Error('the extension is not installed');
  const clicked = Date.now();
  await page.triggerExtensionAction(extension);
  const target = await driver.browser.waitForTarget((found) => found.url().endsWith(`/${file}`));
  const popup = await target.asPage();
  await popup.waitForSelector(ready);
  // Whatever comes late, and moves what is there, has come by then.
  if (file === 'popup.html') await new Promise((done) => setTimeout(done, SETTLED_MS));
  else await popup.waitForFunction('paints().head > 0');
  const paints = (await popup.evaluate('paints()')) as Paints;
  await popup.close();
  return { ...paints, opened: paints.origin - clicked };
}

const SUBJECTS = ['emmanuel-macron', 'mark-rutte', 'keir-starmer', 'volodymyr-zelensky'].map((id) => ({ id: `world:${id}`, count: 2 }));
const FACTS = { host: 'www.reuters.com', subjects: SUBJECTS, published: '2025-12-24' };

/** How long the background takes for one question that is asked again and again, ms. */
const answered = (own: Page, call: string, input: object): Promise<number[]> =>
  own.evaluate(
    async (message, times) => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome;
      const all: number[] = [];
      for (let i = 0; i < times; i++) {
        const began = performance.now();
        await runtime.sendMessage(message);
        all.push(performance.now() - began);
      }
      return all;
    },
    { to: 'background', call, input },
    OPENINGS,
  );

const row = (what: string, values: readonly number[], digits = 0) => [
  what,
  median(values).toFixed(digits),
  percentile(values, 0.95).toFixed(digits),
];

try {
  await driver.dismissWelcome();
  const own = await driver.openOwn('ledger.html');
  await until('the packs', () => own.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'sidelight')));
  const page = await driver.open('https://www.reuters.com/world/guarantees');
  await until('the marks', () => page.evaluate(() => CSS.highlights.size > 0));
  await fill(own);
  await own.close();
  const asking = await driver.openOwn('ledger.html');
  const standBehind = (popup: string) =>
    asking.evaluate(
      (file) =>
        (globalThis as unknown as { chrome: { action: { setPopup(at: object): Promise<void> } } }).chrome.action.setPopup({ popup: file }),
      popup,
    );
  const kept = () =>
    asking.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { session: { get(keys: null): Promise<object> } } } };
      return Object.values(await chrome.storage.session.get(null)).map(({ page }: { page: { url: string } }) => page.url);
    });
  const openings: Awaited<ReturnType<typeof openOnce>>[] = [];
  const bare: typeof openings = [];
  // The first of each is not counted: code is cold. One of each in turn, so that they share their weather; each popup is the first
  // over its page, as readers open it.
  for (let i = -1; i < OPENINGS; i++) {
    const url = `https://www.reuters.com/world/guarantees-${i + 1}`;
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await until('the page to be known', async () => (await kept()).includes(url));
    await standBehind('popup.html');
    const opening = await openOnce(page, 'popup.html', '.glance [data-tab=coverage]');
    await standBehind('bare.html');
    const floor = await openOnce(page, 'bare.html', 'p.bare');
    if (i < 0) continue;
    openings.push(opening);
    bare.push(floor);
  }
  console.log(`The popup over ${ARTICLES} articles, ${OF_EVENT} of them about the page's event, ${OPENINGS} pages, opened once over each.`);
  console.log('A click is the command to the browser to press the toolbar button; nothing else of the driver is in any number.\n');
  const of = (pick: (opening: (typeof openings)[number]) => number, from = openings) => from.map(pick);
  const bareAt = median(of(({ opened, head }) => opened + head, bare));
  const moments: readonly (readonly [what: string, at: (paints: Paints) => number])[] = [
    ['first content: the article', ({ head }) => head],
    ['first content: whom it names', ({ names }) => names],
    ['first content: who else reports', ({ coverage }) => coverage],
    ['the same asked anew, in its place', ({ fresh }) => fresh],
  ];
  const timesOf = (what: string, at: (paints: Paints) => number, from: typeof openings) => {
    const navigated = of(at, from);
    const clicked = of((opening) => opening.opened + at(opening), from);
    const times = [median(navigated), percentile(navigated, 0.95), median(clicked), percentile(clicked, 0.95), median(clicked) - bareAt];
    return [what, ...times.map((ms) => ms.toFixed(0))];
  };
  console.log(
    table(
      ['painted, ms', 'from navigation, p50', 'p95', 'from the click, p50', 'p95', 'later than the bare page, p50'],
      [timesOf('a bare page of the extension', ({ head }) => head, bare), ...moments.map(([what, at]) => timesOf(what, at, openings))],
    ),
  );
  console.log(
    table(
      ['ms', 'p50', 'p95'],
      [
        row(
          'navigation began, after the click',
          of(({ opened }) => opened),
        ),
        row(
          'from there: the first script runs',
          of(({ began }) => began),
        ),
        row(
          'from there: the popup asks its first question',
          of(({ started }) => started),
        ),
        row(
          'from there: the page is loaded, and may be shown',
          of(({ loaded }) => loaded),
        ),
        row(
          'from there: anything painted',
          of(({ first }) => first),
        ),
        row(
          'layout shift until all is there (no ms)',
          of(({ shift }) => shift),
          3,
        ),
      ],
    ),
  );
  const questions = [...new Set(openings.flatMap(({ asked }) => asked.map(([what]) => what)))];
  const first = (what: string) =>
    openings.flatMap(({ asked }) =>
      [asked.find(([name]) => name === what) ?? []].flatMap(([, from, to]) => (to ? [[from ?? 0, to] as const] : [])),
    );
  console.log(
    table(
      ['the popup asks, ms (the first time in an opening)', 'asked at, p50', 'takes, p50', 'p95'],
      questions
        .map((what) => ({ what, times: first(what) }))
        .sort((a, b) => median(a.times.map(([from]) => from)) - median(b.times.map(([from]) => from)))
        .map(({ what, times }) => {
          const [, ...takes] = row(
            what,
            times.map(([from, to]) => to - from),
            1,
          );
          return [what, median(times.map(([from]) => from)).toFixed(0), ...takes];
        }),
    ),
  );
  console.log(
    table(
      ['asked of the background alone, ms', 'p50', 'p95'],
      [
        row('site/get', await answered(asking, 'site/get', { host: FACTS.host }), 1),
        row('page/facts', await answered(asking, 'page/facts', FACTS), 1),
      ],
    ),
  );
} finally {
  await driver.close();
  await proxy.close();
  rmSync(extension, { recursive: true });
}
