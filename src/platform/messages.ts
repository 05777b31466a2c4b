/** Messages over the browser's runtime. Apart from browser.ts because the content script needs this and nothing else. */
import browser from 'webextension-polyfill';
import type { Messages, Sender } from './types';

export const messages: Messages = {
  id: browser.runtime.id,
  origin: browser.runtime.getURL(''),
  alive: () => Boolean(browser.runtime?.id),
  send: (message) => browser.runtime.sendMessage(message),
  listen(answer) {
    // The polyfill's types know of no listener that answers some messages only; returning undefined does that.
    const listener = (message: unknown, sender: Sender) => answer(message, sender) as Promise<unknown>;
    browser.runtime.onMessage.addListener(listener);
    return () => browser.runtime.onMessage.removeListener(listener);
  },
};
