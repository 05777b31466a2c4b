/**
 * Boxes over lines of text, drawn in a layer of the host's closed root: for the mention in hand and the sentence just shown,
 * which depend on what the reader does and are not the page's to see. Knows rectangles and one element of ours.
 */

/** Boxes of one line no further apart than this (CSS pixels) are one; about the space that a drawn box adds on its sides. */
const SIDE_BY_SIDE = 4;

/** The whole box around the boxes; null where there is none. */
export function around(rects: readonly DOMRect[]): DOMRect | null {
  const [first] = rects;
  if (!first) return null;
  let { left, top, right, bottom } = first;
  for (const rect of rects) {
    left = Math.min(left, rect.left);
    top = Math.min(top, rect.top);
    right = Math.max(right, rect.right);
    bottom = Math.max(bottom, rect.bottom);
  }
  return new DOMRect(left, top, right - left, bottom - top);
}

/** One box for each line of the words: boxes side by side, as of a name split over elements, are joined. */
function linesOf(rects: readonly DOMRect[]): readonly DOMRect[] {
  const lines: DOMRect[] = [];
  for (const rect of rects) {
    const last = lines.at(-1);
    const common = last ? Math.min(last.bottom, rect.bottom) - Math.max(last.top, rect.top) : 0;
    const apart = last ? Math.max(last.left, rect.left) - Math.min(last.right, rect.right) : 0;
    if (last && common > Math.min(last.height, rect.height) / 2 && apart <= SIDE_BY_SIDE)
      lines[lines.length - 1] = around([last, rect]) ?? rect;
    else lines.push(rect);
  }
  return lines;
}

/** Draws a box over each line of the words, in place of what the layer held; `kind` is a class of the host's style. */
export function drawBoxes(layer: HTMLElement, rects: readonly DOMRect[], kind: 'current' | 'flash'): void {
  layer.replaceChildren(
    ...linesOf(rects).map((rect) => {
      const box = layer.ownerDocument.createElement('div');
      box.className = kind;
      // Through the object model: a style attribute would fall under the page's content security policy.
      box.style.left = `${rect.left - 2}px`;
      box.style.top = `${rect.top - 1}px`;
      box.style.width = `${rect.width + 4}px`;
      box.style.height = `${rect.height + 2}px`;
      return box;
    }),
  );
}
