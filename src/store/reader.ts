/**
 * Look-ups over the shown generations, all within one read transaction, so that a view is never half of an old pack
 * and half of a new one. Answers records; what the reader sees of them is made in background/.
 */

import { type Actor, isOutlet, type Outlet } from '@/core/model/actor';
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import type { NewsEvent } from '@/core/model/event';
import { FEED_PACK, OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import { domainsOver, publisherOn } from '@/core/tending/subjects';
import { type ClaimReader, createClaimReader } from './claims';
import { feedArticlesOf, feedClaimsOf } from './feed-newest';
import { articleDate, claimDate, concerned, newest, PAGE_ARTICLES } from './layout';
import type { Moment } from './moment';
import { type Openings, openingsOf } from './openings';
import { ownArticlesOf, ownClaimsOf } from './own-newest';
import { newestItems, orderOf } from './pages';
import type { ActivePack, ArticlePage, Subject } from './rows';
import type { Database } from './versions';

export interface Announced {
  readonly summary: string;
  readonly origin: string | null;
  readonly seenAt: number;
}

/** Facts as of one moment. Unknown ids are left out of the answers. */
export interface Reader {
  /** The shown packs, by id. */
  readonly packs: Readonly<Record<string, ActivePack>>;
  /** Changes with every change of what the reader tracks by own decision, or edited of a subject. */
  readonly ownNames: number;
  readonly subjects: {
    get(ids: Iterable<QualifiedId>): Promise<Map<QualifiedId, Subject>>;
    /** Every subject of every shown pack, and the reader's own: for building the gazetteer. */
    all(): Promise<{ readonly id: QualifiedId; readonly subject: Subject; readonly builtIn: boolean }[]>;
    /** The ids of a pack's subjects, as the pack has them; none where it is not shown. The reader's own are a pack too. */
    idsOf(pack: string): Promise<QualifiedId[]>;
  };
  readonly outlets: {
    /** The outlet that publishes on a host: its longest domain that is the host or a parent of it. */
    byHost(host: string): Promise<Outlet | null>;
    /** Every outlet with one of these domains, the reader's own first. */
    withDomains(domains: readonly string[]): Promise<readonly Outlet[]>;
    /** Every outlet with a domain. */
    all(): Promise<readonly Outlet[]>;
  };
  readonly events: {
    /** Events in which any of these take part. */
    withParticipants(ids: readonly QualifiedId[]): Promise<NewsEvent[]>;
  };
  readonly articles: {
    get(ids: Iterable<QualifiedId>): Promise<Map<QualifiedId, Article>>;
    /** The newest articles about an event, newest first; those of feeds among them. */
    latestOf(event: QualifiedId, limit: number): Promise<readonly Article[]>;
    /** What feeds say of those of these that they brought: the summary, who published it first, and when it was first seen (ms). */
    announced(ids: Iterable<QualifiedId>): Promise<Map<QualifiedId, Announced>>;
  };
  readonly openings: Pick<Openings, 'of'>;
  /** Those of packs, and among them those that the reader kept. */
  readonly claims: Omit<ClaimReader, 'talliesOf'> & {
    /** Those read on pages that are remembered, and not judged, and those of feeds. */
    unconfirmedOf(subject: QualifiedId, limit: number): Promise<readonly Claim[]>;
    /** How many claims concern a subject, and how many outlets carried them. */
    tally(subject: QualifiedId): Promise<{ readonly claims: number; readonly outlets: number }>;
    /** The same of several that are one: a claim that concerns two of them counts once. Reads all that refers to them. */
    tallyOf(subjects: readonly QualifiedId[]): Promise<{ readonly claims: number; readonly outlets: number }>;
  };
}

const ownSubject = (record: Actor): Subject =>
  isOutlet(record) ? { kind: 'outlet', record } : { kind: record.kind as Exclude<Actor['kind'], 'outlet'>, record };

/** Makes a reader of what is shown at `moment`; every call must come inside one transaction over the fact tables and the reader's own. */
export function createReader(db: Database, { packs, ownNames, live, ownClaims: areThereOwn }: Moment): Reader {
  const shown = new Set(Object.values(packs).map(({ generation }) => generation));

  /** The primary keys of ids whose pack is shown. */
  const keysOf = (ids: Iterable<QualifiedId>): [number, QualifiedId][] =>
    [...new Set(ids)].flatMap((id): [number, QualifiedId][] => {
      const pack = packs[packOf(id)];
      return pack ? [[pack.generation, id]] : [];
    });

  const packed = createClaimReader(db, packs);
  const withDomains = async (domains: readonly string[]): Promise<readonly Outlet[]> => {
    const [own, rows] = await Promise.all([
      db.ownActors.where('domains').anyOf(domains).distinct().toArray(),
      db.subjects.where('record.domains').anyOf(domains).distinct().toArray(),
    ]);
    return [...own.filter(isOutlet), ...rows.flatMap((row) => (row.kind === 'outlet' && shown.has(row.generation) ? [row.record] : []))];
  };
  const idsOf = (pack: string, ids: Iterable<QualifiedId>): QualifiedId[] => [...new Set(ids)].filter((id) => packOf(id) === pack);

  return {
    packs,
    ownNames,
    subjects: {
      async get(ids) {
        const wanted = [...new Set(ids)];
        const mine = idsOf(OWN_PACK, wanted);
        const [rows, own, events] = await Promise.all([
          db.subjects.bulkGet(keysOf(wanted)),
          db.ownActors.bulkGet(mine),
          db.ownEvents.bulkGet(mine),
        ]);
        return new Map([
          ...rows.flatMap((row): [QualifiedId, Subject][] => (row ? [[row.id, row]] : [])),
          ...own.flatMap((actor): [QualifiedId, Subject][] => (actor ? [[actor.id, ownSubject(actor)]] : [])),
          ...events.flatMap((record): [QualifiedId, Subject][] => (record ? [[record.id, { kind: 'event', record }]] : [])),
        ]);
      },
      async all() {
        const shownPacks = Object.values(packs);
        const [actors, events, ...perPack] = await Promise.all([
          db.ownActors.toArray(),
          db.ownEvents.toArray(),
          ...shownPacks.map(({ generation }) => db.subjects.where(':id').between([generation], [generation, []]).toArray()),
        ]);
        const own = [...actors.map(ownSubject), ...events.map((record): Subject => ({ kind: 'event', record }))];
        return [
          ...perPack.flatMap((rows, i) => rows.map((row) => ({ id: row.id, subject: row, builtIn: shownPacks[i]?.builtIn ?? false }))),
          ...own.map((subject) => ({ id: subject.record.id, subject, builtIn: false })),
        ];
      },
      async idsOf(pack) {
        if (pack === OWN_PACK)
          return (await Promise.all([db.ownActors.toCollection().primaryKeys(), db.ownEvents.toCollection().primaryKeys()])).flat();
        const generation = packs[pack]?.generation;
        if (generation === undefined) return [];
        const keys = await db.subjects.where(':id').between([generation], [generation, []]).primaryKeys();
        return keys.map(([, id]) => id);
      },
    },
    outlets: {
      async all() {
        const [own, rows] = await Promise.all([
          db.ownActors.where('domains').above('').distinct().toArray(),
          db.subjects.where('record.domains').above('').distinct().toArray(),
        ]);
        return [
          ...own.filter(isOutlet),
          ...rows.flatMap((row) => (row.kind === 'outlet' && shown.has(row.generation) ? [row.record] : [])),
        ];
      },
      withDomains,
      byHost: async (host) => publisherOn(host, await withDomains(domainsOver(host))),
    },
    events: {
      async withParticipants(ids) {
        const [rows, own] = await Promise.all([
          db.subjects.where('record.participants').anyOf(ids).distinct().toArray(),
          db.ownEvents.where('participants').anyOf(ids).distinct().toArray(),
        ]);
        return [...rows.flatMap((row) => (row.kind === 'event' && shown.has(row.generation) ? [row.record] : [])), ...own];
      },
    },
    articles: {
      async get(ids) {
        const [rows, own, fed] = await Promise.all([
          db.articles.bulkGet(keysOf(ids)),
          db.ownArticles.bulkGet(idsOf(OWN_PACK, ids)),
          db.feedArticles.bulkGet(idsOf(FEED_PACK, ids)),
        ]);
        return new Map([...rows, ...own, ...fed].flatMap((row) => (row ? [[row.id, row.record]] : [])));
      },
      async latestOf(event, limit) {
        const [pages, own, fed] = await Promise.all([
          newestItems(db.articlePages, event, shown, limit, (many) => Math.ceil(many / PAGE_ARTICLES), articlesOf),
          ownArticlesOf(db, event),
          feedArticlesOf(db, live, event, limit),
        ]);
        return newest([...pages.items.map(({ article }) => article), ...own, ...fed], articleDate, limit);
      },
      async announced(ids) {
        const rows = await db.feedArticles.bulkGet(idsOf(FEED_PACK, ids));
        return new Map(
          rows.flatMap((row) => (row ? [[row.id, { summary: row.summary, origin: row.origin?.name ?? null, seenAt: row.seenAt }]] : [])),
        );
      },
    },
    openings: { of: (ids) => openingsOf(db, ids) },
    claims: {
      async get(ids) {
        const [found, own, fed] = await Promise.all([
          packed.get(ids),
          db.ownClaims.bulkGet(idsOf(OWN_PACK, ids)),
          db.feedClaims.bulkGet(idsOf(FEED_PACK, ids)),
        ]);
        for (const row of [...own, ...fed]) if (row) found.set(row.id, row.claim);
        return found;
      },
      latestOf: (subject, limit) => {
        const claims = packed.latestOf(subject, limit);
        if (!areThereOwn) return claims;
        return Promise.all([claims, ownClaimsOf(db, subject, 'confirmed')]).then(([claims, kept]) =>
          kept.length === 0 ? claims : newest([...claims, ...kept], claimDate, limit),
        );
      },
      async unconfirmedOf(subject, limit) {
        const [own, fed] = await Promise.all([ownClaimsOf(db, subject, 'unconfirmed'), feedClaimsOf(db, live, subject, limit)]);
        return newest([...own, ...fed], claimDate, limit);
      },
      async about(subjects, options) {
        const [found, ...kept] = await Promise.all([
          packed.about(subjects, options),
          ...[...new Set(subjects)].map(async (subject) =>
            (await ownClaimsOf(db, subject, 'confirmed')).filter((claim) => concerned(claim).get(subject)),
          ),
        ]);
        const own = new Map(kept.flat().map((claim) => [claim.id, claim]));
        if (own.size === 0) return found;
        const total = found.total + own.size;
        const claims = newest([...found.claims, ...own.values()], claimDate, options.limit);
        return { claims, total, complete: found.complete && total <= options.limit };
      },
      async tally(subject) {
        const [tallies, kept] = await Promise.all([packed.talliesOf(subject), areThereOwn ? ownClaimsOf(db, subject, 'confirmed') : []]);
        return {
          claims: tallies.reduce((sum, { claims }) => sum + claims, kept.length),
          outlets: new Set([...tallies.flatMap(({ outlets }) => outlets), ...kept.flatMap(({ outlet }) => outlet ?? [])]).size,
        };
      },
      async tallyOf(subjects) {
        const claims = new Set<string>();
        const outlets = new Set<QualifiedId>();
        for (const subject of new Set(subjects)) {
          const pages = await db.claimPages.where(':id').between([subject], [subject, []]).toArray();
          for (const { generation, ordinals, tally } of pages.filter((page) => shown.has(page.generation))) {
            for (const ordinal of ordinals) claims.add(`${generation}.${ordinal}`);
            for (const outlet of tally?.outlets ?? []) outlets.add(outlet);
          }
          for (const { id, outlet } of await ownClaimsOf(db, subject, 'confirmed')) {
            claims.add(id);
            if (outlet) outlets.add(outlet);
          }
        }
        return { claims: claims.size, outlets: outlets.size };
      },
    },
  };
}

const articlesOf = ({ items }: ArticlePage, most: number) =>
  items.slice(0, most).map((article) => ({ article, order: orderOf(article.published) }));
