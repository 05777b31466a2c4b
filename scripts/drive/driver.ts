/**
 * A real browser with Sidelight installed, as tests, demo and benchmarks use it: one interface, two browsers.
 * Functions handed in are sent as source: they see only their arguments.
 */
import type { Browser, Page } from 'puppeteer-core';

/** The id that the manifest gives the Firefox build, and a fixed address for its pages. */
export const GECKO_ID = 'sidelight@sidelight.news';
export const GECKO_UUID = '5c1d7a3e-8a0f-4a1e-9b1c-1d2e3f4a5b6c';

export interface DriverOptions {
  /** The unpacked extension. */
  readonly extension: string;
  readonly proxyPort: number;
  readonly headless?: boolean;
  readonly dark?: boolean;
  /** Firefox: start without the host permissions that a temporary install grants. */
  readonly ungranted?: boolean;
  /** Let Sidelight into private windows, as the reader does in the browser's settings. */
  readonly inPrivate?: boolean;
}

/** The toolbar popup, opened for real over a page. */
export interface PopupHandle {
  /** Runs `fn(document, argument)` in the popup and gives back what it returns (JSON). */
  read<T, A = null>(fn: (document: Document, argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** Runs axe-core, given as source, in the popup; each violation as `rule: element`. */
  violations(axe: string): Promise<string[]>;
  /** PNG of the popup. */
  screenshot(path: `${string}.png`): Promise<void>;
  close(): Promise<void>;
}

export interface Driver {
  readonly name: 'chromium' | 'firefox';
  readonly browser: Browser;
  /** Opens a page and waits for `domcontentloaded`. */
  open(url: string): Promise<Page>;
  /** Waits for the welcome page, which opens by itself after installing, and closes it. */
  dismissWelcome(): Promise<void>;
  /** An own page of the extension in a tab. */
  openOwn(path: string): Promise<Page>;
  popup(page: Page): Promise<PopupHandle>;
  /** The panel beside the page, once it is open: Chromium's side panel, Firefox's sidebar. */
  beside(): Promise<Pick<PopupHandle, 'read' | 'close'>>;
  /** Opens a page in a private window (see {@link DriverOptions.inPrivate}). It is asked through the background: not every driver lists it. Answers what closes it. */
  openPrivate(url: string): Promise<() => Promise<unknown>>;
  /** Runs `fn(root, argument)` with the closed shadow root on the page; null where the page has none. */
  inRoot<T, A = null>(page: Page, fn: (root: ShadowRoot, argument: A) => T | Promise<T>, argument?: A): Promise<T | null>;
  /** Runs `fn(argument)` in the background worker. */
  inBackground<T, A = null>(fn: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** Runs source in the background's own scope: it may set the clock there, as the reader may set the machine's. */
  runInBackground(source: string): Promise<void>;
  /** What the browser does when the reader presses a command's key: drivers reach no keys of the browser's own. */
  command(name: string): Promise<void>;
  /** Stops the background worker or event page, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Grants a host permission, as the reader does at the browser's prompt (which headless browsers can't show). */
  grant(pattern: string): Promise<void>;
  close(): Promise<void>;
}

/** Longest wait for something that a browser does (ms): a second where nothing else runs, much longer on a machine that is busy. */
export const WAIT_MS = 30_000;

/** Longest wait for a browser to start (ms). */
export const START_MS = 60_000;

/** Polls `look` until it gives something other than null, undefined or false. Throws with `what` after `ms`. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>, ms = WAIT_MS): Promise<T> {
  const end = Date.now() + ms;
  let last: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${ms} ms for ${what}${last ? `; last: ${String(last)}` : ''}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Source that runs axe-core's `axe` on a document and gives its violations in short. */
export const AXE_RUN = `axe.run(document, { resultTypes: ['violations'] }).then((found) =>
  found.violations.map((rule) => rule.id + ': ' + (rule.nodes[0] ? rule.nodes[0].html : '')))`;
