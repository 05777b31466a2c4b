/**
 * Attributions → claims: who speaks (an actor, or only a name), which outlet carried it, through whom, and when.
 * Joins what linking found (mentions) and what dates found; decides nothing about truth.
 */
import type { ClockValue, Via } from '../model/claim';
import type { Mention } from '../model/mention';
import { finish, type Steps } from '../text/steps';
import { attributionsInSteps } from './attributions';
import { type Chain, readChain } from './chain';
import { contentDate, type PlacedDate, plainDay, reportDate } from './clocks';
import type { Attribution, AttributionKind, Span } from './model';
import { namedSpeaker, pronounSpeaker } from './speaker';
import type { Token } from './tokens';

export interface ClaimContext {
  /** BCP 47; a language without rules yields nothing. */
  readonly lang: string | null;
  /** Mentions of actors and outlets in this text, ordered by place. */
  readonly mentions: readonly Mention[];
  /** Dates in this text, ordered by place. */
  readonly dates: readonly PlacedDate[];
  /** When the article was published: EDTF or ISO 8601. */
  readonly published: string | null;
  /** The agency that the article as a whole was taken from: what the article itself reports came through it. */
  readonly wire?: readonly Via[];
  /** The text cut into tokens, where that is done already. */
  readonly tokens?: readonly Token[];
}

/** A claim as read, all offsets into the text. */
export interface ReadClaim {
  readonly source: Span | null;
  /** As in the attribution. */
  readonly owner?: Span | null;
  /** The actor that speaks, or null: then the source's words are all that is known. */
  readonly speaker: Mention | null;
  readonly cue: Span;
  readonly content: readonly Span[];
  /** The sentence that earned it. */
  readonly sentence: Span;
  /** The outlet that the text names for it; null means the article itself. */
  readonly outlet: Mention | null;
  readonly via: readonly Via[];
  readonly said: ClockValue | null;
  readonly reported: ClockValue | null;
  readonly event: ClockValue | null;
  readonly kind: AttributionKind;
  readonly hedged: boolean;
  /** Nothing to show by itself: see {@link Attribution}. */
  readonly hollow: boolean;
}

/** What is known of an attribution before it is written as a claim. */
interface Known {
  readonly attribution: Attribution;
  readonly chain: Chain;
  readonly claim: ReadClaim;
}

/** The claims of a text, in the order of their cues, read at once. Never throws; linear in the text. */
export function readClaims(text: string, context: ClaimContext): ReadClaim[] {
  return finish(claimsInSteps(text, context));
}

/** The same in small steps: a pause after every sentence and every claim. */
export function* claimsInSteps(text: string, context: ClaimContext): Steps<ReadClaim[]> {
  const { mentions } = context;
  const attributions = yield* attributionsInSteps(text, {
    lang: context.lang,
    names: mentions.map(({ start, end, kind }) => ({ start, end, outlet: kind === 'outlet' })),
    ...(context.tokens && { tokens: context.tokens }),
  });
  const chains: Chain[] = [];
  for (const attribution of attributions) {
    chains.push(readChain(text, attribution, mentions));
    yield;
  }
  const known: (Known | null)[] = [];
  const done: Known[] = [];
  // Those that hold others come first, so that what they carry can lean on them.
  const order = attributions
    .map((_, i) => i)
    .sort((a, b) => Number(attributions[a]?.within !== null) - Number(attributions[b]?.within !== null) || a - b);
  for (const i of order) {
    yield;
    const attribution = attributions[i];
    const chain = chains[i];
    if (!attribution || !chain) continue;
    const holder = attribution.within === null ? null : (known[attribution.within] ?? null);
    // What a person's words attribute in turn is that person's telling; what an outlet or a report tells of is a claim of its own.
    if (attribution.within !== null && !holder?.chain.carrier) continue;
    const before = holder ?? carrierBefore(text, attribution, chain, done);
    const one = { attribution, chain, claim: claimOf(text, attribution, chain, before, done.at(-1) ?? null, context) };
    known[i] = one;
    done.push(one);
  }
  return done.map((one) => one.claim).sort((a, b) => a.cue.start - b.cue.start);
}

/** Clauses that go on about what an outlet carried: ", with Smith claiming", ", where he discussed". */
const GOES_ON = /,["”»]?\s+(?:with|where|in which|at which|during which|after which|when)\s/;

/** The outlet's report in the same sentence that this one hangs on. */
function carrierBefore(text: string, { cue, sentence, source }: Attribution, chain: Chain, done: readonly Known[]): Known | null {
  if (chain.carrier && !sameSource(source, done.at(-1)?.attribution.source)) return null;
  for (let i = done.length - 1; i >= 0; i--) {
    const before = done[i];
    if (!before || before.attribution.sentence.start !== sentence.start) return null;
    if (!before.chain.carrier || before.attribution.cue.start > cue.start) continue;
    if (sameSource(before.attribution.source, source)) return before;
    return GOES_ON.test(text.slice(before.attribution.cue.end, cue.start)) ? before : null;
  }
  return null;
}

const sameSource = (a: Span | null | undefined, b: Span | null | undefined): boolean => !!a && !!b && a.start === b.start;

function claimOf(
  text: string,
  attribution: Attribution,
  chain: Chain,
  carrier: Known | null,
  previous: Known | null,
  context: ClaimContext,
): ReadClaim {
  const { source, cue, content, sentence, kind, hedged, hollow = false } = attribution;
  const { mentions, dates, published } = context;
  const { owner } = attribution;
  const named = owner === undefined ? source : owner;
  const speaker =
    named && (namedSpeaker(text, named, mentions) ?? pronounSpeaker(named, sentence, text, mentions, content, previous?.claim ?? null));
  const own = reportDate(text, attribution, dates);
  const outlet = chain.outlet ?? carrier?.claim.outlet ?? null;
  const via = chain.via.length > 0 ? chain.via : (carrier?.claim.via ?? (outlet === null ? (context.wire ?? []) : []));
  // An outlet, or a report, is carried; a person speaks.
  const carries = chain.carrier;
  const handedOn = carrier !== null && !carries;
  const reported = carries ? (own ?? carrier?.claim.reported ?? null) : (carrier?.claim.reported ?? null);
  const said = carries
    ? null
    : (own ?? (handedOn ? null : (spokenBefore(attribution, speaker, previous, text) ?? plainDay(text, attribution, published))));
  const event = contentDate(content, dates) ?? (handedOn ? (carrier?.claim.event ?? null) : null);
  const whose = owner === undefined ? {} : { owner };
  return { source, ...whose, speaker, cue, content, sentence, outlet, via, said, reported, event, kind, hedged, hollow };
}

/** "X said on Friday … He added …": the same speaker in the next sentence speaks on the same day. */
function spokenBefore({ source, sentence }: Attribution, speaker: Mention | null, previous: Known | null, text: string): ClockValue | null {
  if (!previous || !source || !previous.claim.said || !previous.attribution.source) return null;
  const before = previous.attribution.source;
  const words = text.slice(source.start, source.end);
  const goesOn =
    /^(?:he|she|they|it|il|elle|ils|elles|él|ella|ellos|ellas|er|sie|він|вона|вони|он|она|они)$/i.test(words) ||
    (speaker !== null && speaker.subject === previous.claim.speaker?.subject) ||
    lastWord(words) === lastWord(text.slice(before.start, before.end));
  const between = text.slice(previous.attribution.sentence.end, sentence.start);
  return goesOn && between.trim() === '' ? previous.claim.said : null;
}

const lastWord = (words: string): string => words.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '';
