/**
 * Files → one ZIP archive, stored as they are, for what is several files: every system opens it, and no page may write a folder.
 * After PKWARE's APPNOTE 6.3; no ZIP64, so at most 65,535 files and 4 GB. The same files give the same bytes. Pure.
 */

export interface Zip {
  /** The next piece of the archive: a file's header and itself. `path` in ASCII, with `/`. */
  add(path: string, bytes: Uint8Array): readonly Uint8Array[];
  /** The last piece. */
  end(): Uint8Array;
}

/** Version 2.0 knows folders; and 1980-01-01, the format's first day, since a pack has no hour. */
const VERSION = 20;
const DAY = 0x21;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 as of gzip and PNG. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Numbers one after the other, little end first; `[value, bytes]`. */
function packed(fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

export function createZip(): Zip {
  const central: Uint8Array[] = [];
  let files = 0;
  let length = 0;
  return {
    add(path, bytes) {
      const name = new TextEncoder().encode(path);
      const about = [
        [0, 2],
        [0, 2],
        [0, 2],
        [DAY, 2],
        [crc32(bytes), 4],
        [bytes.length, 4],
        [bytes.length, 4],
        [name.length, 2],
        [0, 2],
      ] as const;
      const header = packed([[0x04034b50, 4], [VERSION, 2], ...about]);
      const tail = [
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [length, 4],
      ] as const;
      central.push(packed([[0x02014b50, 4], [VERSION, 2], [VERSION, 2], ...about, ...tail]), name);
      files++;
      length += header.length + name.length + bytes.length;
      return [header, name, bytes];
    },
    end() {
      const size = central.reduce((sum, { length: bytes }) => sum + bytes, 0);
      const last = packed([
        [0x06054b50, 4],
        [0, 2],
        [0, 2],
        [files, 2],
        [files, 2],
        [size, 4],
        [length, 4],
        [0, 2],
      ]);
      const whole = new Uint8Array(size + last.length);
      let at = 0;
      for (const piece of [...central, last]) {
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
  };
}
