/** The timeline as the popup gets it: of one subject or several, with what was withdrawn, replaced and overtaken. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { timelineOf } from '@/background/page-timeline';
import { createStore } from '@/store/store';
import { claim, outlet, person, samplePack } from '../store/sample-pack';

const by = (edtf: string, rest: object = {}) => ({
  actors: ['kern'],
  outlet: 'courier',
  clocks: { reported: { edtf, basis: 'text' } },
  ...rest,
});
const pack = samplePack({
  id: 'world',
  actors: [person('kern', { name: 'Aldo Kern' }), person('holm', { name: 'Edda Holm' })],
  outlets: [outlet('courier', ['courier.test'], { name: 'Courier' })],
  claims: [
    claim('c-old', null, { ...by('2025-01-10'), text: 'Kern said that nine ships guard the harbour mouth.' }),
    claim('c-new', null, { ...by('2025-03-10'), text: 'Kern said that fourteen ships guard the harbour mouth.' }),
    claim('c-gone', null, { ...by('2025-02-01'), text: 'The pier is closed.', status: 'withdrawn' }),
    claim('c-first', null, { ...by('2025-02-03'), text: 'The vote is in May.' }),
    claim('c-second', null, { ...by('2025-02-05'), text: 'The date of the vote is open.', supersedes: 'c-first' }),
    claim('c-early', null, { ...by('2024'), clocks: { reported: { edtf: '2024', qualifier: 'early', basis: 'text' } } }),
    claim('c-undated', null, { actors: ['kern'], clocks: {} }),
    claim('c-holm', '2025-02-09', { actors: ['holm'] }),
  ],
});
const store = createStore({ name: 'page-timeline-test' });
beforeAll(async () => void (await store.install(pack, { builtIn: true })));
afterAll(() => store.close());

it('shows how the claims about one moved, and how old they are beside the article', async () => {
  const { timeline, claims, total } = await timelineOf(store, ['world:kern'], '2025-04-01T08:00:00Z');
  expect(timeline.marks.map(({ id, state, soft }) => [id.slice('world:c-'.length), state, soft])).toEqual([
    ['early', 'standing', true],
    ['old', 'superseded', false],
    ['gone', 'withdrawn', false],
    ['first', 'superseded', false],
    ['second', 'standing', false],
    ['new', 'standing', false],
  ]);
  expect(timeline.undated).toEqual(['world:c-undated']);
  expect(timeline.marks[1]).toMatchObject({ by: 'world:c-new', before: { count: 3, unit: 'month' } });
  expect(claims[0]?.id).toBe('world:c-new');
  expect(total).toBe(7);
});

it('is of everything that is named where it is asked so, and empty where nothing is', async () => {
  const all = await timelineOf(store, ['world:kern', 'world:holm'], undefined);
  expect([all.timeline.marks.length, all.total]).toEqual([7, 8]);
  expect(all.timeline.marks.every(({ before }) => before === undefined)).toBe(true);
  expect((await timelineOf(store, [], undefined)).claims).toEqual([]);
});
