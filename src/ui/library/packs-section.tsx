/** The section Packs: files are imported here, and the packs that are there are listed. Props in, callbacks out. */
import { count } from '../primitives/words';
import { ImportItem } from './import-item';
import { PackList } from './pack-list';
import type { SectionProps } from './state';
import { Subscriptions } from './subscriptions';

export function PacksSection({ state, on }: SectionProps) {
  const reading = state.imports.filter(({ state: { kind } }) => kind === 'reading' || kind === 'staged').length;
  return (
    <>
      <section aria-labelledby="import-title">
        <h2 id="import-title">Import</h2>
        <p class="soft">
          Facts come in packs: files of actors, outlets, events and dated claims, each with its source. Everything stays on this computer.
        </p>
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
        <p class="spoken" role="status">
          {reading > 0 ? `${count(reading, 'import')} under way` : ''}
        </p>
      </section>
      <Subscriptions list={state.subscriptions} on={on} />
      <section aria-labelledby="packs-title">
        <h2 id="packs-title">Packs</h2>
        {state.packs && <PackList packs={state.packs} on={on} />}
      </section>
    </>
  );
}
