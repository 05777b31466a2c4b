/** German attributions that lean on no plain verb: quotations, "nach Angaben", "so der Minister", and the Konjunktiv that goes on. */
import type { Quotation } from '../quotations';
import type { Sentence } from '../sentences';
import {
  end,
  type Found,
  holdsVerb,
  isQuoted,
  isSpeech,
  lower,
  phraseFrom,
  quotation,
  type Range,
  sourceAfter,
  subjectOf,
  type Text,
} from './text';
import { formAt } from './verb-rule';
import { ACCORDING_BEFORE, ACCORDING_NOUNS, GERMAN_FORMS, REPLACING_MOOD, REPORTED_MOOD } from './words';

/** The words in quotation marks inside an attributed sentence are the source's own: an attribution of their own. */
export function quotedWords(t: Text, sentence: Sentence, attributed: Found | undefined): Found[] {
  if (!attributed?.source) return [];
  const found: Found[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const q = quotation(t, i);
    if (!q || q.open !== i) continue;
    const range = { from: q.open, to: Math.min(q.close + 1, sentence.to) };
    const part = attributed.content.length > 0 && !attributed.content.some((c) => c.from === range.from && c.to === range.to);
    const own = attributed.source.from <= q.open && q.open < attributed.source.to;
    if (part && !own && !t.tokens[q.open + 1]?.capital) found.push({ ...attributed, content: [range] });
  }
  return found;
}

/** „…“, sagte X · „…“, so X · X sagte: „…“. */
export function readQuotation(t: Text, sentence: Sentence): Found | null {
  for (let i = sentence.from; i < sentence.to; i++) {
    const q = quotation(t, i);
    if (!q || !isSpeech(t, q) || (q.open < sentence.from && q.close >= sentence.to)) continue;
    const after = lower(t, q.close + 1) === ',' ? q.close + 2 : q.close + 1;
    if (q.close < sentence.to && after < sentence.to) {
      const verb = lower(t, after) === 'so' ? null : formAt(t, after, sentence);
      if (verb || lower(t, after) === 'so') {
        const source = phraseFrom(t, after + 1, sentence.to);
        if (source)
          return {
            source,
            cue: { from: after, to: after + 1 },
            content: [{ from: openingOf(t, q, sentence), to: q.close + 1 }],
            kind: 'statement',
            hedged: false,
          };
      }
    }
    for (let v = sentence.from; v < Math.min(q.open, sentence.to); v++) {
      if (isQuoted(t, v)) continue;
      const form = formAt(t, v, sentence);
      if (!form) continue;
      const source = subjectOf(t, v, sentence);
      const from = lower(t, q.open - 1) === ':' || lower(t, q.open - 1) === ',' || q.open < sentence.from ? q.open : null;
      if (source && from !== null)
        return { source, cue: { from: v, to: v + 1 }, content: [{ from, to: q.close + 1 }], kind: form.kind, hedged: false };
      break;
    }
    i = Math.max(i, q.close);
  }
  return null;
}

/** A quotation that opens inside its sentence is a part of the content that began with the sentence. */
function openingOf(t: Text, q: Quotation, sentence: Sentence): number {
  return q.open > sentence.from && t.tokens[q.open - 1]?.word ? sentence.from : q.open;
}

/** "Nach Angaben der Polizei …", "… laut Spiegel …", "Berichten zufolge …": the sentence without it is the content. */
export function readAccording(t: Text, sentence: Sentence): Found | null {
  const last = end(t, sentence);
  for (let i = sentence.from; i < last; i++) {
    if (isQuoted(t, i)) continue;
    const word = lower(t, i);
    let phrase: Range | null = null;
    let cue: Range | null = null;
    let source: Range | null = null;
    if (ACCORDING_BEFORE.has(word) || (word === 'nach' && nounWithin(t, i + 1, last))) {
      source = sourceAfter(t, i + 1, last);
      cue = { from: i, to: i + 1 };
      phrase = source && { from: i, to: source.to };
    } else if (word === 'zufolge') {
      let from = i;
      while (
        from > sentence.from &&
        t.tokens[from - 1]?.word &&
        i - from < 6 &&
        !GERMAN_FORMS.has(lower(t, from - 1)) &&
        !/^(?:wurden?|waren?|sind|ist|hat|haben|soll|sollen|habe|sei)$/.test(lower(t, from - 1))
      )
        from--;
      if (from < i) source = { from, to: i };
      cue = { from: i, to: i + 1 };
      phrase = source && { from, to: i + 1 };
    }
    if (!phrase || !cue || !source) continue;
    const content: Range[] = [];
    const opens = lower(t, phrase.from - 1) === ',' ? phrase.from - 1 : phrase.from;
    if (opens > sentence.from) content.push({ from: sentence.from, to: opens });
    const rest = lower(t, phrase.to) === ',' ? phrase.to + 1 : phrase.to;
    if (rest < last) content.push({ from: rest, to: last });
    if (content.length) return { source, cue, content, kind: 'statement', hedged: false };
  }
  return null;
}

/** "…, so der Sprecher, …": behind a comma, before a noun phrase that ends the clause. */
export function readSo(t: Text, sentence: Sentence): Found | null {
  const last = end(t, sentence);
  for (let i = sentence.from + 1; i < last; i++) {
    if (lower(t, i) !== 'so' || isQuoted(t, i) || (lower(t, i - 1) !== ',' && !isQuoted(t, i - 1))) continue;
    const source = phraseFrom(t, i + 1, last);
    if (!source || holdsVerb(t, source) || (source.to < last && lower(t, source.to) !== ',' && lower(t, source.to) !== '.')) continue;
    const content = [{ from: sentence.from, to: lower(t, i - 1) === ',' ? i - 1 : i }];
    if (source.to + 1 < last) content.push({ from: source.to + 1, to: last });
    return { source, cue: { from: i, to: i + 1 }, content, kind: 'statement', hedged: false };
  }
  return null;
}

function nounWithin(t: Text, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 3); i++) if (ACCORDING_NOUNS.has(lower(t, i))) return true;
  return false;
}

/**
 * A sentence in the Konjunktiv: the last speaker of its paragraph goes on. Konjunktiv II counts only
 * right behind an attributed sentence (`behind`).
 */
export function goingOn(t: Text, sentence: Sentence, speaker: Range, behind: boolean): Found | null {
  const last = end(t, sentence);
  for (let i = sentence.from; i < last; i++) {
    const word = lower(t, i);
    if (isQuoted(t, i) || lower(t, i - 1) === 'ich') continue;
    if (REPORTED_MOOD.has(word) || (behind && REPLACING_MOOD.has(word))) {
      return {
        source: speaker,
        cue: { from: i, to: i + 1 },
        content: [{ from: sentence.from, to: last }],
        kind: 'statement',
        hedged: false,
      };
    }
  }
  return null;
}
