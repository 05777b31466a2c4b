/**
 * The popup, and the side panel, which holds the same: what the article in the tab is and claims, whom it names, who else
 * carried it, where accounts differ, how claims moved, and what was asked of servers.
 * Props in, callbacks out; only the filter, the open tab and the mention last shown are its own.
 */
import { useMemo, useState } from 'preact/hooks';
import { sightMeanwhile, sightOf } from '@/core/coverage/sight';
import { type Edtf, parseEdtf } from '@/core/model/edtf';
import type { PageArticle, PageFacts } from '@/core/model/view';
import { ArticleHead } from './article-head';
import { Bones, ClaimsBones } from './bones';
import { filterClaims, filterDifferences, filterFacts, filterPageClaims, filterRelated } from './filter';
import { FilterBox } from './filter-box';
import { Faults, Foot } from './foot';
import { Glance } from './glance';
import type * as Lists from './lists';
import { Masthead } from './masthead';
import { isNotice, PageNotice } from './notices';
import type { PopupCallbacks, PopupPage, PopupState, ReadyPage, TabKey } from './state';
import { tabsWith } from './tab-labels';
import { TabPanel } from './tab-row';
import { TabList } from './tabs';

/** Nothing is known yet: as tall as a head of two lines, so that it takes its place without a jump. */
function Skeleton() {
  return (
    <div class="bones" role="status">
      <h1 class="spoken">Looking at this page…</h1>
      <div class="article" aria-hidden="true">
        <span class="skeleton short" />
        <span class="skeleton title" />
        <span class="skeleton short" />
      </div>
      <Bones />
    </div>
  );
}

/** The day that the article gives for itself; null where it gives none. */
function dayOf({ published }: PageArticle): Edtf | null {
  if (!published) return null;
  const day = published.value.slice(0, 'YYYY-MM-DD'.length);
  return parseEdtf(published.value) ? published.value : parseEdtf(day) ? day : null;
}

interface Drawn<P extends PopupPage> {
  readonly page: P;
  readonly lists: typeof Lists | null;
  readonly state: PopupState;
  readonly today: string;
  readonly on: PopupCallbacks;
  /** Where the reader is already in a page that is shown for the first time. */
  readonly start: { readonly tab: TabKey; readonly query: string } | null;
}

/** The page is being read: what it is stands already, and the rest has its place. */
function Reading({ page }: { readonly page: Extract<PopupPage, { kind: 'reading' }> }) {
  return (
    <>
      <ArticleHead article={page.article} outlet={null} />
      <div class="bar" inert>
        <TabList tabs={tabsWith(null)} selected="article" onSelect={() => undefined} />
        <FilterBox query="" onQuery={() => undefined} />
      </div>
      <TabPanel of="article">
        <p class="spoken" role="status">
          Reading the page…
        </p>
        <Bones />
      </TabPanel>
    </>
  );
}

const NO_FACTS: PageFacts = { outlet: null, subjects: [], coverage: [], claims: [], claimsTotal: 0 };

/** Of a page that is known from before everything but its lists stands, and they follow in the places kept for them. */
const UNLISTED = { facts: NO_FACTS, claims: { status: 'reading' } } as const;

function Ready({ page, lists, state, today, on, start }: Drawn<Extract<PopupPage, { kind: 'known' | 'ready' }>>) {
  const listed: Omit<ReadyPage, 'kind' | 'site' | 'article'> = page.kind === 'ready' ? page : UNLISTED;
  const { facts, claims, timeline, before } = listed;
  const all = listed.related ?? null;
  const [tab, setTab] = useState(start?.tab ?? 'article');
  const [query, setQuery] = useState(start?.query ?? '');
  const shown = useMemo(() => filterDifferences(filterFacts(facts, query), facts, query), [facts, query]);
  const related = useMemo(() => all && filterRelated(all, query), [all, query]);
  const told = useMemo(() => filterPageClaims(claims, query), [claims, query]);
  const moved = useMemo(() => filterClaims(timeline?.view?.claims ?? facts.claims, query), [timeline, facts, query]);
  const day = useMemo(() => dayOf(page.article), [page.article]);
  const sight = useMemo(() => {
    if (page.kind === 'known') return page.sight;
    const now = sightOf(facts, claims, all);
    return before ? sightMeanwhile(now, before) : now;
  }, [page, facts, claims, all, before]);
  const filtered = query.trim() !== '';
  const select = (next: TabKey) => {
    setTab(next);
    on.onTab(next);
  };
  /** A line that leads to a tab hands the focus on to it. */
  const follow = (next: TabKey) => {
    select(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const fitting = filtered ? sightOf(shown, told, related) : sight;
  const { article, coverage, differs, timeline: movement } = fitting.counts;
  const found = article + fitting.subjects.total + coverage + differs + movement;
  return (
    <>
      <ArticleHead article={page.article} outlet={sight.outlet} />
      <div class="bar">
        <TabList tabs={tabsWith(fitting)} selected={tab} onSelect={select} />
        <FilterBox query={query} onQuery={setQuery} />
        <p class="spoken" role="status">
          {filtered ? `${found} found` : ''}
        </p>
      </div>
      <TabPanel of={tab}>
        {tab === 'article' && !filtered && <Glance sight={sight} onTab={follow} />}
        {lists && page.kind === 'ready' ? (
          <lists.Panel
            {...{ tab, facts, shown, state, filtered, today, on, timeline, moved, day }}
            claims={told}
            related={related}
            onTab={follow}
          />
        ) : tab === 'article' ? (
          <ClaimsBones />
        ) : (
          <Bones />
        )}
      </TabPanel>
    </>
  );
}

interface BodyProps extends Drawn<PopupPage> {
  readonly switching: boolean;
}

function Body({ page, lists, state, switching, today, on, start }: BodyProps) {
  if (isNotice(page)) return <PageNotice page={page} switching={switching} on={on} />;
  if (page.kind === 'ready' || page.kind === 'known')
    return <Ready key={page.article.url} page={page} lists={lists} state={state} today={today} on={on} start={start} />;
  return page.kind === 'reading' ? <Reading page={page} /> : <Skeleton />;
}

/** Sites are switched at the top, except where the notice itself offers it. */
function siteOf(page: PopupPage) {
  return page.kind === 'ready' || page.kind === 'known' || page.kind === 'reading' || page.kind === 'silent' ? page.site : null;
}

interface PopupProps {
  readonly state: PopupState;
  readonly on: PopupCallbacks;
  /** The reader's date, `YYYY-MM-DD`; the clock's where it is left out. */
  readonly today?: string;
  /** What the tabs list; null while its code is being loaded. */
  readonly lists: typeof Lists | null;
  readonly start?: BodyProps['start'];
}

export function Popup({ state, on, lists, start = null, today = new Date().toISOString().slice(0, 10) }: PopupProps) {
  const { page, health, switching } = state;
  const site = siteOf(page);
  return (
    <div class="popup">
      <Masthead site={site} switching={switching} on={on} />
      <main aria-busy={page.kind === 'known'}>
        {health && <Faults faults={health.faults} onRepair={on.onRepair} />}
        <Body page={page} lists={lists} state={state} switching={switching !== undefined} today={today} on={on} start={start} />
      </main>
      <Foot
        health={health}
        paused={page.kind === 'paused'}
        feeds={page.kind === 'ready' || page.kind === 'known' ? (page.article.feeds ?? []) : []}
        on={on}
      />
    </div>
  );
}
