/**
 * Writes the rows of one generation while its file is read: blocks of claims as they come, then ids, pages and tallies.
 * Holds a few dozen bytes for each claim, never all of them. Knows tables; that nothing of it shows yet is generations.ts.
 */
import { packOf, qualify } from '@/core/model/ids';
import type { ClaimIndex } from '@/core/pack/claim-index';
import type { ClaimLinks } from '@/core/pack/claim-line';
import { qualifier } from '@/core/pack/parse';
import type { PackItem } from '@/core/pack/read';
import { blockOf, linesAt } from './blocks';
import { createClaimReferences, type SubjectPages } from './claim-references';
import { articlePages, BLOCK_CLAIMS, claimOrder, concerned, HEAD_CLAIMS, idRuns, MOST_REFERRED, NO_COUNTS } from './layout';
import type { ActivePack, ArticleRow, PackCounts, SubjectRow } from './rows';
import { type Database, FACT_TABLES, type FactTable } from './versions';

/**
 * What is written in one transaction: about 4 MB, a fraction of a second's work, so that readers in other tabs are not held
 * up, and one flush to the disk for all of it.
 */
const BATCH_BYTES = 4_000_000;

/** What a row costs beside its texts: keys, and a record of an actor or an article. */
const ROW_BYTES = 1000;

/** First pages whose lines are gathered in one reading of the blocks: some 200 MB of text. */
const HEADS_AT_ONCE = 400_000;

export interface GenerationWriter {
  /** How many records of each list came, those that stood twice among them. */
  readonly counts: PackCounts;
  /** Resolves as soon as more may come; rejects where rows could not be written. */
  add(items: readonly PackItem[]): Promise<void>;
  /** Resolves when everything that came is stored, but for the last block of claims, which may still grow. */
  written(): Promise<void>;
  /** The lines of claims that came, by place. */
  linesAt(ordinals: readonly number[]): Promise<Map<number, string>>;
  /** Lays out everything that came, without the claims that stand twice. `onProgress`: from 0 to 1. */
  finish(index: ClaimIndex, repeated: readonly number[], onProgress?: (done: number) => void): Promise<void>;
  /** What the pack that is shown is told of what was written; call it when all is laid out. */
  told(): Pick<ActivePack, 'counts' | 'refers'>;
}

type Row = readonly [table: FactTable, row: object];

export function createGenerationWriter(db: Database, generation: number, pack: string): GenerationWriter {
  const counts: Record<keyof PackCounts, number> = { ...NO_COUNTS };
  const references = createClaimReferences();
  const articles: ArticleRow[] = [];
  const qualified = qualifier(pack);
  let lines: string[] = [];
  let first = 0;
  const batches = createBatches(db);

  const endBlock = (): Promise<void> => {
    const block = { generation, first, lines };
    const bytes = lines.reduce((sum, line) => sum + line.length, ROW_BYTES);
    first += lines.length;
    lines = [];
    return batches.add(['claimBlocks', block], bytes);
  };

  const addClaim = (claim: ClaimLinks, text: string): void => {
    references.add(first + lines.length, claimOrder(claim), claim.outlet, concerned(claim), text);
    lines.push(text);
  };

  const addHead = ({ head }: SubjectPages, lines: readonly string[]): Promise<void> =>
    batches.add(
      ['claimPages', { ...head, lines }],
      lines.reduce((sum, line) => sum + line.length, head.ordinals.length * 9 + ROW_BYTES),
    );

  /** Writes first pages whose lines are not all at hand, in one walk over the blocks. */
  const addHeads = async (subjects: readonly SubjectPages[]): Promise<void> => {
    const wanted = await linesAt(
      db,
      generation,
      subjects.flatMap(({ head, lines }) => [...head.ordinals.subarray(0, HEAD_CLAIMS)].filter((_, i) => lines[i] === undefined)),
    );
    for (const subject of subjects) {
      const { ordinals } = subject.head;
      await addHead(
        subject,
        subject.lines.map((line, i) => line ?? wanted.get(ordinals[i] ?? 0) ?? ''),
      );
    }
  };

  const writePages = async (onProgress: (done: number) => void): Promise<void> => {
    let waiting: SubjectPages[] = [];
    let claims = 0;
    let done = 0;
    for (const subject of references.pages(generation, (reference) => qualify(pack, reference))) {
      for (const tail of subject.tails) await batches.add(['claimPages', tail], tail.ordinals.length * 9 + ROW_BYTES);
      if (subject.lines.every((line): line is string => line !== undefined)) await addHead(subject, subject.lines);
      else {
        waiting.push(subject);
        claims += subject.lines.length;
      }
      done += subject.claims;
      if (claims >= HEADS_AT_ONCE) {
        await addHeads(waiting);
        waiting = [];
        claims = 0;
      }
      onProgress(done);
    }
    await addHeads(waiting);
  };

  const referred = (): readonly string[] | undefined => {
    const packs = new Set<string>();
    for (const reference of references.subjects()) packs.add(packOf(qualify(pack, reference)));
    return packs.size <= MOST_REFERRED ? [...packs] : undefined;
  };

  return {
    counts,
    told() {
      const refers = referred();
      return { counts: { ...counts }, ...(refers ? { refers } : {}) };
    },
    async add(items) {
      for (const { kind, record, text } of items) {
        counts[kind]++;
        if (kind === 'claims') {
          addClaim(record, text);
          // Waited for once a block: a promise for each claim would take as long as all else that is done with it here.
          if (lines.length === BLOCK_CLAIMS) await endBlock();
        } else if (kind === 'articles') {
          const row: ArticleRow = { generation, id: qualify(pack, record.id), record: qualified.article(record) };
          articles.push(row);
          await batches.add(['articles', row], ROW_BYTES);
        } else {
          const row: SubjectRow =
            kind === 'actors'
              ? { generation, id: qualify(pack, record.id), kind: record.kind, record: qualified.actor(record) }
              : kind === 'outlets'
                ? { generation, id: qualify(pack, record.id), kind: 'outlet', record: qualified.outlet(record) }
                : { generation, id: qualify(pack, record.id), kind: 'event', record: qualified.event(record) };
          await batches.add(['subjects', row], ROW_BYTES);
        }
      }
    },
    written: batches.done,
    async linesAt(ordinals) {
      await batches.done();
      const found = await linesAt(
        db,
        generation,
        ordinals.filter((ordinal) => ordinal < first),
      );
      for (const ordinal of ordinals) {
        const line = lines[ordinal - first];
        if (line !== undefined) found.set(ordinal, line);
      }
      return found;
    },
    async finish(index, repeated, onProgress = () => undefined) {
      if (lines.length > 0) await endBlock();
      await batches.done();
      for (const page of articlePages(articles)) await batches.add(['articlePages', page], page.items.length * ROW_BYTES);
      for (const run of idRuns(generation, index)) await batches.add(['claimIds', run], run.hash.length * 24 + ROW_BYTES);
      for (const ordinal of repeated) {
        const at = blockOf(ordinal);
        const block = await db.claimBlocks.get([generation, at]);
        if (block) await db.claimBlocks.put({ ...block, lines: block.lines.map((line, i) => (at + i === ordinal ? null : line)) });
      }
      references.drop(repeated);
      counts.claims -= repeated.length;
      // Each claim has about three references.
      const share = 1 / Math.max(1, 3 * index.hash.length);
      await writePages((done) => onProgress(Math.min(1, done * share)));
      await batches.done();
    },
  };
}

/** Rows gathered into transactions. While one is written the next is gathered, and no more than that. */
function createBatches(db: Database): { add(row: Row, bytes: number): Promise<void>; done(): Promise<void> } {
  let rows: Row[] = [];
  let size = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = async (batch: readonly Row[]): Promise<void> => {
    const tables = FACT_TABLES.filter((table) => batch.some(([of]) => of === table));
    await db.transaction('rw', tables, async () => {
      await Promise.all(tables.map((table) => db.table(table).bulkAdd(batch.flatMap(([of, row]) => (of === table ? [row] : [])))));
    });
  };
  const flush = async (): Promise<void> => {
    const batch = rows;
    rows = [];
    size = 0;
    await writing;
    if (batch.length === 0) return;
    writing = write(batch);
    // Whoever writes next hears of a failure; until then it is nobody's.
    writing.catch(() => undefined);
  };
  return {
    async add(row, bytes) {
      rows.push(row);
      size += bytes;
      if (size >= BATCH_BYTES) await flush();
    },
    async done() {
      await flush();
      await writing;
    },
  };
}
