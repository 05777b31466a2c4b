/** The section Corrections: what the reader changed of facts, step by step, each to be taken back; and where words are corrected. */
import type { DeedView } from '@/core/model/edit';
import { Foreign } from '../primitives/text';
import { moment } from '../primitives/words';
import { hashOf, sectionOf } from './place';
import type { SectionProps } from './state';

const DID: Readonly<Record<DeedView['did'], string>> = {
  edited: 'edited',
  noted: 'noted on',
  merged: 'merged',
  split: 'split',
  deleted: 'deleted',
  added: 'added',
  reset: 'set back to the pack',
};

/** Words shown of a claim: as many as tell it from another. */
const LONGEST = 90;
const short = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);

function Deed({ deed, onUndo }: { readonly deed: DeedView; readonly onUndo: () => void }) {
  const { did, kind, id, name, other, at, undone } = deed;
  return (
    <li class={undone ? 'deed undone' : 'deed'}>
      <p>
        You {DID[did]} {kind === 'claim' || kind === 'article' ? `the ${kind} ` : ''}
        <a href={hashOf(sectionOf(kind), id)}>
          <Foreign>{short(name)}</Foreign>
        </a>
        {other && (did === 'merged' ? ' into ' : ': ')}
        {other && <Foreign>{other}</Foreign>}
        {undone && ' (taken back)'}
      </p>
      <p class="soft">
        <time dateTime={new Date(at).toISOString()}>{moment(at)}</time>
        {' · '}
        <button type="button" class="plain" onClick={onUndo}>
          {undone ? 'Redo' : 'Undo'}
          <span class="spoken">: {short(name)}</span>
        </button>
      </p>
    </li>
  );
}

export function CorrectionsSection({ state: { deeds }, on }: SectionProps) {
  return (
    <>
      <section aria-labelledby="words-title">
        <h2 id="words-title">Words on pages</h2>
        <p class="soft">
          Which word names whom, which names are tracked besides, and how they are marked: on the page of{' '}
          <a href="names.html">corrections and tracked names</a>.
        </p>
      </section>
      <section aria-labelledby="deeds-title">
        <h2 id="deeds-title">What you changed</h2>
        <p class="soft">No pack and no update writes over it.</p>
        {deeds?.length === 0 && <p>Nothing yet.</p>}
        <ul class="deeds">
          {deeds?.map((deed) => (
            <Deed key={deed.number} deed={deed} onUndo={() => on.undoDeed(deed.number)} />
          ))}
        </ul>
      </section>
    </>
  );
}
