/**
 * One English text prepared for the rules: tokens, their tags, sentences and quotations, and questions the rules ask of them.
 * Indices are tokens; ranges end exclusive.
 */
import type { Steps } from '../../text/steps';
import type { Name, Span } from '../model';
import { findQuotations, type Quotation } from '../quotations';
import { findSentences, type Sentence } from '../sentences';
import type { Token } from '../tokens';
import { type Tag, tagWords } from './tags';

export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  /** Quotation that token i stands in, its marks included; -1 for none. */
  readonly quoteAt: Int32Array;
  /** Sentence of token i. */
  readonly sentenceAt: Int32Array;
  /** What name token i is part of: one of {@link NAME} and {@link OUTLET}, 0 for none. */
  readonly nameAt: Uint8Array;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

const NAME = 1;
const OUTLET = 2;

/** Prepares a text that is cut into tokens; `names` are the places where it names actors, in order. */
export function* readText(tokens: readonly Token[], text: string, names: readonly Name[]): Steps<Reading> {
  // Each of these looks at every token once, and little else.
  const sentences = findSentences(tokens);
  yield;
  const quotations = findQuotations(tokens);
  yield;
  const quoteAt = new Int32Array(tokens.length).fill(-1);
  for (const [q, { open, close }] of quotations.entries()) quoteAt.fill(q, open, close + 1);
  const sentenceAt = new Int32Array(tokens.length);
  for (const [s, { from, to }] of sentences.entries()) sentenceAt.fill(s, from, to);
  yield;
  const nameAt = new Uint8Array(tokens.length);
  let at = 0;
  for (const { start, end, outlet } of names) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at++;
    for (let i = at; i < tokens.length && (tokens[i]?.start ?? 0) < end; i++) nameAt[i] = outlet ? OUTLET : NAME;
  }
  yield;
  return { text, tokens, tags: yield* tagWords(tokens), sentences, quotations, quoteAt, sentenceAt, nameAt };
}

/** Does the range name an outlet? */
export function namesOutlet(r: Reading, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (r.nameAt[i] === OUTLET) return true;
  return false;
}

/** Does the range name any actor? */
export function namesActor(r: Reading, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (r.nameAt[i] !== 0) return true;
  return false;
}

export const lowerAt = (r: Reading, i: number): string => r.tokens[i]?.lower ?? '';
export const tagAt = (r: Reading, i: number): Tag => r.tags[i] ?? 'mark';
export const quoted = (r: Reading, i: number): boolean => (r.quoteAt[i] ?? -1) >= 0;
export const quotationAt = (r: Reading, i: number): Quotation | undefined => r.quotations[r.quoteAt[i] ?? -1];
export const opensQuotation = (r: Reading, i: number): boolean => quotationAt(r, i)?.open === i;
export const closesQuotation = (r: Reading, i: number): boolean => quotationAt(r, i)?.close === i;

export function spanOf(r: Reading, { from, to }: Range): Span {
  return { start: r.tokens[from]?.start ?? 0, end: r.tokens[to - 1]?.end ?? 0 };
}

/** A quotation long enough to be speech and not a word held with tweezers; a shorter one is speech where it opens a paragraph. */
const SPEECH_WORDS = 3;

export function isSpeech(r: Reading, q: Quotation): boolean {
  if (r.tokens[q.open]?.opensParagraph && /^[,.?!…]$/.test(lowerAt(r, q.close - 1))) return true;
  let words = 0;
  for (let i = q.open + 1; i < q.close; i++) if (r.tokens[i]?.word && ++words >= SPEECH_WORDS) return true;
  return false;
}
