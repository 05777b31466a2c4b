/**
 * A claim that a new revision of its pack no longer holds: whoever read it finds it again, marked as withdrawn, instead of
 * nothing. What it referred to may be gone as well. Pure.
 */
import { claimText } from './claim-text';
import type { FileRecord } from './schema';

export interface NewRevision {
  /** Does it hold an actor, outlet, event or article of this local id? */
  has(id: string): boolean;
  /** What the old revision called a subject that is gone; null where it did not know it either. */
  oldName(id: string): string | null;
}

/** The line of a claim, `text`, as the new revision keeps it; and whether it was not withdrawn before. */
export function withdrawnClaim(
  text: string,
  now: NewRevision,
): { readonly claim: FileRecord<'claims'>; readonly text: string; readonly isNew: boolean } {
  const before = JSON.parse(text) as FileRecord<'claims'>;
  const stays = (id: string) => id.includes(':') || now.has(id);
  const { speaker, outlet, readIn, supersedes: _superseded, ...rest } = before;
  const speakerName = before.speakerName ?? (speaker && !stays(speaker) ? now.oldName(speaker) : null);
  const claim: FileRecord<'claims'> = {
    ...rest,
    speaker: speaker && stays(speaker) ? speaker : null,
    ...(speakerName ? { speakerName } : {}),
    outlet: outlet && stays(outlet) ? outlet : null,
    via: (before.via ?? []).map((via) => (via.id && !stays(via.id) ? { name: via.name } : via)),
    actors: (before.actors ?? []).filter(stays),
    events: (before.events ?? []).filter(stays),
    ...(readIn && stays(readIn) ? { readIn } : {}),
    status: 'withdrawn',
  };
  return { claim, text: claimText(claim), isNew: before.status !== 'withdrawn' };
}
