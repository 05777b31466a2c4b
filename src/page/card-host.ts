/**
 * The one element of ours in a page: there from the start, so that its appearance tells nothing, with the card in a closed
 * shadow root and the top layer. Keeps focus, keys and the page's styles apart.
 * Knows no mentions, no timing and no messages.
 */
import type { Result } from '@/core/result';
import type { CardPart, PlacedCard } from './card/contract';
import type { CardState } from './contract';
import { HOST_MARKER } from './leftovers';
import type { Anchor } from './placement';

/** What happens in or to the card. */
export interface CardEvents {
  enter(): void;
  leave(): void;
  /** Focus went in, or the card was pressed. */
  pin(): void;
  /** The close button. */
  close(): void;
  /** The words are out of view, the page took the host away, or it keeps the reader from seeing the card. */
  lost(): void;
}

/** An element as large as the window, in the top layer and open to the pointer; gone once it is closed. */
export interface Layer {
  readonly element: HTMLElement;
  close(): void;
}

export interface CardHost {
  /** Tells these from now on what happens, in place of any others, until the signal aborts. */
  bind(events: CardEvents, signal: AbortSignal): void;
  /** Is the node (of the page's tree) our host? */
  isOurs(node: EventTarget | null): boolean;
  show(anchor: Anchor, state: CardState, focus: boolean): void;
  fill(state: CardState): void;
  /** Gets what shows cards before there is one to show: the first then comes as quickly as the others. */
  prepare(): void;
  /** Is a card open in which the reader has just corrected something? */
  holdsCorrection(): boolean;
  /** A key pressed while the card is open; true where the card took it. */
  press(key: string): boolean;
  hide(): void;
  /** A layer of the closed root over the page, for boxes over its text (line-boxes.ts); null where the page lets us have none. */
  openLayer(): Layer | null;
  /** An element of the closed root that moves with the document and takes no part in its layout; null as above. */
  openGround(): HTMLElement | null;
  /** Says a few words to screen readers without moving the focus. */
  announce(text: string): void;
}

/** A page that removes the host this often means it: then there is no card, and no fight. */
const MAX_RESTORES = 8;

/** What goes on inside stays inside: the page's shortcuts and focus traps do not hear it. */
const KEPT_INSIDE =
  'keydown keyup keypress click auxclick dblclick mousedown mouseup pointerdown pointerup touchstart touchend focusin focusout contextmenu copy'.split(
    ' ',
  );

const HOST_CSS = `
:host { all: initial !important; display: contents !important; direction: ltr !important; }
.stage, .lines { margin: 0; padding: 0; border: 0; background: none; color: inherit; overflow: visible; }
.stage { inset: auto; width: max-content; height: auto; }
.stage [role='dialog']:focus { outline: none; }
.lines { inset: 0; width: auto; height: auto; overflow: hidden; pointer-events: none; }
.current { position: absolute; border-radius: 3px; background: rgb(110 130 225 / 17%); box-shadow: 0 0 0 1px rgb(110 130 225 / 45%); }
.flash { position: absolute; border-radius: 3px; background: rgb(200 120 40 / 26%); box-shadow: 0 0 0 2px rgb(200 120 40 / 26%); }
.ground { position: absolute; left: 0; top: 0; width: 0; height: 0; z-index: 2147483647; pointer-events: none; user-select: none; }
.line { position: absolute; display: none; height: 0; border: 0 solid; pointer-events: none; opacity: 0.9; }
.line-person { display: block; border-bottom: 1.5px solid color-mix(in srgb, #5b74e0 70%, currentColor 15%); }
.line-organisation { display: block; border-bottom: 1.5px dashed color-mix(in srgb, #1a9788 75%, currentColor 15%); }
.line-place { display: block; border-bottom: 2px dotted color-mix(in srgb, #b57a14 75%, currentColor 15%); }
.line-outlet { display: block; border-bottom: 3px double color-mix(in srgb, #7d8591 75%, currentColor 15%); }
.line-event { display: block; border-bottom: 3px solid color-mix(in srgb, #d0506a 60%, currentColor 10%); }
.spoken { position: absolute; left: 0; top: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) { .current, .flash { outline: 2px solid Highlight; } }
@media print { .stage, .lines, .ground { display: none; } }
`;

const isField = (element: Element | null): boolean => element !== null && element.localName === 'input';

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), summary, [tabindex="0"]';

export interface CardHostOptions {
  readonly window: Window;
  /** What shows cards, got when there is something to point at. */
  readonly part: () => Promise<Result<CardPart>>;
  /** Is the extension that started us still there? */
  readonly alive: () => boolean;
  /** The extension is gone: found when the host is taken away, which its next run does. */
  readonly onOrphaned: () => void;
  readonly signal: AbortSignal;
}

export function createCardHost({ window, part, alive, onOrphaned, signal }: CardHostOptions): CardHost {
  const { document } = window;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.id = HOST_MARKER;
  // As text, at once: both browsers then take it as the extension's own, past the page's content security policy.
  style.textContent = HOST_CSS;
  const spoken = document.createElement('div');
  spoken.className = 'spoken';
  spoken.setAttribute('role', 'status');
  // The popovers are inside the root, not the host itself: toggle events and :popover-open stay out of the page's sight.
  const lines = document.createElement('div');
  lines.className = 'lines';
  lines.popover = 'manual';
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.popover = 'manual';
  root.append(style, spoken, lines, stage);

  let events: CardEvents | null = null;
  let card: PlacedCard | null = null;
  let shower: CardPart | null = null;
  /** What is to be shown once there is what shows it. */
  let waiting: { readonly anchor: Anchor; state: CardState; readonly focus: boolean } | null = null;
  let stopFollowing: (() => void) | null = null;
  let before: Element | null = null;
  let restores = 0;

  const isOpen = (): boolean => stopFollowing !== null;

  function attach(): boolean {
    if (host.isConnected) return true;
    if (signal.aborted || restores > MAX_RESTORES) return false;
    restores++;
    document.documentElement?.append(host);
    return host.isConnected;
  }

  function dialog(): HTMLElement | null {
    return stage.querySelector<HTMLElement>('[role="dialog"]');
  }

  function focusDialog(): void {
    const element = dialog();
    if (!element) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  /** Puts the focus back where it was before the card took it. */
  function giveFocusBack(): void {
    if (!root.activeElement) return;
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus({ preventScroll: true });
    else (root.activeElement as HTMLElement).blur();
  }

  /** Tab goes round within the card. */
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Tab') return;
    const stops = [...stage.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const [first, last] = [stops[0], stops.at(-1)];
    const at = root.activeElement;
    const leaves = !first || !last || (event.shiftKey ? at === first || at === dialog() : at === last);
    if (!leaves) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }

  function hide(): void {
    waiting = null;
    if (!stopFollowing) return;
    stopFollowing();
    stopFollowing = null;
    giveFocusBack();
    before = null;
    if (stage.matches(':popover-open')) stage.hidePopover();
    if (lines.matches(':popover-open')) lines.hidePopover();
    lines.replaceChildren();
    spoken.textContent = '';
    card?.render(null);
  }

  for (const type of KEPT_INSIDE) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  stage.addEventListener('keydown', onKey, { signal });
  stage.addEventListener('pointerenter', (event) => event.isTrusted && events?.enter(), { signal });
  stage.addEventListener('pointerleave', (event) => event.isTrusted && events?.leave(), { signal });
  stage.addEventListener('pointerdown', (event) => event.isTrusted && events?.pin(), { signal });
  stage.addEventListener('focusin', () => events?.pin(), { signal });

  attach();
  const keeper = new MutationObserver(() => {
    if (host.isConnected) return;
    if (!alive()) return onOrphaned();
    // Leaving the document has closed the popovers already.
    if (isOpen()) events?.lost();
    attach();
  });
  keeper.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => {
    keeper.disconnect();
    hide();
    card?.destroy();
    host.remove();
  });

  async function get(): Promise<CardPart | null> {
    if (shower) return shower;
    const found = await part();
    if (!found.ok || signal.aborted || shower) return shower;
    shower = found.value;
    // The same way as the host's own style: one element more, so that it is new text and not the page's to judge.
    const own = document.createElement('style');
    own.textContent = shower.css;
    style.after(own);
    return shower;
  }

  async function showWaiting(): Promise<void> {
    const found = await get();
    const what = waiting;
    if (!what) return;
    waiting = null;
    if (found) open(found, what.anchor, what.state, what.focus);
    else events?.lost();
  }

  function open({ mount, follow }: CardPart, anchor: Anchor, state: CardState, focus: boolean): void {
    // Outside an open modal dialog everything is inert; inside it, the host would tell the page what the reader points at.
    if (document.querySelector('dialog:modal') || !attach()) {
      events?.lost();
      return;
    }
    stopFollowing?.();
    if (focus && !root.activeElement) before = document.activeElement;
    card ??= mount(stage, () => events?.close());
    card.render(state);
    if (!lines.matches(':popover-open')) lines.showPopover();
    if (!stage.matches(':popover-open')) stage.showPopover();
    // Set before the first look: what is lost at once must find an open card to close.
    stopFollowing = () => undefined;
    const stopPlacing = follow(window, stage, lines, anchor, () => events?.lost());
    const stopWatching = card.watch(() => events?.lost());
    const stop = (): void => {
      stopPlacing();
      stopWatching();
    };
    if (isOpen()) stopFollowing = stop;
    else stop();
    if (isOpen() && focus) focusDialog();
  }

  return {
    bind(listener, until) {
      events = listener;
      until.addEventListener('abort', () => {
        if (events !== listener) return;
        hide();
        events = null;
      });
    },
    isOurs: (node) => node === host,
    show(anchor, state, focus) {
      if (shower) return open(shower, anchor, state, focus);
      waiting = { anchor, state, focus };
      void showWaiting();
    },
    fill(state) {
      if (waiting) waiting.state = state;
      if (!isOpen()) return;
      const focused = root.activeElement !== null;
      card?.render(state);
      // Where the new state has not the element that had the focus.
      if (focused && !root.activeElement) focusDialog();
    },
    prepare: () => void get(),
    holdsCorrection: () => isOpen() && card?.holdsCorrection() === true,
    press: (key) => isOpen() && !isField(root.activeElement) && card?.press(key) === true,
    hide,
    openLayer() {
      if (!attach()) return null;
      const element = document.createElement('div');
      element.className = 'lines';
      element.popover = 'manual';
      root.insertBefore(element, lines);
      element.showPopover();
      return { element, close: () => element.remove() };
    },
    openGround() {
      if (!attach()) return null;
      const ground = document.createElement('div');
      ground.className = 'ground';
      root.insertBefore(ground, lines);
      return ground;
    },
    announce(text) {
      spoken.textContent = text;
    },
  };
}
