/**
 * What a generation changes beside the one that is shown: records added, changed and withdrawn, list by list. Reads both in
 * runs; holds numbers for claims and nothing for the rest.
 */
import { type ClaimIndex, compareIndexes, createClaimIndex, mergeIndexes } from '@/core/pack/claim-index';
import { fileRecord, recordText } from '@/core/pack/record-text';
import type { RecordKind } from '@/core/pack/schema';
import { withdrawnClaim } from '@/core/pack/withdrawn';
import { linesAt } from './blocks';
import { cut } from './layout';
import type { ActivePack, ArticleRow, PackCounts, SubjectRow } from './rows';
import type { Database } from './versions';
import type { GenerationWriter } from './writer';

/** One record that differs, as the lines that its file holds; at most {@link SAMPLES} of each list are named. */
export interface Change {
  readonly list: RecordKind;
  readonly id: string;
  readonly before?: string;
  readonly now?: string;
}

export interface PackChanges {
  readonly added: PackCounts;
  readonly changed: PackCounts;
  /** Claims that are withdrawn now or no longer in the file; other records that are no longer in the file. */
  readonly withdrawn: PackCounts;
  readonly samples: readonly Change[];
}

/** Changes of one list that are shown one by one: more than anyone reads before deciding. */
const SAMPLES = 100;

/** Rows read at once. */
const RUN = 500;

const none = (): Record<RecordKind, number> => ({ actors: 0, outlets: 0, events: 0, articles: 0, claims: 0 });

interface Tally {
  readonly added: Record<RecordKind, number>;
  readonly changed: Record<RecordKind, number>;
  readonly withdrawn: Record<RecordKind, number>;
  readonly samples: Change[];
  readonly named: Record<RecordKind, number>;
}

function note(tally: Tally, what: 'added' | 'changed' | 'withdrawn', change: Change): void {
  tally[what][change.list]++;
  if (tally.named[change.list]++ < SAMPLES) tally.samples.push(change);
}

/**
 * Compares the generation that `writer` has read with the one of `shown`, and hands claims that are no longer in the file on
 * to `writer`, marked as withdrawn. Answers what changed and the index to finish with. Call it after all records came.
 */
export async function compareWithShown(
  db: Database,
  generation: number,
  pack: string,
  writer: GenerationWriter,
  index: ClaimIndex,
  shown: ActivePack | undefined,
): Promise<{ readonly changes: PackChanges; readonly index: ClaimIndex }> {
  const tally: Tally = { added: none(), changed: none(), withdrawn: none(), samples: [], named: none() };
  if (!shown) {
    return { changes: { ...tally, added: { ...writer.counts, claims: index.hash.length } }, index };
  }
  await writer.written();
  const [has, oldNames] = await compareRecords(db, generation, shown.generation, pack, tally);
  const before = await indexOf(db, shown.generation);
  const { added, changed, gone } = compareIndexes(before, index);
  tally.added.claims = added.length;
  const news = added.slice(0, SAMPLES);
  const newLines = await writer.linesAt(news);
  for (const ordinal of news) {
    const line = newLines.get(ordinal) ?? '{}';
    tally.samples.push({ list: 'claims', id: idIn(line), now: line });
  }
  for (const run of cut(changed, RUN)) {
    const [old, recent] = [
      await linesAt(
        db,
        shown.generation,
        run.map(([at]) => at),
      ),
      await writer.linesAt(run.map(([, at]) => at)),
    ];
    for (const [at, nowAt] of run) {
      const [was, is] = [old.get(at) ?? '{}', recent.get(nowAt) ?? '{}'];
      // What was stored long ago was told apart by another hash.
      if (was === is) continue;
      const what = isWithdrawn(is) && !isWithdrawn(was) ? 'withdrawn' : 'changed';
      note(tally, what, { list: 'claims', id: idIn(is), before: was, now: is });
    }
  }
  const kept = createClaimIndex();
  const ordinals: number[] = [];
  for (const run of cut(gone, RUN)) {
    const lines = await linesAt(db, shown.generation, run);
    for (const at of run) {
      const was = lines.get(at) ?? '{}';
      const { claim, text, isNew } = withdrawnClaim(was, { has: (id) => has.has(id), oldName: (id) => oldNames.get(id) ?? null });
      ordinals.push(writer.counts.claims);
      await writer.add([{ kind: 'claims', record: claim, text }]);
      kept.add(claim.id, text, 0);
      if (isNew) note(tally, 'withdrawn', { list: 'claims', id: claim.id, before: was, now: text });
    }
  }
  const keptIndex = kept.close().index;
  const moved = { ...keptIndex, ordinal: keptIndex.ordinal.map((at) => ordinals[at] ?? 0) };
  return { changes: tally, index: mergeIndexes(index, moved) };
}

const idIn = (line: string): string => (JSON.parse(line) as { id?: string }).id ?? '';
const isWithdrawn = (line: string): boolean => (JSON.parse(line) as { status?: string }).status === 'withdrawn';

/** The whole index of a generation. */
async function indexOf(db: Database, generation: number): Promise<ClaimIndex> {
  const runs = await db.claimIds.where(':id').between([generation], [generation, []]).toArray();
  const size = runs.reduce((sum, { hash }) => sum + hash.length, 0);
  const index = { hash: new Float64Array(size), rest: new Uint32Array(size), body: new Float64Array(size), ordinal: new Uint32Array(size) };
  let at = 0;
  for (const run of runs) {
    for (const column of ['hash', 'rest', 'body', 'ordinal'] as const) index[column].set(run[column], at);
    at += run.hash.length;
  }
  return index;
}

const SUBJECT_LISTS = { person: 'actors', organisation: 'actors', place: 'actors', outlet: 'outlets', event: 'events' } as const;

/** The list that a subject stands in, and its line. */
export function subjectLine(pack: string, row: SubjectRow): { readonly list: 'actors' | 'outlets' | 'events'; readonly text: string } {
  const list = SUBJECT_LISTS[row.kind];
  if (row.kind === 'event') return { list, text: recordText('events', fileRecord.event(pack, row.record), false) };
  if (row.kind === 'outlet') return { list, text: recordText('outlets', fileRecord.outlet(pack, row.record), false) };
  return { list, text: recordText('actors', fileRecord.actor(pack, row.record), false) };
}

export const articleLine = (pack: string, row: ArticleRow): string => recordText('articles', fileRecord.article(pack, row.record), false);

/** Compares subjects and articles. Answers the local ids that the new generation has, and the names that the old one gave. */
async function compareRecords(
  db: Database,
  now: number,
  before: number,
  pack: string,
  tally: Tally,
): Promise<readonly [has: ReadonlySet<string>, oldNames: ReadonlyMap<string, string>]> {
  const has = new Set<string>();
  const oldNames = new Map<string, string>();
  const local = (id: string) => id.slice(pack.length + 1);
  for (const table of ['subjects', 'articles'] as const) {
    const lineOf = (row: SubjectRow | ArticleRow): { list: RecordKind; text: string } =>
      'kind' in row ? subjectLine(pack, row) : { list: 'articles', text: articleLine(pack, row) };
    const [old, recent] = [rowsOf(db, table, before), rowsOf(db, table, now)];
    let [a, b] = [await old.next(), await recent.next()];
    while (!a.done || !b.done) {
      const [was, is] = [a.done ? null : a.value, b.done ? null : b.value];
      const side = !was ? 1 : !is ? -1 : was.id < is.id ? -1 : was.id > is.id ? 1 : 0;
      if (is && side >= 0) has.add(local(is.id));
      if (was && side <= 0 && 'kind' in was) oldNames.set(local(was.id), was.record.name);
      if (was && side < 0) {
        const { list, text } = lineOf(was);
        note(tally, 'withdrawn', { list, id: local(was.id), before: text });
      } else if (is && side > 0) {
        const { list, text } = lineOf(is);
        note(tally, 'added', { list, id: local(is.id), now: text });
      } else if (was && is) {
        const [x, y] = [lineOf(was), lineOf(is)];
        if (x.text !== y.text) note(tally, 'changed', { list: y.list, id: local(is.id), before: x.text, now: y.text });
      }
      if (side <= 0) a = await old.next();
      if (side >= 0) b = await recent.next();
    }
  }
  return [has, oldNames];
}

/** The rows of a generation in the order of their ids. */
export async function* rowsOf(db: Database, table: 'subjects' | 'articles', generation: number): AsyncGenerator<SubjectRow | ArticleRow> {
  let after: readonly unknown[] = [generation];
  for (;;) {
    const rows: (SubjectRow | ArticleRow)[] = await db
      .table(table)
      .where(':id')
      .between(after, [generation, []], false, false)
      .limit(RUN)
      .toArray();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < RUN) return;
    after = [generation, last.id];
  }
}
