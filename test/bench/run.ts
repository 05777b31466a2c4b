/**
 * `npm run bench`: Sidelight beside its peers in one real Chromium, printed as ratios. Milliseconds differ from machine to
 * machine and from minute to minute; ratios within one run hold better. Options: --quick (fewer rounds, no 100,000 names).
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { findBrowser } from '../../scripts/drive/find-browser';
import { type ProxyServer, startProxy } from '../../scripts/drive/proxy';
import { compileGazetteer } from '../../src/core/gazetteer/compile';
import { makeNames, makePage, makeParagraphs } from './corpus';
import { benchHover } from './hover';
import type { bench } from './in-page';
import { median, table } from './print';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const QUICK = process.argv.includes('--quick');
const SIZES = QUICK ? [100, 10_000] : [100, 10_000, 100_000];
const PAGE_CHARACTERS = 200_000;
/** Fresh pages per contender: first runs vary more than warm ones. */
const FRESH_ROUNDS = QUICK ? 3 : 7;
const WARM_ROUNDS = 15;
/** A contender that takes longer than this for one page is printed as such. */
const LIMIT_MS = 60_000;
/** Known to take minutes or to throw at these sizes (notes in docs/architecture.md); not run, printed as such. */
const LEFT_OUT: Readonly<Record<string, number>> = {
  'mark.js': 1000,
  'regular expression': 50_000,
  '@monyone/aho-corasick (fast)': 50_000,
};
const leftOut = (contender: string, size: number) =>
  size >= (LEFT_OUT[contender] ?? Number.POSITIVE_INFINITY) || (contender.includes('one regular expression') && size > 10_000);

type InPage = typeof bench;

async function bundle(): Promise<string> {
  const build = await rolldown({
    input: `${ROOT}test/bench/in-page.ts`,
    resolve: { alias: { '@': `${ROOT}src` } },
    platform: 'browser',
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  const { output } = await build.generate({ format: 'iife' });
  await build.close();
  return output[0].code;
}

async function main(): Promise<void> {
  const names = makeNames(Math.max(...SIZES));
  const html = makePage(makeParagraphs(PAGE_CHARACTERS, names));
  const packed = new Map(
    SIZES.map((size) => {
      const began = performance.now();
      const bytes = compileGazetteer(
        names.slice(0, size).map((text, i) => ({ id: `bench:${i}`, kind: 'person' as const, names: [{ text }], surnames: [], open: true })),
      );
      return [size, { bytes, ms: performance.now() - began }] as const;
    }),
  );
  const script = await bundle();
  const proxy: ProxyServer = await startProxy((url) => {
    if (url.pathname === '/page') return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
    const size = Number(/^\/packed\/(\d+)$/.exec(url.pathname)?.[1]);
    return size ? { body: packed.get(size)?.bytes ?? '' } : null;
  });
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    acceptInsecureCerts: true,
    protocolTimeout: 4 * LIMIT_MS,
    args: [
      '--no-sandbox',
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ],
  });

  /** Runs `fn(bench, names, packed)` on a fresh page; 'fails' or '> 60 s' where it does not come back. */
  async function fresh<T>(size: number, fn: string): Promise<T | string> {
    const page = await browser.newPage();
    try {
      await page.goto('http://bench.test/page');
      await page.evaluate(script);
      await page.evaluate(
        `globalThis.given = { names: ${JSON.stringify(names.slice(0, size))} }; fetch('/packed/${size}').then((r) => r.arrayBuffer()).then((b) => { given.packed = new Uint8Array(b); })`,
      );
      const late = new Promise<string>((done) => setTimeout(() => done(`> ${LIMIT_MS / 1000} s`), LIMIT_MS).unref());
      return await Promise.race([page.evaluate(`(${fn})(bench, given.names, given.packed)`) as Promise<T>, late]);
    } catch (error) {
      return `fails: ${String(error instanceof Error ? error.message : error)
        .split('\n')[0]
        ?.slice(0, 50)}`;
    } finally {
      await page.close();
    }
  }

  const shape = await fresh<{ characters: number; nodes: number }>(
    100,
    `() => { const w = document.createTreeWalker(document.body, 4); let nodes = 0; while (w.nextNode()) nodes++; return { characters: document.body.textContent.length, nodes }; }`,
  );
  console.log(
    `Page: ${JSON.stringify(shape)} · ${await browser.version()} · ${execFileSync('nproc', { encoding: 'utf8' }).trim()} cores\n`,
  );
  console.log('Compiled gazetteer (background, once per generation):');
  console.log(
    table(
      ['names', 'build ms', 'kB'],
      SIZES.map((s) => [s, packed.get(s)?.ms.toFixed(0), ((packed.get(s)?.bytes.length ?? 0) / 1024).toFixed(0)]),
    ),
  );

  const { markers, scanners } = (await fresh<Pick<InPage, 'markers' | 'scanners'>>(
    100,
    '(b) => ({ markers: b.markers, scanners: b.scanners })',
  )) as Pick<InPage, 'markers' | 'scanners'>;
  console.log('First scan and mark on a fresh page (script time; ratio to Sidelight):');
  const markRows: (string | number | undefined)[][] = [];
  for (const size of SIZES) {
    let ours = 0;
    for (const contender of markers) {
      const runs: { ms: number; found: number }[] = [];
      let trouble = leftOut(contender, size) ? 'not run (minutes, or throws)' : '';
      for (let i = 0; i < FRESH_ROUNDS && !trouble; i++) {
        const run = await fresh<{ ms: number; found: number }>(
          size,
          `(b, names, packed) => b.mark(${JSON.stringify(contender)}, names, packed)`,
        );
        if (typeof run === 'string') trouble = run;
        else runs.push(run);
      }
      const time = median(runs.map((run) => run.ms));
      if (contender === 'sidelight') ours = time;
      markRows.push([size, contender, trouble || time.toFixed(1), trouble ? '' : `${(time / ours).toFixed(1)}×`, runs[0]?.found]);
    }
  }
  console.log(table(['names', 'contender', 'ms', 'ratio', 'marks'], markRows));

  console.log('Scan of the page’s text, warm (ratio to Sidelight):');
  const scanRows: (string | number | undefined)[][] = [];
  for (const size of SIZES) {
    let ours = 0;
    for (const contender of scanners) {
      const run = leftOut(contender, size)
        ? 'not run (minutes to build)'
        : await fresh<{ build: number; ms: number; found: number }>(
            size,
            `(b, names, packed) => b.scan(${JSON.stringify(contender)}, names, packed, ${WARM_ROUNDS})`,
          );
      if (typeof run === 'string') {
        scanRows.push([size, contender, run, '', '', '']);
        continue;
      }
      if (contender === 'sidelight') ours = run.ms;
      scanRows.push([size, contender, run.ms.toFixed(2), `${(run.ms / ours).toFixed(1)}×`, run.build.toFixed(1), run.found]);
    }
  }
  console.log(table(['names', 'contender', 'ms', 'ratio', 'build ms', 'found'], scanRows));

  console.log('Walk and scan against walking and touching each character, warm:');
  const floorRows: (string | number | undefined)[][] = [];
  for (const size of SIZES) {
    const run = await fresh<[number, number]>(
      size,
      `(b, names, packed) => [b.floor(${WARM_ROUNDS}), b.walkAndScan(packed, ${WARM_ROUNDS})]`,
    );
    if (typeof run === 'string') throw new Error(run);
    floorRows.push([size, run[0].toFixed(2), run[1].toFixed(2), `${(run[1] / run[0]).toFixed(1)}×`]);
  }
  console.log(table(['names', 'floor ms', 'walk and scan ms', 'ratio'], floorRows));
  await browser.close();
  await proxy.close();

  await benchHover(QUICK ? 5 : 15);
}

await main();
