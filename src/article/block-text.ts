/**
 * The text of a block put together from the page's text nodes, and the way back: white space is folded and invisible
 * characters are dropped, so a place in the text has to be looked up in the node that it came from.
 * Reads nodes, changes none.
 */

/** A stretch of a block's text that one text node gave. Offsets are UTF-16 units of the block's text, end exclusive. */
export interface TextPiece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Soft hyphens and the like: readers do not see them, and names and dates must be found without them. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const IS_INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
const IS_SPACE = /\s/;

/** What a node's own text reads as: no invisible characters, each run of white space one space. */
const folded = (value: string): string => value.replace(INVISIBLE, '').replace(/\s+/g, ' ');

/** Puts one block together, node by node. Asks nothing of the text so far, so that a block of very many nodes stays linear. */
export class BlockText {
  private chunks: string[] = [];
  private length = 0;
  private afterSpace = true;
  private parts: TextPiece[] = [];

  /** Adds what a node says; spaces at its edges join with those of its neighbours. */
  add(node: Text): void {
    const start = this.length;
    this.append(folded(node.nodeValue ?? ''));
    if (this.length > start) this.parts.push({ node, start, end: this.length });
  }

  /** A space that no node holds: a line break, a picture. */
  addSpace(): void {
    this.append(' ');
  }

  private append(given: string): void {
    const text = this.afterSpace && given.startsWith(' ') ? given.slice(1) : given;
    if (text === '') return;
    this.chunks.push(text);
    this.length += text.length;
    this.afterSpace = text.endsWith(' ');
  }

  /** The block so far, and an empty one from here on. */
  take(): { readonly text: string; readonly pieces: readonly TextPiece[] } {
    const text = this.chunks.join('').trimEnd();
    const pieces = this.parts.flatMap((p) => (p.start >= text.length ? [] : [{ ...p, end: Math.min(p.end, text.length) }]));
    this.chunks = [];
    this.length = 0;
    this.afterSpace = true;
    this.parts = [];
    return { text, pieces };
  }
}

/** Where a stretch of a block stands in the page; a StaticRange can be made of it. */
export interface PagePlace {
  readonly startContainer: Text;
  readonly startOffset: number;
  readonly endContainer: Text;
  readonly endOffset: number;
}

/**
 * The place of the characters [start, end) of a block's `text`. Null where no node holds them, or where the page has
 * changed one of the nodes since it was read: then the place is unknown.
 */
export function placeOf(text: string, pieces: readonly TextPiece[], start: number, end: number): PagePlace | null {
  const touched = pieces.filter((p) => p.start < end && start < p.end);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last || !touched.every((p) => stillSays(p, text))) return null;
  return {
    startContainer: first.node,
    startOffset: rawOffset(first, text, Math.max(start, first.start)),
    endContainer: last.node,
    endOffset: rawOffset(last, text, Math.min(end, last.end) - 1) + 1,
  };
}

/** The block's offset of a place in a node that gave one of its pieces: the way back from {@link placeOf}. */
export function offsetInBlock(text: string, { node, start, end }: TextPiece, nodeOffset: number): number {
  const before = folded((node.nodeValue ?? '').slice(0, nodeOffset));
  // A space at the node's head that joined one before it left nothing in the text.
  const joined = before.startsWith(' ') && text.charAt(start) !== ' ';
  return Math.min(end, start + before.length - (joined ? 1 : 0));
}

function stillSays({ node, start, end }: TextPiece, text: string): boolean {
  return node.isConnected && folded(node.nodeValue ?? '').trim() === text.slice(start, end).trim();
}

/** The node's own offset of the character at `offset` of the block; for a folded space, that of its first one. */
function rawOffset({ node, start }: TextPiece, text: string, offset: number): number {
  const value = node.nodeValue ?? '';
  let i = 0;
  const skipInvisible = () => {
    while (i < value.length && IS_INVISIBLE.test(value.charAt(i))) i++;
  };
  const skipSpace = () => {
    while (i < value.length && (IS_SPACE.test(value.charAt(i)) || IS_INVISIBLE.test(value.charAt(i)))) i++;
  };
  // Space at the node's head that joined a space before it left nothing in the text.
  if (text.charAt(start) !== ' ') skipSpace();
  skipInvisible();
  for (let at = start; at < offset && i < value.length; at++) {
    if (IS_SPACE.test(value.charAt(i))) skipSpace();
    else i++;
    skipInvisible();
  }
  return i;
}
