/** Claims, articles and events as the reader has them: fields set over what the pack says, and references that follow merges. Pure. */
import type { Article } from '../model/article';
import type { Claim, ClockValue } from '../model/claim';
import type { AboutChange, ArticleFields, ClaimFields } from '../model/edit';
import type { NewsEvent } from '../model/event';
import type { QualifiedId } from '../model/ids';

type Follow = (id: QualifiedId) => QualifiedId;

const each = (ids: readonly QualifiedId[], follow: Follow): QualifiedId[] => [...new Set(ids.map(follow))];

/** Its references as `follow` has them. */
export function followClaim(claim: Claim, follow: Follow): Claim {
  return {
    ...claim,
    speaker: claim.speaker && follow(claim.speaker),
    outlet: claim.outlet && follow(claim.outlet),
    via: claim.via.map((via) => (via.id === undefined ? via : { ...via, id: follow(via.id) })),
    actors: each(claim.actors, follow),
    events: each(claim.events, follow),
  };
}

export const followArticle = (article: Article, follow: Follow): Article => ({
  ...article,
  outlet: article.outlet && follow(article.outlet),
  actors: each(article.actors, follow),
  events: each(article.events, follow),
});

export const followEvent = (event: NewsEvent, follow: Follow): NewsEvent => ({
  ...event,
  ...(event.place === undefined ? {} : { place: follow(event.place) }),
  participants: each(event.participants, follow),
});

/** A claim with the reader's fields over it. Whoever is named as its speaker instead takes the place of the one before among its actors. */
export function withClaimFields(claim: Claim, fields: ClaimFields): Claim {
  const { instead = {} } = fields;
  const moved = followClaim(claim, (id) => (Object.hasOwn(instead, id) ? (instead[id] ?? id) : id));
  const { quote: _quote, speakerName: _speaker, ...others } = moved;
  const quote = fields.quote ?? moved.quote;
  const speaker = fields.speaker ?? { id: moved.speaker, name: moved.speakerName ?? null };
  const before = moved.speaker;
  return {
    ...others,
    text: fields.text ?? moved.text,
    ...(quote ? { quote } : {}),
    speaker: speaker.id,
    ...(speaker.name === null ? {} : { speakerName: speaker.name }),
    outlet: fields.outlet === undefined ? moved.outlet : fields.outlet,
    actors: about(
      before === speaker.id ? moved.actors : moved.actors.flatMap((id) => (id === before ? (speaker.id ?? []) : id)),
      fields.actors,
    ),
    events: about(moved.events, fields.events),
    clocks: clocksOf(moved.clocks, fields.clocks ?? {}),
  };
}

function about(ids: readonly QualifiedId[], change: AboutChange | undefined): readonly QualifiedId[] {
  if (!change) return ids;
  return [...new Set([...ids.filter((id) => !change.dropped.includes(id)), ...change.added])];
}

function clocksOf(clocks: Claim['clocks'], set: NonNullable<ClaimFields['clocks']>): Claim['clocks'] {
  const all = Object.entries({ ...clocks, ...set });
  return Object.fromEntries(all.filter((entry): entry is [string, ClockValue] => Boolean(entry[1])));
}

/** An article with the reader's fields over it. */
export const withArticleFields = (article: Article, { actors, events, ...fields }: ArticleFields): Article => ({
  ...{ ...article, ...fields },
  ...{ actors: about(article.actors, actors), events: about(article.events, events) },
});
