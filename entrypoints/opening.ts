/**
 * The popup's first script, small enough to run while the rest is being loaded: asks what is known of the page in front and what its tab
 * knows, shows the first, and then lets the popup come, to which it leaves both (src/own-pages/early.ts).
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '@/own-pages/early';
import { runLater } from '@/platform/later-scripts';
import { messages } from '@/platform/messages';
import { activeTab, session } from '@/platform/session';
import { drawFirst } from '@/ui/popup/first-frame';

export default defineUnlistedScript(() =>
  askEarly(globalThis, {
    messages,
    session,
    activeTab,
    show(page) {
      const begun = drawFirst(document.getElementById('popup') as HTMLElement, page);
      // The task after the frame that shows it.
      return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(begun))));
    },
    goOn: () => runLater(document),
  }),
);
