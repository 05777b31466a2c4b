/**
 * What the popup's tabs list. Apart from the popup, and loaded once that is painted (draw.tsx): at first only the article's head, whom
 * it names and who else reports are in sight, which need none of this.
 */

import { countOf, countRelated, covering, differingIn } from '@/core/coverage/counts';
import type { Edtf } from '@/core/model/edtf';
import type { ClaimView, PageClaims, PageFacts, RelatedView, SubjectRef } from '@/core/model/view';
import { Bones } from './bones';
import { Claimed } from './claimed';
import { Coverage, Related } from './coverage';
import { Differing } from './differing';
import { Empty, NothingFits } from './empty';
import { NewsSwitches } from './news-switches';
import { OnThisPage } from './on-this-page';
import { Remember } from './remember';
import { Requests } from './requests';
import type { PopupCallbacks, PopupState, ShownTimeline, TabKey } from './state';
import { Timeline } from './timeline';

/** What a tab says when it has nothing to list. */
const EMPTY: Readonly<Record<Exclude<TabKey, 'article' | 'ledger'>, readonly [title: string, more: string]>> = {
  page: ['Nothing that your packs track is named here.', 'Select a name on the page and press the key for tracking to add it.'],
  coverage: ['No other outlet covers this.', 'Your packs and feeds hold no other account of what this page names.'],
  differs: ['No differences found.', 'Numbers, dates and attributions are compared where accounts are tied to one event.'],
  timeline: ['No dated claims.', 'Your packs hold no claims about what this page names.'],
};

export interface PanelProps {
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

/** Below the glance. */
function ThisArticle({ facts, claims, state: { remembering, news }, filtered, on }: PanelProps) {
  const listed = countOf(claims) > 0;
  // What comes below the claims waits for them: it would be pushed away under the pointer.
  const settled = claims.status !== 'reading';
  return (
    <>
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

export function Panel(props: PanelProps) {
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
