/**
 * Firefox with Sidelight installed. What WebDriver BiDi does not reach (the toolbar popup, the closed root, the event
 * page) is reached from the browser's own scope by frame scripts.
 */
import { writeFile } from 'node:fs/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { AXE_RUN, type Driver, type DriverOptions, GECKO_ID, GECKO_UUID, type PopupHandle, START_MS, until, WAIT_MS } from './driver';
import { findBrowser } from './find-browser';

/** The part of puppeteer's BiDi connection that is used: raw commands. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** Longest wait for a frame script's answer, in the browser. */
const FRAME_MS = 15_000;

function chromeScope(browser: Browser): <T>(body: string) => Promise<T> {
  const { connection } = browser as unknown as { connection: Connection };
  return async <T>(body: string) => {
    const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
      contexts: readonly { context: string; url: string }[];
    };
    const window = tree.contexts.find((c) => c.url.endsWith('browser.xhtml'));
    if (!window) throw new Error('Firefox has no window');
    const answer = (
      await connection.send('script.evaluate', {
        expression: `(async () => JSON.stringify((await (async () => { ${body} })()) ?? null))()`,
        awaitPromise: true,
        target: { context: window.context },
      })
    ).result as Evaluated;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'failed in the browser scope');
    return JSON.parse(answer.result?.value ?? 'null') as T;
  };
}

/** Longer than anything that is driven here. */
const IDLE_MS = 3_600_000;

let asked = 0;

/** Source that runs `expression` (which sees `content`) in the frame of the `<browser>` element that `find` yields. */
function inFrame(find: string, expression: string): string {
  // Each has a name of its own: an answer that comes too late is not the next one's.
  const message = `sidelight:answer:${++asked}`;
  const script = `(async () => {
    let answer;
    try { answer = { value: await (${expression}) }; } catch (error) { answer = { error: String(error) + ' ' + (error.stack ?? '') }; }
    sendAsyncMessage('${message}', JSON.stringify(answer));
  })()`;
  return `
    const target = ${find};
    if (!target) throw new Error('no such frame');
    const manager = target.messageManager;
    const answer = await new Promise((done, gone) => {
      const timer = setTimeout(() => gone(new Error('no answer from the frame')), ${FRAME_MS});
      manager.addMessageListener('${message}', function listen(message) {
        manager.removeMessageListener('${message}', listen);
        clearTimeout(timer);
        done(JSON.parse(message.data));
      });
      manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(script)}), false);
    });
    if (answer.error) throw new Error(answer.error);
    return answer.value;`;
}

const POPUP = `[...document.querySelectorAll('browser')].find((b) => b.currentURI?.spec.endsWith('/popup.html'))`;

/** The page of an extension stands in a frame within the sidebar's own. */
const SIDEBAR = `document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')`;

const WELCOME_TAB = `gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.endsWith('/welcome.html'))`;

export async function launchFirefox(options: DriverOptions): Promise<Driver> {
  const proxy = { host: '127.0.0.1', port: options.proxyPort };
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    defaultViewport: options.headless === false ? null : { width: 1280, height: 900 },
    timeout: START_MS,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': proxy.host,
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': proxy.host,
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.allow_hijacking_localhost': true,
      'dom.security.https_first': false,
      'dom.security.https_first_schemeless': false,
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      // Not stopped by itself, as Chromium's is not while it is driven: what was set in it, the clock above all, would be gone.
      'extensions.background.idle.timeout': IDLE_MS,
      'datareporting.policy.dataSubmissionEnabled': false,
      'browser.aboutwelcome.enabled': false,
      ...(options.ungranted ? { 'extensions.originControls.grantByDefault': false } : {}),
      ...(options.dark ? { 'layout.css.prefers-color-scheme.content-override': 0, 'ui.systemUsesDarkTheme': 1 } : {}),
    },
  });
  await browser.installExtension(options.extension);
  const chrome = chromeScope(browser);
  const tabOf = async (page: Page) => {
    await page.bringToFront();
    return 'gBrowser.selectedBrowser';
  };
  const backgroundFrame = `(() => {
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
    return [...extension.views].find((view) => view.viewType === 'background')?.xulBrowser;
  })()`;

  if (options.inPrivate) {
    // Once the welcome page has opened, which a reload would keep from coming. What is allowed is learnt of at the next start.
    await until('the welcome page', () => chrome<boolean>(`return ${WELCOME_TAB} !== undefined;`));
    await chrome(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const added = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add(${JSON.stringify(GECKO_ID)}, added, WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension);
      const welcome = ${WELCOME_TAB};
      if (welcome) gBrowser.removeTab(welcome);
      await (await AddonManager.getAddonByID(${JSON.stringify(GECKO_ID)})).reload();`);
  }

  return {
    name: 'firefox',
    browser,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async dismissWelcome() {
      // BiDi does not list this tab: the browser opened it for the extension.
      if (options.inPrivate) return;
      await until('the welcome page', () =>
        chrome<boolean>(`
          const tab = ${WELCOME_TAB};
          if (tab) gBrowser.removeTab(tab);
          return Boolean(tab);`),
      );
    },
    async openOwn(path) {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${GECKO_UUID}/${path}`, { waitUntil: [] });
      await page.waitForSelector('body');
      return page;
    },
    async popup(page): Promise<PopupHandle> {
      await page.bringToFront();
      await chrome(`
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        const end = Date.now() + ${WAIT_MS};
        // One that a test left open, or that is still closing, would be taken for the new one.
        (${POPUP})?.closest('panel')?.hidePopup();
        while ((${POPUP}) && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
        await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
        // It loads in a hidden panel and moves; what is asked of it before is lost on the way.
        while ((${POPUP})?.closest('panel')?.state !== 'open' && Date.now() < end) await new Promise((done) => setTimeout(done, 50));`);
      return {
        read: (fn, argument) => chrome(inFrame(POPUP, `(${String(fn)})(content.document, ${JSON.stringify(argument ?? null)})`)),
        violations: (axe) =>
          // A sandbox over the popup's window: its content security policy allows no foreign script, and must not.
          chrome(
            inFrame(
              POPUP,
              `(async () => {
                const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
                Cu.evalInSandbox(${JSON.stringify(axe)}, sandbox);
                return JSON.parse(await Cu.evalInSandbox(${JSON.stringify(`${AXE_RUN}.then((list) => JSON.stringify(list))`)}, sandbox));
              })()`,
            ),
          ),
        async screenshot(path) {
          const data = await chrome<string>(`
            const target = ${POPUP};
            const { width, height } = target.getBoundingClientRect();
            const bitmap = await target.browsingContext.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, width, height), window.devicePixelRatio, 'white');
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
            canvas.getContext('2d').drawImage(bitmap, 0, 0);
            const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
            return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));`);
          await writeFile(path, Buffer.from(data, 'base64'));
        },
        async close() {
          await chrome(`(${POPUP})?.closest('panel')?.hidePopup();`);
        },
      };
    },
    async beside() {
      await until('the sidebar', () => chrome<boolean>(`return Boolean(${SIDEBAR});`));
      return {
        read: (fn, argument) => chrome(inFrame(SIDEBAR, `(${String(fn)})(content.document, ${JSON.stringify(argument ?? null)})`)),
        close: () => chrome('(window.SidebarController ?? window.SidebarUI).hide();'),
      };
    },
    async openPrivate(url) {
      await chrome(`
        const opened = window.OpenBrowserWindow({ private: true });
        await new Promise((done) => opened.addEventListener('load', done, { once: true }));
        await opened.delayedStartupPromise;
        opened.gBrowser.selectedBrowser.fixupAndLoadURIString(${JSON.stringify(url)}, {
          triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
        });`);
      return () =>
        chrome(`
          for (const opened of Services.wm.getEnumerator('navigator:browser')) {
            if (ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs').PrivateBrowsingUtils.isWindowPrivate(opened)) opened.close();
          }`);
    },
    async inRoot(page, fn, argument) {
      const find = await tabOf(page);
      const expression = `(() => {
        // Form fields have closed roots of the browser's own; ours hangs from the document's element.
        for (const element of content.document.documentElement.children) {
          const root = element.openOrClosedShadowRoot;
          if (root && root.mode === 'closed') return (${String(fn)})(root, ${JSON.stringify(argument ?? null)});
        }
        return null;
      })()`;
      return chrome(inFrame(find, expression));
    },
    async inBackground(fn, argument) {
      await chrome(`await WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension.wakeupBackground?.();`);
      return chrome(
        inFrame(
          backgroundFrame,
          `(${String(fn).replaceAll('globalThis', 'content.wrappedJSObject')})(${JSON.stringify(argument ?? null)})`,
        ),
      );
    },
    async runInBackground(source) {
      await chrome(`await WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension.wakeupBackground?.();`);
      // Of the page's own principal, so that what it defines is the page's to call.
      const run = `Cu.evalInSandbox(${JSON.stringify(`void (${source})`)}, Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }))`;
      await chrome(inFrame(backgroundFrame, `void ${run}`));
    },
    async command(name) {
      await chrome(`WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension.shortcuts.onCommand(${JSON.stringify(name)});`);
    },
    async stopBackground() {
      await chrome(`
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`);
    },
    async grant(pattern) {
      await chrome(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        await ExtensionPermissions.add(${JSON.stringify(GECKO_ID)}, { permissions: [], origins: [${JSON.stringify(pattern)}] }, extension);`);
    },
    close: () => browser.close(),
  };
}
