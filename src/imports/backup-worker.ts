/**
 * The import worker's part on what is the reader's own: writes a backup or reviews, or reads a backup and puts it in when it is told to. Knows the store and the protocol;
 * the port comes in, so that tests need no worker.
 */
import { FaultError } from '@/core/result';
import type { Restoring, Store } from '@/store/store';
import { type BackupSummary, readBackup, writeBackup } from './backups';
import { writeReviews } from './reviews';
import type { Port } from './worker';

/** Reports of progress at most this often: as often as an eye follows a bar. */
const REPORT_MS = 100;

export function serveBackups(store: Store, port: Port, clock: () => number = Date.now): void {
  const stop = new AbortController();
  let read: { readonly restoring: Restoring; readonly summary: BackupSummary } | null = null;

  const failed = (error: unknown, what: string): void => {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const fault =
      error instanceof FaultError ? error.fault : { code: 'backup-failed', message: `${what} (${words}). Nothing was changed.` };
    port.post({ report: 'failed', fault });
  };

  const write = async (file: Promise<Blob>, extension: string): Promise<void> => {
    try {
      port.post({ report: 'written', file: await file, extension });
    } catch (error) {
      failed(error, 'The file could not be written');
    } finally {
      store.close();
    }
  };

  const readFile = async (file: File): Promise<void> => {
    let last = Number.NEGATIVE_INFINITY;
    try {
      const result = await readBackup(
        store,
        { name: file.name, bytes: file.stream() },
        {
          now: clock(),
          signal: stop.signal,
          onProgress({ bytes, records }) {
            const now = clock();
            if (now - last < REPORT_MS) return;
            last = now;
            const done = bytes / Math.max(1, file.size);
            port.post({ report: 'progress', progress: { phase: 'reading', bytes, size: file.size, records, done } });
          },
        },
      );
      if (!result.ok) {
        store.close();
        return port.post({ report: 'refused', faults: result.faults });
      }
      read = result;
      if (stop.signal.aborted) return await cancel();
      port.post({ report: 'backup-read', summary: result.summary });
    } catch (error) {
      store.close();
      if (stop.signal.aborted) port.post({ report: 'cancelled' });
      else failed(error, 'The backup could not be read');
    }
  };

  /** Whatever was written goes, as far as the store still takes anything; the next start cleans up the rest. */
  const cancel = async (): Promise<void> => {
    const before = read;
    read = null;
    await before?.restoring.discard().catch(() => undefined);
    store.close();
    port.post({ report: 'cancelled' });
  };

  const restore = async (before: unknown): Promise<void> => {
    if (!read) return;
    const { restoring, summary } = read;
    try {
      await restoring.apply(summary.settings, before);
      port.post({ report: 'restored' });
    } catch (error) {
      await restoring.discard().catch(() => undefined);
      failed(error, 'The backup could not be put in');
    } finally {
      store.close();
    }
  };

  port.listen((order) => {
    if (order.order === 'backup') void write(writeBackup(store, order.settings), 'jsonl.gz');
    if (order.order === 'reviews') void write(writeReviews(store), 'claim-reviews.json');
    if (order.order === 'read-backup') void readFile(order.file);
    if (order.order === 'restore') void restore(order.settings);
    if (order.order === 'cancel') {
      stop.abort(new DOMException('cancelled by the reader', 'AbortError'));
      // While it reads, the reading itself notices and answers.
      if (read) void cancel();
    }
  });
}
