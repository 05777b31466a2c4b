/**
 * What is read off one page in its tab, before anybody judged it: the article as it says of itself, and what it claims.
 * Shapes only, and how much of them is taken; ids are of tracked actors, names as the page writes them.
 */
import type { ClockValue, Evidence, Via } from './claim';
import type { QualifiedId } from './ids';

/** The article as far as its claims need it. */
export interface ReadArticle {
  /** Canonical http(s) address, without what tracks or identifies the reader. */
  readonly url: string;
  readonly title: string | null;
  /** EDTF or ISO 8601 with time and zone, as the page gives it. */
  readonly published: string | null;
  readonly lang: string | null;
}

/** A claim as the text has it. */
export interface PageClaim {
  /** The sentence, or the sentences of one quotation, as they stand on the page. */
  readonly text: string;
  readonly speaker: QualifiedId | null;
  /** The source in the page's words; null where the sentence names nobody. */
  readonly speakerName: string | null;
  /** The outlet that the text names for it; null means the article's own. */
  readonly outlet: QualifiedId | null;
  readonly via: readonly Via[];
  readonly clocks: { readonly said?: ClockValue; readonly reported?: ClockValue; readonly event?: ClockValue };
  /** Tracked actors and events that the sentence names, the speaker not among them. */
  readonly actors: readonly QualifiedId[];
  readonly events: readonly QualifiedId[];
  readonly hedged: boolean;
  readonly evidence: Required<Omit<Evidence, 'url'>>;
}

/** A sentence of the page's own with a figure about something tracked: nobody is named for it. */
export interface PageFigure {
  /** `page:` and where it begins in the main text. */
  readonly id: string;
  readonly text: string;
  readonly subjects: readonly QualifiedId[];
  readonly events: readonly QualifiedId[];
}

/** A claim of the page under the id that it is kept and shown by. */
export interface IdentifiedClaim {
  readonly id: QualifiedId;
  readonly claim: PageClaim;
}

/** What a page says, to be set beside what others say. */
export interface PageSaid {
  readonly claims: readonly IdentifiedClaim[];
  readonly figures: readonly PageFigure[];
  /** The agencies that the whole story comes from. */
  readonly credits: readonly string[];
  /** The beginning of its main text. */
  readonly lead: string;
}

/** What a form for a selected sentence starts with: the words, and what the attribution around them says. */
export interface CaptureDraft {
  /** The selected words as they stand on the page. */
  readonly exact: string;
  readonly title: string | null;
  /** Who may have said it: those who speak on the page, the likely one first; `id` null where nobody tracks the name. */
  readonly speakers: readonly { readonly id: QualifiedId | null; readonly name: string }[];
  /** Who may have carried it: the page's own first (`id` null), then those that it names. */
  readonly outlets: readonly { readonly id: QualifiedId | null; readonly name: string }[];
  /** The first speaker and an outlet other than the page's are what the text says of these words; else only guesses to choose from. */
  readonly speaker: string;
  readonly outlet: QualifiedId | null;
  readonly date: { readonly clock: CaptureClock; readonly value: ClockValue } | null;
}

export type CaptureClock = 'said' | 'reported' | 'event';

/** What the reader made of it. */
export interface Capture {
  /** The claim in the reader's words. */
  readonly text: string;
  readonly speaker: string;
  readonly outlet: QualifiedId | null;
  readonly clock: CaptureClock;
  /** '' where no date is known. */
  readonly edtf: string;
}

/** What the reader decided about a claim. */
export type Verdict = 'kept' | 'dismissed';

/** Claims taken of one page: a long report has thirty; a page with more is a live ticker of days, and its newest come first. */
export const MOST_CLAIMS = 200;
/** Own figures taken of one page: a long report states thirty; tables of results are no sentences. */
export const MOST_FIGURES = 100;
/** UTF-16 units of the main text that tell what a story is about, as long as the summaries of feeds. */
export const LEAD = 600;
/** A longer stretch (UTF-16 units) is a speech and not a claim: it is cut at the end of a word. */
export const LONGEST_CLAIM = 1_000;
/** Words around a claim that tell it from the same words elsewhere on the page; as the W3C's annotation tools take them. */
export const CONTEXT = 32;
