/** Where accounts of an event differ: both side by side in their own words, with who says it and when. Never which is right. Draws only that. */
import type { Difference, Side } from '@/core/coverage/disagreement';
import { DateGlyph, DateText } from './dates';
import { Dotted, Foreign } from './text';

const HEADING: Readonly<Record<Difference['about'], string>> = {
  number: 'Numbers differ',
  date: 'Dates differ',
  attribution: 'Attributed to different people',
  update: 'A later figure',
  unit: 'The same in another unit',
};

function Says({ about, side: { says, speaker } }: { readonly about: Difference['about']; readonly side: Side }) {
  if (about === 'date') {
    return (
      <p class="side-says">
        <DateGlyph edtf={says} /> <DateText edtf={says} />
      </p>
    );
  }
  return (
    <p class="side-says">
      {says === speaker ? (
        <Foreign>{says}</Foreign>
      ) : (
        <q>
          <Foreign>{says}</Foreign>
        </q>
      )}
    </p>
  );
}

/** What it says first; then the sentence that it stands in, and whose that is. */
function Account({ about, side }: { readonly about: Difference['about']; readonly side: Side }) {
  const { says, text, outlet, speaker, dated } = side;
  return (
    <li>
      <Says about={about} side={side} />
      <p class="who">
        <Dotted>
          {[
            speaker !== null && speaker !== says && <Foreign key="speaker">{speaker}</Foreign>,
            outlet !== null && <Foreign key="outlet">{outlet}</Foreign>,
            dated !== null && <DateText key="dated" edtf={dated} />,
            outlet === null && (speaker === null ? 'nobody named' : 'no outlet named'),
          ]}
        </Dotted>
      </p>
      {text !== null && (
        <p class="side-text">
          <Foreign>{text}</Foreign>
        </p>
      )}
    </li>
  );
}

/** An h3 for each: they stand under the name of their event. */
export function Differs({ of: differences }: { readonly of: readonly Difference[] }) {
  return (
    <>
      {differences.map(({ about, of, sides }) => (
        <div key={`${about} ${of ?? ''} ${sides.map(({ statement, says }) => `${statement} ${says}`)}`} class="differs">
          <h3>{HEADING[about]}</h3>
          <ul>
            {sides.map((side) => (
              <Account key={`${side.statement} ${side.says} ${side.outlet}`} about={about} side={side} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
