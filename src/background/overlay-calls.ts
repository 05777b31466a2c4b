/** Answers to everything that is about the reader's own decisions: corrections, own actors, painting, and their file. */
import type { Paint } from '@/core/model/painting';
import { readOverlay, writeOverlay } from '@/core/pack/overlay';
import { describeFault } from '@/core/pack/parse';
import { fail, ok } from '@/core/result';
import type { BackgroundHandlers } from '@/messaging/server';
import type { Store } from '@/store/store';
import { addCorrection, listCorrections } from './corrections';
import type { GazetteerService } from './gazetteer';
import { bearersOf, listOwnActors, saveOwnActor } from './own-actors';
import { createSubjectSearch } from './search';

type OverlayCall = Extract<
  keyof BackgroundHandlers,
  `correction/${string}` | `own-actor/${string}` | `painting/${string}` | `overlay/${string}` | 'subject/search' | 'names/check'
>;

/** Faults of one file that are told; whoever mends it sees the next ones then. */
const TOLD = 3;

/** `changed` is called after each change: open tabs must follow. */
export function overlayCalls(store: Store, gazetteer: GazetteerService, changed: () => void): Pick<BackgroundHandlers, OverlayCall> {
  const { corrections, actors, painting } = store.overlay;
  const search = createSubjectSearch(store);
  const then = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    changed();
    return done;
  };

  return {
    'correction/add': async (input, caller) => {
      const added = await addCorrection(store, input, caller);
      if (added.ok) changed();
      return added;
    },
    'correction/remove': async ({ ids }) => ok(await then(corrections.remove(ids))),
    'correction/restore': async ({ corrections: list }) => {
      await then(corrections.put(list));
      return ok(true);
    },
    'correction/list': async () => ok(await listCorrections(store)),
    'subject/search': async ({ text }) => ok(await search.find(text)),
    'names/check': async ({ names, except }) => ok(await bearersOf(store, gazetteer, names, except)),
    'own-actor/list': async () => ok(await listOwnActors(store)),
    'own-actor/save': async (input) => ok(await then(saveOwnActor(store, input))),
    'own-actor/remove': async ({ id }) => ok((await then(actors.remove([id])))[0] ?? null),
    'painting/get': async () => {
      const [chosen, packs] = await Promise.all([painting.get(), store.read(async (facts) => Object.values(facts.packs))]);
      const paint = (builtIn: boolean): Paint => (builtIn ? 'open' : 'discreet');
      return ok({ painting: chosen, packs: packs.map(({ info, builtIn }) => ({ id: info.id, title: info.title, paint: paint(builtIn) })) });
    },
    'painting/choose': async ({ of, id, paint }) => {
      await then(painting.choose(of, id, paint));
      return ok(true);
    },
    'painting/lines': async ({ lines }) => {
      await then(painting.lines(lines));
      return ok(true);
    },
    'overlay/export': async () => {
      const text = writeOverlay(await actors.all(), await corrections.all());
      return ok({ name: 'sidelight-my-names-and-corrections.json', text });
    },
    'overlay/import': async ({ file, text }) => {
      const read = readOverlay(file, text);
      if (!read.ok) {
        const more = read.faults.length - TOLD;
        const told = read.faults.slice(0, TOLD).map(describeFault).join('; ');
        return fail('bad-overlay', `Nothing was taken in. ${told}${more > 0 ? `; and ${more} more` : ''}.`);
      }
      const { actors: own, corrections: rules } = read.overlay;
      if (own.length + rules.length === 0) return fail('empty-overlay', `${file} carries no corrections and no names of your own.`);
      await then(store.overlay.take(own, rules));
      return ok({ actors: own.length, corrections: rules.length });
    },
  };
}
