/** Everything out as one file, and back in: what a backup holds is seen before it replaces what is there. Props in, callbacks out. */
import { useState } from 'preact/hooks';
import { Foreign } from '../primitives/text';
import { count, moment } from '../primitives/words';
import { formatBytes } from './quantities';
import type { BackupCallbacks, BackupState } from './state';

type State = BackupState['backup'];

interface Props {
  readonly state: State;
  readonly on: BackupCallbacks;
}

export function Backup({ state, aside, waiting, on }: Props & Pick<BackupState, 'aside' | 'waiting'>) {
  return (
    <section aria-labelledby="backup-title" class="backup">
      <h2 id="backup-title">Backup</h2>
      <p class="soft">
        One file with everything that is yours: corrections, names, notes and edits, claims kept and dismissed, what you remember, whom you
        opened when, feeds and what they brought, subscriptions, settings, and every imported pack. Keep it where nobody else reads: it
        tells what you follow.
      </p>
      <Body state={state} on={on} />
      {aside && isIdle(state) && <Aside aside={aside} on={on} />}
      {waiting !== null && isIdle(state) && <Waiting since={waiting} on={on} />}
    </section>
  );
}

const isIdle = ({ kind }: State): boolean => kind === 'none' || kind === 'restored' || kind === 'refused';

/** What the last restore took the place of. */
function Aside({ aside: { at, again }, on }: Pick<Props, 'on'> & { readonly aside: NonNullable<BackupState['aside']> }) {
  return (
    <p>
      {again ? 'The backup that you took out again on' : 'What was here before the restore of'} {moment(at)} is kept for a month, or until
      the next restore.{' '}
      <button type="button" class="plain" onClick={on.bringBack}>
        {again ? 'Put it in again' : 'Bring it back'}
      </button>
    </p>
  );
}

/** A safety copy that could not be put in before the reader made something new. */
function Waiting({ since, on }: Pick<Props, 'on'> & { readonly since: number }) {
  const [asked, setAsked] = useState(false);
  return (
    <div role="note">
      <p>
        <b>A safety copy of {moment(since)} waits.</b> The browser emptied its database, and the copy could not be put in, or not before you
        made something new. Put in, it takes the place of everything of yours that is here now.
      </p>
      <p class="buttons">
        <button type="button" class="plain" onClick={on.readWaiting}>
          Put it in…
        </button>
        <button type="button" class="plain" onClick={on.saveWaiting}>
          Save it as a file
        </button>
        <button type="button" class="plain danger" onClick={asked ? on.deleteWaiting : () => setAsked(true)}>
          {asked ? 'Delete it for good' : 'Delete it…'}
        </button>
      </p>
    </div>
  );
}

function Body({ state, on }: Props) {
  return (
    <>
      {isIdle(state) && (
        <p class="buttons">
          <button type="button" class="action" onClick={on.writeBackup}>
            Save a backup
          </button>
          <label class="drop">
            <span class="plain">Restore from a backup…</span>
            <input
              type="file"
              accept=".gz,.jsonl"
              onChange={(event) => {
                const input = event.currentTarget;
                const file = input.files?.[0];
                if (file) on.readBackup(file);
                // The same file can be chosen again.
                input.value = '';
              }}
            />
          </label>
          <button type="button" class="plain" onClick={on.writeReviews}>
            Export my reviews (ClaimReview)
          </button>
        </p>
      )}
      {state.kind === 'writing' && <p role="status">Writing…</p>}
      {state.kind === 'waiting' && <p role="status">Reading…</p>}
      {state.kind === 'reading' && (
        <>
          <progress value={state.progress.done} max={1} aria-label="Progress of reading the backup" />
          <p class="soft">
            {formatBytes(state.progress.bytes)} of {formatBytes(state.progress.size)} · {count(state.progress.records, 'line')}
          </p>
          <p class="buttons">
            <button type="button" class="plain" onClick={on.cancelBackup}>
              Cancel
            </button>
          </p>
        </>
      )}
      {state.kind === 'read' && <Summary summary={state.summary} on={on} />}
      {state.kind === 'restoring' && <p role="status">Restoring…</p>}
      {state.kind === 'restored' && (
        <p role="status">
          {state.brought ? 'Everything is as it was.' : 'Restored.'} Sites and feeds whose permission this browser has not given ask you
          again.
        </p>
      )}
      {state.kind === 'refused' && (
        <div role="alert">
          <p>This did not work.</p>
          <ul class="sentences">
            {state.sentences.map((sentence) => (
              <li key={sentence}>
                <Foreign>{sentence}</Foreign>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Tables in the reader's words, in the order of what is missed most. */
const WORDS: readonly (readonly [tables: readonly string[], word: string])[] = [
  [['corrections'], 'correction'],
  [['ownActors'], 'name of your own'],
  [['ownEvents'], 'event of your own'],
  [['subjectEdits', 'recordEdits'], 'edit or note'],
  [['judgements'], 'judged claim'],
  [['ownArticles'], 'article read'],
  [['feeds'], 'feed'],
  [['feedArticles'], 'article of feeds'],
  [['subscriptions'], 'subscription'],
];

const PLURALS: Readonly<Record<string, string>> = {
  'name of your own': 'names of your own',
  'event of your own': 'events of your own',
  'edit or note': 'edits and notes',
  'article read': 'articles read',
  'article of feeds': 'articles of feeds',
};

function Summary({
  summary,
  on,
}: {
  readonly summary: Extract<State, { readonly kind: 'read' }>['summary'];
  readonly on: BackupCallbacks;
}) {
  const counted = WORDS.flatMap(([tables, word]) => {
    const n = tables.reduce((sum, table) => sum + (summary.rows[table] ?? 0), 0);
    const many = PLURALS[word];
    return n === 0 ? [] : [n === 1 || !many ? count(n, word) : `${n.toLocaleString()} ${many}`];
  });
  return (
    <>
      <p>
        This backup holds {counted.length > 0 ? counted.join(', ') : 'nothing of your own'}, and{' '}
        {summary.packs.length > 0 ? 'these packs:' : 'no imported pack.'}
      </p>
      <ul class="sentences">
        {summary.packs.map(({ id, title, revision, claims }) => (
          <li key={id}>
            <Foreign>{title}</Foreign>, revision {revision} · {count(claims, 'claim')}
          </li>
        ))}
      </ul>
      <p>
        <b>It takes the place of everything of yours that is here now.</b> That is set aside, and can be brought back whole for a month, or
        until the next restore. Permissions for feeds and sites that the backup does not have are given back to the browser.
      </p>
      <p class="buttons">
        <button type="button" class="action" onClick={on.restoreBackup}>
          Restore
        </button>
        <button type="button" class="plain" onClick={on.cancelBackup}>
          Cancel
        </button>
      </p>
    </>
  );
}
