/** What the library page shows and what can be done there. Shapes only. */
import type { SubscriptionView } from '@/core/model/subscription-view';
import type { PackList } from '@/core/model/view';
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

/** The section Storage. */
export interface StorageState {
  /** In bytes; `quota` null where the browser names none. Null until known, and where the browser does not say. */
  readonly room: { readonly used: number; readonly quota: number | null } | null;
}

/** The packs that come by subscription, in the section Packs. */
export interface SubscriptionsState {
  /** Null until known. */
  readonly subscriptions: readonly SubscriptionView[] | null;
}

/** Backups, in the section Storage. */
export interface BackupState {
  readonly backup:
    | { readonly kind: 'none' | 'writing' | 'waiting' | 'restoring' | 'restored' }
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
}

/** What all sections show, each its own part. */
export interface LibraryState extends ImportsState, SubscriptionsState, StorageState, BackupState {
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
  /** The reader's own reviews, for other programs. */
  writeReviews(): void;
  /** Reads it and shows what it holds; nothing is changed yet. */
  readBackup(file: File): void;
  restoreBackup(): void;
  cancelBackup(): void;
  closeBackup(): void;
}

/** One part for each section that can be acted in. */
export type LibraryCallbacks = ImportsCallbacks & SubscriptionsCallbacks & BackupCallbacks;

/** What every section is drawn from. */
export interface SectionProps {
  readonly state: LibraryState;
  readonly on: LibraryCallbacks;
}
