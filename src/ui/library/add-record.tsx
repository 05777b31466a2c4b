/** Adding a record of the reader's own. */
import { useState } from 'preact/hooks';
import type { OwnSubjectKind } from '@/core/model/edit';
import { ClaimFields, NO_CLAIM, NO_SUBJECT, SubjectForm } from './record-form';
import type { LibraryCallbacks } from './state';

interface AddRecordProps {
  readonly kind: 'claim' | 'actor' | 'event';
  /** What was looked for and not found, to begin with. */
  readonly name: string;
  readonly on: LibraryCallbacks;
  onClose(): void;
}

export function AddRecord({ kind, name, on, onClose }: AddRecordProps) {
  const [own, setOwn] = useState<OwnSubjectKind>(kind === 'event' ? 'event' : 'person');
  const close = (done: boolean): void => {
    if (done) onClose();
  };
  if (kind === 'claim') {
    return (
      <div class="sheet">
        <h3>A claim of your own</h3>
        <ClaimFields
          form={NO_CLAIM}
          find={on.find}
          save="Add the claim"
          onCancel={onClose}
          onSave={(draft) => void on.tend({ do: 'add-claim', draft, actors: [], events: [] }).then(close)}
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
