/**
 * From pointer to painted card with the extension really installed in Chromium, worker warm and worker stopped before, against
 * a bare message to the worker in the same state. Times are taken in the page, beyond the delay that the hover rules choose.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'puppeteer-core';
import { launchChromium } from '../../scripts/drive/chromium';
import { type Driver, until } from '../../scripts/drive/driver';
import { startProxy } from '../../scripts/drive/proxy';
import { SHOW_AFTER } from '../../src/page/hover';
import { median, table } from './print';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = `<!doctype html><meta charset="utf-8"><title>Bench</title><body><article><p id="name">Mark Rutte spoke.</p><p id="rest">Nothing here.</p></article>`;

interface Context {
  readonly id: number;
  readonly origin: string;
}

/** Evaluates in the content script's own world, where messages can be sent as it sends them. */
async function contentWorld(page: Page): Promise<(expression: string) => Promise<number>> {
  const cdp: CDPSession = await page.createCDPSession();
  const contexts: Context[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await cdp.send('Runtime.enable');
  const world = await until('the content script', async () => contexts.find((c) => c.origin.startsWith('chrome-extension://')));
  return async (expression) => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: world.id,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as number;
  };
}

/** A round trip of one message, ms. An unknown call is answered without any work: a bare ping. */
const trip = (call: string, input: object) =>
  `(async () => { const began = performance.now(); await chrome.runtime.sendMessage(${JSON.stringify({ to: 'background', call, input })}); return performance.now() - began; })()`;

/** Rests the pointer on the name; gives the ms from the move to the first frame after the card is filled. */
async function hoverOnce(driver: Driver, page: Page): Promise<number> {
  const box = await page.evaluate(() => {
    const range = document.createRange();
    range.setStart(document.getElementById('name')?.firstChild as Node, 0);
    range.setEnd(document.getElementById('name')?.firstChild as Node, 10);
    const rect = range.getBoundingClientRect();
    document.addEventListener(
      'pointermove',
      () => {
        document.documentElement.dataset.moved ??= String(performance.now());
      },
      { capture: true },
    );
    return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  });
  await page.evaluate(() => {
    delete document.documentElement.dataset.moved;
  });
  const painted = driver.inRoot(page, (root) => {
    return new Promise<number>((done) => {
      const filled = () => {
        const dialog = root.querySelector('[role="dialog"]');
        return dialog !== null && dialog.getClientRects().length > 0 && dialog.getAttribute('aria-busy') !== 'true';
      };
      const look = () => (filled() ? requestAnimationFrame(() => setTimeout(() => done(performance.now()))) : requestAnimationFrame(look));
      look();
    });
  });
  await page.mouse.move(box.x, box.y);
  const at = (await painted) ?? Number.NaN;
  const moved = Number(await page.evaluate(() => document.documentElement.dataset.moved));
  await page.mouse.move(5, 500);
  await until('the card to close', () => driver.inRoot(page, (root) => !root.querySelector('[role="dialog"]')?.getClientRects().length));
  return at - moved;
}

export async function benchHover(rounds: number): Promise<void> {
  execFileSync('npx', ['--no-install', 'wxt', 'build'], { cwd: ROOT, stdio: 'ignore' });
  const proxy = await startProxy((url) => (url.pathname === '/bench' ? { headers: { 'content-type': 'text/html' }, body: PAGE } : null));
  const driver = await launchChromium({ extension: `${ROOT}.output/chrome-mv3`, proxyPort: proxy.port });
  try {
    // Behind another tab a page gets neither frames nor pointer.
    await driver.dismissWelcome();
    const page = await driver.open('https://www.reuters.com/bench');
    await page.bringToFront();
    await until('the mark', () => page.evaluate(() => CSS.highlights.size > 0));
    const inWorld = await contentWorld(page);
    const ping = trip('bench/ping', {});
    const lookUp = trip('subject/get', { id: 'world:mark-rutte' });
    const measured: Record<string, { warm: number[]; cold: number[] }> = {
      ping: { warm: [], cold: [] },
      'look-up of one actor': { warm: [], cold: [] },
      [`hover to painted card, beyond ${SHOW_AFTER} ms`]: { warm: [], cold: [] },
    };
    const take: Record<string, () => Promise<number>> = {
      ping: () => inWorld(ping),
      'look-up of one actor': () => inWorld(lookUp),
      [`hover to painted card, beyond ${SHOW_AFTER} ms`]: async () => (await hoverOnce(driver, page)) - SHOW_AFTER,
    };
    for (let i = 0; i < rounds; i++) {
      for (const [what, times] of Object.entries(measured)) {
        await driver.stopBackground();
        times.cold.push((await take[what]?.()) ?? 0);
        times.warm.push((await take[what]?.()) ?? 0);
      }
    }
    const base = { warm: median(measured.ping?.warm ?? []), cold: median(measured.ping?.cold ?? []) };
    console.log('With the extension installed (median; ratio to a bare ping in the same state):');
    console.log(
      table(
        ['what', 'warm ms', 'ratio', 'worker stopped before, ms', 'ratio'],
        Object.entries(measured).map(([what, { warm, cold }]) => [
          what,
          median(warm).toFixed(1),
          `${(median(warm) / base.warm).toFixed(1)}×`,
          median(cold).toFixed(1),
          `${(median(cold) / base.cold).toFixed(1)}×`,
        ]),
      ),
    );
  } finally {
    await driver.close();
    await proxy.close();
  }
}
