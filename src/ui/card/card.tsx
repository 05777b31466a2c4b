/**
 * The card of one actor or event. A dialog named by its subject: head, claims, foot, always in the same places.
 * Draws a state; knows nothing of pages, hovering or where the answer came from.
 */
import type { ComponentChildren } from 'preact';
import type { SubjectKind } from '@/core/model/actor';
import type { LinkReason } from '@/core/model/mention';
import type { SubjectView } from '@/core/model/view';
import { ClaimList } from '../primitives/claims';
import { Cross } from '../primitives/cross';
import { Foreign, Names } from '../primitives/text';
import { KIND_WORD, plural } from '../primitives/words';
import type { CardCallbacks, CardState } from './card-state';
import { SubjectFacts } from './subject-facts';

/** Ids inside the card's shadow root, where no page's id can clash. */
const NAME_ID = 'card-name';

/** The rest of the sentence that begins “Matched ‘Rutte’”. */
const WHY: Readonly<Record<LinkReason, string>> = {
  'full-name': 'the name in full',
  'title-and-surname': 'title and surname',
  'named-in-full': 'named in full in this article',
  'only-bearer': 'a name that nobody else in your packs bears',
  'by-context': 'others bear this name, but the article speaks of this one',
};

interface FrameProps {
  readonly kind: SubjectKind | null;
  readonly onClose?: (() => void) | undefined;
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}

function Frame({ kind, onClose, busy = false, children }: FrameProps) {
  return (
    <section class={kind ? `card kind-${kind}` : 'card'} role={onClose && 'dialog'} aria-labelledby={NAME_ID} aria-busy={busy}>
      {children}
      {/* Last in the tab order, top right for the eye: a reader of the card goes through its content first. */}
      {onClose && (
        <button type="button" class="close" aria-label="Close" onClick={() => onClose()}>
          <Cross />
        </button>
      )}
    </section>
  );
}

function Head(props: { readonly kind: SubjectKind; readonly name: string; readonly children?: ComponentChildren }) {
  return (
    <header class="head">
      <p class="kind">
        <span class="kind-line" aria-hidden="true" /> {KIND_WORD[props.kind]}
      </p>
      <h2 id={NAME_ID}>
        <Foreign>{props.name}</Foreign>
      </h2>
      {props.children}
    </header>
  );
}

/** As tall as the tally and three short claims, so that the answer takes its place without a jump. */
function Skeleton() {
  return (
    <div role="status">
      <span class="spoken">Looking up what is known…</span>
      <div class="skeleton tally-bone" />
      <div class="skeleton claim-bones" />
    </div>
  );
}

const counted = (n: number, word: string) => (
  <span>
    <b>{n.toLocaleString()}</b> {plural(n, word)}
  </span>
);

function Tally({ view }: { readonly view: SubjectView }) {
  const { claims, outlets } = view.totals;
  return (
    <h3 class="tally">
      {counted(claims, 'claim')}
      {outlets > 0 && counted(outlets, 'outlet')}
      {claims > view.claims.length && <span class="cut">newest {view.claims.length}</span>}
    </h3>
  );
}

function Ready({ state }: { readonly state: Extract<CardState, { kind: 'ready' }> }) {
  const { view } = state;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without a link in it nothing else lets the keyboard scroll it */}
      <section key={view.id} class="body" tabIndex={0} aria-label="What is known">
        <Head kind={view.kind} name={view.name}>
          <SubjectFacts view={view} />
        </Head>
        {view.claims.length > 0 ? (
          <>
            <Tally view={view} />
            <div class="list">
              <ClaimList claims={view.claims} />
            </div>
          </>
        ) : (
          <p class="nothing">No claims about {view.kind === 'person' ? 'this person' : 'it'} in your packs yet.</p>
        )}
      </section>
      <footer class="foot">
        <p>
          Matched “<Foreign>{state.surface}</Foreign>”: {WHY[state.reason]}
        </p>
        {view.packs.length > 0 && (
          <p>
            From <Names of={view.packs.map((pack) => ({ name: pack.title }))} between=" and " />
          </p>
        )}
      </footer>
    </>
  );
}

/** Without `onClose` it is part of a page (the welcome page's example) and no dialog. */
export function Card({ state, onClose }: { readonly state: CardState } & Partial<CardCallbacks>) {
  if (state.kind === 'loading') {
    return (
      <Frame kind={state.subjectKind} onClose={onClose} busy>
        <Head kind={state.subjectKind} name={state.surface} />
        <Skeleton />
      </Frame>
    );
  }
  if (state.kind === 'failed') {
    return (
      <Frame kind={null} onClose={onClose}>
        <header class="head">
          <h2 id={NAME_ID}>This card could not be shown</h2>
        </header>
        <p class="nothing" role="alert">
          <Foreign>{state.message}</Foreign>
        </p>
      </Frame>
    );
  }
  return (
    <Frame kind={state.view.kind} onClose={onClose}>
      <Ready state={state} />
    </Frame>
  );
}
