/** The published form of a pack: what is written is read, and a change moves no more than it must. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFault, PackRefused } from '@/core/pack/fault';
import { announced, type FolderFile, folderOf, isManifest, MANIFEST_FILE, readManifest } from '@/core/pack/folder';
import { readPack } from '@/core/pack/read';
import { sha256Of } from '@/core/pack/sha256';
import { collect } from '../../collect';

const HEAD = {
  format: 'sidelight-pack',
  version: 1,
  id: 'harbour',
  title: 'The harbour',
  licence: 'CC0-1.0',
  sources: { minutes: { title: 'Minutes' } },
};
const claim = (n: number, text = `Claim number ${n}`) =>
  `${JSON.stringify({ type: 'claim', id: `c${n}`, text, speaker: null, outlet: null, clocks: {}, status: 'curated', sources: ['minutes'] })}\n`;

async function* linesOf(revision: number, claims: readonly string[], run = 300): AsyncGenerator<string> {
  yield `${JSON.stringify({ ...HEAD, revision })}\n`;
  for (let i = 0; i < claims.length; i += run) yield claims.slice(i, i + run).join('');
}
async function written(revision: number, claims: readonly string[], run?: number): Promise<Map<string, FolderFile>> {
  const files = new Map<string, FolderFile>();
  for await (const file of folderOf(linesOf(revision, claims, run))) files.set(file.path, file);
  return files;
}
const manifestIn = (files: Map<string, FolderFile>) => {
  const read = readManifest(MANIFEST_FILE, files.get(MANIFEST_FILE)?.bytes ?? new Uint8Array());
  if (!read.ok) throw new Error(read.faults.map(describeFault).join());
  return read.manifest;
};
/** 16 MB of claims: dozens of parts. */
const MANY = Array.from({ length: 30_000 }, (_, n) => claim(n, `Claim number ${n} ${'on the quay '.repeat(30)}`));

describe('a pack as a folder', () => {
  it('is its file again, part after part, each under the name of its content', async () => {
    const files = await written(3, MANY);
    const manifest = manifestIn(files);
    expect(manifest).toMatchObject({ id: 'harbour', revision: 3, title: 'The harbour' });
    expect(manifest.parts.length).toBeGreaterThan(20);
    expect([...files.keys()].at(-1)).toBe(MANIFEST_FILE);
    let text = '';
    for (const { sha256, size } of manifest.parts) {
      const bytes = files.get(`parts/${sha256}.jsonl`)?.bytes ?? new Uint8Array();
      expect([await sha256Of(bytes), bytes.length]).toEqual([sha256, size]);
      text += new TextDecoder().decode(bytes);
    }
    expect(text).toBe((await collect(linesOf(3, MANY))).join(''));
  });

  it('moves the head and the part of a change, wherever that is, and nothing else', async () => {
    const before = await written(1, MANY);
    const moved = async (claims: readonly string[]) => [...(await written(2, claims)).keys()].filter((path) => !before.has(path)).length;
    expect(await moved(MANY)).toBe(1);
    expect(await moved(MANY.with(15_000, claim(15_000, 'Another text')))).toBeLessThanOrEqual(3);
    expect(await moved([claim(-1 >>> 0), ...MANY])).toBeLessThanOrEqual(3);
    expect(await moved(MANY.toSpliced(9_000, 40))).toBeLessThanOrEqual(4);
  });

  it('is cut alike however its lines come', async () => {
    const whole = await written(1, MANY.slice(0, 4000));
    expect([...(await written(1, MANY.slice(0, 4000), 7)).keys()]).toEqual([...whole.keys()]);
  });

  it('names what is wrong with a manifest', () => {
    const good = {
      format: 'sidelight-pack-folder',
      version: 1,
      id: 'harbour',
      revision: 1,
      title: 'T',
      size: 2,
      parts: [{ sha256: 'a'.repeat(64), size: 2 }],
    };
    const told = (change: object) => {
      const read = readManifest('pack.json', new TextEncoder().encode(JSON.stringify({ ...good, ...change })));
      return read.ok ? null : read.faults.map(describeFault).join('; ');
    };
    expect(told({})).toBe(null);
    expect(told({ version: 2 })).toBe('pack.json, version: expected version 1 of the folder form, found 2');
    expect(told({ id: '../x' })).toMatch(/^pack.json, id: expected an id/);
    expect(told({ parts: [] })).toMatch(/^pack.json, parts: expected at least one part/);
    expect(told({ parts: [{ sha256: '../../etc', size: 2 }] })).toMatch(/^pack.json, parts\[0\].sha256: expected a SHA-256/);
    expect(told({ parts: [{ sha256: 'a'.repeat(64), size: 9e9 }] })).toMatch(/^pack.json, parts\[0\].size: expected a number up to/);
    expect(told({ size: 3 })).toBe('pack.json, size: expected 2, the sum of the sizes of the parts, found 3');
    expect(readManifest('pack.json', Uint8Array.of(0x7b))).toMatchObject({ ok: false, faults: [{ expected: 'JSON in UTF-8' }] });
  });

  it('reads any bytes as a manifest or names a place, and throws nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const read = readManifest('pack.json', bytes);
          expect(read.ok || read.faults.length > 0).toBe(true);
        },
      ),
    );
  });

  it('is told from a pack by its first field', async () => {
    const files = await written(1, []);
    expect(isManifest(files.get(MANIFEST_FILE)?.bytes ?? new Uint8Array())).toBe(true);
    expect(isManifest(new TextEncoder().encode(JSON.stringify({ ...HEAD, title: '"format":"sidelight-pack-folder"' })))).toBe(false);
  });

  it('is refused where it holds another pack or revision than was announced', async () => {
    const nowhere = { begin: () => undefined, add: () => undefined };
    async function* bytes() {
      yield new TextEncoder().encode(`${JSON.stringify({ ...HEAD, revision: 2 })}\n${claim(1)}`);
    }
    const read = (wanted: { id: string; revision: number }) => readPack({ name: 'p', bytes: bytes() }, announced('p', wanted, nowhere));
    expect(await read({ id: 'harbour', revision: 2 })).toMatchObject({ ok: true });
    const other = await read({ id: 'quay', revision: 3 });
    expect(!other.ok && other.faults.map(describeFault)).toEqual([
      'p, id: expected "quay", as was announced, found "harbour"',
      'p, revision: expected 3, as was announced, found 2',
    ]);
    expect(() => announced('p', { id: 'x', revision: 1 }, nowhere).begin({ ...HEAD, revision: 1 } as never)).toThrow(PackRefused);
  });
});
