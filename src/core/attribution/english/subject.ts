/**
 * Who a verb is said of: the noun phrase before it (through appositions, brackets, "and"), or after it where it is inverted.
 * Works on tags alone; who the person is, speaker.ts finds.
 */
import { timeFollows } from './content';
import { CUE_FORMS } from './cue-verbs';
import { closesQuotation, isSpeech, lowerAt, quotationAt, quoted, type Range, type Reading, tagAt } from './reading';
import { PERSONAL_PRONOUNS } from './words';

/** How far left a subject is looked for; longer sentences than this are lists. */
const MAX_REACH = 80;

const isComma = (r: Reading, i: number) => lowerAt(r, i) === ',' && !quoted(r, i);
const DASH = new Set(['—', '–', '--', '-', '―']);
const isDash = (r: Reading, i: number) => DASH.has(lowerAt(r, i)) && r.tokens[i]?.spaced !== false;

/** Where the clause that `at` stands in begins: after a subordinator, a semicolon, a colon, a dash or a quotation. */
function clauseStart(r: Reading, at: number, lo: number): number {
  for (let i = at - 1; i >= lo && at - i < MAX_REACH; i--) {
    if (quoted(r, i)) {
      const q = quotationAt(r, i);
      if (q && isSpeech(r, q)) return i + 1;
      continue;
    }
    const tag = tagAt(r, i);
    if (tag === 'mark' && /^[;:]$/.test(lowerAt(r, i))) return i + 1;
    if (tag === 'mark' && isDash(r, i)) return i + 1;
    if (tag === 'subordinator' && lowerAt(r, i) !== 'who' && lowerAt(r, i) !== 'which') return i + 1;
    // ", but the city cancelled it, citing": another subject begins here.
    if (lowerAt(r, i) === 'but' && isComma(r, i - 1) && /^(?:noun|determiner|pronoun)$/.test(tagAt(r, i + 1))) return i + 1;
  }
  return Math.max(lo, at - MAX_REACH);
}

/** The subject of the verb group that begins at `at`; null where it is not safe to tell. */
export function subjectBefore(r: Reading, at: number, lo: number, depth = 0): Range | null {
  let p = at - 1;
  if (p < lo || depth > 2) return null;
  if (lowerAt(r, p) === ')') {
    while (p > lo && lowerAt(r, p) !== '(') p--;
    return subjectBefore(r, p, lo, depth + 1);
  }
  if (isComma(r, p)) return appositeSubject(r, p, lo) ?? null;
  if (isDash(r, p)) {
    let opening = p - 1;
    while (opening > lo && !isDash(r, opening)) opening--;
    return opening > lo ? subjectBefore(r, opening, lo, depth + 1) : null;
  }
  if (quoted(r, p)) {
    const q = quotationAt(r, p);
    return q && !isSpeech(r, q) && closesQuotation(r, p) ? phraseEndingAt(r, p, lo) : null;
  }
  const tag = tagAt(r, p);
  if (tag === 'pronoun') return { from: p, to: at };
  if (tag === 'conjunction') return coordinateSubject(r, p, lo, depth);
  if (tag === 'subordinator') return relativeSubject(r, p, lo);
  if (tag === 'noun' || tag === 'time' || tag === 'number' || tag === 'participle' || tag === 'object' || tag === 'determiner') {
    if (tag === 'object' && lowerAt(r, p) !== 'himself' && lowerAt(r, p) !== 'herself' && lowerAt(r, p) !== 'themselves') return null;
    return phraseEndingAt(r, p, lo);
  }
  return null;
}

/** The subject of the clause in which token `at` stands: that of its first finite verb. For "and said", ", saying". */
export function clauseSubject(r: Reading, at: number, lo: number, depth = 0): Range | null {
  const start = clauseStart(r, at, lo);
  for (let i = start; i < at; i++) {
    if (quoted(r, i)) continue;
    const tag = tagAt(r, i);
    if (tag === 'auxiliary' || tag === 'verb') {
      let from = i;
      while (from > start && tagAt(r, from - 1) === 'adverb') from--;
      const subject = from > start ? subjectBefore(r, from, start, depth + 1) : null;
      if (subject) return subject;
    }
  }
  return start > lo ? clauseSubject(r, start - 1, lo, depth + 1) : null;
}

function coordinateSubject(r: Reading, p: number, lo: number, depth: number): Range | null {
  return clauseSubject(r, p, lo, depth);
}

/** "experts who said", "a report, which says": the antecedent and the pronoun. */
function relativeSubject(r: Reading, p: number, lo: number): Range | null {
  const lower = lowerAt(r, p);
  if (lower !== 'who' && lower !== 'which' && lower !== 'that') return null;
  const last = isComma(r, p - 1) ? p - 2 : p - 1;
  if (last < lo || quoted(r, last)) return lower === 'that' ? null : { from: p, to: p + 1 };
  const tag = tagAt(r, last);
  if (tag !== 'noun' && tag !== 'pronoun' && tag !== 'determiner' && tag !== 'number')
    return lower === 'that' ? null : { from: p, to: p + 1 };
  const antecedent = phraseEndingAt(r, last, lo);
  return antecedent ? { from: antecedent.from, to: p + 1 } : null;
}

/** "John Smith, a spokesman for the company, said": the first phrase of the clause that is no introduction and has no verb. */
function appositeSubject(r: Reading, comma: number, lo: number): Range | null {
  const start = clauseStart(r, comma, lo);
  let from = start;
  for (let i = start; i <= comma; i++) {
    if (!isComma(r, i)) continue;
    const head = skipLeading(r, from, i);
    if (head < i && i < comma && isNounPhrase(r, head, i)) return { from: head, to: i };
    from = i + 1;
  }
  return beforeRelative(r, comma, lo);
}

/** "Kovac, who knew that it would break, told": whoever the relative clause between the commas is about. */
function beforeRelative(r: Reading, comma: number, lo: number): Range | null {
  for (let i = comma - 1; i > lo + 1 && comma - i < MAX_REACH; i--) {
    if (quoted(r, i) || !isComma(r, i - 1) || !/^(?:who|which|whose|whom)$/.test(lowerAt(r, i))) continue;
    const phrase = phraseEndingAt(r, i - 2, lo);
    return phrase && isNounPhrase(r, phrase.from, phrase.to) ? phrase : null;
  }
  return null;
}

function skipLeading(r: Reading, from: number, to: number): number {
  let i = from;
  while (i < to && (tagAt(r, i) === 'conjunction' || tagAt(r, i) === 'adverb')) i++;
  return i;
}

function isNounPhrase(r: Reading, from: number, to: number): boolean {
  const first = tagAt(r, from);
  // "Leaked calls": a participle may lead, "Speaking to reporters" may not.
  const leads = first === 'participle' && /ed$/.test(lowerAt(r, from)) && tagAt(r, from + 1) === 'noun';
  if (first !== 'noun' && first !== 'determiner' && first !== 'number' && first !== 'pronoun' && !leads) return false;
  for (let i = from; i < to; i++) {
    const tag = tagAt(r, i);
    if (tag === 'auxiliary' || tag === 'subordinator') return false;
    // "calls reported in the media": a participle that belongs to the noun before it.
    if (tag === 'verb' && !(/(?:ed|en)$/.test(lowerAt(r, i)) && tagAt(r, i + 1) === 'preposition' && tagAt(r, i - 1) === 'noun'))
      return false;
  }
  return true;
}

const INSIDE = new Set(['noun', 'determiner', 'possessive', 'number', 'preposition', 'participle', 'time', 'to']);

/** Between a noun and its verb on the right these open the clause: "a month after Kovac announced", "as police said". */
const OPENS_CLAUSE = new Set(['as', 'after', 'before', 'since', 'until']);

/** Nouns of time, and the words that make one say when: "the same day", "a week later" has none. */
const TIMES_OF = new Set('day morning afternoon evening night week weekend month year time occasion'.split(' '));
const POINTING = new Set('same that next following previous'.split(' '));

/** The noun phrase whose last token is `p`. */
export function phraseEndingAt(r: Reading, p: number, lo: number): Range | null {
  let from = p;
  let joined = -1;
  let passedParticiple = false;
  for (let i = p; i >= lo && p - i < MAX_REACH; i--) {
    const tag = tagAt(r, i);
    const lower = lowerAt(r, i);
    if (quoted(r, i)) {
      const q = quotationAt(r, i);
      if (!q || isSpeech(r, q) || q.open < lo || /^[,.?!]$/.test(lowerAt(r, q.close - 1))) break;
      i = q.open;
      from = i;
      continue;
    }
    if (tag === 'mark') {
      if (lower === '&' || lower === '/' || (lower === '.' && i < p && r.tokens[i]?.spaced === false) || lower === "'" || lower === '’') {
        from = i;
        continue;
      }
      break;
    }
    if (tag === 'conjunction' && (lower === 'and' || lower === 'or') && INSIDE.has(tagAt(r, i - 1)) && INSIDE.has(tagAt(r, i + 1))) {
      joined = i;
      continue;
    }
    if (tag === 'adverb' && /ly$/.test(lower) && i < p) continue;
    if (tag === 'pronoun' && (tagAt(r, i + 1) === 'preposition' || i === p)) {
      from = i;
      break;
    }
    if (
      tag === 'verb' &&
      /(?:ed|en|wn)$/.test(lower) &&
      !passedParticiple &&
      tagAt(r, i + 1) === 'preposition' &&
      tagAt(r, i - 1) === 'noun'
    ) {
      passedParticiple = true;
      continue;
    }
    if (!INSIDE.has(tag) || (i < p && OPENS_CLAUSE.has(lower))) break;
    // "On the same day the council said": the time that opens the clause is not its subject.
    if (i < p && TIMES_OF.has(lower) && POINTING.has(lowerAt(r, i - 1))) break;
    from = i;
  }
  // "reported a loss and the mayor said": what is joined on the left is the object of another verb.
  if (joined > from && (tagAt(r, from - 1) === 'verb' || tagAt(r, from - 1) === 'participle') && from > lo) from = joined + 1;
  return trimmed(r, from, withoutAdjunct(r, from, p + 1));
}

/** What somebody speaks in or at; it stands between them and the verb as a time does. */
const OCCASIONS = new Set('statement briefing interview speech letter post tweet release conference email message address'.split(' '));

/** End of the phrase without when and on what occasion it was said: "Kovac on Monday", "the army in a statement". */
function withoutAdjunct(r: Reading, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const lower = lowerAt(r, i);
    if ((lower !== 'on' && lower !== 'in' && lower !== 'at' && lower !== 'last') || tagAt(r, i - 1) !== 'noun') continue;
    if (lower !== 'at' && timeFollows(r, i + 1)) return i;
    for (let j = i + 1; j < to && tagAt(r, j) !== 'preposition'; j++) if (OCCASIONS.has(lowerAt(r, j))) return i;
  }
  return to;
}

/** Drops an introduction without a comma ("In a statement the company", "On Monday officials"). */
function trimmed(r: Reading, from: number, to: number): Range | null {
  let start = from;
  while (start < to && (tagAt(r, start) === 'time' || tagAt(r, start) === 'conjunction' || tagAt(r, start) === 'adverb')) start++;
  if (start >= to) return null;
  if (tagAt(r, start) === 'preposition' || tagAt(r, start) === 'to') {
    for (let i = start + 2; i < to; i++) {
      const before = tagAt(r, i - 1);
      const tag = tagAt(r, i);
      if (tag === 'determiner' && (before === 'noun' || before === 'time' || before === 'number')) return { from: i, to };
      if (tag === 'noun' && (before === 'time' || before === 'number')) return { from: i, to };
    }
    return null;
  }
  return { from: start, to };
}

/** "said John Smith, a spokesman": the noun phrase that begins at `at`; null where no name or noun stands there. */
export function subjectAfter(r: Reading, at: number, hi: number): Range | null {
  if (tagAt(r, at) === 'pronoun' && PERSONAL_PRONOUNS.has(lowerAt(r, at))) return { from: at, to: at + 1 };
  let to = at;
  while (to < hi) {
    const tag = tagAt(r, to);
    const lower = lowerAt(r, to);
    const inner = tag === 'noun' || tag === 'determiner' || tag === 'possessive' || tag === 'number';
    const linking =
      to > at &&
      (lower === 'of' ||
        lower === 'for' ||
        lower === 'from' ||
        lower === 'and' ||
        lower === 'with' ||
        lower === 'at' ||
        lower === 'in' ||
        lower === '&');
    const dot = lower === '.' && to + 1 < hi && r.tokens[to]?.spaced === false;
    if (!(inner || linking || dot) || quoted(r, to) || CUE_FORMS.get(lower)?.form === 'past') break;
    to++;
  }
  while (to > at && (tagAt(r, to - 1) === 'preposition' || tagAt(r, to - 1) === 'conjunction')) to--;
  const first = tagAt(r, at);
  return to > at && (first === 'noun' || first === 'determiner' || first === 'number') ? { from: at, to } : null;
}
