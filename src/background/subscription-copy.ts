/** What the asking for a subscribed pack and its applying have in common: how much is little work, and how a bad copy is told. */
import { describeFault, type PackFault } from '@/core/pack/fault';
import { FaultError } from '@/core/result';

/**
 * What the worker reads by itself, in bytes: two seconds' work, within the half minute for which browsers leave it alone. A pack
 * that is one file is no larger; a folder that is, is read by the library page's worker.
 */
export const ALONE_BYTES = 16_000_000;

/** Faults of one file that are told; whoever mends it sees the next ones then. */
const TOLD = 3;

export const toldFaults = (faults: readonly PackFault[]): string => {
  const more = faults.length - TOLD;
  return `${faults.slice(0, TOLD).map(describeFault).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
};

/** The copy that was fetched whole is no pack, or not the one that was announced: nothing of it is kept. */
export class CopyRefused extends FaultError {
  constructor(faults: readonly PackFault[]) {
    super({ code: 'copy-refused', message: toldFaults(faults) });
  }
}
