/**
 * A card: everything that it shows of one actor or event. What an event's card says of who leans on whom is given to it, because it is
 * the only part that needs more than a look-up (lookup.ts).
 */
import type { Opening } from '@/core/coverage/news';
import { type Claim, leadingClock } from '@/core/model/claim';
import { newestFirst } from '@/core/model/edtf';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import { CARD_CLAIMS, type SubjectView } from '@/core/model/view';
import type { FactStore, Reader } from '@/store/store';
import { editedSubject } from './edited';
import { claimViews, namesOf, newestOffices, officeView, packRefs, refOf } from './resolve';
import { newAmong, newsOf, newsSince } from './subject-news';

/** Who of all that carried an event leans on whom. */
export type OriginsOf = (facts: Reader, event: NewsEvent) => Promise<SubjectView['origins']>;

/**
 * The card of an actor, an outlet or an event, by id; null for what it takes more to tell: an event where nothing is given to trace its
 * origins with, and an id that no shown pack has.
 */
export async function cardOf(
  store: Pick<FactStore, 'read'>,
  id: QualifiedId,
  originsOf: OriginsOf | null,
  now: number = Date.now(),
): Promise<SubjectView | null> {
  return store.read((facts) =>
    view(
      facts,
      id,
      originsOf,
      facts.openings.of([id]).then((opened) => newsSince(opened.get(id), now)),
    ),
  );
}

/** As of the moment of `facts`; `opened`: what came after it is new. Null as {@link cardOf}. */
export async function view(
  facts: Reader,
  id: QualifiedId,
  originsOf: OriginsOf | null,
  opened?: Promise<Opening | null>,
): Promise<SubjectView | null> {
  const [found, since = null] = await Promise.all([facts.subjects.get([id]), opened]);
  const subject = found.get(id);
  const event = subject?.kind === 'event' ? subject.record : null;
  if (!subject || (event && !originsOf)) return null;
  const { record } = subject;
  const offices = subject.kind === 'event' ? [] : newestOffices(subject.record.offices);
  const outlet = subject.kind === 'outlet' ? subject.record : null;
  const [{ claims, fresh, news }, totals, names, edited, origins] = await Promise.all([
    newestClaims(facts, id, since),
    facts.claims.tally(id),
    namesOf(facts, [...offices.flatMap(({ of }) => of ?? []), ...(event?.participants ?? []), ...(event?.place ? [event.place] : [])]),
    editedSubject(facts, subject),
    event && originsOf?.(facts, event),
  ]);
  return {
    ...refOf(subject),
    ...(record.description === undefined ? {} : { description: record.description }),
    offices: offices.map((office) => officeView(office, names)),
    ...(outlet && {
      outlet: {
        country: outlet.country ?? '',
        languages: outlet.languages,
        ...(outlet.family === undefined ? {} : { family: outlet.family }),
        agency: outlet.agency,
      },
    }),
    dates: event?.dates ?? [],
    place: names.subject(event?.place),
    participants: names.subjects(event?.participants ?? []),
    claims: (await claimViews(facts, claims)).map((claim) => (fresh.has(claim.id) ? { ...claim, isNew: true } : claim)),
    totals,
    packs: packRefs(facts, [record.id, ...claims.map((claim) => claim.id)]),
    ...(news && { news }),
    ...(edited.length > 0 ? { edited } : {}),
    ...(origins && { origins }),
  };
}

/** The newest that are known, and of what nobody confirmed what is new: a card that says "2 new" shows them. */
async function newestClaims(facts: Reader, id: QualifiedId, since: Opening | null) {
  const known = await facts.claims.latestOf(id, CARD_CLAIMS);
  if (!since) return { claims: known, fresh: new Set<QualifiedId>(), news: null };
  const unconfirmed = await facts.claims.unconfirmedOf(id, CARD_CLAIMS);
  const fresh = await newAmong(facts, [...known, ...unconfirmed], since);
  const claims = [...known, ...unconfirmed.filter((claim) => fresh.has(claim.id))];
  claims.sort((a, b) => newestFirst(claimDate(a), claimDate(b)));
  return { claims: claims.slice(0, CARD_CLAIMS), fresh, news: await newsOf(facts, id, since) };
}

const claimDate = (claim: Claim) => leadingClock(claim)?.value.edtf;
