/**
 * Which agency a story says it comes from: "(AP)", "Reuters contributed to this report", "dpa/lno" in a byline.
 * Takes text and the agencies' names; decides nothing about independence.
 */

/** Datelines stand in the first paragraph, credits in the last two or in the byline. */
const HEAD = 160;
const TAIL_BLOCKS = 2;
const CREDIT =
  /contribut|report(?:ing|ed) by|with (?:material|files|reporting)|source|quelle|mit material|avec|con información|\(c\)|©|copyright|all rights reserved/i;

/** Names of `agencies` credited, in the order given, each once. `agencies` are the spellings that credits use (AP, Reuters, dpa). */
export function wireCredits(blocks: readonly string[], authors: readonly string[], agencies: readonly string[]): string[] {
  const head = (blocks[0] ?? '').slice(0, HEAD);
  const tail = blocks.slice(-TAIL_BLOCKS);
  return agencies.filter((agency) => {
    const word = `(?<![\\p{L}\\p{N}])${agency.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`;
    if (new RegExp(`\\([^()]{0,20}${word}[^()]{0,20}\\)|^[^.]{0,80}[–—-]\\s*${word}\\s*[–—-]`, 'u').test(head)) return true;
    if (authors.some((author) => new RegExp(word, 'u').test(author))) return true;
    return tail.some(
      (block) =>
        block.length < 300 && new RegExp(word, 'u').test(block) && (CREDIT.test(block) || new RegExp(`^\\W*${word}\\W*$`, 'u').test(block)),
    );
  });
}
