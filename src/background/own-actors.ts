/** The actors that the reader tracks by own decision, and what the names page asks before one is saved. */
import { type Actor, isOutlet } from '@/core/model/actor';
import { OWN_PACK, type QualifiedId } from '@/core/model/ids';
import type { NameBearer } from '@/core/model/view';
import { slugOf } from '@/core/naming/transliterate';
import { OWN_SOURCE } from '@/core/pack/overlay';
import type { BackgroundInput } from '@/messaging/protocol';
import type { Store } from '@/store/store';
import type { GazetteerService } from './gazetteer';
import { refOf } from './resolve';

/** By name. Outlets are tended in the library. */
export async function listOwnActors(store: Store): Promise<readonly Actor[]> {
  return (await store.overlay.actors.all()).filter((actor) => !isOutlet(actor)).sort((a, b) => a.name.localeCompare(b.name));
}

/** Adds or replaces; a new actor gets an id from its name that none of the others has. */
export async function saveOwnActor(store: Store, given: BackgroundInput<'own-actor/save'>): Promise<Actor> {
  const { id, kind, name, names, surnames, description } = given;
  const taken = new Set((await store.overlay.actors.all()).map((actor) => actor.id));
  const actor: Actor = {
    id: id ?? freeId(name, taken),
    kind,
    name,
    names: [...new Set(names)].filter((text) => text !== name).map((text) => ({ text })),
    surnames: kind === 'person' ? [...new Set(surnames)] : [],
    ...(description?.trim() ? { description: description.trim() } : {}),
    offices: [],
    sources: [OWN_SOURCE],
  };
  await store.overlay.actors.put([actor]);
  return actor;
}

function freeId(name: string, taken: ReadonlySet<QualifiedId>): QualifiedId {
  const slug = slugOf(name) || 'name';
  for (let n = 1; ; n++) {
    const id = `${OWN_PACK}:${n === 1 ? slug : `${slug}-${n}`}`;
    if (!taken.has(id)) return id;
  }
}

/** Who bears each of these names, the whole of it; one list a name. */
export async function bearersOf(
  store: Store,
  gazetteer: GazetteerService,
  names: readonly string[],
  except: QualifiedId | undefined,
): Promise<readonly (readonly NameBearer[])[]> {
  const found = await gazetteer.bearers(names);
  const subjects = await store.read((facts) => facts.subjects.get(found.flat().map(({ id }) => id)));
  return found.map((bearers) =>
    bearers.flatMap(({ id, form }) => {
      const subject = subjects.get(id);
      return subject && id !== except ? [{ ...refOf(subject), form }] : [];
    }),
  );
}
