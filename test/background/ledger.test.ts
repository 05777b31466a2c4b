/** The one way to the network: what it sends, to whom, and what it writes down. */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createLedger } from '@/background/ledger';
import { FaultError } from '@/core/result';
import { createStore } from '@/store/store';
import { fakePlatform, ORIGIN } from './fake-platform';

/** Each test has a store of its own. */
let count = 0;

const FEED = { url: 'https://feeds.daily.test/world?x=1', why: 'Feed of The Daily', mostBytes: 100 };

function world(...granted: string[]) {
  const platform = fakePlatform([]);
  for (const pattern of granted) platform.granted.add(pattern);
  const store = createStore({ name: `ledger-test-${count++}` });
  const { permissions, fetch } = platform;
  const ledger = createLedger({ log: store.requests, permissions, fetch, ownOrigin: ORIGIN, now: () => 1000, patience: 500 });
  const fault = async (url: string, mostBytes = 100) => {
    try {
      await ledger.send({ ...FEED, url, mostBytes });
    } catch (error) {
      if (error instanceof FaultError) return error.fault.code;
      throw error;
    }
    return null;
  };
  return { ...platform, platform, store, ledger, fault };
}

describe('the ledger', () => {
  it('takes the extension’s own files for no request', async () => {
    const { ledger } = world();
    await ledger.ownFile(`${ORIGIN}packs/index.json`);
    expect(() => ledger.ownFile('https://daily.test/')).toThrow('no file of the package');
    expect(await ledger.requests()).toBe(0);
  });

  it('sends no cookies, no referrer, follows nowhere, and writes down what came', async () => {
    const { ledger, servers, store } = world('https://feeds.daily.test/*');
    const asked = vi.fn((_url: string, _init: RequestInit | undefined) => new Response('hello', { headers: { etag: '"1"' } }));
    servers.set('feeds.daily.test', asked);
    const { status, headers, bytes } = await ledger.send({ ...FEED, headers: { accept: 'x' } });
    expect([status, headers.get('etag'), new TextDecoder().decode(bytes)]).toEqual([200, '"1"', 'hello']);
    expect(asked.mock.calls[0]?.[1]).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: 'x' },
    });
    expect(await store.requests.newest(5)).toEqual([
      { number: 1, at: 1000, host: 'feeds.daily.test', path: '/world', why: 'Feed of The Daily', bytes: 5, outcome: '200' },
    ]);
    expect(await ledger.requests()).toBe(1);
  });

  it('sends nothing that it could not write down', async () => {
    const { platform, servers, log } = world('https://feeds.daily.test/*');
    servers.set('feeds.daily.test', () => new Response('hello'));
    const full = {
      begin: () => Promise.reject(new Error('full')),
      finish: async () => undefined,
      newest: async () => [],
      total: async () => 0,
    };
    const ledger = createLedger({ log: full, permissions: platform.permissions, fetch: platform.fetch, ownOrigin: ORIGIN, now: () => 0 });
    await expect(ledger.send(FEED)).rejects.toThrow('full');
    expect(log.fetched).toEqual([]);
  });

  it.each([
    ['http://feeds.daily.test/', 'net-scheme'],
    ['file:///etc/passwd', 'net-scheme'],
    ['https://u:p@feeds.daily.test/', 'net-user'],
    ['https://other.test/', 'no-permission'],
    ['https://127.0.0.1/', 'net-local'],
    ['https://2130706433/', 'net-local'],
    ['https://[::1]/', 'net-local'],
    ['https://[::ffff:192.168.0.1]/', 'net-local'],
    ['https://nas.local/', 'net-local'],
    ['https://169.254.169.254/latest/meta-data', 'net-local'],
  ])('refuses %s before anything is sent', async (url, code) => {
    const { fault, log, ledger, servers } = world('https://feeds.daily.test/*');
    servers.set(new URL(url).hostname, () => new Response('x'));
    expect(await fault(url)).toBe(code);
    expect(log.fetched).toEqual([]);
    expect(await ledger.requests()).toBe(0);
  });

  it('goes to a place of the reader’s own only where a permission names it, not where one covers everything', async () => {
    const all = world('*://*/*', '<all_urls>', 'https://nas.local/*');
    all.servers.set('192.168.0.9', () => new Response('x'));
    all.servers.set('nas.local', () => new Response('x'));
    expect(await all.fault('https://192.168.0.9/feed')).toBe('net-local');
    expect(await all.fault('https://nas.local/feed')).toBeNull();
  });

  it('stops at its size, whether the answer says it or not', async () => {
    const { fault, servers, store } = world('https://feeds.daily.test/*');
    const endless = () => new Response(new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(60)) }));
    servers.set('feeds.daily.test', endless);
    expect(await fault(FEED.url)).toBe('net-large');
    servers.set('feeds.daily.test', () => new Response('x', { headers: { 'content-length': '101' } }));
    expect(await fault(FEED.url)).toBe('net-large');
    expect((await store.requests.newest(5)).map(({ bytes }) => bytes)).toEqual([0, 120]);
  });

  it('says that it was not answered, that it broke off, or that it took too long', async () => {
    const { fault, servers, store } = world('https://feeds.daily.test/*');
    expect(await fault(FEED.url)).toBe('net-failed');
    const broken = new ReadableStream({ pull: (out) => out.error(new TypeError('network error')) });
    servers.set('feeds.daily.test', () => new Response(broken));
    expect(await fault(FEED.url)).toBe('net-failed');
    servers.set(
      'feeds.daily.test',
      (_url, init) => new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))),
    );
    expect(await fault(FEED.url)).toBe('net-timeout');
    expect((await store.requests.newest(1))[0]?.outcome).toContain('did not answer in full');
  });

  it('keeps a bounded list and an unbounded count', async () => {
    const { store } = world();
    for (let i = 0; i < 1_210; i++) await store.requests.begin({ at: i, host: 'h', path: '/', why: 'w' });
    const kept = await store.requests.newest(5_000);
    expect(kept.length).toBeLessThan(1_100);
    expect(kept[0]?.at).toBe(1_209);
    expect(await store.requests.total()).toBe(1_210);
  });
});
