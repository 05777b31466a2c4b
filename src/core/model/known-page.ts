/**
 * What is kept of a page so that the popup over it opens with something in it: what is in sight there at first, worked out when the page
 * was read or last shown. Shapes only; never facts themselves, which are asked for anew each time.
 */
import type { PageArticle, SubjectRef } from './view';

/** The first few of some names, and how many there are. */
export interface SomeNames {
  readonly first: readonly string[];
  readonly total: number;
}

/** A page in a few lines and counts, as the popup draws it before its lists. */
export interface Sight {
  readonly outlet: SubjectRef | null;
  readonly subjects: SomeNames;
  /** Other outlets that report its events, and those events. */
  readonly outlets: number;
  readonly events: SomeNames;
  /** Events whose accounts differ. */
  readonly differing: SomeNames;
  /** Actors and events with something new since the reader opened them; null where nothing is. */
  readonly fresh: (SomeNames & { readonly news: number; readonly eventsOnly: boolean }) | null;
  /** What the tabs list; 0 is not known, or none. */
  readonly counts: {
    readonly article: number;
    readonly coverage: number;
    readonly differs: number;
    readonly timeline: number;
  };
}

export interface KnownPage {
  /** The tab's address to the letter: the sight is of this page and no other. */
  readonly url: string;
  /** The host under which the site is switched. */
  readonly host: string;
  readonly article: PageArticle;
  readonly sight: Sight;
}
