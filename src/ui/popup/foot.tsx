/** The foot: pause, the ways to the other pages, and the ledger line: how many requests Sidelight has sent since it was installed. */
import type { Health } from '@/core/model/view';
import { Foreign, isolated } from '../primitives/text';
import { count } from '../primitives/words';
import type { PopupCallbacks } from './state';

/** What is wrong with the extension itself; what works keeps working below it. */
export function Faults({ faults, onRepair }: { readonly faults: readonly string[]; readonly onRepair: () => void }) {
  if (faults.length === 0) return null;
  return (
    <section class="faults" role="alert" aria-label="Problems">
      <ul>
        {faults.map((fault) => (
          <li key={fault}>
            <Foreign>{fault}</Foreign>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={() => onRepair()}>
        Try again
      </button>
    </section>
  );
}

/** `feeds`: those that the page names, handed on to the page where they can be chosen. Where it is paused, the notice above offers to resume. */
export function Foot(props: {
  readonly health: Health | null;
  readonly paused: boolean;
  readonly feeds: readonly string[];
  readonly on: Pick<PopupCallbacks, 'onPause'>;
}) {
  const { health } = props;
  const named = props.feeds.length > 0 ? `#${new URLSearchParams(props.feeds.map((feed) => ['feed', feed]))}` : '';
  return (
    <footer class="foot">
      {!props.paused && (
        <button
          type="button"
          class="quiet"
          title="Read and mark nothing on any site until you resume"
          onClick={() => props.on.onPause(true)}
        >
          Pause
        </button>
      )}
      <a href={`sources.html${named}`} target="_blank" rel="noreferrer">
        {props.feeds.length > 0 ? 'Follow this site' : 'Sources'}
      </a>
      <a href="names.html" target="_blank" rel="noreferrer" title="Corrections and tracked names">
        Names
      </a>
      <a
        href="library.html"
        target="_blank"
        rel="noreferrer"
        title={health?.packs.map((pack) => `${isolated(pack.title)} (revision ${pack.revision})`).join('\n')}
      >
        Library
      </a>
      {health && (
        <a class="ledger" href="ledger.html" target="_blank" rel="noreferrer">
          {count(health.requests, 'request')} sent
        </a>
      )}
    </footer>
  );
}
