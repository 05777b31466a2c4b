/** What the pages *Sources* and *Ledger* draw. Shapes only. */

import type { QualifiedId } from './ids';
import type { KeepMonths } from './keeping';

/** A feed that the reader chose. Times are milliseconds since 1970. */
export interface FeedView {
  readonly url: string;
  /** Its host in letters and, where that differs, as it goes over the wire. */
  readonly host: string;
  readonly title: string;
  /** Its outlet's name, where a pack knows it. */
  readonly outlet: string | null;
  /** Articles that it brought and that are kept. */
  readonly articles: number;
  /** When it last answered with a feed; null where it never did. */
  readonly okAt: number | null;
  readonly nextAt: number;
  /** Why the last try failed, for the reader. */
  readonly fault: string | null;
  /** The match pattern whose permission it needs, and whether that is granted now. */
  readonly pattern: string;
  readonly allowed: boolean;
}

/** An outlet of a pack that says where its feed is. */
export interface FeedOffer {
  readonly outlet: QualifiedId;
  readonly name: string;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly url: string;
  readonly host: string;
  readonly pattern: string;
}

export interface SourcesView {
  readonly feeds: readonly FeedView[];
  /** Those not chosen yet, by name. */
  readonly offers: readonly FeedOffer[];
  /** Months for which what they bring is kept, null for good; and how many articles there are. */
  readonly keep: { readonly months: KeepMonths; readonly articles: number };
}

export interface RequestView {
  readonly at: number;
  readonly host: string;
  readonly path: string;
  readonly why: string;
  /** Null while it is under way, or where the worker was stopped in the middle. */
  readonly bytes: number | null;
  readonly outcome: string | null;
}

export interface LedgerView {
  /** Ever sent. */
  readonly total: number;
  /** The newest of them, newest first. */
  readonly requests: readonly RequestView[];
}
