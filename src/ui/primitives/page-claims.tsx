/**
 * Claims read off the page that is shown: each leads to its sentence there, and is kept or dismissed with one press or key.
 * Looks different from what somebody vouches for, until the reader does. Used by card and popup; draws and hands on, decides nothing.
 */
import type { QualifiedId } from '@/core/model/ids';
import type { Verdict } from '@/core/model/page-claim';
import type { PageClaimView } from '@/core/model/view';
import { bold, furtherClocks, ViaLine, When, Who } from './claims';
import { Dotted, Foreign, isolated } from './text';

export interface PageClaimCallbacks {
  readonly onShow: (id: QualifiedId) => void;
  /** Null takes a judgement back. The event is the reader's own, for who has to know that it is. */
  readonly onJudge: (id: QualifiedId, verdict: Verdict | null, event: Event) => void;
}

/** The keys of a claim that has the focus, and what they do to one that is not judged, or is. */
const KEYS: Readonly<Record<string, { readonly from: 'unjudged' | 'judged'; readonly verdict: Verdict | null }>> = {
  k: { from: 'unjudged', verdict: 'kept' },
  d: { from: 'unjudged', verdict: 'dismissed' },
  u: { from: 'judged', verdict: null },
};

interface RowProps {
  readonly claim: PageClaimView;
  readonly canKeep: boolean;
  readonly on: PageClaimCallbacks;
}

/** Says what the button is for to those who hear it apart from its row. */
const about = (words: string, { speaker, outlet, text }: PageClaimView) =>
  `${words}: ${isolated(speaker?.name ?? outlet?.name ?? text.slice(0, 60))}`;

function Actions({ claim, canKeep, on }: RowProps) {
  if (!canKeep) return null;
  const action = (words: string, key: string, verdict: Verdict | null) => (
    <button
      type="button"
      class="judge"
      aria-label={about(words, claim)}
      aria-keyshortcuts={key}
      onClick={(event: Event) => on.onJudge(claim.id, verdict, event)}
    >
      {words}
    </button>
  );
  return (
    <p class="judging">
      {claim.verdict === null ? (
        <>
          {action('Keep', 'K', 'kept')}
          {action('Dismiss', 'D', 'dismissed')}
        </>
      ) : (
        <>
          <span class="verdict">{claim.verdict === 'kept' ? '✓ Kept' : 'Dismissed'}</span>
          {action('Undo', 'U', null)}
        </>
      )}
    </p>
  );
}

function Row({ claim, canKeep, on }: RowProps) {
  const dismissed = claim.verdict === 'dismissed';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
    const key = KEYS[event.key];
    if (!canKeep || !key || (key.from === 'unjudged') !== (claim.verdict === null)) return;
    event.preventDefault();
    event.stopPropagation();
    on.onJudge(claim.id, key.verdict, event);
  };
  const fine = [...furtherClocks(claim), claim.hedged && 'hedged by its source'].filter(Boolean);
  return (
    <li class={`claim status-${claim.status}${dismissed ? ' dismissed' : ''}`} onKeyDown={onKeyDown}>
      <When leading={claim.leading} />
      <div class="what">
        <button type="button" class="says" title="Show this sentence on the page" onClick={() => on.onShow(claim.id)}>
          <Foreign>{claim.text}</Foreign>
        </button>
        <div class="who-acts">
          <p class="who">{claim.own && claim.speaker ? bold(claim.speaker) : <Who claim={claim} />}</p>
          <Actions claim={claim} canKeep={canKeep} on={on} />
        </div>
        {!dismissed && <ViaLine via={claim.via} />}
        {!dismissed && fine.length > 0 && (
          <p class="fine">
            <Dotted>{fine}</Dotted>
          </p>
        )}
      </div>
    </li>
  );
}

export function PageClaimList(props: {
  readonly claims: readonly PageClaimView[];
  readonly canKeep: boolean;
  readonly on: PageClaimCallbacks;
}) {
  return (
    <ol class="claims page-claims">
      {props.claims.map((claim) => (
        <Row key={claim.id} claim={claim} canKeep={props.canKeep} on={props.on} />
      ))}
    </ol>
  );
}
