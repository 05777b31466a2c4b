/**
 * The import worker: reads a file off the page's thread, stages it in the store, applies or discards it as it is told. Knows
 * the store and the protocol; the port comes in, so that tests need no worker.
 */
import { describeFault } from '@/core/pack/fault';
import { announced, fileName, folderOf } from '@/core/pack/folder';
import { MAX_JSON } from '@/core/pack/limits';
import { type ReadOptions, type ReadResult, readPack } from '@/core/pack/read';
import { FaultError } from '@/core/result';
import { proposeMapping, readRows, readTable } from '@/formats/csv';
import { composePack, createIds, type DraftResult } from '@/formats/draft';
import { FORMS, type FormName } from '@/formats/out/forms';
import { createResolver } from '@/formats/out/resolved-claims';
import { createZip } from '@/formats/out/zip';
import { OPENING, type Recognised, readForeign, recognise } from '@/formats/recognise';
import type { Import, Store } from '@/store/store';
import type { Order, Progress, Report, TableChoice } from './protocol';

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

/** Rows of a table that the reader sees before choosing what its columns are. */
const PREVIEW_ROWS = 5;

/** SPDX's word for a licence that nobody has stated: a foreign file states none. */
const NO_LICENCE = 'NOASSERTION';

/** The first text of a file; '' where it is gzipped: only packs are. */
async function openingOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, OPENING).arrayBuffer());
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? '' : new TextDecoder().decode(bytes);
}

const refused = (file: string, expected: string, found: string): ReadResult => ({ ok: false, faults: [{ file, at: '', expected, found }] });

export function serveImports(store: Store, port: Port, clock: () => number = Date.now): void {
  const stop = new AbortController();
  let work: Import | null = null;
  let choose: (choice: TableChoice) => void = () => undefined;
  const chosen = new Promise<TableChoice>((done) => {
    choose = done;
  });

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

  /** How large the file is: known before its reading tells how far it is. */
  type Sized = (size: number) => ReadOptions;

  /** Stages what `reading` reads into the import that it is given. */
  const stage = async (reading: (work: Import, sized: Sized) => Promise<ReadResult>): Promise<void> => {
    let last = Number.NEGATIVE_INFINITY;
    let records = 0;
    let size = 0;
    const report = (progress: Progress) => {
      const now = clock();
      if (now - last < REPORT_MS) return;
      last = now;
      port.post({ report: 'progress', progress });
    };
    try {
      work = await store.beginImport();
      const result = await reading(work, (bytes) => {
        size = bytes;
        return {
          now: clock(),
          signal: stop.signal,
          onProgress({ bytes, records: count }) {
            records = count;
            report({ phase: 'reading', bytes, size, records, done: (READING_SHARE * bytes) / Math.max(1, size) });
          },
        };
      });
      if (!result.ok) {
        await discard();
        port.post({ report: 'refused', faults: result.faults.map(describeFault) });
        return;
      }
      const staged = await work.stage(result.claims, (share) => {
        stop.signal.throwIfAborted();
        report({ phase: 'arranging', bytes: size, size, records, done: READING_SHARE + (1 - READING_SHARE) * share });
      });
      stop.signal.throwIfAborted();
      port.post({ report: 'staged', staged, warnings: result.warnings, warned: result.warned });
    } catch (error) {
      await discard();
      if (stop.signal.aborted) port.post({ report: 'cancelled' });
      else failed(error);
    }
  };

  const read = (file: File): Promise<void> =>
    stage(async (work, sized) => {
      const kind = recognise(file.name, await openingOf(file));
      const options = sized(file.size);
      return kind === 'pack' ? readPack({ name: file.name, bytes: file.stream() }, work.sink, options) : readDrafts(file, kind, work);
    });

  const readSubscribed = (url: string): Promise<void> =>
    stage(async ({ sink }, sized) => {
      const { pack, revision, size, bytes } = await store.subscriptions.open(url);
      const name = fileName({ url });
      return readPack({ name, bytes }, announced(name, { id: pack, revision }, sink), sized(size));
    });

  /** A foreign file, held whole: read into drafts, checked as a pack, and handed on. */
  const readDrafts = async (file: File, kind: Exclude<Recognised, 'pack'>, { sink }: Import): Promise<ReadResult> => {
    if (file.size > MAX_JSON) return refused(file.name, `at most ${MAX_JSON / 2 ** 20} million bytes`, 'more');
    const text = await file.text();
    const today = new Date(clock()).toISOString().slice(0, 10);
    let drafts: DraftResult;
    if (kind === 'table') {
      const table = readTable(text);
      const proposed = { actors: proposeMapping('actors', table.columns), claims: proposeMapping('claims', table.columns) };
      port.post({ report: 'table', columns: table.columns, rows: table.rows.slice(0, PREVIEW_ROWS), proposed });
      const choice = await chosen;
      stop.signal.throwIfAborted();
      drafts = readRows(file.name, table, { ...choice, title: file.name, today });
    } else drafts = readForeign(file.name, text, kind, { today, languages: navigator.languages });
    if (!drafts.ok) return drafts;
    const id = createIds('import')(file.name.replace(/\.[^.]*$/, ''));
    const shown = await store.read(async ({ packs }) => packs[id] ?? null);
    const about = { id, revision: (shown?.info.revision ?? 0) + 1, title: file.name, licence: NO_LICENCE };
    const composed = composePack(file.name, about, drafts.drafts, clock());
    if (!composed.ok) return composed;
    const { head, items, claims } = composed.pack;
    await sink.begin(head);
    await sink.add(items);
    return { ok: true, head, claims, records: items.length, warnings: composed.warnings, warned: composed.warnings.length };
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

  const write = async (pack: string, form: 'pack' | 'folder' | FormName): Promise<void> => {
    try {
      const lines = await store.exportPack(pack);
      if (!lines) throw new FaultError({ code: 'no-pack', message: 'This pack is not there any more.' });
      const parts: Blob[] = [];
      if (form === 'folder') {
        const zip = createZip();
        for await (const { path, bytes } of folderOf(lines)) parts.push(new Blob([...zip.add(`${pack}/${path}`, bytes)] as BlobPart[]));
        const file = new Blob([...parts, zip.end() as BlobPart], { type: 'application/zip' });
        return port.post({ report: 'written', file, extension: 'zip' });
      }
      let text = '';
      const written = form === 'pack' ? null : FORMS[form];
      const resolve = createResolver();
      let between = '';
      if (written) text = written.head;
      for await (const some of lines) {
        if (written) {
          for (const claim of resolve(some).map(written.claim).filter(Boolean)) {
            text += between + claim;
            between = written.between;
          }
        } else text += some;
        if (text.length < PART_CHARACTERS) continue;
        parts.push(new Blob([text]));
        text = '';
      }
      if (written) text += written.end;
      const file = new Blob([...parts, text], { type: written?.type ?? 'application/jsonl' });
      port.post({ report: 'written', file, extension: written?.extension ?? 'jsonl' });
    } catch (error) {
      failed(error);
    } finally {
      store.close();
    }
  };

  let reading: Promise<void> = Promise.resolve();
  let staged = false;
  port.listen((order) => {
    if (order.order === 'read' || order.order === 'subscribed') {
      reading = (order.order === 'read' ? read(order.file) : readSubscribed(order.url)).then(() => {
        staged = !stop.signal.aborted;
      });
    }
    if (order.order === 'apply') void reading.then(apply);
    if (order.order === 'export') void write(order.pack, order.form);
    if (order.order === 'table') choose(order.choice);
    if (order.order === 'cancel') {
      stop.abort(new DOMException('cancelled by the reader', 'AbortError'));
      // A table whose columns nobody will choose any more.
      choose({ kind: 'actors', mapping: [] });
      // While it reads, the reading itself notices and answers.
      if (staged) void discard().then(() => port.post({ report: 'cancelled' }));
    }
  });
}
