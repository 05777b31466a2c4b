/**
 * How a stretch of text is capitalised, as numbers small enough to store beside a name and to compare. gazetteer/wasm reads it off,
 * gazetteer/case-rule.ts decides what a name asks for.
 */

export interface LetterCase {
  /** Bit i: word i begins with a capital, or has no case at all. Words beyond the thirtieth are not looked at. */
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
