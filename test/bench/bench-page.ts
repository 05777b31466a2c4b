/** A browser for the benchmarks, with made pages of any length and packed gazetteers of any size served on loopback. */
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { findBrowser } from '../../scripts/drive/find-browser';
import { startProxy } from '../../scripts/drive/proxy';
import { makePage, makeParagraphs } from './corpus';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What takes longer than this on one page is printed as such. */
const LIMIT_MS = 60_000;

/** Names and their packed form, as the page gets them. */
export interface Given {
  readonly names: readonly string[];
  readonly packed: Uint8Array;
}

export interface BenchBrowser {
  readonly version: string;
  /**
   * Calls `fn(bench, names, packed)`, given as source, on a page of so many characters that nothing has run on. A string instead of
   * an answer says why there is none: it failed, or took too long.
   */
  fresh<T>(characters: number, given: Given, fn: string): Promise<T | string>;
  /** The same page, for more than one call: `call` evaluates `bench.…` there. */
  open(characters: number, given: Given): Promise<{ readonly page: Page; call<T>(fn: string): Promise<T> }>;
  close(): Promise<void>;
}

async function bundle(): Promise<string> {
  const build = await rolldown({
    input: `${ROOT}test/bench/in-page.ts`,
    resolve: { alias: { '@': `${ROOT}src` } },
    platform: 'browser',
    // The exports are types for Node's side; tsconfig's JSX settings say the same as these.
    checks: { missingNameOptionForIifeExport: false, configurationFieldConflict: false },
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  // Minified, as the extension is shipped and as pages load the peers: engines parse a function when it is first called.
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return output[0].code;
}

/** Firefox goes through the proxy by its own settings. */
const firefoxPreferences = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'dom.security.https_first': false,
  'dom.security.https_first_schemeless': false,
});

/** `names`: those that the pages' texts are made of. */
export async function launchBench(names: readonly string[], which: 'chromium' | 'firefox' = 'chromium'): Promise<BenchBrowser> {
  const script = await bundle();
  const pages = new Map<number, string>();
  let handed: Given = { names: [], packed: new Uint8Array() };
  const proxy = await startProxy((url) => {
    if (url.pathname === '/packed') return { body: handed.packed };
    const characters = Number(/^\/page\/(\d+)$/.exec(url.pathname)?.[1]);
    if (!characters) return null;
    const html = pages.get(characters) ?? makePage(makeParagraphs(characters, names));
    pages.set(characters, html);
    return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
  });
  const common = { executablePath: findBrowser(which), headless: true, protocolTimeout: 2 * LIMIT_MS };
  const browser = await puppeteer.launch(
    which === 'firefox'
      ? { ...common, browser: 'firefox', extraPrefsFirefox: firefoxPreferences(proxy.port) }
      : {
          ...common,
          args: [
            '--no-sandbox',
            `--proxy-server=http://127.0.0.1:${proxy.port}`,
            '--disable-background-networking',
            '--disable-sync',
            '--no-first-run',
          ],
        },
  );

  async function open(characters: number, given: Given) {
    handed = given;
    const page = await browser.newPage();
    await page.goto(`http://bench.test/page/${characters}`);
    await page.evaluate(script);
    await page.evaluate(
      `globalThis.given = { names: ${JSON.stringify(given.names)} }; fetch('/packed').then((r) => r.arrayBuffer()).then((b) => { given.packed = new Uint8Array(b); })`,
    );
    const call = <T>(fn: string) => page.evaluate(`(${fn})(bench, given.names, given.packed)`) as Promise<T>;
    return { page, call };
  }

  return {
    version: await browser.version(),
    open,
    async fresh<T>(characters: number, given: Given, fn: string): Promise<T | string> {
      const { page, call } = await open(characters, given);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<string>((done) => {
        timer = setTimeout(() => done(`> ${LIMIT_MS / 1000} s`), LIMIT_MS);
      });
      try {
        return await Promise.race([call<T>(fn), late]);
      } catch (error) {
        const [words = ''] = String(error instanceof Error ? error.message : error).split('\n');
        return `fails: ${words.slice(0, 50)}`;
      } finally {
        clearTimeout(timer);
        await page.close();
      }
    },
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}
