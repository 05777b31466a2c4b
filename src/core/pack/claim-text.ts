/**
 * A claim as one line of text, always written alike: how it is stored, compared and exported. Fields stand in one order,
 * what is left out in a file is left out here, ids of the own pack are local.
 */
import type { Claim } from '../model/claim';
import { CLOCKS } from '../model/claim';
import { qualify } from '../model/ids';
import type { FileRecord } from './schema';

type FileClaim = FileRecord<'claims'>;

/** Anything but a few words, a date and its basis would not be a clock; so the clocks are rebuilt in their own order. */
export function clocksInOrder(clocks: FileClaim['clocks']): Record<string, object> {
  const ordered: Record<string, object> = {};
  for (const clock of CLOCKS) {
    const value = clocks[clock];
    if (value) ordered[clock] = { edtf: value.edtf, qualifier: value.qualifier, basis: value.basis };
  }
  return ordered;
}

const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** `type`: written first where given, as lines of JSONL have it. */
export function claimText(claim: FileClaim, type?: 'claim'): string {
  const { evidence } = claim;
  return JSON.stringify({
    type,
    id: claim.id,
    text: claim.text,
    quote: claim.quote,
    speaker: claim.speaker,
    speakerName: claim.speakerName,
    outlet: claim.outlet,
    via: unlessEmpty(claim.via.map(({ name, id }) => ({ name, id }))),
    clocks: clocksInOrder(claim.clocks),
    actors: unlessEmpty(claim.actors),
    events: unlessEmpty(claim.events),
    status: claim.status,
    hedged: claim.hedged,
    supersedes: claim.supersedes,
    readIn: claim.readIn,
    evidence: evidence && { exact: evidence.exact, prefix: evidence.prefix, suffix: evidence.suffix, url: evidence.url },
    sources: claim.sources,
  });
}

/** The claim of a stored line, its ids qualified. `text` was written by {@link claimText}. */
export function claimOf(pack: string, text: string): Claim {
  const file = JSON.parse(text) as Partial<FileClaim> & Pick<FileClaim, 'id' | 'text' | 'clocks' | 'sources'>;
  const q = (id: string) => qualify(pack, id);
  // Filled in where it is: a copy of each would take as long as reading it.
  file.id = q(file.id);
  file.speaker = file.speaker ? q(file.speaker) : null;
  file.outlet = file.outlet ? q(file.outlet) : null;
  file.via = (file.via ?? []).map(({ name, id }) => (id ? { name, id: q(id) } : { name }));
  file.actors = (file.actors ?? []).map(q);
  file.events = (file.events ?? []).map(q);
  if (file.supersedes) file.supersedes = q(file.supersedes);
  if (file.readIn) file.readIn = q(file.readIn);
  return file as Claim;
}
