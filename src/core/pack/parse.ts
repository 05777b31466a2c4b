/**
 * A pack file → records with qualified ids, or a list of what is wrong with it and where.
 * Pure: takes text or parsed JSON. References into other packs are not followed here: the store knows those.
 */
import * as v from 'valibot';
import type { Actor, NameForm, Outlet } from '../model/actor';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import type { NewsEvent } from '../model/event';
import { qualify } from '../model/ids';
import { checkPack } from './check';
import { type PackFile, type PackSource, packFile, packHead } from './schema';

export interface PackInfo {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly description?: string;
  readonly licence: string;
  readonly attribution?: string;
  readonly sources: Readonly<Record<string, PackSource>>;
}

/** A pack read whole: every id and reference is qualified, every default filled in. */
export interface Pack {
  readonly info: PackInfo;
  readonly actors: readonly Actor[];
  readonly outlets: readonly Outlet[];
  readonly events: readonly NewsEvent[];
  readonly articles: readonly Article[];
  readonly claims: readonly Claim[];
}

/** One thing wrong in a pack file. `at` is the place: `claims[3].clocks.said.edtf`, '' for the whole file. */
export interface PackFault {
  readonly file: string;
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

export type PackResult = { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly faults: readonly PackFault[] };

/** More faults than this help nobody mend a file; the rest shows when these are gone. */
const MAX_FAULTS = 20;
/** How much of a wrong value is quoted back. */
const MAX_FOUND = 60;

/** One sentence for the reader: `world.json, actors[3].name: expected a name, found ""`. */
export function describeFault(fault: PackFault): string {
  const place = fault.at ? `${fault.file}, ${fault.at}` : fault.file;
  return `${place}: expected ${fault.expected}, found ${fault.found}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value) ?? String(value);
  return json.length > MAX_FOUND ? `${json.slice(0, MAX_FOUND)}…` : json;
}

type Path = readonly { readonly key?: unknown }[];

function place(path: Path | undefined): string {
  let at = '';
  for (const { key } of path ?? []) at += typeof key === 'number' ? `[${key}]` : at ? `.${String(key)}` : String(key);
  return at;
}

function faultsOf(file: string, issues: readonly v.BaseIssue<unknown>[]): PackFault[] {
  return issues.slice(0, MAX_FAULTS).map((issue) => ({
    file,
    at: place(issue.path as Path | undefined),
    // A message set in the schema says what is wanted; valibot's own starts with "Invalid".
    expected: issue.message.startsWith('Invalid') ? (issue.expected ?? issue.type) : issue.message,
    found: shown(issue.input),
  }));
}

/** Reads a pack from JSON text. Never throws. */
export function parsePackText(file: string, json: string): PackResult {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return { ok: false, faults: [{ file, at: '', expected: 'JSON', found: error instanceof Error ? error.message : String(error) }] };
  }
  return parsePack(file, data);
}

/** Reads a pack from parsed JSON. Never throws; writes nothing into `data`. */
export function parsePack(file: string, data: unknown): PackResult {
  const head = v.safeParse(packHead, data);
  if (!head.success) return { ok: false, faults: faultsOf(file, head.issues) };
  const whole = v.safeParse(packFile, data);
  if (!whole.success) return { ok: false, faults: faultsOf(file, whole.issues) };
  const faults = checkPack(whole.output)
    .slice(0, MAX_FAULTS)
    .map(({ at, expected, found, note }) => ({ file, at, expected, found: note ? `${shown(found)}, ${note}` : shown(found) }));
  return faults.length ? { ok: false, faults } : { ok: true, pack: qualified(whole.output) };
}

function qualified(file: PackFile): Pack {
  const { actors, outlets, events, articles, claims, format: _format, version: _version, ...info } = file;
  const q = (id: string) => qualify(file.id, id);
  const all = (ids: readonly string[]) => ids.map(q);
  const forms = (names: PackFile['actors'][number]['names']): NameForm[] => names.map((n) => (typeof n === 'string' ? { text: n } : n));
  return {
    info,
    actors: actors.map((a) => ({
      ...a,
      id: q(a.id),
      names: forms(a.names),
      offices: a.offices.map((o) => (o.of ? { ...o, of: q(o.of) } : o)),
    })),
    outlets: outlets.map((o) => ({ ...o, id: q(o.id), kind: 'outlet' as const, names: forms(o.names), surnames: [], offices: [] })),
    events: events.map((e) => ({
      ...e,
      id: q(e.id),
      names: forms(e.names),
      ...(e.place ? { place: q(e.place) } : {}),
      participants: all(e.participants),
    })),
    articles: articles.map((a) => ({ ...a, id: q(a.id), outlet: a.outlet && q(a.outlet), actors: all(a.actors), events: all(a.events) })),
    claims: claims.map((c) => ({
      ...c,
      id: q(c.id),
      speaker: c.speaker && q(c.speaker),
      outlet: c.outlet && q(c.outlet),
      via: c.via.map((x) => (x.id ? { ...x, id: q(x.id) } : x)),
      actors: all(c.actors),
      events: all(c.events),
      ...(c.readIn ? { readIn: q(c.readIn) } : {}),
    })),
  };
}
