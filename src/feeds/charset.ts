/**
 * The bytes of a feed → its text. A wrong label must not turn names into gibberish without a word: what does not decode as
 * it is labelled is tried as the other label says, and refused where neither holds.
 */
import { badCharset, unknownCharset } from './faults';

/** Where a document's own label must stand: in its first bytes. */
const HEAD = 1024;

const BOMS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The `charset` of a Content-Type; null where it has none. */
export const charsetOfType = (contentType: string | null): string | null =>
  /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;

/** What an XML declaration says; its characters are ASCII in every encoding that a feed may name in it. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]?.toLowerCase() ?? null;
}

/** Text without its byte order mark. Throws a FaultError that names the line. */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const bom = BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  const labels = bom ? [bom[0]] : [charsetOfType(contentType), declaredCharset(bytes)].filter((label) => label !== null);
  // A server's blanket label often contradicts the file. Other encodings read as anything, UTF-8 only as UTF-8: where either
  // says UTF-8, that is tried first.
  const ordered = labels.length ? labels.sort((a, b) => Number(isUtf8(b)) - Number(isUtf8(a))) : ['utf-8'];
  for (const label of ordered) {
    const text = decodeAs(bytes, label);
    if (text !== null) return text;
  }
  const [first = 'utf-8'] = ordered;
  throw badCharset(first.toUpperCase(), lineOfFault(bytes, first));
}

const isUtf8 = (label: string): boolean => /^utf-?8$/.test(label);

/** Null where the bytes are not of this encoding. */
function decodeAs(bytes: Uint8Array, label: string): string | null {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    throw unknownCharset(label);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function lineOfFault(bytes: Uint8Array, label: string): number {
  const text = new TextDecoder(label).decode(bytes);
  return text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
}
