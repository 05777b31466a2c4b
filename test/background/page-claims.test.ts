/** What a page claims, through the background over a real store: names, judgements, what is kept and what is remembered. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { lookUp } from '@/background/lookup';
import { judgeClaim, readPage } from '@/background/page-claims';
import { pageFacts } from '@/background/page-facts';
import type { Verdict } from '@/core/model/page-claim';
import { v001 } from '@/store/migrations/v001';
import { createStore, type Store } from '@/store/store';
import { claim, outlet, person, samplePack } from '../store/sample-pack';

const PACK = {
  actors: [person('ann'), person('bob')],
  outlets: [outlet('daily', ['daily.test']), outlet('gazette', ['gazette.test'])],
  events: [{ id: 'talks', name: 'The Talks', kind: 'talks', participants: ['ann', 'bob'] }],
  claims: [claim('old', '2024-01-01', { actors: ['ann'], outlet: 'gazette' })],
};
const URL_ = 'https://www.daily.test/2025/bridge';
const FROM = { url: `${URL_}?utm_source=x`, isPrivate: false };
const PRIVATE = { ...FROM, isPrivate: true };
const ARTICLE = { url: URL_, title: 'The bridge', published: '2025-03-06T10:00:00+01:00', lang: 'en' };
const SUBJECTS = ['sample:ann', 'sample:bob'];
const said = (text: string, more: object = {}) => ({
  text,
  speaker: 'sample:ann',
  speakerName: 'Mayor Ann',
  outlet: null,
  via: [],
  clocks: { said: { edtf: '2025-03-05', basis: 'relative' as const } },
  actors: ['sample:bob'],
  events: [],
  hedged: false,
  evidence: { exact: text, prefix: 'Before. ', suffix: ' After.' },
  ...more,
});
const FIRST = said('Ann said that the bridge was safe.');
const SECOND = said('Ann said that it would open.', { clocks: {} });
const TODAY = '2025-03-07';

let count = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});
async function storeWith(name = `page-claims-${count++}`): Promise<Store> {
  const store = createStore({ name });
  open.push(store);
  await store.install(samplePack(PACK), { builtIn: true });
  return store;
}
const read = (store: Store, from = FROM, remember = false) =>
  readPage(store, { article: ARTICLE, claims: [FIRST, SECOND], subjects: SUBJECTS }, from, remember, TODAY);
const judge = (store: Store, what: typeof FIRST, verdict: Verdict | null, from = FROM) =>
  judgeClaim(store, { article: ARTICLE, claim: what, subjects: SUBJECTS, verdict }, from, TODAY);
async function cardOf(store: Store, id = 'sample:ann') {
  const view = await lookUp(store, id);
  if (!view.ok) throw new Error(view.fault.message);
  return view.value;
}
/** All rows but the number of changes ever made, which tells that memory is out of date. */
async function everything(name: string): Promise<unknown> {
  const db = await new Dexie(name).open();
  const rows = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.filter((row: { key?: unknown }) => row.key !== 'live-records').toArray()]),
  );
  db.close();
  return rows;
}

describe('what a page claims', () => {
  it('comes back with names, unconfirmed, in the order of the page, and nothing is written', async () => {
    const store = await storeWith();
    const before = await everything(`page-claims-${count - 1}`);
    const { claims, canKeep } = await read(store);
    expect(canKeep).toBe(true);
    expect(
      claims.map(({ text, speaker, outlet: by, status, verdict, leading }) => [text, speaker?.name, by?.name, status, verdict, leading]),
    ).toEqual([
      [FIRST.text, 'Person ann', 'Outlet daily', 'unconfirmed', null, { clock: 'said', value: { edtf: '2025-03-05', basis: 'relative' } }],
      [SECOND.text, 'Person ann', 'Outlet daily', 'unconfirmed', null, null],
    ]);
    expect(claims[0]?.link).toBe(`${URL_}#:~:text=Before.-,Ann%20said%20that%20the%20bridge%20was%20safe.,-After.`);
    expect(await everything(`page-claims-${count - 1}`)).toEqual(before);
  });

  it('has an outlet that reports carry it, not say it', async () => {
    const store = await storeWith();
    const reports = said('Outlet daily reported a fire.', { speaker: 'sample:daily', speakerName: 'Outlet daily', outlet: 'sample:daily' });
    const { claims } = await readPage(store, { article: ARTICLE, claims: [reports], subjects: [] }, FROM, false, TODAY);
    expect([claims[0]?.speaker, claims[0]?.outlet?.name]).toEqual([null, 'Outlet daily']);
  });

  it('is not another site’s, whatever the page gives as its address', async () => {
    const store = await storeWith();
    const lying = { ...ARTICLE, url: 'https://gazette.test/other' };
    const { claims } = await readPage(store, { article: lying, claims: [FIRST], subjects: [] }, FROM, false, TODAY);
    expect(claims[0]?.link).toContain(`${URL_}#`);
    expect(claims[0]?.outlet?.name).toBe('Outlet daily');
  });
});

describe('a claim that is kept', () => {
  it('stands on the card from then on, with its evidence and the article it was read in', async () => {
    const store = await storeWith();
    const kept = await judge(store, FIRST, 'kept');
    expect(kept).toMatchObject({ ok: true, value: { verdict: 'kept', status: 'confirmed' } });
    const card = await cardOf(store);
    expect(card.totals).toEqual({ claims: 2, outlets: 2 });
    expect(card.claims.map(({ text, status }) => [text, status])).toEqual([
      [FIRST.text, 'confirmed'],
      ['Claim old', 'curated'],
    ]);
    expect(card.claims[0]).toMatchObject({
      readIn: { title: 'The bridge', outlet: { name: 'Outlet daily' }, published: '2025-03-06T10:00:00+01:00'.slice(0, 10), url: URL_ },
      clocks: { published: { edtf: '2025-03-06', basis: 'metadata' }, captured: { edtf: TODAY } },
      link: expect.stringContaining(':~:text='),
    });
    // It concerns the others that it names, too.
    expect((await cardOf(store, 'sample:bob')).claims.map(({ text }) => text)).toEqual([FIRST.text]);
    expect((await read(store)).claims.map(({ verdict }) => verdict)).toEqual(['kept', null]);
  });

  it('outlives every change of the packs', async () => {
    const store = await storeWith();
    await judge(store, FIRST, 'kept');
    await store.install(samplePack({ ...PACK, revision: 2, claims: [] }), { builtIn: true });
    await store.clean();
    expect((await cardOf(store)).claims.map(({ text }) => text)).toEqual([FIRST.text]);
  });

  it('goes without a trace when it is taken back', async () => {
    const store = await storeWith();
    const name = `page-claims-${count - 1}`;
    const before = await everything(name);
    await judge(store, FIRST, 'kept');
    expect(await everything(name)).not.toEqual(before);
    await judge(store, FIRST, null);
    expect(await everything(name)).toEqual(before);
  });

  it('is found again though its speaker is now taken for somebody else', async () => {
    const store = await storeWith();
    await judge(store, FIRST, 'kept');
    const other = said(FIRST.text, { speaker: null });
    const { claims } = await readPage(store, { article: ARTICLE, claims: [other], subjects: [] }, FROM, false, TODAY);
    expect(claims[0]?.verdict).toBe('kept');
  });
});

describe('a claim that is dismissed', () => {
  it('is known as such, on no card, and back when that is taken back', async () => {
    const store = await storeWith();
    await judge(store, FIRST, 'kept');
    expect(await judge(store, FIRST, 'dismissed')).toMatchObject({ value: { verdict: 'dismissed', status: 'unconfirmed' } });
    expect((await cardOf(store)).claims.map(({ text }) => text)).toEqual(['Claim old']);
    expect((await read(store)).claims.map(({ verdict }) => verdict)).toEqual(['dismissed', null]);
    await judge(store, FIRST, null);
    expect((await read(store)).claims.map(({ verdict }) => verdict)).toEqual([null, null]);
  });
});

describe('a page that is remembered', () => {
  const coverageAt = async (store: Store, host = 'gazette.test') =>
    (
      await pageFacts(
        store,
        host,
        SUBJECTS.map((id) => ({ id, count: 1 })),
      )
    ).coverage.flatMap(({ event, items }) => items.map(({ outlet: by, text, status }) => [event.name, by.name, text, status]));

  it('is coverage for other outlets’ pages about the same event, unconfirmed, and on no card', async () => {
    const store = await storeWith();
    await read(store, FROM, true);
    expect(await coverageAt(store)).toEqual([['The Talks', 'Outlet daily', 'The bridge', 'unconfirmed']]);
    expect((await cardOf(store)).claims.map(({ text }) => text)).toEqual(['Claim old']);
  });

  it('is listed under its host where no pack knows its outlet, and not beside its own pages', async () => {
    const store = await storeWith();
    const url = 'https://www.smalltown.example/bridge';
    const from = { url, isPrivate: false };
    await readPage(store, { article: { ...ARTICLE, url }, claims: [FIRST], subjects: SUBJECTS }, from, true, TODAY);
    expect(await coverageAt(store)).toEqual([['The Talks', 'smalltown.example', 'The bridge', 'unconfirmed']]);
    expect(await coverageAt(store, 'smalltown.example')).toEqual([]);
    expect((await coverageAt(store, 'elsewhere.example')).length).toBe(1);
  });

  it('is remembered as it was read last, and what was judged stays judged', async () => {
    const store = await storeWith();
    await read(store, FROM, true);
    await judge(store, FIRST, 'kept');
    await readPage(store, { article: { ...ARTICLE, title: 'The bridge, again' }, claims: [FIRST], subjects: SUBJECTS }, FROM, true, TODAY);
    expect(await coverageAt(store)).toEqual([['The Talks', 'Outlet daily', 'The bridge, again', 'unconfirmed']]);
    expect((await cardOf(store)).claims.map(({ text, status }) => [text, status])).toContainEqual([FIRST.text, 'confirmed']);
  });

  it('keeps a claim unconfirmed when its judgement is taken back', async () => {
    const store = await storeWith();
    const name = `page-claims-${count - 1}`;
    await read(store, FROM, true);
    const before = await everything(name);
    await judge(store, FIRST, 'dismissed');
    await judge(store, FIRST, null);
    expect(await everything(name)).toEqual(before);
  });
});

it('what is remembered is forgotten, and what was kept is not', async () => {
  const store = await storeWith();
  const name = `page-claims-${count - 1}`;
  await judge(store, FIRST, 'kept');
  const before = await everything(name);
  await read(store, FROM, true);
  await readPage(
    store,
    { article: { ...ARTICLE, url: `${URL_}/2` }, claims: [SECOND], subjects: [] },
    { ...FROM, url: `${URL_}/2` },
    true,
    TODAY,
  );
  expect(await store.ownClaims.remembered()).toBe(2);
  await store.ownClaims.forget();
  expect(await store.ownClaims.remembered()).toBe(0);
  expect(await everything(name)).toEqual(before);
});

it('a private window leaves the database as it was', async () => {
  const store = await storeWith();
  const name = `page-claims-${count - 1}`;
  const before = await everything(name);
  expect((await read(store, PRIVATE, true)).canKeep).toBe(false);
  expect(await judge(store, FIRST, 'kept', PRIVATE)).toMatchObject({ fault: { code: 'private' } });
  expect(await judge(store, FIRST, null, PRIVATE)).toMatchObject({ fault: { code: 'private' } });
  expect(await everything(name)).toEqual(before);
});

it('a database of version 1 is brought up to now with all that it held', async () => {
  const name = `page-claims-${count++}`;
  const old = new Dexie(name);
  old.version(1).stores({ ...v001.stores });
  await old.open();
  await old.table('derived').put({ key: 'gazetteer', revision: 'r', names: 0, blob: new Blob() });
  old.close();
  const store = await storeWith(name);
  expect(await store.gazetteer.get()).toMatchObject({ revision: 'r' });
  await judge(store, FIRST, 'kept');
  expect((await cardOf(store)).claims.map(({ text }) => text)).toContain(FIRST.text);
});
