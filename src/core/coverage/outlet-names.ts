/**
 * Finds outlets by name in running text, inflected too (des Talanzeigers, Степовій Газеті). Takes the names; knows no
 * outlet of its own. More eager than the linker: here a name found wrongly only makes an origin doubtful.
 */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Endings that a Latin name takes: genitive, plural, dative. */
const LATIN_ENDINGS = /^(?:['’]?s|es|n|en)?$/;
/** A Cyrillic ending is at most this long, and takes the place of as many letters as this of the name. */
const CYRILLIC_ENDING = 3;
const CYRILLIC_DROPPED = 2;
/** A shorter word is not taken apart: too many words begin with it. */
const STEM_FLOOR = 4;

/** A text cut into its words once, for every finder that looks through it. */
export interface CutText {
  readonly text: string;
  readonly words: readonly { readonly word: string; readonly at: number }[];
}

export const cutText = (text: string): CutText => ({
  text,
  words: Array.from(text.matchAll(WORD), (match) => ({ word: match[0], at: match.index })),
});

export interface NameFinder {
  /** The words of the text that name it, as written; null where nothing does. */
  find(text: CutText): string | null;
}

/** Is a word of a text this word of a name, or a form of it? */
type IsForm = (word: string) => boolean;

/** A finder for any of these names. A name in capitals only (AP, dpa as written) is found as written and not inflected. */
export function createNameFinder(names: readonly string[]): NameFinder {
  const wanted = names.flatMap((name): IsForm[][] => {
    const words = name.match(WORD);
    return words ? [words.map(formsOf)] : [];
  });
  return {
    find({ text, words }) {
      for (const name of wanted) {
        for (let at = 0; at + name.length <= words.length; at++) {
          if (!name.every((isForm, i) => isForm(words[at + i]?.word ?? ''))) continue;
          const last = words[at + name.length - 1];
          return text.slice(words[at]?.at, last && last.at + last.word.length);
        }
      }
      return null;
    },
  };
}

function formsOf(name: string): IsForm {
  if (name.length < STEM_FLOOR) return (word) => word === name;
  const cyrillic = CYRILLIC.test(name);
  const stem = cyrillic && name.length - CYRILLIC_DROPPED >= STEM_FLOOR ? name.slice(0, -CYRILLIC_DROPPED) : name;
  return (word) => {
    if (word === name) return true;
    if (!word.startsWith(stem)) return false;
    const ending = word.slice(stem.length);
    return cyrillic ? ending.length <= CYRILLIC_DROPPED + CYRILLIC_ENDING - 1 : LATIN_ENDINGS.test(ending);
  };
}
