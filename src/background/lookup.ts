/** Everything that a card shows of one actor or event. */
import type { QualifiedId } from '@/core/model/ids';
import { CARD_CLAIMS, type SubjectView } from '@/core/model/view';
import { fail, ok, type Result } from '@/core/result';
import type { Reader, Store } from '@/store/store';
import { editedSubject } from './edited';
import { originsOf } from './page-coverage';
import { claimViews, namesOf, newestOffices, officeView, packRefs, refOf } from './resolve';

export function lookUp(store: Store, id: QualifiedId): Promise<Result<SubjectView>> {
  return store.read((facts) => view(facts, id));
}

/** As of the moment of `facts`. */
export async function view(facts: Reader, id: QualifiedId): Promise<Result<SubjectView>> {
  const subject = (await facts.subjects.get([id])).get(id);
  if (!subject) return fail('unknown-subject', 'This name is no longer tracked. Reload the page to bring its marks up to date.');
  const { record } = subject;
  const event = subject.kind === 'event' ? subject.record : null;
  const offices = subject.kind === 'event' ? [] : newestOffices(subject.record.offices);
  const outlet = subject.kind === 'outlet' ? subject.record : null;
  const [claims, totals, names, edited, origins] = await Promise.all([
    facts.claims.latestOf(id, CARD_CLAIMS),
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
    claims: await claimViews(facts, claims),
    totals,
    packs: packRefs(facts, [record.id, ...claims.map((claim) => claim.id)]),
    ...(edited.length > 0 ? { edited } : {}),
    ...(origins && { origins }),
  });
}
