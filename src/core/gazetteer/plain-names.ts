/**
 * What most names are: words of one capital and small letters, with one space between them, none of which any rule knows. Such a name
 * has no spelling but its own, with umlauts and with those written out, and of a person its last word is the family name. They are read here
 * as bytes, hundreds at once, because the rules for all other names (variants.ts, surnames.ts) take ten times as long to say the same.
 * Knows single characters, and which words the rules know.
 */
import { SURNAME_WORDS } from './surnames';
import { VARIANT_WORDS } from './variants';

/** What is noted of each text, in so many numbers; a place is a byte counted from the beginning of the memory that was read. */
export const NOTES = 5;
/** First of its notes: where it stands. */
export const FROM = 0;
/** First byte behind it. */
export const END = 1;
/** How many words it has; 0 where it is no plain name, and the notes after this say nothing. */
export const WORDS = 2;
/** First byte of its last word. */
export const LAST = 3;
/** Has it letters that are written otherwise without an umlaut (1), and has its last word (2)? */
export const UMLAUT = 4;

/** A family name has more; a word of so many letters is for the rules to say. */
const FEWEST_LETTERS = 3;
/** So many words a case rule looks at. */
const MOST_WORDS = 30;

const SPACE = 0x20;
/** First byte in UTF-8 of the letters from À to ÿ; their second bytes: capitals from 0x80 to 0x9e, small ones from 0x9f, and × and ÷ among them. */
const ACCENTED = 0xc3;
const ACCENTED_SMALL = 0x9f;
const TIMES = 0x97;
const DIVISION = 0xb7;
/** Second bytes of ä ö ü ø, and how far before them their capitals stand. */
const UMLAUTS: Readonly<Record<number, string>> = { 164: 'ae', 182: 'oe', 188: 'ue', 184: 'oe' };
const TO_CAPITAL = 0x20;

/** By the lower half of a word's hash: may a rule know it? Two hundred words in so many places: a name in a hundred is read in vain. */
const KNOWN_PLACES = 0x10000;
const HASH_STEP = 31;

function hashOf(word: string): number {
  let hash = 0;
  for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash, HASH_STEP) + byte;
  return hash & (KNOWN_PLACES - 1);
}

function knownWords(): Uint8Array {
  const known = new Uint8Array(KNOWN_PLACES);
  for (const word of [...SURNAME_WORDS, ...VARIANT_WORDS]) known[hashOf(word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())] = 1;
  return known;
}

/** Makes a function that reads texts which stand in memory one after the other, with so many bytes between them, and notes what they are. */
export function createPlainReader(between: number): (bytes: Uint8Array, texts: readonly string[], notes: Int32Array) => void {
  const known = knownWords();

  /** Notes the text that begins at a byte and has so many UTF-16 units. */
  function read(bytes: Uint8Array, from: number, units: number, notes: Int32Array, note: number): void {
    let at = from;
    let left = units;
    let words = 0;
    let last = 0;
    let umlaut = 0;
    /** Letters of the word so far, and its hash. */
    let letters = 0;
    let hash = 0;
    for (; left > 0; left--) {
      const byte = bytes[at] ?? 0;
      if (byte === SPACE) {
        if (letters < 2 || known[hash & (KNOWN_PLACES - 1)] !== 0) break;
        letters = 0;
        hash = 0;
        at++;
        continue;
      }
      if (letters === 0) {
        words++;
        last = at;
        umlaut &= 1;
      }
      const small = byte | 0x20;
      if (small >= 0x61 && small <= 0x7a) {
        if ((byte === small) !== letters > 0) break;
        hash = (Math.imul(hash, HASH_STEP) + byte) | 0;
        at++;
      } else {
        const second = bytes[at + 1] ?? 0;
        if (byte !== ACCENTED || second >= ACCENTED_SMALL !== letters > 0 || second === TIMES || second === DIVISION) break;
        if (UMLAUTS[second | TO_CAPITAL] !== undefined) umlaut = 3;
        hash = (Math.imul(Math.imul(hash, HASH_STEP) + byte, HASH_STEP) + second) | 0;
        at += 2;
      }
      letters++;
    }
    const plain = left === 0 && letters >= FEWEST_LETTERS && words <= MOST_WORDS && known[hash & (KNOWN_PLACES - 1)] === 0;
    for (; left > 0; left--) {
      const byte = bytes[at] ?? 0;
      at += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      // A character of four bytes is two units.
      if (byte >= 0xf0) left--;
    }
    notes[note + FROM] = from;
    notes[note + END] = at;
    notes[note + WORDS] = plain ? words : 0;
    notes[note + LAST] = last;
    notes[note + UMLAUT] = umlaut;
  }

  return (bytes, texts, notes) => {
    let at = 0;
    for (let i = 0; i < texts.length; i++) {
      read(bytes, at, texts[i]?.length ?? 0, notes, i * NOTES);
      at = (notes[i * NOTES + END] ?? 0) + between;
    }
  };
}

/** Writes the umlauts of a plain name out, in place: ö takes as many bytes as oe. */
export function writeOutUmlauts(bytes: Uint8Array, from: number, end: number): void {
  for (let at = from; at < end; at++) {
    if (bytes[at] !== ACCENTED) continue;
    const second = bytes[at + 1] ?? 0;
    const written = UMLAUTS[second | TO_CAPITAL];
    if (!written) continue;
    bytes[at] = written.charCodeAt(0) & (second & TO_CAPITAL ? 0xff : ~TO_CAPITAL);
    bytes[at + 1] = written.charCodeAt(1);
  }
}
