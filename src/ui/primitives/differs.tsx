/** Where accounts of an event differ: both in their own words, with who says it and when. Never which is right. Draws only that. */
import type { Difference, Side } from '@/core/coverage/disagreement';
import { DateText } from './dates';
import { Dotted, Foreign } from './text';

const HEADING: Readonly<Record<Difference['about'], string>> = {
  number: 'Numbers differ',
  date: 'Dates differ',
  attribution: 'Attributed to different people',
  update: 'A later figure',
  unit: 'The same in another unit',
};

/** The wording goes first; an attribution is the name itself. */
function Account({ side: { says, outlet, speaker, dated } }: { readonly side: Side }) {
  return (
    <li>
      <Dotted>
        {[
          says === speaker ? (
            <Foreign key="says">{says}</Foreign>
          ) : (
            <q key="says">
              <Foreign>{says}</Foreign>
            </q>
          ),
          speaker !== null && speaker !== says && <Foreign key="speaker">{speaker}</Foreign>,
          outlet !== null && <Foreign key="outlet">{outlet}</Foreign>,
          dated !== null && <DateText key="dated" edtf={dated} />,
        ]}
      </Dotted>
    </li>
  );
}

/** Differing dates are left out: the event's own line shows every account of its date. */
export function Differs({ of: differences }: { readonly of: readonly Difference[] }) {
  return (
    <>
      {differences
        .filter(({ about }) => about !== 'date')
        .map(({ about, of, sides }) => (
          <div key={`${about} ${of ?? ''} ${sides[0].statement} ${sides[1].statement}`} class="fine differs">
            <p>{HEADING[about]}</p>
            <ul>
              {sides.map((side) => (
                <Account key={`${side.statement} ${side.says}`} side={side} />
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}
