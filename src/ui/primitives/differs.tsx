/** Where accounts of an event differ: both side by side in their own words, with who says it and when. Never which is right. Draws only that. */
import type { Difference } from '@/core/coverage/disagreement';
import type { DifferenceView, SideView } from '@/core/model/view';
import { DateGlyph, DateText } from './dates';
import { Dotted, Foreign, OutLink } from './text';

const HEADING: Readonly<Record<Difference['about'], string>> = {
  number: 'Numbers differ',
  date: 'Dates differ',
  attribution: 'Attributed to different people',
  update: 'A later figure',
  unit: 'The same in another unit',
};

/** Shows the sentence of a statement, by its id. */
type ShowSentence = (statement: string) => void;

function Says({ about, side: { says, speaker } }: { readonly about: Difference['about']; readonly side: SideView }) {
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
function Account(props: { readonly about: Difference['about']; readonly side: SideView; readonly onShow: ShowSentence }) {
  const { about, side, onShow } = props;
  const { says, text, outlet, speaker, dated, statement, onPage, link } = side;
  return (
    <li>
      <Says about={about} side={side} />
      <p class="who">
        <Dotted>
          {[
            speaker !== null && speaker !== says && <Foreign key="speaker">{speaker}</Foreign>,
            outlet !== null && <Foreign key="outlet">{outlet}</Foreign>,
            onPage && 'this page',
            dated !== null && <DateText key="dated" edtf={dated} />,
            outlet === null && !onPage && (speaker === null ? 'nobody named' : 'no outlet named'),
          ]}
        </Dotted>
      </p>
      {text !== null &&
        (onPage && statement !== null ? (
          <button type="button" class="side-text" title="Show this sentence on the page" onClick={() => onShow(statement)}>
            <Foreign>{text}</Foreign>
          </button>
        ) : (
          <p class="side-text">
            <OutLink href={link}>
              <Foreign>{text}</Foreign>
            </OutLink>
          </p>
        ))}
    </li>
  );
}

/** An h3 for each: they stand under the name of their event. `onShow` shows a sentence of the page in hand. */
export function Differs({ of: differences, onShow }: { readonly of: readonly DifferenceView[]; readonly onShow: ShowSentence }) {
  return (
    <>
      {differences.map(({ about, of, sides }) => (
        <div key={`${about} ${of ?? ''} ${sides.map(({ statement, says }) => `${statement} ${says}`)}`} class="differs">
          <h3>{HEADING[about]}</h3>
          <ul>
            {sides.map((side) => (
              <Account key={`${side.statement} ${side.says} ${side.outlet}`} about={about} side={side} onShow={onShow} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
