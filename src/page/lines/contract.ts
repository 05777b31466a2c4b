/** What the reader and the part that draws discreet lines are to each other. Types only: each is a script of its own. */
import type { QualifiedId } from '@/core/model/ids';
import type { Target } from '../hit-test';
import type { TextBlock } from '../text-map';

export interface LinesWorld {
  readonly window: Window & typeof globalThis;
  /** An element of the closed root that moves with the document; lines are put into it, and nothing else. */
  readonly ground: HTMLElement;
  readonly signal: AbortSignal;
}

export interface LinesOrder {
  readonly blocks: readonly TextBlock[];
  readonly isDiscreet: (subject: QualifiedId) => boolean;
  /** Draw nothing but under the name that is pointed at. */
  readonly pointedOnly: boolean;
}

export interface Lines {
  /** The page was read, or the reader wants it drawn otherwise. */
  sync(order: LinesOrder): void;
  /** The page is changing. */
  recheck(): void;
  /** What the pointer is on. */
  point(target: Target | null): void;
}

export type StartLines = (world: LinesWorld) => Lines;
