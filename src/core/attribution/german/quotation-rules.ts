/** German quotations: „…“, sagte X · X sagte: „…“ · X wird zitiert: „…“ · the words quoted inside an attributed sentence, and speech that goes on. */
import type { Quotation } from '../quotations';
import type { Sentence } from '../sentences';
import { subjectBehind, subjectOf } from './subject';
import { end, type Found, isQuoted, isSpeech, lower, quotation, type Range, type Text } from './text';
import { formAt } from './verb-rule';
import { GERMAN_FORMS, HAVE } from './words';

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
    // A word or two in quotation marks are speech where a report stands right behind them.
    if (!q || !(isSpeech(t, q) || lower(t, q.close + 1) === ',') || (q.open < sentence.from && q.close >= sentence.to)) continue;
    const after = lower(t, q.close + 1) === ',' ? q.close + 2 : q.close + 1;
    if (q.close < sentence.to && after < sentence.to) {
      const perfect = HAVE.has(lower(t, after)) ? reportedPerfect(t, q, after, sentence) : null;
      if (perfect) return perfect;
      const verb = lower(t, after) === 'so' ? null : formAt(t, after, sentence);
      if (verb || lower(t, after) === 'so') {
        const source = subjectBehind(t, after, sentence.to);
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
    for (let v = sentence.from; isSpeech(t, q) && v < Math.min(q.open, sentence.to); v++) {
      if (isQuoted(t, v)) continue;
      const form = formAt(t, v, sentence);
      if (!form) continue;
      const source = subjectOf(t, v, sentence);
      // "…, dass, „wenn …“": the clause holds the quotation.
      if (form.clause && clauseBefore(t, v, q.open)) break;
      const from = lower(t, q.open - 1) === ':' || lower(t, q.open - 1) === ',' || q.open < sentence.from ? q.open : null;
      if (source && from !== null)
        return { source, cue: { from: v, to: v + 1 }, content: [{ from, to: q.close + 1 }], kind: form.kind, hedged: false };
      break;
    }
    i = Math.max(i, q.close);
  }
  return null;
}

/** „…“, hatte die Ministerin in einem Interview erklärt. */
function reportedPerfect(t: Text, q: Quotation, have: number, sentence: Sentence): Found | null {
  const last = end(t, sentence) - 1;
  const verb = GERMAN_FORMS.get(lower(t, last))?.find((form) => form.participle);
  const source = verb ? subjectBehind(t, have, last) : null;
  if (!verb || !source) return null;
  const content = [{ from: openingOf(t, q, sentence), to: q.close + 1 }];
  return { source, cue: { from: last, to: last + 1 }, content, kind: verb.kind, hedged: false };
}

function clauseBefore(t: Text, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (lower(t, i) === ',' && /^(?:dass|daß|ob)$/.test(lower(t, i + 1))) return true;
  return false;
}

/** A quotation that opens inside its sentence is a part of the content that began with the sentence. */
function openingOf(t: Text, q: Quotation, sentence: Sentence): number {
  return q.open > sentence.from && t.tokens[q.open - 1]?.word ? sentence.from : q.open;
}

/** "Er wird mit den Worten zitiert: „…“": the one who is quoted speaks. */
export function readQuoted(t: Text, sentence: Sentence): Found | null {
  for (let i = sentence.from; i < sentence.to; i++) {
    if (lower(t, i) !== 'zitiert' || isQuoted(t, i) || lower(t, i + 1) !== ':') continue;
    const q = quotation(t, i + 2);
    for (let v = sentence.from; q && v < i; v++) {
      if (!/^(?:wird|wurde)$/.test(lower(t, v))) continue;
      const source = subjectOf(t, v, sentence);
      return (
        source && { source, cue: { from: i, to: i + 1 }, content: [{ from: q.open, to: q.close + 1 }], kind: 'statement', hedged: false }
      );
    }
  }
  return null;
}

/** A sentence that is nothing but a quotation, right behind an attributed one: the speaker goes on. */
export function speechGoesOn(t: Text, sentence: Sentence, speaker: Range, cue: Range): Found | null {
  const q = quotation(t, sentence.from);
  if (!q || q.open > sentence.from || !isSpeech(t, q) || t.tokens[sentence.from]?.opensParagraph) return null;
  if (q.open === sentence.from && end(t, sentence) <= q.close + 1)
    return { source: speaker, cue, content: [{ from: q.open, to: q.close + 1 }], kind: 'statement', hedged: false };
  return null;
}
