/**
 * Shows a stretch of the page: scrolls to it and flashes boxes over its lines, which stay on the words while the page moves.
 * Drawn frame by frame and not as an animation, which the page could list; its document is not touched.
 */
import type { PagePlace } from '@/article/block-text';
import type { Layer } from '../card-host';
import { drawBoxes } from '../line-boxes';

/** Long enough to find it with the eyes after the page has jumped, in ms. */
const FLASH_MS = 2_600;
/** How often it comes up in that time: twice is noticed, more is a nuisance. */
const PULSES = 2;

/** Opacity over time from 0 to 1: comes up, ebbs to a third, and goes out at the end. */
function strength(time: number): number {
  const ebb = 0.675 + 0.325 * Math.cos(2 * Math.PI * PULSES * Math.min(time, 1));
  return time < 0.7 ? ebb : ebb * ((1 - time) / 0.3);
}

/** False where none of it is laid out. Ends at once with the signal. */
export function flash(window: Window, places: readonly PagePlace[], openLayer: () => Layer | null, signal: AbortSignal): boolean {
  const { document } = window;
  // Made for each look: live ranges kept over time would make the page's own edits slower.
  const rects = (): DOMRect[] =>
    places.flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
      if (!startContainer.isConnected || !endContainer.isConnected) return [];
      if (startOffset > startContainer.length || endOffset > endContainer.length) return [];
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
    });
  const [first] = rects();
  if (!first) return false;
  bringIntoView(window, places, rects);
  const layer = openLayer();
  if (!layer) return false;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const start = window.performance.now();
  let seen = '';
  const look = (): void => {
    const time = (window.performance.now() - start) / FLASH_MS;
    if (time >= 1 || signal.aborted) {
      layer.close();
      return;
    }
    const boxes = rects();
    const now = boxes.map(({ left, top, width, height }) => [left, top, width, height].join()).join();
    if (now !== seen) drawBoxes(layer.element, boxes, 'flash');
    seen = now;
    layer.element.style.opacity = String(still ? 1 : strength(time));
    window.requestAnimationFrame(look);
  };
  signal.addEventListener('abort', layer.close, { once: true });
  look();
  return true;
}

/** At once and to the middle, also inside scrolling parts of the page; a sentence that is seen already stays where it is. */
function bringIntoView(window: Window, places: readonly PagePlace[], rects: () => readonly DOMRect[]): void {
  const isSeen = (): boolean => rects().every(({ top, bottom }) => top >= 0 && bottom <= window.innerHeight);
  if (isSeen()) return;
  places[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const top = rects()[0]?.top ?? 0;
  // In a paragraph higher than the window the sentence may still be outside.
  if (top < 0 || top > window.innerHeight * 0.8) window.scrollBy({ top: top - window.innerHeight / 3, behavior: 'instant' });
}
