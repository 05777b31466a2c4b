/** The library page's shell: its menu of sections and the one that is looked at; files can be dropped on all of it. Props in, callbacks out. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Foreign } from '../primitives/text';
import { count } from '../primitives/words';
import { CorrectionsSection } from './corrections-section';
import { ListSection } from './list-section';
import { PacksSection } from './packs-section';
import { hashOf, LISTS, SECTIONS, type Section } from './place';
import { RecordSection } from './record-section';
import { titleOf, useKeys } from './shell';
import type { LibraryCallbacks, LibraryState, SectionProps } from './state';
import { StorageSection } from './storage-section';

/** The sections that are no lists of records. */
const BODIES: Readonly<Partial<Record<Section, ComponentType<SectionProps>>>> = {
  packs: PacksSection,
  corrections: CorrectionsSection,
  storage: StorageSection,
};

function Body({ state, on }: SectionProps) {
  const { section, id } = state.place;
  const kind = LISTS[section];
  if (kind) return id === null ? <ListSection key={kind} kind={kind} state={state} on={on} /> : <RecordSection state={state} on={on} />;
  const Other = BODIES[section];
  return Other ? <Other state={state} on={on} /> : null;
}

export function Library({ state, on }: { readonly state: LibraryState; readonly on: LibraryCallbacks }) {
  const [over, setOver] = useState(false);
  const { section } = state.place;
  useKeys(state, on);
  useEffect(() => {
    const words = SECTIONS.find(([name]) => name === section)?.[1];
    document.title = `${titleOf(state) ?? words} · Sidelight`;
  });
  const waiting = state.subscriptions?.filter((one) => one.waiting !== null).length ?? 0;
  return (
    <main
      class={over ? 'library over' : 'library'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        // Also fired on the way over each child.
        if (!event.relatedTarget) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        on.files([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <h1>Library</h1>
      <nav aria-label="Sections of the library">
        <ul>
          {SECTIONS.map(([name, words]) => (
            <li key={name}>
              <a href={hashOf(name)} aria-current={name === section ? 'page' : undefined}>
                {words}
                {name === 'packs' && waiting > 0 && <small class="waits">{count(waiting, 'update')}</small>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div role="status">
        {state.done && (
          <p class="done">
            <Foreign>{state.done.what}</Foreign>{' '}
            <button type="button" class="plain" onClick={() => on.undoDeed(state.done?.number ?? 0)}>
              {state.done.undone ? 'Redo' : 'Undo'}
            </button>
          </p>
        )}
      </div>
      {state.problem !== null && (
        <p class="problem" role="alert">
          {state.problem}
        </p>
      )}
      <Body state={state} on={on} />
      {LISTS[section] && (
        <p class="keys soft">
          {state.place.id === null ? (
            <>
              <kbd>Ctrl+K</kbd> search · <kbd>↑</kbd> <kbd>↓</kbd> rows · <kbd>Enter</kbd> opens
            </>
          ) : (
            <>
              <kbd>Esc</kbd> back to the list · <kbd>Alt+↑</kbd> <kbd>Alt+↓</kbd> the one before and after · <kbd>F2</kbd> edit
            </>
          )}{' '}
          · <kbd>Ctrl+Z</kbd> takes back what you just did
        </p>
      )}
    </main>
  );
}
