/**
 * The popup's first question, which goes out before its code is loaded: what the tab knows is fetched in one go, and what the store
 * knows of it is looked up meanwhile, so that it is there when the popup asks. Keeps nothing but that one look-up, and only until it
 * is asked for.
 */
import type { PageArticle, PageFacts } from '@/core/model/view';
import type { Result } from '@/core/result';
import type { AskPage } from '@/messaging/client';
import { factsQuestion, type PopupOpening } from '@/messaging/popup-opening';
import type { BackgroundInput, SiteState } from '@/messaging/protocol';
import { readableHost } from '@/platform/hosts';
import type { Tabs } from '@/platform/types';

type Question = BackgroundInput<'page/facts'>;

export interface OpeningWorld {
  readonly tabs: Pick<Tabs, 'active'>;
  readonly askPage: AskPage;
  readonly site: (host: string) => Result<SiteState> | Promise<Result<SiteState>>;
  /** What the page in the tab says of itself. Rejects where the tab may not be read or is gone. */
  readonly readArticle: (tabId: number) => Promise<PageArticle>;
  readonly facts: (question: Question) => Promise<PageFacts>;
}

export interface PopupOpenings {
  /** Null where there is no page that is being read: the popup then finds out by itself what to say. */
  open(): Promise<PopupOpening | null>;
  facts(question: Question): Promise<PageFacts>;
}

const keyOf = ({ host, subjects, published, said }: Question): string =>
  JSON.stringify([host, subjects.map(({ id, count }) => [id, count]), published ?? null, said ?? null]);

export function createPopupOpenings({ tabs, askPage, site, readArticle, facts }: OpeningWorld): PopupOpenings {
  let ahead: { readonly key: string; readonly facts: Promise<PageFacts> } | null = null;

  return {
    async open() {
      const tab = await tabs.active();
      const host = readableHost(tab?.url);
      if (!tab || !host) return null;
      const known = await site(host);
      // Nothing is put into a page that the reader does not have read.
      if (!known.ok || known.value.paused || !known.value.on) return null;
      const [page, article] = await Promise.all([askPage(tab.id, 'page/state', {}), readArticle(tab.id).catch(() => null)]);
      if (page.ok && page.value.status === 'ready' && article) {
        const question = factsQuestion(host, page.value, article);
        ahead = { key: keyOf(question), facts: facts(question) };
        // Whoever asks for it hears of the failure.
        ahead.facts.catch(() => undefined);
      }
      return { tab, site: known.value, page, article };
    },
    facts(question) {
      const found = ahead;
      ahead = null;
      return found?.key === keyOf(question) ? found.facts : facts(question);
    },
  };
}
