/** Packs that come by subscription: each with what is shown, what waits, how it fares, and what the reader chose. Props in, callbacks out. */
import type { SubscriptionView } from '@/core/model/subscription-view';
import { AddressForm } from '../primitives/address-form';
import { Foreign, isolated } from '../primitives/text';
import { moment } from '../primitives/words';
import { formatBytes } from './quantities';
import type { SubscriptionsCallbacks, SubscriptionsState } from './state';

interface Props {
  readonly list: SubscriptionsState['subscriptions'];
  readonly on: SubscriptionsCallbacks;
}

export function Subscriptions({ list, on }: Props) {
  return (
    <section aria-labelledby="subscribed-title" class="subscriptions">
      <h2 id="subscribed-title">Subscribed packs</h2>
      <p class="soft">
        A pack that somebody publishes on the web, kept up to date. Your browser asks you about its host; nothing is fetched before, and
        nothing is added before you have seen it.
      </p>
      <AddressForm label="Address of a pack" action="Subscribe" onAddress={on.subscribe} />
      {list !== null && list.length > 0 && (
        <ul class="packs">
          {list.map((one) => (
            <Subscription key={one.url} one={one} on={on} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Subscription({ one, on }: { readonly one: SubscriptionView; readonly on: SubscriptionsCallbacks }) {
  const { url, title, host, pack, shown, waiting, allowed, pattern, daily, automatic } = one;
  const name = title || host;
  const see = shown === null ? 'See what it holds' : 'See what it changes';
  return (
    <li>
      <h3>
        <Foreign>{name}</Foreign>
      </h3>
      <p class="soft">
        {pack !== null && (
          <>
            <Foreign>{pack}</Foreign>
            {shown === null ? ', not added' : `, revision ${shown}`} ·{' '}
          </>
        )}
        <Foreign>{url.replace(/^https:\/\//, '')}</Foreign>
      </p>
      <Fares one={one} />
      <p class="chosen">
        <label>
          <input type="checkbox" checked={daily} onChange={(event) => on.chooseUpdates(url, { daily: event.currentTarget.checked })} /> Look
          for updates every day
        </label>
        <label>
          <input
            type="checkbox"
            checked={automatic}
            onChange={(event) => on.chooseUpdates(url, { automatic: event.currentTarget.checked })}
          />{' '}
          Apply updates without asking me
        </label>
      </p>
      <p class="buttons">
        {waiting && (
          <button
            type="button"
            class="action"
            aria-label={`${see}: ${isolated(name)}, revision ${waiting.revision}`}
            onClick={() => {
              on.review(url);
              // What it changes is told where every import is.
              document.getElementById('import-title')?.scrollIntoView();
            }}
          >
            {see}
          </button>
        )}
        {allowed ? (
          <button type="button" class="plain" aria-label={`Look for updates of ${isolated(name)}`} onClick={() => on.lookForUpdate(url)}>
            Look for updates
          </button>
        ) : (
          <button type="button" class="plain" aria-label={`Allow ${isolated(host)}`} onClick={() => on.allow(pattern)}>
            Allow
          </button>
        )}
        <button type="button" class="plain" aria-label={`Unsubscribe from ${isolated(name)}`} onClick={() => on.unsubscribe(url)}>
          Unsubscribe
        </button>
      </p>
    </li>
  );
}

/** How it fares, in one or two sentences. */
function Fares({ one }: { readonly one: SubscriptionView }) {
  const { allowed, host, fault, fetching, waiting, shown, okAt, daily, nextAt } = one;
  if (!allowed) return <p class="fault">You took back the permission for {host}. It is not asked until you allow it again.</p>;
  const next = daily ? ` It is asked again ${moment(nextAt)}.` : '';
  return (
    <>
      {fault !== null && (
        <p class="fault" role="alert">
          <Foreign>{fault}</Foreign>
          {shown === null ? '' : ' What is here was kept.'}
          {next}
        </p>
      )}
      {fetching && (
        <>
          <progress value={fetching.here} max={fetching.parts} aria-label={`Parts of revision ${fetching.revision}`} />
          <p class="soft">
            Revision {fetching.revision}: {fetching.here} of {fetching.parts} parts are here.
          </p>
        </>
      )}
      {waiting && (
        <p>
          Revision {waiting.revision} is here ({formatBytes(waiting.size)}) and waits for you
          {one.automatic && waiting.left ? ': it is too large to be applied in the background.' : '.'}
        </p>
      )}
      {!waiting && !fetching && fault === null && (
        <p class="soft">{okAt === null ? 'Being asked…' : `Nothing newer on ${moment(okAt)}.${next}`}</p>
      )}
    </>
  );
}
