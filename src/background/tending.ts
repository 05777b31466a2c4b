/**
 * The reader changes facts: adds, edits, notes, merges, splits and deletes them. Every change is one step of the store, which can be
 * taken back; what packs say stays as it is beneath.
 */
import type { Actor } from '@/core/model/actor';
import type { Claim, ClockValue } from '@/core/model/claim';
import {
  type ClaimDraft,
  type ClaimFields,
  type Deed,
  type DeedView,
  type NameChange,
  type RecordEdit,
  SET_CLOCKS,
  type SubjectDraft,
  type SubjectEdit,
  type SubjectFields,
} from '@/core/model/edit';
import type { NewsEvent } from '@/core/model/event';
import { OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import { slugOf } from '@/core/naming/transliterate';
import { OWN_SOURCE } from '@/core/pack/overlay';
import { fail, ok, type Result } from '@/core/result';
import { followClaim, withClaimFields } from '@/core/tending/claims';
import type { BackgroundInput } from '@/messaging/protocol';
import type { BackgroundHandlers } from '@/messaging/server';
import { concerned } from '@/store/layout';
import type { Reader, Rows, Store, Subject, Write } from '@/store/store';

/** A step that was done: its number, to take it back by, and the record that it was about. */
interface Done {
  readonly number: number;
  readonly id: QualifiedId;
}

/** Steps listed: more than anybody scrolls through. */
const LISTED = 200;

const gone = () => fail('gone', 'This is not kept any more: its pack was removed or changed.');
const now = (): string => new Date().toISOString();
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const kindOf = ({ kind }: Subject): Deed['kind'] => (kind === 'event' || kind === 'outlet' ? kind : 'actor');
const deedOf = (did: Deed['did'], subject: Subject, other?: string): Deed => ({
  ...{ did, kind: kindOf(subject), id: subject.record.id, name: subject.record.name },
  ...(other === undefined ? {} : { other }),
});
const claimDeed = (did: Deed['did'], claim: Claim): Deed => ({ did, kind: 'claim', id: claim.id, name: claim.text });

/** An edit without what it no longer says; null where it says nothing. */
function subjectWrite(edit: SubjectEdit): Write {
  const { id, into, hidden, set, note, made } = edit;
  const says = {
    ...(into && { into }),
    ...(hidden && { hidden }),
    ...(set && Object.keys(set).length > 0 && { set }),
    ...(note && { note }),
  };
  return { table: 'subjectEdits', id, row: Object.keys(says).length > 0 ? { id, ...says, made } : null };
}
function recordWrite(edit: RecordEdit): Write {
  const { id, of, hidden, set, note, subjects, made } = edit;
  const says = { ...(hidden && { hidden }), ...(set && Object.keys(set).length > 0 && { set }), ...(note && { note }) };
  return { table: 'recordEdits', id, row: Object.keys(says).length > 0 ? { id, of, ...says, subjects, made } : null };
}

/** What the wanted list adds to the pack's and drops of it; null where nothing. A name dropped before stays so while its pack lacks it. */
function nameChange(pack: readonly string[], wanted: readonly string[], before: NameChange | undefined): NameChange | null {
  const added = [...new Set(wanted)].filter((text) => !pack.includes(text));
  const dropped = [...new Set([...pack, ...(before?.dropped ?? [])])].filter((text) => !wanted.includes(text));
  return added.length + dropped.length > 0 ? { added, dropped } : null;
}

function fieldsOf({ record }: Subject, draft: SubjectDraft, before: SubjectFields | undefined): SubjectFields {
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
  };
}

/** A free id of the reader's own for a name. */
async function freeId(rows: Rows, name: string): Promise<QualifiedId> {
  const slug = slugOf(name) || 'name';
  for (let n = 1; ; n++) {
    const id = `${OWN_PACK}:${n === 1 ? slug : `${slug}-${n}`}`;
    if (!(await rows('ownActors', id)) && !(await rows('ownEvents', id))) return id;
  }
}

/** Forms of the names; one that was there already stays as it was. */
const formsOf = (draft: SubjectDraft, before: Actor['names']): Actor['names'] =>
  [...new Set(draft.names)].filter((text) => text !== draft.name).map((text) => before.find((form) => form.text === text) ?? { text });

/** A subject of the reader's own, new or in place of `before`. */
function ownWrite(id: QualifiedId, kind: BackgroundInput<'tend/add'>['kind'], draft: SubjectDraft, before?: Actor | NewsEvent): Write {
  const names = formsOf(draft, before?.names ?? []);
  const described = draft.description ? { description: draft.description } : {};
  if (kind === 'event') {
    const { description: _description, ...kept } = before && 'dates' in before ? before : { participants: [], kind: 'other' as const };
    const dates = draft.date ? [{ edtf: draft.date, according: 'your own note', sources: [] }] : [];
    return { table: 'ownEvents', id, row: { ...kept, id, name: draft.name, names, ...described, dates, sources: [OWN_SOURCE] } };
  }
  const surnames = kind === 'person' ? [...new Set(draft.surnames)] : [];
  return {
    table: 'ownActors',
    id,
    row: { id, kind, name: draft.name, names, surnames, ...described, offices: [], sources: [OWN_SOURCE] },
  };
}

const isOwn = (id: QualifiedId): boolean => packOf(id) === OWN_PACK;

type TendCall = Extract<keyof BackgroundHandlers, `tend/${string}`>;

/** `changed` is called after each change of what is tracked: names must be packed anew, and open tabs follow. */
export function tendingCalls(store: Store, changed: () => void): Pick<BackgroundHandlers, TendCall> {
  const tending = createTending(store);
  const then = async <T>(work: Promise<Result<T>>): Promise<Result<T>> => {
    const done = await work;
    if (done.ok) changed();
    return done;
  };
  return {
    'tend/add': (draft) => then(tending.add(draft)),
    'tend/subject': (draft) => then(tending.editSubject(draft)),
    'tend/add-claim': (draft) => tending.addClaim(draft),
    'tend/claim': (draft) => tending.editClaim(draft),
    'tend/note': (note) => tending.note(note),
    'tend/delete': (which) => then(tending.remove(which)),
    'tend/reset': (which) => then(tending.reset(which)),
    'tend/merge': (two) => then(tending.merge(two)),
    'tend/part': (which) => then(tending.part(which)),
    'tend/split': (draft) => then(tending.split(draft)),
    'tend/undo': (which) => then(tending.undo(which)),
    'tend/list': () => tending.list(),
  };
}

function createTending(store: Store) {
  /** What there is now; null where nothing is. */
  const subjectNow = (id: QualifiedId) =>
    store.read(async (facts) => {
      const shown = (await facts.subjects.get([id])).get(id);
      if (!shown) return null;
      const root = shown.record.id;
      return { shown, root, members: facts.edits.membersOf(id), edit: facts.edits.subject(root), packed: await facts.edits.packed(root) };
    });
  const claimNow = (id: QualifiedId) =>
    store.read(async (facts) => {
      const packed = (await facts.untended.claims.get([id])).get(id);
      const shown = (await facts.claims.get([id])).get(id);
      const edit = (await facts.edits.records([id])).get(id);
      return packed && shown ? { packed, shown, edit, follow: rootsOf(facts) } : null;
    });

  const step = async (deed: Deed, writes: readonly Write[]): Promise<Result<Done>> =>
    ok({ number: await store.deeds.do(deed, async () => writes), id: deed.id });

  return {
    async add({ kind, ...draft }: BackgroundInput<'tend/add'>): Promise<Result<Done>> {
      // Known only once a free id is found, in the step itself.
      const deed: { -readonly [K in keyof Deed]: Deed[K] } = {
        did: 'added',
        kind: kind === 'event' ? kind : 'actor',
        id: '',
        name: draft.name,
      };
      const number = await store.deeds.do(deed, async (rows) => {
        deed.id = await freeId(rows, draft.name);
        return [ownWrite(deed.id, kind, draft)];
      });
      return ok({ number, id: deed.id });
    },

    async editSubject({ id, ...draft }: BackgroundInput<'tend/subject'>): Promise<Result<Done>> {
      const found = await subjectNow(id);
      if (!found?.packed) return gone();
      const { shown, root, edit, packed } = found;
      const deed = deedOf('edited', shown);
      if (isOwn(root) && shown.kind !== 'outlet' && found.members.length === 1) {
        return step(deed, [ownWrite(root, shown.kind, draft, packed.record)]);
      }
      return step(deed, [subjectWrite({ ...edit, id: root, set: fieldsOf(packed, draft, edit?.set), made: now() })]);
    },

    async addClaim({ actors, events, ...draft }: BackgroundInput<'tend/add-claim'>): Promise<Result<Done>> {
      const id = `${OWN_PACK}:n-${crypto.randomUUID()}`;
      const { speaker, outlet } = draft;
      const claim: Claim = {
        id,
        text: draft.text,
        ...(draft.quote ? { quote: draft.quote } : {}),
        speaker: speaker.id,
        ...(speaker.id === null && speaker.name ? { speakerName: speaker.name } : {}),
        outlet,
        via: [],
        clocks: { ...clocksOf(draft), captured: { edtf: now().slice(0, 'YYYY-MM-DD'.length), basis: 'record' } },
        actors,
        events,
        status: 'confirmed',
        sources: [],
      };
      return step(claimDeed('added', claim), [
        { table: 'ownClaims', id, row: { id, subjects: [...concerned(claim).keys()], article: '', claim } },
      ]);
    },

    async editClaim({ id, ...draft }: BackgroundInput<'tend/claim'>): Promise<Result<Done>> {
      const found = await claimNow(id);
      if (!found) return gone();
      const { packed, shown, edit, follow } = found;
      const { instead } = edit?.set ?? {};
      const base = followClaim(withClaimFields(packed, instead ? { instead } : {}), follow);
      const set: ClaimFields = { ...claimFields(base, draft), ...(instead && { instead }) };
      return step(claimDeed('edited', shown), [recordWrite({ ...edit, ...claimEdit(packed, set), note: edit?.note ?? '' })]);
    },

    async note({ kind, id, note }: BackgroundInput<'tend/note'>): Promise<Result<Done>> {
      const text = note.trim();
      if (kind === 'subject') {
        const found = await subjectNow(id);
        if (!found) return gone();
        return step(deedOf('noted', found.shown), [subjectWrite({ ...found.edit, id: found.root, note: text, made: now() })]);
      }
      const record = await recordNow(store, kind, id);
      return record ? step({ did: 'noted', ...record.deed }, [recordWrite({ ...record.edit, note: text })]) : gone();
    },

    async remove({ kind, id }: BackgroundInput<'tend/delete'>): Promise<Result<Done>> {
      if (kind === 'subject') {
        const found = await subjectNow(id);
        if (!found) return gone();
        const { shown, root, members } = found;
        const deed = deedOf('deleted', shown);
        if (isOwn(root) && members.length === 1)
          return step(deed, [{ table: shown.kind === 'event' ? 'ownEvents' : 'ownActors', id: root, row: null }]);
        return step(deed, [subjectWrite({ ...found.edit, id: root, hidden: { name: shown.record.name }, made: now() })]);
      }
      const record = await recordNow(store, kind, id);
      return record ? step({ did: 'deleted', ...record.deed }, [recordWrite({ ...record.edit, hidden: true })]) : gone();
    },

    /** As the pack has it again, but for its note and what it was merged with. */
    async reset({ kind, id }: BackgroundInput<'tend/reset'>): Promise<Result<Done>> {
      if (kind === 'subject') {
        const found = await subjectNow(id);
        if (!found?.edit) return gone();
        const { set: _set, ...edit } = found.edit;
        return step(deedOf('reset', found.shown), [subjectWrite({ ...edit, made: now() })]);
      }
      const record = await recordNow(store, kind, id);
      if (!record) return gone();
      const { set: _set, ...edit } = record.edit;
      return step({ did: 'reset', ...record.deed }, [recordWrite(edit)]);
    },

    async merge({ id, into }: BackgroundInput<'tend/merge'>): Promise<Result<Done>> {
      const [one, other] = await Promise.all([subjectNow(id), subjectNow(into)]);
      if (!one || !other) return gone();
      if (one.root === other.root) return fail('same-subject', 'These are one already.');
      if (kindOf(one.shown) !== kindOf(other.shown)) {
        return fail('other-kind', 'Only actors can be merged with actors, outlets with outlets and events with events.');
      }
      return step(deedOf('merged', one.shown, other.shown.record.name), [
        subjectWrite({ ...one.edit, id: one.root, into: other.root, made: now() }),
      ]);
    },

    /** Takes one out of those that it was merged with. */
    async part({ id }: BackgroundInput<'tend/part'>): Promise<Result<Done>> {
      const { subject, edit } = await store.read(async (facts) => ({
        subject: (await facts.untended.subjects.get([id])).get(id),
        edit: facts.edits.subject(id),
      }));
      if (!subject || !edit?.into) return gone();
      const { into: _into, ...others } = edit;
      return step(deedOf('split', subject, subject.record.name), [subjectWrite({ ...others, made: now() })]);
    },

    /** A new subject of the reader's own takes names and claims of one that was two. */
    async split({ id, claims, ...draft }: BackgroundInput<'tend/split'>): Promise<Result<Done>> {
      const found = await subjectNow(id);
      if (!found?.packed) return gone();
      const { shown, root, edit, packed, members } = found;
      if (shown.kind === 'outlet') return fail('other-kind', 'An outlet can’t be split: what publishes comes with packs.');
      const { kind } = shown;
      const moved = await store.read(async (facts) => {
        const edits = await facts.edits.records(claims);
        return [...(await facts.untended.claims.get(claims)).values()].map((claim) => ({ claim, edit: edits.get(claim.id) }));
      });
      const taken = new Set([draft.name, ...draft.names]);
      const { record } = shown;
      const kept: SubjectDraft = {
        name: record.name,
        names: record.names.map(({ text }) => text).filter((text) => !taken.has(text)),
        surnames: 'surnames' in record ? record.surnames : [],
        description: record.description ?? '',
        date: edit?.set?.date ?? '',
      };
      const number = await store.deeds.do(deedOf('split', shown, draft.name), async (rows) => {
        const fresh = await freeId(rows, draft.name);
        const instead = Object.fromEntries(members.map((member) => [member, fresh]));
        const left =
          isOwn(root) && members.length === 1
            ? ownWrite(root, kind, kept, packed.record)
            : subjectWrite({ ...edit, id: root, set: fieldsOf(packed, kept, edit?.set), made: now() });
        const writes = moved.map(({ claim, edit: before }) => {
          const speaker = before?.set?.speaker;
          const fields: ClaimFields = {
            ...before?.set,
            // A speaker that the reader set himself is said to be the new one as well.
            ...(speaker?.id && members.includes(speaker.id) ? { speaker: { id: fresh, name: null } } : {}),
            instead: { ...before?.set?.instead, ...instead },
          };
          return recordWrite({ ...before, ...claimEdit(claim, fields) });
        });
        return [ownWrite(fresh, kind, draft), left, ...writes];
      });
      return ok({ number, id: root });
    },

    async undo({ number }: BackgroundInput<'tend/undo'>): Promise<Result<true>> {
      await store.deeds.undo(number);
      return ok(true);
    },

    list: async (): Promise<Result<readonly DeedView[]>> => ok(await store.deeds.list(LISTED)),
  };
}

const rootsOf =
  (facts: Reader) =>
  (id: QualifiedId): QualifiedId =>
    facts.edits.membersOf(id)[0] ?? id;

/** A claim's or an article's edit as it is, empty where there is none, and what a step on it is called. */
function recordNow(
  store: Store,
  kind: 'claim' | 'article',
  id: QualifiedId,
): Promise<{ readonly edit: RecordEdit; readonly deed: Omit<Deed, 'did'> } | null> {
  return store.read(async (facts) => {
    const edit = (await facts.edits.records([id])).get(id);
    if (kind === 'article') {
      const article = (await facts.untended.articles.get([id])).get(id);
      if (!article) return null;
      return { edit: { ...edit, id, of: kind, subjects: [], made: now() }, deed: { kind, id, name: article.title } };
    }
    const claim = (await facts.untended.claims.get([id])).get(id);
    if (!claim) return null;
    return { edit: { ...edit, ...claimEdit(claim, edit?.set ?? {}) }, deed: { kind, id, name: claim.text } };
  });
}

/** Fields set of a claim, with every subject whose lists that changes. */
function claimEdit(packed: Claim, set: ClaimFields): RecordEdit {
  const subjects = new Set([...concerned(packed).keys(), ...concerned(withClaimFields(packed, set)).keys()]);
  return { id: packed.id, of: 'claim', set, subjects: [...subjects], made: now() };
}

const clocksOf = ({ clocks }: Pick<ClaimDraft, 'clocks'>): Claim['clocks'] =>
  Object.fromEntries(SET_CLOCKS.flatMap((clock) => (clocks[clock] ? [[clock, { edtf: clocks[clock], basis: 'reader' }]] : [])));

/** Where the draft is not what the claim says. */
function claimFields(claim: Claim, draft: ClaimDraft): ClaimFields {
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
    ...(same(speaker, spoken) ? {} : { speaker }),
    ...(draft.outlet === claim.outlet ? {} : { outlet: draft.outlet }),
    ...(clocks.length > 0 ? { clocks: Object.fromEntries(clocks) } : {}),
  };
}
