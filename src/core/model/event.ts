/** An event: something that happened at a time and place, with participants. Only shapes. */
import type { NameForm } from './actor';
import type { Edtf } from './edtf';
import type { QualifiedId } from './ids';

export type EventKind =
  | 'summit'
  | 'meeting'
  | 'call'
  | 'talks'
  | 'appointment'
  | 'formation'
  | 'election'
  | 'attack'
  | 'agreement'
  | 'other';

/**
 * One account of when an event took place. Accounts that differ stand side by side, with who gives them;
 * none is made the true one here.
 */
export interface DateAccount {
  readonly edtf: Edtf;
  /** A part of the unit that EDTF cannot write: early 2025, late December. */
  readonly qualifier?: 'early' | 'mid' | 'late';
  /** Who dates it so, in a few words for the reader: "CNN transcripts, as the article reads them". */
  readonly according: string;
  readonly sources: readonly string[];
}

export interface NewsEvent {
  readonly id: QualifiedId;
  readonly name: string;
  readonly names: readonly NameForm[];
  readonly kind: EventKind;
  readonly dates: readonly DateAccount[];
  readonly place?: QualifiedId;
  readonly participants: readonly QualifiedId[];
  readonly description?: string;
  readonly sources: readonly string[];
}
