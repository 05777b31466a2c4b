/**
 * Where a content begins and ends to the right of its cue. The end is where most is lost: what the writer adds after a
 * comma ("while …", "according to …", ", added Smith") is not the speaker's.
 */
import { CUE_FORMS } from './cue-verbs';
import { isSpeech, lowerAt, opensQuotation, quotationAt, quoted, type Range, type Reading, tagAt } from './reading';

/** How far behind the cue a content may begin: "said on Monday in an interview with the paper that". */
const MAX_ADJUNCTS = 26;

const DASH = new Set(['—', '–', '--', '―']);

/** After a comma these lead back to the writer. */
const WRITER_AFTER_COMMA = new Set(
  'while whereas although though according as after before adding saying citing noting calling referring despite'.split(' '),
);

/** First token after the words that may stand between a cue and its content: adverbs, times. */
export function skipTimes(r: Reading, at: number, hi: number): number {
  let i = at;
  while (i < hi && !quoted(r, i)) {
    const tag = tagAt(r, i);
    const lower = lowerAt(r, i);
    if (tag === 'time' && lowerAt(r, i + 1) === "'s") break;
    if (tag === 'adverb' || tag === 'time') i++;
    else if (/^(?:last|this|late|early|earlier)$/.test(lower) && lowerAt(r, i + 2) === "'s") break;
    else if (
      (lower === 'on' ||
        lower === 'in' ||
        lower === 'last' ||
        lower === 'this' ||
        lower === 'late' ||
        lower === 'early' ||
        lower === 'earlier') &&
      timeFollows(r, i + 1)
    )
      i++;
    else if (
      tag === 'number' &&
      // The day may come before its month: on 8 December.
      ((tagAt(r, i + 1) === 'time' && i > at && lowerAt(r, i - 1) === 'on') ||
        tagAt(r, i - 1) === 'time' ||
        tagAt(r, i - 1) === 'number' ||
        (lowerAt(r, i - 1) === '.' && tagAt(r, i - 2) === 'time') ||
        (lowerAt(r, i - 1) === ',' && tagAt(r, i - 2) === 'number'))
    )
      i++;
    else if (lower === ',' && i > at && tagAt(r, i - 1) === 'number' && tagAt(r, i + 1) === 'number') i++;
    else if (lower === '.' && tagAt(r, i - 1) === 'time' && tagAt(r, i + 1) === 'number') i++;
    else break;
  }
  return i;
}

/** Do the words of a date or a time begin at `at`? */
export function timeFollows(r: Reading, at: number): boolean {
  if (tagAt(r, at) === 'time') return true;
  return /^(?:the|this|last|early|late|mid|past|\d{1,2})$/.test(lowerAt(r, at)) && tagAt(r, at + 1) === 'time';
}

const ADJUNCT = new Set([
  'preposition',
  'determiner',
  'noun',
  'adverb',
  'time',
  'number',
  'possessive',
  'object',
  'to',
  'participle',
  'conjunction',
]);

/** A "that", a speech in quotation marks or a colon behind adjuncts ("in an interview with the paper on Monday that"); -1 for none. */
export function introducedContent(r: Reading, at: number, hi: number): number {
  for (let i = at; i < hi && i - at < MAX_ADJUNCTS; i++) {
    if (opensQuotation(r, i)) {
      const q = quotationAt(r, i);
      if (q && isSpeech(r, q)) return i;
      i = q ? q.close : i;
      continue;
    }
    const lower = lowerAt(r, i);
    const tag = tagAt(r, i);
    if (lower === 'that' && tag === 'subordinator') return i;
    if (lower === ':') return i + 1;
    if (lower === ',' || lower === '.') continue;
    // ", showing that": the clause is that of another report.
    if (!ADJUNCT.has(tag) || CUE_FORMS.get(lower)?.form === 'ing') return -1;
  }
  return -1;
}

/** Is there a finite verb in the range? Then it is a clause. */
export function hasVerb(r: Reading, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) {
    if (quoted(r, i)) continue;
    const tag = tagAt(r, i);
    if ((tag === 'verb' && tagAt(r, i - 1) !== 'to') || tag === 'auxiliary') return true;
  }
  return false;
}

/** Is this token the cue verb of a coordinated or following report: "and added", "but said"? */
function reportsAgain(r: Reading, at: number): boolean {
  let i = at;
  while (tagAt(r, i) === 'adverb' || lowerAt(r, i) === 'has' || lowerAt(r, i) === 'then') i++;
  const cue = CUE_FORMS.get(lowerAt(r, i));
  return !!cue && (cue.form === 'past' || cue.form === 's') && cue.verb.kind === 'statement' && tagAt(r, i) === 'verb';
}

/** Does a phrase with a cue verb begin here: "Macron said", "the minister added"? */
function newReport(r: Reading, at: number, hi: number): boolean {
  for (let i = at; i < hi && i - at < 8; i++) {
    const tag = tagAt(r, i);
    if (tag === 'verb') {
      const cue = CUE_FORMS.get(lowerAt(r, i));
      return i > at && !!cue && cue.verb.kind === 'statement' && /[sq]/.test(cue.verb.takes) && cue.form !== 'base';
    }
    if (tag === 'mark' || tag === 'subordinator' || tag === 'auxiliary') return false;
  }
  return false;
}

/** Last token of the sentence that is not its full stop; `hi` is the sentence's end. */
export function withoutStop(r: Reading, from: number, hi: number): number {
  let to = hi;
  while (to > from + 1 && !r.tokens[to - 1]?.word && !closing(lowerAt(r, to - 1)) && !quoted(r, to - 1)) to--;
  return to;
}

const closing = (mark: string) => mark === ')' || mark === ']' || mark === '%' || mark === '$' || mark === '€';

const isDash = (r: Reading, i: number): boolean =>
  DASH.has(lowerAt(r, i)) && r.tokens[i]?.spaced === true && r.tokens[i + 1]?.spaced === true;
const isComma = (r: Reading, i: number): boolean => lowerAt(r, i) === ',';

/** The first such mark from `from` on that is not quoted; -1 for none. */
function nextMark(r: Reading, from: number, hi: number, is: (r: Reading, i: number) => boolean): number {
  for (let i = from; i < hi; i++) if (!quoted(r, i) && is(r, i)) return i;
  return -1;
}

/** End of a clause content that begins at `from`. */
export function clauseEnd(r: Reading, from: number, hi: number): number {
  let depth = 0;
  for (let i = from; i < hi; i++) {
    if (quoted(r, i)) {
      const q = quotationAt(r, i);
      if (q && q.open >= from) {
        i = q.close;
        if (i >= hi) return q.close + 1;
        continue;
      }
    }
    const lower = lowerAt(r, i);
    if (lower === '(') depth++;
    else if (lower === ')' && --depth < 0) return i;
    if (depth > 0) continue;
    if (i === from) continue;
    if (lower === ';') return i;
    if (isDash(r, i)) {
      // "said the bridge – built in 1931 – would close": without its verb the clause goes on behind what stands between.
      const closing = hasVerb(r, { from: from + 1, to: i }) ? -1 : nextMark(r, i + 1, hi, isDash);
      if (closing < 0) return i;
      i = closing;
      continue;
    }
    if (lower === ',') {
      // "said that, while it rains, the bridge is open"
      const closing = i === from + 1 && lowerAt(r, from) === 'that' ? nextMark(r, i + 1, hi, isComma) : -1;
      if (closing >= 0) {
        i = closing;
        continue;
      }
      const next = lowerAt(r, i + 1);
      if (WRITER_AFTER_COMMA.has(next)) return i;
      if ((next === 'and' || next === 'but') && (reportsAgain(r, i + 2) || newReport(r, i + 2, hi))) return i;
      if (reportsAgain(r, i + 1) || newReport(r, i + 1, hi)) return i;
    }
    if ((lower === 'and' || lower === 'but') && (reportsAgain(r, i + 1) || newReport(r, i + 1, hi))) return i;
    if (lower === 'according' && lowerAt(r, i + 1) === 'to') return i;
  }
  return withoutStop(r, from, hi);
}

const PHRASE_ENDERS = new Set('because if when while whereas although though unless until since where before after during'.split(' '));

/** End of a noun-phrase content that begins at `from`: before a comma, a subordinate clause, a time, another verb. */
export function phraseEnd(r: Reading, from: number, hi: number): number {
  let relative = false;
  for (let i = from; i < hi; i++) {
    if (quoted(r, i)) {
      const q = quotationAt(r, i);
      if (q && q.open >= from) {
        i = q.close;
        // The comma stands inside the marks: “a change of mind,” saying
        if (i >= hi || (lowerAt(r, i - 1) === ',' && tagAt(r, i + 1) === 'participle')) return q.close + 1;
        continue;
      }
    }
    if (i === from) continue;
    const lower = lowerAt(r, i);
    const tag = tagAt(r, i);
    if (lower === ';' || lower === ':' || DASH.has(lower) || (lower === ')' && !opensBracket(r, from, i))) return i;
    if (lower === ',') {
      if (!listGoesOn(r, i, hi)) return i;
      continue;
    }
    if (PHRASE_ENDERS.has(lower)) return i;
    if (tag === 'subordinator' || tag === 'to') relative = true;
    if (tag === 'conjunction') {
      const next = tagAt(r, i + 1);
      if (newReport(r, i + 1, hi) || next === 'verb' || next === 'auxiliary' || next === 'pronoun' || next === 'adverb' || lower === 'but')
        return i;
    }
    if ((lower === 'on' || lower === 'in' || lower === 'last') && timeFollows(r, i + 1)) return i;
    if (
      tag === 'time' &&
      lowerAt(r, i - 1) !== "'s" &&
      !beforeNoun(r, i, hi) &&
      tagAt(r, i - 1) !== 'determiner' &&
      tagAt(r, i - 1) !== 'preposition'
    )
      return i;
    if ((tag === 'verb' || tag === 'auxiliary') && !relative && /(?:[^e]ed|was|were|is|are|has|had|said)$/.test(lower)) relative = true;
  }
  return withoutStop(r, from, hi);
}

function opensBracket(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (lowerAt(r, i) === '(') return true;
  return false;
}

/** Does a date stand before a noun that it belongs to: "August 2025 talks"? */
function beforeNoun(r: Reading, at: number, hi: number): boolean {
  let i = at;
  while (i < hi && (tagAt(r, i) === 'time' || tagAt(r, i) === 'number')) i++;
  return i < hi && (tagAt(r, i) === 'noun' || lowerAt(r, i) === "'s");
}

/** A comma inside "jobs, schools and roads": the next comma-free stretch is short and an "and" follows. */
function listGoesOn(r: Reading, comma: number, hi: number): boolean {
  const first = tagAt(r, comma + 1);
  if (first !== 'noun' && first !== 'determiner' && first !== 'participle' && first !== 'conjunction') return false;
  if (first === 'conjunction') return tagAt(r, comma + 2) === 'noun' && !hasVerb(r, { from: comma + 2, to: Math.min(hi, comma + 6) });
  for (let i = comma + 1; i < hi && i - comma < 8; i++) {
    const tag = tagAt(r, i);
    if (tag === 'verb' || tag === 'auxiliary' || tag === 'subordinator') return false;
    if (lowerAt(r, i) === ',') continue;
    if (tag === 'conjunction') return lowerAt(r, i) === 'and' || lowerAt(r, i) === 'or';
  }
  return false;
}
