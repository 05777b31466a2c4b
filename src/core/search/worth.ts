/** What a match of a typed word is worth, beside others. Pure. */

/** A whole word is worth 1; a beginning less, and the more the more of the word it is. */
const PREFIX_WORTH = 0.4;
const PREFIX_SPAN = 0.5;

/** From 0 to 1; `term` begins with `typed`. */
export const termWorth = (typed: string, term: string): number =>
  typed === term ? 1 : PREFIX_WORTH + (PREFIX_SPAN * typed.length) / term.length;

/** The rarer a word, the more it tells: `holding` of `all` records hold it. */
export const rarity = (all: number, holding: number): number => Math.log(1 + (all + 1) / (holding + 1));
