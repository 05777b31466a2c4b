/** The browser, behind the interfaces of types.ts; with messages.ts and session.ts, which do without webextension-polyfill, the only place that names it. */
import browser from 'webextension-polyfill';
import { createKeptFiles } from './kept-files';
import { messages } from './messages';
import { activeTab, session } from './session';
import type { Platform } from './types';

/** Neither is in Firefox for Android, whatever the polyfill's types say. */
const windows: typeof browser.windows | undefined = browser.windows;
const commands: typeof browser.commands | undefined = browser.commands;
const menus: typeof browser.contextMenus | undefined = browser.contextMenus;

/** Chrome's; the polyfill hands it through and knows no type of it. */
interface ChromeSidePanel {
  open(where: { readonly tabId: number }): Promise<void>;
}
const { sidePanel } = browser as unknown as { readonly sidePanel?: ChromeSidePanel };
const sidebar: typeof browser.sidebarAction | undefined = browser.sidebarAction;

function panelBeside(): Platform['sidePanel'] {
  if (sidePanel) return { open: (tabId) => sidePanel.open({ tabId }) };
  // Firefox opens it in the window that is in front.
  return sidebar ? { open: () => sidebar.open() } : null;
}

const grantedOrigins = async (): Promise<readonly string[]> => (await browser.permissions.getAll()).origins ?? [];

export const platform: Platform = {
  messages,
  copies: createKeptFiles(() => navigator.storage.getDirectory()),
  tabs: {
    send: (tabId, message) => browser.tabs.sendMessage(tabId, message),
    active: activeTab,
    async ids() {
      return (await browser.tabs.query({})).flatMap(({ id }) => id ?? []);
    },
    async open(path) {
      await browser.tabs.create({ url: browser.runtime.getURL(path) });
    },
    async openWindow(path, width, height) {
      const url = browser.runtime.getURL(path);
      if (windows) await windows.create({ url, type: 'popup', width, height });
      else await browser.tabs.create({ url });
    },
    reload: (tabId) => browser.tabs.reload(tabId),
    onRemoved(run) {
      const listener = (tabId: number) => run(tabId);
      browser.tabs.onRemoved.addListener(listener);
      return () => browser.tabs.onRemoved.removeListener(listener);
    },
  },
  session,
  storage: {
    async get(key) {
      return (await browser.storage.local.get(key))[key];
    },
    set: (key, value) => browser.storage.local.set({ [key]: value }),
    clear: () => browser.storage.local.clear(),
  },
  sync: {
    get: () => browser.storage.sync.get(null),
    async set(items) {
      try {
        await browser.storage.sync.set({ ...items });
        return null;
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        return { code: 'sync-failed', message: `The browser’s sync did not take your settings (${words}).` };
      }
    },
    remove: (keys) => browser.storage.sync.remove([...keys]),
    onChanged(run) {
      const listener = (_changes: object, area: string) => {
        if (area === 'sync') run();
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  },
  permissions: {
    async contains(origins) {
      if (await browser.permissions.contains({ origins: [...origins] })) return true;
      // Chromium leaves the hosts of the manifest's content scripts out of that answer, but has them in this list.
      const granted = new Set(await grantedOrigins());
      return origins.every((origin) => granted.has(origin));
    },
    granted: grantedOrigins,
    request: (origins) => browser.permissions.request({ origins: [...origins] }),
    remove: (origins) => browser.permissions.remove({ origins: [...origins] }),
    onAdded(run) {
      const listener = ({ origins }: { readonly origins?: string[] | undefined }) => run(origins ?? []);
      browser.permissions.onAdded.addListener(listener);
      return () => browser.permissions.onAdded.removeListener(listener);
    },
    onRemoved(run) {
      browser.permissions.onRemoved.addListener(run);
      return () => browser.permissions.onRemoved.removeListener(run);
    },
  },
  scripting: {
    registered: () => browser.scripting.getRegisteredContentScripts(),
    register: (scripts) =>
      browser.scripting.registerContentScripts(
        scripts.map(({ id, matches, js, css }) => ({
          id,
          matches: [...matches],
          js: [...js],
          css: [...css],
          runAt: 'document_idle' as const,
          persistAcrossSessions: true,
        })),
      ),
    unregister: (ids) => browser.scripting.unregisterContentScripts({ ids: [...ids] }),
    async run(tabId, { js, css }) {
      await browser.scripting.insertCSS({ target: { tabId }, files: [...css] });
      await browser.scripting.executeScript({ target: { tabId }, files: [...js] });
    },
    async put({ tabId, frameId }, files) {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [...files] });
    },
    async evaluate(tabId, files) {
      const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: [...files] });
      return frame?.result;
    },
  },
  manifest: {
    version: browser.runtime.getManifest().version,
    matches: (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches),
  },
  action: { badge: (text, tabId) => browser.action.setBadgeText(tabId === undefined ? { text } : { text, tabId }) },
  sidePanel: panelBeside(),
  commands: {
    onCommand(run) {
      commands?.onCommand.addListener(run);
      return () => commands?.onCommand.removeListener(run);
    },
    async shortcuts() {
      const all = (await commands?.getAll()) ?? [];
      return all.flatMap(({ description, shortcut }) => (description ? { does: description, keys: shortcut ?? '' } : []));
    },
  },
  menus: {
    async onSelection({ id, title }) {
      await menus?.removeAll();
      menus?.create({ id, title, contexts: ['selection'] });
    },
    onClicked(run) {
      const listener = ({
        menuItemId,
        selectionText,
      }: {
        readonly menuItemId: string | number;
        readonly selectionText?: string | undefined;
      }) => run(String(menuItemId), selectionText ?? '');
      menus?.onClicked.addListener(listener);
      return () => menus?.onClicked.removeListener(listener);
    },
  },
  lifecycle: {
    onInstalled(run) {
      const listener = ({ reason }: { readonly reason: string }) => run(reason);
      browser.runtime.onInstalled.addListener(listener);
      return () => browser.runtime.onInstalled.removeListener(listener);
    },
    onStartup(run) {
      browser.runtime.onStartup.addListener(run);
      return () => browser.runtime.onStartup.removeListener(run);
    },
  },
  alarms: {
    has: async (name) => Boolean(await browser.alarms.get(name)),
    async every(name, minutes) {
      await browser.alarms.create(name, { periodInMinutes: minutes });
    },
    async clear(name) {
      await browser.alarms.clear(name);
    },
    onAlarm(run) {
      const listener = ({ name }: { readonly name: string }) => run(name);
      browser.alarms.onAlarm.addListener(listener);
      return () => browser.alarms.onAlarm.removeListener(listener);
    },
  },
  fetch: (url, init) => fetch(url, init),
};
