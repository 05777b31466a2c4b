/**
 * Content that stands before its report, or around it: "…," X said · "…," said X, "…" · A, X said, B. Quotations go on
 * where the next sentence opens with one.
 */
import { clauseEnd, hasVerb, skipTimes } from './content';
import { CUE_FORMS, type CueForm } from './cue-verbs';
import { type Found, qualities } from './found';
import { closesQuotation, isSpeech, lowerAt, opensQuotation, quotationAt, quoted, type Range, type Reading, tagAt } from './reading';
import { subjectAfter, subjectBefore } from './subject';
import type { VerbGroup } from './verb-group';

/** Content on the left, or around: "…," X said / said X / X said, "…". */
export function beside(r: Reading, cue: CueForm, group: VerbGroup, lo: number, hi: number): Found | null {
  if (!cue.verb.takes.includes('q')) return null;
  const p = group.from - 1;
  // "…,” Kovac, its head, told the Daily": whoever stands behind "told" is spoken to.
  if (p >= lo && cue.verb.lemma !== 'tell' && (closesQuotation(r, p) || lowerAt(r, p) === ',')) {
    // Inverted: the verb stands right behind the content.
    const subject = subjectAfter(r, group.to, hi);
    if (subject && group.from === group.to - 1 && endsReport(r, subject.to, hi) && !hasVerb(r, subject)) {
      return aroundContent(r, cue, group, subject, { from: group.from, to: subject.to }, lo, hi);
    }
  }
  const subject = subjectBefore(r, group.from, lo);
  if (!subject) return null;
  let leftEnd = subject.from;
  if (leftEnd < lo) return null;
  const asClause = lowerAt(r, leftEnd - 1) === 'as';
  if (asClause) leftEnd--;
  const before = leftEnd - 1;
  const afterQuote = before >= 0 && closesQuotation(r, before) && (before >= lo || asksOrShouts(r, before, lo));
  const afterComma = before >= lo && (lowerAt(r, before) === ',' || lowerAt(r, before) === '—' || lowerAt(r, before) === '–');
  if (asClause && leftEnd <= lo) return null;
  if (!afterQuote && !afterComma && !asClause) return null;
  const opening = leftStart(r, leftEnd, lo);
  if (!afterQuote && INTRODUCES.has(lowerAt(r, opening))) return null;
  // "When asked about it, Kovac said, “…”"
  if (afterComma && WHEN.has(lowerAt(r, opening)) && !commaBetween(r, opening, leftEnd - 1) && !carriesOn(r, group.to, hi)) return null;
  const quotation = afterQuote ? quotationAt(r, before) : undefined;
  const spoken = quotation && isSpeech(r, quotation) && lowerAt(r, group.to) !== 'that' && !opensQuotation(r, group.to);
  if (!spoken && !asClause && hasObject(r, cue, group.to, hi)) return null;
  if (!spoken && !endsReport(r, afterAdjuncts(r, group.to, hi), hi)) return null;
  return aroundContent(r, cue, group, subject, { from: leftEnd, to: group.to }, lo, hi);
}

/** They open the clause that says when and why something was said. */
const WHEN = new Set(['as', 'when', 'while', 'after', 'before']);

function commaBetween(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (lowerAt(r, i) === ',' || quoted(r, i)) return true;
  return false;
}

/** "When they came, Kovac recalls, it was dark": the main clause goes on behind the report. */
const carriesOn = (r: Reading, at: number, hi: number): boolean => at + 1 < hi && lowerAt(r, at) === ',' && !opensQuotation(r, at + 1);

/** "At the port, Kovac called the dam a danger, but …": what stands behind the verb is its content, and none is before it. */
function hasObject(r: Reading, cue: CueForm, at: number, hi: number): boolean {
  if (/[ow]/.test(cue.verb.takes) || !cue.verb.takes.includes('n')) return false;
  return /^(?:determiner|noun|number)$/.test(tagAt(r, skipTimes(r, at, hi)));
}

/** "Asked about the dam, Kovac said …": what stands before the comma is the writer's. */
const INTRODUCES = new Set(['asked', 'questioned', 'pressed']);

/** "Who knows?" Trump said: the mark ends the quotation, not the sentence. */
function asksOrShouts(r: Reading, close: number, lo: number): boolean {
  return /^[?!,]$/.test(lowerAt(r, close - 1)) && close === lo - 1 && !r.tokens[lo]?.opensParagraph;
}

/** Does the reporting clause end here: full stop, comma, dash, or the quotation that goes on? */
function endsReport(r: Reading, at: number, hi: number): boolean {
  if (at >= hi) return true;
  const lower = lowerAt(r, at);
  return /^[.,;:?!—–()]$/.test(lower) || opensQuotation(r, at);
}

/** Past addressee, time and "in a statement", up to the next mark. */
function afterAdjuncts(r: Reading, at: number, hi: number): number {
  let i = skipTimes(r, at, hi);
  if (
    tagAt(r, i) === 'object' ||
    tagAt(r, i) === 'noun' ||
    tagAt(r, i) === 'preposition' ||
    tagAt(r, i) === 'determiner' ||
    tagAt(r, i) === 'to'
  ) {
    const start = i;
    while (
      i < hi &&
      !quoted(r, i) &&
      !/^[,;:—–]$/.test(lowerAt(r, i)) &&
      tagAt(r, i) !== 'verb' &&
      tagAt(r, i) !== 'auxiliary' &&
      tagAt(r, i) !== 'subordinator' &&
      tagAt(r, i) !== 'pronoun'
    ) {
      if (lowerAt(r, i) === '.' && r.tokens[i + 1]?.spaced !== false) break;
      i++;
    }
    if (tagAt(r, i) === 'verb' || tagAt(r, i) === 'auxiliary' || tagAt(r, i) === 'pronoun') return start;
  }
  return i;
}

/** Content before the reporting clause [report), and the pieces after it. */
function aroundContent(r: Reading, cue: CueForm, group: VerbGroup, source: Range, report: Range, lo: number, hi: number): Found | null {
  const pieces: Range[] = [];
  let end = report.from;
  while (end > lo && /^[,—–]$/.test(lowerAt(r, end - 1)) && !quoted(r, end - 1)) end--;
  let start = leftStart(r, end, lo);
  const speech = closesQuotation(r, end - 1);
  const q = quotationAt(r, end - 1);
  // A closing quotation may have begun sentences ago.
  if (q && speech && q.open < start) start = paragraphSentence(r, q.open);
  else if (q && speech && reportsBetween(r, start, q.open)) start = q.open;
  if (start >= end) return null;
  pieces.push({ from: start, to: end });
  const introduction = !speech && !hasVerb(r, { from: start, to: end });
  const tail = rest(r, Math.max(report.to, group.to), hi, speech, introduction);
  const enough = speech || hasVerb(r, { from: start, to: end }) || holdsSpeech(r, start, end) || (tail && hasVerb(r, tail));
  if (!enough) return null;
  if (tail) pieces.push(tail);
  else {
    const next = nextQuotation(r, hi);
    if (next && speech) pieces.push(next);
  }
  return { source, cue: { from: group.from, to: group.to }, content: pieces, ...qualities(cue, group) };
}

function holdsSpeech(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const q = quotationAt(r, i);
    if (q && q.open === i && isSpeech(r, q)) return true;
  }
  return false;
}

/** Start of the sentence in which a quotation opens: what stands before it there belongs to the content, unless it is a report. */
function paragraphSentence(r: Reading, open: number): number {
  const sentence = r.sentences[r.sentenceAt[open] ?? -1];
  if (!sentence) return open;
  for (let i = sentence.from; i < open; i++) if (CUE_FORMS.has(lowerAt(r, i)) || lowerAt(r, i) === ':') return open;
  return sentence.from;
}

/** "Kovac said it leaks because “…,” she said": what another report holds is not this one's. */
function reportsBetween(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const form = CUE_FORMS.get(lowerAt(r, i));
    if (
      form &&
      form.form !== 'ing' &&
      form.verb.kind === 'statement' &&
      /[st]/.test(form.verb.takes) &&
      tagAt(r, i) === 'verb' &&
      tagAt(r, i - 1) !== 'to' &&
      !quoted(r, i)
    )
      return true;
  }
  return false;
}

/** "WASHINGTON (AP) — ": the place and agency that open a report; its end, or `lo`. */
export function afterDateline(r: Reading, lo: number, hi: number): number {
  if (!r.tokens[lo]?.opensParagraph || !/^\p{Lu}[\p{Lu}./]+$/u.test(r.tokens[lo]?.text ?? '')) return lo;
  for (let i = lo + 1; i < hi && i - lo < 14; i++) if (/^(?:—|–|--|-|―|_)$/.test(lowerAt(r, i)) && r.tokens[i]?.spaced) return i + 1;
  return lo;
}

/** Where the sentence's content begins, left of the reporting clause. */
function leftStart(r: Reading, end: number, lo: number): number {
  let start = afterDateline(r, lo, end);
  for (let i = end - 1; i > start; i--) {
    if (quoted(r, i)) continue;
    if (lowerAt(r, i) === ';') {
      start = i + 1;
      break;
    }
  }
  return start;
}

/** What follows the reporting clause in its sentence: a second piece of quotation, or (not after speech) the clause after a comma. */
function rest(r: Reading, from: number, hi: number, speech: boolean, introduction: boolean): Range | null {
  let i = from;
  // A title in the reporting clause (on "The Morning Hour") is no second piece.
  while (i < hi && !(opensQuotation(r, i) && isSpeech(r, quotationAt(r, i) ?? { open: i, close: i })) && !/^[,;—–:]$/.test(lowerAt(r, i)))
    i++;
  if (i >= hi) return null;
  while (i < hi && /^[,—–:]$/.test(lowerAt(r, i))) i++;
  if (i >= hi) return null;
  if (opensQuotation(r, i)) {
    const q = quotationAt(r, i);
    return q ? { from: i, to: q.close + 1 } : null;
  }
  if (speech) return null;
  const tag = tagAt(r, i);
  // ", a spokesman", ", who is", ", adding that" go on about the source.
  if (tag === 'determiner' && introduction && carriesClause(r, i, hi)) return { from: i, to: clauseEnd(r, i, hi) };
  if (tag === 'determiner' || tag === 'subordinator' || tag === 'participle' || lowerAt(r, i) === 'according') {
    for (let j = i; j < hi; j++)
      if (opensQuotation(r, j) && isSpeech(r, quotationAt(r, j) ?? { open: j, close: j }))
        return tag === 'determiner' && (lowerAt(r, j - 1) === ',' || lowerAt(r, j - 1) === ':')
          ? { from: j, to: (quotationAt(r, j)?.close ?? j) + 1 }
          : null;
    return null;
  }
  const to = clauseEnd(r, i, hi);
  return hasVerb(r, { from: i, to }) ? { from: i, to } : null;
}

/** "In seven years, Kovac said, a majority has come to …": a phrase with its own verb before any comma. */
function carriesClause(r: Reading, from: number, hi: number): boolean {
  for (let i = from; i < hi && lowerAt(r, i) !== ','; i++) {
    const tag = tagAt(r, i);
    if (tag === 'subordinator') return false;
    if ((tag === 'verb' || tag === 'auxiliary') && !quoted(r, i)) return true;
  }
  return false;
}

/** The quotation that opens the next sentence, where it has no cue of its own: the speaker goes on. */
export function nextQuotation(r: Reading, hi: number): Range | null {
  if (hi >= r.tokens.length || r.tokens[hi]?.opensParagraph || !opensQuotation(r, hi)) return null;
  const q = quotationAt(r, hi);
  if (!q) return null;
  const after = r.tokens[q.close + 1];
  const stop = lowerAt(r, q.close - 1);
  if (after && !after.opensParagraph && !/^[.?!…]$/.test(stop) && after.lower !== '.') return null;
  if (stop === ',') return null;
  return { from: q.open, to: q.close + 1 };
}
