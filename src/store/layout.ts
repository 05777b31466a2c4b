/** How a pack's records become rows: sizes, dates, and which subjects a record belongs to. Pure. */
import type { Article } from '@/core/model/article';
import { type Claim, leadingClock } from '@/core/model/claim';
import { type Edtf, newestFirst } from '@/core/model/edtf';
import type { ClaimIndex } from '@/core/pack/claim-index';
import type { ClaimLinks } from '@/core/pack/claim-line';
import { orderOf } from './pages';
import type { ArticlePage, ArticleRow, ClaimIdRun, PackCounts } from './rows';

/**
 * Claims in a block. One of a page's claims costs the reading of its block, an import a row for each block: at 64 both come
 * to about 30 kB.
 */
export const BLOCK_CLAIMS = 64;

/** Claims of a subject whose lines lie on its first page: a card asks for 8, a list for 20. They are written twice for it. */
export const HEAD_CLAIMS = 20;

/** Claims that a subject's first page refers to: most subjects of a pack have fewer, and cost one row then. 5 kB of numbers. */
export const FIRST_CLAIMS = 512;

/** Claims that a subject's further pages refer to each: 9 kB of numbers. */
export const TAIL_CLAIMS = 1024;

/** Articles on a page: as many as a popup lists of one event. */
export const PAGE_ARTICLES = 32;

/** Packs that a pack is told to refer to: more than anyone's does, and few enough to be read with every question. */
export const MOST_REFERRED = 50;

/** Ids in a run: a look-up reads one, 14 kB. */
const RUN_IDS = 512;

export const claimDate = (claim: Claim): Edtf | null => leadingClock(claim)?.value.edtf ?? null;
export const articleDate = (article: Article): Edtf | null => article.published;

/** The newest `limit` of items that come from several places. */
export const newest = <Item>(items: readonly Item[], dateOf: (item: Item) => Edtf | null, limit: number): Item[] =>
  [...items].sort((a, b) => newestFirst(dateOf(a), dateOf(b))).slice(0, limit);

/** The place of a claim in its subjects' pages. */
export const claimOrder = (claim: ClaimLinks): number => orderOf(leadingClock(claim as Pick<Claim, 'clocks'>)?.value.edtf);

/** What a claim refers to, in a file or in the store. */
interface Referring {
  readonly speaker: string | null;
  readonly outlet: string | null;
  readonly via: readonly { readonly id?: string | undefined }[];
  readonly actors: readonly string[];
  readonly events: readonly string[];
}

/** Every subject on whose card a claim belongs, as the claim refers to it; true where it is about it, false where it only carried it. */
export function concerned(claim: Referring): Map<string, boolean> {
  const subjects = new Map<string, boolean>();
  if (claim.outlet) subjects.set(claim.outlet, false);
  for (const { id } of claim.via) if (id) subjects.set(id, false);
  if (claim.speaker) subjects.set(claim.speaker, true);
  for (const id of claim.actors) subjects.set(id, true);
  for (const id of claim.events) subjects.set(id, true);
  return subjects;
}

/** The pages of the articles about each event. */
export function articlePages(rows: readonly ArticleRow[]): ArticlePage[] {
  const byEvent = new Map<string, ArticleRow[]>();
  for (const row of rows) {
    for (const event of new Set(row.record.events)) {
      const list = byEvent.get(event);
      if (list) list.push(row);
      else byEvent.set(event, [row]);
    }
  }
  return [...byEvent].flatMap(([subject, list]) => {
    const ordered = list.map(({ record }) => ({ record, order: orderOf(record.published) })).sort((a, b) => a.order - b.order);
    const generation = list[0]?.generation ?? 0;
    return cut(ordered, PAGE_ARTICLES).map((run, part) => ({
      subject,
      order: run[0]?.order ?? 0,
      generation,
      part,
      items: run.map(({ record }) => record),
    }));
  });
}

/** An index cut into rows. Equal hashes stay together, so that a look-up needs one row. */
export function* idRuns(generation: number, { hash, rest, body, ordinal }: ClaimIndex): Generator<ClaimIdRun> {
  for (let from = 0; from < hash.length; ) {
    let to = Math.min(from + RUN_IDS, hash.length);
    while (to < hash.length && hash[to] === hash[to - 1]) to++;
    yield {
      generation,
      first: hash[from] ?? 0,
      hash: hash.slice(from, to),
      rest: rest.slice(from, to),
      body: body.slice(from, to),
      ordinal: ordinal.slice(from, to),
    };
    from = to;
  }
}

export function cut<Item>(list: readonly Item[], size: number): (readonly Item[])[] {
  const runs: (readonly Item[])[] = [];
  for (let i = 0; i < list.length; i += size) runs.push(list.slice(i, i + size));
  return runs;
}

export const NO_COUNTS: PackCounts = { actors: 0, outlets: 0, events: 0, articles: 0, claims: 0 };
