/** The promises that browsers keep of locks, for one context. */
import type { Locks } from '@/store/store';

export function locksHere(): Locks {
  const held = new Set<string>();
  return {
    run: (_name, work) => work(),
    hold: async (name) => {
      if (held.has(name)) return null;
      held.add(name);
      return async () => void held.delete(name);
    },
    held: async () => held,
  };
}
