/** What the library page does as a whole: its title, its keys, and the records beside the one that is looked at. */
import { useEffect } from 'preact/hooks';
import { hashOf, LISTS } from './place';
import type { LibraryCallbacks, LibraryState } from './state';

/** What the record that is looked at is called; null where a list is. */
export function titleOf({ record, place }: LibraryState): string | null {
  const detail = place.id === null ? null : record?.detail;
  if (!detail) return null;
  return detail.kind === 'claim' ? detail.row.text : detail.kind === 'article' ? detail.row.title : detail.view.name;
}

interface Beside {
  /** From 1. */
  readonly at: number;
  readonly total: number;
  /** Addresses; null at an end of the list, and where the row is not here. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Where the record stands in the list that the reader came from; null where it does not. */
export function besideOf({ place, lists }: LibraryState): Beside | null {
  const kind = LISTS[place.section];
  const list = kind && lists[kind];
  if (!list || place.id === null || list.total === null) return null;
  for (const [index, row] of list.rows) {
    if (row.id !== place.id) continue;
    const to = (other: number): string | null => {
      const id = list.rows.get(other)?.id;
      return id === undefined ? null : hashOf(place.section, id);
    };
    return { at: index + 1, total: list.total, before: to(index - 1), after: to(index + 1) };
  }
  return null;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox], [type=file])');

/**
 * Keys of the whole page, none of them a letter alone: Ctrl+K to the search, Ctrl+Z to take back what was just done, and on a record
 * Escape back to its list, Alt+↑ and Alt+↓ to its neighbours, F2 to edit it. ⌘ stands for Ctrl.
 */
export function useKeys(state: LibraryState, on: LibraryCallbacks): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const { key, altKey, shiftKey, target } = event;
      const command = event.ctrlKey || event.metaKey;
      const { place, done } = state;
      const beside = besideOf(state);
      // What is typed is not lost by a key.
      const writing = document.querySelector('.record :is(form, .sheet)') !== null;
      if (command && !altKey && key.toLowerCase() === 'k') {
        const search = document.querySelector<HTMLInputElement>('.search input');
        if (!search) return;
        search.focus();
        search.select();
      } else if (command && !altKey && !shiftKey && key.toLowerCase() === 'z' && done && !done.undone && !isField(target)) {
        on.undoDeed(done.number);
      } else if (place.id !== null && key === 'Escape' && !writing) {
        location.hash = hashOf(place.section);
      } else if (place.id !== null && key === 'F2') {
        document.querySelector<HTMLElement>('.record [data-act="edit"]')?.click();
      } else if (altKey && !writing && key === 'ArrowUp' && beside?.before) location.hash = beside.before;
      else if (altKey && !writing && key === 'ArrowDown' && beside?.after) location.hash = beside.after;
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
