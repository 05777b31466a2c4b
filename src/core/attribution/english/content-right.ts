/** Content that follows its report: a clause, a quotation, a noun phrase, an infinitive, past addressee and adjuncts. */
import { clauseEnd, hasVerb, introducedContent, phraseEnd, skipTimes, timeFollows, withoutStop } from './content';
import { nextQuotation } from './content-left';
import type { CueForm } from './cue-verbs';
import { type Found, qualities } from './found';
import { lowerAt, opensQuotation, quotationAt, quoted, type Range, type Reading, tagAt } from './reading';
import type { VerbGroup } from './verb-group';

type Right = Omit<Found, 'source'>;

/** Content on the right of the verb group. */
export function contentRight(r: Reading, cue: CueForm, group: VerbGroup, hi: number): Right | null {
  const { verb } = cue;
  const takes = (c: string) => verb.takes.includes(c);
  let at = group.to;
  const attrs = qualities(cue, group);
  const answer = (cueTo: number, from: number, to: number): Right | null =>
    to > from ? { cue: { from: group.from, to: cueTo }, content: withContinuation(r, from, to, hi), ...attrs } : null;

  const lower = lowerAt(r, at);
  if (lower === 'by' || at >= hi) return null;
  // A particle right behind: called for, pointed out, warned of.
  if (verb.particles.includes(lower) && !timeFollows(r, at + 1)) {
    const next = at + 1;
    if (lower === 'out' || lower === 'back' || lower === 'up' || lower === 'in') {
      if (lowerAt(r, next) === 'that' || lowerAt(r, next) === 'to') {
        const from = lowerAt(r, next) === 'to' ? next + 1 : next;
        return answer(from, from, lowerAt(r, next) === 'to' ? phraseEnd(r, from, hi) : clauseEnd(r, from, hi));
      }
      return takes('n') || verb.lemma === 'rule' || verb.lemma === 'point' ? answer(next, next, phraseEnd(r, next, hi)) : null;
    }
    if (tagAt(r, next) === 'verb' && lower === 'to' && !takes('i')) return null;
    return answer(next, next, tagAt(r, next) === 'participle' || lower === 'to' ? clauseEnd(r, next, hi) : phraseEnd(r, next, hi));
  }
  if (lowerAt(r, at) !== 'not') at = skipTimes(r, at, hi);
  if (at >= hi) return null;
  // "described on Monday how …"
  if (at > group.to && (lowerAt(r, at) === 'how' || lowerAt(r, at) === 'about') && verb.particles.includes(lowerAt(r, at)))
    return answer(group.to, at + 1, lowerAt(r, at) === 'how' ? clauseEnd(r, at + 1, hi) : phraseEnd(r, at + 1, hi));
  if (takes('i') && lowerAt(r, at) === 'to' && followedByVerb(r, at)) return answer(group.to, at, clauseEnd(r, at, hi));
  if (takes('i') && lowerAt(r, at) === 'not' && lowerAt(r, at + 1) === 'to') return answer(group.to, at, clauseEnd(r, at, hi));
  if (takes('o') || takes('w')) {
    const addressee = addresseeEnd(r, at, hi);
    if (addressee > at) {
      const next = skipTimes(r, addressee, hi);
      if (takes('w') && lowerAt(r, next) === 'to' && followedByVerb(r, next)) return answer(group.to, next, clauseEnd(r, next, hi));
      if (takes('w') && lowerAt(r, next) === 'not' && lowerAt(r, next + 1) === 'to') return answer(group.to, next, clauseEnd(r, next, hi));
      if (takes('o')) {
        if (verb.particles.includes(lowerAt(r, next))) return answer(addressee, next, phraseEnd(r, next, hi));
        return clauseFrom(r, cue, group, next, hi, addressee);
      }
    }
    if (verb.lemma === 'tell' || verb.lemma === 'inform' || verb.lemma === 'assure' || verb.lemma === 'remind' || verb.lemma === 'brief')
      return null;
  }
  return clauseFrom(r, cue, group, at, hi, group.to);
}

export function followedByVerb(r: Reading, to: number): boolean {
  const tag = tagAt(r, to + 1);
  return (
    tag === 'verb' ||
    tag === 'auxiliary' ||
    (tag === 'adverb' && tagAt(r, to + 2) === 'verb') ||
    (tag === 'noun' && !r.tokens[to + 1]?.capital)
  );
}

/** End of the addressee that begins at `at`: "reporters", "The Post", "his cabinet"; `at` where none stands there. */
function addresseeEnd(r: Reading, at: number, hi: number): number {
  const first = tagAt(r, at);
  if (first === 'object') return at + 1;
  if (first === 'pronoun') return lowerAt(r, at) === 'you' || lowerAt(r, at) === 'it' ? at + 1 : at;
  if (first !== 'noun' && first !== 'determiner' && first !== 'number') return at;
  const proper = r.tokens[at]?.capital;
  for (let i = at; i < hi && i - at < 10; i++) {
    const tag = tagAt(r, i);
    if (quoted(r, i)) return i;
    if (
      tag === 'subordinator' ||
      tag === 'mark' ||
      tag === 'preposition' ||
      tag === 'to' ||
      tag === 'pronoun' ||
      tag === 'adverb' ||
      tag === 'time'
    )
      return i;
    if (tag === 'verb' || tag === 'auxiliary') return at;
    if (i > at && tag === 'determiner') return i;
    if (i > at && !proper && r.tokens[i]?.capital && !r.tokens[i - 1]?.capital && tagAt(r, i - 1) === 'noun') return i;
  }
  return at;
}

/** A "that", question, quotation, plain clause or noun phrase that begins at `at`. */
export function clauseFrom(r: Reading, cue: CueForm, group: VerbGroup, at: number, hi: number, cueTo: number): Right | null {
  const { takes } = cue.verb;
  const attrs = qualities(cue, group);
  const answer = (from: number, to: number): Right | null =>
    to > from ? { cue: { from: group.from, to: Math.min(cueTo, from) }, content: withContinuation(r, from, to, hi), ...attrs } : null;
  const clause = /[st]/.test(takes);
  const lower = lowerAt(r, at);
  if (at >= hi) return null;
  if (clause || takes.includes('q')) {
    if (lower === 'that' && tagAt(r, at) === 'subordinator') return clause ? answer(at, clauseEnd(r, at, hi)) : null;
    if (/^(?:how|why|what|whether|if|who|where|when)$/.test(lower) && tagAt(r, at) !== 'mark')
      return (lower === 'when' && !group.unreal) || (lower === 'if' && cue.verb.kind !== 'question')
        ? null
        : clause
          ? answer(at, clauseEnd(r, at, hi))
          : null;
    if (opensQuotation(r, at)) return answer(at, quotationEnd(r, at, hi));
    if (lower === ':' || (lower === ',' && opensQuotation(r, at + 1))) {
      const from = at + 1;
      return from < hi ? answer(from, opensQuotation(r, from) ? quotationEnd(r, from, hi) : withoutStop(r, from, hi)) : null;
    }
    const introduced = tagAt(r, at) === 'preposition' || tagAt(r, at) === 'to' || lower === ',' ? introducedContent(r, at, hi) : -1;
    if (introduced >= 0 && introduced < hi) {
      return answer(introduced, opensQuotation(r, introduced) ? quotationEnd(r, introduced, hi) : clauseEnd(r, introduced, hi));
    }
    // What is written is first of all a book or a song.
    const startsPhrase =
      (cue.verb.lemma === 'write' ? /^pronoun$/ : /^(?:noun|determiner|pronoun|number)$/).test(tagAt(r, at)) || lower === 'there';
    if (takes.includes('s') && startsPhrase) {
      const to = clauseEnd(r, at, hi);
      if (hasVerb(r, { from: at + 1, to })) return answer(at, to);
    }
  }
  const starts =
    /^(?:noun|determiner|number|object|possessive|participle)$/.test(tagAt(r, at)) ||
    lower === 'it' ||
    opensQuotation(r, at) ||
    // "called Friday's decision a mistake"
    (tagAt(r, at) === 'time' && lowerAt(r, at + 1) === "'s") ||
    (tagAt(r, at) === 'adverb' && tagAt(r, at + 1) === 'noun');
  if (takes.includes('n') && starts) return answer(at, phraseEnd(r, at, hi));
  if (takes.includes('g') && tagAt(r, at) === 'participle') return answer(at, clauseEnd(r, at, hi));
  return null;
}

/** A quotation to the right, with what goes on behind it in the same clause ("… is bad" for the country). */
function quotationEnd(r: Reading, at: number, hi: number): number {
  const q = quotationAt(r, at);
  if (!q) return at;
  if (q.close + 1 >= hi) return q.close + 1;
  const next = lowerAt(r, q.close + 1);
  const inner = lowerAt(r, q.close - 1);
  if (/^[.?!,]$/.test(inner) || /^[.,;:?!—–]$/.test(next)) return q.close + 1;
  return clauseEnd(r, at, hi);
}

/** A content that ends in a quotation goes on in the next sentence's quotation. */
function withContinuation(r: Reading, from: number, to: number, hi: number): Range[] {
  const pieces = [{ from, to }];
  if (quoted(r, to - 1) && opensQuotation(r, from)) {
    const end = Math.max(hi, to);
    const next = nextQuotation(r, end);
    if (next) pieces.push(next);
  }
  return pieces;
}
