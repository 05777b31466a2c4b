/**
 * The rows of the fact store and what they mean. Shapes only; migrations/ says which of their fields are keys.
 *
 *     meta        active: which generation of each pack is shown (the one pointer that an import flips)
 *     generations one row per import ever begun and not yet cleaned away
 *     subjects    actors, outlets and events, by [generation, id]
 *     articles    by [generation, id]
 *     claimPages  what concerns a subject, newest first, cut into pages: [subject, order, generation, part]
 *     articlePages the articles about an event, the same way
 *     tallies     what a subject's claims come to, by [subject, generation]
 *     derived     what can be made again at any time: the packed gazetteer
 *     judgements, ownClaims, ownArticles   what the reader kept, dismissed and remembered (own-claims.ts): no import touches it
 *
 * Rows of a generation that `active` does not name are never shown: an import that was cut off, or a replaced pack.
 */
import type { Actor, Outlet } from '@/core/model/actor';
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import type { PackInfo } from '@/core/pack/parse';

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

/**
 * A run of items about one subject, from one pack, newest first. `order` is {@link orderOf} of the newest;
 * `part` tells pages apart that begin on the same day.
 */
export interface Page<Item> {
  readonly subject: QualifiedId;
  readonly order: string;
  readonly generation: number;
  readonly part: number;
  readonly items: readonly Item[];
}

export type ClaimPage = Page<Claim>;
export type ArticlePage = Page<Article>;

/** All claims of one pack about a subject, counted once at import; `outlets` are the distinct ones that carried them. */
export interface Tally {
  readonly subject: QualifiedId;
  readonly generation: number;
  readonly claims: number;
  readonly outlets: readonly QualifiedId[];
}

/** A pack whose facts are shown. `builtIn`: part of the extension, so its subjects may be painted openly. */
export interface ActivePack {
  readonly generation: number;
  readonly builtIn: boolean;
  readonly info: PackInfo;
  readonly counts: { readonly actors: number; readonly events: number; readonly claims: number };
}

export type MetaRow =
  | { readonly key: 'active'; readonly packs: Readonly<Record<string, ActivePack>> }
  /** The extension's release whose starter packs are all installed. */
  | { readonly key: 'starter'; readonly release: string };

export interface GenerationRow {
  readonly number?: number;
  readonly pack: string;
}

/** The packed gazetteer as a Blob: a Blob of 20 MB loads faster than the same as an ArrayBuffer. */
export interface GazetteerRow {
  readonly key: 'gazetteer';
  readonly revision: string;
  readonly names: number;
  readonly blob: Blob;
}
