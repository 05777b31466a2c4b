/** One German text prepared for the rules, and what they ask of it: quotations, phrases, subjects, verbs in Konjunktiv. */
import type { AttributionKind } from '../model';
import type { Quotation } from '../quotations';
import type { Sentence } from '../sentences';
import type { Token } from '../tokens';
import { FINITE, HAVE, NOT_SUBJECT, REPORTED_MOOD } from './words';

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
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly kind: AttributionKind;
  readonly hedged: boolean;
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

/** The noun phrase that begins at `at`: to the next comma, colon, verb or stop. */
export function phraseFrom(t: Text, at: number, hi: number): Range | null {
  let to = at;
  while (to < hi && to - at < 16) {
    const token = t.tokens[to];
    if (!token) break;
    if (!token.word && !/^[-&/'’]$/.test(token.text) && !(token.text === '.' && t.tokens[to + 1]?.word) && !isQuoted(t, to)) break;
    if (
      to > at &&
      (NOT_SUBJECT.has(token.lower) || token.lower === 'dass' || token.lower === 'sich') &&
      !/^(?:der|des|von|vom|aus|für|in|im|und|bei|zur|zum)$/.test(token.lower)
    )
      break;
    to++;
  }
  if (NOT_SUBJECT.has(lower(t, at))) return null;
  for (let i = at; i < to; i++)
    if (t.tokens[i]?.word && (t.tokens[i]?.capital || /^(?:er|sie|man|die|der|das|diese|dieser)$/.test(lower(t, i))))
      return { from: at, to };
  return null;
}

/** The subject of the verb at `at`: what fills the place before it, or else what follows it. */
export function subjectOf(t: Text, at: number, { from, to }: Sentence): Range | null {
  let verb = at;
  // "hat … angekündigt": the finite verb holds the subject's place.
  for (let i = at - 1; i >= from; i--) {
    if (HAVE.has(lower(t, i)) && !isQuoted(t, i)) {
      verb = i;
      break;
    }
  }
  // "Den Vorwurf nannte er absurd": these pronouns are nothing but subjects, wherever the sentence begins.
  if (NOMINATIVE.has(lower(t, verb + 1)) && verb + 1 < to) return { from: verb + 1, to: verb + 2 };
  let start = from;
  for (let i = verb - 1; i > from; i--) {
    if (!isQuoted(t, i) && /^[;:–—]$/.test(lower(t, i))) {
      start = i + 1;
      break;
    }
  }
  while (start < verb && (!t.tokens[start]?.word || /^(?:und|aber|auch|selbst|sogar)$/.test(lower(t, start)))) start++;
  if (start < verb && !NOT_SUBJECT.has(lower(t, start)) && !AGAIN.has(lower(t, start))) {
    const phrase = phraseFrom(t, start, verb);
    return phrase && !holdsVerb(t, phrase) ? phrase : null;
  }
  let behind = verb + 1;
  while (behind < to && (lower(t, behind) === 'sich' || (!t.tokens[behind]?.capital && NOT_SUBJECT.has(lower(t, behind))))) behind++;
  const phrase = phraseFrom(t, behind, to);
  return phrase && !holdsVerb(t, phrase) ? cutAtObject(t, phrase) : null;
}

const NOMINATIVE = new Set(['er', 'wir', 'ich', 'man']);

/** "Das teilte der Sprecher mit": what was said stands in the sentence before. */
export const AGAIN = new Set(['das', 'dies']);

export function holdsVerb(t: Text, { from, to }: Range): boolean {
  for (let i = from + 1; i < to; i++) {
    const token = t.tokens[i];
    if (!token || token.capital || isQuoted(t, i)) continue;
    if (FINITE.has(token.lower) || REPORTED_MOOD.has(token.lower) || /(?:[^aeiou]te|eten|tete)$/.test(token.lower)) return true;
  }
  return false;
}

/** "die Ministerin den Vorschlag": a new article behind a noun opens the object. */
function cutAtObject(t: Text, phrase: Range): Range {
  for (let i = phrase.from + 1; i < phrase.to; i++) {
    if (t.tokens[i - 1]?.capital && /^(?:den|dem|einen|einem|eine|ein|das|die)$/.test(lower(t, i))) return { from: phrase.from, to: i };
  }
  return phrase;
}

/** Does reported speech stand in the range: a Konjunktiv outside quotation marks? */
export function reported(t: Text, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (REPORTED_MOOD.has(lower(t, i)) && !isQuoted(t, i) && lower(t, i - 1) !== 'ich') return true;
  return false;
}

/** The source behind "laut" or "nach": to the verb that follows it, or to the comma. */
export function sourceAfter(t: Text, from: number, to: number): Range | null {
  let e = from;
  while (e < to && e - from < 14) {
    const token = t.tokens[e];
    if (!token || (!token.word && !isQuoted(t, e) && token.text !== '-')) break;
    // In small letters only articles, and adjectives that lead to a further noun: "der israelischen Armee".
    const adjective = /(?:en|er|es|em|e)$/.test(token.lower) && !VERBS_AFTER_SOURCE.has(token.lower) && t.tokens[e + 1]?.capital === true;
    if (!token.capital && !isQuoted(t, e) && !INSIDE_SOURCE.has(token.lower) && !adjective) break;
    e++;
  }
  for (let i = from; i < e; i++) if (t.tokens[i]?.capital) return { from, to: e };
  return null;
}

const INSIDE_SOURCE = new Set(
  'der des den dem die das von vom aus für in im und zur zum an seiner ihrer seinen ihren einem einer eines eigenen'.split(' '),
);

const VERBS_AFTER_SOURCE = new Set(
  'wurde wurden werden waren habe haben hatte hatten sollen sollte sollten seien kommen kamen konnte konnten könnte könnten müsse müssen bereits gegen etwa mehrere keine eine einen ein'.split(
    ' ',
  ),
);
