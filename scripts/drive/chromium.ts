/** Chromium with Sidelight installed. */
import puppeteer, { type CDPSession, type Page, type Target } from 'puppeteer-core';
import type { Driver, DriverOptions, PopupHandle } from './driver';
import { AXE_RUN, START_MS, until, WAIT_MS } from './driver';
import { findBrowser } from './find-browser';

/** A DOM node as the protocol describes it; only what the search for a closed root needs. */
interface ProtocolNode {
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly children?: readonly ProtocolNode[];
  readonly shadowRoots?: readonly ProtocolNode[];
  readonly contentDocument?: ProtocolNode;
}

function closedRoots(node: ProtocolNode): number[] {
  const here = (node.shadowRoots ?? []).filter((root) => root.shadowRootType === 'closed').map((root) => root.backendNodeId);
  return [...here, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(closedRoots)];
}

export async function launchChromium(options: DriverOptions): Promise<Driver> {
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: options.headless ?? true,
    timeout: START_MS,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: options.headless === false ? null : { width: 1280, height: 900 },
    args: [
      // Containers and CI run as root, where Chromium's own sandbox can't start; the pages are ours.
      '--no-sandbox',
      `--proxy-server=http://127.0.0.1:${options.proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      '--ignore-certificate-errors',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      ...(options.dark ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : []),
    ],
  });
  const id = await browser.installExtension(options.extension, { enabledInIncognito: options.inPrivate ?? false });
  const sessions = new WeakMap<Page, CDPSession>();
  const session = async (page: Page) => {
    const known = sessions.get(page);
    if (known) return known;
    const made = await page.createCDPSession();
    sessions.set(page, made);
    return made;
  };
  // The last: one that was stopped while it started can stay listed.
  const worker = () => browser.targets().findLast((target) => target.type() === 'service_worker' && target.url().includes(id));
  /** What runs in it; one that is only starting has nothing yet. */
  const running = () => until('the background worker', async () => worker()?.worker());
  const inherit = async (page: Page) => {
    if (options.dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    return page;
  };

  return {
    name: 'chromium',
    browser,
    async open(url) {
      const page = await inherit(await browser.newPage());
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async dismissWelcome() {
      const find = async () => (await browser.pages()).find((page) => page.url().endsWith('/welcome.html'));
      await (await until('the welcome page', find)).close();
    },
    async openOwn(path) {
      const page = await inherit(await browser.newPage());
      await page.goto(`chrome-extension://${id}/${path}`, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async popup(page): Promise<PopupHandle> {
      await page.bringToFront();
      const extension = (await browser.extensions()).get(id);
      if (!extension) throw new Error('the extension is not installed');
      const isPopup = (target: Target) => target.url().startsWith(`chrome-extension://${id}/popup.html`);
      // One that a test left open would be taken for the new one.
      for (const left of browser.targets().filter(isPopup)) await (await left.asPage()).close();
      await page.triggerExtensionAction(extension);
      const target = await browser.waitForTarget(isPopup, { timeout: WAIT_MS });
      const popup = await inherit(await target.asPage());
      return {
        read: (fn, argument) =>
          popup.evaluate(`(${String(fn)})(document, ${JSON.stringify(argument ?? null)})`) as ReturnType<PopupHandle['read']> as never,
        async violations(axe) {
          await popup.evaluate(axe);
          return (await popup.evaluate(AXE_RUN)) as string[];
        },
        async screenshot(path) {
          const size = await popup.evaluate(() => ({ width: innerWidth, height: innerHeight }));
          await popup.screenshot({ path, clip: { x: 0, y: 0, ...size }, captureBeyondViewport: false });
        },
        close: () => popup.close(),
      };
    },
    async beside() {
      const target = await browser.waitForTarget((t) => t.url().startsWith(`chrome-extension://${id}/sidepanel.html`), {
        timeout: WAIT_MS,
      });
      const panel = await inherit(await target.asPage());
      return {
        read: (fn, argument) => panel.evaluate(`(${String(fn)})(document, ${JSON.stringify(argument ?? null)})`) as never,
        close: () => panel.close(),
      };
    },
    async openPrivate(url) {
      const own = await browser.newPage();
      await own.goto(`chrome-extension://${id}/welcome.html`, { waitUntil: 'domcontentloaded' });
      const opened = await own.evaluate(`chrome.windows.create({ url: ${JSON.stringify(url)}, incognito: true }).then(({ id }) => id)`);
      return async () => {
        await own.evaluate(`chrome.windows.remove(${opened})`);
        await own.close();
      };
    },
    async inRoot(page, fn, argument) {
      const cdp = await session(page);
      const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: ProtocolNode };
      const [backendNodeId] = closedRoots(root);
      if (backendNodeId === undefined) return null;
      const { object } = await cdp.send('DOM.resolveNode', { backendNodeId });
      const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
        objectId: object.objectId ?? '',
        functionDeclaration: `function () { return (${String(fn)})(this, ${JSON.stringify(argument ?? null)}); }`,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async inBackground(fn, argument) {
      return (await running()).evaluate(`(${String(fn)})(${JSON.stringify(argument ?? null)})`) as never;
    },
    async runInBackground(source) {
      await (await running()).evaluate(`void (${source})`);
    },
    async command(name) {
      await (await running()).evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(name)})`);
    },
    async stopBackground() {
      const target = worker();
      if (!target) return;
      // One that is just starting takes no notice, and a page that asks something starts another at once.
      await until('the worker to stop', async () => {
        try {
          await (await target.worker())?.close();
        } catch (error) {
          if (!/No target with given id/.test(String(error))) throw error;
          return true;
        }
        return worker() !== target;
      });
    },
    async grant(pattern) {
      const page = await browser.newPage();
      await page.goto('chrome://extensions/');
      await page.evaluate(
        `new Promise((done) => chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, ${JSON.stringify(pattern)}, done))`,
      );
      await page.close();
    },
    close: () => browser.close(),
  };
}
