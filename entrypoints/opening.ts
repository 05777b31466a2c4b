/**
 * The popup's first script, small enough to run while the rest is being loaded: asks what is known of the page in front and what its tab
 * knows, and leaves the answers to the popup (src/own-pages/early.ts).
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '@/own-pages/early';
import { messages } from '@/platform/messages';
import { activeTab, session } from '@/platform/session';

export default defineUnlistedScript(() => askEarly(globalThis, { messages, session, activeTab }));
