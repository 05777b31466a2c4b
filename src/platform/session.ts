/**
 * What the popup's first script asks of the browser, without the polyfill, as messages.ts: which tab is in front, and what is kept in
 * memory while the browser runs. Both are answered by the browser itself, also while the background is stopped.
 */
import type { SessionStorage, Tabs } from './types';

interface Tab {
  readonly id?: number;
  readonly url?: string;
  readonly title?: string;
  readonly incognito: boolean;
}

/** The part of the browser's API that is used here. */
interface Api {
  readonly tabs: { query(of: object): Promise<readonly Tab[]> };
  readonly storage: {
    readonly session: {
      get(keys: null): Promise<Readonly<Record<string, unknown>>>;
      set(items: object): Promise<void>;
      remove(keys: readonly string[]): Promise<void>;
      clear(): Promise<void>;
    };
  };
}

const api = (globalThis as unknown as { readonly chrome: Api }).chrome;

export const activeTab: Tabs['active'] = async () => {
  const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null, title: tab.title ?? null, isPrivate: tab.incognito };
};

export const session: SessionStorage = {
  all: () => api.storage.session.get(null),
  set: (key, value) => api.storage.session.set({ [key]: value }),
  remove: (keys) => api.storage.session.remove([...keys]),
  clear: () => api.storage.session.clear(),
};
