/**
 * Which mention is under a point. The browser has found the element already, so that the few mentions of its text are left to look
 * at, whatever the number of marks; works for mentions that are not painted too. Knows nothing of cards.
 */
import type { Mention, Undecided } from '@/core/model/mention';
import type { BlockList } from './block-list';
import { endsOf, offsetOf, stillSpells, type TextBlock } from './text-map';

/** What the reader can point at: a mention, or a stretch that may name one of several. */
export type Named = Mention | Undecided;

export const isMention = (named: Named): named is Mention => 'subject' in named;

/** A mention where it stands. */
export interface Target {
  readonly block: TextBlock;
  readonly mention: Named;
}

const subjectOf = (named: Named): string | null => (isMention(named) ? named.subject : null);

/** The same stretch, for the same subject or still undecided. */
export const sameNaming = (a: Named, b: Named): boolean => a.start === b.start && a.end === b.end && subjectOf(a) === subjectOf(b);

/** The caret lies between letters, and a line's box is lower than the line: so much around a box still counts, in CSS pixels. */
const SLACK = 1;

/** The same words of the same block, though linking may have run again in between. */
export function sameTarget(a: Target, b: Target): boolean {
  return a.block === b.block && sameNaming(a.mention, b.mention);
}

/** The innermost first: an event's name may hold actors'. */
const byLength = (a: Mention, b: Mention): number => a.end - a.start - (b.end - b.start) || a.start - b.start;

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
  return found.sort(byLength);
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

/** A text with more mentions is asked for the caret first: that costs as much as the boxes of about so many. */
const FEW = 8;

/** Does the point lie in a box of the mention? */
const covers = (target: Target, x: number, y: number): boolean =>
  rectsOf(target).some((rect) => x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK);

/**
 * The mention under a point of the viewport (CSS pixels), or null. `element`: the innermost at the point, as a pointer event has it
 * for its target; looking it up anew goes through the whole page's layout.
 */
export function hitTest(element: Element, blocks: BlockList, x: number, y: number): Target | null {
  for (const block of blocks.around(element)) {
    let { mentions } = block;
    if (mentions.length > FEW) {
      // The nearest caret may be far away, at the end of a line: the boxes decide in any case.
      const caret = element.ownerDocument.caretPositionFromPoint(x, y);
      const node = caret?.offsetNode;
      mentions = caret && node?.nodeType === Node.TEXT_NODE ? mentionsAt(mentions, offsetOf(block, node as Text, caret.offset)) : [];
    } else if (mentions.length > 1) mentions = [...mentions].sort(byLength);
    for (const mention of [...mentions, ...block.undecided]) {
      const target: Target = { block, mention };
      if (covers(target, x, y)) return target;
    }
  }
  return null;
}
