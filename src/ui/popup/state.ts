/** What the popup can show and what it can ask for. Shapes only; the entrypoint gathers them by messages. */
import type { LedgerView } from '@/core/model/feed-view';
import type { QualifiedId } from '@/core/model/ids';
import type { Sight } from '@/core/model/known-page';
import type { Health, NewsChoices, PageArticle, PageClaims, PageFacts, RelatedView, Remembering, TimelineView } from '@/core/model/view';
import type { PageClaimCallbacks } from '../primitives/page-claims';

/** The tabs, in their order. */
export type TabKey = 'article' | 'page' | 'coverage' | 'differs' | 'timeline' | 'ledger';

/** The site of the current tab, as the switch shows it. */
export interface PopupSite {
  readonly host: string;
  readonly on: boolean;
}

/** A timeline: whose (null is everything named here), and null until it is known. */
export interface ShownTimeline {
  readonly of: QualifiedId | null;
  readonly view: TimelineView | null;
}

/** What is known of a page that was read. */
export interface ReadyPage {
  readonly kind: 'ready';
  readonly site: PopupSite;
  readonly article: PageArticle;
  readonly facts: PageFacts;
  /** What the page itself claims; comes after the rest. */
  readonly claims: PageClaims;
  /** What is like it; absent until known. */
  readonly related?: RelatedView;
  /** How claims moved; absent until it is asked for. */
  readonly timeline?: ShownTimeline;
  /** What was in sight before, until everything has come that it depends on. */
  readonly before?: Sight;
}

/** What is known of the current tab. */
export type PopupPage =
  | { readonly kind: 'loading' }
  /** `message`: a sentence for the reader. Offers to try again. */
  | { readonly kind: 'error'; readonly message: string }
  /** The browser's own pages, its extension store, local files: no extension may read them. */
  | { readonly kind: 'unreadable' }
  /** While the popup was open the tab went to an address that the browser does not tell. */
  | { readonly kind: 'gone' }
  /** A site that the browser does not let us onto, or of no known outlet and not switched on. */
  | { readonly kind: 'not-covered'; readonly site: PopupSite }
  /** A known or granted site that the reader switched off. */
  | { readonly kind: 'off'; readonly site: PopupSite }
  /** Paused everywhere. `site` is null where the tab is no web page. */
  | { readonly kind: 'paused'; readonly site: PopupSite | null }
  /** On, but nothing in the page answers: it was open before Sidelight was there, and needs a reload. */
  | { readonly kind: 'silent'; readonly site: PopupSite }
  | { readonly kind: 'reading'; readonly site: PopupSite; readonly article: PageArticle }
  /** As it was last, while it is asked for anew. */
  | { readonly kind: 'known'; readonly site: PopupSite; readonly article: PageArticle; readonly sight: Sight }
  | ReadyPage;

export interface PopupState {
  readonly page: PopupPage;
  /** Null until known. */
  readonly health: Health | null;
  /** Null until known. */
  readonly remembering?: Remembering | null;
  /** Null until it was asked for and known. */
  readonly ledger?: LedgerView | null;
  /** What is told of news; null until known. */
  readonly news?: NewsChoices | null;
  /** What the current site is being switched to, until that is done. */
  readonly switching?: boolean | undefined;
}

export interface PopupCallbacks extends PageClaimCallbacks {
  /** A tab was opened: what only it shows is asked for now. */
  readonly onTab: (tab: TabKey) => void;
  /** Show the timeline of one, or of everything named here. */
  readonly onSubject: (id: QualifiedId | null) => void;
  /** Keep this open beside the page. Absent where it is open there, or the browser has no such place. */
  readonly onBeside?: () => void;
  /** Ask again for everything. */
  readonly onRetry: () => void;
  /** Switch reading of the current site. Called within the click, so that a permission may be asked. */
  readonly onSite: (on: boolean) => void;
  readonly onPause: (paused: boolean) => void;
  /** Load the current tab anew. */
  readonly onReload: () => void;
  /** Show the n-th mention (0-based) of a subject on the page. */
  readonly onReveal: (id: QualifiedId, nth: number) => void;
  /** Remember what is read from now on, or no longer. */
  readonly onRemember: (on: boolean) => void;
  /** Forget all that is remembered. */
  readonly onForget: () => void;
  /** Tell of news otherwise. */
  readonly onNews: (change: { readonly badge?: boolean; readonly onlyNew?: boolean }) => void;
  /** Forget when whom was opened. */
  readonly onForgetOpened: () => void;
  /** Try again to install the packs and open the store. */
  readonly onRepair: () => void;
}
