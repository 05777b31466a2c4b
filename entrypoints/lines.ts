/** Put into a page that names somebody who is marked discreetly (src/page/parts.ts): offers the lines in the closed root. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startLines } from '@/page/lines/start';
import { offerPart } from '@/page/parts';

export default defineUnlistedScript(() => offerPart(globalThis, 'lines', startLines));
