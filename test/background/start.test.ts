/** The whole background over a fake browser, a real store and the real gazetteer. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GRACE_MS } from '@/background/first-answer';
import { startBackground } from '@/background/start';
import { openGazetteer } from '@/core/gazetteer/open';
import type { Fault } from '@/core/result';
import type { BackgroundAnswers, BackgroundCall, Found } from '@/messaging/protocol';
import type { Platform, Sender } from '@/platform/types';
import { createStore, type Store, type StoreOptions } from '@/store/store';
import { declareVersions } from '@/store/versions';
import { locksHere } from '../store/locks-here';
import { claim, outlet, packData, person, samplePack } from '../store/sample-pack';
import { type FakePlatform, fakePlatform, pageAt, popup } from './fake-platform';

const page = pageAt('https://www.daily.test/story');
const people = (revision: number, ...names: string[]) =>
  JSON.stringify(packData({ id: 'people', revision, actors: names.map((name) => person(name.toLowerCase().replace(' ', '-'), { name })) }));
const dossier = JSON.stringify(packData({ id: 'dossier', claims: [claim('c', '2025-05-01', { actors: ['people:ann-ace'] })] }));

let count = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

/** A browser with two good packs in the package. */
function browser(
  packs: Record<string, string> = { 'people.json': people(1, 'Ann Ace', 'Bob Beam'), 'dossier.json': dossier },
): FakePlatform {
  const platform = fakePlatform();
  for (const [name, text] of Object.entries(packs)) platform.files.set(`packs/${name}`, text);
  platform.files.set('packs/index.json', JSON.stringify(Object.keys(packs)));
  return platform;
}

/** Starts a worker; `name` is the database, which outlives it. */
function start(platform: Platform, options: StoreOptions = {}): Store {
  const store = createStore({ name: `start-test-${count++}`, ...options });
  open.push(store);
  startBackground(platform, store);
  return store;
}

/** Waits for what happens in the background: within the time that a test has, which on a busy machine is needed: nothing here is about time. */
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 5 });

const REFRESH = { to: 'page', call: 'page/refresh', input: {} };
/** A tab with a content script that was told of the new packs; what was sent until then is forgotten. */
async function startWithTab(platform: FakePlatform, tab: number): Promise<void> {
  platform.openTabs.set(tab, () => ({ ok: true, value: true }));
  start(platform);
  await eventually(() => expect(platform.log.toTabs).toEqual([[tab, REFRESH]]));
  platform.log.toTabs.length = 0;
}

type Answer<C extends BackgroundCall> = { ok: true; value: BackgroundAnswers[C] } | { ok: false; fault: Fault };
const asking =
  (platform: FakePlatform) =>
  async <C extends BackgroundCall>(call: C, input: unknown, sender: Sender = popup): Promise<Answer<C>> =>
    (await platform.deliver({ to: 'background', call, input }, sender)) as Answer<C>;
async function value<C extends BackgroundCall>(answer: Promise<Answer<C>>): Promise<BackgroundAnswers[C]> {
  const read = await answer;
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
}

describe('what is new to the reader', () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const [today, yesterday] = [day(0), day(1)];
  const news = {
    'news.json': JSON.stringify(
      packData({
        id: 'news',
        actors: [person('kern', { name: 'Aldo Kern' }), person('holm', { name: 'Edda Holm' })],
        outlets: [outlet('courier', ['courier.test'], { name: 'Courier' })],
        events: [{ id: 'sund', name: 'Sund meeting', kind: 'meeting', participants: ['kern', 'holm'] }],
        claims: [claim('c', null, { outlet: 'courier', clocks: { reported: { edtf: today, basis: 'text' } }, events: ['sund'] })],
      }),
    ),
  };
  const article = { url: 'https://www.daily.test/a', title: 'A', published: yesterday, lang: 'en' };
  const reading = { article, claims: [], subjects: ['news:kern', 'news:holm'] };

  it('is counted on the toolbar button only where the reader wants that, and over once it is looked at', async () => {
    const platform = browser(news);
    start(platform);
    const ask = asking(platform);
    await value(ask('article/read', reading, page));
    expect(await value(ask('news/get', {}))).toEqual({ badge: false, onlyNew: false, opened: 0 });
    expect(platform.log.tabBadges.size).toBe(0);
    await value(ask('news/set', { badge: true }));
    await value(ask('article/read', reading, page));
    await eventually(() => expect(platform.log.tabBadges.get(7)).toBe('1'));
    await value(ask('subject/opened', { ids: ['news:sund'], tabId: 7 }));
    await eventually(() => expect(platform.log.tabBadges.get(7)).toBe(''));
    expect((await value(ask('news/get', {}))).opened).toBe(1);
    expect((await value(ask('news/forget', {}))).opened).toBe(0);
  });

  it('is known of no private window, and a page takes no number from the button', async () => {
    const platform = browser(news);
    start(platform);
    const ask = asking(platform);
    await value(ask('subject/opened', { ids: ['news:sund'], tabId: 3 }, { ...page, tab: { id: 7, incognito: true } }));
    expect((await value(ask('news/get', {}))).opened).toBe(0);
    expect(platform.log.tabBadges.size).toBe(0);
    await value(ask('subject/opened', { ids: ['news:sund'], tabId: 3 }, page));
    expect((await value(ask('news/get', {}))).opened).toBe(1);
    expect(platform.log.tabBadges.size).toBe(0);
  });

  it('changes how names are drawn, and open tabs follow', async () => {
    const platform = browser(news);
    platform.openTabs.set(5, () => ({ ok: true, value: true }));
    start(platform);
    const ask = asking(platform);
    await value(ask('news/set', { onlyNew: true }));
    expect((await value(ask('page/hello', {}, page))).overlay.painting.packs).toMatchObject({ news: 'unmarked', mine: 'unmarked' });
    await eventually(() => expect(platform.log.toTabs.some(([tab]) => tab === 5)).toBe(true));
    await value(ask('news/set', { onlyNew: false }));
    expect((await value(ask('page/hello', {}, page))).overlay.painting.packs).toEqual({});
  });
});

describe('a new installation', () => {
  it('answers from the first moment on, with the packs installed', async () => {
    const platform = browser();
    start(platform);
    // In the same turn: the listener must stand before anything was awaited.
    const ask = asking(platform);
    const health = await value(ask('health/get', {}));
    expect(health).toEqual({
      packs: [
        { id: 'people', title: 'Pack people', revision: 1, counts: { actors: 2, events: 0, claims: 0 } },
        { id: 'dossier', title: 'Pack dossier', revision: 1, counts: { actors: 0, events: 0, claims: 1 } },
      ],
      faults: [],
      requests: 0,
    });
    expect((await value(ask('subject/get', { id: 'people:ann-ace' }, page))).claims.map(({ id }) => id)).toEqual(['dossier:c']);
    platform.fire.installed('install');
    await eventually(() => expect([platform.log.opened, platform.log.badge]).toEqual([['welcome.html'], '']));
  });

  it('hands pages a gazetteer, as bytes where messages carry them, else as base64', async () => {
    const platform = browser();
    start(platform);
    const ask = asking(platform);
    const orders = await value(ask('page/hello', {}, page));
    expect(orders).toMatchObject({ state: 'on', gazetteer: { names: expect.any(Number), where: 'page' } });
    const { revision } = orders.gazetteer;
    const binary = await value(ask('gazetteer/get', { probe: new Uint8Array(1) }, page));
    const text = await value(ask('gazetteer/get', { probe: { 0: 0 } }, page));
    expect([binary.revision, text.revision]).toEqual([revision, revision]);
    expect(typeof text.bytes).toBe('string');
    expect(Buffer.from(text.bytes as string, 'base64')).toEqual(Buffer.from(binary.bytes as Uint8Array));
    const gazetteer = openGazetteer(binary.bytes as Uint8Array);
    expect(gazetteer.size).toBe(orders.gazetteer.names);
    const [match] = gazetteer.scan('Yesterday Ann Ace spoke.');
    expect([match?.start, match?.end]).toEqual([10, 17]);
    expect(gazetteer.subject(match?.candidates[0]?.subject ?? -1)).toMatchObject({ id: 'people:ann-ace', kind: 'person', open: true });
    const scanned = await value(ask('gazetteer/scan', { texts: ['nobody', 'Yesterday Ann Ace spoke.'] }, page));
    const found = JSON.parse(scanned.found) as Found;
    expect(found.matches).toEqual([[], [match]]);
    expect(found.subjects.map(([, { id }]) => id)).toEqual(['people:ann-ace']);
  });
});

describe('a worker that was stopped', () => {
  it('goes on where it was, and reads no pack again', async () => {
    const platform = browser();
    const name = `start-test-${count++}`;
    start(platform, { name });
    const before = await value(asking(platform)('page/hello', {}, page));
    await value(asking(platform)('pause/set', { paused: true }));

    const again = { ...browser(), storage: platform.storage };
    start(again, { name });
    const ask = asking(again);
    expect((await value(ask('page/hello', {}, page))).state).toBe('paused');
    await value(ask('pause/set', { paused: false }));
    expect(await value(ask('page/hello', {}, page))).toEqual(before);
    expect(again.log.fetched).toEqual([]);
  });

  it('finds new packs in a new release, and tells open pages', async () => {
    const platform = browser();
    const name = `start-test-${count++}`;
    start(platform, { name });
    const before = await value(asking(platform)('page/hello', {}, page));

    const next = browser({ 'people.json': people(2, 'Ann Ace', 'Cy Clay', 'Dee Dorn') });
    next.openTabs.set(5, () => ({ ok: true, value: true }));
    next.openTabs.set(6, null);
    start({ ...next, manifest: { ...next.manifest, version: '1.1.0' } }, { name });
    const after = await value(asking(next)('page/hello', {}, page));
    expect(after.gazetteer.revision).not.toBe(before.gazetteer.revision);
    expect(after.gazetteer.names).toBeGreaterThan(before.gazetteer.names);
    expect(await asking(next)('subject/get', { id: 'people:bob-beam' }, page)).toMatchObject({ fault: { code: 'unknown-subject' } });
    await eventually(() => expect(next.log.toTabs).toEqual([[5, REFRESH]]));
  });

  it('builds the names again where the kept ones are damaged', async () => {
    const platform = browser();
    const name = `start-test-${count++}`;
    const store = start(platform, { name });
    const { gazetteer } = await value(asking(platform)('page/hello', {}, page));
    await store.gazetteer.put({ revision: gazetteer.revision, names: 3, bytes: new Uint8Array([1, 2, 3]) });
    const again = browser();
    start(again, { name });
    const { bytes } = await value(asking(again)('gazetteer/get', { probe: new Uint8Array(1) }, page));
    expect(openGazetteer(bytes as Uint8Array).size).toBe(gazetteer.names);
  });
});

describe('a pack that no longer comes with the extension', () => {
  it('goes with the next release, and the reader’s own stay', async () => {
    const platform = browser();
    const name = `start-test-${count++}`;
    const store = start(platform, { name });
    await value(asking(platform)('health/get', {}));
    await store.install(samplePack({ id: 'desk', actors: [person('zed')] }), { builtIn: false });
    const next = browser({ 'people.json': people(1, 'Ann Ace', 'Bob Beam') });
    start({ ...next, manifest: { ...next.manifest, version: '1.1.0' } }, { name });
    const ask = asking(next);
    expect((await value(ask('health/get', {}))).packs.map(({ id }) => id)).toEqual(['people', 'desk']);
    expect((await value(ask('subject/get', { id: 'people:ann-ace' }, page))).claims).toEqual([]);
  });

  it('stays while another file cannot be read: that might be its own', async () => {
    const platform = browser();
    const name = `start-test-${count++}`;
    start(platform, { name });
    await value(asking(platform)('health/get', {}));
    const next = browser({ 'people.json': people(1, 'Ann Ace'), 'renamed.json': '{' });
    start({ ...next, manifest: { ...next.manifest, version: '1.1.0' } }, { name });
    const health = await value(asking(next)('health/get', {}));
    expect([health.packs.map(({ id }) => id), health.faults.length]).toEqual([['people', 'dossier'], 1]);
  });
});

describe('damaged settings', () => {
  it('let no page be read, say so, and are repaired when the reader asks', async () => {
    const platform = browser();
    platform.stored.set('settings', { version: 1, paused: false, sites: { on: {}, off: ['sport.daily.test'] } });
    await startWithTab(platform, 5);
    const ask = asking(platform);
    const state = async () => (await value(ask('page/hello', {}, page))).state;
    expect(await state()).toBe('off');
    const { faults } = await value(ask('health/get', {}));
    expect(faults).toEqual([expect.stringMatching(/settings are damaged.*“Try again”/)]);
    expect(await ask('pause/set', { paused: true })).toMatchObject({ ok: false, fault: { code: 'settings-damaged' } });
    await eventually(() => expect(platform.log.badge).toBe('!'));
    platform.log.toTabs.length = 0;
    expect((await value(ask('health/retry', {}))).faults).toEqual([]);
    expect([await state(), await value(ask('site/get', { host: 'sport.daily.test' }))]).toEqual([
      'on',
      { kind: 'built-in', on: false, paused: false },
    ]);
    await eventually(() => expect([platform.log.badge, platform.log.toTabs]).toEqual(['', [[5, REFRESH]]]));
  });

  it('whose repair fails do not keep the packs out, and the failure is told', async () => {
    const platform = browser();
    platform.stored.set('settings', 'damaged');
    const refusing = { ...platform.storage, set: () => Promise.reject(new Error('the disk is full')) };
    start({ ...platform, storage: refusing });
    const ask = asking(platform);
    expect(await ask('health/retry', {})).toMatchObject({ ok: false, fault: { message: expect.stringContaining('the disk is full') } });
    expect((await value(ask('health/get', {}))).packs).toHaveLength(2);
    expect(platform.stored.get('settings')).toBe('damaged');
  });
});

it('a browser in which an optional interface throws still gets its answers', async () => {
  const platform = browser();
  const commands = {
    ...platform.commands,
    onCommand: () => {
      throw new TypeError('commands is undefined');
    },
  };
  expect(() => start({ ...platform, commands })).toThrow('commands is undefined');
  expect((await value(asking(platform)('health/get', {}))).packs).toHaveLength(2);
  expect((await value(asking(platform)('page/hello', {}, page))).state).toBe('on');
});

describe('a bad pack', () => {
  it.each([
    ['is no JSON', '{"format":', 'bad.json: expected JSON'],
    ['is another file', '{"name":"x"}', 'bad.json, format: expected'],
    ['has a wrong record', people(1, 'Ann Ace').replace('"person"', '"robot"'), 'bad.json, actors[0].kind: expected'],
    [
      'has a dangling reference',
      JSON.stringify(packData({ id: 'bad', claims: [claim('c', null, { actors: ['nobody'] })] })),
      'claims[0].actors[0]',
    ],
  ])('that %s is named, stops no other, and can be mended', async (_, text, words) => {
    const platform = browser({ 'bad.json': text, 'people.json': people(1, 'Ann Ace') });
    start(platform);
    const ask = asking(platform);
    const health = await value(ask('health/get', {}));
    expect(health.packs.map(({ id }) => id)).toEqual(['people']);
    expect(health.faults).toEqual([expect.stringContaining(words)]);
    await eventually(() => expect(platform.log.badge).toBe('!'));
    platform.files.set('packs/bad.json', dossier);
    const mended = await value(ask('health/retry', {}));
    expect([mended.packs.map(({ id }) => id), mended.faults]).toEqual([['people', 'dossier'], []]);
    await eventually(() => expect(platform.log.badge).toBe(''));
  });

  it('that is missing, or a list that is, is named too', async () => {
    const platform = browser();
    platform.files.delete('packs/dossier.json');
    start(platform);
    expect((await value(asking(platform)('health/get', {}))).faults).toEqual(['The pack dossier.json was not installed: status 404.']);
    platform.files.set('packs/index.json', '["../secret"]');
    expect((await value(asking(platform)('health/retry', {}))).faults).toEqual([
      expect.stringContaining('The list of packs could not be read'),
    ]);
  });
});

describe('a store that cannot be opened', () => {
  it('is told where the reader looks, everything else works, and trying again helps', async () => {
    let broken = true;
    const factory = new Proxy(indexedDB, {
      get: (target, key) => {
        if (key === 'open' && broken) throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
        const found: unknown = Reflect.get(target, key);
        return typeof found === 'function' ? found.bind(target) : found;
      },
    });
    const platform = browser();
    start(platform, { indexedDB: factory });
    const ask = asking(platform);
    const fault = expect.stringContaining('could not be opened');
    expect(await value(ask('health/get', {}))).toEqual({ packs: [], faults: [fault], requests: 0 });
    for (const [call, input, sender] of [
      ['subject/get', { id: 'people:ann-ace' }, page],
      ['page/facts', { host: 'daily.test', subjects: [] }, popup],
      ['page/hello', {}, page],
      ['gazetteer/get', { probe: 0 }, page],
    ] as const) {
      expect(await ask(call, input, sender)).toEqual({ ok: false, fault: { code: 'store-unopened', message: fault } });
    }
    expect(await value(ask('site/get', { host: 'daily.test' }))).toEqual({ kind: 'built-in', on: true, paused: false });
    expect(await value(ask('pause/set', { paused: true }))).toBe(true);
    broken = false;
    expect(await value(ask('health/retry', {}))).toMatchObject({ packs: [{ id: 'people' }, { id: 'dossier' }], faults: [] });
  });
});

it('a store of a newer version is shown, and the reader told that nothing is changed', async () => {
  const platform = browser();
  const name = `start-test-${count++}`;
  const store = start(platform, { name });
  await value(asking(platform)('page/hello', {}, page));
  store.close();
  const later = new Dexie(name);
  declareVersions(later);
  later.version(1000).stores({ invented: 'id' });
  await later.open();
  later.close();
  const again = browser();
  start(again, { name });
  const ask = asking(again);
  expect(await value(ask('health/get', {}))).toMatchObject({
    packs: [{ id: 'people' }, { id: 'dossier' }],
    faults: [expect.stringContaining('newer version')],
  });
  expect((await value(ask('subject/get', { id: 'people:ann-ace' }, page))).claims).toHaveLength(1);
});

describe('sites and switches', () => {
  it('tell a page whether it may be read', async () => {
    const platform = browser();
    start(platform);
    const ask = asking(platform);
    const state = async (url: string) => (await value(ask('page/hello', {}, pageAt(url)))).state;
    expect(await state('https://daily.test/')).toBe('on');
    expect(await state('https://blog.test/')).toBe('off');
    expect(await state('about:blank')).toBe('off');
    await value(ask('site/set', { host: 'daily.test', on: false }));
    expect(await state('https://daily.test/')).toBe('off');
    await value(ask('pause/set', { paused: true }));
    expect(await state('https://daily.test/')).toBe('paused');
  });

  it('tell open pages of each change', async () => {
    const platform = browser();
    await startWithTab(platform, 5);
    await value(asking(platform)('pause/set', { paused: true }));
    await eventually(() => expect(platform.log.toTabs).toEqual([[5, REFRESH]]));
  });

  it('follow a permission that is withdrawn in the browser', async () => {
    const platform = browser();
    start(platform);
    const ask = asking(platform);
    platform.granted.add('*://*.blog.test/*');
    await value(ask('site/set', { host: 'blog.test', on: true }));
    expect(platform.scripts.size).toBe(1);
    platform.fire.withdraw('*://*.blog.test/*');
    await eventually(() => expect(platform.scripts.size).toBe(0));
    expect(await value(ask('site/get', { host: 'blog.test' }))).toMatchObject({ kind: 'other', on: false });
  });
});

describe('keyboard commands', () => {
  it.each([
    ['next-mention', { call: 'page/step', input: { by: 1 } }],
    ['previous-mention', { call: 'page/step', input: { by: -1 } }],
    ['open-card', { call: 'page/open', input: {} }],
  ])('%s reaches the tab in front', async (name, message) => {
    const platform = browser();
    await startWithTab(platform, 3);
    platform.fire.command(name);
    await eventually(() => expect(platform.log.toTabs).toEqual([[3, { to: 'page', ...message }]]));
  });

  it('capture opens the form over the tab in front, and over a private one says why not, asking nothing', async () => {
    const platform = browser();
    await startWithTab(platform, 3);
    platform.fire.command('capture');
    await eventually(() => expect(platform.log.opened).toEqual(['capture.html?tab=3']));
    const { active } = platform.tabs;
    platform.tabs.active = async () => {
      const tab = await active();
      return tab && { ...tab, isPrivate: true };
    };
    platform.fire.command('capture');
    await eventually(() => expect(platform.log.opened.at(-1)).toBe('capture.html?private'));
    expect(platform.log.toTabs).toEqual([]);
  });

  it('do nothing where the tab has no reader, or there is no tab', async () => {
    const platform = browser();
    const warned = vi.spyOn(console, 'warn');
    start(platform);
    platform.fire.command('open-card');
    platform.openTabs.set(3, null);
    platform.fire.command('next-mention');
    await value(asking(platform)('health/get', {}));
    expect([platform.log.toTabs, warned.mock.calls]).toEqual([[], []]);
    warned.mockRestore();
  });
});

describe('a part of the reader', () => {
  it('is put into the frame that asks, and into no other', async () => {
    const platform = browser();
    platform.openTabs.set(7, () => null);
    start(platform);
    expect(await value(asking(platform)('page/part', { part: 'claims' }, { ...page, frameId: 3 }))).toBe(true);
    expect(platform.log.put).toEqual([[7, 3, 'article.js', 'story.js', 'claims.js']]);
  });

  it('is a fault where the browser does not let us in, and nothing that is no part is ever put in', async () => {
    const platform = browser();
    start(platform);
    expect(await asking(platform)('page/part', { part: 'claims' }, page)).toMatchObject({ fault: { code: 'not-let-in' } });
    expect(await asking(platform)('page/part', { part: 'background' }, page)).toMatchObject({ fault: { code: 'bad-input' } });
    expect(platform.log.put).toEqual([]);
  });
});

describe('a background that a question started', () => {
  /** A database in which the packs are, and a background over it that notes when it looks after them. */
  async function startAgain() {
    const platform = browser();
    const name = `start-test-again-${count++}`;
    // Other backgrounds of this file may still be at their index: a browser has one.
    const before = start(platform, { name, locks: locksHere() });
    await value(asking(platform)('health/get', {}));
    await eventually(async () => expect(await before.isIndexed()).toBe(true));
    before.close();
    const next = browser();
    const store = createStore({ name, locks: locksHere() });
    open.push(store);
    const did: string[] = [];
    const starterRelease: Store['starterRelease'] = () => {
      did.push('packs');
      return store.starterRelease();
    };
    startBackground(next, { ...store, starterRelease });
    return { ask: asking(next), did };
  }

  it('answers it before anything else, and then looks after its packs', async () => {
    // However slow the machine is: the grace is for workers that nobody asks.
    const wait = globalThis.setTimeout;
    const withoutGrace = ((run: () => void, ms?: number) => (ms === GRACE_MS ? 0 : wait(run, ms))) as typeof setTimeout;
    const waiting = vi.spyOn(globalThis, 'setTimeout').mockImplementation(withoutGrace);
    const { ask, did } = await startAgain();
    waiting.mockRestore();
    await value(ask('subject/get', { id: 'people:ann-ace' }));
    expect(did).toEqual([]);
    await eventually(() => expect(did).toEqual(['packs']));
  });

  it('does so by itself where no question comes', async () => {
    const { did } = await startAgain();
    expect(did).toEqual([]);
    await eventually(() => expect(did).toEqual(['packs']));
  });

  it('lets what depends on packs wait for them', async () => {
    const { ask, did } = await startAgain();
    await value(ask('health/get', {}));
    expect(did).toEqual(['packs']);
  });
});

describe('a page that was read', () => {
  const reader = ({ call }: { call: string }) =>
    call === 'page/state'
      ? { ok: true, value: { status: 'ready', url: page.url, subjects: [{ id: 'people:ann-ace', kind: 'person', count: 2 }] } }
      : { ok: true, value: true };
  const ARTICLE = {
    title: 'A story',
    url: page.url,
    host: 'www.daily.test',
    publisherName: null,
    published: null,
    modified: null,
    lang: null,
  };

  async function read(sender: Sender = { ...page, frameId: 0 }): Promise<FakePlatform> {
    const platform = browser();
    platform.scripting.evaluate = async (_tabId, files) => (files.join() === 'about.js' ? ARTICLE : null);
    platform.openTabs.set(7, (message) => reader(message as { call: string }));
    const store = start(platform);
    await value(asking(platform)('health/get', {}));
    await eventually(async () => expect(await store.isIndexed()).toBe(true));
    await value(asking(platform)('article/events', { subjects: ['people:ann-ace'] }, sender));
    return platform;
  }
  const known = async () => {
    const platform = await read();
    await eventually(() => expect(platform.inMemory.get('tab:7')).toMatchObject({ page: { url: page.url, article: ARTICLE } }));
    expect(platform.inMemory.get('tab:7')).toMatchObject({ page: { sight: { subjects: { first: ['Ann Ace'], total: 1 } } } });
    return platform;
  };

  it('is known to the popup that opens over it, in memory only, until its tab is left or closed', async () => {
    const platform = await known();
    expect(JSON.stringify([...platform.stored])).not.toContain('A story');
    // The same tab, another document.
    await value(asking(platform)('page/hello', { probe: null }, { ...page, url: 'https://www.daily.test/next', frameId: 0 }));
    await eventually(() => expect([...platform.inMemory.keys()]).toEqual([]));
    const other = await known();
    other.fire.closed(7);
    await eventually(() => expect([...other.inMemory.keys()]).toEqual([]));
  });

  it.each([
    ['the reader pauses', 'pause/set', { paused: true }],
    ['something was opened that may be new elsewhere', 'subject/opened', { ids: ['people:ann-ace'] }],
    ['a site is switched off', 'site/set', { host: 'www.daily.test', on: false }],
  ] as const)('is known no more where %s', async (_why, call, input) => {
    const platform = await known();
    await value(asking(platform)(call, input));
    await eventually(() => expect([...platform.inMemory.keys()]).toEqual([]));
  });

  it('is not kept of a private window, nor of a frame in it', async () => {
    for (const sender of [
      { ...page, frameId: 0, tab: { id: 7, incognito: true } },
      { ...page, frameId: 3 },
    ]) {
      const platform = await read(sender);
      await new Promise((done) => setTimeout(done, 100));
      expect([...platform.inMemory.keys()]).toEqual([]);
    }
  });
});
