/**
 * The family names of a person: those the pack gives, else derived from the full names where that is safe.
 * They never count alone; linking decides.
 */
import type { NameForm } from '../model/actor';
import type { WordsByPlace } from './plain-names';
import type { SubjectNames } from './types';

/** Words that belong to the family name that follows them. */
const PARTICLES = new Set(
  'von van der den de la le las los del della di da dos das do du des zu zum af av bin ibn ben abu al el ter ten vander st san e y'.split(
    ' ',
  ),
);
/** What may follow a name without being its surname. */
const SUFFIX_WORDS = 'jr sr junior senior i ii iii iv v vi vii viii ix x xx xxx xi xii xiii xiiii xiv xv xvi phd md obe kc qc mp'.split(
  ' ',
);
const SUFFIXES = new RegExp(`^(?:${SUFFIX_WORDS.join('|')})\\.?$`, 'i');
/** Surnames that are dates when they stand in a newspaper; a pack that wants them lists them. */
const DATE_WORDS = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);
/**
 * Family names that come first in transcribed Chinese, Korean and Vietnamese. The most common ones, so that
 * "Xi Jinping" gives Xi and not Jinping; a name not listed is read in Western order.
 */
const FAMILY_FIRST = new Set(
  (
    'xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin gao luo zheng liang xie song tang deng feng cao peng zeng xiao tian dong pan yuan ' +
    'cai jiang yu du ye cheng wei su lu ding ren shen yao lai qin han wen jiang hao kong bai cui kim lee park choi jung jeong kang cho yoon jang lim shin kwon hwang ahn song ' +
    'moon ban roh chung nguyen tran pham hoang phan vo dang bui ngo duong truong'
  ).split(' '),
);
/** Every word, in small letters, that makes a difference to the family name, by where in a name it does: plain-names.ts leaves names with them to us. */
export const SURNAME_WORDS = {
  first: [...FAMILY_FIRST],
  inner: [...PARTICLES],
  last: [...SUFFIX_WORDS, ...DATE_WORDS],
} satisfies WordsByPlace;
const HUNGARIAN = 'hu';
/** A family name shorter than this is also a syllable of many other words; East Asian ones are that short by nature. */
const SHORTEST = 3;
const SHORTEST_FAMILY_FIRST = 2;

/** Is this first word of a name the family name, as in transcribed Chinese, Korean and Vietnamese? */
export function isFamilyFirst(word: string): boolean {
  return FAMILY_FIRST.has(word.toLowerCase());
}

/** Forms in which the subject's family name may stand alone; none for other kinds than persons. */
export function surnamesOf(subject: SubjectNames): NameForm[] {
  if (subject.surnames.length) return subject.surnames.map((text) => ({ text }));
  if (subject.kind !== 'person') return [];
  const found = new Map<string, NameForm>();
  const full = subject.names.filter((name) => !name.weak);
  for (const name of full) {
    if (name.lang === HUNGARIAN) continue;
    for (const text of derive(name.text)) if (!found.has(text)) found.set(text, { text, ...(name.lang ? { lang: name.lang } : {}) });
  }
  // In Hungarian the family name of Hungarians comes first, that of others last: another name of theirs tells which it is.
  for (const { text, lang } of full) {
    if (lang !== HUNGARIAN) continue;
    const words = text.split(/\s+/);
    for (const word of [words[0], words.at(-1)]) if (word && found.has(word)) found.set(`${lang}:${word}`, { text: word, lang });
  }
  return [...found.values()];
}

function derive(full: string): string[] {
  const words = full.split(/\s+/).filter((word) => !/^[("„“«].*/.test(word));
  while (words.length > 1 && SUFFIXES.test(words.at(-1) ?? '')) words.pop();
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || words.length < 2) return [];
  if (!/^\p{Lu}/u.test(first)) return [];
  if (isFamilyFirst(first) && looksEastAsian(words)) {
    return first.length >= SHORTEST_FAMILY_FIRST ? [first] : [];
  }
  const plain = last.replace(/[.,]$/, '');
  if (plain.length < SHORTEST || /\d/.test(plain) || DATE_WORDS.has(plain.toLowerCase())) return [];
  // "al-Assad" is written with and without its article.
  const article = /^(?:al|el|Al|El)-(\p{Lu}\p{L}{2,})$/u.exec(plain);
  if (article?.[1]) return [plain, article[1]];
  if (!/^\p{Lu}|^[dlmo]['’]\p{Lu}/u.test(plain)) return [];
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has((words[start - 1] ?? '').toLowerCase())) start--;
  return [[...words.slice(start, -1), plain].join(' ')];
}

/** Two or three short words, as the transcriptions are; "Li Smith" and "Kim Kardashian" keep the Western order. */
function looksEastAsian(words: readonly string[]): boolean {
  if (words.length === 3) return words.every((word) => /^\p{Lu}\p{L}{0,6}$/u.test(word));
  const given = words[1] ?? '';
  if (words.length !== 2) return false;
  // Jong-un, Jae-myung; Jinping, Keqiang: pinyin syllables written together.
  return /^\p{Lu}\p{Ll}+-\p{L}+$/u.test(given) || PINYIN.test(given);
}

/** One or two syllables of Hanyu Pinyin and nothing else. */
const SYLLABLE =
  '(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un|uo|ue|a|e|i|o|u)';
const PINYIN = new RegExp(`^(?:${SYLLABLE}){1,2}$`, 'i');
