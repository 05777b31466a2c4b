/**
 * One record of a pack file: the shape by its schema, what the shape does not show, and what is odd about it. Knows one
 * record; what it refers to is references.ts.
 */
import * as v from 'valibot';
import { dateOf } from './dates';
import type { Findings } from './fault';
import { MAX_DEPTH } from './limits';
import { judgeNames } from './names';
import { plainClaim } from './plain-claim';
import { type FileRecord, type RecordKind, records } from './schema';

/** `claims[3]` + `clocks.said`: how a field is named after its record. */
export type FieldPlace = (path: string) => string;

export interface RecordContext {
  readonly findings: Findings;
  /** The last day that is not in the future, `YYYY-MM-DD`. */
  readonly lastDay: string;
}

/** Reads one record; null where it is refused, with its faults in the findings. Never throws; writes nothing into `value`. */
export function readRecord<K extends RecordKind>(kind: K, value: unknown, at: FieldPlace, context: RecordContext): FileRecord<K> | null {
  if (kind === 'claims') {
    const plain = plainClaim(value, context.lastDay);
    if (plain) return plain as FileRecord as FileRecord<K>;
  }
  const { findings } = context;
  if (isTooDeep(value)) {
    findings.faultIn(at(''), `at most ${MAX_DEPTH} lists or objects within each other`, 'more');
    return null;
  }
  const given = withoutScriptLinks(value, '', at, findings);
  const schema: v.GenericSchema<unknown, FileRecord> = records[kind];
  const read = v.safeParse(schema, given);
  if (!read.success) {
    tellIssues(read.issues, at, findings);
    return null;
  }
  const before = findings.faults.length;
  reportLeftOver(given, read.output, '', at, findings);
  judge(kind, read.output, at, context);
  return findings.faults.length === before ? (read.output as FileRecord<K>) : null;
}

type Path = readonly { readonly key?: unknown }[];

/** `clocks.said.edtf`, `names[2]`. */
function pathText(path: Path | undefined): string {
  let text = '';
  for (const { key } of path ?? []) text += typeof key === 'number' ? `[${key}]` : text ? `.${String(key)}` : String(key);
  return text;
}

export function tellIssues(issues: readonly v.BaseIssue<unknown>[], at: FieldPlace, findings: Findings): void {
  for (const issue of issues) {
    findings.fault(at(pathText(issue.path as Path | undefined)), wanted(issue), issue.input);
  }
}

/** Goes no deeper than the limit, whatever it is given. */
export function isTooDeep(value: unknown, left = MAX_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((item) => isTooDeep(item, left - 1));
}

/** A message set in the schema says what is wanted; valibot's own starts with "Invalid", and names a missing field by itself. */
function wanted(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid')) return issue.message;
  const key = issue.path?.at(-1)?.key;
  if (issue.input === undefined && issue.expected === `"${String(key)}"`) return 'a field of this name';
  return issue.expected ?? issue.type;
}

const SCRIPT_LINK = /^\s*(?:javascript|data|vbscript):/i;

/** The same without links that would run something: a claim is worth keeping without its link. */
function withoutScriptLinks(value: unknown, path: string, at: FieldPlace, findings: Findings): unknown {
  if (Array.isArray(value)) return value.map((item, i) => withoutScriptLinks(item, `${path}[${i}]`, at, findings));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => {
    const here = path ? `${path}.${name}` : name;
    if (name === 'url' && typeof item === 'string' && SCRIPT_LINK.test(item)) {
      findings.warn(at(here), 'a link that is no address, dropped', item);
      // An article without an address says so with null.
      return [name, path === '' ? null : undefined];
    }
    return [name, withoutScriptLinks(item, here, at, findings)];
  });
  return Object.fromEntries(entries);
}

/** Names that are part of every object: a field of that name is there to do harm. */
const OBJECTS_OWN = new Set(['__proto__', 'constructor', 'prototype']);

/** What of `given` the schema did not take, or took otherwise than it stood. */
export function reportLeftOver(given: unknown, taken: unknown, path: string, at: FieldPlace, findings: Findings): void {
  if (typeof given === 'string' && typeof taken === 'string') {
    if (!given.isWellFormed()) findings.warn(at(path), 'half a character, replaced by �', given);
    return;
  }
  if (typeof given !== 'object' || given === null) return;
  for (const [name, item] of Object.entries(given)) {
    const here = Array.isArray(given) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
    if (!Array.isArray(given) && OBJECTS_OWN.has(name)) findings.fault(at(here), 'no field of this name', item);
    else if (typeof taken === 'object' && taken !== null && Object.hasOwn(taken, name))
      reportLeftOver(item, (taken as Record<string, unknown>)[name], here, at, findings);
    else if (item !== undefined && here !== 'type') {
      findings.warn(at(here), 'an unknown field, ignored', item);
      reportForbidden(item, here, at, findings);
    }
  }
}

function reportForbidden(value: unknown, path: string, at: FieldPlace, findings: Findings): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`;
    if (!Array.isArray(value) && OBJECTS_OWN.has(name)) findings.fault(at(here), 'no field of this name', item);
    else reportForbidden(item, here, at, findings);
  }
}

function judge(kind: RecordKind, record: FileRecord, at: FieldPlace, { findings, lastDay }: RecordContext): void {
  if ('names' in record) judgeNames(record, at, findings);
  if (kind === 'actors') judgeTerms(record as FileRecord<'actors'>, at, findings);
  if (kind === 'articles') judgeFuture('published', (record as FileRecord<'articles'>).published, at, findings, lastDay);
  if (kind === 'claims') judgeClocks((record as FileRecord<'claims'>).clocks, at, findings, lastDay);
}

/** An office ends no earlier than it begins, as far as the two dates can tell. */
function judgeTerms({ offices }: FileRecord<'actors'>, at: FieldPlace, findings: Findings): void {
  for (const [i, { from, to }] of offices.entries()) {
    const [begins, ends] = [from && dateOf(from)?.first, to && dateOf(to)?.last];
    if (begins && ends && ends < begins) findings.fault(at(`offices[${i}].to`), `no date before ${from}`, to);
  }
}

function judgeClocks(clocks: FileRecord<'claims'>['clocks'], at: FieldPlace, findings: Findings, lastDay: string): void {
  const { published, modified } = clocks;
  // What happens may be announced before it does; the other clocks tell of what was done.
  for (const clock of ['said', 'reported', 'published', 'modified', 'captured'] as const)
    judgeFuture(`clocks.${clock}.edtf`, clocks[clock]?.edtf, at, findings, lastDay);
  const [first, last] = [published && dateOf(published.edtf)?.first, modified && dateOf(modified.edtf)?.last];
  if (first && last && last < first)
    findings.warn(at('clocks.modified.edtf'), 'modified before it was published, both kept', modified?.edtf);
}

function judgeFuture(path: string, edtf: string | null | undefined, at: FieldPlace, findings: Findings, lastDay: string): void {
  const first = edtf ? dateOf(edtf)?.first : undefined;
  if (first && first > lastDay) findings.warn(at(path), 'a date in the future, kept', edtf);
}
