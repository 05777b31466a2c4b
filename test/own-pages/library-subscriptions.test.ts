/** The library's part on subscribed packs: the permission comes first, and what waits goes through the imports. */
import { expect, it } from 'vitest';
import type { SubscriptionView } from '@/core/model/subscription-view';
import { fail, ok, type Result } from '@/core/result';
import type { LibraryWorld, Part } from '@/own-pages/library';
import type { ImportEnd, Imports } from '@/own-pages/library-imports';
import { createSubscriptions } from '@/own-pages/library-subscriptions';
import type { LibraryState } from '@/ui/library/state';

const URL_OF = 'https://packs.courier.test/harbour/pack.json';
const VIEW: SubscriptionView = {
  ...{
    url: URL_OF,
    host: 'packs.courier.test',
    title: 'The harbour',
    pack: 'harbour',
    shown: 1,
    waiting: { revision: 2, size: 900, left: false },
  },
  ...{ fetching: null, daily: false, automatic: false, triedAt: 1, okAt: 1, nextAt: 2, fault: null },
  ...{ pattern: 'https://packs.courier.test/*', allowed: true },
};

function play({ allowed = true, due = true, list = [VIEW] as readonly SubscriptionView[] } = {}) {
  const did: string[] = [];
  let state = { place: { section: 'packs', id: null }, problem: null, subscriptions: null } as unknown as LibraryState;
  const taken: Parameters<Imports['take']>[] = [];
  const part: Part = {
    state: () => state,
    show: (change) => {
      state = { ...state, ...change };
    },
  };
  const world = {
    ask: (async (call: string, input: object): Promise<Result<unknown>> => {
      if (call === 'subscriptions/list') return ok(list);
      did.push(`${call} ${JSON.stringify(input)}`);
      if (call === 'subscriptions/follow') return ok(URL_OF);
      if (call === 'subscriptions/check') return due ? ok(true) : ok(false);
      return call === 'subscriptions/unfollow' ? fail('store-full', 'The disk is full.') : ok(true);
    }) as LibraryWorld['ask'],
    request: async (origins: readonly string[]) => {
      did.push(`request ${origins.join()}`);
      return allowed;
    },
    wait: () => new Promise(() => undefined),
  } as unknown as LibraryWorld;
  const imports = { take: (...given: Parameters<Imports['take']>) => void taken.push(given) } as unknown as Imports;
  const { on, refresh } = createSubscriptions(world, part, imports);
  return { did, taken, on, refresh, state: () => state, settle: () => new Promise((done) => setTimeout(done, 5)) };
}

it('asks for the one host before anything else, then subscribes and looks', async () => {
  const page = play();
  page.on.subscribe('packs.courier.test/harbour/');
  await page.settle();
  expect(page.did).toEqual([
    'request https://packs.courier.test/*',
    'subscriptions/follow {"url":"https://packs.courier.test/harbour/"}',
    `subscriptions/check {"url":"${URL_OF}"}`,
  ]);
  expect(page.state()).toMatchObject({ problem: null, subscriptions: [VIEW] });
});

it('sends nothing where the reader says no, or the address is none', async () => {
  const page = play({ allowed: false });
  page.on.subscribe('https://packs.courier.test/');
  await page.settle();
  expect(page.did).toEqual(['request https://packs.courier.test/*']);
  expect(page.state().problem).toBe('Not subscribed: the browser was not allowed to fetch from packs.courier.test.');
  const other = play();
  for (const [address, words] of [
    ['http://packs.courier.test/', 'Packs are fetched over https only'],
    ['https://me:secret@packs.courier.test/', 'user name'],
    ['file:///etc/passwd', 'another kind of address'],
    ['', 'no web address'],
  ] as const) {
    other.on.subscribe(address);
    await other.settle();
    expect(other.state().problem).toContain(words);
  }
  expect(other.did).toEqual([]);
});

it('hands what waits to the imports, and tells the background where it is no pack', async () => {
  const page = play();
  await page.refresh();
  page.on.review(URL_OF);
  const [name, order, onEnd] = page.taken[0] ?? [];
  expect([name, order]).toEqual(['The harbour, revision 2', { order: 'subscribed', url: URL_OF }]);
  const end = (how: ImportEnd) => (onEnd as (end: ImportEnd) => void)(how);
  end({ end: 'applied' });
  await page.settle();
  expect(page.did).toEqual([]);
  end({ end: 'refused', faults: ['line 2: expected JSON, found x'] });
  await page.settle();
  expect(page.did).toEqual([`subscriptions/refuse {"url":"${URL_OF}","revision":2,"message":"line 2: expected JSON, found x"}`]);
  const nothing = play({ list: [{ ...VIEW, waiting: null }] });
  await nothing.refresh();
  nothing.on.review(URL_OF);
  expect(nothing.taken).toEqual([]);
});

it('says that it was asked just now, and what the background can’t do', async () => {
  const page = play({ due: false });
  page.on.lookForUpdate(URL_OF);
  await page.settle();
  expect(page.state().problem).toContain('less than a minute ago');
  page.on.unsubscribe(URL_OF);
  await page.settle();
  expect(page.state().problem).toBe('The disk is full.');
  page.on.chooseUpdates(URL_OF, { daily: true });
  await page.settle();
  expect(page.did.at(-1)).toBe(`subscriptions/choose {"url":"${URL_OF}","daily":true}`);
  expect(page.state().problem).toBeNull();
});
