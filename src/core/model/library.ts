/**
 * What the library page asks of everything that is kept, and what it is answered: names resolved, lists sorted and cut, nothing
 * left to look up. Shapes only.
 */
import type { Evidence } from './claim';
import type { Edited } from './edit';
import type { QualifiedId } from './ids';
import type { Verdict } from './page-claim';
import type { ArticleRef, ClaimView, PackRef, SubjectRef, SubjectView } from './view';

/** What is listed at a time. `actor`: persons, organisations and places; outlets have a list of their own. */
export const LIBRARY_KINDS = ['claim', 'actor', 'event', 'outlet', 'article'] as const;
export type LibraryKind = (typeof LIBRARY_KINDS)[number];

/**
 * Which claims: `shown` stand as they are, neither withdrawn nor superseded nor dismissed; `superseded`: another claim took their
 * place; `kept` and `dismissed`: what the reader decided about a claim of a page. Without one: all but the dismissed.
 */
export const LIBRARY_STATUSES = ['shown', 'withdrawn', 'superseded', 'kept', 'dismissed'] as const;
export type LibraryStatus = (typeof LIBRARY_STATUSES)[number];

/**
 * `best`: by how well the words fit, then the newest; without words as `newest`, and subjects by name. `newest` and `oldest`: by
 * the date that leads, the undated last either way; subjects as `name`. `name`: subjects by name, claims and articles as
 * `newest`.
 */
export const LIBRARY_SORTS = ['best', 'newest', 'oldest', 'name'] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

/** Most rows of one answer. */
export const MOST_ROWS = 200;

/** All conditions hold at once. Those that a kind does not know are passed over: only claims and articles have any but `text`. */
export interface LibraryQuery {
  readonly kind: LibraryKind;
  /**
   * What was typed: every word must be found, each as the beginning of a word, without regard to capitals and accents. A claim
   * is found by its own words and by the names of whom it names, who said and who carried it; a subject by its names.
   */
  readonly text: string;
  /** Carried by this outlet, or by way of it. */
  readonly outlet?: QualifiedId;
  /** Said by this actor, or about it. */
  readonly actor?: QualifiedId;
  readonly event?: QualifiedId;
  /** Any of the three: what the card of this subject counts. */
  readonly subject?: QualifiedId;
  /** Claims only. */
  readonly status?: LibraryStatus;
  /** First and last day, `YYYY-MM-DD`, of the date that leads (its first day, where it is longer); leaves out the undated. */
  readonly from?: string;
  readonly to?: string;
  readonly sort: LibrarySort;
  readonly offset: number;
  /** At most {@link MOST_ROWS}. */
  readonly limit: number;
}

export interface LibraryPage {
  /** How many there are over all pages. */
  readonly total: number;
  /** False where there may be more than were counted. */
  readonly exact: boolean;
  readonly rows: readonly LibraryRow[];
  /** How much of what is kept can be found by now, in records; null once everything can. */
  readonly indexing: { readonly done: number; readonly total: number } | null;
}

/** Told apart by `kind`: `claim`, `article`, or what a subject is. */
export type LibraryRow = ClaimRow | SubjectRow | ArticleRow;

export interface ClaimRow extends ClaimView {
  readonly kind: 'claim';
  /** Another claim took its place. */
  readonly superseded: boolean;
  /** What the reader decided about it; null for claims of packs. */
  readonly verdict: Verdict | null;
  /** Null for what was read on pages and what feeds brought. */
  readonly pack: PackRef | null;
}

export interface SubjectRow extends SubjectRef {
  /** What tells it from others of its name, such as an office. */
  readonly about?: string;
  /** Claims that concern it. */
  readonly claims: number;
  /** Null for the reader's own. */
  readonly pack: PackRef | null;
}

export interface ArticleRow extends ArticleRef {
  readonly kind: 'article';
  readonly id: QualifiedId;
  /** `read`: remembered, or kept with a claim of it; `written`: by the reader's own hand; `feed`: a feed brought it. */
  readonly from: 'pack' | 'read' | 'written' | 'feed';
  readonly pack: PackRef | null;
  /** Absent where the reader changed nothing of it. */
  readonly edited?: readonly Edited[];
}

/** A source that a pack names for a fact. */
export interface SourceRef {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
}

/** Everything that is kept of one record. Told apart by `kind`. */
export type LibraryDetail = ClaimDetail | SubjectDetail | ArticleDetail;

/** The reader's own note on any record; '' for none. */
interface Noted {
  readonly note: string;
}

/** A claim's own page: its clocks are in `row`. */
export interface ClaimDetail extends Noted {
  readonly kind: 'claim';
  readonly row: ClaimRow;
  /** Whom and what it is about, the speaker not among them. */
  readonly actors: readonly SubjectRef[];
  readonly evidence: Evidence | null;
  readonly sources: readonly SourceRef[];
  /** The claim with all that it took the place of and all that took its place, the oldest first; it alone where there are none. */
  readonly chain: readonly ClaimRow[];
}

/** A subject's own page. The claims beyond the newest few: `library/search` by `subject`. */
export interface SubjectDetail extends Noted {
  readonly kind: 'subject';
  readonly view: SubjectView;
  /** Every way of writing its name that counts, each once. */
  readonly names: readonly string[];
  readonly surnames: readonly string[];
  /** Outlets only. */
  readonly domains: readonly string[];
  readonly sources: readonly SourceRef[];
  readonly pack: PackRef | null;
  /** Events only: the reader's own account of the date, '' for none. */
  readonly ownDate: string;
  /** Those that the reader merged into it. */
  readonly merged: readonly SubjectRef[];
}

/** An article's own page. */
export interface ArticleDetail extends Noted {
  readonly kind: 'article';
  readonly row: ArticleRow;
  readonly lang: string | null;
  readonly actors: readonly SubjectRef[];
  readonly events: readonly SubjectRef[];
  readonly sources: readonly SourceRef[];
}
