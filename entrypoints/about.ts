/** Put into a tab when the popup is opened over it: reads what the article says of itself, and is gone. Its value is the answer. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readArticle, readFeedLinks } from '@/doors/article';

export default defineUnlistedScript(() => ({
  ...readArticle(document, location.href, { now: Date.now() }),
  feeds: readFeedLinks(document, location.href),
}));
