/**
 * The library page's session: which section is looked at, and the parts that the sections are made of, each in a file of its own.
 * Draws nothing and knows no browser API: both come in.
 */
import type { Order, Report } from '@/imports/protocol';
import type { Ask } from '@/messaging/client';
import type { KeptFiles } from '@/platform/types';
import { hashOf, LISTS, placeOf, type Section } from '@/ui/library/place';
import type { LibraryCallbacks, LibraryState } from '@/ui/library/state';
import { createBackup, NO_BACKUP } from './library-backup';
import { createImports, NO_IMPORTS } from './library-imports';
import { createLists, NO_LISTS } from './library-lists';
import { createRecords, NO_RECORDS } from './library-records';
import { createStorage, NO_ROOM } from './library-storage';
import { createSubscriptions, NO_SUBSCRIPTIONS } from './library-subscriptions';
import { createTravel, NO_TRAVEL } from './library-travel';

/** One worker, from its first order to its last report. */
export interface Job {
  send(order: Order): void;
  end(): void;
}

export interface LibraryWorld {
  readonly ask: Ask;
  /** Starts a worker; `onFailure`: it could not start, or broke off. */
  startJob(onReport: (report: Report) => void, onFailure: (words: string) => void): Job;
  /** Hands a file to the reader under this name. */
  save(name: string, file: Blob): void;
  draw(state: LibraryState, on: LibraryCallbacks): void;
  /** In ms. */
  now(): number;
  /** What stands behind the hash of the page's address, and whoever wants to know when that changes. */
  hash(): string;
  onHash(listener: () => void): void;
  /** Goes to a place of the page, and resolves when whoever waits at {@link onHash} was told. */
  go(hash: string): Promise<void>;
  /** Asks the reader for these origins; must be called within a click. False where the reader says no. */
  request(origins: readonly string[]): Promise<boolean>;
  wait(ms: number): Promise<void>;
  /** What the browser says of the room that is used, in bytes; null where it says nothing. */
  estimate(): Promise<{ readonly usage?: number; readonly quota?: number } | null>;
  /** Whether the browser keeps what is stored also where the disk runs full, and asking it to; null where it does not say. */
  persisted(): Promise<boolean | null>;
  persist(): Promise<boolean | null>;
  /** Safety copies. */
  readonly copies: Pick<KeptFiles, 'list' | 'remove'>;
}

/** What a part of the session works with. */
export interface Part {
  state(): LibraryState;
  show(change: Partial<LibraryState>): void;
}

/** Where an address without a place leads. */
const START: Section = 'claims';

export function startLibrary(world: LibraryWorld): void {
  let state: LibraryState = {
    ...{ place: placeOf(world.hash(), START), problem: null },
    ...{ ...NO_IMPORTS, ...NO_SUBSCRIPTIONS, ...NO_LISTS, ...NO_RECORDS, ...NO_ROOM, ...NO_BACKUP, ...NO_TRAVEL },
  };
  const part: Part = {
    state: () => state,
    show(change) {
      state = { ...state, ...change };
      world.draw(state, on);
    },
  };
  const imports = createImports(world, part);
  const subscriptions = createSubscriptions(world, part, imports);
  const lists = createLists(world, part, world.go);
  /** Facts are others: a list that is looked at follows at once. */
  const changed = (): void => {
    lists.outdate();
    const kind = LISTS[state.place.section];
    if (kind && state.place.id === null) lists.open(kind);
  };
  const records = createRecords(world, part, changed, world.go);
  /** Nothing is as it was: what was seen of it is forgotten. */
  const anew = (): void => part.show({ ...NO_IMPORTS, ...NO_LISTS, ...NO_RECORDS });
  const storage = createStorage(world, part, anew);
  const backup = createBackup(world, part, () => {
    anew();
    void storage.refresh();
  });
  const travel = createTravel(world, part);
  const on: LibraryCallbacks = {
    ...{ ...imports.on, ...subscriptions.on, ...lists.on, ...records.on, ...storage.on, ...backup.on, ...travel.on },
    // Files can be dropped on every section; what becomes of them is seen in one.
    files(list) {
      imports.on.files(list);
      if (state.place.section !== 'packs') void world.go(hashOf('packs'));
    },
  };

  /** What a section shows is read when it is come to. */
  const come = (): void => {
    const place = placeOf(world.hash(), START);
    // The list has the row that the reader comes back to from its first drawing: that is when it gives it the focus.
    const left = place.id === null ? (state.record?.id ?? null) : state.left;
    part.show({ place, left, problem: null, done: null, erased: false });
    const kind = LISTS[place.section];
    if (kind && place.id === null) lists.open(kind);
    void records.open(place);
    if (place.section === 'packs') void Promise.all([imports.refresh(), subscriptions.refresh()]);
    if (place.section === 'outlets') void storage.refreshFeeds();
    if (place.section === 'corrections') void records.refreshDeeds();
    // The box of what travels opens once what stands above it has come: it would move away under a press.
    if (place.section === 'storage') void Promise.all([storage.refresh(), backup.refresh()]).finally(travel.refresh);
  };

  world.onHash(come);
  come();
  // Whether an update waits is seen from every section.
  if (state.place.section !== 'packs') void subscriptions.refresh();
}
