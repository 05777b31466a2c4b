/** The popup: connects its session with the browser and the drawing. Nothing else. */
import type { PageArticle } from '@/core/model/view';
import { createAsk, createAskClaims, createAskPage } from '@/messaging/client';
import { keepKnown } from '@/messaging/known-pages';
import { type Shown, takeOpening } from '@/own-pages/early';
import { startPopup } from '@/own-pages/popup';
import { platform } from '@/platform/browser';
import { normalHost, originPattern } from '@/platform/hosts';
import { ABOUT_FILES, READER_FILES } from '@/platform/reader-files';
import { createDraw } from '@/ui/popup/draw';

const { messages, tabs, permissions, scripting, session, sidePanel } = platform;

/** `shown` stands in `root` already (src/ui/popup/first-frame.tsx); null where nothing does. */
export const openPopup = (root: HTMLElement, shown: Shown | null): void =>
  startPopup({
    opening: takeOpening(globalThis),
    known: shown?.page ?? null,
    keep: (tabId, page) => keepKnown(session, tabId, page, Date.now()),
    ask: createAsk(messages),
    askPage: createAskPage(tabs),
    askClaims: createAskClaims(tabs),
    currentTab: tabs.active,
    reloadTab: tabs.reload,
    startReader: (tabId) => scripting.run(tabId, READER_FILES),
    // Opening the popup lets us into this tab (activeTab); the script's value is readArticle's.
    readArticle: async (tabId) => (await scripting.evaluate(tabId, ABOUT_FILES)) as PageArticle,
    requestSite: (host) => permissions.request([originPattern(normalHost(host) ?? host)]),
    openBeside:
      sidePanel &&
      (async (tabId) => {
        await sidePanel.open(tabId);
        window.close();
      }),
    draw: createDraw(root, shown?.begun),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  });
