/** Put into a page by the background once its reader asks for it (src/page/parts.ts): offers the part that reads claims. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createServeClaims } from '@/messaging/page-server';
import { startClaims } from '@/page/claims/start';
import { offerPart } from '@/page/parts';
import { messages } from '@/platform/messages';

export default defineUnlistedScript(() => {
  const world = { now: Date.now, serve: createServeClaims(messages) };
  offerPart(globalThis, 'claims', (page) => startClaims(page, world));
});
