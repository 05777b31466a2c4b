/**
 * The German rules over one text: quotation, dass-clauses and Konjunktiv after a verb of speech, "nach Angaben", "so der Minister",
 * and the reported speech that goes on in the Konjunktiv. One report a sentence, and the words quoted in it.
 */
import type { Steps } from '../../text/steps';
import type { Attribution, Span } from '../model';
import { findQuotations } from '../quotations';
import { findSentences, type Sentence } from '../sentences';
import type { Token } from '../tokens';
import { goingOn, readAccording, readImpersonal, readSo } from './other-rules';
import { quotedWords, readQuotation, readQuoted, speechGoesOn } from './quotation-rules';
import { subjectOf } from './subject';
import { type Found, isQuoted, lower, type Range, type Text } from './text';
import { formAt, readPassive, readVerb } from './verb-rule';

/** Attributions of a German text in the order of their cues. Linear: each sentence is read by itself, with the speaker before it. */
export function* readGermanTokens(tokens: readonly Token[]): Steps<Attribution[]> {
  const quotations = findQuotations(tokens);
  yield;
  const quoteAt = new Int32Array(tokens.length).fill(-1);
  for (const [q, { open, close }] of quotations.entries()) quoteAt.fill(q, open, close + 1);
  const t: Text = { tokens, quotations, quoteAt };
  const span = ({ from, to }: Range): Span => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 });
  const result: Attribution[] = [];
  yield;
  let speaker: Range | null = null;
  let cue: Range | null = null;
  let spoke = false;
  let before: Sentence | null = null;
  for (const sentence of findSentences(tokens, { ordinals: true })) {
    yield;
    const found: Found[] = readSentence(t, sentence, before, spoke ? speaker : null);
    if (tokens[sentence.from]?.opensParagraph) speaker = spoke ? speaker : null;
    // "Kovac äußerte Zweifel. Der Damm sei alt": with nothing told yet, the next sentence is hers; if it isn't plain whose, nobody's.
    const told = found.length === 0 ? reportIn(t, sentence) : null;
    if (told !== null) {
      speaker = subjectOf(t, told, sentence);
      cue = { from: told, to: told + 1 };
    }
    const goesOn: Found | null =
      found.length === 0 && told === null && speaker
        ? ((spoke && cue ? speechGoesOn(t, sentence, speaker, cue) : null) ?? goingOn(t, sentence, speaker, spoke))
        : null;
    if (goesOn) found.push(goesOn);
    const parts = quotedWords(t, sentence, found[0]);
    found.push(...parts);
    for (const one of found) {
      result.push({
        source: one.source && span(one.source),
        ...(one.owner !== undefined && one.owner !== one.source && { owner: one.owner && span(one.owner) }),
        cue: span(one.cue),
        content: one.content.map(span),
        kind: one.kind,
        hedged: one.hedged,
        unreal: one.unreal ?? false,
        // The words quoted in an attributed sentence are shown with it.
        hollow: parts.includes(one),
        // German puts the day anywhere in the sentence; what lies in the content is no date of the report.
        frame: span(sentence),
        sentence: span(sentence),
        within: null,
      });
    }
    spoke = found.length > 0 || told !== null;
    const last = found.at(-1);
    if (last?.owner !== undefined) speaker = last.owner;
    else speaker = last?.source ?? speaker;
    cue = found.at(-1)?.cue ?? cue;
    before = sentence;
  }
  return result;
}

/** Where in the sentence a verb of speech stands that can be nothing else: in the past, or inverted. */
function reportIn(t: Text, sentence: Sentence): number | null {
  for (let i = sentence.from; i < sentence.to; i++) {
    const form = isQuoted(t, i) ? null : formAt(t, i, sentence);
    if (form?.kind === 'statement' && !form.participle && (lower(t, i - 1) === ',' || /(?:te|ten|sagt|sagen)$/.test(lower(t, i)))) return i;
  }
  return null;
}

function readSentence(t: Text, sentence: Sentence, before: Sentence | null, speaker: Range | null): Found[] {
  const quote = readQuotation(t, sentence);
  if (quote) return [quote];
  const according = readAccording(t, sentence, speaker) ?? readSo(t, sentence) ?? readImpersonal(t, sentence) ?? readQuoted(t, sentence);
  if (according) return [according];
  for (let i = sentence.from; i < sentence.to; i++) {
    if (isQuoted(t, i)) continue;
    const form = formAt(t, i, sentence);
    const found = (form && readVerb(t, i, form, sentence, before)) ?? readPassive(t, i, sentence);
    if (found) return [found];
  }
  return [];
}
