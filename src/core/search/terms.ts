/**
 * A record of a pack → the terms under which a segment holds it: its words, and behind characters that no word has whom it refers
 * to, and how it stands. References are as the pack's own file writes them, local where they can be. Pure.
 */
import type { Article } from '../model/article';
import { packOf, type QualifiedId } from '../model/ids';
import type { FileRecord } from '../pack/schema';
import { claimTexts } from './match';
import { wordsOf } from './words';

/** Carried by, or by way of. */
export const OUTLET = '\u0001';
/** Said by, or about. */
export const ACTOR = '\u0002';
export const EVENT = '\u0003';
/** Takes the place of this claim. */
export const SUPERSEDES = '\u0004';
export const WITHDRAWN = '\u0005';
/** What a subject is: `actor`, `outlet` or `event`. */
export const KIND = '\u0006';
/** Subjects and articles by their own ids, so that single ones can be left out. Claims are left out by place. */
export const ID = '\u0007';

/** A reference within `pack`: qualified where it leads out of it. */
export const localReference = (pack: string, id: QualifiedId): string => (packOf(id) === pack ? id.slice(pack.length + 1) : id);

type StoredClaim = Pick<FileRecord<'claims'>, 'text' | 'quote' | 'speaker' | 'speakerName' | 'outlet' | 'status' | 'supersedes'> &
  Partial<Pick<FileRecord<'claims'>, 'via' | 'actors' | 'events'>>;

/** `claim`: as its line in the store has it (core/pack/claim-text.ts). */
export function claimTerms(pack: string, claim: StoredClaim): string[] {
  const { speaker, outlet, via = [], actors = [], events = [], status, supersedes } = claim;
  const local = (id: string) => localReference(pack, id);
  const terms = claimTexts({ ...claim, via }).flatMap(wordsOf);
  if (outlet) terms.push(OUTLET + local(outlet));
  for (const { id } of via) if (id) terms.push(OUTLET + local(id));
  if (speaker) terms.push(ACTOR + local(speaker));
  for (const id of actors) terms.push(ACTOR + local(id));
  for (const id of events) terms.push(EVENT + local(id));
  if (supersedes) terms.push(SUPERSEDES + local(supersedes));
  if (status === 'withdrawn') terms.push(WITHDRAWN);
  return terms;
}

export function articleTerms(pack: string, { id, title, outlet, actors, events }: Article): string[] {
  const terms = [...wordsOf(title), ID + localReference(pack, id)];
  if (outlet) terms.push(OUTLET + localReference(pack, outlet));
  for (const id of actors) terms.push(ACTOR + localReference(pack, id));
  for (const id of events) terms.push(EVENT + localReference(pack, id));
  return terms;
}
