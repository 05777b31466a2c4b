/**
 * The released extension in a real browser, with a packed gazetteer of any size in the place of the stored one, for what cannot be
 * measured without the browser's own messages and processes. Knows where the store keeps those bytes; nothing of the product does so.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../../scripts/drive/chromium';
import { type Driver, until } from '../../scripts/drive/driver';
import { launchFirefox } from '../../scripts/drive/firefox';
import { type Answer, startProxy } from '../../scripts/drive/proxy';
import type { PackedNames } from './packed-names';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILDS = { chromium: 'chrome', firefox: 'firefox' } as const;
export type BrowserName = keyof typeof BUILDS;
export const BROWSER_NAMES = Object.keys(BUILDS) as readonly BrowserName[];

/** A known outlet's host: the reader runs there. */
const HOST = 'https://www.reuters.com';

export interface Installed extends Driver {
  /** Opens one of the pages given at the start. */
  visit(path: string): Promise<Page>;
  /** From here on these names are tracked, and no others. The background is stopped: whoever asks next finds them. */
  track(given: PackedNames): Promise<void>;
  /**
   * Runs `fn(argument)` in the content script's own world of the page that `visit` opened last, where messages go out as the reader
   * sends them.
   */
  inWorld<T, A = null>(fn: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
}

/** Builds and installs. `pages`: HTML by path, served under a known outlet's host. */
export async function launchInstalled(name: BrowserName, pages: Readonly<Record<string, string>>): Promise<Installed> {
  const env = { ...process.env, NODE_ENV: 'production', SIDELIGHT_DEMO: '' };
  execFileSync('npx', ['--no-install', 'wxt', 'build', '-b', BUILDS[name]], { cwd: ROOT, env, stdio: 'ignore' });
  let packed: Uint8Array = new Uint8Array();
  const proxy = await startProxy((url): Answer | null => {
    if (url.pathname === '/packed') return { headers: { 'access-control-allow-origin': '*' }, body: packed };
    const body = pages[url.pathname];
    return body === undefined ? null : { headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  });
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  const driver = await launch({ extension: `${ROOT}.output/${BUILDS[name]}-mv3`, proxyPort: proxy.port });
  await driver.dismissWelcome();
  /** A page of the extension's own that listens to nothing: from it scripts are put into tabs, and the store is reached. */
  const own = await driver.openOwn('welcome.html');
  let visited: Page | null = null;

  const inWorld = async <T, A>(fn: (argument: A) => T | Promise<T>, argument?: A): Promise<T> => {
    const source = `(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${visited?.url()}*`)} });
      const [{ result, error }] = await chrome.scripting.executeScript({
        target: { tabId: tab.id }, func: ${String(fn)}, args: ${JSON.stringify([argument ?? null])} });
      if (error) throw error;
      return result;
    })()`;
    return (await own.evaluate(source)) as T;
  };

  return {
    ...driver,
    async visit(path) {
      visited = await driver.open(HOST + path);
      await visited.bringToFront();
      return visited;
    },
    async track(given) {
      packed = given.packed;
      // Before, so that the starter packs are in and nothing builds another in this one's place.
      await until('the names of the starter packs', () => own.evaluate(isStored));
      await own.evaluate(replaceStored, `${HOST}/packed`, given.names.length);
      await driver.stopBackground();
    },
    inWorld,
    async close() {
      await driver.close();
      await proxy.close();
    },
  };
}

/** The store's row of packed names (src/store/rows.ts), as the functions below find it. They run in the extension's page. */
const isStored = (): Promise<boolean> =>
  new Promise((done, failed) => {
    const opening = indexedDB.open('sidelight');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const row = db.objectStoreNames.contains('derived') ? db.transaction('derived').objectStore('derived').get('gazetteer') : null;
      if (!row) return done(false);
      row.onsuccess = () => {
        db.close();
        done(row.result !== undefined);
      };
    };
  });

const replaceStored = async (url: string, names: number): Promise<void> => {
  const blob = await (await fetch(url)).blob();
  await new Promise<void>((done, failed) => {
    const opening = indexedDB.open('sidelight');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const writing = db.transaction('derived', 'readwrite');
      const table = writing.objectStore('derived');
      const before = table.get('gazetteer');
      // Under the same revision: to the background these are the names that it has packed itself.
      before.onsuccess = () => void table.put({ ...before.result, names, blob });
      writing.onabort = () => failed(writing.error);
      writing.oncomplete = () => {
        db.close();
        done();
      };
    };
  });
};
