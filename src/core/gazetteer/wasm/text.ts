/**
 * The text in memory, UTF-8, character by character, and what each is to the matcher. Knows no words.
 * AssemblyScript: compiled by scripts/build/scanner.ts.
 */
import { CAPITAL, CASES, CLASSES, SMALL, TABLE_END, UNKNOWN } from './layout';

/** Class of a UTF-16 unit in the lower half, its case above: text/characters.ts answers. Asked once for each unit of the table. */
declare function classify(unit: i32): i32;

/** Bytes of the character that {@link unitAt} read last. */
export let size: i32 = 1;

/**
 * The UTF-16 unit at a byte. Of a character outside the basic plane it is the first of its two, which no text in UTF-8 has for
 * itself; `size` is 4 then.
 */
export function unitAt(at: i32): i32 {
  const first: i32 = load<u8>(at);
  if (first < 0x80) {
    size = 1;
    return first;
  }
  if (first < 0xe0) {
    size = 2;
    return ((first & 0x1f) << 6) | (load<u8>(at + 1) & 0x3f);
  }
  if (first < 0xf0) {
    size = 3;
    return ((first & 0xf) << 12) | ((load<u8>(at + 1) & 0x3f) << 6) | (load<u8>(at + 2) & 0x3f);
  }
  size = 4;
  return 0xd800 + ((codePointAt(at) - 0x10000) >>> 10);
}

/** Of a character of four bytes. */
export function codePointAt(at: i32): i32 {
  return ((load<u8>(at) & 0x7) << 18) | ((load<u8>(at + 1) & 0x3f) << 12) | ((load<u8>(at + 2) & 0x3f) << 6) | (load<u8>(at + 3) & 0x3f);
}

/** The class of a UTF-16 unit: one of text/classes.ts, or the folded unit of a letter or digit. */
export function classOf(unit: i32): i32 {
  if (unit < TABLE_END) {
    const kind: i32 = load<u16>(CLASSES + (unit << 1));
    return kind === UNKNOWN ? meet(unit) : kind;
  }
  if (unit < 0xa000 || (unit >= 0xac00 && unit < 0xd7a4)) return unit;
  return classify(unit) & 0xffff;
}

function meet(unit: i32): i32 {
  // Most of a page's characters, without leaving the machine's code.
  const small = unit | 0x20;
  const met = small >= 0x61 && small <= 0x7a ? small | ((unit === small ? SMALL : CAPITAL) << 16) : classify(unit);
  store<u16>(CLASSES + (unit << 1), met);
  store<u8>(CASES + unit, met >>> 16);
  return met & 0xffff;
}

/** NO_CASE, SMALL or CAPITAL. */
export function caseOf(unit: i32): i32 {
  if (unit >= TABLE_END) return classify(unit) >>> 16;
  classOf(unit);
  return load<u8>(CASES + unit);
}

/** UTF-16 units between two bytes, each the first of a character. */
export function unitsBetween(from: i32, to: i32): i32 {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte: i32 = load<u8>(at);
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
