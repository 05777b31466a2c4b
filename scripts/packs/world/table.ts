/**
 * Reads the world pack's source tables: one actor a line, names in six columns, offices indented below.
 * Each table says its columns in its first lines. Knows nothing of packs or of where the files are.
 */

/** The languages of the columns, in their order. */
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'uk', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One value for each language. */
export function byLanguage<T>(value: (language: Language) => T): Record<Language, T> {
  return { en: value('en'), fr: value('fr'), de: value('de'), es: value('es'), uk: value('uk'), ru: value('ru') };
}

/** One way of writing a name, as a table marks it. `family`: the part that is the family name. */
export interface TableName {
  readonly text: string;
  readonly weak: boolean;
  readonly exact: boolean;
  readonly family?: string;
  /** The family name counts alone. */
  readonly alone: boolean;
}

/** One language's cell. `replaces`: its names stand in place of CLDR's, not beside it. */
export interface Cell {
  readonly names: readonly TableName[];
  readonly replaces: boolean;
}

export interface TableOffice {
  readonly title: string;
  readonly of: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

export interface Row {
  readonly country: string;
  readonly id: string;
  readonly cells: Readonly<Record<Language, Cell>>;
  /** The column after the languages: what the actor is, '' where the table has none. */
  readonly about: string;
  readonly offices: readonly TableOffice[];
}

/** Country column of an actor that belongs to no single state. */
const NO_COUNTRY = '-';

/** Reads a table. Throws with file and line where one cannot be read: a table is mended, never half used. */
export function readTable(file: string, text: string): Row[] {
  const rows: (Row & { offices: TableOffice[] })[] = [];
  text.split('\n').forEach((line, i) => {
    if (!line.trim() || line.startsWith('#')) return;
    const fail = (what: string): never => {
      throw new Error(`${file}, line ${i + 1}: ${what}`);
    };
    if (!line.startsWith(' ')) {
      rows.push(readRow(line, fail));
      return;
    }
    const [title = '', of = '', from = '', to = '', asOf = '', ...rest] = line.split(';').map((part) => part.trim());
    if (!title || !asOf || rest.length) fail('an office is "title; of; from; to; as of"');
    (rows.at(-1) ?? fail('an office without an actor above it')).offices.push({ title, of, from, to, asOf });
  });
  return rows;
}

function readRow(line: string, fail: (what: string) => never): Row & { offices: TableOffice[] } {
  const [head = '', ...columns] = line.split(/\s\|(?=\s|$)/);
  const [country = '', id = '', ...rest] = head.trim().split(' ');
  if (!/^(?:[A-Z]{2}|-)$/.test(country) || !id || rest.length) fail('a line begins with country and id');
  if (columns.length > LANGUAGES.length + 1) fail('more columns than languages');
  return {
    country: country === NO_COUNTRY ? '' : country,
    id,
    cells: byLanguage((language) => readCell(columns[LANGUAGES.indexOf(language)] ?? '', fail)),
    about: columns[LANGUAGES.length]?.trim() ?? '',
    offices: [],
  };
}

function readCell(column: string, fail: (what: string) => never): Cell {
  const replaces = column.trim().startsWith('/');
  const names = column
    .replace(/^\s*\//, '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => readName(part, fail));
  return { names, replaces };
}

function readName(marked: string, fail: (what: string) => never): TableName {
  const [, marks = '', rest = ''] = /^([~^]*)(.*)$/.exec(marked) ?? [];
  const [, before = '', sign = '', family = '', after = ''] =
    /^([^*!]*)([*!]?)([^*!]*)\*?([^*!]*)$/.exec(rest) ?? fail(`unreadable name "${marked}"`);
  const text = before + family + after;
  if (!text || text !== text.trim()) fail(`unreadable name "${marked}"`);
  return { text, weak: marks.includes('~'), exact: marks.includes('^'), alone: sign === '!', ...(sign ? { family: family.trim() } : {}) };
}
