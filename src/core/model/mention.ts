/** A mention: a stretch of text that names a tracked actor or event, and why it is believed to. Only shapes. */

import type { SubjectKind } from './actor';
import type { QualifiedId } from './ids';

/** Why a name counted. The card's why-line is written from it. */
export type LinkReason =
  | 'full-name' // the name itself, in full
  | 'title-and-surname' // "President Macron"
  | 'named-in-full' // a surname whose full name stands elsewhere in the article
  | 'only-bearer'; // the pack says that this name belongs to no one else

/** Offsets are UTF-16 code units into the text that was read, end exclusive. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly subject: QualifiedId;
  readonly kind: SubjectKind;
  readonly surface: string;
  readonly reason: LinkReason;
}
