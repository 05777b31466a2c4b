/**
 * Which tracked actor a source is, or none: the source must name the actor at its head ("President Macron", not
 * "Macron's spokesman" or "U.S. officials"), and a pronoun must have one candidate only. Abstains where unsure.
 */
import type { Mention } from '../model/mention';
import type { Span } from './model';

/** What may follow the name in the source: an apposition, a relative clause, a place or a date. */
const AFTER_HEAD = /^(?:\s*$|[\s,]*(?:,|\(|who\b|which\b|on\b|in\b|of\b|at\b|himself\b|herself\b|itself\b|themselves\b))/;
/** Words that tie a name to what stands before it, in the languages that are read. */
const TIES =
  'for|of|at|from|to|by|with|against|in|near|and|or|than|von|vom|für|bei|mit|gegen|und|oder|aus|de|du|des|pour|chez|avec|contre|par|et|ou|del|para|por|con|contra|y|e|o|від|для|до|з|із|на|і|й|та|або|от|с|из|и|или';
/** Titles that may stand between a tie and the name. */
const TITLES =
  "the|le|la|el|den|dem|president|prime minister|mr\\.?|ms\\.?|mrs\\.?|président|présidente|premier ministre|chancelier|m\\.|mme|presidente|presidenta|primer ministro|kanzler|bundeskanzler|präsident|herrn|frau|президента|канцлера|прем['’]єра|премьера|міністра|министра";
/** What before a name makes it a part of another noun phrase: "a spokesman for Macron", "le porte-parole d'Anne Duval". */
const OWNED = new RegExp(`(?:(?:^|\\s)(?:${TIES})\\s+(?:(?:${TITLES})\\s+){0,2}|(?:^|[\\s-])[dl]['’])$`, 'iu');
/** "die Sprecherin der BBC", "Gegner des Ministers": a person of theirs; "ein Bericht der BBC" is their own. */
export const GERMAN_FOR = /\p{L}(?:er|in|chef|ent|ist|eur|eute|ete|glied)\s+(?:der|des|von|vom|beim?)\s+["„»«]?$/u;
/** Who speaks for somebody; in languages with cases nothing but the name's ending tells for whom. */
const SPEAKS_FOR =
  /(?:^|\s)(?:речни|прес-?секретар|представни|радни|помічни|заступни|адвокат|офіс|команд|адміністрац|пресс-секретар|представител|советни|помощни|заместител|офис|администрац|sprecher|berater|anwalt|büro|umfeld|team|lager|vertreter)\p{L}*\s(?:\S+\s)?$/iu;
/** Such names in the genitive: "Зеленського", "Трампа", "Macrons". */
const GENITIVE = /(?:[аяуюиі]|ого|его|ої|ой|s)$/u;

/** The mentions that overlap a span, from a list ordered by place. */
export function mentionsIn<M extends Span>(mentions: readonly M[], { start, end }: Span): M[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: M[] = [];
  for (let i = low; i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.start >= end) break;
    found.push(mention);
  }
  return found;
}

function isOwned(before: string, name: string): boolean {
  return OWNED.test(before) || GERMAN_FOR.test(before) || (SPEAKS_FOR.test(before) && GENITIVE.test(name));
}

/** The actor that the source's own words name, or the name set beside them: "the French president, Anne Duval, said". */
export function namedSpeaker(text: string, source: Span, mentions: readonly Mention[]): Mention | null {
  return speakerIn(text, source, mentions) ?? speakerBeside(text, source, mentions);
}

function speakerIn(text: string, source: Span, mentions: readonly Mention[]): Mention | null {
  for (const mention of mentionsIn(mentions, source)) {
    if (mention.kind === 'event' || mention.kind === 'place') continue;
    const before = text.slice(source.start, Math.max(source.start, mention.start));
    const after = text.slice(Math.min(mention.end, source.end), source.end);
    if (AFTER_HEAD.test(after) && !isOwned(before, mention.surface) && !/\sand\s/.test(after)) return mention;
  }
  return null;
}

/** A description by a role; a list ("the mayor, Kovac and …") goes on where an apposition ends. */
const DESCRIPTION = /^(?:the|its|his|her|their|le|la|les|son|sa|el|su|der|die|ihr|ihre|sein|seine)\s|^l['’]/i;
const APPOSITION_ENDS = /^\s*(?:[.;:)!?]|$|,(?!\s*(?:and|or|et|ou|y|und|oder)\s))/;
/** Longer than any comma with its space. */
const GAP = 3;

function speakerBeside(text: string, source: Span, mentions: readonly Mention[]): Mention | null {
  const words = text.slice(source.start, source.end);
  if (!DESCRIPTION.test(words) || mentionsIn(mentions, source).some(({ kind }) => kind === 'person')) return null;
  const [next] = mentionsIn(mentions, { start: source.end, end: source.end + GAP });
  if (next?.kind !== 'person' || !/^,\s+$/.test(text.slice(source.end, next.start))) return null;
  return APPOSITION_ENDS.test(text.slice(next.end, next.end + GAP * 3)) ? next : null;
}

const THIRD_PERSON = /^(?:he|she|il|elle|lui|él|ella|er|він|вона|он|она)$/i;
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
  content: readonly Span[],
  previous: { readonly speaker: Mention | null; readonly sentence: Span } | null,
): Mention | null {
  if (!THIRD_PERSON.test(text.slice(source.start, source.end))) return null;
  const before = mentionsIn(mentions, { start: sentence.start, end: source.start }).filter(
    // Whom the speaker talks of is not the speaker.
    (m) => m.kind === 'person' && !content.some(({ start, end }) => start <= m.start && m.end <= end),
  );
  const first = before[0];
  if (first) return before.every((m) => m.subject === first.subject) && first.start - sentence.start <= MAX_LEAD ? first : null;
  if (previous?.speaker?.kind !== 'person') return null;
  const between = text.slice(previous.sentence.end, sentence.start);
  return between.trim() === '' ? previous.speaker : null;
}
