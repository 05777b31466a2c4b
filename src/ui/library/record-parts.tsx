/** What the pages of all records have in common: links to others, whence it comes, what the reader changed and noted, what can be done. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Edited } from '@/core/model/edit';
import type { LibraryDetail, SourceRef } from '@/core/model/library';
import type { NameRef, PackRef, SubjectRef } from '@/core/model/view';
import { Foreign, OutLink } from '../primitives/text';
import { Form, type Problems, TextField } from './form-parts';
import { hashOf, sectionOf } from './place';
import type { LibraryCallbacks } from './state';

export type Step = 'edit' | 'note' | 'merge' | 'split' | null;

/** What of a record is being done; once it is done or left, the focus is where it was begun. */
export function useStep(): [Step, (step: Step) => void] {
  const [step, setStep] = useState<Step>(null);
  const before = useRef<Step>(null);
  useLayoutEffect(() => {
    if (before.current && step === null) document.querySelector<HTMLElement>(`.record [data-act="${before.current}"]`)?.focus();
    before.current = step;
  }, [step]);
  return [step, setStep];
}

export interface PageProps<Detail> {
  readonly detail: Detail;
  readonly on: LibraryCallbacks;
}

/** A subject as a link to its own page; a name that nobody tracks as it is. */
export function Subject({ of: { id, name }, kind }: { readonly of: NameRef; readonly kind: string }) {
  const words = <Foreign>{name}</Foreign>;
  return id ? <a href={hashOf(sectionOf(kind), id)}>{words}</a> : words;
}

export const Subjects = ({ of }: { readonly of: readonly SubjectRef[] }) => (
  <>{of.flatMap((subject, i) => [i > 0 && ', ', <Subject key={subject.id} of={subject} kind={subject.kind} />])}</>
);

/** Where a record comes from: its pack and revision, and what that names as its sources. */
export function Provenance({
  pack,
  sources,
  own,
}: {
  readonly pack: PackRef | null;
  readonly sources: readonly SourceRef[];
  readonly own: string;
}) {
  return (
    <p class="soft whence">
      {pack ? (
        <>
          <Foreign>{pack.title}</Foreign>, revision {pack.revision}
        </>
      ) : (
        own
      )}
      {sources.length > 0 && ' · from '}
      {sources.flatMap((source, i) => [
        i > 0 && ', ',
        <OutLink key={source.id} href={source.url ?? null}>
          <Foreign>{source.title}</Foreign>
        </OutLink>,
      ])}
    </p>
  );
}

/** That the reader changed it, and what the pack says. */
interface EditedProps {
  readonly edited: readonly Edited[] | undefined;
  /** False for what was read on a page or came by a feed. */
  readonly ofPack: boolean;
  onReset(): void;
}

export function EditedLines({ edited, ofPack, onReset }: EditedProps) {
  if (!edited) return null;
  return (
    <div class="edited">
      <p>
        <b>Edited by you.</b>{' '}
        <button type="button" class="plain" onClick={onReset}>
          {ofPack ? 'Back to what the pack says' : 'Back to how it was read'}
        </button>
      </p>
      <dl>
        {edited.map(({ field, pack }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {ofPack ? 'in the pack' : 'as it was read'}: {pack ? <Foreign>{pack}</Foreign> : <i>nothing</i>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function Note({ note }: { readonly note: string }) {
  if (!note) return null;
  return (
    <div class="note">
      <h3>Your note</h3>
      <p>
        <Foreign>{note}</Foreign>
      </p>
    </div>
  );
}

interface ActsProps {
  readonly kind: LibraryDetail['kind'];
  readonly id: string;
  readonly note: string;
  readonly step: Step;
  readonly steps: readonly (readonly [Exclude<Step, null>, string])[];
  readonly on: LibraryCallbacks;
  setStep(step: Step): void;
}

const NO_PROBLEMS: Problems = {};

/** What can be done with any record; a note is written here as well. */
export function Acts({ kind, id, note, step, steps, on, setStep }: ActsProps) {
  const [text, setText] = useState(note);
  if (step === 'note') {
    return (
      <Form
        save="Keep the note"
        problems={NO_PROBLEMS}
        onCancel={() => setStep(null)}
        onSubmit={() => void on.tend({ do: 'note', kind, id, note: text }).then((done) => done && setStep(null))}
      >
        <TextField first label="Your note" hint="It stays on this computer" rows={4} value={note} onText={setText} />
      </Form>
    );
  }
  if (step !== null) return null;
  return (
    <p class="buttons acts">
      {steps.map(([name, words]) => (
        <button key={name} type="button" class="plain" data-act={name} onClick={() => setStep(name)}>
          {words}
        </button>
      ))}
      <button type="button" class="plain" data-act="note" onClick={() => setStep('note')}>
        {note ? 'Change the note' : 'Add a note'}
      </button>
      <button type="button" class="plain" onClick={() => void on.tend({ do: 'delete', kind, id })}>
        Delete
      </button>
    </p>
  );
}
