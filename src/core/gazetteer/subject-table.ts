/** What is packed of subjects beside their names, side by side. */
import { SUBJECT_KINDS } from '../model/actor';
import type { SubjectTable } from './draft';
import { OFFICES_SHIFT, OFFICES_UNKNOWN, OPEN_FLAG } from './packed';
import type { SubjectNames } from './types';

const encoder = new TextEncoder();

/** What an id of a pack begins with: up to its first colon. */
export const prefixOf = (id: string): string => id.slice(0, id.indexOf(':') + 1);

/** All of the subjects' table but what spelling their names tells. */
export function tableOf(all: readonly SubjectNames[]): Omit<SubjectTable, 'names' | 'starts'> {
  const kinds = new Uint8Array(all.length);
  const countries = new Uint8Array(all.length * 2);
  const numbers = new Map<string, number>();
  const prefixes = new Uint32Array(all.length);
  const restsFrom = new Uint32Array(all.length + 1);
  let prefix = '';
  let number = -1;
  const rests: string[] = [];
  let units = 0;
  all.forEach(({ id, kind, offices, open, country }, i) => {
    // Ids of one pack stand together.
    if (number < 0 || prefix === '' || !id.startsWith(prefix)) {
      prefix = prefixOf(id);
      number = numbers.get(prefix) ?? numbers.size;
      numbers.set(prefix, number);
    }
    prefixes[i] = number;
    const rest = id.slice(prefix.length);
    rests.push(rest);
    units += rest.length;
    restsFrom[i + 1] = units;
    kinds[i] = SUBJECT_KINDS.indexOf(kind) | ((offices ?? OFFICES_UNKNOWN) << OFFICES_SHIFT) | (open ? OPEN_FLAG : 0);
    if (country !== undefined && /^[A-Z]{2}$/.test(country)) {
      countries[i * 2] = country.charCodeAt(0);
      countries[i * 2 + 1] = country.charCodeAt(1);
    }
  });
  const bytes = encoder.encode(rests.join(''));
  // Ids are ASCII by rule, a byte a letter; where one is not, each is measured.
  if (bytes.length !== units) for (const [i, rest] of rests.entries()) restsFrom[i + 1] = (restsFrom[i] ?? 0) + encoder.encode(rest).length;
  return {
    count: all.length,
    kinds,
    countries,
    prefixes: [...numbers.keys()],
    prefixOf: prefixes,
    rests: bytes,
    restsFrom,
  };
}
