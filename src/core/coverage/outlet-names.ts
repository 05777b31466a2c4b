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

export interface NameFinder {
  /** The words of the text that name it, as written; null where nothing does. */
  find(text: string): string | null;
}

/** A finder for any of these names. A name in capitals only (AP, dpa as written) is found as written and not inflected. */
export function createNameFinder(names: readonly string[]): NameFinder {
  const wanted = names.map((name) => name.match(WORD) ?? []).filter((words) => words.length > 0);
  return {
    find(text) {
      const words = [...text.matchAll(WORD)];
      for (const name of wanted) {
        for (let at = 0; at + name.length <= words.length; at++) {
          const last = words[at + name.length - 1];
          const first = words[at];
          if (first && last && name.every((word, i) => isForm(words[at + i]?.[0] ?? '', word))) {
            return text.slice(first.index, last.index + last[0].length);
          }
        }
      }
      return null;
    },
  };
}

function isForm(word: string, name: string): boolean {
  if (word === name) return true;
  if (name.length < STEM_FLOOR) return false;
  const stem = CYRILLIC.test(name) && name.length - CYRILLIC_DROPPED >= STEM_FLOOR ? name.slice(0, -CYRILLIC_DROPPED) : name;
  if (!word.startsWith(stem)) return false;
  const ending = word.slice(stem.length);
  return CYRILLIC.test(name) ? ending.length <= CYRILLIC_DROPPED + CYRILLIC_ENDING - 1 : LATIN_ENDINGS.test(ending);
}
