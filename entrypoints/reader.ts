/** The content script: connects the page's reader with the background and the linker. Nothing else. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { canScan, createLinker, openGazetteer } from '@/doors/linking';
import { createAsk } from '@/messaging/client';
import { createServePage } from '@/messaging/page-server';
import { startReader } from '@/page/controller';
import { messages } from '@/platform/messages';

export default defineUnlistedScript(() => {
  startReader({
    window,
    ask: createAsk(messages),
    servePage: createServePage(messages),
    openGazetteer,
    canScan,
    createLinker: (subject) => createLinker({ subject }),
    alive: messages.alive,
    // The reader ends with its page or its extension; it finds both out by itself.
    signal: new AbortController().signal,
  });
  // Its orders are on their way: time to compile the scanner.
  canScan();
});
