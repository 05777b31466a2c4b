/** Adding a record of the reader's own. */
import { useState } from 'preact/hooks';
import type { OwnSubjectKind } from '@/core/model/edit';
import type { SubjectRow } from '@/core/model/library';
import { Chosen, ClaimFields, NO_CLAIM, NO_SUBJECT, SubjectForm } from './record-form';
import type { LibraryCallbacks } from './state';
import { SubjectPick } from './subject-pick';

interface AddRecordProps {
  readonly kind: 'claim' | 'actor' | 'event';
  /** What was looked for and not found, to begin with. */
  readonly name: string;
  readonly on: LibraryCallbacks;
  onClose(): void;
}

export function AddRecord({ kind, name, on, onClose }: AddRecordProps) {
  const [own, setOwn] = useState<OwnSubjectKind>(kind === 'event' ? 'event' : 'person');
  const [about, setAbout] = useState<readonly SubjectRow[]>([]);
  const close = (done: boolean): void => {
    if (done) onClose();
  };
  if (kind === 'claim') {
    const ids = (events: boolean) => about.flatMap((one) => ((one.kind === 'event') === events ? [one.id] : []));
    return (
      <div class="sheet">
        <h3>A claim of your own</h3>
        <div class="field">
          <span>About whom and what</span>
          {about.map((one) => (
            <Chosen
              key={one.id}
              name={one.name}
              clear={`Not about ${one.name}`}
              onClear={() => setAbout(about.filter((other) => other !== one))}
            />
          ))}{' '}
          <SubjectPick
            label="An actor or event that it is about"
            placeholder="An actor or event"
            kinds={['actor', 'event']}
            find={on.find}
            onPick={(found) => setAbout([...about.filter(({ id }) => id !== found.id), found])}
          />
        </div>
        <ClaimFields
          form={NO_CLAIM}
          find={on.find}
          save="Add the claim"
          onCancel={onClose}
          onSave={(draft) => void on.tend({ do: 'add-claim', draft, actors: ids(false), events: ids(true) }).then(close)}
        />
      </div>
    );
  }
  return (
    <div class="sheet">
      <h3>{kind === 'event' ? 'An event of your own' : 'An actor of your own'}</h3>
      {kind === 'actor' && (
        <label class="field">
          <span>What it is</span>
          <select value={own} onChange={(event) => setOwn(event.currentTarget.value as OwnSubjectKind)}>
            <option value="person">a person</option>
            <option value="organisation">an organisation</option>
            <option value="place">a place</option>
          </select>
        </label>
      )}
      <SubjectForm
        kind={own}
        draft={{ ...NO_SUBJECT, name }}
        save="Track it"
        onCancel={onClose}
        onSave={(draft) => void on.tend({ do: 'add', kind: own, draft }).then(close)}
      />
    </div>
  );
}
