/**
 * W3C Web Annotations, as Hypothesis exports them or by themselves → claims: the words that were marked, where, and what was
 * written beside them. Who marked them is the source; who said them is not known.
 */
import { createFindings } from '@/core/pack/fault';
import { createIds, type Draft, type DraftResult } from './draft';
import { hasType, isObject, type Json, listOf, objectsIn, textOf } from './json';
import { readDate } from './read-date';

const SOURCE = 'annotations';
const sources = [SOURCE];
/** Words around a quotation that are kept: as many as its finding again needs. */
const AROUND = 200;

/** The annotations of a document: a Hypothesis export, an AnnotationPage or AnnotationCollection, a list, or one alone. */
function annotationsIn(data: unknown): readonly (readonly [annotation: Json, at: string])[] {
  const list = (value: unknown, at: string) => listOf(value).flatMap((each, i) => (isObject(each) ? [[each, `${at}[${i}]`] as const] : []));
  if (Array.isArray(data)) return list(data, '');
  if (!isObject(data)) return [];
  for (const field of ['annotations', 'items', 'rows']) if (Array.isArray(data[field])) return list(data[field], field);
  if (isObject(data.first)) return list(data.first.items, 'first.items');
  return 'target' in data ? [[data, ''] as const] : [];
}

/** Reads annotations from parsed JSON. `title` names the file as their source. */
export function readAnnotations(file: string, data: unknown, title: string): DraftResult {
  const findings = createFindings(file);
  const ids = createIds('annotation');
  const records: Draft[] = [];
  const annotations = annotationsIn(data);
  if (annotations.length === 0) findings.faultIn('', 'at least one annotation', 'none');
  for (const [annotation, at] of annotations) {
    const [target] = objectsIn(annotation.target);
    const selector = objectsIn(target?.selector).find((each) => hasType(each, 'TextQuoteSelector'));
    const exact = textOf(selector?.exact);
    const url = textOf(target?.source) ?? textOf(annotation.uri) ?? textOf(annotation.target);
    const body = objectsIn(annotation.body)[0];
    const note = textOf(annotation.text) ?? textOf(body?.value) ?? textOf(annotation.bodyValue);
    if (!exact && !note) {
      findings.warn(at, 'an annotation of no words, left out', url);
      continue;
    }
    const made = readDate(textOf(annotation.created) ?? '');
    const around = (value: unknown, from: 'start' | 'end') => {
      const words = textOf(value);
      return words && (from === 'start' ? words.slice(0, AROUND) : words.slice(-AROUND));
    };
    const [prefix, suffix] = [around(selector?.prefix, 'end'), around(selector?.suffix, 'start')];
    records.push({
      list: 'claims',
      record: {
        id: ids((exact ?? note ?? '').split(/\s+/).slice(0, 8).join(' ')),
        text: note ?? exact,
        ...(exact && note ? { quote: exact } : {}),
        speaker: null,
        outlet: null,
        clocks: made ? { captured: { edtf: made.edtf, basis: 'metadata' } } : {},
        status: 'unconfirmed',
        evidence: { ...(exact ? { exact } : {}), ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}), ...(url ? { url } : {}) },
        sources,
      },
      at,
    });
  }
  if (findings.faults.length > 0) return { ok: false, faults: findings.faults };
  return { ok: true, drafts: { records, sources: { [SOURCE]: { title } }, warnings: findings.warnings } };
}
