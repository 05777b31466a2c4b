/**
 * One article's text read whole: its dates, who claims what and when, and the tracked events that it tells of. Joins the
 * readers of this room and of dates in the order in which they lean on each other. Who is named is found before (linking).
 */
import { type DateMention, datesInSteps } from '../dates/find';
import type { Via } from '../model/claim';
import type { NewsEvent } from '../model/event';
import type { Mention } from '../model/mention';
import { finish, type Steps } from '../text/steps';
import { hasRules } from './attributions';
import { claimsInSteps, type ReadClaim } from './claims';
import { type EventMention, eventsInSteps } from './events';
import { tokeniseInSteps } from './tokens';

export interface StoryContext {
  /** BCP 47; a language without rules yields nothing. */
  readonly lang: string | null;
  /** When the article was published: EDTF or ISO 8601; null where the page does not say. */
  readonly published: string | null;
  /** Mentions of tracked actors in this text, ordered by place. */
  readonly mentions: readonly Mention[];
  /** Mentions that claims lean on, ordered by place: those of `mentions`, and outlets that are known though not tracked. */
  readonly speaking: readonly Mention[];
  /** Tracked events that a sentence could describe. */
  readonly events: readonly NewsEvent[];
  /** The agency that the article as a whole was taken from, where it says so. */
  readonly wire?: readonly Via[];
}

/** All offsets are UTF-16 units into the text that was read. */
export interface Story {
  readonly dates: readonly DateMention[];
  readonly claims: readonly ReadClaim[];
  readonly events: readonly EventMention[];
}

/** Reads a text at once. Never throws; linear in its length. */
export const readStory = (text: string, context: StoryContext): Story => finish(storyInSteps(text, context));

/**
 * The same in small steps, so that a page goes on living meanwhile: call `next()` as long as there is time and go on
 * later; the last `next()` hands over the story. A step is a few hundred words at most, well under a millisecond.
 */
export function* storyInSteps(text: string, context: StoryContext): Steps<Story> {
  const { lang, published, mentions, speaking, events, wire = [] } = context;
  const dates = yield* datesInSteps(text, { lang, published });
  const tokens = hasRules(lang) ? yield* tokeniseInSteps(text) : [];
  const claims = yield* claimsInSteps(text, { lang, published, mentions: speaking, dates, wire, tokens });
  return { dates, claims, events: yield* eventsInSteps(text, { lang, published, mentions, events, dates, tokens }) };
}
