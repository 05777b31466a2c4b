/** What a list of records is narrowed down by, and how many are left. Props in, callbacks out. */
import type { ComponentChildren } from 'preact';
import { LIBRARY_SORTS, LIBRARY_STATUSES, type LibrarySort, type LibraryStatus } from '@/core/model/library';
import { Foreign } from '../primitives/text';
import { plural } from '../primitives/words';
import type { LibraryCallbacks, ListName, ListQuery, ListState } from './state';
import { SubjectPick } from './subject-pick';

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

/** A list that is narrowed down by nothing; sorted as it is. */
export const EVERYTHING: Omit<ListQuery, 'sort'> = {
  text: '',
  status: '',
  outlet: null,
  actor: null,
  event: null,
  subject: null,
  from: '',
  to: '',
};

/** Is it narrowed down by anything? */
export const isNarrowed = (query: ListQuery): boolean =>
  Object.entries(EVERYTHING).some(([field, none]) => query[field as keyof ListQuery] !== none);

const isDated = (list: ListName): boolean => list === 'claim' || list === 'article' || list === 'split';

interface FiltersProps {
  readonly name: ListName;
  readonly query: ListQuery;
  readonly on: LibraryCallbacks;
}

/** Nothing for lists of subjects, which are found by name alone. */
export function Filters({ name: list, query, on }: FiltersProps) {
  const set = (change: Partial<ListQuery>) => on.narrow(list, change);
  if (!isDated(list)) return null;
  return (
    <div class="filters">
      {list !== 'article' && (
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
      {query.subject && list !== 'split' && (
        <Chip onClear={() => set({ subject: null })} word="Concerning">
          <Foreign>{query.subject.name}</Foreign>
        </Chip>
      )}
      <span class="from-to">
        <label>
          from <input type="date" value={query.from} onChange={(event) => set({ from: event.currentTarget.value })} />
        </label>
        <label>
          to <input type="date" value={query.to} onChange={(event) => set({ to: event.currentTarget.value })} />
        </label>
      </span>
      {isNarrowed({ ...query, text: '', ...(list === 'split' ? { subject: null } : {}) }) && (
        <button
          type="button"
          class="plain"
          onClick={() => set({ ...EVERYTHING, text: query.text, ...(list === 'split' ? { subject: query.subject } : {}) })}
        >
          Clear filters
        </button>
      )}
    </div>
  );
}

/** In which order; nothing for lists of subjects. */
export function Sort({ name: list, query, on }: FiltersProps) {
  if (!isDated(list)) return null;
  return (
    <label>
      <span class="spoken">Sort</span>
      <select
        value={query.sort === 'best' && !query.text ? 'newest' : query.sort}
        onChange={(event) => on.narrow(list, { sort: event.currentTarget.value as LibrarySort })}
      >
        {/* Without words, the best are the newest. */}
        {LIBRARY_SORTS.filter((sort) => sort !== 'name' && (sort !== 'best' || query.text)).map((sort) => (
          <option key={sort} value={sort}>
            {SORT[sort]}
          </option>
        ))}
      </select>
    </label>
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
export function Count({ list, word }: { readonly list: ListState; readonly word: string }) {
  const { total, exact, indexing } = list;
  if (total === null) return <>Looking…</>;
  return (
    <>
      {exact ? '' : 'more than '}
      {total.toLocaleString()} {plural(total, word)}
      {indexing && ` so far; ${Math.floor((indexing.done / Math.max(1, indexing.total)) * 100)} % of what is kept can be searched`}
    </>
  );
}
