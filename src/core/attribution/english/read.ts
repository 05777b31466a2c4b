/** The English rules over one text: every sentence, every word that can be a cue, outside of what is quoted. */
import type { Steps } from '../../text/steps';
import type { Attribution, Name } from '../model';
import type { Token } from '../tokens';
import { readCueVerb } from './cue-verb-rule';
import { COVERAGE_FORMS, CUE_FORMS } from './cue-verbs';
import type { Found } from './found';
import { NOUN_CUES, readAccordingTo, readColon, readReportingNoun, readSigned } from './other-rules';
import { isSpeech, lowerAt, type Range, type Reading, readText, spanOf, tagAt } from './reading';
import { isHollow } from './worth';

/**
 * Attributions of an English text, in the order of their cues; nested ones carry the index of the one they stand in.
 * Linear: a rule looks at its sentence only, and sentences are bounded.
 */
export function* readEnglish(tokens: readonly Token[], text: string, names: readonly Name[]): Steps<Attribution[]> {
  return yield* readPrepared(yield* readText(tokens, text, names));
}

/** The same of a text that is prepared already. */
export function* readPrepared(r: Reading): Steps<Attribution[]> {
  const found = yield* readSentences(r);
  yield;
  const within = enclosing(r, found);
  return found.map((one, i) => ({
    source: one.source && spanOf(r, one.source),
    cue: spanOf(r, one.cue),
    content: one.content.map((range) => spanOf(r, range)),
    kind: one.kind,
    hedged: one.hedged,
    unreal: one.unreal,
    hollow: isHollow(r, one),
    frame: spanOf(r, frameOf(r, one)),
    sentence: spanOf(r, r.sentences[r.sentenceAt[one.cue.from] ?? -1] ?? one.cue),
    within: within[i] ?? null,
  }));
}

/** For each attribution the outermost one whose content holds its cue. */
function enclosing(r: Reading, found: readonly Found[]): (number | null)[] {
  const holder = new Int32Array(r.tokens.length).fill(-1);
  // The longest contents first, so that each token keeps its outermost.
  const order = found.map((_, i) => i).sort((a, b) => lengthOf(found[b]) - lengthOf(found[a]));
  for (const i of order) {
    for (const { from, to } of found[i]?.content ?? []) for (let t = from; t < to; t++) if ((holder[t] ?? -1) < 0) holder[t] = i;
  }
  const holderOf = (i: number): number => holder[found[i]?.cue.from ?? -1] ?? -1;
  return found.map((_, i) => {
    const at = holderOf(i);
    // Of two that hold each other neither is told by the other.
    return at < 0 || at === i || holderOf(at) === i ? null : at;
  });
}

const lengthOf = (found: Found | undefined): number => found?.content.reduce((sum, { from, to }) => sum + to - from, 0) ?? 0;

/** How many words an introduction ("In July 1997, at a summit in Madrid,") may have. */
const MAX_INTRODUCTION = 20;

/** The reporting clause: source and cue, an introduction without a verb, and what follows up to the content or the next clause. */
function frameOf(r: Reading, { source, cue, content }: Found): Range {
  const sentence = r.sentences[r.sentenceAt[cue.from] ?? -1] ?? cue;
  // A source far off (", adding that …") stands in a clause of its own, with its own date.
  const near = !source || source.from > cue.from || !verbBetween(r, source.to, cue.from);
  let from = near ? Math.min(source?.from ?? cue.from, cue.from) : cue.from;
  const inContent = (i: number) => content.some((c) => c.from <= i && i < c.to);
  let start = from;
  while (near && start > sentence.from && from - start < MAX_INTRODUCTION && !inContent(start - 1) && !opensClause(r, start - 1)) start--;
  if (start === sentence.from) from = start;
  let to = near ? Math.max(source?.to ?? cue.to, cue.to) : cue.to;
  while (to < sentence.to && !inContent(to) && lowerAt(r, to) !== ';') {
    const tag = lowerAt(r, to) === 'dated' ? 'participle' : tagAt(r, to);
    if (tag === 'participle' ? lowerAt(r, to) !== 'dated' : opensClause(r, to)) break;
    to++;
  }
  return { from, to };
}

const opensClause = (r: Reading, i: number): boolean =>
  tagAt(r, i) === 'verb' || tagAt(r, i) === 'auxiliary' || tagAt(r, i) === 'subordinator';

function verbBetween(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (opensClause(r, i)) return true;
  return false;
}

function* readSentences(r: Reading): Steps<Found[]> {
  const found: Found[] = [];
  let transcriptEnd = -1;
  for (const { from: lo, to: hi } of r.sentences) {
    if (lo < transcriptEnd) continue;
    yield;
    const colon = readColon(r, lo, hi);
    if (colon) {
      found.push(colon);
      transcriptEnd = colon.content[0]?.to ?? -1;
      continue;
    }
    let last: Found | undefined;
    for (let i = lo; i < hi; i++) {
      if (!opensRule(r, i) || insideSpeech(r, i)) continue;
      const one = readAt(r, i, lo, hi);
      if (!one) continue;
      // ", adding that …" goes on about whoever spoke last. Two cues can't share a word ("declined to say").
      if (last && one.cue.from < last.cue.to && last.cue.from < one.cue.to) continue;
      const told: Found =
        last?.source && tagAt(r, i) === 'participle' && lowerAt(r, one.cue.from - 1) === ',' ? { ...one, source: last.source } : one;
      found.push(told);
      last = told;
    }
  }
  return found;
}

/** Is this a word or mark with which a rule can begin? Nearly all are not, so this is asked first. */
function opensRule(r: Reading, i: number): boolean {
  const lower = lowerAt(r, i);
  return CUE_FORMS.has(lower) || COVERAGE_FORMS.has(lower) || NOUN_CUES.has(lower) || OTHER_CUES.has(lower);
}

const DASHES = ['—', '–', '―', '--'];
const OTHER_CUES = new Set(['according', 'as', 'per', ...DASHES]);

function insideSpeech(r: Reading, i: number): boolean {
  const q = r.quotations[r.quoteAt[i] ?? -1];
  return !!q && isSpeech(r, q);
}

function readAt(r: Reading, i: number, lo: number, hi: number): Found | null {
  const lower = lowerAt(r, i);
  if (lower === 'according' && lowerAt(r, i + 1) === 'to') return readAccordingTo(r, i, i + 2, lo, hi);
  if (lower === 'as' && lowerAt(r, i + 1) === 'per') return readAccordingTo(r, i, i + 2, lo, hi);
  if (lower === 'per' && lowerAt(r, i - 1) === ',') return readAccordingTo(r, i, i + 1, lo, hi);
  if (DASHES.includes(lower)) return readSigned(r, i);
  const noun = tagAt(r, i) === 'noun' ? readReportingNoun(r, i, lo, hi) : null;
  if (noun) return noun;
  return CUE_FORMS.has(lower) || COVERAGE_FORMS.has(lower) ? readCueVerb(r, i, lo, hi) : null;
}
