/** Claims and events as the commands answer them: names beside ids, dates as EDTF strings. The reading itself is core/attribution. */
import type { ReadClaim } from '@/core/attribution/claims';
import type { EventMention } from '@/core/attribution/events';
import type { Span } from '@/core/attribution/model';
import type { Mention } from '@/core/model/mention';

/** The `claims` of an answer; `nameOf` gives the name that a tracked id is shown by. */
export function claimsAnswer(text: string, claims: readonly ReadClaim[], nameOf: (id: string) => string): unknown[] {
  const quoted = ({ start, end }: Span) => ({ start, end, text: text.slice(start, end) });
  const named = (mention: Mention | null) => mention && { id: mention.subject, name: nameOf(mention.subject) };
  return claims.map((claim) => ({
    source: claim.source && { ...quoted(claim.source), actor: named(claim.speaker) },
    cue: quoted(claim.cue),
    content: claim.content,
    outlet: named(claim.outlet),
    via: claim.via.map(({ name, id }) => (id === undefined ? { name } : { id, name: nameOf(id) })),
    said: claim.said?.edtf ?? null,
    reported: claim.reported?.edtf ?? null,
    event: claim.event?.edtf ?? null,
    hedged: claim.hedged,
    kind: claim.kind,
  }));
}

/** The mentions that claims lean on: those tracked, and the outlets, which stay known whatever is tracked. In order, none overlapping. */
export function withOutlets(tracked: readonly Mention[], outlets: readonly Mention[]): readonly Mention[] {
  const free = outlets.filter((o) => o.kind === 'outlet' && !tracked.some((m) => m.start < o.end && o.start < m.end));
  return free.length ? [...tracked, ...free].sort((a, b) => a.start - b.start) : tracked;
}

/** The `events` of an answer: those named by an alias, and those that a sentence describes. */
export function eventsAnswer(named: readonly Mention[], described: readonly EventMention[], nameOf: (id: string) => string): unknown[] {
  const further = described.filter((d) => !named.some((m) => m.subject === d.event && m.start < d.end && d.start < m.end));
  return [...named.map(({ start, end, subject }) => ({ start, end, event: subject })), ...further]
    .sort((a, b) => a.start - b.start)
    .map((e) => ({ ...e, name: nameOf(e.event) }));
}
