/**
 * Names in, packed gazetteer out: spelled (spellings.ts), then packed (pack.ts). A change of a few subjects goes into what is there
 * (merge.ts), and gives the same bytes.
 * Knows nothing of where names come from, nor where the machine does that reads them: scripts that have one already give theirs.
 */
import type { Draft } from './draft';
import type { createMachine } from './machine';
import { type Gone, mergeDrafts } from './merge';
import { packDraft } from './pack';
import { SUBJECT_MASK } from './packed';
import { draftOf } from './spellings';
import type { SubjectNames } from './types';
import { draftIn, workingsOf } from './workings';

/** Beyond this many subjects Latin-script names are no longer inflected unasked nor shortened: it would multiply a tab's memory. */
const MOST_DERIVED = 5_000;

export interface Compiled {
  /** The packed form, which openGazetteer opens. */
  readonly bytes: Uint8Array;
  /** What {@link recompileWith} needs beside it. */
  readonly workings: Uint8Array;
}

/**
 * Compiles the names of all subjects into the packed form, in the order given: a subject's index is its place.
 * Names without a letter or digit, and plain numbers, are left out. Throws a RangeError where there are more than 33 million subjects.
 */
export function compileWith(makeMachine: typeof createMachine, subjects: Iterable<SubjectNames>): Compiled {
  const all = [...subjects];
  return compiled(draftOf(makeMachine, all, derives(all.length)));
}

/**
 * What compileWith would make of all subjects as they are now, from what it made of them before; both in the order of their ids. `gone`: those that are
 * no longer there, or not as they were; `come`: those that are new, or as they are now. Costs what the table is long, not what its names are.
 * Null where this change makes all names be spelled in another way. Throws an Error where `before` is damaged.
 */
export function recompileWith(
  makeMachine: typeof createMachine,
  before: Compiled,
  gone: Gone,
  come: readonly SubjectNames[],
): Compiled | null {
  const was = draftIn(before.bytes, before.workings);
  const derived = derives(was.subjects.count);
  const sorted = [...come].sort((a, b) => (a.id < b.id ? -1 : 1));
  const now = mergeDrafts(was, { ...gone, ids: [...gone.ids, ...come.map(({ id }) => id)] }, draftOf(makeMachine, sorted, derived));
  return derives(now.subjects.count) === derived ? compiled(now) : null;
}

const derives = (subjects: number): boolean => subjects <= MOST_DERIVED;

function compiled(draft: Draft): Compiled {
  const { count } = draft.subjects;
  if (count > SUBJECT_MASK) throw new RangeError(`a gazetteer holds at most ${SUBJECT_MASK} subjects, not ${count}`);
  return { bytes: packDraft(draft), workings: workingsOf(draft) };
}
