/** The popup's first question: what it finds, what it leaves alone, and that what it looks up ahead answers one question only. */
import { describe, expect, it } from 'vitest';
import { createPopupOpenings, type OpeningWorld } from '@/background/popup-opening';
import type { PageArticle, PageFacts, PageState } from '@/core/model/view';
import { fail, ok } from '@/core/result';
import { factsQuestion } from '@/messaging/popup-opening';
import type { BackgroundInput, SiteState } from '@/messaging/protocol';

const TAB = { id: 7, url: 'https://www.harbour.test/a', title: 'A story', isPrivate: false };
const ON: SiteState = { kind: 'built-in', on: true, paused: false };
const PAGE: PageState = { status: 'ready', url: TAB.url, subjects: [{ id: 'world:ada-holm', kind: 'person', count: 3 }] };
const ARTICLE: PageArticle = {
  ...{ title: 'A story', url: TAB.url, host: 'www.harbour.test', publisherName: null, modified: null, lang: 'en' },
  published: { value: '2025-12-24', basis: 'json-ld' },
};
const QUESTION = factsQuestion('www.harbour.test', PAGE, ARTICLE);

function play(change: Partial<{ tab: typeof TAB | null; site: SiteState; page: PageState; article: () => Promise<PageArticle> }> = {}) {
  const did: string[] = [];
  const asked: BackgroundInput<'page/facts'>[] = [];
  const world: OpeningWorld = {
    tabs: { active: async () => (change.tab === undefined ? TAB : change.tab) },
    askPage: (async () => {
      did.push('page');
      return ok(change.page ?? PAGE);
    }) as unknown as OpeningWorld['askPage'],
    site: (host) => {
      did.push(`site ${host}`);
      return ok(change.site ?? ON);
    },
    readArticle: async () => {
      did.push('article');
      return (change.article ?? (async () => ARTICLE))();
    },
    facts: async (question) => {
      asked.push(question);
      return { outlet: null, subjects: [], coverage: [], claims: [], claimsTotal: asked.length } satisfies PageFacts;
    },
  };
  return { did, asked, openings: createPopupOpenings(world) };
}

describe('a popup that opens', () => {
  it('gets what the tab knows, and what the store knows of it without a second look-up', async () => {
    const { asked, openings } = play();
    expect(await openings.open()).toEqual({ tab: TAB, site: ON, page: ok(PAGE), article: ARTICLE });
    expect(asked).toEqual([QUESTION]);
    expect((await openings.facts(QUESTION)).claimsTotal).toBe(1);
    // The next asks how things are then.
    expect((await openings.facts(QUESTION)).claimsTotal).toBe(2);
  });

  it('is told nothing that was looked up for another page or another date', async () => {
    const others = [
      { ...QUESTION, host: 'b.test' },
      { ...QUESTION, subjects: [] },
      { ...QUESTION, published: '2025-12-25' },
    ];
    for (const other of others) {
      const { openings } = play();
      await openings.open();
      expect((await openings.facts(other)).claimsTotal).toBe(2);
    }
  });

  it('touches no page that the reader does not have read', async () => {
    for (const site of [
      { ...ON, on: false },
      { ...ON, paused: true },
    ]) {
      const { did, openings } = play({ site });
      expect(await openings.open()).toBeNull();
      expect(did).toEqual(['site www.harbour.test']);
    }
    const closed = play({ tab: { ...TAB, url: 'https://addons.mozilla.org/x' } });
    expect(await closed.openings.open()).toBeNull();
    expect(closed.did).toEqual([]);
    expect(await play({ tab: null }).openings.open()).toBeNull();
  });

  it('looks nothing up for a page that is not read yet, or that says nothing of itself', async () => {
    const reading = play({ page: { ...PAGE, status: 'reading' } });
    expect((await reading.openings.open())?.article).toEqual(ARTICLE);
    expect(reading.asked).toEqual([]);
    const silent = play({ article: () => Promise.reject(new Error('no access')) });
    expect((await silent.openings.open())?.article).toBeNull();
    expect(silent.asked).toEqual([]);
  });

  it('hands a failed look-up to whoever asks for it', async () => {
    const openings = createPopupOpenings({
      ...{ tabs: { active: async () => TAB }, site: () => ok(ON), readArticle: async () => ARTICLE },
      askPage: (async () => ok(PAGE)) as unknown as OpeningWorld['askPage'],
      facts: () => Promise.reject(new Error('the disk is full')),
    });
    await openings.open();
    await expect(openings.facts(QUESTION)).rejects.toThrow('the disk is full');
    const refused = createPopupOpenings({
      ...{ tabs: { active: async () => TAB }, site: () => fail('x', 'No.'), readArticle: async () => ARTICLE },
      askPage: (async () => ok(PAGE)) as unknown as OpeningWorld['askPage'],
      facts: () => Promise.reject(new Error('the disk is full')),
    });
    expect(await refused.open()).toBeNull();
  });
});
