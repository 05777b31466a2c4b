/** Claims by their places in a generation: which block each lies in, fetched in runs. Knows blocks, nothing of what lines say. */
import { BLOCK_CLAIMS } from './layout';
import type { Database } from './versions';

/** Blocks fetched at once: some 2 MB. */
const AT_ONCE = 64;

/** The place of the block that holds a claim. */
export const blockOf = (ordinal: number): number => ordinal - (ordinal % BLOCK_CLAIMS);

/** The lines of claims, by place; those that stand twice in their file are left out. */
export async function linesAt(db: Database, generation: number, ordinals: Iterable<number>): Promise<Map<number, string>> {
  const wanted = new Set(ordinals);
  const blocks = [...new Set(Array.from(wanted, blockOf))].sort((a, b) => a - b);
  const lines = new Map<number, string>();
  for (let i = 0; i < blocks.length; i += AT_ONCE) {
    const rows = await db.claimBlocks.bulkGet(blocks.slice(i, i + AT_ONCE).map((first): [number, number] => [generation, first]));
    for (const row of rows) {
      for (const [at, line] of (row?.lines ?? []).entries()) {
        const ordinal = (row?.first ?? 0) + at;
        if (line !== null && wanted.has(ordinal)) lines.set(ordinal, line);
      }
    }
  }
  return lines;
}
