/** Made names as the background hands them out: compiled, each of a person who is painted openly. */
import { compileGazetteer } from '../../src/core/gazetteer/compile';

export interface PackedNames {
  readonly names: readonly string[];
  readonly packed: Uint8Array;
  /** What compiling took. */
  readonly ms: number;
}

export function packNames(names: readonly string[]): PackedNames {
  const subjects = names.map((text, i) => ({ id: `bench:${i}`, kind: 'person' as const, names: [{ text }], surnames: [], open: true }));
  const began = performance.now();
  const packed = compileGazetteer(subjects);
  return { names, packed, ms: performance.now() - began };
}
