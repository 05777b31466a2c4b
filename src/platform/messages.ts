/**
 * Messages over the browser's runtime. Apart from browser.ts, and without the polyfill, because this is part of the content
 * script: `chrome` is there in both browsers, gives promises in Manifest V3, and, unlike `browser` in older Chromes, is no
 * name that an element of the page could take.
 */
import type { Messages, Sender } from './types';

type Listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => boolean;

/** The part of the runtime API that is used here. */
interface Runtime {
  readonly id?: string;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

const { runtime } = (globalThis as unknown as { readonly chrome: { readonly runtime: Runtime } }).chrome;

export const messages: Messages = {
  id: runtime.id ?? '',
  origin: runtime.getURL(''),
  // The id goes when the extension is reloaded or removed under a page.
  alive: () => Boolean(runtime.id),
  send: (message) => runtime.sendMessage(message),
  listen(answer) {
    const listener: Listener = (message, sender, respond) => {
      const answered = answer(message, sender);
      // true keeps the channel open until `respond` is called; false leaves the message to others.
      if (!answered) return false;
      answered.then(respond, respond);
      return true;
    };
    runtime.onMessage.addListener(listener);
    return () => runtime.onMessage.removeListener(listener);
  },
};
