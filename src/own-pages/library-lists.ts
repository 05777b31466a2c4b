/**
 * The library's lists: asked for as one types, page by page as one scrolls. An answer to an older question is dropped. Draws nothing
 * and knows no browser API: both come in.
 */
import { type LibraryKind, type LibraryPage, type LibraryQuery, type LibraryRow, MOST_ROWS, type SubjectRow } from '@/core/model/library';
import { EVERYTHING as UNNARROWED } from '@/ui/library/filters';
import { hashOf } from '@/ui/library/place';
import type { ListName, ListQuery, ListState, ListsCallbacks, ListsState } from '@/ui/library/state';
import type { LibraryWorld, Part } from './library';

/** A letter typed within this (ms) is another question: asked after the last. */
const TYPING_MS = 120;
/** Rows asked for at once: some five windows. */
const PAGE = 100;
/** Pages of rows kept of one list: what lies further off is asked for again. */
const KEPT = 20;
/** As often (ms) as a reader who waits for the index looks again. */
const INDEXING_MS = 2000;
/** Subjects of which those that are offered are chosen. */
const LOOKED_AT = 20;
/** Subjects offered under a field: what is read at a glance. */
const OFFERED = 7;

export const NO_LISTS: ListsState = { lists: {} };

const EVERYTHING: ListQuery = { ...UNNARROWED, sort: 'best' };

export interface Lists {
  readonly on: ListsCallbacks;
  /** The list is looked at: asked for, or anew where facts were changed meanwhile. */
  open(kind: LibraryKind): void;
  /** Facts were changed: what is here is asked for again when it is looked at. */
  outdate(): void;
}

/** What is asked of the background. */
function queryOf(name: ListName, query: ListQuery, offset: number): LibraryQuery {
  const { text, status, outlet, actor, event, subject, from, to, sort } = query;
  return {
    kind: name === 'split' ? 'claim' : name,
    text: text.slice(0, 200),
    sort,
    offset,
    limit: PAGE,
    ...(status && { status }),
    ...(outlet?.id && { outlet: outlet.id }),
    ...(actor?.id && { actor: actor.id }),
    ...(event?.id && { event: event.id }),
    ...(subject?.id && { subject: subject.id }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

export function createLists(world: LibraryWorld, { state, show }: Part, go: LibraryWorld['go']): Lists {
  /** Goes up with each new question of a list: answers to older ones are dropped. */
  const turns = new Map<ListName, number>();
  const asked = new Map<ListName, Set<number>>();
  const outdated = new Set<ListName>();

  const put = (name: ListName, change: Partial<ListState>): void => {
    const list = state().lists[name];
    if (list) show({ lists: { ...state().lists, [name]: { ...list, ...change } } });
  };

  const load = async (name: ListName, offset: number, anew: 'key' | 'rows' | null): Promise<void> => {
    const list = state().lists[name];
    const pages = asked.get(name) ?? new Set();
    if (!list || (anew === null && pages.has(offset))) return;
    const turn = turns.get(name) ?? 0;
    asked.set(name, anew ? new Set([offset]) : pages.add(offset));
    const answer = await world.ask('library/search', queryOf(name, list.query, offset));
    if (turn !== (turns.get(name) ?? 0)) return;
    if (!answer.ok) {
      asked.get(name)?.delete(offset);
      put(name, { busy: false });
      show({ problem: answer.fault.message });
      return;
    }
    take(name, offset, answer.value, anew);
  };

  const take = (name: ListName, offset: number, page: LibraryPage, anew: 'key' | 'rows' | null): void => {
    const list = state().lists[name];
    if (!list) return;
    const rows = new Map<number, LibraryRow>(anew ? [] : list.rows);
    for (const [i, row] of page.rows.entries()) rows.set(offset + i, row);
    forget(name, rows, offset);
    const { total, exact, indexing } = page;
    put(name, { rows, total, exact, indexing, busy: false, ...(anew === 'key' ? { key: list.key + 1, from: 0 } : {}) });
    if (indexing && anew) void again(name, turns.get(name) ?? 0);
  };

  /** Lets the page go that lies furthest from where the reader is. */
  const forget = (name: ListName, rows: Map<number, LibraryRow>, near: number): void => {
    const pages = asked.get(name);
    if (!pages || pages.size <= KEPT) return;
    const furthest = [...pages].reduce((far, page) => (Math.abs(page - near) > Math.abs(far - near) ? page : far));
    pages.delete(furthest);
    for (let i = furthest; i < furthest + PAGE; i++) rows.delete(i);
  };

  /** While not everything can be found yet, more can by and by. */
  const again = async (name: ListName, turn: number): Promise<void> => {
    await world.wait(INDEXING_MS);
    if (turn === (turns.get(name) ?? 0) && (name === 'split') === (state().place.id !== null) && state().lists[name]?.indexing)
      await refresh(name);
  };

  /** The same question again, where the reader is. */
  const refresh = async (name: ListName): Promise<void> => {
    outdated.delete(name);
    const from = state().lists[name]?.from ?? 0;
    await load(name, from - (from % PAGE), 'rows');
  };

  const ask = async (name: ListName): Promise<void> => {
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    put(name, { busy: true });
    await world.wait(TYPING_MS);
    if (turn === turns.get(name)) await load(name, 0, 'key');
  };

  return {
    open(name) {
      if (state().lists[name]) {
        if (outdated.has(name)) void refresh(name);
        return;
      }
      const list: ListState = { query: EVERYTHING, total: null, exact: true, indexing: null, rows: new Map(), busy: true, from: 0, key: 0 };
      show({ lists: { ...state().lists, [name]: list } });
      void load(name, 0, 'key');
    },
    outdate() {
      for (const name of Object.keys(state().lists)) outdated.add(name as ListName);
    },
    on: {
      narrow(name, change) {
        const list = state().lists[name];
        if (!list) return;
        put(name, { query: { ...list.query, ...change } });
        void ask(name);
      },
      seen(name, from, to) {
        const list = state().lists[name];
        if (!list) return;
        if (list.from !== from) put(name, { from });
        const last = Math.min(to, list.total ?? to) - 1;
        for (let page = from - (from % PAGE); page <= last; page += PAGE) void load(name, page, null);
      },
      async find(kinds, text) {
        const answers = await Promise.all(
          kinds.map((kind) => world.ask('library/search', { kind, text: text.slice(0, 200), sort: 'best', offset: 0, limit: LOOKED_AT })),
        );
        const rows = answers.flatMap((answer) => (answer.ok ? answer.value.rows : []));
        const found = rows.filter((row): row is SubjectRow => row.kind !== 'claim' && row.kind !== 'article');
        // Whose shown name begins with what was typed is meant before whom an alias gives.
        const wanted = text.trim().toLowerCase();
        const begins = ({ name }: SubjectRow): number => Number(!name.toLowerCase().startsWith(wanted));
        return found.toSorted((a, b) => begins(a) - begins(b)).slice(0, OFFERED);
      },
      claimsOf({ id, name }) {
        const query = { ...EVERYTHING, subject: { id, name } };
        const key = state().lists.claim?.key ?? 0;
        const list: ListState = { query, total: null, exact: true, indexing: null, rows: new Map(), busy: true, from: 0, key };
        show({ lists: { ...state().lists, claim: list } });
        void go(hashOf('claims'));
        void ask('claim');
      },
      toSplit({ id, name }) {
        const query: ListQuery = { ...EVERYTHING, subject: { id, name }, sort: 'newest' };
        // Another key than the last list had: it begins at its top.
        const key = (state().lists.split?.key ?? 0) + 1;
        const list: ListState = { query, total: null, exact: true, indexing: null, rows: new Map(), busy: true, from: 0, key };
        turns.set('split', (turns.get('split') ?? 0) + 1);
        show({ lists: { ...state().lists, split: list } });
        void load('split', 0, 'key');
      },
      async idsIn(name, most) {
        const query = state().lists[name]?.query;
        if (!query) return null;
        const ids: string[] = [];
        for (;;) {
          const answer = await world.ask('library/search', {
            ...queryOf(name, query, ids.length),
            limit: Math.min(MOST_ROWS, most - ids.length),
          });
          if (!answer.ok) {
            show({ problem: answer.fault.message });
            return null;
          }
          ids.push(...answer.value.rows.map(({ id }) => id));
          if (answer.value.rows.length === 0 || ids.length >= Math.min(most, answer.value.total)) return ids;
        }
      },
    },
  };
}
