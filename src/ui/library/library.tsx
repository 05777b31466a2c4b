/** The library page: import packs, see what an import changes before it does, undo it, and what is there. Props in, callbacks out. */
import { useState } from 'preact/hooks';
import { count } from '../primitives/words';
import { ImportItem } from './import-item';
import { PackList } from './pack-list';
import type { LibraryCallbacks, LibraryState } from './state';

export function Library({ state, on }: { readonly state: LibraryState; readonly on: LibraryCallbacks }) {
  const [over, setOver] = useState(false);
  const reading = state.imports.filter(({ state: { kind } }) => kind === 'reading' || kind === 'staged').length;
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
      {state.problem !== null && (
        <p class="problem" role="alert">
          {state.problem}
        </p>
      )}
      <section aria-labelledby="import-title">
        <h2 id="import-title">Import</h2>
        <label class="drop">
          <span class="action">Choose files</span>
          <span class="soft">
            or drop them anywhere on this page: packs (JSON, JSONL, gzipped or not), tables of actors or claims (CSV, TSV), ClaimReview and
            its feeds, Web Annotations, Wikidata items, FollowTheMoney entities
          </span>
          <input
            type="file"
            multiple
            accept=".json,.jsonl,.gz,.csv,.tsv,.jsonld,.ndjson,.ftm"
            onChange={(event) => {
              const input = event.currentTarget;
              on.files([...(input.files ?? [])]);
              // The same file can be chosen again after it was mended.
              input.value = '';
            }}
          />
        </label>
        <ul class="imports">
          {state.imports.map((each) => (
            <ImportItem key={each.id} item={each} on={on} />
          ))}
        </ul>
        <p class="visually-hidden" role="status">
          {reading > 0 ? `${count(reading, 'import')} under way` : ''}
        </p>
      </section>
      <section aria-labelledby="packs-title">
        <h2 id="packs-title">Packs</h2>
        {state.packs && <PackList packs={state.packs} on={on} />}
      </section>
    </main>
  );
}
