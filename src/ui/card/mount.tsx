/**
 * Puts the card into a container and redraws it. The container and its shadow root, the place on the page, the timing and
 * the focus belong to src/page; the style to put beside the container is {@link CARD_CSS}.
 */
import { Card } from './card';
import type { CardCallbacks, CardState } from './card-state';
import { Found } from './correct';
import { createCorrecting } from './correcting';
import { draw } from './draw';
import css from './shadow.css?inline';

/**
 * The whole style of the card, for one `<style>` in its shadow root: `.card` and what it holds, and bare elements. Nothing
 * is inherited. Two custom properties on the container set the room in CSS pixels: `--card-max-width`, `--card-max-height`.
 */
export const CARD_CSS: string = css;

export interface MountedCard {
  /** Draws a state, in new elements each time; null empties the container. */
  render(state: CardState | null): void;
  /** A key pressed while the card is open, outside any field; true where the card took it. */
  press(key: string): boolean;
  /** Has the reader just corrected something in it, which can be taken back there? */
  holdsCorrection(): boolean;
  destroy(): void;
}

/** Draws only inside `container`, which must be empty and used for nothing else. Synchronous. */
export function mountCard(container: HTMLElement, { onClose, corrections, claims }: CardCallbacks): MountedCard {
  const { ownerDocument: document } = container;
  let state: CardState | null = null;

  function drawAll(): void {
    const correcting = correction && corrections && { step: correction.step, site: corrections.site, on: correction.actions };
    container.replaceChildren(...draw(state && <Card state={state} onClose={onClose} correcting={correcting} claims={claims} />, document));
  }
  /** After a step of the reader's: the focus goes to what the step is about. */
  function drawStep(): void {
    const root = container.getRootNode() as ShadowRoot | Document;
    const hadFocus = container.contains(root.activeElement);
    drawAll();
    const field = container.querySelector<HTMLInputElement>('.search input');
    if (field) {
      field.focus({ preventScroll: true });
      field.select();
    } else if (hadFocus) container.querySelector<HTMLElement>('.made button, .acts button')?.focus({ preventScroll: true });
  }
  function drawFound(): void {
    const place = container.querySelector('.found');
    const step = correction?.step;
    if (place && step?.is === 'choosing' && correction)
      place.replaceChildren(...draw(<Found found={step.found} text={step.text} on={correction.actions} />, document));
  }
  const correction = corrections && createCorrecting({ corrections, state: () => state, draw: drawStep, drawFound });

  const render = (next: CardState | null) => {
    // The answer for the same name only fills in what was waited for.
    if (!next || next.kind === 'loading' || state?.kind !== 'loading') correction?.reset();
    state = next;
    drawAll();
  };
  return {
    render,
    press: (key) => correction?.press(key) ?? false,
    holdsCorrection: () => correction?.step?.is === 'made',
    destroy: () => render(null),
  };
}
