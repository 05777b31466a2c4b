/** What the reader and the part that reads claims are to each other. Types only: each is a script of its own. */
import type { BlockList } from '../block-list';

/** The page as the reader hands it over. */
export interface ClaimsPage {
  readonly window: Window & typeof globalThis;
  /** The reader's blocks with the mentions in them, kept current. */
  readonly blocks: BlockList;
  /** Ends the reading of claims, and every answer about them. */
  readonly signal: AbortSignal;
}

export interface ClaimsReading {
  /** The names on the page are read, for the first time or again: read what it claims. Calls in quick succession are one. */
  read(): void;
  /** The page is becoming another article: what was read is no longer on it. */
  leave(): void;
}

export type StartClaims = (page: ClaimsPage) => ClaimsReading;
