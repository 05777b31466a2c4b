/** The page in a few lines, each the way to its tab: whom it names, who else reports, what differs. Draws only that. */
import type { ComponentChildren } from 'preact';
import type { Sight, SomeNames } from '@/core/model/known-page';
import { Names } from '../primitives/text';
import { count } from '../primitives/words';
import type { TabKey } from './state';

interface LineProps {
  readonly tab: TabKey;
  readonly n: string;
  readonly isNew?: boolean;
  readonly onTab: (tab: TabKey) => void;
  readonly children: ComponentChildren;
}

function Line(props: LineProps) {
  return (
    <li>
      <button type="button" data-tab={props.tab} onClick={() => props.onTab(props.tab)}>
        <b class={props.isNew ? 'new' : undefined}>{props.n}</b> <span>{props.children}</span>
      </button>
    </li>
  );
}

/** `between`: names of events hold commas of their own. */
function Some({ of: { first, total }, between }: { readonly of: SomeNames; readonly between?: string }) {
  return (
    <>
      <Names of={first.map((name) => ({ name }))} between={between} />
      {total > first.length && ` and ${total - first.length} more`}
    </>
  );
}

export function Glance({ sight, onTab }: { readonly sight: Sight; readonly onTab: (tab: TabKey) => void }) {
  const { fresh, subjects, outlets, events, differing, counts } = sight;
  return (
    <ul class="glance" aria-label="At a glance">
      {fresh && (
        <Line key="new" tab={fresh.eventsOnly ? 'coverage' : 'page'} n={`${fresh.news} new`} isNew onTab={onTab}>
          since you last opened <Some of={fresh} />
        </Line>
      )}
      {subjects.total > 0 && (
        <Line key="page" tab="page" n={count(subjects.total, 'name')} onTab={onTab}>
          <Some of={subjects} />
        </Line>
      )}
      {outlets > 0 && (
        <Line key="coverage" tab="coverage" n={count(outlets, 'outlet')} onTab={onTab}>
          also on <Some of={events} between="; " />
        </Line>
      )}
      {/* Its line is there before what the page says is set beside the others: nothing moves when it is. */}
      {(counts.differs > 0 || outlets > 0) && (
        <Line key="differs" tab="differs" n={count(counts.differs, 'difference')} onTab={onTab}>
          {differing.total > 0 ? (
            <>
              on <Some of={differing} between="; " />
            </>
          ) : (
            'found between accounts'
          )}
        </Line>
      )}
    </ul>
  );
}
