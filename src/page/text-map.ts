/**
 * Reads a document into blocks: runs of inline text under one block-level container, joined across inline elements,
 * each with the way back to its text nodes. Changes nothing in the page; knows nothing of names.
 */

import type { Match } from '@/core/gazetteer/types';
import type { Mention } from '@/core/model/mention';
import { createJudge, isFolded, isLeftOut, isShown, type Verdict } from './eligible';

/** One run of text. `starts[i]` is where `nodes[i]` begins in `text`; offsets are UTF-16 units. */
export interface TextBlock {
  readonly container: Element;
  readonly text: string;
  nodes: readonly Text[];
  starts: readonly number[];
  /** Goes up when the same text is found in other nodes, so that marks know to be laid anew. */
  version: number;
  matches: readonly Match[];
  mentions: readonly Mention[];
}

/** Stands in the text for something that is seen but not read; no name contains it. */
const GAP = '\uFFFC';
const NOT_BLANK = /\S/;

/** A walk over a part of the document, to be taken in pieces. */
export interface Walk {
  /** The next block, or null at the end. */
  next(): TextBlock | null;
  /** The page took away the element where the walk stood: what came after it was not read. */
  lost(): boolean;
}

export interface WalkOptions {
  /** Read the nested containers too, or only the root's own runs. */
  readonly deep: boolean;
  /** Told of elements that are not shown now, the topmost of each: their text is not read. */
  readonly onHidden: (element: Element) => void;
  /** Elements that are not the page's: never entered. */
  readonly isOurs: (node: Node) => boolean;
}

/** The block-level element that a node's text belongs to. */
export function containerOf(node: Node, judge: (element: Element) => Verdict): Element | null {
  let at: Element | null = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  while (at && judge(at) === 'inline') at = at.parentElement;
  return at;
}

/**
 * Starts a walk at `root`, which may be any element. Runs whose container lies outside the root (an inline root's own text)
 * are not given: they belong to that container's reading.
 */
export function createWalk(root: Element, options: WalkOptions): Walk {
  const view = root.ownerDocument.defaultView;
  if (!view || isLeftOut(root)) return { next: () => null, lost: () => false };
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const blocks = walk(walker, root, view, options);
  let done = false;
  return {
    next() {
      const step = blocks.next();
      done = step.done === true;
      return step.value ?? null;
    },
    lost: () => !done && !root.contains(walker.currentNode),
  };
}

/** The next node that is not inside the current one. */
function pass(walker: TreeWalker): Node | null {
  let next = walker.nextSibling();
  while (!next && walker.parentNode()) next = walker.nextSibling();
  return next;
}

function* walk(walker: TreeWalker, root: Element, view: Window, options: WalkOptions): Generator<TextBlock, undefined> {
  const judge = createJudge(view);
  /** The container that each element's text belongs to; null: none that is read here. One tree step a node, no climbing. */
  const containers = new Map<Node, Element | null>([[root, judge(root) === 'inline' ? null : root]]);
  const unshown = new Set<Element>();
  /** The innermost container known to be shown, so that each is asked once. */
  let shown: Element | null = null;
  let current: Element | null = null;
  let nodes: Text[] = [];
  let starts: number[] = [];
  let text = '';

  function take(): TextBlock | null {
    const block =
      current && nodes.length > 0 && NOT_BLANK.test(text)
        ? { container: current, text, nodes, starts, version: 0, matches: [], mentions: [] }
        : null;
    if (text !== '') {
      nodes = [];
      starts = [];
      text = '';
    }
    return block;
  }

  let node = walker.nextNode();
  while (node) {
    const parent: Node | null = node.parentNode;
    const container: Element | null = (parent && containers.get(parent)) ?? null;
    if (container !== current) {
      const block = take();
      current = container;
      if (block) yield block;
    }
    if (node.nodeType === Node.TEXT_NODE) {
      const { data } = node as Text;
      if (container && !isFolded(container)) {
        if (container !== shown && NOT_BLANK.test(data)) {
          if (unshown.has(container) || !isShown(container, view)) {
            take();
            const top = topmostHidden(container, root, view);
            unshown.add(container);
            options.onHidden(top);
            if (top === root) return;
            walker.currentNode = top;
            node = pass(walker);
            continue;
          }
          shown = container;
        }
        nodes.push(node as Text);
        starts.push(text.length);
        text += data;
      }
      node = walker.nextNode();
      continue;
    }
    const verdict = options.isOurs(node) ? 'skip' : judge(node as Element);
    if (verdict === 'inline') {
      containers.set(node, container);
      node = walker.nextNode();
      continue;
    }
    if (verdict === 'break') text += '\n';
    else if (verdict === 'gap') text += GAP;
    else if (verdict === 'block') {
      const block = take();
      if (block) yield block;
      if (options.deep) {
        containers.set(node, node as Element);
        node = walker.nextNode();
        continue;
      }
    }
    node = pass(walker);
  }
  const last = take();
  if (last) yield last;
}

function topmostHidden(element: Element, root: Element, view: Window): Element {
  let top = element;
  while (top !== root && top.parentElement && !isShown(top.parentElement, view)) top = top.parentElement;
  return top;
}

/** The last index whose start is not after `offset`. */
function nodeIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Spot {
  readonly node: Text;
  readonly offset: number;
}

/** Where an offset of the block's text is in the document; `end` prefers the node that the text before it stands in. */
export function spotOf(block: TextBlock, offset: number, end = false): Spot | null {
  const index = nodeIndex(block.starts, end && offset > 0 ? offset - 1 : offset);
  const node = block.nodes[index];
  const start = block.starts[index];
  if (!node || start === undefined) return null;
  return { node, offset: Math.max(0, Math.min(offset - start, node.data.length)) };
}

/** The nodes that hold a stretch of the block's text. */
export function nodesOf(block: TextBlock, start: number, end: number): readonly Text[] {
  return block.nodes.slice(nodeIndex(block.starts, start), nodeIndex(block.starts, Math.max(start, end - 1)) + 1);
}

/** The offset in the block's text of a place in one of its nodes; -1 where the node is not the block's. */
export function offsetOf(block: TextBlock, node: Text, offset: number): number {
  const start = block.starts[block.nodes.indexOf(node)];
  return start === undefined ? -1 : start + offset;
}

/** Both ends of a mention in the document. */
export function endsOf(block: TextBlock, mention: Mention): { readonly start: Spot; readonly end: Spot } | null {
  const start = spotOf(block, mention.start);
  const end = spotOf(block, mention.end, true);
  return start && end ? { start, end } : null;
}

/** Do the nodes still hold the mention's words? False between a change of the page and its reading. */
export function stillSpells(block: TextBlock, mention: Mention): boolean {
  const first = nodeIndex(block.starts, mention.start);
  let spelled = '';
  for (let i = first; i < block.nodes.length; i++) {
    const node = block.nodes[i];
    const start = block.starts[i];
    if (!node || start === undefined || start >= mention.end) break;
    if (!node.isConnected) return false;
    // A gap or line break between two nodes is in the block's text only.
    if (spelled !== '') spelled += block.text.slice(mention.start + spelled.length, start);
    spelled += node.data.slice(Math.max(0, mention.start - start), mention.end - start);
  }
  return spelled === block.text.slice(mention.start, mention.end);
}
