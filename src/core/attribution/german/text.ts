/** One German text prepared for the rules, and what they ask of it: words, quotations, verbs in Konjunktiv. */
import type { AttributionKind } from '../model';
import type { Quotation } from '../quotations';
import type { Sentence } from '../sentences';
import type { Token } from '../tokens';
import { FINITE, REPORTED_MOOD } from './words';

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Text {
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  readonly quoteAt: Int32Array;
}

export interface Found {
  readonly source: Range | null;
  /** Whose account the source is where another phrase tells ("nach eigenen Angaben"); null where none does. */
  readonly owner?: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly kind: AttributionKind;
  readonly hedged: boolean;
  /** Not said: see Attribution. */
  readonly unreal?: boolean;
}

export const lower = (t: Text, i: number): string => t.tokens[i]?.lower ?? '';

export const isQuoted = (t: Text, i: number): boolean => (t.quoteAt[i] ?? -1) >= 0;

export const quotation = (t: Text, i: number): Quotation | undefined => t.quotations[t.quoteAt[i] ?? -1];

/** A quotation with this many words, or with a stop inside, is speech and not one word held with tweezers. */
const SPEECH_WORDS = 4;

export function isSpeech(t: Text, q: Quotation): boolean {
  if (/^[.?!]$/.test(lower(t, q.close - 1))) return true;
  let words = 0;
  for (let i = q.open + 1; i < q.close; i++) if (t.tokens[i]?.word && ++words >= SPEECH_WORDS) return true;
  return false;
}

/** The end of a sentence without its full stop. */
export function end(t: Text, { from, to }: Sentence): number {
  let e = to;
  while (e > from + 1 && !t.tokens[e - 1]?.word && !isQuoted(t, e - 1)) e--;
  return e;
}

export function holdsVerb(t: Text, { from, to }: Range): boolean {
  for (let i = from + 1; i < to; i++) {
    const token = t.tokens[i];
    if (!token || token.capital || isQuoted(t, i)) continue;
    if (FINITE.has(token.lower) || REPORTED_MOOD.has(token.lower) || /(?:[^aeiou]te|eten|tete)$/.test(token.lower)) return true;
  }
  return false;
}

export const SECOND_MOOD = /^(?:würde|hätte|wäre|könnte|müsste|dürfte)n?$/;

/** Does reported speech stand in the range: a Konjunktiv outside quotation marks? `second`: whichever Konjunktiv. */
export function reported(t: Text, from: number, to: number, second = false): boolean {
  for (let i = from; i < to; i++) {
    const mood = REPORTED_MOOD.has(lower(t, i)) || (second && SECOND_MOOD.test(lower(t, i)));
    if (mood && !isQuoted(t, i) && lower(t, i - 1) !== 'ich') return true;
  }
  return false;
}
