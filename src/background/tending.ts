/**
 * The reader changes facts: adds, edits, notes, merges, splits and deletes them. Every change is one step of the store, which can be
 * taken back; what packs say stays as it is beneath.
 */
import type { Outlet, SubjectKind } from '@/core/model/actor';
import { cleanAddress } from '@/core/model/address';
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import type { ArticleFields, ClaimFields, Deed, DeedView, OutletDraft, RecordEdit, SubjectDraft } from '@/core/model/edit';
import { isWritten, OWN_PACK, packOf, type QualifiedId, WRITTEN } from '@/core/model/ids';
import { slugOf } from '@/core/naming/transliterate';
import { OWN_SOURCE } from '@/core/pack/overlay';
import { fail, ok, type Result } from '@/core/result';
import { withArticleFields, withClaimFields } from '@/core/tending/claims';
import type { BackgroundInput } from '@/messaging/protocol';
import type { BackgroundHandlers } from '@/messaging/server';
import { concerned } from '@/store/layout';
import type { Reader, Rows, Store, Subject, Write } from '@/store/store';
import { createOutletLookups } from './tending-outlets';
import {
  articleEdit,
  articleFields,
  claimEdit,
  claimFields,
  clocksOf,
  fieldsOf,
  now,
  ownWrite,
  recordWrite,
  type Seen,
  subjectWrite,
} from './tending-rows';

/** A step that was done: its number, to take it back by, and the record that it was about. */
interface Done {
  readonly number: number;
  readonly id: QualifiedId;
}

/** Steps listed: more than anybody scrolls through. */
const LISTED = 200;

const gone = () => fail('gone', 'This is not kept any more: its pack was removed or changed.');
const noPlace = () => fail('no-place', 'An outlet publishes somewhere: name at least one domain, a country and a language.');
const deedKind = (kind: SubjectKind): Deed['kind'] => (kind === 'event' || kind === 'outlet' ? kind : 'actor');
const kindOf = ({ kind }: Subject): Deed['kind'] => deedKind(kind);
const deedOf = (did: Deed['did'], subject: Subject, other?: string): Deed => ({
  ...{ did, kind: kindOf(subject), id: subject.record.id, name: subject.record.name },
  ...(other === undefined ? {} : { other }),
});
const claimDeed = (did: Deed['did'], claim: Claim): Deed => ({ did, kind: 'claim', id: claim.id, name: claim.text });
const articleDeed = (did: Deed['did'], article: Article): Deed => ({ did, kind: 'article', id: article.id, name: article.title });

const writtenClaim = (claim: Claim): Write => ({
  table: 'ownClaims',
  id: claim.id,
  row: { id: claim.id, subjects: [...concerned(claim).keys()], article: '', claim },
});
const writtenArticle = (record: Article): Write => ({
  table: 'ownArticles',
  id: record.id,
  row: { id: record.id, record, remembered: false },
});
const writtenFields = ({ title, outlet, url, published }: Omit<BackgroundInput<'tend/add-article'>, 'actors' | 'events'>) => ({
  ...{ title, outlet },
  ...{ url: cleanAddress(url), published: published || null },
});
const placeOf = ({ domains, languages, country = '', family = '', agency }: Outlet): OutletDraft => ({
  ...{ domains, languages, country },
  ...{ family, agency },
});

/** A free id of the reader's own for a name. */
async function freeId(rows: Rows, name: string): Promise<QualifiedId> {
  const slug = slugOf(name) || 'name';
  for (let n = 1; ; n++) {
    const id = `${OWN_PACK}:${n === 1 ? slug : `${slug}-${n}`}`;
    if (!(await rows('ownActors', id)) && !(await rows('ownEvents', id))) return id;
  }
}

/** A free id for what the reader writes by hand. */
const writtenId = (): QualifiedId => `${OWN_PACK}:${WRITTEN}${crypto.randomUUID()}`;

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
    'tend/add-article': (draft) => tending.addArticle(draft),
    'tend/article': (draft) => tending.editArticle(draft),
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
      return packed && shown ? { packed, shown, edit, seen: await seenIn(facts, packed) } : null;
    });

  const articleNow = (id: QualifiedId) =>
    store.read(async (facts) => {
      const packed = (await facts.untended.articles.get([id])).get(id);
      const shown = (await facts.articles.get([id])).get(id);
      const edit = (await facts.edits.records([id])).get(id);
      return packed && shown ? { packed, shown, edit, seen: await seenIn(facts, packed) } : null;
    });
  const { domainTaken, articlesOn } = createOutletLookups(store);

  const step = async (deed: Deed, writes: readonly Write[]): Promise<Result<Done>> =>
    ok({ number: await store.deeds.do(deed, async () => writes), id: deed.id });

  return {
    async add({ kind, ...draft }: BackgroundInput<'tend/add'>): Promise<Result<Done>> {
      // Known only once a free id is found, in the step itself.
      const deed: { -readonly [K in keyof Deed]: Deed[K] } = { did: 'added', kind: deedKind(kind), id: '', name: draft.name };
      if (kind === 'outlet' && !draft.outlet) return noPlace();
      const taken = await domainTaken(draft, []);
      if (taken) return taken;
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
      const taken = shown.kind === 'outlet' ? await domainTaken(draft, [root]) : null;
      if (taken) return taken;
      if (isOwn(root) && found.members.length === 1) {
        return step(deed, [ownWrite(root, shown.kind, draft, packed.record)]);
      }
      return step(deed, [subjectWrite({ ...edit, id: root, set: fieldsOf(packed, draft, edit?.set), made: now() })]);
    },

    async addClaim({ actors, events, ...draft }: BackgroundInput<'tend/add-claim'>): Promise<Result<Done>> {
      const id = writtenId();
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
      return step(claimDeed('added', claim), [writtenClaim(claim)]);
    },

    async editClaim({ id, ...draft }: BackgroundInput<'tend/claim'>): Promise<Result<Done>> {
      const found = await claimNow(id);
      if (!found) return gone();
      const { packed, shown, seen } = found;
      const edit = found.edit?.of === 'claim' ? found.edit : undefined;
      if (isWritten(id) && !edit?.set) {
        const written = withClaimFields(packed, claimFields(packed, draft, seen));
        return step(claimDeed('edited', shown), [writtenClaim(written)]);
      }
      const { instead } = edit?.set ?? {};
      const moved = withClaimFields(packed, instead ? { instead } : {});
      const set: ClaimFields = { ...claimFields(moved, draft, seen), ...(instead && { instead }) };
      return step(claimDeed('edited', shown), [recordWrite({ ...edit, ...claimEdit(packed, set), note: edit?.note ?? '' })]);
    },

    async addArticle({ actors, events, ...draft }: BackgroundInput<'tend/add-article'>): Promise<Result<Done>> {
      const article: Article = { ...writtenFields(draft), id: writtenId(), actors, events, sources: [OWN_SOURCE] };
      return step(articleDeed('added', article), [writtenArticle(article)]);
    },

    async editArticle({ id, ...draft }: BackgroundInput<'tend/article'>): Promise<Result<Done>> {
      const found = await articleNow(id);
      if (!found) return gone();
      const { packed, shown, seen } = found;
      const edit = found.edit?.of === 'article' ? found.edit : undefined;
      const set: ArticleFields = articleFields(packed, draft, seen);
      const deed = articleDeed('edited', shown);
      if (isWritten(id) && !edit?.set) return step(deed, [writtenArticle(withArticleFields(packed, set))]);
      return step(deed, [recordWrite({ ...edit, ...articleEdit(packed, set), note: edit?.note ?? '' })]);
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
      if (!record) return gone();
      const deed: Deed = { did: 'deleted', ...record.deed };
      if (isWritten(id)) return step(deed, [{ table: kind === 'claim' ? 'ownClaims' : 'ownArticles', id, row: null }]);
      return step(deed, [recordWrite({ ...record.edit, hidden: true })]);
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
      const { kind } = shown;
      if (kind === 'outlet' && !draft.outlet) return noPlace();
      const taken = await domainTaken(draft, [root]);
      if (taken) return taken;
      const domains = kind === 'outlet' ? shown.record.domains.filter((domain) => !draft.outlet?.domains.includes(domain)) : [];
      if (kind === 'outlet' && domains.length === 0)
        return fail('no-domain', `Leave ${shown.record.name} at least one domain, or merge it instead.`);
      const articles = kind === 'outlet' ? await articlesOn(root, draft.outlet?.domains ?? [], domains) : [];
      const moved = await store.read(async (facts) => {
        const edits = await facts.edits.records(claims);
        return [...(await facts.untended.claims.get(claims)).values()].map((claim) => {
          const edit = edits.get(claim.id);
          return { claim, edit: edit?.of === 'claim' ? edit : undefined };
        });
      });
      const articleEdits = await store.read((facts) => facts.edits.records(articles.map((article) => article.id)));
      const names = new Set([draft.name, ...draft.names]);
      const { record } = shown;
      const kept: SubjectDraft = {
        name: record.name,
        names: record.names.map(({ text }) => text).filter((text) => !names.has(text)),
        surnames: 'surnames' in record ? record.surnames : [],
        description: record.description ?? '',
        date: edit?.set?.date ?? '',
        ...(kind === 'outlet' ? { outlet: { ...placeOf(shown.record), domains } } : {}),
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
        const movedArticles = articles.map((article) => {
          const before = articleEdits.get(article.id);
          const edit = before?.of === 'article' ? before : undefined;
          return recordWrite({ ...edit, ...articleEdit(article, { ...edit?.set, outlet: fresh }) });
        });
        return [ownWrite(fresh, kind, draft), left, ...writes, ...movedArticles];
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

/** Whom a record refers to, as its form shows them. */
async function seenIn(facts: Reader, record: Claim | Article): Promise<Seen> {
  const named = [record.outlet, 'speaker' in record ? record.speaker : null, ...record.actors, ...record.events];
  const known = await facts.subjects.get(named.flatMap((id) => id ?? []));
  return {
    follow: (id) => facts.edits.membersOf(id)[0] ?? id,
    isKnown: (id) => known.has(id),
    wordsFor: (id, spare) => spare ?? facts.edits.goneName(id) ?? id,
  };
}

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
      const set = edit?.of === kind ? edit.set : undefined;
      return { edit: { ...edit, ...articleEdit(article, set ?? {}) }, deed: { kind, id, name: article.title } };
    }
    const claim = (await facts.untended.claims.get([id])).get(id);
    if (!claim) return null;
    const set = edit?.of === kind ? edit.set : undefined;
    return { edit: { ...edit, ...claimEdit(claim, set ?? {}) }, deed: { kind, id, name: claim.text } };
  });
}
