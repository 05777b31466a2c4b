/** What is known of a subject besides its claims: office, description, an outlet's particulars, an event's dates. */
import type { OfficeView, SubjectView } from '@/core/model/view';
import { DateGlyph, DateText } from '../primitives/dates';
import { Dotted, Foreign, Names } from '../primitives/text';
import { codeName } from '../primitives/words';

/** An office with its dates; `as of` is the last day that the pack vouches for, said of every office that is not over. */
function OfficeLine({ office }: { readonly office: OfficeView }) {
  const { from, to } = office;
  return (
    <p class={`office${to ? ' past' : ''}`}>
      <Foreign>{office.title}</Foreign>
      {(from || to) && ', '}
      {!to ? from && 'since\u00a0' : !from && 'until\u00a0'}
      {from && <DateText edtf={from} />}
      {from && to && ' to '}
      {to ? (
        <DateText edtf={to} />
      ) : (
        <span class="as-of">
          {' '}
          (as of <DateText edtf={office.asOf} />)
        </span>
      )}
    </p>
  );
}

function OutletLine({ outlet }: { readonly outlet: NonNullable<SubjectView['outlet']> }) {
  return (
    <p class="office">
      <Dotted>
        {[
          outlet.agency ? 'News agency' : 'News outlet',
          codeName('region', outlet.country),
          outlet.languages.map((code) => codeName('language', code)).join(', '),
          outlet.family && (
            <>
              published by <Foreign>{outlet.family}</Foreign>
            </>
          ),
        ]}
      </Dotted>
    </p>
  );
}

/** Every account of an event's date, side by side: where two differ, neither is made the true one. */
export function EventDates({ dates }: { readonly dates: SubjectView['dates'] }) {
  if (dates.length === 0) return <p class="office">Date not known</p>;
  return (
    <ul class="accounts" aria-label={dates.length > 1 ? `${dates.length} accounts of the date` : 'Date'}>
      {dates.map((account) => (
        <li key={`${account.edtf} ${account.according}`}>
          <DateGlyph {...account} />
          <span>
            <b>
              <DateText {...account} />
            </b>
            <span class="according">
              {' '}
              according to <Foreign>{account.according}</Foreign>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** At most this many offices: the one held and the two before it; more is a biography. */
const OFFICES = 3;

export function SubjectFacts({ view }: { readonly view: SubjectView }) {
  return (
    <>
      {view.offices.slice(0, OFFICES).map((office) => (
        <OfficeLine key={`${office.title} ${office.from ?? ''}`} office={office} />
      ))}
      {view.outlet && <OutletLine outlet={view.outlet} />}
      {view.kind === 'event' && <EventDates dates={view.dates} />}
      {view.place && (
        <p class="office">
          <span class="as-of">Place:</span> <Foreign>{view.place.name}</Foreign>
        </p>
      )}
      {view.participants.length > 0 && (
        <p class="office">
          <span class="as-of">With</span> <Names of={view.participants} />
        </p>
      )}
      {view.description && (
        <p class="description">
          <Foreign>{view.description}</Foreign>
        </p>
      )}
    </>
  );
}
