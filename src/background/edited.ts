/** What the reader changed of a record, field by field, beside what its pack says: for whoever shows an edited fact. */
import type { Actor, Outlet } from '@/core/model/actor';
import type { Article } from '@/core/model/article';
import { CLOCKS, type Claim } from '@/core/model/claim';
import type { Edited } from '@/core/model/edit';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import type { Reader, Subject } from '@/store/store';

/** Subjects by name, as far as a claim's fields need them. */
type NameOf = (id: QualifiedId | null, spare?: string) => string;

/** By id; claims that the reader changed nothing of are left out. */
export async function untendedClaims(facts: Reader, ids: readonly QualifiedId[]): Promise<ReadonlyMap<QualifiedId, Claim>> {
  const edits = await facts.edits.records(ids);
  if (edits.size === 0) return new Map();
  return facts.untended.claims.get([...edits.values()].flatMap(({ id, of, set }) => (of === 'claim' && set ? [id] : [])));
}

/** Where `now` is not what `pack` says. What only follows a merge is no change of the claim. */
export function editedClaim(pack: Claim, now: Claim, facts: Reader, nameOf: NameOf): Edited[] {
  const root = (id: QualifiedId | null) => id && facts.edits.membersOf(id)[0];
  const fields: (Edited | false)[] = [
    pack.text !== now.text && { field: 'words', pack: pack.text },
    (pack.quote ?? '') !== (now.quote ?? '') && { field: 'quotation', pack: pack.quote ?? '' },
    (root(pack.speaker) !== now.speaker || (pack.speakerName ?? '') !== (now.speakerName ?? '')) && {
      field: 'speaker',
      pack: nameOf(pack.speaker, pack.speakerName),
    },
    root(pack.outlet) !== now.outlet && { field: 'outlet', pack: nameOf(pack.outlet) },
    ...aboutFields(pack, now, facts, nameOf, now.speaker),
    ...CLOCKS.map((clock) => {
      const [was, is] = [pack.clocks[clock]?.edtf ?? '', now.clocks[clock]?.edtf ?? ''];
      return was !== is && { field: `date ${clock}`, pack: was };
    }),
  ];
  return fields.filter((field) => field !== false);
}

/** The same of articles. */
export async function untendedArticles(facts: Reader, ids: readonly QualifiedId[]): Promise<ReadonlyMap<QualifiedId, Article>> {
  const edits = await facts.edits.records(ids);
  if (edits.size === 0) return new Map();
  return facts.untended.articles.get([...edits.values()].flatMap(({ id, of, set }) => (of === 'article' && set ? [id] : [])));
}

export function editedArticle(pack: Article, now: Article, facts: Reader, nameOf: NameOf): Edited[] {
  const outlet = pack.outlet && (facts.edits.membersOf(pack.outlet)[0] ?? pack.outlet);
  const fields: (Edited | false)[] = [
    pack.title !== now.title && { field: 'title', pack: pack.title },
    outlet !== now.outlet && { field: 'outlet', pack: nameOf(pack.outlet) },
    pack.published !== now.published && { field: 'date', pack: pack.published ?? '' },
    ...aboutFields(pack, now, facts, nameOf, null),
    pack.url !== now.url && { field: 'address', pack: pack.url ?? '' },
  ];
  return fields.filter((field) => field !== false);
}

/** The same of an actor, outlet or event. */
export async function editedSubject(facts: Reader, { record }: Subject): Promise<Edited[]> {
  const set = facts.edits.subject(record.id)?.set;
  const pack = set && (await facts.edits.packed(record.id))?.record;
  if (!pack) return [];
  // Either display name aside: that they differ is said already.
  const names = (list: readonly { readonly text: string }[]) =>
    list.flatMap(({ text }) => (text === pack.name || text === record.name ? [] : [text])).join(', ');
  const fields: (Edited | false)[] = [
    pack.name !== record.name && { field: 'name', pack: pack.name },
    (pack.description ?? '') !== (record.description ?? '') && { field: 'description', pack: pack.description ?? '' },
    set.names !== undefined && names(pack.names) !== names(record.names) && { field: 'other names', pack: names(pack.names) },
    set.surnames !== undefined && 'surnames' in pack && { field: 'family names', pack: pack.surnames.join(', ') },
    ...outletFields(pack, record),
    set.date !== undefined && 'dates' in pack && { field: 'date', pack: pack.dates.map(({ edtf }) => edtf).join(', ') },
  ];
  return fields.filter((field) => field !== false);
}

function outletFields(pack: Actor | Outlet | NewsEvent, now: Actor | Outlet | NewsEvent): (Edited | false)[] {
  if (!('domains' in pack && 'domains' in now)) return [];
  const [domains, languages] = [pack.domains.join(', '), pack.languages.join(', ')];
  return [
    domains !== now.domains.join(', ') && { field: 'domains', pack: domains },
    languages !== now.languages.join(', ') && { field: 'languages', pack: languages },
    (pack.country ?? '') !== (now.country ?? '') && { field: 'country', pack: pack.country ?? '' },
    (pack.family ?? '') !== (now.family ?? '') && { field: 'publisher', pack: pack.family ?? '' },
    pack.agency !== now.agency && { field: 'agency', pack: pack.agency ? 'yes' : 'no' },
  ];
}

type About = Pick<Claim, 'actors' | 'events'>;

/** Whom a record is about. `apart`: who is told of elsewhere. */
function aboutFields(pack: About, now: About, facts: Reader, nameOf: NameOf, apart: QualifiedId | null): (Edited | false)[] {
  const roots = (ids: readonly QualifiedId[]) =>
    [...new Set(ids.map((id) => facts.edits.membersOf(id)[0] ?? id))].filter((id) => id !== apart).sort();
  const was = roots([...pack.actors, ...pack.events]);
  if (was.join(' ') === roots([...now.actors, ...now.events]).join(' ')) return [];
  return [{ field: 'about', pack: was.map((id) => nameOf(id)).join(', ') }];
}
