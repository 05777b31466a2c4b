/** Origins and differences as the popup gets them, from the records of the dossier that the extension brings. */
import { describe, expect, it } from 'vitest';
import { accountsOf } from '@/background/page-origins';
import type { QualifiedId } from '@/core/model/ids';
import type { Reader, Subject } from '@/store/store';
import { readPacks } from '../../scripts/read-packs';

const packs = await readPacks();
const dossier = packs.find(({ info }) => info.id === 'ukraine-2025');
if (!dossier) throw new Error('no dossier among the packs');
const subjects = new Map<QualifiedId, Subject>(
  packs.flatMap(({ actors, outlets, events }) => [
    ...actors.flatMap((record): [QualifiedId, Subject][] => (record.kind === 'outlet' ? [] : [[record.id, { kind: record.kind, record }]])),
    ...outlets.map((record): [QualifiedId, Subject] => [record.id, { kind: 'outlet', record }]),
    ...events.map((record): [QualifiedId, Subject] => [record.id, { kind: 'event', record }]),
  ]),
);
/** Only what is looked up here. */
const facts = {
  articles: {
    announced: async () => new Map([['feeds:a', { summary: 'It is over.', origin: 'PBS NEWS' }]]),
  },
  subjects: {
    get: async (ids: Iterable<QualifiedId>) =>
      new Map([...ids].flatMap((id) => (subjects.has(id) ? [[id, subjects.get(id) as Subject]] : []))),
  },
} as unknown as Reader;

const eventOf = (local: string) => {
  const subject = subjects.get(`ukraine-2025:${local}`);
  if (subject?.kind !== 'event') throw new Error(`no event ${local}`);
  return subject.record;
};
const carried = (...locals: string[]) =>
  dossier.claims
    .filter(({ id }) => locals.length === 0 || locals.includes(id.replace(/^.*:/, '')))
    .map((claim) => ({ outlet: claim.outlet, claim }));

describe('the dossier', () => {
  it('gives PBS carrying Reuters one origin, Reuters', async () => {
    const { origins } = await accountsOf(facts, eventOf('paris-summit-september'), carried('twenty-six-nations-pledge'));
    expect([origins.outlets, origins.origins.map(({ name, kind }) => [name, kind])]).toEqual([1, [['Reuters', 'agency']]]);
  });

  it('gives the two claims of the leak one origin though the record of the second names none', async () => {
    const { origins } = await accountsOf(facts, eventOf('macron-rutte-call'), carried('leak-fear-of-us-betrayal', 'nyt-echoes-the-fears'));
    expect([origins.outlets, origins.origins.map(({ kind }) => kind), origins.unclear]).toEqual([2, ['document'], 0]);
  });

  it('counts over all eighteen claims only what shows whence it has it: nothing here was read at its outlet', async () => {
    const { origins } = await accountsOf(facts, eventOf('macron-rutte-call'), carried());
    expect(origins.accounts.length).toBe(18);
    expect(origins.origins.map(({ kind }) => kind).sort()).toEqual(['agency', 'document', 'document', 'source']);
    // Those that the overview names as bare carriers, or that nobody carries, are not made independent by it.
    expect(origins.accounts.filter(({ standing }) => standing === 'origin')).toEqual([]);
  });

  it('shows the two dates of the meeting side by side, and none where an event has one', async () => {
    const dates = async (local: string) =>
      (await accountsOf(facts, eventOf(local), [])).differs.map(({ about, sides }) => [about, ...sides.map(({ says }) => says)]);
    expect(await dates('macron-trump-meeting')).toEqual([['date', '2025-02-24', '2025-03']]);
    expect(await dates('paris-summit-september')).toEqual([]);
  });

  it('takes a feed’s word for who published an item first, in whatever spelling', async () => {
    const article = (id: string) => ({ id, title: 'The summit ends', url: null, published: null, actors: [], events: [], sources: [] });
    const { origins } = await accountsOf(facts, eventOf('paris-summit-september'), [
      { outlet: 'outlets:cnn', article: { ...article('feeds:a'), outlet: 'outlets:cnn' } },
      { outlet: 'outlets:pbs-news', article: { ...article('feeds:b'), outlet: 'outlets:pbs-news' } },
    ]);
    expect(origins.origins.map(({ name }) => name)).toEqual(['PBS News']);
    expect(origins.accounts[0]?.grounds).toEqual([{ kind: 'feed-source', on: 'PBS News' }]);
  });
});
