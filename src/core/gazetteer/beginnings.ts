/**
 * The places of a text where a tracked name may begin, found by one regular expression: engines run those as machine code from
 * the start, while a loop of ours is interpreted on a fresh page and costs ten times its warm time there. Passes over most
 * words, which are written small while no name begins so; may give a place in vain, never leaves one out.
 * Knows no names, only the packed form's map of small beginnings.
 */
import { COMPOSED, classOf } from '../text/characters';
import { smallBit } from './packed';

/**
 * The letters that write most words of a page; others are rare enough to be looked at one by one. By small letter: it, and
 * whatever folds to it or begins with it when folded. Ґ is left to the others.
 */
const LATIN =
  'aAàáâãäåæÀÁÂÃÄÅÆ bB cCçÇ dDðÐ eEèéêëÈÉÊË fF gG hH iIìíîïÌÍÎÏ jJ kK lL mM nNñÑ oOòóôõöøÒÓÔÕÖØ pP qQ rR sSß tTþÞ uUùúûüÙÚÛÜ vV wW xX yYýÿÝ zZ';
const CYRILLIC =
  'аА бБ вВ гГ дД еЕёЁѐЀ жЖ зЗ иИѝЍ йЙ кК лЛ мМ нН оО пП рР сС тТ уУ фФ хХ цЦ чЧ шШ щЩ ъЪ ыЫ ьЬ эЭ юЮ яЯ ђЂ ѓЃ єЄ ѕЅ іІ їЇ јЈ љЉ њЊ ћЋ ќЌ ўЎ џЏ';
/** Letters and digits after which no word begins: those of the alphabets, in texts of Latin letters and of both. */
const WITHIN = { latin: '0-9A-Za-z', both: '0-9A-Za-z\u0400-\u045f' };
/** What may begin a name whatever is tracked, but not after those: capitals, digits, letters of other alphabets. */
const OTHERS = {
  latin: '0-9A-Z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u0dff',
  both: '0-9A-Z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u042f\\u0450\\u0451\\u045d\\u0460-\\u0dff',
};
/** Thai is the first script whose words begin after any letter. */
const ANYWHERE = '[\\u0e00-\\u1fff\\u2070-\\uffff]';
const SMALL_CYRILLIC = /[\u0430-\u045f]/;

/** What surely ends a word, as most words of one letter. No apostrophe, which in Cyrillic stands within words. */
const ENDING = '\\t\\n\\r ,.:;!?"()\\/\\-';

/** Finds one place where a name may begin after another: a global expression that takes in one UTF-16 unit, the word's first. */
export type Beginnings = (text: string) => RegExp;

/** `bits`: the packed form's map of small beginnings. */
export function createBeginnings(bits: Uint32Array): Beginnings {
  const may = (first: number, second: number): boolean => {
    const bit = smallBit(first, second);
    return (((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) !== 0;
  };

  /** By small letter, what it must not be followed by: where no name begins so. */
  function smallOf(groups: readonly string[]): string {
    const folded = groups.map((group) => classOf(group.charCodeAt(0)));
    /** First letters by what can't follow them at the beginning of a name. */
    const firsts = new Map<string, string>();
    groups.forEach((group, f) => {
      const first = folded[f] ?? 0;
      let never = may(first, 0) ? '' : ENDING;
      groups.forEach((letters, s) => {
        // Decomposed text writes й as и and a mark.
        const composed = COMPOSED.find(({ plain }) => plain === letters.charCodeAt(0))?.composed;
        if (!may(first, folded[s] ?? 0) && !(composed && may(first, composed))) never += letters;
      });
      firsts.set(never, (firsts.get(never) ?? '') + group.charAt(0));
    });
    return [...firsts].map(([never, letters]) => `|[${letters}]${never && `(?![${never}])`}`).join('');
  }

  function expression(alphabets: readonly string[], within: string, others: string): RegExp {
    // Without small beginnings a look back at each place found is cheaper than one at each letter.
    if (bits.every((word) => word === 0)) return new RegExp(`[${others}](?<![${within}].)|${ANYWHERE}`, 'g');
    const small = alphabets.map((each) => smallOf(each.split(' '))).join('');
    return new RegExp(`(?<![${within}])(?:[${others}]${small})|${ANYWHERE}`, 'g');
  }

  let latin: RegExp | null = null;
  let both: RegExp | null = null;
  return (text) => {
    if (SMALL_CYRILLIC.test(text)) {
      both ??= expression([LATIN, CYRILLIC], WITHIN.both, OTHERS.both);
      return both;
    }
    latin ??= expression([LATIN], WITHIN.latin, OTHERS.latin);
    return latin;
  };
}
