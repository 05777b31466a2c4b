/** What is in sight of a page's facts when the popup opens over it. Pure. */
import type { Sight, SomeNames } from '../model/known-page';
import type { PageClaims, PageFacts, RelatedView } from '../model/view';
import { countOf, countRelated, covering, differences, differingIn } from './counts';

/** Names written out; more is what the tabs are for. */
const NAMED = 4;
/** Of events, whose names are as long as a line. */
const EVENTS_NAMED = 2;

const someOf = (all: readonly { readonly name: string }[], most = NAMED): SomeNames => ({
  first: all.slice(0, most).map(({ name }) => name),
  total: all.length,
});

function freshOf({ subjects, coverage }: PageFacts): Sight['fresh'] {
  const all = [...subjects, ...coverage.map(({ event, news }) => ({ ...event, news }))].filter(({ news }) => news);
  const fresh = [...new Map(all.map((one) => [one.id, one])).values()];
  if (fresh.length === 0) return null;
  const news = fresh.reduce((sum, one) => sum + (one.news?.count ?? 0), 0);
  return { ...someOf(fresh), news, eventsOnly: fresh.every(({ kind }) => kind === 'event') };
}

/** `claims` and `related` as far as they are known. */
export function sightOf(facts: PageFacts, claims: PageClaims = { status: 'reading' }, related: RelatedView | null = null): Sight {
  const groups = covering(facts);
  return {
    outlet: facts.outlet,
    subjects: someOf(facts.subjects),
    outlets: new Set(groups.flatMap(({ items }) => items.map(({ outlet }) => outlet.name))).size,
    events: someOf(
      groups.map(({ event }) => event),
      EVENTS_NAMED,
    ),
    differing: someOf(
      differingIn(facts).map(({ event }) => event),
      EVENTS_NAMED,
    ),
    fresh: freshOf(facts),
    counts: {
      article: countOf(claims),
      coverage: groups.length + (related ? countRelated(related) : 0),
      differs: differences(facts),
      timeline: facts.claims.length,
    },
  };
}

/**
 * A page whose facts have come while its claims and what is like it are still looked for: what depends on those stays as it was last,
 * so that it changes once at most.
 */
export function sightMeanwhile(now: Sight, before: Sight): Sight {
  const { article, coverage, differs } = before.counts;
  return { ...now, differing: before.differing, counts: { ...now.counts, article, coverage, differs } };
}
