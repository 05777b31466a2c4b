/**
 * Keeps for each tab what the popup shows at first (src/messaging/known-pages.ts): when its page is read, so that it is there before
 * anybody asks. Forgets it when the page is left or anything changes that it depends on.
 */
import { sightOf } from '@/core/coverage/sight';
import type { PageArticle, PageFacts } from '@/core/model/view';
import type { Result } from '@/core/result';
import type { AskPage } from '@/messaging/client';
import { forgetKnown, keepKnown } from '@/messaging/known-pages';
import { factsQuestion } from '@/messaging/popup-opening';
import type { BackgroundInput, SiteState } from '@/messaging/protocol';
import { readableHost } from '@/platform/hosts';
import type { SessionStorage } from '@/platform/types';

export interface KnownPagesWorld {
  readonly session: SessionStorage;
  readonly askPage: AskPage;
  readonly site: (host: string) => Result<SiteState> | Promise<Result<SiteState>>;
  /** What the page in the tab says of itself. Rejects where it can't be asked for so little. */
  readonly readArticle: (tabId: number) => Promise<PageArticle>;
  readonly facts: (question: BackgroundInput<'page/facts'>) => Promise<PageFacts>;
  readonly now: () => number;
}

export interface KnownPages {
  /** Looks at the page in a tab that was just read. Never called for a private window. */
  look(tabId: number): Promise<void>;
  /** The tab has another page, or is gone. */
  left(tabId: number): Promise<void>;
  /** Whatever is known may be otherwise now. */
  forget(): Promise<void>;
}

export function createKnownPages({ session, askPage, site, readArticle, facts, now }: KnownPagesWorld): KnownPages {
  /** Goes up when all is forgotten: what was looked up before is not kept after. */
  let round = 0;
  return {
    async look(tabId) {
      const mine = round;
      const page = await askPage(tabId, 'page/state', {});
      if (!page.ok || page.value.status !== 'ready') return;
      const { url } = page.value;
      const host = readableHost(url);
      if (!host) return;
      const known = await site(host);
      if (!known.ok || known.value.paused || !known.value.on) return;
      const article = await readArticle(tabId);
      const sight = sightOf(await facts(factsQuestion(host, page.value, article)));
      if (mine === round) await keepKnown(session, tabId, { url, host, article, sight }, now());
    },
    left: (tabId) => forgetKnown(session, tabId),
    async forget() {
      round++;
      await session.clear();
    },
  };
}
