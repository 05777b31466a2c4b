/**
 * Keeps the card beside its words and a line on them: through scrolling, resizing, zoom and whatever moves on the page.
 * Knows rectangles and two elements of ours; not what the card shows or why.
 */
import { computePosition, flip, inline, offset, type Platform, shift, size } from '@floating-ui/core';
import { around, drawBoxes } from './line-boxes';
import { clipperOf, clips } from './sight';

export interface Anchor {
  /** The boxes of the words in the viewport, CSS pixels; empty when they are gone. */
  rects(): readonly DOMRect[];
  /** The element that they stand in, whose scrollers can clip them. */
  readonly context: Element;
}

/** Room between words and card, in CSS pixels: the line on the words stays visible, the way into the card is short. */
const GAP = 7;
/** Room between card and the window's edges. */
const MARGIN = 8;
/** The lowest card that can be read; where there is less room beside the words, it may cover them. */
const LEAST_HEIGHT = 150;
/**
 * What the core of floating-ui needs to know of the world. The card is fixed in the top layer, so everything is in viewport
 * coordinates, and its DOM package, twice the size, has nothing to find out.
 */
function topLayer(view: Window): Platform {
  const { documentElement } = view.document;
  const sizeOf = (element: HTMLElement) => ({ width: element.offsetWidth, height: element.offsetHeight });
  return {
    getElementRects: ({ reference, floating }) => ({
      reference: reference.getBoundingClientRect(),
      floating: { x: 0, y: 0, ...sizeOf(floating) },
    }),
    getDimensions: sizeOf,
    getClippingRect: () => ({ x: 0, y: 0, width: documentElement.clientWidth, height: view.innerHeight }),
    getClientRects: (reference) => reference.getClientRects(),
  };
}

/** Is any of the boxes in the window, and in every scrolling part of the page around it? */
function isInView(rects: readonly DOMRect[], context: Element, view: Window): boolean {
  let [left, top, right, bottom] = [0, 0, view.innerWidth, view.innerHeight];
  // Taken out by the page, perhaps to be put back: it has no scrollers then.
  let at = context.isConnected ? context : null;
  while (at && at !== view.document.documentElement) {
    const style = view.getComputedStyle(at);
    if (clips(at, style)) {
      const box = at.getBoundingClientRect();
      left = Math.max(left, box.left);
      top = Math.max(top, box.top);
      right = Math.min(right, box.right);
      bottom = Math.min(bottom, box.bottom);
    }
    at = clipperOf(at, style);
  }
  return rects.some((rect) => rect.bottom > top && rect.top < bottom && rect.right > left && rect.left < right);
}

/**
 * Follows the anchor until the returned function is called. Looks once a frame whether anything moved, which sees every cause
 * (inner scrollers, late images, live text) at the price of one reading of boxes, and only while a card is open.
 * `onLost` is called once when the words are gone or out of view; nothing is followed after that.
 */
export function follow(view: Window, card: HTMLElement, lines: HTMLElement, anchor: Anchor, onLost: () => void): () => void {
  const viewport = card.ownerDocument.documentElement;
  const platform = topLayer(view);
  let frame = 0;
  let stopped = false;
  let seen = '';

  const reference = {
    getBoundingClientRect: () => around(anchor.rects()) ?? new DOMRect(),
    getClientRects: () => [...anchor.rects()],
  };

  const stop = (): void => {
    stopped = true;
    view.cancelAnimationFrame(frame);
  };
  const lost = (): void => {
    stop();
    onLost();
  };

  async function place(): Promise<void> {
    card.style.setProperty('--card-max-width', `${viewport.clientWidth - 2 * MARGIN}px`);
    const { x, y } = await computePosition(reference, card, {
      platform,
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(),
        offset(GAP),
        flip({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) =>
            card.style.setProperty('--card-max-height', `${Math.max(LEAST_HEIGHT, Math.floor(availableHeight))}px`),
        }),
        shift({ padding: MARGIN, crossAxis: true }),
      ],
    });
    if (stopped) return;
    card.style.left = `${Math.round(x)}px`;
    card.style.top = `${Math.round(y)}px`;
    card.style.opacity = '1';
  }

  function look(): void {
    if (stopped) return;
    frame = view.requestAnimationFrame(look);
    const rects = anchor.rects();
    const sizes = [viewport.clientWidth, view.innerHeight, card.offsetWidth, card.offsetHeight];
    const now = [...rects.flatMap((rect) => [rect.left, rect.top, rect.width, rect.height]), ...sizes].join();
    if (now === seen) return;
    seen = now;
    if (!isInView(rects, anchor.context, view)) {
      lost();
      return;
    }
    drawBoxes(lines, rects, 'current');
    void place();
  }

  // Not visibility: what is not visible cannot take the focus.
  card.style.opacity = '0';
  card.style.removeProperty('--card-max-height');
  look();
  return stop;
}
