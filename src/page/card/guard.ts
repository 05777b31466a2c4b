/**
 * Does the reader see the card that they press? Against pages that fade it, cover it or slide it under the pointer, so that a real
 * press lands on a button nobody saw. What a card can do counts only after it was seen, uncovered and still for half a second.
 */

/** As long as a person needs to see that something is there, in ms. */
const SEEN_MS = 500;
/** How often it is looked at, in ms: a page that shows and hides it in between gains nothing, because the half second begins anew. */
const LOOK_MS = 100;
/** Below this product of opacities it is no longer read at a glance. */
const LEAST_OPACITY = 0.7;
/** A card drawn smaller than this, in CSS pixels, was made small. */
const LEAST = { width: 160, height: 60 };
/** Movement of less than this, in CSS pixels, is rounding. */
const STILL = 2;
/** Where the card is probed, as parts of its width and height: corners, edges and the row of its actions. */
const PROBES = [
  [0.5, 0.06],
  [0.06, 0.5],
  [0.5, 0.5],
  [0.94, 0.5],
  [0.1, 0.94],
  [0.5, 0.94],
  [0.9, 0.94],
] as const;

export interface Guard {
  /** Starts watching a card that is being shown; the answer stops it. `onUnseen` is called once when the page fades or covers it. */
  watch(stage: HTMLElement, onUnseen: () => void): () => void;
  /** Was it seen, uncovered and still for long enough, and is it now? */
  isClear(stage: HTMLElement): boolean;
}

/** An element's own effects that can make what is in it hard to see; the host's are set past the page's reach. */
const isFaded = (style: CSSStyleDeclaration): boolean =>
  Number(style.opacity) < LEAST_OPACITY || style.filter !== 'none' || style.mixBlendMode !== 'normal' || style.maskImage !== 'none';

export function createGuard(window: Window & typeof globalThis): Guard {
  const { document, performance } = window;
  /** Since when it is seen without a break; null while it is not. */
  let since: number | null = null;
  let last: DOMRect | null = null;

  function hostOf(stage: HTMLElement): Element | null {
    const root = stage.getRootNode();
    return root instanceof window.ShadowRoot ? root.host : null;
  }

  /** `unseen`: the page keeps the reader from seeing it; `moving`: not yet long enough in its place. */
  function look(stage: HTMLElement): 'seen' | 'moving' | 'unseen' {
    const box = stage.getBoundingClientRect();
    const moved = !last || Math.abs(box.left - last.left) > STILL || Math.abs(box.top - last.top) > STILL;
    last = box;
    const host = hostOf(stage);
    if (!host) return 'unseen';
    for (let at: Element | null = host; at; at = at.parentElement) if (isFaded(window.getComputedStyle(at))) return 'unseen';
    if (box.width < LEAST.width || box.height < LEAST.height) return 'unseen';
    for (const [across, down] of PROBES) {
      const [x, y] = [box.left + box.width * across, box.top + box.height * down];
      if (x < 0 || y < 0 || x >= window.innerWidth || y >= window.innerHeight) continue;
      if (document.elementFromPoint(x, y) !== host) return 'unseen';
    }
    return hasAbove(host, box) ? 'unseen' : moved ? 'moving' : 'seen';
  }

  /** Something in the top layer over the card that the pointer goes through: `elementFromPoint` does not meet it. */
  function hasAbove(host: Element, box: DOMRect): boolean {
    for (const other of document.querySelectorAll(':popover-open, dialog:modal, :fullscreen')) {
      if (other === document.documentElement || other.contains(host)) continue;
      if (window.getComputedStyle(other).pointerEvents !== 'none') continue;
      const there = other.getBoundingClientRect();
      if (there.left < box.right && there.right > box.left && there.top < box.bottom && there.bottom > box.top) return true;
    }
    return false;
  }

  function note(stage: HTMLElement): boolean {
    const now = look(stage);
    if (now === 'seen') since ??= performance.now();
    else since = null;
    return now !== 'unseen';
  }

  return {
    watch(stage, onUnseen) {
      since = null;
      last = null;
      // The first frames have no place yet.
      let looks = 0;
      const timer = window.setInterval(() => {
        const seen = note(stage);
        if (seen || ++looks <= 2) return;
        window.clearInterval(timer);
        onUnseen();
      }, LOOK_MS);
      return () => window.clearInterval(timer);
    },
    isClear: (stage) => note(stage) && since !== null && performance.now() - since >= SEEN_MS,
  };
}
