/**
 * Tables (CSV, TSV) of actors or claims, by columns that the reader chose. The first row names the columns. Pure; what a
 * column is likely to be is only proposed.
 */
import { createFindings } from '@/core/pack/fault';
import { createIds, type Draft, type DraftResult } from './draft';
import { readDate } from './read-date';
import { parseTable } from './table-text';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a column can be, for each kind of table. `null` leaves it out. */
export const FIELDS = {
  actors: ['id', 'name', 'kind', 'aliases', 'description', 'country', 'office', 'office-from', 'office-to'],
  claims: ['id', 'text', 'quote', 'speaker', 'said', 'reported', 'published', 'event-date', 'url', 'outlet', 'status'],
} as const;

export type TableKind = keyof typeof FIELDS;
export type Mapping<K extends TableKind = TableKind> = readonly ((typeof FIELDS)[K][number] | null)[];

export interface TableOptions<K extends TableKind = TableKind> {
  readonly kind: K;
  /** For each column what it is. */
  readonly mapping: Mapping<K>;
  /** Names the file as the source of every row. */
  readonly title: string;
  /** BCP 47; decides what `01/02/2025` is. */
  readonly language?: string;
  /** Today, as a day: for how long an office without an end is vouched for. */
  readonly today: string;
}

/** Rows of a table; the separator is found by itself. Throws nothing: a row too short is filled with nothing. */
export function readTable(text: string): Table {
  const [columns = [], ...rows] = parseTable(text);
  return { columns: columns.map((name) => name.trim()), rows };
}

const LIKELY: Readonly<Record<string, RegExp>> = {
  id: /^(?:id|key|identifier|qid)$/i,
  name: /^(?:name|label|title|actor|person|entity)$/i,
  kind: /^(?:kind|type|schema)$/i,
  aliases: /^(?:alias(?:es)?|aka|other names?|names)$/i,
  description: /^(?:description|summary|bio|notes?)$/i,
  country: /^(?:country|nationality)(?: code)?$/i,
  office: /^(?:office|position|role|job|post)$/i,
  'office-from': /^(?:office[ -])?(?:from|since|start(?: date)?)$/i,
  'office-to': /^(?:office[ -])?(?:to|until|end(?: date)?)$/i,
  text: /^(?:text|claim|statement|claim ?reviewed|content)$/i,
  quote: /^(?:quote|quotation|exact)$/i,
  speaker: /^(?:speaker|author|said by|who|claimant|source)$/i,
  said: /^(?:said|date|said on|claim ?date|when)$/i,
  reported: /^reported(?: on)?$/i,
  published: /^(?:published|publication date|date published)$/i,
  'event-date': /^event[ -]?date$/i,
  url: /^(?:url|link|address|evidence)$/i,
  outlet: /^(?:outlet|publisher|medium)$/i,
  status: /^status$/i,
};

/** Proposes what each column is, each field once. */
export function proposeMapping<K extends TableKind>(kind: K, columns: readonly string[]): Mapping<K> {
  const taken = new Set<string>();
  return columns.map((column) => {
    const field = FIELDS[kind].find((each) => !taken.has(each) && LIKELY[each]?.test(column)) ?? null;
    if (field) taken.add(field);
    return field;
  }) as Mapping<K>;
}

const SOURCE = 'table';
const LIST = /\s*[|;]\s*/;
const KINDS: Readonly<Record<string, string>> = {
  human: 'person',
  people: 'person',
  company: 'organisation',
  organization: 'organisation',
  location: 'place',
};

/** Rows → drafts. `file` names faults; a row's number counts the head as 1, as spreadsheets do. */
export function readRows(file: string, { rows }: Table, options: TableOptions): DraftResult {
  const findings = createFindings(file);
  const ids = createIds(options.kind === 'actors' ? 'actor' : 'claim');
  const actors = new Map<string, string>();
  const actorIds = createIds('actor');
  const records: Draft[] = [];
  const sources = [SOURCE];

  const dateIn = (at: string, field: string, text: string | undefined): string | undefined => {
    if (!text) return undefined;
    const date = readDate(text, options.language);
    if (!date) findings.fault(at, `a date in “${field}”, in an order that the language decides, such as 2025-12-08`, text);
    else if (date.note) findings.warn(at, `a time without a zone in “${field}”: the day as it is written`, text);
    return date?.edtf;
  };
  /** Whoever speaks becomes an actor of the pack, once. */
  const actorNamed = (name: string, at: string): string => {
    const known = actors.get(name);
    if (known) return known;
    const id = actorIds(name);
    actors.set(name, id);
    records.push({ list: 'actors', record: { id, kind: 'person', name, sources }, at });
    return id;
  };

  for (const [i, row] of rows.entries()) {
    const at = `row ${i + 2}`;
    const cells = new Map<string, string>();
    for (const [column, field] of options.mapping.entries()) {
      const cell = row[column]?.trim();
      if (field && cell) cells.set(field, cell);
    }
    const cell = (field: string) => cells.get(field);
    if (options.kind === 'actors') {
      const name = cell('name');
      if (!name) {
        findings.fault(at, 'a name', undefined);
        continue;
      }
      const kind = (cell('kind') ?? 'person').toLowerCase();
      const office = cell('office');
      const [from, to] = [dateIn(at, 'office-from', cell('office-from')), dateIn(at, 'office-to', cell('office-to'))];
      const record = {
        id: ids(cell('id') ?? name),
        kind: KINDS[kind] ?? kind,
        name,
        names: (cell('aliases') ?? '').split(LIST).filter((alias) => alias && alias !== name),
        ...(cell('description') ? { description: cell('description') } : {}),
        ...(cell('country') ? { country: cell('country')?.toUpperCase() } : {}),
        ...(office
          ? { offices: [{ title: office, ...(from ? { from } : {}), ...(to ? { to } : {}), asOf: to ?? options.today, sources }] }
          : {}),
        sources,
      };
      records.push({ list: 'actors', record, at });
      continue;
    }
    const text = cell('text') ?? cell('quote');
    if (!text) {
      findings.fault(at, 'the text of a claim', undefined);
      continue;
    }
    const speaker = cell('speaker');
    const actor = speaker ? actorNamed(speaker, at) : null;
    const clocks: Record<string, object> = {};
    for (const [field, clock] of [
      ['said', 'said'],
      ['reported', 'reported'],
      ['published', 'published'],
      ['event-date', 'event'],
    ] as const) {
      const edtf = dateIn(at, field, cell(field));
      if (edtf) clocks[clock] = { edtf, basis: 'record' };
    }
    const outlet = cell('outlet');
    const record = {
      id: ids(cell('id') ?? text.split(/\s+/).slice(0, 8).join(' ')),
      text,
      ...(cell('quote') ? { quote: cell('quote') } : {}),
      speaker: actor,
      outlet: null,
      // An outlet by name only: which one it is, its domains would say.
      ...(outlet ? { via: [{ name: outlet }] } : {}),
      clocks,
      actors: actor ? [actor] : [],
      // Somebody's table is a report of claims until the reader says more.
      status: cell('status') ?? 'second-hand',
      ...(cell('url') ? { evidence: { url: cell('url') } } : {}),
      sources,
    };
    records.push({ list: 'claims', record, at });
  }
  if (findings.faults.length > 0) return { ok: false, faults: findings.faults };
  return { ok: true, drafts: { records, sources: { [SOURCE]: { title: options.title } }, warnings: findings.warnings } };
}
