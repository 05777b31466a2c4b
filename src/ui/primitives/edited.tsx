/** That the reader changed a fact, and what its pack says: beside every fact so changed. */
import type { Edited } from '@/core/model/edit';
import { Foreign } from './text';

export function EditedLine({ edited }: { readonly edited: readonly Edited[] | undefined }) {
  if (!edited) return null;
  return (
    <p class="fine">
      Edited by you. In the pack:{' '}
      {edited.flatMap(({ field, pack }, i) => [
        i > 0 && '; ',
        `${field} `,
        pack ? (
          <>
            “<Foreign>{pack}</Foreign>”
          </>
        ) : (
          'none'
        ),
      ])}
    </p>
  );
}
