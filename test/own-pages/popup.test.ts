/** The popup's session over a played world: each state that a reader can meet, and what each control does. */
import { describe, expect, it } from 'vitest';
import { sightOf } from '@/core/coverage/sight';
import type { KnownPage } from '@/core/model/known-page';
import type { Health, PageArticle, PageClaimView, PageFacts, PageState, RelatedView } from '@/core/model/view';
import { fail, ok } from '@/core/result';
import { type PopupWorld, startPopup, type Tab } from '@/own-pages/popup';
import { readableHost } from '@/platform/hosts';
import type { PopupCallbacks, PopupState } from '@/ui/popup/state';

const HEALTH: Health = { packs: [], faults: [], requests: 0 };
const PAGE: PageState = {
  status: 'ready',
  url: 'https://www.harbour.test/a',
  subjects: [{ id: 'world:ada-holm', kind: 'person', count: 3 }],
};
const ARTICLE: PageArticle = {
  title: 'A story',
  url: 'https://www.harbour.test/a',
  host: 'www.harbour.test',
  publisherName: null,
  published: null,
  modified: null,
  lang: 'en',
};
const FACTS: PageFacts = {
  outlet: null,
  subjects: [{ id: 'world:ada-holm', name: 'Ada Holm', kind: 'person', count: 3 }],
  coverage: [],
  claims: [],
  claimsTotal: 0,
};

const NOTHING_ALIKE: RelatedView = { claims: [], alike: [] };

type Answers = Record<string, (input: never) => unknown>;

/** A world that answers from tables, and keeps what was asked and drawn. */
function play(
  options: {
    tab?: Tab | null | (() => Tab);
    calls?: Answers;
    pageCalls?: Answers;
    claimsCalls?: Answers;
    grants?: boolean;
    article?: () => PageArticle;
    start?: () => void;
    opening?: PopupWorld['opening'];
    known?: PopupWorld['known'];
    /** Thrown where the browser is asked for a permission, or to reload. */
    refuses?: Error;
  } = {},
) {
  const states: PopupState[] = [];
  const asked: [string, unknown][] = [];
  const kept: [number, KnownPage][] = [];
  let on: PopupCallbacks | undefined;
  const looks: (() => void)[] = [];
  const calls: Answers = {
    'health/get': () => ok(HEALTH),
    'site/get': () => ok({ kind: 'built-in', on: true, paused: false }),
    'site/set': () => ok({ kind: 'granted', on: true, paused: false }),
    'pause/set': () => ok(true),
    'page/facts': () => ok(FACTS),
    'page/related': () => ok(NOTHING_ALIKE),
    'health/retry': () => ok(HEALTH),
    'news/get': () => ok({ badge: false, onlyNew: false, opened: 0 }),
    'subject/opened': () => ok(true),
    'remember/get': () => ok({ on: false, articles: 0 }),
    ...options.calls,
  };
  const pageCalls: Answers = { 'page/state': () => ok(PAGE), 'page/reveal': () => ok(1), ...options.pageCalls };
  // Most pages are no articles: nobody answers there.
  const noReader = () => fail('no-reader', 'No.');
  const claimsCalls: Answers = { 'claims/list': noReader, 'claims/story': noReader, ...options.claimsCalls };
  const world: PopupWorld = {
    ...(options.opening && { opening: options.opening }),
    ...(options.known && { known: options.known }),
    keep: async (tabId, page) => {
      kept.push([tabId, page]);
    },
    currentTab: async () => {
      const { tab = { id: 7, url: 'https://www.harbour.test/a', title: 'The tab', isPrivate: false } } = options;
      return typeof tab === 'function' ? tab() : tab;
    },
    reloadTab: async (id) => {
      if (options.refuses) throw options.refuses;
      asked.push(['reload', id]);
    },
    readArticle: async () => (options.article ?? (() => ARTICLE))(),
    startReader: async () => {
      if (!options.start) throw new Error('no access');
      options.start();
    },
    requestSite: async (host) => {
      asked.push(['request', host]);
      if (options.refuses) throw options.refuses;
      return options.grants ?? true;
    },
    ask: (async (call: string, input: never) => {
      asked.push([call, input]);
      return calls[call]?.(input);
    }) as PopupWorld['ask'],
    askPage: (async (_tab: number, call: string, input: never) => {
      asked.push([call, input]);
      return pageCalls[call]?.(input);
    }) as PopupWorld['askPage'],
    askClaims: (async (_tab: number, call: string, input: never) => {
      asked.push([call, input]);
      return claimsCalls[call]?.(input);
    }) as PopupWorld['askClaims'],
    openBeside: async (id) => {
      asked.push(['beside', id]);
    },
    draw: (state, callbacks) => {
      states.push(state);
      on = callbacks;
    },
    // The short waits of asking pass at once; the looks after the tab come when the test says so.
    wait: (ms) => (ms < 1000 ? Promise.resolve() : new Promise((done) => looks.push(done))),
  };
  startPopup(world);
  const settle = async () => {
    for (let i = 0; i < 50; i++) await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    return states.at(-1) as PopupState;
  };
  /** One look at the tab, and what came of it. */
  const look = () => {
    looks.shift()?.();
    return settle();
  };
  return { states, asked, kept, settle, look, on: () => on as PopupCallbacks };
}

describe('startPopup', () => {
  it('shows loading at once, and then the page with its facts and the health', async () => {
    const popup = play();
    expect(popup.states[0]).toEqual({ page: { kind: 'loading' }, health: null });
    const state = await popup.settle();
    expect(state).toMatchObject({
      page: { kind: 'ready', site: { host: 'www.harbour.test', on: true }, article: ARTICLE, facts: FACTS },
      health: HEALTH,
    });
    expect(popup.asked).toContainEqual(['page/facts', { host: 'www.harbour.test', subjects: [{ id: 'world:ada-holm', count: 3 }] }]);
  });

  it.each([
    null,
    { id: 1, url: 'about:addons', title: null, isPrivate: false },
    { id: 1, url: null, title: null, isPrivate: false },
    { id: 1, url: 'https://addons.mozilla.org/x', title: null, isPrivate: false },
  ])('calls %j unreadable', async (tab) => {
    expect((await play({ tab }).settle()).page.kind).toBe('unreadable');
  });

  it.each([
    [{ kind: 'other', on: false, paused: false }, 'not-covered'],
    [{ kind: 'built-in', on: false, paused: false }, 'off'],
    [{ kind: 'granted', on: true, paused: true }, 'paused'],
  ])('site %j is shown as %s', async (site, kind) => {
    expect((await play({ calls: { 'site/get': () => ok(site) } }).settle()).page.kind).toBe(kind);
  });

  it('starts the reader in a tab that was open before', async () => {
    let there = false;
    const popup = play({
      pageCalls: { 'page/state': () => (there ? ok(PAGE) : fail('no-page', 'No answer.')) },
      start: () => {
        there = true;
      },
    });
    expect((await popup.settle()).page.kind).toBe('ready');
  });

  it('shows what the tab knows before anything is looked up', async () => {
    const popup = play();
    await popup.settle();
    expect(popup.states.map(({ page }) => page.kind).filter((kind, i, all) => kind !== all[i - 1])).toEqual([
      'loading',
      'reading',
      'ready',
    ]);
  });

  it('says so when the tab does not answer and nothing can be started there', async () => {
    const popup = play({ pageCalls: { 'page/state': () => fail('no-page', 'No answer.') } });
    expect((await popup.settle()).page.kind).toBe('silent');
    popup.on().onReload();
    await popup.settle();
    expect(popup.asked).toContainEqual(['reload', 7]);
  });

  it('shows the page’s, the store’s and the background’s faults in their own words', async () => {
    const failed = await play({ pageCalls: { 'page/state': () => ok({ ...PAGE, status: 'failed', problem: 'No text.' }) } }).settle();
    expect(failed.page).toEqual({ kind: 'error', message: 'No text.' });
    const store = await play({ calls: { 'page/facts': () => fail('store', 'The store could not be opened.') } }).settle();
    expect(store.page).toEqual({ kind: 'error', message: 'The store could not be opened.' });
    const gone = await play({ calls: { 'site/get': () => fail('gone', 'Reload the page.') } }).settle();
    expect(gone.page).toEqual({ kind: 'error', message: 'Reload the page.' });
  });

  it('falls back on the tab’s title where the page’s own data cannot be read', async () => {
    const popup = play({
      article: () => {
        throw new Error('no access');
      },
    });
    expect((await popup.settle()).page).toMatchObject({
      kind: 'ready',
      article: { title: 'The tab', publisherName: null, published: null },
    });
  });

  it('follows a page that is still being read', async () => {
    let asks = 0;
    const popup = play({ pageCalls: { 'page/state': () => ok({ ...PAGE, status: ++asks < 3 ? 'reading' : 'ready' }) } });
    expect((await popup.settle()).page.kind).toBe('ready');
    expect(popup.states.map((s) => s.page.kind)).toContain('reading');
  });

  it('asks for the permission before it switches a new site on, and stays put when the reader says no', async () => {
    const calls = { 'site/get': () => ok({ kind: 'other', on: false, paused: false }) };
    const yes = play({ calls });
    await yes.settle();
    yes.on().onSite(true);
    await yes.settle();
    const order = yes.asked.map(([call]) => call);
    expect(order.indexOf('request')).toBeLessThan(order.indexOf('site/set'));
    expect(yes.asked).toContainEqual(['site/set', { host: 'www.harbour.test', on: true, tabId: 7 }]);
    const no = play({ calls, grants: false });
    await no.settle();
    no.on().onSite(true);
    const stays = await no.settle();
    expect([stays.page.kind, stays.switching]).toEqual(['not-covered', undefined]);
    expect(no.asked.map(([call]) => call)).not.toContain('site/set');
  });

  it('sets what the page says beside the others’ accounts once it is read, and leaves those where that fails', async () => {
    const said = { claims: [], figures: [], credits: ['AP'], lead: 'Once.' };
    const both = { ...FACTS, claimsTotal: 3 };
    const claimsCalls = { 'claims/list': () => ok({ status: 'none' }), 'claims/story': () => ok(said) };
    const popup = play({ claimsCalls, calls: { 'page/facts': (input: object) => ok('said' in input ? both : FACTS) } });
    expect((await popup.settle()).page).toMatchObject({ kind: 'ready', facts: both });
    expect(popup.asked.filter(([call]) => call === 'page/facts').map(([, input]) => input)).toEqual([
      { host: 'www.harbour.test', subjects: [{ id: 'world:ada-holm', count: 3 }] },
      { host: 'www.harbour.test', subjects: [{ id: 'world:ada-holm', count: 3 }], said },
    ]);
    const fails = play({ claimsCalls, calls: { 'page/facts': (input: object) => ('said' in input ? fail('store', 'No.') : ok(FACTS)) } });
    expect((await fails.settle()).page).toMatchObject({ kind: 'ready', facts: FACTS });
  });

  it('looks for what is like the page by its title first, then with its text, and gives up quietly', async () => {
    const said = { claims: [], figures: [], credits: [], lead: 'Once upon a time.' };
    const claimsCalls = { 'claims/list': () => ok({ status: 'none' }), 'claims/story': () => ok(said) };
    const popup = play({ claimsCalls });
    expect((await popup.settle()).page).toMatchObject({ kind: 'ready', related: NOTHING_ALIKE });
    expect(popup.asked.filter(([call]) => call === 'page/related').map(([, input]) => input)).toEqual(
      ['', said.lead].map((lead) => ({
        ...{ host: 'www.harbour.test', url: ARTICLE.url, title: 'A story', lead, subjects: ['world:ada-holm'] },
      })),
    );
    const fails = play({ calls: { 'page/related': () => fail('store', 'No.') } });
    expect((await fails.settle()).page).toMatchObject({ kind: 'ready', related: NOTHING_ALIKE });
  });

  it('asks for a timeline when its tab is opened, and for the one that is chosen', async () => {
    const view = { timeline: { marks: [], axis: null, undated: [] }, claims: [], total: 0 };
    const popup = play({ calls: { 'page/timeline': () => ok(view) } });
    await popup.settle();
    popup.on().onTab('timeline');
    expect((await popup.settle()).page).toMatchObject({ timeline: { of: null, view } });
    popup.on().onTab('timeline');
    popup.on().onSubject('world:holm');
    expect((await popup.settle()).page).toMatchObject({ timeline: { of: 'world:holm', view } });
    expect(popup.asked.filter(([call]) => call === 'page/timeline').map(([, input]) => input)).toEqual([
      { subjects: ['world:ada-holm'] },
      { subjects: ['world:holm'] },
    ]);
  });

  it('tells what the reader opened, never of a private window, and changes what is told of news', async () => {
    const event = { id: 'world:sund', name: 'Sund meeting', kind: 'event' as const };
    const facts = { ...FACTS, coverage: [{ event, dates: [], place: null, items: [] }] };
    const calls = {
      'page/facts': () => ok(facts),
      'page/timeline': () => ok({ timeline: { marks: [], axis: null, undated: [] }, claims: [], total: 0 }),
      'news/set': () => ok({ badge: true, onlyNew: false, opened: 2 }),
      'news/forget': () => ok({ badge: true, onlyNew: false, opened: 0 }),
    };
    const look = async (isPrivate: boolean) => {
      const popup = play({ calls, tab: { id: 7, url: 'https://www.harbour.test/a', title: 'The tab', isPrivate } });
      await popup.settle();
      popup.on().onTab('coverage');
      popup.on().onSubject('world:ada-holm');
      popup.on().onSubject(null);
      await popup.settle();
      return popup;
    };
    const open = await look(false);
    expect(open.asked.filter(([call]) => call === 'subject/opened').map(([, input]) => input)).toEqual([
      { ids: ['world:sund'], tabId: 7 },
      { ids: ['world:ada-holm'], tabId: 7 },
    ]);
    expect((await look(true)).asked.map(([call]) => call)).not.toContain('subject/opened');
    open.on().onNews({ badge: true });
    expect((await open.settle()).news).toEqual({ badge: true, onlyNew: false, opened: 2 });
    expect(open.asked).toContainEqual(['news/set', { badge: true }]);
    open.on().onForgetOpened();
    await open.settle();
    expect(open.asked.map(([call]) => call)).toContain('news/forget');
  });

  it('opens itself beside the page at once, within the click', async () => {
    const popup = play();
    await popup.settle();
    popup.on().onBeside?.();
    expect(popup.asked.at(-1)).toEqual(['beside', 7]);
  });

  it('asks for the ledger when its tab is opened, and not before', async () => {
    const ledger = { total: 0, requests: [] };
    const popup = play({ calls: { 'ledger/get': () => ok(ledger) } });
    await popup.settle();
    popup.on().onTab('coverage');
    await popup.settle();
    expect(popup.asked.map(([call]) => call)).not.toContain('ledger/get');
    popup.on().onTab('ledger');
    expect((await popup.settle()).ledger).toEqual(ledger);
  });

  it('shows in its own words what a control could not do', async () => {
    const fault = fail('settings-damaged', 'Your settings are damaged.');
    for (const [call, act] of [
      ['pause/set', (on: PopupCallbacks) => on.onPause(true)],
      ['health/retry', (on: PopupCallbacks) => on.onRepair()],
      ['site/set', (on: PopupCallbacks) => on.onSite(false)],
    ] as const) {
      const popup = play({ calls: { [call]: () => fault } });
      await popup.settle();
      act(popup.on());
      expect((await popup.settle()).page).toEqual({ kind: 'error', message: 'Your settings are damaged.' });
      popup.on().onRetry();
      expect((await popup.settle()).page.kind).toBe('ready');
    }
  });

  it('shows that the browser did not ask for the permission, or let no tab be reloaded', async () => {
    const refuses = new Error('not in a gesture');
    const popup = play({ calls: { 'site/get': () => ok({ kind: 'other', on: false, paused: false }) }, refuses });
    await popup.settle();
    popup.on().onSite(true);
    expect((await popup.settle()).page).toEqual({
      kind: 'error',
      message: expect.stringMatching(/www\.harbour\.test \(not in a gesture\)/),
    });
    expect(popup.asked.map(([call]) => call)).not.toContain('site/set');
    popup.on().onReload();
    expect((await popup.settle()).page).toEqual({ kind: 'error', message: expect.stringContaining('not in a gesture') });
  });

  it('passes the page’s own date on, where it has one', async () => {
    const published = { value: '2025-12-24T20:00:00+01:00', basis: 'JSON-LD' };
    const popup = play({ article: () => ({ ...ARTICLE, published }) });
    await popup.settle();
    expect(popup.asked).toContainEqual(['page/facts', expect.objectContaining({ published: published.value })]);
  });

  it('shows what a mention could not be shown for, and reads the page anew where it is gone', async () => {
    const popup = play({ pageCalls: { 'page/reveal': () => fail('gone', 'Reload the page.') } });
    await popup.settle();
    popup.on().onReveal('world:ada-holm', 0);
    expect((await popup.settle()).page).toEqual({ kind: 'error', message: 'Reload the page.' });
    const lost = play({ pageCalls: { 'page/reveal': () => ok(0) } });
    await lost.settle();
    lost.on().onReveal('world:ada-holm', 0);
    await lost.settle();
    expect(lost.asked.filter(([call]) => call === 'page/facts')).toHaveLength(2);
  });

  describe('while it is open', () => {
    const facts = (popup: ReturnType<typeof play>) => popup.asked.filter(([call]) => call === 'page/facts').length;

    it('asks for nothing again where nothing has changed', async () => {
      const popup = play();
      await popup.settle();
      const drawn = popup.states.length;
      for (let i = 0; i < 3; i++) await popup.look();
      expect([facts(popup), popup.states.length]).toEqual([1, drawn]);
    });

    it('follows the tab to another page, and says so where it may not see which', async () => {
      let url: string | null = 'https://www.harbour.test/a';
      const popup = play({
        tab: () => ({ id: 7, url, title: null, isPrivate: false }),
        article: () => ({ ...ARTICLE, url: url ?? '', title: url }),
      });
      await popup.settle();
      url = 'https://www.harbour.test/b';
      expect((await popup.look()).page).toMatchObject({ kind: 'ready', article: { title: url } });
      url = null;
      expect((await popup.look()).page).toEqual({ kind: 'gone' });
      expect((await popup.look()).page).toEqual({ kind: 'gone' });
      url = 'https://www.harbour.test/c';
      expect((await popup.look()).page).toMatchObject({ kind: 'ready', article: { title: url } });
    });

    it('follows an application whose story changes after its address, without showing an empty list between', async () => {
      let page: PageState = PAGE;
      const popup = play({ pageCalls: { 'page/state': () => ok(page) } });
      await popup.settle();
      const first = popup.states.length;
      page = { ...PAGE, url: 'https://www.harbour.test/b' };
      await popup.look();
      expect(facts(popup)).toBe(2);
      page = { ...page, status: 'reading', subjects: [] };
      await popup.look();
      expect(facts(popup)).toBe(2);
      page = { ...page, status: 'ready', subjects: [{ id: 'world:bo', kind: 'person', count: 1 }] };
      await popup.look();
      expect(popup.asked).toContainEqual(['page/facts', { host: 'www.harbour.test', subjects: [{ id: 'world:bo', count: 1 }] }]);
      expect(popup.states.slice(first).map(({ page: { kind } }) => kind)).not.toContain('reading');
    });

    it('takes up a page that answers at last, and outlives a tab that does not', async () => {
      let there = false;
      const popup = play({
        pageCalls: {
          'page/state': () => (there ? ok(PAGE) : fail('no-page', 'No answer.')),
        },
      });
      expect((await popup.settle()).page.kind).toBe('silent');
      expect((await popup.look()).page.kind).toBe('silent');
      there = true;
      expect((await popup.look()).page.kind).toBe('ready');
    });
  });

  it('switches a site once, whatever is pressed meanwhile, and shows the wanted state at once', async () => {
    let on = true;
    let release: () => void = () => {};
    const popup = play({
      calls: {
        'site/get': () => ok({ kind: 'built-in', on, paused: false }),
        'site/set': (input: { on: boolean }) =>
          new Promise((done) => {
            release = () => {
              on = input.on;
              done(ok({ kind: 'built-in', on, paused: false }));
            };
          }),
      },
    });
    await popup.settle();
    for (const wanted of [false, true, false]) popup.on().onSite(wanted);
    expect(await popup.settle()).toMatchObject({ switching: false, page: { kind: 'ready' } });
    await popup.look();
    release();
    const state = await popup.settle();
    expect([state.page.kind, state.switching]).toEqual(['off', undefined]);
    expect(popup.asked.filter(([call]) => call === 'site/set')).toEqual([['site/set', { host: 'www.harbour.test', on: false, tabId: 7 }]]);
  });

  it('drops the answers of an older round', async () => {
    let release: (value: unknown) => void = () => {};
    let first = true;
    const popup = play({
      calls: {
        'page/facts': () => {
          if (!first) return ok(FACTS);
          first = false;
          return new Promise((done) => {
            release = done;
          });
        },
      },
    });
    await popup.settle();
    popup.on().onRetry();
    await popup.settle();
    release(fail('late', 'Too late to matter.'));
    expect((await popup.settle()).page.kind).toBe('ready');
  });
});

describe('a popup whose first script asked already', () => {
  const tab: Tab = { id: 7, url: 'https://www.harbour.test/a', title: 'The tab', isPrivate: false };
  const site = { kind: 'built-in', on: true, paused: false } as const;
  const early = ({ asked }: ReturnType<typeof play>) => asked.map(([call]) => call).slice(0, 2);

  it('asks neither the browser, the tab nor the site again', async () => {
    const played = play({ tab: null, opening: Promise.resolve(ok({ tab, site, page: ok(PAGE), article: ARTICLE })) });
    expect((await played.settle()).page).toMatchObject({ kind: 'ready', article: ARTICLE, facts: FACTS });
    expect(early(played)[0]).toBe('page/facts');
  });

  it('reads what the page says of itself where that had failed', async () => {
    const played = play({ tab: null, opening: Promise.resolve(ok({ tab, site, page: ok(PAGE), article: null })) });
    expect((await played.settle()).page).toMatchObject({ kind: 'ready', article: ARTICLE });
  });

  it('asks step by step where nothing came of it, and each time after the first', async () => {
    for (const nothing of [ok(null), fail('no-answer', 'No.')]) {
      const played = play({ opening: Promise.resolve(nothing) });
      expect((await played.settle()).page).toMatchObject({ kind: 'ready' });
      expect(early(played)).toEqual(['site/get', 'page/state']);
    }
    const played = play({ opening: Promise.resolve(ok({ tab, site, page: ok(PAGE), article: ARTICLE })) });
    await played.settle();
    played.asked.length = 0;
    played.on().onRetry();
    await played.settle();
    expect(early(played)).toEqual(['site/get', 'page/state']);
  });
});

describe('a popup over a page that is known from before', () => {
  const tab: Tab = { id: 7, url: 'https://www.harbour.test/a', title: 'The tab', isPrivate: false };
  const site = { kind: 'built-in', on: true, paused: false } as const;
  const known: KnownPage = { url: tab.url as string, host: 'www.harbour.test', article: ARTICLE, sight: sightOf(FACTS) };
  const openingOf = (page: PageState = PAGE) => Promise.resolve(ok({ tab, site, page: ok(page), article: { ...ARTICLE, url: page.url } }));
  const kinds = ({ states }: ReturnType<typeof play>) => states.map(({ page }) => page.kind).filter((kind, i, all) => kind !== all[i - 1]);

  it('begins with it, has nothing else in between, and keeps how it is now', async () => {
    const played = play({ tab, known, opening: openingOf() });
    const { page } = await played.settle();
    expect(kinds(played)).toEqual(['known', 'ready']);
    expect(page).not.toHaveProperty('before');
    expect(played.states.find((state) => state.page.kind === 'ready')?.page).toMatchObject({ before: known.sight, facts: FACTS });
    expect(played.kept.at(-1)).toEqual([7, { ...known, sight: page.kind === 'ready' && sightOf(FACTS, page.claims, page.related) }]);
  });

  it('asks step by step, with it in sight, where the worker did not answer', async () => {
    const played = play({ tab, known, opening: Promise.resolve(fail('no-answer', 'No.')) });
    await played.settle();
    expect(kinds(played)).toEqual(['known', 'ready']);
  });

  it('gives way to what is so now: paused, or not read any more', async () => {
    const paused = play({ tab, known, calls: { 'site/get': () => ok({ ...site, paused: true }) } });
    await paused.settle();
    expect(kinds(paused)).toEqual(['known', 'paused']);
    expect(paused.kept).toEqual([]);
  });

  it('does not stand beside a story that has taken its place under the same address', async () => {
    const next = { ...ARTICLE, url: 'https://www.harbour.test/b', title: 'Another' };
    const played = play({ tab, known, opening: Promise.resolve(ok({ tab, site, page: ok(PAGE), article: next })) });
    await played.settle();
    expect(played.states.filter(({ page }) => page.kind === 'ready').map(({ page }) => 'before' in page)).not.toContain(true);
  });

  it('keeps nothing of a private window', async () => {
    const hidden = { ...tab, isPrivate: true };
    const played = play({ tab: hidden });
    expect((await played.settle()).page.kind).toBe('ready');
    expect(played.kept).toEqual([]);
  });

  it('does not call new what was opened in this visit', async () => {
    const facts = { ...FACTS, subjects: FACTS.subjects.map((one) => ({ ...one, news: { count: 2, since: '2025-12-20' } })) };
    const played = play({ tab, calls: { 'page/facts': () => ok(facts) } });
    await played.settle();
    expect(played.kept.at(-1)?.[1].sight.fresh).toMatchObject({ news: 2 });
    played.on().onSubject('world:ada-holm');
    await played.settle();
    expect(played.kept.at(-1)?.[1].sight.fresh).toBeNull();
  });
});

describe('readableHost', () => {
  it('takes web pages only', () => {
    expect(readableHost('https://www.reuters.com/world?x=1')).toBe('www.reuters.com');
    expect(readableHost('file:///home/a.html')).toBeNull();
    expect(readableHost('moz-extension://x/popup.html')).toBeNull();
  });
});

describe('what the page claims', () => {
  const CLAIM = {
    id: 'mine:c-1',
    text: 'Ada Holm said so.',
    speaker: null,
    outlet: null,
    via: [],
    clocks: {},
    leading: null,
    status: 'unconfirmed',
    hedged: false,
    events: [],
    readIn: null,
    link: null,
    verdict: null,
    own: true,
  } as const;
  const list = (...claims: PageClaimView[]) => ok({ status: 'ready' as const, claims, canKeep: true });

  it('comes after the rest, once the page has read it', async () => {
    let asked = 0;
    const popup = play({ claimsCalls: { 'claims/list': () => (asked++ < 2 ? ok({ status: 'reading' }) : list(CLAIM)) } });
    await popup.settle();
    expect(popup.states.map(({ page }) => (page.kind === 'ready' ? page.claims.status : page.kind))).toContain('reading');
    expect(await popup.settle()).toMatchObject({ page: { claims: { status: 'ready', claims: [CLAIM] } } });
  });

  it('is nothing where nobody on the page answers, and is there once somebody does', async () => {
    let isArticle = false;
    const popup = play({ claimsCalls: { 'claims/list': () => (isArticle ? list(CLAIM) : fail('no-reader', 'No.')) } });
    expect(await popup.settle()).toMatchObject({ page: { claims: { status: 'none' } } });
    isArticle = true;
    expect(await popup.look()).toMatchObject({ page: { claims: { claims: [CLAIM] } } });
  });

  it('is shown, judged and taken back through the page, which answers how it is now', async () => {
    const kept = { ...CLAIM, verdict: 'kept', status: 'confirmed' } as const;
    const popup = play({
      claimsCalls: {
        'claims/list': () => list(CLAIM),
        'claims/show': () => ok(true),
        'claims/judge': ({ verdict }: { verdict: string | null }) => list(verdict ? kept : CLAIM),
      },
    });
    await popup.settle();
    popup.on().onShow(CLAIM.id);
    popup.on().onJudge(CLAIM.id, 'kept', new Event('click'));
    expect(await popup.settle()).toMatchObject({ page: { claims: { claims: [{ verdict: 'kept' }] } } });
    popup.on().onJudge(CLAIM.id, null, new Event('click'));
    expect(await popup.settle()).toMatchObject({ page: { claims: { claims: [{ verdict: null }] } } });
    expect(popup.asked).toContainEqual(['claims/show', { id: CLAIM.id }]);
    expect(popup.asked).toContainEqual(['claims/judge', { id: CLAIM.id, verdict: 'kept' }]);
  });

  it('says what went wrong where a claim could not be kept', async () => {
    const popup = play({
      claimsCalls: { 'claims/list': () => list(CLAIM), 'claims/judge': () => fail('private', 'This is a private window.') },
    });
    await popup.settle();
    popup.on().onJudge(CLAIM.id, 'kept', new Event('click'));
    expect(await popup.settle()).toMatchObject({ page: { kind: 'error', message: 'This is a private window.' } });
  });
});

it('remembers from now on, the open article first, and forgets', async () => {
  const popup = play({
    calls: { 'remember/set': ({ on }: { on: boolean }) => ok({ on, articles: 0 }), 'remember/forget': () => ok({ on: true, articles: 0 }) },
  });
  expect((await popup.settle()).remembering).toEqual({ on: false, articles: 0 });
  popup.on().onRemember(true);
  expect((await popup.settle()).remembering).toEqual({ on: true, articles: 0 });
  expect(popup.asked).toContainEqual(['claims/read', {}]);
  popup.on().onForget();
  await popup.settle();
  expect(popup.asked).toContainEqual(['remember/forget', {}]);
});
