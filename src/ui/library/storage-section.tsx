/** The section Storage: how much room everything takes, whether the browser may clear it, and deleting all of it. Props in, callbacks out. */
import { useState } from 'preact/hooks';
import { Backup } from './backup';
import { formatBytes } from './quantities';
import type { SectionProps } from './state';
import { Travel } from './travel';

/** Typed before everything is deleted: a word that no slip of a key writes. */
const WORD = 'delete';

function Room({ state: { room, holdings, persisted }, on }: SectionProps) {
  return (
    <section aria-labelledby="storage-title">
      <h2 id="storage-title">Storage</h2>
      {room && (
        <>
          {room.quota !== null && (
            <meter min={0} max={room.quota} value={room.used} aria-label="Room taken">
              {formatBytes(room.used)}
            </meter>
          )}
          <p>
            Everything that Sidelight keeps takes {formatBytes(room.used)} on this computer
            {room.quota === null ? '' : `, of ${formatBytes(room.quota)} that the browser grants it`}.
          </p>
        </>
      )}
      {persisted === false && (
        <p>
          The browser may clear it where the disk runs full.{' '}
          <button type="button" class="plain" onClick={() => on.persist()}>
            Ask it not to
          </button>
        </p>
      )}
      {persisted && <p class="soft">The browser does not clear it by itself, also where the disk runs full.</p>}
      {holdings && (
        <table class="holdings">
          <tbody>
            {holdings
              .filter(({ count }) => count > 0)
              .map(({ what, count }) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td>{count.toLocaleString()}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function DeleteAll({ state: { erased }, on }: SectionProps) {
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const close = (): void => {
    setAsked(false);
    setTyped('');
  };
  return (
    <section aria-labelledby="delete-title">
      <h2 id="delete-title">Delete everything</h2>
      <p>
        All packs that you imported, everything you tracked, corrected, kept, noted and remembered, your feeds with what they brought, the
        ledger, your settings, and the sites that you allowed. Sidelight is then as on its first day. This can’t be undone.
      </p>
      {erased && <p role="status">Everything was deleted.</p>}
      {asked ? (
        <form
          class="fields"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim().toLowerCase() !== WORD) return;
            close();
            on.erase();
          }}
        >
          <label>
            <span>
              Type <b>{WORD}</b> to go on
            </span>
            <input type="text" autocomplete="off" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
          </label>
          <p class="buttons">
            <button type="submit" class="action danger" disabled={typed.trim().toLowerCase() !== WORD}>
              Delete everything
            </button>
            <button type="button" class="plain" onClick={close}>
              Cancel
            </button>
          </p>
        </form>
      ) : (
        <p class="buttons">
          <button type="button" class="plain danger" onClick={() => setAsked(true)}>
            Delete everything…
          </button>
        </p>
      )}
    </section>
  );
}

export function StorageSection(props: SectionProps) {
  return (
    <>
      <Room {...props} />
      <Backup state={props.state.backup} aside={props.state.aside} waiting={props.state.waiting} on={props.on} />
      <Travel state={props.state.travel} on={props.on} />
      <DeleteAll {...props} />
    </>
  );
}
