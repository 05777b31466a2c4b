/**
 * What is other of the names since a gazetteer was built, told by the store alone: whoever changed something may have been stopped before
 * telling. Packs are compared by their generations; what the reader tracks and changed, which is little, by the names themselves.
 */
import type { Gone } from '@/core/gazetteer/merge';
import type { SubjectNames } from '@/core/gazetteer/types';
import { OWN_PACK, packOf, type QualifiedId } from '@/core/model/ids';
import { hash53 } from '@/core/pack/hash';
import type { GazetteerBasis, Reader, Subject } from '@/store/store';

/** More subjects than this are not looked through for what changed: building anew costs little more then. */
const MOST_LOOKED_AT = 5_000;

type NamesOf = (record: Subject['record'], open: boolean) => SubjectNames;

export interface NamesChange {
  readonly gone: Gone;
  readonly come: readonly SubjectNames[];
  /** Of what it is now. */
  readonly basis: GazetteerBasis;
}

/** All names as they are now, in the order that changes keep, and what they are made of; null for too much that is the reader's own. */
export async function allNames(
  facts: Reader,
  release: string,
  namesOf: NamesOf,
): Promise<{ readonly names: readonly SubjectNames[]; readonly basis: GazetteerBasis | null }> {
  const all = await facts.subjects.all();
  const names = all.map(({ subject, builtIn }) => namesOf(subject.record, builtIn)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const tended = await tendedIds(facts);
  if (tended.size > MOST_LOOKED_AT) return { names, basis: null };
  const given = new Map(names.flatMap((each) => (tended.has(each.id) ? [[each.id, each] as const] : [])));
  return { names, basis: basisOf(facts, release, tended, given) };
}

/** What changed since; null where it is too much to be looked through, or the release is another: its code may name in another way. */
export async function namesChanged(basis: GazetteerBasis, facts: Reader, release: string, namesOf: NamesOf): Promise<NamesChange | null> {
  if (basis.release !== release) return null;
  const packs = [...new Set([...Object.keys(basis.packs), ...Object.keys(facts.packs)])].filter(
    (pack) => basis.packs[pack] !== facts.packs[pack]?.generation,
  );
  const size = packs.reduce((sum, pack) => sum + subjectsIn(facts, pack), 0);
  const tended = await tendedIds(facts);
  if (size + tended.size > MOST_LOOKED_AT) return null;

  const inPacks = new Set((await Promise.all(packs.map((pack) => facts.subjects.idsOf(pack)))).flat());
  const looked = new Set([...inPacks, ...tended, ...Object.keys(basis.tended)]);
  const now = await namesNow(facts, looked, namesOf);
  const next = basisOf(facts, release, tended, now);
  /** Neither in a pack that changed nor other than it was. */
  const isAsBefore = (id: QualifiedId): boolean =>
    !packs.includes(packOf(id)) && basis.tended[id] !== undefined && basis.tended[id] === next.tended[id];
  const others = [...looked].filter((id) => !isAsBefore(id));
  return {
    gone: { packs, ids: others.filter((id) => !now.has(id)) },
    come: others.flatMap((id) => now.get(id) ?? []),
    basis: next,
  };
}

function subjectsIn(facts: Reader, pack: string): number {
  const { actors = 0, outlets = 0, events = 0 } = facts.packs[pack]?.counts ?? {};
  return actors + outlets + events;
}

/** The reader's own subjects, and all that are not as packs have them. */
async function tendedIds(facts: Reader): Promise<ReadonlySet<QualifiedId>> {
  return new Set([...(await facts.subjects.idsOf(OWN_PACK)), ...facts.edits.changed()]);
}

/** The names of those of these subjects that stand for themselves: not deleted, and not one with another. */
async function namesNow(facts: Reader, ids: ReadonlySet<QualifiedId>, namesOf: NamesOf): Promise<Map<QualifiedId, SubjectNames>> {
  const now = new Map<QualifiedId, SubjectNames>();
  for (const { record } of (await facts.subjects.get(ids)).values()) {
    const builtIn = facts.packs[packOf(record.id)]?.builtIn ?? false;
    now.set(record.id, namesOf(record, builtIn && !facts.edits.renamed(record.id)));
  }
  return now;
}

function basisOf(
  facts: Reader,
  release: string,
  tended: ReadonlySet<QualifiedId>,
  names: ReadonlyMap<QualifiedId, SubjectNames>,
): GazetteerBasis {
  const hashOf = (id: QualifiedId): number => {
    const given = names.get(id);
    return given ? hash53(JSON.stringify(given)) : 0;
  };
  return {
    release,
    packs: Object.fromEntries(Object.entries(facts.packs).map(([pack, { generation }]) => [pack, generation])),
    tended: Object.fromEntries([...tended].map((id) => [id, hashOf(id)])),
  };
}
