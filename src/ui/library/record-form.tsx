/** The forms in which a record is written: an actor, outlet or event; and a claim. Each holds what is typed until it is saved. */
import { useState } from 'preact/hooks';
import type { SubjectKind } from '@/core/model/actor';
import { type ClaimDraft, SET_CLOCKS, type SubjectDraft } from '@/core/model/edit';
import { parseEdtf } from '@/core/model/edtf';
import type { NameRef } from '@/core/model/view';
import { Foreign } from '../primitives/text';
import type { LibraryCallbacks } from './state';
import { SubjectPick } from './subject-pick';

export const NO_SUBJECT: SubjectDraft = { name: '', names: [], surnames: [], description: '', date: '' };

/** One name a line: names hold commas. */
const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

const DATE_HINT = 'such as 2025-12-24, 2025-12, 2025 or 2025-01/2025-03';
const isDate = (text: string): boolean => text === '' || parseEdtf(text) !== null;
const noDate = (text: string): string => `“${text}” is no date. Write one ${DATE_HINT}.`;

interface FormProps {
  readonly save: string;
  onCancel(): void;
}

function Foot({ save, problem, onCancel }: FormProps & { readonly problem: string | null }) {
  return (
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="buttons">
        <button type="submit" class="action">
          {save}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </>
  );
}

interface SubjectFormProps extends FormProps {
  readonly kind: SubjectKind;
  readonly draft: SubjectDraft;
  onSave(draft: SubjectDraft): void;
}

export function SubjectForm({ kind, draft, onSave, ...foot }: SubjectFormProps) {
  const [now, setNow] = useState(draft);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (change: Partial<SubjectDraft>) => setNow({ ...now, ...change });
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        const ready = { ...now, name: now.name.trim(), description: now.description.trim(), date: now.date.trim() };
        const short = [ready.name, ...ready.names, ...ready.surnames].find((name) => [...name].length < 2 || !/\p{L}/u.test(name));
        if (short !== undefined)
          return setProblem(short ? `“${short}” is too short to be a name: it would mark every other word.` : 'Write a name.');
        if (!isDate(ready.date)) return setProblem(noDate(ready.date));
        // Pages go on writing the name of before: it stays one of its names until it is taken out of the list.
        const kept = draft.name && draft.name !== ready.name && !ready.names.includes(draft.name) ? [draft.name] : [];
        onSave({ ...ready, names: [...ready.names, ...kept] });
      }}
    >
      <label>
        <span>Name, as it is shown</span>
        <input type="text" value={now.name} onInput={(event) => set({ name: event.currentTarget.value })} />
      </label>
      <label>
        <span>Other ways in which pages write it, one a line</span>
        <textarea rows={Math.min(8, now.names.length + 2)} onInput={(event) => set({ names: linesOf(event.currentTarget.value) })}>
          {draft.names.join('\n')}
        </textarea>
      </label>
      {kind === 'person' && (
        <label>
          <span>Family names, one a line: they count once a page names the person in full</span>
          <textarea rows={2} onInput={(event) => set({ surnames: linesOf(event.currentTarget.value) })}>
            {draft.surnames.join('\n')}
          </textarea>
        </label>
      )}
      {kind === 'event' && (
        <label>
          <span>Your own account of its date, {DATE_HINT}</span>
          <input type="text" value={now.date} onInput={(event) => set({ date: event.currentTarget.value })} />
        </label>
      )}
      <label>
        <span>Description</span>
        <textarea rows={2} onInput={(event) => set({ description: event.currentTarget.value })}>
          {draft.description}
        </textarea>
      </label>
      <Foot problem={problem} {...foot} />
    </form>
  );
}

const CLOCK_WORD: Readonly<Record<(typeof SET_CLOCKS)[number], string>> = {
  said: 'Said',
  reported: 'Reported',
  published: 'Published',
  event: 'Happened',
};

/** A claim's draft with its outlet's name, which the draft knows by id only. */
export interface ClaimForm {
  readonly draft: ClaimDraft;
  readonly outlet: NameRef | null;
}

export const NO_CLAIM: ClaimForm = {
  draft: {
    text: '',
    quote: '',
    speaker: { id: null, name: '' },
    outlet: null,
    clocks: { said: '', reported: '', published: '', event: '' },
  },
  outlet: null,
};

interface ClaimFormProps extends FormProps {
  readonly form: ClaimForm;
  readonly find: LibraryCallbacks['find'];
  onSave(draft: ClaimDraft): void;
}

export function ClaimFields({ form, find, onSave, ...foot }: ClaimFormProps) {
  const [draft, setDraft] = useState(form.draft);
  const [outlet, setOutlet] = useState(form.outlet);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (change: Partial<ClaimDraft>) => setDraft({ ...draft, ...change });
  const { speaker, clocks } = draft;
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (!draft.text.trim()) return setProblem('Write what is claimed.');
        const bad = SET_CLOCKS.map((clock) => clocks[clock].trim()).find((date) => !isDate(date));
        if (bad !== undefined) return setProblem(noDate(bad));
        const trimmed = Object.fromEntries(SET_CLOCKS.map((clock) => [clock, clocks[clock].trim()])) as unknown as ClaimDraft['clocks'];
        onSave({
          ...draft,
          text: draft.text.trim(),
          quote: draft.quote.trim(),
          clocks: trimmed,
          speaker: { ...speaker, name: speaker.name.trim() },
        });
      }}
    >
      <label>
        <span>What is claimed</span>
        <textarea rows={3} onInput={(event) => set({ text: event.currentTarget.value })}>
          {form.draft.text}
        </textarea>
      </label>
      <label>
        <span>Words as they were said</span>
        <textarea rows={2} onInput={(event) => set({ quote: event.currentTarget.value })}>
          {form.draft.quote}
        </textarea>
      </label>
      <div class="field">
        <span>Who said it</span>
        {speaker.id ? (
          <Chosen name={speaker.name} clear="Another speaker" onClear={() => set({ speaker: { id: null, name: '' } })} />
        ) : (
          <>
            <SubjectPick
              label="A tracked speaker"
              placeholder="Somebody tracked"
              kinds={['actor', 'outlet']}
              find={find}
              onPick={({ id, name }) => set({ speaker: { id, name } })}
            />{' '}
            <input
              type="text"
              aria-label="A speaker that is not tracked"
              placeholder="or anybody else"
              value={speaker.name}
              onInput={(event) => set({ speaker: { id: null, name: event.currentTarget.value } })}
            />
          </>
        )}
      </div>
      <div class="field">
        <span>Carried by</span>
        {outlet ? (
          <Chosen
            name={outlet.name}
            clear="Another outlet"
            onClear={() => {
              setOutlet(null);
              set({ outlet: null });
            }}
          />
        ) : (
          <SubjectPick
            label="The outlet"
            placeholder="No outlet"
            kinds={['outlet']}
            find={find}
            onPick={(found) => {
              setOutlet(found);
              set({ outlet: found.id });
            }}
          />
        )}
      </div>
      <fieldset class="clocks">
        <legend>Dates, {DATE_HINT}</legend>
        {SET_CLOCKS.map((clock) => (
          <label key={clock}>
            <span>{CLOCK_WORD[clock]}</span>
            <input
              type="text"
              value={clocks[clock]}
              onInput={(event) => set({ clocks: { ...clocks, [clock]: event.currentTarget.value } })}
            />
          </label>
        ))}
      </fieldset>
      <Foot problem={problem} {...foot} />
    </form>
  );
}

/** Somebody who was chosen. `clear`: what the press that takes the choice back says. */
export function Chosen({ name, clear, onClear }: { readonly name: string; readonly clear: string; readonly onClear: () => void }) {
  return (
    <span class="chip">
      <Foreign>{name}</Foreign>
      <button type="button" onClick={onClear} aria-label={clear}>
        ×
      </button>
    </span>
  );
}
