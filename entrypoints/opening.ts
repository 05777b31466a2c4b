/**
 * The popup's first script, small enough to run while the rest is being loaded: asks what the tab in front knows, and leaves the answer
 * to the popup (src/own-pages/early.ts).
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '@/own-pages/early';
import { messages } from '@/platform/messages';

export default defineUnlistedScript(() => askEarly(globalThis, messages));
