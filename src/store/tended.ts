/**
 * Facts as the reader has them: a reader of the store whose answers carry the reader's edits. Asks the plain one for what packs and
 * feeds say and applies core/tending to it; knows the tables of edits, and no other but the pages from which claims are counted.
 */

import type { Outlet } from '@/core/model/actor';
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import type { ArticleEdit, ClaimEdit, RecordEdit, SubjectEdit } from '@/core/model/edit';
import type { NewsEvent } from '@/core/model/event';
import { FEED_PACK, OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import { followArticle, followClaim, followEvent, withArticleFields, withClaimFields } from '@/core/tending/claims';
import { changesNames, domainsOver, merged, publisherOn, withFields } from '@/core/tending/subjects';
import { articleDate, claimDate, concerned, newest } from './layout';
import type { Moment } from './moment';
import { createReader, type Reader } from './reader';
import type { Subject } from './rows';
import type { Database } from './versions';

/** The reader's own tables that facts are read from. */
export const EDIT_TABLES = ['subjectEdits', 'recordEdits', 'ownActors', 'ownEvents'] as const;

/** What the reader changed, for whoever shows it beside what the packs say. */
export interface Edits {
  subject(id: QualifiedId): SubjectEdit | undefined;
  /** Every subject that is not as packs have it, those that were merged with one of them too. */
  changed(): readonly QualifiedId[];
  /** All that are one with it, the first of them the one that stands for all. */
  membersOf(id: QualifiedId): readonly QualifiedId[];
  /** The name of a subject that the reader deleted, else null. */
  goneName(id: QualifiedId): string | null;
  /** A subject without the fields that the reader set of it, merged as it is; also where it was deleted. Null where no pack has it. */
  packed(id: QualifiedId): Promise<Subject | null>;
  /** Are its names not its pack's own? A page must not learn what the reader wrote: such names are never painted where it could look. */
  renamed(id: QualifiedId): boolean;
  /** Those that there are. */
  records(ids: Iterable<QualifiedId>): Promise<ReadonlyMap<QualifiedId, RecordEdit>>;
}

/** A reader whose answers carry the reader's edits. */
export interface TendedReader extends Reader {
  readonly edits: Edits;
  /** The same facts as packs and feeds have them. */
  readonly untended: Reader;
}

/** A claim that was read on a page or in a feed and that nobody judged: listed apart from what is known. */
const isRead = ({ id, status }: Claim): boolean => status === 'unconfirmed' && [OWN_PACK, FEED_PACK].includes(packOf(id));

/** Makes a tended reader of `moment` over a plain one of the same, in its transaction, which must hold {@link EDIT_TABLES} as well. */
export function createTendedReader(db: Database, moment: Moment): TendedReader {
  const { edits, merges, recordEdits: recordCount } = moment;
  const facts = createReader(db, moment);
  const { rootOf, membersOf } = merges;

  const records = async (ids: Iterable<QualifiedId>): Promise<Map<QualifiedId, RecordEdit>> => {
    if (recordCount === 0) return new Map();
    const rows = await db.recordEdits.bulkGet([...new Set(ids)]);
    return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
  };
  const isHidden = (id: QualifiedId): boolean => edits.get(rootOf(id))?.hidden !== undefined;
  const withSet = (subject: Subject, id: QualifiedId): Subject => {
    const set = edits.get(id)?.set;
    return set ? ({ ...subject, record: withFields(subject.record, set) } as Subject) : subject;
  };

  /** A group as one, from those of its members that are there, without what was set of the first; null where none is. */
  const mergedSubject = (id: QualifiedId, known: ReadonlyMap<QualifiedId, Subject>): Subject | null => {
    const [first, ...others] = membersOf(id).flatMap((member) => known.get(member) ?? []);
    if (!first) return null;
    // What a pack made another kind since is no longer one with the first.
    const alike = others.filter((other) => sort(other) === sort(first)).map((other) => withSet(other, other.record.id).record);
    const record = alike.length > 0 ? merged(first.record, alike as never[]) : first.record;
    return { ...first, record: first.kind === 'event' ? followEvent(record as NewsEvent, rootOf) : record } as Subject;
  };

  /** The subject that stands for a group; null where it was deleted or no pack has it. */
  const tendedSubject = (id: QualifiedId, known: ReadonlyMap<QualifiedId, Subject>): Subject | null => {
    const subject = isHidden(id) ? null : mergedSubject(id, known);
    return subject && withSet(subject, subject.record.id);
  };

  const editsOver: Edits = {
    subject: (id) => edits.get(id),
    changed: () => [...new Set([...edits.keys()].flatMap(membersOf))],
    membersOf,
    goneName: (id) => edits.get(rootOf(id))?.hidden?.name ?? null,
    packed: async (id) => mergedSubject(id, await facts.subjects.get(membersOf(id))),
    renamed: (id) => membersOf(id).length > 1 || changesNames(edits.get(rootOf(id))?.set ?? {}),
    records,
  };
  // Without edits, which is so for most readers, nothing below costs anything.
  if (edits.size === 0 && recordCount === 0) return { ...facts, edits: editsOver, untended: facts };

  const membersOfAll = (ids: Iterable<QualifiedId>): QualifiedId[] => [...new Set([...ids].flatMap(membersOf))];

  const tendedClaim = (claim: Claim, edit: RecordEdit | undefined): Claim | null => {
    if (edit?.hidden) return null;
    return followClaim(edit?.of === 'claim' && edit.set ? withClaimFields(claim, edit.set) : claim, rootOf);
  };
  const tendedArticle = (article: Article, edit: RecordEdit | undefined): Article | null => {
    if (edit?.hidden) return null;
    return followArticle(edit?.of === 'article' && edit.set ? withArticleFields(article, edit.set) : article, rootOf);
  };
  /** Those of these ids that are outlets, merged ones once, in their order. */
  const outletsOf = async (ids: readonly QualifiedId[]): Promise<readonly Outlet[]> => {
    const known = await facts.subjects.get(membersOfAll(ids));
    const outlets = ids.flatMap((id) => {
      const subject = tendedSubject(id, known);
      return subject?.kind === 'outlet' ? [[subject.record.id, subject.record] as const] : [];
    });
    return [...new Map(outlets).values()];
  };
  const withDomains = async (domains: readonly string[]): Promise<readonly Outlet[]> => {
    const given = [...edits.values()].filter(({ set }) => set?.domains?.added.some((domain) => domains.includes(domain)));
    const found = await outletsOf([...given, ...(await facts.outlets.withDomains(domains))].map(({ id }) => id));
    return found.filter((outlet) => outlet.domains.some((domain) => domains.includes(domain)));
  };
  const tendedClaims = async (claims: readonly Claim[]): Promise<Claim[]> => {
    const found = await records(claims.map(({ id }) => id));
    return claims.flatMap((claim) => tendedClaim(claim, found.get(claim.id)) ?? []);
  };

  /** Edits of claims that change the lists of these. */
  const editsConcerning = async (members: readonly QualifiedId[]): Promise<Map<QualifiedId, ClaimEdit>> => {
    if (recordCount === 0) return new Map();
    const rows = await db.recordEdits
      .where('subjects')
      .anyOf([...members])
      .distinct()
      .toArray();
    return new Map(rows.flatMap((row) => (row.of === 'claim' ? [[row.id, row]] : [])));
  };

  /**
   * The newest claims of a subject, where edits may have taken some away, added some, or dated some anew: those that no edit touches in
   * the order of the store, and beside them those that one does.
   */
  const newestOf = async (
    subject: QualifiedId,
    limit: number,
    read: boolean,
    list: (member: QualifiedId, limit: number) => Promise<readonly Claim[]>,
  ): Promise<readonly Claim[]> => {
    const members = membersOf(subject);
    const touched = await editsConcerning(members);
    const lists = await Promise.all(members.map((member) => list(member, limit + touched.size)));
    const plain = new Map(lists.flat().flatMap((claim) => (touched.has(claim.id) ? [] : [[claim.id, claim]])));
    const others = [...(await facts.claims.get(touched.keys())).values()]
      .flatMap((claim) => tendedClaim(claim, touched.get(claim.id)) ?? [])
      .filter((claim) => isRead(claim) === read && concerned(claim).has(rootOf(subject)));
    return newest([...(await tendedClaims([...plain.values()])), ...others], claimDate, limit);
  };

  return {
    ...facts,
    edits: editsOver,
    untended: facts,
    subjects: {
      ...facts.subjects,
      async get(ids) {
        const wanted = [...new Set(ids)];
        const known = await facts.subjects.get(membersOfAll(wanted));
        return new Map(
          wanted.flatMap((id) => {
            const subject = tendedSubject(id, known);
            return subject ? [[id, subject] as const] : [];
          }),
        );
      },
      async all() {
        const all = await facts.subjects.all();
        const known = new Map(all.map(({ id, subject }) => [id, subject]));
        const done = new Set<QualifiedId>();
        return all.flatMap((one) => {
          const root = rootOf(one.id);
          const members = membersOf(root);
          if (members.length === 1 && !edits.has(one.id)) return [one];
          if (done.has(root)) return [];
          done.add(root);
          const subject = tendedSubject(root, known);
          if (!subject) return [];
          return [{ id: subject.record.id, subject, builtIn: one.builtIn && !editsOver.renamed(root) }];
        });
      },
    },
    outlets: {
      byHost: async (host) => publisherOn(host, await withDomains(domainsOver(host))),
      withDomains,
      async all() {
        const [found, given] = [await facts.outlets.all(), [...edits.values()].filter(({ set }) => set?.domains)];
        return outletsOf([...given, ...found].map(({ id }) => id));
      },
    },
    events: {
      async withParticipants(ids) {
        const found = await facts.events.withParticipants(membersOfAll(ids));
        const known = await facts.subjects.get(membersOfAll(found.map(({ id }) => id)));
        const events = found.flatMap(({ id }) => {
          const subject = tendedSubject(id, known);
          return subject?.kind === 'event' ? [[subject.record.id, subject.record] as const] : [];
        });
        return [...new Map(events).values()];
      },
    },
    articles: {
      async get(ids) {
        const [found, changed] = await Promise.all([facts.articles.get(ids), records(ids)]);
        return new Map(
          [...found].flatMap(([id, article]) => {
            const tended = tendedArticle(article, changed.get(id));
            return tended ? [[id, tended] as const] : [];
          }),
        );
      },
      async latestOf(event, limit) {
        const rows = recordCount === 0 ? [] : await db.recordEdits.filter(({ of }) => of === 'article').toArray();
        const touched = new Map(rows.map((row) => [row.id, row as ArticleEdit]));
        const members = membersOf(event);
        const lists = await Promise.all(members.map((member) => facts.articles.latestOf(member, limit + touched.size)));
        const plain = lists.flat().filter(({ id }) => !touched.has(id));
        // Those that the reader changed may be dated anew.
        const others = [...(await facts.articles.get(touched.keys())).values()];
        const shown = new Map(
          [...plain, ...others].flatMap((article) => {
            const tended = tendedArticle(article, touched.get(article.id));
            return tended?.events.includes(rootOf(event)) ? [[article.id, tended] as const] : [];
          }),
        );
        return newest([...shown.values()], articleDate, limit);
      },
      announced: (ids) => facts.articles.announced(ids),
    },
    claims: {
      async get(ids) {
        const claims = await tendedClaims([...(await facts.claims.get(ids)).values()]);
        return new Map(claims.map((claim) => [claim.id, claim]));
      },
      latestOf: (subject, limit) => newestOf(subject, limit, false, facts.claims.latestOf),
      unconfirmedOf: (subject, limit) => newestOf(subject, limit, true, facts.claims.unconfirmedOf),
      async about(subjects, { perSubject, limit }) {
        const members = membersOfAll(subjects);
        const touched = await editsConcerning(members);
        const found = await facts.claims.about(members, { perSubject, limit: limit + touched.size });
        const roots = new Set(members.map(rootOf));
        const isAbout = (claim: Claim): boolean => [...concerned(claim)].some(([id, about]) => about && roots.has(id));
        const plain = found.claims.filter(({ id }) => !touched.has(id));
        const others = [...(await facts.claims.get(touched.keys())).values()]
          .flatMap((claim) => tendedClaim(claim, touched.get(claim.id)) ?? [])
          .filter((claim) => !isRead(claim) && isAbout(claim));
        const claims = [...(await tendedClaims(plain)), ...others];
        const total = found.total - found.claims.length + claims.length;
        return { claims: newest(claims, claimDate, limit), total, complete: found.complete && claims.length <= limit };
      },
      /** Counted anew where edits concern the subject; outlets that only claims carried that were taken away still count. */
      async tally(subject) {
        const members = membersOf(subject);
        const touched = await editsConcerning(members);
        const counted = members.length === 1 ? await facts.claims.tally(subject) : await facts.claims.tallyOf(members);
        const before = await facts.claims.get(touched.keys());
        const outlets = new Set<QualifiedId>();
        let { claims } = counted;
        for (const claim of before.values()) {
          const now = tendedClaim(claim, touched.get(claim.id));
          const was = !isRead(claim) && members.some((member) => concerned(claim).has(member));
          const is = now !== null && !isRead(now) && concerned(now).has(rootOf(subject));
          claims += Number(is) - Number(was);
          if (is && !was && now.outlet) outlets.add(now.outlet);
        }
        return { claims, outlets: counted.outlets + outlets.size };
      },
      tallyOf: (subjects) => facts.claims.tallyOf(membersOfAll(subjects)),
    },
  };
}

/** Which subjects can be one: people, organisations and places with each other, outlets and events with their like. */
const sort = ({ kind }: Subject): string => (kind === 'outlet' || kind === 'event' ? kind : 'actor');
