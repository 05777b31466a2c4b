/**
 * Texts → numbers that tell them apart, so that the ids of a million claims fit in a few typed arrays. Not for secrets.
 * The mixing is Bob Jenkins' and Austin Appleby's by way of cyrb53 (bryc, public domain).
 */

/** Two 32-bit numbers; two different texts share both once in 10^19 pairs. */
export function hashPair(text: string, seed = 0): readonly [number, number] {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}

/** 53 bits of {@link hashPair}: a whole number that a float holds exactly. */
export function hash53(text: string): number {
  const [a, b] = hashPair(text);
  return (b & 0x1fffff) * 2 ** 32 + a;
}

/** The 11 bits that {@link hash53} leaves out, and 21 of another seed. */
export function hashRest(text: string): number {
  const [a, b] = hashPair(text, 0x9e3779b9);
  return (a ^ Math.imul(b, 31)) >>> 0;
}
