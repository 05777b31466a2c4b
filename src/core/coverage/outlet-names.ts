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
  /** Places among the words, by what each begins with (UTF-16 unit): every form of a name begins as the name does. */
  readonly byInitial: ReadonlyMap<number, readonly number[]>;
}

export function cutText(text: string): CutText {
  const words = Array.from(text.matchAll(WORD), (match) => ({ word: match[0], at: match.index }));
  const byInitial = new Map<number, number[]>();
  words.forEach(({ word }, i) => {
    const initial = word.charCodeAt(0);
    const places = byInitial.get(initial);
    if (places) places.push(i);
    else byInitial.set(initial, [i]);
  });
  return { text, words, byInitial };
}

export interface NameFinder {
  /** The words of the text that name it, as written; null where nothing does. */
  find(text: CutText): string | null;
}

/** Is a word of a text this word of a name, or a form of it? */
type IsForm = (word: string) => boolean;

/** A finder for any of these names. A name in capitals only (AP, dpa as written) is found as written and not inflected. */
export function createNameFinder(names: readonly string[]): NameFinder {
  const wanted = names.flatMap((name) => {
    const words = name.match(WORD);
    return words ? [{ initial: words[0].charCodeAt(0), forms: words.map(formsOf) }] : [];
  });
  return {
    find({ text, words, byInitial }) {
      for (const { initial, forms } of wanted) {
        for (const at of byInitial.get(initial) ?? []) {
          const last = words[at + forms.length - 1];
          if (!last || !forms.every((isForm, i) => isForm(words[at + i]?.word ?? ''))) continue;
          return text.slice(words[at]?.at, last.at + last.word.length);
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
