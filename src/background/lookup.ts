/** Everything that a card shows of one actor or event. */
import type { Opening } from '@/core/coverage/news';
import { type Claim, leadingClock } from '@/core/model/claim';
import { newestFirst } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import { CARD_CLAIMS, type SubjectView } from '@/core/model/view';
import { fail, ok, type Result } from '@/core/result';
import type { Reader, Store } from '@/store/store';
import { editedSubject } from './edited';
import { originsOf } from './page-coverage';
import { newAmong, newsOf, newsSince } from './page-news';
import { claimViews, namesOf, newestOffices, officeView, packRefs, refOf } from './resolve';

export async function lookUp(store: Store, id: QualifiedId, now: number = Date.now()): Promise<Result<SubjectView>> {
  return store.read((facts) =>
    view(
      facts,
      id,
      facts.openings.of([id]).then((opened) => newsSince(opened.get(id), now)),
    ),
  );
}

/** As of the moment of `facts`; `opened`: what came after it is new. */
export async function view(facts: Reader, id: QualifiedId, opened?: Promise<Opening | null>): Promise<Result<SubjectView>> {
  const [found, since = null] = await Promise.all([facts.subjects.get([id]), opened]);
  const subject = found.get(id);
  if (!subject) return fail('unknown-subject', 'This name is no longer tracked. Reload the page to bring its marks up to date.');
  const { record } = subject;
  const event = subject.kind === 'event' ? subject.record : null;
  const offices = subject.kind === 'event' ? [] : newestOffices(subject.record.offices);
  const outlet = subject.kind === 'outlet' ? subject.record : null;
  const [{ claims, fresh, news }, totals, names, edited, origins] = await Promise.all([
    newestClaims(facts, id, since),
    facts.claims.tally(id),
    namesOf(facts, [...offices.flatMap(({ of }) => of ?? []), ...(event?.participants ?? []), ...(event?.place ? [event.place] : [])]),
    editedSubject(facts, subject),
    event && originsOf(facts, event),
  ]);
  return ok({
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
  });
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
