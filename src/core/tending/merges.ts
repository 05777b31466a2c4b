/**
 * Who is one with whom: the reader's merges as groups with one root each. Pure; knows ids and merges, nothing of records.
 * Cycles, which two undone changes can leave, are broken and never followed for ever.
 */
import type { SubjectEdit } from '../model/edit';
import type { QualifiedId } from '../model/ids';

export interface Merges {
  /** The one that stands for all of its group; the id itself where nothing was merged. */
  rootOf(id: QualifiedId): QualifiedId;
  /** All of its group, the root first, the others in the order of their ids. */
  membersOf(id: QualifiedId): readonly QualifiedId[];
}

export function createMerges(edits: Iterable<SubjectEdit>): Merges {
  const into = new Map<QualifiedId, QualifiedId>();
  for (const { id, into: other } of edits) if (other !== undefined && other !== id) into.set(id, other);
  const roots = new Map<QualifiedId, QualifiedId>();

  const rootOf = (id: QualifiedId): QualifiedId => {
    const known = roots.get(id);
    if (known !== undefined) return known;
    const path: QualifiedId[] = [];
    let at = id;
    for (let next = into.get(at); next !== undefined && !path.includes(at); next = into.get(at)) {
      path.push(at);
      at = next;
    }
    // Met again: a cycle, for which the first of its ids stands.
    const again = path.indexOf(at);
    const root = again < 0 ? at : (path.slice(again).sort()[0] ?? at);
    for (const each of [...path, at]) roots.set(each, root);
    return root;
  };

  const groups = new Map<QualifiedId, QualifiedId[]>();
  for (const id of [...into.keys()].sort()) {
    const root = rootOf(id);
    const group = groups.get(root);
    if (group) {
      if (id !== root) group.push(id);
    } else groups.set(root, id === root ? [root] : [root, id]);
  }

  return {
    rootOf,
    membersOf(id) {
      const root = rootOf(id);
      return groups.get(root) ?? [root];
    },
  };
}
