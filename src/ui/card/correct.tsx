/**
 * The card's foot where the reader corrects it: two quiet actions, the choice of somebody else, and what was just decided with its
 * reach and its undo. Draws a step; correcting.tsx takes the steps.
 */
import type { Scope } from '@/core/model/correction';
import type { FoundSubject, SubjectRef } from '@/core/model/view';
import { Foreign } from '../primitives/text';
import { KIND_WORD } from '../primitives/words';
import type { CorrectionActions, CorrectionStep } from './card-state';

/** The keys, while a card is open. Letters that the words begin with or contain; shown beside them. */
export const KEYS = { notThis: 'x', choose: 'c', never: 'w', undo: 'u' } as const;

/** Drawn only: what is read aloud is `aria-keyshortcuts`. */
const Key = ({ of }: { readonly of: string }) => (
  <span class="key" aria-hidden="true">
    {of.toUpperCase()}
  </span>
);

interface ActionProps {
  readonly of: keyof typeof KEYS;
  readonly does: (event: Event) => void;
  readonly children: preact.ComponentChildren;
}

/** A quiet button with its key. */
const Action = ({ of, does, children }: ActionProps) => (
  <button type="button" class="act" aria-keyshortcuts={KEYS[of].toUpperCase()} onClick={does}>
    <span>{children}</span> <Key of={KEYS[of]} />
  </button>
);

/** `name`: whom the card shows, null where nobody is decided on. */
export function Actions({ name, on }: { readonly name: string | null; readonly on: CorrectionActions }) {
  return (
    <fieldset class="acts" aria-label="Correct this mark">
      {name !== null && (
        <Action of="notThis" does={on.notThis}>
          Not this one
        </Action>
      )}
      <Action of="choose" does={on.choose}>
        Another one…
      </Action>
    </fieldset>
  );
}

const Choice = ({ subject, on }: { readonly subject: FoundSubject; readonly on: CorrectionActions }) => (
  <li>
    <button type="button" class="choice" onClick={(event: Event) => on.meant(event, subject)}>
      <span class={`kind-${subject.kind}`}>
        <span class="kind-line" aria-hidden="true" />
      </span>
      <span class="choice-name">
        <Foreign>{subject.name}</Foreign>
        <small>
          {KIND_WORD[subject.kind]}
          {subject.about !== undefined && (
            <>
              {' · '}
              <Foreign>{subject.about}</Foreign>
            </>
          )}
        </small>
      </span>
    </button>
  </li>
);

/** The list under the search field: drawn anew with each answer while the field keeps its focus. */
export function Found(props: { readonly found: readonly FoundSubject[] | null; readonly text: string; readonly on: CorrectionActions }) {
  const { found, text, on } = props;
  if (!found) return <p class="found-none">Searching…</p>;
  if (found.length === 0) {
    return (
      <p class="found-none" role="status">
        Nobody tracked is called “<Foreign>{text}</Foreign>”.
      </p>
    );
  }
  return (
    <ul class="choices" aria-label="Tracked names">
      {found.map((subject) => (
        <Choice key={subject.id} subject={subject} on={on} />
      ))}
    </ul>
  );
}

interface ChoosingProps {
  readonly surface: string;
  readonly step: Extract<CorrectionStep, { is: 'choosing' }>;
  readonly on: CorrectionActions;
}

export function Choosing({ surface, step, on }: ChoosingProps) {
  return (
    <section class="choosing" aria-label="Who is meant">
      <label class="search">
        <span>
          Who is “<Foreign>{surface}</Foreign>” here?
        </span>
        <input type="text" value={step.text} autocomplete="off" spellcheck={false} maxLength={200} onInput={on.search} />
      </label>
      <div class="found" aria-live="polite">
        <Found found={step.found} text={step.text} on={on} />
      </div>
      <div class="acts">
        <Action of="never" does={on.never}>
          Nobody: never mark this word
        </Action>
        <button type="button" class="act" onClick={on.back}>
          <span>Back</span>
        </button>
      </div>
    </section>
  );
}

const REACHES: readonly Scope['in'][] = ['page', 'site', 'everywhere'];

interface MadeProps {
  readonly step: Extract<CorrectionStep, { is: 'made' }>;
  /** Whom the card had shown. */
  readonly was: SubjectRef | null;
  readonly site: string;
  readonly on: CorrectionActions;
}

/** What was decided, how far it reaches, and the way back. */
export function Made({ step, was, site, on }: MadeProps) {
  const { word, says, where } = step.made;
  const words: Readonly<Record<Scope['in'], string>> = { page: 'this page', site, everywhere: 'everywhere' };
  return (
    <section class="made" aria-label="Corrected">
      <span class="undo">
        <Action of="undo" does={on.undo}>
          Undo
        </Action>
      </span>
      <p role="status">
        {says.is === 'never' ? (
          <>
            “<Foreign>{word}</Foreign>” is no longer marked.
          </>
        ) : (
          <>
            “<Foreign>{word}</Foreign>” is {says.is === 'not' ? 'not ' : ''}
            <b>
              <Foreign>{(says.is === 'not' ? was?.name : step.meant?.name) ?? 'this one'}</Foreign>
            </b>
            .
          </>
        )}
      </p>
      <fieldset class="reach">
        <legend>Kept for</legend>
        {REACHES.map((reach) => (
          <button key={reach} type="button" aria-pressed={reach === where.in} onClick={(event: Event) => on.reach(event, reach)}>
            {words[reach]}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
