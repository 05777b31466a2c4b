/** One file that is imported: how far it is, what it would change, what is wrong with it. */
import { count } from '../primitives/words';
import type { ChangeView, StagedView } from './import-view';
import { formatBytes, formatLeft } from './quantities';
import type { ImportState, LibraryCallbacks } from './state';
import { TableChoice } from './table-choice';

export function ImportItem({ item, on }: { readonly item: ImportState; readonly on: LibraryCallbacks }) {
  const { id, name, state } = item;
  return (
    <li class={`import ${state.kind}`}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <Body item={item} on={on} />
      <p class="buttons">
        {state.kind === 'staged' && (
          <button type="button" class="action" onClick={() => on.apply(id)}>
            {state.staged.shownRevision === null ? 'Add this pack' : 'Apply the changes'}
          </button>
        )}
        {(state.kind === 'waiting' || state.kind === 'reading' || state.kind === 'table' || state.kind === 'staged') && (
          <button type="button" class="plain" onClick={() => on.cancel(id)}>
            Cancel
          </button>
        )}
        {state.kind === 'applied' && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              on.undo(state.pack);
              on.dismiss(id);
            }}
          >
            Undo
          </button>
        )}
        {(state.kind === 'applied' || state.kind === 'cancelled' || state.kind === 'refused') && (
          <button type="button" class="plain" onClick={() => on.dismiss(id)}>
            Close
          </button>
        )}
      </p>
    </li>
  );
}

function Body({ item: { id, state }, on }: { readonly item: ImportState; readonly on: LibraryCallbacks }) {
  switch (state.kind) {
    case 'waiting':
      return <p class="soft">Waiting…</p>;
    case 'reading': {
      const { bytes, size, records, done, phase } = state.progress;
      return (
        <>
          <progress value={done} max={1} aria-label="Progress of the import" />
          <p class="soft">
            {phase === 'reading' ? `${formatBytes(bytes)} of ${formatBytes(size)}` : 'Arranging'} · {count(records, 'record')}
            {state.left === null ? '' : ` · ${formatLeft(state.left)}`}
          </p>
        </>
      );
    }
    case 'table':
      return <TableChoice table={state} onChoose={(choice) => on.table(id, choice)} />;
    case 'staged':
      return <Changes staged={state.staged} warnings={state.warnings} warned={state.warned} />;
    case 'applying':
      return <p class="soft">Applying…</p>;
    case 'applied':
      return <p>Imported. What was there before can be brought back for a month.</p>;
    case 'cancelled':
      return <p class="soft">Cancelled. Nothing was changed.</p>;
    case 'refused':
      return (
        <div role="alert">
          <p>Not imported. Nothing was changed.</p>
          <ul class="sentences">
            {state.sentences.map((sentence) => (
              <li key={sentence}>
                <bdi>{sentence}</bdi>
              </li>
            ))}
          </ul>
        </div>
      );
  }
}

const LISTS = [
  ['actors', 'actor'],
  ['outlets', 'outlet'],
  ['events', 'event'],
  ['articles', 'article'],
  ['claims', 'claim'],
] as const;

const said = (counts: StagedView['counts']): string =>
  LISTS.flatMap(([list, word]) => (counts[list] > 0 ? [count(counts[list], word)] : [])).join(', ') || 'nothing';

function Changes(props: { readonly staged: StagedView; readonly warnings: readonly string[]; readonly warned: number }) {
  const { info, shownRevision, counts, changes } = props.staged;
  return (
    <>
      <p>
        <b>
          <bdi>{info.title}</bdi>
        </b>
        , {shownRevision === null ? `a new pack, revision ${info.revision}` : `revision ${info.revision} over ${shownRevision}`} ·{' '}
        <bdi>{info.licence}</bdi>
      </p>
      {shownRevision === null ? (
        <p>It holds {said(counts)}.</p>
      ) : (
        <dl class="changes">
          <dt>Added</dt>
          <dd>{said(changes.added)}</dd>
          <dt>Changed</dt>
          <dd>{said(changes.changed)}</dd>
          <dt>Withdrawn</dt>
          <dd>{said(changes.withdrawn)}</dd>
        </dl>
      )}
      {changes.samples.length > 0 && (
        <details>
          <summary>{count(changes.samples.length, 'change')} one by one</summary>
          <ul class="samples">
            {changes.samples.map((change) => (
              <Sample key={`${change.list} ${change.id}`} change={change} />
            ))}
          </ul>
        </details>
      )}
      {props.warned > 0 && (
        <details>
          <summary>{count(props.warned, 'warning')}</summary>
          <ul class="sentences">
            {props.warnings.map((warning) => (
              <li key={warning}>
                <bdi>{warning}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Lines are shown as the file holds them: whoever reviews a pack reads that. */
function Sample({ change }: { readonly change: ChangeView }) {
  return (
    <li>
      <code>
        {change.list} {change.id}
      </code>
      {change.before !== undefined && (
        <del>
          <bdi>{change.before}</bdi>
        </del>
      )}
      {change.now !== undefined && (
        <ins>
          <bdi>{change.now}</bdi>
        </ins>
      )}
    </li>
  );
}
