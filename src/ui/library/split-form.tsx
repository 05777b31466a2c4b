/** Splitting one actor or event in two: the new one's names, and which claims are really about it. */
import { useEffect, useState } from 'preact/hooks';
import type { SubjectDraft } from '@/core/model/edit';
import type { ClaimRow, SubjectDetail } from '@/core/model/library';
import { DateText } from '../primitives/dates';
import { Foreign } from '../primitives/text';
import { count } from '../primitives/words';
import { NO_SUBJECT, SubjectForm } from './record-form';
import type { LibraryCallbacks } from './state';

interface SplitFormProps {
  readonly detail: SubjectDetail;
  readonly draft: SubjectDraft;
  readonly on: LibraryCallbacks;
  onClose(): void;
}

export function SplitForm({ detail: { view }, draft, on, onClose }: SplitFormProps) {
  const [claims, setClaims] = useState<readonly ClaimRow[] | null>(null);
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => void on.newestClaims(view.id).then(setClaims), [view.id]);
  const turn = (id: string): void => {
    const next = new Set(moved);
    if (!next.delete(id)) next.add(id);
    setMoved(next);
  };
  return (
    <div class="sheet">
      <h3>Who else it is</h3>
      <p class="soft">
        Names that you write here, <Foreign>{view.name}</Foreign> loses. The claims that you tick go with them.
      </p>
      <details open={(claims?.length ?? 0) > 0}>
        <summary>
          {count(moved.size, 'claim')} of the newest {claims?.length ?? '…'} go with it
        </summary>
        <ul class="ticks">
          {claims?.map((claim) => (
            <li key={claim.id}>
              <label>
                <input type="checkbox" checked={moved.has(claim.id)} onChange={() => turn(claim.id)} />
                <span>
                  <Foreign>{claim.text}</Foreign>{' '}
                  <small>
                    <DateText {...claim.leading?.value} />
                  </small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </details>
      <SubjectForm
        kind={view.kind}
        draft={{ ...NO_SUBJECT, surnames: draft.surnames }}
        save="Split"
        onCancel={onClose}
        onSave={(fresh) => void on.tend({ do: 'split', id: view.id, draft: fresh, claims: [...moved] }).then((done) => done && onClose())}
      />
    </div>
  );
}
