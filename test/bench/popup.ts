/**
 * From the click on the toolbar button to a popup painted with content, in Chromium with the extension really installed and a store of
 * 100,000 articles that feeds brought, worker warm; and how much the content moved while it came.
 * usage: node --import ./scripts/node-loader.mjs test/bench/popup.ts [articles]
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { indexedArticle } from '@/core/coverage/related';
import { SEGMENT_ARTICLES, sealSegment } from '@/core/coverage/segment';
import { launchChromium } from '../../scripts/drive/chromium';
import { until } from '../../scripts/drive/driver';
import { startProxy } from '../../scripts/drive/proxy';
import { makeArticles } from './coverage-corpus';
import { median, percentile, table } from './print';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ARTICLES = Number(process.argv[2] ?? 100_000);
/** Of them about the page's own event, as a war brings them in a month. */
const OF_EVENT = 400;
const OPENINGS = 25;
/** Rows put in one message to the page. */
const AT_ONCE = 5_000;
const EVENT = 'ukraine-2025:macron-rutte-call';
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Guarantees for Ukraine | Reuters</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Guarantees for Ukraine","datePublished":"2025-12-24T20:00:00+01:00"}</script>
<article><h1>Guarantees for Ukraine</h1><p>Emmanuel Macron said on Wednesday that the guarantees would be ready before the spring, and that he had spoken with Mark Rutte about them at length.</p>
<p>Mark Rutte told reporters in Brussels that the alliance would not be found wanting, whatever the coming weeks may bring for those who wait.</p>
<p>The Coalition of the Willing meets again in January, with Keir Starmer and Volodymyr Zelensky at the table, to write down what was agreed.</p></article></html>`;

execFileSync('npx', ['--no-install', 'wxt', 'build', '-b', 'chrome'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
const proxy = await startProxy(async (url) =>
  url.host === 'www.reuters.com' ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE } : null,
);
const driver = await launchChromium({ extension: `${ROOT}.output/chrome-mv3`, proxyPort: proxy.port });

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
        for (const row of list as { packed?: string }[]) {
          const bytes = row.packed === undefined ? undefined : Uint8Array.from(atob(row.packed), (c) => c.charCodeAt(0));
          work.objectStore(name).put(bytes ? { articles: 4096, bytes } : row);
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
    const bytes = sealSegment(indexed.slice(from, from + SEGMENT_ARTICLES));
    await put('coverageSegments', [{ packed: Buffer.from(bytes).toString('base64') }]);
  }
}

interface Opening {
  /** ms after the click, the browser's own work to open a popup among them: what the tab knows of itself, with the row of tabs. */
  readonly head: number;
  /** The same: whom it names, and who else reports. */
  readonly facts: number;
  /** The two, ms after the popup's document began. */
  readonly ownHead: number;
  readonly ownFacts: number;
  /** Cumulative layout shift until everything was there. */
  readonly shift: number;
}

async function openOnce(page: Page): Promise<Opening> {
  await page.bringToFront();
  const clicked = Date.now();
  const popup = await driver.popup(page);
  const seen = await popup.read(
    (document) =>
      new Promise<{ origin: number; head: number; facts: number; shift: number }>((done) => {
        const { performance, requestAnimationFrame, PerformanceObserver, setTimeout } = document.defaultView as Window & typeof globalThis;
        let head = 0;
        const look = () => {
          if (head === 0 && document.querySelector('.bar')) head = performance.now();
          if (!document.querySelector('.glance li')) return requestAnimationFrame(look);
          // The frame after the one in which it was put there is painted.
          return requestAnimationFrame(() => {
            const facts = performance.now();
            let shift = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shift += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done({ origin: performance.timeOrigin, head, facts, shift }), 1500);
          });
        };
        look();
      }),
  );
  await popup.close();
  const { origin, shift, head, facts } = seen;
  const opened = origin - clicked;
  return { head: opened + head, facts: opened + facts, ownHead: head, ownFacts: facts, shift };
}

const SUBJECTS = ['emmanuel-macron', 'mark-rutte', 'keir-starmer', 'volodymyr-zelensky'].map((id) => ({ id: `world:${id}`, count: 2 }));
const ASKED = [
  ['site/get', { host: 'www.reuters.com' }],
  ['page/facts', { host: 'www.reuters.com', subjects: SUBJECTS, published: '2025-12-24' }],
] as const;

/** A row of how long the background takes for one question, asked one after the other. */
async function answered(own: Page, call: string, input: object): Promise<string[]> {
  const times = await own.evaluate(
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
  return [call, median(times).toFixed(1), percentile(times, 0.95).toFixed(1)];
}

try {
  await driver.dismissWelcome();
  const own = await driver.openOwn('ledger.html');
  await until('the packs', () => own.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'sidelight')));
  const page = await driver.open('https://www.reuters.com/world/guarantees');
  await until('the marks', () => page.evaluate(() => CSS.highlights.size > 0));
  await fill(own);
  await own.close();
  await openOnce(page);
  const openings: Opening[] = [];
  for (let i = 0; i < OPENINGS; i++) openings.push(await openOnce(page));
  const row = (what: string, pick: (opening: Opening) => number, digits = 0) => {
    const values = openings.map(pick);
    return [what, median(values).toFixed(digits), percentile(values, 0.95).toFixed(digits)];
  };
  console.log(`The popup over ${ARTICLES} articles, ${OF_EVENT} of them about the page's event, ${OPENINGS} openings:`);
  console.log(
    table(
      ['what, ms', 'p50', 'p95'],
      [
        row('click to what the tab knows', ({ head }) => head),
        row('  of that in the popup', ({ ownHead }) => ownHead),
        row('click to names and coverage', ({ facts }) => facts),
        row('  of that in the popup', ({ ownFacts }) => ownFacts),
        row('layout shift until all is there (no ms)', ({ shift }) => shift, 3),
      ],
    ),
  );
  const asking = await driver.openOwn('ledger.html');
  console.log(
    table(['asked of the background alone, ms', 'p50', 'p95'], [await answered(asking, ...ASKED[0]), await answered(asking, ...ASKED[1])]),
  );
} finally {
  await driver.close();
  await proxy.close();
}
