/**
 * An article's title and text → the terms it is compared by, each with a weight.
 * Knows no language: no stop words and no stemmer. How rare a term is, and so how much it tells, is the index's business.
 */

/**
 * Each constant was chosen on labelled news coverage, whole, cut to leads and cut to titles; around these values the
 * scores are flat.
 * TITLE: an editor's own summary of the event outweighs any sentence of the text.
 */
const TITLE = 3;
/** The first sentence or two say what happened; what follows says less of it. UTF-16 units. */
const LEAD = 1.5;
const LEAD_LENGTH = 250;
/** A capitalised word inside a sentence is likelier a name, and names tell events apart. */
const CAPITALISED = 0.5;
/** Two names or numbers in a row (Michael Steele, May 3) count once more as a pair. */
const PAIR = 0.5;
/** Inflected forms meet in their first letters; as half a word, since other words share them too. */
const STEM = 0.5;
const STEM_LENGTH = 4;
/** UTF-16 units of the text that are read: the lead and what follows it. The background further down is other events'. */
const TEXT_READ = 800;

/** A word: letters and digits, joined by apostrophe, point or hyphen (O'Neil, U.S, 3.5, Franco-German). */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu;
/** Scripts that put no space between words: their terms are pairs of neighbouring characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const NAME_LIKE = /^\p{Lu}|\p{N}/u;
const SENTENCE_START = /(?:^|[.!?…:"“„«]\s*)$/u;

/**
 * Terms with weights, repeated ones added up. Deterministic; linear in the text read.
 * Words are plain, stems start with `~`, pairs hold a space: no two kinds can clash.
 */
export function articleTerms(title: string, text: string): Map<string, number> {
  const terms = new Map<string, number>();
  addField(terms, title, TITLE);
  addField(terms, text.slice(0, LEAD_LENGTH), LEAD);
  addField(terms, text.slice(LEAD_LENGTH, TEXT_READ), 1);
  return terms;
}

function addField(terms: Map<string, number>, field: string, weight: number): void {
  const add = (term: string, share: number) => void terms.set(term, (terms.get(term) ?? 0) + weight * share);
  let before: { readonly word: string; readonly end: number } | null = null;
  for (const match of field.matchAll(WORD)) {
    const raw = match[0];
    if (UNSPACED.test(raw)) {
      addCharacterPairs(raw, add);
      before = null;
      continue;
    }
    const nameLike = NAME_LIKE.test(raw);
    const inside = nameLike && !SENTENCE_START.test(field.slice(Math.max(0, match.index - 3), match.index));
    const word = fold(raw);
    for (const part of word.split(/[-'’]/)) {
      if (part.length < 2 && !/\p{N}/u.test(part)) continue;
      add(part, inside ? 1 + CAPITALISED : 1);
      if (part.length > STEM_LENGTH) add(`~${part.slice(0, STEM_LENGTH)}`, STEM);
    }
    if (nameLike && before && /^\s{1,2}$/.test(field.slice(before.end, match.index))) add(`${before.word} ${word}`, PAIR);
    before = nameLike ? { word, end: match.index + raw.length } : null;
  }
}

function addCharacterPairs(run: string, add: (term: string, share: number) => void): void {
  const characters = Array.from(run.normalize('NFKC'));
  for (let i = 0; i + 1 < characters.length; i++) add(`${characters[i]}${characters[i + 1]}`, 1);
  if (characters.length === 1) add(run, 1);
}

/** Compatibility forms and case folded, an English possessive dropped. */
function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s$/, '');
}
