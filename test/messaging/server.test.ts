/** Every call × every kind of sender, and every way in which a message can be wrong. */
import { describe, expect, it } from 'vitest';
import { FaultError, ok } from '@/core/result';
import { LONGEST_TEXT, MOST_SUBJECTS, MOST_TEXTS } from '@/messaging/limits';
import { type BackgroundCall, backgroundCalls } from '@/messaging/protocol';
import { type BackgroundHandlers, callerOf, serveBackground } from '@/messaging/server';
import type { Sender } from '@/platform/types';
import { fakePlatform, ID, ORIGIN, pageAt, popup } from '../background/fake-platform';

const ARTICLE = { url: 'https://daily.test/a', title: null, published: null, lang: null };
const CLAIM = {
  text: 'Ann Ace said so.',
  speaker: null,
  speakerName: 'Ann Ace',
  outlet: null,
  via: [{ name: 'a leak' }],
  clocks: { said: { edtf: '2025-03-06', basis: 'relative' } },
  actors: [],
  events: [],
  hedged: false,
  evidence: { exact: 'Ann Ace said so.', prefix: '', suffix: '' },
};

const SUBJECT = { name: 'Ann Able', names: ['A. Able'], surnames: ['Able'], description: '', date: '' };
const SAID = {
  text: 'So it was.',
  quote: '',
  speaker: { id: null, name: 'A clerk' },
  outlet: null,
  clocks: { said: '2025-03-06', reported: '', published: '', event: '' },
  ...{ actors: ['world:x'], events: [] },
};
const STORY = { title: 'A story', outlet: null, url: 'https://daily.test/a', published: '2025-03', actors: [], events: ['world:talks'] };

/** An input that fits, for each call; a new call without one does not compile. */
const INPUTS: { readonly [C in BackgroundCall]: unknown } = {
  'page/hello': { probe: new Uint8Array(1) },
  'gazetteer/get': { probe: new Uint8Array(1) },
  'gazetteer/scan': { texts: ['text'] },
  'page/part': { part: 'claims' },
  'article/events': { subjects: ['world:x'] },
  'article/read': { article: ARTICLE, claims: [CLAIM], subjects: ['world:x'] },
  'claim/judge': { article: ARTICLE, claim: CLAIM, subjects: [], verdict: 'kept' },
  'subject/get': { id: 'world:x' },
  'popup/open': {},
  'page/facts': { host: 'daily.test', subjects: [{ id: 'world:x', count: 1 }], published: '2025-12-24' },
  'page/related': { host: 'daily.test', url: 'https://daily.test/a', title: 'A story', lead: '', subjects: ['world:x'] },
  'page/timeline': { subjects: ['world:x'], published: '2025-12-24' },
  'subject/opened': { ids: ['world:x'] },
  'news/get': {},
  'news/set': { badge: true },
  'news/forget': {},
  'remember/get': {},
  'remember/set': { on: true },
  'remember/forget': {},
  'health/get': {},
  'site/get': { host: 'daily.test' },
  'site/set': { host: 'daily.test', on: true },
  'pause/set': { paused: true },
  'feeds/list': {},
  'feeds/follow': { feeds: [{ url: 'https://daily.test/feed', title: '', outlet: null, home: null }] },
  'feeds/unfollow': { url: 'https://daily.test/feed' },
  'feeds/keep': { months: 12 },
  'feeds/check': { url: 'https://daily.test/feed' },
  'feeds/opml': { text: '<opml/>' },
  'ledger/get': {},
  'packs/list': {},
  'packs/undo': { pack: 'dossier' },
  'packs/remove': { pack: 'dossier' },
  'packs/changed': {},
  'travel/get': {},
  'travel/set': { on: true },
  'backup/settings': {},
  'backup/check': { settings: { version: 1 } },
  'backup/restored': {},
  'backup/aside': {},
  'backup/bring-back': {},
  'subscriptions/list': {},
  'subscriptions/follow': { url: 'https://packs.test/a/' },
  'subscriptions/unfollow': { url: 'https://packs.test/a/pack.json' },
  'subscriptions/check': { url: 'https://packs.test/a/pack.json' },
  'subscriptions/choose': { url: 'https://packs.test/a/pack.json', daily: true },
  'subscriptions/refuse': { url: 'https://packs.test/a/pack.json', revision: 2, message: 'x' },
  'health/retry': {},
  'correction/add': { word: 'Rutte', says: { is: 'not', subject: 'world:x' }, where: { in: 'page', address: 'https://daily.test/a' } },
  'correction/remove': { ids: ['a'] },
  'correction/restore': {
    corrections: [{ id: 'a', word: 'Rutte', says: { is: 'never' }, where: { in: 'everywhere' }, made: '2026-01-01T00:00:00.000Z' }],
  },
  'correction/list': {},
  'subject/search': { text: 'rut' },
  'library/search': { kind: 'claim', text: 'ann', sort: 'best', offset: 0, limit: 50 },
  'library/get': { kind: 'claim', id: 'world:c1' },
  'tend/add': { kind: 'person', ...SUBJECT },
  'tend/subject': { id: 'world:x', ...SUBJECT, date: '2025-05' },
  'tend/add-claim': SAID,
  'tend/claim': { id: 'world:c1', ...SAID },
  'tend/add-article': STORY,
  'tend/article': { id: 'world:a1', ...STORY },
  'tend/note': { kind: 'claim', id: 'world:c1', note: 'Ask again.' },
  'tend/delete': { kind: 'subject', id: 'world:x' },
  'tend/reset': { kind: 'article', id: 'world:a1' },
  'tend/merge': { id: 'world:x', into: 'world:y' },
  'tend/part': { id: 'world:x' },
  'tend/split': { id: 'world:x', ...SUBJECT, claims: ['world:c1'] },
  'tend/undo': { number: 1 },
  'tend/list': {},
  'storage/holdings': {},
  'storage/erase': {},
  'names/check': { names: ['Rutte'] },
  'own-actor/list': {},
  'own-actor/save': { kind: 'person', name: 'Ann Able', names: [], surnames: ['Able'] },
  'own-actor/remove': { id: 'mine:ann-able' },
  'painting/get': {},
  'painting/choose': { of: 'pack', id: 'world', paint: 'discreet' },
  'painting/lines': { lines: 'pointed' },
  'overlay/export': {},
  'overlay/import': { file: 'mine.json', text: '{}' },
};
const CALLS = Object.keys(INPUTS) as BackgroundCall[];

/** What only a page may ask; everything else is for Sidelight's own pages, and cards stand on both. */
const PAGES_ONLY: readonly string[] = [
  'page/hello',
  'gazetteer/get',
  'gazetteer/scan',
  'page/part',
  'article/events',
  'article/read',
  'claim/judge',
];
const FROM_PAGES: readonly string[] = [
  ...PAGES_ONLY,
  'subject/get',
  'subject/opened',
  'subject/search',
  'correction/add',
  'correction/remove',
];
const FROM_OWN: readonly string[] = CALLS.filter((call) => !PAGES_ONLY.includes(call));

const SENDERS: Readonly<Record<string, { readonly sender: Sender; readonly allowed: readonly string[]; readonly refusal: string }>> = {
  'a content script': { sender: pageAt('https://daily.test/a'), allowed: FROM_PAGES, refusal: 'wrong-role' },
  'a content script in a blank frame': { sender: pageAt('about:blank'), allowed: FROM_PAGES, refusal: 'wrong-role' },
  'a page that has our address in its own': { sender: pageAt(`https://evil.test/?${ORIGIN}`), allowed: FROM_PAGES, refusal: 'wrong-role' },
  'the popup': { sender: popup, allowed: FROM_OWN, refusal: 'wrong-role' },
  'an own page in a tab': { sender: pageAt(`${ORIGIN}library.html`), allowed: FROM_OWN, refusal: 'wrong-role' },
  'another extension': { sender: { id: 'other', url: 'chrome-extension://other/x.html' }, allowed: [], refusal: 'unknown-sender' },
  'another extension that names our address': {
    sender: { id: 'other', url: `${ORIGIN}popup.html` },
    allowed: [],
    refusal: 'unknown-sender',
  },
  'a web page without an id': { sender: { url: 'https://evil.test/', tab: { id: 1 } }, allowed: [], refusal: 'unknown-sender' },
  'a sender without an address': { sender: { id: ID, tab: { id: 1 } }, allowed: [], refusal: 'unknown-sender' },
  'our id without a tab or our address': { sender: { id: ID, url: 'https://daily.test/' }, allowed: [], refusal: 'unknown-sender' },
};

/** Answers with the name of the call that was reached. */
const reached = Object.fromEntries(CALLS.map((call) => [call, async () => ok(call)])) as unknown as BackgroundHandlers;

function served(handlers = reached) {
  const platform = fakePlatform();
  serveBackground(platform.messages, handlers, { others: () => expect.unreachable(), answered: () => undefined });
  return platform;
}

describe('roles', () => {
  it('covers every call of the contract', () => {
    expect(CALLS.toSorted()).toEqual(Object.keys(backgroundCalls).toSorted());
  });

  for (const [name, { sender, allowed, refusal }] of Object.entries(SENDERS)) {
    it.each(CALLS)(`${name}: %s`, async (call) => {
      const answer = await served().deliver({ to: 'background', call, input: INPUTS[call], role: 'own' }, sender);
      if (allowed.includes(call)) expect(answer).toEqual({ ok: true, value: call });
      else expect(answer).toMatchObject({ ok: false, fault: { code: refusal } });
    });
  }

  it('tells the handler where a page is', () => {
    expect(callerOf(pageAt('https://daily.test/a', 3), { id: ID, origin: ORIGIN })).toEqual({
      role: 'page',
      url: 'https://daily.test/a',
      frame: { tabId: 3, frameId: 0 },
      isPrivate: false,
    });
    const inFrame = { ...pageAt('https://daily.test/a'), frameId: 5, tab: { id: 3, incognito: true } };
    expect(callerOf(inFrame, { id: ID, origin: ORIGIN })).toMatchObject({ frame: { tabId: 3, frameId: 5 }, isPrivate: true });
  });
});

describe('a message that fits no contract', () => {
  it.each([
    ['nothing', undefined, 'bad-message'],
    ['null', null, 'bad-message'],
    ['a text', 'hello', 'bad-message'],
    ['no call', { to: 'background' }, 'bad-message'],
    ['a call that is no text', { to: 'background', call: 7, input: {} }, 'bad-message'],
    ['one to a page', { to: 'page', call: 'page/state', input: {} }, 'bad-message'],
    ['an unknown call', { to: 'background', call: 'facts/erase', input: {} }, 'unknown-call'],
    ['a name of every object', { to: 'background', call: 'constructor', input: {} }, 'unknown-call'],
    ['no input', { to: 'background', call: 'subject/get' }, 'bad-input'],
    ['input of another shape', { to: 'background', call: 'subject/get', input: { id: 7 } }, 'bad-input'],
    ['too long an id', { to: 'background', call: 'subject/get', input: { id: 'x'.repeat(1000) } }, 'bad-input'],
    [
      'a count below one',
      { to: 'background', call: 'page/facts', input: { host: 'a.test', subjects: [{ id: 'a:b', count: 0 }] } },
      'bad-input',
    ],
  ])('%s is answered with a fault', async (_, message, code) => {
    expect(await served().deliver(message, popup)).toMatchObject({ ok: false, fault: { code, message: expect.stringMatching(/\.$/) } });
  });

  it.each([
    ['gazetteer/scan', { texts: ['x'.repeat(LONGEST_TEXT)] }, { texts: ['x'.repeat(LONGEST_TEXT + 1)] }],
    ['gazetteer/scan', { texts: Array(MOST_TEXTS).fill('') }, { texts: Array(MOST_TEXTS + 1).fill('') }],
    [
      'page/facts',
      { host: 'a.test', subjects: Array(MOST_SUBJECTS).fill({ id: 'a:b', count: 1 }) },
      { host: 'a.test', subjects: Array(MOST_SUBJECTS + 1).fill({ id: 'a:b', count: 1 }) },
    ],
  ])('takes %s up to its limits and no further', async (call, fits, tooMuch) => {
    const sender = call === 'page/facts' ? popup : pageAt('https://daily.test/');
    expect(await served().deliver({ to: 'background', call, input: fits }, sender)).toMatchObject({ ok: true });
    expect(await served().deliver({ to: 'background', call, input: tooMuch }, sender)).toMatchObject({ fault: { code: 'bad-input' } });
  });

  it('names the place that does not fit', async () => {
    const input = { host: 'a.test', subjects: [{ id: 'a:b', count: 0 }] };
    const answer = await served().deliver({ to: 'background', call: 'page/facts', input }, popup);
    expect(answer).toMatchObject({ fault: { message: expect.stringContaining('subjects.0.count') } });
  });

  it('takes a gazetteer call whose probe became an object on the way', async () => {
    const input = { probe: { 0: 0 } };
    expect(await served().deliver({ to: 'background', call: 'gazetteer/get', input }, pageAt('https://daily.test/'))).toMatchObject({
      ok: true,
    });
  });
});

describe('a handler that fails', () => {
  const failing = (error: unknown) =>
    served({
      ...reached,
      'health/get': () => {
        throw error;
      },
    }).deliver({ to: 'background', call: 'health/get', input: {} }, popup);

  it('becomes a fault', async () => {
    expect(await failing(new TypeError('x is undefined'))).toMatchObject({
      fault: { code: 'internal', message: expect.stringContaining('x is undefined') },
    });
    expect(await failing('thrown text')).toMatchObject({ fault: { code: 'internal' } });
  });

  it('keeps its own fault', async () => {
    const fault = { code: 'store-full', message: 'The disk is full.' };
    expect(await failing(new FaultError(fault))).toEqual({ ok: false, fault });
  });
});
