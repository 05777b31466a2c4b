/** Whether settings travel with the browser's sync: what does, what does not, and through whose hands. Props in, callbacks out. */
import { Foreign } from '../primitives/text';
import type { TravelCallbacks, TravelState } from './state';

export function Travel({ state, on }: { readonly state: TravelState['travel']; readonly on: TravelCallbacks }) {
  return (
    <section aria-labelledby="travel-title" class="backup">
      <h2 id="travel-title">Your other computers</h2>
      <p class="soft">
        Which sites you switched on and off, and when discreet lines are drawn, can travel with your browser’s own sync: through its maker’s
        servers, under your account there. Nothing else travels, and no facts. A site is read on another computer once you have allowed it
        there.
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={state?.on ?? false}
            disabled={state === null}
            onChange={(event) => on.letTravel(event.currentTarget.checked)}
          />{' '}
          Let these settings travel
        </label>
      </p>
      {state?.fault && (
        <p class="problem" role="alert">
          <Foreign>{state.fault}</Foreign>
        </p>
      )}
    </section>
  );
}
