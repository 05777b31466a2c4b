// @vitest-environment happy-dom
import { h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sightOf } from '@/core/coverage/sight';
import type { LedgerView } from '@/core/model/feed-view';
import type { PageFacts } from '@/core/model/view';
import { createDraw } from '@/ui/popup/draw';
import * as lists from '@/ui/popup/lists';
import { Popup } from '@/ui/popup/popup';
import type { PopupPage } from '@/ui/popup/state';
import {
  ARTICLE,
  AT_ODDS,
  DIFFERING,
  FACTS,
  FAULTY,
  HEALTH,
  JUDGED_CLAIMS,
  LEDGER,
  NO_REQUESTS,
  NOTHING_NAMED,
  PAGE_CLAIMS,
  RELATED,
  TIMELINE,
  UNDATED,
} from '../gallery/fixtures';

const on = {
  onTab: vi.fn(),
  onSubject: vi.fn(),
  onNews: vi.fn(),
  onForgetOpened: vi.fn(),
  onRetry: vi.fn(),
  onSite: vi.fn(),
  onPause: vi.fn(),
  onReload: vi.fn(),
  onReveal: vi.fn(),
  onRepair: vi.fn(),
  onShow: vi.fn(),
  onJudge: vi.fn(),
  onRemember: vi.fn(),
  onForget: vi.fn(),
};
const SITE = { host: 'www.fixture-gazette.test', on: true };
const READY = { kind: 'ready', site: SITE, article: ARTICLE, facts: FACTS, claims: { status: 'none' } } as const satisfies PopupPage;
let root: HTMLElement;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
  for (const spy of Object.values(on)) spy.mockClear();
});
afterEach(() => {
  render(null, root);
  root.remove();
});

/** State updates are drawn in a later task. */
const drawn = () => new Promise((resolve) => setTimeout(resolve, 20));
const show = async (page: PopupPage, health: typeof HEALTH | null = HEALTH, today = '2026-03-01', switching?: boolean) => {
  render(h(Popup, { state: { page, health, switching }, on, lists, today }), root);
  await drawn();
};
/** As it is read: what keeps two words on one line is no other word. */
const read = (node: Element) => node.textContent.replaceAll('\u00a0', ' ');
const texts = (selector: string) => [...root.querySelectorAll(selector)].map(read);
const text = (selector: string) => texts(selector)[0] ?? null;
const press = async (selector: string) => {
  const target = root.querySelector<HTMLElement>(selector);
  if (!target) throw new Error(`nothing at ${selector}`);
  target.click();
  await drawn();
};
const key = async (target: EventTarget | null, name: string) => {
  target?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  await drawn();
};
const type = async (query: string) => {
  const input = root.querySelector('input');
  if (!input) throw new Error('no filter');
  input.value = query;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
};

describe('the popup', () => {
  it.each([
    [{ kind: 'error', message: 'The disk is full.' }, 'Something did not work', 'onRetry', []],
    [{ kind: 'not-covered', site: { host: 'a.example', on: false } }, 'Sidelight does not read this site', 'onSite', [true]],
    [{ kind: 'off', site: { host: 'a.example', on: false } }, 'Off for this site', 'onSite', [true]],
    [{ kind: 'paused', site: null }, 'Paused everywhere', 'onPause', [false]],
    [{ kind: 'silent', site: SITE }, 'Reload to read this page', 'onReload', []],
  ] as const)('says what is the matter and offers what can be done: %o', async (page, title, callback, args) => {
    await show(page);
    expect(text('h1')).toBe(title);
    await press('.notice button');
    expect(on[callback].mock.calls).toEqual([args]);
  });

  it('says that the browser’s own pages cannot be read', async () => {
    await show({ kind: 'unreadable' });
    expect(text('h1')).toBe('Nothing to read here');
    expect(root.querySelector('.notice button, [role=switch]')).toBeNull();
  });

  it('shows what it knows already while the page is read', async () => {
    await show({ kind: 'reading', site: SITE, article: ARTICLE });
    expect(text('h1')).toBe(ARTICLE.title);
    expect(text('[role=status]')).toContain('Reading the page');
    await show({ kind: 'loading' }, null);
    expect(text('.ledger')).toBeNull();
  });

  it('says what the article is, with the zone and the basis of its dates', async () => {
    await show(READY);
    expect(text('.publisher')).toBe('The Fixture Gazette');
    expect(texts('.dated')[0]).toMatch(/^Published .*2025, 20:00 \(\+01:00\), from page data$/);
    await show({ ...READY, facts: { ...FACTS, outlet: { id: 'o:x', name: 'The Known Outlet', kind: 'outlet' } } });
    expect(text('.publisher')).toBe('The Known Outlet');
  });

  it('keeps the unknown unknown', async () => {
    await show({ ...READY, article: UNDATED, facts: NOTHING_NAMED });
    expect([text('.publisher'), text('h1'), text('.dated')]).toEqual(['Outlet not known', 'A page without a title', 'No date on the page']);
    expect(text('.empty h2')).toBe('Nothing that your packs track is named here.');
  });

  it('says where the page contradicts itself, and nothing where it does not', async () => {
    await show({ ...READY, article: AT_ODDS });
    expect(texts('.dated').slice(2)).toEqual([
      expect.stringMatching(/^The page gives two dates: .*2025 \(JSON-LD\) · .*2025 \(meta tag\)$/),
      'By these dates it was modified before it was published',
    ]);
    await show({
      ...READY,
      article: { ...ARTICLE, disagreements: [{ about: 'future', values: [{ value: '2099-01-01', basis: 'meta' }] }] },
    });
    expect(texts('.dated').slice(2)).toEqual(['By its own date it is still to be published']);
    await show(READY);
    expect(texts('.dated')).toHaveLength(2);
    await show({ ...READY, article: { ...ARTICLE, titles: [{ value: 'Choirs sing', basis: 'heading' }] } });
    expect(text('.dated')).toBe('The page gives another title: “Choirs sing” (its heading)');
  });

  it('dates an office that its pack has not vouched for of late', async () => {
    await show(READY);
    await press('#tab-page');
    const offices = () => texts('.subject-name small');
    expect(offices()).toEqual([
      'President of France',
      expect.stringMatching(/^Secretary General of NATO, as of Jun.* 2025$/),
      'President of Ukraine',
    ]);
    await show(READY, HEALTH, '2026-11-23');
    for (const office of offices()) expect(office).toMatch(/, as of .*2025$/);
  });

  it('lets no foreign string turn a title or a label around', async () => {
    const name = '\u202eevil';
    const site = { host: name, on: true };
    await show(
      { ...READY, site, article: { ...ARTICLE, title: name, published: { value: name, basis: name } } },
      { ...HEALTH, packs: HEALTH.packs.map((pack) => ({ ...pack, title: name })) },
    );
    const attributes = [...root.querySelectorAll('*')].flatMap((node) => [...node.attributes].map((one) => one.value));
    expect(attributes.filter((value) => value.includes('\u2068\ufffdevil\u2069'))).toHaveLength(4);
    expect([...attributes, root.textContent].join()).not.toContain('\u202e');
  });

  it('switches the site, pauses, and shows the ledger', async () => {
    await show(READY);
    expect(root.querySelector('[role=switch]')?.getAttribute('aria-checked')).toBe('true');
    await press('[role=switch]');
    expect(on.onSite).toHaveBeenCalledWith(false);
    await press('.foot button');
    expect(on.onPause).toHaveBeenCalledWith(true);
    expect(text('.ledger')).toBe('0 requests sent');
    await show(READY, { ...HEALTH, requests: 1 });
    expect(text('.ledger')).toBe('1 request sent');
  });

  it('shows the wanted state of a site while it is switched, and takes no further press', async () => {
    await show(READY, HEALTH, undefined, false);
    const control = root.querySelector('[role=switch]');
    expect([control?.getAttribute('aria-checked'), control?.getAttribute('aria-disabled')]).toEqual(['false', 'true']);
    await press('[role=switch]');
    await show({ kind: 'off', site: { ...SITE, on: false } }, HEALTH, undefined, true);
    expect(root.querySelector('.notice button')?.getAttribute('aria-disabled')).toBe('true');
    await press('.notice button');
    expect(on.onSite).not.toHaveBeenCalled();
    await show({ kind: 'gone' });
    expect(text('h1')).toBe('The tab went to another page');
  });

  it('tells of faulty packs above what works', async () => {
    await show(READY, FAULTY);
    expect(text('.faults li')).toContain('2025-02-30');
    await press('.faults button');
    expect(on.onRepair).toHaveBeenCalledOnce();
    await press('#tab-page');
    expect(texts('.subject-name').length).toBe(FACTS.subjects.length);
  });

  it('goes from mention to mention of a subject and round again', async () => {
    await show({ ...READY, facts: { ...FACTS, subjects: FACTS.subjects.slice(0, 1) } });
    await press('#tab-page');
    for (let i = 0; i < 3; i += 1) await press('.subject');
    expect(on.onReveal.mock.calls.map(([, nth]) => nth)).toEqual([0, 1, 0]);
    expect(text('.subject-count')).toBe('1/ of 2 mentions');
  });

  it('groups coverage by event, with the dates of its items', async () => {
    await show(READY);
    await press('#tab-coverage');
    expect(texts('.group h2')).toEqual(['Security guarantee agreed in outline', 'Paris summit of the coalition']);
    expect(text('.group-sub')).toBe('4 other outlets');
    expect(root.querySelectorAll('.axis circle')).toHaveLength(3);
    expect(root.querySelectorAll('.axis rect')).toHaveLength(1);
    expect(texts('.item-head').at(-1)).toBe('PBS Newsno date');
    expect(texts('.via')).toEqual(['carried Reuters']);
  });

  it('says what stands behind each account, and once above where all share it', async () => {
    await show(READY);
    await press('#tab-coverage');
    const overview = 'read in “An unsigned overview of the Macron–Rutte call”, undated';
    expect(texts('.items .fine')).toEqual([
      `second-hand · hedged by its source · ${overview}`,
      `second-hand · ${overview}`,
      `second-hand · reported 2 weeks before this article · ${overview}`,
      `second-hand · ${overview}`,
    ]);
    const coverage = FACTS.coverage.map((group) => ({ ...group, items: group.items.filter((item) => item.status === 'second-hand') }));
    await show({ ...READY, facts: { ...FACTS, coverage } });
    expect(texts('.shared')).toEqual([`All second-hand · ${overview}`]);
    expect(texts('.items .fine')).toEqual(['hedged by its source', 'reported 2 weeks before this article']);
    const [first, ...others] = coverage;
    const other = others.map((group) => ({ ...group, items: group.items.map((item) => ({ ...item, status: 'confirmed' as const })) }));
    await show({ ...READY, facts: { ...FACTS, coverage: first ? [first, ...other] : [] } });
    expect(texts('.group .shared')).toEqual([`All second-hand · ${overview}`]);
    expect(texts('.items .fine').at(-1)).toContain('confirmed by you');
  });

  it('ends the axis with the dates of its items as they were given', async () => {
    await show(READY);
    await press('#tab-coverage');
    expect(texts('.axis')).toHaveLength(1);
    expect(texts('.axis > span')).toEqual([expect.stringMatching(/^(8 Dec|Dec 8,) 2025$/), expect.stringMatching(/21\s?–\s?31/)]);
  });

  it('lists claims newest first as given, and says when there are more', async () => {
    await show({ ...READY, facts: { ...FACTS, claimsTotal: 40 } });
    await press('#tab-timeline');
    expect(texts('.list .says')).toEqual(FACTS.claims.map((claim) => claim.text));
    // Where their places on the axis are not known yet, the claims are.
    expect(text('[role=tabpanel] [role=status]')).toBe('Laying out the claims…');
  });

  it('moves between its tabs by keyboard, with one tab stop', async () => {
    await show(READY);
    const selected = () => root.querySelector('[aria-selected=true]')?.id;
    expect(texts('[role=tab]').map((label) => label?.replace(/ \d*$/, ''))).toEqual([
      'This article',
      'On this page',
      'Coverage',
      'Differs',
      'Timeline',
      'Ledger',
    ]);
    await key(document.getElementById('tab-article'), 'ArrowLeft');
    expect([selected(), document.activeElement?.id]).toEqual(['tab-ledger', 'tab-ledger']);
    await key(document.activeElement, 'ArrowRight');
    expect(selected()).toBe('tab-article');
    await key(document.activeElement, 'End');
    expect(selected()).toBe('tab-ledger');
    expect(on.onTab.mock.calls).toEqual([['ledger'], ['article'], ['ledger']]);
    expect(root.querySelectorAll('[role=tab][tabindex="0"]')).toHaveLength(1);
    expect(root.querySelector('[role=tabpanel]')?.getAttribute('aria-labelledby')).toBe('tab-ledger');
  });

  it('comes to the filter with / and clears it with Escape', async () => {
    await show(READY);
    await key(document.body, '/');
    const input = root.querySelector('input');
    expect(document.activeElement).toBe(input);
    await press('#tab-page');
    await type('zelen');
    expect(texts('.subject-name')).toEqual(['Volodymyr ZelenskyPresident of Ukraine']);
    expect(texts('.tab-count')).toEqual(['', '1', '', '', '1', '']);
    await key(input, 'Escape');
    expect(texts('.subject-name')).toHaveLength(FACTS.subjects.length);
    await type('nobody at all');
    expect(text('.empty h2')).toBe('Nothing here fits the filter.');
    await press('.clear');
    expect(root.querySelector('input')?.value).toBe('');
  });
});

describe('the claims of the page', () => {
  const told = { ...READY, claims: { status: 'ready', claims: PAGE_CLAIMS, canKeep: true } } as const satisfies PopupPage;

  it('come first, said to be unconfirmed, each with speaker, source and dates with their clocks', async () => {
    await show(told);
    expect(text('.told h2')).toBe('7 claims on this page');
    expect(text('.told-note')).toContain('unconfirmed');
    const rows = texts('.page-claims .claim');
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/Dec 24, 2025said.*Macron said on Wednesday.*Emmanuel MacronKeep/);
    expect(rows[2]).toMatch(/Sep 2025reported.*PBS News.*carried Reuters.*event Sep 4, 2025/);
    expect(rows[3]).toMatch(/no date.*two diplomats.*hedged by its source/);
    await press('.told-more');
    expect(texts('.page-claims .claim')).toHaveLength(7);
  });

  it('are shown by a press on their words, kept and dismissed by a press or a key, and taken back', async () => {
    await show(told);
    await press('.page-claims .says');
    expect(on.onShow.mock.calls).toEqual([[PAGE_CLAIMS[0]?.id]]);
    await press('.page-claims .judge');
    await key(root.querySelector('.page-claims .says'), 'd');
    // Nothing to take back, and not with a modifier.
    await key(root.querySelector('.page-claims .says'), 'u');
    root
      .querySelector('.page-claims .says')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }));
    expect(on.onJudge.mock.calls.map(([id, verdict]) => [id, verdict])).toEqual([
      [PAGE_CLAIMS[0]?.id, 'kept'],
      [PAGE_CLAIMS[0]?.id, 'dismissed'],
    ]);
    on.onJudge.mockClear();
    await show({ ...told, claims: { status: 'ready', claims: JUDGED_CLAIMS, canKeep: true } });
    expect(texts('.verdict')).toEqual(['✓ Kept', 'Dismissed']);
    await key(root.querySelector('.page-claims .says'), 'u');
    expect(on.onJudge.mock.calls.map(([id, verdict]) => [id, verdict])).toEqual([[JUDGED_CLAIMS[0]?.id, null]]);
  });

  it('are only shown in a private window', async () => {
    await show({ ...told, claims: { ...told.claims, canKeep: false } });
    expect(text('.told-note')).toContain('private window');
    expect(root.querySelector('.judge')).toBeNull();
    await key(root.querySelector('.page-claims .says'), 'k');
    expect(on.onJudge).not.toHaveBeenCalled();
  });

  it('say how far a very long page was read, and nothing of one that was read whole', async () => {
    await show(told);
    expect(root.querySelector('.told-note.cut')).toBeNull();
    await show({ ...told, claims: { ...told.claims, readTo: 299_812 } });
    expect(text('.told-note.cut')).toMatch(/very long: claims were looked for in its first 299.812 characters only/);
  });

  it('are filtered with the rest', async () => {
    await show(told);
    await type('diplomats');
    expect(texts('.page-claims .claim')).toHaveLength(1);
    expect(texts('.glance')).toHaveLength(0);
    await type('nobody knows this');
    expect(text('.empty h2')).toBe('Nothing here fits the filter.');
  });
});

describe('the article at a glance', () => {
  it('says whom it names, who else reports and what differs, and leads there with the focus', async () => {
    await show({ ...READY, facts: DIFFERING });
    expect(texts('.glance b')).toEqual(['8 names', '5 outlets', '3 differences']);
    expect(text('.glance span')).toContain('and 4 more');
    expect(texts('.glance span')[1]).toBe('also on Security guarantee agreed in outline; Paris summit of the coalition');
    for (const [nth, tab] of ['tab-page', 'tab-coverage', 'tab-differs'].entries()) {
      await press('#tab-article');
      root.querySelectorAll<HTMLElement>('.glance button')[nth]?.click();
      await drawn();
      expect([root.querySelector('[aria-selected=true]')?.id, document.activeElement?.id]).toEqual([tab, tab]);
    }
  });
});

describe('the timeline', () => {
  const moved = { ...READY, timeline: { of: null, view: TIMELINE } } as const satisfies PopupPage;
  const options = () => [...root.querySelectorAll<SVGElement>('[role=option]')];
  const picked = () => text('.picked .says');

  it('has a mark for every dated claim, in their order, each with its claim, date and state', async () => {
    await show(moved);
    await press('#tab-timeline');
    expect(options()).toHaveLength(TIMELINE.timeline.marks.length);
    const labels = options().map((option) => option.getAttribute('aria-label') ?? '');
    expect(labels.find((label) => label.includes('called off'))).toMatch(/Oct 20, 2025, reported.*withdrawn/);
    expect(labels.find((label) => label.includes('ten thousand'))).toMatch(/overtaken by a later claim/);
    expect(labels.find((label) => label.includes('Deterring'))).toMatch(/Aug 2025, event.*happened at least 3 months before this article/);
    expect(root.querySelectorAll('rect.mark').length).toBeGreaterThan(1);
    expect(root.querySelectorAll('.struck')).toHaveLength(1);
    expect(text('.now')?.trim()).toBe('this article');
    expect(text('.all-claims')).toBe(`The newest ${TIMELINE.claims.length} of 41 claims`);
  });

  it('has one tab stop and goes from mark to mark by arrow keys, Home and End', async () => {
    await show(moved);
    await press('#tab-timeline');
    expect(options().filter((option) => option.getAttribute('tabindex') === '0')).toEqual([options().at(-1)]);
    expect(picked()).toContain('Macron made public');
    const at = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');
    const last = options().length - 1;
    options()[last]?.focus();
    for (const [name, place] of [
      ['ArrowRight', last],
      ['ArrowLeft', last - 1],
      ['Home', 0],
      ['ArrowLeft', 0],
      ['ArrowRight', 1],
      ['End', last],
    ] as const) {
      await key(document.activeElement, name);
      expect([at(), options().indexOf(document.activeElement as unknown as SVGElement)]).toEqual([place, place]);
    }
    options()[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await drawn();
    expect(picked()).toBe(TIMELINE.claims.find(({ id }) => id === TIMELINE.timeline.marks[0]?.id)?.text);
  });

  it('says of old claims in the list how old they are', async () => {
    await show(moved);
    await press('#tab-timeline');
    const row = [...root.querySelectorAll('.list .claim')].find((claim) => claim.textContent?.includes('Deterring'));
    expect(row?.textContent).toContain('happened at least 3 months before this article');
  });

  it('is of whom the reader chooses, events first, and filtered with the rest', async () => {
    await show(moved);
    await press('#tab-timeline');
    const select = root.querySelector('select');
    if (!select) throw new Error('no choice');
    expect([...select.querySelectorAll('optgroup')].map(({ label }) => label).slice(0, 2)).toEqual(['Events', 'People']);
    select.value = 'world:mark-rutte';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(on.onSubject.mock.calls).toEqual([['world:mark-rutte']]);
    await type('ten thousand');
    expect(options()).toHaveLength(1);
    expect(picked()).toBe('A force of ten thousand was discussed.');
  });
});

describe('what differs', () => {
  it('stands by event, side by side with its sentences, also of an event that no other outlet covers', async () => {
    await show({ ...READY, facts: DIFFERING });
    await press('#tab-differs');
    expect(texts('.group h2')).toEqual(['Paris summit of the coalition', 'A meeting with two dates']);
    expect(texts('.side-says').slice(0, 2)).toEqual(['26 nations', 'over 26 countries']);
    expect(text('.side-text')).toContain('26 nations');
    await press('#tab-coverage');
    expect(texts('.group h2')).not.toContain('A meeting with two dates');
    await press('.group .quiet');
    expect(root.querySelector('[aria-selected=true]')?.id).toBe('tab-differs');
  });

  it('is found by what is counted', async () => {
    await show({ ...READY, facts: DIFFERING });
    await press('#tab-differs');
    await type('26 nations');
    expect(texts('.differs h3')).toEqual(['Numbers differ']);
    expect(texts('.tab-count')).toContain('1');
  });

  it('says so where nothing does', async () => {
    await show(READY);
    await press('#tab-differs');
    expect(text('.empty h2')).toBe('No differences found.');
  });
});

describe('what no event ties to the page', () => {
  it('stands below what one does: a claim with its outlets and their origin, then articles that are alike', async () => {
    await show({ ...READY, related: RELATED });
    expect(text('#tab-coverage .tab-count')).toBe('4');
    await press('#tab-coverage');
    expect(texts('.apart')).toEqual(['The same claim', 'Alike in words and names']);
    expect(texts('.group h2').slice(2)).toEqual([RELATED.claims[0]?.text, 'Perhaps the same story']);
    expect(texts('.origins summary').at(-1)).toMatch(/^2 outlets · 1 origin · first leaked calls \(in Der Spiegel\), /);
    expect(texts('.leans')).toEqual(['Der Spiegel named as its source', 'The New York Times the text rests on it']);
    await type('tagesschau');
    expect(texts('.group h2')).toEqual(['Perhaps the same story']);
    expect(text('#tab-coverage .tab-count')).toBe('1');
  });

  it('is waited for where there is nothing else, and said to be nothing then', async () => {
    const facts = { ...FACTS, coverage: [] };
    await show({ ...READY, facts });
    await press('#tab-coverage');
    expect(text('[role=tabpanel] [role=status]')).toContain('Looking for other accounts');
    await show({ ...READY, facts, related: { claims: [], alike: [] } });
    expect(text('.empty h2')).toBe('No other outlet covers this.');
  });
});

describe('the ledger', () => {
  const showLedger = async (ledger: LedgerView | null) => {
    render(h(Popup, { state: { page: READY, health: HEALTH, ledger }, on, lists, today: '2026-03-01' }), root);
    await drawn();
    await press('#tab-ledger');
  };

  it('waits, says that nothing was sent, or lists what was', async () => {
    await showLedger(null);
    expect(text('[role=tabpanel] [role=status]')).toBe('Reading the ledger…');
    await showLedger(NO_REQUESTS);
    expect(text('.empty h2')).toBe('0 requests sent');
    await showLedger(LEDGER);
    expect(texts('.requests b')).toEqual(LEDGER.requests.map(({ host }) => host));
    expect(text('.requests .fine')).toMatch(/Feed of .* · 200 · 12,345 bytes/);
  });
});

describe('news', () => {
  const news = { count: 2, since: '2025-12-20' };
  const facts: PageFacts = {
    ...FACTS,
    subjects: FACTS.subjects.map((subject) => (subject.id === 'world:mark-rutte' ? { ...subject, news } : subject)),
    coverage: FACTS.coverage.map((group, i) => (i === 0 ? { ...group, news: { count: 1, since: '2025-12-19' } } : group)),
  };

  it('stand first at a glance, at their names and events', async () => {
    await show({ ...READY, facts });
    expect(text('.glance li')).toMatch(/^3 new since you last opened Mark Rutte, Security guarantee agreed in outline$/);
    await press('#tab-page');
    expect(texts('.subject .news')).toEqual(['2 new since Dec 20, 2025']);
    await press('#tab-coverage');
    expect(texts('.group .news')).toEqual(['1 new since Dec 19, 2025']);
  });

  it('are told as the reader chooses, and when whom was opened is forgotten after a second press', async () => {
    const choices = { badge: false, onlyNew: true, opened: 3 };
    render(h(Popup, { state: { page: READY, health: HEALTH, news: choices }, on, lists, today: '2026-03-01' }), root);
    await drawn();
    expect([...root.querySelectorAll('.remember [role=switch]')].map((one) => one.getAttribute('aria-checked'))).toEqual(['false', 'true']);
    for (const one of root.querySelectorAll<HTMLElement>('.remember [role=switch]')) one.click();
    expect(on.onNews.mock.calls).toEqual([[{ badge: true }], [{ onlyNew: false }]]);
    await press('.remember .quiet');
    expect([on.onForgetOpened.mock.calls.length, text('.remember .quiet')]).toEqual([0, 'Forget when you opened 3 names']);
    await press('.remember .quiet');
    expect(on.onForgetOpened).toHaveBeenCalledOnce();
  });
});

describe('a page that is known from before', () => {
  const CLAIMED = { status: 'ready', claims: PAGE_CLAIMS, canKeep: true } as const;
  const KNOWN = { kind: 'known', site: SITE, article: ARTICLE, sight: sightOf(FACTS, CLAIMED, RELATED) } as const satisfies PopupPage;

  it('stands to the letter where it will stand when it is known anew, with bones in the place of its lists', async () => {
    const above = () => [text('.article'), text('.bar'), text('.glance'), text('.masthead')].join('\n');
    await show(KNOWN);
    const before = above();
    expect(root.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
    expect(text('.told-note')).toContain('Reading');
    await show({ ...READY, claims: { status: 'reading' }, before: KNOWN.sight });
    expect(above()).toBe(before);
    await show({ ...READY, claims: CLAIMED, related: RELATED });
    expect(above()).toBe(before);
    expect(root.querySelector('main')?.getAttribute('aria-busy')).toBe('false');
    expect(text('.told-note')).not.toContain('Reading');
  });

  it('keeps the tab that is opened meanwhile', async () => {
    await show(KNOWN);
    await press('#tab-page');
    await show(READY);
    expect(root.querySelector('[role=tab][aria-selected=true]')?.id).toBe('tab-page');
    expect(text('.panel')).toContain(FACTS.subjects[0]?.name ?? '?');
  });

  it('does what was pressed before it was known how things are then, once', async () => {
    const draw = createDraw(root);
    draw({ page: KNOWN, health: HEALTH }, on);
    await press('.foot button');
    await press('#tab-timeline');
    expect([on.onPause.mock.calls, on.onTab.mock.calls]).toEqual([[], []]);
    draw({ page: READY, health: HEALTH }, on);
    draw({ page: READY, health: HEALTH }, on);
    expect([on.onPause.mock.calls, on.onTab.mock.calls]).toEqual([[[true]], [['timeline']]]);
  });
});

describe('remembering', () => {
  const showWith = async (remembering: { on: boolean; articles: number }) => {
    render(h(Popup, { state: { page: READY, health: HEALTH, remembering }, on, lists, today: '2026-03-01' }), root);
    await drawn();
  };

  it('is offered, off, with what it means, and switched', async () => {
    await showWith({ on: false, articles: 0 });
    expect(root.querySelector('.remember [role=switch]')?.getAttribute('aria-checked')).toBe('false');
    expect(text('.remember')).toContain('never from private windows');
    await press('.remember [role=switch]');
    expect(on.onRemember.mock.calls).toEqual([[true]]);
    expect(texts('.remember button')).toHaveLength(1);
  });

  it('says how much is remembered, and forgets it after a second press', async () => {
    await showWith({ on: true, articles: 12 });
    expect(text('.remember')).toContain('12 articles remembered');
    await press('.remember .quiet');
    expect(on.onForget).not.toHaveBeenCalled();
    expect(text('.remember .quiet')).toBe('Forget 12 articles for good');
    await press('.remember .quiet');
    expect(on.onForget).toHaveBeenCalledOnce();
  });
});
