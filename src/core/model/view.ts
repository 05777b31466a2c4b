/**
 * What the background answers and the UI draws: names resolved, lists sorted and cut, nothing left to look up.
 * Shapes only.
 */
import type { Difference, Side } from '../coverage/disagreement';
import type { AccountOrigin, OriginReport } from '../coverage/origins';
import type { Timeline } from '../coverage/timeline';
import type { Office, SubjectKind } from './actor';
import type { Claim, ClaimStatus, Clock, ClockValue } from './claim';
import type { Correction } from './correction';
import type { Edited } from './edit';
import type { Edtf } from './edtf';
import type { DateAccount } from './event';
import type { QualifiedId } from './ids';
import type { Verdict } from './page-claim';
import type { Paint } from './painting';

/** A subject by name. `id` is null for a name that nobody tracks. */
export interface NameRef {
  readonly id: QualifiedId | null;
  readonly name: string;
}

export interface SubjectRef {
  readonly id: QualifiedId;
  readonly name: string;
  readonly kind: SubjectKind;
}

export interface ArticleRef {
  readonly title: string;
  readonly outlet: NameRef | null;
  readonly published: Edtf | null;
  readonly url: string | null;
}

/** A subject found by a part of its name. `about`: what tells it from others of its name, such as an office. */
export interface FoundSubject extends SubjectRef {
  readonly about?: string;
}

/** Who bears a name already, and whether the name alone counts for it. */
export interface NameBearer extends SubjectRef {
  readonly form: 'full' | 'surname' | 'weak';
}

/** A correction as it is listed: `subject` null where it names nobody, or somebody no longer tracked. */
export interface CorrectionView extends Correction {
  readonly subject: SubjectRef | null;
}

/** A pack that names can be drawn of; `paint` is what happens without a choice of the reader's. */
export interface PackPaint {
  readonly id: string;
  readonly title: string;
  readonly paint: Paint;
}

/** What is new of an actor or event; `since`: the reader's day when it was last opened, `YYYY-MM-DD`. */
export interface News {
  readonly count: number;
  readonly since: Edtf;
}

/** What the reader wants told of news, and how much is remembered for it. */
export interface NewsChoices {
  /** New coverage of the page is counted on the toolbar button. */
  readonly badge: boolean;
  /** Only names with something new are marked, and discreetly. */
  readonly onlyNew: boolean;
  /** Actors and events of which it is known when they were opened. */
  readonly opened: number;
}

/** A claim with every name resolved. */
export interface ClaimView {
  readonly id: QualifiedId;
  readonly text: string;
  readonly quote?: string;
  readonly speaker: NameRef | null;
  readonly outlet: NameRef | null;
  readonly via: readonly NameRef[];
  readonly clocks: Claim['clocks'];
  /** The clock that dates it in a list, and its value; null where every clock is unknown. */
  readonly leading: { readonly clock: Clock; readonly value: ClockValue } | null;
  readonly status: ClaimStatus;
  readonly hedged: boolean;
  readonly events: readonly SubjectRef[];
  readonly readIn: ArticleRef | null;
  /** New since the reader last opened whose list it stands in. */
  readonly isNew?: boolean;
  /** http(s) link to the sentence in its source, with a text fragment where the wording is known; null where there is none. */
  readonly link: string | null;
  /** Absent where the reader changed nothing of it. */
  readonly edited?: readonly Edited[];
}

/** A claim read off the page that is shown, and what the reader decided about it. */
export interface PageClaimView extends ClaimView {
  readonly verdict: Verdict | null;
  /** The page itself carries it, and names no other outlet for it. */
  readonly own: boolean;
}

/** What a page claims, as far as it is read. */
export type PageClaims =
  | { readonly status: 'reading' }
  /** The page holds no story. */
  | { readonly status: 'none' }
  /** `problem`: a sentence for the reader. */
  | { readonly status: 'failed'; readonly problem: string }
  /**
   * In the order of the text. `canKeep` is false in private windows, where nothing is kept. `readTo`: characters of the page's text
   * that were read, where it holds more; absent where all of it was.
   */
  | { readonly status: 'ready'; readonly claims: readonly PageClaimView[]; readonly canKeep: boolean; readonly readTo?: number };

export interface OfficeView extends Omit<Office, 'of' | 'sources'> {
  readonly of: SubjectRef | null;
}

/** A pack from which what is shown was taken. */
export interface PackRef {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
}

/** A pack as the library lists it. */
export interface PackEntry extends PackRef {
  readonly builtIn: boolean;
  readonly licence: string;
  readonly counts: { readonly actors: number; readonly events: number; readonly claims: number };
  /** When the reader last changed it, in ms, where that can be taken back; `revision`: what it was then, null for not there. */
  readonly undo: { readonly at: number; readonly revision: number | null } | null;
}

export interface PackList {
  readonly shown: readonly PackEntry[];
  /** Removed, and still to be had back. `at` in ms. */
  readonly removed: readonly { readonly id: string; readonly at: number }[];
}

/** The card of an actor or an event. */
export interface SubjectView extends SubjectRef {
  readonly description?: string;
  /** Newest first; the first without `to` is the office held. */
  readonly offices: readonly OfficeView[];
  /** Outlets only. */
  readonly outlet?: { readonly country: string; readonly languages: readonly string[]; readonly family?: string; readonly agency: boolean };
  /** Events only: every account of its date. */
  readonly dates: readonly DateAccount[];
  readonly place: SubjectRef | null;
  readonly participants: readonly SubjectRef[];
  /** The newest claims about it, newest first, at most {@link CARD_CLAIMS}. */
  readonly claims: readonly ClaimView[];
  /** Over all its claims, not only the ones listed. */
  readonly totals: { readonly claims: number; readonly outlets: number };
  /** Since the reader last opened it; absent on the first visit and where nothing is. */
  readonly news?: News;
  /** Events only: who of those that carried it leans on whom. */
  readonly origins?: OriginReport;
  readonly packs: readonly PackRef[];
  /** Absent where the reader changed nothing of it. */
  readonly edited?: readonly Edited[];
}

/** A card is read at a glance: about what fits a screen of 600 px without scrolling twice. */
export const CARD_CLAIMS = 8;

/** What the content script knows of its page. */
export interface PageState {
  readonly status: 'reading' | 'ready' | 'off' | 'paused' | 'failed';
  /** For `failed`: what happened, for the reader. */
  readonly problem?: string;
  /** The address when this was asked: a single-page application changes it. */
  readonly url: string;
  /** How often each subject is named on the page, most often first. */
  readonly subjects: readonly { readonly id: QualifiedId; readonly kind: SubjectKind; readonly count: number }[];
}

/** Two places of a page that say different things about its dates; shown to the reader, never settled silently. */
export interface DateDisagreement {
  /** `published`: two dates of publication; `order`: modified before it was published; `future`: a date still to come. */
  readonly about: 'published' | 'order' | 'future';
  /** The dates at odds, the trusted one first; for `order` the publication, then the modification. */
  readonly values: readonly { readonly value: string; readonly basis: string }[];
}

/** A title that a page gives its article, and where. */
export interface TitleAccount {
  readonly value: string;
  readonly basis: string;
}

/** What a page says of itself, each value with the place it was read from. */
export interface PageArticle {
  readonly title: string | null;
  readonly url: string;
  readonly host: string;
  readonly publisherName: string | null;
  readonly published: { readonly value: string; readonly basis: string } | null;
  readonly modified: { readonly value: string; readonly basis: string } | null;
  readonly lang: string | null;
  /** Absent where the page itself was not read: its address and title are all that is known then. */
  readonly disagreements?: readonly DateDisagreement[];
  /** Titles of another story than `title` that the page gives elsewhere; absent as above. */
  readonly titles?: readonly TitleAccount[];
  /** Addresses of the feeds that the page names; absent as above. */
  readonly feeds?: readonly string[];
}

/** One side of a difference, with where it can be read; null where that is not known, or is the page in hand. */
export interface SideView extends Side {
  readonly link: string | null;
}

export interface DifferenceView extends Difference {
  readonly sides: readonly [SideView, SideView];
}

/** One other outlet's account of an event. */
export interface CoverageItem {
  readonly outlet: NameRef;
  readonly via: readonly NameRef[];
  readonly text: string;
  readonly leading: ClaimView['leading'];
  /** As of a claim; an article that a pack lists is `curated`, not hedged, and stands for itself. */
  readonly status: ClaimStatus;
  readonly hedged: boolean;
  readonly readIn: ArticleRef | null;
  readonly link: string | null;
}

/** `items` may be none: then the group is there for what differs. */
export interface CoverageGroup {
  readonly event: SubjectRef;
  readonly dates: readonly DateAccount[];
  readonly place: SubjectRef | null;
  readonly items: readonly CoverageItem[];
  readonly news?: News;
  /** Who of the whole group leans on whom; absent where only some of its items are listed. */
  readonly origins?: OriginReport;
  /** What the page in hand leans on in what it tells of the event; absent where it tells nothing of it. */
  readonly here?: AccountOrigin;
  /** Where accounts of the event differ, the page's own among them, side by side. */
  readonly differs?: readonly DifferenceView[];
}

/** Claims on one axis of days. `claims` the newest first, each at most once on the axis; `total` where they were cut. */
export interface TimelineView {
  readonly timeline: Timeline;
  readonly claims: readonly ClaimView[];
  readonly total: number;
}

/** What is like the page without being of a tracked event that it tells of. */
export interface RelatedView {
  /** Claims about the page's subjects that several outlets carry in like words, the newest first. */
  readonly claims: readonly SameClaimView[];
  /** Articles of other outlets that are like the page in words and names, the likest first; those under its events are left out. */
  readonly alike: readonly CoverageItem[];
  readonly origins?: OriginReport;
}

/** One claim in several outlets' words. */
export interface SameClaimView extends Pick<CoverageGroup, 'items' | 'origins'> {
  readonly text: string;
}

/** The popup's answer for one page. */
export interface PageFacts {
  /** The outlet whose domain the page is on, if it is known. */
  readonly outlet: SubjectRef | null;
  /** `office`: the one held, and the last day for which its pack vouches. */
  readonly subjects: readonly (SubjectRef & {
    readonly count: number;
    readonly office?: { readonly title: string; readonly asOf: Edtf };
    readonly news?: News;
  })[];
  readonly coverage: readonly CoverageGroup[];
  readonly claims: readonly ClaimView[];
  /** How many claims there are where `claims` was cut, counted over the newest 500 of each subject. */
  readonly claimsTotal: number;
}

/** Remembering what is read: whether the reader wants it, and how many articles are remembered. */
export interface Remembering {
  readonly on: boolean;
  readonly articles: number;
}

/** The state of the extension as a whole, for the popup's foot and its faults. */
export interface Health {
  readonly packs: readonly (PackRef & { readonly counts: { readonly actors: number; readonly events: number; readonly claims: number } })[];
  /** Sentences for the reader: a pack that failed its schema, a store that could not be opened. */
  readonly faults: readonly string[];
  /** Requests sent to the network since install: the ledger line. */
  readonly requests: number;
}
