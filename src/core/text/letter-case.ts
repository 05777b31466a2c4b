/**
 * How a stretch of text is capitalised, as numbers small enough to store beside a name and to compare.
 * Knows no names; gazetteer/case-rule.ts decides what a name asks for.
 */
import { isLower, isUpper } from './characters';
import { createCursor, nextWordStart, readWord } from './words';

/** Words beyond this many are not looked at: the bits of `initials`. */
export const MAX_CASE_WORDS = 30;

export interface LetterCase {
  /** Bit i: word i begins with a capital, or has no case at all. */
  readonly initials: number;
  /** Bit i: word i begins with a capital. */
  readonly capitals: number;
  /** Letters that have case. */
  readonly letters: number;
  readonly upper: number;
  /** First letter of each word a capital, all others small. */
  readonly capitalised: boolean;
  /** Hash of the exact sequence of capitals and small letters, 30 bits. */
  readonly pattern: number;
}

const cursor = createCursor();

export function letterCase(text: string, start: number, end: number): LetterCase {
  let initials = 0;
  let capitals = 0;
  let letters = 0;
  let upper = 0;
  let capitalised = true;
  let pattern = 0;
  let word = 0;
  for (let at = nextWordStart(text, start); at >= 0 && at < end; at = nextWordStart(text, cursor.next), word++) {
    readWord(text, at, cursor);
    const bit = word < MAX_CASE_WORDS ? 1 << word : 0;
    if (isUpper(text.charCodeAt(at))) capitals |= bit;
    if (!isLower(text.charCodeAt(at))) initials |= bit;
    for (let i = at; i < cursor.end && i < end; i++) {
      const unit = text.charCodeAt(i);
      const big = isUpper(unit);
      if (!big && !isLower(unit)) continue;
      letters++;
      if (big) upper++;
      if (big !== (i === at)) capitalised = false;
      pattern = (Math.imul(pattern, 33) + (big ? 2 : 1)) & 0x3fffffff;
    }
  }
  return { initials, capitals, letters, upper, capitalised, pattern };
}
