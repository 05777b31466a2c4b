/**
 * Opens a packed gazetteer that arrives in pieces, each put where the machine reads it: twenty megabytes and more are never held as one
 * piece beside the machine's copy, which takes a worker that just started as long as reading them.
 */
import type { createMachine } from './machine';
import type { openGazetteer } from './open';
import type { Gazetteer } from './types';

/** Both come from the other side of a door (doors/linking.ts). */
export interface LoadTools {
  readonly createMachine: typeof createMachine;
  readonly openGazetteer: typeof openGazetteer;
}

/** `size` bytes in all. A piece is read before the next is asked for. Throws what {@link openGazetteer} throws. */
export async function loadGazetteer(tools: LoadTools, size: number, pieces: AsyncIterable<Uint8Array>): Promise<Gazetteer> {
  const machine = tools.createMachine(size);
  let at = 0;
  for await (const piece of pieces) {
    machine.bytes.set(piece, at);
    at += piece.length;
  }
  return tools.openGazetteer(machine);
}
