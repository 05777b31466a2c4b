/**
 * A text → the words by which it is found: without capitals, accents and the marks of any script, letters that only look like
 * two written as two. What is typed is read by the same function, so that the two can't disagree. Pure.
 *
 * Scripts that write no spaces (Chinese, Japanese, Thai …) give a word for each character: two typed together are then found
 * wherever both stand.
 */

/** Longer words are cut, typed ones alike: no more is needed to tell words apart, and a line of base64 is no key. In UTF-16 units. */
const LONGEST_WORD = 32;

/** Letters that Unicode does not take apart. */
const SINGLE: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i' };

const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORDS = /[a-z0-9]+/g;
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}])+/gu;

/** Without capitals and marks: "Zełenski" as "zelenski", "Gül" as "gul". Apostrophes stand for nothing: "O’Neill" as "oneill". */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll("'", '');
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþħı]/g, (letter) => SINGLE[letter] ?? letter);
}

/** The words of a text in their order, each as often as it stands there. */
export function wordsOf(text: string): string[] {
  const folded = foldText(text);
  const words = folded.match(ASCII.test(folded) ? ASCII_WORDS : WORDS) ?? [];
  return words.map((word) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word));
}

/** The words that were typed, each once; one that begins another typed word says nothing beside it. */
export function typedWords(text: string): string[] {
  const words = [...new Set(wordsOf(text))];
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)));
}
