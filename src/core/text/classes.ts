/**
 * What a character can be to the matcher, as numbers, and the scripts with rules of their own. TypeScript and the scanner's
 * AssemblyScript (gazetteer/wasm) both read this file, so it holds plain numbers and comparisons only.
 * characters.ts says which character is what.
 */

/** Anything that ends a word and has no rule of its own. */
export const OTHER = 0;
export const SPACE = 1;
/** Format characters that the reader never sees: soft hyphen, zero-width spaces and joiners, bidi marks. */
export const IGNORABLE = 2;
/** A combining mark: belongs to the letter before it and does not change what it folds to. */
export const MARK = 3;
export const APOSTROPHE = 4;
/** Hyphens up to the en dash, and the middle dot that parts foreign names in Chinese and Japanese. A longer dash parts clauses. */
export const HYPHEN = 5;
export const DOT = 6;
/** From here on the value is a letter or digit: the folded UTF-16 unit itself. */
export const LETTER = 0x30;
/** From here on (a private-use range, never text) the value stands for a letter that folds to several. */
export const EXPANDED = 0xe000;
/** From here on the value stands for a letter that the next unit decides: и + U+0306 is й. */
export const COMPOSING = 0xe100;
export const COMPOSING_END = 0xe200;
/** Up to here (Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic) a run of letters is a word: no script without spaces. */
export const PLAIN_END = 0x700;
/** Code points of the Han characters outside the basic plane. */
export const HAN_FIRST = 0x20000;
export const HAN_LAST = 0x33800;
/** The Cyrillic letters, those of living languages first: all capitals, then all small ones. */
export const CYRILLIC = 0x400;
export const CYRILLIC_SMALL = 0x430;
export const CYRILLIC_END = 0x460;
export const CYRILLIC_LETTERS_END = 0x530;

/**
 * Scripts that put no space between words, and Hangul, whose particles are attached: each character is a word
 * by itself, so that a name is found wherever it stands. Katakana is not among them: its runs are whole words.
 */
export function isUnitScript(unit: number): boolean {
  if (unit < 0x0e00) return false;
  return (
    unit < 0x0f00 || // Thai, Lao
    (unit >= 0x1000 && unit < 0x10a0) || // Myanmar
    (unit >= 0x1780 && unit < 0x1800) || // Khmer
    (unit >= 0x2e80 && unit < 0x2fe0) || // radicals
    (unit >= 0x3005 && unit < 0x3008) ||
    (unit >= 0x3041 && unit < 0x30a0) || // Hiragana
    (unit >= 0x3400 && unit < 0xa000) || // Han
    (unit >= 0xac00 && unit < 0xd7b0) || // Hangul
    (unit >= 0xf900 && unit < 0xfb00) // Han, compatibility forms
  );
}

export function isKatakana(unit: number): boolean {
  return (unit >= 0x30a1 && unit < 0x3100 && unit !== 0x30fb) || (unit >= 0x31f0 && unit < 0x3200) || (unit >= 0xff66 && unit < 0xffa0);
}

/** Is the folded letter Cyrillic? */
export function isCyrillic(folded: number): boolean {
  return (folded >= CYRILLIC && folded < CYRILLIC_LETTERS_END) || (folded >= COMPOSING && folded < COMPOSING_END);
}
