/** What the page Sources can show and what it can ask for. Shapes only. */
import type { SourcesView } from '@/core/model/feed-view';
import type { KeepMonths } from '@/core/model/keeping';

/** A feed to choose, and the permission that it needs. */
export interface FeedPick {
  readonly url: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly home: string | null;
  readonly pattern: string;
}

export interface SourcesState {
  /** Null until known. */
  readonly view: SourcesView | null;
  /** From a list that the reader opened, or a page that names its feeds: to choose from. */
  readonly listed: readonly FeedPick[];
  /** What went wrong, for the reader. */
  readonly notice: string | null;
}

export interface SourcesCallbacks {
  /** Called within the click, so that the permission may be asked. */
  readonly onFollow: (picks: readonly FeedPick[]) => void;
  readonly onAdd: (address: string) => void;
  readonly onList: (file: { text(): Promise<string> }) => void;
  readonly onAllow: (pattern: string) => void;
  readonly onUnfollow: (url: string) => void;
  readonly onCheck: (url: string) => void;
  /** Keep what feeds bring so many months, or for good. */
  readonly onKeep: (months: KeepMonths) => void;
}
