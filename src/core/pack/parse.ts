/**
 * A pack in memory → records with qualified ids, or a list of what is wrong with it and where: for the packs that come with
 * the extension, and for commands. Files of any size are read by read.ts.
 */
import type { Actor, NameForm, Outlet } from '../model/actor';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import type { NewsEvent } from '../model/event';
import { qualify } from '../model/ids';
import { claimOf } from './claim-text';
import { createFindings, type PackFault, type PackWarning } from './fault';
import { type PackItem, readWholeData, readWholeText, type WholePack } from './read';
import { fileRecord, recordText } from './record-text';
import type { FileRecord, PackHead, PackSource, RecordKind } from './schema';

export { describeFault, type PackFault } from './fault';

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

export type PackResult =
  | { readonly ok: true; readonly pack: Pack; readonly warnings: readonly PackWarning[] }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Reads a pack from JSON text. Never throws. */
export function parsePackText(file: string, json: string, now = Date.now()): PackResult {
  const findings = createFindings(file);
  return result(readWholeText(json, findings, now), findings);
}

/** Reads a pack from parsed JSON. Never throws; writes nothing into `data`. */
export function parsePack(file: string, data: unknown, now = Date.now()): PackResult {
  const findings = createFindings(file);
  return result(readWholeData(data, findings, now), findings);
}

function result(whole: WholePack | null, findings: ReturnType<typeof createFindings>): PackResult {
  return whole
    ? { ok: true, pack: packOfItems(whole.head, whole.items), warnings: findings.warnings }
    : { ok: false, faults: findings.faults };
}

/** What of a head is kept with the pack. */
export function infoOf({ id, revision, title, description, licence, attribution, sources }: PackHead): PackInfo {
  return {
    id,
    revision,
    title,
    ...(description === undefined ? {} : { description }),
    licence,
    ...(attribution === undefined ? {} : { attribution }),
    sources,
  };
}

function packOfItems(head: PackHead, items: readonly PackItem[]): Pack {
  const of = <K extends PackItem['kind']>(kind: K) => items.filter((item): item is Extract<PackItem, { kind: K }> => item.kind === kind);
  const qualified = qualifier(head.id);
  return {
    info: infoOf(head),
    actors: of('actors').map(({ record }) => qualified.actor(record)),
    outlets: of('outlets').map(({ record }) => qualified.outlet(record)),
    events: of('events').map(({ record }) => qualified.event(record)),
    articles: of('articles').map(({ record }) => qualified.article(record)),
    claims: of('claims').map(({ text }) => claimOf(head.id, text)),
  };
}

/** The records of a pack in memory, as reading its file would hand them on. */
export function itemsOf(pack: Pack): PackItem[] {
  const { id } = pack.info;
  const items = <K extends RecordKind, Kept>(kind: K, list: readonly Kept[], toFile: (pack: string, record: Kept) => FileRecord<K>) =>
    list.map((kept) => {
      const record = toFile(id, kept);
      return { kind, record, text: recordText(kind, record, false) } as PackItem;
    });
  return [
    ...items('actors', pack.actors, fileRecord.actor),
    ...items('outlets', pack.outlets, fileRecord.outlet),
    ...items('events', pack.events, fileRecord.event),
    ...items('articles', pack.articles, fileRecord.article),
    ...items('claims', pack.claims, fileRecord.claim),
  ];
}

const forms = (names: FileRecord<'actors'>['names']): NameForm[] => names.map((n) => (typeof n === 'string' ? { text: n } : n));

/** Records of the file of a pack → records of the store: every id and reference is qualified. */
export function qualifier(pack: string) {
  const q = (id: string) => qualify(pack, id);
  return {
    actor: (a: FileRecord<'actors'>): Actor => ({
      ...a,
      id: q(a.id),
      names: forms(a.names),
      offices: a.offices.map((o) => (o.of ? { ...o, of: q(o.of) } : o)),
    }),
    outlet: (o: FileRecord<'outlets'>): Outlet => ({ ...o, id: q(o.id), kind: 'outlet', names: forms(o.names), surnames: [], offices: [] }),
    event: (e: FileRecord<'events'>): NewsEvent => ({
      ...e,
      id: q(e.id),
      names: forms(e.names),
      ...(e.place ? { place: q(e.place) } : {}),
      participants: e.participants.map(q),
    }),
    article: (a: FileRecord<'articles'>): Article => ({
      ...a,
      id: q(a.id),
      outlet: a.outlet && q(a.outlet),
      actors: a.actors.map(q),
      events: a.events.map(q),
    }),
  } as const;
}
