/** The feeds that the reader chose, above the list of outlets: where they are tended, and their list as a file for other feed readers. */
import { count } from '../primitives/words';
import type { LibraryCallbacks, OutletsState } from './state';

export function FeedsStrip({ feeds, on }: { readonly feeds: OutletsState['feeds']; readonly on: LibraryCallbacks }) {
  if (feeds === null) return null;
  return (
    <p class="buttons strip">
      <span>{feeds === 0 ? 'No feed of an outlet is followed yet.' : `${count(feeds, 'feed')} followed.`}</span>
      <a href="sources.html">Choose feeds, or take in an OPML list</a>
      {feeds > 0 && (
        <button type="button" class="plain" onClick={() => on.saveFeeds()}>
          Save them as OPML
        </button>
      )}
    </p>
  );
}
