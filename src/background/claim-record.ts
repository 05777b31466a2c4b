/** What was read, off a page or in a feed → records: the article that it stands in, and each claim. All of it unconfirmed. */
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import { type Edtf, parseEdtf } from '@/core/model/edtf';
import type { NewsEvent } from '@/core/model/event';
import type { QualifiedId } from '@/core/model/ids';
import type { PageClaim } from '@/core/model/page-claim';
import type { Subject } from '@/store/store';

/** The day of a date, EDTF or ISO 8601, by the clock of where it was written; null where there is none. */
export function dayOf(value: string | null | undefined): Edtf | null {
  if (value === null || value === undefined) return null;
  if (parseEdtf(value)) return value;
  const day = value.slice(0, 'YYYY-MM-DD'.length);
  return parseEdtf(day) ? day : null;
}

/** An article that names these subjects and tells of these events. */
export function articleRecord(
  article: Pick<Article, 'id' | 'outlet' | 'title' | 'url' | 'published'> & { readonly lang: string | null },
  named: ReadonlyMap<QualifiedId, Subject>,
  events: readonly NewsEvent[],
): Article {
  const { lang, ...rest } = article;
  return {
    ...rest,
    ...(lang === null ? {} : { lang }),
    actors: [...named].flatMap(([id, { kind }]) => (kind === 'event' ? [] : [id])),
    events: events.map((event) => event.id),
    sources: [],
  };
}

/** Where a claim was read, and what is known of it besides its words. */
export interface ReadIn {
  readonly article: Article;
  /** The article's day; null where it has none, or one that is not to be trusted. */
  readonly published: Edtf | null;
  readonly captured: Edtf;
  /** Whom the carrier leans on, where the claim itself names nobody. */
  readonly origin?: string | null;
  /** The claim's words as they stand at the article's address; absent where that is not known. */
  readonly evidence?: PageClaim['evidence'];
}

export function claimRecord(claim: PageClaim, id: QualifiedId, { article, published, captured, origin, evidence }: ReadIn): Claim {
  const { said, reported, event } = claim.clocks;
  const carrier = claim.outlet ?? article.outlet;
  // An outlet that reports is not quoted: it carries.
  const speaks = claim.speaker === null || claim.speaker !== carrier;
  const via = claim.via.map(({ name, id: leanedOn }) => (leanedOn === undefined ? { name } : { name, id: leanedOn }));
  return {
    id,
    text: claim.text,
    speaker: speaks ? claim.speaker : null,
    ...(speaks && claim.speakerName !== null ? { speakerName: claim.speakerName } : {}),
    outlet: carrier,
    via: via.length === 0 && origin ? [{ name: origin }] : via,
    clocks: {
      ...(said && { said }),
      ...(reported && { reported }),
      ...(event && { event }),
      ...(published && { published: { edtf: published, basis: 'metadata' as const } }),
      captured: { edtf: captured, basis: 'record' },
    },
    actors: claim.actors,
    events: claim.events,
    status: 'unconfirmed',
    ...(claim.hedged ? { hedged: true } : {}),
    readIn: article.id,
    evidence: { ...evidence, ...(article.url ? { url: article.url } : {}) },
    sources: [],
  };
}
