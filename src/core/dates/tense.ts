/**
 * Whether the words around a date speak of the past or of what is to come: "said on Monday", "will meet on Friday".
 * A guess from the nearest verb form that tells, good enough to choose between last Monday and next; no parser.
 */
import { type Grammar, wordSet } from './pattern';
import type { Token } from './tokens';

export type Direction = 'past' | 'future';

/** How it is known: by the word right before ("until Friday"), by a verb nearby, or by one farther on. */
export interface TenseFound {
  readonly direction: Direction;
  /** Tokens between the date and the word that tells. */
  readonly distance: number;
}

/** Most tokens looked at on each side: about a clause; farther verbs have subjects and dates of their own. */
const REACH_BACK = 14;
const REACH_ON = 14;
/** Tokens between "until" and its date: "until at least 9 a.m. Friday". */
const AHEAD_REACH = 7;
/** Below this length an ending tells nothing (red, bed, need). */
const LONG_ENOUGH = 5;
/** Tokens between a plan and its infinitive ("plans, he said, to"). */
const PLAN_REACH = 4;

export interface TenseReader {
  /** Null where nothing around the tokens `from` to `to` (exclusive) tells. */
  at(tokens: readonly Token[], from: number, to: number): TenseFound | null;
}

/** Ends a sentence: a stop that is no abbreviation's (the next word has a capital), or a new line. */
function endsSentence(grammar: Grammar, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || token.newLine) return true;
  if (token.text === '!' || token.text === '?') return true;
  if (token.text !== '.') return false;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (
    before &&
    (grammar.abbreviations.has(before.text) ||
      (before.kind === 'word' && (before.text.length === 1 || (before.text.length === 2 && before.capital))))
  )
    return false;
  return after === undefined || after.capital || after.kind !== 'word';
}

export function createTenseReader(grammar: Grammar): TenseReader {
  const { tense } = grammar.language;
  const past = wordSet(tense.past);
  const future = wordSet(tense.future);
  const plan = wordSet(tense.plan);
  const planBeside = wordSet(tense.planBeside);
  const infinitive = wordSet(tense.infinitive);
  const passive = wordSet(tense.passive);
  const ahead = wordSet(tense.ahead);
  const maybeAhead = wordSet(tense.maybeAhead);

  /** Whether an infinitive at `i` hangs on a plan before it, but not on one before token `from`. */
  const planned = (tokens: readonly Token[], i: number, from: number): boolean => {
    if (planBeside.has(tokens[i - 1]?.text ?? '')) return true;
    for (let k = i - 1; k >= from && k >= i - PLAN_REACH; k--) {
      const token = tokens[k];
      if (token && plan.has(token.text)) return true;
      if (token && past.has(token.text)) return false;
    }
    return false;
  };
  const tells = (tokens: readonly Token[], i: number, from: number): Direction | null => {
    const token = tokens[i];
    if (token?.kind !== 'word') return null;
    const word = token.text;
    if (future.has(word)) return 'future';
    if (infinitive.has(word) && planned(tokens, i, from)) return 'future';
    if (passive.has(tokens[i - 1]?.text ?? '')) return null;
    if (past.has(word)) return 'past';
    // A capital inside a sentence makes it a name (Irán, Alfred), at its start it tells nothing.
    const name = token.capital && i > 0 && !endsSentence(grammar, tokens, i - 1) && !token.newLine;
    if (word.length < LONG_ENOUGH || name) return null;
    if (tense.futureEndings.some((ending) => word.endsWith(ending))) return 'future';
    return tense.pastEndings.some((ending) => word.endsWith(ending)) ? 'past' : null;
  };

  return {
    at(tokens, from, to) {
      let maybe: TenseFound | null = null;
      let farther: TenseFound | null = null;
      let clause = true;
      for (let i = from - 1, distance = 1; i >= 0 && distance <= REACH_BACK; i--, distance++) {
        const token = tokens[i];
        if (!token || (endsSentence(grammar, tokens, i) && !token.newLine)) break;
        if (distance <= AHEAD_REACH && ahead.has(token.text)) return { direction: 'future', distance };
        if (distance <= 2 && maybeAhead.has(token.text)) maybe = { direction: 'future', distance };
        if (token.text === ',') clause = false;
        const direction = tells(tokens, i, 0);
        if (direction && clause) return { direction, distance };
        if (direction) farther = { direction, distance };
        if (direction || token.newLine) break;
      }
      if (maybe) return maybe;
      for (let i = to, distance = 1; i < tokens.length && distance <= REACH_ON; i++, distance++) {
        if (endsSentence(grammar, tokens, i)) break;
        // A verb of the clause before tells more than one of the clause after.
        if (farther && tokens[i]?.text === ',') break;
        const direction = tells(tokens, i, to);
        // Counted as farther than a verb before: the date belongs to that one first.
        if (direction) return { direction, distance: distance + REACH_BACK };
      }
      return farther;
    },
  };
}
