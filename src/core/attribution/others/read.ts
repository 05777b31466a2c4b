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
  /** Words of the text; a pronoun hung on its verb is a part of one. */
  readonly source: Range | Span;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly unreal: boolean;
  readonly hedged: boolean;
  readonly belief: boolean;
}

interface Text {
  readonly tokens: readonly Token[];
  readonly words: ReportingWords;
  readonly quotations: readonly Quotation[];
  readonly quoteAt: Int32Array;
  /** Which of the quotations are speech. */
  readonly speech: ReadonlySet<Quotation>;
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
  const t: Text = { tokens, words, quotations, quoteAt, speech: new Set(quotations.filter((q) => isSpeech(tokens, q))) };
  const span = ({ from, to }: Range): Span => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 });
  const result: (Attribution & { readonly content: Span[] })[] = [];
  /** The sentence before, if it was attributed: who speaks there may go on. */
  let before = null as Found | null;
  for (const sentence of findSentences(tokens)) {
    yield;
    const last: Found | null = tokens[sentence.from]?.opensParagraph ? null : before;
    before = null;
    const more = last && speechGoesOn(t, sentence);
    const previous = result.at(-1);
    if (last && more && previous && isQuoted(t, last.content[0]?.from ?? 0)) {
      previous.content.push(span(more));
      before = last;
      continue;
    }
    const speaker: Found['source'] | null = words.dropsSubject ? (last?.source ?? null) : null;
    const found: Found | null =
      readQuotation(t, sentence, speaker) ??
      readInterrupted(t, sentence) ??
      readAccording(t, sentence) ??
      readClause(t, sentence, speaker) ??
      readTail(t, sentence);
    if (!found) continue;
    before = found;
    result.push({
      source: 'start' in found.source ? found.source : span(found.source),
      cue: span(found.cue),
      content: found.content.map(span),
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

/** A sentence that is nothing but speech in quotation marks, right behind an attributed one. */
function speechGoesOn(t: Text, sentence: Sentence): Range | null {
  const q = t.quotations[t.quoteAt[sentence.from] ?? -1];
  if (!q || q.open !== sentence.from || !t.speech.has(q)) return null;
  for (let i = q.close + 1; i < sentence.to; i++) if (t.tokens[i]?.word) return null;
  return { from: q.open, to: q.close + 1 };
}

const lower = (t: Text, i: number): string => t.tokens[i]?.lower ?? '';
const isQuoted = (t: Text, i: number): boolean => (t.quoteAt[i] ?? -1) >= 0;

function isSpeech(tokens: readonly Token[], q: Quotation): boolean {
  let words = 0;
  for (let i = q.open + 1; i < q.close; i++) if (tokens[i]?.word && ++words >= SPEECH_WORDS) return true;
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

/** A report with its subject behind it, as it stands beside or inside a quotation: "a déclaré X", "a-t-elle ajouté", "сказав він". */
interface Report extends Pick<Found, 'source' | 'cue' | 'unreal' | 'hedged' | 'belief'> {
  /** First token behind it. */
  readonly end: number;
}

/** The report that begins at `at`. `speaker`: who spoke last, where a verb without a subject goes on about them. */
function reportAt(t: Text, at: number, hi: number, speaker: Found['source'] | null): Report | null {
  const inverted = invertedAt(t, at, hi);
  if (inverted) return inverted;
  let verb = at;
  while (verb < hi && t.words.between.has(lower(t, verb))) verb++;
  const what = verb < hi ? verbAt(t, verb) : null;
  if (!what) return null;
  const cue = { from: verb, to: verb + 1 };
  const source = t.words.notSubject.has(lower(t, verb + 1)) ? null : phraseFrom(t, verb + 1, hi);
  if (source) return { source: withoutTime(t, source), cue, end: source.to, ...what };
  return speaker && endsClause(t, verb + 1, hi) ? { source: speaker, cue, end: verb + 1, ...what } : null;
}

const endsClause = (t: Text, at: number, hi: number): boolean => at >= hi || /^[.,;…]$/.test(lower(t, at));

/** "dit-elle" · "a-t-il ajouté" · "avait-elle alors expliqué". */
function invertedAt(t: Text, at: number, hi: number): Report | null {
  const token = t.tokens[at];
  const [, stem = '', pronoun = ''] = (token && t.words.inverted?.exec(token.lower)) ?? [];
  if (!token || pronoun === '' || isQuoted(t, at)) return null;
  const source = { start: token.end - pronoun.length, end: token.end };
  if (t.words.verbs.has(stem)) return { source, cue: { from: at, to: at + 1 }, end: at + 1, unreal: false, hedged: false, belief: false };
  if (!t.words.auxiliaries.has(stem)) return null;
  let verb = at + 1;
  while (verb < hi && t.words.between.has(lower(t, verb))) verb++;
  if (verb >= hi || !t.words.verbs.has(lower(t, verb))) return null;
  const hedged = t.words.hedging.has(stem);
  return { source, cue: { from: verb, to: verb + 1 }, end: verb + 1, unreal: false, hedged, belief: t.words.beliefs.has(lower(t, verb)) };
}

/** "…", a déclaré X · "…", afirmó X, "…" · X сказал: "…". */
function readQuotation(t: Text, sentence: Sentence, speaker: Found['source'] | null): Found | null {
  for (let i = sentence.from; i < sentence.to; i++) {
    const q = t.quotations[t.quoteAt[i] ?? -1];
    if (!q || !t.speech.has(q)) continue;
    const content = [{ from: q.open, to: q.close + 1 }];
    let at = q.close + 1;
    while (at < sentence.to && /^[,—–-]$/.test(lower(t, at))) at++;
    const report = q.close < sentence.to && at < sentence.to ? reportAt(t, at, sentence.to, speaker) : null;
    if (report) {
      const next = t.quotations[t.quoteAt[report.end + 1] ?? -1];
      if (next && /^[,:]$/.test(lower(t, report.end)) && next.open === report.end + 1)
        content.push({ from: next.open, to: next.close + 1 });
      return { ...report, content };
    }
    if (lower(t, q.open - 1) === ':' && q.open > sentence.from) {
      for (let v = sentence.from; v < q.open; v++) {
        const verb = verbAt(t, v);
        const source = verb && subjectBefore(t, v, sentence.from);
        if (verb && source) return { source, cue: { from: v, to: v + 1 }, content, ...verb };
      }
    }
    i = Math.max(i, q.close);
  }
  return null;
}

/** A report between two commas is short: its verb, a name and what the person is. */
const MAX_INTERRUPTION = 12;

/** « …, a assuré X, … »: the report stands inside the quotation marks. */
function readInterrupted(t: Text, sentence: Sentence): Found | null {
  if (!t.words.interrupts) return null;
  for (let comma = sentence.from; comma < sentence.to; comma++) {
    const q = t.quotations[t.quoteAt[comma] ?? -1];
    if (!q || lower(t, comma) !== ',' || comma <= q.open + 1 || !t.speech.has(q)) continue;
    const hi = Math.min(q.close, comma + 1 + MAX_INTERRUPTION);
    const report = reportInside(t, comma + 1, hi);
    if (!report || !/^[,.]$/.test(lower(t, report.end))) continue;
    const content = [{ from: q.open, to: comma }];
    if (lower(t, report.end) === ',' && report.end + 1 < q.close) content.push({ from: report.end + 1, to: q.close + 1 });
    return { ...report, content };
  }
  return null;
}

/** The same as {@link reportAt} for words that stand in quotation marks. */
function reportInside(t: Text, at: number, hi: number): Report | null {
  const plain: Text = { ...t, quoteAt: NOTHING_QUOTED };
  const report = reportAt(plain, at, hi, null);
  // "a dit non" inside somebody's speech is his: only a name or a pronoun right behind the verb makes it a report.
  return report && ('start' in report.source || t.tokens[report.source.from]?.capital || hasTitle(t, report.source)) ? report : null;
}

const NOTHING_QUOTED = new Int32Array(0);

/** "la ministre Anne Duval": a name stands in it. */
function hasTitle(t: Text, { from, to }: Range): boolean {
  for (let i = from + 1; i < to; i++) if (t.tokens[i]?.capital) return true;
  return false;
}

/** X a déclaré que … · X dijo que … · X заявив, що …. */
function readClause(t: Text, sentence: Sentence, speaker: Found['source'] | null): Found | null {
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
      const opens = i === v + 1 && withoutWordsBetween(t, v, sentence.from) === sentence.from;
      const source = subjectBefore(t, v, sentence.from) ?? phraseFrom(t, v + 1, i) ?? (opens ? speaker : null);
      return source && { source, cue: { from: v, to: v + 1 }, content: [{ from: i, to: beforeNextReport(t, i, end) }], ...verb };
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
    const content = [{ from: sentence.from, to: comma }];
    const inverted = invertedAt(t, comma + 1, end);
    if (inverted && withoutTime(t, { from: inverted.end - 1, to: end }).to <= inverted.end) return { ...inverted, content };
    let at = comma + 1;
    while (at < end && t.words.between.has(lower(t, at))) at++;
    const verb = verbAt(t, at);
    const source = verb && phraseFrom(t, at + 1, end, true);
    if (verb && source && source.to >= end && !t.words.notSubject.has(lower(t, source.from)))
      return { source: withoutTime(t, source), cue: { from: at, to: at + 1 }, content, ...verb };
  }
  return null;
}

const WHERE_SAID = /^(?:sur|auprès|devant|lors|ante|durante)$/;

/** "Anne Duval lundi" is Anne Duval. */
function withoutTime(t: Text, { from, to }: Range): Range {
  let end = to;
  // "Anne Duval sur Radio Valley", "Ana Duarte ante la prensa": where a name is through, these lead to where it was said.
  for (let i = from + 1; i < to && end === to; i++) if (WHERE_SAID.test(lower(t, i)) && t.tokens[i - 1]?.capital) end = i;
  while (end > from + 1 && t.words.times.has(lower(t, end - 1))) end--;
  return { from, to: end };
}

/** Selon X, … · …, según X · За словами X, …. */
function readAccording(t: Text, sentence: Sentence): Found | null {
  const end = lastWord(t, sentence);
  for (let i = sentence.from; i < end; i++) {
    const phrase = isQuoted(t, i) ? undefined : t.words.according.find((p) => p.every((word, k) => lower(t, i + k) === word));
    if (!phrase) continue;
    // "Según explicó X": the verb belongs to the cue.
    const verb = t.words.verbs.has(lower(t, i + phrase.length)) ? 1 : 0;
    const cue = { from: i, to: i + phrase.length + verb };
    const source = phraseFrom(t, cue.to, end, true);
    // "d'après le récit qu'elle en fait": a document whose owner stands in a clause of its own.
    if (!source || clauseInside(t, source)) continue;
    const plain = { unreal: false, hedged: false, belief: false };
    if (i === sentence.from) {
      if (lower(t, source.to) === ',' && source.to + 1 < end) return { source, cue, content: [{ from: source.to + 1, to: end }], ...plain };
    } else if (lower(t, i - 1) === ',' && source.to >= end) return { source, cue, content: [{ from: sentence.from, to: i - 1 }], ...plain };
  }
  return null;
}

const clauseInside = (t: Text, { from, to }: Range): boolean => {
  for (let i = from; i < to; i++) if (lower(t, i).startsWith("qu'")) return true;
  return false;
};

/** The noun phrase that begins at `at`, to the next mark; it must hold a name, or (`any`) may be any words. */
function phraseFrom(t: Text, at: number, hi: number, any = false): Range | null {
  let to = at;
  let name = any;
  while (to < hi && to - at < MAX_SOURCE) {
    const token = t.tokens[to];
    if (!token || (!token.word && token.text !== '-' && !isQuoted(t, to)) || t.words.that.has(token.lower)) break;
    if (token.capital || t.words.pronouns.has(token.lower)) name = true;
    to++;
  }
  return to > at && name && to - at < MAX_SOURCE ? { from: at, to } : null;
}

/** The first of the words between a subject and its verb that stand right before the verb; the verb where none do. */
function withoutWordsBetween(t: Text, verb: number, lo: number): number {
  let to = verb;
  while (to > lo && (t.words.between.has(lower(t, to - 1)) || denies(t, to - 1))) to--;
  return to;
}

/** What stands before the verb in its clause, without auxiliaries and without what a name is said to be: "Anne Duval, la ministre, a dit". */
function subjectBefore(t: Text, verb: number, lo: number): Range | null {
  const to = withoutWordsBetween(t, verb, lo);
  if (lower(t, to - 1) !== ',' || to - 1 <= lo) return phraseEndingAt(t, to, lo);
  const said = phraseEndingAt(t, to - 1, lo);
  const comma = (said?.from ?? 0) - 1;
  const head = said && lower(t, comma) === ',' ? phraseEndingAt(t, comma, lo) : null;
  return said && head && (hasTitle(t, { from: head.from - 1, to: head.to }) || hasTitle(t, said)) ? head : null;
}

function phraseEndingAt(t: Text, to: number, lo: number): Range | null {
  let from = to;
  while (from > lo && (t.tokens[from - 1]?.word || lower(t, from - 1) === '-') && !isQuoted(t, from - 1)) from--;
  if (to <= from || to - from > MAX_SOURCE || t.words.notSubject.has(lower(t, from))) return null;
  for (let i = from; i < to; i++) if (t.words.verbs.has(lower(t, i))) return null;
  return { from, to };
}
