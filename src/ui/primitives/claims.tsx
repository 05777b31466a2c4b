/**
 * Claims on the date rail: who said what, when, carried by whom, on whose word, and where it can be read.
 * Used by card and popup. Draws what it is given, in the order given.
 */
import { CLOCKS } from '@/core/model/claim';
import type { QualifiedId } from '@/core/model/ids';
import type { ArticleRef, ClaimView, NameRef } from '@/core/model/view';
import { DateGlyph, DateText } from './dates';
import { Dotted, Foreign, httpHref, joined, OutLink } from './text';
import { BASIS_WORD, STATUS_WORD } from './words';

/** What stands behind a claim beyond its outlet: its status and the article in which it was read. */
function sameOrigin(a: ClaimView, b: ClaimView): boolean {
  return a.status === b.status && a.readIn?.title === b.readIn?.title && a.readIn?.url === b.readIn?.url;
}

/** Said once above the list where it holds for every claim in it, because eight equal lines are noise. */
function sharedOrigin(claims: readonly ClaimView[]): ClaimView | null {
  const [first, ...rest] = claims;
  if (!first || rest.length === 0 || (!first.readIn && !STATUS_WORD[first.status])) return null;
  return first.status !== 'withdrawn' && rest.every((claim) => sameOrigin(first, claim)) ? first : null;
}

function ReadIn({ article }: { readonly article: ArticleRef }) {
  return (
    <>
      read in{' '}
      <OutLink href={article.url}>
        “<Foreign>{article.title}</Foreign>”
      </OutLink>
      {article.outlet && (
        <>
          , <Foreign>{article.outlet.name}</Foreign>
        </>
      )}
      , {article.published ? <DateText edtf={article.published} /> : 'undated'}
    </>
  );
}

function Names({ names }: { readonly names: readonly NameRef[] }) {
  return (
    <>
      {joined(
        names.map((name) => <Foreign key={name.name}>{name.name}</Foreign>),
        ', ',
      )}
    </>
  );
}

function Who({ claim }: { readonly claim: ClaimView }) {
  const { speaker, outlet } = claim;
  if (!speaker && !outlet) return <>nobody named</>;
  return (
    <>
      {speaker && (
        <b>
          <Foreign>{speaker.name}</Foreign>
        </b>
      )}
      {speaker && outlet && ' in '}
      {outlet && (
        <b>
          <Foreign>{outlet.name}</Foreign>
        </b>
      )}
      {speaker && !outlet && ' · no outlet named'}
    </>
  );
}

/**
 * Whom the outlet leaned on. A tracked source is an agency or outlet that it carried; anything else
 * (a leak, transcripts, unnamed reports) is what it drew from.
 */
export function ViaLine({ via }: { readonly via: readonly NameRef[] }) {
  const carried = via.filter((name) => name.id);
  const drawn = via.filter((name) => !name.id);
  return (
    <>
      {carried.length > 0 && (
        <p class="via">
          carried <Names names={carried} />
        </p>
      )}
      {drawn.length > 0 && (
        <p class="via">
          from <Names names={drawn} />
        </p>
      )}
    </>
  );
}

function Claim(props: {
  readonly claim: ClaimView;
  readonly withOrigin: boolean;
  readonly withEvents: boolean;
  readonly about?: QualifiedId;
}) {
  const { claim } = props;
  const { leading } = claim;
  const further = CLOCKS.flatMap((clock) => {
    const value = claim.clocks[clock];
    return value && clock !== leading?.clock && clock !== 'captured' ? [{ clock, value }] : [];
  });
  const events = props.withEvents ? claim.events.filter((event) => event.id !== props.about) : [];
  const origin = props.withOrigin || claim.status === 'withdrawn';
  return (
    <li class={`claim status-${claim.status}`}>
      <p class="when">
        <DateText edtf={leading?.value.edtf} qualifier={leading?.value.qualifier} />
        {leading && <small>{leading.clock}</small>}
      </p>
      <DateGlyph edtf={leading?.value.edtf} qualifier={leading?.value.qualifier} />
      <div class="what">
        <p class="says">
          {claim.status === 'withdrawn' ? (
            <s>
              <Foreign>{claim.text}</Foreign>
            </s>
          ) : (
            <Foreign>{claim.text}</Foreign>
          )}
        </p>
        {claim.quote && (
          <p class="quote">
            “<Foreign>{claim.quote}</Foreign>”
          </p>
        )}
        <p class="who">
          <Who claim={claim} />
        </p>
        <ViaLine via={claim.via} />
        <p class="fine">
          <Dotted>
            {[
              ...further.map(({ clock, value }) => (
                <span key={clock} class="clock">
                  {clock} <DateText edtf={value.edtf} qualifier={value.qualifier} />
                </span>
              )),
              leading && BASIS_WORD[leading.value.basis],
              origin && STATUS_WORD[claim.status],
              claim.hedged && 'hedged by its source',
              ...events.map((event) => <Foreign key={event.id}>{event.name}</Foreign>),
              httpHref(claim.link) ? (
                <OutLink href={claim.link} label={`Open the source${claim.outlet ? `: ${claim.outlet.name}` : ''}`}>
                  Open the source
                </OutLink>
              ) : (
                origin && claim.readIn && <ReadIn article={claim.readIn} />
              ),
            ]}
          </Dotted>
        </p>
      </div>
    </li>
  );
}

/**
 * The list. `about` is the subject whose card this is, which needs no mention of itself; `withEvents` names the
 * events that a claim belongs to.
 */
export function ClaimList(props: { readonly claims: readonly ClaimView[]; readonly about?: QualifiedId; readonly withEvents?: boolean }) {
  const shared = sharedOrigin(props.claims);
  return (
    <>
      {shared && (
        <p class="shared">
          All <Dotted>{[STATUS_WORD[shared.status], shared.readIn && <ReadIn article={shared.readIn} />]}</Dotted>
        </p>
      )}
      <ol class="claims">
        {props.claims.map((claim) => (
          <Claim key={claim.id} claim={claim} withOrigin={!shared} withEvents={props.withEvents ?? false} about={props.about} />
        ))}
      </ol>
    </>
  );
}
