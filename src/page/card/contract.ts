/** What the reader and the card's part are to each other. Types only: each is a script of its own. */
import type { CardState } from '@/ui/card/card-state';
import type { MountedCard } from '@/ui/card/mount';
import type { ClaimsReading } from '../claims/contract';
import type { Ask } from '../contract';
import type { follow } from '../placement';

export interface CardWorld {
  readonly window: Window & typeof globalThis;
  readonly ask: Ask;
  /** Did the page become another article without being loaded anew? */
  readonly hasMoved: () => boolean;
  /** What the page claims, where it is read; null where it is not. */
  readonly claims: () => ClaimsReading | null;
}

export interface PlacedCard extends MountedCard {
  /** Watches, until the returned function is called, that the reader sees the card; calls back where it is faded or covered. */
  watch(onUnseen: () => void): () => void;
}

export interface CardPart {
  /** The card's style, for the closed root. */
  readonly css: string;
  /** Puts a card into the stage, which must be used for nothing else. */
  readonly mount: (stage: HTMLElement, onClose: () => void) => PlacedCard;
  readonly follow: typeof follow;
}

export type StartCard = (world: CardWorld) => CardPart;
export type { CardState };
