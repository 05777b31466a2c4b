/**
 * Every version of the database's layout, oldest first.
 *
 * To change the layout: write migrations/vNNN.ts with the next number, the tables that change and an `upgrade` for
 * rows that must be rewritten, and add it at the end of the list here. Never edit a released one: a reader may come
 * from any of them. Add a database of the version before to the tests, and what it must look like afterwards.
 */
import type Dexie from 'dexie';
import type { Table, Transaction } from 'dexie';
import type { IndexedArticle } from '@/core/coverage/segment';
import type { Actor } from '@/core/model/actor';
import type { Correction } from '@/core/model/correction';
import type { RecordEdit, SubjectEdit } from '@/core/model/edit';
import type { NewsEvent } from '@/core/model/event';
import type { SetAsideRow } from './backup';
import type { CoverageStateRow, GoneRow, SegmentRow } from './coverage-rows';
import type { DeedRow } from './deeds';
import type { FeedArticleRow, FeedClaimRow, FeedRow, FeedStateRow } from './feeds';
import { v001 } from './migrations/v001';
import { v002 } from './migrations/v002';
import { v003 } from './migrations/v003';
import { v004 } from './migrations/v004';
import { v005 } from './migrations/v005';
import { v006 } from './migrations/v006';
import { v007 } from './migrations/v007';
import { v008 } from './migrations/v008';
import { v009 } from './migrations/v009';
import { v010 } from './migrations/v010';
import { v011 } from './migrations/v011';
import { v012 } from './migrations/v012';
import { v013 } from './migrations/v013';
import type { OpeningRow } from './openings';
import type { JudgementRow, OwnArticleRow, OwnClaimRow } from './own-claims';
import type { RequestRow } from './requests';
import type {
  ArticlePage,
  ArticleRow,
  ChoiceRow,
  ClaimBlock,
  ClaimIdRun,
  ClaimPage,
  GazetteerRow,
  GenerationRow,
  MetaRow,
  SubjectRow,
} from './rows';
import type { SearchHeadRow, SearchKeysRow, SearchRunRow, SearchStateRow } from './search-rows';
import type { PartRow, SubscriptionRow } from './subscriptions';

export interface Migration {
  readonly version: number;
  /** Tables that are new or change, in Dexie's schema syntax, or null where they go; the others stay as they are. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites rows; runs inside the upgrade's transaction, so a kill in the middle leaves the old version whole. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

const VERSIONS: readonly Migration[] = [v001, v002, v003, v004, v005, v006, v007, v008, v009, v010, v011, v012, v013];

/** The version that this code writes. */
export const CODE_VERSION = Math.max(...VERSIONS.map(({ version }) => version));

export type Database = Dexie & {
  readonly meta: Table<MetaRow, string>;
  readonly generations: Table<GenerationRow, number>;
  readonly subjects: Table<SubjectRow, [generation: number, id: string]>;
  readonly articles: Table<ArticleRow, [generation: number, id: string]>;
  readonly claimBlocks: Table<ClaimBlock, [generation: number, first: number]>;
  readonly claimIds: Table<ClaimIdRun, [generation: number, first: number]>;
  readonly claimPages: Table<ClaimPage, PageKey>;
  readonly articlePages: Table<ArticlePage, PageKey>;
  readonly derived: Table<GazetteerRow, string>;
  readonly judgements: Table<JudgementRow, string>;
  readonly ownClaims: Table<OwnClaimRow, string>;
  readonly ownArticles: Table<OwnArticleRow, string>;
  readonly feeds: Table<FeedRow, string>;
  readonly feedState: Table<FeedStateRow, string>;
  readonly feedArticles: Table<FeedArticleRow, string>;
  readonly feedClaims: Table<FeedClaimRow, string>;
  readonly requests: Table<RequestRow, number>;
  readonly coverageSegments: Table<SegmentRow, number>;
  readonly coverageLoose: Table<IndexedArticle, string>;
  readonly coverageGone: Table<GoneRow, string>;
  readonly coverageStates: Table<CoverageStateRow, string>;
  readonly subscriptions: Table<SubscriptionRow, string>;
  readonly packParts: Table<PartRow, [url: string, sha256: string]>;
  readonly corrections: Table<Correction, string>;
  readonly ownActors: Table<Actor, string>;
  readonly choices: Table<ChoiceRow, string>;
  readonly openings: Table<OpeningRow, string>;
  readonly subjectEdits: Table<SubjectEdit, string>;
  readonly recordEdits: Table<RecordEdit, string>;
  readonly ownEvents: Table<NewsEvent, string>;
  readonly deeds: Table<DeedRow, number>;
  readonly setAside: Table<SetAsideRow, [table: string, part: number]>;
  readonly searchStates: Table<SearchStateRow, number>;
  readonly searchHeads: Table<SearchHeadRow, [generation: number, list: number, segment: number]>;
  readonly searchRuns: Table<SearchRunRow, [generation: number, list: number, segment: number, run: number]>;
  readonly searchKeys: Table<SearchKeysRow, [generation: number, list: number, segment: number, first: number]>;
};

export type PageKey = [subject: string, order: number, generation: number, part: number];

/** The tables that hold facts, each row with its generation. */
export const FACT_TABLES = ['subjects', 'articles', 'claimBlocks', 'claimIds', 'claimPages', 'articlePages'] as const;
export type FactTable = (typeof FACT_TABLES)[number];

/** The tables of the index of search: made again of the facts where they are missing, and deleted with their generation. */
export const INDEX_TABLES = ['searchStates', 'searchHeads', 'searchRuns', 'searchKeys'] as const;

/** Tells Dexie every version, so that it can bring an older database up to the newest. */
export function declareVersions(db: Dexie): void {
  for (const { version, stores, upgrade } of VERSIONS) {
    const declared = db.version(version).stores({ ...stores });
    if (upgrade) declared.upgrade(upgrade);
  }
}

/**
 * Tells Dexie the newest version alone, for a database that is new or up to date already. Dexie reads all versions before again with
 * each that it is told: a worker that wakes to answer a card would spend more on that than on the answer.
 */
export function declareNewest(db: Dexie): void {
  const tables = new Map(VERSIONS.flatMap(({ stores }) => Object.entries(stores)));
  db.version(CODE_VERSION).stores(Object.fromEntries([...tables].filter(([, keys]) => keys !== null)));
}
