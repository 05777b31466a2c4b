import type { QualifiedId } from '@/core/model/ids';
import type { Health, NewsChoices, PageArticle, Remembering, SubjectView } from '@/core/model/view';
import { BACKUP_TABLES } from '@/core/pack/backup';
import { ok, type Result } from '@/core/result';
import { faultOf } from '@/messaging/answer';
import { createAskPage } from '@/messaging/client';
import type { BackgroundInput } from '@/messaging/protocol';
import type { BackgroundHandlers } from '@/messaging/server';
import { hostOf } from '@/platform/hosts';
import { ABOUT_ARTICLE_FILES, ABOUT_FILES } from '@/platform/reader-files';
import type { Platform } from '@/platform/types';
import type { Connection } from '@/store/connection';
import { createStore, type Store, webLocks } from '@/store/store';
import { runCommand } from './commands';
import { eraseAll, holdingsOf } from './erase';
import { readItems } from './feed-articles';
import { createFeedKeeping } from './feed-keeping';
import { choicesIn } from './feed-lists';
import { ledgerView, sourcesView } from './feed-views';
import { createFeeds, FEED_ALARM } from './feeds';
import type { GazetteerService } from './gazetteer';
import { createGiveBack, createGiveBackSite } from './given-back';
import { checkHealth } from './health';
import { inBackground } from './in-background';
import { createStarterPacks } from './install-packs';
import { createKnownPages } from './known-pages';
import { createLedger } from './ledger';
import { libraryDetail, searchLibrary } from './library-search';
import { lookUp } from './lookup';
import { overlayCalls } from './overlay-calls';
import { listPacks, removePack, undoPack } from './packs';
import { eventsFor, judgeClaim, readPage } from './page-claims';
import { pageFacts } from './page-facts';
import { newCoverage, paintNews } from './page-news';
import type { Repaint } from './page-overlay';
import { createRelatedCoverage } from './page-related';
import { timelineOf } from './page-timeline';
import { createPopupOpenings } from './popup-opening';
import { backupCalls, finishRestoring } from './restored';
import { COPY_ALARMS, createSafetyCopies } from './safety-copy';
import { createSearchIndexing, INDEX_ALARM } from './search-index';
import type { SettingsStore } from './settings';
import type { Sites } from './sites';
import { localDay } from './subject-news';
import { subscriptionCalls } from './subscription-calls';
import { createSubscriptions, PACK_ALARM } from './subscriptions';
import { tendingCalls } from './tending';
import { openTrackPage, TRACK_COMMAND, TRACK_MENU, trackSelection } from './track';
import { createTravel } from './travel';

/** Shown once, when the reader has installed Sidelight. */
const WELCOME = 'welcome.html';

/** Calls that start.ts answers by itself. */
export type EarlyCall = 'page/hello' | 'page/part' | 'subject/get' | 'gazetteer/get' | 'gazetteer/scan';

/** What start.ts has made already. */
export interface Early {
  readonly platform: Platform;
  /** The whole store where there is one already (tests), else the connection that its other parts are to share. */
  readonly store: Store | Connection;
  readonly settings: SettingsStore;
  readonly sites: Sites;
  readonly gazetteer: GazetteerService;
}

export interface Later {
  readonly handlers: Omit<BackgroundHandlers, EarlyCall>;
  /** Resolves when the packs of this release are installed. Begun by whoever waits for it first; a card of what is there does not. */
  settled(): Promise<void>;
  lookUp(id: QualifiedId): Promise<Result<SubjectView>>;
  /** See paintNews. */
  onlyNews(since: number): Repaint;
  /** What is done at each start, once the question that started it is answered. */
  begin(): void;
  granted(origins: readonly string[]): Promise<unknown>;
  withdrawn(): Promise<unknown>;
  /** Settings came from another browser. */
  travelled(): Promise<unknown>;
  alarm(name: string): void;
  /** `reason` as the browser gives it. */
  installed(reason: string): void;
  started(): Promise<unknown>;
  menu(id: string, selected: string): Promise<unknown>;
  command(name: string): Promise<unknown>;
}

export function createLater({ platform, store: given, settings, sites, gazetteer }: Early): Later {
  const { messages, tabs, storage, manifest, permissions, alarms } = platform;
  const store = 'opened' in given ? createStore({}, given) : given;
  const askPage = createAskPage(tabs);
  const ledger = createLedger({
    log: store.requests,
    permissions,
    fetch: platform.fetch,
    ownOrigin: messages.origin,
    now: () => Date.now(),
  });
  const packs = createStarterPacks(store, ledger.ownFile, messages.origin, manifest.version);
  // The clock is looked up anew each time: readers set theirs.
  const pause = () => new Promise<void>((go) => setTimeout(go));
  const searchIndexing = createSearchIndexing(store, alarms, pause);
  const reading = { store, names: gazetteer.names, now: () => Date.now(), pause };
  const coverage = createRelatedCoverage(store);
  /** Where coverage was read into memory meanwhile, it lacks what was put in. */
  const indexing = { run: () => searchIndexing.run().then(coverage.forget) };
  const giveBack = createGiveBack(store, settings, permissions, manifest.matches);
  const keeping = createFeedKeeping({ feeds: store.feeds, settings, now: reading.now, pause });
  /** What went is in the index no more, and a large part of that may have to be made anew. */
  const cleanFeeds = async (chosen?: boolean): Promise<void> => {
    if ((await keeping.clean(chosen)) === 0) return;
    coverage.forget();
    await indexing.run();
  };
  const feeds = createFeeds({
    ...{ ...reading, permissions, alarms, send: ledger.send, chance: () => Math.random(), lock: webLocks.run },
    read: async (row, feed) => readItems(reading, row, await keeping.trim(feed)),
    index: coverage.add,
    giveBack,
  });

  const subscriptions = createSubscriptions({
    ...{ store, permissions, alarms, now: reading.now, send: ledger.send, chance: () => Math.random(), lock: webLocks.run },
    applied: () => packsChanged(),
    giveBack,
  });

  const travel = createTravel({
    ...{ local: storage, sync: platform.sync, settings, permissions, painting: store.overlay.painting, now: reading.now },
  });
  /** Whatever is set elsewhere is set here, and the other way round. */
  const travelled = async (): Promise<void> => {
    if (!(await travel.run())) return;
    await sites.reconcile();
    await refreshPages();
  };

  const restoredWorld = {
    ...{ store, settings, sites, giveBack },
    giveBackSite: createGiveBackSite(settings, permissions, manifest.matches),
    arm: () => Promise.all([feeds.arm(), subscriptions.arm()]),
    changed: () => {
      packsChanged();
      inBackground(copies.changed(new Set(BACKUP_TABLES)));
    },
  };

  let packFaults: readonly string[] = [];
  let copyFaults: readonly string[] = [];
  const health = (): Promise<Health> => checkHealth(store, settings, ledger, [...packFaults, ...copyFaults], platform.copies, Date.now());

  const knownPages = createKnownPages({
    ...{ session: platform.session, askPage, site: sites.get, now: reading.now },
    readArticle: async (tabId) => (await platform.scripting.evaluate(tabId, ABOUT_ARTICLE_FILES)) as PageArticle,
    facts: ({ host, subjects, ...page }) => pageFacts(store, host, subjects, page),
  });

  /** Pages ask for orders again; those that are not read do not answer, which is no fault. */
  const refreshPages = async (): Promise<void> => {
    await knownPages.forget();
    const ids = await tabs.ids();
    await Promise.all(ids.map((id) => askPage(id, 'page/refresh', {})));
  };

  const installPacks = async (again: boolean): Promise<void> => {
    const { changed, faults } = await packs.install({ again });
    packFaults = faults;
    // The names are packed now and not when the first page waits for them.
    if (changed) inBackground(gazetteer.orders().then(refreshPages));
    inBackground(health().then((now) => platform.action.badge(now.faults.length ? '!' : '')));
  };

  let settling: Promise<void> | null = null;
  const settled = (): Promise<void> => {
    settling ??= installPacks(false);
    return settling;
  };

  const copies = createSafetyCopies(store, platform.copies, alarms);
  /** After the packs, which are no part of a copy; what was put in is then taken up as a restored backup is. */
  const mend = async (): Promise<void> => {
    await settled();
    try {
      await copies.mend();
      copyFaults = [];
    } catch (error) {
      copyFaults = [faultOf(error).message];
      throw error;
    }
  };
  let mending: Promise<void> | null = null;
  const mended = (): Promise<void> => {
    mending ??= mend();
    return mending;
  };
  store.copies.onChange((tables) => inBackground(copies.changed(tables)));

  const afterChange = async <T>(answer: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await answer;
    inBackground(refreshPages());
    inBackground(travelled());
    return result;
  };

  /** Names are others than before: packed now and not when the first page waits for them. */
  const packsChanged = (): void => {
    coverage.forget();
    inBackground(gazetteer.orders().then(refreshPages).then(indexing.run));
    inBackground(mended().then(copies.packs));
  };
  const afterPacksChanged = async <T>(answer: Result<T>): Promise<Result<T>> => {
    if (answer.ok) packsChanged();
    return answer;
  };

  const remembering = async (): Promise<Remembering> => {
    const [{ values }, articles] = await Promise.all([settings.get(), store.ownClaims.remembered()]);
    return { on: values.remember, articles };
  };

  const newsChoices = async (): Promise<NewsChoices> => {
    const [{ values }, opened] = await Promise.all([settings.get(), store.openings.count()]);
    return { badge: values.badge, onlyNew: values.onlyNew !== null, opened };
  };

  /** New coverage of a page that was read, on the toolbar button over its tab; a fault has the button for itself. */
  const countNew = async (tabId: number, url: string, { article, subjects }: BackgroundInput<'article/read'>): Promise<void> => {
    const host = hostOf(url);
    // Which packs are faulty is not known before.
    await settled();
    if (host === null || (await health()).faults.length > 0) return;
    const count = await newCoverage(store, { host, subjects, published: article.published ?? undefined });
    await platform.action.badge(count > 0 ? String(count) : '', tabId);
  };

  const openings = createPopupOpenings({
    ...{ tabs, askPage, site: sites.get },
    // Opening the popup lets us into this tab (activeTab); the script's value is the article.
    readArticle: async (tabId) => (await platform.scripting.evaluate(tabId, ABOUT_FILES)) as PageArticle,
    facts: ({ host, subjects, ...page }) => pageFacts(store, host, subjects, page),
  });

  const handlers: Later['handlers'] = {
    ...overlayCalls(store, gazetteer, () => {
      inBackground(refreshPages());
      inBackground(travelled());
    }),
    ...subscriptionCalls(subscriptions),
    ...backupCalls(restoredWorld),
    'travel/get': async () => ok(await travel.state()),
    'travel/set': async ({ on }) => {
      const state = await travel.set(on);
      inBackground(sites.reconcile().then(refreshPages));
      return ok(state);
    },
    ...tendingCalls(store, () => {
      coverage.forget();
      inBackground(gazetteer.orders().then(refreshPages));
    }),
    'article/events': async ({ subjects }, { frame, isPrivate }) => {
      const events = await eventsFor(store, subjects);
      // Its names are marked, and it is an article: what the popup over it will show at first.
      if (frame?.frameId === 0 && !isPrivate) inBackground(knownPages.look(frame.tabId));
      return ok(events);
    },
    'article/read': async (reading, from) => {
      const { values, unsure } = await settings.get();
      if (values.badge && from.frame?.frameId === 0) inBackground(countNew(from.frame.tabId, from.url, reading));
      return ok(await readPage(store, reading, from, values.remember && !unsure, today()));
    },
    'claim/judge': (judgement, from) => judgeClaim(store, judgement, from, today()),
    'remember/get': async () => ok(await remembering()),
    'remember/set': async ({ on }) => {
      await settings.update((values) => ({ ...values, remember: on }));
      return ok(await remembering());
    },
    'remember/forget': async () => {
      await store.ownClaims.forget();
      coverage.forget();
      inBackground(indexing.run());
      return ok(await remembering());
    },
    'popup/open': async () => ok(await openings.open()),
    'page/facts': async (question) => ok(await openings.facts(question)),
    'page/related': async (question) => ok(await coverage.related(question)),
    'page/timeline': async ({ subjects, published }) => ok(await timelineOf(store, subjects, published)),
    'subject/opened': async ({ ids, tabId }, { role, isPrivate }) => {
      if (!isPrivate) await store.openings.opened(ids, Date.now());
      await knownPages.forget();
      // What the reader looks at now is not counted any more.
      if (role === 'own' && tabId !== undefined) inBackground(platform.action.badge('', tabId));
      return ok(true as const);
    },
    'news/get': async () => ok(await newsChoices()),
    'news/set': async ({ badge, onlyNew }) => {
      await settings.update((values) => ({
        ...values,
        ...(badge !== undefined && { badge }),
        ...(onlyNew !== undefined && { onlyNew: onlyNew ? Date.now() : null }),
      }));
      if (onlyNew !== undefined) inBackground(refreshPages());
      if (badge === false) inBackground(tabs.ids().then((all) => Promise.all(all.map((tabId) => platform.action.badge('', tabId)))));
      return ok(await newsChoices());
    },
    'news/forget': async () => {
      await store.openings.forget();
      return ok(await newsChoices());
    },
    'health/get': async () => {
      await settled();
      return ok(await health());
    },
    'site/get': ({ host }) => sites.get(host),
    'site/set': ({ host, on, tabId }) => afterChange(sites.set(host, on, tabId)),
    'pause/set': ({ paused }) => afterChange(settings.update((values) => ({ ...values, paused })).then((values) => ok(values.paused))),
    'feeds/list': async () => ok(await sourcesView(store, permissions, (await settings.get()).values.keepMonths)),
    'feeds/follow': async ({ feeds: chosen }) => {
      const followed = await feeds.follow(chosen);
      if (followed.ok) inBackground(feeds.check());
      return followed;
    },
    'feeds/unfollow': async ({ url }) => {
      await feeds.unfollow(url);
      return ok(true);
    },
    'feeds/check': async ({ url }) => {
      await feeds.check(url);
      return ok(true);
    },
    'feeds/keep': async ({ months }) => {
      await settings.update((values) => ({ ...values, keepMonths: months }));
      inBackground(cleanFeeds(true));
      return ok(true);
    },
    'feeds/opml': async ({ text }) => ok(choicesIn(text)),
    'ledger/get': async () => ok(await ledgerView(store, ledger)),
    'library/search': async (query) => {
      await settled();
      return ok(await searchLibrary(store, query));
    },
    'library/get': ({ kind, id }) => libraryDetail(store, kind, id),
    'packs/list': async () => {
      await settled();
      return ok(await listPacks(store));
    },
    'packs/undo': async ({ pack }) => afterPacksChanged(await undoPack(store, pack)),
    'packs/remove': async ({ pack }) => afterPacksChanged(await removePack(store, pack)),
    'packs/changed': async () => afterPacksChanged(ok(true as const)),
    'storage/holdings': async () => {
      await settled();
      return ok(await holdingsOf(store));
    },
    'storage/erase': async () => {
      // Packs that are just being installed are waited for: they would go into the new database half.
      await settled().catch(() => undefined);
      await travel.forget();
      await eraseAll({
        store,
        storage,
        permissions,
        alarms,
        builtIn: manifest.matches,
        alarmNames: [FEED_ALARM, PACK_ALARM, INDEX_ALARM, ...COPY_ALARMS],
      });
      await copies.forget();
      await knownPages.forget();
      coverage.forget();
      await sites.reconcile();
      settling = installPacks(true);
      mending = mend();
      await mending;
      inBackground(refreshPages().then(indexing.run));
      return ok(true);
    },
    'health/retry': async () => {
      store.close();
      const repair = sites.repair();
      // The packs are tried again whatever becomes of the settings.
      settling = repair.catch(() => undefined).then(() => installPacks(true));
      mending = mend().then(() => finishRestoring(restoredWorld));
      await mending.catch(() => undefined);
      if (await repair) inBackground(refreshPages());
      return ok(await health());
    },
  };

  return {
    handlers,
    settled,
    async lookUp(id) {
      const answer = await lookUp(store, id);
      if (answer.ok || answer.fault.code !== 'unknown-subject') return answer;
      // Just installed, the packs may still be on their way in.
      await settled();
      return lookUp(store, id);
    },
    onlyNews: (since) => (chosen) => paintNews(store, chosen, since),
    begin() {
      const packsIn = settled();
      inBackground(packsIn.then(() => store.clean()).then(indexing.run));
      // Browsers drop alarms on updates, and Firefox with the browser.
      inBackground(packsIn.then(restoredWorld.arm));
      // What was brought back is taken up, and what a worker was stopped at while it took a backup's settings.
      inBackground(
        mended()
          .then(() => finishRestoring(restoredWorld))
          .then(copies.packs),
      );
    },
    granted: (origins) =>
      tabs
        .active()
        .then((tab) => sites.adopt(origins, tab))
        .then(refreshPages),
    withdrawn: () => sites.reconcile().then(refreshPages),
    travelled,
    alarm(name) {
      if (name === FEED_ALARM) inBackground(feeds.check().then(() => cleanFeeds()));
      if (name === PACK_ALARM) inBackground(subscriptions.check());
      if (name === INDEX_ALARM) inBackground(indexing.run());
      if (COPY_ALARMS.includes(name)) inBackground(mended().then(() => copies.due(name)));
    },
    installed(reason) {
      // Browsers keep it from here on.
      inBackground(platform.menus.onSelection(TRACK_MENU));
      // An update may be a developer's reload of the same release with other files.
      if (reason === 'update') settling = installPacks(true);
      if (reason === 'install') inBackground(tabs.open(WELCOME));
      inBackground(sites.reconcile());
    },
    started: sites.reconcile,
    menu: async (id, selected) => {
      if (id === TRACK_MENU.id) await openTrackPage(selected, platform);
    },
    command: (name) => (name === TRACK_COMMAND ? trackSelection(platform) : runCommand(name, tabs, askPage)),
  };
}

/** The reader's date. */
const today = (): string => localDay(Date.now());
