/**
 * The library's part on single records: looked at, changed, and each change taken back. Draws nothing and knows no browser API:
 * both come in.
 */
import type { Result } from '@/core/result';
import { hashOf, LISTS, type Place, sectionOf } from '@/ui/library/place';
import type { RecordsCallbacks, RecordsState, TendOrder } from '@/ui/library/state';
import type { LibraryWorld, Part } from './library';

export const NO_RECORDS: RecordsState = { record: null, left: null, done: null, deeds: null };

const DONE: Readonly<Record<TendOrder['do'], string>> = {
  add: 'Tracked from now on.',
  'add-claim': 'Added.',
  'add-article': 'Added.',
  subject: 'Saved.',
  claim: 'Saved.',
  article: 'Saved.',
  note: 'The note is kept.',
  delete: 'Deleted.',
  reset: 'Set back to what the pack says.',
  merge: 'Merged.',
  part: 'Taken apart.',
  split: 'Split in two.',
};

export interface Records {
  readonly on: RecordsCallbacks;
  /** The record of a place is looked at, or none. */
  open(place: Place): Promise<void>;
  /** The list of changes is looked at. */
  refreshDeeds(): Promise<void>;
}

/** `changed` is called after each change of facts. */
export function createRecords(world: LibraryWorld, { state, show }: Part, changed: () => void, go: LibraryWorld['go']): Records {
  const open = async ({ section, id }: Place): Promise<void> => {
    const list = LISTS[section];
    if (!list || id === null) return show({ record: null });
    // What is there of it stays until the answer comes: nothing jumps.
    if (state().record?.id !== id) show({ record: { id, detail: null, fault: null } });
    const kind = list === 'claim' || list === 'article' ? list : 'subject';
    const answer = await world.ask('library/get', { kind, id });
    if (state().place.id !== id) return;
    show({ record: { id, detail: answer.ok ? answer.value : null, fault: answer.ok ? null : answer.fault.message } });
  };

  const refreshDeeds = async (): Promise<void> => {
    const answer = await world.ask('tend/list', {});
    show(answer.ok ? { deeds: answer.value } : { problem: answer.fault.message });
  };

  const send = (order: TendOrder): Promise<Result<{ readonly number: number; readonly id: string }>> => {
    switch (order.do) {
      case 'add':
        return world.ask('tend/add', { kind: order.kind, ...order.draft });
      case 'add-claim':
        return world.ask('tend/add-claim', order.draft);
      case 'add-article':
        return world.ask('tend/add-article', order.draft);
      case 'subject':
        return world.ask('tend/subject', { id: order.id, ...order.draft });
      case 'claim':
        return world.ask('tend/claim', { id: order.id, ...order.draft });
      case 'article':
        return world.ask('tend/article', { id: order.id, ...order.draft });
      case 'note':
        return world.ask('tend/note', { kind: order.kind, id: order.id, note: order.note });
      case 'delete':
        return world.ask('tend/delete', { kind: order.kind, id: order.id });
      case 'reset':
        return world.ask('tend/reset', { kind: order.kind, id: order.id });
      case 'merge':
        return world.ask('tend/merge', { id: order.id, into: order.into });
      case 'part':
        return world.ask('tend/part', { id: order.id });
      case 'split':
        return world.ask('tend/split', { id: order.id, ...order.draft, claims: order.claims });
    }
  };

  /** Where the reader is led once it is done; null to stay. */
  const after = (order: TendOrder, id: string): string | null => {
    if (order.do === 'add') return hashOf(sectionOf(order.kind), id);
    if (order.do === 'add-claim') return hashOf('claims', id);
    if (order.do === 'add-article') return hashOf('articles', id);
    if (order.do === 'merge') return hashOf(sectionOf(order.kind), order.into);
    return order.do === 'delete' ? hashOf(state().place.section) : null;
  };

  const undo = async (number: number): Promise<void> => {
    const { done, deeds } = state();
    const again = done?.number === number ? done.undone : (deeds?.find((deed) => deed.number === number)?.undone ?? false);
    const answer = await world.ask('tend/undo', { number });
    show(
      answer.ok
        ? { problem: null, done: { what: again ? 'Done again.' : 'Taken back.', number, undone: !again } }
        : { problem: answer.fault.message },
    );
    changed();
    await Promise.all([open(state().place), state().place.section === 'corrections' ? refreshDeeds() : null]);
  };

  return {
    open,
    refreshDeeds,
    on: {
      async tend(order) {
        const answer = await send(order);
        if (!answer.ok) {
          show({ problem: answer.fault.message });
          return false;
        }
        changed();
        const to = after(order, answer.value.id);
        if (to) await go(to);
        else await open(state().place);
        // After the move: a new place begins without tidings of the one before.
        show({ problem: null, done: { what: DONE[order.do], number: answer.value.number, undone: false } });
        return true;
      },
      undoDeed: (number) => void undo(number),
    },
  };
}
