/**
 * What a form holds → the rows that say it: fields over what a pack says, or a record of the reader's own. Knows the shapes of rows, and
 * no store.
 */
import { type Actor, isOutlet, type Outlet, type SubjectKind } from '@/core/model/actor';
import { cleanAddress } from '@/core/model/address';
import type { Article } from '@/core/model/article';
import type { Claim, ClockValue } from '@/core/model/claim';
import {
  type AboutChange,
  type ArticleDraft,
  type ArticleEdit,
  type ArticleFields,
  type ClaimDraft,
  type ClaimEdit,
  type ClaimFields,
  type NameChange,
  type RecordEdit,
  SET_CLOCKS,
  type SubjectDraft,
  type SubjectEdit,
  type SubjectFields,
} from '@/core/model/edit';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import { OWN_SOURCE } from '@/core/pack/overlay';
import { followArticle, followClaim, withArticleFields, withClaimFields } from '@/core/tending/claims';
import { ACCORDING_TO_READER } from '@/core/tending/subjects';
import { concerned } from '@/store/layout';
import type { Subject, Write } from '@/store/store';
import { linkTo } from './text-fragment';

export const now = (): string => new Date().toISOString();
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An edit without what it no longer says; null where it says nothing. */
export function subjectWrite(edit: SubjectEdit): Write {
  const { id, into, hidden, set, note, made } = edit;
  const says = {
    ...(into && { into }),
    ...(hidden && { hidden }),
    ...(set && Object.keys(set).length > 0 && { set }),
    ...(note && { note }),
  };
  return { table: 'subjectEdits', id, row: Object.keys(says).length > 0 ? { id, ...says, made } : null };
}
export function recordWrite(edit: RecordEdit): Write {
  const { id, of, hidden, set, note, subjects, made } = edit;
  const says = { ...(hidden && { hidden }), ...(set && Object.keys(set).length > 0 && { set }), ...(note && { note }) };
  return { table: 'recordEdits', id, row: Object.keys(says).length > 0 ? ({ id, of, ...says, subjects, made } as RecordEdit) : null };
}

/** What the wanted list adds to the pack's and drops of it; null where nothing. A name dropped before stays so while its pack lacks it. */
function nameChange(pack: readonly string[], wanted: readonly string[], before: NameChange | undefined): NameChange | null {
  const added = [...new Set(wanted)].filter((text) => !pack.includes(text));
  const dropped = [...new Set([...pack, ...(before?.dropped ?? [])])].filter((text) => !wanted.includes(text));
  return added.length + dropped.length > 0 ? { added, dropped } : null;
}

/** Where the draft is not what the pack says. */
export function fieldsOf({ record }: Subject, draft: SubjectDraft, before: SubjectFields | undefined): SubjectFields {
  const other = (texts: readonly string[]) => texts.filter((text) => text !== draft.name);
  const texts = record.names.map(({ text }) => text);
  const wanted = other(draft.names);
  // The name that the pack has now counts as one of its names; kept, it is the reader's own word, because the pack may drop it.
  const kept = draft.name !== record.name && wanted.includes(record.name) ? [record.name] : [];
  const change = nameChange(other([...texts, record.name]), wanted, before?.names);
  const names = change || kept.length > 0 ? { added: [...(change?.added ?? []), ...kept], dropped: change?.dropped ?? [] } : null;
  const surnames = 'surnames' in record && record.kind === 'person' ? nameChange(record.surnames, draft.surnames, before?.surnames) : null;
  return {
    ...(draft.name === record.name ? {} : { name: draft.name }),
    ...(draft.description === (record.description ?? '') ? {} : { description: draft.description }),
    ...(names && { names }),
    ...(surnames && { surnames }),
    ...('dates' in record && draft.date ? { date: draft.date } : {}),
    ...('domains' in record && draft.outlet ? outletFields(record, draft.outlet, before) : {}),
  };
}

function outletFields(outlet: Outlet, draft: NonNullable<SubjectDraft['outlet']>, before: SubjectFields | undefined): SubjectFields {
  const domains = nameChange(outlet.domains, draft.domains, before?.domains);
  const languages = nameChange(outlet.languages, draft.languages, before?.languages);
  return {
    ...(domains && { domains }),
    ...(languages && { languages }),
    ...(draft.country === (outlet.country ?? '') ? {} : { country: draft.country }),
    ...(draft.family === (outlet.family ?? '') ? {} : { family: draft.family }),
    ...(draft.agency === outlet.agency ? {} : { agency: draft.agency }),
  };
}

/** Forms of the names; one that was there already stays as it was. */
const formsOf = (draft: SubjectDraft, before: Actor['names']): Actor['names'] =>
  [...new Set(draft.names)].filter((text) => text !== draft.name).map((text) => before.find((form) => form.text === text) ?? { text });

/** A subject of the reader's own, new or in place of `before`. An outlet's draft must say where it publishes. */
export function ownWrite(id: QualifiedId, kind: SubjectKind, draft: SubjectDraft, before?: Actor | NewsEvent): Write {
  const names = formsOf(draft, before?.names ?? []);
  const described = draft.description ? { description: draft.description } : {};
  if (kind === 'event') {
    const { description: _description, ...kept } = before && 'dates' in before ? before : { participants: [], kind: 'other' as const };
    const dates = draft.date ? [{ edtf: draft.date, according: ACCORDING_TO_READER, sources: [] }] : [];
    return { table: 'ownEvents', id, row: { ...kept, id, name: draft.name, names, ...described, dates, sources: [OWN_SOURCE] } };
  }
  const surnames = kind === 'person' ? [...new Set(draft.surnames)] : [];
  const actor = { id, name: draft.name, names, surnames, ...described, offices: [], sources: [OWN_SOURCE] };
  if (kind !== 'outlet') return { table: 'ownActors', id, row: { ...actor, kind } };
  const known = draft.outlet ?? (before && 'kind' in before && isOutlet(before as Actor) ? (before as Outlet) : undefined);
  if (!known) throw new TypeError('an outlet without where it publishes');
  const { domains, languages, country, family, agency } = known;
  const row: Outlet = {
    ...{ ...actor, kind, domains: [...new Set(domains)], languages: [...new Set(languages)], ...(country ? { country } : {}) },
    ...{ ...(family ? { family } : {}), agency },
  };
  return { table: 'ownActors', id, row };
}

/** Fields set of a claim, with every subject whose lists that changes. */
export function claimEdit(packed: Claim, set: ClaimFields): ClaimEdit {
  const subjects = new Set([...concerned(packed).keys(), ...concerned(withClaimFields(packed, set)).keys()]);
  return { id: packed.id, of: 'claim', set, subjects: [...subjects], made: now() };
}

/** The same of an article. */
export function articleEdit(packed: Article, set: ArticleFields): ArticleEdit {
  const subjectsOf = ({ outlet, actors, events }: Article) => [...(outlet ? [outlet] : []), ...actors, ...events];
  const subjects = new Set([...subjectsOf(packed), ...subjectsOf(withArticleFields(packed, set))]);
  return { id: packed.id, of: 'article', set, subjects: [...subjects], made: now() };
}

export const clocksOf = ({ clocks }: Pick<ClaimDraft, 'clocks'>): Claim['clocks'] =>
  Object.fromEntries(SET_CLOCKS.flatMap((clock) => (clocks[clock] ? [[clock, { edtf: clocks[clock], basis: 'reader' }]] : [])));

/** How a form shows whom a record refers to. */
export interface Seen {
  /** Who stands for all that the reader merged. */
  follow(id: QualifiedId): QualifiedId;
  /** False for whom no pack has that is there now, and whom the reader deleted: a form cannot choose them, and must not lose them. */
  isKnown(id: QualifiedId): boolean;
  /** What is written for one that is not known; `spare`: as the record itself names it. */
  wordsFor(id: QualifiedId, spare?: string): string;
}

/** Whom the draft adds and drops. A list of before may name several that are one by now: all of them go. `apart`: not to be dropped. */
function aboutFields(
  packed: Pick<Claim, 'actors' | 'events'>,
  draft: Pick<ClaimDraft, 'actors' | 'events'>,
  { follow, isKnown }: Seen,
  apart: QualifiedId | null = null,
): Pick<ClaimFields, 'actors' | 'events'> {
  const change = (ids: readonly QualifiedId[], wanted: readonly QualifiedId[]): AboutChange | null => {
    const there = ids.map(follow);
    const added = [...new Set(wanted)].filter((id) => !there.includes(id));
    const dropped = ids.filter((id) => follow(id) !== apart && isKnown(id) && !wanted.includes(follow(id)));
    return added.length + dropped.length > 0 ? { added, dropped } : null;
  };
  const [actors, events] = [change(packed.actors, draft.actors), change(packed.events, draft.events)];
  return { ...(actors && { actors }), ...(events && { events }) };
}

/** The outlet that a draft means: an empty field stands for one that is not known as well. */
const outletOf = (now: QualifiedId | null, wanted: QualifiedId | null, { isKnown }: Seen): QualifiedId | null =>
  wanted === null && now !== null && !isKnown(now) ? now : wanted;

/**
 * Where the draft is not what the claim says. `packed` with the references that its pack has, or that a split gave it.
 */
export function claimFields(packed: Claim, draft: ClaimDraft, seen: Seen): ClaimFields {
  const claim = followClaim(packed, seen.follow);
  const outlet = outletOf(claim.outlet, draft.outlet, seen);
  const unknown = claim.speaker !== null && !seen.isKnown(claim.speaker) && draft.speaker.id === null;
  const untouched = unknown && draft.speaker.name === seen.wordsFor(claim.speaker, claim.speakerName);
  const speaker = { id: draft.speaker.id, name: draft.speaker.id === null ? draft.speaker.name || null : null };
  const spoken = { id: claim.speaker, name: claim.speaker === null ? (claim.speakerName ?? null) : null };
  const clocks = SET_CLOCKS.flatMap((clock): [string, ClockValue | null][] => {
    const edtf = draft.clocks[clock];
    if (edtf === (claim.clocks[clock]?.edtf ?? '')) return [];
    return [[clock, edtf ? { edtf, basis: 'reader' } : null]];
  });
  return {
    ...(draft.text === claim.text ? {} : { text: draft.text }),
    ...(draft.quote === (claim.quote ?? '') ? {} : { quote: draft.quote }),
    ...(untouched || same(speaker, spoken) ? {} : { speaker }),
    ...(outlet === claim.outlet ? {} : { outlet }),
    ...(clocks.length > 0 ? { clocks: Object.fromEntries(clocks) } : {}),
    ...aboutFields(packed, draft, seen, claim.speaker),
  };
}

/** Where the draft is not what the article says. */
export function articleFields(packed: Article, draft: ArticleDraft, seen: Seen): ArticleFields {
  const article = followArticle(packed, seen.follow);
  const outlet = outletOf(article.outlet, draft.outlet, seen);
  // As it stands where nobody wrote it anew: only what is typed is cleared of what identifies the reader.
  const url = draft.url === (linkTo(article.url) ?? '') ? article.url : cleanAddress(draft.url);
  const published = draft.published || null;
  return {
    ...(draft.title === article.title ? {} : { title: draft.title }),
    ...(outlet === article.outlet ? {} : { outlet }),
    ...(url === article.url ? {} : { url }),
    ...(published === article.published ? {} : { published }),
    ...aboutFields(packed, draft, seen),
  };
}
