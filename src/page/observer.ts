/**
 * Tells what changed on a page: which elements' own text, and which parts are new or shown at last.
 * Collects only; asks for no style and reads no text, because the page is in the middle of its work then.
 */
import { READING_ATTRIBUTES } from './eligible';
import { isSeen } from './sight';

/** Elements whose direct text changed, and elements to be read with everything in them. */
export interface Changes {
  readonly own: Set<Element>;
  readonly deep: Set<Element>;
  /** Something left the document. */
  removed: boolean;
}

export const noChanges = (): Changes => ({ own: new Set(), deep: new Set(), removed: false });

export interface ObserverOptions {
  readonly document: Document;
  readonly isOurs: (node: EventTarget | null) => boolean;
  readonly onChange: (changes: Changes) => void;
  readonly signal: AbortSignal;
}

/** Reports the page's changes, one call per batch that the browser delivers, until the signal aborts. */
export function observePage({ document, isOurs, onChange, signal }: ObserverOptions): void {
  const observer = new MutationObserver((records) => {
    const changes = noChanges();
    for (const { type, target, addedNodes, removedNodes } of records) {
      const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
      if (type === 'childList') {
        for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE && !isOurs(node)) changes.deep.add(node as Element);
        for (const node of removedNodes) if (!isOurs(node)) changes.removed = true;
      }
      if (!element || document.head?.contains(element)) continue;
      if (type === 'attributes') {
        changes.deep.add(element);
        if (element.parentElement) changes.own.add(element.parentElement);
      } else if (element !== document.documentElement) {
        changes.own.add(element);
      }
    }
    if (changes.removed || changes.own.size > 0 || changes.deep.size > 0) onChange(changes);
  });
  // The document, not its body: some pages put a new body in place.
  observer.observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: [...READING_ATTRIBUTES],
  });
  signal.addEventListener('abort', () => observer.disconnect());
}

export interface HiddenWatch {
  /** Watches an element that is not shown now. */
  add(element: Element): void;
  /** Looks again at all of them; for changes that no observer sees, such as `visibility` by a class. */
  recheck(): void;
}

/** So many hidden parts are watched; more are the panels of a machine-made page. */
const MAX_HIDDEN = 500;

/** Notices when hidden parts of the page come to be shown: panels, "read more", a body hidden until its fonts are there. */
export function watchHidden(window: Window & typeof globalThis, onShown: (element: Element) => void, signal: AbortSignal): HiddenWatch {
  const { document } = window;
  const hidden = new Set<Element>();

  function look(element: Element): void {
    if (element.isConnected && !isSeen(element, window)) return;
    hidden.delete(element);
    boxes.unobserve(element);
    if (element.isConnected) onShown(element);
  }
  // An element without a box intersects nothing; when it gets one near the view, this fires.
  const boxes = new window.IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting && hidden.has(target)) look(target);
  });
  const recheck = (): void => {
    for (const element of [...hidden]) look(element);
  };
  const classes = new MutationObserver(recheck);
  for (const element of [document.documentElement, document.body]) {
    if (element) classes.observe(element, { attributes: true, attributeFilter: ['class', 'style'] });
  }
  // What fades or slides in has arrived; and what is folded up opens at a click, once the page has dealt with it.
  for (const type of ['transitionend', 'animationend']) document.addEventListener(type, recheck, { passive: true, capture: true, signal });
  document.addEventListener('click', () => hidden.size > 0 && window.requestAnimationFrame(recheck), {
    passive: true,
    capture: true,
    signal,
  });
  window.addEventListener('load', recheck, { signal });
  signal.addEventListener('abort', () => {
    boxes.disconnect();
    classes.disconnect();
    hidden.clear();
  });

  return {
    add(element) {
      if (hidden.size >= MAX_HIDDEN || hidden.has(element)) return;
      hidden.add(element);
      boxes.observe(element);
    },
    recheck,
  };
}
