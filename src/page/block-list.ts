/**
 * The blocks of a page in which names were found, in document order, and the way from a text node to its block.
 * Keeps no block without a match: a page's text is not held twice.
 */
import { placesOf, type TextBlock } from './text-map';

/** The elements whose text changed: their own runs only, or everything in them. */
export interface Touched {
  readonly own: ReadonlySet<Element>;
  readonly deep: ReadonlySet<Element>;
}

export interface BlockList {
  /** In document order. */
  readonly all: readonly TextBlock[];
  /**
   * Puts a block in its place; one whose nodes have left the document is not taken. `previous`: the block just added before it,
   * where nothing can stand between the two. Comparing places costs a walk over siblings, which a long page has by the thousand.
   */
  add(block: TextBlock, previous: TextBlock | null): void;
  /** Takes out the blocks of touched or removed elements and gives them by container, to be found again there. */
  take(touched: Touched): Map<Element, TextBlock[]>;
  /** The blocks of the nearest element, this one or around it, in whose own text names were found. */
  around(element: Element): readonly TextBlock[];
  /** The block that a text node is part of, if names were found in the block. */
  blockOf(node: Node): TextBlock | null;
  has(block: TextBlock): boolean;
  clear(): void;
}

/** Does `element` or anything around it belong to the set? */
export function isWithin(element: Element, set: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (set.has(at)) return true;
  return false;
}

/**
 * Does `a` stand before `b`? Where they are children of one element, browsers count siblings back from `b` until they meet `a`:
 * quick for neighbours that are asked in their order, and as slow as the page is long for others.
 */
function precedes(a: TextBlock, b: TextBlock): boolean {
  return (a.anchor.compareDocumentPosition(b.anchor) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

export function createBlockList(): BlockList {
  let all: TextBlock[] = [];
  const byContainer = new Map<Element, TextBlock[]>();
  /** Where the last block was added. */
  let latest = -1;
  /** What stood before the blocks taken out last: most of them come back to their places. */
  let before = new WeakMap<Element, TextBlock | null>();

  function fits(block: TextBlock, at: number): boolean {
    const [above, below] = [all[at - 1], all[at]];
    return (!above || precedes(above, block)) && (!below || precedes(block, below));
  }

  function placeOf(block: TextBlock): number {
    const above = before.get(block.container);
    const old = above === undefined ? -1 : above === null ? 0 : all.indexOf(above) + 1;
    for (const at of [old, latest + 1, all.length]) if (at >= 0 && at <= all.length && fits(block, at)) return at;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = all[middle];
      if (there && precedes(there, block)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    get all() {
      return all;
    },
    add(block, previous) {
      if (!block.anchor.isConnected) return;
      if (!previous || previous !== all[latest]) latest = placeOf(block) - 1;
      latest++;
      if (latest === all.length) all.push(block);
      else all.splice(latest, 0, block);
      const siblings = byContainer.get(block.container);
      if (siblings) siblings.push(block);
      else byContainer.set(block.container, [block]);
    },
    take(touched) {
      const taken = new Map<Element, TextBlock[]>();
      for (const [container, siblings] of byContainer) {
        const stays =
          container.isConnected && !touched.own.has(container) && (touched.deep.size === 0 || !isWithin(container, touched.deep));
        if (stays) continue;
        taken.set(container, siblings);
        byContainer.delete(container);
      }
      if (taken.size === 0) return taken;
      before = new WeakMap();
      let last: TextBlock | null = null;
      all = all.filter((block) => {
        const stays = !taken.has(block.container);
        if (stays) last = block;
        else if (!before.has(block.container)) before.set(block.container, last);
        return stays;
      });
      return taken;
    },
    around(element) {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const found = byContainer.get(at);
        if (found) return found;
      }
      return [];
    },
    blockOf(node) {
      // The container is the nearest block-level element around the node; listed ones beyond it do not hold the node.
      for (let at = node.parentElement; at; at = at.parentElement) {
        const block = byContainer.get(at)?.find((one) => placesOf(one).nodes.includes(node as Text));
        if (block) return block;
      }
      return null;
    },
    has: (block) => byContainer.get(block.container)?.includes(block) ?? false,
    clear() {
      all = [];
      byContainer.clear();
    },
  };
}
