/** States of the library page for the gallery: every section and every step of tending, with made-up facts. */

import type { ClaimRow, LibraryDetail, LibraryRow, SubjectRow } from '@/core/model/library';
import type { SubscriptionView } from '@/core/model/subscription-view';
import { Library } from '@/ui/library/library';
import { placeOf } from '@/ui/library/place';
import type { LibraryCallbacks, LibraryState, ListState } from '@/ui/library/state';
import * as fixture from './fixtures';

const WORLD = { id: 'world', title: 'World leaders and organisations', revision: 12 };

const claims: readonly ClaimRow[] = [...fixture.VARIED, ...fixture.CLAIMS].map((view, i) => ({
  ...view,
  kind: 'claim',
  superseded: i === 2,
  verdict: i === 4 ? 'kept' : null,
  pack: i === 4 ? null : WORLD,
  ...(i === 1 ? { edited: [{ field: 'words', pack: view.text }] } : {}),
}));
const subjects: readonly SubjectRow[] = [
  { id: 'world:mark-rutte', name: 'Mark Rutte', kind: 'person', about: 'Secretary General of NATO', claims: 1204, pack: WORLD },
  { id: 'world:nato', name: 'NATO', kind: 'organisation', about: 'Military alliance of 32 states', claims: 3310, pack: WORLD },
  { id: 'mine:abbas', name: 'محمود عباس', kind: 'person', claims: 1, pack: null },
  { id: 'world:paris', name: 'Paris', kind: 'place', claims: 0, pack: WORLD },
];

const list = (rows: readonly LibraryRow[], more: Partial<ListState> = {}): ListState => ({
  query: { text: '', status: '', outlet: null, actor: null, event: null, subject: null, from: '', to: '', sort: 'best' },
  total: rows.length,
  exact: true,
  indexing: null,
  rows: new Map(rows.map((row, i) => [i, row])),
  busy: false,
  from: 0,
  key: 1,
  ...more,
});

const [first] = claims;
if (!first) throw new Error('no claims among the fixtures');
const claim: LibraryDetail = {
  kind: 'claim',
  row: {
    ...first,
    quote: 'all of it',
    hedged: true,
    via: [
      { id: 'outlets:reuters', name: 'Reuters' },
      { id: null, name: 'a leaked transcript' },
    ],
    clocks: {
      said: { edtf: '2025-12-08', basis: 'relative' },
      reported: { edtf: '2025-12', qualifier: 'late', basis: 'text' },
      published: { edtf: '2025-12-24', basis: 'metadata' },
      captured: { edtf: '2026-01-02', basis: 'record' },
    },
    edited: [
      { field: 'words', pack: 'Rutte said that some of it would come by spring.' },
      { field: 'quotation', pack: '' },
    ],
    link: 'https://www.fixture-gazette.test/story',
  },
  actors: [{ id: 'world:nato', name: 'NATO', kind: 'organisation' }],
  evidence: {
    prefix: 'On Monday he went further. ',
    exact: 'All of it will be there by spring, he told them.',
    suffix: ' Nobody asked how.',
  },
  sources: [{ id: 'desk', title: 'Notes of the desk', url: 'https://www.fixture-gazette.test/notes' }],
  chain: claims.slice(0, 3),
  note: 'Ask the desk for the minutes of 8 December.\nThe second source was never named.',
};
const subject: LibraryDetail = {
  kind: 'subject',
  view: { ...fixture.RUTTE, edited: [{ field: 'name', pack: 'Rutte, Mark' }] },
  names: ['Mark Rutte', 'M. Rutte', 'Марк Рютте'],
  surnames: ['Rutte', 'Рютте'],
  domains: [],
  sources: [{ id: 'wd', title: 'Wikidata' }],
  pack: WORLD,
  ownDate: '',
  merged: [{ id: 'dossier:rutte', name: 'Rutte (dossier)', kind: 'person' }],
  note: '',
};
const article: LibraryDetail = {
  kind: 'article',
  row: {
    kind: 'article',
    id: 'world:a',
    title: 'Leaders meet in the harbour',
    outlet: { id: 'outlets:spiegel', name: 'Der Spiegel' },
    published: '2025-05-02',
    url: 'https://www.fixture-gazette.test/harbour',
    from: 'pack',
    pack: WORLD,
  },
  lang: 'de',
  actors: [{ id: 'world:nato', name: 'NATO', kind: 'organisation' }],
  events: [],
  sources: [],
  note: '',
};

const EMPTY: LibraryState = {
  place: placeOf('', 'claims'),
  problem: null,
  imports: [],
  packs: null,
  subscriptions: [],
  lists: {},
  record: null,
  left: null,
  done: null,
  deeds: null,
  feeds: null,
  room: null,
  holdings: null,
  persisted: null,
  erased: false,
  backup: { kind: 'none' },
  aside: null,
  waiting: null,
  travel: { on: false, fault: null },
};
const at = (hash: string, more: Partial<LibraryState>): LibraryState => ({ ...EMPTY, place: placeOf(hash, 'claims'), ...more });
const open = (hash: string, detail: LibraryDetail): LibraryState => at(hash, { record: { id: '', detail, fault: null } });

const subscription: SubscriptionView = {
  ...{ url: 'https://packs.example.org/harbour/pack.json', host: 'packs.example.org', title: 'The harbour dispute', pack: 'harbour' },
  ...{ shown: 3, waiting: { revision: 4, size: 2_400_000, left: false }, fetching: null, daily: true, automatic: false, triedAt: 1.77e12 },
  ...{ okAt: 1.77e12, nextAt: 1.7701e12, fault: null, pattern: 'https://packs.example.org/*', allowed: true },
};
const subscriptions: readonly SubscriptionView[] = [
  subscription,
  { ...subscription, url: 'https://b.example/', title: 'Berths', waiting: null, fetching: { revision: 9, here: 12, parts: 40 } },
  {
    ...subscription,
    url: 'https://c.example/',
    title: 'Tolls',
    waiting: null,
    fault: 'c.example/pack.json, part 3 of 12: expected 900 bytes, found 7.',
  },
  { ...subscription, url: 'https://d.example/', title: 'Tugs', waiting: null, allowed: false, automatic: true },
];

const NO_COUNTS = { actors: 0, outlets: 0, events: 0, articles: 0, claims: 0 };
const INFO = { id: 'harbour', title: 'The harbour dispute', revision: 4, licence: 'CC0-1.0' };
const staged = {
  ...{ info: INFO, counts: { ...NO_COUNTS, actors: 12, claims: 3000 } },
  changes: {
    ...{ added: { ...NO_COUNTS, claims: 41 }, changed: { ...NO_COUNTS, actors: 1, claims: 2 }, withdrawn: NO_COUNTS },
    samples: [{ list: 'claims', id: 'quay', before: '{"text":"The quay is sound."}', now: '{"text":"The quay was sound."}' }] as const,
  },
};
const imports: LibraryState['imports'] = [
  {
    ...{ id: 1, name: 'a-large-pack.jsonl.gz' },
    state: {
      ...{ kind: 'reading', left: 42_000 },
      progress: { phase: 'reading', bytes: 41_000_000, size: 96_000_000, records: 120_000, done: 0.43 },
    },
  },
  {
    ...{ id: 2, name: 'people.csv' },
    state: {
      ...{ kind: 'table', columns: ['Name', 'Role', 'Remarks of the desk'] },
      rows: [
        ['Ada Holm', 'Harbour master', 'since the spring'],
        ['Eva Brandt', 'Donaudampfschifffahrtsgesellschaftskapitänin', ''],
      ],
      proposed: { actors: ['name', 'office', null], claims: [null, null, null] },
    },
  },
  {
    ...{ id: 3, name: 'harbour.json' },
    state: { kind: 'staged', staged: { ...staged, shownRevision: 3 }, warnings: ['A warning.'], warned: 3 },
  },
  {
    ...{ id: 4, name: 'broken.json' },
    state: { kind: 'refused', sentences: ['claims[3].clocks.said.edtf is “2025-02-30”, which is no date.'] },
  },
  { ...{ id: 5, name: 'new.json' }, state: { kind: 'applied', pack: 'new' } },
];
const held: NonNullable<LibraryState['packs']> = {
  shown: [
    {
      ...{ id: 'world', title: 'World', revision: 12, builtIn: true, licence: 'CC0-1.0', undo: null },
      counts: { ...NO_COUNTS, actors: 1343, claims: 33 },
    },
    {
      ...{ ...INFO, builtIn: false, undo: { revision: 3, at: 1.77e12 } },
      counts: { ...NO_COUNTS, actors: 12, events: 1, claims: 3000 },
    },
  ],
  removed: [{ id: 'tolls', at: 1.77e12 }],
};

const STATES: Readonly<Record<string, LibraryState>> = {
  claims: at('#claims', {
    lists: {
      claim: list(claims, {
        total: 1_000_000,
        exact: false,
        indexing: { done: 620_000, total: 1_000_000 },
        query: { ...list([]).query, text: 'spring', outlet: { id: 'outlets:spiegel', name: 'Der Spiegel' } },
      }),
    },
  }),
  nothing: at('#claims', { lists: { claim: list([]) } }),
  actors: at('#actors', { lists: { actor: list(subjects) } }),
  outlets: at('#outlets', { lists: { outlet: list([]) }, feeds: 3 }),
  claim: open('#claims/x', claim),
  actor: {
    ...open('#actors/x', subject),
    done: { what: 'Merged.', number: 4, undone: false },
  },
  article: open('#articles/x', article),
  gone: at('#claims/x', { record: { id: 'x', detail: null, fault: 'This is not kept any more: its pack was removed or changed.' } }),
  corrections: at('#corrections', {
    deeds: [
      {
        number: 4,
        at: 1.77e12,
        undone: false,
        did: 'merged',
        kind: 'actor',
        id: 'dossier:rutte',
        name: 'Rutte (dossier)',
        other: 'Mark Rutte',
      },
      { number: 3, at: 1.769e12, undone: true, did: 'edited', kind: 'claim', id: 'world:c', name: claims[0]?.text ?? '' },
      { number: 2, at: 1.768e12, undone: false, did: 'deleted', kind: 'event', id: 'world:e', name: 'Harbour talks' },
    ],
  }),
  imports: at('#packs', { imports, packs: held }),
  packs: at('#packs', { packs: { shown: [], removed: [] }, subscriptions }),
  restoring: at('#storage', {
    room: { used: 4_200_000, quota: null },
    backup: {
      kind: 'read',
      summary: {
        rows: { corrections: 12, ownActors: 1, subjectEdits: 3, recordEdits: 4, feeds: 9 },
        packs: [{ id: 'harbour', title: 'The harbour dispute', revision: 4, claims: 3000 }],
      },
    },
    travel: { on: true, fault: 'Your settings are more than the browser’s sync takes, so they no longer travel.' },
  }),
  waiting: at('#storage', {
    backup: { kind: 'none' },
    aside: { at: Date.UTC(2026, 1, 3, 9), again: false },
    waiting: Date.UTC(2026, 1, 2, 18, 30),
  }),
  storage: at('#storage', {
    room: { used: 412_000_000, quota: 60_000_000_000 },
    persisted: false,
    holdings: [
      { what: 'Packs', count: 4 },
      { what: 'Claims in packs', count: 1_000_214 },
      { what: 'Names that you track', count: 12 },
    ],
  }),
};

const nothing = (): void => undefined;
const ON: LibraryCallbacks = {
  ...{ files: nothing, table: nothing, apply: nothing, cancel: nothing, dismiss: nothing, undo: nothing, remove: nothing, save: nothing },
  ...{ subscribe: nothing, allow: nothing, unsubscribe: nothing, lookForUpdate: nothing, chooseUpdates: nothing, review: nothing },
  ...{ narrow: nothing, seen: nothing, claimsOf: nothing, undoDeed: nothing, saveFeeds: nothing, persist: nothing, erase: nothing },
  ...{
    writeBackup: nothing,
    readBackup: nothing,
    readWaiting: nothing,
    saveWaiting: nothing,
    deleteWaiting: nothing,
    restoreBackup: nothing,
    bringBack: nothing,
    cancelBackup: nothing,
    closeBackup: nothing,
    letTravel: nothing,
    writeReviews: nothing,
  },
  find: async () => subjects,
  toSplit: nothing,
  idsIn: async () => [],
  tend: async () => true,
};

export function libraryOf(name: string) {
  const state = STATES[name];
  return state && <Library state={state} on={ON} />;
}
