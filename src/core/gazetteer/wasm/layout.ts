/**
 * Where things lie in the scanner's memory, for both sides: AssemblyScript inside (this folder), TypeScript outside
 * (../machine.ts). Plain numbers only, so that both compilers read the file alike. All in bytes.
 *
 *   EXPANSIONS   4 bytes a letter that folds to several: those letters, then 0
 *   COMPOSED     u16 × 4 a rule: letter · mark · what the two make · unused
 *   LETTER_CASE  i32: how a text is capitalised
 *   CLASSES      u16 by UTF-16 unit: what it is to the matcher (text/characters.ts); UNKNOWN until it is met
 *   CASES        u8 by UTF-16 unit: NO_CASE, SMALL or CAPITAL; good where its class is known
 *   OUT          i32: what a call found, read by whoever called
 *   GAZETTEER    the packed gazetteer (packed.ts), then the text as UTF-8, each at a multiple of 8
 */
export const EXPANSIONS = 1024;
export const MOST_EXPANSIONS = 64;
export const COMPOSED = 1280;
export const MOST_COMPOSED = 16;
/** i32 × 6, see letterCase in scan.ts. */
export const LETTER_CASE = 1408;
export const LETTER_CASE_WORDS = 6;
export const CLASSES = 2048;
/** Reaches to the end of Kana; ideographs and syllables beyond fold to themselves, the rest is asked for each time. */
export const TABLE_END = 0x3400;
export const CASES = 28672;
export const OUT = 41984;
/**
 * A scan that has found so many hits stops and goes on when called again; a name has no more prefixes. The names that begin at one
 * word may still be written whole: OUT has room for twice as many.
 */
export const MOST_OUT = 1024;
/** Words of a hit, see scan.ts. */
export const HIT_WORDS = 6;
export const GAZETTEER = 91136;

/** Not met yet. */
export const UNKNOWN = 0xffff;
export const NO_CASE = 0;
export const SMALL = 1;
export const CAPITAL = 2;

/** Of what collect.ts reads hundreds at once: texts, and words of what it is given (who, UTF-16 units, is a family name to be taken from it) and notes. */
export const MOST_TEXTS = 1024;
export const TEXT_WORDS = 8;
/** UTF-16 units of such a text, of two bytes at most each. */
export const LONGEST_PLAIN = 1000;
/** By the lower half of a word's hash: may a rule know it? Two hundred words in so many places: a name in a hundred is read in vain. */
export const KNOWN_PLACES = 65536;
/** And where in a name, one bit each: as its first word of several, one between, its last. */
export const KNOWN_FIRST = 1;
export const KNOWN_INNER = 2;
export const KNOWN_LAST = 4;
