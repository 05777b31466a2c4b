/**
 * A pack file, of either form, gzipped or not → its records, checked one by one and handed on as they are read. JSONL is
 * read with bounded memory; a JSON file is held whole. Pure: bytes in, records out, nothing stored.
 */
import * as v from 'valibot';
import { FEED_PACK } from '../model/ids';
import type { ClosedClaimIndex } from './claim-index';
import { type ClaimLinks, createClaimLines, linksOf } from './claim-line';
import { lastCredibleDay } from './dates';
import { createFindings, type Findings, type PackFault, PackRefused, type PackWarning } from './fault';
import { MAX_CLAIMS, MAX_DEPTH, MAX_JSON, MAX_JSONL, MAX_LINE } from './limits';
import { linesOf } from './lines';
import { LINE_TYPES, recordText } from './record-text';
import { isTooDeep, readRecord, reportLeftOver, tellIssues } from './records';
import { createReferences, type Linked, type Places } from './references';
import { type FileRecord, type PackHead, packHead, RECORD_KINDS, type RecordKind } from './schema';
import { type TextProgress, textOf } from './text-stream';

/** A record with the line that it is written as. */
export type PackItem =
  | OtherItem
  /** Of a claim no more is told than its pack has to do with: the rest is in its text. */
  | { readonly kind: 'claims'; readonly record: ClaimLinks; readonly text: string };
type OtherKind = Exclude<RecordKind, 'claims'>;
type OtherItem = { [K in OtherKind]: { readonly kind: K; readonly record: FileRecord<K>; readonly text: string } }[OtherKind];

/** Takes what is read, in the order of the file. Whatever came before a fault was handed on already: nothing of it may be shown. */
export interface PackSink {
  begin(head: PackHead): void | Promise<void>;
  add(items: readonly PackItem[]): void | Promise<void>;
}

export interface PackInput {
  /** For sentences to the reader. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface ReadProgress {
  /** Of the file as it lies there, gzipped or not. */
  readonly bytes: number;
  readonly records: number;
}

export interface ReadOptions {
  /** In ms: what is dated later is flagged. */
  readonly now?: number;
  /** Aborting rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

interface ReadWhole {
  readonly ok: true;
  readonly head: PackHead;
  readonly claims: ClosedClaimIndex;
  readonly records: number;
  readonly warnings: readonly PackWarning[];
  /** How many there were in all. */
  readonly warned: number;
}

export type ReadResult = ReadWhole | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Reads a pack. Rejects only where `bytes`, the sink or the signal do. */
export async function readPack({ name, bytes }: PackInput, sink: PackSink, options: ReadOptions = {}): Promise<ReadResult> {
  const { now = Date.now(), signal, onProgress } = options;
  const progress: TextProgress = { read: 0 };
  const findings = createFindings(name);
  const pieces = aborting(textOf(name, bytes, progress), signal);
  try {
    const opening = await readOpening(pieces);
    const rest = opening.rest;
    if (!opening.isLines) {
      const text = await wholeText(rest, findings);
      return await handOn(readWholeText(text, findings, now), sink, findings, progress, onProgress);
    }
    return await readLines(rest, sink, findings, now, (records) => onProgress?.({ bytes: progress.read, records }));
  } catch (error) {
    if (error instanceof PackRefused) return { ok: false, faults: [...findings.faults, ...error.faults] };
    throw error;
  } finally {
    await pieces.return(undefined);
  }
}

async function* aborting(pieces: AsyncGenerator<string>, signal: AbortSignal | undefined): AsyncGenerator<string> {
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    yield piece;
  }
}

/** JSONL begins with a line that is an object by itself, and goes on. Reads no further than that line's end. */
async function readOpening(pieces: AsyncGenerator<string>): Promise<{ isLines: boolean; rest: AsyncGenerator<string> }> {
  let text = '';
  let isLines = false;
  for (;;) {
    const next = await pieces.next();
    if (next.done) break;
    text += next.value;
    const end = text.trimStart() === '' ? -1 : text.indexOf('\n', text.length - text.trimStart().length);
    if (end < 0 && text.length <= MAX_LINE) continue;
    isLines = end >= 0 && text.slice(end).trim() !== '' && isObject(tryParse(text.slice(0, end)));
    if (isLines || end < 0 || text.slice(end).trim() !== '') break;
  }
  const opening = text;
  async function* all(): AsyncGenerator<string> {
    yield opening;
    yield* pieces;
  }
  return { isLines, rest: all() };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function tryParse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

async function wholeText(pieces: AsyncIterable<string>, findings: Findings): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MAX_JSON) {
      findings.faultIn('', `at most ${MAX_JSON / 2 ** 20} million characters of JSON`, 'more: write the pack as JSONL, one record a line');
      throw new PackRefused([]);
    }
    parts.push(piece);
  }
  return parts.join('');
}

/** What a JSON file holds, where nothing is wrong with it. */
export interface WholePack {
  readonly head: PackHead;
  readonly items: readonly PackItem[];
  readonly claims: ClosedClaimIndex;
}

/** Reads a pack from JSON text. Null where it is refused; never throws. */
export function readWholeText(text: string, findings: Findings, now: number): WholePack | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    findings.faultIn('', 'JSON', text.trim() === '' ? 'nothing' : words);
    return null;
  }
  return readWholeData(data, findings, now);
}

const IN_LISTS: Places = { of: (kind, n) => (path) => (path ? `${kind}[${n}].${path}` : `${kind}[${n}]`) };
const ON_LINES: Places = { of: (_, n) => (path) => (path ? `line ${n}, ${path}` : `line ${n}`) };

/** Reads a pack from parsed JSON. Null where it is refused; never throws; writes nothing into `data`. */
export function readWholeData(data: unknown, findings: Findings, now: number): WholePack | null {
  if (isTooDeep(data)) {
    findings.faultIn('', `at most ${MAX_DEPTH} lists or objects within each other`, 'more');
    return null;
  }
  const head = readHead(data, (path) => path, findings, RECORD_KINDS);
  if (!head || !isObject(data)) return null;
  const references = createReferences(head, findings, IN_LISTS);
  const context = { findings, lastDay: lastCredibleDay(now) };
  const items: PackItem[] = [];
  const found: Partial<Record<RecordKind, number>> = {};
  for (const kind of RECORD_KINDS) {
    const list = data[kind] ?? [];
    if (!Array.isArray(list)) {
      findings.fault(kind, `a list of ${kind}`, list);
      continue;
    }
    found[kind] = list.length;
    for (const [n, value] of list.entries()) {
      if (findings.full()) return null;
      const item = takeRecord(kind, value, n, IN_LISTS, references, context);
      if (item) items.push(item);
    }
  }
  const claims = references.close();
  checkCounts(head, found, (path) => path, findings);
  return findings.faults.length > 0 ? null : { head, items: withoutRepeated(items, claims), claims };
}

/** Checks one record by itself and beside the others; null where it is refused or stands there already. */
function takeRecord<K extends RecordKind>(
  kind: K,
  value: unknown,
  n: number,
  places: Places,
  references: ReturnType<typeof createReferences>,
  context: { readonly findings: Findings; readonly lastDay: string },
): PackItem | null {
  const record = readRecord(kind, value, places.of(kind, n), context);
  if (!record) return null;
  const text = recordText(kind, record, false);
  const told = kind === 'claims' ? linksOf(record as FileRecord<'claims'>) : record;
  return references.take(kind, told as Linked<K>, text, n) ? ({ kind, record: told, text } as PackItem) : null;
}

/** A claim that stands in the file twice, word for word, is one claim. */
function withoutRepeated(items: readonly PackItem[], { repeated }: ClosedClaimIndex): readonly PackItem[] {
  if (repeated.length === 0) return items;
  const twice = new Set(repeated);
  let ordinal = 0;
  return items.filter(({ kind }) => kind !== 'claims' || !twice.has(ordinal++));
}

function readHead(data: unknown, at: (path: string) => string, findings: Findings, lists: readonly string[]): PackHead | null {
  if (!isObject(data)) {
    findings.fault(at(''), 'a pack: an object', data);
    return null;
  }
  const read = v.safeParse(packHead, data);
  if (!read.success) {
    tellIssues(read.issues, at, findings);
    return null;
  }
  const own = Object.fromEntries(Object.entries(data).filter(([name]) => !lists.includes(name)));
  reportLeftOver(own, read.output, '', at, findings);
  // What feeds bring is kept under this name, and a pack's records would be taken for theirs.
  if (read.output.id === FEED_PACK) findings.fault(at('id'), 'another id than that of what feeds bring', FEED_PACK);
  for (const key of Object.keys(read.output.sources)) {
    if (key === 'constructor' || key === 'prototype') findings.fault(at(`sources.${key}`), 'no field of this name', key);
  }
  return findings.faults.length > 0 ? null : read.output;
}

function checkCounts(head: PackHead, found: Partial<Record<RecordKind, number>>, at: (path: string) => string, findings: Findings): void {
  for (const kind of RECORD_KINDS) {
    const told = head.counts?.[kind];
    const there = found[kind] ?? 0;
    if (told !== undefined && told !== there) findings.faultIn(at(`counts.${kind}`), `${told} ${kind}, as the head says`, `${there}`);
  }
}

/** A JSON file's records, once all of them are known to be right. */
async function handOn(
  whole: WholePack | null,
  sink: PackSink,
  findings: Findings,
  progress: TextProgress,
  onProgress: ReadOptions['onProgress'],
): Promise<ReadResult> {
  if (!whole) return { ok: false, faults: findings.faults };
  await sink.begin(whole.head);
  await sink.add(whole.items);
  onProgress?.({ bytes: progress.read, records: whole.items.length });
  // The repeated claims were left out, so that places among the claims are those of the index without them.
  const { index } = whole.claims;
  const claims =
    whole.claims.repeated.length > 0 ? { ...whole.claims, index: renumbered(index, whole.claims.repeated), repeated: [] } : whole.claims;
  return { ok: true, head: whole.head, claims, records: whole.items.length, warnings: findings.warnings, warned: findings.warned };
}

function renumbered(index: ClosedClaimIndex['index'], repeated: readonly number[]): ClosedClaimIndex['index'] {
  const left = [...repeated].sort((a, b) => a - b);
  const before = (ordinal: number) => {
    let n = 0;
    while (n < left.length && (left[n] ?? 0) < ordinal) n++;
    return n;
  };
  return { ...index, ordinal: index.ordinal.map((ordinal) => ordinal - before(ordinal)) };
}

const KIND_OF_TYPE = new Map<unknown, RecordKind>(RECORD_KINDS.map((kind) => [LINE_TYPES[kind], kind]));

/** Claims stand last, so that a claim is never too early. */
const CLAIMS = RECORD_KINDS.indexOf('claims');

async function readLines(
  pieces: AsyncIterable<string>,
  sink: PackSink,
  findings: Findings,
  now: number,
  onProgress: (records: number) => void,
): Promise<ReadResult> {
  const refuse = (): never => {
    throw new PackRefused([]);
  };
  const lines = linesOf(limited(pieces, findings), MAX_LINE, (line) => {
    findings.faultIn(`line ${line}`, `at most ${MAX_LINE} characters on a line`, 'more');
    return refuse();
  });
  const context = { findings, lastDay: lastCredibleDay(now) };
  const knownClaim = createClaimLines(context.lastDay);
  const found: Record<RecordKind, number> = { actors: 0, outlets: 0, events: 0, articles: 0, claims: 0 };
  let head: PackHead | null = null;
  let references: ReturnType<typeof createReferences> | null = null;
  let at = 0;
  let stage = 0;
  let records = 0;
  for await (const some of lines) {
    const items: PackItem[] = [];
    for (const line of some) {
      at++;
      const known = references && knownClaim(line);
      if (known && references) {
        stage = CLAIMS;
        found.claims++;
        if (references.take('claims', known.links, known.text, at)) items.push({ kind: 'claims', record: known.links, text: known.text });
        continue;
      }
      if (line.trim() === '') continue;
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch (error) {
        findings.faultIn(`line ${at}`, 'JSON', error instanceof Error ? error.message : String(error));
        continue;
      }
      if (!head || !references) {
        const place = ON_LINES.of('actors', at);
        for (const kind of RECORD_KINDS)
          if (isObject(value) && kind in value) findings.faultIn(place(kind), 'each record on a line of its own', 'a list');
        head = readHead(value, place, findings, ['type']);
        if (!head) return refuse();
        references = createReferences(head, findings, ON_LINES);
        await sink.begin(head);
        continue;
      }
      const kind = KIND_OF_TYPE.get(isObject(value) ? value.type : undefined);
      if (kind === undefined) {
        const types = [...KIND_OF_TYPE.keys()].map((type) => `"${type}"`).join(', ');
        findings.fault(ON_LINES.of('actors', at)('type'), `one of ${types}`, isObject(value) ? value.type : value);
        continue;
      }
      const order = RECORD_KINDS.indexOf(kind);
      if (order < stage) {
        const before = RECORD_KINDS[stage] ?? kind;
        findings.faultIn(ON_LINES.of(kind, at)('type'), `${RECORD_KINDS.slice(0, 4).join(', ')} before claims`, `${kind} after ${before}`);
        continue;
      }
      stage = order;
      found[kind]++;
      const item = takeRecord(kind, value, at, ON_LINES, references, context);
      if (item) items.push(item);
    }
    if (found.claims > MAX_CLAIMS) findings.faultIn(`line ${at}`, `at most ${MAX_CLAIMS} claims`, 'more');
    // Nothing of the file will be shown: the rest of a large one is not worth reading.
    if (findings.faults.length > 0) return refuse();
    if (items.length > 0) await sink.add(items);
    records += items.length;
    onProgress(records);
  }
  if (!head || !references) {
    findings.faultIn('', 'a pack', 'nothing');
    return refuse();
  }
  const claims = references.close();
  checkCounts(head, found, ON_LINES.of('actors', 1), findings);
  if (findings.faults.length > 0) return refuse();
  return { ok: true, head, claims, records: records - claims.repeated.length, warnings: findings.warnings, warned: findings.warned };
}

async function* limited(pieces: AsyncIterable<string>, findings: Findings): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MAX_JSONL) {
      findings.faultIn('', `at most ${MAX_JSONL / 2 ** 30} thousand million characters`, 'more');
      throw new PackRefused([]);
    }
    yield piece;
  }
}
