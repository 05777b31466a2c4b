/** Actors, outlets and events as the reader has them: fields set over what the pack says, and several merged into one. Pure. */
import type { Actor, NameForm, Outlet } from '../model/actor';
import type { NameChange, SubjectFields } from '../model/edit';
import type { NewsEvent } from '../model/event';

/** Who gives a date that the reader set. */
export const ACCORDING_TO_READER = 'your own note';

/** A record with the reader's fields over it. The pack's own display name stays a name of it: pages go on writing it so. */
export function withFields<Record extends Actor | Outlet | NewsEvent>(record: Record, fields: SubjectFields): Record {
  const { name = record.name, description = record.description } = fields;
  const known = name === record.name ? record.names : withForms(record.names, [{ text: record.name }]);
  const names = changed(
    known,
    fields.names,
    (form) => form.text,
    (text): NameForm => ({ text }),
  );
  const { description: _described, ...others } = record;
  const tended = { ...others, name, names, ...(description ? { description } : {}) };
  if ('surnames' in record) {
    const surnames = changed(
      record.surnames,
      fields.surnames,
      (text) => text,
      (text) => text,
    );
    const actor = { ...tended, surnames };
    return ('domains' in record ? withOutletFields(actor as unknown as Outlet, fields) : actor) as unknown as Record;
  }
  const own = fields.date ? [{ edtf: fields.date, according: ACCORDING_TO_READER, sources: [] }] : [];
  return { ...tended, dates: [...own, ...record.dates] } as unknown as Record;
}

function withOutletFields(outlet: Outlet, { domains, languages, country, family, agency }: SubjectFields): Outlet {
  const same = (text: string): string => text;
  const { family: before, ...others } = outlet;
  const kept = family ?? before;
  return {
    ...others,
    domains: changed(outlet.domains, domains, same, same),
    languages: changed(outlet.languages, languages, same, same),
    ...(country === undefined ? {} : { country }),
    ...(kept ? { family: kept } : {}),
    agency: agency ?? outlet.agency,
  };
}

/**
 * The outlet that publishes on a host: the one with the longest domain that is the host or a parent of it; of two with the same, the
 * first. Null where there is none.
 */
export function publisherOn(host: string, outlets: readonly Outlet[]): Outlet | null {
  for (const domain of domainsOver(host)) {
    const owner = outlets.find(({ domains }) => domains.includes(domain));
    if (owner) return owner;
  }
  return null;
}

/** A host and all domains above it, the longest first. */
export function domainsOver(host: string): string[] {
  const labels = host.toLowerCase().split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/** Does this change what pages are searched for? */
export const changesNames = ({ name, names, surnames }: SubjectFields): boolean =>
  name !== undefined || [names, surnames].some((change) => change && change.added.length + change.dropped.length > 0);

function changed<Item>(
  list: readonly Item[],
  change: NameChange | undefined,
  textOf: (item: Item) => string,
  make: (text: string) => Item,
) {
  if (!change) return list;
  const kept = list.filter((item) => !change.dropped.includes(textOf(item)));
  const there = new Set(kept.map(textOf));
  return [...kept, ...[...new Set(change.added)].filter((text) => !there.has(text)).map(make)];
}

function withForms(names: readonly NameForm[], more: readonly NameForm[]): NameForm[] {
  const there = new Set(names.map(({ text }) => text));
  const added = more.filter(({ text }) => !there.has(text) && there.add(text));
  return [...names, ...added];
}

const union = <Item>(...lists: (readonly Item[] | undefined)[]): Item[] => [...new Set(lists.flatMap((list) => list ?? []))];

/**
 * The first with all that the others know: what they have once (name, kind, description, country) is the first's where it has it, lists
 * are put together. Event dates stand side by side, as accounts do.
 */
export function merged<Record extends Actor | Outlet | NewsEvent>(first: Record, others: readonly Record[]): Record {
  return others.reduce((one, other) => mergedTwo(one, other), first);
}

function mergedTwo<Record extends Actor | Outlet | NewsEvent>(one: Record, other: Record): Record {
  const description = one.description ?? other.description;
  const common = {
    ...one,
    names: withForms(
      one.names,
      [{ text: other.name }, ...other.names].filter(({ text }) => text !== one.name),
    ),
    ...(description === undefined ? {} : { description }),
    sources: union(one.sources, other.sources),
  };
  if ('participants' in one && 'participants' in other) {
    const place = one.place ?? other.place;
    const dates = [...one.dates, ...other.dates.filter(({ edtf }) => !one.dates.some((date) => date.edtf === edtf))];
    const participants = union(one.participants, other.participants);
    return { ...common, ...(place === undefined ? {} : { place }), dates, participants } as unknown as Record;
  }
  if (!('surnames' in one && 'surnames' in other)) return one;
  const country = one.country ?? other.country;
  const actor = {
    ...common,
    surnames: union(one.surnames, other.surnames),
    offices: [
      ...one.offices,
      ...other.offices.filter((office) => !one.offices.some(({ title, from }) => title === office.title && from === office.from)),
    ],
    ...(country === undefined ? {} : { country }),
  };
  if (!('domains' in one && 'domains' in other)) return actor as unknown as Record;
  const feeds = union(one.feeds, other.feeds);
  return {
    ...actor,
    domains: union(one.domains, other.domains),
    languages: union(one.languages, other.languages),
    ...(feeds.length > 0 ? { feeds } : {}),
  } as unknown as Record;
}
