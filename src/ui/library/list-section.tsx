/** A list of records: searched as one types, sorted, narrowed down, and of any length. Props in, callbacks out. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { LIBRARY_SORTS, LIBRARY_STATUSES, type LibraryKind, type LibrarySort, type LibraryStatus } from '@/core/model/library';
import { Foreign } from '../primitives/text';
import { plural } from '../primitives/words';
import { AddRecord } from './add-record';
import { FeedsStrip } from './feeds-strip';
import { Line } from './list-lines';
import type { ListQuery, ListState, SectionProps } from './state';
import { SubjectPick } from './subject-pick';
import { Windowed } from './windowed';

const WORD: Readonly<Record<LibraryKind, string>> = {
  claim: 'claim',
  actor: 'actor',
  event: 'event',
  outlet: 'outlet',
  article: 'article',
};

const STATUS: Readonly<Record<LibraryStatus, string>> = {
  shown: 'standing',
  withdrawn: 'withdrawn',
  superseded: 'superseded',
  kept: 'kept by you',
  dismissed: 'dismissed by you',
};
const SORT: Readonly<Record<LibrarySort, string>> = {
  best: 'best match first',
  newest: 'newest first',
  oldest: 'oldest first',
  name: 'by name',
};

/** Whom a list can be narrowed down to. */
const WHO = [
  ['outlet', ['outlet'], 'Outlet'],
  ['actor', ['actor'], 'Actor'],
  ['event', ['event'], 'Event'],
] as const;

interface ListProps extends SectionProps {
  readonly kind: LibraryKind;
}

function Filters({ kind, query, on }: Pick<ListProps, 'kind' | 'on'> & { readonly query: ListQuery }) {
  const set = (change: Partial<ListQuery>) => on.narrow(kind, change);
  if (kind !== 'claim' && kind !== 'article') return null;
  return (
    <div class="filters">
      {kind === 'claim' && (
        <label>
          <span class="spoken">Status</span>
          <select value={query.status} onChange={(event) => set({ status: event.currentTarget.value as LibraryStatus | '' })}>
            <option value="">any status</option>
            {LIBRARY_STATUSES.map((status) => (
              <option key={status} value={status}>
                {STATUS[status]}
              </option>
            ))}
          </select>
        </label>
      )}
      {WHO.map(([name, kinds, word]) => {
        const chosen = query[name];
        return chosen ? (
          <Chip key={name} onClear={() => set({ [name]: null })} word={word}>
            <Foreign>{chosen.name}</Foreign>
          </Chip>
        ) : (
          <SubjectPick
            key={name}
            label={word}
            placeholder={word}
            kinds={kinds}
            find={on.find}
            onPick={(subject) => set({ [name]: subject })}
          />
        );
      })}
      {query.subject && (
        <Chip onClear={() => set({ subject: null })} word="Concerning">
          <Foreign>{query.subject.name}</Foreign>
        </Chip>
      )}
      <label>
        from <input type="date" value={query.from} onChange={(event) => set({ from: event.currentTarget.value })} />
      </label>
      <label>
        to <input type="date" value={query.to} onChange={(event) => set({ to: event.currentTarget.value })} />
      </label>
      <label>
        <span class="spoken">Sort</span>
        <select value={query.sort} onChange={(event) => set({ sort: event.currentTarget.value as LibrarySort })}>
          {LIBRARY_SORTS.filter((sort) => kind === 'article' || sort !== 'name').map((sort) => (
            <option key={sort} value={sort}>
              {SORT[sort]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Chip({ word, onClear, children }: { readonly word: string; readonly onClear: () => void; readonly children: ComponentChildren }) {
  return (
    <span class="chip">
      <small>{word}</small> {children}
      <button type="button" onClick={onClear} aria-label={`Any ${word.toLowerCase()}`}>
        ×
      </button>
    </span>
  );
}

/** How many there are, and how many of what is kept can be found by now. */
function Count({ list, kind }: { readonly list: ListState; readonly kind: LibraryKind }) {
  const { total, exact, indexing } = list;
  if (total === null) return <>Looking…</>;
  return (
    <>
      {exact ? '' : 'more than '}
      {total.toLocaleString()} {plural(total, WORD[kind])}
      {indexing && ` so far: ${Math.floor((indexing.done / Math.max(1, indexing.total)) * 100)} % of what is kept can be searched yet`}
    </>
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
  const list = state.lists[kind];
  if (!list) return null;
  const { query, total } = list;
  const many = `${WORD[kind].charAt(0).toUpperCase()}${WORD[kind].slice(1)}s`;
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
        {kind !== 'outlet' && kind !== 'article' && !adding && (
          <button type="button" class="plain" onClick={() => setAdding(true)}>
            Add {kind === 'claim' ? 'a claim' : kind === 'event' ? 'an event' : 'an actor'}…
          </button>
        )}
      </div>
      <Filters kind={kind} query={query} on={on} />
      {adding && kind !== 'outlet' && kind !== 'article' && (
        <AddRecord kind={kind} name={query.text} on={on} onClose={() => setAdding(false)} />
      )}
      {kind === 'outlet' && <FeedsStrip feeds={state.feeds} on={on} />}
      <p class="soft count" role="status" aria-busy={list.busy}>
        <Count list={list} kind={kind} />
      </p>
      {total === 0 && !list.busy && <p class="none">Nothing fits. {query.text ? 'Try fewer words.' : ''}</p>}
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
            return row ? <Line row={row} tab={tab} /> : <span class="line waiting" aria-busy="true" />;
          }}
        />
      )}
    </section>
  );
}
