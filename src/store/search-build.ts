/**
 * Makes the index of search, a segment at a time: each is read and packed in short turns, and written in one transaction with how
 * far the generation is. A worker that is stopped anywhere goes on behind the last segment that was written. Only what is shown is
 * indexed; a generation's rows go when it goes.
 */
import type { Article } from '@/core/model/article';
import type { FileRecord } from '@/core/pack/schema';
import { subjectTexts } from '@/core/search/match';
import { createSegmentBuilder, type Run, SEGMENT_RECORDS, type SegmentHead } from '@/core/search/segment';
import { articleTerms, claimTerms, ID, KIND, localReference } from '@/core/search/terms';
import { foldText, wordsOf } from '@/core/search/words';
import { placesOf } from './claims';
import { activePacks, undoable } from './generations';
import { BLOCK_CLAIMS, claimOrder } from './layout';
import { orderOf } from './pages';
import type { ActivePack, ArticleRow, SubjectRow } from './rows';
import { INDEX_VERSION, KEYS_IN_ROW, LISTS, type ListName, type ListState, type SearchKeysRow, type SearchStateRow } from './search-rows';
import { type Database, INDEX_TABLES } from './versions';

/** Claims read and taken apart in one turn: some 20 ms, after which others may ask the store something. */
const BLOCKS_IN_TURN = 16;

/** Subjects or articles in one turn. */
const ROWS_IN_TURN = 500;

/** What one slice of work made. */
interface Slice {
  readonly list: ListName;
  readonly segment: number;
  readonly head: SegmentHead;
  readonly runs: readonly Run[];
  readonly superseded: Uint32Array;
  readonly keys: readonly Pick<SearchKeysRow, 'first' | 'ids' | 'names'>[];
  readonly state: ListState;
}

const NOTHING: ListState = { done: 0, segments: 0, complete: false };
const NEW_LISTS: SearchStateRow['lists'] = { subjects: NOTHING, articles: NOTHING, claims: NOTHING };
/** Subjects first: claims are found by their names. */
const LIST_ORDER = ['subjects', 'articles', 'claims'] as const satisfies readonly ListName[];

export const isIndexed = (state: SearchStateRow | undefined): boolean =>
  state?.version === INDEX_VERSION && Object.values(state.lists).every(({ complete }) => complete);

/** How far a list of a generation is; nothing of it where it was made by another version. */
export const listState = (state: SearchStateRow | undefined, list: ListName): ListState =>
  state?.version === INDEX_VERSION ? state.lists[list] : NOTHING;

/** The shown packs that can't be searched yet, or not all of them. */
export async function waitingForIndex(db: Database): Promise<{ readonly pack: ActivePack; readonly state: SearchStateRow | undefined }[]> {
  const packs = Object.values(await activePacks(db));
  const states = await db.searchStates.bulkGet(packs.map(({ generation }) => generation));
  return packs.flatMap((pack, i) => (isIndexed(states[i]) ? [] : [{ pack, state: states[i] }]));
}

/**
 * Makes the next segment. `pause` is awaited between turns. False where everything that is shown is indexed. `most`: records of a
 * segment, whole blocks; others than the usual are for tests.
 */
export async function indexNext(db: Database, pause: () => Promise<void>, most = SEGMENT_RECORDS): Promise<boolean> {
  const waiting = await waitingForIndex(db);
  // Small packs first: they are searchable at once then, however large another is.
  const [next] = waiting.sort((a, b) => a.pack.counts.claims - b.pack.counts.claims);
  if (!next) return false;
  const { pack, state } = next;
  if (state && state.version !== INDEX_VERSION) {
    await forgetIndex(db, pack.generation);
    return true;
  }
  const list = LIST_ORDER.find((name) => !listState(state, name).complete);
  if (!list) return true;
  const before = listState(state, list);
  const slice =
    list === 'claims' ? await claimSlice(db, pack, before, most, pause) : await recordSlice(db, pack, list, before, most, pause);
  await writeSlice(db, pack.generation, slice, before);
  return true;
}

/** Deletes the index of one generation. */
async function forgetIndex(db: Database, generation: number): Promise<void> {
  await db.transaction(
    'rw',
    INDEX_TABLES.map((table) => db.table(table)),
    async () => {
      await db.searchStates.delete(generation);
      const all = [[generation], [generation, []]] as const;
      for (const table of [db.searchHeads, db.searchRuns, db.searchKeys])
        await table
          .where(':id')
          .between(...all)
          .delete();
    },
  );
}

async function writeSlice(db: Database, generation: number, slice: Slice, before: ListState): Promise<void> {
  const { list, segment, head, runs, superseded, keys, state } = slice;
  const key = { generation, list: LISTS[list], segment };
  await db.transaction('rw', [db.meta, ...INDEX_TABLES.map((table) => db.table(table))], async () => {
    const [packs, kept, row] = await Promise.all([activePacks(db), undoable(db), db.searchStates.get(generation)]);
    const shown = [...Object.values(packs), ...kept.flatMap((undo) => undo.before ?? [])].some((pack) => pack.generation === generation);
    // It was replaced meanwhile and may be being deleted, or another context was faster.
    if (!shown || listState(row, list).segments !== before.segments) return;
    if (head.size > 0) {
      await db.searchHeads.put({ ...key, ...head, superseded });
      await db.searchRuns.bulkPut(runs.map((run, i) => ({ ...key, run: i, ...run })));
      await db.searchKeys.bulkPut(keys.map((run) => ({ ...key, ...run })));
    }
    await db.searchStates.put({ generation, version: INDEX_VERSION, lists: { ...(row?.lists ?? NEW_LISTS), [list]: state } });
  });
}

type StoredClaim = FileRecord<'claims'>;

/** The next claims of a pack. Places of records are those in the generation, of claims that stand twice none. */
async function claimSlice(db: Database, pack: ActivePack, before: ListState, most: number, pause: () => Promise<void>): Promise<Slice> {
  const { generation, info } = pack;
  const builder = createSegmentBuilder();
  const ordinals: number[] = [];
  const superseding = new Set<string>();
  let at = before.done;
  const end = before.done + most;
  let complete = false;
  while (at < end && !complete) {
    const to = Math.min(end, at + BLOCKS_IN_TURN * BLOCK_CLAIMS);
    const blocks = await db.claimBlocks.where(':id').between([generation, at], [generation, to], true, false).toArray();
    complete = blocks.length * BLOCK_CLAIMS < to - at;
    for (const { first, lines } of blocks) {
      for (const [i, line] of lines.entries()) {
        if (line === null) continue;
        const claim = JSON.parse(line) as StoredClaim;
        ordinals.push(first + i);
        const terms = claimTerms(info.id, claim);
        if (claim.supersedes) superseding.add(claim.supersedes);
        builder.add(claimOrder(claim), terms);
      }
    }
    at = to;
    await pause();
  }
  const { head, runs } = builder.close();
  await pause();
  return {
    list: 'claims',
    segment: before.segments,
    head: { ...head, items: head.items.map((place) => ordinals[place] ?? 0) },
    runs,
    superseded: Uint32Array.from(
      await placesOf(
        db,
        generation,
        [...superseding].map((id) => localReference(info.id, id)),
      ),
    ),
    keys: [],
    state: { done: complete ? pack.counts.claims : at, segments: before.segments + Number(head.size > 0), complete },
  };
}

/** The next subjects or articles of a pack: all of them but in the largest. */
async function recordSlice(
  db: Database,
  pack: ActivePack,
  list: 'subjects' | 'articles',
  before: ListState,
  most: number,
  pause: () => Promise<void>,
): Promise<Slice> {
  const { generation, info } = pack;
  const builder = createSegmentBuilder();
  const last = before.segments === 0 ? undefined : await lastKey(db, generation, list);
  const records: { readonly id: string; readonly name: string; readonly order: number; readonly terms: readonly string[] }[] = [];
  let after: readonly unknown[] = last === undefined ? [generation] : [generation, last];
  let complete = false;
  while (records.length < most && !complete) {
    const limit = Math.min(ROWS_IN_TURN, most - records.length);
    const rows: (SubjectRow | ArticleRow)[] = await db
      .table(list)
      .where(':id')
      .between(after, [generation, []], false, false)
      .limit(limit)
      .toArray();
    for (const row of rows) records.push('kind' in row ? subjectRecord(info.id, row) : articleRecord(info.id, row));
    complete = rows.length < limit;
    after = [generation, rows.at(-1)?.id ?? []];
    await pause();
  }
  // By name; the order of a subject is its place among them.
  if (list === 'subjects') records.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  for (const [place, { order, terms }] of records.entries()) builder.add(list === 'subjects' ? place : order, terms);
  const { head, runs } = builder.close();
  const listed = Array.from(head.items, (place) => records[place]);
  const keys: Pick<SearchKeysRow, 'first' | 'ids' | 'names'>[] = [];
  for (let first = 0; first < listed.length; first += KEYS_IN_ROW) {
    const run = listed.slice(first, first + KEYS_IN_ROW);
    keys.push({
      first,
      ids: run.map((record) => record?.id ?? ''),
      names: list === 'subjects' ? run.map((record) => record?.name ?? '') : [],
    });
  }
  return {
    list,
    segment: before.segments,
    head: { ...head, items: Uint32Array.from(head.items, (_, number) => number) },
    runs,
    superseded: new Uint32Array(),
    keys,
    state: { done: before.done + records.length, segments: before.segments + Number(records.length > 0), complete },
  };
}

/** The greatest id that is indexed: rows are read in the order of their ids. */
async function lastKey(db: Database, generation: number, list: 'subjects' | 'articles'): Promise<string> {
  const rows = await db.searchKeys.where(':id').between([generation, LISTS[list]], [generation, LISTS[list], []]).toArray();
  return (
    rows
      .flatMap(({ ids }) => ids)
      .sort()
      .at(-1) ?? ''
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const subjectRecord = (pack: string, { id, kind, record }: SubjectRow) => ({
  id,
  name: foldText(record.name),
  order: 0,
  terms: [
    ...subjectTexts(record).flatMap(wordsOf),
    KIND + (kind === 'outlet' || kind === 'event' ? kind : 'actor'),
    ID + localReference(pack, id),
  ],
});

const articleRecord = (pack: string, { id, record }: { readonly id: string; readonly record: Article }) => ({
  id,
  name: '',
  order: orderOf(record.published),
  terms: articleTerms(pack, record),
});
