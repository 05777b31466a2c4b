/** The library's part on settings that travel. Draws nothing and knows no browser API: both come in. */

import type { Result } from '@/core/result';
import type { BackgroundAnswers } from '@/messaging/protocol';
import type { TravelCallbacks, TravelState } from '@/ui/library/state';
import type { LibraryWorld, Part } from './library';

export const NO_TRAVEL: TravelState = { travel: null };

export function createTravel(world: LibraryWorld, { show }: Part): { readonly on: TravelCallbacks; refresh(): Promise<void> } {
  const take = (answer: Result<BackgroundAnswers['travel/get']>): void =>
    show(answer.ok ? { travel: answer.value } : { problem: answer.fault.message });
  const refresh = async (): Promise<void> => take(await world.ask('travel/get', {}));
  return {
    on: {
      letTravel: (on) =>
        void world.ask('travel/set', { on }).then(async (answer) => {
          take(answer);
          // Where it could not be set, the box goes back to what is.
          if (!answer.ok) await refresh();
        }),
    },
    refresh,
  };
}
