/** A card with all that belongs on it, for whoever has it by id. */
import type { QualifiedId } from '@/core/model/ids';
import type { SubjectView } from '@/core/model/view';
import { fail, ok, type Result } from '@/core/result';
import type { Store } from '@/store/store';
import { cardOf } from './card';
import { originsOf } from './page-coverage';

export async function lookUp(store: Pick<Store, 'read'>, id: QualifiedId, now: number = Date.now()): Promise<Result<SubjectView>> {
  const card = await cardOf(store, id, originsOf, now);
  return card ? ok(card) : fail('unknown-subject', 'This name is no longer tracked. Reload the page to bring its marks up to date.');
}
