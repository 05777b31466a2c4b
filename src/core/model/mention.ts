/**
 * A mention: a stretch of text that names a tracked actor or event, and why it is believed to. And its kin: a stretch
 * that may name one of several, without saying which. Only shapes.
 */

import type { SubjectKind } from './actor';
import type { QualifiedId } from './ids';

/** Why a name counted. The card's why-line is written from it. */
export type LinkReason =
  | 'full-name' // the name itself, in full
  | 'title-and-surname' // "President Macron"
  | 'named-in-full' // a surname whose full name stands elsewhere in the article
  | 'only-bearer' // the pack says that this name belongs to no one else
  | 'by-context' // a name that others bear too: something else that the article names speaks for this one
  | 'corrected'; // the reader said so

/**
 * The other words of the article that a reason rests on: for `named-in-full` the full name, for `by-context` what speaks for
 * the subject (its capital, its president). `block` counts the blocks that were linked together; offsets are UTF-16 units into that block.
 */
export interface Basis {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
}

/** Offsets are UTF-16 code units into the text that was read, end exclusive. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly subject: QualifiedId;
  readonly kind: SubjectKind;
  readonly surface: string;
  readonly reason: LinkReason;
  /** Absent where the reason lies in the mention itself. */
  readonly basis?: Basis;
}

/** One of those whom an undecided stretch may name: it would be a mention of it if the others were not tracked. */
export interface LinkCandidate {
  readonly subject: QualifiedId;
  readonly kind: SubjectKind;
  readonly reason: LinkReason;
  readonly basis?: Basis;
}

/** A stretch that names one of several subjects, best supported first, two at least. Never painted: shown where the reader points. */
export interface Undecided {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly candidates: readonly LinkCandidate[];
}

/** What linking says of one block of text. Both sorted by start; of an undecided stretch none is a mention. */
export interface BlockLinks {
  readonly mentions: readonly Mention[];
  readonly undecided: readonly Undecided[];
}
