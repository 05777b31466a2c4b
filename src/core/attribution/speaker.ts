/**
 * Which tracked actor a source is, or none: the source must name the actor at its head ("President Macron", not
 * "Macron's spokesman" or "U.S. officials"), and a pronoun must have one candidate only. Abstains where unsure.
 */
import type { Mention } from '../model/mention';
import type { Span } from './model';

/** What may follow the name in the source: an apposition, a relative clause, a place or a date. */
const AFTER_HEAD = /^(?:\s*$|[\s,]*(?:,|\(|who\b|which\b|on\b|in\b|of\b|at\b|himself\b|herself\b|itself\b|themselves\b))/;
/** What before a name makes it a part of another noun phrase: "a spokesman for Macron", "allies of Trump". */
const OWNED =
  /(?:^|\s)(?:for|of|at|from|to|by|with|against|in|near|and|or|than)\s+(?:(?:the|president|prime minister|mr\.?|ms\.?|mrs\.?)\s+)?$/i;

/** The mentions that overlap a span, from a list ordered by place. */
export function mentionsIn(mentions: readonly Mention[], { start, end }: Span): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let i = low; i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.start >= end) break;
    found.push(mention);
  }
  return found;
}

/** The actor that the source's own words name. */
export function namedSpeaker(text: string, source: Span, mentions: readonly Mention[]): Mention | null {
  for (const mention of mentionsIn(mentions, source)) {
    if (mention.kind === 'event' || mention.kind === 'place') continue;
    const before = text.slice(source.start, Math.max(source.start, mention.start));
    const after = text.slice(Math.min(mention.end, source.end), source.end);
    if (AFTER_HEAD.test(after) && !OWNED.test(before) && !/\sand\s/.test(after)) return mention;
  }
  return null;
}

const THIRD_PERSON = /^(?:he|she)$/i;
/** A name in subject place stands this near the start of its sentence: after a title of some words. */
const MAX_LEAD = 60;

/**
 * The person that "he" or "she" means: the only tracked person before it in its sentence, or else the speaker of the
 * attribution just before it, one sentence back at most; null where others could be meant.
 */
export function pronounSpeaker(
  source: Span,
  sentence: Span,
  text: string,
  mentions: readonly Mention[],
  previous: { readonly speaker: Mention | null; readonly sentence: Span } | null,
): Mention | null {
  if (!THIRD_PERSON.test(text.slice(source.start, source.end))) return null;
  const before = mentionsIn(mentions, { start: sentence.start, end: source.start }).filter((m) => m.kind === 'person');
  const first = before[0];
  if (first) return before.every((m) => m.subject === first.subject) && first.start - sentence.start <= MAX_LEAD ? first : null;
  if (previous?.speaker?.kind !== 'person') return null;
  const between = text.slice(previous.sentence.end, sentence.start);
  return between.trim() === '' ? previous.speaker : null;
}
