/**
 * What most names are: words of one capital and small letters, with one space between them, none of which any rule knows where it stands. Such a name
 * has no spelling but its own, with umlauts and with those written out, and of a person its last word is the family name. They are read
 * as bytes, hundreds at once (wasm/collect.ts), because the rules for all other names (variants.ts, surnames.ts) take ten times as long to
 * say the same. Here is which words those rules know.
 */
import { SURNAME_WORDS } from './surnames';
import { VARIANT_WORDS } from './variants';
import { KNOWN_FIRST, KNOWN_INNER, KNOWN_LAST, KNOWN_PLACES } from './wasm/layout';

/** As wasm/collect.ts hashes a word. */
const HASH_STEP = 31;

function hashOf(word: string): number {
  let hash = 0;
  for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash, HASH_STEP) + byte;
  return hash & (KNOWN_PLACES - 1);
}

/** Words by where in a name a rule knows them: at its beginning where others follow, within it, at its end. */
export interface WordsByPlace {
  readonly first: readonly string[];
  readonly inner: readonly string[];
  readonly last: readonly string[];
}

/** Marks for each hash where in a name a rule knows a word that has it. */
export function knownWords(): Uint8Array {
  const known = new Uint8Array(KNOWN_PLACES);
  const mark = (words: readonly string[], place: number) => {
    for (const word of words) {
      const hash = hashOf(word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
      known[hash] = (known[hash] ?? 0) | place;
    }
  };
  for (const { first, inner, last } of [SURNAME_WORDS, VARIANT_WORDS]) {
    mark(first, KNOWN_FIRST);
    mark(inner, KNOWN_INNER);
    mark(last, KNOWN_LAST);
  }
  return known;
}
