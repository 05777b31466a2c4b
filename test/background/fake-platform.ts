/** A browser made of plain objects: storage, permissions, registered scripts, tabs and one message channel. */
import type { KeptFiles, Platform, RegisteredScript, Sender } from '@/platform/types';

export const ID = 'sidelight-under-test';
export const ORIGIN = `chrome-extension://${ID}/`;

export const popup: Sender = { id: ID, url: `${ORIGIN}popup.html` };
export const pageAt = (url: string, tab = 7): Sender => ({ id: ID, url, tab: { id: tab } });

export interface FakePlatform extends Platform {
  readonly stored: Map<string, unknown>;
  /** What is kept while the browser runs. */
  readonly inMemory: Map<string, unknown>;
  readonly granted: Set<string>;
  readonly scripts: Map<string, RegisteredScript>;
  /** What was done that a test may look at: scripts run, pages opened, messages sent to tabs, the badge. */
  readonly log: {
    readonly ran: number[];
    readonly put: [tabId: number, frameId: number, ...files: string[]][];
    readonly opened: string[];
    readonly toTabs: [number, unknown][];
    badge: string | null;
    /** By tab. */
    readonly tabBadges: Map<number, string>;
    readonly fetched: string[];
    /** Entries of the menu over a selection. */
    readonly menu: string[];
  };
  /** Files of the package, by path; what is absent answers 404. */
  readonly files: Map<string, string>;
  /** Tabs that exist; the value answers messages, null where the tab has no content script. */
  readonly openTabs: Map<number, ((message: unknown) => unknown) | null>;
  /** Those of them in private windows. */
  readonly privateTabs: Set<number>;
  /** Delivers a message as the browser would; undefined where nobody answers. */
  deliver(message: unknown, sender: Sender): Promise<unknown>;
  /** Alarms that stand, in minutes. */
  readonly clocks: Map<string, number>;
  /** Servers of the network, by host; a host without one can't be reached. */
  readonly servers: Map<string, (url: string, init: RequestInit | undefined) => Response | Promise<Response>>;
  readonly fire: {
    alarm(name: string): void;
    command(name: string): void;
    /** The reader chose an entry of the menu over a selection. */
    menu(id: string, selected: string): void;
    installed(reason: string): void;
    startup(): void;
    /** The reader grants permissions, at a prompt or in the browser's own settings. */
    grant(...origins: string[]): void;
    /** The reader withdraws a permission in the browser's own settings. */
    withdraw(origin: string): void;
    /** A tab was closed. */
    closed(tabId: number): void;
  };
}

/** Files that are kept in memory; each a millisecond later than the one before. */
export function filesHere(files = new Map<string, File>()): KeptFiles {
  let time = 0;
  return {
    list: async () => new Map(files),
    async write(name, bytes) {
      const whole = await new Response(bytes).blob();
      files.set(name, new File([whole], name, { lastModified: ++time }));
    },
    remove: async (name) => void files.delete(name),
  };
}

/** One kind of browser event. */
function event<A extends unknown[]>() {
  const listeners = new Set<(...args: A) => void>();
  return {
    on(run: (...args: A) => void) {
      listeners.add(run);
      return () => void listeners.delete(run);
    },
    emit(...args: A) {
      for (const run of listeners) run(...args);
    },
  };
}

/** `synced`: what the browser carries between computers, handed to several of these. */
export function fakePlatform(matches: readonly string[] = ['*://*.daily.test/*'], synced: Map<string, unknown> = new Map()): FakePlatform {
  const stored = new Map<string, unknown>();
  const inMemory = new Map<string, unknown>();
  // As installed, the browser grants the sites of the manifest.
  const granted = new Set<string>(matches);
  const scripts = new Map<string, RegisteredScript>();
  const files = new Map<string, string>();
  const openTabs: FakePlatform['openTabs'] = new Map();
  const privateTabs = new Set<number>();
  const log: FakePlatform['log'] = { ran: [], put: [], opened: [], toTabs: [], badge: null, tabBadges: new Map(), fetched: [], menu: [] };
  const listeners = new Set<(message: unknown, sender: Sender) => Promise<unknown> | undefined>();
  const [command, installed, startup, removed] = [event<[string]>(), event<[string]>(), event<[]>(), event<[]>()];
  const syncChanged = event<[]>();
  const closed = event<[number]>();
  const [added, alarm] = [event<[readonly string[]]>(), event<[string]>()];
  const clocks = new Map<string, number>();
  const servers: FakePlatform['servers'] = new Map();
  const chosen = event<[string, string]>();

  return {
    stored,
    inMemory,
    granted,
    scripts,
    files,
    openTabs,
    privateTabs,
    log,
    clocks,
    copies: filesHere(),
    servers,
    deliver: async (message, sender) => {
      for (const listener of listeners) {
        const answer = listener(message, sender);
        // Browsers take native promises only.
        if (answer?.constructor === Promise) return structuredClone(await answer);
      }
      return undefined;
    },
    fire: {
      alarm: alarm.emit,
      command: command.emit,
      menu: chosen.emit,
      installed: installed.emit,
      startup: startup.emit,
      closed: closed.emit,
      grant(...origins) {
        for (const origin of origins) granted.add(origin);
        added.emit(origins);
      },
      withdraw(origin) {
        granted.delete(origin);
        removed.emit();
      },
    },
    messages: {
      id: ID,
      origin: ORIGIN,
      alive: () => true,
      send: () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.')),
      listen(answer) {
        listeners.add(answer);
        return () => void listeners.delete(answer);
      },
    },
    tabs: {
      async send(tabId, message) {
        const answer = openTabs.get(tabId);
        if (answer === undefined) throw new Error(`No tab with id: ${tabId}.`);
        if (answer === null) throw new Error('Could not establish connection. Receiving end does not exist.');
        log.toTabs.push([tabId, message]);
        return answer(message);
      },
      active: async () => {
        const [id] = openTabs.keys();
        return id === undefined ? null : { id, url: null, title: null, isPrivate: privateTabs.has(id) };
      },
      ids: async () => [...openTabs.keys()],
      open: async (path) => void log.opened.push(path),
      openWindow: async (path) => void log.opened.push(path),
      reload: async () => undefined,
      onRemoved: closed.on,
    },
    storage: {
      get: async (key) => structuredClone(stored.get(key)),
      set: async (key, value) => void stored.set(key, structuredClone(value)),
      clear: async () => stored.clear(),
    },
    session: {
      all: async () => structuredClone(Object.fromEntries(inMemory)),
      set: async (key, value) => void inMemory.set(key, structuredClone(value)),
      remove: async (keys) => {
        for (const key of keys) inMemory.delete(key);
      },
      clear: async () => inMemory.clear(),
    },
    sync: {
      get: async () => structuredClone(Object.fromEntries(synced)),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) synced.set(key, structuredClone(value));
        syncChanged.emit();
        return null;
      },
      remove: async (keys) => {
        for (const key of keys) synced.delete(key);
      },
      onChanged: syncChanged.on,
    },
    permissions: {
      contains: async (origins) => origins.every((origin) => granted.has(origin)),
      granted: async () => [...granted],
      request: async (origins) => {
        for (const origin of origins) granted.add(origin);
        return true;
      },
      remove: async (origins) => origins.map((origin) => granted.delete(origin)).some(Boolean),
      onAdded: added.on,
      onRemoved: removed.on,
    },
    scripting: {
      registered: async () => [...scripts.values()],
      register: async (list) => {
        for (const script of list) {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          scripts.set(script.id, script);
        }
      },
      unregister: async (ids) => {
        for (const id of ids) if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      },
      evaluate: async () => null,
      put: async ({ tabId, frameId }, files) => {
        if (!openTabs.has(tabId)) throw new Error(`No tab with id: ${tabId}`);
        log.put.push([tabId, frameId, ...files]);
      },
      run: async (tabId) => {
        if (!openTabs.has(tabId)) throw new Error(`No tab with id: ${tabId}`);
        log.ran.push(tabId);
      },
    },
    manifest: { version: '1.0.0', matches },
    sidePanel: null,
    action: {
      badge: async (text, tabId) => {
        if (tabId === undefined) log.badge = text;
        else log.tabBadges.set(tabId, text);
      },
    },
    commands: { onCommand: command.on, shortcuts: async () => [] },
    menus: {
      onSelection: async ({ id }) => {
        log.menu.splice(0, log.menu.length, id);
      },
      onClicked: chosen.on,
    },
    lifecycle: { onInstalled: installed.on, onStartup: startup.on },
    alarms: {
      has: async (name) => clocks.has(name),
      every: async (name, minutes) => void clocks.set(name, minutes),
      clear: async (name) => void clocks.delete(name),
      onAlarm: alarm.on,
    },
    fetch: async (url, init) => {
      log.fetched.push(url);
      if (!url.startsWith(ORIGIN)) {
        const server = servers.get(new URL(url).hostname);
        if (!server) throw new TypeError('Failed to fetch');
        return server(url, init);
      }
      const body = url.startsWith(ORIGIN) ? files.get(url.slice(ORIGIN.length)) : undefined;
      return new Response(body ?? 'not found', { status: body === undefined ? 404 : 200 });
    },
  };
}
