/**
 * Facts as pages: what concerns a subject, newest first, in runs of a bounded number of items, so that an import
 * writes few rows and "the newest twenty" is one short range. Knows the page's key, nothing of what the items are.
 */
import type { Table } from 'dexie';
import { type Edtf, parseEdtf } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import type { Page } from './rows';
import type { PageKey } from './versions';

/**
 * Items on a page. A card asks for the newest 8 to 20, which one or two pages answer; twice as many make that
 * slower, half as many double the rows that an import writes.
 */
const PAGE_ITEMS = 32;

/** After every digit: a subject's undated items come last. */
const UNDATED = '~';

/**
 * A text that sorts upwards where its date goes back in time (each digit becomes nine minus itself), because IndexedDB
 * can fetch many rows at once in upward order only. Unknown dates come last. The order is that of newestFirst.
 */
export function orderOf(date: Edtf | null | undefined): string {
  const first = (date && parseEdtf(date)?.first) || '';
  return first ? first.replace(/\d/g, (digit) => String(9 - Number(digit))) : UNDATED;
}

/** Cuts one subject's items into pages; they need not be sorted. Items of one day keep the order given. */
export function paginate<Item>(
  subject: QualifiedId,
  generation: number,
  items: readonly Item[],
  dateOf: (item: Item) => Edtf | null | undefined,
): Page<Item>[] {
  const ordered = items.map((item) => ({ item, order: orderOf(dateOf(item)) })).sort((a, b) => compare(a.order, b.order));
  const pages: Page<Item>[] = [];
  for (let i = 0; i < ordered.length; i += PAGE_ITEMS) {
    const run = ordered.slice(i, i + PAGE_ITEMS);
    pages.push({ subject, order: run[0]?.order ?? UNDATED, generation, part: pages.length, items: run.map(({ item }) => item) });
  }
  return pages;
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The newest `limit` items of a subject over all shown generations. `complete`: there are no more. */
export async function newestItems<Item>(
  table: Table<Page<Item>, PageKey>,
  subject: QualifiedId,
  shown: ReadonlySet<number>,
  limit: number,
  dateOf: (item: Item) => Edtf | null | undefined,
): Promise<{ readonly items: readonly Item[]; readonly complete: boolean }> {
  const found: { item: Item; order: string }[] = [];
  const answer = (complete: boolean) => {
    const sorted = found.sort((a, b) => compare(a.order, b.order)).map(({ item }) => item);
    return { items: sorted.slice(0, limit), complete: complete && sorted.length <= limit };
  };
  // In IndexedDB's order a list sorts after every text, so [subject, []] lies behind the subject's last page.
  const end = [subject, []];
  let after: readonly unknown[] = [subject];
  for (let many = Math.ceil(limit / PAGE_ITEMS); ; many *= 2) {
    const range = () => table.where(':id').between(after, end, false, false);
    // The key behind these pages says how new anything further can be, without fetching it.
    const [pages, keys] = await Promise.all([
      range().limit(many).toArray(),
      range()
        .limit(many + 1)
        .primaryKeys(),
    ]);
    for (const { generation, items } of pages) {
      if (shown.has(generation)) for (const item of items) found.push({ item, order: orderOf(dateOf(item)) });
    }
    const [last, next] = [keys[many - 1], keys[many]];
    if (!last || !next) return answer(true);
    const [, nextOrder, nextGeneration] = next;
    // A page that is not shown says nothing of what comes after it.
    if (shown.has(nextGeneration) && found.filter(({ order }) => order <= nextOrder).length >= limit) return answer(false);
    after = last;
  }
}
