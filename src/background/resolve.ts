/** Records → what the UI draws: every id of a claim, an office or a list resolved to a name, all in one look-up. */
import type { Office } from '@/core/model/actor';
import { type Claim, leadingClock } from '@/core/model/claim';
import { newestFirst } from '@/core/model/edtf';
import { packOf, type QualifiedId } from '@/core/model/ids';
import type { ArticleRef, ClaimView, NameRef, OfficeView, PackRef, SubjectRef } from '@/core/model/view';
import type { Reader, Subject } from '@/store/store';
import { editedClaim, untendedClaims } from './edited';
import { linkTo } from './text-fragment';

export const refOf = (subject: Subject): SubjectRef => ({ id: subject.record.id, name: subject.record.name, kind: subject.kind });

/** Names of ids, looked up together. */
export interface Names {
  /** Null where the id's pack is not installed. */
  subject(id: QualifiedId | null | undefined): SubjectRef | null;
  subjects(ids: readonly QualifiedId[]): readonly SubjectRef[];
  /** Whom the reader deleted is named as before, without its card; an id whose pack is not installed is shown as it is: dropping it
   * would make a claim look like nobody's. */
  name(id: QualifiedId | null, spare?: string): NameRef | null;
}

export async function namesOf(facts: Reader, ids: Iterable<QualifiedId>): Promise<Names> {
  const known = await facts.subjects.get(ids);
  const subject: Names['subject'] = (id) => {
    const found = id ? known.get(id) : undefined;
    return found ? refOf(found) : null;
  };
  return {
    subject,
    subjects: (list) => list.flatMap((id) => subject(id) ?? []),
    name(id, spare) {
      const found = subject(id);
      if (found) return { id: found.id, name: found.name };
      const text = spare ?? (id && facts.edits.goneName(id)) ?? id;
      return text === null ? null : { id: null, name: text };
    },
  };
}

/** Claims as the UI draws them, in the order given. */
export async function claimViews(facts: Reader, claims: readonly Claim[]): Promise<ClaimView[]> {
  const [articles, untended] = await Promise.all([
    facts.articles.get(claims.flatMap(({ readIn }) => readIn ?? [])),
    untendedClaims(
      facts,
      claims.map(({ id }) => id),
    ),
  ]);
  const ids = [
    ...[...claims, ...untended.values()].flatMap((c) =>
      [c.speaker ?? [], c.outlet ?? [], c.events, untended.has(c.id) ? c.actors : [], c.via.flatMap(({ id }) => id ?? [])].flat(),
    ),
    ...[...articles.values()].flatMap(({ outlet }) => outlet ?? []),
  ];
  const names = await namesOf(facts, ids);
  return claims.map((claim) => {
    const article = claim.readIn ? articles.get(claim.readIn) : undefined;
    const readIn: ArticleRef | null = article
      ? { title: article.title, outlet: names.name(article.outlet), published: article.published, url: linkTo(article.url) }
      : null;
    // The article in which a claim was read is its source only where it is the outlet's own: CNN's words in
    // somebody else's article are not a link to CNN.
    const pack = untended.get(claim.id);
    const edited = pack ? editedClaim(pack, claim, facts, (id, spare) => names.name(id, spare)?.name ?? '') : [];
    const own = article && (claim.outlet === null || article.outlet === claim.outlet) ? article.url : null;
    return {
      id: claim.id,
      text: claim.text,
      ...(claim.quote === undefined ? {} : { quote: claim.quote }),
      speaker: names.name(claim.speaker, claim.speakerName),
      outlet: names.name(claim.outlet),
      via: claim.via.map(({ id, name }) => names.name(id ?? null, name) ?? { id: null, name }),
      clocks: claim.clocks,
      leading: leadingClock(claim),
      status: claim.status,
      hedged: claim.hedged ?? false,
      events: names.subjects(claim.events),
      readIn,
      link: linkTo(claim.evidence?.url ?? own, claim.evidence),
      ...(edited.length > 0 ? { edited } : {}),
    };
  });
}

/** Newest first, those still held before those that ended. */
export function newestOffices(offices: readonly Office[]): Office[] {
  return [...offices].sort((a, b) => Number(Boolean(a.to)) - Number(Boolean(b.to)) || newestFirst(a.from, b.from));
}

export function officeView({ of, sources: _sources, ...office }: Office, names: Names): OfficeView {
  return { ...office, of: names.subject(of) };
}

export function packRefs(facts: Reader, ids: readonly QualifiedId[]): PackRef[] {
  return [...new Set(ids.map(packOf))].flatMap((id) => {
    const info = facts.packs[id]?.info;
    return info ? [{ id, title: info.title, revision: info.revision }] : [];
  });
}
