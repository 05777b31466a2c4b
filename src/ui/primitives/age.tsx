/** How old a claim is beside the article in hand: "said at least 9 months before this article". Draws only that. */
import { type Age, ageBefore } from '@/core/coverage/timeline';
import type { Clock } from '@/core/model/claim';
import type { Edtf } from '@/core/model/edtf';
import type { ClaimView } from '@/core/model/view';
import { count } from './words';

/** What the date on the rail is the date of. */
const DONE: Readonly<Record<Clock, string>> = {
  said: 'said',
  reported: 'reported',
  published: 'published',
  event: 'happened',
  modified: 'modified',
  captured: 'captured',
};

export const ageWords = (clock: Clock, { count: n, unit, atLeast }: Age): string =>
  `${DONE[clock]} ${atLeast ? 'at least ' : ''}${count(n, unit)} before this article`;

/** The words; null where it is not old, or where that is not sure. `article`: its day. */
export function oldBeside(leading: ClaimView['leading'], article: Edtf | null | undefined): string | null {
  const age = leading && article && !leading.value.qualifier ? ageBefore(leading.value.edtf, article) : null;
  return leading && age ? ageWords(leading.clock, age) : null;
}
