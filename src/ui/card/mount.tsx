/**
 * Puts the card into a container and redraws it. The container and its shadow root, the place on the page, the timing and
 * the focus belong to src/page; the style to put beside the container is {@link CARD_CSS}.
 */
import { Card } from './card';
import css from './card.css?inline';
import type { CardCallbacks, CardState } from './card-state';
import { draw } from './draw';

/**
 * The whole style of the card, for one `<style>` in its shadow root: `.card` and what it holds, and bare elements. Nothing
 * is inherited. Two custom properties on the container set the room in CSS pixels: `--card-max-width`, `--card-max-height`.
 */
export const CARD_CSS: string = css;

export interface MountedCard {
  /** Draws a state, in new elements each time; null empties the container. */
  render(state: CardState | null): void;
  destroy(): void;
}

/** Draws only inside `container`, which must be empty and used for nothing else. Synchronous. */
export function mountCard(container: HTMLElement, callbacks: CardCallbacks): MountedCard {
  const render = (state: CardState | null) =>
    container.replaceChildren(...draw(state && <Card state={state} onClose={callbacks.onClose} />, container.ownerDocument));
  return { render, destroy: () => render(null) };
}
