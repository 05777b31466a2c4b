/** The packs that are there, for the library page: listed, undone, removed. Imports are written by the library's own worker. */
import type { PackList } from '@/core/model/view';
import { fail, ok, type Result } from '@/core/result';
import type { Store } from '@/store/store';

export async function listPacks(store: Store): Promise<PackList> {
  const [packs, undoable] = await Promise.all([store.read(async (facts) => Object.values(facts.packs)), store.undoable()]);
  const undoOf = new Map(undoable.map(({ pack, at, revision }) => [pack, { at, revision }]));
  const shown = packs.map(({ info, builtIn, counts: { actors, outlets, events, claims } }) => ({
    id: info.id,
    title: info.title,
    revision: info.revision,
    licence: info.licence,
    builtIn,
    counts: { actors: actors + outlets, events, claims },
    undo: undoOf.get(info.id) ?? null,
  }));
  const ids = new Set(packs.map(({ info }) => info.id));
  return { shown, removed: undoable.flatMap(({ pack, at, revision }) => (ids.has(pack) || revision === null ? [] : [{ id: pack, at }])) };
}

/** Takes the last change of a pack back, or puts it in again. */
export async function undoPack(store: Store, pack: string): Promise<Result<true>> {
  return (await store.undo(pack)) ? ok(true) : fail('nothing-to-undo', 'There is nothing left to undo: changes are kept for a month.');
}

/** Takes an imported pack out. */
export async function removePack(store: Store, pack: string): Promise<Result<true>> {
  const builtIn = await store.read(async ({ packs }) => packs[pack]?.builtIn ?? false);
  if (builtIn) return fail('built-in-pack', 'This pack comes with Sidelight and can’t be removed.');
  return (await store.remove(pack)) ? ok(true) : fail('no-pack', 'This pack is not there any more.');
}
