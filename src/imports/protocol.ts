/**
 * What one of the extension's own pages and its import worker say to each other. The worker has one job: an import, from file
 * to answer, an export, or a backup out or in. Shapes only.
 */
import type { PackWarning } from '@/core/pack/fault';
import type { Fault } from '@/core/result';
import type { Mapping, TableKind, TableOptions } from '@/formats/csv';
import type { FormName } from '@/formats/out/forms';
import type { Staged } from '@/store/store';
import type { BackupSummary } from './backups';

/** To the worker. */
export type Order =
  /** Read this file, and say what it would change. Once a worker. */
  | { readonly order: 'read'; readonly file: File }
  /** The same with what waits of a subscribed pack. */
  | { readonly order: 'subscribed'; readonly url: string }
  /** The columns of the table that it is, as the reader chose them. */
  | { readonly order: 'table'; readonly choice: TableChoice }
  /** Show what was read. */
  | { readonly order: 'apply' }
  /** Write the reader's own reviews as a file for other programs. Once a worker. */
  | { readonly order: 'reviews' }
  /** Write everything that is the reader's own as one file; `settings` as the background gives them. Once a worker. */
  | { readonly order: 'backup'; readonly settings: unknown }
  /** Read such a file, and say what it holds. Once a worker. */
  | { readonly order: 'read-backup'; readonly file: File }
  /** Put what was read in place of everything that is there; `settings` as the background gives them, to be set aside with it. */
  | { readonly order: 'restore'; readonly settings: unknown }
  /** Stop, at whatever point, and leave nothing behind. */
  | { readonly order: 'cancel' }
  /** Write a shown pack as a file, as the folder that readers subscribe to, or its claims in a form for other programs. Once a worker. */
  | { readonly order: 'export'; readonly pack: string; readonly form: 'pack' | 'folder' | FormName };

/** What a table holds. */
export type TableChoice = Pick<TableOptions, 'kind' | 'mapping' | 'language'>;

export interface Progress {
  readonly phase: 'reading' | 'arranging';
  /** Of the file as it lies there; `size` is all of it. */
  readonly bytes: number;
  readonly size: number;
  readonly records: number;
  /** How much of the whole work is done, from 0 to 1. */
  readonly done: number;
}

/** From the worker. After `refused`, `failed`, `applied`, `restored`, `cancelled` and `written` it has nothing more to say. */
export type Report =
  | { readonly report: 'progress'; readonly progress: Progress }
  /** The file is a table: its head, its first rows, and what each column is likely to be for either kind. It waits for `table`. */
  | {
      readonly report: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly proposed: { readonly [K in TableKind]: Mapping<K> };
    }
  | { readonly report: 'staged'; readonly staged: Staged; readonly warnings: readonly PackWarning[]; readonly warned: number }
  /** What is wrong with the file, as sentences. Nothing was stored. */
  | { readonly report: 'refused'; readonly faults: readonly string[] }
  /** What went wrong with the store, or a part of the machine. Nothing was changed. */
  | { readonly report: 'failed'; readonly fault: Fault }
  | { readonly report: 'applied'; readonly pack: string }
  | { readonly report: 'backup-read'; readonly summary: BackupSummary }
  | { readonly report: 'restored' }
  | { readonly report: 'cancelled' }
  | { readonly report: 'written'; readonly file: Blob; readonly extension: string };
