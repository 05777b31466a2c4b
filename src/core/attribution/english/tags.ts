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
  let headline = false;
  for (let i = 0; i < tokens.length; i++) {
    if (i % TAGS_A_STEP === TAGS_A_STEP - 1) yield;
    if (tokens[i]?.opensParagraph) headline = isHeadline(tokens, i);
    tags.push(tagOf(tokens, i, tags, headline));
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

function tagOf(tokens: readonly Token[], i: number, tags: readonly Tag[], headline: boolean): Tag {
  const token = tokens[i];
  if (!token) return 'mark';
  const { lower } = token;
  if (!token.word) return 'mark';
  if (lower === "'s") return tags[i - 1] === 'pronoun' ? 'auxiliary' : 'possessive';
  if (/^(?:19|20)\d\d(?:-\d\d){0,2}$/.test(lower)) return 'time';
  if (/^[\d$]/.test(lower)) return 'number';
  const next = tokens[i + 1];
  const before = tokens[i - 1]?.lower ?? '';
  const first = headline || !token.spaced || token.opensParagraph || /^[.?!"“:]$/.test(before);
  if (lower === 'to') return 'to';
  if (token.capital && !first && !TIMES.has(lower)) return lower === 'i' || lower.startsWith("i'") ? 'pronoun' : 'noun';
  if (lower === 'may' || lower === 'march') return token.capital && !first ? 'time' : lower === 'may' ? 'auxiliary' : 'noun';
  if (TIMES.has(lower)) return 'time';
  if (lower === 'that') {
    // "that plan" against "that plans failed": a determiner only where a preposition or a verb of doing leads it.
    return tags[i - 1] === 'preposition' ? 'determiner' : 'subordinator';
  }
  if (lower === 'her' || lower === 'his') return 'determiner';
  if (lower === 'one' && tags[i - 1] === 'determiner') return 'noun';
  if (lower === 'it' || lower === 'you') return tags[i - 1] === 'preposition' ? 'object' : 'pronoun';
  if (lower === 'like' && (tags[i - 1] === 'pronoun' || tags[i - 1] === 'auxiliary')) return 'verb';
  if (AUXILIARIES.has(lower)) return 'auxiliary';
  if (SUBJECT_PRONOUNS.has(lower) && !DETERMINERS.has(lower) && !SUBORDINATORS.has(lower)) return 'pronoun';
  if (OBJECT_PRONOUNS.has(lower)) return 'object';
  if (lower === 'after' || lower === 'before' || lower === 'since' || lower === 'as' || lower === 'until') return 'preposition';
  if (lower === 'who' || lower === 'which' || SUBORDINATORS.has(lower)) return 'subordinator';
  if (CONJUNCTIONS.has(lower)) return 'conjunction';
  if (DETERMINERS.has(lower)) return 'determiner';
  if (ADVERBS.has(lower)) return 'adverb';
  if (PREPOSITIONS.has(lower)) return 'preposition';
  const form = VERB_FORMS.get(lower);
  if (form) return verbTag(form, lower, tags[i - 1], tokens, i);
  if (NOT_BY_ENDING.has(lower)) return 'noun';
  if (/.ly$/.test(lower)) return 'adverb';
  if (/..ed$/.test(lower)) return nounBefore(tags[i - 1]) || (next && !next.word) ? pastTag(tags[i - 1]) : 'participle';
  if (/..ing$/.test(lower)) return tags[i - 1] === 'determiner' || tags[i - 1] === 'preposition' ? 'noun' : 'participle';
  return 'noun';
}

const nounBefore = (tag: Tag | undefined): boolean =>
  tag === 'noun' || tag === 'pronoun' || tag === 'auxiliary' || tag === 'adverb' || tag === 'time';

function pastTag(before: Tag | undefined): Tag {
  if (before === 'determiner' || before === 'possessive' || before === 'preposition') return 'participle';
  return 'verb';
}

function verbTag(form: VerbForm, lower: string, before: Tag | undefined, tokens: readonly Token[], i: number): Tag {
  if (before === 'determiner' || before === 'possessive' || before === 'number')
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
