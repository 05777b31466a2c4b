/** The page Sources: feeds that are followed, each with how it fares; outlets whose feed is known; any other by address or list. */
import type { FeedOffer, FeedView, SourcesView } from '@/core/model/feed-view';
import type { KeepMonths } from '@/core/model/keeping';
import { AddressForm } from '../primitives/address-form';
import { Foreign } from '../primitives/text';
import { count, moment } from '../primitives/words';
import type { FeedPick, SourcesCallbacks, SourcesState } from './state';

function Fares({ feed }: { readonly feed: FeedView }) {
  const next = `next ${moment(feed.nextAt)}`;
  if (!feed.allowed) return <p class="fault">You took back the permission for {feed.host}. It is not asked until you allow it again.</p>;
  if (feed.fault)
    return (
      <p class="fault">
        <Foreign>{feed.fault}</Foreign> Next try {moment(feed.nextAt)}. What it brought before is kept.
      </p>
    );
  if (feed.okAt === null) return <p class="fares">Being asked…</p>;
  return (
    <p class="fares">
      {count(feed.articles, 'article')} · last {moment(feed.okAt)} · {next}
    </p>
  );
}

function Followed({ feed, on }: { readonly feed: FeedView; readonly on: SourcesCallbacks }) {
  const name = feed.outlet ?? (feed.title || feed.host);
  return (
    <li class="source">
      <div>
        <h3>
          <Foreign>{name}</Foreign>
        </h3>
        <p class="address">
          {feed.title && feed.title !== name && (
            <>
              <Foreign>{feed.title}</Foreign> ·{' '}
            </>
          )}
          <Foreign>{feed.host}</Foreign>
        </p>
        <Fares feed={feed} />
      </div>
      <div class="acts">
        {feed.allowed ? (
          <button type="button" class="plain" aria-label={`Check now: ${name}`} onClick={() => on.onCheck(feed.url)}>
            Check now
          </button>
        ) : (
          <button type="button" class="plain" aria-label={`Allow ${name}`} onClick={() => on.onAllow(feed.pattern)}>
            Allow
          </button>
        )}
        <button type="button" class="plain" aria-label={`Unfollow ${name}`} onClick={() => on.onUnfollow(feed.url)}>
          Unfollow
        </button>
      </div>
    </li>
  );
}

function Offers({ offers, on }: { readonly offers: readonly FeedOffer[]; readonly on: SourcesCallbacks }) {
  const pickOf = ({ url, outlet, pattern }: FeedOffer): FeedPick => ({ url, title: '', outlet, home: null, pattern });
  return (
    <ul class="offers">
      {offers.map((offer) => (
        <li key={offer.url}>
          <button type="button" class="offer" onClick={() => on.onFollow([pickOf(offer)])}>
            <b>
              <Foreign>{offer.name}</Foreign>
            </b>
            <span>{[offer.country, offer.host].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Listed({ listed, on }: { readonly listed: readonly FeedPick[]; readonly on: SourcesCallbacks }) {
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby="listed-title">
      <h2 id="listed-title">To choose from</h2>
      <p class="fares">Nothing of it is fetched until you choose it.</p>
      {listed.length > 1 && (
        <button type="button" class="action" onClick={() => on.onFollow(listed)}>
          Follow all {listed.length}
        </button>
      )}
      <ul class="sources">
        {listed.map((pick) => (
          <li key={pick.url} class="source">
            <div>
              <h3>
                <Foreign>{pick.title || pick.url}</Foreign>
              </h3>
              <p class="address">
                <Foreign>{pick.url}</Foreign>
              </p>
            </div>
            <div class="acts">
              <button type="button" class="plain" aria-label={`Follow ${pick.title || pick.url}`} onClick={() => on.onFollow([pick])}>
                Follow
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const KEEP_WORDS: readonly (readonly [months: KeepMonths, words: string])[] = [
  [3, 'three months'],
  [12, 'a year'],
  [36, 'three years'],
  [null, 'for good'],
];

function Keeping({ keep, on }: { readonly keep: SourcesView['keep']; readonly on: SourcesCallbacks }) {
  return (
    <section aria-labelledby="keep-title">
      <h2 id="keep-title">What is kept</h2>
      <label class="keep">
        Keep what feeds bring{' '}
        <select
          value={String(keep.months)}
          onChange={(event) => {
            const chosen = KEEP_WORDS.find(([months]) => String(months) === event.currentTarget.value);
            if (chosen) on.onKeep(chosen[0]);
          }}
        >
          {KEEP_WORDS.map(([months, words]) => (
            <option key={words} value={String(months)}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <p class="fares">
        {count(keep.articles, 'article')} {keep.articles === 1 ? 'is' : 'are'} here, with what was read in them.{' '}
        {keep.months === null ? 'None is deleted.' : 'What came earlier is deleted.'} What you noted or changed, and what tells of an event
        of your own, always stays.
      </p>
    </section>
  );
}

export function Sources({ state, on }: { readonly state: SourcesState; readonly on: SourcesCallbacks }) {
  const { view, listed, notice } = state;
  return (
    <main class="sheet">
      <header>
        <h1>Sources</h1>
        <p class="lead">
          Choose outlets, and Sidelight reads their news feeds, so that a page shows what others report. Your browser asks you about each
          host. Until you choose, nothing is fetched; what comes stays on this computer. <a href="ledger.html">Every request is listed.</a>
        </p>
      </header>
      {notice && (
        <p class="notice" role="alert">
          <Foreign>{notice}</Foreign>
        </p>
      )}
      <Listed listed={listed} on={on} />
      <section aria-labelledby="followed-title">
        <h2 id="followed-title">You follow</h2>
        {view && view.feeds.length > 0 ? (
          <ul class="sources">
            {view.feeds.map((feed) => (
              <Followed key={feed.url} feed={feed} on={on} />
            ))}
          </ul>
        ) : (
          <p class="fares">{view ? 'No feed yet.' : 'Looking…'}</p>
        )}
      </section>
      {view && (view.feeds.length > 0 || view.keep.articles > 0) && <Keeping keep={view.keep} on={on} />}
      {view && view.offers.length > 0 && (
        <section aria-labelledby="offers-title">
          <h2 id="offers-title">Outlets whose feed is known</h2>
          <Offers offers={view.offers} on={on} />
        </section>
      )}
      <section aria-labelledby="other-title">
        <h2 id="other-title">Any other feed</h2>
        <AddressForm label="Address of a feed" action="Follow" stays onAddress={on.onAdd} />
        <label class="file">
          Or open a list (OPML) from another feed reader:{' '}
          <input
            type="file"
            accept=".opml,.xml"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) on.onList(file);
            }}
          />
        </label>
      </section>
    </main>
  );
}
