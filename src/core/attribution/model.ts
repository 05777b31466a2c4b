/**
 * What the reading of attributions answers with. Only shapes; offsets are UTF-16 units into the text read, end exclusive.
 * Knows nothing of actors, outlets or dates: claims.ts joins those.
 */

import type { Token } from './tokens';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A name in the text. */
export interface Name extends Span {
  readonly outlet: boolean;
}

/** What the source does with the content. Only a statement is shown to a reader as a claim. */
export type AttributionKind = 'statement' | 'belief' | 'intention' | 'question' | 'no-comment';

/** Source, cue and content of one attribution: *CNN · reported · that …*. */
export interface Attribution {
  /** Who; null where the sentence names nobody ("it is expected that …"). */
  readonly source: Span | null;
  /** Who that is, where other words of the text tell ("nach eigenen Angaben" is of the subject); null where none do. */
  readonly owner?: Span | null;
  readonly cue: Span;
  /** At least one piece, in reading order; more where the cue interrupts a quotation. */
  readonly content: readonly Span[];
  readonly kind: AttributionKind;
  /** The writer keeps a distance: reportedly, allegedly, is said to. */
  readonly hedged: boolean;
  /** Not (yet) said: denied by "not", "never", a modal or a future. Never a statement. */
  readonly unreal: boolean;
  /** The source can't speak, or the content says nothing by itself: kept as an attribution, not shown as a claim. */
  readonly hollow?: boolean;
  /** The reporting clause with its introduction and adjuncts ("On Monday, Macron said in Paris"): a date in it dates the report. */
  readonly frame: Span;
  /** The sentence of the cue. */
  readonly sentence: Span;
  /** Index of the attribution in whose content this one stands; null for what the writer attributes. */
  readonly within: number | null;
}

/** What a reader of attributions may lean on. */
export interface AttributionContext {
  /** BCP 47; a language without rules yields nothing. */
  readonly lang: string | null;
  /** Where the text names actors, in order: before a colon only a name is a source, and an outlet's "covered" reports. */
  readonly names: readonly Name[];
  /** The text cut into tokens, where that is done already. */
  readonly tokens?: readonly Token[];
}
