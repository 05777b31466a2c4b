/**
 * Wikidata entity JSON, one entity or `{"entities": …}` → actors: labels and aliases in all languages, kind, country, and
 * offices with their dates (P39 with P580 and P582). Wikidata's data is CC0.
 */

import { isEdtf } from '@/core/model/edtf';
import { createFindings } from '@/core/pack/fault';
import type { Draft, DraftResult } from './draft';
import { isObject, type Json, listOf, objectsIn, textOf } from './json';

/** Instances that tell a kind: humans, countries, states, cities and sovereign states. Anything else is an organisation. */
const KIND_OF: Readonly<Record<string, 'person' | 'place'>> = {
  Q5: 'person',
  Q6256: 'place',
  Q3624078: 'place',
  Q515: 'place',
  Q1549591: 'place',
  Q5119: 'place',
  Q35657: 'place',
};

/** Wikidata's precisions that EDTF can say: year, month, day. */
const PRECISIONS: Readonly<Record<number, number>> = { 9: 4, 10: 7, 11: 10 };

/** Every entity of a document with its place. */
function entitiesIn(data: unknown): readonly (readonly [entity: Json, at: string])[] {
  if (Array.isArray(data)) return data.flatMap((each, i) => (isObject(each) ? [[each, `[${i}]`] as const] : []));
  if (!isObject(data)) return [];
  if (isObject(data.entities))
    return Object.entries(data.entities).flatMap(([id, each]) => (isObject(each) ? [[each, `entities.${id}`] as const] : []));
  return 'labels' in data ? [[data, ''] as const] : [];
}

const dataValue = (snak: unknown): unknown => (isObject(snak) && isObject(snak.datavalue) ? snak.datavalue.value : undefined);
const itemOf = (snak: unknown): string | undefined => {
  const value = dataValue(snak);
  return isObject(value) ? textOf(value.id) : undefined;
};

/** `+2024-10-01T00:00:00Z` at precision 11 → `2024-10-01`. */
function dateOf(snak: unknown): string | undefined {
  const value = dataValue(snak);
  if (!isObject(value) || typeof value.time !== 'string' || typeof value.precision !== 'number') return undefined;
  const length = PRECISIONS[value.precision];
  const text = /^\+(\d{4}-\d\d-\d\d)T/.exec(value.time)?.[1];
  const edtf = length && text ? text.slice(0, length) : undefined;
  return edtf && isEdtf(edtf) ? edtf : undefined;
}

/** Statements of a property, the preferred ones where there are any, none that are deprecated. */
function statements(entity: Json, property: string): readonly Json[] {
  const all = objectsIn(isObject(entity.claims) ? entity.claims[property] : undefined).filter(({ rank }) => rank !== 'deprecated');
  return all;
}

/**
 * Reads entities from parsed JSON. `languages`: whose labels come first for the name shown; `labels`: names of items that
 * offices refer to, by id, where the file holds no entity of them. `today`: `YYYY-MM-DD`.
 */
export function readWikidata(
  file: string,
  data: unknown,
  options: { readonly languages: readonly string[]; readonly today: string; readonly labels?: ReadonlyMap<string, string> },
): DraftResult {
  const findings = createFindings(file);
  const entities = entitiesIn(data);
  if (entities.length === 0) findings.faultIn('', 'at least one Wikidata entity', 'none');
  const labelIn = (entity: Json): string | undefined => {
    const labels = isObject(entity.labels) ? entity.labels : {};
    for (const language of [...options.languages, 'mul', ...Object.keys(labels)]) {
      const label = labels[language];
      const text = isObject(label) ? textOf(label.value) : undefined;
      if (text) return text;
    }
    return undefined;
  };
  const names = new Map(options.labels);
  for (const [entity] of entities) {
    const [id, label] = [textOf(entity.id), labelIn(entity)];
    if (id && label) names.set(id, label);
  }
  const records: Draft[] = [];
  const sources: Record<string, { title: string; url: string; licence: string }> = {};
  for (const [entity, at] of entities) {
    const id = textOf(entity.id);
    const name = labelIn(entity);
    if (!id || !/^Q\d+$/.test(id) || !name) {
      findings.fault(at, 'an item with an id (Q…) and a label', { id: entity.id, labels: entity.labels });
      continue;
    }
    const key = id.toLowerCase();
    sources[key] = { title: `Wikidata ${id}`, url: `https://www.wikidata.org/wiki/${id}`, licence: 'CC0-1.0' };
    const kinds = statements(entity, 'P31').flatMap(({ mainsnak }) => KIND_OF[itemOf(mainsnak) ?? ''] ?? []);
    const aliases = isObject(entity.aliases) ? Object.values(entity.aliases).flatMap((list) => objectsIn(list)) : [];
    const labels = isObject(entity.labels) ? objectsIn(Object.values(entity.labels)) : [];
    const forms = new Map<string, object>();
    for (const { language, value } of [...labels, ...aliases]) {
      const text = textOf(value);
      // Aliases of one letter or of a short common word would be refused with the whole file.
      if (!text || text === name || [...text].length < 4) continue;
      const lang =
        typeof language === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) && language !== 'mul' ? { lang: language } : {};
      if (!forms.has(text)) forms.set(text, { text, ...lang });
    }
    const offices = statements(entity, 'P39').flatMap(({ mainsnak, qualifiers }) => {
      const item = itemOf(mainsnak);
      const title = item && names.get(item);
      if (!title) {
        if (item) findings.warn(at, 'an office whose name the file does not hold, left out', item);
        return [];
      }
      const dated = isObject(qualifiers) ? qualifiers : {};
      const [from, to] = [dateOf(listOf(dated.P580)[0]), dateOf(listOf(dated.P582)[0])];
      return [{ title, ...(from ? { from } : {}), ...(to ? { to } : {}), asOf: to ?? options.today, sources: [key] }];
    });
    const description = isObject(entity.descriptions) ? entity.descriptions[options.languages[0] ?? 'en'] : undefined;
    const words = isObject(description) ? textOf(description.value) : undefined;
    records.push({
      list: 'actors',
      record: {
        id: key,
        kind: kinds[0] ?? (statements(entity, 'P569').length > 0 ? 'person' : 'organisation'),
        name,
        names: [...forms.values()],
        ...(words ? { description: words } : {}),
        offices,
        sources: [key],
      },
      at,
    });
  }
  if (findings.faults.length > 0) return { ok: false, faults: findings.faults };
  return { ok: true, drafts: { records, sources, warnings: findings.warnings } };
}
