/**
 * Which number an article's id has: an open-addressing table of hashes over typed arrays. The ids themselves are asked of whoever holds
 * them, and only where a hash is met, so that a hundred thousand of them take one megabyte and not the twelve of a Map.
 */
import { termHash } from './term-counts';

/** Slots at the start; doubled while more than {@link FILL} of them are taken. */
const SLOTS = 1 << 10;
const FILL = 0.6;
const EMPTY = 0;
const DELETED = 1;
/** Numbers are kept this much higher. */
const FIRST = 2;

export interface IdNumbers {
  readonly size: number;
  get(id: string): number | undefined;
  /** `id` must have no number yet. */
  set(id: string, number: number): void;
  delete(id: string): void;
}

/** `idAt` gives the id of a number that was set and not deleted since. */
export function createIdNumbers(idAt: (number: number) => string): IdNumbers {
  let hashes = new Uint32Array(SLOTS);
  let slots = new Uint32Array(SLOTS);
  let size = 0;
  /** Deleted ones among them: they end no search. */
  let taken = 0;

  const find = (id: string, hash: number): number => {
    const mask = slots.length - 1;
    for (let slot = hash & mask; slots[slot] !== EMPTY; slot = (slot + 1) & mask) {
      const kept = slots[slot] as number;
      if (kept !== DELETED && hashes[slot] === hash && idAt(kept - FIRST) === id) return slot;
    }
    return -1;
  };

  function put(hash: number, kept: number): void {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    slots[slot] = kept;
    taken++;
  }

  function grow(): void {
    const [oldHashes, oldSlots] = [hashes, slots];
    const length = size > (oldSlots.length * FILL) / 2 ? oldSlots.length * 2 : oldSlots.length;
    hashes = new Uint32Array(length);
    slots = new Uint32Array(length);
    taken = 0;
    oldSlots.forEach((kept, slot) => {
      if (kept >= FIRST) put(oldHashes[slot] as number, kept);
    });
  }

  return {
    get size() {
      return size;
    },
    get(id) {
      const slot = find(id, termHash(id));
      return slot < 0 ? undefined : (slots[slot] as number) - FIRST;
    },
    set(id, number) {
      if (taken >= slots.length * FILL) grow();
      put(termHash(id), number + FIRST);
      size++;
    },
    delete(id) {
      const slot = find(id, termHash(id));
      if (slot < 0) return;
      slots[slot] = DELETED;
      size--;
    },
  };
}
