/** The background worker: connects the platform, the store and the use cases. Nothing else. */
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '@/background/start';
import { platform } from '@/platform/browser';

export default defineBackground({
  type: 'module',
  main() {
    startBackground(platform);
  },
});
