/**
 * Binds the hover machine to the page: pointer and keys in, timers and the card out.
 * Listens only to what the reader really does (trusted events): a page cannot open a card by itself to learn what is tracked.
 */
import type { CardHost } from './card-host';
import type { CardState } from './contract';
import { isGone, isMention, rectsOf, sameTarget, type Target } from './hit-test';
import { type HoverEvent, idleHover, stepHover, type TimerSlot } from './hover';
import type { Anchor } from './placement';

export interface HoverDriver {
  /** Opens a mention's card now; with `focus`, the focus goes inside. */
  open(target: Target, focus: boolean): void;
  close(): void;
  /** The page was read again: `find` gives where a target is now, null where it is gone and its card must close. */
  reread(find: (target: Target) => Target | null): void;
  /** What the card stands at or is about to. */
  current(): Target | null;
}

export interface HoverDriverOptions {
  readonly window: Window;
  readonly hit: (element: Element, x: number, y: number) => Target | null;
  /** What the card shows of a mention; never rejects. */
  readonly look: (target: Target) => Promise<CardState>;
  readonly card: CardHost;
  readonly signal: AbortSignal;
}

/**
 * A page may put the same paragraph in place anew: so long (ms) the card stays where the words were, until it is known whether
 * they came back. A change is usually read within a fifth of a second; a card without words must not linger.
 */
const GRACE_MS = 1_000;

/** A tap on these does what the page means by it; only plain words open a card. */
const DOES_SOMETHING = 'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [onclick], [tabindex]';

export function createHoverDriver({ window, hit, look, card, signal }: HoverDriverOptions): HoverDriver {
  const { document } = window;
  let state = idleHover<Target, CardState>();
  const timers: Record<TimerSlot, number> = { pending: 0, leave: 0 };

  card.bind(
    {
      enter: () => send({ type: 'enter-card' }),
      leave: () => send({ type: 'leave-card' }),
      pin: () => send({ type: 'pin' }),
      close: () => send({ type: 'close' }),
      lost: () => send({ type: 'close' }),
    },
    signal,
  );

  /** Where the words were last seen, and since when (ms) they are gone; 0 while they are there. */
  let boxes: readonly DOMRect[] = [];
  let goneSince = 0;

  function seek(target: Target): readonly DOMRect[] {
    const now = window.performance.now();
    if (!isGone(target)) {
      goneSince = 0;
      boxes = rectsOf(target);
    } else {
      goneSince ||= now;
      if (now - goneSince > GRACE_MS) boxes = [];
    }
    return boxes;
  }

  /** Follows the shown target wherever a new reading of the page finds it. */
  function anchorOf(first: Target): Anchor {
    const target = (): Target => state.shown?.target ?? first;
    return {
      rects: () => seek(target()),
      get context() {
        return target().block.container;
      },
    };
  }

  function send(event: HoverEvent<Target, CardState>): void {
    if (signal.aborted) return;
    const step = stepHover(state, event, sameTarget);
    state = step.state;
    for (const effect of step.effects) {
      switch (effect.do) {
        case 'start': {
          const { slot, token } = effect;
          window.clearTimeout(timers[slot]);
          timers[slot] = window.setTimeout(() => send({ type: 'timer', slot, token }), effect.ms);
          break;
        }
        case 'stop':
          window.clearTimeout(timers[effect.slot]);
          break;
        case 'ask': {
          const { token, target } = effect;
          void look(target).then((answer) => send({ type: 'answer', token, answer }));
          break;
        }
        case 'show': {
          const { target, answer, focus } = effect;
          const { surface } = target.mention;
          const subjectKind = isMention(target.mention) ? target.mention.kind : null;
          card.show(anchorOf(target), answer ?? { kind: 'loading', surface, subjectKind }, focus);
          break;
        }
        case 'fill':
          card.fill(effect.answer);
          break;
        case 'hide':
          card.hide();
      }
    }
  }

  let frame = 0;
  let last: {
    readonly element: Element | null;
    readonly x: number;
    readonly y: number;
    readonly screenX: number;
    readonly screenY: number;
  } = {
    element: null,
    x: -1,
    y: -1,
    screenX: Number.NaN,
    screenY: Number.NaN,
  };

  function onMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // Browsers repeat the last move when the page scrolls or changes under the pointer; that is not pointing.
    if (event.screenX === last.screenX && event.screenY === last.screenY) return;
    const { target: element, clientX: x, clientY: y, screenX, screenY } = event;
    last = { element: element instanceof Element ? element : null, x, y, screenX, screenY };
    if (card.isOurs(event.target)) {
      window.cancelAnimationFrame(frame);
      frame = 0;
      return;
    }
    // With a button down the reader selects or drags.
    if (event.buttons !== 0) {
      send({ type: 'out' });
      return;
    }
    frame ||= window.requestAnimationFrame(() => {
      frame = 0;
      point();
    });
  }

  /** Tells what is under the pointer. */
  function point(): void {
    const target = last.element && hit(last.element, last.x, last.y);
    if (target && !state.shown) seek(target);
    send(target ? { type: 'over', target } : { type: 'out' });
  }

  function reread(find: (target: Target) => Target | null): void {
    const before = state.pending ?? state.shown;
    send({ type: 'reread', find });
    // The words that the pointer rests on may be somebody else's now: it need not move for that card.
    if (before && !before.pinned && !state.pending && !state.shown) point();
  }

  function onPress(event: PointerEvent): void {
    if (event.isTrusted && !card.isOurs(event.target)) send({ type: 'close' });
  }

  function onClick(event: MouseEvent): void {
    if (!event.isTrusted || event.defaultPrevented || (event as PointerEvent).pointerType !== 'touch') return;
    if (!(event.target instanceof Element) || event.target.closest(DOES_SOMETHING)) return;
    const target = hit(event.target, event.clientX, event.clientY);
    if (target) send({ type: 'open', target, focus: false });
  }

  /** One key corrects, as long as a card is open and the reader is not writing anywhere. */
  function isForCard(event: KeyboardEvent): boolean {
    if (!state.shown || event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return false;
    const at = event.target;
    const writes = at instanceof HTMLElement && (at.isContentEditable || /^(?:input|textarea|select)$/.test(at.localName));
    return !writes && card.press(event.key);
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key !== 'Escape') {
      if (!isForCard(event)) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      send({ type: 'pin' });
      return;
    }
    if (!(state.shown || state.pending)) return;
    // With the focus in the card the key is meant for the card; otherwise the page hears it too.
    if (card.isOurs(document.activeElement)) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
    send({ type: 'close' });
  }

  const passive = { passive: true, signal };
  const first = { passive: true, capture: true, signal };
  document.addEventListener('pointermove', onMove, first);
  document.addEventListener('pointerdown', onPress, first);
  document.addEventListener('scroll', () => send({ type: 'scroll' }), first);
  document.addEventListener('click', onClick, passive);
  document.documentElement.addEventListener('pointerleave', (event) => event.isTrusted && send({ type: 'out' }), passive);
  window.addEventListener('keydown', onKey, { capture: true, signal });
  signal.addEventListener('abort', () => {
    window.cancelAnimationFrame(frame);
    window.clearTimeout(timers.pending);
    window.clearTimeout(timers.leave);
  });

  return {
    open: (target, focus) => send({ type: 'open', target, focus }),
    close: () => send({ type: 'close' }),
    reread,
    current: () => state.pending?.target ?? state.shown?.target ?? null,
  };
}
