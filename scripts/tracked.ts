/** Who is tracked by a run of annotate: the built-in packs or a file of actors, compiled once, and their names by id. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { compileGazetteer } from '@/core/gazetteer/compile';
import { guessKind } from '@/core/gazetteer/guess-kind';
import { openGazetteer } from '@/core/gazetteer/open';
import { derivedForms } from '@/core/gazetteer/short-names';
import { surnamesOf } from '@/core/gazetteer/surnames';
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
  /** Nobody said what kind of thing it is: the name itself was asked. */
  readonly guessed?: boolean;
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
    const kind = KINDS[actor.kind ?? ''];
    const names: SubjectNames = {
      id: actor.id,
      kind: kind ?? guessKind(texts[0] ?? actor.name),
      names: texts.map((text) => ({ text })),
      surnames: [],
      open: true,
    };
    return {
      name: actor.name,
      guessed: kind === undefined,
      names: kind === undefined && names.kind === 'person' ? orCompany(names) : names,
    };
  });
}

/** What companies write after their names. */
const COMPANY_FORMS = ['Inc', 'Corp', 'Corporation', 'Co', 'Company', 'Ltd', 'Group'];

/** A name that looks like a person's and may be a company's: with a legal form after it, it still is the one tracked. */
function orCompany(names: SubjectNames): SubjectNames {
  const withForms = names.names.flatMap(({ text }) => COMPANY_FORMS.map((form) => ({ text: `${text} ${form}` })));
  return { ...names, names: [...names.names, ...withForms], surnames: surnamesOf(names).map(({ text }) => text) };
}

export interface TrackedSubjects {
  /** Mentions by block; an event's may overlap an actor's, no others overlap. */
  detect(blocks: readonly string[]): (readonly Mention[])[];
  nameOf(id: string): string;
}

/**
 * Detects the mentions of `subjects`. `bystanders` are others whose names are known: they are never answered, but a name that
 * is theirs as well is not taken for a tracked one without a better reason, as in a browser whose packs hold both.
 */
export function trackedSubjects(subjects: readonly Tracked[], bystanders: readonly Tracked[] = []): TrackedSubjects {
  const others = bystanders.filter((other) => !subjects.some((own) => isSame(own, other)));
  const own = subjects.map((subject) => (subject.guessed ? knownKind(subject, bystanders) : subject.names));
  const gazetteer = openGazetteer(compileGazetteer([...own, ...others.map((s) => s.names)]));
  const names = new Map(subjects.map((s) => [s.names.id, s.name]));
  return {
    detect: (blocks) => detect(gazetteer, blocks).map((block) => block.mentions.filter((m) => names.has(m.subject))),
    nameOf: (id) => names.get(id) ?? id,
  };
}

/** What the only bystander of that name is, instead of a guess, and how that writes it: a town is one by no sign of its name. */
function knownKind({ name, names }: Tracked, bystanders: readonly Tracked[]): SubjectNames {
  const shown = name.toLowerCase();
  const same = bystanders.filter((other) => other.names.names.some(({ text, weak }) => !weak && text.toLowerCase() === shown));
  const [only] = same;
  if (!only || same.length > 1 || only.names.kind === 'event') return names;
  // Encyclopedias begin every title with a capital: "Dpa" is dpa.
  const spellings = only.names.names.filter(({ text }) => text.toLowerCase() === shown && text !== name);
  const country = only.names.country ? { country: only.names.country } : {};
  const surnames = only.names.kind === 'person' ? names.surnames : [];
  return { ...names, kind: only.names.kind, names: [...names.names, ...spellings], surnames, ...country };
}

/** Kinds of which a name hardly has two bearers: a newspaper is an organisation, too. */
const GROUPS: Readonly<Record<SubjectKind, string>> = {
  person: 'person',
  place: 'place',
  organisation: 'body',
  outlet: 'body',
  event: 'event',
};

/** Do both stand for the same thing? One's display name is the other's name, or things of one kind share a name: of persons, a full one. */
function isSame(own: Tracked, other: Tracked): boolean {
  const shown = own.name.toLowerCase();
  const names = new Set([...own.names.names, ...derivedForms(own.names).map(([form]) => form)].map((name) => name.text.toLowerCase()));
  const alike = GROUPS[own.names.kind] === GROUPS[other.names.kind];
  return other.names.names.some(({ text, weak }) => {
    const name = text.toLowerCase();
    if (weak || other.names.kind === 'event') return false;
    return name === shown || (names.has(name) && (/\s/.test(name) || (alike && own.names.kind !== 'person')));
  });
}
