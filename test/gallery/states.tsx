/** Every state of card, popup and welcome page by name: what the gallery shows, photographs and checks. */
import type { ComponentChild } from 'preact';
import type { Correction } from '@/core/model/correction';
import type { FeedView } from '@/core/model/feed-view';
import type { CaptureDraft } from '@/core/model/page-claim';
import type { FoundSubject, PageClaims } from '@/core/model/view';
import type { LedgerState } from '@/own-pages/ledger';
import { CaptureForm } from '@/ui/capture/capture';
import type { CaptureState } from '@/ui/capture/state';
import type { CardState, CorrectionStep } from '@/ui/card/card-state';
import { Ledger } from '@/ui/ledger/ledger';
import * as lists from '@/ui/popup/lists';
import { Popup } from '@/ui/popup/popup';
import type { PopupCallbacks, PopupPage } from '@/ui/popup/state';
import { Sources } from '@/ui/sources/sources';
import type { SourcesState } from '@/ui/sources/state';
import { Welcome } from '@/ui/welcome/welcome';
import * as fixture from './fixtures';

const ready = (view: (typeof fixture)['RUTTE'], surface: string): CardState => ({ kind: 'ready', view, surface, reason: 'named-in-full' });

export const CARDS: Readonly<Record<string, CardState>> = {
  person: ready(fixture.RUTTE, 'Rutte'),
  event: { kind: 'ready', view: fixture.MEETING, surface: 'Macron-Trump meeting of early 2025', reason: 'full-name' },
  outlet: { kind: 'ready', view: fixture.SPIEGEL, surface: 'Der Spiegel', reason: 'full-name' },
  varied: ready({ ...fixture.RUTTE, claims: fixture.VARIED, totals: { claims: 5, outlets: 2 } }, 'Rutte'),
  'on-page': { ...ready(fixture.RUTTE, 'Rutte'), onPage: { canKeep: true, claims: fixture.JUDGED_CLAIMS } } as CardState,
  edited: ready(
    {
      ...fixture.RUTTE,
      edited: [
        { field: 'name', pack: 'Rutte, Mark' },
        { field: 'description', pack: '' },
      ],
      claims: fixture.RUTTE.claims.map((claim, i) =>
        i === 0 ? { ...claim, edited: [{ field: 'date said', pack: '2025-12-23' }] } : claim,
      ),
    },
    'Rutte',
  ),
  news: ready(
    {
      ...fixture.RUTTE,
      news: { count: 2, since: '2025-12-20' },
      claims: fixture.RUTTE.claims.map((claim, i) => (i < 2 ? { ...claim, isNew: true } : claim)),
    },
    'Rutte',
  ),
  'event-origins': {
    kind: 'ready',
    view: { ...fixture.MEETING, ...(fixture.RELATED.claims[0]?.origins && { origins: fixture.RELATED.claims[0].origins }) },
    surface: 'Macron-Trump meeting of early 2025',
    reason: 'full-name',
  },
  'nothing-known': { kind: 'ready', view: fixture.EMPTY_PLACE, surface: 'Paris', reason: 'only-bearer' },
  long: ready(fixture.ORGANISATION, fixture.ORGANISATION.name),
  'right-to-left': ready(fixture.RIGHT_TO_LEFT, 'عباس'),
  loading: { kind: 'loading', surface: 'Rutte', subjectKind: 'person' },
  because: { ...ready(fixture.RUTTE, 'Rutte'), basis: { surface: 'Mark Rutte', where: 'above' } } as CardState,
  undecided: {
    kind: 'undecided',
    surface: 'Rutte',
    candidates: [
      { view: fixture.RUTTE, reason: 'named-in-full', basis: { surface: 'Mark Rutte', where: 'above' } },
      {
        view: { ...fixture.RUTTE, id: 'mine:jan-rutte', name: 'Jan Rutte', offices: [], description: 'Harbour master' },
        reason: 'only-bearer',
      },
    ],
  },
  failed: { kind: 'failed', message: 'Sidelight was updated. Reload this page to go on reading with it.' },
};

/** What has just been corrected in a card, or is being. */
const correction = (says: Correction['says']): Correction => ({
  id: 'r1',
  word: 'Rutte',
  says,
  where: { in: 'page', address: 'https://www.fixture-gazette.test/story' },
  made: '2026-03-01T09:00:00.000Z',
});
const FOUND: readonly FoundSubject[] = [
  { id: 'mine:jan-rutte', name: 'Jan Rutte', kind: 'person', about: 'Harbour master' },
  { id: 'world:nato', name: 'NATO', kind: 'organisation', about: 'Military alliance of 32 states' },
  { id: 'world:rotterdam', name: 'Rotterdam', kind: 'place' },
];
export const STEPS: Readonly<Record<string, CorrectionStep>> = {
  choosing: { is: 'choosing', text: 'Rut', found: FOUND },
  nobody: { is: 'choosing', text: 'Ruttenberg', found: [] },
  made: { is: 'made', made: correction({ is: 'not', subject: fixture.RUTTE.id }), meant: null },
  never: { is: 'made', made: correction({ is: 'never' }), meant: null },
};

/** Between the dates of the fixtures: some offices are fresh on this day, some are not. */
const TODAY = '2026-03-01';

const ignore = (): void => undefined;
const ON: PopupCallbacks = {
  onBeside: ignore,
  onTab: ignore,
  onSubject: ignore,
  onNews: ignore,
  onForgetOpened: ignore,
  onRetry: ignore,
  onSite: ignore,
  onPause: ignore,
  onReload: ignore,
  onReveal: ignore,
  onRepair: ignore,
  onShow: ignore,
  onJudge: ignore,
  onRemember: ignore,
  onForget: ignore,
};
const NO_STORY: PageClaims = { status: 'none' };
const TOLD: PageClaims = { status: 'ready', canKeep: true, claims: fixture.PAGE_CLAIMS };
const SITE = { host: 'www.fixture-gazette.test', on: true };

export const PAGES: Readonly<Record<string, PopupPage>> = {
  ready: { kind: 'ready', site: SITE, article: fixture.ARTICLE, facts: fixture.FACTS, claims: NO_STORY },
  differing: { kind: 'ready', site: SITE, article: fixture.ARTICLE, facts: fixture.DIFFERING, claims: TOLD },
  news: { kind: 'ready', site: SITE, article: fixture.ARTICLE, facts: fixture.NEWS_FACTS, claims: TOLD },
  related: { kind: 'ready', site: SITE, article: fixture.ARTICLE, facts: fixture.FACTS, claims: NO_STORY, related: fixture.RELATED },
  moved: {
    ...{ kind: 'ready', site: SITE, article: fixture.ARTICLE, facts: fixture.FACTS, claims: NO_STORY },
    timeline: { of: null, view: fixture.TIMELINE },
  },
  told: { kind: 'ready', site: SITE, article: fixture.ARTICLE, facts: fixture.FACTS, claims: TOLD },
  'told-judged': {
    kind: 'ready',
    site: SITE,
    article: fixture.ARTICLE,
    facts: fixture.FACTS,
    claims: { ...TOLD, claims: fixture.JUDGED_CLAIMS },
  },
  'told-private': {
    kind: 'ready',
    site: SITE,
    article: fixture.ARTICLE,
    facts: fixture.FACTS,
    claims: { ...TOLD, canKeep: false },
  },
  'told-reading': { kind: 'ready', site: SITE, article: fixture.ARTICLE, facts: fixture.FACTS, claims: { status: 'reading' } },
  'told-failed': {
    kind: 'ready',
    site: SITE,
    article: fixture.ARTICLE,
    facts: fixture.FACTS,
    claims: { status: 'failed', problem: 'Sidelight’s background did not answer. Try again; if it stays silent, restart the browser.' },
  },
  'at-odds': { kind: 'ready', site: SITE, article: fixture.AT_ODDS, facts: fixture.FACTS, claims: NO_STORY },
  'ready-empty': { kind: 'ready', site: SITE, article: fixture.UNDATED, facts: fixture.NOTHING_NAMED, claims: NO_STORY },
  reading: { kind: 'reading', site: SITE, article: fixture.ARTICLE },
  loading: { kind: 'loading' },
  error: { kind: 'error', message: 'The fact store could not be opened: the disk is full. Free some space and try again.' },
  unreadable: { kind: 'unreadable' },
  'not-covered': { kind: 'not-covered', site: { host: 'a-rather-long-host-name.of-a-local-paper.example', on: false } },
  off: { kind: 'off', site: { ...SITE, on: false } },
  paused: { kind: 'paused', site: SITE },
  silent: { kind: 'silent', site: SITE },
};

export function popupOf(name: string): ComponentChild {
  const page = PAGES[name];
  return (
    page && (
      <Popup
        state={{
          page,
          news: { badge: name === 'news', onlyNew: false, opened: name === 'news' ? 3 : 0 },
          ledger: name === 'told' ? fixture.LEDGER : fixture.NO_REQUESTS,
          remembering: { on: name === 'told-judged', articles: name === 'told-judged' ? 128 : 0 },
          health: name === 'loading' ? null : name === 'error' ? fixture.FAULTY : fixture.HEALTH,
        }}
        on={ON}
        lists={lists}
        today={TODAY}
      />
    )
  );
}

const DRAFT: CaptureDraft = {
  exact: fixture.PAGE_CLAIMS[0]?.text ?? '',
  title: fixture.ARTICLE.title,
  speakers: [{ id: 'world:emmanuel-macron', name: 'Emmanuel Macron' }],
  outlets: [
    { id: null, name: 'The Fixture Gazette' },
    { id: 'outlets:pbs-news', name: 'PBS News' },
  ],
  speaker: 'Emmanuel Macron',
  outlet: null,
  date: { clock: 'said', value: { edtf: '2025-12-24', basis: 'relative' } },
};
const LONG_DRAFT: CaptureDraft = { ...DRAFT, exact: fixture.PAGE_CLAIMS.map(({ text }) => text).join(' '), speaker: '', date: null };

const CAPTURES: Readonly<Record<string, CaptureState>> = {
  form: { kind: 'form', draft: DRAFT, problem: null },
  long: { kind: 'form', draft: LONG_DRAFT, problem: null },
  problem: { kind: 'form', draft: DRAFT, problem: { of: 'date', message: '“24 December” is no date. Write 2025-12-24, 2025-12 or 2025.' } },
  saved: { kind: 'saved', draft: DRAFT },
  failed: { kind: 'failed', message: 'Select a sentence on the page first, then press the key again.' },
};

export function captureOf(name: string): ComponentChild {
  const state = CAPTURES[name];
  return state && <CaptureForm state={state} on={{ onSave: ignore, onUndo: ignore, onClose: ignore }} />;
}

export function welcomeOf(access: 'granted' | 'missing'): ComponentChild {
  return (
    <Welcome
      example={CARDS.person ?? null}
      sites={312}
      access={access}
      shortcuts={[
        { does: 'Next mention', keys: 'Alt+Shift+N' },
        { does: 'Previous mention', keys: 'Alt+Shift+P' },
        { does: 'Open the card', keys: '' },
      ]}
      onGrant={ignore}
    />
  );
}

const FEED: FeedView = {
  url: 'https://feeds.fixture-gazette.test/world.xml',
  host: 'feeds.fixture-gazette.test',
  title: 'The Fixture Gazette: world',
  outlet: 'The Fixture Gazette',
  articles: 128,
  okAt: Date.UTC(2026, 1, 28, 18, 30),
  nextAt: Date.UTC(2026, 1, 28, 19, 30),
  fault: null,
  pattern: 'https://feeds.fixture-gazette.test/*',
  allowed: true,
};
const SOURCES: Readonly<Record<string, SourcesState>> = {
  loading: { view: null, listed: [], notice: null },
  empty: { view: { feeds: [], offers: [], keep: { months: 12, articles: 0 } }, listed: [], notice: null },
  feeds: {
    view: {
      keep: { months: 12, articles: 3120 },
      feeds: [
        FEED,
        {
          ...FEED,
          url: `${FEED.url}?2`,
          title: 'A feed that fails',
          fault: 'The server gave no answer. It will be asked again later.',
          outlet: null,
        },
        { ...FEED, url: `${FEED.url}?3`, title: 'A feed without its permission', allowed: false },
      ],
      offers: ['BBC News', 'Der Spiegel', 'Le Monde'].map((name, i) => ({
        ...{ outlet: `outlets:${i}`, name, country: ['GB', 'DE', 'FR'][i] ?? null, languages: [['en', 'de', 'fr'][i] ?? 'en'] },
        ...{ url: `https://example.org/${i}.xml`, host: 'example.org', pattern: 'https://example.org/*' },
      })),
    },
    listed: [{ url: 'https://example.org/listed.xml', title: 'From a list', outlet: null, home: null, pattern: 'https://example.org/*' }],
    notice: 'One of two was not taken: “ftp://example.org” is no address of the web.',
  },
};

export function sourcesOf(name: string): ComponentChild {
  const state = SOURCES[name];
  const on = { onFollow: ignore, onAdd: ignore, onList: ignore, onAllow: ignore, onUnfollow: ignore, onCheck: ignore, onKeep: ignore };
  return state && <Sources state={state} on={on} />;
}

const LEDGERS: Readonly<Record<string, LedgerState>> = {
  loading: { ledger: null, problem: null },
  none: { ledger: fixture.NO_REQUESTS, problem: null },
  sent: { ledger: fixture.LEDGER, problem: null },
  failed: { ledger: null, problem: 'The fact store could not be opened: the disk is full. Free some space and try again.' },
};

export function ledgerOf(name: string): ComponentChild {
  const state = LEDGERS[name];
  return state && <Ledger state={state} />;
}
