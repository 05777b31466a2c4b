/**
 * Reads a document into blocks, in pieces. This loop sees every element and text node of a page, so it asks the document
 * for as little as it can: a child, a sibling, a tag, the text. Changes nothing in the page; knows nothing of names.
 */
import { createJudge, isFolded, isLeftOut, isShown, type Verdict } from './eligible';
import type { TextBlock } from './text-map';

/** Stands in the text for something that is seen but not read; no name contains it. */
const GAP = '\uFFFC';
const NONE: readonly never[] = [];
const NOT_BLANK = /\S/;
/** Nodes per piece: less than 0.1 ms warm, about 1 ms with cold code. */
const PIECE = 256;
/** An element with more inline elements in it is read node by node, so that a piece stays short. */
const MOST_INLINE = 100;

/** A walk over a part of the document, to be taken in pieces. */
export interface Walk {
  /** Reads on a little and gives the blocks found, which may be none; null at the end. */
  next(): readonly TextBlock[] | null;
  /** The page took away or moved the element where the walk stands: the walk can't go on. */
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
export function createWalk(root: Element, { deep, onHidden, isOurs }: WalkOptions): Walk {
  const view = root.ownerDocument.defaultView;
  if (!view || isLeftOut(root)) return { next: () => null, lost: () => false };
  const judge = createJudge(view, root);
  /** The elements that the walk stands in, the root first, and the container of each one's text; null: not read here. */
  const path: Element[] = [root];
  const containers: (Element | null)[] = [judge(root) === 'inline' || isFolded(root) ? null : root];
  let container: Element | null = containers[0] ?? null;
  /** The container known to be shown, so that each is asked once. */
  let shown: Element | null = null;
  /** The node to be looked at next; null at the end of the innermost element. */
  let at: Node | null = root.firstChild;
  let begun = false;
  /** Nodes looked at in the present piece. */
  let looked = 0;
  // The run being read.
  let nodes: Text[] = [];
  let starts: number[] = [];
  let parts: string[] = [];
  let length = 0;
  let blank = true;

  /** Is all that the element holds inline text, nothing left out, hidden or broken up? Gives the inline elements, -1 where not. */
  function plainness(element: Element, from: number): number {
    let count = from;
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
      looked++;
      if (++count > MOST_INLINE || isOurs(child) || judge(child) !== 'inline') return -1;
      if (child.firstElementChild) count = plainness(child, count);
      if (count < 0) return -1;
    }
    return count;
  }

  /** Reads an element of plain text at once: the browser joins its text, and nobody may ever ask for its nodes. */
  function takeWhole(element: Element, into: TextBlock[]): boolean {
    if (isFolded(element) || plainness(element, 0) < 0) return false;
    const text = element.textContent;
    if (isWritten(text)) {
      // A hidden one goes the long way, which finds out what hides it.
      if (!isShown(element, view as Window)) return false;
      into.push({ container: element, text, anchor: element, places: null, version: 0, matches: NONE, mentions: NONE, undecided: NONE });
    }
    return true;
  }

  function drop(): void {
    if (parts.length === 0) return;
    nodes = [];
    starts = [];
    parts = [];
    length = 0;
    blank = true;
  }

  /** Ends the run; to be called while `container` is still its own. */
  function take(into: TextBlock[]): void {
    if (container && !blank) {
      // Joined at once: the scanner reads a flat string much faster than one added up piece by piece.
      const text = parts.join('');
      const anchor = nodes[0] ?? container;
      into.push({ container, text, anchor, places: { nodes, starts }, version: 0, matches: NONE, mentions: NONE, undecided: NONE });
    }
    drop();
  }

  function add(part: string): void {
    parts.push(part);
    length += part.length;
  }

  function enter(element: Element, its: Element | null): void {
    path.push(element);
    containers.push(its);
    container = its;
    at = element.firstChild;
  }

  function leave(): Element | undefined {
    const left = path.pop();
    containers.pop();
    container = containers.at(-1) ?? null;
    at = path.length > 0 ? (left?.nextSibling ?? null) : null;
    return left;
  }

  /** Passes over everything in the topmost hidden element around the container. */
  function passHidden(hidden: Element): void {
    drop();
    let top = hidden;
    while (top !== root && top.parentElement && !isShown(top.parentElement, view as Window)) top = top.parentElement;
    onHidden(top);
    while (path.length > 0 && leave() !== top);
  }

  function readText(node: Text): void {
    const { data } = node;
    if (container && blank) {
      // White space between blocks; a run begins with its first letter.
      if (!isWritten(data)) {
        at = node.nextSibling;
        return;
      }
      if (container !== shown && !isShown(container, view as Window)) {
        passHidden(container);
        return;
      }
      shown = container;
      blank = false;
    }
    if (container) {
      nodes.push(node);
      starts.push(length);
      add(data);
    }
    at = node.nextSibling;
  }

  function readElement(element: Element, into: TextBlock[]): void {
    const verdict = isOurs(element) ? 'skip' : judge(element);
    if (verdict === 'block') take(into);
    else if (verdict === 'break') add('\n');
    else if (verdict === 'gap') add(GAP);
    if (verdict === 'inline') enter(element, container);
    else if (verdict === 'block' && deep && !takeWhole(element, into)) enter(element, isFolded(element) ? null : element);
    else at = element.nextSibling;
  }

  return {
    next() {
      if (path.length === 0) return null;
      const found: TextBlock[] = [];
      looked = 0;
      if (!begun) {
        begun = true;
        if (container && takeWhole(root, found)) {
          path.pop();
          at = null;
        }
      }
      for (; looked < PIECE && path.length > 0; looked++) {
        const node = at;
        if (!node) {
          // Leaving an inline element does not end the run.
          if (path.length === 1 || container !== containers.at(-2)) take(found);
          leave();
          continue;
        }
        const type = node.nodeType;
        if (type === Node.TEXT_NODE) readText(node as Text);
        else if (type === Node.ELEMENT_NODE) readElement(node as Element, found);
        else at = node.nextSibling;
      }
      return found;
    },
    lost() {
      let above: Node | null = at ? at.parentNode : (path.at(-1) ?? null);
      for (let i = path.length - 1; i >= 0; i--) {
        if (above !== path[i]) return true;
        above = path[i]?.parentNode ?? null;
      }
      return false;
    },
  };
}

/** Is there anything but white space? */
function isWritten(data: string): boolean {
  const first = data.charCodeAt(0);
  // A line's end between two paragraphs, as nearly always.
  if (first <= 0x20 && data.length === 1) return false;
  return (first > 0x20 && first < 0x7f) || NOT_BLANK.test(data);
}
