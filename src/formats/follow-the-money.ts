/**
 * FollowTheMoney entities, one JSON object a line, as Aleph and OpenSanctions publish them → actors: people, organisations and
 * places with their names. Relations between them are another matter and are left out, counted.
 */
import { createFindings } from '@/core/pack/fault';
import { createIds, type Draft, type DraftResult } from './draft';
import { isObject, textOf } from './json';

const KINDS: Readonly<Record<string, 'person' | 'organisation' | 'place'>> = {
  Person: 'person',
  Organization: 'organisation',
  Company: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'organisation',
  Address: 'place',
};

const SOURCE = 'entities';
/** Names of one entity that are kept: OpenSanctions lists a hundred spellings of some. */
const MAX_NAMES = 200;

const texts = (properties: object, name: string): string[] => {
  const values: unknown = (properties as Record<string, unknown>)[name];
  return Array.isArray(values) ? values.flatMap((value) => textOf(value) ?? []) : [];
};

/** Reads lines of entities. `title` names the file as their source. */
export function readFollowTheMoney(file: string, text: string, title: string): DraftResult {
  const findings = createFindings(file);
  const ids = createIds('entity');
  const records: Draft[] = [];
  let left = 0;
  for (const [i, line] of text.split('\n').entries()) {
    if (!line.trim()) continue;
    const at = `line ${i + 1}`;
    let entity: unknown;
    try {
      entity = JSON.parse(line);
    } catch (error) {
      findings.faultIn(at, 'JSON', error instanceof Error ? error.message : String(error));
      continue;
    }
    if (!isObject(entity) || !isObject(entity.properties) || typeof entity.schema !== 'string') {
      findings.fault(at, 'an entity with "schema" and "properties"', entity);
      continue;
    }
    const kind = KINDS[entity.schema];
    const [name, ...others] = texts(entity.properties, 'name');
    if (!kind || !name) {
      left++;
      continue;
    }
    const aliases = [...others, ...texts(entity.properties, 'alias')].filter((alias) => alias !== name && [...alias].length >= 4);
    const [country] = texts(entity.properties, kind === 'person' ? 'nationality' : 'country').filter((code) => /^[a-z]{2}$/i.test(code));
    records.push({
      list: 'actors',
      record: {
        id: ids(textOf(entity.id) ?? name),
        kind,
        name,
        names: [...new Set(aliases)].slice(0, MAX_NAMES),
        ...(country ? { country: country.toUpperCase() } : {}),
        sources: [SOURCE],
      },
      at,
    });
    if (findings.full()) break;
  }
  if (records.length === 0 && findings.faults.length === 0) findings.faultIn('', 'people, organisations or places', 'none');
  if (findings.faults.length > 0) return { ok: false, faults: findings.faults };
  if (left > 0) findings.warn('', `${left} entities that are no people, organisations or places, left out`, left);
  return { ok: true, drafts: { records, sources: { [SOURCE]: { title } }, warnings: findings.warnings } };
}
