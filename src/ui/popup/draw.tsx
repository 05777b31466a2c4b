/**
 * Draws the popup into an element, in two parts: what is in sight at first, and what its tabs list, which is loaded after that is painted.
 */
import { render } from 'preact';
import type * as Lists from './lists';
import { Popup } from './popup';
import type { PopupCallbacks, PopupPage, PopupState } from './state';

/** For the moments until the popup's session is there: an opened tab stays open, all else waits to be pressed again. */
const NOBODY_YET = new Proxy({}, { get: () => () => undefined }) as PopupCallbacks;

/** Draws a page into an empty element before anything else is loaded; done once the browser has drawn it too. */
export function drawKnown(root: HTMLElement, page: PopupPage): Promise<void> {
  render(<Popup state={{ page, health: null }} on={NOBODY_YET} lists={null} />, root);
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** `root` is empty, or drawn by {@link drawKnown}. */
export function createDraw(root: HTMLElement): (state: PopupState, on: PopupCallbacks) => void {
  let lists: typeof Lists | null = null;
  let last: () => void = () => undefined;
  let asked = false;
  return (state, on) => {
    last = () => render(<Popup state={state} on={on} lists={lists} />, root);
    last();
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
