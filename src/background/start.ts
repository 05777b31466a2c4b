/**
 * The background worker, put together: listeners first and without waiting, everything else behind promises. What a reader waits for
 * under the pointer is answered from here; all else is in later.ts, whose code Firefox loads only when it is needed, because it reads a
 * script's every line before the first one runs. The browser may stop the worker after any line.
 */
import type { Painting } from '@/core/model/painting';
import { ok } from '@/core/result';
import { forgetKnown } from '@/messaging/known-pages';
import { type BackgroundHandlers, serveBackground } from '@/messaging/server';
import type { Platform } from '@/platform/types';
import { createConnection } from '@/store/connection';
import { createFactStore } from '@/store/facts';
import type { FactStore, Store } from '@/store/store';
import { cardOf } from './card';
import { awaitFirstAnswer } from './first-answer';
import { createGazetteerService } from './gazetteer';
import { greet } from './hello';
import { inBackground } from './in-background';
import type { EarlyCall, Later } from './later';
import { putPart } from './parts';
import { scanning } from './scanning';
import { createSettings } from './settings';
import { createSites } from './sites';

/** Starts everything, synchronously. `given` is the store, by tests only. */
export function startBackground(platform: Platform, given?: Store): void {
  const { messages, tabs, storage, manifest } = platform;
  const connection = createConnection();
  const store: FactStore = given ?? createFactStore(connection);
  const settings = createSettings(storage);
  const sites = createSites(settings, platform.permissions, platform.scripting, manifest.matches);

  let loading: Promise<Later> | null = null;
  let loaded: Later | null = null;
  const load = async (): Promise<Later> => {
    const { createLater } = await import('./later');
    loaded = createLater({ platform, store: given ?? connection, settings, sites, gazetteer });
    return loaded;
  };
  const later = (): Promise<Later> => {
    loading ??= load();
    // A file that could not be read this once may be the next time.
    loading.catch(() => {
      loading = null;
    });
    return loading;
  };

  /** The packs of this release are installed, as nearly always they are. */
  const settled = async (): Promise<void> => {
    if (!loaded && (await store.starterRelease()) === manifest.version) return;
    await (await later()).settled();
  };
  const gazetteer = createGazetteerService(
    store,
    manifest.version,
    { building: async () => (await import('./name-building')).building, scanning },
    settled,
  );

  const early: Pick<BackgroundHandlers, EarlyCall> = {
    'page/hello': ({ probe }, { url, frame }) => {
      if (frame?.frameId === 0) inBackground(forgetKnown(platform.session, frame.tabId));
      const onlyNews = (since: number) => async (chosen: Painting) => (await later()).onlyNews(since)(chosen);
      return greet(url, probe, sites, gazetteer, store, settings, onlyNews);
    },
    'page/part': ({ part }, { frame }) => putPart(part, frame, platform.scripting),
    'subject/get': async ({ id }) => {
      const card = loaded ? null : await cardOf(store, id, null);
      return card ? ok(card) : (await later()).lookUp(id);
    },
    'gazetteer/get': async ({ probe }) => ok(await gazetteer.packed(probe)),
    'gazetteer/scan': async ({ texts }) => ok(await gazetteer.scan(texts)),
  };

  const first = awaitFirstAnswer();
  serveBackground(messages, early, {
    // All that is not answered here is there: see Later.
    others: async (call) => ((await later()).handlers as BackgroundHandlers)[call],
    answered: first.given,
  });
  const tell = (run: (all: Later) => unknown): void => inBackground(later().then(run));
  platform.permissions.onAdded((origins) => tell((all) => all.granted(origins)));
  platform.permissions.onRemoved(() => tell((all) => all.withdrawn()));
  tabs.onRemoved((tabId) => inBackground(forgetKnown(platform.session, tabId)));
  platform.sync.onChanged(() => tell((all) => all.travelled()));
  platform.alarms.onAlarm((name) => tell((all) => all.alarm(name)));
  platform.menus.onClicked((id, selected) => tell((all) => all.menu(id, selected)));
  platform.lifecycle.onInstalled((reason) => tell((all) => all.installed(reason)));
  platform.lifecycle.onStartup(() => tell((all) => all.started()));

  // Opened while the message that started the worker is on its way. Who needs it hears where it can't be.
  store.open().catch(() => undefined);
  // A worker started by a question answers that first; then comes all that nobody waits for.
  inBackground(first.over.then(later).then((all) => all.begin()));
  // Last, because not every browser has commands, and one that throws here has lost nothing else.
  platform.commands.onCommand((name) => tell((all) => all.command(name)));
}
