/** The side panel: the popup's content kept open beside the article. Connects its session with the browser and the drawing. */
import type { PageArticle } from '@/core/model/view';
import { createAsk, createAskClaims, createAskPage } from '@/messaging/client';
import { startPopup } from '@/own-pages/popup';
import { platform } from '@/platform/browser';
import { normalHost, originPattern } from '@/platform/hosts';
import { ABOUT_FILES, READER_FILES } from '@/platform/reader-files';
import { createDraw } from '@/ui/popup/draw';

const { messages, tabs, permissions, scripting } = platform;
const askPage = createAskPage(tabs);

startPopup({
  ask: createAsk(messages),
  askPage,
  askClaims: createAskClaims(tabs),
  async currentTab() {
    const tab = await tabs.active();
    if (!tab || tab.url !== null) return tab;
    // No click on the toolbar lets us see the address here: the page's own reader says it, where there is one.
    const page = await askPage(tab.id, 'page/state', {});
    return page.ok ? { ...tab, url: page.value.url } : tab;
  },
  reloadTab: tabs.reload,
  startReader: (tabId) => scripting.run(tabId, READER_FILES),
  readArticle: async (tabId) => (await scripting.evaluate(tabId, ABOUT_FILES)) as PageArticle,
  requestSite: (host) => permissions.request([originPattern(normalHost(host) ?? host)]),
  // This is it.
  openBeside: null,
  draw: createDraw(document.getElementById('popup') as HTMLElement),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
});
