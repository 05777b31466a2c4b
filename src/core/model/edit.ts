/**
 * What the reader says over what packs say: fields set in its place, records merged, hidden or noted. Only shapes;
 * core/tending applies them when facts are read, so that no pack and no update can write over them.
 */
import type { Clock, ClockValue } from './claim';
import type { Edtf } from './edtf';
import type { QualifiedId } from './ids';

/** Fields of an actor, outlet or event; one that is absent is as the pack has it. */
export interface SubjectFields {
  /** The name that the pack gives stays one of its names, unless it is dropped. */
  readonly name?: string;
  /** '' for none. */
  readonly description?: string;
  /** Over the pack's own, so that what a later revision adds still comes in. */
  readonly names?: NameChange;
  /** Persons only. */
  readonly surnames?: NameChange;
  /** Events only: the reader's own account of the date, beside the pack's. */
  readonly date?: Edtf;
  /** Outlets only, as all that follow. */
  readonly domains?: NameChange;
  readonly languages?: NameChange;
  readonly country?: string;
  /** '' for none. */
  readonly family?: string;
  readonly agency?: boolean;
}

/** What is taken into a list over the pack's own, and what out of it. */
export interface NameChange {
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

/** One actor, outlet or event, as the reader has it. */
export interface SubjectEdit {
  readonly id: QualifiedId;
  /** It is one with that one, whose names and claims are shown with its own. */
  readonly into?: QualifiedId;
  /** Not shown, found or marked any more; its name, for the claims that still refer to it. */
  readonly hidden?: { readonly name: string };
  readonly set?: SubjectFields;
  readonly note?: string;
  /** When it was last changed, ISO 8601 in UTC. */
  readonly made: string;
}

/** Whom a record is about besides, and whom not after all: over the pack's own list, so that what the pack learns still comes in. */
export interface AboutChange {
  readonly added: readonly QualifiedId[];
  readonly dropped: readonly QualifiedId[];
}

/** Fields of a claim; one that is absent is as the pack has it. */
export interface ClaimFields {
  readonly text?: string;
  /** '' for none. */
  readonly quote?: string;
  /** `name` where nobody tracks the speaker; both null for nobody. */
  readonly speaker?: { readonly id: QualifiedId | null; readonly name: string | null };
  readonly outlet?: QualifiedId | null;
  /** Null takes a clock away. */
  readonly clocks?: Readonly<Partial<Record<Clock, ClockValue | null>>>;
  readonly actors?: AboutChange;
  readonly events?: AboutChange;
  /** Whom it refers to instead of whom: what a split moves. */
  readonly instead?: Readonly<Record<QualifiedId, QualifiedId>>;
}

/** Fields of an article; one that is absent is as the pack, the page or the feed has it. */
export interface ArticleFields {
  readonly title?: string;
  readonly outlet?: QualifiedId | null;
  readonly url?: string | null;
  readonly published?: Edtf | null;
  readonly actors?: AboutChange;
  readonly events?: AboutChange;
}

interface Edit {
  readonly id: QualifiedId;
  readonly hidden?: true;
  readonly note?: string;
  /** Every subject that the record concerned before or concerns now: whose lists the edit changes. */
  readonly subjects: readonly QualifiedId[];
  readonly made: string;
}

export interface ClaimEdit extends Edit {
  readonly of: 'claim';
  readonly set?: ClaimFields;
}

export interface ArticleEdit extends Edit {
  readonly of: 'article';
  readonly set?: ArticleFields;
}

/** One claim or article, as the reader has it. */
export type RecordEdit = ClaimEdit | ArticleEdit;

/** What was done in one step, for the list of changes. `other`: into whom it was merged, or who was split off. */
export interface Deed {
  readonly did: 'edited' | 'noted' | 'merged' | 'split' | 'deleted' | 'added' | 'reset';
  readonly kind: 'claim' | 'article' | 'actor' | 'outlet' | 'event';
  readonly id: QualifiedId;
  /** A name or the words of a claim, as it was called then. */
  readonly name: string;
  readonly other?: string;
}

/** A step as it is listed. `at` in ms. */
export interface DeedView extends Deed {
  readonly number: number;
  readonly at: number;
  readonly undone: boolean;
}

/** A field that the reader changed, in a word, and what the pack says there; '' where it says nothing. */
export interface Edited {
  readonly field: string;
  readonly pack: string;
}

/** What of an outlet can be edited beside its names. All but the family must be known. */
export interface OutletDraft {
  /** As {@link DOMAIN} of actor.ts says. */
  readonly domains: readonly string[];
  /** BCP 47. */
  readonly languages: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** '' for none. */
  readonly family: string;
  readonly agency: boolean;
}

/** What of an actor, outlet or event can be edited, as a form holds it. */
export interface SubjectDraft {
  readonly name: string;
  /** Other ways of writing the name. */
  readonly names: readonly string[];
  /** Persons only. */
  readonly surnames: readonly string[];
  readonly description: string;
  /** Events only: the reader's own account, '' for none. */
  readonly date: string;
  /** Outlets only, and always there for them. */
  readonly outlet?: OutletDraft;
}

/** The clocks that a reader sets by hand; the others say what pages and machines said. */
export const SET_CLOCKS = ['said', 'reported', 'published', 'event'] as const;

/** Whom and what a record is about, as a form holds it; the speaker of a claim is not among them. */
interface AboutDraft {
  readonly actors: readonly QualifiedId[];
  readonly events: readonly QualifiedId[];
}

/** What of a claim can be edited, as a form holds it. */
export interface ClaimDraft extends AboutDraft {
  readonly text: string;
  readonly quote: string;
  /** `id` where a tracked actor says it; the name alone where nobody tracks it; '' for nobody. */
  readonly speaker: { readonly id: QualifiedId | null; readonly name: string };
  readonly outlet: QualifiedId | null;
  /** EDTF; '' for unknown. */
  readonly clocks: Readonly<Record<(typeof SET_CLOCKS)[number], string>>;
}

/** Claims that one split moves at most: each is a change of its own, which is looked through in memory while the library is searched. */
export const MOST_SPLIT = 5_000;

/** What of an article can be edited, as a form holds it. */
export interface ArticleDraft extends AboutDraft {
  readonly title: string;
  readonly outlet: QualifiedId | null;
  /** An http(s) address; '' for none. */
  readonly url: string;
  /** EDTF; '' for unknown. */
  readonly published: string;
}
