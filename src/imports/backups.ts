/**
 * A backup file → what it holds, read and checked to its last line and ready to be put in; and everything in the store → such a file.
 * Nothing of a file that is cut off, or wrong in any line, is put in. Knows the store and the file, no worker.
 */
import { type BackupTable, readBackupHead, readBackupLine } from '@/core/pack/backup';
import { describeFault, type PackFault, PackRefused } from '@/core/pack/fault';
import { MAX_JSONL, MAX_LINE } from '@/core/pack/limits';
import { linesOf } from '@/core/pack/lines';
import { type ReadOptions, readPack } from '@/core/pack/read';
import { type TextProgress, textOf } from '@/core/pack/text-stream';
import type { Restoring, Store } from '@/store/store';

/** What a backup holds, for the reader to decide by. */
export interface BackupSummary {
  readonly rows: Readonly<Partial<Record<BackupTable, number>>>;
  readonly packs: readonly { readonly id: string; readonly title: string; readonly revision: number; readonly claims: number }[];
  /** As the browser's storage held them; undefined where there were none. */
  readonly settings: unknown;
}

export type BackupResult =
  | { readonly ok: true; readonly summary: BackupSummary; readonly restoring: Restoring }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Text gathered before it goes into a file: a Blob of many small parts is slow to make. */
const PART_CHARACTERS = 1 << 20;

/** The backup as a file, gzipped. */
export async function writeBackup(store: Store, settings: unknown): Promise<Blob> {
  const stream = zipped(await store.backup.write(settings));
  return new Response(stream, { headers: { 'content-type': 'application/gzip' } }).blob();
}

/** Lines, some at a time and each with its end, as the bytes of a gzipped file. */
export function zipped(lines: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    let text = '';
    for await (const some of lines) {
      text += some;
      if (text.length < PART_CHARACTERS) continue;
      yield new TextEncoder().encode(text);
      text = '';
    }
    yield new TextEncoder().encode(text);
  }
  const source = pieces();
  const stream = new ReadableStream<BufferSource>({
    async pull(controller) {
      const next = await source.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  return stream.pipeThrough(new CompressionStream('gzip'));
}

/** The lines of a file one by one, with their numbers. */
interface Lines {
  /** Null at the end. */
  next(): Promise<string | null>;
  /** Of the last one that `next` gave, from 1. */
  number(): number;
}

function linesIn(file: string, pieces: AsyncGenerator<string>): Lines {
  const batches = linesOf(limited(file, pieces), MAX_LINE, (line) => {
    throw new PackRefused([{ file, at: `line ${line}`, expected: `at most ${MAX_LINE} characters`, found: 'more' }]);
  });
  let batch: readonly string[] = [];
  let at = 0;
  let number = 0;
  return {
    async next() {
      while (at >= batch.length) {
        const more = await batches.next();
        if (more.done) return null;
        batch = more.value;
        at = 0;
      }
      number++;
      return batch[at++] ?? null;
    },
    number: () => number,
  };
}

async function* limited(file: string, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MAX_JSONL) throw new PackRefused([{ file, at: '', expected: `at most ${MAX_JSONL} characters`, found: 'more' }]);
    yield piece;
  }
}

/** Reads a backup. Rejects where the store or the signal do, with nothing left behind; whatever is wrong with the file is answered. */
export async function readBackup(
  store: Store,
  file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
  { now = Date.now(), signal, onProgress }: ReadOptions,
): Promise<BackupResult> {
  const restoring = await store.backup.begin();
  const progress: TextProgress = { read: 0 };
  const pieces = textOf(file.name, file.bytes, progress);
  const lines = linesIn(file.name, pieces);
  const place = () => ({ file: file.name, number: lines.number() });
  const refuse = (expected: string, found: string, at = `line ${lines.number()}`): never => {
    throw new PackRefused([{ file: file.name, at, expected, found }]);
  };
  const rightly = <T>(
    read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly PackFault[] },
  ): T => {
    if (!read.ok) throw new PackRefused(read.faults);
    return read.value;
  };

  const takePack = async (id: string, count: number): Promise<BackupSummary['packs'][number]> => {
    const taker = restoring.pack();
    async function* bytes(): AsyncGenerator<Uint8Array> {
      const encoder = new TextEncoder();
      let text = '';
      for (let n = 0; n < count; n++) {
        const line = (await lines.next()) ?? refuse(`${count} lines of the pack “${id}”`, `${n}`, `after line ${lines.number()}`);
        text += `${line}\n`;
        if (text.length < PART_CHARACTERS) continue;
        signal?.throwIfAborted();
        onProgress?.({ bytes: progress.read, records: lines.number() });
        yield encoder.encode(text);
        text = '';
      }
      yield encoder.encode(text);
    }
    const read = await readPack({ name: `${file.name}, pack ${id}`, bytes: bytes() }, taker.sink, { now, signal });
    if (!read.ok) throw new PackRefused(read.faults);
    if (read.head.id !== id) refuse(`the pack “${id}”`, `“${read.head.id}”`);
    await taker.finish(read.claims);
    const { title, revision } = read.head;
    return { id, title, revision, claims: read.claims.index.hash.length };
  };

  try {
    const first = await lines.next();
    const head = rightly(readBackupHead({ file: file.name, number: 1 }, first ?? ''));
    const rows: Partial<Record<BackupTable, number>> = {};
    const packs: BackupSummary['packs'][number][] = [];
    let settings: unknown;
    for (let written = await lines.next(); written !== null; written = await lines.next()) {
      signal?.throwIfAborted();
      const line = rightly(readBackupLine(place(), written));
      if (line.is === 'row') {
        rows[line.table] = (rows[line.table] ?? 0) + 1;
        restoring.row(line.table, line.row);
      } else if (line.is === 'pack') {
        if (packs.some(({ id }) => id === line.pack)) refuse('each pack once', `“${line.pack}” a second time`);
        packs.push(await takePack(line.pack, line.lines));
      } else if (settings !== undefined) refuse('settings once', 'a second time');
      else settings = line.settings;
      onProgress?.({ bytes: progress.read, records: lines.number() });
    }
    // A file that was cut off between two lines is known by what its head says.
    for (const [table, count] of Object.entries(head.rows)) {
      const found = rows[table as BackupTable] ?? 0;
      if (found !== count) refuse(`${count} rows of ${table}, as line 1 says`, String(found), 'at the end');
    }
    if (packs.length !== head.packs) refuse(`${head.packs} packs, as line 1 says`, String(packs.length), 'at the end');
    return { ok: true, summary: { rows, packs, settings }, restoring };
  } catch (error) {
    await restoring.discard().catch(() => undefined);
    if (error instanceof PackRefused) return { ok: false, faults: error.faults.map(describeFault) };
    throw error;
  } finally {
    await pieces.return(undefined).catch(() => undefined);
  }
}
