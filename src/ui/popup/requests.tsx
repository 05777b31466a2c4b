/** The tab *Ledger*: what Sidelight asked of servers, the newest first; the page has the rest. Draws only that. */
import type { LedgerView, RequestView } from '@/core/model/feed-view';
import { Foreign } from '../primitives/text';
import { count, moment } from '../primitives/words';
import { Empty } from './empty';

/** What fits the popup without scrolling twice. */
const SHOWN = 20;

function Row({ request }: { readonly request: RequestView }) {
  const { at, host, path, why, bytes, outcome } = request;
  return (
    <li>
      <p class="item-head">
        <b>
          <Foreign>{host}</Foreign>
        </b>
        <time dateTime={new Date(at).toISOString()}>{moment(at)}</time>
      </p>
      <p class="path">
        <Foreign>{path}</Foreign>
      </p>
      <p class="fine">
        <Foreign>{why}</Foreign> · <Foreign>{outcome ?? 'no answer yet'}</Foreign>
        {bytes !== null && ` · ${count(bytes, 'byte')}`}
      </p>
    </li>
  );
}

export function Requests({ ledger }: { readonly ledger: LedgerView | null }) {
  if (!ledger) {
    return (
      <div class="rows" role="status">
        <span class="spoken">Reading the ledger…</span>
        <span class="skeleton" aria-hidden="true" />
        <span class="skeleton" aria-hidden="true" />
      </div>
    );
  }
  if (ledger.total === 0) {
    return (
      <Empty title="0 requests sent">
        Nothing has left this machine. Sidelight asks a server only for feeds that you choose under{' '}
        <a href="sources.html" target="_blank" rel="noreferrer">
          Sources
        </a>
        , and for packs that you subscribe to, and writes each down here before it is sent.
      </Empty>
    );
  }
  return (
    <>
      <p class="told-note">
        {count(ledger.total, 'request')} sent since Sidelight was installed.{' '}
        <a href="ledger.html" target="_blank" rel="noreferrer">
          All of them
        </a>
      </p>
      <ul class="items requests">
        {ledger.requests.slice(0, SHOWN).map((request) => (
          <Row key={`${request.at} ${request.host}${request.path}`} request={request} />
        ))}
      </ul>
    </>
  );
}
