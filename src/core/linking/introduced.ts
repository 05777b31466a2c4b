/**
 * Short names that an article itself introduces: with "World Health Organization (WHO)" in it, a bare WHO elsewhere in the
 * article is the organisation; with "Rachel Berry" in it and no other Rachel, so is a bare Rachel the person. Knows mentions
 * and texts; whose name the long one is was decided before.
 */
import type { Match } from '../gazetteer/types';
import type { Mention } from '../model/mention';
import { classOf, isLower, isUpper, LETTER, MARK } from '../text/characters';

import { after, before, createLineReader, isHyphen, startsSentence } from './context';
import { SENTENCE_WORDS } from './entity-words';
import { isPlaceAsGivenName } from './given-names';
import type { ScannedBlock } from './readings';
import { titleOf } from './titles';

/** In brackets directly after a name: capitals and digits that begin with a capital. */
const INTRODUCED = /^\s?\(([\p{Lu}][\p{Lu}\p{Nd}]{1,6})\)/u;
/** Longest bracket that can match, in UTF-16 units. */
const REACH = 12;
const BRACKET = 0x28;
/** In a line of capitals an abbreviation this short is an ordinary word. */
const LONGEST_AMBIGUOUS_CAPITALS = 3;
/** Shorter given names are syllables of other names: Al, Bo, Jo. */
const SHORTEST_GIVEN = 3;
/** Endings of German nouns that are hardly ever a given name's; in German a capital shows no name. */
const GERMAN_NOUN = /(?:ung|heit|keit|schaft|tum|ling)$/;

/** The naming that introduces a short name. */
interface Introduction {
  readonly mention: Mention;
  readonly block: number;
  readonly given: boolean;
}

/** How the article is written, as far as it bears on names. */
interface Writing {
  readonly german: boolean;
  /** Does the article write this word in small letters somewhere? */
  readonly isSmall: (word: string) => boolean;
  /** Is the match one of events? An actor may be named in an event's name. */
  readonly isEvent: (match: Match) => boolean;
}

/**
 * Adds mentions of the short names that the blocks introduce to the lists, which stay sorted by start. The texts are searched
 * once, and only where the article introduces a name; what the scan found stays as it was decided. Yields after each text.
 */
export function* addIntroduced(blocks: readonly ScannedBlock[], mentions: Mention[][], writing: Writing): Generator<undefined, void> {
  /** By short name; null where two subjects are named so, or somebody else is: nobody's. */
  const known = new Map<string, Introduction | null>();
  for (let block = 0; block < blocks.length; block++) {
    for (const mention of mentions[block] ?? []) {
      const acronym = acronymAfter(blocks[block]?.text ?? '', mention);
      const name = acronym ?? givenNameOf(mention, writing);
      if (!name) continue;
      const before = known.get(name);
      if (before === undefined) known.set(name, { mention, block, given: acronym === null });
      else if (before && before.mention.subject !== mention.subject) known.set(name, null);
    }
  }
  yield;
  if (known.size === 0) return;
  const pattern = wordsLike([...known.keys()]);
  const found: { readonly block: number; readonly start: number; readonly name: string }[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    for (const [start, name] of freeWords(block, pattern, known, writing)) {
      const introduction = known.get(name);
      if (!introduction) continue;
      if (!introduction.given) {
        if (isAcronym(block.text, start, name)) found.push({ block: i, start, name });
        continue;
      }
      const stands = readGivenName(block, start, name, writing);
      if (stands === 'somebody-else') known.set(name, null);
      else if (stands === 'alone') found.push({ block: i, start, name });
    }
    yield;
  }
  const longer = new Set<number>();
  for (const { block, start, name } of found) {
    const introduction = known.get(name);
    const list = mentions[block];
    if (!introduction || !list) continue;
    // "Will", "Mark". Asked last, because it searches the article for each name.
    if (introduction.given && writing.isSmall(name)) continue;
    list.push(shortened(start, name, introduction));
    longer.add(block);
  }
  for (const block of longer) mentions[block]?.sort((a, b) => a.start - b.start || a.end - b.end);
}

function shortened(start: number, surface: string, { mention, block }: Introduction): Mention {
  const basis = { block, start: mention.start, end: mention.end, surface: mention.surface };
  return { start, end: start + surface.length, subject: mention.subject, kind: mention.kind, surface, reason: 'named-in-full', basis };
}

/** Words that begin and go on with letters of the names: an alternation of the names themselves would be ten times slower. */
function wordsLike(names: readonly string[]): RegExp {
  // Letters and digits only: nothing to escape.
  const letters = (of: readonly string[]) => [...new Set(of.join(''))].join('');
  return new RegExp(`[${letters(names.map((name) => name.charAt(0)))}][${letters(names)}]+`, 'g');
}

/** Where a text holds one of the names as a whole word, outside what the scan found there, decided or not. */
function* freeWords(
  { text, matches }: ScannedBlock,
  pattern: RegExp,
  known: ReadonlyMap<string, unknown>,
  { isEvent }: Writing,
): Generator<readonly [number, string]> {
  let next = 0;
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    const name = hit[0];
    const start = hit.index;
    const end = start + name.length;
    if (!known.get(name) || isInWord(text, start - 1) || isInWord(text, end)) continue;
    while ((matches[next]?.end ?? text.length + 1) <= start) next++;
    let taken = false;
    for (let m = next; (matches[m]?.start ?? end) < end; m++) {
      const match = matches[m];
      taken ||= match !== undefined && match.end > start && !isEvent(match);
    }
    if (!taken) yield [start, name];
  }
}

function isInWord(text: string, at: number): boolean {
  const kind = at >= 0 && at < text.length ? classOf(text.charCodeAt(at)) : 0;
  return kind >= LETTER || kind === MARK;
}

/** The abbreviation in brackets after a full name whose letters it takes in order, beginning with its first. */
function acronymAfter(text: string, mention: Mention): string | null {
  if (text.charCodeAt(mention.end) !== BRACKET && text.charCodeAt(mention.end + 1) !== BRACKET) return null;
  if (mention.kind === 'person' || mention.kind === 'event' || mention.reason !== 'full-name' || !/[\s-]/.test(mention.surface))
    return null;
  const acronym = INTRODUCED.exec(text.slice(mention.end, mention.end + REACH))?.[1];
  if (!acronym) return null;
  const letters = mention.surface.toUpperCase();
  if (letters.charAt(0) !== acronym.charAt(0)) return null;
  let at = 0;
  for (const letter of acronym) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return null;
  }
  return acronym;
}

/** Is the abbreviation a mention there? The one in brackets is part of the naming. */
function isAcronym(text: string, start: number, acronym: string): boolean {
  if (text.charAt(start - 1) === '(' && text.charAt(start + acronym.length) === ')') return false;
  return acronym.length > LONGEST_AMBIGUOUS_CAPITALS || createLineReader(text)(start) !== 'capitals';
}

/** The given name of a person named in full, where it is no other word: no place, no month. */
function givenNameOf({ kind, reason, surface }: Mention, { german }: Writing): string | null {
  if (kind !== 'person' || reason !== 'full-name') return null;
  let end = 0;
  while (end < surface.length && classOf(surface.charCodeAt(end)) >= LETTER) end++;
  if (end < SHORTEST_GIVEN || end === surface.length || !isUpper(surface.charCodeAt(0)) || !isLower(surface.charCodeAt(1))) return null;
  const given = surface.slice(0, end);
  if (SENTENCE_WORDS.has(given) || isPlaceAsGivenName(given) || titleOf(given)) return null;
  return german && GERMAN_NOUN.test(given) ? null : given;
}

/** `alone`: no capital, title or hyphen beside it; `somebody-else`: another surname follows; `unclear`: neither. */
function readGivenName(block: ScannedBlock, start: number, name: string, { german }: Writing): 'alone' | 'somebody-else' | 'unclear' {
  const { text, matches } = block;
  const end = start + name.length;
  if (isHyphen(text.charCodeAt(start - 1)) || isHyphen(text.charCodeAt(end))) return 'unclear';
  const next = after(text, end);
  if (next?.capital && !SENTENCE_WORDS.has(next.word)) {
    // A capital may be a German noun's, a headline's verb's, an abbreviation's.
    const surname = !german && !next.hyphen && !next.allCapitals && createLineReader(text, matches)(start) === 'sentence';
    return surname ? 'somebody-else' : 'unclear';
  }
  const previous = before(text, start);
  if (previous && (titleOf(previous.word) || (previous.capital && !startsSentence(text, previous.start)))) return 'unclear';
  return 'alone';
}
