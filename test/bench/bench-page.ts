/** A browser for the benchmarks, with made pages of any length and packed gazetteers of any size served on loopback. */
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { COMPILE_HINT } from '../../scripts/build/compile-hint';
import { findBrowser } from '../../scripts/drive/find-browser';
import { startProxy } from '../../scripts/drive/proxy';
import { makePage, makeParagraphs } from './corpus';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What takes longer than this on one page is printed as such. */
const LIMIT_MS = 60_000;
/** By then the browser has laid out and painted a fresh page, which is nobody's reading. */
const SETTLED_MS = 300;

/** Names and their packed form, as the page gets them. */
export interface Given {
  readonly names: readonly string[];
  readonly packed: Uint8Array;
}

/** The scripts of markers/. */
export const MARKER_SCRIPTS = ['sidelight', 'mark-js', 'find-and-replace'] as const;
export type MarkerScript = (typeof MARKER_SCRIPTS)[number];

/** What a first scan and mark took, ms. */
export interface FirstMark {
  /** Loading the contender's script: parsing and compiling it, and running it once. */
  readonly load: number;
  readonly ms: number;
  /** Of that, time of the page's own thread: a busy machine changes it less. */
  readonly cpu: number;
  readonly found: number;
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
  /** Lets a contender of markers/ mark a page that nothing has run on. Chromium only. A string says why it could not. */
  mark(characters: number, given: Given, script: MarkerScript, contender: string): Promise<FirstMark | string>;
  close(): Promise<void>;
}

async function bundle(entry: string): Promise<string> {
  const build = await rolldown({
    input: `${ROOT}test/bench/${entry}.ts`,
    resolve: { alias: { '@': `${ROOT}src` } },
    platform: 'browser',
    // The exports are types for Node's side; tsconfig's JSX settings say the same as these.
    checks: { missingNameOptionForIifeExport: false, configurationFieldConflict: false },
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  // Minified, as the extension is shipped and as pages load the peers: engines parse a function when it is first called.
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return COMPILE_HINT + output[0].code;
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
  const script = await bundle('in-page');
  const markers = new Map(await Promise.all(MARKER_SCRIPTS.map(async (name) => [name, await bundle(`markers/${name}`)] as const)));
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

  async function openBare(characters: number, given: Given): Promise<Page> {
    handed = given;
    const page = await browser.newPage();
    await page.goto(`http://bench.test/page/${characters}`);
    await page.evaluate(
      `globalThis.given = { names: ${JSON.stringify(given.names)} }; fetch('/packed').then((r) => r.arrayBuffer()).then((b) => { given.packed = new Uint8Array(b); })`,
    );
    return page;
  }

  async function open(characters: number, given: Given) {
    const page = await openBare(characters, given);
    await page.evaluate(script);
    const call = <T>(fn: string) => page.evaluate(`(${fn})(bench, given.names, given.packed)`) as Promise<T>;
    return { page, call };
  }

  /** Waits for the answer, then closes the page. */
  async function within<T>(page: Page, answer: Promise<T>): Promise<T | string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((done) => {
      timer = setTimeout(() => done(`> ${LIMIT_MS / 1000} s`), LIMIT_MS);
    });
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      const [words = ''] = String(error instanceof Error ? error.message : error).split('\n');
      return `fails: ${words.slice(0, 50)}`;
    } finally {
      clearTimeout(timer);
      await page.close();
    }
  }

  return {
    version: await browser.version(),
    open,
    async fresh<T>(characters: number, given: Given, fn: string): Promise<T | string> {
      const { page, call } = await open(characters, given);
      return within(page, call<T>(fn));
    },
    async mark(characters, given, script, contender) {
      const page = await openBare(characters, given);
      await new Promise((done) => setTimeout(done, SETTLED_MS));
      const load = await page.evaluate((code) => {
        const element = document.createElement('script');
        element.textContent = code;
        const began = performance.now();
        document.head.append(element);
        return performance.now() - began;
      }, markers.get(script) ?? '');
      const session = await page.createCDPSession();
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const cpu = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        // Calls from outside, as the next one, and nothing else.
        return (metrics.find(({ name }) => name === 'DevToolsCommandDuration')?.value ?? Number.NaN) * 1_000;
      };
      const before = await cpu();
      const marking = page.evaluate(
        `(() => { const began = performance.now(); const found = markers[${JSON.stringify(contender)}](given.names, given.packed); return { ms: performance.now() - began, found }; })()`,
      ) as Promise<{ ms: number; found: number }>;
      return within(
        page,
        marking.then(async (run) => ({ ...run, load, cpu: (await cpu()) - before })),
      );
    },
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}
