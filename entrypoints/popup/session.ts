/** The popup: connects its session with the browser and the drawing. Nothing else. */
import type { KnownPage } from '@/core/model/known-page';
import type { PageArticle } from '@/core/model/view';
import { createAsk, createAskClaims, createAskPage } from '@/messaging/client';
import { keepKnown } from '@/messaging/known-pages';
import { takeOpening } from '@/own-pages/early';
import { startPopup } from '@/own-pages/popup';
import { platform } from '@/platform/browser';
import { normalHost, originPattern } from '@/platform/hosts';
import { ABOUT_FILES, READER_FILES } from '@/platform/reader-files';
import { createDraw, type Pressed } from '@/ui/popup/draw';

const { messages, tabs, permissions, scripting, session, sidePanel } = platform;

/** `known` is drawn in `root` already, and `pressed` there meanwhile; null where nothing is. */
export const openPopup = (root: HTMLElement, known: KnownPage | null, pressed: Pressed): void =>
  startPopup({
    opening: takeOpening(globalThis),
    known,
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
    draw: createDraw(root, pressed),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  });
