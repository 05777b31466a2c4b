/**
 * What a character is by Unicode's own categories, without an expression for each: for readers that cut a whole text into words.
 * Remembers what it has classified. Knows nothing of names or folding; characters.ts has the matcher's classes.
 */

/** Bits of a class; a character that has none of them is a sign. */
export const LETTER = 1;
/** Any number, Roman and superscript ones too. */
export const NUMERAL = 2;
export const COMBINING = 4;
export const WHITE = 8;
/** A capital letter; a letter too. */
export const CAPITAL = 16;
/** A small letter; a letter too. */
export const SMALL = 32;
/** 0 to 9; a number too. */
export const DIGIT = 64;

/** Alphabets and punctuation of the languages that we read end below; what lies above is classified anew each time. */
const REMEMBERED = 0x2100;
/** Set for what has been classified, so that a sign is not classified again. */
const KNOWN = 128;
const remembered = new Uint8Array(REMEMBERED);

function classify(point: number): number {
  const character = String.fromCodePoint(point);
  let found = 0;
  if (/\p{L}/u.test(character)) found |= LETTER;
  if (/\p{N}/u.test(character)) found |= NUMERAL;
  if (/\p{M}/u.test(character)) found |= COMBINING;
  if (/\s/u.test(character)) found |= WHITE;
  if (/\p{Lu}/u.test(character)) found |= CAPITAL;
  if (/\p{Ll}/u.test(character)) found |= SMALL;
  if (/\d/u.test(character)) found |= DIGIT;
  return found;
}

/** The class of a code point, as bits. */
export function classOf(point: number): number {
  if (point >= REMEMBERED) return classify(point);
  let found = remembered[point] ?? 0;
  if (found === 0) {
    found = classify(point) | KNOWN;
    remembered[point] = found;
  }
  return found;
}

/** The code point that begins at a UTF-16 offset; a lone surrogate stands for itself, −1 for the end of the text. */
export function pointAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return -1;
  return unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? unit) : unit;
}

/** UTF-16 units of a code point. */
export const widthOf = (point: number): number => (point > 0xffff ? 2 : 1);
