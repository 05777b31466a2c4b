/** Put into a page once names are marked on it (src/page/parts.ts): offers the card, its place and its corrections. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCard } from '@/page/card/part';
import { offerPart } from '@/page/parts';

export default defineUnlistedScript(() => offerPart(globalThis, 'card', startCard));
