/** A shown pack as the lines of its JSONL file: the same pack gives the same lines, to the byte. Reads in runs. */
import { headText, LINE_TYPES } from '@/core/pack/record-text';
import type { RecordKind } from '@/core/pack/schema';
import { articleLine, rowsOf, subjectLine } from './changes';
import type { ActivePack } from './rows';
import type { Database } from './versions';

/** Blocks of claims read at once: some 2 MB. */
const BLOCKS = 64;

/** Yields the pack's lines, each with its end, a few hundred at a time. */
export async function* exportLines(db: Database, { generation, info, counts }: ActivePack): AsyncGenerator<string> {
  yield `${headText(info, counts)}\n`;
  const typed = (list: RecordKind, text: string) => `{"type":"${LINE_TYPES[list]}",${text.slice(1)}\n`;
  for (const wanted of ['actors', 'outlets', 'events'] as const) {
    let lines = '';
    for await (const row of rowsOf(db, 'subjects', generation)) {
      if (!('kind' in row)) continue;
      const { list, text } = subjectLine(info.id, row);
      if (list === wanted) lines += typed(list, text);
    }
    if (lines) yield lines;
  }
  let articles = '';
  for await (const row of rowsOf(db, 'articles', generation))
    if (!('kind' in row)) articles += typed('articles', articleLine(info.id, row));
  if (articles) yield articles;
  let after: readonly unknown[] = [generation];
  for (;;) {
    const blocks = await db.claimBlocks.where(':id').between(after, [generation, []], false, false).limit(BLOCKS).toArray();
    const lines = blocks.flatMap((block) => block.lines.flatMap((line) => (line === null ? [] : typed('claims', line))));
    if (lines.length > 0) yield lines.join('');
    const last = blocks.at(-1);
    if (!last || blocks.length < BLOCKS) return;
    after = [generation, last.first];
  }
}
