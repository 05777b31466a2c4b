/** Cards and the popup's facts, from a pack in a real store. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookUp } from '@/background/lookup';
import { pageFacts } from '@/background/page-facts';
import { CARD_CLAIMS } from '@/core/model/view';
import { createStore } from '@/store/store';
import { claim, outlet, person, samplePack } from '../store/sample-pack';

const reported = (edtf: string) => ({ clocks: { reported: { edtf, basis: 'text' } } });

const pack = samplePack({
  id: 'world',
  actors: [
    person('ann', {
      name: 'Ann Ace',
      description: 'Leads.',
      offices: [
        { title: 'Minister', from: '2010', to: '2014', asOf: '2020', sources: ['desk'] },
        { title: 'Envoy', of: 'union', from: '2019', asOf: '2025-06', sources: ['desk'] },
        { title: 'Chair', of: 'union', from: '2024-10-01', asOf: '2025-06', sources: ['desk'] },
      ],
    }),
    person('bob', { offices: [{ title: 'Mayor', from: '2001', to: '2002', asOf: '2020', sources: ['desk'] }] }),
    person('cy'),
    { id: 'union', kind: 'organisation', name: 'The Union' },
    { id: 'town', kind: 'place', name: 'Town' },
    { id: 'hill', kind: 'place', name: 'Hill' },
  ],
  outlets: [
    outlet('daily', ['daily.test'], { name: 'The Daily', family: 'House' }),
    outlet('evening', ['evening.test'], { name: 'Evening', family: 'House' }),
    outlet('courier', ['courier.test'], { name: 'Courier' }),
    outlet('wire', ['wire.test'], { name: 'Wire', agency: true }),
  ],
  events: [
    {
      id: 'summit',
      name: 'Town summit',
      kind: 'summit',
      place: 'town',
      participants: ['ann', 'bob'],
      dates: [
        { edtf: '2025-05-01', according: 'the record', sources: ['desk'] },
        { edtf: '2025-06', according: 'the Courier', sources: ['desk'] },
      ],
    },
    { id: 'speech', name: 'Speech', kind: 'other', participants: ['cy'] },
    { id: 'quiet', name: 'Quiet talks', kind: 'talks', participants: ['ann', 'bob'] },
    { id: 'council', name: 'Union council', kind: 'meeting', participants: ['union'] },
    { id: 'visit', name: 'Visit to Town', kind: 'meeting', participants: ['cy', 'town', 'hill'] },
  ],
  articles: [
    {
      id: 'a-courier',
      outlet: 'courier',
      title: 'Leaders meet',
      url: 'https://courier.test/1',
      published: '2025-05-02',
      events: ['summit'],
    },
    { id: 'a-daily', outlet: 'daily', title: 'Our summit', url: 'https://daily.test/1', published: '2025-05-03', events: ['summit'] },
    { id: 'a-told', outlet: 'wire', title: 'Wire on the summit', url: 'https://wire.test/1', published: '2025-05-04', events: ['summit'] },
    { id: 'a-unsigned', outlet: null, title: 'An overview', url: 'https://over.test/1', published: null },
  ],
  claims: [
    claim('c-courier', null, {
      ...reported('2025-05-05'),
      outlet: 'courier',
      via: [{ name: 'Wire', id: 'wire' }, { name: 'a leak' }],
      actors: ['ann'],
      events: ['summit'],
      readIn: 'a-unsigned',
      status: 'second-hand',
    }),
    claim('c-wire', null, {
      ...reported('2025-05-04'),
      outlet: null,
      speakerName: 'A clerk',
      events: ['summit'],
      readIn: 'a-told',
      evidence: { exact: 'so it was' },
    }),
    claim('c-daily', '2025-05-06', { outlet: 'daily', events: ['summit'], speaker: 'ann' }),
    claim('c-evening', '2025-05-07', { outlet: 'evening', events: ['summit'] }),
    claim('c-gone', '2025-05-08', { outlet: 'courier', events: ['summit'], status: 'withdrawn' }),
    claim('c-nobody', '2025-05-09', { events: ['summit'], quote: 'short', hedged: true, speaker: 'elsewhere:dee' }),
    claim('c-speech', '2024', { outlet: 'courier', events: ['speech'], speaker: 'cy' }),
    claim('c-council', '2023', { outlet: 'courier', events: ['council'] }),
    claim('c-visit', '2022', { outlet: 'courier', events: ['visit'] }),
    claim('c-unrelated', '2025-07-01', { outlet: 'courier', actors: ['town'] }),
    ...Array.from({ length: 12 }, (_, i) =>
      claim(`c-old-${i}`, `1990-01-${String(i + 1).padStart(2, '0')}`, { actors: ['ann'], outlet: i % 2 ? 'wire' : 'courier' }),
    ),
  ],
});

/** A pack whose one event has its only participant in a pack of its own. */
const board = samplePack({ id: 'other', actors: [{ id: 'board', kind: 'organisation', name: 'The Board' }] });
const sessions = samplePack({
  id: 'sessions',
  outlets: [outlet('gazette', ['gazette.test'], { name: 'Gazette' })],
  events: [{ id: 'session', name: 'Session', kind: 'meeting', participants: ['other:board'] }],
  claims: [claim('c-session', '2025', { outlet: 'gazette', events: ['session'] })],
});

const store = createStore({ name: 'views-test' });
beforeAll(async () => {
  for (const each of [pack, board, sessions]) await store.install(each, { builtIn: true });
});
afterAll(() => store.close());

async function card(id: string) {
  const answer = await lookUp(store, id);
  if (!answer.ok) throw new Error(answer.fault.message);
  return answer.value;
}

describe('a card', () => {
  it('shows an actor with the office held first, and totals over all claims', async () => {
    const view = await card('world:ann');
    expect([view.name, view.kind, view.description]).toEqual(['Ann Ace', 'person', 'Leads.']);
    expect(view.offices.map(({ title, of }) => [title, of?.name])).toEqual([
      ['Chair', 'The Union'],
      ['Envoy', 'The Union'],
      ['Minister', undefined],
    ]);
    expect(view.claims).toHaveLength(CARD_CLAIMS);
    expect(view.claims.slice(0, 3).map(({ id }) => id)).toEqual(['world:c-daily', 'world:c-courier', 'world:c-old-11']);
    expect(view.totals).toEqual({ claims: 14, outlets: 3 });
    expect(view.packs).toEqual([{ id: 'world', title: 'Pack world', revision: 1 }]);
  });

  it('shows an event with every account of its date', async () => {
    const view = await card('world:summit');
    expect(view.dates.map(({ edtf, according }) => [edtf, according])).toEqual([
      ['2025-05-01', 'the record'],
      ['2025-06', 'the Courier'],
    ]);
    expect([view.place?.name, view.participants.map(({ name }) => name)]).toEqual(['Town', ['Ann Ace', 'Person bob']]);
    expect(view.offices).toEqual([]);
  });

  it('shows an outlet with what it is', async () => {
    expect((await card('world:daily')).outlet).toEqual({ country: 'NL', languages: ['nl'], family: 'House', agency: false });
    expect((await card('world:wire')).outlet?.agency).toBe(true);
  });

  it('says so where a name is tracked no more', async () => {
    expect(await lookUp(store, 'world:nobody')).toMatchObject({ fault: { code: 'unknown-subject' } });
    expect(await lookUp(store, 'gone:x')).toMatchObject({ fault: { code: 'unknown-subject' } });
  });

  it('resolves names, keeps untracked ones, and drops nobody', async () => {
    const claims = new Map((await card('world:summit')).claims.map((view) => [view.id, view]));
    expect(claims.get('world:c-courier')).toMatchObject({
      outlet: { id: 'world:courier', name: 'Courier' },
      via: [
        { id: 'world:wire', name: 'Wire' },
        { id: null, name: 'a leak' },
      ],
      leading: { clock: 'reported', value: { edtf: '2025-05-05' } },
      readIn: { title: 'An overview', outlet: null, url: 'https://over.test/1' },
      // The overview is not the Courier's page.
      link: null,
    });
    expect(claims.get('world:c-wire')).toMatchObject({
      speaker: { id: null, name: 'A clerk' },
      link: 'https://wire.test/1#:~:text=so%20it%20was',
    });
    expect(claims.get('world:c-nobody')).toMatchObject({ speaker: { id: null, name: 'elsewhere:dee' }, quote: 'short', hedged: true });
    expect(claims.get('world:c-gone')?.status).toBe('withdrawn');
    expect(claims.get('world:c-daily')?.events.map(({ name }) => name)).toEqual(['Town summit']);
  });
});

describe('a page’s facts', () => {
  const named = (ids: readonly string[]) => ids.map((id, i) => ({ id: `world:${id}`, count: ids.length - i }));
  const facts = (host: string, ...ids: string[]) => pageFacts(store, host, named(ids));

  it('names the outlet, and the subjects with the office held', async () => {
    const page = await facts('www.daily.test', 'bob', 'ann', 'nobody');
    expect(page.outlet).toEqual({ id: 'world:daily', name: 'The Daily', kind: 'outlet' });
    expect(page.subjects).toEqual([
      { id: 'world:bob', name: 'Person bob', kind: 'person', count: 3 },
      { id: 'world:ann', name: 'Ann Ace', kind: 'person', count: 2, office: { title: 'Chair', asOf: '2025-06' } },
    ]);
    expect((await facts('unknown.test', 'ann')).outlet).toBe(null);
  });

  it('lists what others carried: not the page’s outlet, nor its family, nor what was withdrawn', async () => {
    const { coverage } = await facts('daily.test', 'ann', 'bob');
    expect(coverage.map(({ event, place }) => [event.id, place?.name])).toEqual([['world:summit', 'Town']]);
    expect(coverage[0]?.items).toEqual([
      {
        outlet: { id: 'world:courier', name: 'Courier' },
        via: [
          { id: 'world:wire', name: 'Wire' },
          { id: null, name: 'a leak' },
        ],
        text: 'Claim c-courier',
        leading: { clock: 'reported', value: { edtf: '2025-05-05', basis: 'text' } },
        status: 'second-hand',
        hedged: false,
        readIn: { title: 'An overview', outlet: null, published: null, url: 'https://over.test/1' },
        link: null,
      },
      {
        outlet: { id: 'world:wire', name: 'Wire' },
        via: [],
        text: 'Claim c-wire',
        leading: { clock: 'reported', value: { edtf: '2025-05-04', basis: 'text' } },
        status: 'curated',
        hedged: false,
        readIn: {
          title: 'Wire on the summit',
          outlet: { id: 'world:wire', name: 'Wire' },
          published: '2025-05-04',
          url: 'https://wire.test/1',
        },
        link: 'https://wire.test/1#:~:text=so%20it%20was',
      },
      {
        outlet: { id: 'world:courier', name: 'Courier' },
        via: [],
        text: 'Leaders meet',
        leading: { clock: 'published', value: { edtf: '2025-05-02', basis: 'record' } },
        status: 'curated',
        hedged: false,
        readIn: null,
        link: 'https://courier.test/1',
      },
    ]);
  });

  it('says who of them leans on whom', async () => {
    const [group] = (await facts('daily.test', 'ann', 'bob')).coverage;
    expect(group?.origins?.outlets).toBe(2);
    expect(group?.origins?.origins.map(({ name }) => name)).toEqual(['Wire']);
    expect(group?.origins?.first).toEqual({ name: 'Courier', date: '2025-05-02', through: null });
  });

  it('lists everyone where the page is of no known outlet', async () => {
    const [summit] = (await facts('unknown.test', 'summit')).coverage;
    expect(new Set(summit?.items.map(({ outlet: { name } }) => name))).toEqual(new Set(['Courier', 'Wire', 'The Daily', 'Evening']));
  });

  it('covers an event that the page names, or two of its persons and organisations; newest first', async () => {
    const events = async (...ids: string[]) => (await facts('daily.test', ...ids)).coverage.map(({ event }) => event.name);
    expect(await events('ann')).toEqual([]);
    expect(await events('ann', 'bob')).toEqual(['Town summit']);
    expect(await events('summit')).toEqual(['Town summit']);
    expect(await events('cy')).toEqual([]);
    expect(await events('cy', 'town', 'hill')).toEqual([]);
    expect(await events('speech', 'cy', 'ann', 'bob')).toEqual(['Town summit', 'Speech']);
  });

  it('begins with the latest event, whatever tells of an older one later; without a date it stands where its newest account does', async () => {
    const dated = (id: string, edtf?: string) => ({
      ...{ id, kind: 'meeting' as const, name: `The ${id}` },
      ...(edtf && { dates: [{ edtf, according: 'the record', sources: ['desk'] }] }),
    });
    const years = samplePack({
      id: 'years',
      outlets: [outlet('gazette', ['gazette.test'], { name: 'Gazette' })],
      events: [dated('congress', '2021-09'), dated('call', '2021-12-24'), dated('rumour')],
      claims: [
        claim('on-congress', '2022-03-01', { outlet: 'gazette', events: ['congress'] }),
        claim('on-call', '2021-12-25', { outlet: 'gazette', events: ['call'] }),
        claim('on-rumour', '2021-11', { outlet: 'gazette', events: ['rumour'] }),
      ],
    });
    const own = createStore({ name: 'views-years' });
    await own.install(years, { builtIn: true });
    const { coverage } = await pageFacts(
      own,
      'x.test',
      ['congress', 'rumour', 'call'].map((id) => ({ id: `years:${id}`, count: 1 })),
    );
    expect(coverage.map(({ event }) => event.name)).toEqual(['The call', 'The rumour', 'The congress']);
    own.close();
  });

  it('covers an event whose only participant is named where its own pack brought that organisation in', async () => {
    const events = async (...ids: string[]) =>
      (
        await pageFacts(
          store,
          'x.test',
          ids.map((id) => ({ id, count: 1 })),
        )
      ).coverage;
    expect((await events('world:union')).map(({ event }) => event.name)).toEqual(['Union council']);
    expect(await events('other:board')).toEqual([]);
    expect((await events('other:board', 'sessions:session')).map(({ event }) => event.name)).toEqual(['Session']);
  });

  it.each([
    ['2025-06-01', ['Town summit']],
    ['2026-04-30T23:00:00+01:00', ['Town summit']],
    ['2024-05', ['Town summit']],
    ['2026-07-01', []],
    ['2024-04-29', []],
    ['some day', ['Town summit']],
  ])('of a page dated %s leaves out what happened more than a year from it', async (published, events) => {
    const { coverage } = await pageFacts(store, 'daily.test', named(['ann', 'bob']), { published });
    expect(coverage.map(({ event }) => event.name)).toEqual(events);
    const spoken = await pageFacts(store, 'daily.test', named(['ann', 'bob', 'summit']), { published });
    expect(spoken.coverage.map(({ event }) => event.name)).toEqual(['Town summit']);
  });

  it('lists claims about the subjects, newest first, each once, and not all that a named outlet ever carried', async () => {
    const page = await facts('daily.test', 'ann', 'summit', 'courier');
    const ids = page.claims.map(({ id }) => id);
    expect(ids.slice(0, 4)).toEqual(['world:c-nobody', 'world:c-gone', 'world:c-evening', 'world:c-daily']);
    expect(ids).toHaveLength(18);
    expect(new Set(ids).size).toBe(18);
    expect(page.claimsTotal).toBe(18);
    expect(ids).not.toContain('world:c-unrelated');
    expect((await facts('daily.test', 'courier')).claims).toEqual([]);
  });

  it('is empty for a page that names nobody', async () => {
    expect(await facts('unknown.test')).toEqual({ outlet: null, subjects: [], coverage: [], claims: [], claimsTotal: 0 });
  });
});
