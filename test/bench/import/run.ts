/**
 * `npm run bench:import`: a large pack into the store, in real browsers, against one record per claim under every index in the
 * same run; then the look-ups, the index of search and its answers. Options: --claims N (a million), --control N (how many of them the
 * control writes: it slows down as it grows, so fewer flatter it; 0 for none), --minisearch N (how many claims minisearch is given beside
 * it; none), --browser chromium|firefox (both).
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { findBrowser } from '../../../scripts/drive/find-browser';
import { median, percentile, table } from '../print';
import type { bench } from './in-page';
import { actorId, madePack } from './made-pack';
import { withPeak } from './memory';
import { QUERIES } from './queries';

type InPage = typeof bench;

const option = (name: string, spare: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? spare : (process.argv[at + 1] ?? spare);
};
const CLAIMS = Number(option('claims', '1000000'));
const CONTROL = Number(option('control', String(CLAIMS)));
const PEER = Number(option('minisearch', '0'));
const BROWSERS = option('browser', 'chromium,firefox').split(',') as ('chromium' | 'firefox')[];

/** Actors looked up: from the most named to some hardly named; others each time. */
const lookedUp = (first: number) => Array.from({ length: 900 }, (_, i) => `bench:${actorId(first + i * 20)}`);
const ROUNDS = 30;
/** An import of a million claims on a busy machine. */
const LIMIT_MS = 1_800_000;

const mega = (bytes: number): string => (bytes / 1e6).toFixed(0);

async function bundle(): Promise<string> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const build = await rolldown({
    input: `${root}test/bench/import/in-page.ts`,
    resolve: { alias: { '@': `${root}src` } },
    platform: 'browser',
  });
  const { output } = await build.generate({ format: 'iife', name: 'importBench' });
  await build.close();
  return output[0].code;
}

const script = await bundle();
/** Made before anything is timed: making a claim costs about what reading one does. */
const pack = Buffer.concat([...madePack(CLAIMS)].map((text) => Buffer.from(text)));
// Pages at 127.0.0.1 have locks and random ids as the extension's pages have; nothing goes further.
const server = createServer((request, response) => {
  if (request.url === '/pack') response.end(pack);
  else response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const rows: (string | number)[][] = [];
const searched: (string | number)[][] = [];
const peers: (string | number)[][] = [];
for (const name of BROWSERS) {
  const browser = await puppeteer.launch({
    ...(name === 'firefox' ? { browser: 'firefox' as const } : {}),
    executablePath: findBrowser(name),
    headless: true,
    protocolTimeout: LIMIT_MS,
    args: name === 'chromium' ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    await page.evaluate(`${script}; globalThis.bench = importBench.bench;`);
    const call = <C extends keyof InPage>(what: C, ...input: Parameters<InPage[C]>) =>
      page.evaluate(`bench.${what}(...${JSON.stringify(input)})`) as ReturnType<InPage[C]>;
    const load = loadavg()[0] ?? 0;
    const { value: ours, peak } = await withPeak(browser.process()?.pid ?? 0, () => call('import', '/pack'));
    const control = CONTROL > 0 ? await call('control', '/pack', CONTROL) : { ms: Number.NaN, claims: 0 };
    // Twice: Chromium is still sorting what it was given for a second or two after an import, and reading waits for that.
    const { one: atOnce } = await call('lookUps', lookedUp(0), 0);
    const { one, thirty } = await call('lookUps', lookedUp(10), ROUNDS);
    const [perMs, controlPerMs] = [ours.claims / ours.ms, control.claims / control.ms];
    rows.push([
      name,
      ours.claims,
      `${(ours.ms / 1000).toFixed(1)} (${(ours.readMs / 1000).toFixed(1)} + ${(ours.stagedMs / 1000).toFixed(1)})`,
      (perMs * 1000).toFixed(0),
      `${(controlPerMs * 1000).toFixed(0)} (${control.claims})`,
      `${(perMs / controlPerMs).toFixed(1)}×`,
      `${median(atOnce).toFixed(1)} / ${percentile(atOnce, 0.95).toFixed(1)}`,
      `${median(one).toFixed(1)} / ${percentile(one, 0.95).toFixed(1)}`,
      `${median(thirty).toFixed(1)} / ${percentile(thirty, 0.95).toFixed(1)}`,
      mega(peak),
      load.toFixed(1),
    ]);
    const { value: indexMs, peak: indexPeak } = await withPeak(browser.process()?.pid ?? 0, () => call('index'));
    for (const [what, queries] of Object.entries(QUERIES)) {
      const answers = await call('search', queries);
      const times = answers.map(({ ms }) => ms);
      const [first = Number.NaN, ...others] = times;
      searched.push([
        name,
        what,
        queries.length,
        first.toFixed(1),
        `${median(others).toFixed(1)} / ${percentile(others, 0.95).toFixed(1)}`,
        Math.max(...answers.map(({ total }) => total)),
        answers.filter(({ exact }) => !exact).length,
      ]);
    }
    searched.push([
      name,
      'making the index',
      `${(indexMs / 1000).toFixed(1)} s`,
      `${(indexMs / ours.ms).toFixed(2)}× import`,
      `+${mega(indexPeak)} MB`,
    ]);
    if (PEER > 0) {
      const texts = (QUERIES['common words'] ?? []).map(({ text }) => text);
      const peer = await call('minisearch', '/pack', PEER, texts);
      peers.push([
        name,
        peer.claims,
        (peer.addMs / 1000).toFixed(1),
        `${median(peer.ms).toFixed(1)} / ${percentile(peer.ms, 0.95).toFixed(1)}`,
        mega(peer.keptBytes),
        (peer.loadMs / 1000).toFixed(1),
      ]);
    }
    await call('empty');
  } finally {
    await browser.close();
  }
}
server.close();
console.log(
  table(
    [
      'browser',
      'claims',
      'import s (read + lay out)',
      'claims/s',
      'control/s (of)',
      'ratio',
      'latest 20 at once, p50 / p95 ms',
      'latest 20, p50 / p95 ms',
      '30 actors, p50 / p95 ms',
      'memory MB',
      'load',
    ],
    rows,
  ),
);
console.log(table(['browser', 'search', 'questions', 'first ms', 'p50 / p95 ms', 'most found', 'not exact'], searched));
if (PEER > 0) console.log(table(['browser', 'minisearch, claims', 'add s', 'common words p50 / p95 ms', 'kept MB', 'load s'], peers));
