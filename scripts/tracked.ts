/** Who is tracked by a run of annotate: the built-in packs or a file of actors, compiled once, and their names by id. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { guessKind } from '@/core/gazetteer/guess-kind';
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

/**
 * What a label adds to tell namesakes apart, as encyclopedias do: "John Smith (golfer)". Nobody writes it in running text.
 * A single word that needs it (Mercury) is somebody else's as often, and does not count without it.
 */
const DISAMBIGUATION = /(?<=\S\s+\S+)\s+\([^()]+\)$/;

/** The contract's words for kinds, and ours. For any other word ("unknown") the name itself tells. */
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
    const texts = [...new Set([actor.name, ...actor.aliases].map((text) => text.replace(DISAMBIGUATION, '')))];
    return {
      name: actor.name,
      names: {
        id: actor.id,
        kind: KINDS[actor.kind ?? ''] ?? guessKind(texts[0] ?? actor.name),
        names: texts.map((text) => ({ text })),
        surnames: [],
        open: true,
      },
    };
  });
}

export interface TrackedSubjects {
  /** Mentions by block; an event's may overlap an actor's, no others overlap. */
  detect(blocks: readonly string[]): (readonly Mention[])[];
  nameOf(id: string): string;
}

export function trackedSubjects(subjects: readonly Tracked[]): TrackedSubjects {
  const gazetteer = openGazetteer(compileGazetteer(subjects.map((s) => s.names)));
  const names = new Map(subjects.map((s) => [s.names.id, s.name]));
  return { detect: (blocks) => detect(gazetteer, blocks).map((block) => block.mentions), nameOf: (id) => names.get(id) ?? id };
}
