/**
 * Names in, packed gazetteer out: spelled (spellings.ts), then packed (pack.ts).
 * Knows nothing of where names come from, nor where the machine does that reads them: scripts that have one already give theirs.
 */
import type { createMachine } from './machine';
import { packDraft } from './pack';
import { SUBJECT_MASK } from './packed';
import { draftOf } from './spellings';
import type { SubjectNames } from './types';

/** Beyond this many subjects Latin-script names are no longer inflected unasked nor shortened: it would multiply a tab's memory. */
const MOST_DERIVED = 5_000;

/**
 * Compiles the names of all subjects into the packed form, in the order given: a subject's index is its place.
 * Names without a letter or digit, and plain numbers, are left out. Throws a RangeError where there are more than 33 million subjects.
 */
export function compileWith(makeMachine: typeof createMachine, subjects: Iterable<SubjectNames>): Uint8Array {
  const all = [...subjects];
  if (all.length > SUBJECT_MASK) throw new RangeError(`a gazetteer holds at most ${SUBJECT_MASK} subjects, not ${all.length}`);
  return packDraft(draftOf(makeMachine, all, all.length <= MOST_DERIVED));
}
