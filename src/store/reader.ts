/**
 * Look-ups over the shown generations, all within one read transaction, so that a view is never half of an old pack
 * and half of a new one. Answers records; what the reader sees of them is made in background/.
 */

import type { Outlet } from '@/core/model/actor';
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import type { Edtf } from '@/core/model/edtf';
import type { NewsEvent } from '@/core/model/event';
import { OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import { activePacks } from './generations';
import { articleDate, claimDate } from './layout';
import { ownArticlesOf, ownClaimsOf } from './own-claims';
import { compare, newestItems, orderOf } from './pages';
import type { ActivePack, Subject } from './rows';
import type { Database } from './versions';

/** Facts as of one moment. Unknown ids are left out of the answers. */
export interface Reader {
  /** The shown packs, by id. */
  readonly packs: Readonly<Record<string, ActivePack>>;
  readonly subjects: {
    get(ids: Iterable<QualifiedId>): Promise<Map<QualifiedId, Subject>>;
    /** Every subject of every shown pack: for building the gazetteer. */
    all(): Promise<{ readonly id: QualifiedId; readonly subject: Subject; readonly builtIn: boolean }[]>;
  };
  readonly outlets: {
    /** The outlet that publishes on a host: its longest domain that is the host or a parent of it. */
    byHost(host: string): Promise<Outlet | null>;
  };
  readonly events: {
    /** Events in which any of these take part. */
    withParticipants(ids: readonly QualifiedId[]): Promise<NewsEvent[]>;
  };
  readonly articles: {
    get(ids: Iterable<QualifiedId>): Promise<Map<QualifiedId, Article>>;
    /** The newest articles about an event, newest first. */
    latestOf(event: QualifiedId, limit: number): Promise<readonly Article[]>;
  };
  readonly claims: {
    /** The newest claims that concern a subject, newest first; undated ones last. Those that the reader kept are among them. */
    latestOf(subject: QualifiedId, limit: number): Promise<readonly Claim[]>;
    /** Those read on pages that are remembered, and not judged. */
    unconfirmedOf(subject: QualifiedId, limit: number): Promise<readonly Claim[]>;
    /**
     * The newest claims that concern any of these, each once, newest first; at most `perSubject` of each are read.
     * `complete`: there are no others.
     */
    ofAny(subjects: readonly QualifiedId[], perSubject: number): Promise<{ readonly claims: readonly Claim[]; readonly complete: boolean }>;
    /** How many claims concern a subject, and how many outlets carried them. */
    tally(subject: QualifiedId): Promise<{ readonly claims: number; readonly outlets: number }>;
  };
}

/** Makes a reader; every call must come inside one transaction over the fact tables and `meta`. */
export async function createReader(db: Database): Promise<Reader> {
  const packs = await activePacks(db);
  const shown = new Set(Object.values(packs).map(({ generation }) => generation));

  /** The primary keys of ids whose pack is shown. */
  const keysOf = (ids: Iterable<QualifiedId>): [number, QualifiedId][] =>
    [...new Set(ids)].flatMap((id): [number, QualifiedId][] => {
      const pack = packs[packOf(id)];
      return pack ? [[pack.generation, id]] : [];
    });

  /** A pack's claims with those that the reader kept. */
  const claimsOf = async (subject: QualifiedId, limit: number) => {
    const [packed, kept] = await Promise.all([
      newestItems(db.claimPages, subject, shown, limit, claimDate),
      ownClaimsOf(db, subject, 'confirmed'),
    ]);
    return kept.length === 0 ? packed : cut([...packed.items, ...kept], claimDate, limit, packed.complete);
  };

  const ownIds = (ids: Iterable<QualifiedId>): QualifiedId[] => [...new Set(ids)].filter((id) => packOf(id) === OWN_PACK);

  return {
    packs,
    subjects: {
      async get(ids) {
        const rows = await db.subjects.bulkGet(keysOf(ids));
        return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
      },
      async all() {
        const perPack = Object.values(packs).map(async ({ generation, builtIn }) => {
          const rows = await db.subjects.where(':id').between([generation], [generation, []]).toArray();
          return rows.map((row) => ({ id: row.id, subject: row, builtIn }));
        });
        return (await Promise.all(perPack)).flat();
      },
    },
    outlets: {
      async byHost(host) {
        const labels = host.toLowerCase().split('.');
        const domains = labels.map((_, i) => labels.slice(i).join('.'));
        const rows = await db.subjects.where('record.domains').anyOf(domains).toArray();
        const outlets = rows.flatMap((row) => (row.kind === 'outlet' && shown.has(row.generation) ? [row.record] : []));
        // `domains` goes from the whole host to its last label, so the first that an outlet has is the longest.
        for (const domain of domains) {
          const owner = outlets.find((outlet) => outlet.domains.includes(domain));
          if (owner) return owner;
        }
        return null;
      },
    },
    events: {
      async withParticipants(ids) {
        const rows = await db.subjects.where('record.participants').anyOf(ids).distinct().toArray();
        return rows.flatMap((row) => (row.kind === 'event' && shown.has(row.generation) ? [row.record] : []));
      },
    },
    articles: {
      async get(ids) {
        const [rows, own] = await Promise.all([db.articles.bulkGet(keysOf(ids)), db.ownArticles.bulkGet(ownIds(ids))]);
        return new Map([...rows, ...own].flatMap((row) => (row ? [[row.id, row.record]] : [])));
      },
      async latestOf(event, limit) {
        const [packed, own] = await Promise.all([newestItems(db.articlePages, event, shown, limit, articleDate), ownArticlesOf(db, event)]);
        return own.length === 0 ? packed.items : cut([...packed.items, ...own], articleDate, limit, true).items;
      },
    },
    claims: {
      async latestOf(subject, limit) {
        return (await claimsOf(subject, limit)).items;
      },
      async unconfirmedOf(subject, limit) {
        return (await ownClaimsOf(db, subject, 'unconfirmed')).slice(0, limit);
      },
      async ofAny(subjects, perSubject) {
        const answers = await Promise.all([...new Set(subjects)].map((subject) => claimsOf(subject, perSubject)));
        const once = new Map(answers.flatMap(({ items }) => items.map((claim) => [claim.id, claim])));
        const ordered = [...once.values()].map((claim) => ({ claim, order: orderOf(claimDate(claim)) }));
        ordered.sort((a, b) => compare(a.order, b.order) || compare(a.claim.id, b.claim.id));
        return { claims: ordered.map(({ claim }) => claim), complete: answers.every(({ complete }) => complete) };
      },
      async tally(subject) {
        const rows = await db.tallies.bulkGet([...shown].map((generation): [string, number] => [subject, generation]));
        const tallies = rows.filter((row) => row !== undefined);
        const kept = await ownClaimsOf(db, subject, 'confirmed');
        return {
          claims: tallies.reduce((sum, { claims }) => sum + claims, kept.length),
          outlets: new Set([...tallies.flatMap(({ outlets }) => outlets), ...kept.flatMap(({ outlet }) => outlet ?? [])]).size,
        };
      },
    },
  };
}

/** The newest `limit` of items that come from several places. */
function cut<Item>(items: readonly Item[], dateOf: (item: Item) => Edtf | null, limit: number, complete: boolean) {
  const ordered = items.map((item) => ({ item, order: orderOf(dateOf(item)) })).sort((a, b) => compare(a.order, b.order));
  return { items: ordered.slice(0, limit).map(({ item }) => item), complete: complete && items.length <= limit };
}
