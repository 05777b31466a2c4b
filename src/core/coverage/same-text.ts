/**
 * Is one text a copy of another? By the share of word triples that the shorter has in common with the longer (Broder's
 * shingles; exact, because a group is small enough to do without MinHash's estimate).
 */

const WORD = /[\p{L}\p{N}]+/gu;
const SHINGLE = 3;
/** Fewer triples than this are a headline, which two editors may well write alike. */
const FEWEST = 8;
/** Two reporters of one event share names and a phrase, a fifth of their triples at most; a copy edited lightly keeps two thirds. */
const COPIED = 0.5;

export function shingles(text: string): ReadonlySet<string> {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  const found = new Set<string>();
  for (let i = 0; i + SHINGLE <= words.length; i++) found.add(words.slice(i, i + SHINGLE).join(' '));
  return found;
}

/** Symmetric. False where either is too short to tell. */
export function isCopy(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size < FEWEST) return false;
  let shared = 0;
  for (const shingle of short) if (long.has(shingle)) shared++;
  return shared / short.size >= COPIED;
}
