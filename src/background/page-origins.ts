/** How many independent origins stand behind what other outlets carried about an event, where the page in hand has it from, and where accounts differ. */
import type { Difference, Side } from '@/core/coverage/disagreement';
import { createFamilies } from '@/core/coverage/families';
import { type Account, type AccountOrigin, type OriginOutlet, type OriginReport, traceOrigins } from '@/core/coverage/origins';
import type { Statement } from '@/core/coverage/statement';
import type { Outlet } from '@/core/model/actor';
import type { Article } from '@/core/model/article';
import { type Claim, leadingClock } from '@/core/model/claim';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import type { DifferenceView, SideView } from '@/core/model/view';
import { differingDates, findDifferences, groupClaims } from '@/doors/story';
import type { Reader, Subject } from '@/store/store';
import { accountHere, type Here, type Naming, sourcesOf, statementsHere } from './page-statements';

/** A claim or an article with the outlet that carried it. */
export type Carried = { readonly outlet: QualifiedId | null } & ({ readonly claim: Claim } | { readonly article: Article });

export interface EventAccounts {
  readonly origins: OriginReport;
  /** Null where the page in hand tells nothing of the event. */
  readonly here: AccountOrigin | null;
  readonly differs: readonly DifferenceView[];
}

interface Beside {
  /** Claims that are compared and no account of their own here: earlier ones of the page's own house. */
  readonly compared?: readonly Carried[];
  readonly here?: Here | undefined;
  /** Where a claim can be read, by its id. */
  readonly links?: ReadonlyMap<QualifiedId, string | null>;
}

/** `event` is null where the accounts are of no tracked one. */
export async function accountsOf(
  facts: Reader,
  event: NewsEvent | null,
  carried: readonly Carried[],
  { compared = [], here, links = new Map() }: Beside = {},
): Promise<EventAccounts> {
  const claims = [...carried, ...compared].flatMap((one) => ('claim' in one ? [one.claim] : []));
  const articles = carried.flatMap((one) => ('article' in one ? [one.article.id] : []));
  const announced = await facts.articles.announced(articles);
  const known = await facts.subjects.get([
    ...[...carried, ...compared].flatMap(({ outlet }) => outlet ?? []),
    // Whom a text names is among its actors, outlets too: what it leans on need not have carried anything here.
    ...carried.flatMap((one) => ('claim' in one ? one.claim.actors : one.article.actors)),
    ...(here ? sourcesOf(here) : []),
    ...claims.flatMap(({ speaker, via }) => [...(speaker ? [speaker] : []), ...via.flatMap(({ id }) => id ?? [])]),
  ]);
  const outlets = [...known.values()].flatMap((subject) => (subject.kind === 'outlet' ? [subject.record] : []));
  const voiceOf = createFamilies(outlets);
  const outletOf = (id: QualifiedId | null): OriginOutlet | null => {
    const subject = id === null ? undefined : known.get(id);
    if (subject?.kind === 'outlet') return originOutlet(subject.record, voiceOf);
    // An outlet of a pack that is not installed is still one, by its id.
    return id === null ? null : { name: id, names: [], voice: id, agency: false };
  };
  const accounts = carried.map((one): Account => {
    const outlet = outletOf(one.outlet);
    if ('article' in one) {
      const { id, title, published } = one.article;
      const { summary = '', origin = null } = announced.get(id) ?? {};
      return { id, outlet, text: summary ? `${title}. ${summary}` : title, via: [], credits: [], source: origin, carried: published };
    }
    const { id, text, via, clocks } = one.claim;
    const names = via.map((source) => (source.id && known.get(source.id)?.record.name) || source.name);
    return { id, outlet, text, via: names, credits: [], source: null, carried: (clocks.reported ?? clocks.published)?.edtf ?? null };
  });
  const naming: Naming = { known, outlet: outletOf };
  const told = [...carried, ...compared].flatMap((one) => ('claim' in one ? [one] : []));
  const statements = told.map(({ claim, outlet }) => statementOf(claim, outletOf(outlet), known));
  // What was read by rule may take the date of one thing for that of another.
  const dating = statements.filter((_, i) => told[i]?.claim.status !== 'unconfirmed');
  // What the reader kept of this page is among both.
  const kept = new Set(statements.map(({ id }) => id));
  const all = [...statements, ...(here && event ? statementsHere(here, event.id, naming).filter(({ id }) => !kept.has(id)) : [])];
  const others = outlets.map((outlet) => originOutlet(outlet, voiceOf));
  const own = here && event && accountHere(here, event.id, naming);
  const withLink = (side: Side): SideView => ({ ...side, link: links.get(side.statement ?? '') ?? null });
  return {
    origins: traceOrigins(accounts, others),
    here: own ? (traceOrigins([...accounts, own], others).accounts.at(-1) ?? null) : null,
    differs: [...(event ? differingDates(event, dating) : []), ...findDifferences(all, groupClaims(all))].map(
      (difference): DifferenceView => ({ ...difference, sides: [withLink(difference.sides[0]), withLink(difference.sides[1])] }),
    ),
  };
}

/**
 * Claims that say the same, each group's in the order given; only groups in which more than one voice speaks. Works without a
 * common event: then shared subjects and wording must do.
 */
export async function sameClaims(facts: Reader, carried: readonly (Carried & { readonly claim: Claim })[]): Promise<(typeof carried)[]> {
  const known = await facts.subjects.get(carried.flatMap(({ outlet, claim }) => [outlet ?? [], claim.speaker ?? []].flat()));
  const voiceOf = createFamilies([...known.values()].flatMap((subject) => (subject.kind === 'outlet' ? [subject.record] : [])));
  const voices = new Map<QualifiedId, string>();
  const statements = carried.map(({ claim, outlet }) => {
    const subject = outlet === null ? undefined : known.get(outlet);
    const named = subject?.kind === 'outlet' ? originOutlet(subject.record, voiceOf) : null;
    if (outlet !== null) voices.set(claim.id, named?.voice ?? outlet);
    return statementOf(claim, named, known);
  });
  const byId = new Map(carried.map((one) => [one.claim.id, one]));
  return groupClaims(statements)
    .filter(({ members }) => new Set(members.flatMap((id) => voices.get(id) ?? [])).size > 1)
    .map(({ members }) => members.flatMap((id) => byId.get(id) ?? []));
}

/** Figures, attributions and the like that differ among claims of one list, each by its outlet. */
export async function differencesAmong(facts: Reader, claims: readonly Claim[]): Promise<Difference[]> {
  const known = await facts.subjects.get(claims.flatMap(({ outlet, speaker }) => [outlet ?? [], speaker ?? []].flat()));
  const voiceOf = createFamilies([...known.values()].flatMap((subject) => (subject.kind === 'outlet' ? [subject.record] : [])));
  const statements = claims.map((claim) => {
    const subject = claim.outlet === null ? undefined : known.get(claim.outlet);
    return statementOf(claim, subject?.kind === 'outlet' ? originOutlet(subject.record, voiceOf) : null, known);
  });
  return findDifferences(statements, groupClaims(statements));
}

const originOutlet = ({ name, names, id, agency }: Outlet, voiceOf: (publisher: string) => string): OriginOutlet => ({
  name,
  // A weak name is also a word: Time, The Times.
  names: names.flatMap(({ text, weak }) => (weak ? [] : [text])),
  voice: voiceOf(id),
  agency,
});

function statementOf(claim: Claim, outlet: OriginOutlet | null, known: ReadonlyMap<QualifiedId, Subject>): Statement {
  const speaker = claim.speaker === null ? undefined : known.get(claim.speaker);
  const name = speaker?.record.name ?? claim.speakerName ?? null;
  return {
    id: claim.id,
    text: claim.text,
    ...(claim.quote === undefined ? {} : { quote: claim.quote }),
    speaker: name === null ? null : { id: claim.speaker, name, ...(speaker ? { kind: speaker.kind } : {}) },
    outlet: outlet?.name ?? null,
    voice: outlet?.voice ?? null,
    subjects: claim.actors,
    events: claim.events,
    dated: leadingClock(claim)?.value.edtf ?? null,
    happened: claim.clocks.event?.edtf ?? null,
  };
}
