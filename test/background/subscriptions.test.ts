/** Subscribed packs: what is asked, what moves, and that what is here is never lost to a server that fails or sends rubbish. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createGiveBack } from '@/background/given-back';
import { createLedger } from '@/background/ledger';
import { createSettings } from '@/background/settings';
import { createSubscriptions, PACK_ALARM } from '@/background/subscriptions';
import { announced, folderOf, MANIFEST_FILE } from '@/core/pack/folder';
import { readPack } from '@/core/pack/read';
import { createStore, type Store } from '@/store/store';
import { collect } from '../collect';
import { locksHere } from '../store/locks-here';
import { packData } from '../store/sample-pack';
import { fakePlatform, ORIGIN } from './fake-platform';

/** Each test has a store of its own. */
let count = 0;

const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 2, 8);
const HOST = 'packs.courier.test';
const FOLDER = `https://${HOST}/harbour/`;
const MANIFEST = `${FOLDER}${MANIFEST_FILE}`;

/** Long enough that a few hundred make several parts. */
const textOf = (n: number) => `Claim ${n}: ${'the quay is sound. '.repeat(60)}`;
const claims = (upTo: number, changed: Readonly<Record<number, string>> = {}) =>
  Array.from({ length: upTo }, (_, n) => ({ id: `c${n}`, text: changed[n] ?? textOf(n), clocks: {} }));

/** The lines of a pack's file. */
async function* linesOf(revision: number, list: readonly object[], id: string): AsyncGenerator<string> {
  const { format, version, title, licence, sources } = packData({ id }) as Record<string, unknown>;
  yield `${JSON.stringify({ format, version, id, revision, title, licence, sources })}\n`;
  for (const claim of list)
    yield `${JSON.stringify({ type: 'claim', speaker: null, outlet: null, status: 'curated', sources: ['desk'], ...claim })}\n`;
}
const filesOf = async (revision: number, list: readonly object[], id = 'harbour') =>
  new Map((await collect(folderOf(linesOf(revision, list, id)))).map(({ path, bytes }) => [path, bytes]));

async function world() {
  const platform = fakePlatform([]);
  platform.granted.add(`https://${HOST}/*`);
  const { permissions, fetch, alarms } = platform;
  const store: Store = createStore({ name: `subscriptions-test-${count++}`, locks: locksHere() });
  let at = START;
  const now = () => at;
  let applied = 0;
  const ledger = createLedger({ log: store.requests, permissions, fetch, ownOrigin: ORIGIN, now, patience: 500 });
  const subscriptions = createSubscriptions({
    ...{ store, permissions, alarms, now, send: ledger.send, chance: () => 0.5, lock: (_name, work) => work() },
    applied: () => void applied++,
    giveBack: createGiveBack(store, createSettings(platform.storage), permissions, platform.manifest.matches),
  });
  let files = new Map<string, Uint8Array>();
  let etag: string | null = null;
  let fails: (path: string) => Response | Promise<Response> | null = () => null;
  const asked: string[] = [];
  platform.servers.set(HOST, async (url, init) => {
    const path = url.slice(FOLDER.length);
    asked.push(path);
    const failure = await fails(path);
    if (failure) return failure;
    if (etag && path === MANIFEST_FILE && new Headers(init?.headers).get('if-none-match') === etag)
      return new Response(null, { status: 304 });
    const bytes = files.get(path);
    return bytes ? new Response(bytes as Uint8Array<ArrayBuffer>, { headers: etag ? { etag } : {} }) : new Response('', { status: 404 });
  });
  const one = async () => {
    const [view] = await subscriptions.list();
    if (!view) throw new Error('no subscription');
    return view;
  };
  return {
    ...{ platform, store, ledger, subscriptions, asked, one },
    get applied() {
      return applied;
    },
    serve(made: Map<string, Uint8Array>, mark: string | null = null) {
      files = made;
      etag = mark;
      fails = () => null;
    },
    failBy(make: typeof fails) {
      fails = make;
    },
    /** Goes on by so many hours, and presses the button. Answers what was asked then. */
    async later(hours: number): Promise<string[]> {
      at += hours * HOUR;
      asked.length = 0;
      await subscriptions.check((await store.subscriptions.all())[0]?.url);
      return [...asked];
    },
    /** The same for the alarm. */
    async alarm(hours: number): Promise<string[]> {
      at += hours * HOUR;
      asked.length = 0;
      await subscriptions.check();
      return [...asked];
    },
    async follow(address = FOLDER) {
      const followed = await subscriptions.follow(address);
      if (!followed.ok) throw new Error(followed.fault.message);
      await subscriptions.check(followed.value);
    },
    /** What the library page's worker does when the reader presses the button. */
    async apply() {
      const [row] = await store.subscriptions.all();
      const copy = await store.subscriptions.open(row?.url ?? '');
      const work = await store.beginImport();
      const read = await readPack(
        { name: 'copy', bytes: copy.bytes },
        announced('copy', { id: copy.pack, revision: copy.revision }, work.sink),
      );
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      const staged = await work.stage(read.claims);
      await work.apply();
      await subscriptions.list();
      return staged;
    },
    exported: async (id = 'harbour') => {
      const lines = await store.exportPack(id);
      return lines ? (await collect(lines)).join('') : '';
    },
    parts: async () => (await store.subscriptions.all())[0]?.held?.parts.length ?? 0,
  };
}

describe('subscribing', () => {
  it('asks nothing before it is allowed and chosen, then the whole once, and shows nothing unasked', async () => {
    const { subscriptions, follow, asked, one, apply, exported, serve, platform, parts } = await world();
    const made = await filesOf(1, claims(1500));
    serve(made);
    expect(await subscriptions.follow('https://other.test/')).toMatchObject({ ok: false, fault: { code: 'no-permission' } });
    expect(await subscriptions.follow('http://packs.courier.test/')).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('Packs are fetched over https only') },
    });
    expect(asked).toEqual([]);
    await follow();
    expect(asked.sort()).toEqual([...made.keys()].sort());
    expect(asked.length).toBeGreaterThan(4);
    expect(await one()).toMatchObject({ url: MANIFEST, pack: 'harbour', shown: null, waiting: { revision: 1 }, fault: null });
    expect(await exported()).toBe('');
    expect(platform.clocks.size).toBe(0);
    expect((await apply()).changes.added.claims).toBe(1500);
    expect(await one()).toMatchObject({ shown: 1, waiting: null, fetching: null });
    expect(await parts()).toBe(made.size - 1);
    expect((await exported()).split('\n')).toHaveLength(1502);
  });

  it('takes a pack that is one file, gzipped or not', async () => {
    const { follow, serve, one, apply } = await world();
    const text = new TextEncoder().encode(JSON.stringify(packData({ id: 'dossier', revision: 4 })));
    const zipped = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
    serve(new Map([['dossier.json.gz', zipped]]));
    await follow(`${FOLDER}dossier.json.gz`);
    expect(await one()).toMatchObject({ pack: 'dossier', waiting: { revision: 4 }, fault: null });
    await apply();
    expect(await one()).toMatchObject({ shown: 4, waiting: null });
  });
});

describe('an update', () => {
  it('moves the head and the part that changed, and with a mark of the server nothing where nothing did', async () => {
    const { follow, serve, later, one, apply, store } = await world();
    serve(await filesOf(1, claims(1500)), '"1"');
    await follow();
    await apply();
    expect(await later(1)).toEqual([MANIFEST_FILE]);
    expect(await one()).toMatchObject({ shown: 1, waiting: null, fault: null });
    serve(await filesOf(2, claims(1500, { 700: 'The quay is not sound.' })), '"2"');
    const asked = await later(1);
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(await one()).toMatchObject({ shown: 1, waiting: { revision: 2 } });
    // What waits is not asked for again.
    expect(await later(1)).toEqual([MANIFEST_FILE]);
    const { changes } = await apply();
    expect([changes.added.claims, changes.changed.claims, changes.withdrawn.claims]).toEqual([0, 1, 0]);
    expect(await one()).toMatchObject({ shown: 2, waiting: null });
    // Parts of the copy before are let go.
    const [row] = await store.subscriptions.all();
    expect(await store.subscriptions.missing(row?.url ?? '', row?.held?.parts ?? [])).toEqual([]);
  });

  it('is looked for daily where that is switched on, and else never by itself', async () => {
    const { follow, serve, alarm, one, apply, subscriptions, platform } = await world();
    serve(await filesOf(1, claims(3)));
    await follow();
    await apply();
    expect(await alarm(48)).toEqual([]);
    await subscriptions.choose((await one()).url, { daily: true });
    expect([...platform.clocks]).toEqual([[PACK_ALARM, 60]]);
    expect(await alarm(1)).toEqual([MANIFEST_FILE]);
    expect(await alarm(12)).toEqual([]);
    expect(await alarm(15)).toEqual([MANIFEST_FILE]);
    expect(platform.granted).toContain(`https://${HOST}/*`);
    await subscriptions.unfollow((await one()).url);
    expect(platform.clocks.size).toBe(0);
    expect(platform.granted).not.toContain(`https://${HOST}/*`);
  });

  it('is applied by itself only for a subscription that is marked so, and can be undone', async () => {
    const w = await world();
    w.serve(await filesOf(1, claims(30)));
    await w.follow();
    await w.subscriptions.choose((await w.one()).url, { automatic: true });
    // The first time the reader looks at it.
    await w.later(1);
    expect(await w.one()).toMatchObject({ shown: null, waiting: { revision: 1 } });
    await w.apply();
    w.serve(await filesOf(2, claims(31)));
    await w.later(1);
    expect(await w.one()).toMatchObject({ shown: 2, waiting: null, fault: null });
    expect(w.applied).toBe(1);
    expect(await w.store.undo('harbour')).toBe(true);
    // What the reader took back does not come again by itself.
    await w.later(1);
    expect(await w.one()).toMatchObject({ shown: 1, waiting: null });
    await w.store.remove('harbour');
    w.serve(await filesOf(3, claims(32)));
    await w.later(1);
    expect(await w.one()).toMatchObject({ shown: null, waiting: { revision: 3 } });
  });
});

describe('what is here stays, and the reason is told', () => {
  const start = async () => {
    const w = await world();
    w.serve(await filesOf(2, claims(1500)), '"2"');
    await w.follow();
    await w.apply();
    return { ...w, before: await w.exported() };
  };
  const html = () => new Response('<!DOCTYPE html><p>Sign in');
  const WAYS: readonly (readonly [way: string, answer: (path: string) => Response | Promise<Response> | null, words: RegExp])[] = [
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), /gave no answer/],
    ['a redirect to another origin, which the browser refuses', () => Promise.reject(new TypeError('redirect')), /not followed/],
    ['gone', () => new Response('', { status: 404 }), /has no pack at this address any more \(404\)/],
    ['forbidden', () => new Response('', { status: 403 }), /does not let/],
    ['too often', () => new Response('', { status: 429, headers: { 'retry-after': '7200' } }), /more seldom/],
    ['a fault of the server', () => new Response('', { status: 502 }), /fault of its own/],
    ['a web page', html, /harbour\/pack\.json: expected JSON/],
    ['nothing', () => new Response(''), /expected JSON, found nothing/],
    ['oversize', () => new Response('x', { headers: { 'content-length': '17000000' } }), /larger than 16 MB/],
    [
      'half a manifest',
      () => new Response('{"format":"sidelight-pack-folder","version":1,"id":"harbour"'),
      /harbour\/pack\.json: expected JSON in UTF-8/,
    ],
    [
      'a manifest of a later form',
      () => new Response('{"format":"sidelight-pack-folder","version":2,"id":"harbour","revision":3,"title":"T","size":1,"parts":[]}'),
      /version: expected version 1 of the folder form, found 2/,
    ],
  ];
  it.each(WAYS)('where the server has %s', async (_way, answer, words) => {
    const w = await start();
    w.failBy(answer);
    await w.later(1);
    expect((await w.one()).fault).toMatch(words);
    expect(await w.exported()).toBe(w.before);
    expect((await w.one()).nextAt).toBeGreaterThan(START + HOUR);
    // And it is well again.
    w.serve(await filesOf(3, claims(1501)));
    await w.later(3);
    expect(await w.one()).toMatchObject({ fault: null, waiting: { revision: 3 } });
  });

  it('where a 304 comes that nobody asked for', async () => {
    const w = await world();
    w.failBy(() => new Response(null, { status: 304 }));
    await w.follow();
    expect((await w.one()).fault).toMatch(/nothing is new, but has sent nothing yet/);
  });

  it('where the pack, or its revision, is another than it was', async () => {
    const w = await start();
    const told = async (files: Map<string, Uint8Array>) => {
      w.serve(files);
      const asked = await w.later(1);
      expect(asked).toEqual([MANIFEST_FILE]);
      return (await w.one()).fault;
    };
    expect(await told(await filesOf(3, claims(3), 'quay'))).toBe(
      'packs.courier.test/harbour/pack.json, id: expected "harbour", the pack that you subscribed to, found "quay".',
    );
    expect(await told(await filesOf(1, claims(3)))).toBe(
      'packs.courier.test/harbour/pack.json, revision: expected a number from 2, which is here already, found 1.',
    );
    expect(await told(await filesOf(2, claims(3)))).toMatch(/revision: expected a number above 2, since its content is another/);
    expect(await w.exported()).toBe(w.before);
  });

  it('where a part is wrong, missing, short or long, or the server fails in the middle: what came is not fetched again', async () => {
    const w = await start();
    const next = await filesOf(3, claims(3000, Object.fromEntries(claims(3000).map((_, n) => [n, `New ${textOf(n)}`]))));
    const [, second = '', third = ''] = [...next.keys()];
    const bytes = next.get(second) ?? new Uint8Array();
    const ways: readonly (readonly [Response, RegExp])[] = [
      [new Response('', { status: 503 }), /part 2 of \d+ \(parts\/[0-9a-f]{64}\.jsonl\): expected the part, found status 503/],
      [new Response(bytes.slice(1)), /part 2 of \d+ .*: expected \d+ bytes, as the manifest says, found \d+/],
      [
        new Response(new Blob([bytes as Uint8Array<ArrayBuffer>, 'x'])),
        /part 2 of \d+ .*: expected \d+ bytes, as the manifest says, found more/,
      ],
      [new Response(bytes.with(5, (bytes[5] ?? 0) ^ 1)), /part 2 of \d+ .*: expected the content that the manifest names, found another/],
    ];
    for (const [answer, words] of ways) {
      w.serve(next, '"3"');
      w.failBy((path) => (path === second ? answer : null));
      const asked = await w.later(1);
      expect((await w.one()).fault).toMatch(words);
      expect(asked).not.toContain(third);
      expect(await w.one()).toMatchObject({ shown: 2, waiting: null, fetching: { revision: 3, here: 1 } });
    }
    // What broke off is taken up again by itself, though nobody switched on that it is asked daily.
    expect(w.platform.clocks.has(PACK_ALARM)).toBe(true);
    w.serve(next, '"3"');
    const asked = await w.alarm(72);
    expect(asked).toHaveLength(next.size - 1);
    expect(await w.one()).toMatchObject({ waiting: { revision: 3 }, fetching: null, fault: null });
    expect(await w.exported()).toBe(w.before);
  });

  it('where the parts are what they should be, and make no pack', async () => {
    const w = await start();
    const bad = await filesOf(3, [{ id: 'c1', text: 'x', clocks: { said: { edtf: '2025-02-30', basis: 'text' } } }]);
    w.serve(bad, '"3"');
    await w.later(1);
    expect((await w.one()).fault).toMatch(/harbour\/pack\.json, line 2, clocks\.said\.edtf: expected an EDTF date/);
    expect(await w.one()).toMatchObject({ shown: 2, waiting: null, fetching: null });
    expect(await w.exported()).toBe(w.before);
  });

  it('where the permission was taken back: nothing is sent', async () => {
    const w = await start();
    w.platform.granted.clear();
    expect(await w.later(1)).toEqual([]);
    expect(await w.one()).toMatchObject({ allowed: false, fault: expect.stringContaining('You took back the permission') });
  });

  it('where the disk is full in the middle: said, and gone on with later', async () => {
    const w = await world();
    const files = await filesOf(1, claims(1500));
    w.serve(files);
    const keep = w.store.subscriptions.keep;
    let room = 2;
    Object.assign(w.store.subscriptions, {
      keep: async (...args: Parameters<typeof keep>) => {
        if (room-- <= 0) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
        return keep(...args);
      },
    });
    await w.follow();
    expect(await w.one()).toMatchObject({ waiting: null, fetching: { here: 2 } });
    room = 1000;
    expect(await w.later(2)).toHaveLength(files.size - 2);
    expect(await w.one()).toMatchObject({ waiting: { revision: 1 }, fault: null });
  });

  it('asks a host of the reader’s own network only by a permission that names it', async () => {
    const w = await world();
    const own = 'packs.newsroom.internal';
    w.platform.servers.set(own, () => html());
    w.platform.granted.add('*://*/*');
    w.platform.permissions.contains = async () => true;
    await w.follow(`https://${own}/desk/`);
    expect((await w.one()).fault).toContain('you have not allowed it by name');
    w.platform.granted.add(`https://${own}/*`);
    await w.later(2);
    expect((await w.one()).fault).toContain('expected JSON');
  });
});

describe('a worker that dies', () => {
  it('at any write leaves the old revision or the new one, and the next one goes on', async () => {
    const next = await filesOf(2, claims(1500, { 3: 'Changed.', 1400: 'Changed as well.' }));
    /** Where it dies: at the n-th write of whatever kind. */
    for (let dies = 0; ; dies++) {
      const w = await world();
      w.serve(await filesOf(1, claims(1500)), '"1"');
      await w.follow();
      await w.apply();
      await w.subscriptions.choose((await w.one()).url, { automatic: true });
      const before = await w.exported();
      w.serve(next, '"2"');
      let writes = 0;
      let died = false;
      const originals = { ...w.store.subscriptions };
      const dying =
        <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
        (...args: A): Promise<T> => {
          died ||= writes++ === dies;
          // Nothing that a dead worker still does is done.
          return died ? new Promise(() => undefined) : work(...args);
        };
      const { update, keep } = originals;
      Object.assign(w.store.subscriptions, { update: dying(update), keep: dying(keep) });
      const work = w.later(1);
      await Promise.race([work, new Promise((done) => setTimeout(done, 400))]);
      Object.assign(w.store.subscriptions, originals);
      expect([1, 2]).toContain((await w.one()).shown);
      if ((await w.one()).shown === 1) expect(await w.exported()).toBe(before);
      await w.later(30);
      await w.later(30);
      expect(await w.one(), `died at write ${dies}`).toMatchObject({ shown: 2, waiting: null, fetching: null, fault: null });
      expect(await w.exported()).toContain('Changed as well.');
      if (!died) break;
    }
  }, 60_000);
});
