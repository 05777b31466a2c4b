/**
 * What Sidelight needs of a browser, as narrow interfaces: everything else is written against these, so that tests
 * hand in plain objects. Shapes only.
 */

import type { Fault } from '@/core/result';

/** Who sent a message, as the browser says it; nothing of it comes from the message. */
export interface Sender {
  /** The extension that sent it. */
  readonly id?: string | undefined;
  /** The address of the frame that sent it: a page's for a content script, the extension's own for its pages. */
  readonly url?: string | undefined;
  /** A content script's tab; `incognito` of a private window. */
  readonly tab?: { readonly id?: number | undefined; readonly incognito?: boolean | undefined } | undefined;
  /** 0 for the page itself, other numbers for frames in it. */
  readonly frameId?: number | undefined;
}

/** One document in a tab. */
export interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** Stops listening. */
export type Stop = () => void;

export interface Messages {
  /** This extension's id, and where its own files live: `chrome-extension://…/`, with the slash. */
  readonly id: string;
  readonly origin: string;
  /** False in a content script whose extension was reloaded, updated or removed: nothing can be sent any more. */
  alive(): boolean;
  /** To the background and the extension's own pages. Rejects with the browser's own words. */
  send(message: unknown): Promise<unknown>;
  /** `answer` returns a native promise of the answer, or undefined where the message is not its business. */
  listen(answer: (message: unknown, sender: Sender) => Promise<unknown> | undefined): Stop;
}

export interface TabMessages {
  /** To the content script of a tab. Rejects where the tab is gone or has none. */
  send(tabId: number, message: unknown): Promise<unknown>;
}

export interface Tabs extends TabMessages {
  /** The tab that the reader looks at; `url` and `title` only where the browser lets us know them. */
  active(): Promise<{
    readonly id: number;
    readonly url: string | null;
    readonly title: string | null;
    readonly isPrivate: boolean;
  } | null>;
  ids(): Promise<readonly number[]>;
  /** Opens one of the extension's own pages. */
  open(path: string): Promise<void>;
  /** The same in a small window of its own, CSS pixels; in a tab where the browser has no windows (Firefox for Android). */
  openWindow(path: string, width: number, height: number): Promise<void>;
  reload(tabId: number): Promise<void>;
  onRemoved(run: (tabId: number) => void): Stop;
}

/** Values by key, kept on this machine. */
export interface KeyValueStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Takes every value away. */
  clear(): Promise<void>;
}

/** Values by key, in the browser's memory while it runs: out of reach of content scripts, and never on a disk. */
export interface SessionStorage {
  all(): Promise<Readonly<Record<string, unknown>>>;
  set(key: string, value: unknown): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

/** Values that the browser carries between the computers of one reader, where the reader is signed in to it. */
export interface SyncStorage {
  get(): Promise<Readonly<Record<string, unknown>>>;
  /** Null where they were taken, else why not. */
  set(items: Readonly<Record<string, unknown>>): Promise<Fault | null>;
  remove(keys: readonly string[]): Promise<void>;
  /** They were changed on another computer, or here. */
  onChanged(run: () => void): Stop;
}

/** Permission to read sites; `origins` are match patterns. */
export interface Permissions {
  /** Are all of these granted? True only for patterns as they were granted, or covered by one that was asked for. */
  contains(origins: readonly string[]): Promise<boolean>;
  /** Every pattern that the browser holds a permission for, those of the manifest among them. */
  granted(): Promise<readonly string[]>;
  /** Asks the reader; only within a click. */
  request(origins: readonly string[]): Promise<boolean>;
  remove(origins: readonly string[]): Promise<boolean>;
  /** The reader granted sites, at a prompt or in the browser's settings. */
  onAdded(run: (origins: readonly string[]) => void): Stop;
  onRemoved(run: () => void): Stop;
}

/** A content script that the browser runs on its own, also after a restart. */
export interface RegisteredScript {
  readonly id: string;
  readonly matches: readonly string[];
  readonly js: readonly string[];
  readonly css: readonly string[];
}

export interface Scripting {
  registered(): Promise<readonly { readonly id: string }[]>;
  register(scripts: readonly RegisteredScript[]): Promise<void>;
  unregister(ids: readonly string[]): Promise<void>;
  /** Runs files in a tab now. Rejects where the tab is gone or may not be read. */
  run(tabId: number, files: { readonly js: readonly string[]; readonly css: readonly string[] }): Promise<void>;
  /** Runs files in a frame now, in order, once. Rejects as `run` does. */
  put(frame: Frame, files: readonly string[]): Promise<void>;
  /** Runs files in a tab, in order, and gives the value of the last one's last expression, copied. Rejects as `run` does. */
  evaluate(tabId: number, files: readonly string[]): Promise<unknown>;
}

/** Wakes the worker again and again, also after a restart of the browser. */
export interface Alarms {
  has(name: string): Promise<boolean>;
  every(name: string, minutes: number): Promise<void>;
  clear(name: string): Promise<void>;
  onAlarm(run: (name: string) => void): Stop;
}

/** Files of the extension's own, apart from its database. Rejects with the browser's own words. */
export interface KeptFiles {
  /** Those that are whole, by name, with when each was written (ms). */
  list(): Promise<ReadonlyMap<string, File>>;
  /** Puts a file in place of the one of that name once all of it is there; a kill leaves what was. */
  write(name: string, bytes: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface Platform {
  readonly alarms: Alarms;
  readonly copies: KeptFiles;
  readonly messages: Messages;
  readonly tabs: Tabs;
  readonly storage: KeyValueStorage;
  readonly session: SessionStorage;
  readonly sync: SyncStorage;
  readonly permissions: Permissions;
  readonly scripting: Scripting;
  /** The release of this extension, and the match patterns of the sites that it reads by itself. */
  readonly manifest: { readonly version: string; readonly matches: readonly string[] };
  readonly action: {
    /** A few letters on the toolbar button, over one tab or all; '' takes them away. */
    badge(text: string, tabId?: number): Promise<void>;
  };
  /** The panel beside the page; null where the browser has none (Firefox for Android). */
  readonly sidePanel: {
    /** Opens it beside a tab; only within a click, and before anything is awaited. */
    open(tabId: number): Promise<void>;
  } | null;
  /** Keys; where the browser has none (Firefox for Android), there are no shortcuts and nothing is ever called. */
  readonly commands: {
    onCommand(run: (name: string) => void): Stop;
    /** The commands in words and the keys that call them now; '' where none are set. */
    shortcuts(): Promise<readonly { readonly does: string; readonly keys: string }[]>;
  };
  /** The menu over a selection on any page; where the browser has none (Firefox for Android), nothing is ever called. */
  readonly menus: {
    /** Puts one entry there in place of any before; `%s` in its title is the selection. */
    onSelection(item: { readonly id: string; readonly title: string }): Promise<void>;
    onClicked(run: (id: string, selected: string) => void): Stop;
  };
  readonly lifecycle: {
    onInstalled(run: (reason: string) => void): Stop;
    /** The browser has started; not every start of the worker. */
    onStartup(run: () => void): Stop;
  };
  fetch(url: string, init?: RequestInit): Promise<Response>;
}
