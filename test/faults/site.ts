/**
 * Browsers for the fault runs, each over a profile of its own, with the store's own code on a page at 127.0.0.1: there it has
 * locks and random ids as in the extension's pages, and a start costs a third.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { findBrowser } from '../../scripts/drive/find-browser';

/** The longest that a start may take on a busy machine. */
const LIMIT_MS = 60_000;

async function bundle(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const build = await rolldown({ input: `${root}test/faults/in-page.ts`, resolve: { alias: { '@': `${root}src` } }, platform: 'browser' });
  const { output } = await build.generate({ format: 'iife', name: 'bundled' });
  await build.close();
  return output[0].code;
}

export interface Site {
  /** `prefs`: of Firefox. The page has `faults` of in-page.ts. */
  open(
    name: 'chromium' | 'firefox',
    userDataDir: string,
    prefs?: Readonly<Record<string, unknown>>,
  ): Promise<{ browser: Browser; page: Page }>;
  /** A further page of that browser, with the same. */
  openPage(browser: Browser): Promise<Page>;
  close(): void;
}

export async function startSite(): Promise<Site> {
  const script = await bundle();
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>faults</title>'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const openPage = async (browser: Browser): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.evaluate(`${script}; globalThis.faults = bundled.faults;`);
    return page;
  };
  return {
    openPage,
    async open(name, userDataDir, prefs = {}) {
      const browser = await puppeteer.launch({
        ...(name === 'firefox'
          ? { browser: 'firefox' as const, extraPrefsFirefox: { ...prefs } }
          : { pipe: true, args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'] }),
        executablePath: findBrowser(name),
        headless: true,
        userDataDir,
        timeout: LIMIT_MS,
      });
      return { browser, page: await openPage(browser) };
    },
    close: () => server.close(),
  };
}
