/**
 * Sequences of records that stand one after the other, each kept once: the names that end at a prefix are often those of others too.
 * Knows of a record only where a sequence ends.
 */
import { enlarged } from './enlarged';
import { LAST_OF_GROUP, RECORD_WORDS } from './packed';

export interface RecordPool {
  add(who: number, rule: number): void;
  /** Ends a sequence; answers which record it begins with: itself, or an older one that is the same. */
  close(): number;
  words(): Uint32Array;
}

const SMALLEST_POOL = 256;

export function createRecordPool(): RecordPool {
  let words = new Uint32Array(SMALLEST_POOL);
  /** Where each sequence begins, by the hash of what it holds: + 1, in words; 0 is free. Half as long as `words`, and never more than half full. */
  let table = new Uint32Array(SMALLEST_POOL);
  let begin = 0;
  let end = 0;
  let sequences = 0;

  const hashOf = (from: number): number => {
    let hash = 0;
    for (let at = from; ; at += RECORD_WORDS) {
      hash = Math.imul(hash ^ (words[at] ?? 0), 0x9e3779b1);
      hash = Math.imul(hash ^ (hash >>> 15) ^ (words[at + 1] ?? 0), 0x85ebca6b);
      if ((words[at] ?? 0) & LAST_OF_GROUP) return (hash ^ (hash >>> 13)) >>> 0;
    }
  };
  /** Both end where LAST_OF_GROUP is set, so the shorter differs there. */
  const isSame = (a: number, b: number): boolean => {
    for (let i = 0; b + i < end; i++) if (words[a + i] !== words[b + i]) return false;
    return true;
  };
  const grow = (): void => {
    const before = table;
    table = new Uint32Array(before.length * 2);
    for (const sequence of before) {
      if (sequence === 0) continue;
      let at = hashOf(sequence - 1) & (table.length - 1);
      while (table[at]) at = (at + 1) & (table.length - 1);
      table[at] = sequence;
    }
  };

  return {
    add(who, rule) {
      if (end === words.length) words = enlarged(words, words.length * 2);
      words[end] = who;
      words[end + 1] = rule;
      end += RECORD_WORDS;
    },
    close() {
      let at = hashOf(begin) & (table.length - 1);
      for (; table[at]; at = (at + 1) & (table.length - 1)) {
        const older = (table[at] ?? 0) - 1;
        if (!isSame(older, begin)) continue;
        end = begin;
        return older / RECORD_WORDS;
      }
      table[at] = begin + 1;
      const made = begin / RECORD_WORDS;
      begin = end;
      if (++sequences * 2 > table.length) grow();
      return made;
    },
    words: () => words.slice(0, end),
  };
}
