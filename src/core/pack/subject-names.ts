/**
 * Records → the names that a gazetteer is compiled from. Pure; the background and the commands use the same.
 */
import type { SubjectNames } from '../gazetteer/types';
import { officesOf } from '../linking/titles';
import type { Actor, NameForm, Outlet } from '../model/actor';
import type { NewsEvent } from '../model/event';

/**
 * The names of one record. Its display name counts as well, unless `names` holds the same text:
 * then that entry, weak or with its own rule for capitals, decides. An actor without offices may still hold some. `open`: may be painted where the page sees it.
 */
export function subjectNames(record: Actor | Outlet | NewsEvent, open: boolean): SubjectNames {
  const isActor = 'surnames' in record;
  return {
    id: record.id,
    kind: isActor ? record.kind : 'event',
    names: withDisplayName(record.name, record.names),
    surnames: isActor ? record.surnames : [],
    ...(isActor && record.country ? { country: record.country } : {}),
    ...(isActor && record.offices.length > 0 ? { offices: officesOf(record.offices.map((office) => office.title)) } : {}),
    open,
  };
}

function withDisplayName(name: string, names: readonly NameForm[]): readonly NameForm[] {
  return names.some((n) => n.text === name) ? names : [{ text: name }, ...names];
}
