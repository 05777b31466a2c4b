/** The page in a few lines, each the way to its tab: whom it names, who else reports, what differs. Draws only that. */
import type { ComponentChildren } from 'preact';
import type { PageFacts } from '@/core/model/view';
import { Names } from '../primitives/text';
import { count } from '../primitives/words';
import type { TabKey } from './state';

/** Names written out; more is what the tab is for. */
const NAMED = 4;

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

function Some({ of }: { readonly of: readonly { readonly name: string }[] }) {
  return (
    <>
      <Names of={of.slice(0, NAMED)} />
      {of.length > NAMED && ` and ${of.length - NAMED} more`}
    </>
  );
}

export function Glance({ facts, onTab }: { readonly facts: PageFacts; readonly onTab: (tab: TabKey) => void }) {
  const { subjects, coverage } = facts;
  const outlets = new Set(coverage.flatMap(({ items }) => items.map(({ outlet }) => outlet.name)));
  const differing = coverage.filter(({ differs }) => differs && differs.length > 0);
  const differences = differing.reduce((sum, { differs }) => sum + (differs?.length ?? 0), 0);
  const fresh = [
    ...new Map([...subjects, ...coverage.map(({ event, news }) => ({ ...event, news }))].map((one) => [one.id, one])).values(),
  ].filter(({ news }) => news);
  return (
    <ul class="glance" aria-label="At a glance">
      {fresh.length > 0 && (
        <Line
          tab={fresh.some(({ kind }) => kind !== 'event') ? 'page' : 'coverage'}
          n={`${fresh.reduce((sum, { news }) => sum + (news?.count ?? 0), 0)} new`}
          isNew
          onTab={onTab}
        >
          since you last opened <Some of={fresh} />
        </Line>
      )}
      {subjects.length > 0 && (
        <Line tab="page" n={count(subjects.length, 'name')} onTab={onTab}>
          <Some of={subjects} />
        </Line>
      )}
      {outlets.size > 0 && (
        <Line tab="coverage" n={count(outlets.size, 'outlet')} onTab={onTab}>
          also on <Some of={coverage.filter(({ items }) => items.length > 0).map(({ event }) => event)} />
        </Line>
      )}
      {/* Its line is there before what the page says is set beside the others: nothing moves when it is. */}
      {(differences > 0 || outlets.size > 0) && (
        <Line tab="differs" n={count(differences, 'difference')} onTab={onTab}>
          {differing.length > 0 ? (
            <>
              on <Some of={differing.map(({ event }) => event)} />
            </>
          ) : (
            'found between accounts'
          )}
        </Line>
      )}
    </ul>
  );
}
