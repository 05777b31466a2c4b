/**
 * What each English word is in its place, coarsely: enough to find a subject to the left of a verb and the end of a clause
 * to its right. Closed classes by list, verbs by list, ending and neighbours; everything else counts as part of a noun phrase.
 */
import type { Steps } from '../../text/steps';
import type { Token } from '../tokens';
import { COVERAGE_FORMS, CUE_FORMS } from './cue-verbs';
import { type VerbForm, verbForms } from './inflect';
import {
  ADVERBS,
  AUXILIARIES,
  COMMON_VERBS,
  CONJUNCTIONS,
  DETERMINERS,
  NOT_BY_ENDING,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIMES,
} from './words';

export type Tag =
  | 'noun'
  | 'determiner'
  | 'pronoun'
  | 'object'
  | 'preposition'
  | 'subordinator'
  | 'conjunction'
  | 'auxiliary'
  | 'verb'
  | 'participle' // -ing, or a past form that does not carry its clause
  | 'adverb'
  | 'time'
  | 'possessive' // 's
  | 'to'
  | 'number'
  | 'mark';

const VERB_FORMS: ReadonlyMap<string, VerbForm> = (() => {
  const forms = new Map<string, VerbForm>();
  for (const base of COMMON_VERBS) for (const [form, is] of verbForms(base)) if (!forms.has(form)) forms.set(form, is);
  for (const [form, { form: is }] of [...CUE_FORMS, ...COVERAGE_FORMS]) if (!forms.has(form)) forms.set(form, is);
  return forms;
})();

/** Words tagged between two pauses. */
const TAGS_A_STEP = 500;

/** Tags of all tokens; same length. Looks one word back and one ahead, so linear. */
export function* tagWords(tokens: readonly Token[]): Steps<Tag[]> {
  const tags: Tag[] = [];
  const known = new Map<string, Lexical>();
  let headline = false;
  for (let i = 0; i < tokens.length; i++) {
    if (i % TAGS_A_STEP === TAGS_A_STEP - 1) yield;
    if (tokens[i]?.opensParagraph) headline = isHeadline(tokens, i);
    tags.push(tagOf(tokens, i, tags, headline, known));
  }
  return tags;
}

/** A headline in title case is this long at most, and this much of it is capitals: there, a capital tells nothing. */
const MAX_HEADLINE = 30;
const HEADLINE_CAPITALS = 0.65;
const MIN_HEADLINE = 5;

function isHeadline(tokens: readonly Token[], from: number): boolean {
  let words = 0;
  let capitals = 0;
  for (let i = from; i < tokens.length && (i === from || !tokens[i]?.opensParagraph); i++) {
    if (i - from > MAX_HEADLINE) return false;
    if (!tokens[i]?.word) continue;
    words++;
    if (tokens[i]?.capital) capitals++;
  }
  return words >= MIN_HEADLINE && capitals >= words * HEADLINE_CAPITALS;
}

/** What a word can be before its neighbours are asked; worked out once for all its places in a text. */
interface Lexical {
  /** What figures are: a year or another number. */
  readonly figure: 'time' | 'number' | null;
  /** A word of time: its capital does not make it a name. */
  readonly time: boolean;
  /** Decided by its neighbours: see {@link byNeighbours}. */
  readonly open: boolean;
  /** Its closed class; null for a word of an open one. */
  readonly closed: Tag | null;
  readonly form: VerbForm | null;
  readonly ending: 'noun' | 'ly' | 'ed' | 'ing' | null;
}

const DECIDED_BY_NEIGHBOURS = new Set(['may', 'march', 'that', 'one', 'it', 'you', 'like']);

function closedClass(lower: string): Tag | null {
  if (TIMES.has(lower)) return 'time';
  if (lower === 'her' || lower === 'his') return 'determiner';
  if (AUXILIARIES.has(lower)) return 'auxiliary';
  if (SUBJECT_PRONOUNS.has(lower) && !DETERMINERS.has(lower) && !SUBORDINATORS.has(lower)) return 'pronoun';
  if (OBJECT_PRONOUNS.has(lower)) return 'object';
  if (lower === 'after' || lower === 'before' || lower === 'since' || lower === 'as' || lower === 'until') return 'preposition';
  if (lower === 'who' || lower === 'which' || SUBORDINATORS.has(lower)) return 'subordinator';
  if (CONJUNCTIONS.has(lower)) return 'conjunction';
  if (DETERMINERS.has(lower)) return 'determiner';
  if (ADVERBS.has(lower)) return 'adverb';
  return PREPOSITIONS.has(lower) ? 'preposition' : null;
}

function lexical(lower: string): Lexical {
  return {
    figure: /^(?:19|20)\d\d(?:-\d\d){0,2}$/.test(lower) ? 'time' : /^[\d$]/.test(lower) ? 'number' : null,
    time: TIMES.has(lower),
    open: DECIDED_BY_NEIGHBOURS.has(lower),
    closed: closedClass(lower),
    form: VERB_FORMS.get(lower) ?? null,
    ending: NOT_BY_ENDING.has(lower)
      ? 'noun'
      : /.ly$/.test(lower)
        ? 'ly'
        : /..ed$/.test(lower)
          ? 'ed'
          : /..ing$/.test(lower)
            ? 'ing'
            : null,
  };
}

/** Marks after which a capital only opens a sentence. */
const BEFORE_CAPITAL = new Set('.?!"“”:');

/** Words that the word before them decides; null where it does not. */
function byNeighbours(lower: string, before: Tag | undefined, name: boolean): Tag | null {
  if (lower === 'may') return name ? 'time' : 'auxiliary';
  if (lower === 'march') return name ? 'time' : 'noun';
  // "that plan" against "that plans failed": a determiner only where a preposition or a verb of doing leads it.
  if (lower === 'that') return before === 'preposition' ? 'determiner' : 'subordinator';
  if (lower === 'it' || lower === 'you') return before === 'preposition' ? 'object' : 'pronoun';
  if (lower === 'one') return before === 'determiner' ? 'noun' : null;
  return before === 'pronoun' || before === 'auxiliary' ? 'verb' : null;
}

function tagOf(tokens: readonly Token[], i: number, tags: readonly Tag[], headline: boolean, known: Map<string, Lexical>): Tag {
  const token = tokens[i];
  if (!token?.word) return 'mark';
  const { lower } = token;
  const before = tags[i - 1];
  if (lower === "'s") return before === 'pronoun' ? 'auxiliary' : 'possessive';
  if (lower === 'to') return 'to';
  let lex = known.get(lower);
  if (!lex) {
    lex = lexical(lower);
    known.set(lower, lex);
  }
  if (lex.figure) return lex.figure;
  const name = token.capital && !headline && token.spaced && !token.opensParagraph && !BEFORE_CAPITAL.has(tokens[i - 1]?.lower ?? '');
  if (name && !lex.time) return lower === 'i' || lower.startsWith("i'") ? 'pronoun' : 'noun';
  const decided = lex.open ? byNeighbours(lower, before, name) : null;
  if (decided) return decided;
  if (lex.closed) return lex.closed;
  if (lex.form) return describes(lex.form, before, tokens, i) ? 'participle' : verbTag(lex.form, lower, before, tokens, i);
  if (lex.ending === 'ly') return 'adverb';
  if (lex.ending === 'ed') {
    const next = tokens[i + 1];
    return nounBefore(before) || (next && !next.word) ? pastTag(before) : 'participle';
  }
  if (lex.ending === 'ing') return before === 'determiner' || before === 'preposition' ? 'noun' : 'participle';
  return 'noun';
}

const nounBefore = (tag: Tag | undefined): boolean =>
  tag === 'noun' || tag === 'pronoun' || tag === 'auxiliary' || tag === 'adverb' || tag === 'time';

function pastTag(before: Tag | undefined): Tag {
  if (before === 'determiner' || before === 'possessive' || before === 'preposition') return 'participle';
  return 'verb';
}

const OPENS_PHRASE = /^(?:an?|the|his|her|its|their|our|my|your|'s)$/;

/** "a newly revealed call": between an article and its noun a past form tells what the noun is like. */
function describes(form: VerbForm, before: Tag | undefined, tokens: readonly Token[], i: number): boolean {
  return (form === 'past' || form === 'participle') && before === 'adverb' && OPENS_PHRASE.test(tokens[i - 2]?.lower ?? '');
}

/** Determiners that stand for people by themselves: "some believe the …". */
const MANY = new Set(['some', 'many', 'most', 'few', 'others', 'all', 'both', 'several']);

function verbTag(form: VerbForm, lower: string, before: Tag | undefined, tokens: readonly Token[], i: number): Tag {
  if (form === 'base' && before === 'determiner' && MANY.has(tokens[i - 1]?.lower ?? '') && opensObject(tokens[i + 1])) return 'verb';
  if (before === 'determiner' || before === 'possessive' || (before === 'number' && lower !== 'said'))
    return form === 'past' || form === 'ing' ? 'participle' : 'noun';
  if (form === 'ing') return before === 'auxiliary' ? 'verb' : 'participle';
  if (form === 'past' || form === 'participle') return before === 'preposition' ? 'participle' : 'verb';
  if (before === 'pronoun' || before === 'auxiliary' || before === 'to') return 'verb';
  if (before === 'preposition') return 'noun';
  // Base and -s forms are often nouns; a verb has its object, clause or preposition after it and its subject before.
  const next = tokens[i + 1];
  if (form === 's')
    return before === 'noun' || before === 'subordinator' || before === 'adverb' || before === 'mark' ? sForm(lower, next) : 'noun';
  const cue = CUE_FORMS.get(lower);
  if (cue && !cue.verb.noun && (before === 'mark' || before === 'time' || before === 'noun'))
    return i > 0 && !tokens[i]?.opensParagraph ? 'verb' : 'noun';
  if (before === 'time' && opensObject(next)) return 'verb';
  return before === 'noun' && /[^s]s$/.test(tokens[i - 1]?.lower ?? '') && opensObject(next)
    ? 'verb'
    : before === 'adverb' || before === 'subordinator'
      ? 'verb'
      : 'noun';
}

function sForm(lower: string, next: Token | undefined): Tag {
  const cue = CUE_FORMS.get(lower);
  if (cue && !cue.verb.noun) return 'verb';
  return opensObject(next) || PREPOSITIONS.has(next?.lower ?? '') ? 'verb' : 'noun';
}

/** Can this word begin what a verb governs: an article, a pronoun, "that", "to", a quotation, a name? */
function opensObject(token: Token | undefined): boolean {
  if (!token) return false;
  const { lower } = token;
  return (
    DETERMINERS.has(lower) ||
    SUBJECT_PRONOUNS.has(lower) ||
    OBJECT_PRONOUNS.has(lower) ||
    lower === 'that' ||
    lower === 'to' ||
    lower === 'how' ||
    lower === 'why' ||
    token.capital ||
    /^["“‘'«]$/.test(token.text)
  );
}
