/** Coverage without a common event: one claim in several outlets, articles that are like the page, and who leans on whom. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookUp } from '@/background/lookup';
import { createRelatedCoverage } from '@/background/page-related';
import type { FeedArticleRow } from '@/store/feeds';
import { createStore } from '@/store/store';
import { claim, outlet, person, samplePack } from '../store/sample-pack';
import { bring } from './one-feed';

const pack = samplePack({
  id: 'world',
  actors: [person('kern', { name: 'Aldo Kern' }), person('holm', { name: 'Edda Holm' })],
  outlets: [
    outlet('daily', ['daily.test'], { name: 'The Daily', family: 'House' }),
    outlet('evening', ['evening.test'], { name: 'Evening', family: 'House' }),
    outlet('courier', ['courier.test'], { name: 'Courier' }),
    outlet('radio', ['radio.test'], { name: 'Quay Radio' }),
    outlet('wire', ['wire.test'], { name: 'Northwire', agency: true }),
  ],
  events: [{ id: 'sund', name: 'Sund meeting', kind: 'meeting', participants: ['kern', 'holm'] }],
  claims: [
    claim('c-leak', '2025-03-01', {
      text: 'In leaked calls Kern and Holm feared that the guards would be withdrawn from the harbour.',
      outlet: 'courier',
      via: [{ name: 'leaked calls' }],
      actors: ['kern', 'holm'],
    }),
    claim('c-leak-again', '2025-03-02', {
      text: 'Kern and Holm feared the guards would be withdrawn, it repeated from the leaked calls.',
      outlet: 'radio',
      via: [{ name: 'Courier', id: 'courier' }],
      actors: ['kern', 'holm'],
    }),
    claim('c-own', '2025-03-03', {
      text: 'Kern and Holm feared that the guards would be withdrawn from the harbour.',
      outlet: 'evening',
      actors: ['kern', 'holm'],
    }),
    claim('c-other', '2025-03-04', { text: 'Kern planted an oak tree on the market square.', outlet: 'radio', actors: ['kern'] }),
    claim('c-sund', '2025-03-05', {
      text: 'Kern and Holm met in Sund.',
      outlet: 'courier',
      via: [{ name: 'Northwire', id: 'wire' }],
      actors: ['kern'],
      events: ['sund'],
    }),
    claim('c-sund-2', '2025-03-06', { text: 'Holm came to Sund.', outlet: 'wire', actors: ['holm'], events: ['sund'] }),
  ],
});

const row = (id: string, outletOf: string, title: string, rest: Partial<FeedArticleRow['record']> = {}, summary = ''): FeedArticleRow => ({
  ...{ id: `feeds:a-${id}`, feed: 'https://feeds.test/x', guid: id, summary, published: '2025-03-10', modified: null },
  ...{ future: false, origin: null, seenAt: 1, earlier: [] },
  record: {
    ...{ id: `feeds:a-${id}`, outlet: `world:${outletOf}`, title, url: `https://${outletOf}.test/${id}`, published: '2025-03-10' },
    ...{ actors: [], events: [], sources: [], ...rest },
  },
});
const BRIDGE = 'Harbour bridge closes for nine weeks';
const ROWS = [
  row(
    '1',
    'courier',
    'Nine-week closure for the harbour bridge',
    { actors: ['world:wire'] },
    'The bridge closes in April, Northwire reports.',
  ),
  row('2', 'evening', BRIDGE),
  row('3', 'radio', 'Harbour bridge shut for nine weeks from April'),
  row('4', 'radio', 'Choir festival opens with a record number of singers'),
  row('5', 'radio', 'Harbour bridge closure: nine weeks of ferries', { events: ['world:sund'] }),
];
const QUESTION = {
  host: 'www.daily.test',
  url: 'https://daily.test/bridge',
  title: BRIDGE,
  lead: '',
  published: '2025-03-10',
  subjects: [],
};

const store = createStore({ name: 'page-related-test' });
const coverage = createRelatedCoverage(store);
beforeAll(async () => {
  await store.install(pack, { builtIn: true });
  await bring(store, ROWS);
  await coverage.add(ROWS);
});
afterAll(() => store.close());

it('lists other outlets’ articles like the page, with who leans on whom; never its own house, nor what is not like it', async () => {
  const { alike, origins, claims } = await coverage.related(QUESTION);
  expect(alike.map(({ outlet: { name }, text, link }) => [name, text, link]).sort()).toEqual([
    ['Courier', 'Nine-week closure for the harbour bridge', 'https://courier.test/1'],
    ['Quay Radio', 'Harbour bridge closure: nine weeks of ferries', 'https://radio.test/5'],
    ['Quay Radio', 'Harbour bridge shut for nine weeks from April', 'https://radio.test/3'],
  ]);
  expect(origins).toMatchObject({ outlets: 2, origins: [{ name: 'Northwire', kind: 'agency' }] });
  expect(claims).toEqual([]);
});

it('leaves out what stands under an event of the page', async () => {
  const { alike } = await coverage.related({ ...QUESTION, subjects: ['world:kern', 'world:holm'] });
  expect(alike.map(({ text }) => text)).not.toContain('Harbour bridge closure: nine weeks of ferries');
});

it('groups a claim that no event holds together, by what it says, and traces it to one origin', async () => {
  const { claims } = await coverage.related({ ...QUESTION, title: 'Nothing alike', subjects: ['world:kern', 'world:holm'] });
  expect(
    claims.map(({ items, origins }) => [items.map(({ outlet: { name } }) => name), origins?.outlets, origins?.origins.length]),
  ).toEqual([[['Quay Radio', 'Courier'], 2, 1]]);
});

it('finds an article as soon as it is added, and again when all is read anew', async () => {
  const fresh = row('9', 'wire', 'Harbour bridge closes for nine long weeks');
  await store.feeds.take('https://feeds.test/x', { articles: [fresh], claims: [] }, {});
  await coverage.add([fresh]);
  const titles = async (from: typeof coverage) => (await from.related(QUESTION)).alike.map(({ text }) => text);
  expect(await titles(coverage)).toContain('Harbour bridge closes for nine long weeks');
  coverage.forget();
  expect(await titles(coverage)).toContain('Harbour bridge closes for nine long weeks');
  expect(await titles(createRelatedCoverage(store))).toContain('Harbour bridge closes for nine long weeks');
});

it('finds what a pack lists, until the pack is taken out, and again when that is undone', async () => {
  const lists = samplePack({
    id: 'ferries',
    articles: [
      {
        ...{ id: 'a', outlet: 'world:radio', title: 'Harbour bridge closes: a diary of nine weeks', url: 'https://radio.test/diary' },
        ...{ published: '2025-03-11', actors: [], events: [] },
      },
    ],
  });
  await store.install(lists, { builtIn: false });
  const texts = async () => {
    await store.index(async () => undefined);
    const fresh = createRelatedCoverage(store);
    return (await fresh.related(QUESTION)).alike.map(({ text }) => text);
  };
  expect(await texts()).toContain('Harbour bridge closes: a diary of nine weeks');
  await store.remove('ferries');
  // At once, and when its part of the index is gone.
  expect((await createRelatedCoverage(store).related(QUESTION)).alike.map(({ link }) => link)).not.toContain('https://radio.test/diary');
  expect(await texts()).not.toContain('Harbour bridge closes: a diary of nine weeks');
  await store.undo('ferries');
  expect(await texts()).toContain('Harbour bridge closes: a diary of nine weeks');
});

it('finds what was read and is remembered, once where a feed brought it as well, and nothing of it when it is forgotten', async () => {
  const read = (id: string, url: string) => ({
    ...{ id: `mine:a-${id}`, outlet: null, title: `Harbour bridge closes for nine weeks, ${id}`, url, published: '2025-03-12' },
    ...{ actors: [], events: [], sources: [] },
  });
  const links = async (host = QUESTION.host) => (await coverage.related({ ...QUESTION, host })).alike.map(({ link }) => link);
  await links();
  await store.ownClaims.remember(read('small', 'https://smalltown.example/bridge'), []);
  await store.ownClaims.remember(read('radio', 'https://radio.test/3'), []);
  expect(await links()).toContain('https://smalltown.example/bridge');
  expect((await links()).filter((link) => link === 'https://radio.test/3')).toHaveLength(1);
  // Its own site is no other voice, though no pack knows it.
  expect(await links('smalltown.example')).not.toContain('https://smalltown.example/bridge');
  await store.ownClaims.forget();
  expect(await links()).not.toContain('https://smalltown.example/bridge');
  const { index, reach } = store.coverage.open();
  await reach();
  expect([index.has('mine:a-small'), index.has('mine:a-radio')]).toEqual([false, false]);
});

it('says on the card of an event who leans on whom, and nothing on that of a person', async () => {
  const card = async (id: string) => {
    const answer = await lookUp(store, id);
    return answer.ok ? answer.value.origins : answer;
  };
  expect(await card('world:sund')).toMatchObject({ outlets: 3, origins: [{ name: 'Northwire', kind: 'agency' }] });
  expect(await card('world:kern')).toBeUndefined();
});
