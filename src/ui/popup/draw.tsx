/**
 * Draws the popup into an element, in two parts: what is in sight at first, and what its tabs list, which is loaded after that is painted.
 */
import { render } from 'preact';
import type * as Lists from './lists';
import { Popup } from './popup';
import type { PopupCallbacks, PopupPage, PopupState } from './state';

/** What the reader pressed while the page was only known from before, in its order: it is done once it is known how things are. */
export type Pressed = ((on: PopupCallbacks) => void)[];

/** Takes down what is pressed. */
const noting = (pressed: Pressed): PopupCallbacks =>
  new Proxy({} as PopupCallbacks, {
    get:
      (_, name: keyof PopupCallbacks) =>
      (...input: unknown[]) =>
        void pressed.push((on) => (on[name] as ((...given: unknown[]) => void) | undefined)?.(...input)),
  });

/** Draws a page into an empty element before anything else is loaded; done once the browser has drawn it too. */
export function drawKnown(root: HTMLElement, page: PopupPage, pressed: Pressed): Promise<void> {
  render(<Popup state={{ page, health: null }} on={noting(pressed)} lists={null} />, root);
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** `root` is empty, or drawn by {@link drawKnown}, and `pressed` there meanwhile. */
export function createDraw(root: HTMLElement, pressed: Pressed = []): (state: PopupState, on: PopupCallbacks) => void {
  let lists: typeof Lists | null = null;
  let last: () => void = () => undefined;
  let asked = false;
  return (state, on) => {
    const isKnown = state.page.kind === 'known';
    last = () => render(<Popup state={state} on={isKnown ? noting(pressed) : on} lists={lists} />, root);
    last();
    for (const press of isKnown ? [] : pressed.splice(0)) press(on);
    if (asked || state.page.kind !== 'ready') return;
    asked = true;
    // After the frame that shows this: code that is read now would hold it up.
    requestAnimationFrame(() =>
      setTimeout(async () => {
        lists = await import('./lists');
        last();
      }),
    );
  };
}
