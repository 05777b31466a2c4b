/**
 * Abbreviations that an article itself introduces: with "World Health Organization (WHO)" in it, a bare WHO elsewhere
 * in the article is the organisation. The one in brackets is part of the naming, not another mention. Knows mentions and texts; whose name it is was decided before.
 */
import type { Mention } from '../model/mention';
import { createLineReader } from './context';

/** In brackets directly after a name: capitals and digits that begin with a capital. */
const INTRODUCED = /^\s?\(([\p{Lu}][\p{Lu}\p{Nd}]{1,6})\)/u;
/** Longest bracket that can match, in UTF-16 units. */
const REACH = 12;
/** In a line of capitals an abbreviation this short is an ordinary word. */
const LONGEST_AMBIGUOUS_CAPITALS = 3;
const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Adds mentions of the abbreviations that the blocks introduce to the lists, which stay sorted by start. A text is only searched
 * where the article introduces one; what already is part of a mention stays as it is. Yields after each text.
 */
export function* addAcronyms(texts: readonly string[], mentions: Mention[][]): Generator<undefined, void> {
  const known = new Map<string, Introduced | null>();
  for (const [block, list] of mentions.entries()) {
    for (const mention of list) {
      const acronym = introducedAfter(texts[block] ?? '', mention);
      if (!acronym) continue;
      const before = known.get(acronym);
      // Two bearers of one abbreviation: nobody's.
      known.set(acronym, before === undefined || before?.mention.subject === mention.subject ? (before ?? { mention, block }) : null);
    }
  }
  if (known.size === 0) return;
  for (const [i, list] of mentions.entries()) {
    const text = texts[i] ?? '';
    const added = [...known].flatMap(([acronym, bearer]) => (bearer ? occurrences(text, acronym, bearer) : []));
    const free = added.filter((a) => list.every((m) => m.kind === 'event' || m.end <= a.start || a.end <= m.start));
    if (free.length) mentions[i] = [...list, ...free].sort((a, b) => a.start - b.start || a.end - b.end);
    yield;
  }
}

/** The naming that introduces an abbreviation. */
interface Introduced {
  readonly mention: Mention;
  readonly block: number;
}

/** The abbreviation in brackets after a full name whose letters it takes in order, beginning with its first. */
function introducedAfter(text: string, mention: Mention): string | null {
  if (mention.kind === 'person' || mention.kind === 'event' || mention.reason !== 'full-name' || !/[\s-]/.test(mention.surface))
    return null;
  if (text.charAt(mention.end) !== '(' && text.charAt(mention.end + 1) !== '(') return null;
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

function occurrences(text: string, acronym: string, { mention, block }: Introduced): Mention[] {
  const found: Mention[] = [];
  const lineCase = createLineReader(text);
  for (let start = text.indexOf(acronym); start >= 0; start = text.indexOf(acronym, start + acronym.length)) {
    const end = start + acronym.length;
    if (IN_WORD.test(text.charAt(start - 1)) || IN_WORD.test(text.charAt(end))) continue;
    if (text.charAt(start - 1) === '(' && text.charAt(end) === ')') continue;
    if (acronym.length <= LONGEST_AMBIGUOUS_CAPITALS && lineCase(start) === 'capitals') continue;
    const basis = { block, start: mention.start, end: mention.end, surface: mention.surface };
    found.push({ start, end, subject: mention.subject, kind: mention.kind, surface: acronym, reason: 'named-in-full', basis });
  }
  return found;
}
