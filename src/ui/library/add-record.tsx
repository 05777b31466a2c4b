/** Adding a record of the reader's own. */
import { useState } from 'preact/hooks';
import type { SubjectKind } from '@/core/model/actor';
import type { LibraryKind } from '@/core/model/library';
import { ArticleFields, ClaimFields, NO_ARTICLE, NO_CLAIM } from './claim-form';
import type { LibraryCallbacks } from './state';
import { NO_OUTLET, NO_SUBJECT, SubjectForm } from './subject-form';

interface AddRecordProps {
  readonly kind: LibraryKind;
  /** What was looked for and not found, to begin with. */
  readonly text: string;
  readonly on: LibraryCallbacks;
  onClose(): void;
}

export const ADD: Readonly<Record<LibraryKind, string>> = {
  claim: 'a claim',
  actor: 'an actor',
  event: 'an event',
  outlet: 'an outlet',
  article: 'an article',
};

export function AddRecord(props: AddRecordProps) {
  return (
    <section class="sheet" aria-label={`Add ${ADD[props.kind]}`}>
      <h3>Add {ADD[props.kind]} of your own</h3>
      <Body {...props} />
    </section>
  );
}

function Body({ kind, text, on, onClose }: AddRecordProps) {
  const [own, setOwn] = useState<SubjectKind>(kind === 'event' || kind === 'outlet' ? kind : 'person');
  const close = (done: boolean): void => {
    if (done) onClose();
  };
  const shared = { find: on.find, onCancel: onClose } as const;
  if (kind === 'claim') {
    const form = { ...NO_CLAIM, draft: { ...NO_CLAIM.draft, text } };
    return (
      <ClaimFields {...shared} form={form} save="Add the claim" onSave={(draft) => void on.tend({ do: 'add-claim', draft }).then(close)} />
    );
  }
  if (kind === 'article') {
    const form = { ...NO_ARTICLE, draft: { ...NO_ARTICLE.draft, title: text } };
    return (
      <ArticleFields
        {...shared}
        form={form}
        save="Add the article"
        onSave={(draft) => void on.tend({ do: 'add-article', draft }).then(close)}
      />
    );
  }
  return (
    <>
      {kind === 'actor' && (
        <label class="field">
          <span class="label">What it is</span>
          <select value={own} onChange={(event) => setOwn(event.currentTarget.value as SubjectKind)}>
            <option value="person">a person</option>
            <option value="organisation">an organisation</option>
            <option value="place">a place</option>
          </select>
        </label>
      )}
      <SubjectForm
        kind={own}
        draft={{ ...NO_SUBJECT, name: text, ...(own === 'outlet' ? { outlet: NO_OUTLET } : {}) }}
        save="Track it"
        onCancel={onClose}
        onSave={(draft) => void on.tend({ do: 'add', kind: own, draft }).then(close)}
      />
    </>
  );
}
