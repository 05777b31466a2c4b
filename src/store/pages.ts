/**
 * What concerns a subject, newest first, in runs of a bounded number of items, so that an import writes few rows and "the
 * newest twenty" is one short range. Knows the pages' key, nothing of what the items are.
 */
import type { Table } from 'dexie';
import type { Edtf } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import { dateOf } from '@/core/pack/dates';
import type { PageKey } from './versions';

/** After every date: a subject's undated items come last. */
export const UNDATED = 100_000_000;

/**
 * A number that grows where its date goes back in time, because IndexedDB can fetch many rows at once in upward order only.
 * Unknown dates come last. The order is that of newestFirst. At most nine digits.
 */
export function orderOf(date: Edtf | null | undefined): number {
  const first = (date && dateOf(date)?.first) || '';
  return first ? UNDATED - 1 - Number(first.replaceAll('-', '')) : UNDATED;
}

/**
 * First pages that are asked for in one list. Dexie hands a list on once the last of it is there: of several short ones, what came is
 * read while the database is at the next.
 */
const ASKED_AT_ONCE = 8;

/** Answers what `read` makes of the page. */
type AskFirstPage<Row> = <T>(subject: QualifiedId, read: (page: Row | undefined) => T | PromiseLike<T>) => Promise<T>;

/**
 * Gives the first page of a subject, whichever pack's; what is asked for in one turn is asked of the database together. One row of a
 * range takes a third of the time of a list of rows. IndexedDB answers a range with its first row, and Dexie hands it on, but does not
 * say so in its types.
 */
export function createFirstPages<Row>(table: Table<Row, PageKey>): AskFirstPage<Row> {
  interface List {
    readonly places: Map<QualifiedId, number>;
    readonly pages: Promise<(Row | undefined)[]>;
  }
  let open: List | null = null;
  const begin = (): List => {
    const places = new Map<QualifiedId, number>();
    const pages = Promise.resolve().then(() => {
      open = null;
      return table.bulkGet([...places.keys()].map((subject) => IDBKeyRange.bound([subject], [subject, []]) as unknown as PageKey));
    });
    return { places, pages };
  };
  return (subject, read) => {
    if (!open || (open.places.size === ASKED_AT_ONCE && !open.places.has(subject))) open = begin();
    const at = open.places.get(subject) ?? open.places.size;
    open.places.set(subject, at);
    return open.pages.then((pages) => read(pages[at]));
  };
}

/** What a page gives one by one. */
export interface PageItem {
  readonly order: number;
}

interface PageRow {
  readonly order: number;
  readonly generation: number;
  readonly part: number;
}

/** The newest `limit` items of a subject over all shown generations. `complete`: there are no more. */
export async function newestItems<Row extends PageRow, Item extends PageItem>(
  table: Table<Row, PageKey>,
  subject: QualifiedId,
  shown: ReadonlySet<number>,
  limit: number,
  /** How many pages surely hold so many items of one pack. */
  pagesFor: (limit: number) => number,
  /** The first `most` items of a page. */
  itemsOf: (row: Row, most: number) => Iterable<Item>,
): Promise<{ readonly items: readonly Item[]; readonly complete: boolean }> {
  const found: Item[] = [];
  const answer = (complete: boolean) => {
    const sorted = found.sort((a, b) => a.order - b.order);
    return { items: sorted.slice(0, limit), complete: complete && sorted.length <= limit };
  };
  // In IndexedDB's order a list sorts after every number, so [subject, []] lies behind the subject's last page.
  const end = [subject, []];
  let after: readonly unknown[] = [subject];
  for (let many = pagesFor(limit); ; many *= 2) {
    // One more than is wanted says how new anything further can be. Most subjects have no more, and a second question would cost as
    // much as the first.
    const pages = await table
      .where(':id')
      .between(after, end, false, false)
      .limit(many + 1)
      .toArray();
    const [next] = pages.splice(many);
    // No page gives more than the whole answer, and one to tell that there are more.
    for (const page of pages) if (shown.has(page.generation)) found.push(...itemsOf(page, limit + 1));
    const last = pages.at(-1);
    if (!last || !next) return answer(true);
    // A page that is not shown says nothing of what comes after it.
    if (shown.has(next.generation) && found.filter(({ order }) => order <= next.order).length >= limit) return answer(false);
    after = [subject, last.order, last.generation, last.part];
  }
}
