/** What the reader and the part that reads claims are to each other. Types only: each is a script of its own. */
import type { QualifiedId } from '@/core/model/ids';
import type { Verdict } from '@/core/model/page-claim';
import type { PageClaims } from '@/core/model/view';
import type { BlockList } from '../block-list';
import type { CardHost } from '../card-host';
import type { Ask } from '../contract';

/** The page as the reader hands it over. */
export interface ClaimsPage {
  readonly window: Window & typeof globalThis;
  /** The reader's blocks with the mentions in them, kept current. */
  readonly blocks: BlockList;
  /** How the reader asks the background. */
  readonly ask: Ask;
  /** Where a sentence is flashed. */
  readonly openLayer: CardHost['openLayer'];
  /** Ends the reading of claims, and every answer about them. */
  readonly signal: AbortSignal;
}

export interface ClaimsReading {
  /** The names on the page are read, for the first time or again: read what it claims. Calls in quick succession are one. */
  read(): void;
  /** The page is becoming another article: what was read is no longer on it. */
  leave(): void;
  /** What the page attributes to a subject, or has from it as the outlet or agency; null while it is read. */
  about(subject: QualifiedId): Extract<PageClaims, { status: 'ready' }> | null;
  /** As the popup's calls of the same names (messaging/page-protocol.ts). */
  show(id: QualifiedId): boolean;
  judge(id: QualifiedId, verdict: Verdict | null): Promise<PageClaims>;
}

export type StartClaims = (page: ClaimsPage) => ClaimsReading;
