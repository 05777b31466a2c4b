/**
 * One opening of the popup: asks the tab what it read and the background what is known of it, hands the UI one state after
 * the other, and follows the tab to other pages. Draws nothing and knows no browser API: both come in.
 */

import { sightOf } from '@/core/coverage/sight';
import type { QualifiedId } from '@/core/model/ids';
import type { KnownPage } from '@/core/model/known-page';
import { LONGEST_CLAIM, type Verdict } from '@/core/model/page-claim';
import type { PageArticle, PageClaims, PageState } from '@/core/model/view';
import { type Fault, ok, type Result } from '@/core/result';
import { faultOf } from '@/messaging/answer';
import { LONGEST_ADDRESS } from '@/messaging/limits';
import type { ClaimsAnswers, ClaimsCall, ClaimsInput, PageAnswers, PageCall, PageInput } from '@/messaging/page-protocol';
import { factsQuestion, type PopupOpening } from '@/messaging/popup-opening';
import type { BackgroundAnswers, BackgroundCall, BackgroundInput, SiteState } from '@/messaging/protocol';
import { readableHost } from '@/platform/hosts';
import { knownPage } from '@/ui/popup/known';
import type { PopupCallbacks, PopupPage, PopupSite, PopupState, ReadyPage } from '@/ui/popup/state';

export type Tab = PopupOpening['tab'];

export interface PopupWorld {
  /** What was asked before this code was loaded; a fault or null where nothing is known of it. Absent where nobody asked. */
  readonly opening?: Promise<Result<PopupOpening | null>>;
  /** What is known of the page from before, for the first look; it is drawn already. */
  readonly known?: KnownPage | null;
  /** Keeps what is in sight of a page for the next time. Absent where nobody opens anew. */
  keep?(tabId: number, page: KnownPage): Promise<void>;
  currentTab(): Promise<Tab | null>;
  reloadTab(id: number): Promise<void>;
  /** What the page in the tab says of itself. Rejects where the tab may not be read or is gone. */
  readArticle(tabId: number): Promise<PageArticle>;
  /** Puts the reader into a tab that was open before it could be there. Rejects where the browser does not let us. */
  startReader(tabId: number): Promise<void>;
  /** Asks the reader for one site; must be called within a click. False where the reader says no. */
  requestSite(host: string): Promise<boolean>;
  ask<C extends BackgroundCall>(call: C, input: BackgroundInput<C>): Promise<Result<BackgroundAnswers[C]>>;
  askClaims<C extends ClaimsCall>(tabId: number, call: C, input: ClaimsInput<C>): Promise<Result<ClaimsAnswers[C]>>;
  askPage<C extends PageCall>(tabId: number, call: C, input: PageInput<C>): Promise<Result<PageAnswers[C]>>;
  /** Opens the panel beside a tab; must be called within a click. Null where there is none, or this is it. */
  readonly openBeside: ((tabId: number) => Promise<void>) | null;
  draw(state: PopupState, on: PopupCallbacks): void;
  wait(ms: number): Promise<void>;
}

/** While the tab is still reading, it is asked again this often: soon enough to feel immediate, rarely enough to cost nothing. */
const POLL_MS = 150;
/** A page that is not read after this long stays shown as it is, and "reading" would be a lie. */
const GIVE_UP_MS = 15_000;

/** Where nobody answers for so long (ms), the page is no article: one that is has its claims' reader within moments of its names. */
const NO_CLAIMS_MS = 1_500;

/** Bones are drawn where nothing is known after this (ms): sooner than an empty popup is seen as one. */
const BONES_AFTER_MS = 60;

/** How often an open popup looks whether the page is still the one that it shows: sooner than a reader wonders. */
const FOLLOW_MS = 1000;

/** What a page's answer depends on: its address, and whom it names, since an application changes the two one after the other. */
const fingerprint = ({ url, subjects }: PageState): string => JSON.stringify([url, subjects]);

/** Opens the popup over the current tab and keeps it true until it closes. */
export function startPopup(world: PopupWorld): void {
  let state: PopupState = { page: world.known ? knownPage(world.known) : { kind: 'loading' }, health: null };
  let tab: Tab | null = null;
  let site: SiteState | null = null;
  /** What was found out while this was being loaded, for the first look. */
  let opening = world.opening?.then((answer) => (answer.ok ? answer.value : null)) ?? null;
  /** Each round of asking has a number; answers of an older round are dropped. */
  let round = 0;
  /** What the background was asked about the page that is shown. */
  let question: BackgroundInput<'page/facts'> | null = null;
  /** Did the reader look at what is new here? */
  let opened = false;
  /** The fingerprint of the page that is shown; null where nothing in the tab answers, undefined where it does not matter yet. */
  let shown: string | null | undefined;

  const show = (change: Partial<PopupState>) => {
    state = { ...state, ...change };
    world.draw(state, on);
  };
  /** The round whose foot and switches were asked for. */
  let asideOf = 0;
  /** What is drawn is how things are now: a switch that was waiting has its outcome. */
  const showPage = (page: PopupPage) => {
    show({ page, switching: undefined });
    // The background answers in turn: what stands around the page is asked for once there is something in it.
    if (page.kind === 'loading' || page.kind === 'reading' || page.kind === 'known' || asideOf === round) return;
    asideOf = round;
    aside(round);
  };
  const showFault = ({ message }: Fault) => showPage({ kind: 'error', message });
  /** For work that a control or the opening started: what fails is shown where the reader looks. */
  const run = (work: Promise<void>) => void work.catch((error: unknown) => showFault(faultOf(error)));

  /** What stands around the page. */
  function aside(mine: number): void {
    const current = () => mine === round;
    void world.ask('health/get', {}).then((health) => {
      if (current() && health.ok) show({ health: health.value });
    });
    void world.ask('remember/get', {}).then((remembering) => {
      if (current() && remembering.ok) show({ remembering: remembering.value });
    });
    void world.ask('news/get', {}).then((news) => {
      if (current() && news.ok) show({ news: news.value });
    });
  }

  async function refresh(): Promise<void> {
    const mine = ++round;
    const current = () => mine === round;
    const before = tab;
    const found = await opening;
    opening = null;
    tab = found ? found.tab : await world.currentTab();
    shown = undefined;
    if (!current()) return;
    const host = readableHost(tab?.url);
    const known = host ? (found ? ok(found.site) : world.ask('site/get', { host })) : null;
    // Opening the popup lets us see the address of the page under it, but of no other site that the tab goes to.
    if (tab && tab.url === null && before?.url) return showPage({ kind: 'gone' });
    if (!tab || !host || !known) return showPage({ kind: 'unreadable' });
    // The tab is asked what it read at the same time: a round trip less before there is something to see.
    const first = found ? found.page : world.askPage(tab.id, 'page/state', {});
    const answer = await known;
    if (!current()) return;
    if (!answer.ok) return showFault(answer.fault);
    site = answer.value;
    const shownSite: PopupSite = { host, on: site.on };
    if (site.paused) return showPage({ kind: 'paused', site: shownSite });
    if (!site.on) return showPage({ kind: site.kind === 'other' ? 'not-covered' : 'off', site: shownSite });
    // Read while the tab is asked whom it names: neither waits for the other.
    await readTab(tab, shownSite, first, found?.article ?? articleOf(tab, host), current);
  }

  async function starts(tabId: number): Promise<boolean> {
    try {
      await world.startReader(tabId);
      return true;
    } catch {
      return false;
    }
  }

  /** What the page says of itself; where that can't be read, what the tab's own line says. */
  async function articleOf({ id, url, title }: Tab, host: string): Promise<PageArticle> {
    try {
      return await world.readArticle(id);
    } catch {
      // A page whose data nobody thought of must not hide what was found in its text.
      return { title, url: url ?? '', host, publisherName: null, published: null, modified: null, lang: null };
    }
  }

  /** The page that stands there with everything that is in sight of it. */
  const standing = () => (state.page.kind === 'ready' || state.page.kind === 'known' ? state.page : null);
  const isShown = ({ url }: PageArticle): boolean => standing()?.article.url === url;

  /** Asks the tab until it has read its page, then the background for what is known of it. */
  async function readTab(
    opened: Tab,
    shownSite: PopupSite,
    first: Result<PageState> | Promise<Result<PageState>>,
    said: PageArticle | Promise<PageArticle>,
    current: () => boolean,
  ): Promise<void> {
    let article: PageArticle | null = null;
    let started = false;
    for (let waited = 0; waited < GIVE_UP_MS; waited += POLL_MS) {
      const answer = await (waited === 0 ? first : world.askPage(opened.id, 'page/state', {}));
      if (!current()) return;
      if (!answer.ok) {
        if (started || !(await starts(opened.id))) {
          if (!current()) return;
          shown = null;
          return showPage({ kind: 'silent', site: shownSite });
        }
        started = true;
        await world.wait(POLL_MS);
        if (!current()) return;
        continue;
      }
      const page = answer.value;
      if (page.status === 'failed') return showPage({ kind: 'error', message: page.problem ?? 'This page could not be read.' });
      article ??= await said;
      if (!current()) return;
      const ready = page.status === 'ready';
      // What the tab says of itself is painted before anything is looked up. A page that reads on after it was shown keeps its list
      // until there is another, and so does a story that gives way to the next.
      if (ready ? !standing() : !isShown(article)) showPage({ kind: 'reading', site: shownSite, article });
      if (ready) return showFacts(page, article, shownSite, current);
      await world.wait(POLL_MS);
      if (!current()) return;
    }
    showPage({ kind: 'error', message: 'This page is taking too long to read. Try again, or reload the page.' });
  }

  async function showFacts(page: PageState, article: PageArticle, shownSite: PopupSite, current: () => boolean): Promise<void> {
    shown = fingerprint(page);
    question = factsQuestion(shownSite.host, page, article);
    const facts = await world.ask('page/facts', question);
    if (!current()) return;
    if (!facts.ok) return showFault(facts.fault);
    // A page that is shown keeps what comes later until that is known anew.
    showPage({ kind: 'ready', site: shownSite, article, facts: facts.value, claims: { status: 'reading' }, ...keptOf(article) });
    // By the title first: the text comes later, or never.
    const related = showRelated('', current);
    await showClaims(current);
    await related;
    if (!current() || state.page.kind !== 'ready') return;
    if (state.page.before) {
      const { before: _before, ...whole } = state.page;
      show({ page: whole });
    }
    keep();
  }

  function keptOf({ url }: PageArticle): Partial<ReadyPage> {
    const { page } = state;
    if (page.kind === 'known' && page.article.url === url) return { before: page.sight };
    if (page.kind !== 'ready' || page.article.url !== url) return {};
    const { claims, related, timeline, before } = page;
    return { claims, ...(related && { related }), ...(timeline && { timeline }), ...(before && { before }) };
  }

  /** Everything is there: the next opening begins with it. Nothing is kept of private windows. */
  function keep(): void {
    const { page } = state;
    if (page.kind !== 'ready' || page.before || !tab?.url || tab.isPrivate) return;
    const {
      article,
      facts,
      claims,
      related,
      site: { host },
    } = page;
    const sight = sightOf(facts, claims, related);
    // What was opened in this visit is new no more.
    void world.keep?.(tab.id, { url: tab.url, host, article, sight: opened ? { ...sight, fresh: null } : sight });
  }

  function putClaims(claims: PageClaims): void {
    const { page } = state;
    // A live page is asked again and again: what did not change is not drawn again.
    if (page.kind === 'ready' && JSON.stringify(page.claims) !== JSON.stringify(claims)) show({ page: { ...page, claims } });
  }

  /** Asks the page for its claims until they are read; most pages have none, and nobody there answers. */
  async function showClaims(current: () => boolean): Promise<void> {
    if (!tab) return;
    const { id } = tab;
    let silent = 0;
    for (let waited = 0; waited < GIVE_UP_MS && current(); waited += POLL_MS) {
      const list = await world.askClaims(id, 'claims/list', {});
      if (!current()) return;
      if (list.ok && list.value.status !== 'reading') {
        putClaims(list.value);
        return compare(current);
      }
      silent = list.ok ? 0 : silent + POLL_MS;
      if (silent >= NO_CLAIMS_MS) break;
      await world.wait(POLL_MS);
    }
    if (current()) putClaims({ status: 'none' });
  }

  /** What is like the page; where that fails, the tab shows what is tied to it by events. */
  async function showRelated(lead: string, current: () => boolean): Promise<void> {
    const { page } = state;
    if (!question || page.kind !== 'ready') return;
    const asked = question;
    const { host, subjects, published } = asked;
    const { url, title } = page.article;
    const answer = await world.ask('page/related', {
      ...{ host, url: url.slice(0, LONGEST_ADDRESS), title: (title ?? '').slice(0, LONGEST_CLAIM), lead },
      subjects: subjects.map(({ id }) => id),
      ...(published && { published }),
    });
    const { page: now } = state;
    if (!current() || asked !== question || now.kind !== 'ready') return;
    const related = answer.ok ? answer.value : (now.related ?? { claims: [], alike: [] });
    if (JSON.stringify(now.related) !== JSON.stringify(related)) show({ page: { ...now, related } });
  }

  /** Sets what the page says beside the others' accounts. Where that fails, those stand without it. */
  async function compare(current: () => boolean): Promise<void> {
    if (!tab || !question) return;
    const asked = question;
    const said = await world.askClaims(tab.id, 'claims/story', {});
    if (!said.ok || !current()) return;
    const related = said.value.lead ? showRelated(said.value.lead, current) : null;
    const facts = await world.ask('page/facts', { ...asked, said: said.value });
    const { page } = state;
    const fits = facts.ok && current() && asked === question && page.kind === 'ready';
    if (fits && JSON.stringify(page.facts) !== JSON.stringify(facts.value)) show({ page: { ...page, facts: facts.value } });
    await related;
  }

  async function switchSite(wanted: boolean): Promise<void> {
    const host = readableHost(tab?.url);
    if (!tab || !host || state.switching !== undefined) return;
    const tabId = tab.id;
    // What is being asked still would answer for how things were.
    round += 1;
    show({ switching: wanted });
    // The permission is asked first and at once: browsers allow it only within the click.
    if (wanted && site?.kind === 'other' && !(await allowed(host))) return showPage(state.page);
    const answer = await world.ask('site/set', { host, on: wanted, tabId });
    if (!answer.ok) return showFault(answer.fault);
    await refresh();
  }

  async function allowed(host: string): Promise<boolean> {
    try {
      return await world.requestSite(host);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      showPage({ kind: 'error', message: `The browser did not ask whether Sidelight may read ${host} (${words}). Try again.` });
      return false;
    }
  }

  async function remember(on: boolean): Promise<void> {
    const answer = await world.ask('remember/set', { on });
    if (!answer.ok) return showFault(answer.fault);
    show({ remembering: answer.value });
    // The article that is open now is the first to be remembered.
    if (on && tab) await world.askClaims(tab.id, 'claims/read', {});
  }

  async function forget(): Promise<void> {
    const answer = await world.ask('remember/forget', {});
    if (!answer.ok) return showFault(answer.fault);
    show({ remembering: answer.value });
  }

  async function pause(paused: boolean): Promise<void> {
    const answer = await world.ask('pause/set', { paused });
    if (!answer.ok) return showFault(answer.fault);
    await refresh();
  }

  async function repair(): Promise<void> {
    const health = await world.ask('health/retry', {});
    if (!health.ok) return showFault(health.fault);
    show({ health: health.value });
    await refresh();
  }

  async function reload({ id }: Tab): Promise<void> {
    showPage({ kind: 'loading' });
    await world.reloadTab(id);
    await world.wait(POLL_MS);
    await refresh();
  }

  async function reveal({ id }: Tab, subject: string, nth: number): Promise<void> {
    const answer = await world.askPage(id, 'page/reveal', { id: subject, nth });
    if (!answer.ok) return showFault(answer.fault);
    // The page has lost what the list still names.
    if (answer.value === 0) await refresh();
  }

  /** Has the tab gone to another page, or has the page changed under the address or behind it? */
  async function hasMoved(): Promise<boolean> {
    const now = await world.currentTab();
    if (now?.id !== tab?.id || now?.url !== tab?.url) return true;
    if (!now || shown === undefined) return false;
    const answer = await world.askPage(now.id, 'page/state', {});
    return answer.ok && answer.value.status === 'ready' && fingerprint(answer.value) !== shown;
  }

  /** A live page's claims change under its names; a page that was silent may have found that it is an article. */
  async function lookAtClaims(): Promise<void> {
    const mine = round;
    if (!tab || state.page.kind !== 'ready' || state.page.claims.status === 'reading') return;
    const list = await world.askClaims(tab.id, 'claims/list', {});
    if (!list.ok || mine !== round || state.page.kind !== 'ready') return;
    const before = state.page.claims;
    putClaims(list.value);
    if (state.page.claims !== before) await compare(() => mine === round);
  }

  async function judge({ id: tabId }: Tab, id: string, verdict: Verdict | null): Promise<void> {
    const mine = round;
    const list = await world.askClaims(tabId, 'claims/judge', { id, verdict });
    if (mine !== round) return;
    if (!list.ok) return showFault(list.fault);
    putClaims(list.value);
  }

  async function follow(): Promise<void> {
    for (;;) {
      await world.wait(FOLLOW_MS);
      const mine = round;
      try {
        if (state.switching === undefined && (await hasMoved()) && mine === round) run(refresh());
        else await lookAtClaims();
      } catch {
        // A tab on its way to another page may not answer; the next look will tell.
      }
    }
  }

  /** What the reader looks at now is known from here on; never in private windows. What is shown as new stays so for this visit. */
  function openedNow(ids: readonly QualifiedId[]): void {
    if (!tab || tab.isPrivate || ids.length === 0) return;
    opened = true;
    // Where it is known that something was opened, all is forgotten that was kept.
    void world.ask('subject/opened', { ids: [...ids], tabId: tab.id }).then(keep);
  }

  async function chooseNews(change: BackgroundInput<'news/set'>): Promise<void> {
    const answer = await world.ask('news/set', change);
    if (!answer.ok) return showFault(answer.fault);
    show({ news: answer.value });
  }

  async function forgetOpened(): Promise<void> {
    const answer = await world.ask('news/forget', {});
    if (!answer.ok) return showFault(answer.fault);
    show({ news: answer.value });
    await refresh();
  }

  /** Of everything that the page names, or of one. */
  async function showTimeline(of: QualifiedId | null): Promise<void> {
    if (!question || state.page.kind !== 'ready') return;
    const asked = question;
    const { subjects, published } = asked;
    show({ page: { ...state.page, timeline: { of, view: null } } });
    const answer = await world.ask('page/timeline', {
      subjects: of === null ? subjects.map(({ id }) => id) : [of],
      ...(published && { published }),
    });
    const { page } = state;
    if (asked !== question || page.kind !== 'ready' || page.timeline?.of !== of) return;
    if (!answer.ok) return showFault(answer.fault);
    show({ page: { ...page, timeline: { of, view: answer.value } } });
  }

  /** The ledger is asked for anew each time its tab is opened: requests go on while the side panel stands. */
  async function showLedger(): Promise<void> {
    const ledger = await world.ask('ledger/get', {});
    if (!ledger.ok) return showFault(ledger.fault);
    show({ ledger: ledger.value });
  }

  const on: PopupCallbacks = {
    onTab: (opened) => {
      if (opened === 'coverage') openedNow(state.page.kind === 'ready' ? state.page.facts.coverage.map(({ event }) => event.id) : []);
      if (opened === 'timeline' && state.page.kind === 'ready' && !state.page.timeline) run(showTimeline(null));
      if (opened === 'ledger') run(showLedger());
    },
    onSubject: (id) => {
      if (id !== null) openedNow([id]);
      run(showTimeline(id));
    },
    onNews: (change) => run(chooseNews(change)),
    onForgetOpened: () => run(forgetOpened()),
    ...(world.openBeside && {
      onBeside: () => {
        // Browsers open it only in the click itself.
        if (tab && world.openBeside) run(world.openBeside(tab.id));
      },
    }),
    onRetry: () => run(refresh()),
    onSite: (wanted) => run(switchSite(wanted)),
    onPause: (paused) => run(pause(paused)),
    onReload: () => {
      if (tab) run(reload(tab));
    },
    onReveal: (id, nth) => {
      if (tab) run(reveal(tab, id, nth));
    },
    onRepair: () => run(repair()),
    onRemember: (wanted) => run(remember(wanted)),
    onForget: () => run(forget()),
    onShow: (id) => {
      if (tab) void world.askClaims(tab.id, 'claims/show', { id });
    },
    onJudge: (id, verdict) => {
      if (tab) run(judge(tab, id, verdict));
    },
  };

  // Where the first answer is on its way there is something to draw within moments, and one drawing less before the first frame.
  if (!opening || world.known) world.draw(state, on);
  else void world.wait(BONES_AFTER_MS).then(() => state.page.kind === 'loading' && world.draw(state, on));
  run(refresh());
  void follow();
}
