/**
 * One line of an outlet table → one record of the outlets pack, and the pack's text.
 * Pure: knows no file system. What a record may hold is said by src/core/pack/schema.ts, which the test applies.
 *
 * A table is UTF-8 text with a tab between columns; `#` starts a heading, an empty line is free, `-` is an empty column:
 *
 *     id  name  country  languages  domains  kind  family  names
 *
 * `languages` and `domains` are joined by commas. `kind` is `agency` or `-`. `names` are joined by `; `, each as it is
 * written in running text; a leading `~` makes it weak (a word, or someone else's name too: it never counts alone),
 * a leading `=` makes it count only in exactly this spelling. Where the display name itself is weak, repeat it with `~`.
 * Punctuation does not part names: quotation marks around one make it no stronger.
 *
 * `country` is the country whose public the newsroom writes for, also from exile; a newsroom that writes for the public of
 * several countries has the country of its seat. An outlet of several countries with a newsroom in each is a row for each.
 * `domains` cover their subdomains: where a broadcaster or a portal keeps its news on a host of its own, write that host.
 * Not in the tables: sites that carry what others wrote, which would count as one more voice.
 */

export type NameEntry = string | { readonly text: string; readonly weak?: true; readonly case?: 'exact' };

export interface OutletRecord {
  readonly id: string;
  readonly name: string;
  readonly names?: readonly NameEntry[];
  readonly domains: readonly string[];
  readonly country: string;
  readonly languages: readonly string[];
  readonly family?: string;
  readonly agency?: true;
  readonly feeds?: readonly string[];
  readonly sources: readonly string[];
}

const COLUMNS = 8;

/** The provenance of every record: one hand wrote the tables; a row with a source of its own would need a column. */
const SOURCES = ['editors'];

/** Raise with every published change: readers' stores take an update only if it grew. */
const REVISION = 3;

const HEAD = {
  format: 'sidelight-pack',
  version: 1,
  id: 'outlets',
  revision: REVISION,
  title: 'News outlets',
  description:
    'News outlets of the world: their names in running text, the domains they publish on, languages, publisher family, and the country whose public they write for (of several countries: their seat).',
  licence: 'CC0-1.0',
  sources: {
    editors: {
      title: 'Compiled by the editors of Sidelight',
      note: 'Written from general knowledge in November 2026, not copied from another list. To check a record, see the imprint of its first domain.',
    },
    feeds: {
      title: 'Feed addresses, from the editors of Sidelight',
      note: 'Well-known addresses, from general knowledge in November 2026. None was fetched when this pack was built.',
    },
  },
};

/** Reads a whole table. Throws an Error that names the file and line of the first row that does not fit. */
export function readTable(file: string, text: string): OutletRecord[] {
  const records: OutletRecord[] = [];
  text.split('\n').forEach((line, i) => {
    if (line === '' || line.startsWith('#')) return;
    try {
      records.push(readRow(line));
    } catch (error) {
      throw new Error(`${file}:${i + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return records;
}

function readRow(line: string): OutletRecord {
  const columns = line.split('\t');
  if (columns.length !== COLUMNS) throw new Error(`expected ${COLUMNS} columns, found ${columns.length}`);
  const [id = '', name = '', country = '', languages = '', domains = '', kind = '', family = '', names = ''] = columns;
  if (kind !== 'agency' && kind !== '-') throw new Error(`expected "agency" or "-", found "${kind}"`);
  return {
    id,
    name,
    ...(names === '-' ? {} : { names: names.split('; ').map(readName) }),
    domains: domains.split(','),
    country,
    languages: languages.split(','),
    ...(family === '-' ? {} : { family }),
    ...(kind === 'agency' ? { agency: true as const } : {}),
    sources: SOURCES,
  };
}

function readName(entry: string): NameEntry {
  if (entry.startsWith('~')) return { text: entry.slice(1), weak: true };
  if (entry.startsWith('=')) return { text: entry.slice(1), case: 'exact' };
  return entry;
}

/** Adds the feeds of the list beside the tables. Throws an Error that names the line of an outlet that no table has. */
export function withFeeds(records: readonly OutletRecord[], text: string): OutletRecord[] {
  const feeds = new Map<string, string[]>();
  text.split('\n').forEach((line, i) => {
    if (line === '' || line.startsWith('#')) return;
    const [id = '', url = ''] = line.split('\t');
    if (!records.some((record) => record.id === id)) throw new Error(`feeds.txt:${i + 1}: no outlet "${id}"`);
    feeds.set(id, [...(feeds.get(id) ?? []), url]);
  });
  return records.map((record) => {
    const own = feeds.get(record.id);
    return own ? { ...record, feeds: own, sources: [...record.sources, 'feeds'] } : record;
  });
}

/** The pack file: sorted by id, one record a line, so that two revisions differ only in the lines that changed. */
export function writePack(records: readonly OutletRecord[]): string {
  const head = JSON.stringify(HEAD, null, 1).slice(0, -'\n}'.length);
  const lines = [...records].sort((a, b) => (a.id < b.id ? -1 : 1)).map((record) => JSON.stringify(record));
  return `${head},\n "outlets": [\n${lines.join(',\n')}\n ]\n}\n`;
}
