/** Who told what of an actor or event: its claims and articles, and whose voice carried each. Sets nothing side by side. */
import type { Outlet } from '@/core/model/actor';
import type { Article } from '@/core/model/article';
import type { Claim } from '@/core/model/claim';
import type { QualifiedId } from '@/core/model/ids';
import { hostOf } from '@/platform/hosts';
import type { Reader, Subject } from '@/store/store';

/** The page in hand. */
export interface OwnPage {
  /** Its host: what is carried under it is no other voice, whoever publishes there. '' where no page is in hand. */
  readonly host: string;
  /** Its outlet, where a pack knows it: neither it nor its publisher family is listed. */
  readonly outlet: Outlet | null;
}

/** What is told of an actor or event, at most so many of each kind, newest first: claims, the unconfirmed after the others, and articles. */
export async function accountsAbout(
  facts: Reader,
  id: QualifiedId,
  most: number,
): Promise<{ readonly claims: readonly Claim[]; readonly articles: readonly Article[] }> {
  const [known, unconfirmed, articles] = await Promise.all([
    facts.claims.latestOf(id, most),
    facts.claims.unconfirmedOf(id, most),
    facts.articles.latestOf(id, most),
  ]);
  return { claims: [...known, ...unconfirmed], articles };
}

/** Who carried an article: its outlet; else the host where the reader read it, under that name, which no id can be (ids have colons). */
export const carrierOf = ({ outlet, url }: Article): QualifiedId | null => outlet ?? (url && hostOf(url)) ?? null;

/** Who carried a claim: the outlet it names, else the one in whose article it was read. */
export type Carrier = (claim: Claim) => QualifiedId | null;

interface Carriers {
  readonly carrier: Carrier;
  /** Is it an outlet or a host, and neither the page's own nor one of its family? */
  readonly isOther: (id: QualifiedId | null) => id is QualifiedId;
}

export async function carriersOf(facts: Reader, claims: readonly Claim[], articles: readonly Article[], page: OwnPage): Promise<Carriers> {
  const articlesRead = await facts.articles.get(claims.flatMap((claim) => claim.readIn ?? []));
  const carrier: Carrier = (claim) => {
    const article = claim.readIn ? articlesRead.get(claim.readIn) : undefined;
    return claim.outlet ?? (article ? carrierOf(article) : null);
  };
  const outlets = await facts.subjects.get([
    ...claims.flatMap((claim) => carrier(claim) ?? []),
    ...articles.flatMap((article) => carrierOf(article) ?? []),
  ]);
  const isOther = (id: QualifiedId | null): id is QualifiedId =>
    id !== null && id !== page.host && !sameVoice(outlets.get(id), id, page.outlet);
  return { carrier, isOther };
}

/** One outlet, or two of one publisher family: not another voice. */
function sameVoice(found: Subject | undefined, id: QualifiedId, own: Outlet | null): boolean {
  if (!own) return false;
  if (id === own.id) return true;
  return found?.kind === 'outlet' && found.record.family !== undefined && found.record.family === own.family;
}
