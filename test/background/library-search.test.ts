/** The library's list and its pages of single records, from packs in a real store. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryDetail, searchLibrary } from '@/background/library-search';
import type { LibraryQuery } from '@/core/model/library';
import { createStore } from '@/store/store';
import { claim, outlet, person, samplePack } from '../store/sample-pack';

const pack = samplePack({
  id: 'world',
  actors: [person('ann', { name: 'Änn Ace' }), person('bob', { name: 'Bob Øster', surnames: ['Øster'] })],
  outlets: [outlet('daily', ['daily.test'], { name: 'The Daily' })],
  events: [{ id: 'summit', name: 'Harbour summit', kind: 'summit', participants: ['ann'] }],
  articles: [
    { id: 'a1', outlet: 'daily', title: 'Leaders meet', url: 'https://daily.test/1', published: '2025-05-02', events: ['summit'] },
    { id: 'a2', outlet: null, title: 'Prices rise', url: null, published: null },
  ],
  claims: [
    claim('first', '2025-01-01', { text: 'Ten ships came', speaker: 'ann' }),
    claim('second', '2025-01-02', { text: 'Twelve ships came', speaker: 'ann', supersedes: 'first' }),
    claim('third', '2025-01-03', { text: 'Twenty ships came', supersedes: 'second', outlet: 'daily', readIn: 'a1' }),
    claim('gone', '2024', { text: 'No ship came', actors: ['bob'], status: 'withdrawn' }),
    claim('undated', null, { text: 'Shipping is dear', events: ['summit'], via: [{ name: 'The Daily', id: 'daily' }] }),
  ],
});

const store = createStore({ name: 'library-search' });
beforeAll(async () => {
  await store.install(pack, { builtIn: false });
  await store.index(async () => undefined);
});
afterAll(() => store.close());

const ask = (query: Partial<LibraryQuery>) =>
  searchLibrary(store, { kind: 'claim', text: '', sort: 'best', offset: 0, limit: 50, ...query });
const found = async (query: Partial<LibraryQuery>) => (await ask(query)).rows.map(({ id }) => id.replace('world:', ''));

describe('the library’s list', () => {
  it('finds claims by their words and the names of whom they name, whatever the accents', async () => {
    // A whole word before one that only begins so.
    expect(await found({ text: 'ship' })).toEqual(['gone', 'third', 'second', 'first', 'undated']);
    expect(await found({ text: 'ship', sort: 'newest' })).toEqual(['third', 'second', 'first', 'gone', 'undated']);
    expect(await found({ text: 'ann SHIPS' })).toEqual(['second', 'first']);
    expect(await found({ text: 'oster' })).toEqual(['gone']);
    expect(await found({ text: 'daily' })).toEqual(['third', 'undated']);
    expect(await found({ text: 'hips' })).toEqual([]);
  });

  it('holds every condition at once', async () => {
    expect(await found({ outlet: 'world:daily' })).toEqual(['third', 'undated']);
    expect(await found({ actor: 'world:ann', text: 'twelve' })).toEqual(['second']);
    expect(await found({ event: 'world:summit' })).toEqual(['undated']);
    expect(await found({ subject: 'world:daily', from: '2025-01-01' })).toEqual(['third']);
    expect(await found({ from: '2025-01-02', to: '2025-01-02' })).toEqual(['second']);
    expect(await found({ status: 'withdrawn' })).toEqual(['gone']);
    expect(await found({ status: 'superseded' })).toEqual(['second', 'first']);
    expect(await found({ status: 'shown' })).toEqual(['third', 'undated']);
  });

  it('sorts and cuts', async () => {
    expect(await found({ sort: 'oldest' })).toEqual(['gone', 'first', 'second', 'third', 'undated']);
    expect(await ask({ sort: 'oldest', offset: 1, limit: 2 })).toMatchObject({
      total: 5,
      exact: true,
      rows: [{ id: 'world:first' }, { id: 'world:second' }],
    });
  });

  it('lists subjects and articles', async () => {
    expect((await ask({ kind: 'actor' })).rows).toMatchObject([
      { id: 'world:ann', name: 'Änn Ace', claims: 2 },
      { id: 'world:bob', kind: 'person', name: 'Bob Øster', claims: 1, pack: { id: 'world', revision: 1 } },
    ]);
    expect(await found({ kind: 'outlet', text: 'dai' })).toEqual(['daily']);
    expect(await found({ kind: 'event', text: 'harb' })).toEqual(['summit']);
    expect(await found({ kind: 'article', text: 'summit lead' })).toEqual(['a1']);
    expect((await ask({ kind: 'article', sort: 'name', limit: 1 })).rows).toMatchObject([
      { kind: 'article', title: 'Leaders meet', outlet: { name: 'The Daily' }, from: 'pack', url: 'https://daily.test/1' },
    ]);
  });
});

describe('one record', () => {
  it('a claim with its chain from any of its links', async () => {
    for (const id of ['first', 'second', 'third']) {
      const answer = await libraryDetail(store, 'claim', `world:${id}`);
      expect(answer).toMatchObject({
        ok: true,
        value: {
          kind: 'claim',
          row: { id: `world:${id}`, superseded: id !== 'third' },
          sources: [{ id: 'desk', title: 'Made up for a test' }],
          chain: [{ id: 'world:first' }, { id: 'world:second' }, { id: 'world:third' }],
        },
      });
    }
  });

  it('a subject and an article; what is gone is said to be gone', async () => {
    expect(await libraryDetail(store, 'subject', 'world:bob')).toMatchObject({
      ok: true,
      value: { kind: 'subject', names: ['Bob Øster'], surnames: ['Øster'], view: { totals: { claims: 1 } }, pack: { id: 'world' } },
    });
    expect(await libraryDetail(store, 'article', 'world:a1')).toMatchObject({
      ok: true,
      value: { kind: 'article', row: { title: 'Leaders meet' }, events: [{ name: 'Harbour summit' }] },
    });
    for (const kind of ['claim', 'subject', 'article'] as const)
      expect(await libraryDetail(store, kind, 'world:nobody')).toMatchObject({ ok: false, fault: { code: 'gone' } });
  });
});
