/** Put into a tab when the reader presses the key for tracking: its value is what is selected there, and it is gone. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

export default defineUnlistedScript(() => String(document.getSelection() ?? ''));
