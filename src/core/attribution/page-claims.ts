/** A story as read → the claims of its page, as they cross to the background: names, clocks and evidence in the page's words. Pure. */
import type { QualifiedId } from '../model/ids';
import type { Mention } from '../model/mention';
import { CONTEXT, LONGEST_CLAIM, MOST_CLAIMS, type PageClaim } from '../model/page-claim';
import { finish, type Steps } from '../text/steps';
import type { ReadClaim } from './claims';
import type { Span } from './model';
import { mentionsIn } from './speaker';
import type { Story } from './story';

/** A text that was read, with its paragraphs and where each begins in it. */
export interface StoryText {
  readonly text: string;
  readonly blocks: readonly string[];
  readonly starts: readonly number[];
}

export interface TextStory {
  readonly main: StoryText;
  /** At their places in `main.text`, in order. */
  readonly mentions: readonly Mention[];
  readonly story: Story;
}

/** A claim with the stretch of the main text that earned it. */
export interface PlacedClaim {
  readonly claim: PageClaim;
  readonly span: Span;
}

/**
 * Statements with a known source only, in the order of the text. What is believed, asked or declined is no claim to keep, nor
 * is what "he" said where it is not clear who he is.
 */
export const claimsOf = (page: TextStory): PlacedClaim[] => finish(pageClaimsInSteps(page));

/** The same in small steps: a pause after each claim. Linear in the story. */
export function* pageClaimsInSteps(page: TextStory): Steps<PlacedClaim[]> {
  const stated = page.story.claims.filter((read) => read.kind === 'statement' && !read.hollow && hasSource(read, page.main.text));
  const bySentence = new Map<number, ReadClaim[]>();
  for (const read of stated) {
    const others = bySentence.get(read.sentence.start);
    if (others) others.push(read);
    else bySentence.set(read.sentence.start, [read]);
  }
  yield;
  const claims: PlacedClaim[] = [];
  for (const read of stated) {
    if (claims.length === MOST_CLAIMS) break;
    if (bySentence.get(read.sentence.start)?.some((other) => other !== read && saysMore(other, read))) continue;
    claims.push(placed(read, page));
    yield;
  }
  return claims;
}

/**
 * “The Daily reported that Ace said …” is read as two, and one sentence is one claim to a reader: the inner one, which has the
 * outlet from the outer, where a tracked actor speaks in it; else the outer.
 */
function saysMore(other: ReadClaim, read: ReadClaim): boolean {
  const holds = (a: ReadClaim, b: ReadClaim) => a.content.some(({ start, end }) => start <= b.cue.start && b.cue.end <= end);
  return speaks(other) ? holds(read, other) : !speaks(read) && holds(other, read);
}

const PRONOUN =
  /^(?:he|she|they|it|we|i|you|who|er|sie|es|wir|ich|man|dieser?|letzterer?|il|elle|ils|elles|on|nous|je|él|ella|ellos|ellas|він|вона|вони|воно|он|она|они|оно)$/i;

const nameOf = ({ owner, source }: ReadClaim): Span | null => (owner === undefined ? source : owner);

function hasSource(read: ReadClaim, text: string): boolean {
  if (read.speaker || read.outlet || read.via.length > 0) return true;
  const source = nameOf(read);
  return source !== null && !PRONOUN.test(text.slice(source.start, source.end).trim());
}

/** "Kovac, who says": the pronoun belongs to the clause. */
const RELATIVE = /,? (?:who|which|that)$/;

const speaks = ({ speaker }: ReadClaim): boolean => speaker !== null && speaker.kind !== 'outlet';

function placed(read: ReadClaim, page: TextStory): PlacedClaim {
  const { main } = page;
  const span = spanOf(read, main);
  const text = main.text.slice(span.start, span.end);
  const block = blockAt(main, span.start);
  const named = mentionsIn(page.mentions, span);
  const told = page.story.events.filter(({ start, end }) => start < span.end && span.start < end).map(({ event }) => event);
  const speaker = read.speaker?.subject ?? null;
  const name = nameOf(read);
  const once = (ids: readonly QualifiedId[]) => [...new Set(ids)];
  const { said, reported, event } = read;
  return {
    span,
    claim: {
      text,
      speaker,
      speakerName: name && main.text.slice(name.start, name.end).replace(RELATIVE, ''),
      outlet: read.outlet?.subject ?? null,
      via: read.via,
      clocks: { ...(said && { said }), ...(reported && { reported }), ...(event && { event }) },
      actors: once(named.filter(({ kind, subject }) => kind !== 'event' && subject !== speaker).map(({ subject }) => subject)),
      events: once([...named.filter(({ kind }) => kind === 'event').map(({ subject }) => subject), ...told]),
      hedged: read.hedged,
      evidence: {
        exact: text,
        prefix: main.text.slice(Math.max(block.start, span.start - CONTEXT), span.start),
        suffix: main.text.slice(span.end, Math.min(block.end, span.end + CONTEXT)),
      },
    },
  };
}

/** The block around an offset. */
function blockAt({ blocks, starts }: StoryText, offset: number): Span {
  const at = starts.findLastIndex((start) => start <= offset);
  const start = starts[at] ?? 0;
  return { start, end: start + (blocks[at]?.length ?? 0) };
}

/**
 * The sentence of the cue with all of its content, within the paragraph of the sentence: a selector of text does not reach over
 * paragraphs. Too long a stretch ends at a word.
 */
function spanOf({ sentence, content }: ReadClaim, main: StoryText): Span {
  const block = blockAt(main, sentence.start);
  const start = Math.max(block.start, Math.min(sentence.start, ...content.map((c) => c.start)));
  const end = Math.min(block.end, Math.max(sentence.end, ...content.map((c) => c.end)));
  const text = main.text.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  const to = end - (text.length - text.trimEnd().length);
  if (to - from <= LONGEST_CLAIM) return { start: from, end: to };
  return { start: from, end: from + (main.text.slice(from, from + LONGEST_CLAIM).search(/\s\S*$/) || LONGEST_CLAIM) };
}
