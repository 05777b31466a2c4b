/**
 * The blocks of a page in which names were found, in document order, and the way from a text node to its block.
 * Keeps no block without a match: a page's text is not held twice.
 */
import { nodesOf, type TextBlock } from './text-map';

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
  /** Makes the nodes with names in them known to {@link blockOf}; to be called after additions. */
  index(): void;
  /** The block of a text node, if names were found in the node. */
  blockOf(node: Node): TextBlock | null;
  has(block: TextBlock): boolean;
  clear(): void;
}

/** Does `element` or anything around it belong to the set? */
export function isWithin(element: Element, set: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (set.has(at)) return true;
  return false;
}

function follows(a: TextBlock, b: TextBlock): boolean {
  const [first, second] = [a.nodes[0], b.nodes[0]];
  return Boolean(first && second && first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_PRECEDING);
}

export function createBlockList(): BlockList {
  let all: TextBlock[] = [];
  let byNode = new WeakMap<Node, TextBlock>();
  const indexed = new WeakMap<TextBlock, number>();
  /** Where the last block was added. */
  let latest = -1;

  function placeOf(block: TextBlock): number {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = all[middle];
      if (there && follows(block, there)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    get all() {
      return all;
    },
    add(block, previous) {
      if (!block.nodes[0]?.isConnected) return;
      if (!previous || previous !== all[latest]) latest = placeOf(block) - 1;
      latest++;
      if (latest === all.length) all.push(block);
      else all.splice(latest, 0, block);
    },
    take(touched) {
      const taken = new Map<Element, TextBlock[]>();
      all = all.filter((block) => {
        const { container } = block;
        const stays =
          container.isConnected && !touched.own.has(container) && (touched.deep.size === 0 || !isWithin(container, touched.deep));
        if (!stays) {
          const siblings = taken.get(container);
          if (siblings) siblings.push(block);
          else taken.set(container, [block]);
        }
        return stays;
      });
      return taken;
    },
    index() {
      for (const block of all) {
        if (indexed.get(block) === block.version) continue;
        indexed.set(block, block.version);
        for (const { start, end } of block.matches) for (const node of nodesOf(block, start, end)) byNode.set(node, block);
      }
    },
    blockOf(node) {
      const block = byNode.get(node);
      return block?.nodes.includes(node as Text) ? block : null;
    },
    has: (block) => all.includes(block),
    clear() {
      all = [];
      byNode = new WeakMap();
    },
  };
}
