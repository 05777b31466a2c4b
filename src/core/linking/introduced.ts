/**
 * Short names that an article itself introduces: with "World Health Organization (WHO)" in it, a bare WHO elsewhere in the
 * article is the organisation; with "Rachel Berry" in it and no other Rachel, so is a bare Rachel the person. Knows mentions
 * and texts; whose name the long one is was decided before.
 */
import type { Match } from '../gazetteer/types';
import type { Mention, Undecided } from '../model/mention';
import { classOf, isLower, isUpper } from '../text/characters';
import { LETTER, MARK } from '../text/classes';

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

/** Mentions looked at between two yields. */
const MENTIONS_A_STEP = 128;

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

/** What was decided before, by block. */
interface Found {
  readonly mentions: Mention[][];
  readonly undecided: Undecided[][];
}

/**
 * Adds mentions of the short names that the blocks introduce to the lists, which stay sorted by start. The texts are searched
 * once, and only where the article introduces a name (`before` remembers them); only what is written just so gives way to them. Yields after each text.
 */
export function* addIntroduced(
  blocks: readonly ScannedBlock[],
  { mentions, undecided }: Found,
  writing: Writing,
  before: WordsKnown,
): Generator<undefined, void> {
  /** By short name; null where two subjects are named so, or somebody else is: nobody's. */
  const known = new Map<string, Introduction | null>();
  let seen = 0;
  /** By full name: most are written alike many times. */
  const givenNames = new Map<string, string | null>();
  for (let block = 0; block < blocks.length; block++) {
    for (const mention of mentions[block] ?? []) {
      if (++seen % MENTIONS_A_STEP === 0) yield;
      const acronym = acronymAfter(blocks[block]?.text ?? '', mention);
      let name = acronym;
      if (!name && mention.kind === 'person' && mention.reason === 'full-name') {
        name = givenNames.get(mention.surface) ?? null;
        if (name === null && !givenNames.has(mention.surface)) {
          name = givenNameOf(mention.surface, writing);
          givenNames.set(mention.surface, name);
        }
      }
      if (!name) continue;
      const other = known.get(name);
      if (other === undefined) known.set(name, { mention, block, given: acronym === null });
      else if (other && other.mention.subject !== mention.subject) known.set(name, null);
    }
  }
  yield;
  if (known.size === 0) return;
  const names = [...known.keys()].join(' ');
  const pattern = wordsLike([...known.keys()]);
  const isName = (word: string) => known.has(word);
  const found: Hit[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    const words = wordsIn(block, names, pattern, isName, before);
    for (const { start, name } of words.length ? freeWords(block, words, known, writing) : []) {
      const introduction = known.get(name);
      if (!introduction) continue;
      if (!introduction.given) {
        const naming = isBracketed(block.text, start, name);
        if (naming || isAcronym(block.text, start, name)) found.push({ block: i, start, name, naming });
        continue;
      }
      const stands = readGivenName(block, start, name, writing);
      if (stands === 'somebody-else') known.set(name, null);
      else if (stands === 'alone') found.push({ block: i, start, name, naming: false });
    }
    yield;
  }
  const changed = new Map<number, { readonly ends: Map<number, number>; readonly list: Mention[] }>();
  for (const { block, start, name, naming } of found) {
    const introduction = known.get(name);
    // "Will", "Mark". Asked last, because it searches the article for each name.
    if (!introduction || (introduction.given && writing.isSmall(name))) continue;
    const change = changed.get(block) ?? { ends: new Map<number, number>(), list: [] };
    changed.set(block, change);
    change.ends.set(start, start + name.length);
    if (!naming) change.list.push(shortened(start, name, introduction));
  }
  for (const [block, { ends, list }] of changed) {
    const stays = ({ start, end }: Undecided | Mention) => ends.get(start) !== end;
    const kept = (mentions[block] ?? []).filter((mention) => mention.kind === 'event' || stays(mention));
    mentions[block] = [...kept, ...list].sort((a, b) => a.start - b.start || a.end - b.end);
    undecided[block] = (undecided[block] ?? []).filter(stays);
  }
}

/** Where a short name stands; `naming`: it is part of the long one's naming and no mention of its own. */
interface Hit extends Word {
  readonly block: number;
  readonly naming: boolean;
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

/** Where each block holds which words of a list: asked again with the same list, a block that stayed as it was is not searched. */
export type WordsKnown = WeakMap<readonly Match[], { readonly text: string; readonly names: string; readonly words: readonly Word[] }>;

interface Word {
  readonly start: number;
  readonly name: string;
}

/** Where a text holds one of the names as a whole word. `names` tells the list by a string. */
function wordsIn(
  { text, matches }: ScannedBlock,
  names: string,
  pattern: RegExp,
  isName: (word: string) => boolean,
  before: WordsKnown,
): readonly Word[] {
  const known = before.get(matches);
  if (known?.text === text && known.names === names) return known.words;
  const words: Word[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    const name = hit[0];
    const start = hit.index;
    if (isName(name) && !isInWord(text, start - 1) && !isInWord(text, start + name.length)) words.push({ start, name });
  }
  before.set(matches, { text, names, words });
  return words;
}

/** Those of the words outside longer names and, for given names, outside any that the scan found. */
function* freeWords(
  { text, matches }: ScannedBlock,
  words: readonly Word[],
  known: ReadonlyMap<string, Introduction | null>,
  { isEvent }: Writing,
): Generator<Word> {
  let next = 0;
  for (const word of words) {
    const { start, name } = word;
    const end = start + name.length;
    const introduction = known.get(name);
    if (!introduction) continue;
    while ((matches[next]?.end ?? text.length + 1) <= start) next++;
    let taken = false;
    for (let m = next; (matches[m]?.start ?? end) < end; m++) {
      const match = matches[m];
      if (!match || match.end <= start || isEvent(match)) continue;
      // What the article itself calls so is meant before anybody whom others call so.
      taken ||= introduction.given || match.start !== start || match.end !== end;
    }
    if (!taken) yield word;
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

/** In brackets, as where it is introduced. */
function isBracketed(text: string, start: number, acronym: string): boolean {
  return text.charAt(start - 1) === '(' && text.charAt(start + acronym.length) === ')';
}

/** In a line of capitals a short one is as likely a word. */
function isAcronym(text: string, start: number, acronym: string): boolean {
  return acronym.length > LONGEST_AMBIGUOUS_CAPITALS || createLineReader(text)(start) !== 'capitals';
}

/** The given name in a person's full one, where it is no other word: no place, no month. */
function givenNameOf(surface: string, { german }: Writing): string | null {
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
  if (previous && titleOf(previous.word)) return 'unclear';
  // "… the Harbour Board. Jorinda left": a full stop parts them.
  const parted = previous === null || previous.word.endsWith('.') || startsSentence(text, previous.start);
  if (previous?.capital && !parted) return 'unclear';
  return 'alone';
}
