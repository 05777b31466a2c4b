/**
 * What a character is to the matcher: part of a word (and which folded letter), a mark, something to skip,
 * or a separator. Case, diacritics, ligatures and full-width forms fold away; ї, й, ў and ґ stay letters of
 * their own, because in Ukrainian, Russian and Belarusian they are.
 * Knows single characters only; gazetteer/wasm puts them together to words.
 */
import {
  APOSTROPHE,
  COMPOSING,
  CYRILLIC,
  CYRILLIC_END,
  CYRILLIC_LETTERS_END,
  CYRILLIC_SMALL,
  DOT,
  EXPANDED,
  HYPHEN,
  IGNORABLE,
  LETTER,
  MARK,
  OTHER,
  SPACE,
} from './classes';

/** By class less {@link EXPANDED}: letters that fold to more than one, as arrays of ASCII units. */
export const EXPANSIONS: readonly (readonly number[])[] = [
  'ss',
  'ae',
  'oe',
  'th',
  'ij',
  'dz',
  'lj',
  'nj',
  'ff',
  'fi',
  'fl',
  'ffi',
  'ffl',
  'st',
].map((s) => [...s].map((c) => c.charCodeAt(0)));
const EXPANDING: Readonly<Record<string, number>> = {
  ß: 0,
  ẞ: 0,
  æ: 1,
  œ: 2,
  þ: 3,
  ĳ: 4,
  ǆ: 5,
  ǳ: 5,
  ǉ: 6,
  ǌ: 7,
  ﬀ: 8,
  ﬁ: 9,
  ﬂ: 10,
  ﬃ: 11,
  ﬄ: 12,
  ﬅ: 13,
  ﬆ: 13,
};

/** By class less {@link COMPOSING}: letters that a following mark turns into another, where the text is decomposed. */
export const COMPOSED: readonly { readonly plain: number; readonly mark: number; readonly composed: number }[] = [
  { plain: 0x438, mark: 0x306, composed: 0x439 }, // и, й
  { plain: 0x456, mark: 0x308, composed: 0x457 }, // і, ї
  { plain: 0x443, mark: 0x306, composed: 0x45e }, // у, ў
];
/** Precomposed letters that are not decomposed when folding; й ї ў and the Macedonian ѓ ќ. */
const KEPT = new Set('йїўѓќ');
/** Letters with a stroke and the like, which Unicode does not decompose. */
const STROKED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ſ: 's',
  ς: 'σ',
  ə: 'e',
  ɖ: 'd',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
};

const IGNORABLES = new Set([0xad, 0x34f, 0x61c, 0x640, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff]);
const APOSTROPHES = new Set([0x27, 0x60, 0xb4, 0x2b9, 0x2bb, 0x2bc, 0x2018, 0x2019, 0x201b, 0x2032, 0xff07]);
const HYPHENS = new Set([0x2d, 0xb7, 0x2010, 0x2011, 0x2012, 0x2013, 0x30fb, 0xff0d, 0xff65]);

const LATIN_END = 0x250;
/** Classifies one UTF-16 unit the slow way, from Unicode properties; the table below remembers. */
function classify(unit: number): number {
  if ((unit >= 0x30 && unit < 0x3a) || (unit >= 0x61 && unit < 0x7b)) return unit;
  const char = String.fromCharCode(unit);
  // Latin and Cyrillic characters that have case are letters: most pages need no expression with every letter of the world.
  const cased = (unit < LATIN_END || (unit >= CYRILLIC && unit < CYRILLIC_LETTERS_END)) && char.toLowerCase() !== char.toUpperCase();
  if (cased || (!IGNORABLES.has(unit) && !APOSTROPHES.has(unit) && /[\p{L}\p{Nd}]/u.test(char))) return folded(char);
  if (
    IGNORABLES.has(unit) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2066 && unit <= 0x2069) ||
    (unit >= 0xfe00 && unit <= 0xfe0f)
  ) {
    return IGNORABLE;
  }
  if (APOSTROPHES.has(unit)) return APOSTROPHE;
  if (HYPHENS.has(unit)) return HYPHEN;
  if (unit === 0x2e || unit === 0xff0e) return DOT;
  if (/\s/.test(char)) return SPACE;
  // The vowel signs of Indic and South-East Asian scripts are read as letters; only true accents fold away.
  if (/\p{M}/u.test(char)) return unit >= 0x0900 && unit < 0x1ab0 ? unit : MARK;
  return OTHER;
}

/** What a letter or digit folds to. */
function folded(char: string): number {
  const lower = char.toLowerCase();
  const code = lower.charCodeAt(0);
  if (code < 0x80) return Math.max(code, LETTER);
  const expansion = EXPANDING[lower];
  if (expansion !== undefined) return EXPANDED + expansion;
  if (KEPT.has(lower)) return code;
  const base = lower.normalize('NFKD').charAt(0).toLowerCase();
  const plain = (STROKED[base] ?? base).charCodeAt(0);
  const composing = COMPOSED.findIndex((rule) => rule.plain === plain);
  return composing >= 0 ? COMPOSING + composing : Math.max(plain, LETTER);
}

/** The table reaches to the end of the general punctuation, the last that most pages use. */
const TABLE_END = 0x2070;
/** Not looked at yet; above every class. */
const UNKNOWN = 0xffff;

/**
 * Classes by UTF-16 unit, filled as characters are met: a page shows a hundred or so, and a whole table would cost
 * every tab some milliseconds.
 */
const classTable: Uint16Array = new Uint16Array(TABLE_END).fill(UNKNOWN);
/** The same beyond the table; names there use few distinct characters. */
const beyond = new Map<number, number>();

/** The class of a UTF-16 unit: one of the constants above, or the folded unit of a letter or digit. */
export function classOf(unit: number): number {
  if (unit < TABLE_END) {
    let kind = classTable[unit] ?? UNKNOWN;
    if (kind === UNKNOWN) {
      kind = classify(unit);
      classTable[unit] = kind;
    }
    return kind;
  }
  // Ideographs and syllables fold to themselves and are too many to remember.
  if ((unit >= 0x3400 && unit < 0xa000) || (unit >= 0xac00 && unit < 0xd7a4)) return unit;
  let kind = beyond.get(unit);
  if (kind === undefined) {
    kind = classify(unit);
    beyond.set(unit, kind);
  }
  return kind;
}

/** Is this unit a capital letter? Characters without case are not. */
export function isUpper(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  if (unit >= CYRILLIC && unit < CYRILLIC_END) return unit < CYRILLIC_SMALL;
  const char = String.fromCharCode(unit);
  return char.toLowerCase() !== char;
}

/** Is this unit a small letter that has a capital? */
export function isLower(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  if (unit >= CYRILLIC && unit < CYRILLIC_END) return unit >= CYRILLIC_SMALL;
  const char = String.fromCharCode(unit);
  return char.toUpperCase() !== char && char.toLowerCase() === char;
}
