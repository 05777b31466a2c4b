/**
 * Whom typed words name: a claim is found by the names of whom it refers to, and these can change without it. Subjects of packs by
 * the index, the reader's own one by one.
 */
import type { QualifiedId } from '@/core/model/ids';
import { subjectTexts } from '@/core/search/match';
import { endOf } from '@/core/search/segment';
import { termWorth } from '@/core/search/worth';
import { foldedWords } from './live-records';
import type { OpenSegment, SegmentReader } from './search-segments';
import type { TendedReader } from './tended';
import type { Database } from './versions';

/**
 * Subjects that one word stands for at most, those first that more of the words name and that it names whole: whoever types a first
 * name that thousands bear goes on typing.
 */
const MOST_NAMED = 256;

/** How many of those are taken where there are more: the answer is not whole then, and each costs a look into every segment. */
const FIRST_NAMED = 32;

export interface NamedSubject {
  readonly id: QualifiedId;
  /** From 0 to 1. */
  readonly worth: number;
}

export interface Named {
  /** By word. */
  readonly words: readonly (readonly NamedSubject[])[];
  /** False where a word names more than were taken. */
  readonly complete: boolean;
}

/** A subject that the reader made or changed, with its folded names. */
export interface OwnName {
  readonly id: QualifiedId;
  /** All that are one with it: claims may refer to any. */
  readonly members: readonly QualifiedId[];
  readonly kind: 'actor' | 'outlet' | 'event';
  readonly name: string;
  readonly words: string;
}

/** What no index says of subjects: the reader's own, and those of packs that the reader changed, merged or deleted. */
export interface OwnNames {
  /** What all this was read at. */
  readonly revision: string;
  readonly subjects: readonly OwnName[];
  /** Subjects of packs that are not to be found as the index has them. */
  readonly changed: ReadonlySet<QualifiedId>;
}

/** `kept`: what was read last; it is answered again while nothing has changed. */
export async function ownNames(db: Database, facts: TendedReader, kept: OwnNames | null): Promise<OwnNames> {
  const revision = [facts.ownNames, ...Object.values(facts.packs).map(({ generation }) => generation)].join('.');
  if (kept?.revision === revision) return kept;
  const changed = facts.edits.changed();
  const [actors, events] = await Promise.all([db.ownActors.toCollection().primaryKeys(), db.ownEvents.toCollection().primaryKeys()]);
  const subjects = await facts.subjects.get([...changed, ...actors, ...events]);
  const once = new Map([...subjects.values()].map((subject) => [subject.record.id, subject]));
  return {
    revision,
    subjects: [...once.values()].map(({ kind, record }) => ({
      id: record.id,
      members: facts.edits.membersOf(record.id),
      kind: kind === 'outlet' || kind === 'event' ? kind : 'actor',
      name: record.name,
      words: foldedWords(subjectTexts(record)),
    })),
    changed: new Set(changed),
  };
}

/** A subject of the index by the number of its segment and its own. */
interface Candidate {
  readonly segment: number;
  readonly record: number;
  /** By word; 0 where it does not name it. */
  readonly worths: Float32Array;
  named: number;
}

/** `subjects`: the segments of that list, of all shown packs. */
export async function namedBy(
  reader: SegmentReader,
  subjects: readonly OpenSegment[],
  own: OwnNames,
  typed: readonly string[],
): Promise<Named> {
  const spans = typed.map((word) => ({ first: word, end: endOf(word) }));
  await reader.fetch(
    'subjects',
    subjects.map((segment) => ({ segment, spans })),
  );
  const candidates = new Map<number, Candidate>();
  for (const [at, segment] of subjects.entries()) {
    for (const [word, span] of spans.entries()) {
      for (const { term, each } of segment.terms(span)) {
        const worth = termWorth(typed[word] ?? '', term);
        each((record) => {
          const key = at * 2 ** 20 + record;
          let candidate = candidates.get(key);
          if (!candidate) {
            candidate = { segment: at, record, worths: new Float32Array(typed.length), named: 0 };
            candidates.set(key, candidate);
          }
          const before = candidate.worths[word] ?? 0;
          if (before === 0) candidate.named++;
          if (worth > before) candidate.worths[word] = worth;
        });
      }
    }
  }
  const all = [...candidates.values()];
  let complete = true;
  const chosen = typed.map((_, word) => {
    const bearers = all.filter(({ worths }) => (worths[word] ?? 0) > 0);
    if (bearers.length <= MOST_NAMED) return bearers;
    complete = false;
    return bearers.sort((a, b) => b.named - a.named || (b.worths[word] ?? 0) - (a.worths[word] ?? 0)).slice(0, FIRST_NAMED);
  });
  const taken = [...new Set(chosen.flat())];
  const keys = await reader.keysOf(
    'subjects',
    taken.flatMap(({ segment, record }) => {
      const open = subjects[segment];
      return open ? [{ segment: open, record }] : [];
    }),
  );
  const ids = new Map(taken.map((candidate, i) => [candidate, keys[i]?.id]));
  return {
    words: chosen.map((some, word) => [
      ...some.flatMap((candidate): NamedSubject[] => {
        const id = ids.get(candidate);
        return id === undefined || own.changed.has(id) ? [] : [{ id, worth: candidate.worths[word] ?? 0 }];
      }),
      ...own.subjects.flatMap(({ members, words }): NamedSubject[] => {
        const worth = worthIn(words, typed[word] ?? '');
        return worth > 0 ? members.map((id) => ({ id, worth })) : [];
      }),
    ]),
    complete,
  };
}

/** How well a typed word fits a folded text: 0 where it begins none of its words. */
export function worthIn(words: string, typed: string): number {
  const spaced = `${words} `;
  if (spaced.includes(` ${typed} `)) return 1;
  const at = spaced.indexOf(` ${typed}`);
  return at < 0 ? 0 : termWorth(typed, spaced.slice(at + 1, spaced.indexOf(' ', at + 1)));
}
