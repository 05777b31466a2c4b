/**
 * Which mention is under a point. Caret position and a search in one block, whatever the number of marks;
 * works for mentions that are not painted too. Knows nothing of pointers or cards.
 */
import type { Mention } from '@/core/model/mention';
import type { BlockList } from './block-list';
import { endsOf, offsetOf, stillSpells, type TextBlock } from './text-map';

/** A mention where it stands. */
export interface Target {
  readonly block: TextBlock;
  readonly mention: Mention;
}

/** The caret lies between letters, and a line's box is lower than the line: so much around a box still counts, in CSS pixels. */
const SLACK = 1;

/** The same words of the same block, though linking may have run again in between. */
export function sameTarget(a: Target, b: Target): boolean {
  return (
    a.block === b.block && a.mention.start === b.mention.start && a.mention.end === b.mention.end && a.mention.subject === b.mention.subject
  );
}

/**
 * The mentions that cover the offset or end at it, the innermost first: two where they touch, more where an event's
 * name holds actors'. `mentions` are sorted by start; those of events don't overlap each other, nor do the others.
 */
export function mentionsAt(mentions: readonly Mention[], offset: number): readonly Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  // Back from the last that starts in time, until one of each layer has ended before the offset.
  let actorPassed = false;
  let eventPassed = false;
  for (let i = low - 1; i >= 0 && !(actorPassed && eventPassed); i--) {
    const mention = mentions[i];
    if (!mention) continue;
    if (mention.end >= offset) found.push(mention);
    else if (mention.kind === 'event') eventPassed = true;
    else actorPassed = true;
  }
  return found.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
}

/** Did the page take the mention's first node away? A later reading may find the same words in another. */
export function isGone({ block, mention }: Target): boolean {
  return endsOf(block, mention)?.start.node.isConnected !== true;
}

/** The boxes of a mention in the viewport, in CSS pixels; empty where it is not laid out or its words have changed. */
export function rectsOf({ block, mention }: Target): readonly DOMRect[] {
  const ends = endsOf(block, mention);
  if (!ends || !stillSpells(block, mention)) return [];
  const range = block.container.ownerDocument.createRange();
  range.setStart(ends.start.node, ends.start.offset);
  range.setEnd(ends.end.node, ends.end.offset);
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  // A live range makes later edits of the page slower until it is collected; one at the document's start costs nothing.
  range.setStart(block.container.ownerDocument, 0);
  range.collapse(true);
  return rects;
}

/** The mention under a point of the viewport (CSS pixels), or null. */
export function hitTest(document: Document, blocks: BlockList, x: number, y: number): Target | null {
  const caret = document.caretPositionFromPoint(x, y);
  const node = caret?.offsetNode;
  if (!caret || node?.nodeType !== Node.TEXT_NODE) return null;
  const block = blocks.blockOf(node);
  if (!block) return null;
  // The nearest caret may be far away, at the end of a line: the point must lie in the mention's own boxes.
  for (const mention of mentionsAt(block.mentions, offsetOf(block, node as Text, caret.offset))) {
    const target = { block, mention };
    const inside = rectsOf(target).some(
      (rect) => x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK,
    );
    if (inside) return target;
  }
  return null;
}
