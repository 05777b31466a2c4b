/**
 * The rows of the fact store and what they mean. Shapes only; migrations/ says which of their fields are keys.
 *
 *     meta         active: which generation of each pack is shown (the one pointer that an import flips)
 *                  undo:<pack>: what was shown before, until it is kept no longer
 *                  restored: what the background has still to do after a backup was put in (backup.ts)
 *                  set-aside: what a restored backup took the place of, its rows in the table setAside (backup.ts)
 *     generations  one row per import ever begun and not yet cleaned away
 *     subjects     actors, outlets and events, by [generation, id]
 *     articles     by [generation, id]
 *     claimBlocks  the claims of a generation as lines, in the order of the file: [generation, first]
 *     claimIds     which claim an id is, sorted by the id's hash: [generation, first]
 *     claimPages   which claims concern a subject, newest first, the newest with their lines: [subject, order, generation, part]
 *     articlePages the articles about an event, newest first, whole
 *     derived      what can be made again at any time: the packed gazetteer
 *     judgements, ownClaims, ownArticles   what the reader kept, dismissed and remembered (own-claims.ts): no import touches it
 *     feeds, feedArticles, feedClaims   the feeds that the reader chose and what they brought (feeds.ts)
 *     requests     the ledger (requests.ts); feedState: its count, and the day's budget of requests
 *     coverageSegments, coverageLoose, coverageGone, coverageStates   the index of related coverage (coverage-index.ts)
 *     subscriptions, packParts   the packs that the reader subscribed to, and the files that they are made of (subscriptions.ts)
 *     searchStates, searchHeads, searchRuns, searchKeys   the index of search (search-rows.ts)
 *     corrections, ownActors, choices   the reader's overlay (overlay.ts): no import touches it
 *     subjectEdits, recordEdits, ownEvents, deeds   what the reader changed of facts, and in which steps (tended.ts, deeds.ts): no import touches it
 *
 * Rows of a generation that `active` does not name are never shown: an import that was cut off, or a replaced pack.
 */
import type { Actor, Outlet } from '@/core/model/actor';
import type { Article } from '@/core/model/article';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import type { DiscreetLines, Paint } from '@/core/model/painting';
import type { ClaimIndex } from '@/core/pack/claim-index';
import type { PackInfo } from '@/core/pack/parse';
import type { SetAsideHead } from './backup';

/** A tracked actor, outlet or event. `kind` stands outside because an event's own `kind` is the kind of event. */
export type Subject =
  | { readonly kind: 'person' | 'organisation' | 'place'; readonly record: Actor }
  | { readonly kind: 'outlet'; readonly record: Outlet }
  | { readonly kind: 'event'; readonly record: NewsEvent };

export type SubjectRow = Subject & { readonly generation: number; readonly id: QualifiedId };

export interface ArticleRow {
  readonly generation: number;
  readonly id: QualifiedId;
  readonly record: Article;
}

/** {@link BLOCK_CLAIMS} claims one after the other; `first` is the place of the first among the claims of its file, from 0. */
export interface ClaimBlock {
  readonly generation: number;
  readonly first: number;
  /** Lines as core/pack/claim-text.ts writes them; null where a claim stood in the file already, word for word. */
  readonly lines: readonly (string | null)[];
}

/** A run of a generation's {@link ClaimIndex}; `first` is its first hash. */
export interface ClaimIdRun extends ClaimIndex {
  readonly generation: number;
  readonly first: number;
}

/**
 * What the pages of one subject have in common. `order` is that of the newest item (pages.ts); `part` tells pages apart that
 * begin on the same day.
 */
interface PageKeyed {
  readonly subject: QualifiedId;
  readonly order: number;
  readonly generation: number;
  readonly part: number;
}

/** A run of the claims about one subject, from one pack, newest first; the lists belong together by position. */
export interface ClaimPage extends PageKeyed {
  readonly orders: Uint32Array;
  /** Places among the claims of the file. */
  readonly ordinals: Uint32Array;
  /** 1 where the claim is about the subject or the subject says it; 0 where it only carried it. */
  readonly about: Uint8Array;
  /** The newest claims themselves, on a subject's first page only. */
  readonly lines?: readonly string[];
  /** All claims of the pack about the subject, counted once at import, on its first page only. `outlets`: those that carried them. */
  readonly tally?: { readonly claims: number; readonly outlets: readonly QualifiedId[] };
}

/** A run of the articles about one event, from one pack, newest first. */
export interface ArticlePage extends PageKeyed {
  readonly items: readonly Article[];
}

/** How many records of each list a pack holds. */
export interface PackCounts {
  readonly actors: number;
  readonly outlets: number;
  readonly events: number;
  readonly articles: number;
  readonly claims: number;
}

/** A pack whose facts are shown. `builtIn`: part of the extension, so its subjects may be painted openly. */
export interface ActivePack {
  readonly generation: number;
  readonly builtIn: boolean;
  readonly info: PackInfo;
  readonly counts: PackCounts;
  /** The packs of all that its claims concern; left out where they are many, and of generations made before this was kept. */
  readonly refers?: readonly string[];
}

/** What a pack was before the reader changed it: `before` is null where it was not there. `at` in ms. */
export interface UndoRow {
  readonly key: `undo:${string}`;
  readonly before: ActivePack | null;
  readonly at: number;
}

export type MetaRow =
  | { readonly key: 'active'; readonly packs: Readonly<Record<string, ActivePack>> }
  /** The extension's release whose starter packs are all installed. */
  | { readonly key: 'starter'; readonly release: string }
  /** Goes up with every change of an own actor or event, and of what the reader edited of a subject. */
  | { readonly key: 'own-names'; readonly revision: number }
  /** Goes up with every change of a record that no pack brought (live-records.ts). */
  | { readonly key: 'live-records'; readonly revision: number }
  | SetAsideHead
  /** A backup was put in: the settings that it held, and that derived facts must be made again, until the background has done so. */
  | { readonly key: 'restored'; readonly settings: unknown }
  /** Safety copies are made of this database, which is not one that the browser began anew; `as`: what tells them from another's. */
  | { readonly key: 'copied'; readonly as: string }
  /** The browser had emptied the database, and a safety copy was put in; in ms, when, and of when the copy was. */
  | { readonly key: 'mended'; readonly at: number; readonly copiedAt: number }
  | UndoRow;

/** How names are drawn: `pack:<id>` or `subject:<id>` with a paint, `lines` with when discreet lines are. */
export interface ChoiceRow {
  readonly key: string;
  readonly value: Paint | DiscreetLines;
}

export interface GenerationRow {
  readonly number?: number;
  readonly pack: string;
  /** The name of a lock that is held for as long as the import lives. */
  readonly lock: string;
}

/** What a gazetteer was built of: which names are others by now is told by it. */
export interface GazetteerBasis {
  readonly release: string;
  /** Generations by pack. */
  readonly packs: Readonly<Record<string, number>>;
  /** The reader's own subjects and those that the reader changed, and a hash of the names of each; 0 where it gave none. */
  readonly tended: Readonly<Record<QualifiedId, number>>;
}

/** The packed gazetteer as a Blob: a Blob of 20 MB loads faster than the same as an ArrayBuffer. */
export interface GazetteerRow {
  readonly key: 'gazetteer';
  readonly revision: string;
  readonly names: number;
  readonly blob: Blob;
  /** What a change of it begins with. In the same row, because neither is of use with another's. */
  readonly change?: { readonly basis: GazetteerBasis; readonly workings: Blob };
}
