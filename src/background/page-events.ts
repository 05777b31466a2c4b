/**
 * Which events a page is about: those that it names, and those of which it names enough to leave little doubt. An event
 * that the page has nothing to do with makes every account under it wrong, so what is doubtful is left out.
 */
import { type EdtfRange, parseEdtf } from '@/core/model/edtf';
import type { NewsEvent } from '@/core/model/event';
import { packOf, type QualifiedId } from '@/core/model/ids';
import type { Reader, Subject } from '@/store/store';

/** One participant takes part in too much: whoever names Rutte does not mean each of his meetings. */
const ENOUGH_PARTICIPANTS = 2;

/**
 * `found`: the subjects that the page names. `published`: the page's own date as EDTF or ISO 8601, where it has one: what
 * happened more than a year from it, and is not named, is another story with the same people.
 */
export async function eventsOf(facts: Reader, found: ReadonlyMap<QualifiedId, Subject>, published?: string): Promise<NewsEvent[]> {
  const events = new Map<QualifiedId, NewsEvent>();
  for (const subject of found.values()) if (subject.kind === 'event') events.set(subject.record.id, subject.record);
  const day = published === undefined ? null : (parseEdtf(published) ?? parseEdtf(published.slice(0, 'YYYY-MM-DD'.length)));
  for (const event of await facts.events.withParticipants([...found.keys()])) {
    if (isAbout(event, found) && (!day || isWithinYear(event, day))) events.set(event.id, event);
  }
  return [...events.values()];
}

/**
 * Does the page name two of the event's persons and organisations? Places do not count: they are where things happen.
 * Where an organisation is all that the event has, one is enough if the event's own pack brought it in: the subject of a
 * dossier, which no general pack knows (the Coalition of the Willing, and its summits).
 */
function isAbout(event: NewsEvent, found: ReadonlyMap<QualifiedId, Subject>): boolean {
  const kinds = event.participants.map((id) => found.get(id)?.kind);
  if (kinds.filter((kind) => kind === 'person' || kind === 'organisation').length >= ENOUGH_PARTICIPANTS) return true;
  const [only, ...others] = event.participants;
  return only !== undefined && others.length === 0 && kinds[0] === 'organisation' && packOf(only) === packOf(event.id);
}

/** Could any account of the event's date lie within a year of the page's? An event without a date could. */
function isWithinYear({ dates }: NewsEvent, page: EdtfRange): boolean {
  const earliest = page.first && inYears(page.first, -1);
  const latest = page.last && inYears(page.last, 1);
  const near = ({ first, last }: EdtfRange) => !(last && last < earliest) && !(first && latest && first > latest);
  return dates.length === 0 || dates.some(({ edtf }) => near(parseEdtf(edtf) ?? page));
}

/** The same day so many years on, as a bound to compare with: it need not exist. */
const inYears = (day: string, years: number): string => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
