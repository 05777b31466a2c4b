/** The packs that are there, what each holds, and what can be done with it. */
import type { PackEntry, PackList as Packs } from '@/core/model/view';
import { count } from '../primitives/words';
import type { ExportForm, LibraryCallbacks } from './state';

const FORMS: readonly (readonly [name: ExportForm, words: string])[] = [
  ['pack', 'a pack (JSONL)'],
  ['folder', 'a folder to publish (ZIP)'],
  ['csv', 'its claims, as a table (CSV)'],
  ['markdown', 'its claims, as Markdown'],
  ['web-annotation', 'its claims, as Web Annotations'],
  ['schema-claim', 'its claims, as schema.org'],
  ['csl-json', 'its claims, as sources (CSL-JSON)'],
];

const day = (ms: number): string => new Date(ms).toLocaleDateString(undefined, { dateStyle: 'medium' });

export function PackList({ packs, on }: { readonly packs: Packs; readonly on: LibraryCallbacks }) {
  return (
    <ul class="packs">
      {packs.shown.map((pack) => (
        <Pack key={pack.id} pack={pack} on={on} />
      ))}
      {packs.removed.map(({ id, at }) => (
        <li key={id} class="removed">
          <h3>
            <bdi>{id}</bdi>
          </h3>
          <p class="soft">Removed on {day(at)}; it can be brought back for a month.</p>
          <p class="buttons">
            <button type="button" class="plain" onClick={() => on.undo(id)}>
              Bring it back
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Pack({ pack, on }: { readonly pack: PackEntry; readonly on: LibraryCallbacks }) {
  const { id, title, revision, builtIn, licence, counts, undo } = pack;
  const held = [
    counts.actors > 0 && `${counts.actors.toLocaleString()} actors and outlets`,
    counts.events > 0 && count(counts.events, 'event'),
    counts.claims > 0 && count(counts.claims, 'claim'),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <li>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <p class="soft">
        <bdi>{id}</bdi>, revision {revision} · {held || 'empty'} · <bdi>{licence}</bdi>
        {builtIn ? ' · comes with Sidelight' : ''}
      </p>
      <p class="buttons">
        <label>
          <span class="spoken">Export {title} as</span>
          <select
            value=""
            onChange={(event) => {
              const form = FORMS.find(([name]) => name === event.currentTarget.value)?.[0];
              if (form) on.save(id, form);
              event.currentTarget.value = '';
            }}
          >
            <option value="">Export as…</option>
            {FORMS.map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {!builtIn && undo && (
          <button type="button" class="plain" onClick={() => on.undo(id)}>
            {undo.revision === null ? `Undo the import of ${day(undo.at)}` : `Back to what was before ${day(undo.at)}`}
          </button>
        )}
        {!builtIn && (
          <button type="button" class="plain" onClick={() => on.remove(id)}>
            Remove
          </button>
        )}
      </p>
    </li>
  );
}
