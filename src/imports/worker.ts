/**
 * The import worker: reads a file off the page's thread, stages it in the store, applies or discards it as it is told. Knows
 * the store and the protocol; the port comes in, so that tests need no worker.
 */
import { describeFault } from '@/core/pack/fault';
import { readPack } from '@/core/pack/read';
import { FaultError } from '@/core/result';
import type { Import, Store } from '@/store/store';
import type { Order, Progress, Report } from './protocol';

export interface Port {
  post(report: Report): void;
  /** `handle` is called with each order, in turn. */
  listen(handle: (order: Order) => void): void;
}

/** Reports of progress at most this often: as often as an eye follows a bar. */
const REPORT_MS = 100;

/** How much of an import is reading, measured: the rest is laying out pages. */
const READING_SHARE = 0.8;

/** Text gathered before it goes into a file: a Blob of many small parts is slow to make. */
const PART_CHARACTERS = 1 << 20;

export function serveImports(store: Store, port: Port, clock: () => number = Date.now): void {
  const stop = new AbortController();
  let work: Import | null = null;

  const failed = (error: unknown): void => {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const fault =
      error instanceof FaultError
        ? error.fault
        : { code: 'import-failed', message: `The file could not be imported (${words}). Nothing was changed.` };
    port.post({ report: 'failed', fault });
  };

  /** The import is over: whatever it wrote goes, as far as the store still takes anything; the next start cleans up the rest. */
  const discard = async (): Promise<void> => {
    await work?.discard().catch(() => undefined);
    store.close();
  };

  const read = async (file: File): Promise<void> => {
    let last = Number.NEGATIVE_INFINITY;
    let records = 0;
    const report = (progress: Progress) => {
      const now = clock();
      if (now - last < REPORT_MS) return;
      last = now;
      port.post({ report: 'progress', progress });
    };
    try {
      work = await store.beginImport();
      const result = await readPack({ name: file.name, bytes: file.stream() }, work.sink, {
        now: clock(),
        signal: stop.signal,
        onProgress({ bytes, records: count }) {
          records = count;
          const done = (READING_SHARE * bytes) / Math.max(1, file.size);
          report({ phase: 'reading', bytes, size: file.size, records, done });
        },
      });
      if (!result.ok) {
        await discard();
        port.post({ report: 'refused', faults: result.faults.map(describeFault) });
        return;
      }
      const staged = await work.stage(result.claims, (share) => {
        stop.signal.throwIfAborted();
        report({ phase: 'arranging', bytes: file.size, size: file.size, records, done: READING_SHARE + (1 - READING_SHARE) * share });
      });
      stop.signal.throwIfAborted();
      port.post({ report: 'staged', staged, warnings: result.warnings, warned: result.warned });
    } catch (error) {
      await discard();
      if (stop.signal.aborted) port.post({ report: 'cancelled' });
      else failed(error);
    }
  };

  const apply = async (): Promise<void> => {
    if (!work) return;
    try {
      const { info } = await work.apply();
      store.close();
      port.post({ report: 'applied', pack: info.id });
    } catch (error) {
      await discard();
      failed(error);
    }
  };

  const write = async (pack: string): Promise<void> => {
    try {
      const lines = await store.exportPack(pack);
      if (!lines) throw new FaultError({ code: 'no-pack', message: 'This pack is not there any more.' });
      const parts: Blob[] = [];
      let text = '';
      for await (const some of lines) {
        text += some;
        if (text.length < PART_CHARACTERS) continue;
        parts.push(new Blob([text]));
        text = '';
      }
      port.post({ report: 'written', file: new Blob([...parts, text], { type: 'application/jsonl' }) });
    } catch (error) {
      failed(error);
    } finally {
      store.close();
    }
  };

  let reading: Promise<void> = Promise.resolve();
  let staged = false;
  port.listen((order) => {
    if (order.order === 'read') {
      reading = read(order.file).then(() => {
        staged = !stop.signal.aborted;
      });
    }
    if (order.order === 'apply') void reading.then(apply);
    if (order.order === 'export') void write(order.pack);
    if (order.order === 'cancel') {
      stop.abort(new DOMException('cancelled by the reader', 'AbortError'));
      // While it reads, the reading itself notices and answers.
      if (staged) void discard().then(() => port.post({ report: 'cancelled' }));
    }
  });
}
