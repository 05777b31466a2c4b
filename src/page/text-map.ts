/**
 * A block: a run of inline text under one block-level container, joined across inline elements, with the way from its text
 * to the document's text nodes and back. walk.ts reads them.
 */

import type { Match } from '@/core/gazetteer/types';
import type { Mention, Undecided } from '@/core/model/mention';

/** Where a block's text stands in the document: `starts[i]` is where `nodes[i]` begins in it, in UTF-16 units. */
export interface Places {
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
}

/** One run of text. */
export interface TextBlock {
  readonly container: Element;
  readonly text: string;
  /** By its place in the document the block's is known: the first node, or the container where the text is all that it holds. */
  anchor: Node;
  /** Null where the text is all that the container holds: looked up by {@link placesOf}, which most blocks are never asked for. */
  places: Places | null;
  /** Goes up when the same text is found in other nodes, so that marks know to be laid anew. */
  version: number;
  matches: readonly Match[];
  mentions: readonly Mention[];
  /** Names of one of several: not painted, shown where the reader asks. */
  undecided: readonly Undecided[];
}

/** Text and CDATA, of which the text of an element consists. */
const SHOW_CHARACTERS = 0x4 | 0x8;
const NOWHERE: Places = { nodes: [], starts: [] };

/** The text nodes of a block; none where the page changed its text since it was read. */
export function placesOf(block: TextBlock): Places {
  if (block.places) return block.places;
  const nodes: Text[] = [];
  const starts: number[] = [];
  let length = 0;
  const walker = block.container.ownerDocument.createTreeWalker(block.container, SHOW_CHARACTERS);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node as Text);
    starts.push(length);
    length += (node as Text).length;
  }
  if (length !== block.text.length) return NOWHERE;
  block.places = { nodes, starts };
  return block.places;
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
  const { nodes, starts } = placesOf(block);
  const index = nodeIndex(starts, end && offset > 0 ? offset - 1 : offset);
  const node = nodes[index];
  const start = starts[index];
  if (!node || start === undefined) return null;
  return { node, offset: Math.max(0, Math.min(offset - start, node.data.length)) };
}

/** The offset in the block's text of a place in one of its nodes; -1 where the node is not the block's. */
export function offsetOf(block: TextBlock, node: Text, offset: number): number {
  const { nodes, starts } = placesOf(block);
  const start = starts[nodes.indexOf(node)];
  return start === undefined ? -1 : start + offset;
}

/** Where a mention is in its block's text. */
type Stretch = Pick<Mention, 'start' | 'end'>;

/** Both ends of a mention in the document. */
export function endsOf(block: TextBlock, mention: Stretch): { readonly start: Spot; readonly end: Spot } | null {
  const start = spotOf(block, mention.start);
  const end = spotOf(block, mention.end, true);
  return start && end ? { start, end } : null;
}

/** Do the nodes still hold the mention's words? False between a change of the page and its reading. */
export function stillSpells(block: TextBlock, mention: Stretch): boolean {
  const { nodes, starts } = placesOf(block);
  const first = nodeIndex(starts, mention.start);
  let spelled = '';
  for (let i = first; i < nodes.length; i++) {
    const node = nodes[i];
    const start = starts[i];
    if (!node || start === undefined || start >= mention.end) break;
    if (!node.isConnected) return false;
    // A gap or line break between two nodes is in the block's text only.
    if (spelled !== '') spelled += block.text.slice(mention.start + spelled.length, start);
    spelled += node.data.slice(Math.max(0, mention.start - start), mention.end - start);
  }
  return spelled === block.text.slice(mention.start, mention.end);
}
