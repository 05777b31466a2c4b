/** What is new of a page's actors and events since the reader last opened them: in the popup, as marks and on the toolbar button. */
import { isNew, type Opening } from '@/core/coverage/news';
import { OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import type { Drawn, Painting } from '@/core/model/painting';
import type { News } from '@/core/model/view';
import { normalHost } from '@/platform/hosts';
import type { OpeningRow } from '@/store/openings';
import type { Reader, Store } from '@/store/store';
import { accountsAbout, carriersOf, type OwnPage } from './accounts';
import { dayOf } from './claim-record';
import { eventsOf } from './page-events';
import { arrivalsOf, LOOKED_AT, newAmong, newsOf, newsSince, openingAt } from './subject-news';

/** Subjects of one page whose news are counted: the most named. */
const COUNTED = 24;
/** What feeds brought that is looked at for marks, and subjects of which packs are. */
const ARRIVALS = 2000;
const RECENT = 40;

/** News of those of a page that the reader opened before, by id. `openings` were read before the facts. */
export async function newsOfAll(
  facts: Reader,
  ids: readonly QualifiedId[],
  openings: ReadonlyMap<QualifiedId, OpeningRow>,
  now: number,
): Promise<ReadonlyMap<QualifiedId, News>> {
  const opened = ids.flatMap((id) => {
    const since = newsSince(openings.get(id), now);
    return since ? [{ id, since }] : [];
  });
  const found = await Promise.all(
    opened.slice(0, COUNTED).map(async ({ id, since }) => {
      const news = await newsOf(facts, id, since);
      return news ? [[id, news] as const] : [];
    }),
  );
  return new Map(found.flat());
}

/**
 * How names are drawn where the reader wants only those with news marked: these as discreet lines, because a page must not learn from
 * its highlights whom the reader opened when, the others not at all. `from`: since when that is wanted; of whom the reader never opened,
 * what came since then is new.
 */
export async function paintNews(store: Store, painting: Painting, from: number): Promise<Painting<Drawn>> {
  const openings = await store.openings.latest(RECENT);
  const at = new Map(openings.map((row) => [row.id, row.at]));
  const arrived = await store.feeds.since(Math.min(from, ...at.values()), ARRIVALS);
  const fresh = new Set(
    arrived.flatMap(({ seenAt, record }) => [...record.actors, ...record.events].filter((id) => seenAt > (at.get(id) ?? from))),
  );
  return store.read(async (facts) => {
    const packs = Object.keys(facts.packs);
    await Promise.all(
      openings.map(async ({ id, at: opened }) => {
        if (!fresh.has(id) && (await newsOf(facts, id, openingAt(opened)))) fresh.add(id);
      }),
    );
    const off = Object.entries(painting.subjects).filter(([, paint]) => paint === 'off');
    const wanted = [...fresh].filter((id) => painting.subjects[id] !== 'off' && painting.packs[packOf(id)] !== 'off');
    const paint = (id: string): Drawn => (painting.packs[id] === 'off' ? 'off' : 'unmarked');
    return {
      lines: painting.lines,
      packs: Object.fromEntries([...packs, OWN_PACK].map((id) => [id, paint(id)])),
      subjects: Object.fromEntries([...off, ...wanted.map((id) => [id, 'discreet'] as const)]),
    };
  });
}

interface Page {
  readonly host: string;
  readonly subjects: readonly QualifiedId[];
  readonly published: string | undefined;
}

/**
 * Other outlets' accounts of a page's events that are new to the reader: since the event was last opened, or, where it never was, since
 * the page itself was published. A claim and the article it was read in are one.
 */
export async function newCoverage(store: Store, page: Page): Promise<number> {
  const events = await store.read(async (facts) => eventsOf(facts, await facts.subjects.get(page.subjects), page.published));
  const openings = await store.openings.of(events.map(({ id }) => id));
  const published = dayOf(page.published);
  return store.read(async (facts) => {
    const host = normalHost(page.host) ?? page.host;
    const own = { host, outlet: await facts.outlets.byHost(host) };
    const found = await Promise.all(
      events.map((event) => {
        const row = openings.get(event.id);
        const since = row ? openingAt(row.at) : published ? { at: Date.parse(`${published}T23:59:59Z`), day: published } : null;
        return since && !Number.isNaN(since.at) ? newFrom(facts, event.id, own, since) : [];
      }),
    );
    return new Set(found.flat()).size;
  });
}

async function newFrom(facts: Reader, event: QualifiedId, own: OwnPage, since: Opening): Promise<string[]> {
  const { claims, articles } = await accountsAbout(facts, event, LOOKED_AT);
  const { carrier, isOther } = await carriersOf(facts, claims, articles, own);
  const fresh = await newAmong(facts, claims, since);
  const others = articles.filter(({ id, outlet }) => isOther(outlet) && packOf(id) !== OWN_PACK);
  const arrivals = await arrivalsOf(facts, others);
  return [
    ...claims.flatMap((claim) => (fresh.has(claim.id) && isOther(carrier(claim)) ? [claim.readIn ?? claim.id] : [])),
    ...others.flatMap(({ id }, i) => (arrivals[i] && isNew(arrivals[i], since) ? [id] : [])),
  ];
}
