/**
 * A PNG made smaller without changing a pixel: rows without a filter, deflated as hard as zlib can. A drawing of a few flat colours
 * is a third smaller so than as browsers write it. Knows nothing but bytes.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = 8;
/** Four channels of 8 bits, as browsers write screenshots with a transparent ground. */
const PIXEL = 4;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
  ends[0].writeUInt32BE(data.length);
  ends[1].writeUInt32BE(crc32(body));
  return Buffer.concat([ends[0], body, ends[1]]);
}

/** What the filter of a row adds to a byte, by its neighbours left, above, and left above (PNG specification, 9.2). */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(left + above - corner - one)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** `png`: 8-bit RGBA, not interlaced; throws on any other. */
export function flatPng(png: Buffer): Buffer {
  const parts = new Map<string, Buffer[]>();
  for (let at = SIGNATURE; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    parts.set(type, [...(parts.get(type) ?? []), png.subarray(at + 8, at + 8 + png.readUInt32BE(at))]);
  }
  const head = parts.get('IHDR')?.[0];
  if (head?.readUInt16BE(8) !== 0x0806 || head[12] !== 0) throw new Error('not a PNG of 8-bit RGBA');
  const stride = head.readUInt32BE(0) * PIXEL;
  const filtered = inflateSync(Buffer.concat(parts.get('IDAT') ?? []));
  const rows = Buffer.alloc(filtered.length);
  for (let start = 0; start < filtered.length; start += stride + 1) {
    const at = (i: number, row: number) => (i < 0 || row < 0 ? 0 : (rows[row + 1 + i] ?? 0));
    const before = start - stride - 1;
    for (let i = 0; i < stride; i += 1) {
      const add = predicted(filtered[start] ?? 0, at(i - PIXEL, start), at(i, before), at(i - PIXEL, before));
      rows[start + 1 + i] = (filtered[start + 1 + i] ?? 0) + add;
    }
  }
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
