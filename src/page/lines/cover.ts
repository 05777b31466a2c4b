/**
 * Does something lie over words of the page, so that a line on them would lie on that instead? Asks which elements are at the
 * words' middle; what is only transparent there does not count. What the pointer goes through is not met: a fade over a paragraph keeps its lines.
 */

/** What is drawn by the browser itself, or by scripts, and covers whatever is under it. */
const OPAQUE = new Set('img video canvas iframe object embed svg input textarea select button'.split(' '));
/** Opacity of a background from which it hides what is under it. */
const LEAST_ALPHA = 0.35;

/** `holders`: the elements right around the words; `container`: the block-level one that they stand in. */
export type IsCovered = (rect: DOMRect, holders: readonly Element[], container: Element) => boolean;

/** A look for one frame: what is found out about an element is kept that long. */
export function createCover(window: Window & typeof globalThis): IsCovered {
  const { document } = window;
  const hides = new Map<Element, boolean>();
  const shown = new Map<Element, boolean>();

  function isHiding(element: Element): boolean {
    const known = hides.get(element);
    if (known !== undefined) return known;
    const style = window.getComputedStyle(element);
    const hiding =
      Number(style.opacity) >= LEAST_ALPHA &&
      (OPAQUE.has(element.localName) ||
        alphaOf(style.backgroundColor) >= LEAST_ALPHA ||
        style.backgroundImage !== 'none' ||
        (style.backdropFilter ?? 'none') !== 'none');
    hides.set(element, hiding);
    return hiding;
  }

  function isShown(context: Element): boolean {
    const known = shown.get(context);
    if (known !== undefined) return known;
    const is = context.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    shown.set(context, is);
    return is;
  }

  return (rect, holders, container) => {
    if (!isShown(holders[0] ?? container)) return true;
    const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
    // Out of the window nothing can be asked, and nobody sees it: drawn, so that it is there when it is scrolled to.
    if (x < 0 || y < 0 || x >= window.innerWidth || y >= window.innerHeight) return isClippedAway(rect, container);
    for (const element of document.elementsFromPoint(x, y)) {
      if (holders.some((holder) => element.contains(holder))) {
        if (container.contains(element)) return false;
        // What is around the paragraph before the paragraph itself: it is clipped away here, or not for the pointer.
        return window.getComputedStyle(container).pointerEvents !== 'none' || isClippedAway(rect, container);
      }
      if (isHiding(element)) return true;
    }
    return true;
  };

  /** Outside a scrolling or clipping part of the page that they stand in. */
  function isClippedAway(rect: DOMRect, container: Element): boolean {
    for (let at: Element | null = container; at && at !== document.body && at !== document.documentElement; at = at.parentElement) {
      const { overflowX, overflowY } = window.getComputedStyle(at);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const box = at.getBoundingClientRect();
      if (rect.bottom <= box.top || rect.top >= box.bottom || rect.right <= box.left || rect.left >= box.right) return true;
    }
    return false;
  }
}

/** The alpha of a computed colour, as both browsers write it. */
function alphaOf(color: string): number {
  if (color === 'transparent') return 0;
  const [, alpha] = /^(?:rgba\(.*,|[a-z-]+\(.*\/)\s*([\d.]+%?)\s*\)$/.exec(color) ?? [];
  if (alpha === undefined) return 1;
  return alpha.endsWith('%') ? Number.parseFloat(alpha) / 100 : Number(alpha);
}
