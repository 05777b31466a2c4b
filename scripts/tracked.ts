/** Who is tracked by a run of annotate: the built-in packs or a file of actors, compiled once, and their names by id. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { openGazetteer } from '@/core/gazetteer/open';
import type { SubjectNames } from '@/core/gazetteer/types';
import { detect } from '@/core/linking/detect';
import type { SubjectKind } from '@/core/model/actor';
import type { Mention } from '@/core/model/mention';
import type { Pack } from '@/core/pack/parse';
import { subjectNames } from '@/core/pack/subject-names';

/** A subject with the name that answers show. */
interface Tracked {
  readonly names: SubjectNames;
  readonly name: string;
}

export function builtInSubjects(packs: readonly Pack[]): Tracked[] {
  return packs.flatMap((pack) =>
    [...pack.actors, ...pack.outlets, ...pack.events].map((record) => ({ names: subjectNames(record, true), name: record.name })),
  );
}

const actorsFile = v.array(
  v.object({
    id: v.string(),
    kind: v.optional(v.nullable(v.string())),
    name: v.string(),
    aliases: v.optional(v.array(v.string()), []),
  }),
);

/** The contract's words for kinds, and ours. "unknown" may be a person: surnames are derived only for those that are one. */
const KINDS: Readonly<Record<string, SubjectKind>> = {
  person: 'person',
  organization: 'organisation',
  organisation: 'organisation',
  place: 'place',
  location: 'place',
  outlet: 'outlet',
  event: 'event',
};

/** Reads a file of actors to track. Throws a sentence where it cannot be read. */
export async function readActors(path: string): Promise<Tracked[]> {
  const read = v.safeParse(actorsFile, JSON.parse(await readFile(path, 'utf8')));
  if (!read.success) throw new Error(`${path}: ${read.issues[0].message} at ${v.getDotPath(read.issues[0]) ?? 'the top'}`);
  return read.output.map((actor) => {
    const texts = [...new Set([actor.name, ...actor.aliases])];
    return {
      name: actor.name,
      names: {
        id: actor.id,
        kind: KINDS[actor.kind ?? ''] ?? 'organisation',
        names: texts.map((text) => ({ text })),
        surnames: [],
        open: true,
      },
    };
  });
}

export interface TrackedSubjects {
  /** Mentions of actors and of events by block; an event's may overlap an actor's, no others overlap. */
  detect(blocks: readonly string[]): { readonly actors: Mention[][]; readonly events: Mention[][] };
  nameOf(id: string): string;
}

export function trackedSubjects(subjects: readonly Tracked[]): TrackedSubjects {
  // Two gazetteers: in one, the longest match wins, and an event's name would hide the actors that it names.
  const compiled = (events: boolean) =>
    openGazetteer(compileGazetteer(subjects.map((s) => s.names).filter((n) => (n.kind === 'event') === events)));
  const [actors, events] = [compiled(false), compiled(true)];
  const names = new Map(subjects.map((s) => [s.names.id, s.name]));
  return {
    detect: (blocks) => ({ actors: detect(actors, blocks), events: detect(events, blocks) }),
    nameOf: (id) => names.get(id) ?? id,
  };
}
