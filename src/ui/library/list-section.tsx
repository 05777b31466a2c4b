/** A list of records: searched as one types, sorted, narrowed down, and of any length. Props in, callbacks out. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryKind } from '@/core/model/library';
import { typedWords } from '@/core/search/words';
import { ADD, AddRecord } from './add-record';
import { FeedsStrip } from './feeds-strip';
import { Count, EVERYTHING, Filters, isNarrowed, Sort } from './filters';
import { Line } from './list-lines';
import type { ListState, SectionProps } from './state';
import { Windowed } from './windowed';

interface ListProps extends SectionProps {
  readonly kind: LibraryKind;
}

interface NothingProps {
  readonly kind: LibraryKind;
  readonly list: ListState;
  onClear(): void;
  onAdd(): void;
}

/** Why there is nothing, and what can be done about it. */
function Nothing({ kind, list: { query, indexing }, onClear, onAdd }: NothingProps) {
  const narrowed = isNarrowed(query);
  return (
    <div class="none">
      <h3>{narrowed ? `No ${kind} fits.` : `No ${kind}s yet.`}</h3>
      {!narrowed && <p>Packs bring them, and you can add your own.</p>}
      {indexing && <p>Not everything can be searched yet; the list fills by itself.</p>}
      <p class="buttons">
        {narrowed && (
          <button type="button" class="plain" onClick={onClear}>
            {query.text && !isNarrowed({ ...query, text: '' }) ? 'Clear the search' : 'Clear search and filters'}
          </button>
        )}
        <button type="button" class="plain" onClick={onAdd}>
          Add {ADD[kind]}…
        </button>
      </p>
    </div>
  );
}

/** The row of a record that was looked at; null where it is not among those that are here. */
function backTo({ rows }: ListState, id: string | null): number | null {
  if (id === null) return null;
  for (const [index, row] of rows) if (row.id === id) return index;
  return null;
}

export function ListSection({ kind, state, on }: ListProps) {
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useLayoutEffect(() => {
    if (was.current && !adding) add.current?.focus();
    was.current = adding;
  }, [adding]);
  const list = state.lists[kind];
  if (!list) return null;
  const { query, total } = list;
  const found = typedWords(query.text);
  const many = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}s`;
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title" class="spoken">
        {many}
      </h2>
      <div class="search">
        <input
          type="search"
          aria-label={`Search ${many.toLowerCase()}`}
          placeholder={
            kind === 'claim'
              ? 'Words of the claim, who said it, who carried it…'
              : kind === 'article'
                ? 'Words of the title, names…'
                : 'A name…'
          }
          value={query.text}
          onInput={(event) => on.narrow(kind, { text: event.currentTarget.value })}
        />
        {!adding && (
          <button type="button" class="plain" ref={add} onClick={() => setAdding(true)}>
            Add {ADD[kind]}…
          </button>
        )}
      </div>
      <Filters name={kind} query={query} on={on} />
      {adding && <AddRecord kind={kind} text={query.text} on={on} onClose={() => setAdding(false)} />}
      {kind === 'outlet' && <FeedsStrip feeds={state.feeds} on={on} />}
      <div class="soft count">
        <p role="status" aria-busy={list.busy}>
          <Count list={list} word={kind} />
        </p>
        <Sort name={kind} query={query} on={on} />
      </div>
      {total === 0 && !list.busy && (
        <Nothing kind={kind} list={list} onClear={() => on.narrow(kind, EVERYTHING)} onAdd={() => setAdding(true)} />
      )}
      {total !== null && total > 0 && (
        <Windowed
          key={list.key}
          tall={kind === 'claim' || kind === 'article'}
          label={many}
          total={total}
          from={list.from}
          back={backTo(list, state.left)}
          onSeen={(from, to) => on.seen(kind, from, to)}
          row={(index, tab) => {
            const row = list.rows.get(index);
            return row ? <Line row={row} tab={tab} found={found} /> : <span class="line waiting" aria-busy="true" />;
          }}
        />
      )}
    </section>
  );
}
