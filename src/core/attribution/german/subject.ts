/**
 * The subject of a German verb of speech. Its clause is read: in a main clause one phrase stands before the verb, or something else
 * does and the subject stands right behind it; in a subordinate clause the verb comes last. Null where that isn't plain.
 */
import type { Sentence } from '../sentences';
import { isAdverb, isNoun, NOMINATIVE, OBLIQUE, phraseAt, TIES, TIME } from './phrase';
import { holdsVerb, isQuoted, lower, type Range, reported, type Text } from './text';
import { HAVE } from './words';

/** Particles that may stand between the subject and its verb: "Kovac dagegen sagte". */
const isBetween = (word: string): boolean => isAdverb(word) && !TIES.test(word) && !OBLIQUE.test(word);
const JOINS = /^(?:und|aber|oder|sondern|sowie|doch|denn)$/;
export const SUBORDINATES = /^(?:nachdem|obwohl|weil|da|während|wobei|wenn|als|bevor|solange|sobald|falls|sollten?|wie|ob|dass)$/;

/** "Das teilte der Sprecher mit": what was said stands in the sentence before. */
export const AGAIN = /^(?:das|dies)$/;

/** The subject of the finite verb at `verb` in a clause that begins at `from` and holds nothing else before the verb. */
function subjectBefore(t: Text, from: number, verb: number, plural: boolean): Range | null {
  const phrase = phraseAt(t, from, verb, 'before', plural);
  if (!phrase) return null;
  let i = phrase.to;
  // "Kovac, Meier und die Stadt": a list goes on behind its comma; "Kovac, Leiter des Amtes sagte" lacks its second one.
  while (lower(t, i) === ',' && i < verb) {
    const next = phraseAt(t, i + 1, verb, 'before');
    if (!next) break;
    i = next.to;
  }
  const between = i < verb && isBetween(lower(t, i));
  if (between) i++;
  if (i === verb) return plural && !between ? { from, to: i } : phrase;
  // "Kovac, der den Hafen leitet, sagte", "Kovac, Bürgermeisterin, sagte".
  if (lower(t, phrase.to) !== ',' || lower(t, verb - 1) !== ',' || verb - phrase.to < 3) return null;
  const inserted = phrase.to + 1;
  const relative = [inserted, inserted + 1].some((i) => /^d(?:er|ie|as|e[mn]|enen)$/.test(lower(t, i)));
  const apposed = (isNoun(t, inserted) || NOMINATIVE.test(lower(t, inserted))) && !holdsVerb(t, { from: inserted, to: verb });
  return (apposed || (relative && lower(t, verb - 3) !== 'zu')) && !reported(t, inserted, verb, true) ? phrase : null;
}

/** The subject right behind its verb; pronouns and adverbs may stand between. */
export function subjectBehind(t: Text, verb: number, hi: number): Range | null {
  let i = verb + 1;
  while (i < hi && i - verb < 5 && (SKIPPED.test(lower(t, i)) || isBetween(lower(t, i)))) i++;
  return phraseAt(t, i, hi, 'behind', /en$/.test(lower(t, verb)));
}

const SKIPPED = /^(?:es|mir|uns|am|\p{L}+tag|mittwoch|etwa|nicht)$/u;

/** A verb first: what would be. "Will" and "Mag." may also begin a name. */
const CONDITIONS = /^(?:sollten?|würden?|könnten?|müssten?|dürften?|hätten?|wären?)$/;

/** The subject of the verb of speech at `at`: its clause is read from its beginning; null where that isn't plain. */
export function subjectOf(t: Text, at: number, { from, to }: Sentence): Range | null {
  let verb = at;
  // "hat … angekündigt": the finite verb holds the subject's place.
  for (let i = at - 1; i >= from; i--) {
    if (isQuoted(t, i)) continue;
    if (!t.tokens[i]?.word) break;
    if (HAVE.has(lower(t, i))) {
      verb = i;
      break;
    }
  }
  // "Den Vorwurf nannte er absurd": nothing but subjects, wherever the sentence begins.
  if (/^(?:er|ich|wir|man)$/.test(lower(t, verb + 1)) && verb + 1 < to)
    return lower(t, verb + 1) === 'er' ? { from: verb + 1, to: verb + 2 } : null;
  let start = from;
  let clause = -1;
  for (let i = verb - 1; i >= from; i--) {
    if (isQuoted(t, i)) continue;
    if (lower(t, i) === ',' && clause < 0) clause = i + 1;
    if (/^[;:–—]$/.test(lower(t, i))) {
      start = i + 1;
      break;
    }
  }
  while (
    start < verb &&
    (!t.tokens[start]?.word || JOINS.test(lower(t, start)) || /^(?:auch|selbst|sogar)$/.test(lower(t, start))) &&
    !isQuoted(t, start)
  )
    start++;
  // "Sollte Kovac erklären, …" is no report.
  if (CONDITIONS.test(lower(t, start))) return null;
  const plural = /en$/.test(lower(t, verb));
  const before = subjectBefore(t, start, verb, plural);
  if (before) return before;
  if (lower(t, verb - 1) === ',' || isQuoted(t, verb - 1)) return subjectBehind(t, verb, to);
  if (/^(?:und|oder|sondern)$/.test(lower(t, verb - 1))) return sharedSubject(t, start, verb);
  if (clause > start) {
    if (JOINS.test(lower(t, clause))) return subjectBefore(t, clause + 1, verb, plural);
    const ends = !t.tokens[at + 1]?.word || HAVE.has(lower(t, at + 1));
    return SUBORDINATES.test(lower(t, clause)) && ends ? phraseAt(t, clause + 1, verb, 'behind') : null;
  }
  if (holdsVerb(t, { from: start, to: verb })) return null;
  if (AGAIN.test(lower(t, start)) && start + 1 === verb) return subjectBehind(t, verb, to);
  const first = lower(t, start);
  const adverbial = TIME.test(first) || !(isNoun(t, start) || NOMINATIVE.test(first));
  return adverbial ? subjectBehind(t, verb, to) : null;
}

/** "Die Gewerkschaft rief auf und kritisierte": the subject of the first of two verbs. */
function sharedSubject(t: Text, from: number, to: number): Range | null {
  const phrase = phraseAt(t, from, to, 'before');
  if (!phrase) return null;
  const token = t.tokens[phrase.to];
  return token?.word && !token.capital && phrase.to < to - 1 && !TIES.test(token.lower) && !isAdverb(token.lower) ? phrase : null;
}
