/** What the asking for a subscribed pack and its applying have in common: how much is little work, and how a bad copy is told. */
import { describeFault, type PackFault } from '@/core/pack/fault';
import { FaultError } from '@/core/result';

/**
 * What the worker reads in one go, in bytes: two seconds' work, within the half minute for which browsers leave it alone. A pack
 * that is one file is no larger; a folder that is, is read when it is applied.
 */
export const ALONE_BYTES = 16_000_000;

/**
 * What the worker applies by itself where the reader said so, in bytes: some twenty seconds' work, in which cards are answered between
 * the pieces. A larger one is left to the library page's worker, which disturbs nobody.
 */
export const AUTOMATIC_BYTES = 128_000_000;

/** A worker that is stopped this often in the middle of applying leaves the work to the library page. */
const TRIES = 3;

/** Is this copy one that the worker does not apply by itself? */
export const isLeft = ({ size, tries }: { readonly size: number; readonly tries: number }): boolean =>
  size > AUTOMATIC_BYTES || tries >= TRIES;

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
