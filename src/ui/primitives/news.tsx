/** "2 new since 20 Dec 2025": what came since the reader last opened it. Draws only that. */
import type { News } from '@/core/model/view';
import { DateText } from './dates';

export function NewSince({ news: { count, since } }: { readonly news: News }) {
  return (
    <span class="news">
      <b class="new">{count.toLocaleString()} new</b> since <DateText edtf={since} />
    </span>
  );
}
