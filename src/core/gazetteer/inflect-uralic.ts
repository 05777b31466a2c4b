/**
 * Finnish and Hungarian cases of names in Latin letters: the last word takes the ending, joined by a vowel where it ends in a consonant,
 * with the vowels that go with its own. Regular endings only. Knows no names; inflect.ts asks only for names that say that they are in the
 * language, because the endings are many and would multiply everybody's names.
 */
import type { Declension, Word } from './declension';

/** A shorter word with an ending is too often another word. */
const SHORTEST = 4;

/** Cases in the order of grammars, from the genitive on; A is a or ä. */
const FINNISH = 'n ssA stA llA ltA lle ksi'.split(' ');
/** Those before which a stem keeps its strong consonants. */
const FINNISH_STRONG = ['nA'];

/** The last vowel that tells: front after front ones, and where there are none but e and i. */
const isFrontInFinnish = (word: string): boolean => !/[aouå][^aouåäöy]*$/u.test(word);

export function declineFinnish({ text, last }: Word): Declension {
  if (!last || text.length < SHORTEST || text === text.toUpperCase()) return [];
  const low = text.toLowerCase();
  const a = isFrontInFinnish(low) ? 'ä' : 'a';
  const set = (ending: string) => ending.replaceAll('A', a);
  // Virtanen, Virtasen, Virtaseen, Virtasta.
  if (low.endsWith('nen')) {
    const stem = `${text.slice(0, -3)}s`;
    return [[...FINNISH, ...FINNISH_STRONG, 'en'].map((ending) => `${stem}e${set(ending)}`), [`${stem}t${a}`]];
  }
  const stem = /[aeiouyäöå]$/u.test(low) ? text : `${text}i`;
  // Double k, p and t are single in the weak grade: Heikki, Heikin.
  const weak = stem.replace(/([kpt])\1(?=[aeiouyäö]$)/u, '$1');
  const vowel = stem.slice(-1);
  const partitive = /[aeiouyäö]{2}$/u.test(stem) ? `t${a}` : a;
  const illative = /[aeiouyäö]{2}$/u.test(stem) ? `h${vowel}n` : `${vowel}n`;
  return [
    FINNISH.map((ending) => weak + set(ending)),
    [...FINNISH_STRONG.map((ending) => stem + set(ending)), stem + partitive, stem + illative],
  ];
}

/** Endings by what the word's vowels are: back, front, front and rounded; after a consonant those in the second list have a vowel of their own. */
const HUNGARIAN = {
  back: ['nak ban ból ba ról ra nál tól hoz ért ig ként é ék', 't n', 'ot at on'],
  front: ['nek ben ből be ről re nél től hez ért ig ként é ék', 't n', 'et en'],
  rounded: ['nek ben ből be ről re nél től höz ért ig ként é ék', 't n', 'öt ön et'],
} as const;
/** Letters that are written as two or three, doubled by their first. */
const HUNGARIAN_LETTER = /(?:dzs|sz|zs|cs|gy|ly|ny|ty|dz|[^aáeéiíoóöőuúüű])$/u;

function harmoniesOf(word: string): (keyof typeof HUNGARIAN)[] {
  if (/[öőüű][^aáeéiíoóöőuúüű]*$/u.test(word)) return ['rounded'];
  if (/[aáoóuú][^aáeéiíoóöőuúüű]*$/u.test(word)) return ['back'];
  // After a back vowel, e and i leave it open.
  return /[aáoóuú]/u.test(word) ? ['front', 'back'] : ['front'];
}

export function declineHungarian({ text, last }: Word): Declension {
  if (!last || text.length < SHORTEST || text === text.toUpperCase()) return [];
  const low = text.toLowerCase();
  return harmoniesOf(low).map((harmony) => {
    const [common, afterVowel, afterConsonant] = HUNGARIAN[harmony];
    const v = harmony === 'back' ? 'al' : 'el';
    if (/[aáeéiíoóöőuúüű]$/u.test(low)) {
      // Final a and e are long before an ending: Obama, Obamának.
      const stem = text.replace(/a$/u, 'á').replace(/e$/u, 'é');
      return [...common.split(' '), ...afterVowel.split(' '), `v${v}`].map((ending) => stem + ending);
    }
    const doubled = (HUNGARIAN_LETTER.exec(low)?.[0] ?? '').charAt(0);
    const letter = HUNGARIAN_LETTER.exec(text)?.[0] ?? '';
    const instrumental = `${text.slice(0, text.length - letter.length)}${doubled}${letter}${v}`;
    // After some consonants the accusative has no vowel: Orbánt.
    const bare = /[jlnrszy]$/u.test(low) ? [`${text}t`] : [];
    return [...[...common.split(' '), ...afterConsonant.split(' ')].map((ending) => text + ending), ...bare, instrumental];
  });
}
