/** An import as the library page shows it, whatever store it goes into. Shapes only. */

export interface Progress {
  readonly phase: 'reading' | 'arranging';
  readonly bytes: number;
  readonly size: number;
  readonly records: number;
  /** From 0 to 1. */
  readonly done: number;
}

type Counts = Readonly<Record<'actors' | 'outlets' | 'events' | 'articles' | 'claims', number>>;

export interface ChangeView {
  readonly list: keyof Counts;
  readonly id: string;
  /** Lines of the pack, as its file holds them. */
  readonly before?: string;
  readonly now?: string;
}

export interface StagedView {
  readonly info: { readonly id: string; readonly title: string; readonly revision: number; readonly licence: string };
  /** Null where the pack is new. */
  readonly shownRevision: number | null;
  readonly counts: Counts;
  readonly changes: {
    readonly added: Counts;
    readonly changed: Counts;
    readonly withdrawn: Counts;
    readonly samples: readonly ChangeView[];
  };
}
