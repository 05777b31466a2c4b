/**
 * The published form of a pack: a folder of a small manifest and of parts that are named by their content, for any static
 * host. The parts, one after the other, are the pack's JSONL file. Where it is cut depends on the lines around the cut alone, so
 * that a change moves the parts in which it lies and no other. Pure: text in, files out.
 *
 *     pack.json                 { format, version, id, revision, title, size, parts: [{ sha256, size }, …] }
 *     parts/<sha256>.jsonl      the head; then the records, some hundred kilobytes a part
 */
import * as v from 'valibot';
import { LOCAL_ID } from '../model/ids';
import { createFindings, describeFault, type PackFault, PackRefused } from './fault';
import { hash53 } from './hash';
import type { PackSink } from './read';
import { tellIssues } from './records';
import { sha256Of } from './sha256';

const FORMAT = 'sidelight-pack-folder';

/** What the manifest is called where an address names a folder. */
export const MANIFEST_FILE = 'pack.json';

/**
 * Parts come to about this many characters: a change of one claim moves as much, and a pack of a million claims is two
 * thousand requests.
 */
const USUAL_PART = 256 * 1024;
/** No shorter, so that lines that happen to end parts do not make crumbs; and no longer, but for the line that a part ends with. */
const LEAST_PART = USUAL_PART / 4;
const MOST_PART = USUAL_PART * 4;

/** Of one part, in bytes: a part of that length and its last line, where each character takes three. */
export const MOST_PART_BYTES = 8 * 1024 * 1024;
/** Of all parts: two million claims. What is larger is no file for everybody's morning. */
const MOST_FOLDER_BYTES = 1024 * 1024 * 1024;
/** A folder as large as that, in parts of half the usual length. */
const MOST_PARTS = 8192;

const count = (from: number, to: number) =>
  v.pipe(v.number(), v.integer('a whole number'), v.minValue(from, `a number from ${from}`), v.maxValue(to, `a number up to ${to}`));

const part = v.object({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 lower-case hexadecimal digits')),
  size: count(1, MOST_PART_BYTES),
});

const manifest = v.object({
  format: v.literal(FORMAT, `"${FORMAT}"`),
  version: v.literal(1, 'version 1 of the folder form'),
  id: v.pipe(v.string(), v.maxLength(100), v.regex(LOCAL_ID, 'an id: lower-case letters and digits, joined by - . or _')),
  revision: count(1, Number.MAX_SAFE_INTEGER),
  title: v.pipe(v.string(), v.trim(), v.minLength(1, 'a title'), v.maxLength(4000, 'at most 4000 characters')),
  size: count(1, MOST_FOLDER_BYTES),
  parts: v.pipe(v.array(part), v.minLength(1, 'at least one part'), v.maxLength(MOST_PARTS, `at most ${MOST_PARTS} parts`)),
});

export type Manifest = v.InferOutput<typeof manifest>;
export type PartName = Manifest['parts'][number];

/** Is this the manifest of a folder, and no pack? Told by its first field, so that a broken one is named as what it is. */
export function isManifest(bytes: Uint8Array): boolean {
  return new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`).test(new TextDecoder().decode(bytes.subarray(0, 1000)));
}

export type ManifestResult =
  | { readonly ok: true; readonly manifest: Manifest }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Reads a manifest; never throws. `file` names it in faults. */
export function readManifest(file: string, bytes: Uint8Array): ManifestResult {
  const findings = createFindings(file);
  try {
    const read = v.safeParse(manifest, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (!read.success) tellIssues(read.issues, (path) => path, findings);
    else {
      const sum = read.output.parts.reduce((all, { size }) => all + size, 0);
      if (sum === read.output.size) return { ok: true, manifest: read.output };
      findings.fault('size', `${sum}, the sum of the sizes of the parts`, read.output.size);
    }
  } catch (error) {
    findings.faultIn('', 'JSON in UTF-8', error instanceof Error ? error.message : String(error));
  }
  return { ok: false, faults: findings.faults };
}

/** Where a part lies, beside its manifest. */
export const partPath = ({ sha256 }: Pick<PartName, 'sha256'>): string => `parts/${sha256}.jsonl`;

/** How a file that was fetched is called in faults: by its address, which its publisher knows. */
export const fileName = ({ url }: { readonly url: string }): string => url.replace(/^https:\/\//, '');

/** Hands a pack on to `sink` if it is the one that was announced, and refuses it else. `file` names it in faults. */
export function announced(file: string, { id, revision }: Pick<Manifest, 'id' | 'revision'>, sink: PackSink): PackSink {
  return {
    begin(head) {
      const findings = createFindings(file);
      if (head.id !== id) findings.fault('id', `"${id}", as was announced`, head.id);
      if (head.revision !== revision) findings.fault('revision', `${revision}, as was announced`, head.revision);
      if (findings.faults.length > 0) throw new PackRefused(findings.faults);
      return sink.begin(head);
    },
    add: (items) => sink.add(items),
  };
}

export interface FolderFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of a pack's folder, the manifest last: until it is there, nobody sees what came before. `lines` as a pack is exported. */
export async function* folderOf(lines: AsyncIterable<string>): AsyncGenerator<FolderFile> {
  const parts: PartName[] = [];
  const written = new Set<string>();
  let head: { readonly id: string; readonly revision: number; readonly title: string } | null = null;
  let size = 0;
  for await (const text of cutParts(lines)) {
    head ??= JSON.parse(text) as { id: string; revision: number; title: string };
    const bytes = new TextEncoder().encode(text);
    const name = { sha256: await sha256Of(bytes), size: bytes.length };
    parts.push(name);
    size += bytes.length;
    if (written.has(name.sha256)) continue;
    written.add(name.sha256);
    yield { path: partPath(name), bytes };
  }
  if (!head) throw new TypeError('a pack without a head');
  const { id, revision, title } = head;
  const whole: Manifest = { format: FORMAT, version: 1, id, revision, title, size, parts };
  const bytes = new TextEncoder().encode(`${JSON.stringify(whole, null, 1)}\n`);
  const read = readManifest(MANIFEST_FILE, bytes);
  // What nobody would take is not written.
  if (!read.ok) throw new RangeError(read.faults.map(describeFault).join('; '));
  yield { path: MANIFEST_FILE, bytes };
}

/** Pieces of whole lines → the texts of the parts. The head, which changes with every revision, is one by itself. */
async function* cutParts(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let open: string[] = [];
  let length = 0;
  let first = true;
  for await (const piece of pieces) {
    for (const line of piece.split(/(?<=\n)/)) {
      open.push(line);
      length += line.length;
      // By chance, but the same for the same line wherever it stands: a part ends once in USUAL_PART characters.
      const ends = length >= MOST_PART || (length >= LEAST_PART && hash53(line) % USUAL_PART < line.length);
      if (!first && !ends) continue;
      first = false;
      yield open.join('');
      open = [];
      length = 0;
    }
  }
  if (open.length > 0) yield open.join('');
}
