/** What a card can show and what it can ask for. Shapes only. */
import type { SubjectKind } from '@/core/model/actor';
import type { LinkReason } from '@/core/model/mention';
import type { SubjectView } from '@/core/model/view';

export type CardState =
  /** Asked, not answered: what is known is the word on the page and its kind. */
  | { readonly kind: 'loading'; readonly surface: string; readonly subjectKind: SubjectKind }
  | { readonly kind: 'ready'; readonly view: SubjectView; readonly surface: string; readonly reason: LinkReason }
  /** `message` is a sentence for the reader: what happened and what to do. */
  | { readonly kind: 'failed'; readonly message: string };

export interface CardCallbacks {
  /** The reader pressed the close button. */
  readonly onClose: () => void;
}
