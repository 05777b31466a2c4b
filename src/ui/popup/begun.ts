/**
 * What the reader does while the page is only known from before: it is taken down, and done once it is known how things are. Between the
 * popup's first frame and what takes it over nothing may get lost, however slow the machine. Draws nothing.
 */
import type { PopupCallbacks, TabKey } from './state';

/** In its order. */
export type Pressed = ((on: PopupCallbacks) => void)[];

/** As far as the reader got in the first frame. What was typed into the filter stands in it. */
export interface Begun {
  readonly pressed: Pressed;
  /** The tab that was chosen last. */
  tab: TabKey;
}

/** Callbacks that take down what is pressed. */
export const noting = (pressed: Pressed): PopupCallbacks =>
  new Proxy({} as PopupCallbacks, {
    get:
      (_, name: keyof PopupCallbacks) =>
      (...input: unknown[]) =>
        void pressed.push((on) => (on[name] as ((...given: unknown[]) => void) | undefined)?.(...input)),
  });
