/** The library in both browsers: facts found, changed over their packs, seen on pages, taken back; and everything deleted. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, WAIT_MS } from '../../scripts/drive/driver';
import { ask as askBackground, choose, seen, words } from './own-page';
import { BROWSERS, paintedMarks, type Session, startSession, waitForCard, waitForMark, waitForNoCard } from './session';

const STORY = 'https://www.reuters.com/tend/story';
const site = (url: URL) =>
  url.pathname.startsWith('/tend/')
    ? {
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><meta charset="utf-8"><title>A story</title><body style="font:20px/1.8 serif;margin:40px"><p>Mark Rutte spoke.</p><p>Emmanuel Macron stayed.</p><p>Ada Holm of the harbour board and Adah Holm agreed.</p>',
      }
    : null;

const claim = (id: string, text: string, speaker: string) => ({
  ...{ id, text, speaker, outlet: null, actors: [], status: 'curated', sources: ['minutes'] },
  clocks: { said: { edtf: '2025-03-03', basis: 'record' } },
});
const pack = (revision: number, text: string) =>
  JSON.stringify({
    ...{ format: 'sidelight-pack', version: 1, id: 'harbour', revision, title: 'The harbour dispute', licence: 'CC0-1.0' },
    sources: { minutes: { title: 'Minutes of the harbour board' } },
    actors: [
      { id: 'ada-holm', kind: 'person', name: 'Ada Holm', sources: ['minutes'] },
      { id: 'adah-holm', kind: 'person', name: 'Adah Holm', sources: ['minutes'] },
      { id: 'eva-brandt', kind: 'person', name: 'Eva Brandt', sources: ['minutes'] },
    ],
    claims: [
      claim('a', text, 'ada-holm'),
      claim('b', 'The quay is sound.', 'adah-holm'),
      ...Array.from({ length: 260 }, (_, n) => claim(`e${n}`, n % 10 === 0 ? `Ferry ${n} is late.` : `Toll ${n} rises.`, 'eva-brandt')),
    ],
  });

interface Chrome {
  readonly runtime: { sendMessage(message: object): Promise<{ readonly ok: boolean; readonly value: never }> };
  readonly storage: { readonly local: { get(key: null): Promise<object> } };
}
const ask = async <T>(page: Page, call: string, input: object): Promise<T | null> => {
  const { ok, value } = await askBackground<T>(page, call, input);
  return ok ? value : null;
};
const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
/** Presses the first button or link whose words begin so. */
const press = (page: Page, label: string) =>
  until(`"${label}" to press`, () =>
    page.evaluate((start) => {
      const found = [...document.querySelectorAll<HTMLElement>('main button, main a')].find(
        (each) => each.innerText.trim().startsWith(start) && !each.closest('nav'),
      );
      found?.click();
      return Boolean(found);
    }, label),
  );
/** Types into a field, found by the words of its label, in place of what it holds. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  await until(`a field "${label}"`, () =>
    page.evaluate((start) => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('main input, main textarea')];
      const named = (field: HTMLInputElement) => field.getAttribute('aria-label') ?? field.labels?.[0]?.innerText ?? '';
      const found = fields.find((field) => named(field).startsWith(start));
      found?.focus();
      found?.select();
      return Boolean(found);
    }, label),
  );
  await page.keyboard.type(text);
}
/** Points at words of the page, marked openly or not. */
async function point(page: Page, text: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`no words "${wanted}"`);
  }, text);
  await page.mouse.move(4, 4);
  await page.mouse.move(at.x - 3, at.y);
  await page.mouse.move(at.x, at.y);
}

interface Card {
  readonly name: string;
  readonly claims: readonly { readonly text: string; readonly edited?: readonly object[] }[];
}

describe.each(BROWSERS)('the library in %s', (browser) => {
  let session: Session;
  let story: Page;
  let page: Page;
  let fresh: object;

  /** What makes a store as it was installed: packs, how much there is of each kind, and the settings. */
  const whole = async (of: Page) => ({
    packs: await ask<{ shown: { id: string; revision: number }[]; removed: object[] }>(of, 'packs/list', {}).then(
      (list) => list && { shown: list.shown.map(({ id, revision }) => `${id} ${revision}`).sort(), removed: list.removed },
    ),
    holdings: await ask(of, 'storage/holdings', {}),
    painting: await ask(of, 'painting/get', {}),
    deeds: await ask(of, 'tend/list', {}),
    stored: await of.evaluate(() => (globalThis as unknown as { chrome: Chrome }).chrome.storage.local.get(null)),
  });

  beforeAll(async () => {
    session = await startSession(browser, {}, site);
    story = await session.open(STORY);
    await waitForMark(story, 'Mark Rutte');
    page = await session.openOwn('library.html');
    await seen(page, 'claims');
    fresh = await whole(page);
  });
  afterAll(() => session?.close());

  it('finds an actor as one types, by keys alone, and renames it over its pack: the page follows', async () => {
    await goTo(page, '#actors');
    await fill(page, 'Search actors', 'rutte');
    await until('one actor', async () => (await words(page)).includes('1 actor'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await press(page, 'Edit');
    await fill(page, 'Name, as it is shown', 'Mark Rutte-Berg');
    await page.keyboard.press('Enter');
    await seen(page, 'Saved.');
    await seen(page, 'in the pack: Mark Rutte');
    await story.bringToFront();
    // What the reader wrote is never where a page could list it.
    await until('no open mark', async () => !(await paintedMarks(story)).some(({ text }) => text === 'Mark Rutte'));
    await waitForMark(story, 'Emmanuel Macron');
    await point(story, 'Mark Rutte');
    expect(await waitForCard(session, story, 'Mark Rutte-Berg')).toContain('In the pack: name “Mark Rutte”');
    await story.keyboard.press('Escape');
    await waitForNoCard(session, story);
  });

  it('takes it back by one press, and the page follows', async () => {
    await page.bringToFront();
    await press(page, 'Undo');
    await until('the old name', async () => (await words(page)).includes('Mark Rutte') && !(await words(page)).includes('Berg'));
    await story.bringToFront();
    await waitForMark(story, 'Mark Rutte');
  });

  it('keeps what was edited of a claim through an update of its pack, and says what the pack says', async () => {
    await page.bringToFront();
    await goTo(page, '#packs');
    await choose(page, 'harbour.json', pack(1, 'Dredging starts in May.'));
    await press(page, 'Add this pack');
    await seen(page, 'Imported.');
    await goTo(page, '#claims/harbour%3Aa');
    await press(page, 'Edit');
    await fill(page, 'What is claimed', 'Dredging starts in autumn.');
    await press(page, 'Save');
    await seen(page, 'in the pack: Dredging starts in May.');
    await goTo(page, '#packs');
    await choose(page, 'harbour-2.json', pack(2, 'Dredging starts in June.'));
    await press(page, 'Apply the changes');
    await until('the second revision', async () => (await words(page)).includes('harbour, revision 2'));
    const card = await ask<Card>(page, 'subject/get', { id: 'harbour:ada-holm' });
    expect(card?.claims).toMatchObject([
      { text: 'Dredging starts in autumn.', edited: [{ field: 'words', pack: 'Dredging starts in June.' }] },
    ]);
    await goTo(page, '#claims/harbour%3Aa');
    await press(page, 'Back to what the pack says');
    await until('the pack’s words alone', async () => !(await words(page)).includes('autumn'));
    expect(await words(page)).toContain('Dredging starts in June.');
  });

  it('merges two actors, by a search among the tracked, and takes them apart from the list of changes', async () => {
    await goTo(page, '#actors/harbour%3Aadah-holm');
    await press(page, 'Merge with another');
    await fill(page, 'Merge with', 'ada holm');
    await until('the one that is meant', () =>
      page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role=option]')].some((one) => one.innerText.startsWith('Ada Holm'))),
    );
    await page.keyboard.press('Enter');
    await seen(page, 'Merged.');
    await seen(page, 'Also written Adah Holm');
    const both = await ask<Card>(page, 'subject/get', { id: 'harbour:adah-holm' });
    expect(both?.name).toBe('Ada Holm');
    expect(both?.claims.map(({ text }) => text).sort()).toEqual(['Dredging starts in June.', 'The quay is sound.']);
    await story.bringToFront();
    await point(story, 'Adah Holm');
    await waitForCard(session, story, 'Ada Holm');
    await story.keyboard.press('Escape');
    await page.bringToFront();
    await goTo(page, '#corrections');
    await seen(page, 'You merged Adah Holm into Ada Holm');
    // The one in the list, not that of what was just done.
    await page.evaluate(() => document.querySelector<HTMLElement>('.deed button')?.click());
    await seen(page, '(taken back)');
    expect(await ask<Card>(page, 'subject/get', { id: 'harbour:adah-holm' })).toMatchObject({ name: 'Adah Holm', claims: [{}] });
  });

  it('splits an actor, taking all claims that fit a search, however many there are', async () => {
    await goTo(page, '#actors/harbour%3Aeva-brandt');
    await press(page, 'Split in two');
    await until('all claims', async () => (await words(page)).includes('260 claims · 0 ticked'));
    await fill(page, 'Search its claims', 'ferry');
    await until('those that fit', async () => (await words(page)).includes('26 claims · 0 ticked'));
    await press(page, 'Tick all that fit');
    await until('all of them ticked', async () => (await words(page)).includes('26 ticked'));
    await fill(page, 'Name, as it is shown', 'Eva Brandt (ferries)');
    await press(page, 'Split, with 26 claims');
    await seen(page, 'Split in two.');
    const total = async (id: string) => (await ask<{ totals: { claims: number } }>(page, 'subject/get', { id }))?.totals.claims;
    expect([await total('mine:eva-brandt-ferries'), await total('harbour:eva-brandt')]).toEqual([26, 234]);
    await press(page, 'Undo');
    await until('one again', async () => (await total('harbour:eva-brandt')) === 260);
  });

  it('takes an outlet of the reader’s own, refuses a wrong field beside it, and dates an article by hand', async () => {
    await goTo(page, '#outlets');
    await press(page, 'Add an outlet');
    await fill(page, 'Name, as it is shown', 'The Harbour Post');
    await fill(page, 'Domains it publishes on', 'https://www.harbour-post.example/news');
    await fill(page, 'Languages', 'en');
    await press(page, 'Track it');
    await seen(page, 'Name its country.');
    // The field that is wrong has the focus.
    await page.keyboard.type('gb');
    await page.keyboard.press('Enter');
    await seen(page, 'Tracked from now on.');
    await seen(page, 'Publishes on harbour-post.example');
    await goTo(page, '#articles');
    await press(page, 'Add an article');
    await fill(page, 'Title', 'A letter to the board');
    await fill(page, 'Published', 'dec 2025');
    await fill(page, 'Carried by', 'harbour post');
    await until('the outlet that is meant', () => page.evaluate(() => document.querySelectorAll('[role=option]').length === 1));
    await page.keyboard.press('Enter');
    await press(page, 'Add the article');
    await seen(page, 'The Harbour Post · Dec 2025');
    await press(page, 'Edit');
    await fill(page, 'Published', '24 Dec 2025');
    await page.keyboard.press('Enter');
    await seen(page, 'The Harbour Post · Dec 24, 2025');
    await press(page, 'Delete');
    await seen(page, 'Deleted.');
    await press(page, 'Undo');
    await seen(page, 'A letter to the board');
  });

  it('deletes everything, when the word is typed and not before, and is as on its first day', async () => {
    await goTo(page, '#storage');
    await press(page, 'Delete everything…');
    await fill(page, 'Type delete to go on', 'delet');
    await page.keyboard.press('Enter');
    expect((await ask<object[]>(page, 'tend/list', {}))?.length).toBeGreaterThan(0);
    await page.keyboard.type('e');
    await press(page, 'Delete everything');
    await seen(page, 'Everything was deleted.');
    // The packs are put in again by then; what is made of them is not waited for.
    await expect.poll(() => whole(page), { timeout: WAIT_MS }).toEqual(fresh);
    await story.bringToFront();
    await waitForMark(story, 'Mark Rutte');
  });
});
