/**
 * Draws the popup into an element, in two parts: what is in sight at first, and what its tabs list, which is loaded after that is painted.
 */
import { render } from 'preact';
import { type Begun, noting, type Pressed } from './begun';
import type * as Lists from './lists';
import { Popup } from './popup';
import type { PopupCallbacks, PopupState } from './state';

/** `root` is empty, or holds the first frame, whose elements are taken over with what was `begun` in it. */
export function createDraw(root: HTMLElement, begun: Begun | null = null): (state: PopupState, on: PopupCallbacks) => void {
  let lists: typeof Lists | null = null;
  let last: () => void = () => undefined;
  let asked = false;
  const pressed: Pressed = [...(begun?.pressed ?? [])];
  const start = begun && { tab: begun.tab, query: root.querySelector<HTMLInputElement>('.filter input')?.value ?? '' };
  return (state, on) => {
    const isKnown = state.page.kind === 'known';
    last = () => render(<Popup state={state} on={isKnown ? noting(pressed) : on} lists={lists} start={isKnown ? start : null} />, root);
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
