/**
 * The bytes of a file → its text, piece by piece: gzip is unpacked, a byte order mark dropped, anything but UTF-8 refused.
 * Knows nothing of packs; holds no more than one piece.
 */

import { PackRefused } from './fault';
import { FREE_BYTES, MAX_GROWTH } from './limits';

/** How far a reading has come; both in bytes of the file as it lies there. */
export interface TextProgress {
  read: number;
}

/**
 * Yields the text of `bytes`. Counts the file's own bytes in `progress`. Throws {@link PackRefused} where they are no text;
 * and whatever the stream itself throws.
 */
export async function* textOf(file: string, bytes: AsyncIterable<Uint8Array>, progress: TextProgress): AsyncGenerator<string> {
  const counted = count(bytes, progress);
  const { head, rest } = await peek(counted);
  const zipped = head[0] === 0x1f && head[1] === 0x8b;
  const plain = zipped ? unzipped(file, rest, progress) : rest;
  // Without `ignoreBOM` the decoder drops the mark by itself.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 1;
  let first = true;
  const countLines = (text: string): string => {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
    return text;
  };
  const decode = (piece?: Uint8Array): string => {
    try {
      return countLines(piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
    } catch {
      // Where the piece stops being text; a character cut between two pieces is a mark at its very start or end.
      countLines(new TextDecoder().decode(piece).split('\ufffd', 1)[0] ?? '');
      throw new PackRefused([{ file, at: `line ${lines}`, expected: 'text in UTF-8', found: 'bytes that are none' }]);
    }
  };
  for await (const piece of plain) {
    if (piece.length === 0) continue;
    if (first && isUtf16(piece)) {
      throw new PackRefused([{ file, at: '', expected: 'text in UTF-8', found: 'UTF-16: save the file as UTF-8' }]);
    }
    first = false;
    yield decode(piece);
  }
  yield decode();
}

/** A mark of UTF-16, or text whose first characters each have a zero byte. */
function isUtf16([a, b, c, d]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && c === 0 && b !== 0) || (b === 0 && d === 0 && a !== 0);
}

async function* count(bytes: AsyncIterable<Uint8Array>, progress: TextProgress): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    progress.read += piece.length;
    yield piece;
  }
}

/** The first bytes, enough to know gzip by, and everything. */
async function peek(bytes: AsyncGenerator<Uint8Array>): Promise<{ head: Uint8Array; rest: AsyncGenerator<Uint8Array> }> {
  let head = new Uint8Array();
  while (head.length < 4) {
    const next = await bytes.next();
    if (next.done) break;
    const joined = new Uint8Array(head.length + next.value.length);
    joined.set(head);
    joined.set(next.value, head.length);
    head = joined;
  }
  const first = head;
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first;
    yield* bytes;
  }
  return { head, rest: all() };
}

/** Unpacks gzip, and stops a file that grows as none with text in it does. */
async function* unzipped(file: string, zipped: AsyncGenerator<Uint8Array>, progress: TextProgress): AsyncGenerator<Uint8Array> {
  let failure: unknown;
  const source = new ReadableStream<BufferSource>({
    async pull(controller) {
      try {
        const next = await zipped.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
      } catch (error) {
        failure = error;
        controller.error(error);
      }
    },
    cancel: async () => void (await zipped.return(undefined)),
  });
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  let out = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        if (failure !== undefined) throw failure;
        const words = error instanceof Error ? error.message : String(error);
        throw new PackRefused([{ file, at: '', expected: 'a whole gzip file', found: `one that cannot be unpacked (${words})` }]);
      });
      if (done) return;
      out += value.length;
      if (out > FREE_BYTES && out > MAX_GROWTH * progress.read) {
        const expected = `a file that unpacks to at most ${MAX_GROWTH} times its size`;
        throw new PackRefused([{ file, at: '', expected, found: `${out} bytes from ${progress.read}` }]);
      }
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
