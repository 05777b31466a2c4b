/**
 * The popup: what the article in the tab is, whom and what it names, who else carried it, and the claims by date.
 * Props in, callbacks out; only the filter, the open tab and the mention last shown are its own.
 */
import { useMemo, useState } from 'preact/hooks';
import type { PageClaims, PageFacts, Remembering } from '@/core/model/view';
import { ClaimList } from '../primitives/claims';
import { ArticleHead } from './article-head';
import { Claimed } from './claimed';
import { Coverage } from './coverage';
import { filterFacts, filterPageClaims } from './filter';
import { FilterBox } from './filter-box';
import { Faults, Foot } from './foot';
import { isNotice, PageNotice } from './notices';
import { OnThisPage } from './on-this-page';
import { Remember } from './remember';
import { SiteSwitch } from './site-switch';
import type { PopupCallbacks, PopupPage, PopupState } from './state';
import { TabList, TabPanel } from './tabs';

type TabKey = 'page' | 'coverage' | 'claims';

/** What a tab says when it has nothing to list. */
const EMPTY: Readonly<Record<TabKey, string>> = {
  page: 'Nothing that your packs track is named here.',
  coverage: 'No other outlet in your packs covers what this page names.',
  claims: 'Your packs hold no claims about what this page names.',
};

function Skeleton({ article }: { readonly article: boolean }) {
  return (
    <div class="bones" role="status">
      {article ? <span class="spoken">Reading the page…</span> : <h1 class="spoken">Looking at this page…</h1>}
      {!article && (
        <div class="article" aria-hidden="true">
          <span class="skeleton short" />
          <span class="skeleton title" />
          <span class="skeleton short" />
        </div>
      )}
      <div class="rows" aria-hidden="true">
        {['a', 'b', 'c', 'd', 'e'].map((row) => (
          <span key={row} class="skeleton" />
        ))}
      </div>
    </div>
  );
}

const countOf = (claims: PageClaims): number => (claims.status === 'ready' ? claims.claims.length : 0);

function Panel(props: {
  readonly tab: TabKey;
  readonly facts: PageFacts;
  readonly shown: PageFacts;
  readonly claims: PageClaims;
  readonly remembering: Remembering | null;
  readonly filtered: boolean;
  readonly today: string;
  readonly on: PopupCallbacks;
}) {
  const { tab, shown } = props;
  const listed = { page: shown.subjects, coverage: shown.coverage, claims: shown.claims }[tab];
  const nothing = listed.length === 0 && <p class="empty">{props.filtered ? 'Nothing here fits the filter.' : EMPTY[tab]}</p>;
  if (tab === 'page') {
    return (
      <>
        <Claimed claims={props.claims} filtered={props.filtered} on={props.on} />
        {(countOf(props.claims) === 0 || !props.filtered) && nothing}
        <OnThisPage subjects={shown.subjects} today={props.today} onReveal={props.on.onReveal} />
        {!props.filtered && props.remembering && <Remember state={props.remembering} on={props.on} />}
      </>
    );
  }
  if (nothing) return nothing;
  if (tab === 'coverage') return <Coverage groups={shown.coverage} />;
  return (
    <div class="list">
      {props.facts.claimsTotal > props.facts.claims.length && (
        <p class="shared">
          The newest {props.facts.claims.length} of {props.facts.claimsTotal}.
        </p>
      )}
      <ClaimList claims={shown.claims} withEvents />
    </div>
  );
}

interface Drawn<P extends PopupPage> {
  readonly page: P;
  readonly today: string;
  readonly on: PopupCallbacks;
}

interface ReadyProps extends Drawn<Extract<PopupPage, { kind: 'ready' }>> {
  readonly remembering: Remembering | null;
}

function Ready({ page, today, on, remembering }: ReadyProps) {
  const { facts, claims } = page;
  const [tab, setTab] = useState<TabKey>('page');
  const [query, setQuery] = useState('');
  const shown = useMemo(() => filterFacts(facts, query), [facts, query]);
  const told = useMemo(() => filterPageClaims(claims, query), [claims, query]);
  const filtered = query.trim() !== '';
  if (facts.subjects.length === 0 && countOf(claims) === 0) {
    return (
      <>
        <ArticleHead article={page.article} outlet={facts.outlet} />
        <p class="empty">{EMPTY.page}</p>
      </>
    );
  }
  const onPage = countOf(told) + shown.subjects.length;
  const found = onPage + shown.coverage.length + shown.claims.length;
  return (
    <>
      <ArticleHead article={page.article} outlet={facts.outlet} />
      <div class="bar">
        <TabList
          tabs={[
            { key: 'page', label: 'On this page', count: onPage },
            { key: 'coverage', label: 'Coverage', count: shown.coverage.length },
            { key: 'claims', label: 'Claims', count: shown.claims.length },
          ]}
          selected={tab}
          onSelect={setTab}
        />
        <FilterBox query={query} onQuery={setQuery} />
        <p class="spoken" role="status">
          {filtered ? `${found} found` : ''}
        </p>
      </div>
      <TabPanel of={tab}>
        <Panel tab={tab} facts={facts} shown={shown} claims={told} remembering={remembering} filtered={filtered} today={today} on={on} />
      </TabPanel>
    </>
  );
}

interface BodyProps extends Drawn<PopupPage> {
  readonly switching: boolean;
  readonly remembering: Remembering | null;
}

function Body({ page, switching, today, on, remembering }: BodyProps) {
  if (isNotice(page)) return <PageNotice page={page} switching={switching} on={on} />;
  if (page.kind === 'ready') return <Ready key={page.article.url} page={page} today={today} on={on} remembering={remembering} />;
  return (
    <>
      {page.kind === 'reading' && <ArticleHead article={page.article} outlet={null} />}
      <Skeleton article={page.kind === 'reading'} />
    </>
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
  const { page, health, switching, remembering = null } = state;
  const site = siteOf(page);
  return (
    <div class="popup">
      <header class="masthead">
        <span class="wordmark">Sidelight</span>
        {site && <SiteSwitch site={site} switching={switching} onSite={on.onSite} />}
      </header>
      <main>
        {health && <Faults faults={health.faults} onRepair={on.onRepair} />}
        <Body page={page} switching={switching !== undefined} today={today} on={on} remembering={remembering} />
      </main>
      <Foot health={health} paused={page.kind === 'paused'} feeds={page.kind === 'ready' ? (page.article.feeds ?? []) : []} on={on} />
    </div>
  );
}
