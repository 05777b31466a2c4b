/** What a card can show and what it can ask for. Shapes only. */
import type { SubjectKind } from '@/core/model/actor';
import type { Correction, Judgement, Scope } from '@/core/model/correction';
import type { LinkReason } from '@/core/model/mention';
import type { FoundSubject, PageClaimView, SubjectRef, SubjectView } from '@/core/model/view';
import type { Result } from '@/core/result';
import type { PageClaimCallbacks } from '../primitives/page-claims';

/** The other words of the page that a reason rests on, and where they stand from the name in hand. */
export interface CardBasis {
  readonly surface: string;
  readonly where: 'above' | 'below' | 'beside';
}

/** One whom an undecided name may mean, and why it could. */
export interface CardCandidate {
  readonly view: SubjectView;
  readonly reason: LinkReason;
  readonly basis?: CardBasis;
}

export type CardState =
  /** Asked, not answered: what is known is the word on the page, and its kind where that is decided. */
  | { readonly kind: 'loading'; readonly surface: string; readonly subjectKind: SubjectKind | null }
  | {
      readonly kind: 'ready';
      readonly view: SubjectView;
      readonly surface: string;
      readonly reason: LinkReason;
      readonly basis?: CardBasis;
      /** What the page attributes to the subject, where it was read for that. */
      readonly onPage?: OnPage | null;
    }
  /** Several bear the name, and the article does not say which. */
  | { readonly kind: 'undecided'; readonly surface: string; readonly candidates: readonly CardCandidate[] }
  /** `message` is a sentence for the reader: what happened and what to do. */
  | { readonly kind: 'failed'; readonly message: string };

/** Claims of the page that is shown; `canKeep` is false in private windows. */
export interface OnPage {
  readonly claims: readonly PageClaimView[];
  readonly canKeep: boolean;
}

/** How a card corrects. Nothing it does can't be taken back at once. */
export interface CardCorrections {
  /** Has the reader seen the card long enough to mean what they press? */
  readonly mayAct: () => boolean;
  /** The site's name, for "on all of …". */
  readonly site: string;
  make(word: string, says: Judgement, reach: Scope['in']): Promise<Result<Correction>>;
  undo(id: string): Promise<Result<unknown>>;
  search(text: string): Promise<readonly FoundSubject[]>;
}

export interface CardCallbacks {
  /** The reader pressed the close button. */
  readonly onClose: () => void;
  /** Absent where there is nothing to correct: the example on the welcome page. */
  readonly corrections?: CardCorrections;
  /** Absent where no page is behind the card. */
  readonly claims?: PageClaimCallbacks;
}

/** Where a correction stands: being chosen, made, or not possible. */
export type CorrectionStep =
  | { readonly is: 'choosing'; readonly text: string; readonly found: readonly FoundSubject[] | null }
  | { readonly is: 'made'; readonly made: Correction; readonly meant: SubjectRef | null }
  | { readonly is: 'failed'; readonly message: string };

/** What the card's actions do. Each is called with the event that asked for it. */
export interface CorrectionActions {
  notThis(event: Event): void;
  choose(event: Event): void;
  meant(event: Event, subject: SubjectRef): void;
  never(event: Event): void;
  reach(event: Event, reach: Scope['in']): void;
  undo(event: Event): void;
  search(event: Event): void;
  back(event: Event): void;
}
