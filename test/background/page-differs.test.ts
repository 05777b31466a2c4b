/** What a page says beside what others say of the same event: numbers, dates, whose words; and what the page leans on. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageFacts } from '@/background/page-facts';
import type { PageClaim, PageSaid } from '@/core/model/page-claim';
import { createStore } from '@/store/store';
import { claim, outlet, person, samplePack } from '../store/sample-pack';

const pack = samplePack({
  id: 'world',
  actors: [
    person('kern', { name: 'Aldo Kern' }),
    person('holm', { name: 'Edda Holm' }),
    { id: 'league', kind: 'organisation', name: 'Harbour League' },
  ],
  outlets: [
    outlet('daily', ['daily.test'], { name: 'The Daily' }),
    outlet('courier', ['courier.test'], { name: 'Courier' }),
    outlet('wire', ['wire.test'], { name: 'Northwire', agency: true }),
  ],
  events: [
    {
      id: 'sund',
      name: 'Sund meeting',
      kind: 'meeting',
      participants: ['kern', 'holm', 'league'],
      dates: [{ edtf: '2025-02-24', according: 'the record', sources: ['desk'] }],
    },
  ],
  claims: [
    claim('c-ports', '2025-03-01', {
      text: 'Fourteen ports promised joint guards at the Sund meeting.',
      outlet: 'courier',
      actors: ['league'],
      events: ['sund'],
      evidence: { url: 'https://courier.test/ports', exact: 'Fourteen ports' },
    }),
    claim('c-transcripts', '2025-04-01', {
      text: 'Kern received Holm.',
      outlet: 'courier',
      events: ['sund'],
      clocks: { event: { edtf: '2025-03', basis: 'text' }, reported: { edtf: '2025-04-01', basis: 'text' } },
    }),
    claim('c-own', '2025-02-26', {
      text: 'Twelve ports had promised joint guards.',
      outlet: 'daily',
      actors: ['league'],
      events: ['sund'],
    }),
  ],
});
const store = createStore({ name: 'page-differs-test' });
beforeAll(async () => void (await store.install(pack, { builtIn: true })));
afterAll(() => store.close());

const NOTHING: PageSaid = { claims: [], figures: [], credits: [], lead: '' };
const figure = (text: string) => ({ id: 'page:40', text, subjects: ['world:league'], events: [] });
const pageClaim = (part: Partial<PageClaim>): PageClaim => ({
  ...{ text: '', speaker: null, speakerName: null, outlet: null, via: [], clocks: {}, actors: [], events: ['world:sund'], hedged: false },
  evidence: { exact: '', prefix: '', suffix: '' },
  ...part,
});
const facts = (said: Partial<PageSaid>) =>
  pageFacts(
    store,
    'www.daily.test',
    ['kern', 'holm', 'league'].map((id) => ({ id: `world:${id}`, count: 1 })),
    { published: '2025-03-10T08:00:00Z', said: { ...NOTHING, ...said } },
  );
const sides = (groups: Awaited<ReturnType<typeof facts>>['coverage']) =>
  groups.flatMap(({ differs = [] }) =>
    differs.map(({ about, sides: [a, b] }) => [
      about,
      ...[a, b].map((s) => `${s.says} ${s.outlet ?? '-'} ${s.dated}${s.onPage ? ' here' : ''}`),
    ]),
  );

it('sets the page’s own figure beside another outlet’s, and beside what its own house said before, with places to read them', async () => {
  const { coverage } = await facts({ figures: [figure('By now over 14 ports stand behind the joint guards.')] });
  const found = sides(coverage);
  expect(found).toContainEqual(['number', 'Fourteen ports Courier 2025-03-01', 'over 14 ports The Daily 2025-03-10 here']);
  expect(found.filter(([, , b]) => b?.includes('here'))).toHaveLength(2);
  const both = coverage[0]?.differs?.find(({ sides: [a, b] }) => a.says === 'Fourteen ports' && b.onPage);
  expect(both?.sides.map(({ link, statement }) => link ?? statement)).toEqual([
    'https://courier.test/ports#:~:text=Fourteen%20ports',
    'page:40',
  ]);
});

it('shows no difference where the page counts something else, or the same', async () => {
  const without = sides((await facts({})).coverage);
  for (const text of ['The guards sail from over 14 ships.', 'Fourteen ports promised joint guards.', 'Three of the ports sent guards.'])
    expect(sides((await facts({ figures: [figure(text)] })).coverage).filter(([, a]) => a?.includes('Courier'))).toEqual(
      without.filter(([, a]) => a?.includes('Courier')),
    );
});

it('sets a statement that dates the event to another month beside the date on record, but no rule-read date', async () => {
  const { coverage } = await facts({
    claims: [{ id: 'mine:p', claim: pageClaim({ text: 'Kern met Holm in May.', clocks: { event: { edtf: '2025-05', basis: 'text' } } }) }],
  });
  expect(sides(coverage).filter(([about]) => about === 'date')).toEqual([
    ['date', '2025-02-24 the record null', '2025-03 Courier 2025-04-01'],
  ]);
});

it('says whose words one page or another makes the same sentence, and does not turn a page against itself', async () => {
  const words = 'No harbour guards without a signature on paper.';
  const said = (speaker: string, id: string) => ({ id, claim: pageClaim({ text: words, speaker: `world:${speaker}` }) });
  const found = sides((await facts({ claims: [said('kern', 'mine:a'), said('holm', 'mine:b')] })).coverage);
  expect(found.filter(([about]) => about === 'attribution')).toEqual([]);
});

it('says what the page leans on: the agency it credits, the outlet it names; and nothing where it tells nothing', async () => {
  const here = async (said: Partial<PageSaid>) => (await facts(said)).coverage[0]?.here;
  expect(await here({})).toBeUndefined();
  expect(await here({ credits: ['Northwire'] })).toMatchObject({ standing: 'leans', grounds: [{ kind: 'wire-credit', on: 'Northwire' }] });
  const cited = { id: 'mine:c', claim: pageClaim({ text: 'The ports agreed, it reported.', outlet: 'world:courier' }) };
  expect(await here({ claims: [cited] })).toMatchObject({ standing: 'leans', grounds: [{ kind: 'via', on: 'Courier' }] });
  // The page is not counted among the other outlets.
  expect((await facts({ claims: [cited] })).coverage[0]?.origins?.outlets).toBe(1);
});
