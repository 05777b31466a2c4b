/**
 * Names of what is read off pages: the same article and the same words have the same id whenever they are read, so that a
 * judgement is found again. Told from each other by a digest, because a page can choose its words but not collide with others.
 */
import { OWN_PACK, type QualifiedId } from '@/core/model/ids';
import type { PageClaim } from '@/core/model/page-claim';

/** Bytes of the digest that an id keeps: 96 bits, beyond any chance of two alike. */
const BYTES = 12;

/** The parts as hexadecimal digits; the same parts give the same digits. Also names what feeds bring. */
export async function digest(parts: readonly (string | null)[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.slice(0, BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const articleId = async (url: string): Promise<QualifiedId> => `${OWN_PACK}:a-${await digest([url])}`;

/** Where it stands and who is its source, in the page's words: who that is taken for may change with the packs. */
export const claimId = async (url: string, { evidence, speakerName }: PageClaim): Promise<QualifiedId> =>
  `${OWN_PACK}:c-${await digest([url, evidence.exact, speakerName])}`;
