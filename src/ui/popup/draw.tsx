/** Draws the popup into an element, in two parts: what is in sight at first, and what its tabs list, which is loaded after that is painted. */
import { render } from 'preact';
import type * as Lists from './lists';
import { Popup } from './popup';
import type { PopupCallbacks, PopupState } from './state';

/** `root` is empty, and nobody else's. */
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
