/** What the page claims, above whom it names: read off it and unconfirmed, to be shown, kept or dismissed. */
import { useState } from 'preact/hooks';
import type { PageClaims } from '@/core/model/view';
import { type PageClaimCallbacks, PageClaimList } from '../primitives/page-claims';
import { Foreign } from '../primitives/text';
import { count } from '../primitives/words';
import { ClaimsBones } from './bones';

/** Claims shown at first: as many as leave the names below within one turn of the wheel. */
const FIRST = 4;

export function Claimed(props: {
  readonly claims: PageClaims;
  /** Those that fit the filter show all. */
  readonly filtered: boolean;
  readonly on: PageClaimCallbacks;
}) {
  const { claims } = props;
  const [all, setAll] = useState(false);
  if (claims.status === 'none') return null;
  if (claims.status === 'reading') return <ClaimsBones />;
  if (claims.status === 'failed') {
    return (
      <p class="told-note" role="alert">
        What this page claims could not be read. <Foreign>{claims.problem}</Foreign>
      </p>
    );
  }
  if (claims.claims.length === 0) return null;
  const open = all || props.filtered || claims.claims.length <= FIRST + 1;
  const shown = open ? claims.claims : claims.claims.slice(0, FIRST);
  return (
    <section class="told" aria-labelledby="told">
      <h2 id="told">{count(claims.claims.length, 'claim')} on this page</h2>
      <p class="told-note">
        {claims.canKeep
          ? 'Read off the page and unconfirmed: nobody has checked them. Keep what you stand by.'
          : 'Read off the page and unconfirmed. This is a private window: nothing is kept.'}
      </p>
      {claims.readTo !== undefined && (
        <p class="told-note cut">
          This page is very long: claims were looked for in its first {claims.readTo.toLocaleString()} characters only.
        </p>
      )}
      <div class="list">
        <PageClaimList claims={shown} canKeep={claims.canKeep} on={props.on} />
      </div>
      {!open && (
        <button type="button" class="quiet told-more" onClick={() => setAll(true)}>
          Show all {claims.claims.length}
        </button>
      )}
    </section>
  );
}
