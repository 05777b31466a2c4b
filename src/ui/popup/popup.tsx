/**
 * The popup, and the side panel, which holds the same: what the article in the tab is and claims, whom it names, who else
 * carried it, where accounts differ, how claims moved, and what was asked of servers.
 * Props in, callbacks out; only the filter, the open tab and the mention last shown are its own.
 */
import { useMemo, useState } from 'preact/hooks';
import { type Edtf, parseEdtf } from '@/core/model/edtf';
import type { ClaimView, PageArticle, PageClaims, PageFacts, RelatedView, SubjectRef } from '@/core/model/view';
import { ArticleHead } from './article-head';
import { Claimed } from './claimed';
import { Coverage, Related } from './coverage';
import { Differing } from './differing';
import { Empty, NothingFits } from './empty';
import { filterClaims, filterDifferences, filterFacts, filterPageClaims, filterRelated } from './filter';
import { FilterBox } from './filter-box';
import { Faults, Foot } from './foot';
import { Glance } from './glance';
import { NewsSwitches } from './news-switches';
import { isNotice, PageNotice } from './notices';
import { OnThisPage } from './on-this-page';
import { Remember } from './remember';
import { Requests } from './requests';
import { SiteSwitch } from './site-switch';
import type { PopupCallbacks, PopupPage, PopupState, ShownTimeline, TabKey } from './state';
import { type Tab, TabList, TabPanel } from './tabs';
import { Timeline } from './timeline';

const LABELS: Readonly<Record<TabKey, string>> = {
  article: 'This article',
  page: 'On this page',
  coverage: 'Coverage',
  differs: 'Differs',
  timeline: 'Timeline',
  ledger: 'Ledger',
};
const TABS = Object.keys(LABELS) as readonly TabKey[];

const tabsWith = (counts: Readonly<Record<TabKey, number | null>>): Tab<TabKey>[] =>
  TABS.map((key) => ({ key, label: LABELS[key], count: counts[key] }));

/** What a tab says when it has nothing to list. */
const EMPTY: Readonly<Record<Exclude<TabKey, 'article' | 'ledger'>, readonly [title: string, more: string]>> = {
  page: ['Nothing that your packs track is named here.', 'Select a name on the page and press the key for tracking to add it.'],
  coverage: ['No other outlet covers this.', 'Your packs and feeds hold no other account of what this page names.'],
  differs: ['No differences found.', 'Numbers, dates and attributions are compared where accounts are tied to one event.'],
  timeline: ['No dated claims.', 'Your packs hold no claims about what this page names.'],
};

function Bones() {
  return (
    <div class="rows" aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e'].map((row) => (
        <span key={row} class="skeleton" />
      ))}
    </div>
  );
}

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

const countOf = (claims: PageClaims): number => (claims.status === 'ready' ? claims.claims.length : 0);

interface PanelProps {
  readonly tab: TabKey;
  readonly facts: PageFacts;
  /** What the filter leaves of them, and of the page's claims. */
  readonly shown: PageFacts;
  readonly claims: PageClaims;
  readonly timeline: ShownTimeline | undefined;
  /** What the filter leaves of the claims on it. */
  readonly moved: readonly ClaimView[];
  /** The day of the article. */
  readonly day: Edtf | null;
  /** Null while it is looked for. */
  readonly related: RelatedView | null;
  readonly state: PopupState;
  readonly filtered: boolean;
  readonly today: string;
  readonly onTab: (tab: TabKey) => void;
  readonly on: PopupCallbacks;
}

function ThisArticle({ facts, claims, state: { remembering, news }, filtered, onTab, on }: PanelProps) {
  const listed = countOf(claims) > 0;
  // What comes below the claims waits for them: it would be pushed away under the pointer.
  const settled = claims.status !== 'reading';
  return (
    <>
      {!filtered && <Glance facts={facts} onTab={onTab} />}
      <Claimed claims={claims} filtered={filtered} on={on} />
      {filtered && !listed && <NothingFits />}
      {!filtered && claims.status === 'none' && (
        <Empty title={facts.subjects.length > 0 ? 'No claims read off this page.' : 'Nothing that your packs track is named here.'}>
          Listed are statements whose source the text names.
        </Empty>
      )}
      {!filtered && settled && news && <NewsSwitches choices={news} on={on} />}
      {!filtered && settled && remembering && <Remember state={remembering} on={on} />}
    </>
  );
}

function Panel(props: PanelProps) {
  const { tab, shown, facts, filtered } = props;
  if (tab === 'article') return <ThisArticle {...props} />;
  if (tab === 'ledger') return <Requests ledger={props.state.ledger ?? null} />;
  const differing = tab === 'differs' ? differingIn(shown) : [];
  const apart = props.related ? countRelated(props.related) : 0;
  const listed = { page: shown.subjects, coverage: covering(shown), differs: differing, timeline: facts.claims }[tab];
  if (tab === 'coverage' && !props.related && listed.length === 0 && !filtered) {
    return (
      <div role="status">
        <span class="spoken">Looking for other accounts…</span>
        <Bones />
      </div>
    );
  }
  if (listed.length === 0 && (tab !== 'coverage' || apart === 0)) {
    const [title, more] = EMPTY[tab];
    return filtered ? <NothingFits /> : <Empty title={title}>{more}</Empty>;
  }
  if (tab === 'page') return <OnThisPage subjects={shown.subjects} today={props.today} onReveal={props.on.onReveal} />;
  if (tab === 'coverage') {
    return (
      <>
        <Coverage groups={covering(shown)} article={props.day} onDiffers={() => props.onTab('differs')} />
        {props.related && <Related of={props.related} article={props.day} />}
      </>
    );
  }
  if (tab === 'differs') return <Differing groups={differing} onShow={props.on.onShow} />;
  return (
    <Timeline
      view={props.timeline?.view ?? null}
      claims={props.moved}
      subjects={timelineSubjects(facts)}
      of={props.timeline?.of ?? null}
      article={props.day}
      onSubject={props.on.onSubject}
      filtered={filtered}
    />
  );
}

/** Whose timelines are offered: the events first, those of the coverage among them. */
function timelineSubjects({ subjects, coverage }: PageFacts): readonly SubjectRef[] {
  const events = coverage.map(({ event }) => event);
  const all = [...events, ...subjects.filter(({ kind }) => kind === 'event'), ...subjects.filter(({ kind }) => kind !== 'event')];
  return [...new Map(all.map((subject) => [subject.id, subject])).values()];
}

/** The day that the article gives for itself; null where it gives none. */
function dayOf({ published }: PageArticle): Edtf | null {
  if (!published) return null;
  const day = published.value.slice(0, 'YYYY-MM-DD'.length);
  return parseEdtf(published.value) ? published.value : parseEdtf(day) ? day : null;
}

/** A group may be there only for its differences. */
const covering = ({ coverage }: PageFacts) => coverage.filter(({ items }) => items.length > 0);
const differingIn = ({ coverage }: PageFacts) => coverage.filter(({ differs = [] }) => differs.length > 0);
/** Groups: articles that are only like the page are one. */
const countRelated = ({ claims, alike }: RelatedView): number => claims.length + Number(alike.length > 0);
const differences = (facts: PageFacts): number => differingIn(facts).reduce((sum, { differs = [] }) => sum + differs.length, 0);

interface Drawn<P extends PopupPage> {
  readonly page: P;
  readonly state: PopupState;
  readonly today: string;
  readonly on: PopupCallbacks;
}

const NO_COUNTS: Readonly<Record<TabKey, null>> = {
  article: null,
  page: null,
  coverage: null,
  differs: null,
  timeline: null,
  ledger: null,
};

/** The page is being read: what it is stands already, and the rest has its place. */
function Reading({ page }: { readonly page: Extract<PopupPage, { kind: 'reading' }> }) {
  return (
    <>
      <ArticleHead article={page.article} outlet={null} />
      <div class="bar" inert>
        <TabList tabs={tabsWith(NO_COUNTS)} selected="article" onSelect={() => undefined} />
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

function Ready({ page, state, today, on }: Drawn<Extract<PopupPage, { kind: 'ready' }>>) {
  const { facts, claims } = page;
  const [tab, setTab] = useState<TabKey>('article');
  const [query, setQuery] = useState('');
  const shown = useMemo(() => filterDifferences(filterFacts(facts, query), facts, query), [facts, query]);
  const { related: all = null } = page;
  const related = useMemo(() => all && filterRelated(all, query), [all, query]);
  const told = useMemo(() => filterPageClaims(claims, query), [claims, query]);
  const { timeline } = page;
  const moved = useMemo(() => filterClaims(timeline?.view?.claims ?? facts.claims, query), [timeline, facts, query]);
  const day = useMemo(() => dayOf(page.article), [page.article]);
  const filtered = query.trim() !== '';
  const select = (next: TabKey) => {
    setTab(next);
    on.onTab(next);
  };
  const counts = {
    article: countOf(told),
    page: shown.subjects.length,
    coverage: covering(shown).length + (related ? countRelated(related) : 0),
    differs: differences(shown),
    timeline: shown.claims.length,
    ledger: null,
  };
  const found = counts.article + counts.page + counts.coverage + counts.differs + counts.timeline;
  return (
    <>
      <ArticleHead article={page.article} outlet={facts.outlet} />
      <div class="bar">
        <TabList tabs={tabsWith(counts)} selected={tab} onSelect={select} />
        <FilterBox query={query} onQuery={setQuery} />
        <p class="spoken" role="status">
          {filtered ? `${found} found` : ''}
        </p>
      </div>
      <TabPanel of={tab}>
        <Panel
          {...{ tab, facts, shown, state, filtered, today, on, timeline, moved, day }}
          claims={told}
          related={related}
          onTab={(next) => {
            select(next);
            document.getElementById(`tab-${next}`)?.focus();
          }}
        />
      </TabPanel>
    </>
  );
}

interface BodyProps extends Drawn<PopupPage> {
  readonly switching: boolean;
}

function Body({ page, state, switching, today, on }: BodyProps) {
  if (isNotice(page)) return <PageNotice page={page} switching={switching} on={on} />;
  if (page.kind === 'ready') return <Ready key={page.article.url} page={page} state={state} today={today} on={on} />;
  return page.kind === 'reading' ? <Reading page={page} /> : <Skeleton />;
}

/** A window with a pane at its side. */
function Beside({ onBeside }: { readonly onBeside: () => void }) {
  return (
    <button
      type="button"
      class="beside"
      title="Keep open beside the page"
      aria-label="Keep open beside the page"
      onClick={() => onBeside()}
    >
      <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true">
        <rect x="0.75" y="0.75" width="14.5" height="12.5" rx="2" />
        <path d="M10 1v12" />
      </svg>
    </button>
  );
}

/** Sites are switched at the top, except where the notice itself offers it. */
function siteOf(page: PopupPage) {
  return page.kind === 'ready' || page.kind === 'reading' || page.kind === 'silent' ? page.site : null;
}

interface PopupProps {
  readonly state: PopupState;
  readonly on: PopupCallbacks;
  /** The reader's date, `YYYY-MM-DD`; the clock's where it is left out. */
  readonly today?: string;
}

export function Popup({ state, on, today = new Date().toISOString().slice(0, 10) }: PopupProps) {
  const { page, health, switching } = state;
  const site = siteOf(page);
  return (
    <div class="popup">
      <header class="masthead">
        <span class="wordmark">Sidelight</span>
        {on.onBeside && <Beside onBeside={on.onBeside} />}
        {site && <SiteSwitch site={site} switching={switching} onSite={on.onSite} />}
      </header>
      <main>
        {health && <Faults faults={health.faults} onRepair={on.onRepair} />}
        <Body page={page} state={state} switching={switching !== undefined} today={today} on={on} />
      </main>
      <Foot health={health} paused={page.kind === 'paused'} feeds={page.kind === 'ready' ? (page.article.feeds ?? []) : []} on={on} />
    </div>
  );
}
