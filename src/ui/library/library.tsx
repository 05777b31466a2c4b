/** The library page's shell: its menu of sections and the one that is looked at; files can be dropped on all of it. Props in, callbacks out. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { PacksSection } from './packs-section';
import { hashOf, SECTIONS, type Section } from './place';
import type { LibraryCallbacks, LibraryState, SectionProps } from './state';
import { StorageSection } from './storage-section';

const BODIES: Readonly<Record<Section, ComponentType<SectionProps>>> = {
  packs: PacksSection,
  storage: StorageSection,
};

export function Library({ state, on }: { readonly state: LibraryState; readonly on: LibraryCallbacks }) {
  const [over, setOver] = useState(false);
  const { section } = state.place;
  const Body = BODIES[section];
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
      <p class="lead">
        Facts come in packs: files of actors, outlets, events and dated claims, each with its source. Everything stays on this computer.
      </p>
      <nav aria-label="Sections of the library">
        <ul>
          {SECTIONS.map(([name, words]) => (
            <li key={name}>
              <a href={hashOf(name)} aria-current={name === section ? 'page' : undefined}>
                {words}
              </a>
            </li>
          ))}
          <li>
            <a href="names.html">Corrections</a>
          </li>
        </ul>
      </nav>
      {state.problem !== null && (
        <p class="problem" role="alert">
          {state.problem}
        </p>
      )}
      <Body state={state} on={on} />
    </main>
  );
}
