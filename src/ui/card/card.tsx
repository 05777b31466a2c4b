/**
 * The card of one actor or event. A dialog named by its subject: head, claims, foot, always in the same places.
 * Draws a state; knows nothing of pages, hovering or where the answer came from.
 */
import type { ComponentChildren } from 'preact';
import type { SubjectKind } from '@/core/model/actor';
import type { SubjectRef, SubjectView } from '@/core/model/view';
import { ClaimList } from '../primitives/claims';
import { Cross } from '../primitives/cross';
import { EditedLine } from '../primitives/edited';
import { NewSince } from '../primitives/news';
import { Origins } from '../primitives/origins';
import { type PageClaimCallbacks, PageClaimList } from '../primitives/page-claims';
import { Foreign, Names } from '../primitives/text';
import { count, KIND_WORD, plural } from '../primitives/words';
import type { CardState, CorrectionActions, CorrectionStep, OnPage } from './card-state';
import { Actions, Choosing, Made } from './correct';
import { SubjectFacts } from './subject-facts';
import { Why } from './why';

/** Ids inside the card's shadow root, where no page's id can clash. */
const NAME_ID = 'card-name';

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

function Head(props: { readonly kind: SubjectKind | null; readonly name: string; readonly children?: ComponentChildren }) {
  return (
    <header class="head">
      {props.kind && (
        <p class="kind">
          <span class="kind-line" aria-hidden="true" /> {KIND_WORD[props.kind]}
        </p>
      )}
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
      {view.news && <NewSince news={view.news} />}
      {counted(claims, 'claim')}
      {outlets > 0 && counted(outlets, 'outlet')}
      {claims > view.claims.length && <span class="cut">newest {view.claims.length}</span>}
    </h3>
  );
}

/** What the card can do about itself where it stands on a page; nothing on own pages. */
export interface CardCorrecting {
  readonly step: CorrectionStep | null;
  readonly site: string;
  readonly on: CorrectionActions;
}

/** The foot: why, and the way to say that it is wrong. `children` stand above the actions. */
function Foot(props: {
  readonly surface: string;
  readonly subject: SubjectRef | null;
  readonly correcting?: CardCorrecting | undefined;
  readonly children: ComponentChildren;
}) {
  const { surface, subject, correcting, children } = props;
  const step = correcting?.step;
  return (
    <footer class="foot">
      {step?.is === 'choosing' && correcting ? (
        <Choosing surface={surface} step={step} on={correcting.on} />
      ) : step?.is === 'made' && correcting ? (
        <Made step={step} was={subject} site={correcting.site} on={correcting.on} />
      ) : (
        <>
          {children}
          {step?.is === 'failed' && (
            <p class="wrong" role="alert">
              <Foreign>{step.message}</Foreign>
            </p>
          )}
          {correcting && <Actions name={subject?.name ?? null} on={correcting.on} />}
        </>
      )}
    </footer>
  );
}

/** On-page claims on a card: what can be read at a glance above what is known; the popup lists all. */
const ON_PAGE = 3;

function Attributed(props: { readonly onPage: OnPage; readonly on: PageClaimCallbacks }) {
  const { claims, canKeep } = props.onPage;
  if (claims.length === 0) return null;
  const more = claims.length - ON_PAGE;
  return (
    <section class="attributed" aria-labelledby="attributed">
      <h3 id="attributed">
        On this page <small>unconfirmed</small>
      </h3>
      <PageClaimList claims={claims.slice(0, ON_PAGE)} canKeep={canKeep} on={props.on} />
      {more > 0 && <p class="shared">{count(more, 'more claim')} in the popup</p>}
    </section>
  );
}

/** A kept claim of this page is listed once. */
function withoutOnPage(view: SubjectView, onPage: OnPage | null | undefined): SubjectView {
  const here = new Set(onPage?.claims.map(({ id }) => id));
  return here.size === 0 ? view : { ...view, claims: view.claims.filter(({ id }) => !here.has(id)) };
}

type Showing<K extends CardState['kind']> = {
  readonly state: Extract<CardState, { kind: K }>;
  readonly correcting?: CardCorrecting | undefined;
  readonly claims?: PageClaimCallbacks | undefined;
};

function Ready({ state, correcting, claims }: Showing<'ready'>) {
  const view = withoutOnPage(state.view, state.onPage);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without a link in it nothing else lets the keyboard scroll it */}
      <section key={view.id} class="body" tabIndex={0} aria-label="What is known">
        <Head kind={view.kind} name={view.name}>
          <SubjectFacts view={view} />
          <EditedLine edited={view.edited} />
        </Head>
        {claims && state.onPage && <Attributed onPage={state.onPage} on={claims} />}
        {view.claims.length > 0 ? (
          <>
            <Tally view={view} />
            {view.origins && (
              <div class="list">
                <Origins report={view.origins} />
              </div>
            )}
            <div class="list">
              <ClaimList claims={view.claims} />
            </div>
          </>
        ) : (
          <p class="nothing">No claims about {view.kind === 'person' ? 'this person' : 'it'} in your packs yet.</p>
        )}
      </section>
      <Foot surface={state.surface} subject={view} correcting={correcting}>
        <p>
          Matched “<Foreign>{state.surface}</Foreign>”: <Why reason={state.reason} basis={state.basis} />
        </p>
        {view.packs.length > 0 && (
          <p>
            From <Names of={view.packs.map((pack) => ({ name: pack.title }))} between=" and " />
          </p>
        )}
      </Foot>
    </>
  );
}

/** Several bear the name: whom it may mean and why, each one press away. */
function Undecided({ state, correcting }: Showing<'undecided'>) {
  return (
    <>
      <section class="body">
        <header class="head">
          <p class="kind undecided">Not marked: {state.candidates.length} bear this name</p>
          <h2 id={NAME_ID}>
            Which “<Foreign>{state.surface}</Foreign>”?
          </h2>
        </header>
        <ul class="choices candidates">
          {state.candidates.map(({ view, reason, basis }) => (
            <li key={view.id}>
              <button type="button" class="choice" onClick={(event: Event) => correcting?.on.meant(event, view)}>
                <span class={`kind-${view.kind}`}>
                  <span class="kind-line" aria-hidden="true" />
                </span>
                <span class="choice-name">
                  <Foreign>{view.name}</Foreign>
                  <small>
                    <Foreign>{view.offices[0]?.title ?? view.description ?? KIND_WORD[view.kind]}</Foreign>
                  </small>
                  <small>
                    <Why reason={reason} basis={basis} />
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <Foot surface={state.surface} subject={null} correcting={correcting}>
        <p>The article does not say which one is meant.</p>
      </Foot>
    </>
  );
}

/** Without `onClose` it is part of a page (the welcome page's example) and no dialog. */
export function Card(props: {
  readonly state: CardState;
  readonly onClose?: (() => void) | undefined;
  readonly correcting?: CardCorrecting | undefined;
  readonly claims?: PageClaimCallbacks | undefined;
}) {
  const { state, onClose, correcting, claims } = props;
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
    <Frame kind={state.kind === 'ready' ? state.view.kind : null} onClose={onClose}>
      {state.kind === 'ready' ? (
        <Ready state={state} correcting={correcting} claims={claims} />
      ) : (
        <Undecided state={state} correcting={correcting} />
      )}
    </Frame>
  );
}
