/**
 * Claims on the date rail: who said what, when, carried by whom, on whose word, and where it can be read.
 * Used by card and popup. Draws what it is given, in the order given.
 */
import { type ComponentChildren, Fragment } from 'preact';
import { CLOCKS } from '@/core/model/claim';
import type { Edtf } from '@/core/model/edtf';
import type { ClaimView, NameRef } from '@/core/model/view';
import { oldBeside } from './age';
import { DateGlyph, DateText } from './dates';
import { EditedLine } from './edited';
import { ReadIn, SharedOrigin, sharedOrigin } from './provenance';
import { Dotted, Foreign, httpHref, isolated, Names, OutLink } from './text';
import { BASIS_WORD, STATUS_WORD } from './words';

export const bold = ({ name }: NameRef) => (
  <b>
    <Foreign>{name}</Foreign>
  </b>
);

export function Who({ claim: { speaker, outlet } }: { readonly claim: ClaimView }) {
  if (!outlet) return speaker ? <>{bold(speaker)} · no outlet named</> : <>nobody named</>;
  return (
    <>
      {speaker && <>{bold(speaker)} in </>}
      {bold(outlet)}
    </>
  );
}

const viaLine = (word: string, names: readonly NameRef[]) =>
  names.length > 0 && (
    <p class="via">
      {word} <Names of={names} />
    </p>
  );

/**
 * Whom the outlet leaned on. A tracked source is an agency or outlet that it carried; anything else
 * (a leak, transcripts, unnamed reports) is what it drew from.
 */
export function ViaLine({ via }: { readonly via: readonly NameRef[] }) {
  return (
    <>
      {viaLine(
        'carried',
        via.filter((name) => name.id),
      )}
      {viaLine(
        'from',
        via.filter((name) => !name.id),
      )}
    </>
  );
}

/** The date that leads on the rail, the name of its clock under it, and its glyph. */
export function When({ leading }: Pick<ClaimView, 'leading'>) {
  return (
    <>
      <p class="when">
        <DateText {...leading?.value} />
        {leading && <small>{leading.clock}</small>}
      </p>
      <DateGlyph {...leading?.value} />
    </>
  );
}

/** The other clocks, each named, and how the leading date was come by where it is not simply written in the source. */
export function furtherClocks({ clocks, leading }: Pick<ClaimView, 'clocks' | 'leading'>): ComponentChildren[] {
  return [
    ...CLOCKS.flatMap((clock) => {
      const value = clocks[clock];
      if (!value || clock === leading?.clock || clock === 'captured') return [];
      return (
        <span key={clock}>
          {clock} <DateText {...value} />
        </span>
      );
    }),
    leading && BASIS_WORD[leading.value.basis],
  ];
}

interface ClaimProps {
  readonly claim: ClaimView;
  readonly withOrigin: boolean;
  readonly withEvents: boolean;
  readonly notes: readonly string[];
}

function Claim(props: ClaimProps) {
  const { claim } = props;
  const { leading } = claim;
  const withdrawn = claim.status === 'withdrawn';
  const Said = withdrawn ? 's' : Fragment;
  const origin = props.withOrigin || withdrawn;
  return (
    <li class={`claim status-${claim.status}`}>
      <When leading={leading} />
      <div class="what">
        <p class="says">
          {claim.isNew && <span class="new">new </span>}
          <Said>
            <Foreign>{claim.text}</Foreign>
          </Said>
        </p>
        {claim.quote && (
          <p class="quote">
            <Said>
              “<Foreign>{claim.quote}</Foreign>”
            </Said>
          </p>
        )}
        <p class="who">
          <Who claim={claim} />
        </p>
        <ViaLine via={claim.via} />
        <p class="fine">
          <Dotted>
            {[
              ...furtherClocks(claim),
              origin && STATUS_WORD[claim.status],
              claim.hedged && 'hedged by its source',
              ...props.notes,
              ...(props.withEvents ? claim.events : []).map((event) => <Foreign key={event.id}>{event.name}</Foreign>),
              httpHref(claim.link) ? (
                <OutLink href={claim.link} label={`Open the source${claim.outlet ? `: ${isolated(claim.outlet.name)}` : ''}`}>
                  Open the source
                </OutLink>
              ) : (
                origin && claim.readIn && <ReadIn article={claim.readIn} />
              ),
            ]}
          </Dotted>
        </p>
        <EditedLine edited={claim.edited} />
      </div>
    </li>
  );
}

interface ClaimListProps {
  readonly claims: readonly ClaimView[];
  readonly withEvents?: boolean;
  readonly article?: Edtf | null;
  readonly notes?: readonly string[];
}

/**
 * The list. `withEvents` names the events that a claim belongs to; `article` is the day of the article in hand, beside which old claims
 * say how old they are; `notes` are said of each.
 */
export function ClaimList({ claims, withEvents = false, article = null, notes = [] }: ClaimListProps) {
  const shared = sharedOrigin(claims);
  return (
    <>
      {shared && <SharedOrigin of={shared} />}
      <ol class="claims">
        {claims.map((claim) => (
          <Claim
            key={claim.id}
            claim={claim}
            withOrigin={!shared}
            withEvents={withEvents}
            notes={[oldBeside(claim.leading, article), ...notes].filter((note) => note !== null)}
          />
        ))}
      </ol>
    </>
  );
}
