/**
 * One small set of rules for languages known by their commonest reporting words only: a quotation beside a verb of speech,
 * a clause after "that", and "according to". Everything else is left alone.
 */
import type { Steps } from '../../text/steps';
import type { Attribution, Span } from '../model';
import { findQuotations, type Quotation } from '../quotations';
import { findSentences, type Sentence } from '../sentences';
import type { Token } from '../tokens';
import { REPORTING_WORDS, type ReportingWords } from './words';

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly source: Range;
  readonly cue: Range;
  readonly content: Range;
  readonly unreal: boolean;
  readonly hedged: boolean;
  readonly belief: boolean;
}

interface Text {
  readonly tokens: readonly Token[];
  readonly words: ReportingWords;
  readonly quotations: readonly Quotation[];
  readonly quoteAt: Int32Array;
}

/** A quotation of fewer words is a name or a word held with tweezers. */
const SPEECH_WORDS = 3;
/** A source of more words is a clause. */
const MAX_SOURCE = 14;

/** The reader of a language that {@link REPORTING_WORDS} knows. Linear: each sentence is read by itself. */
export function createReader(lang: keyof typeof REPORTING_WORDS): (tokens: readonly Token[]) => Steps<Attribution[]> {
  return function* (tokens) {
    const words = REPORTING_WORDS[lang];
    return words ? yield* readTokens(words, tokens) : [];
  };
}

/** The same of a text that is cut already. */
export function* readTokens(words: ReportingWords, tokens: readonly Token[]): Steps<Attribution[]> {
  const quotations = findQuotations(tokens);
  const quoteAt = new Int32Array(tokens.length).fill(-1);
  for (const [q, { open, close }] of quotations.entries()) quoteAt.fill(q, open, close + 1);
  const t: Text = { tokens, words, quotations, quoteAt };
  const span = ({ from, to }: Range): Span => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 });
  const result: Attribution[] = [];
  for (const sentence of findSentences(tokens)) {
    yield;
    const found = readQuotation(t, sentence) ?? readAccording(t, sentence) ?? readClause(t, sentence) ?? readTail(t, sentence);
    if (!found) continue;
    result.push({
      source: span(found.source),
      cue: span(found.cue),
      content: [span(found.content)],
      kind: found.unreal ? 'intention' : found.belief ? 'belief' : 'statement',
      hedged: found.hedged,
      unreal: found.unreal,
      frame: span(sentence),
      sentence: span(sentence),
      within: null,
    });
  }
  return result;
}

const lower = (t: Text, i: number): string => t.tokens[i]?.lower ?? '';
const isQuoted = (t: Text, i: number): boolean => (t.quoteAt[i] ?? -1) >= 0;

function isSpeech(t: Text, q: Quotation): boolean {
  let words = 0;
  for (let i = q.open + 1; i < q.close; i++) if (t.tokens[i]?.word && ++words >= SPEECH_WORDS) return true;
  return false;
}

function lastWord(t: Text, { from, to }: Sentence): number {
  let end = to;
  while (end > from + 1 && !t.tokens[end - 1]?.word && !isQuoted(t, end - 1)) end--;
  return end;
}

/** "pas", "не", "n'a". */
function denies(t: Text, at: number): boolean {
  return t.words.unreal.has(lower(t, at)) || (t.words.unreal.has("n'") && lower(t, at).startsWith("n'"));
}

/** "Il est dit", "fue dicho": nobody says it. */
const PASSIVE = /^(?:est|sont|été|fue|fueron|sido)$/;

/** What a verb of speech at `i` tells: denied, told with a distance, only thought. A participle needs its auxiliary before it. */
function verbAt(t: Text, i: number): Pick<Found, 'unreal' | 'hedged' | 'belief'> | null {
  const word = lower(t, i);
  if (!t.words.verbs.has(word) || isQuoted(t, i)) return null;
  if (PASSIVE.test(lower(t, i - 1))) return null;
  const before = [i - 1, i - 2, i - 3];
  const auxiliary = before.find((at) => t.words.auxiliaries.has(lower(t, at)) || /^n['’](?:a|ont|avait)/.test(lower(t, at)));
  if (t.words.participle.test(word) && auxiliary === undefined) return null;
  return {
    unreal: before.some((at) => denies(t, at)),
    hedged: auxiliary !== undefined && t.words.hedging.has(lower(t, auxiliary)),
    belief: t.words.beliefs.has(word),
  };
}

/** "…", a déclaré X · "…", afirmó X · X сказал: "…". */
function readQuotation(t: Text, sentence: Sentence): Found | null {
  for (let i = sentence.from; i < sentence.to; i++) {
    const q = t.quotations[t.quoteAt[i] ?? -1];
    if (!q || q.open < sentence.from || !isSpeech(t, q)) continue;
    let at = q.close + 1;
    while (at < sentence.to && (/^[,—–-]$/.test(lower(t, at)) || t.words.between.has(lower(t, at)))) at++;
    const behind = at < sentence.to ? verbAt(t, at) : null;
    const content = { from: q.open, to: q.close + 1 };
    if (behind) {
      const source = phraseFrom(t, at + 1, sentence.to);
      if (source) return { source: withoutTime(t, source), cue: { from: at, to: at + 1 }, content, ...behind };
    }
    if (lower(t, q.open - 1) === ':') {
      for (let v = sentence.from; v < q.open; v++) {
        const verb = verbAt(t, v);
        const source = verb && subjectBefore(t, v, sentence.from);
        if (verb && source) return { source, cue: { from: v, to: v + 1 }, content, ...verb };
      }
    }
    i = q.close;
  }
  return null;
}

/** X a déclaré que … · X dijo que … · X заявив, що …. */
function readClause(t: Text, sentence: Sentence): Found | null {
  const end = lastWord(t, sentence);
  // A question asks what was said.
  if (lower(t, sentence.to - 1) === '?') return null;
  for (let v = sentence.from + 1; v < end; v++) {
    const verb = verbAt(t, v);
    if (!verb) continue;
    for (let i = v + 1; i < end && i - v <= MAX_SOURCE; i++) {
      // "qu'il" is one word.
      const that = t.words.that.has(lower(t, i)) || /^qu['’]/.test(lower(t, i));
      if (!that) {
        if (t.words.verbs.has(lower(t, i))) break;
        continue;
      }
      const source = subjectBefore(t, v, sentence.from) ?? phraseFrom(t, v + 1, i);
      return source && { source, cue: { from: v, to: v + 1 }, content: { from: i, to: beforeNextReport(t, i, end) }, ...verb };
    }
  }
  return null;
}

/** A second report in the sentence is not part of the first: its clause begins at the comma before it. */
function beforeNextReport(t: Text, from: number, to: number): number {
  let comma = to;
  for (let i = from; i < to; i++) {
    if (isQuoted(t, i)) continue;
    if (lower(t, i) === ',') comma = i;
    else if (comma < to && verbAt(t, i)) return comma;
  }
  return to;
}

/** …, a indiqué la police. · …, повідомляє Укрінформ. */
function readTail(t: Text, sentence: Sentence): Found | null {
  const end = lastWord(t, sentence);
  for (let comma = sentence.from + 2; comma < end; comma++) {
    if (lower(t, comma) !== ',' || isQuoted(t, comma)) continue;
    let at = comma + 1;
    while (at < end && t.words.between.has(lower(t, at))) at++;
    const verb = verbAt(t, at);
    const source = verb && phraseFrom(t, at + 1, end, true);
    if (verb && source && source.to >= end && !t.words.notSubject.has(lower(t, source.from)))
      return { source: withoutTime(t, source), cue: { from: at, to: at + 1 }, content: { from: sentence.from, to: comma }, ...verb };
  }
  return null;
}

/** "Anne Duval lundi" is Anne Duval. */
function withoutTime(t: Text, { from, to }: Range): Range {
  let end = to;
  while (end > from + 1 && t.words.times.has(lower(t, end - 1))) end--;
  return { from, to: end };
}

/** Selon X, … · …, según X · За словами X, …. */
function readAccording(t: Text, sentence: Sentence): Found | null {
  const end = lastWord(t, sentence);
  for (let i = sentence.from; i < end; i++) {
    const phrase = isQuoted(t, i) ? undefined : t.words.according.find((p) => p.every((word, k) => lower(t, i + k) === word));
    if (!phrase) continue;
    const cue = { from: i, to: i + phrase.length };
    const source = phraseFrom(t, cue.to, end, true);
    if (!source) continue;
    const plain = { unreal: false, hedged: false, belief: false };
    if (i === sentence.from) {
      if (lower(t, source.to) === ',' && source.to + 1 < end) return { source, cue, content: { from: source.to + 1, to: end }, ...plain };
    } else if (lower(t, i - 1) === ',' && source.to >= end) return { source, cue, content: { from: sentence.from, to: i - 1 }, ...plain };
  }
  return null;
}

/** The noun phrase that begins at `at`, to the next mark; it must hold a name, or (`any`) may be any words. */
function phraseFrom(t: Text, at: number, hi: number, any = false): Range | null {
  let to = at;
  let name = any;
  while (to < hi && to - at < MAX_SOURCE) {
    const token = t.tokens[to];
    if (!token || (!token.word && token.text !== '-' && !isQuoted(t, to)) || t.words.that.has(token.lower)) break;
    if (token.capital) name = true;
    to++;
  }
  return to > at && name && to - at < MAX_SOURCE ? { from: at, to } : null;
}

/** What stands before the verb in its clause, without auxiliaries. */
function subjectBefore(t: Text, verb: number, lo: number): Range | null {
  let to = verb;
  while (to > lo && (t.words.between.has(lower(t, to - 1)) || denies(t, to - 1))) to--;
  let from = to;
  while (from > lo && (t.tokens[from - 1]?.word || lower(t, from - 1) === '-') && !isQuoted(t, from - 1)) from--;
  if (to <= from || to - from > MAX_SOURCE || t.words.notSubject.has(lower(t, from))) return null;
  for (let i = from; i < to; i++) if (t.words.verbs.has(lower(t, i))) return null;
  return { from, to };
}
