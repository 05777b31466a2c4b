/** Splitting one actor, outlet or event in two: the new one's names, and which claims are really about it. */
import { useEffect, useState } from 'preact/hooks';
import { MOST_SPLIT, type SubjectDraft } from '@/core/model/edit';
import type { SubjectDetail } from '@/core/model/library';
import { typedWords } from '@/core/search/words';
import { Foreign } from '../primitives/text';
import { count } from '../primitives/words';
import { Count, Filters, isNarrowed, Sort } from './filters';
import { ClaimLine } from './list-lines';
import type { LibraryCallbacks, ListState } from './state';
import { NO_SUBJECT, SubjectForm } from './subject-form';
import { Windowed } from './windowed';

interface SplitFormProps {
  readonly detail: SubjectDetail;
  readonly draft: SubjectDraft;
  /** The claims that it may take, as they are narrowed down. */
  readonly list: ListState | undefined;
  readonly on: LibraryCallbacks;
  onClose(): void;
}

export function SplitForm({ detail: { view }, draft, list, on, onClose }: SplitFormProps) {
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());
  // Not within the effect: what it draws anew at once would run the effect again, without end.
  useEffect(() => queueMicrotask(() => on.toSplit(view)), [view.id]);
  const outlet = draft.outlet && { ...draft.outlet, domains: [] };
  return (
    <div class="sheet">
      <h3>Who else it is</h3>
      <p class="hint">
        <Foreign>{view.name}</Foreign> loses the names {outlet && 'and domains '}that you write here, and the claims that you tick below.
        {outlet && ' Articles on those domains go with them.'}
      </p>
      {list && <Claims list={list} moved={moved} on={on} onMove={setMoved} />}
      <SubjectForm
        kind={view.kind}
        draft={{ ...NO_SUBJECT, surnames: draft.surnames, ...(outlet && { outlet }) }}
        save={moved.size > 0 ? `Split, with ${count(moved.size, 'claim')}` : 'Split'}
        onCancel={onClose}
        onSave={(fresh) => void on.tend({ do: 'split', id: view.id, draft: fresh, claims: [...moved] }).then((done) => done && onClose())}
      />
    </div>
  );
}

interface ClaimsProps {
  readonly list: ListState;
  readonly moved: ReadonlySet<string>;
  readonly on: LibraryCallbacks;
  onMove(ids: ReadonlySet<string>): void;
}

/** All claims that concern it, each with a box; those that fit what is asked for are ticked at a press. */
function Claims({ list, moved, on, onMove }: ClaimsProps) {
  const { query, total } = list;
  const turn = (id: string): void => {
    const next = new Set(moved);
    if (!next.delete(id)) next.add(id);
    onMove(next);
  };
  const tickAll = async (): Promise<void> => {
    const ids = await on.idsIn('split', MOST_SPLIT);
    if (ids) onMove(new Set([...moved, ...ids].slice(0, MOST_SPLIT)));
  };
  const narrowed = isNarrowed({ ...query, subject: null });
  const found = typedWords(query.text);
  return (
    <section aria-label="Claims that go with it">
      <div class="search">
        <input
          type="search"
          aria-label="Search its claims"
          placeholder="Words of the claim, who said it, who carried it…"
          value={query.text}
          onInput={(event) => on.narrow('split', { text: event.currentTarget.value })}
        />
      </div>
      <Filters name="split" query={query} on={on} />
      <div class="count buttons">
        <span role="status" aria-busy={list.busy}>
          <Count list={list} word="claim" /> · <b>{moved.size.toLocaleString()} ticked</b>
        </span>
        {total !== null && total > 0 && (
          <button type="button" class="plain" onClick={() => void tickAll()}>
            {total > MOST_SPLIT ? `Tick the first ${MOST_SPLIT.toLocaleString()}` : narrowed ? 'Tick all that fit' : 'Tick all'}
          </button>
        )}
        {moved.size > 0 && (
          <button type="button" class="plain" onClick={() => onMove(new Set())}>
            Tick none
          </button>
        )}
        <Sort name="split" query={query} on={on} />
      </div>
      {total !== null && total > 0 && (
        <Windowed
          key={list.key}
          tall
          label="Claims"
          total={total}
          from={0}
          back={null}
          onSeen={(from, to) => on.seen('split', from, to)}
          row={(index, tab) => {
            const row = list.rows.get(index);
            if (row?.kind !== 'claim') return <span class="line waiting" aria-busy="true" />;
            return <ClaimLine row={row} tab={tab} found={found} tick={{ on: moved.has(row.id), onTurn: () => turn(row.id) }} />;
          }}
        />
      )}
    </section>
  );
}
