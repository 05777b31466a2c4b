/**
 * What the popup shows for a page: its subjects, the claims about them, and what other outlets carried about the
 * same events. "Other" means neither the page's own outlet nor one of its publisher family.
 */

import type { Outlet } from '@/core/model/actor';
import type { QualifiedId } from '@/core/model/ids';
import type { PageSaid } from '@/core/model/page-claim';
import type { News, PageFacts } from '@/core/model/view';
import { normalHost } from '@/platform/hosts';
import type { Reader, Store, Subject } from '@/store/store';
import { dayOf } from './claim-record';
import { coverageOf } from './page-coverage';
import { eventsOf } from './page-events';
import { newsOfAll } from './page-news';
import { claimViews, newestOffices, refOf } from './resolve';

interface Named {
  readonly id: QualifiedId;
  readonly count: number;
}

/** Claims listed: more than anyone reads in a popup; its filter finds among these. */
const LISTED = 100;
/** Actors and events of which it is looked up when they were opened: the latest. */
const OPENINGS = 1000;
/** References read of each subject to choose from: the newest; someone named on every page has thousands. */
const PER_SUBJECT = 500;

interface PageInHand {
  /** The page's own date as EDTF or ISO 8601, where it has one. */
  readonly published?: string | undefined;
  /** What it says, where that is read. */
  readonly said?: PageSaid | undefined;
}

export async function pageFacts(
  store: Store,
  host: string,
  named: readonly Named[],
  page: PageInHand = {},
  now: number = Date.now(),
): Promise<PageFacts> {
  // Few have ever been opened, so that all of them are read with less than it takes to ask for each.
  const openings = await store.openings.latest(OPENINGS);
  const byId = new Map(openings.map((row) => [row.id, row]));
  return store.read(async (facts) => {
    const found = await gather(facts, normalHost(host) ?? host, named, page);
    const ids = [...found.subjects, ...found.coverage.map(({ event }) => event)].map(({ id }) => id);
    const news = await newsOfAll(facts, [...new Set(ids)], byId, now);
    return news.size === 0 ? found : withNews(found, news);
  });
}

function withNews(found: PageFacts, news: ReadonlyMap<QualifiedId, News>): PageFacts {
  const of = (id: QualifiedId) => {
    const fresh = news.get(id);
    return fresh && { news: fresh };
  };
  return {
    ...found,
    subjects: found.subjects.map((subject) => ({ ...subject, ...of(subject.id) })),
    coverage: found.coverage.map((group) => ({ ...group, ...of(group.event.id) })),
  };
}

async function gather(facts: Reader, host: string, named: readonly Named[], { published, said }: PageInHand): Promise<PageFacts> {
  const ids = named.map(({ id }) => id);
  // That a page names an outlet does not make all its reports matter.
  const claimsAbout = facts.claims.about(ids, { perSubject: PER_SUBJECT, limit: LISTED });
  const [outlet, found, claims] = await Promise.all([facts.outlets.byHost(host), facts.subjects.get(ids), claimsAbout]);
  const events = await eventsOf(facts, found, published);
  const here = said && { said, outlet: outlet?.id ?? null, published: dayOf(published) };
  const [coverage, listed] = await Promise.all([coverageOf(facts, events, { host, outlet, here }), claimViews(facts, claims.claims)]);
  return { outlet: outletRef(outlet), subjects: subjectLines(named, found), coverage, claims: listed, claimsTotal: claims.total };
}

const outletRef = (outlet: Outlet | null): PageFacts['outlet'] => outlet && { id: outlet.id, name: outlet.name, kind: 'outlet' };

/** Every known subject with the office it holds, in the order given. */
function subjectLines(named: readonly Named[], found: ReadonlyMap<QualifiedId, Subject>): PageFacts['subjects'] {
  const held = new Map(
    [...found].flatMap(([id, subject]) => {
      const office = subject.kind === 'event' ? undefined : newestOffices(subject.record.offices)[0];
      return office && !office.to ? [[id, office] as const] : [];
    }),
  );
  return named.flatMap(({ id, count }) => {
    const subject = found.get(id);
    if (!subject) return [];
    const office = held.get(id);
    return [{ ...refOf(subject), count, ...(office && { office: { title: office.title, asOf: office.asOf } }) }];
  });
}
