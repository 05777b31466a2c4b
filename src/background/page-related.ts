/**
 * Coverage that no tracked event ties to a page: one claim in several outlets' words, and articles that are like the page in words
 * and names: of feeds, of packs, and read by the reader. The index of articles is read into memory as far as questions reach, by their
 * days, and stays while the worker lives.
 */
import { createFamilies } from '@/core/coverage/families';
import type { RelatedIndex } from '@/core/coverage/related';
import type { Claim } from '@/core/model/claim';
import { newestFirst } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import type { RelatedView, SameClaimView } from '@/core/model/view';
import type { BackgroundInput } from '@/messaging/protocol';
import { normalHost } from '@/platform/hosts';
import { feedCoverage } from '@/store/coverage-build';
import type { OpenCoverage } from '@/store/coverage-index';
import type { FeedArticleRow } from '@/store/feeds';
import type { Reader, Store } from '@/store/store';
import { carrierOf, carriersOf, type OwnPage } from './accounts';
import { dayOf } from './claim-record';
import { articleItems, claimItems, dateOf } from './page-coverage';
import { eventsOf } from './page-events';
import { accountsOf, sameClaims } from './page-origins';
import { claimViews } from './resolve';

type Question = BackgroundInput<'page/related'>;

/**
 * Likeness from which on an article is shown. On labelled news nine of ten so like report the same event; with titles alone it is
 * three of four, which is why they stand apart and are called alike.
 */
const ALIKE = 0.3;
/** Articles listed: what a reader scrolls through. */
const LISTED = 20;
/** Asked of the index, some of which are listed by event already. */
const ASKED = 40;
/** Claims that are compared with each other: the newest. */
const COMPARED = 80;
/** Subjects whose unconfirmed claims are among them: the most named. */
const SUBJECTS = 12;
const PER_SUBJECT = 40;

export interface RelatedCoverage {
  related(question: Question): Promise<RelatedView>;
  /** Keeps articles in the index, from where they are found at once and after any restart. */
  add(rows: readonly FeedArticleRow[]): Promise<void>;
  /** Reads the index anew: publisher families may be others than before, or articles came or went that the store put in by itself. */
  forget(): void;
}

/** The day of a moment, as the index counts: days since 1970. */
const dayNumber = (ms: number): number => Math.floor(ms / 86_400_000);

export function createRelatedCoverage(store: Store): RelatedCoverage {
  let opened: Promise<OpenCoverage> | null = null;

  async function open(): Promise<OpenCoverage> {
    const outlets = await store.read((facts) => facts.outlets.all());
    return store.coverage.open({ family: createFamilies(outlets) });
  }

  /** The index around a day. A failure is not kept: the next question tries again. */
  async function around(day: number): Promise<RelatedIndex> {
    const current = opened ?? open();
    opened = current;
    try {
      const { index, reach } = await current;
      await reach(day);
      return index;
    } catch (error) {
      if (opened === current) opened = null;
      throw error;
    }
  }

  return {
    async related(question) {
      // A page without a date is of today.
      const published = Date.parse(dayOf(question.published) ?? '');
      const found = await around(dayNumber(Number.isNaN(published) ? Date.now() : published));
      return store.read((facts) => gather(facts, found, question));
    },
    async add(rows) {
      const articles = rows.map(feedCoverage);
      await store.coverage.add(articles);
      // In memory as in the store: what is being read now may have been read before this was written.
      const kept = await opened?.catch(() => null);
      for (const article of kept ? articles : []) kept?.index.add(article);
      // Full segments are packed one at a time; a poll fills one at most now and then.
      while (await store.coverage.seal());
    },
    forget() {
      opened = null;
    },
  };
}

async function gather(facts: Reader, index: RelatedIndex, question: Question): Promise<RelatedView> {
  const host = normalHost(question.host) ?? question.host;
  const [own, named] = await Promise.all([facts.outlets.byHost(host), facts.subjects.get(question.subjects)]);
  const events = new Set((await eventsOf(facts, named, question.published)).map(({ id }) => id));
  const [claims, alike] = await Promise.all([
    claimGroups(facts, question.subjects, events, { host, outlet: own }),
    alikeTo(facts, index, question, events, { host, outlet: own }),
  ]);
  return { claims, ...alike };
}

async function alikeTo(
  facts: Reader,
  index: RelatedIndex,
  { url, title, lead, published, subjects }: Question,
  events: ReadonlySet<QualifiedId>,
  { host, outlet: own }: OwnPage,
): Promise<Pick<RelatedView, 'alike' | 'origins'>> {
  const asking = { id: `page:${url}`, publisher: own?.id ?? host, title, text: lead, published: published ?? null, subjects };
  const likest = index.related(asking, ASKED).filter(({ score }) => score >= ALIKE);
  const found = await facts.articles.get(likest.map(({ id }) => id));
  // The page is no coverage of itself, and one article that a feed brought, a pack lists and the reader read is one.
  const listedAt = new Set([url]);
  const articles = likest.flatMap(({ id }) => {
    const article = found.get(id);
    // Under its event it is listed already.
    if (!article || article.events.some((event) => events.has(event)) || (article.url && listedAt.has(article.url))) return [];
    if (article.url) listedAt.add(article.url);
    return [article];
  });
  const listed = articles.slice(0, LISTED);
  const alike = await articleItems(facts, listed);
  if (alike.length === 0) return { alike };
  const { origins } = await accountsOf(
    facts,
    null,
    listed.map((article) => ({ outlet: carrierOf(article), article })),
  );
  return { alike, origins };
}

/** Those of no event that the page tells of: the others stand under it. */
async function claimGroups(
  facts: Reader,
  subjects: readonly QualifiedId[],
  events: ReadonlySet<QualifiedId>,
  page: OwnPage,
): Promise<SameClaimView[]> {
  const [about, ...unconfirmed] = await Promise.all([
    facts.claims.about(subjects, { perSubject: PER_SUBJECT, limit: COMPARED }),
    ...subjects.slice(0, SUBJECTS).map((subject) => facts.claims.unconfirmedOf(subject, PER_SUBJECT)),
  ]);
  const all = new Map([...about.claims, ...unconfirmed.flat()].map((claim) => [claim.id, claim]));
  const apart = [...all.values()].filter(({ status, events: told }) => status !== 'withdrawn' && !told.some((event) => events.has(event)));
  const { carrier, isOther } = await carriersOf(facts, apart, [], page);
  const carried = apart.flatMap((claim: Claim) => {
    const outlet = carrier(claim);
    return isOther(outlet) ? [{ outlet, claim }] : [];
  });
  const groups = await sameClaims(facts, carried.slice(0, COMPARED));
  const views = await Promise.all(
    groups.map(async (group): Promise<SameClaimView> => {
      const claims = group.map(({ claim }) => claim);
      const items = await claimItems(facts, claims, await claimViews(facts, claims), carrier);
      items.sort((a, b) => newestFirst(dateOf(a), dateOf(b)));
      const { origins } = await accountsOf(facts, null, group);
      return { text: items[0]?.text ?? '', items, origins };
    }),
  );
  return views.sort((a, b) => newestFirst(dateOf(a.items[0]), dateOf(b.items[0])));
}
