/**
 * The library's lists: asked for as one types, page by page as one scrolls. An answer to an older question is dropped. Draws nothing
 * and knows no browser API: both come in.
 */
import { type LibraryKind, type LibraryPage, type LibraryQuery, type LibraryRow, MOST_ROWS, type SubjectRow } from '@/core/model/library';
import { hashOf } from '@/ui/library/place';
import type { ListQuery, ListState, ListsCallbacks, ListsState } from '@/ui/library/state';
import type { LibraryWorld, Part } from './library';

/** A letter typed within this (ms) is another question: asked after the last. */
const TYPING_MS = 120;
/** Rows asked for at once: some five windows. */
const PAGE = 100;
/** Pages of rows kept of one list: what lies further off is asked for again. */
const KEPT = 20;
/** As often (ms) as a reader who waits for the index looks again. */
const INDEXING_MS = 2000;
/** Subjects offered under a field: what is read at a glance. */
const OFFERED = 7;

export const NO_LISTS: ListsState = { lists: {} };

const EVERYTHING: ListQuery = {
  text: '',
  status: '',
  outlet: null,
  actor: null,
  event: null,
  subject: null,
  from: '',
  to: '',
  sort: 'best',
};

export interface Lists {
  readonly on: ListsCallbacks;
  /** The list is looked at: asked for, or anew where facts were changed meanwhile. */
  open(kind: LibraryKind): void;
  /** Facts were changed: what is here is asked for again when it is looked at. */
  outdate(): void;
}

/** What is asked of the background. */
function queryOf(kind: LibraryKind, query: ListQuery, offset: number): LibraryQuery {
  const { text, status, outlet, actor, event, subject, from, to, sort } = query;
  return {
    kind,
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
  const turns = new Map<LibraryKind, number>();
  const asked = new Map<LibraryKind, Set<number>>();
  const outdated = new Set<LibraryKind>();

  const put = (kind: LibraryKind, change: Partial<ListState>): void => {
    const list = state().lists[kind];
    if (list) show({ lists: { ...state().lists, [kind]: { ...list, ...change } } });
  };

  const load = async (kind: LibraryKind, offset: number, anew: 'key' | 'rows' | null): Promise<void> => {
    const list = state().lists[kind];
    const pages = asked.get(kind) ?? new Set();
    if (!list || (anew === null && pages.has(offset))) return;
    const turn = turns.get(kind) ?? 0;
    asked.set(kind, anew ? new Set([offset]) : pages.add(offset));
    const answer = await world.ask('library/search', queryOf(kind, list.query, offset));
    if (turn !== (turns.get(kind) ?? 0)) return;
    if (!answer.ok) {
      asked.get(kind)?.delete(offset);
      put(kind, { busy: false });
      show({ problem: answer.fault.message });
      return;
    }
    take(kind, offset, answer.value, anew);
  };

  const take = (kind: LibraryKind, offset: number, page: LibraryPage, anew: 'key' | 'rows' | null): void => {
    const list = state().lists[kind];
    if (!list) return;
    const rows = new Map<number, LibraryRow>(anew ? [] : list.rows);
    for (const [i, row] of page.rows.entries()) rows.set(offset + i, row);
    forget(kind, rows, offset);
    const { total, exact, indexing } = page;
    put(kind, { rows, total, exact, indexing, busy: false, ...(anew === 'key' ? { key: list.key + 1, from: 0 } : {}) });
    if (indexing && anew) void again(kind, turns.get(kind) ?? 0);
  };

  /** Lets the page go that lies furthest from where the reader is. */
  const forget = (kind: LibraryKind, rows: Map<number, LibraryRow>, near: number): void => {
    const pages = asked.get(kind);
    if (!pages || pages.size <= KEPT) return;
    const furthest = [...pages].reduce((far, page) => (Math.abs(page - near) > Math.abs(far - near) ? page : far));
    pages.delete(furthest);
    for (let i = furthest; i < furthest + PAGE; i++) rows.delete(i);
  };

  /** While not everything can be found yet, more can by and by. */
  const again = async (kind: LibraryKind, turn: number): Promise<void> => {
    await world.wait(INDEXING_MS);
    if (turn === (turns.get(kind) ?? 0) && state().place.id === null && state().lists[kind]?.indexing) await refresh(kind);
  };

  /** The same question again, where the reader is. */
  const refresh = async (kind: LibraryKind): Promise<void> => {
    outdated.delete(kind);
    const from = state().lists[kind]?.from ?? 0;
    await load(kind, from - (from % PAGE), 'rows');
  };

  const ask = async (kind: LibraryKind): Promise<void> => {
    const turn = (turns.get(kind) ?? 0) + 1;
    turns.set(kind, turn);
    put(kind, { busy: true });
    await world.wait(TYPING_MS);
    if (turn === turns.get(kind)) await load(kind, 0, 'key');
  };

  return {
    open(kind) {
      if (state().lists[kind]) {
        if (outdated.has(kind)) void refresh(kind);
        return;
      }
      const list: ListState = { query: EVERYTHING, total: null, exact: true, indexing: null, rows: new Map(), busy: true, from: 0, key: 0 };
      show({ lists: { ...state().lists, [kind]: list } });
      void load(kind, 0, 'key');
    },
    outdate() {
      for (const kind of Object.keys(state().lists)) outdated.add(kind as LibraryKind);
    },
    on: {
      narrow(kind, change) {
        const list = state().lists[kind];
        if (!list) return;
        put(kind, { query: { ...list.query, ...change } });
        void ask(kind);
      },
      seen(kind, from, to) {
        const list = state().lists[kind];
        if (!list) return;
        if (list.from !== from) put(kind, { from });
        const last = Math.min(to, list.total ?? to) - 1;
        for (let page = from - (from % PAGE); page <= last; page += PAGE) void load(kind, page, null);
      },
      async find(kinds, text) {
        const answers = await Promise.all(
          kinds.map((kind) => world.ask('library/search', { kind, text: text.slice(0, 200), sort: 'best', offset: 0, limit: OFFERED })),
        );
        const rows = answers.flatMap((answer) => (answer.ok ? answer.value.rows : []));
        return rows.filter((row): row is SubjectRow => row.kind !== 'claim' && row.kind !== 'article').slice(0, OFFERED);
      },
      claimsOf({ id, name }) {
        const query = { ...EVERYTHING, subject: { id, name } };
        const key = state().lists.claim?.key ?? 0;
        const list: ListState = { query, total: null, exact: true, indexing: null, rows: new Map(), busy: true, from: 0, key };
        show({ lists: { ...state().lists, claim: list } });
        void go(hashOf('claims'));
        void ask('claim');
      },
      async newestClaims(subject) {
        const answer = await world.ask('library/search', { kind: 'claim', text: '', subject, sort: 'newest', offset: 0, limit: MOST_ROWS });
        return answer.ok ? answer.value.rows.flatMap((row) => (row.kind === 'claim' ? [row] : [])) : [];
      },
    },
  };
}
