/**
 * The way through a page's mentions by key: next, previous, nearest, the n-th of a subject; and bringing one into view.
 * Knows where mentions stand; opens nothing.
 */
import type { QualifiedId } from '@/core/model/ids';
import type { Mention } from '@/core/model/mention';
import type { BlockList } from './block-list';
import { mentionsAt, rectsOf, sameTarget, type Target } from './hit-test';
import { endsOf, offsetOf } from './text-map';

/** A mention that is one, where it stands. */
interface MentionTarget extends Target {
  readonly mention: Mention;
}

/** Every mention in document order. */
export function targetsOf(blocks: BlockList): MentionTarget[] {
  return blocks.all.flatMap((block) => block.mentions.map((mention) => ({ block, mention })));
}

export function targetsOfSubject(blocks: BlockList, subject: QualifiedId): Target[] {
  return targetsOf(blocks).filter(({ mention }) => mention.subject === subject);
}

function inView(
  box: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number },
  window: Window,
): boolean {
  return box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth;
}

/** The mentions that can be seen now, in document order. */
function seenTargets(blocks: BlockList, window: Window): Target[] {
  return blocks.all
    .filter((block) => block.mentions.length > 0 && inView(block.container.getBoundingClientRect(), window))
    .flatMap((block) => block.mentions.map((mention) => ({ block, mention })))
    .filter((target) => rectsOf(target).some((rect) => inView(rect, window)));
}

/**
 * The next (`by` 1) or previous (-1) mention after `from`, round the page; from the first or last in view where `from` is null
 * or gone. Passes over what is not laid out. Null on a page without any.
 */
export function stepFrom(blocks: BlockList, from: Target | null, by: 1 | -1, window: Window): Target | null {
  const all = targetsOf(blocks);
  const at = from ? all.findIndex((target) => sameTarget(target, from)) : -1;
  if (at < 0) {
    const seen = seenTargets(blocks, window);
    const start = by === 1 ? seen[0] : seen.at(-1);
    if (start) return start;
  }
  // Without a place to start from: -1 + 1 is the first, 0 - 1 the last.
  const origin = at < 0 && by === -1 ? 0 : at;
  for (let i = 1; i <= all.length; i++) {
    const target = all[(origin + by * i + all.length * 2) % all.length];
    if (target && rectsOf(target).length > 0) return target;
  }
  return null;
}

/** The mention that the reader is at: selected, in the focused element, else nearest to the middle of the view. */
export function nearestTarget(blocks: BlockList, window: Window): Target | null {
  const { document } = window;
  const selection = document.getSelection();
  const node = selection?.anchorNode;
  const block = node && blocks.blockOf(node);
  if (selection && node && block) {
    const mention = mentionsAt(block.mentions, offsetOf(block, node as Text, selection.anchorOffset))[0];
    if (mention) return { block, mention };
  }
  const focused = document.activeElement;
  if (focused && focused !== document.body && focused !== document.documentElement) {
    const inside = targetsOf(blocks).find((target) => focused.contains(endsOf(target.block, target.mention)?.start.node ?? null));
    if (inside) return inside;
  }
  const middle = window.innerHeight / 2;
  let nearest: Target | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const target of seenTargets(blocks, window)) {
    const box = rectsOf(target)[0];
    const away = box ? Math.abs(box.top + box.height / 2 - middle) : distance;
    if (away < distance) {
      nearest = target;
      distance = away;
    }
  }
  return nearest;
}

/** Scrolls at once to where the mention can be seen, if it is not in view; also inside scrolling parts of the page. */
export function bringIntoView(target: Target, window: Window): void {
  const visible = (): boolean =>
    rectsOf(target).some((rect) => rect.top >= 0 && rect.bottom <= window.innerHeight && rect.left >= 0 && rect.right <= window.innerWidth);
  if (visible()) return;
  const parent = endsOf(target.block, target.mention)?.start.node.parentElement;
  parent?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const box = rectsOf(target)[0];
  // In a paragraph higher than the window the words may still be outside.
  if (box && !visible()) window.scrollBy({ top: box.top - window.innerHeight / 2, behavior: 'instant' });
}
