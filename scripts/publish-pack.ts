/**
 * `npm run publish-pack -- PACK FOLDER`: writes a pack file as a folder for any static host (docs/newsroom.md), over the revision that
 * is there. Parts first, the manifest last and at once, so that a reader who comes in between sees one revision or the other.
 */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describeFault } from '@/core/pack/fault';
import { type FolderFile, folderOf, MANIFEST_FILE, type Manifest, partPath, readManifest } from '@/core/pack/folder';
import { type PackItem, type PackSink, readPack } from '@/core/pack/read';
import { headText, LINE_TYPES } from '@/core/pack/record-text';

/** The pack's lines as the extension writes them. Holds it whole: a publisher's machine has room for one pack. */
export async function readLines(file: string): Promise<string[]> {
  const items: PackItem[] = [];
  const sink: PackSink = {
    begin: () => undefined,
    add(some) {
      for (const item of some) items.push(item);
    },
  };
  const read = await readPack({ name: basename(file), bytes: createReadStream(file) }, sink);
  if (!read.ok) throw new Error(read.faults.map(describeFault).join('\n'));
  const twice = new Set(read.claims.repeated);
  const counts = { actors: 0, outlets: 0, events: 0, articles: 0, claims: 0 };
  let claims = 0;
  const lines: string[] = [];
  for (const { kind, text } of items) {
    if (kind === 'claims' && twice.has(claims++)) continue;
    counts[kind]++;
    lines.push(`{"type":"${LINE_TYPES[kind]}",${text.slice(1)}\n`);
  }
  return [`${headText(read.head, counts)}\n`, ...lines];
}

async function manifestIn(folder: string): Promise<Manifest | null> {
  const path = join(folder, MANIFEST_FILE);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!bytes) return null;
  const read = readManifest(path, bytes);
  if (!read.ok) throw new Error(read.faults.map(describeFault).join('\n'));
  return read.manifest;
}

/** Publishes; answers how many parts were new and how many there are. Throws with all that is wrong, and has written nothing then. */
export async function publishPack(file: string, folder: string): Promise<{ readonly manifest: Manifest; readonly fresh: number }> {
  const lines = await readLines(file);
  const files: FolderFile[] = [];
  for await (const one of folderOf(toAsync(lines))) files.push(one);
  const last = files.pop();
  const read = readManifest(MANIFEST_FILE, last?.bytes ?? new Uint8Array());
  if (!last || !read.ok) throw new TypeError('a folder without a manifest');
  const { manifest } = read;
  const before = await manifestIn(folder);
  if (before && before.id !== manifest.id) throw new Error(`${folder} holds the pack "${before.id}", not "${manifest.id}".`);
  const changed = before && JSON.stringify(before.parts) !== JSON.stringify(manifest.parts);
  if (before && (manifest.revision < before.revision || (changed && manifest.revision === before.revision)))
    throw new Error(`${folder} holds revision ${before.revision}: give the pack’s new content a higher number than that.`);
  await mkdir(join(folder, dirname(partPath({ sha256: '' }))), { recursive: true });
  const there = new Set(await readdir(join(folder, 'parts')));
  const fresh = files.filter(({ path }) => !there.has(basename(path)));
  for (const { path, bytes } of fresh) await writeAtOnce(join(folder, path), bytes);
  await writeAtOnce(join(folder, last.path), last.bytes);
  // Those of the revision before stay: somebody may be in the middle of it.
  const wanted = new Set([...manifest.parts, ...(before?.parts ?? [])].map((part) => basename(partPath(part))));
  for (const name of there) if (!wanted.has(name)) await rm(join(folder, 'parts', name));
  return { manifest, fresh: fresh.length };
}

/** A host serves the whole file or the one before, never half. */
async function writeAtOnce(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}

async function* toAsync(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

if (process.argv[1]?.endsWith('publish-pack.ts')) {
  const [file, folder] = process.argv.slice(2);
  if (!file || !folder) {
    console.error('Usage: npm run publish-pack -- PACK FOLDER');
    process.exitCode = 2;
  } else {
    try {
      const { manifest, fresh } = await publishPack(file, folder);
      console.log(`${manifest.id}, revision ${manifest.revision}: ${fresh} of ${manifest.parts.length} parts are new in ${folder}`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
  }
}
