/** Where the world pack's raw material lies: the tables beside this file and the CLDR names that Node carries. */
import { readFileSync } from 'node:fs';
import type { Tables, TerritoryName } from './compose.ts';
import { type Row, readTable } from './table.ts';

const read = (file: string): Row[] => readTable(file, readFileSync(new URL(file, import.meta.url), 'utf8'));

/** Reads all tables. Throws with file and line where one cannot be read. */
export function readTables(): Tables {
  return {
    states: read('states.txt'),
    capitals: read('capitals.txt'),
    places: read('places.txt'),
    organisations: read('organisations.txt'),
    people: [
      ...read('people-institutions.txt'),
      ...read('people-ukraine-russia.txt'),
      ...read('people-europe.txt'),
      ...read('people-americas.txt'),
      ...read('people-asia-africa.txt'),
    ],
  };
}

/** CLDR's name of a territory; throws for a code that it does not name. */
export const territoryName: TerritoryName = (country, language) => {
  const name = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(country);
  if (!name) throw new Error(`CLDR has no name for ${country} in "${language}"`);
  return name;
};
