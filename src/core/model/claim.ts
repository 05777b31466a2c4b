/**
 * A claim: an attributed statement with its clocks and its evidence. Only shapes, and the rule
 * which clock dates a claim for the reader.
 */
import type { Edtf } from './edtf';
import type { QualifiedId } from './ids';

/** The six clocks of a claim, never mixed up. A clock that is absent is unknown. */
export const CLOCKS = ['said', 'reported', 'published', 'event', 'modified', 'captured'] as const;
export type Clock = (typeof CLOCKS)[number];

/** Where a clock's value comes from. */
export type Basis = 'text' | 'relative' | 'metadata' | 'url' | 'record' | 'reader';

export interface ClockValue {
  readonly edtf: Edtf;
  readonly qualifier?: 'early' | 'mid' | 'late';
  readonly basis: Basis;
}

export type ClaimStatus = 'curated' | 'second-hand' | 'unconfirmed' | 'confirmed' | 'withdrawn';

/** A source that the outlet leaned on: an agency, a transcript, a leak, another outlet. */
export interface Via {
  readonly name: string;
  readonly id?: QualifiedId;
}

/** Where the statement can be read again; W3C TextQuoteSelector and the page's address. */
export interface Evidence {
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly url?: string;
}

export interface Claim {
  readonly id: QualifiedId;
  /** What is claimed, in the pack author's own words. */
  readonly text: string;
  /** A few words quoted as they were said. */
  readonly quote?: string;
  /** Who said it: an actor, or a name that is not tracked, or nobody. */
  readonly speaker: QualifiedId | null;
  readonly speakerName?: string;
  /** Who carried it; null where no outlet is named. */
  readonly outlet: QualifiedId | null;
  readonly via: readonly Via[];
  readonly clocks: Readonly<Partial<Record<Clock, ClockValue>>>;
  readonly actors: readonly QualifiedId[];
  readonly events: readonly QualifiedId[];
  readonly status: ClaimStatus;
  readonly hedged?: boolean;
  /** The claim whose place this one takes. */
  readonly supersedes?: QualifiedId;
  /** The article in which it was read. */
  readonly readIn?: QualifiedId;
  readonly evidence?: Evidence;
  readonly sources: readonly string[];
}

/**
 * The clock that dates a claim in a list: when it was said, else when an outlet carried it, else when that was
 * published, else when what it tells of happened; null where nothing is known. Named with the date, always.
 */
export function leadingClock(claim: Pick<Claim, 'clocks'>): { readonly clock: Clock; readonly value: ClockValue } | null {
  for (const clock of ['said', 'reported', 'published', 'event'] as const) {
    const value = claim.clocks[clock];
    if (value) return { clock, value };
  }
  return null;
}
