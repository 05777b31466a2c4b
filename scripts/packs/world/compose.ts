/**
 * Rows of the source tables → the world pack, as a plain object in the pack format.
 * Pure: takes CLDR's names of states as a function, so that a test can ask the same question.
 */
import { byLanguage, LANGUAGES, type Language, type Row, type TableName } from './table.ts';

/** The tables' rows by what they hold. */
export interface Tables {
  readonly states: readonly Row[];
  readonly capitals: readonly Row[];
  readonly places: readonly Row[];
  readonly organisations: readonly Row[];
  readonly people: readonly Row[];
}

/** CLDR's name of a territory in a language. */
export type TerritoryName = (country: string, language: Language) => string;

interface Form {
  readonly text: string;
  readonly lang?: string;
  readonly case?: 'exact';
  readonly weak?: true;
}

/** Where the facts come from, by the keys that the records cite. */
const sourcesWith = (cldrVersion: string) => ({
  cldr: {
    title: `Unicode Common Locale Data Repository, territory names (CLDR ${cldrVersion})`,
    url: 'https://cldr.unicode.org/',
    licence: 'Unicode-3.0',
    note: 'Names of states in six languages, as Node carries them; copyright Unicode, Inc.',
  },
  own: {
    title: "Sidelight's editors",
    licence: 'MIT',
    note: 'Written by hand from general knowledge and not checked line by line against a register. An office is vouched for up to its "asOf" date only; what we were not sure of is left out.',
  },
});

/** The whole pack, records in the order of the tables. Throws where a row lacks a name in one of the languages. */
export function composePack(tables: Tables, territory: TerritoryName, cldrVersion: string) {
  return {
    format: 'sidelight-pack',
    version: 1,
    id: 'world',
    revision: 1,
    title: 'World',
    description: 'States, capitals, places, organisations and people that a reader of news meets, with their names in six languages.',
    licence: 'MIT',
    attribution: 'Names of states from Unicode CLDR, copyright Unicode, Inc., under the Unicode License v3.',
    sources: sourcesWith(cldrVersion),
    actors: [
      ...tables.states.map((row) => place(row, forms(withTerritory(row, territory)), ['cldr', 'own'])),
      ...[...tables.capitals, ...tables.places].map((row) => place(row, forms(namesOf(row)), ['own'])),
      ...tables.organisations.map((row) => ({
        ...head(row, 'organisation', forms(namesOf(row))),
        ...(row.about ? { description: row.about } : {}),
        ...country(row),
        sources: ['own'],
      })),
      ...tables.people.map(person),
    ],
  };
}

type Names = Readonly<Record<Language, readonly TableName[]>>;

/** The names in each language; a Latin one that is not given is written as in English. */
function namesOf(row: Row): Names {
  return byLanguage((language) => {
    const own = row.cells[language].names;
    if (own.length) return own;
    if (language === 'uk' || language === 'ru' || language === 'en') throw new Error(`${row.id}: no name in "${language}"`);
    return row.cells.en.names;
  });
}

/** A state's names: CLDR's first, unless the table replaces it or weakens it by writing it again. */
function withTerritory(row: Row, territory: TerritoryName): Names {
  return byLanguage((language) => {
    const { names: own, replaces } = row.cells[language];
    if (replaces) return own;
    const text = territory(row.country, language).replace(/[’ʼ]/g, "'");
    return own.some((name) => name.text === text) ? own : [{ text, weak: false, exact: false, alone: false }, ...own];
  });
}

/** One form for each spelling; `lang` only where the spelling belongs to one language. Weak in one is weak in all. */
function forms(names: Names): (Form | string)[] {
  const found = new Map<string, { languages: Set<Language>; weak: boolean; exact: boolean }>();
  for (const language of LANGUAGES) {
    for (const { text, weak, exact } of names[language]) {
      const form = found.get(text) ?? { languages: new Set<Language>(), weak: false, exact: false };
      form.languages.add(language);
      found.set(text, { languages: form.languages, weak: form.weak || weak, exact: form.exact || exact });
    }
  }
  return [...found].map(([text, { languages, weak, exact }]) => {
    const [only] = languages;
    const lang = languages.size === 1 ? only : undefined;
    if (!lang && !weak && !exact) return text;
    return { text, ...(lang ? { lang } : {}), ...(exact ? { case: 'exact' as const } : {}), ...(weak ? { weak: true as const } : {}) };
  });
}

function head(row: Row, kind: 'person' | 'organisation' | 'place', names: (Form | string)[]) {
  const [first] = names;
  if (first === undefined) throw new Error(`${row.id}: no name`);
  // The name counts as a name by itself: it is written again only where there is more to say about it.
  return typeof first === 'string'
    ? { id: row.id, kind, name: first, names: names.slice(1) }
    : { id: row.id, kind, name: first.text, names };
}

function country(row: Row): { country?: string } {
  return row.country ? { country: row.country } : {};
}

function place(row: Row, names: (Form | string)[], sources: string[]) {
  return { ...head(row, 'place', names), ...country(row), sources };
}

function person(row: Row) {
  const names = namesOf(row);
  const families = byLanguage((language) => familyNames(names[language]));
  const all = byLanguage((language) => [...names[language], ...families[language].filter((name) => name.alone)]);
  const { id, kind, name, names: written } = head(row, 'person', forms(all));
  const surnames = [...new Set(LANGUAGES.flatMap((language) => families[language].map((family) => family.text)))];
  return {
    id,
    kind,
    name,
    names: written,
    // An empty list asks the gazetteer to derive family names. A person for whom none may count (relatives of someone
    // better known, a surname that is a word) says so by having only the full name here.
    surnames: surnames.length ? surnames : [name],
    ...country(row),
    ...(row.offices.length
      ? {
          offices: row.offices.map(({ title, of, from, to, asOf }) => ({
            title,
            ...(of ? { of } : {}),
            ...(from ? { from } : {}),
            ...(to ? { to } : {}),
            asOf,
            sources: ['own'],
          })),
        }
      : {}),
    sources: ['own'],
  };
}

function familyNames(names: readonly TableName[]): TableName[] {
  return names.flatMap(({ family, alone }) => (family ? [{ text: family, weak: false, exact: false, alone }] : []));
}

/** The pack as JSON with one record a line, so that a change shows as the lines it touches. */
export function serialise(pack: ReturnType<typeof composePack>): string {
  const { actors, ...info } = pack;
  const before = JSON.stringify(info, null, 2).replace(/\n\}$/, '');
  return `${before},\n  "actors": [\n${actors.map((actor) => `    ${JSON.stringify(actor)}`).join(',\n')}\n  ]\n}\n`;
}
