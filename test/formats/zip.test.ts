/** A ZIP archive, read as its format says: from the list at its end. */
import { crc32 as reference } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32, createZip } from '@/formats/out/zip';

const archive = (files: readonly (readonly [string, Uint8Array])[]): Uint8Array => {
  const zip = createZip();
  return Buffer.concat([...files.flatMap(([path, bytes]) => [...zip.add(path, bytes)]), zip.end()]);
};

it('has the checksum of zlib', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === reference(bytes)));
});

it('lists every file where it lies', () => {
  const file = fc.tuple(fc.stringMatching(/^[a-z]{1,9}(?:\/[a-z0-9]{1,9}\.jsonl)?$/), fc.uint8Array());
  fc.assert(
    fc.property(fc.array(file, { maxLength: 9 }), (files) => {
      const bytes = archive(files);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const end = bytes.length - 22;
      expect([view.getUint32(end, true), view.getUint16(end + 10, true)]).toEqual([0x06054b50, files.length]);
      let entry = view.getUint32(end + 16, true);
      for (const [path, content] of files) {
        expect(view.getUint32(entry, true)).toBe(0x02014b50);
        const [size, name, at] = [view.getUint32(entry + 24, true), view.getUint16(entry + 28, true), view.getUint32(entry + 42, true)];
        expect(new TextDecoder().decode(bytes.subarray(entry + 46, entry + 46 + name))).toBe(path);
        expect(view.getUint32(at, true)).toBe(0x04034b50);
        const data = at + 30 + view.getUint16(at + 26, true);
        expect([...bytes.subarray(data, data + size)]).toEqual([...content]);
        entry += 46 + name;
      }
      expect(entry).toBe(end);
    }),
  );
});
