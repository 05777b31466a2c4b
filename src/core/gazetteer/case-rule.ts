/**
 * Which capitals a name asks for, packed into 32 bits beside the name: two bits of rule, thirty of detail.
 * Made from a NameForm by the compiler, tested against the text by the scanner.
 */
import type { NameForm } from '../model/actor';
import type { LetterCase } from '../text/letter-case';

const ANY = 0;
/** Exactly these capitals: EU, US, WHO. Detail: the pattern's hash. */
const EXACT = 1;
/** A capital wherever the name has one at the start of a word. Detail: one bit a word. */
const INITIALS = 2;
/** Exactly these capitals, or the way of writing acronyms that are spoken as words: NATO, Nato. */
const ACRONYM = 3;
const DETAIL = 0x3fffffff;

/** A name of capitals only and at most this long is an abbreviation: longer ones (REUTERS) are a way of setting type. */
const LONGEST_ABBREVIATION = 5;
/** Abbreviations of two or three letters are also words when written small or with one capital (US, who, It). */
const SHORTEST_SPOKEN = 4;
/** A name in capitals only, where the pack has small letters, must be this long: "XI" is a number, not Xi. */
const SHORTEST_CAPITALS = 4;

/** Can the acronym be said as a word? A vowel, and no run of four consonants. */
function isSpoken(text: string): boolean {
  const plain = text.normalize('NFD').replace(/[^\p{L}]/gu, '');
  return /[aeiouyаеєиіоуюяыэ]/iu.test(plain) && !/[^aeiouyаеєиіоуюяыэ]{4}/iu.test(plain);
}

/** The packed rule of a name as a pack writes it; `written`: how its text is capitalised. */
export function caseRule(form: Pick<NameForm, 'text' | 'case'>, written: LetterCase): number {
  if (form.case === 'any') return ANY;
  if (form.case === 'exact') return pack(EXACT, written.pattern);
  const allUpper = written.upper > 0 && written.upper === written.letters;
  if (allUpper && written.letters <= LONGEST_ABBREVIATION) {
    return pack(written.letters >= SHORTEST_SPOKEN && isSpoken(form.text) ? ACRONYM : EXACT, written.pattern);
  }
  return written.capitals === 0 ? ANY : pack(INITIALS, written.capitals);
}

/** The rule of a name of so many words that are a capital and small letters each, at most thirty. */
export function initialsRule(words: number): number {
  return pack(INITIALS, (1 << words) - 1);
}

function pack(rule: number, detail: number): number {
  return ((rule << 30) | (detail & DETAIL)) >>> 0;
}

/** May a text that the rule fits begin with a small letter? `text`: the name that it was made of, which an exact rule repeats. */
export function mayBeginSmall(packed: number, text: string): boolean {
  const rule = packed >>> 30;
  return rule === ANY || (rule === INITIALS && (packed & 1) === 0) || (rule === EXACT && !/^\P{L}*\p{Lu}/u.test(text));
}

/** Does the rule ask about the beginnings of words only? Then an ending changes nothing in it. */
export function asksInitialsOnly(packed: number): boolean {
  return packed >>> 30 === INITIALS || packed >>> 30 === ANY;
}

/** Does the rule ask for nothing but capitals at the start of these words? Then the text's letters need not be looked at. */
export function fitsInitials(packed: number, initials: number): boolean {
  return packed >>> 30 === INITIALS && (initials & packed & DETAIL) === (packed & DETAIL);
}

/** Does text capitalised like this satisfy the rule? */
export function fits(packed: number, found: LetterCase): boolean {
  const detail = packed & DETAIL;
  switch (packed >>> 30) {
    case ANY:
      return true;
    case EXACT:
      return found.pattern === detail;
    case ACRONYM:
      return found.pattern === detail || found.capitalised;
    default: {
      const capitalsOnly = found.upper > 0 && found.upper === found.letters;
      // The detail has 30 bits, as many words as letterCase looks at.
      return (found.initials & detail) === detail && !(capitalsOnly && found.letters < SHORTEST_CAPITALS);
    }
  }
}
