/** What the library page shows and what can be done there. Shapes only. */
import type { PackList } from '@/core/model/view';
import type { Progress, StagedView } from './import-view';

export interface ImportState {
  readonly id: number;
  /** The file's name. */
  readonly name: string;
  readonly state:
    | { readonly kind: 'waiting' }
    /** `left` in ms; null while nothing can be said. */
    | { readonly kind: 'reading'; readonly progress: Progress; readonly left: number | null }
    | { readonly kind: 'staged'; readonly staged: StagedView; readonly warnings: readonly string[]; readonly warned: number }
    | { readonly kind: 'applying' }
    | { readonly kind: 'applied'; readonly pack: string }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'refused'; readonly sentences: readonly string[] };
}

export interface LibraryState {
  /** The latest first. */
  readonly imports: readonly ImportState[];
  /** Null until known. */
  readonly packs: PackList | null;
  readonly problem: string | null;
}

export interface LibraryCallbacks {
  files(list: readonly File[]): void;
  apply(id: number): void;
  cancel(id: number): void;
  /** Takes a finished import off the page. */
  dismiss(id: number): void;
  undo(pack: string): void;
  remove(pack: string): void;
  save(pack: string): void;
}
