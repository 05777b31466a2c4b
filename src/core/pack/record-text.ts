/** The records other than claims as lines of text, always written alike; and any record of the store as one of its file. */
import type { Actor, NameForm, Outlet } from '../model/actor';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import type { NewsEvent } from '../model/event';
import { claimText } from './claim-text';
import type { FileRecord, PackHead, RecordKind } from './schema';

/** What a line of JSONL calls the records of each list. */
export const LINE_TYPES = { actors: 'actor', outlets: 'outlet', events: 'event', articles: 'article', claims: 'claim' } as const;

const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** A name alone is written as its text. */
function nameText(form: string | NameForm): string | object {
  if (typeof form === 'string') return form;
  const { text, lang, case: rule, weak } = form;
  return lang === undefined && rule === undefined && weak === undefined ? text : { text, lang, case: rule, weak };
}

const WRITE = {
  actors: ({ id, kind, name, names, surnames, description, offices, country, sources }: FileRecord<'actors'>) => ({
    id,
    kind,
    name,
    names: unlessEmpty(names.map(nameText)),
    surnames: unlessEmpty(surnames),
    description,
    offices: unlessEmpty(offices.map((o) => ({ title: o.title, of: o.of, from: o.from, to: o.to, asOf: o.asOf, sources: o.sources }))),
    country,
    sources,
  }),
  outlets: ({ id, name, names, domains, country, languages, family, agency, feeds, description, sources }: FileRecord<'outlets'>) => ({
    id,
    name,
    names: unlessEmpty(names.map(nameText)),
    domains,
    country,
    languages,
    family,
    agency: agency || undefined,
    feeds: unlessEmpty(feeds ?? []),
    description,
    sources,
  }),
  events: ({ id, name, names, kind, dates, place, participants, description, sources }: FileRecord<'events'>) => ({
    id,
    name,
    names: unlessEmpty(names.map(nameText)),
    kind,
    dates: unlessEmpty(dates.map((d) => ({ edtf: d.edtf, qualifier: d.qualifier, according: d.according, sources: d.sources }))),
    place,
    participants: unlessEmpty(participants),
    description,
    sources,
  }),
  articles: ({ id, outlet, title, url, published, lang, actors, events, sources }: FileRecord<'articles'>) => ({
    id,
    outlet,
    title,
    url,
    published,
    lang,
    actors: unlessEmpty(actors),
    events: unlessEmpty(events),
    sources,
  }),
} as const;

/** A record in one line. `typed`: with the type that a line of JSONL begins with. */
export function recordText<K extends RecordKind>(kind: K, record: FileRecord<K>, typed: boolean): string {
  const type = typed ? LINE_TYPES[kind] : undefined;
  if (kind === 'claims') return claimText(record as FileRecord<'claims'>, type as 'claim' | undefined);
  const write = WRITE[kind as Exclude<RecordKind, 'claims'>] as (record: FileRecord) => object;
  return JSON.stringify({ type, ...write(record) });
}

/** The head in one line, its sources by key. `counts`: how many records of each list follow. */
export function headText(head: Omit<PackHead, 'format' | 'version' | 'counts'>, counts: Readonly<Record<RecordKind, number>>): string {
  const { id, revision, title, description, licence, attribution, sources } = head;
  const keys = Object.keys(sources).sort();
  return JSON.stringify({
    format: 'sidelight-pack',
    version: 1,
    id,
    revision,
    title,
    description,
    licence,
    attribution,
    sources: Object.fromEntries(keys.map((key) => [key, sources[key]])),
    counts,
  });
}

/** Ids of the own pack lose their prefix: `pack:ada-holm` is written as `ada-holm`. */
function local(pack: string, id: string): string {
  return id.startsWith(`${pack}:`) ? id.slice(pack.length + 1) : id;
}

/** A record as its file holds it, from one with qualified ids. */
export const fileRecord = {
  actor: (pack: string, actor: Actor): FileRecord<'actors'> => ({
    ...(actor as Actor & { kind: 'person' | 'organisation' | 'place' }),
    id: local(pack, actor.id),
    names: [...actor.names],
    surnames: [...actor.surnames],
    offices: actor.offices.map((office) => ({
      ...office,
      ...(office.of ? { of: local(pack, office.of) } : {}),
      sources: [...office.sources],
    })),
    sources: [...actor.sources],
  }),
  outlet: (pack: string, outlet: Outlet): FileRecord<'outlets'> => ({
    ...outlet,
    country: outlet.country ?? '',
    id: local(pack, outlet.id),
    names: [...outlet.names],
    domains: [...outlet.domains],
    languages: [...outlet.languages],
    ...(outlet.feeds ? { feeds: [...outlet.feeds] } : { feeds: undefined }),
    sources: [...outlet.sources],
  }),
  event: (pack: string, event: NewsEvent): FileRecord<'events'> => ({
    ...event,
    id: local(pack, event.id),
    names: [...event.names],
    dates: event.dates.map((date) => ({ ...date, sources: [...date.sources] })),
    ...(event.place ? { place: local(pack, event.place) } : {}),
    participants: event.participants.map((id) => local(pack, id)),
    sources: [...event.sources],
  }),
  article: (pack: string, article: Article): FileRecord<'articles'> => ({
    ...article,
    id: local(pack, article.id),
    outlet: article.outlet && local(pack, article.outlet),
    actors: article.actors.map((id) => local(pack, id)),
    events: article.events.map((id) => local(pack, id)),
    sources: [...article.sources],
  }),
  claim: (pack: string, claim: Claim): FileRecord<'claims'> => {
    const own = (id: string) => local(pack, id);
    return {
      ...(claim as Claim & Pick<FileRecord<'claims'>, 'clocks' | 'status'>),
      id: own(claim.id),
      speaker: claim.speaker && own(claim.speaker),
      outlet: claim.outlet && own(claim.outlet),
      via: claim.via.map(({ name, id }) => (id ? { name, id: own(id) } : { name })),
      actors: claim.actors.map(own),
      events: claim.events.map(own),
      ...(claim.supersedes ? { supersedes: own(claim.supersedes) } : {}),
      ...(claim.readIn ? { readIn: own(claim.readIn) } : {}),
      sources: [...claim.sources],
    };
  },
} as const;
