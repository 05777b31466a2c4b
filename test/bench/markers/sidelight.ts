/** Walk, scan and paint as the content script does on a fresh page; with linking as well. */
import { canScan } from '@/core/gazetteer/machine';
import { openGazetteer } from '@/core/gazetteer/open';
import { link } from '@/core/linking/link';
import { createMarks } from '@/page/marks';
import type { TextBlock } from '@/page/text-map';
import { createWalk } from '@/page/walk';
import { offer } from './marker';

// As reader.js does while it waits for its orders.
canScan();

function walked(): TextBlock[] {
  const walk = createWalk(document.body, { deep: true, onHidden: () => {}, isOurs: () => false });
  const found: TextBlock[] = [];
  for (let some = walk.next(); some; some = walk.next()) found.push(...some);
  return found;
}

function paint(blocks: readonly TextBlock[]): number {
  createMarks(window, () => true).sync(blocks);
  return blocks.reduce((sum, block) => sum + block.mentions.length, 0);
}

offer({
  // What the peers do: every match is a mark, whoever it may mean.
  sidelight(_names, packed) {
    const gazetteer = openGazetteer(packed);
    const blocks: TextBlock[] = [];
    for (const block of walked()) {
      block.matches = gazetteer.scan(block.text);
      if (block.matches.length === 0) continue;
      block.mentions = block.matches.map(({ start, end, candidates }) => {
        const { id, kind } = gazetteer.subject(candidates[0]?.subject ?? 0);
        return { start, end, subject: id, kind, surface: '', reason: 'full-name' };
      });
      blocks.push(block);
    }
    return paint(blocks);
  },
  // The peers have no counterpart to this: who is meant, decided from the whole article.
  'sidelight, with linking'(_names, packed) {
    const gazetteer = openGazetteer(packed);
    const blocks: TextBlock[] = [];
    for (const block of walked()) {
      block.matches = gazetteer.scan(block.text);
      if (block.matches.length > 0) blocks.push(block);
    }
    const linked = link(gazetteer, blocks);
    for (const [i, block] of blocks.entries()) block.mentions = linked[i]?.mentions ?? [];
    return paint(blocks);
  },
});
