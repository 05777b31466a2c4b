/** What a page says → statements and an account to be set beside those of others. Nothing here is taken for more than the page's own word. */
import type { Account, OriginOutlet } from '@/core/coverage/origins';
import type { Statement } from '@/core/coverage/statement';
import { leadingClock } from '@/core/model/claim';
import type { Edtf } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import type { PageSaid } from '@/core/model/page-claim';
import type { Subject } from '@/store/store';

/** The page in hand: what it says, its own outlet where that is known, and its date. */
export interface Here {
  readonly said: PageSaid;
  readonly outlet: QualifiedId | null;
  readonly published: Edtf | null;
}

/** How names are told in accounts. */
export interface Naming {
  readonly known: ReadonlyMap<QualifiedId, Subject>;
  outlet(id: QualifiedId | null): OriginOutlet | null;
}

/** Every subject that the page's statements name as a source: to be looked up before. */
export const sourcesOf = ({ said, outlet }: Here): QualifiedId[] => [
  ...(outlet ? [outlet] : []),
  ...said.claims.flatMap(({ claim }) => [claim.speaker ?? [], claim.outlet ?? [], claim.via.flatMap(({ id }) => id ?? [])].flat()),
];

/** What the page states itself, and what it attributes that tells of the event. */
export function statementsHere({ said, outlet, published }: Here, event: QualifiedId, naming: Naming): Statement[] {
  const own = naming.outlet(outlet);
  const figures = said.figures.map(
    ({ id, text, subjects, events }): Statement => ({
      ...{ id, text, subjects, events, speaker: null, outlet: own?.name ?? null, voice: own?.voice ?? null },
      dated: published,
      happened: null,
      onPage: true,
    }),
  );
  const claims = said.claims.flatMap(({ id, claim }): Statement[] => {
    if (!claim.events.includes(event)) return [];
    const speaker = claim.speaker === null ? undefined : naming.known.get(claim.speaker);
    const name = speaker?.record.name ?? claim.speakerName;
    const carrier = claim.outlet === null ? own : naming.outlet(claim.outlet);
    // An outlet that reports is not quoted: it carries.
    const speaks = name !== null && (claim.speaker === null || claim.speaker !== claim.outlet);
    return [
      {
        id,
        text: claim.text,
        speaker: speaks ? { id: claim.speaker, name, ...(speaker ? { kind: speaker.kind } : {}) } : null,
        outlet: carrier?.name ?? null,
        voice: carrier?.voice ?? null,
        subjects: claim.actors,
        events: claim.events,
        dated: leadingClock(claim)?.value.edtf ?? published,
        // What a sentence dates need not be the event that it names: only records are trusted with that.
        happened: null,
        onPage: true,
      },
    ];
  });
  return [...figures, ...claims];
}

/** The page as one account of the event; null where it tells nothing of it and credits nobody. */
export function accountHere({ said, outlet, published }: Here, event: QualifiedId, naming: Naming): Account | null {
  const told = said.claims.filter(({ claim }) => claim.events.includes(event));
  if (told.length === 0 && said.credits.length === 0) return null;
  const names = told.flatMap(({ claim }) => [
    ...claim.via.map(({ id, name }) => (id && naming.known.get(id)?.record.name) || name),
    ...(claim.outlet === null || claim.outlet === outlet ? [] : [naming.outlet(claim.outlet)?.name ?? claim.outlet]),
  ]);
  return {
    id: 'page',
    outlet: naming.outlet(outlet),
    text: told.map(({ claim }) => claim.text).join(' '),
    via: [...new Set(names)],
    credits: said.credits,
    source: null,
    carried: published,
  };
}
