/**
 * The spellings of one name that differ by rule alone: initials with and without dots, abbreviations with and
 * without, umlauts written out, a dropped article. Knows no languages; endings are inflect.ts.
 */
import type { NameForm } from '../model/actor';
import type { WordsByPlace } from './plain-names';

/** Abbreviations that names contain and that newspapers write with or without a dot. */
const DOTTABLE = 'St|Ste|Dr|Mt|Ft|Jr|Sr';
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', Ø: 'Oe' };

/** Two or more initials: "J. D.", "U.S.A." */
const INITIALS = /(?<!\p{L})(?:\p{Lu}\.[\s]*){2,}/gu;
/** One initial amid other words: "Donald J. Trump". */
const INITIAL = /(?<![\p{L}.])(\p{Lu})\.(?=\s)/gu;
/** The same without its dot: "Donald J Trump". */
const BARE_INITIAL = /(?<=\p{L}\s)(\p{Lu})(?=\s\p{Lu}\p{Ll})/gu;
/** A noun that ends a proper name and that many papers write small: "the Labour party". */
const COMMON_NOUNS = 'Party|Government|Army|Store|River';
const COMMON_NOUN = new RegExp(`(?<=\\p{L}\\s)(?:${COMMON_NOUNS})$`, 'u');
/** An abbreviation short enough to be written with dots; longer ones (NATO) never are any more. */
const ABBREVIATION = /(?<![\p{L}\p{N}.])\p{Lu}{2,3}(?![\p{L}\p{N}])/gu;
/** A name's first word "The" may be missing when at least two words remain: "New York Times", but never "Times". */
const ARTICLE = /^The\s+(?=\S+\s+\S)/;

/** Nothing in a name without one of these can be written otherwise, but for its umlauts; most names end here. */
const VARIABLE = new RegExp(`[.\\d\\-–—]|\\p{Lu}{2}|^The\\s|\\s\\p{Lu}\\s|(?<!\\p{L})(?:${DOTTABLE})\\s|${COMMON_NOUN.source}`, 'u');
/** Every word that makes a name of plain letters be written otherwise, by where in it: plain-names.ts leaves names with them to us. */
export const VARIANT_WORDS = {
  first: ['The', ...DOTTABLE.split('|')],
  inner: DOTTABLE.split('|'),
  last: COMMON_NOUNS.split('|'),
} satisfies WordsByPlace;
const DOTTED = new RegExp(`(?<!\\p{L})(${DOTTABLE})\\.`, 'gu');
const UNDOTTED = new RegExp(`(?<!\\p{L})(${DOTTABLE})(?=\\s)`, 'gu');

const UMLAUT = /[äöüøÄÖÜØ]|\u0308/;
const withoutUmlauts = (text: string): string => text.normalize('NFC').replace(/[äöüøÄÖÜØ]/g, (letter) => UMLAUTS[letter] ?? letter);

/** All spellings of the name, its own first. */
export function variantsOf(form: NameForm): string[] {
  const own = form.text;
  const spellings = new Set([own]);
  if (form.case === 'exact') return [own];
  if (!VARIABLE.test(own)) return UMLAUT.test(own) ? [...new Set([own, withoutUmlauts(own)])] : [own];
  const vary = (change: (text: string) => string) => {
    for (const text of [...spellings]) spellings.add(change(text));
  };
  vary((text) => text.replace(ARTICLE, ''));
  vary((text) =>
    text.replace(INITIALS, (run, at: number) => run.replace(/[.\s]/g, '') + (at + run.length < text.length && /\s$/.test(run) ? ' ' : '')),
  );
  vary((text) => text.replace(INITIALS, (run) => run.replace(/\./g, ' ').replace(/\s+/g, ' ')).trim());
  vary((text) => text.replace(INITIAL, '$1'));
  vary((text) => text.replace(BARE_INITIAL, '$1.'));
  vary((text) => text.replace(COMMON_NOUN, (noun) => noun.toLowerCase()));
  // A name set in capitals throughout (USA TODAY) has no abbreviations to tell apart.
  if (!/^[\p{Lu}\s]+\s[\p{Lu}\s]+$/u.test(own)) vary((text) => text.replace(ABBREVIATION, (letters) => `${[...letters].join('.')}.`));
  vary((text) => text.replace(DOTTED, '$1'));
  vary((text) => text.replace(UNDOTTED, '$1.'));
  vary(withoutUmlauts);
  // A number is hung on with or without spaces: "Nord Stream-2", "Nord Stream – 2".
  vary((text) => text.replace(/\s+[-–—]\s+(?=\d)/g, '-'));
  vary((text) => text.replace(/[-–](?=\d+$)/g, ' - '));
  return [...spellings];
}
