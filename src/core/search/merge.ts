/** Lists of matches, each in order already → the rows of one page of them all. Pure. */

/** One list. `levelOf`: how well a match fits, the higher the better; `orderOf`: lower is newer. Places from 0. */
export interface Matched {
  readonly length: number;
  levelOf(place: number): number;
  orderOf(place: number): number;
}

/** Orders two dates; the undated come last either way. */
export function compareOrders(a: number, b: number, way: 'newest' | 'oldest', undated: number): number {
  if (a === b) return 0;
  return way === 'newest' || a === undated || b === undated ? a - b : b - a;
}

/** The places of the matches from `offset` on, at most `limit`: better ones first, then by date, then the earlier list's. */
export function mergePage(
  lists: readonly Matched[],
  {
    way,
    undated,
    offset,
    limit,
  }: { readonly way: 'newest' | 'oldest'; readonly undated: number; readonly offset: number; readonly limit: number },
): (readonly [list: number, place: number])[] {
  const next = lists.map(() => 0);
  const level = lists.map((list) => (list.length > 0 ? list.levelOf(0) : -1));
  const order = lists.map((list) => (list.length > 0 ? list.orderOf(0) : 0));
  const page: (readonly [number, number])[] = [];
  for (let taken = 0; taken < offset + limit; taken++) {
    let best = -1;
    for (let i = 0; i < lists.length; i++) {
      if ((level[i] ?? -1) < 0) continue;
      const by = best < 0 ? -1 : (level[best] ?? 0) - (level[i] ?? 0) || compareOrders(order[i] ?? 0, order[best] ?? 0, way, undated);
      if (by < 0) best = i;
    }
    const list = lists[best];
    if (!list) break;
    const place = next[best] ?? 0;
    if (taken >= offset) page.push([best, place]);
    next[best] = place + 1;
    const more = place + 1 < list.length;
    level[best] = more ? list.levelOf(place + 1) : -1;
    order[best] = more ? list.orderOf(place + 1) : 0;
  }
  return page;
}
