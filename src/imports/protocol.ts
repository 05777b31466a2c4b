/**
 * What one of the extension's own pages and its import worker say to each other. The worker has one job: an import, from file
 * to answer, or an export. Shapes only.
 */
import type { PackWarning } from '@/core/pack/fault';
import type { Fault } from '@/core/result';
import type { Staged } from '@/store/store';

/** To the worker. */
export type Order =
  /** Read this file, and say what it would change. Once a worker. */
  | { readonly order: 'read'; readonly file: File }
  /** Show what was read. */
  | { readonly order: 'apply' }
  /** Stop, at whatever point, and leave nothing behind. */
  | { readonly order: 'cancel' }
  /** Write a shown pack, or everything, as a file. Once a worker. */
  | { readonly order: 'export'; readonly pack: string };

export interface Progress {
  readonly phase: 'reading' | 'arranging';
  /** Of the file as it lies there; `size` is all of it. */
  readonly bytes: number;
  readonly size: number;
  readonly records: number;
  /** How much of the whole work is done, from 0 to 1. */
  readonly done: number;
}

/** From the worker. After `refused`, `failed`, `applied`, `cancelled` and `written` it has nothing more to say. */
export type Report =
  | { readonly report: 'progress'; readonly progress: Progress }
  | { readonly report: 'staged'; readonly staged: Staged; readonly warnings: readonly PackWarning[]; readonly warned: number }
  /** What is wrong with the file, as sentences. Nothing was stored. */
  | { readonly report: 'refused'; readonly faults: readonly string[] }
  /** What went wrong with the store, or a part of the machine. Nothing was changed. */
  | { readonly report: 'failed'; readonly fault: Fault }
  | { readonly report: 'applied'; readonly pack: string }
  | { readonly report: 'cancelled' }
  | { readonly report: 'written'; readonly file: Blob };
