/** What is kept of tabs for the popup's first frame: when it is looked up, whom it is shown to, and when it is forgotten. */
import { describe, expect, it } from 'vitest';
import { createKnownPages, type KnownPagesWorld } from '@/background/known-pages';
import type { KnownPage } from '@/core/model/known-page';
import type { PageArticle, PageFacts, PageState } from '@/core/model/view';
import { fail, ok } from '@/core/result';
import { keepKnown, knownIn } from '@/messaging/known-pages';
import type { SiteState } from '@/messaging/protocol';
import { fakePlatform } from './fake-platform';

const URL_OF = 'https://www.harbour.test/a';
const TAB = { id: 7, url: URL_OF, isPrivate: false };
const ARTICLE: PageArticle = {
  ...{ title: 'A story', url: URL_OF, host: 'www.harbour.test', publisherName: null, modified: null, lang: 'en' },
  published: { value: '2025-12-24', basis: 'json-ld' },
};
const PAGE: PageState = { status: 'ready', url: URL_OF, subjects: [{ id: 'world:ada-holm', kind: 'person', count: 3 }] };
const FACTS: PageFacts = {
  ...{ outlet: null, coverage: [], claims: [], claimsTotal: 0 },
  subjects: [{ id: 'world:ada-holm', name: 'Ada Holm', kind: 'person', count: 3 }],
};
const ON: SiteState = { kind: 'built-in', on: true, paused: false };

function play(change: Partial<{ page: PageState | null; site: SiteState; facts: () => Promise<PageFacts> }> = {}) {
  const { session, inMemory } = fakePlatform();
  let looked = 0;
  const world: KnownPagesWorld = {
    session,
    askPage: (async () =>
      change.page === null ? fail('no-reader', 'No.') : ok(change.page ?? PAGE)) as unknown as KnownPagesWorld['askPage'],
    site: () => ok(change.site ?? ON),
    readArticle: async () => {
      looked++;
      return ARTICLE;
    },
    facts: change.facts ?? (async () => FACTS),
    now: () => 1000,
  };
  const shownIn = (tab: typeof TAB | null) => knownIn(session, Promise.resolve(tab));
  return { session, inMemory, known: createKnownPages(world), shownIn, looks: () => looked };
}

describe('what is known of a tab', () => {
  it('is there for its popup once the page was read', async () => {
    const { known, shownIn } = play();
    expect(await shownIn(TAB)).toBeNull();
    await known.look(7);
    const shown = await shownIn(TAB);
    expect(shown).toMatchObject({ url: URL_OF, host: 'www.harbour.test', article: ARTICLE });
    expect(shown?.sight.subjects).toEqual({ first: ['Ada Holm'], total: 1 });
  });

  it('is shown over no other page, no other tab, and no private window', async () => {
    const { known, shownIn } = play();
    await known.look(7);
    for (const other of [`${URL_OF}b`, `${URL_OF}?page=2`, `${URL_OF}#2`, 'https://www.other.test/a', null] as const)
      expect(await shownIn({ ...TAB, url: other as string })).toBeNull();
    expect(await shownIn({ ...TAB, id: 8 })).toBeNull();
    expect(await shownIn({ ...TAB, isPrivate: true })).toBeNull();
    expect(await shownIn(null)).toBeNull();
  });

  it('is not looked up where the page is not read', async () => {
    const cases = [
      { page: null },
      { page: { ...PAGE, status: 'reading' as const } },
      { page: { ...PAGE, url: 'https://addons.mozilla.org/x' } },
      { site: { ...ON, on: false } },
      { site: { ...ON, paused: true } },
    ];
    for (const one of cases) {
      const { known, inMemory, looks } = play(one);
      await known.look(7);
      expect([inMemory.size, looks()]).toEqual([0, 0]);
    }
  });

  it('goes when the tab is left, and with everything, also what was being looked up then', async () => {
    let answer: (facts: PageFacts) => void = () => undefined;
    const { known, inMemory } = play({ facts: () => new Promise((done) => (answer = done)) });
    const look = async () => {
      const looking = known.look(7);
      await new Promise((done) => setTimeout(done));
      return { looking, answer };
    };
    const first = await look();
    first.answer(FACTS);
    await first.looking;
    expect(inMemory.size).toBe(1);
    await known.left(7);
    expect(inMemory.size).toBe(0);
    const second = await look();
    await known.forget();
    second.answer(FACTS);
    await second.looking;
    expect(inMemory.size).toBe(0);
  });

  it('is kept of the newest tabs only', async () => {
    const { session, known, shownIn } = play();
    await known.look(7);
    const page = (await shownIn(TAB)) as KnownPage;
    for (let id = 100; id < 130; id++) await keepKnown(session, id, page, id * 1000);
    expect(Object.keys(await session.all()).length).toBe(20);
    expect(await shownIn(TAB)).toBeNull();
    expect(await shownIn({ ...TAB, id: 129 })).not.toBeNull();
    expect(await shownIn({ ...TAB, id: 109 })).toBeNull();
  });
});
