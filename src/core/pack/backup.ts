/**
 * The backup: one file of everything that is the reader's own and every imported pack, line by line. What each line is, and whether
 * it fits; docs/backup.md says the same in words. Pure: knows no store, and of a row only what code relies on, so that what a later
 * version adds is kept.
 *
 *     {"format":"sidelight-backup","version":1,"rows":{"corrections":2,…},"packs":1}
 *     {"settings":{…}}
 *     {"in":"corrections","row":{…}}          one line for each row, table by table, in the order of their keys
 *     {"pack":"harbour","lines":3001}         followed by so many lines of the pack's own file
 */
import * as v from 'valibot';
import { isEdtf } from '../model/edtf';
import type { PackFault } from './fault';

export const BACKUP_FORMAT = 'sidelight-backup';
export const BACKUP_VERSION = 1;

/** Longest id, address or name that a row is kept under. */
const key = v.pipe(v.string(), v.minLength(1, 'an id'), v.maxLength(4000));
const text = v.string();
const nullableText = v.nullable(text);
const time = v.pipe(v.number(), v.finite('a time in milliseconds'));
const count = v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'a number from 0'));
const ids = v.array(key);
const names = v.array(v.union([text, v.looseObject({ text })]));
const edtf = v.pipe(text, v.check(isEdtf, 'an EDTF date'));
const clocks = v.record(v.string(), v.nullable(v.looseObject({ edtf, basis: text })));

const actor = v.looseObject({
  id: key,
  kind: v.picklist(['person', 'organisation', 'place', 'outlet'], '"person", "organisation", "place" or "outlet"'),
  name: text,
  names,
  surnames: v.array(text),
  offices: v.array(v.looseObject({ title: text })),
  sources: v.array(text),
});
const event = v.looseObject({ id: key, kind: text, name: text, names, participants: ids, dates: v.array(v.looseObject({ edtf })) });
const article = v.looseObject({
  id: key,
  outlet: v.nullable(key),
  title: text,
  url: nullableText,
  published: nullableText,
  actors: ids,
  events: ids,
});
const claim = v.looseObject({
  id: key,
  text,
  speaker: v.nullable(key),
  outlet: v.nullable(key),
  via: v.array(v.looseObject({ name: text })),
  clocks,
  actors: ids,
  events: ids,
  status: text,
  sources: v.array(text),
});
const schedule = v.object({
  nextAt: time,
  triedAt: v.nullable(time),
  failures: count,
  interval: v.pipe(time, v.minValue(1, 'a time above 0')),
  budget: v.object({ from: time, used: count }),
});
const paint = v.picklist(['open', 'discreet', 'off', 'always', 'pointed'], '"open", "discreet", "off", "always" or "pointed"');

/** The tables of the reader's own, in the order of the file, each with the shape of its rows. */
export const BACKUP_ROWS = {
  choices: v.looseObject({ key, value: paint }),
  corrections: v.looseObject({
    id: key,
    word: text,
    says: v.variant('is', [
      v.looseObject({ is: v.literal('not'), subject: key }),
      v.looseObject({ is: v.literal('other'), subject: key }),
      v.looseObject({ is: v.literal('never') }),
    ]),
    where: v.variant('in', [
      v.looseObject({ in: v.literal('page'), address: key }),
      v.looseObject({ in: v.literal('site'), host: key }),
      v.looseObject({ in: v.literal('everywhere') }),
    ]),
    made: text,
  }),
  ownActors: actor,
  ownEvents: event,
  ownArticles: v.looseObject({ id: key, record: article, remembered: v.boolean() }),
  // '' for a claim that was written by hand.
  ownClaims: v.looseObject({ id: key, subjects: ids, article: text, claim }),
  judgements: v.looseObject({ id: key, verdict: v.picklist(['kept', 'dismissed'], '"kept" or "dismissed"') }),
  subjectEdits: v.looseObject({ id: key, made: text }),
  recordEdits: v.looseObject({ id: key, of: v.picklist(['claim', 'article'], '"claim" or "article"'), subjects: ids, made: text }),
  deeds: v.looseObject({
    number: count,
    at: time,
    deed: v.looseObject({ did: text, id: key }),
    turns: v.array(v.looseObject({ table: text, id: key })),
    undone: v.boolean(),
  }),
  openings: v.looseObject({ id: key, at: time, before: v.nullable(time) }),
  feeds: v.looseObject({
    url: key,
    host: key,
    local: v.boolean(),
    title: text,
    outlet: v.nullable(key),
    home: nullableText,
    addedAt: time,
    schedule,
    articles: count,
  }),
  feedArticles: v.looseObject({
    id: key,
    feed: key,
    guid: text,
    record: article,
    summary: text,
    seenAt: time,
    earlier: v.array(v.looseObject({ title: text })),
  }),
  feedClaims: v.looseObject({ id: key, subjects: ids, article: key, claim }),
  subscriptions: v.looseObject({
    url: key,
    host: key,
    local: v.boolean(),
    pack: v.nullable(key),
    title: text,
    addedAt: time,
    daily: v.boolean(),
    automatic: v.boolean(),
    schedule,
  }),
} as const satisfies Record<string, v.GenericSchema>;

export type BackupTable = keyof typeof BACKUP_ROWS;
export const BACKUP_TABLES = Object.keys(BACKUP_ROWS) as readonly BackupTable[];

const head = v.object({
  format: v.literal(BACKUP_FORMAT, `"${BACKUP_FORMAT}"`),
  version: v.literal(BACKUP_VERSION, `version ${BACKUP_VERSION} of the backup`),
  rows: v.record(v.string(), count),
  packs: count,
});
export type BackupHead = v.InferOutput<typeof head>;

/** One line that is no line of a pack. */
export type BackupLine =
  | { readonly is: 'settings'; readonly settings: unknown }
  | { readonly is: 'row'; readonly table: BackupTable; readonly row: object }
  | { readonly is: 'pack'; readonly pack: string; readonly lines: number };

const line = v.union([
  v.strictObject({ settings: v.looseObject({}) }),
  v.strictObject({ in: v.picklist(BACKUP_TABLES), row: v.looseObject({}) }),
  v.strictObject({ pack: key, lines: v.pipe(count, v.minValue(1)) }),
]);

/** The place of a line: its number from 1. */
export interface LinePlace {
  readonly file: string;
  readonly number: number;
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly PackFault[] };

const refused = ({ file, number }: LinePlace, path: string, expected: string, found: string): Read<never> => ({
  ok: false,
  faults: [{ file, at: path ? `line ${number}, ${path}` : `line ${number}`, expected, found }],
});

function parsed(place: LinePlace, written: string): Read<unknown> {
  try {
    return { ok: true, value: JSON.parse(written) };
  } catch (error) {
    return refused(place, '', 'JSON', written.trim() === '' ? 'nothing' : error instanceof Error ? error.message : String(error));
  }
}

function told(place: LinePlace, [issue]: readonly v.BaseIssue<unknown>[], before: string): Read<never> {
  const path = [before, issue ? v.getDotPath(issue) : '']
    .filter(Boolean)
    .join('.')
    .replace(/\.(\d+)/g, '[$1]');
  const expected = !issue || issue.message.startsWith('Invalid') ? (issue?.expected ?? 'another value') : issue.message;
  return refused(place, path, expected, issue?.received ?? 'nothing');
}

/** Reads the first line. */
export function readBackupHead(place: LinePlace, written: string): Read<BackupHead> {
  const json = parsed(place, written);
  if (!json.ok) return json;
  const read = v.safeParse(head, json.value);
  if (!read.success) return told(place, read.issues, '');
  const strange = Object.keys(read.output.rows).find((table) => !Object.hasOwn(BACKUP_ROWS, table));
  // What this version does not know would be lost without a word.
  if (strange !== undefined) return refused(place, `rows.${strange}`, 'a table that this version of Sidelight knows', 'another');
  return { ok: true, value: read.output };
}

/** Reads any further line. A row is checked by the shape of its table. */
export function readBackupLine(place: LinePlace, written: string): Read<BackupLine> {
  const json = parsed(place, written);
  if (!json.ok) return json;
  const read = v.safeParse(line, json.value);
  if (!read.success) return refused(place, '', 'settings, a row of a table, or a pack', written.slice(0, 60));
  const { output } = read;
  if ('settings' in output) return { ok: true, value: { is: 'settings', settings: output.settings } };
  if ('pack' in output) return { ok: true, value: { is: 'pack', pack: output.pack, lines: output.lines } };
  const schema: v.GenericSchema<unknown, object> = BACKUP_ROWS[output.in];
  const row = v.safeParse(schema, output.row);
  if (!row.success) return told(place, row.issues, 'row');
  // As it stands, with whatever a later version added, and in its order, so that it is written again to the byte.
  return { ok: true, value: { is: 'row', table: output.in, row: output.row } };
}

const ownWords = (value: object): string => `${JSON.stringify(value)}\n`;

/** The lines that are no pack's, as they are written. */
export const backupLine = {
  head: (rows: BackupHead['rows'], packs: number) => ownWords({ format: BACKUP_FORMAT, version: BACKUP_VERSION, rows, packs }),
  settings: (settings: unknown) => ownWords({ settings }),
  row: (table: BackupTable, row: object) => ownWords({ in: table, row }),
  pack: (pack: string, lines: number) => ownWords({ pack, lines }),
} as const;
