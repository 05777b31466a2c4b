/** The page Ledger: every request that Sidelight sent. Props in; nothing goes out. */
import type { LedgerView, RequestView } from '@/core/model/feed-view';
import { Foreign } from '../primitives/text';
import { count } from '../primitives/words';

const moment = (at: number): string => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

function Row({ request }: { readonly request: RequestView }) {
  return (
    <tr>
      <td>
        <time dateTime={new Date(request.at).toISOString()}>{moment(request.at)}</time>
      </td>
      <td>
        <b>
          <Foreign>{request.host}</Foreign>
        </b>
        <Foreign>{request.path}</Foreign>
      </td>
      <td>
        <Foreign>{request.why}</Foreign>
      </td>
      <td class="number">{request.bytes === null ? '–' : request.bytes.toLocaleString()}</td>
      <td>
        <Foreign>{request.outcome ?? 'no answer yet'}</Foreign>
      </td>
    </tr>
  );
}

interface LedgerProps {
  readonly state: { readonly ledger: LedgerView | null; readonly problem: string | null };
}

export function Ledger({ state: { ledger, problem } }: LedgerProps) {
  return (
    <main class="sheet wide">
      <header>
        <h1>{ledger ? `${count(ledger.total, 'request')} sent` : 'Ledger'}</h1>
        <p class="lead">
          Everything that Sidelight ever asked of a server, written down before it was sent. It asks only for feeds that you chose under{' '}
          <a href="sources.html">Sources</a>, and for packs that you subscribed to.
        </p>
      </header>
      {problem && (
        <p class="notice" role="alert">
          <Foreign>{problem}</Foreign>
        </p>
      )}
      {ledger && ledger.requests.length > 0 && (
        <table>
          <caption>
            {ledger.requests.length < ledger.total ? `The newest ${ledger.requests.length.toLocaleString()}` : 'All of them'}, newest first
          </caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">To</th>
              <th scope="col">Why</th>
              <th scope="col" class="number">
                Bytes
              </th>
              <th scope="col">Outcome</th>
            </tr>
          </thead>
          <tbody>
            {ledger.requests.map((request) => (
              <Row key={`${request.at} ${request.host}${request.path}`} request={request} />
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}
