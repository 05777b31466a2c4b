/**
 * Tracked events that a text names without using their name: a word of the kind (summit, talks, call) with the event's
 * place, participants or date in the same sentence, and nothing near it that contradicts. Abstains on a tie.
 */
import { type EdtfRange, parseEdtf } from '../model/edtf';
import type { DateAccount, NewsEvent } from '../model/event';
import type { QualifiedId } from '../model/ids';
import type { Mention } from '../model/mention';
import { finish, type Steps } from '../text/steps';
import { datesIn, type PlacedDate } from './clocks';
import { kindWords } from './event-words';
import type { Span } from './model';
import { findSentences } from './sentences';
import { mentionsIn } from './speaker';
import { type Token, tokeniseInSteps } from './tokens';

export interface EventContext {
  /** BCP 47; a language without words for kinds yields nothing. */
  readonly lang: string | null;
  readonly events: readonly NewsEvent[];
  /** Mentions of actors in this text, ordered by place. */
  readonly mentions: readonly Mention[];
  /** Dates in this text, ordered by place. */
  readonly dates: readonly PlacedDate[];
  /** EDTF or ISO 8601. */
  readonly published: string | null;
  /** The text cut into tokens, where that is done already. */
  readonly tokens?: readonly Token[];
}

export interface EventMention extends Span {
  readonly event: QualifiedId;
}

/** A day or month that fits is worth two actors; a year fits too much to count. */
const DATE_WEIGHT = 2;
const ACTOR_WEIGHT = 1;
/** Two independent pieces: a date, or the place and a participant, or both sides of a meeting. */
const ENOUGH = 2;
/** A date further from the word than this (a long clause) may date something else; one piece must stand right beside the word. */
const NEAR = 80;
/** Without a date in the sentence, an article this many days away tells of another meeting of the same people. */
const MAX_DAYS_APART = 60;

/** Events by the actors that they involve, so that a sentence asks only about those it could name. */
interface EventIndex {
  involving(actor: QualifiedId): readonly NewsEvent[];
}

function indexEvents(events: readonly NewsEvent[]): EventIndex {
  const byActor = new Map<QualifiedId, NewsEvent[]>();
  for (const event of events) {
    for (const actor of new Set([...event.participants, ...(event.place === undefined ? [] : [event.place])])) {
      byActor.set(actor, [...(byActor.get(actor) ?? []), event]);
    }
  }
  return { involving: (actor) => byActor.get(actor) ?? [] };
}

/** The events recognised, in reading order, at most one for a word; read at once. */
export function recogniseEvents(text: string, context: EventContext): EventMention[] {
  return finish(eventsInSteps(text, context));
}

/** The same in small steps: a pause after every sentence. */
export function* eventsInSteps(text: string, context: EventContext): Steps<EventMention[]> {
  const words = kindWords(context.lang);
  if (!words || context.events.length === 0) return [];
  const index = indexEvents(context.events);
  const tokens = context.tokens ?? (yield* tokeniseInSteps(text));
  const found: EventMention[] = [];
  for (const { from, to } of findSentences(tokens)) {
    yield;
    const sentence = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
    const mentions = mentionsIn(context.mentions, sentence);
    if (mentions.length === 0) continue;
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (!token?.word) continue;
      const kinds = words.kindsOf(token.lower);
      if (kinds.length === 0) continue;
      const candidates = new Set(mentions.flatMap((m) => index.involving(m.subject)).filter((e) => kinds.includes(e.kind)));
      const best = choose(text, token, sentence, [...candidates], mentions, context);
      if (best) found.push(best);
    }
  }
  return found;
}

interface Weighed {
  readonly event: NewsEvent;
  readonly weight: number;
  readonly evidence: readonly Span[];
}

function choose(
  text: string,
  word: Span,
  sentence: Span,
  candidates: readonly NewsEvent[],
  mentions: readonly Mention[],
  context: EventContext,
): EventMention | null {
  const dates = datesIn(context.dates, sentence);
  const weighed = candidates
    .map((event) => weigh(text, word, event, mentions, dates, context.published))
    .filter((w) => w !== null)
    .sort((a, b) => b.weight - a.weight);
  const [best, second] = weighed;
  if (!best || best.weight === second?.weight) return null;
  return { event: best.event.id, ...grown(text, word, best.evidence) };
}

function weigh(
  text: string,
  word: Span,
  event: NewsEvent,
  mentions: readonly Mention[],
  dates: readonly PlacedDate[],
  published: string | null,
): Weighed | null {
  const accounts = event.dates.map(rangeOf).filter((r) => r !== null);
  const evidence: Span[] = [];
  let weight = 0;
  const nearest = dates.filter((d) => distance(d, word) <= NEAR).sort((a, b) => distance(a, word) - distance(b, word))[0];
  if (nearest) {
    const range = parseEdtf(nearest.edtf);
    if (range && !accounts.some((account) => overlap(account, range))) return null;
    if (range && (range.precision === 'day' || range.precision === 'month' || range.precision === 'interval')) {
      weight += DATE_WEIGHT;
      evidence.push(nearest);
    }
  } else if (!timely(accounts, published)) return null;
  const place = mentions.find((m) => m.kind === 'place' && adjoins(text, m, word));
  if (place && event.place !== undefined && place.subject !== event.place && !event.participants.includes(place.subject)) return null;
  const seen = new Set<QualifiedId>();
  for (const mention of mentions) {
    if (seen.has(mention.subject) || (mention.subject !== event.place && !event.participants.includes(mention.subject))) continue;
    seen.add(mention.subject);
    weight += ACTOR_WEIGHT;
    evidence.push(mention);
  }
  if (weight < ENOUGH || !evidence.some((e) => adjoins(text, e, word))) return null;
  // People meet often: without a date, everyone of the event must be there.
  const dated = nearest !== undefined && evidence.includes(nearest);
  return dated || event.participants.every((p) => seen.has(p)) ? { event, weight, evidence } : null;
}

/** Thirds of a month, for "late December 2025". */
const THIRDS = { early: ['01', '10'], mid: ['11', '20'], late: ['21', '31'] } as const;

function rangeOf({ edtf, qualifier }: DateAccount): EdtfRange | null {
  const range = parseEdtf(edtf);
  if (!range || !qualifier || range.precision !== 'month') return range;
  const [first, last] = THIRDS[qualifier];
  return { ...range, first: `${range.first.slice(0, 8)}${first}`, last: last === '31' ? range.last : `${range.first.slice(0, 8)}${last}` };
}

const distance = (a: Span, b: Span): number => Math.max(a.start - b.end, b.start - a.end, 0);

const overlap = (a: EdtfRange, b: EdtfRange): boolean =>
  (a.first || '0000') <= (b.last || '9999') && (b.first || '0000') <= (a.last || '9999');

/** Was the article written about the time of the event, as far as is known? */
function timely(accounts: readonly EdtfRange[], published: string | null): boolean {
  const day = Date.parse(/^\d{4}-\d\d-\d\d/.exec(published ?? '')?.[0] ?? '');
  if (Number.isNaN(day) || accounts.length === 0) return true;
  const apart = (a: string) => Math.abs(day - Date.parse(a)) / 86_400_000;
  return accounts.some(({ first, last }) => first === '' || last === '' || apart(first) <= MAX_DAYS_APART || apart(last) <= MAX_DAYS_APART);
}

/** Between the word and what belongs to it: "Paris summit", "summit in Paris", "call with Rutte", "talks on 4 May". */
const BEFORE_WORD = /^[\s,]*(?:['’]s?)?\s*(?:[\p{L}-]+\s+){0,2}$/u;
const AFTER_WORD = /^\s*(?:(?:in|on|of|with|at|between|by|from|mit|am|vom|avec|à|du|con|en|del|з|у|в|с)\s+(?:[\p{L}.-]+\s+){0,2})?$/u;

function adjoins(text: string, part: Span, word: Span): boolean {
  if (part.end <= word.start) return word.start - part.end < NEAR && BEFORE_WORD.test(text.slice(part.end, word.start));
  return part.start >= word.end && part.start - word.end < NEAR && AFTER_WORD.test(text.slice(word.end, part.start));
}

/** The word with the evidence that stands right beside it. */
function grown(text: string, word: Span, evidence: readonly Span[]): Span {
  let { start, end } = word;
  for (const part of [...evidence].sort((a, b) => distance(a, word) - distance(b, word))) {
    if (!adjoins(text, part, { start, end })) continue;
    start = Math.min(start, part.start);
    end = Math.max(end, part.end);
  }
  return { start, end };
}
