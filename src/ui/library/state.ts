/** What the library page shows and what can be done there. Shapes only. */
import type { SubjectKind } from '@/core/model/actor';
import type { ArticleDraft, ClaimDraft, DeedView, SubjectDraft } from '@/core/model/edit';
import type { LibraryDetail, LibraryKind, LibraryPage, LibraryRow, LibrarySort, LibraryStatus, SubjectRow } from '@/core/model/library';
import type { SubscriptionView } from '@/core/model/subscription-view';
import type { NameRef, PackList, SubjectRef } from '@/core/model/view';
import type { Progress, StagedView } from './import-view';
import type { Place } from './place';

export interface ImportState {
  readonly id: number;
  /** The file's name. */
  readonly name: string;
  readonly state:
    | { readonly kind: 'waiting' }
    /** `left` in ms; null while nothing can be said. */
    | { readonly kind: 'reading'; readonly progress: Progress; readonly left: number | null }
    /** A table: what each of its columns is, is for the reader to say. */
    | {
        readonly kind: 'table';
        readonly columns: readonly string[];
        readonly rows: readonly (readonly string[])[];
        readonly proposed: Readonly<Record<TableKind, readonly (string | null)[]>>;
      }
    | { readonly kind: 'staged'; readonly staged: StagedView; readonly warnings: readonly string[]; readonly warned: number }
    | { readonly kind: 'applying' }
    | { readonly kind: 'applied'; readonly pack: string }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'refused'; readonly sentences: readonly string[] };
}

export type TableKind = 'actors' | 'claims';

export interface ColumnChoice {
  readonly kind: TableKind;
  /** For each column a field's name, or null to leave it out. */
  readonly mapping: readonly (string | null)[];
  /** BCP 47: decides what 01/02/2025 is. */
  readonly language?: string;
}

/** What a pack is written as: itself, or its claims for other programs. */
export type ExportForm = 'pack' | 'folder' | 'csv' | 'markdown' | 'web-annotation' | 'schema-claim' | 'csl-json';

/** The section Packs. */
export interface ImportsState {
  /** The latest first. */
  readonly imports: readonly ImportState[];
  /** Null until known. */
  readonly packs: PackList | null;
}

/** What a list is narrowed down to; '' and null for no matter what. */
export interface ListQuery {
  readonly text: string;
  readonly status: LibraryStatus | '';
  readonly outlet: NameRef | null;
  readonly actor: NameRef | null;
  readonly event: NameRef | null;
  /** Whatever concerns it. */
  readonly subject: NameRef | null;
  readonly from: string;
  readonly to: string;
  readonly sort: LibrarySort;
}

export interface ListState {
  readonly query: ListQuery;
  /** Null until known. */
  readonly total: number | null;
  readonly exact: boolean;
  readonly indexing: LibraryPage['indexing'];
  /** Those that are here, by their place in the list. */
  readonly rows: ReadonlyMap<number, LibraryRow>;
  /** What is shown answers an older question; the answer to the newest is on its way. */
  readonly busy: boolean;
  /** The row at which the reader was. */
  readonly from: number;
  /** Another one for each new question answered: the list begins at its top again. */
  readonly key: number;
}

/** Lists by name: one of each kind, and `split`, the claims of a subject that is to be split. */
export type ListName = LibraryKind | 'split';

/** The lists of records, each once it was looked at. */
export interface ListsState {
  readonly lists: Readonly<Partial<Record<ListName, ListState>>>;
}

/** The record that is looked at, and what was changed. */
export interface RecordsState {
  /** Null where a list is looked at. */
  readonly record: { readonly id: string; readonly detail: LibraryDetail | null; readonly fault: string | null } | null;
  /** The record that was looked at before the list: its row has the focus when the reader comes back. */
  readonly left: string | null;
  /** What was just done, as a sentence, and the step to take it back by; `undone`: it was taken back, and can be done again by it. */
  readonly done: { readonly what: string; readonly number: number; readonly undone: boolean } | null;
  /** The latest first; null until known. */
  readonly deeds: readonly DeedView[] | null;
}

/** The section Outlets, beside its list. */
export interface OutletsState {
  /** How many feeds are followed; null until known. */
  readonly feeds: number | null;
}

/** The section Storage. */
export interface StorageState {
  /** In bytes; `quota` null where the browser names none. Null until known, and where the browser does not say. */
  readonly room: { readonly used: number; readonly quota: number | null } | null;
  /** How much there is of each kind; null until known. */
  readonly holdings: readonly { readonly what: string; readonly count: number }[] | null;
  /** Whether the browser keeps it also where the disk runs full; null where it does not say. */
  readonly persisted: boolean | null;
  /** Everything was deleted just now. */
  readonly erased: boolean;
}

/** The packs that come by subscription, in the section Packs. */
export interface SubscriptionsState {
  /** Null until known. */
  readonly subscriptions: readonly SubscriptionView[] | null;
}

/** Backups, in the section Storage. */
export interface BackupState {
  readonly backup:
    | { readonly kind: 'none' | 'writing' | 'waiting' | 'restoring' }
    /** `brought`: what was here before it was brought back. */
    | { readonly kind: 'restored'; readonly brought: boolean }
    | { readonly kind: 'reading'; readonly progress: Progress }
    /** `rows` by table. */
    | {
        readonly kind: 'read';
        readonly summary: {
          readonly rows: Readonly<Record<string, number | undefined>>;
          readonly packs: readonly { readonly id: string; readonly title: string; readonly revision: number; readonly claims: number }[];
        };
      }
    | { readonly kind: 'refused'; readonly sentences: readonly string[] };
  /** What the last restore took the place of; null where nothing is kept. `at` in ms; `again`: it is what was restored itself. */
  readonly aside: { readonly at: number; readonly again: boolean } | null;
  /** When the safety copy was made that could not be put in, in ms; null where none waits. */
  readonly waiting: number | null;
}

/** Settings that travel, in the section Storage. */
export interface TravelState {
  /** Null until known. */
  readonly travel: { readonly on: boolean; readonly fault: string | null } | null;
}

/** What all sections show, each its own part. */
export interface LibraryState
  extends ImportsState,
    SubscriptionsState,
    ListsState,
    RecordsState,
    OutletsState,
    StorageState,
    BackupState,
    TravelState {
  readonly place: Place;
  /** A fault of the last thing asked, as a sentence. */
  readonly problem: string | null;
}

export interface ImportsCallbacks {
  files(list: readonly File[]): void;
  table(id: number, choice: ColumnChoice): void;
  apply(id: number): void;
  cancel(id: number): void;
  /** Takes a finished import off the page. */
  dismiss(id: number): void;
  undo(pack: string): void;
  remove(pack: string): void;
  save(pack: string, form: ExportForm): void;
}

export interface SubscriptionsCallbacks {
  /** Called within the click, so that the permission may be asked. */
  subscribe(address: string): void;
  /** Asks for a permission that was taken back; within the click. */
  allow(pattern: string): void;
  unsubscribe(url: string): void;
  lookForUpdate(url: string): void;
  chooseUpdates(url: string, choice: { readonly daily?: boolean; readonly automatic?: boolean }): void;
  /** Reads what waits, and shows what it would change. */
  review(url: string): void;
}

export interface BackupCallbacks {
  writeBackup(): void;
  /** Reads the safety copy that waits as a chosen file. */
  readWaiting(): void;
  saveWaiting(): void;
  deleteWaiting(): void;
  /** The reader's own reviews, for other programs. */
  writeReviews(): void;
  /** Reads it and shows what it holds; nothing is changed yet. */
  readBackup(file: File): void;
  restoreBackup(): void;
  /** Puts what was here before a restore in place of what is here now. */
  bringBack(): void;
  cancelBackup(): void;
  closeBackup(): void;
}

export interface ListsCallbacks {
  narrow(name: ListName, change: Partial<ListQuery>): void;
  /** Which rows are in the window: `from` up to and without `to`. */
  seen(name: ListName, from: number, to: number): void;
  /** The best few subjects of these kinds by a part of a name. */
  find(kinds: readonly LibraryKind[], text: string): Promise<readonly SubjectRow[]>;
  /** The list of the claims that concern a subject. */
  claimsOf(subject: SubjectRef): void;
  /** Opens the list of the claims from which a split takes some. */
  toSplit(subject: SubjectRef): void;
  /** Every claim that a list of claims holds as it is narrowed down now, `most` of them at most; null where they could not be had. */
  idsIn(name: ListName, most: number): Promise<readonly string[] | null>;
}

type RecordKind = LibraryDetail['kind'];

/** A change of a record. */
export type TendOrder =
  | { readonly do: 'add'; readonly kind: SubjectKind; readonly draft: SubjectDraft }
  | { readonly do: 'add-claim'; readonly draft: ClaimDraft }
  | { readonly do: 'add-article'; readonly draft: ArticleDraft }
  | { readonly do: 'subject'; readonly id: string; readonly draft: SubjectDraft }
  | { readonly do: 'claim'; readonly id: string; readonly draft: ClaimDraft }
  | { readonly do: 'article'; readonly id: string; readonly draft: ArticleDraft }
  | { readonly do: 'note'; readonly kind: RecordKind; readonly id: string; readonly note: string }
  | { readonly do: 'delete' | 'reset'; readonly kind: RecordKind; readonly id: string }
  | { readonly do: 'merge'; readonly id: string; readonly into: string; readonly kind: string }
  | { readonly do: 'part'; readonly id: string }
  | { readonly do: 'split'; readonly id: string; readonly draft: SubjectDraft; readonly claims: readonly string[] };

export interface RecordsCallbacks {
  /** False where it could not be done; why is told then. */
  tend(order: TendOrder): Promise<boolean>;
  /** Takes a step back, or does it again. */
  undoDeed(number: number): void;
}

export interface StorageCallbacks {
  /** Saves the feeds that are followed, for other feed readers. */
  saveFeeds(): void;
  persist(): void;
  erase(): void;
}

export interface TravelCallbacks {
  letTravel(on: boolean): void;
}

/** One part for each section that can be acted in. */
export type LibraryCallbacks = ImportsCallbacks &
  SubscriptionsCallbacks &
  ListsCallbacks &
  RecordsCallbacks &
  StorageCallbacks &
  BackupCallbacks &
  TravelCallbacks;
/** What every section is drawn from. */
export interface SectionProps {
  readonly state: LibraryState;
  readonly on: LibraryCallbacks;
}
