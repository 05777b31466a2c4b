/**
 * How many articles hold each term, by the term's hash: an open-addressing table over typed arrays, since a store of
 * 100,000 articles has more than a million terms and a Map of them would take five times the memory.
 * Knows nothing of what a term is.
 */

/** Slots at the start; doubled while more than {@link FILL} of them are taken, so that a look-up stays at one or two probes. */
const SLOTS = 1 << 12;
const FILL = 0.6;

export interface TermCounts {
  get(term: number): number;
  /** Adds `by` (may be negative) to a term's count. A term is a hash as {@link termHash} makes it: never 0. */
  add(term: number, by: number): void;
}

export function createTermCounts(): TermCounts {
  let keys = new Uint32Array(SLOTS);
  let counts = new Uint32Array(SLOTS);
  let taken = 0;

  const slotOf = (term: number): number => {
    const mask = keys.length - 1;
    let slot = term & mask;
    for (let key = keys[slot]; key !== 0 && key !== term; key = keys[slot]) slot = (slot + 1) & mask;
    return slot;
  };

  function grow(): void {
    const [oldKeys, oldCounts] = [keys, counts];
    keys = new Uint32Array(oldKeys.length * 2);
    counts = new Uint32Array(oldKeys.length * 2);
    for (let i = 0; i < oldKeys.length; i++) {
      const key = oldKeys[i] ?? 0;
      if (key === 0) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      counts[slot] = oldCounts[i] ?? 0;
    }
  }

  return {
    get: (term) => counts[slotOf(term)] ?? 0,
    add(term, by) {
      let slot = slotOf(term);
      if (keys[slot] === 0) {
        if (taken >= keys.length * FILL) {
          grow();
          slot = slotOf(term);
        }
        keys[slot] = term;
        taken++;
      }
      counts[slot] = Math.max(0, (counts[slot] ?? 0) + by);
    },
  };
}

/**
 * A term's hash, 32 bits, never 0 (FNV-1a with MurmurHash3's finish). Of a million terms about a hundred share theirs with
 * another; that lends an article a little weight by chance, and nothing is decided by one term.
 */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}
