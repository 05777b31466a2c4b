/**
 * `npm run bench:cold`: the first answer of a background that was stopped, beside a ping to one that was stopped, with a large pack and
 * many names in the store. Imports through the library page, as a reader does. Options: --claims N (100,000), --names N (100,000),
 * --rounds N (60), --browser chromium|firefox (both).
 */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../../../scripts/drive/driver';
import build from '../../e2e/build';
import { startSession } from '../../e2e/session';
import { median, percentile, table } from '../print';
import { stopWhenIdle } from '../stopped';
import { actorId, madePack } from './made-pack';

const option = (name: string, spare: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? spare : (process.argv[at + 1] ?? spare);
};
const CLAIMS = Number(option('claims', '100000'));
const NAMES = Number(option('names', '100000'));
const ROUNDS = Number(option('rounds', '60'));
const BROWSERS = option('browser', 'chromium,firefox').split(',') as ('chromium' | 'firefox')[];
/** A large import on a busy machine. */
const LIMIT_MS = 1_200_000;

/** Sends a message and waits for its answer; ms. An unknown call is answered with a fault at once: the ping. */
const timed = (page: Page, call: string, input: object): Promise<number> =>
  page.evaluate(
    async (call, input) => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }).chrome;
      const began = performance.now();
      await runtime.sendMessage({ to: 'background', call, input });
      return performance.now() - began;
    },
    call,
    input,
  );

const folder = mkdtempSync(join(tmpdir(), 'sidelight-cold-'));
const file = join(folder, 'bench.jsonl');
const more = Array.from({ length: Math.max(0, NAMES - 20_000) }, (_, i) =>
  JSON.stringify({ type: 'actor', id: `more-${i}`, kind: 'person', name: `Further Person${i}`, sources: ['made'] }),
);
const [head = '', ...records] = madePack(CLAIMS);
// Piece by piece: a million claims are more than one string holds.
for (const text of [head, ...more.map((line) => `${line}\n`), ...records]) appendFileSync(file, text);
build();

const rows: (string | number)[][] = [];
for (const browser of BROWSERS) {
  const session = await startSession(browser);
  try {
    const page = await session.openOwn('library.html#packs');
    const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await until(
      'the pack to be read',
      () =>
        page.evaluate(() => {
          const button = [...document.querySelectorAll('button')].find((each) => each.innerText.startsWith('Add this pack'));
          button?.click();
          return Boolean(button);
        }),
      LIMIT_MS,
    );
    await until('the pack to be shown', () => page.evaluate(() => document.body.innerText.includes('Imported.')), LIMIT_MS);
    const ask = (call: string, what: object) =>
      page.evaluate(
        async (call, what) => {
          const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }).chrome;
          const answer = (await runtime.sendMessage({ to: 'background', call, input: what })) as {
            ok: boolean;
            value: { indexing: unknown };
          };
          return answer.ok && answer.value.indexing === null;
        },
        call,
        what,
      );
    // Nothing else is to be done any more when the background is started for the measurement.
    await until('the index', () => ask('library/search', { kind: 'claim', text: '', sort: 'newest', offset: 0, limit: 1 }), LIMIT_MS);
    const [ping, subject, search]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      await stopWhenIdle(session);
      ping.push(await timed(page, 'no/such', {}));
      await stopWhenIdle(session);
      subject.push(await timed(page, 'subject/get', { id: `bench:${actorId(round * 37)}` }));
      await stopWhenIdle(session);
      search.push(await timed(page, 'library/search', { kind: 'claim', text: 'treaty', sort: 'best', offset: 0, limit: 50 }));
    }
    const both = (times: readonly number[]) => `${median(times).toFixed(0)} / ${percentile(times, 0.95).toFixed(0)}`;
    rows.push([
      browser,
      CLAIMS,
      NAMES,
      both(ping),
      both(subject),
      `${(percentile(subject, 0.95) / median(ping)).toFixed(2)}×`,
      both(search),
    ]);
  } finally {
    await session.close();
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(
  table(['browser', 'claims', 'names', 'ping p50 / p95 ms', 'a card p50 / p95 ms', 'card p95 by ping p50', 'a search p50 / p95 ms'], rows),
);
